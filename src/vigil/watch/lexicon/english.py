"""English rules, for native and for second-language writers who type in a hurry on a phone.

They are written for someone speaking of themselves, now: "we", "us", "my". News of others, jokes, sport, memories and
quotations use the same words; what tells them apart stands beside the rules, at the end.
"""

# ruff: noqa: E501, ISC004, SIM905  (lists of words run on over lines; Arabic letters count wider than they are)

from vigil.model.verdict import Danger, Grade
from vigil.watch.lexicon.rule import Language, Rule

_CRITICAL, _SERIOUS, _CONCERN = Grade.CRITICAL, Grade.SERIOUS, Grade.CONCERN

_CLASSES = {
    "i_am": "i am|i was|we are|we were|i|we",
    "am": "am|are|m",
    "we_are": "i am|we are|we all are|we re|i m|all of us are|me and my family are|my family and i are",
    "really": "all|now|still|also|just|really|literally|probably|maybe|currently|officially|again|always|being|already"
    "|completely|totally|seriously|badly|together|both",
    "soon": "now|soon|tonight|today|here|any moment|any minute|any time|anytime|in minutes|in hours|this night"
    "|right now|tomorrow|like this|in this|in silence|slowly|one by one|alone|together|every day|everyday|every minute",
    "family": "mother|mom|mum|mama|father|dad|baba|brother|brothers|sister|sisters|son|sons|daughter|daughters|wife"
    "|husband|child|children|kid|kids|baby|family|parents|uncle|aunt|cousin|cousins|grandmother|grandfather"
    "|neighbour|neighbours|neighbor|neighbors|friend|friends|colleague|colleagues",
    "army": "army|armies|soldier|soldiers|troops|regime|regime's|militia|militias|gunmen|militants|fighters|forces|assad"
    "|assad's|isis|isil|daesh|police|shabiha|shabeeha|rebels|tanks|security|mukhabarat|occupation|government|russia"
    "|russians|russian|iran|iranians|iranian|snipers|warplanes|warplane|jets|helicopters|planes|armed men|armed group"
    "|intelligence|soldier's|enemy",
    "they": "they|{army}",
    "die": "die|be killed|get killed|be dead|be slaughtered|be massacred|be executed|be murdered|be martyred|be martyrs"
    "|be exterminated|be wiped out|be burned|be burnt|be burned alive|be buried|be bombed|get bombed|be shot|get shot"
    "|lose our lives|lose my life|not survive|not make it|not live|not stay alive",
    "kill": "kill|slaughter|massacre|execute|murder|exterminate|annihilate|butcher|behead|burn|bomb|shoot|gas|rape"
    "|torture|finish|eliminate",
    "killing": "killing|slaughtering|massacring|executing|murdering|exterminating|annihilating|butchering|burning"
    "|bombing|shooting|shooting at|shelling|gassing|bombarding|targeting|striking|firing at|firing on|raping"
    "|torturing|slaughter|sniping|hunting|wiping",
    "killed": "bombed|shelled|killed|slaughtered|massacred|executed|murdered|exterminated|annihilated|burned|burnt"
    "|burned alive|gassed|bombarded|shot at|shot|targeted|attacked|wiped out|hunted|butchered|tortured|raped|starved"
    "|starved to death|bombarded",
    "capture": "capture|arrest|take|detain|kidnap|seize|abduct|catch|get|reach|imprison|storm",
    "capturing": "capturing|arresting|taking|detaining|kidnapping|abducting|catching|seizing|surrounding|besieging"
    "|invading|storming|encircling|rounding up",
    "captured": "captured|arrested|detained|kidnapped|abducted|taken hostage|taken prisoner|held hostage|taken prisoners"
    "|imprisoned|jailed|taken by {they}|caught by {they}|seized by {they}|captive|under arrest|in custody"
    "|held by {they}|prisoners of {they}",
    "arms": "bomb|bombs|shell|shells|rocket|rockets|missile|missiles|barrel|barrels|barrel bomb|barrel bombs|bullet"
    "|bullets|mortar|mortars|airstrike|airstrikes|air strike|air strikes|tank|tanks|sniper|snipers|artillery|shrapnel"
    "|drone|drones|phosphorus|napalm|cluster bombs|warplanes|jets|fire|explosion|explosions|bombing|shelling",
    "home": "house|home|building|street|neighborhood|neighbourhood|apartment|flat|door|hospital|shelter|basement"
    "|school|office|district|quarter|area|village|town|city|camp|room|clinic|roof|block",
    "digits": "2010|2011|2012|2013|2014|2015|2016|2017|2018|2019|2020|2021|2022|2023|2024|2025|2026",
    "years_past": "1914|1939|1941|1942|1943|1944|1945|1948|1967|1968|1973|1975|1979|1982|1988|1989|1990|1991|1992|1993"
    "|1994|1995|1996|1999|2001|2003|2004|2005|2006|2008|2009|2010|2011",
    "message": "message|messages|msg|words|word|call|video|voice|report|broadcast|appeal|plea|letter|statement"
    "|goodbye|farewell|stream|live|update|voice note|communication|transmission|testimony",
    "post": "tweet|post|status|tweets|posts|picture|photo|selfie|picture|story",
    "last": "last|final|very last|last ever",
    "people": "everyone|everybody|all|world|the world|you all|friends|my friends|my friend|people|humanity|you"
    "|dear friends|brothers|my brothers|my family|my love|my loves|my loved ones|my people|our friends|dear world|life"
    "|all of you|cruel world|to all|to you all|to everyone|to the world|to you|to my friends|to our friends"
    "|from {home}|from us|from all of us|our home|my home|our city|my city|mother|father|my country|my homeland"
    "|my children|my followers|dear followers|to life",
    "please": "please|someone|somebody|anyone|anybody|world|god|sos|urgent|now|people|everyone|humans|muslims|oh god"
    "|ya allah|ya rab|allah|o god|o allah|friends|dear world|un|obama|the world|you|must|can|to|help",
    "after_help": "please|now|we|i|god|before|quickly|immediately|urgently|they|our|from death|from the massacre|soon"
    "|from this hell|from hell|get out|escape|survive|to survive|to escape|to get out|to leave|evacuate|to evacuate"
    "|stay alive|live|world|people|everyone|here|and our|and my|from {they}|from the {they}|from {arms}|from the {arms}"
    "|from extermination|from genocide|from this genocide|from this massacre|from being|from dying|and save|there are",
}

_EXPANSIONS = {
    "im": "i am",
    "ive": "i have",
    "weve": "we have",
    "theyre": "they are",
    "youre": "you are",
    "dont": "do not",
    "doesnt": "does not",
    "didnt": "did not",
    "cant": "can not",
    "cannot": "can not",
    "wont": "will not",
    "isnt": "is not",
    "arent": "are not",
    "wasnt": "was not",
    "werent": "were not",
    "havent": "have not",
    "hasnt": "has not",
    "wouldnt": "would not",
    "couldnt": "could not",
    "aint": "is not",
    "its": "it is",
    "thats": "that is",
    "thts": "that is",
    "theres": "there is",
    "gonna": "going to",
    "gunna": "going to",
    "wanna": "want to",
    "pls": "please",
    "plz": "please",
    "plse": "please",
    "plss": "please",
    "u": "you",
    "r": "are",
    "ur": "your",
    "ppl": "people",
    "msg": "message",
    "messege": "message",
    "masage": "message",
    "massage": "message",
    "mesage": "message",
    "rn": "right now",
    "hav": "have",
    "goodby": "goodbye",
    "gudbye": "goodbye",
    "goodbyes": "goodbye",
    "armys": "army",
    "bombarding": "bombing",
    "bomded": "bombed",
    "diying": "dying",
    "dieing": "dying",
    "dyin": "dying",
    "killd": "killed",
    "becuase": "because",
    "siege": "siege",
    "seige": "siege",
    "abt": "about",
    "yall": "you all",
    "y'all": "you all",
    "evry": "every",
    "evryone": "everyone",
    "2day": "today",
    "2nite": "tonight",
    "tonite": "tonight",
}

_COMMON = frozenset(
    "i we us me my our you your he she it they them the a an and or but of to in on at for from with by is are am was "
    "were be been being have has had do does did not no all will would can could may might this that these those there "
    "here what who now just so if one day time last about out up going get got go want need see say know like new more "
    "people please today right still again it's very take back home life world us. help good night world family house "
    "no who any some left over another only down never when".split()
)

