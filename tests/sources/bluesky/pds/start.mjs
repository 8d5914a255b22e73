// Starts a PLC directory and a PDS on loopback, says where on one line of JSON, and stops when stdin closes.
// Run from the folder its packages were installed into: node start.mjs
import { TestPds, TestPlc } from '@atproto/dev-env'

const plc = await TestPlc.create({})
const pds = await TestPds.create({ didPlcUrl: plc.url, inviteRequired: false })
console.log(JSON.stringify({ plc: plc.url, pds: pds.url }))

process.stdin.resume()
process.stdin.on('end', async () => {
  await pds.close()
  await plc.close()
  process.exit(0)
})
