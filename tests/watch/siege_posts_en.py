"""English posts as people under siege write them, and harmless ones that sound alike: made up before the rules of
`last-words-2` were, to be read by siege_posts.py. `!` marks what should be graded above concern.
"""

DANGER = """
farewell ! if u dont hear from me tomorrow know that we tried. tanks r at the end of our road
farewell ! dont think ill be posting again. they are two houses away. love you all
farewell ! This might be the last time I have signal. Tell my sister in Berlin I'm sorry
farewell ! forgive me everyone i couldnt get out
farewell ! goodbye my friends it was an honour. the soldiers are downstairs
farewell ! my battery is 3%, when it dies nobody will know what happened to us. bye
farewell ! i leave my kids in God's hands. the shelling wont stop
farewell ! we said our goodbyes to each other tonight in the basement
farewell ! whoever reads this after we're gone: my name is Huda, i was a teacher
farewell ! to my son in Canada: don't cry for me habibi. they're inside the neighborhood now
farewell ! ashhadu an la ilaha illa Allah.. they are here
farewell ! Last tweet from inside the hospital. God be with us
farewell ! farewell from Mariupol, we held as long as we could
farewell ! If this account goes silent you know why. they are going house to house
farewell ! I dont know if ill wake up tomorrow. forgive me if i hurt anyone
farewell ! please look after my mother if something happens to me tonight
farewell ! mom if u see this i love u. the house is shaking
farewell ! these could be my final words. the army is entering the camp
farewell ! i entrust you all to Allah, heavy fire and no way out
farewell ! deleting my account now, they are checking phones at the checkpoint. take care of each other
farewell ! if we dont make it remember that we wanted only to live
farewell ! sending my last voice note to my wife, they broke the door of the next building
farewell   we may not meet again in this life. Pray for Ghouta
farewell ! our time has come. see you in jannah
farewell ! I won't be able to write after this. internet being cut and RSF are on our street
farewell ! was nice knowing you all. no ammo no food no exit #Daraya
farewell ! My kids are wearing their names on their arms. goodbye world
farewell ! nobody is going to get us out. goodbye, do not forget us
threat_to_life ! bombs falling every minute, the ceiling is coming down on us
threat_to_life ! they r shooting at anything that moves, we cant leave the house
threat_to_life ! gas. smell of chlorine everywhere, my kids choking
threat_to_life ! cant breathe cant see. they dropped something yellow
threat_to_life ! the building next to ours just collapsed. we're next
threat_to_life ! they are executing people in the street behind us
threat_to_life ! snipers on the roof opposite, my neighbour is lying dead at our door and we cant pull him in
threat_to_life ! barrel bomb hit 20 meters from us. still alive. for now
threat_to_life ! Helicopter above us right now. everyone in the stairwell
threat_to_life ! my street is on fire, flames reached our floor
threat_to_life ! Tank fired at our block. third floor is gone
threat_to_life ! rocket just landed in our garden omg we are hiding in bathroom
threat_to_life ! they lined up the men of the next street and shot them
threat_to_life ! RSF killed our neighbours this morning, they say they'll be back for us
threat_to_life ! we wont survive another night like this
threat_to_life ! no insulin left for dad he wont last till friday
threat_to_life ! 11 of us in one room, the drone keeps circling over the house
threat_to_life ! artillery is walking closer and closer to our shelter
threat_to_life ! the bread line was bombed. I was in it. blood everywhere
threat_to_life ! they told us leave in 10 min or they level the building. where do we go
threat_to_life ! white phosphorus over our district, skin burning
threat_to_life ! trapped on the 4th floor, stairs are gone, fire below
threat_to_life ! i can hear them killing people next door
threat_to_life ! Hospital was hit again. we are operating with phones lights and the roof is cracking
threat_to_life ! starving here, my baby hasnt had milk in 3 days
threat_to_life ! we r surrounded by tanks in al-Shifa, they shoot at windows
threat_to_life ! They're bombing the corridor where they told us to walk. people dying around me
threat_to_life ! two more hours and the generator stops. 6 kids in incubators
threat_to_life ! shelling so close the door blew in. we are under the table
threat_to_life ! whole family next door wiped out. only wall between us
threat_to_life ! Men w guns shouting outside my gate
threat_to_life ! airstrike on our school shelter, hundreds of people inside, dust cant see anything
injury ! Ive been hit. leg. cant stop the blood
injury ! shrapnel in my back, writing from the floor
injury ! my daughter is bleeding from her head and theres no doctor
injury ! bullet went thru my shoulder at the checkpoint
injury ! im injured, my brother is dead next to me
injury ! they shot my dad while he was fetching water
injury ! lost two fingers in the blast, alive alhamdulillah
injury ! my little brother lost his leg today. he is 9
injury ! mum got hit by a sniper, we cant reach her
injury ! wounded and stuck in the stairwell, nobody can come
injury ! Just pulled out my wife. she isn't moving
injury ! i think my arm is broken, something fell on me when the shell hit
injury ! we have 5 wounded in the basement, one is dying, no bandages
injury ! my son took shrapnel in the stomach, they're operating w/out anesthesia
injury ! burns all over my hands from the fire after the strike
injury ! i cant feel my legs. roof fell on me
injury ! my cousin got shot in the neck 2day he's in icu if u can call it icu
injury ! our medic was hit as he ran to the wounded, now who treats him
injury ! blood on my screen sorry for typos. ambulance not coming
injury ! my husband was wounded at the bread queue, pray he lives
injury ! they hit our car. driver gone. me and 2 others hurt
injury ! My eyes burn, vomiting, many people shaking on the ground after the strike
capture ! they took my father from the checkpoint, we dont know where
capture ! Soldiers are breaking the door downstairs
capture ! im being arrested. tell people
capture ! they are going house to house taking the men
capture ! handcuffed my brothers and put them in a truck
capture ! police outside my flat, 4 cars. they know
capture ! they have my name on the list. wont get thru the checkpoint
capture ! intelligence called me, have to go in tomorrow. if i dont return call my lawyer
capture ! we're surrounded they're telling us through loudspeakers to surrender
capture ! armed men just entered our building, going floor by floor
capture ! they stripped the men and made us kneel in the street
capture ! my cousin was kidnapped from the bus by RSF
capture ! Filtration camp. They are taking our phones. this will be deleted
capture ! they r at my door
capture ! they grabbed my friend Omar at the university gate, his phone is off since
capture ! security forces raiding our street rn, hiding in the water tank
capture ! Al-Shabiha are inside our alley, they are calling names
capture ! militia took all boys above 14 from the shelter
capture ! taken off the bus. they're beating the man in front of me
capture ! they know where i live now. moving again tonight
capture ! russian soldiers came in, took my husband away, no one tells me where
capture ! My sister was detained this morning w her two kids
capture ! hostage now, they let me write one message. pay them please
capture ! They blocked both ends of the street and are searching houses. I'm in the attic
capture ! boots on the stairs.
capture ! they're looking for journalists, asked about me by name
call_for_help ! SOS 14 ppl under rubble in al Zaytoun near the mosque, still hear voices
call_for_help ! can anyone send ambulance to Bustan alQasr, my son is dying
call_for_help ! please someone tell the red cross we are here 40 women n kids in basement of school 12
call_for_help ! HELP. we are trapped. building collapsed. battery 8
call_for_help ! need evacuation asap 2 elderly 1 disabled, Azovstal side, street burning
call_for_help ! anyone know a safe road out?? they're shelling the highway
call_for_help ! urgent need blood O- at field hospital, dozens of wounded
call_for_help ! someone pls get us out of here
call_for_help ! my grandparents r stuck in Bucha no phone, has anyone seen them
call_for_help ! save our children, there is nothing left to eat
call_for_help ! we need rescuers, people alive under the stones we dig with hands
call_for_help ! to whoever can hear: 60 families surrounded in the school, water finished
call_for_help ! where is the UN?? they are slaughtering us
call_for_help ! send help please im begging
call_for_help ! no ambulance answers. he's bleeding out. anybody near Rimal??
call_for_help ! call the civil defence!! my phone cant call. building hit at clock square
call_for_help ! urgent: oxygen finished in icu, 4 patients will die within the hour
call_for_help ! We call on any human being left: stop the bombing so we can get the bodies
call_for_help ! does anyone have a car. dad having heart attack and the road is under fire
call_for_help   pray for us please its very bad tonight
call_for_help   duaa please. planes again
call_for_help ! SOS SOS SOS they will kill everyone in the camp
call_for_help ! begging the world open a corridor, our kids are starving
call_for_help ! pls share my location: we're alive beneath the house, 4 of us
call_for_help ! is there anyone left out there who can stop this
call_for_help ! help us they're burning the houses with people inside
call_for_help ! my mother is under the debris since last night and no digger came
call_for_help ! mayday from Ghouta. chlorine. no masks
giving_up_hope ! no one is coming for us. we know it now
giving_up_hope ! i dont care anymore let the bomb fall
giving_up_hope ! we're just waiting for our turn to die
giving_up_hope ! the world watched us die
giving_up_hope   nothing left to say, nothing left to eat, nothing left
giving_up_hope ! tired of running. ill stay home and whatever happens happens
giving_up_hope ! We stopped going down to the basement. whats the point
giving_up_hope ! its finished. aleppo is finished and so are we
giving_up_hope ! i envy the dead
giving_up_hope   nobody cares about us. 4 months under siege and not one truck
giving_up_hope ! every day i wish the next shell would be mine
giving_up_hope ! we have accepted that we will die here
giving_up_hope   no hope left. they bombed the last hospital
giving_up_hope ! death is a mercy now
giving_up_hope ! it ends tonight for us
giving_up_hope ! i have no strength left to dig for my children
giving_up_hope ! we gave up waiting for rescue
giving_up_hope   the whole world abandoned el fasher
giving_up_hope ! its over. they broke the last line
giving_up_hope ! I only ask that we die together, quickly
giving_up_hope ! let them come. i'm too tired to be afraid
giving_up_hope   there's no future here only graves
"""