_NOT_A_GOODBYE = (
    "(goodbye|good bye|bye|farewell) [to] ({digits}|winter|summer|spring|autumn|fall|monday|weekend|ramadan|vacation"
    "|holiday|holidays|diet|carbs|sleep|stress|haters|school|exams|finals|internet|wifi|money|paycheck|childhood)",
    "see you (tomorrow|soon|later|monday|next|there|again|around|tonight)",
    "(kiss|kissed|wave|waved|say|says|said|saying) (goodbye|good bye|farewell) to (the|your|a|that|those|my old|this|his"
    "|her|its|summer|winter)",
    "(happy|bon voyage|good luck|new job|retirement|graduation|graduating|moving to|last day of|last day at)",
    "(rip|rest in peace|passed away|funeral|passing)",
    "(goodbye|farewell) (party|tour|dinner|concert|speech|gift|match|game|card|lunch|kiss|ceremony|show|tea|cake)",
    "(my|our) (goodbye|farewell)",
    "(buying|sold|selling|deleting|quitting|leaving) (facebook|twitter|instagram|my job|whatsapp|this app|snapchat)",
    "(facebook|instagram|snapchat|tumblr|tinder|iphone|netflix|windows|hello|android)",
)
_TO_BE_CONTINUED = (
    "for (today|tonight|now|the day|the night|this week|the week|this month|a while|some time|a few|the season|the year)",
    "of (the day|the night|the year|the week|the month|today|tonight|this year|the season|{digits})",
    "(about|on) (this|the|that) (subject|topic|issue|matter|game|match|account)",
    "before (bed|sleep|sleeping|work|exam|exams|my|i go|i sleep|going|heading|boarding|lunch|dinner|takeoff|christmas"
    "|the break|the show|the game|midterms|finals|vacation)",
    "(see|talk to|back|more|again) [you] (tomorrow|later|soon|next week|monday)",
    "last (message|post|tweet|call|video|word|update|report) (i|he|she|they|we|you|was|sent|from my)",
    "(thread|end of thread|livetweet|spoiler|spoilers|customers|order|orders|subscribe|newsletter|giveaway)",
    "last call for",
    "before (i|we) (switch|move|change|delete|quit|log off|sign off for)",
    "(vacation|break|hiatus|detox|new account|other account|my new)",
)
_HYPERBOLE = (
    "(dying|die|died|dead|killing|kill) (of|from|with) (laughter|laughing|boredom|embarrassment|cringe|cuteness"
    "|happiness|joy|heat|hunger|jealousy|anticipation|excitement|curiosity|love|shame|second hand|secondhand|allergies"
    "|old age|the heat|the cold|this cold|this heat|heatstroke)",
    "(dying|die) (for|to) (a|an|some|that|this|the|see|know|meet|hear|try|go|have|eat|watch|tell|visit|get|come|my"
    "|your|know|buy|read|chocolate|coffee|pizza|food|her|him)",
    "(dying|dead|die|died) (laughing|inside|alone with|trying)",
    "(over|at) (this|that|the) (meme|video|gif|joke|pic|picture|photo|outfit|look)",
    "(if|unless) (i|we) (do not|does not) (get|have|eat|see|pass|sleep|find|win|drink|go)",
    "die of (cold|heat|hunger) in (this|the|my)",
    "(one day|someday|some day|eventually|anyway|alone with|sooner or later|everyone dies|all die someday)",
    "(boredom|bored|hangover|hungover|allergies|allergy|workout|gym|leg day|diet|flu season|man flu|period cramps|cramps"
    "|headache|migraine|toothache|hiccups|homework|essay|cute|gorgeous|adorable|sunburn|caffeine|ac|heat wave)",
    "(so|too) (funny|cute|hot|good|full|bored|hungry|tired|cold)",
    "(my feet|my legs|these shoes|these heels|my back|my head|my boss|traffic|taxes|prices|mosquitoes"
    "|mosquitos|the suspense|the wait|this weather|this class|this song|rent|bills|my phone|my battery|battery"
    "|my professor|my teacher|the humidity|competition|the market|inflation)",
)
_NOT_BESIEGED = (
    "surrounded by (love|friends|family|idiots|mountains|beautiful|beauty|books|people|nature|water|so|my|such|good"
    "|great|amazing|positive|happy|flowers|trees|cats|dogs|food|gifts|angels|prayers|loved|fans|couples|art|music"
    "|the best|those|boxes|fake|negative|wonderful|incredible|snow|fog|smoke|laundry|papers|floodwater|floodwaters)",
    "(website|server|servers|site|ddos|hackers|hacked|spam|trolls|bots|phishing|email|emails|mosquitoes|ants|seagulls"
    "|squirrels|wasps|mosquitos|bees|cats|toddlers|cyber|critics|liberals|conservatives|the left|the right|values"
    "|freedoms|second amendment|religion|media bias)",
)
_NOT_TRAPPED = (
    "(traffic|meeting|meetings|elevator|lift|office|airport|job|the past|my mind|my head|my own|class|classroom|bed"
    "|queue|marriage|relationship|body|friendzone|friend zone|library|train|metro|bus|hotel|plane|work|maze|escape"
    "|debt|loop|matrix|cubicle|netflix|bathroom|car park|dead end|time|rut)",
)
_NOT_A_WOUND = (
    "(knee|ankle|hamstring|shoulder|groin|toe|thumb|wrist|calf|game|season|gym|training|match|workout|running|playing"
    "|football|soccer|basketball|skiing|yoga|coach|team|practice|marathon|race|skate|skating|bike|cycling|dance"
    "|feelings|pride|ego|squad|surgery|tattoo|dentist|gums|nose|paper cut|papercut|shaving|ears|eyes)",
    "(photographer|photo shoot|photoshoot|flu|vaccine|vaccinated|tetanus|cortisone|photo|picture|portrait|video|film|instagram|camera|lens|canon|nikon)",
    "(car accident|car crash|fell off|fell down|tripped)",
)
_NOT_A_PLEA = (
    "help (me|us) (choose|find|with|win|reach|out|get [to|my|our|a|the|more|this] [to|followers|likes|votes|trending]"
    "|spread|understand|decide|pick|vote|raise|name|make|build|fund|support|improve|identify|test|learn|trend|share"
    "|move|study|sleep|grow|remember|prepare|create|give|do|by|feed|keep|locate|track|fill|beat|translate|solve|put"
    "|buy|sell|help|design|tell|welcome|celebrate|provide|send|rebuild|serve|bring|change|stop|clean|see|print|come|think"
    "|be|if|to (find|help|raise|make|reach|provide|rebuild|understand|continue|get [more|to|a]))",
    "(save|saved|saving) (us|me) (time|money|a seat|a spot|some|a piece|a slice|a lot|all|one|any|the|from (these"
    "|my|having|boredom|monday|the boredom|myself|himself|herself|temptation|trump|hillary|the heat|our sins|donald))",
    "(followers|likes|retweets|vote|votes|voting|giveaway|contest|discount|promo|kickstarter|gofundme|donate|donations"
    "|donation|sponsor|fundraiser|volunteer|volunteers|charity|customer|customers|order|app|homework|essay|assignment"
    "|coffee|chocolate|pizza|recipe|outfit|dress|hair|wifi|password|debugging|code|bug|python|excel|iphone|laptop)",
)
_MY_HOUSE_PARTY = (
    "(hail|lightning|a tree|tree|storm|tornado|car|truck|snow|spiders|ants|earthquake|quake|flood|hurricane|kids"
    "|toddler|puppy|dog|cat|glitter|party|stomach flu|wind|burglars|thieves)",
)

