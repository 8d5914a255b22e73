"""Nouns and pronouns that speak of persons."""

from typing import Final

from vigil.testimony.word_lists import listed

PERSONS: Final = listed(
    """people person man woman child boy girl civilian resident villager citizen family neighbour neighbor brother
    sister son daughter father mother uncle aunt cousin husband wife grandmother grandfather relative parent friend
    colleague doctor nurse medic paramedic surgeon journalist reporter editor photographer cameraman teacher student
    pupil farmer worker driver soldier fighter militant rebel insurgent trooper officer policeman pilot guard gunman
    combatant protester demonstrator activist lawyer engineer priest imam bishop nun monk aid volunteer prisoner
    detainee captive hostage suspect patient infant baby toddler minor teenager adult elder eldest younger youngest
    kid displaced refugee migrant herder shepherd fisherman miner trader shopkeeper baker judge official mayor
    councillor politician minister leader chief commander spy defector deserter guest mourner worshipper passenger
    pedestrian victim casualty dead wounded injured member other dozen score hundred thousand one many several some
    youth elderly twin couple crew staff employee delegate deputy host schoolgirl schoolboy orphan bystander
    tribesman settler dignitary scholar preacher rescuer everyone everybody anyone anybody someone somebody none
    nobody he she they him her them me us we i you who whom half most third quarter Palestinian Syrian Iraqi Yemeni
    Israeli Sudanese Ukrainian Russian Kurd martyr local survivor widow businessman merchant cleric nephew niece
    bride groom blogger actor singer writer poet professor academic their his my our scientist director head
    interpreter translator clerk cook tailor carpenter mechanic blacksmith butcher barber vendor seller shopper
    hunter pilgrim beekeeper electrician plumber technician librarian archaeologist artist musician athlete
    footballer boxer veteran pensioner caretaker janitor watchman gravedigger midwife farmhand labourer laborer
    porter rapper peasant cleaner cyclist motorcyclist ambassador diplomat envoy rower sailor boatman youtuber
    streamer organiser organizer unionist defender headmaster headmistress principal missionary dean rector lecturer
    tutor instructor trainer coach referee player captain apprentice assistant secretary treasurer accountant
    cashier banker broker bookseller publisher columnist commentator presenter broadcaster correspondent producer
    filmmaker videographer vlogger campaigner advocate attorney solicitor magistrate notary jurist consul emissary
    mediator negotiator inspector investigator detective constable sheriff ranger warden chef waiter waitress
    bartender grocer fishmonger greengrocer jeweller goldsmith shoemaker cobbler tinsmith welder mason bricklayer
    plasterer painter builder foreman surveyor architect designer programmer developer operator conductor trucker
    motorist biker steward stevedore docker ferryman navigator goatherd cowherd drover rancher planter picker
    harvester gardener forester logger woodcutter lumberjack herdsman pastoralist nomad townsman townspeople
    householder tenant landlord landowner smallholder homeowner lodger beggar hawker pedlar peddler stallholder
    customer client dealer wholesaler smuggler trafficker thief robber looter burglar convict inmate returnee
    evacuee escapee fugitive stowaway expatriate immigrant emigrant foreigner national native chieftain headman
    sheikh emir king queen prince princess president premier chancellor senator congressman legislator lawmaker mp
    parliamentarian candidate voter spokesman spokeswoman spokesperson bureaucrat functionary clergyman pastor vicar
    rabbi mullah ayatollah seminarian deacon muezzin friar abbot believer convert devotee catechist bridesmaid
    bridegroom newlywed boyfriend girlfriend widower stepson stepdaughter stepfather stepmother brother-in-law
    sister-in-law mother-in-law father-in-law son-in-law daughter-in-law grandson granddaughter grandchild godfather
    godmother sibling kinsman kinswoman descendant heir foundling newborn youngster adolescent teen schoolteacher
    schoolmate classmate roommate flatmate cellmate comrade teammate co-worker workmate companion ally accomplice
    orderly stretcher-bearer radiologist anaesthetist pharmacist physician physiotherapist psychologist psychiatrist
    counsellor therapist dentist vet veterinarian researcher historian linguist geologist biologist chemist
    physicist economist philosopher theologian novelist playwright essayist songwriter composer pianist violinist
    guitarist drummer dancer comedian magician sculptor cartoonist illustrator wrestler swimmer runner weightlifter
    jockey gymnast goalkeeper climber hiker tourist traveller traveler visitor holidaymaker passer-by passerby
    onlooker spectator eyewitness witness informer informant whistleblower saboteur conscript recruit cadet
    reservist paratrooper serviceman servicewoman corporal sergeant lieutenant colonel major general marine
    peacekeeper mercenary dissident exile opponent critic sympathiser sympathizer supporter follower loyalist
    partisan nationalist islamist separatist socialist rioter marcher humanitarian firefighter fireman lifeguard
    ambulanceman undertaker sweeper maid housekeeper nanny housewife bodyguard doorman nightwatchman gatekeeper
    stretcherbearer schoolchild breadwinner matriarch patriarch sportsman sportswoman sprinter newscaster newsreader
    announcer"""
)