HARMLESS = """
we got absolutely slaughtered by City today, defence was a joke
my team is dying on its feet, someone sub him off
goodbye my love, see you at dinner
last message before i board, see you in Istanbul insha'Allah
this boss fight is killing me i've died 40 times
we are under siege by relatives this Eid
trapped in the office with no coffee, send help
pray for me I have a chemistry exam tomorrow
farewell party for Rania at 6, bring cake
The army museum reopens on Friday, free entry
UN says dozens killed in strikes on the city last week, toll could rise
My grandfather survived the siege of Leningrad and he never wasted bread
shot some nice pictures at the market this morning
we were hit by a huge electricity bill again
help us reach 1000 followers!!
SOS need a good babysitter for saturday
i cant breathe this show is so funny
they took my coat at the restaurant and gave me someone else's
they're coming for us... the in-laws i mean, 12 people for lunch
the kids are killing each other over the remote
my phone is dying, will call you from home
we're surrounded by mountains here, such a beautiful place
no one is coming to my party i guess
i give up, this printer hates me
It's over. He really left the band
boys in the building next door playing football again at midnight
Soldiers distributed school bags to pupils in the east of the city today
bread price went up again, people are angry
the delivery guy is at my door and i have no cash
they broke the record for the longest kebab
Police arrested three men over the bank robbery
my brother was taken to university by bus, first day!
lost my voice screaming at the match
my heart stopped when i saw the price of tomatoes
forgive me everyone, i forgot to post the recipe yesterday
if you don't hear from me this weekend im in the village with no internet
who else is starving? ordering shawarma
the final episode broke me. goodbye old friend
I'm dead. he actually wore a tie
Report: more than 400 detained since January, rights group says
we buried grandma yesterday, she was 94 and she went in her sleep
gas prices are choking us
The gas cylinder truck is on our street, hurry up
flames on our barbecue, best evening
my daughter lost her first tooth today!
broke my arm falling off the bike as a kid, still hurts when it rains
my mother fell ill with the flu, nothing serious thank god
last hours of the sale, everything 50% off
Last day to register for the english course
waiting for our turn at the bakery, long queue but people are kind
the ceiling leaks again when it rains
Helicopters at the air show were amazing, kids loved them
that movie where they line up the prisoners, i couldn't sleep after
our street finally has electricity 6 hours a day
Rescue teams saved a dog from a well yesterday
watching the news and crying
thoughts with everyone in Gaza tonight
Stop the war. stop the bombing. march on saturday at noon
our neighbours were killed in 2014 and nobody was ever tried
anniversary of the chemical attack today. we remember
ten years ago today we left our house under shelling
The film 'Last Men in Aleppo' is on tonight at 9
Reading a book about the battle of Stalingrad, can't put it down
the bank froze my account, third time this year
i was stuck in traffic 3 hours because of the checkpoint, late for work again
boss called me, have to go in tomorrow on my day off
moving again tonight, third flat this year, rent is insane
my battery is at 3%, bring the charger pls
internet will be cut for maintenance from 2 to 4
I won't be able to post until monday, exams
Take care of each other, it's cold out there
see you all in heaven's cafe at 8, corner table
hugs from the basement studio, new track out friday
our roof is cracking jokes, says the plumber
that goal. i can't. i'm gone. carry me out
they shoot the next scene tomorrow on our street
shooting a video at the old gate, come watch
she's bleeding money on that car
blood donors are welcome at the university clinic on tuesday, free juice
the doctor says my leg is healing well
he was wounded in the war and now he teaches maths to my kids
They freed my cousin today after two years!!!! alhamdulillah
my brother came back from prison, we are all crying from joy
The evacuation buses arrived and we are safe in Idlib
we are safe, out of the city since last night
thank you all, we are fine. it was just thunder
power's back, water's back, feels like a holiday
is there anyone who knows a good dentist in Zaporizhzhia
does anyone have a car to move a sofa on saturday
Need blood-red paint for the wall, any shop?
the last hospital drama i watched was better
anyone know a safe app for backups
where is the UN building exactly? have an interview there
the whole world is watching the final tonight
nobody cares about my cat pictures
nothing left to watch on netflix
i wish the next bus would be mine, been here an hour
i have no strength left after that gym session
tired of running, switching to swimming
let them come, we have plenty of food for guests
death metal concert tonight, my ears are finished
my son killed it at the recital
we bombed at karaoke
this heat will kill me
my kids ate everything, there is nothing left to eat in the fridge lol
Residents of the besieged town received 20 aid trucks on Thursday
The president said the army will enter the city within days
A spokesman denied that soldiers executed civilians
According to the agency, 12 were wounded by a landmine near the border
breaking: ceasefire agreed, starts at midnight
they told us leave in 10 min or miss the train
boarding school years, we were prisoners there lol
attacked by mosquitoes all night
the cat is hiding under the table because of the fireworks
fireworks so loud the windows shook, happy new year
our offence is dead, no one scores
the enemy team stormed our base and we lost the game
just died in minecraft and lost everything
sniper rifle is too strong in this patch, fix it
trapped by the plot, read until 4 am
the exam was a massacre
my boss is going to kill me if i'm late again
if i die of boredom in this meeting tell my cat i loved her
it ends tonight: season finale at 10
there's no future in this company, sending my cv around
we have accepted the job offer, moving to Lviv in May
to my daughter: happy birthday, don't cry that you turned 30
ashamed of how long i slept today
may Allah have mercy on my father, he died a year ago today
Inna lillahi, our old teacher passed away in hospital after long illness
Jumma mubarak, remember us in your prayers
duaa please for my results tomorrow
God protect everyone travelling tonight
I ask forgiveness from anyone I wronged, Ramadan kareem to all
hasbunallah, this driver took the longest road again
goodnight from Aleppo, quiet evening, jasmine everywhere
Market is full today, prices half of last month
The boys rebuilt the football pitch where the shell fell in spring
Planted tomatoes on the roof, first green ones already
school starts monday, bought the kids shoes
we baked for the whole street with the flour from the aid truck
teaching in the basement today, 22 kids, they drew birds
the bakery near us opens again at six
water came for two hours, we filled everything
found a working charger, going to sleep happy
Interview with a surgeon who worked in the siege, link below
New report documents 130 attacks on hospitals in that year
New thread: how chlorine was used and what investigators found
he says in the book that he was never afraid of the bombs
The army band plays in the park on sunday
Checkpoints were open today, took me 10 min to cross
my cousin's in the army, he sends us photos of the food
they raided the fridge again, teenagers
police at the school to teach the kids road safety
stairs are broken in our building, third time we ask the owner
somebody's knocking at the door at 7 am, it was the gas man
cut my finger slicing onions, blood everywhere, drama queen me
my wife isn't moving from the sofa until the series ends
Fire drill at work, everyone on the street in the rain
Buried under laundry, send chocolate
under a mountain of paperwork, pray for me
this is my last post about politics, i promise
my final words on the subject: pineapple doesn't belong there
I'm leaving this app, goodbye everyone, find me on the other one
closing this account, follow the new one instead
a moment of silence for my broken phone
don't forget us when you order your cakes for the feast
we may not meet again until september, have a good summer
"""