_RULES: tuple[Rule, ...] = (
    # Farewell
    Rule(
        name="en.last-message",
        danger=Danger.FAREWELL,
        phrases=(
            "(this|it|that) [may|might|could|will|would|can] [probably|maybe] (is|be) [maybe|probably|perhaps|likely]"
            " [going to be] (my|our|the) {last} {message}",
            "this (my|our) {last} {message}",
            "(here is|hear) (my|our) {last} {message}",
            "{last} (message|msg|words|video|call) (before|from|to) (they|we|i|us|the|my|our|all|everyone|inside|under|besieged|a)",
            "(my|our) {last} {message} (to|from|before|may|for you|for the world|in this|is)",
            "^ (my|our|the) {last} (message|words|appeal|plea|testimony|broadcast|call) [to {people}|from {home}] $",
            "^ {last} (message|words|appeal|plea|call) [from|to|by] ..3 $",
        ),
        alone=_CRITICAL,
        unless=(
            *_TO_BE_CONTINUED,
            "^ last (call|words|word|message|update|messages|video|report) $",
            "(last words|final words|last message) (were|was|of|he|she|said|to me)",
            "(famous last|last word|last call|her last|his last|their last)",
        ),
        example="this is my last msg, army is two streets away",
    ),
    Rule(
        name="en.last-post",
        danger=Danger.FAREWELL,
        phrases=(
            "(this|it|that) [may|might|could|will|would|can] [probably|maybe] (is|be) [maybe|probably|perhaps|likely]"
            " [going to be] (my|our) {last} {post}",
            "(my|our) {last} {post} (from|before|in this life|to the world|$)",
        ),
        alone=_CONCERN,
        near_war=_CRITICAL,
        urgent=_SERIOUS,
        unless=_TO_BE_CONTINUED,
        example="maybe this is my last tweet. tanks outside",
    ),
    Rule(
        name="en.last-time",
        danger=Danger.FAREWELL,
        phrases=(
            "(last|final) time (i|we|you) [will|can|may|might|ever] (tweet|write|speak|talk|post|hear|see|read|update)",
            "(may|might|will|can) [probably|maybe] (not|never) [be able to|ever] (tweet|write|post|talk|speak|update)"
            " [to you|you|here] (again|anymore|any more|tomorrow|after)",
            "you [will|may|might|can] [probably] (not|never) [ever] (read|see) [anything] (from|of) (me|us)"
            " (again|anymore|any more|tomorrow|after)",
            "you [will|may|might] [probably] (not|never) [ever] hear [anything] from (me|us) (again|anymore|tomorrow|after)",
            "(i am|we are) [probably|maybe|likely] (not alive|no longer alive|not among you) [anymore|any more|now"
            "|already]",
            "the last [time] you [will|may] (hear|read|see) [from|of] (me|us)",
            "(every|any|each) (minute|moment|second|hour|shell|bomb) (could|may|might|can) be (our|my) last",
            "(my|our) (time|hour|turn) (has|have|is) (come|coming|over|up|near)",
            "(i|we) do not (think|believe|know if) (we|i) [will|can|shall] (meet|see you|speak|talk) [again|any more|anymore]",
            "(i am|we are) writing [this|these] [to] [you] (as|while|for the last time)",
            "[it was|was|been] (an honor|an honour|a pleasure|a privilege) [to] (know|knowing|known) you [all]",
            "(i|we) (will|may|might) not (be here|be alive|exist|be among you|be with you|be online) (tomorrow|anymore"
            "|by morning|in the morning|after)",
            "(i|we) [do not|not] know if (i|we) (will|can|could|would) (be alive|tweet|write|live|wake up|survive|see"
            " tomorrow|be here|see you|talk|make it) [again|tomorrow|tonight|until|in the morning|to the morning]",
        ),
        alone=_CONCERN,
        near_war=_CRITICAL,
        urgent=_SERIOUS,
        negatable=False,
        unless=(
            *_TO_BE_CONTINUED,
            "not the last time",
            "(will|would) never (see|hear|talk)",
            "(holiday|holidays|vacation|graduate|prom|break up|ex|exam|final exam)",
        ),
        example="you will not hear from us again, they are bombing the last street",
    ),
    Rule(
        name="en.goodbye",
        danger=Danger.FAREWELL,
        phrases=(
            "(goodbye|good bye|farewell|bye bye) {people} [$]",
            "(goodbye|farewell|good bye) from {home}",
            "(saying|say|said) (goodbye|farewell|good bye) (now|to all|to everyone|to each other|to my family|to you)",
            "(this|it) is (goodbye|farewell|our goodbye|my goodbye)",
            "(time|want|wanted) to say (goodbye|good bye|farewell) $",
            "(our|my) (last|final) (goodbye|farewell)",
        ),
        alone=_CONCERN,
        near_war=_CRITICAL,
        urgent=_SERIOUS,
        unless=_NOT_A_GOODBYE,
        example="goodbye everyone, the army entered our street",
    ),
    Rule(
        name="en.goodbye-word",
        danger=Danger.FAREWELL,
        phrases=("^ (goodbye|good bye|farewell|bye bye) $",),
        alone=_CONCERN,
        near_war=_SERIOUS,
        unless=_NOT_A_GOODBYE,
        example="shelling very close. goodbye",
    ),
    Rule(
        name="en.another-life",
        danger=Danger.FAREWELL,
        phrases=(
            "(see|meet) (you|you all|each other|us|all|again) [all] (in|at) [the|an] (another life|another world|next life"
            "|afterlife|heaven|heavens|paradise|jannah|jannat|hereafter|other side|better place|better world)",
            "(meet|see you|reunite) in (jannah|paradise|heaven)",
        ),
        alone=_SERIOUS,
        near_war=_CRITICAL,
        urgent=_CRITICAL,
        unless=(
            "(rip|rest in peace|rest easy|passed|passing|miss you|missed|grandpa|grandma|grandad|nana|buddy|old friend"
            "|legend|fly high|condolences|years ago|gone but|pup|puppy|my dog|my cat|goodnight sweet|hero|champ|prince"
            "|bowie|robin|until we meet)",
            "(tickets|concert|club|bar|festival|party|restaurant|chocolate|beach|resort|hawaii)",
        ),
        example="see you in another life, friends",
    ),
    Rule(
        name="en.forgive-us",
        danger=Danger.FAREWELL,
        phrases=(
            "forgive (us|me) [all|please] (if|for anything|for everything|everyone|all of you|my friends|$)",
            "(everyone|all of you|friends|i ask you to) forgive (me|us)",
        ),
        alone=_CONCERN,
        near_war=_SERIOUS,
        urgent=_SERIOUS,
        unless=("(father|lord|forgive me father|sinned|typo|spelling|english|late reply|delay|spam|rant)",),
        example="forgive us everyone, shells on every roof now",
    ),
    Rule(
        name="en.tell-my-family",
        danger=Danger.FAREWELL,
        phrases=(
            "tell (my|our) {family} [that] (i|we) (love|loved|am sorry|are sorry|tried|miss|missed)",
            "tell (the world|our story|everyone|the people|your children|humanity) [that] (we|i) (were|existed|tried|died"
            "|wanted|loved|lived|fought|was|resisted|did not)",
            "tell (the world|people|everyone) (our story|what happened to us|about us)",
            "tell (our|my) (story|stories|names)",
            "(whoever|those who|anyone who) (survives|survive|lives|remains|stays alive)",
            "(remember|do not forget) (us|me|our names|my name|our faces|our story|my story) [please|$]",
            "(take|taking) care of (my|our) (children|kids|daughter|daughters|son|sons|mother|baby|family|parents)"
            " (if|after|when|please)",
        ),
        near_war=_CRITICAL,
        urgent=_SERIOUS,
        negatable=False,
        unless=(
            "(coco|pixar|vote|subscribe|follow|trip|vacation|remember me from|high school|remember me when you are)",
        ),
        example="tell my mother i love her. tanks at the corner",
    ),
    Rule(
        name="en.if-i-die",
        danger=Danger.FAREWELL,
        phrases=(
            "(if|when|in case) (i|we) [will] (die|died|am killed|are killed|get killed|was killed|were killed|do not survive"
            "|do not make it|not survive|are dead|am dead|am gone|are gone|become martyrs|am martyred|are martyred)",
            "(if|in case) (i|we) (stop|stopped) (tweeting|posting|writing|answering|replying) [it means|know]",
            "(if|in case) (my|this|our) account (stops|goes silent|is silent|goes dark|is deleted|disappears)",
        ),
        alone=_CONCERN,
        near_war=_CRITICAL,
        urgent=_SERIOUS,
        negatable=False,
        unless=(
            *_HYPERBOLE,
            "(bury me|delete my|browser history|clear my|song|will you|in my sleep|before (i|we) die)",
        ),
        example="if we die tonight, remember our names. the bombing is close",
    ),
    # Threat to life
    Rule(
        name="en.about-to-die",
        danger=Danger.THREAT_TO_LIFE,
        phrases=(
            "{we_are} [{really}] (about to|going to|close to|ready to|waiting to) [{really}] {die}",
            "{we_are} [{really}] facing [certain|our|slow|imminent] (death|massacre|genocide|extermination|slaughter"
            "|execution|annihilation)",
            "{we_are} [{really}] (waiting for|awaiting|expecting) [our|my|certain] (death|turn to die|execution"
            "|slaughter|massacre|end)",
            "waiting [for] (our|my) (death|fate|turn to die|turn to be killed)",
            "{we_are} [{really}] (near|close to|minutes from|hours from|moments from) [certain] death",
        ),
        alone=_SERIOUS,
        near_war=_CRITICAL,
        urgent=_CRITICAL,
        unless=(*_HYPERBOLE, "(black friday|waiting (for|my|our) turn (at|in|to)|in line|dmv|the doctor's|on stage)"),
        example="the bombs will not stop, i'm about to die",
    ),
    Rule(
        name="en.will-die",
        danger=Danger.THREAT_TO_LIFE,
        phrases=(
            "(i|we) (will|may|might|could|can) [{really}] [maybe] {die} [{soon}]",
            "(all of us|everyone here|everybody here|my family|our children|my children|me and my family) (will|may"
            "|might|are going to|is going to) [{really}] {die}",
            "(i|we) do not want to die",
        ),
        near_war=_CRITICAL,
        urgent=_SERIOUS,
        negatable=False,
        unless=(*_HYPERBOLE, "(i|we) would rather", "(will|would) die for", "will (never|not) be (shot|bombed|killed)"),
        example="we will die here tonight, nobody is coming",
    ),
    Rule(
        name="en.dying",
        danger=Danger.THREAT_TO_LIFE,
        phrases=(
            "(we are|we all are|all of us are) [{really}] dying",
            "i am [{really}] dying",
            "(people|children|families|civilians|patients|wounded) are dying (around|beside|next to|in front of|with) (us|me)",
            "our (children|families|people|wounded|kids|babies) are [{really}] dying",
            "{we_are} [{really}] (burning alive|suffocating|choking|bleeding to death|starving to death|freezing to death)",
            "(we are|we) [{really}] (starving|starve)",
        ),
        near_war=_CRITICAL,
        urgent=_SERIOUS,
        unless=_HYPERBOLE,
        example="our children are dying, shells every minute",
    ),
    Rule(
        name="en.dying-plea",
        danger=Danger.THREAT_TO_LIFE,
        phrases=(
            "we are [{really}] dying [here] [under|in|from|of] (siege|silence|hunger|rubble|thirst|bombs|bombing"
            "|cold and hunger|starvation)",
            "^ we are [{really}] dying $",
            "we are [{really}] dying (here|in our|and the world|and nobody|and no one|while the world)",
            "we are [{really}] (starving to death|burning alive|suffocating|being buried alive|buried alive)",
        ),
        alone=_SERIOUS,
        near_war=_CRITICAL,
        unless=_HYPERBOLE,
        example="we are starving to death and the world watches",
    ),
    Rule(
        name="en.they-will-kill-us",
        danger=Danger.THREAT_TO_LIFE,
        phrases=(
            "{they} [who|that|now|all] (will|are going to|is going to|want to|wants to|are coming to|came to|may|can|might|are"
            " about to|is about to|going to|want|coming to|try to|are trying to) [come and|now|all] {kill} (us|me|us all"
            "|my family|my children|our children|everyone here)",
            "{they} [now] (are|is|keep|keeps|started|start) [now|still] {killing} (us|me|my family|our children)",
            "(threatened|threatening|threaten|threatens|promised|swore|sworn) to {kill} (us|me|my family|us all)",
            "(slaughtering|massacring|exterminating|shelling|bombing|shooting at|firing at|bombarding|gassing) (us|me)",
            "(save us|afraid|scared|fear) [that] [from] they (will|would|may) {kill} (us|me)",
        ),
        alone=_SERIOUS,
        near_war=_CRITICAL,
        urgent=_CRITICAL,
        unless=(
            *_HYPERBOLE,
            "(our|my|the) (defense|defence|offense|pitching|bullpen|midfield|opponents|opponent|rivals)",
            "(if|when|unless) (we|i|my|mom|mum|dad|she|he) (finds|find|sees|forget|are late|am late|lose|win|eat)",
            "(birthday|anniversary|surprise party)",
            "(emails|texts|notifications|questions|spam|requests|ads|calls|selfies|tweets)",
            "(my|our) (parents|mom|mum|dad|boss|coach|teacher|roommate|wife|husband) (will|is going to)",
        ),
        example="the soldiers will kill us all, they are in the next building",
    ),
    Rule(
        name="en.under-attack",
        danger=Danger.THREAT_TO_LIFE,
        phrases=(
            "{we_are} [{really}] under [heavy|intense|massive|very|continuous|constant|russian|air|direct|severe|a]"
            " (attack|attacks|fire|bombardment|bombing|bombs|shelling|shells|airstrikes|strikes|siege|gunfire|rockets)",
            "^ under [heavy|intense|massive|constant] (attack|fire|bombardment|shelling|bombing) [now|$]",
            "(heavy|intense|massive|crazy|terrible|non stop|nonstop) (bombardment|bombing|shelling|airstrikes|gunfire)"
            " [now] (on us|over us|around us|near us|next to us|above us|on my|on our|near my|near our|over our)",
            "(bombing|shelling|shooting|attack|attacks|attacked|hit|target|targeted|targeting|struck|explosion|explosions|fire)"
            " [is|are] [very|so] (near|close to|next to|beside|around|above) (us|me|my home|our home|my house|our house)",
        ),
        alone=_CONCERN,
        near_war=_SERIOUS,
        urgent=_CRITICAL,
        unless=_NOT_BESIEGED,
        example="we are under attack, nowhere to go",
    ),
    Rule(
        name="en.being-bombed",
        danger=Danger.THREAT_TO_LIFE,
        phrases=("{we_are} [{really}] [being|getting] [{really}] {killed}",),
        alone=_CONCERN,
        near_war=_CRITICAL,
        urgent=_SERIOUS,
        unless=(*_NOT_BESIEGED, *_HYPERBOLE, "(shot (by|at)|targeted by (ads|ad|spam|marketers))"),
        example="we are being bombed from planes since dawn",
    ),
    Rule(
        name="en.nowhere-to-go",
        danger=Danger.THREAT_TO_LIFE,
        phrases=(
            "(no where|nowhere|no place|no safe place) [left] [for us] to (go|run|hide|escape|flee|shelter)",
            "(no|there is no) (way out|escape|exit) [left] (for us|from here|now|anymore|$)",
            "(we|i) (can|could) not (escape|leave|get out|flee|run away|run anywhere|go anywhere)",
        ),
        near_war=_SERIOUS,
        negatable=False,
        unless=("(bored|summer|weekend|dressed up|party|homework|room|escape room|car|traffic|airport|hotel)",),
        example="heavy fire on both sides, nowhere to run",
    ),
    Rule(
        name="en.bombs-on-us",
        danger=Danger.THREAT_TO_LIFE,
        phrases=(
            "{arms} [is|are] [still|now|just] (fall|falls|falling|fell|raining|rain|dropping|dropped|drop|landing|landed"
            "|hitting|hit|exploding|exploded|coming|flying) [down] [on|over|around|near|next to|close to|above|beside|in"
            "|at] (us|me|my|our) [{home}|heads|head]",
            "{arms} [is|are] [still|now|just] (fall|falls|falling|fell|raining|dropping|dropped|landing|landed|exploding"
            "|exploded|coming|flying) [down] (on|over|around|near|next to|close to|above|beside) (us|me|my|our)",
            "(bombs|bombing|shells|shelling|bombardment|airstrikes|rockets|explosions|shooting|killing) (will not|does not"
            "|do not|did not|has not|never|is not) (stop|stops|stopped|stopping)",
            "(hear|hearing|feel|see) [the] ..2 (bombs|shells|bullets|tanks|snipers|jets|warplanes) (over|above|near|around"
            "|outside|next to) (us|me|my|our)",
        ),
        alone=_SERIOUS,
        urgent=_CRITICAL,
        negatable=False,
        unless=(
            "(camera|movie|truth bomb|truth bombs|f bombs|bath bombs|photobomb|jagerbombs|sale|price|bombs in (us|my))",
        ),
        example="the bombs will not stop tonight",
    ),
    Rule(
        name="en.arms-near-us",
        danger=Danger.THREAT_TO_LIFE,
        phrases=(
            "{arms} ..3 (on|over|above|around|near|next to|beside|at|outside|behind|toward|towards|in|under|circling) [all]"
            " (us|me|our|my) [{home}|heads|head|stairs|door|window|windows|roof|balcony]",
            "{arms} ..3 (watching|aiming|waiting|aimed|pointed|shook|shaking) [at|for|on] (us|me|our|my) [{home}]",
            "(they|they are) (bomb|shell|bombing|shelling|bombed) us [every|again|all|now|$]",
            "death [is] (surrounds|surrounding|near|close|everywhere|around|coming|all around|closer|approaching|waiting) [from|us|me|to|for]",
            "{arms} ..2 (hit|hits|hitting|target|targets|targeting|shake|shaking|shakes|destroyed|destroying|burned|struck|reached)"
            " (us|me|our|my) [{home}|stairs|door|window|windows|roof]",
            "(this|next) [one|time|bomb|shell|rocket] [it] (will|may|might) (hit|kill|be on|land on|fall on) (us|me|our)",
            "it will (hit|kill|bomb|target) (us|me) [this time|next]",
            "between two (fires|armies)",
            "(orders|order|ordered) to (kill|execute|shoot|exterminate|burn|slaughter)",
            "(massacring|executing|slaughtering|killing|burning|shooting) (people|everyone|everybody|civilians|families|women"
            "|children|men|anyone|all) (here|now|around us|next to us|in our)",
            "shooting [at] (everyone|everything|anyone|anything|whatever)",
        ),
        alone=_CONCERN,
        near_war=_SERIOUS,
        negatable=False,
        unless=(
            "(reunion|parade|homecoming|museum|statue|air show|airshow|camera|truth bomb|bath bomb|fire drill|camp fire)",
        ),
        example="so scared, shelling is on our street",
    ),
    Rule(
        name="en.fear",
        danger=Danger.THREAT_TO_LIFE,
        phrases=(
            "(i am|we are|so|very|really|too) [{really}|so|very] (scared|terrified|afraid|frightened|horrified)",
            "(i|we) (can|could) not (leave|go out of|get out of) [the|our|my] (basement|cellar|shelter|house|home|building)",
            "everything [around|here] [me|us|here] is (burning|on fire|destroyed|collapsing|exploding|shaking)",
        ),
        near_war=_CONCERN,
        negatable=False,
        example="so scared, shells all night",
    ),
    Rule(
        name="en.we-killed-if",
        danger=Danger.THREAT_TO_LIFE,
        phrases=(
            "(me|we|us|i|family|children|all of us|everyone here|people here) (will|would|are going to|is going to) [all]"
            " (be killed|be slaughtered|be executed|be massacred|be burned alive|be buried alive|be shot|not survive|starve"
            "|be murdered)",
            "we are all (dead|dead people|martyrs)",
            "(i|we) (will|may|might) not (survive|live|make it|stay alive|last) [through] [this|the|until|till|another|tonight]",
        ),
        alone=_SERIOUS,
        near_war=_CRITICAL,
        urgent=_CRITICAL,
        negatable=False,
        unless=(*_HYPERBOLE, "if (the dollar|the economy|the election|trump|we (are late|forget))"),
        example="my family will be killed if they reach us",
    ),
    Rule(
        name="en.home-bombed",
        danger=Danger.THREAT_TO_LIFE,
        phrases=(
            "(my|our) {home} [is|was|has been|have been|got|just|just got|were|is being|are being|had been] [now|just]"
            " (bombed|shelled|bombarded|targeted by|hit by ..2 {arms}|struck by ..2 {arms}|destroyed by ..2 {arms})",
            "(they|{army}|{arms}) [have|has|just] (bombed|shelled|hit|destroyed|burned|targeted|struck|raided) (my|our) {home}",
        ),
        alone=_SERIOUS,
        urgent=_CRITICAL,
        unless=(
            *_MY_HOUSE_PARTY,
            "(with (paint|eggs|glitter|kindness|snowballs|love|emails)|prank|pranksters|toilet paper)",
        ),
        example="My house got bombed, we are in the stairs",
    ),
    Rule(
        name="en.home-hit",
        danger=Danger.THREAT_TO_LIFE,
        phrases=(
            "(my|our) {home} [is|was|has|got|just] [been] (hit|burning|on fire|destroyed|collapsed|under fire|under attack"
            "|in ruins|rubble|attacked|gone)",
        ),
        near_war=_SERIOUS,
        urgent=_CRITICAL,
        unless=_MY_HOUSE_PARTY,
        example="our building is burning, shells did it",
    ),
    Rule(
        name="en.last-hours",
        danger=Danger.THREAT_TO_LIFE,
        phrases=(
            "(this|these|those|it|they) [may|might|could|will] [probably] (is|are|be) [maybe|probably|perhaps] (our|my) {last}"
            " (hours|hour|moments|minutes|days|night|day|breath|breaths)",
            "{last} (hours|moments|minutes|days|seconds) (of|in|from) (our|my) (life|lives)",
            "(our|my) {last} (hours|moments|minutes|breath|breaths) (alive|in|$)",
            "(in|between) (minutes|moments|hours) of (death|life and death)",
            "{we_are} [{really}] between (life and death|death and life)",
        ),
        alone=_CONCERN,
        near_war=_CRITICAL,
        urgent=_SERIOUS,
        unless=(
            "(school|work|vacation|holiday|holidays|trip|summer|college|uni|university|senior|at the|job|freedom|twenties"
            "|teens|teenager|break|weekend|christmas|camp|rehearsal|in (paris|london|new york|rome))",
        ),
        example="these may be our last hours, jets over us again",
    ),
    Rule(
        name="en.cannot-breathe",
        danger=Danger.THREAT_TO_LIFE,
        phrases=("(i|we|my {family}|our children) (can|could) (not|hardly|barely) breathe",),
        near_war=_CRITICAL,
        negatable=False,
        unless=(*_HYPERBOLE, "(eric garner|blm|blacklivesmatter|protest)"),
        example="gas again, we can't breathe",
    ),
    Rule(
        name="en.trapped",
        danger=Danger.THREAT_TO_LIFE,
        phrases=(
            "{we_are} [{really}] (trapped|stranded|stuck|buried) [{really}] [alive] (under|in|inside|beneath|here|between|with"
            "|by|at home|at our|$)",
            "(my {family}|our family|family of mine|children) (is|are) [still|now] (trapped|buried|under) [alive]"
            " (under|in|inside|rubble|the rubble|$)",
            "{we_are} [{really}] under [the] (rubble|rubbles|debris|ruins)",
        ),
        alone=_CONCERN,
        near_war=_CRITICAL,
        urgent=_SERIOUS,
        unless=_NOT_TRAPPED,
        example="we are trapped under the rubble, i hear my brother",
    ),
    # Capture
    Rule(
        name="en.capturing-us",
        danger=Danger.CAPTURE,
        phrases=(
            "{they} [is|are|were|was|will|keep|started|have|has|may|might|going to|came|coming|come] [now|all|be|to|is]"
            " [soon] ({capturing}|{capture}|captured|arrested|surrounded|surround|besieged) (us|me|us all)",
            "(afraid|sure|fear|think|know) [that] {they} (will|would|may|is|are) ({capturing}|{capture}) (us|me)",
        ),
        alone=_SERIOUS,
        near_war=_CRITICAL,
        urgent=_CRITICAL,
        unless=(
            "(take|taking|took|get|catch|reach|catching) (us|me) (to|out|there|home|back|back to|for|seriously|on|down|up"
            "|off|far|through|a|an|some|by surprise|there|long|forever|about|into|over|under|all the|wrong|in|from|so"
            "|around|via|with|at|by phone|by email|too|more|as|away from)",
            "(takes|get) (me|us) (every time|everytime|so)",
            "(photo|picture|moment|beautifully|perfectly|camera|painting|pokemon|essence|lyrics|song)",
        ),
        example="sure the soldiers are capturing us tonight",
    ),
    Rule(
        name="en.being-captured",
        danger=Danger.CAPTURE,
        phrases=(
            "{we_are} [{really}] [being|getting|about to be|going to be|afraid to be|afraid of being] {captured}",
            "(i|we) (will|may|might|could) [{really}] (be|get) {captured}",
            "(i|we) (have been|had been|got|was|were|was just|were just|just got) {captured}",
            "(if|in case) (i|we) [am|are|get|was|were|get] {captured}",
            "in case of (my|our) (arrest|detention|capture)",
        ),
        alone=_CONCERN,
        near_war=_CRITICAL,
        urgent=_CRITICAL,
        unless=(
            "(captured|arrested|captive) by (the beauty|her|his|your|this|that|beauty|love|music|a|an)",
            "(attention|heart|imagination|fashion|swag|jaywalking|weed|drunk|dui|speeding|ticket|jail (time|for)|dream"
            "|dreams|dreamt|dreamed|nightmare|looking this good|pikachu|pokemon)",
        ),
        example="we are being arrested, soldiers in the stairs",
    ),
    Rule(
        name="en.surrounded",
        danger=Danger.CAPTURE,
        phrases=(
            "{we_are} [{really}] (surrounded|besieged|encircled|cut off|under siege) (by ..3 {they}|from all|from every|on all"
            "|now|here|in|and|for|since|$)",
            "{they} [have|has|are|is|now] [completely] (surrounded|surrounding|besieged|besieging|encircled|sealed)"
            " (us|our|my|the building|the house)",
        ),
        alone=_CONCERN,
        near_war=_SERIOUS,
        urgent=_SERIOUS,
        unless=_NOT_BESIEGED,
        example="we are surrounded from all sides, tanks on the road",
    ),
    Rule(
        name="en.at-the-door",
        danger=Danger.CAPTURE,
        phrases=(
            "{they} [is|are|were|now|have|has|just] [now|already] (at|outside|behind|in front of|on|inside|near|breaking"
            "|breaking down|knocking|knocking on|knocking at|banging on|storming|stormed|raiding|raided|entering|entered"
            "|enter|entered into|searching|broke into|breaking into|invading|inside of|in|reached|reaching|approaching)"
            " (my|our) {home}",
            "{army} [is|are|only|just|now] [now|only|just|about|less than] ..2 (meters|metres|meter|m|streets|street|minutes"
            "|steps|houses|blocks|km) (away|from us|from my|from our|from here|from me)",
        ),
        alone=_CONCERN,
        near_war=_CRITICAL,
        urgent=_CRITICAL,
        unless=("(pizza|delivery|customers|trick or treat|halloween|carol|girl scouts|jehovah|ants)",),
        example="soldiers are entering our building now",
    ),
    Rule(
        name="en.inside",
        danger=Danger.CAPTURE,
        phrases=(
            "{they} [is|are|were|have|now] [now|already] (inside|in|entered|entering|storming|searching|raiding|at|on) (the|this)"
            " (building|house|stairs|street|neighborhood|neighbourhood|door|apartment|shelter|basement|stairwell|quarter)",
            "{they} [is|are] [now] (knocking|banging|kicking|breaking) [on|at|down|in] [the|every|all|our|my] (door|doors)",
            "(i|we) [can|could] hear [their|the] (boots|steps|footsteps|voices|tanks|soldiers)",
            "(i am|we are|hiding) [{really}] hiding [in|under|from]",
            "hiding (in|under|from) [a|the|our|my|from] (closet|basement|cellar|bathroom|attic|well|tunnel|soldiers|army|{army})",
            "(lists|list) (with|of) (our|my) (names|name)",
            "{they} [is|are] ..2 [from] (house to house|door to door)",
            "(house by house|house to house|door to door) ..2 (arresting|searching|taking|killing|executing)",
            "[have|has] (lists|list) of (activists|names|journalists|the wanted|wanted)",
            "{army} [have|has] (took|taken|entered|stormed|raided|seized) ..3 (my|our) {home}",
            "(they|{army}) separated [the|all|our] (men|women|us|boys)",
            "{they} [will|are going to] [surely|certainly|definitely|now|probably] (take|capture|arrest|kill|find|reach) (us|me|us all)"
            " ($|now|all|tonight|and|soon)",
            "(soldiers|militias|gunmen|tanks|troops|army|police|fighters|militia) [have|has] (come|arrived|entered|reached us|are here|is"
            " here)",
            "{they} ..1 (took|taking|arresting|arrested|rounding up|taken) (all|every|the) [the] (men|young men|boys|man"
            "|journalists|doctors|activists)",
        ),
        alone=None,
        near_war=_SERIOUS,
        urgent=_SERIOUS,
        negatable=False,
        unless=(
            "(surprise party|take us (to|there|home|for|out)|coming home|hide and seek|game night|presents|christmas|rain|spider|paparazzi|shame)",
        ),
        example="hiding in the basement, armed men are in the building",
    ),
    Rule(
        name="en.army-near",
        danger=Danger.CAPTURE,
        phrases=(
            "{army} [is|are|now] [now|already] (advancing|approaching|coming|closing in|getting closer|moving|so close"
            "|very close|close) [now|fast|closer|very close] [on|to|toward|towards|at|into] (us|me|our|my)",
        ),
        alone=_CONCERN,
        near_war=_SERIOUS,
        urgent=_CRITICAL,
        unless=("(planes|jets|police|government|forces) (are|is) coming to (our|my) (aid|party|show|event|airport)",),
        example="army advancing toward us, people are running",
    ),
    Rule(
        name="en.prison",
        danger=Danger.CAPTURE,
        phrases=(
            "{they} [will|are going to|are|want to|may|might|have|has] [now] (take|taking|took|taken|send|sending|drag)"
            " (us|me|my {family}) [all] to [the|a] (prison|prisons|jail|detention|interrogation|security branch|branch"
            "|checkpoint|unknown place|unknown location)",
        ),
        alone=_SERIOUS,
        near_war=_CRITICAL,
        urgent=_CRITICAL,
        unless=("(monopoly|escape room|museum|tour)",),
        example="they will take us to prison tonight",
    ),
    Rule(
        name="en.they-come-for-us",
        danger=Danger.CAPTURE,
        phrases=(
            "{they} [are|is|will|have|just|now] (came|coming|come) [now|back] (for|to take|to arrest|to get|to capture|to kill"
            "|after) (us|me|my {family})",
            "(i|we) (have|had) to (run|flee|hide) [now] (they|{army}|before they)",
            "(we|i) (will|have to|must|had to|are forced to|going to) surrender",
        ),
        alone=_CONCERN,
        near_war=_CRITICAL,
        urgent=_SERIOUS,
        unless=(
            "(haters|fans|the game|my wig|coming for (me|us) (on|because)|wig|twitter|trolls|stans|lyrics|to jesus|to god"
            "|to the lord|all to|pokemon|ref|vultures|aliens|zombies)",
        ),
        example="they are coming for us, delete my number",
    ),
    Rule(
        name="en.family-taken",
        danger=Danger.CAPTURE,
        phrases=(
            "{they} [have|has|just] (took|taken|arrested|detained|kidnapped|captured|abducted|executed) [away] (my|our)"
            " {family}",
            "(my|our) {family} (is|are|was|were|has been|have been|got|just) [been] {captured}",
            "(they|{army}) (took|arrested|detained) (me|us|everyone|all the men|the men|the doctors) [away|from|$]",
        ),
        alone=_CONCERN,
        near_war=_SERIOUS,
        urgent=_SERIOUS,
        unless=(
            "(took (me|us) (a|to|for|so|out|back|in|by|there|on)|dui|drunk|weed|prank|photo|took my breath)",
            "{captured} by (the sight|the beauty|the idea|a|his|her)",
        ),
        example="they arrested my brother at the checkpoint",
    ),
    # Injury
    Rule(
        name="en.wounded",
        danger=Danger.INJURY,
        phrases=(
            "(i|we) (am|are|was|were|have been|has been|got|get|am also|am badly|am seriously|are all|both are) [{really}]"
            " (injured|wounded|shot|bleeding|hit by ..2 {arms}|hurt by ..2 {arms}|paralyzed|losing blood)",
            "(i|we) (am|are|was|were|got) (badly|seriously|heavily|severely) (hurt|burned|burnt)",
            "(i am|am) (bleeding|losing blood|losing a lot of blood)",
            "{arms} [has|have|hit] ..1 (hit|wounded|injured|tore|cut|through|into|in) (me|my) [leg|arm|shoulder|back|hand|chest]",
            "(lost|losing) (a lot of|so much|too much|much) blood",
            "(i|we) (lost|have lost) [a lot of|so much|too much|much] blood",
            "(shrapnel|shrapnels|bullet|bullets) [is|are] [still] (in|inside|through|hit|went through|entered) (my|me|our)"
            " [leg|arm|head|chest|back|body|eye|stomach|hand|foot|neck|face]",
        ),
        alone=_CONCERN,
        near_war=_CRITICAL,
        urgent=_SERIOUS,
        unless=_NOT_A_WOUND,
        example="i am wounded, shrapnel in my leg",
    ),
    Rule(
        name="en.family-wounded",
        danger=Danger.INJURY,
        phrases=(
            "(my|our) ..1 {family} (is|are|was|were|has been|have been|got|just got|just) [all|also|badly|seriously|been|now]"
            " (injured|wounded|killed|bleeding|martyred|shot|hit|burned|dying|dead|murdered)",
            "(my|our) {family} (died|is dying|are dying) [in|under|from|by]",
            "(killed|wounded|injured|shot|murdered) (my|our) {family}",
            "lost (my|our) {family} (in|to|today|under)",
        ),
        near_war=_SERIOUS,
        urgent=_SERIOUS,
        unless=(*_NOT_A_WOUND, "(cancer|heart attack|dementia|grandparents|alzheimer|anniversary|vet|puppy)"),
        example="my father is wounded by a mortar, no doctor",
    ),
    Rule(
        name="en.limb",
        danger=Danger.INJURY,
        phrases=(
            "(my|our) (leg|legs|arm|arms|hand|hands|eye|eyes|foot|face|head|chest|back) (is|are|was|were|got) [all|badly]"
            " (bleeding|gone|amputated|cut|burned|burnt|broken|hit|injured|wounded|shattered)",
            "(i|we) (lost|can not feel|can not move) my (leg|legs|arm|arms|eye|eyes|hand|hands)",
        ),
        near_war=_CRITICAL,
        negatable=False,
        unless=_NOT_A_WOUND,
        example="shell hit the kitchen, my arm is bleeding",
    ),
    # Call for help
    Rule(
        name="en.save-us",
        danger=Danger.CALL_FOR_HELP,
        phrases=(
            "{please} ..2 (save|rescue|evacuate|protect) (us|me|our children|our lives|our families|my family|my children"
            "|my life) ($|[now] {after_help})",
            "^ (save|rescue|evacuate|protect) (us|me|our children|our lives|my family|my children) ($|[now] {after_help})",
            "(who|nobody|no one|noone) (will|can|is going to|would|to) (save|rescue|help|protect) us",
            "(save|rescue) (what is left|the remaining|who is left|those left|whoever is left) [of us]",
            "(get|take|evacuate|pull|bring) (us|me|my family|our children) out (of here|of this|of|now|before|please|$)",
            "let (us|our children|our wounded|the wounded) (out|leave|go out|evacuate)",
        ),
        alone=_CONCERN,
        near_war=_CRITICAL,
        urgent=_SERIOUS,
        negatable=False,
        unless=(
            *_NOT_A_PLEA,
            "(jesus|christ|lord|savior|saviour|superman|batman|referee|ref|quarterback|the bell|winter|caffeine|monday"
            "|friday|weekend|obama care|obamacare|election|democrats|republicans|brexit)",
        ),
        example="please save us from this hell, planes every minute",
    ),
    Rule(
        name="en.help-us",
        danger=Danger.CALL_FOR_HELP,
        phrases=(
            "{please} ..2 help (us|me|our children|my family|my children) ($|[now] {after_help})",
            "^ help (us|me|our children|my family) ($|[now] {after_help})",
            "(we|i) [{really}] need [urgent|immediate|your|some|real|medical|emergency|international] [urgent|immediate]"
            " (help|rescue|evacuation|ambulance|ambulances|protection|a doctor|doctors|medicine|blood|saving|to be evacuated"
            "|to get out|to be rescued) (now|please|urgently|here|immediately|before|in|$)",
            "(any one|anyone|anybody|someone|somebody) (help|save) (us|me|my)",
        ),
        alone=_CONCERN,
        near_war=_SERIOUS,
        urgent=_CONCERN,
        unless=_NOT_A_PLEA,
        example="someone help us, shelling did not stop and we have wounded",
    ),
    Rule(
        name="en.pray-for-us",
        danger=Danger.CALL_FOR_HELP,
        phrases=(
            "(pray|praying|prayer|prayers|dua|duaa|duas|make dua) for (us|me|our family|my mother|my brother|my family|our souls|our safety|our children"
            "|my children|my city|our city)",
            "(keep|remember|include) (us|me|my family) in your (prayers|prayer|dua|duas|duaa)",
            "(need|want) your (prayers|prayer|duas|dua)",
        ),
        alone=_CONCERN,
        near_war=_SERIOUS,
        urgent=_SERIOUS,
        unless=(
            "(exam|exams|test|finals|interview|surgery|results|result|job|operation|flight|safe travels|trip|game|match"
            "|saint|saints|st|mary|mother of god|sinners|holy|hail|lent|mass|novena|saints|amen|pope|father|blessed|lady"
            "|church)",
        ),
        example="please pray for us, the planes are back",
    ),
    Rule(
        name="en.hear-us",
        danger=Danger.CALL_FOR_HELP,
        phrases=(
            "(can|does|do|is|will|would|did) (anyone|anybody|someone|you|the world|nobody|no one|somebody) [please|even]"
            " (hear|hearing|see|listen to|listening to|seeing) (us|me|our|our voice|our screams)",
            "^ (hear|listen to) (us|our voice|our voices|our screams|our cries) [please] $",
            "^ [world|please] (hear|listen to) (us|our voice|our voices|our screams|our cries|our call)",
            "(anyone|anybody|someone|somebody|is the world) ..3 (listening|hearing|hears|out there)",
            "(no one|nobody|noone|no body) (hears|hear|sees|listens to|listen to|answers|is listening to) (us|our)",
            "(raise|be) our voice",
            "(the world|whole world|humanity) [is] (watching|watches|silent|sleeping|watch) [as|while] (we|us|our)",
        ),
        alone=None,
        near_war=_SERIOUS,
        urgent=_CONCERN,
        negatable=False,
        unless=(
            "(mic|microphone|zoom|skype|stream|podcast|lord hear|radio|now playing|concert|fans|phone|headphones)",
        ),
        example="does anyone hear us? bombs since morning",
    ),
    Rule(
        name="en.sos",
        danger=Danger.CALL_FOR_HELP,
        phrases=("sos [sos]", "mayday", "(urgent|emergency) (call|appeal) (from|for) (us|our|inside|besieged)"),
        near_war=_SERIOUS,
        unless=(
            *_NOT_A_PLEA,
            "(rihanna|abba|android|button|app|group|children's villages|sos children|villages|feature)",
        ),
        example="SOS from our street, airstrikes and no ambulance",
    ),
    Rule(
        name="en.stop-it",
        danger=Danger.CALL_FOR_HELP,
        phrases=(
            "(please|world|someone|must) ..2 stop (this|the|these|them|it) [{arms}|massacre|genocide|war|killing|slaughter"
            "|bombing|shelling|madness|holocaust] [now|please|$]",
            "stop (killing|bombing|shelling|slaughtering|burning|shooting) (us|our|me|my)",
            "(please|someone|world|anyone|must|somebody) ..2 do (something|anything)",
            "do (something|anything) (please|now|before|$)",
            "(why|how) [is|are] [all|the|whole] (you|everyone|world|the world|everybody|muslims|arabs) [are|is|all|still|so] (silent"
            "|watching|quiet|sleeping|blind|deaf)",
            "[we] need [an|a|urgent] (ambulance|ambulances|doctor|surgeon|blood|medicine|evacuation|rescue) (now|urgently|quickly"
            "|here|immediately|please|fast|$)",
            "(can|could|will|who can|anyone who can|someone who can) [please] (get|take|evacuate) (us|me|my family|the wounded) out",
            "where is (the world|humanity|the un|everyone|everybody|the ummah)",
            "(no|without|not any) (ambulance|ambulances|doctor|doctors|hospital|hospitals|rescue|one|help|aid) (can|could|is"
            " able to|will|to|are able to) (reach|help|save|treat|come) [to] (us|me|them|the wounded|here)",
            "(ambulances|doctors|rescuers|civil defense|white helmets|nobody|no one) (can|could) not (reach|come|get) [to]"
            " (us|me|them|here|the wounded)",
        ),
        near_war=_SERIOUS,
        negatable=False,
        unless=("(video|game|petition|sign)",),
        example="no ambulance can reach us, the shelling is too close",
    ),
    Rule(
        name="en.nothing-left",
        danger=Danger.CALL_FOR_HELP,
        phrases=(
            "(we|i) (have|had|got) no (food|water|medicine|medicines|bread|milk|doctors|hospital|hospitals|fuel|shelter"
            "|electricity|heating|supplies|blood) [left|now|anymore|here|at all|and|or|$]",
            "(we|i) (have|are) [been] (run out|running out|out|ran out) of (food|water|medicine|medicines|bread|milk|blood"
            "|supplies|everything|time)",
            "no (food|water|medicine|bread|milk|doctors|hospitals) [no] ..3 (left|anymore|for us|for our|for the wounded)",
        ),
        near_war=_SERIOUS,
        urgent=_CONCERN,
        negatable=False,
        unless=("(fridge|grocery|supermarket|store|landlord|plumber|utility|pg&e|restaurant|shopping)",),
        example="besieged since july and we have no food left",
    ),
    # Giving up hope
    Rule(
        name="en.lost-hope",
        danger=Danger.GIVING_UP_HOPE,
        phrases=(
            "(i|we|i have|we have|people here have|all of us) [already|just|have|{really}] (lost|lose|lost all|losing) [all|any"
            "|our|my|every|the last|our last|my last] hope",
            "{we_are} [{really}] (hopeless|losing hope|losing all hope|without hope|out of hope)",
            "(there is|have|we have|i have) no [more] hope (left|for us|anymore|now|$)",
            "no [more] hope (left|for us|for me|anymore)",
            "hope is (gone|dead|lost|finished)",
            "no [more] hope $",
            "(i|we) (have|had) no (strength|energy|power|tears|more strength|more tears) (left|more|anymore|to|$)",
            "(i|we) (can|could) not (hope|believe|dream) [in] (anymore|any more|anything)",
        ),
        alone=_CONCERN,
        near_war=_SERIOUS,
        urgent=_CONCERN,
        unless=(
            "(team|playoffs|season|league|cup|dating|relationship|men|women|love life|him|her|exam|diet|society|congress"
            "|party|election)",
        ),
        example="we lost all hope, they bomb even the bakeries",
    ),
    Rule(
        name="en.abandoned",
        danger=Danger.GIVING_UP_HOPE,
        phrases=(
            "(world|everyone|un|humanity|you|you all|all|arabs|muslims|nations|they|everybody) [has|have|all] [all|already|just]"
            " (abandoned|forgot|forgotten|betrayed|left|failed|let down) (us|me)",
            "(abandoned|forgotten|betrayed|failed|left alone|sold) by (the world|everyone|humanity|all|the un|you)",
            "do not (leave|abandon|forget) (us|me) [alone|here|now|please|$]",
            "(left|leave|leaving) (us|me) [alone] to (die|be killed|our fate|face death|be slaughtered)",
            "(there is|there's|is) (nobody|no one|noone) left [to|for]",
            "(no one|nobody|noone|no body) (cares|care|cared|is coming|came|will come|will help|will save|helps|helped|can help"
            "|is helping|can save) [about|for|to] [help|save|rescue] (us|me|our)",
            "(nobody|no one|noone) (is coming|came|will come|comes|answers|answered|will help|helps) ($|to|for us|here)",
            "[have] [been] left [all] (alone|behind) [to|with] [our|my|die] [fate|death]",
            "(we are|we have been|left) alone (now|here|to|in|facing|under|$)",
        ),
        alone=_CONCERN,
        near_war=_SERIOUS,
        urgent=_CONCERN,
        negatable=False,
        unless=("(i|we) (forgot|abandoned)", "(my ex|snapchat|group chat|dms|boyfriend|girlfriend|party|jesus|voters)"),
        example="the world has abandoned us to the barrel bombs",
    ),
    Rule(
        name="en.it-is-over",
        danger=Danger.GIVING_UP_HOPE,
        phrases=(
            "(it|everything|all) is [all] (over|finished|lost|ended) [now|for us|$]",
            "{we_are} [{really}] (finished|done for|doomed|already dead|dead already|the next|next to die|counting our hours)",
            "this is the end",
            "(it is|is) too late (for us|now|to save us|to help us)",
            "(accept|accepted|accepting|surrender to|resigned to) (our|my) (fate|death|destiny)",
        ),
        near_war=_SERIOUS,
        unless=("(this is the end of (the|a|my|this))",),
        example="it's over for us, the army took the last district",
    ),
    Rule(
        name="en.give-up",
        danger=Danger.GIVING_UP_HOPE,
        phrases=(
            "(i|we) [am|are|have|just|now|had|will|want to|have to] [{really}] (give up|gave up|giving up|given up) [on life|on"
            " everything|on living|on the world|on humanity|hope|now] ($|and|because|we|i|,)",
            "(i|we) (can not|could not) (take it|bear it|go on|continue|hold on|stand it|do this|endure) [anymore|any more|any"
            " longer|longer|$]",
            "(tired|sick) of (living|life|this life|waiting to die)",
        ),
        near_war=_SERIOUS,
        negatable=False,
        unless=(
            "(not|never|won't|will not|do not) [ever] (give up|giving up|surrender)",
            "(giveaway|meat|sugar|smoking)",
        ),
        example="we can't go on anymore, siege and shelling every day",
    ),
    Rule(
        name="en.wish-to-die",
        danger=Danger.GIVING_UP_HOPE,
        phrases=(
            "(i|we) [really|just|only] (want|wish|wanted|prefer|hope) to (die|be dead|be killed)",
            "(i|we) wish (i|we) (was|were|had) (dead|died|killed|never born)",
            "(i|we) do not want to live [anymore|any more|$]",
            "death is (better|mercy|a mercy|easier|more merciful|sweeter)",
            "(only|we) (wait|waiting|wish|hope|pray) for [a|our] [quick|fast|merciful] death",
            "(kill|bomb) us (all|quickly|at once|and finish|and end)",
        ),
        near_war=_SERIOUS,
        urgent=_CONCERN,
        unless=_HYPERBOLE,
        example="death is better than this siege",
    ),
)