# Written after the first reading, to find what the rules still shared with errands, sport and idioms; worked on.
MORE_HARMLESS = """
we are under fire from the critics but the play is great
my dad got hit by a ball at the park and laughed about it
they found my keys at last
someone get us out of this group chat
the roof fell in on the old barn last winter, nobody lives there
the wifi is dead and so am i
my building had a fire drill, everyone in the stairwell for nothing
he went for bread and came back with a kitten
stuck in the basement sorting grandma's old letters, lovely day
no doctor today, moved to thursday
we need bread and milk can anyone bring
the drone show above our street was beautiful
helicopter over our house taking tv pictures of the marathon
my sister was taken to the airport by uncle, safe flight
our city was bombed in 1944, the museum shows it well
they took my brother in the national team!
the police came to our building, someone parked wrong
neighbors are screaming again, it's the derby
house to house selling cookies, my daughter is a scout
my name is on the list for the scholarship!!!
they know where i live, so they always bring the parcel late
moving to a new flat, phone will be off
hand wounds from the cactus again
we ran out of milk
no more water pressure on the 5th floor, call the company
does anyone hear me? mic problems again
she's my heart attack, what a voice
i love you all, thanks for the birthday wishes
let it end already, this meeting
waiting for my turn at the dentist, scared
i want to die at home, old and fat, after many grandchildren
someone call an ambulance for our goalkeeper
this song is killing me, so good
the last message on my answering machine was from grandma
my last post got 300 likes, thank you
i have been hit by the flu
the army of ants reached our kitchen
tank is empty, no petrol on the road
shells on the beach with the kids
rockets and fireworks over the harbour tonight, happy eid
finally home, the kids sleep under the table in a tent they built
please pray for my cousin's surgery
we could not leave the house because of the snow
can't go out, it is pouring
our neighbour died yesterday at 90, god rest her
three wounded in a traffic accident near the bridge, says the municipality
rescue team pulled two workers out after the mine collapsed
the smell of chlorine at the pool brings back childhood
gas leak in the next street, company fixed it in an hour
smoke everywhere, grandma burned the bread again
we are the next to present
our turn is next week
time has come to say what i think about the budget
he took the last piece of cake, forgive him if you can
do not cry for me argentina, what a classic
where do we go for dinner, suggestions?
no way out of this contract, help
they came for the sofa and took the table as well
are there any people left who still read newspapers
the world is watching our little bakery on tv tonight lol
i'm surrounded by papers and coffee cups
captured some beautiful light this morning
he was shot by a great photographer
we lost contact with the office for an hour, internet
if something happens to the car call me
if i don't answer i'm in class
tell my mother i'll be late
take care of my plants if i'm away
everyone leaves, no one stays in this village, only old people
the hospital opened a new ward and the nurses danced
soldiers helped us carry the furniture
tanks in the parade were louder than last year
my dog is not moving from the sofa
i cannot feel my fingers, minus 12 this morning
my legs are gone after 30 km
blood test results are fine, thank god
people are dying to see this film
killing time at the station
we give up, the cat wins
the last bakery on our street closed, so sad, rents
security checked our bags at the stadium
they searched the whole flat for the remote
he asked about me, blushing
they separated the boys and girls for the swimming class
arrested development is the best show
a bomb of a dessert
she entered the room and everyone was silent
nothing left, the sale was emptied in an hour
The ministry says soldiers took control of two villages yesterday
Residents say shelling hit the eastern district overnight, no word on victims
My uncle was killed in the war before i was born
Watching a report on hostages, heartbreaking
a shell fell near the old bakery in 2016, today there is a garden
we survived, we rebuilt, we sell flowers now
the army opened the road to the market this morning
he was arrested for stealing bikes
police arrested two men after the shooting at the club
bodies of three miners recovered, state tv says
families waited at the station, everyone hugged
our school was hit by a storm of confetti
evacuation drill at school today, kids had fun
we had to evacuate the office because of a bad smell, only the kitchen
moved out of the basement flat finally, sunlight!
blood moon tonight look up
we are safe thank god, the strike was far away
they let my cousin go at the checkpoint after five minutes, all good
crossed the checkpoint with grandma singing to the soldiers
the shooting of the series starts on our street monday
soldiers play football with the boys near the checkpoint
i hear planes again, the airport reopened!
first plane landed in our airport after years
bombing victims remembered in a ceremony
he shot the winning goal and the whole street went mad
goodbye exams, goodbye school
bye everyone, off to bed
our time will come, says the coach
last night in this house, tomorrow we get the keys of the new one
no one is coming to the meeting, cancelled
nobody came to my birthday lol
the neighbours are dead quiet today
my brother in law never came back with my drill
went for a walk and never came back to my desk, best decision
surrounded by soldiers in uniform at the wedding, my cousin is an officer
tanks of fish at the aquarium
he lost his leg in the war and runs marathons
my mother was injured in a fall but she is fine, back home
grandpa fell, broke his hip, surgery went well
smoke over the city is from the rubbish fire, don't worry
loud bangs tonight are fireworks for the wedding
that explosion was controlled demolition, army announced it
mine clearance on our road today, we have to stay inside until noon
curfew lifted, we went out for ice cream
the siege of troy, chapter 3, homework
they captured the city in chapter 12
our clan captured the enemy fortress
kneel before your king, board game night
hands up if you want coffee
surrender to the taste of baklava
i surrender, you win, i'll watch your series
prisoners of the heat, we only go out at night
my phone was searched at the airport, took two hours
we were held at the border for a day, now in poland, safe
arrived in Dnipro, kids sleeping, thank you all who helped
still alive, just busy with work
yes i'm alive, my phone was broken
sorry for the silence, was sick for a week
rest in peace uncle, your heart was big
we lost our grandmother this morning, she was ill for long
condolences to the family of our teacher
he says if i die bury me with my dog
what would you take if you had ten minutes to leave your house? interesting question
if there was a war where would you go
i dreamed that soldiers were in our house
read about a man who lived under rubble for nine days in the earthquake
the baby is not sleeping and neither are we
he can't breathe through his nose, just a cold
choking on my tea, that joke
burning rubber smell from the car
our street is on fire tonight: two weddings
building next to ours is being painted pink
roof party, see you upstairs
i heard screams, it was the neighbours watching the derby
bullet journal setup for may
my sniper build is finished
helicopter parents at my school lol
cut off from internet all day, read a whole book
no electricity so we played cards
no food at home, ordering
i'm bleeding green, go team
wounded pride, lost at chess to my daughter
our striker is dead on his feet, take him out
kids are beating each other with pillows again
they're here! the cousins from Amman, finally
the aunties surrounded me asking when i get married
we are stuck in the lift with a crying baby and a cake
my battery dies at noon every day, cheap phone
nobody is coming to help me with the dishes
i gave up on the printer and wrote it by hand
this is the end of the season, thank you all for watching
it is over between us and the landlord, we are moving
our building's boys stole all the chocolate
the municipality blocked both ends of the street for paving
they broke the lock on the school gate, thieves again
they are taking my parking place every day
somebody took my bike from the stairs
he was taken to the head teacher for throwing an egg
my father taken ill with a cold, resting
lost my mind at the concert
lost an eye on the teddy bear, sewing it tonight
heart broken, they cancelled the show
i am begging you, share the recipe
please someone tell me how it ended
please anybody send the lecture notes
if you are reading this you have good taste
if i disappear it's because of the deadline
in case something happens to my files i made a copy
the neighbours called the police because of the music
army style haircut for my son, he loves it
my husband is shot, two night shifts in a row
tanks filled, ready for the road trip
this queue is death
the death of the author, seminar at 4
the fight scene in the tunnel was something
hostages to fortune, great novel
we ask for a quiet night and a good breakfast
pray for rain, the fields are dry
the rain is coming down on us hard, tent holds
water reached our floor, a pipe burst, plumber came
the walls are shaking from the neighbours' bass
windows blew open in the wind
the power station was hit by lightning
third floor is gone from the elevator buttons, funny
hiding from my kids in the bathroom with chocolate
hiding in the kitchen from the guests
under the table looking for my contact lens
everyone is in the basement watching the final
our hero is bleeding in the last scene, i cried
blood test today, didn't faint
two wounded in a knife fight in another city, says the paper
the doctor says dad will not make it to the wedding, bad back
my son won't survive without wifi for a day
grandma won't last a week without her show
no hope for our team
there is no future in print media
world has forgotten how to write letters
world leaders met again, nothing changed
everyone forgot my name day
we are forgotten by the bus company, third hour
i wish the ground would swallow me
death is part of life, said the priest
i want the next one to be a girl
we are ready to die of laughter at tonight's show
accepted my fate: doing the dishes
last words of the book made me cry
final message of the minister: stay warm
say goodbye to your old phone with our offer
wave goodbye to kids at the camp bus
my little sister left for university, said our goodbyes at the station
take care of my cat if i am late
tell my wife dinner is late because of me
i love you mom, happy mother's day
god be with the students tomorrow
may god forgive us, we ate the whole cake
forgive me father but this sermon is long
remember we had power 24h? good days
looking for journalists to join our team
looking for doctors without night shifts
they checked our phones for the raffle codes
police came to school to show the dogs
soldier came home and surprised his mother, everyone cried
"""