ENGLISH = Language(
    code="en",
    script="[a-z]",
    rules=_RULES,
    classes=_CLASSES,
    expansions=_EXPANSIONS,
    breakers=frozenset({"and", "but", "so", "because", "then", "i", "we", "they", "he", "she", "you", "now", "please"}),
    common=_COMMON,
    negations=(
        "(not|never|nor|neither|without|hardly|nobody|no one) ..3",
        "no ..1",
        "(refuse|refused|refusing|instead|avoid|avoided|stop|escaped|far|until|til|prevent|prevented|rather|than)"
        " [to|of|from|than] ..1",
    ),
    negations_through=(
        "(not|never) (think|believe|want|say|saying|mean|expect|feel|imagine|going|plan|planning|wish|hope|like|wanting)"
        " ..3",
        "(what|as) if ..1",
    ),
    reports=(
        "(he|she|they|people|man|woman|girl|boy|students|workers|officials|residents|locals|victims|victim|survivor"
        "|survivors|refugees|mayor|president|minister|governor|spokesman|reporter|activists|who|witness|witnesses|doctor"
        "|captain|resident|student|everyone|everybody|trump|obama|police|media) [is|are|was|were|has|have|just|keep|also]"
        " (said|says|say|saying|told|tells|tell|claims|claimed|tweeted|texted|wrote|writes|screamed|screaming|yelled|cried"
        "|shouted|thinks|think|thought|wishes|feared) ..4",
        "(quote|headline|title|titled|called|entitled|lyrics|chapter|book|film|movie|documentary|novel|poem|song|episode"
        "|slogan|banner|trailer|play) [:|is|called|titled|named|by] ..3",
        "according to ..5",
        "(imagine|pretend|pretending|acting like|act like|as though|like) [that|if] ..2",
    ),
    speech=(
        "(said|says|saying|told|tells|quoted|quote|writes|wrote|tweeted|reads|read|titled|called|by|via|asked|asks|cried"
        "|recalled|recalls|headline|survivor|resident|song|lyrics|book|movie|film)",
    ),
    war=(
        "(bomb|bombs|bombed|bombing|bombings|bombardment|bombarded|shell|shells|shelling|shelled|airstrike|airstrikes"
        "|missile|missiles|rocket|rockets|mortar|mortars|sniper|snipers|gunfire|gunshots|gunshot|bullet|bullets|tank|tanks"
        "|warplane|warplanes|jets|soldier|soldiers|army|militia|militias|militant|militants|regime|besieged|besieging|siege"
        "|massacre|massacres|massacred|genocide|slaughter|slaughtered|slaughtering|executed|executing|executions"
        "|extermination|exterminated|chlorine|sarin|phosphorus|napalm|assad|isis|daesh|rubble|airstrikes|ceasefire"
        "|shrapnel|explosions|explosion|clashes|troops|artillery|checkpoint|checkpoints|shabiha|gunmen|rebels|war|wars"
        "|bombardments|warcrimes|airplanes|barrels|occupation|raid|raided|raiding|arrested|detained|detention|mukhabarat"
        "|drone|drones|plane|planes|helicopters|boots|massacring|besiege|warzone|encircled|execution|captured|capturing|kidnapped)",
        "(air strike|air strikes|barrel bomb|barrel bombs|war crime|war crimes|armed men|front line|frontline|no ambulance"
        "|green buses|war planes|war plane|civil defense|white helmets|field hospital|under fire|under attack|under siege"
        "|being killed|being slaughtered|are massacring|gas attack|toxic gas|poison gas|gas again|is shooting|are shooting|heavy fire|shooting at|burning us|killing us"
        "|kill us|arrest us|surrounded us)",
    ),
    urgent=(
        "(now|tonight|right now|any moment|any minute|at this moment|this moment|minutes away|meters away|in minutes"
        "|immediately|urgent|urgently|quickly|at the door|next minutes|in the next hours|nowhere|hurry|this night"
        "|this minute|before it is too late|before too late)",
    ),
    everyday=(
        "(match|game|games|league|referee|ref|goal|goals|penalty|season|fc|cup|playoff|playoffs|semifinal|quarterback|nba"
        "|nfl|mlb|nhl|ufc|coach|innings|wicket|cricket|touchdown|boss fight|minecraft|fortnite|pokemon|xbox|playstation|ps4"
        "|gamer|gaming|halftime|world cup|madrid|barcelona|arsenal|chelsea|liverpool|man utd|lakers)",
        "(episode|movie|film|netflix|song|lyrics|album|trailer|spoiler|spoilers|thrones|anime|series|season finale|finale"
        "|karaoke|nowplaying|#nowplaying|#np|playlist|concert|spotify|soundcloud|vevo|band|remix|novel|chapter|cosplay"
        "|walking dead|#thewalkingdead|zombie|zombies|horror|sequel|imdb|hbo)",
        "(exam|exams|homework|assignment|midterm|midterms|finals|essay|thesis|semester|professor|deadline|meeting|monday"
        "|mondays|diet|workout|gym|hangover|tinder|crush|prom|haircut|makeup|shopping|black friday|sale|discount)",
        "(♪|♫|🎵|🎶|🎧|🎤|🎮|⚽|🏀|🏈|🎬)",
    ),
    laughter=(
        "(lol|lmao|lmfao|rofl|haha*|hehe*|jk|lolz|lool|ahaha*|bahaha*|jaja*|xd|kidding|joke|jokes|joking|sarcasm|literally"
        " dead|im dead|fml|smh lol|😂|🤣|😹|😆|😜|😝|😅|😁|💀|😛|😎)",
    ),
    past=(
        "(years|year|months|decades) ago",
        "(last|previous) (year|month|summer|winter|decade)",
        "(in|since|of|circa|from) {years_past}",
        "(on this day|this day in|throwback|#tbt|tbt|anniversary|back in|remembering|remember when|used to|when i was"
        "|when we were|once upon|history|commemorat*|survived|survivors of|memoir|documentary|as a child|childhood|diary of"
        "|during the war|world war|ww2|wwii|hiroshima|auschwitz|holocaust memorial|titanic|pearl harbor|9/11)",
    ),
)
