"""English word lists, short forms, and words too common to look a rule up by."""

# ruff: noqa: E501, SIM905  (lists of words run on over lines; Arabic letters count wider than they are)

CLASSES = {
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
    "|intelligence|soldier's|enemy|rsf|janjaweed|janjawid|security forces|idf|israelis|israeli soldiers|chechens|chechen"
    "|wagner|fsb|nkvd|settlers|hezbollah|men with guns|men with weapons|masked men|gunman|quadcopter|quadcopters|apaches"
    "|choppers|occupiers|invaders|russian soldiers|regime forces|government forces|national guard|special forces"
    "|mercenaries|thugs|patrol|patrols|commandos|infantry|officers|sdf|houthis|plainclothes",
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
    "|school|office|district|quarter|area|village|town|city|camp|room|clinic|roof|block|alley|lane|road|gate|yard"
    "|garden|stairs|stairwell|staircase|floor|tent|balcony|kitchen|tower|entrance|hallway|corridor|wall|walls|window"
    "|windows|houses|mosque|church|ward|compound|dorm|bunker|cellar|shop|bakery|courtyard|rooftop|ceiling|car|bus"
    "|ambulance|convoy",
    "place": "house|home|building|street|alley|lane|neighborhood|neighbourhood|apartment|flat|door|gate|stairs|stairwell"
    "|staircase|floor|basement|cellar|shelter|hospital|clinic|school|camp|compound|courtyard|yard|garden|roof|rooftop"
    "|room|corridor|hallway|entrance|block|tower|mosque|church|university|dorm|ward|bunker|metro station|quarter",
    "near_us": "next door|near us|next to us|near me|next to me|beside us|beside me|around us|around me|all around|close to us|behind us|above us|above me|over us"
    "|on us|on top of us|at us|outside|downstairs|upstairs|below us|opposite us|in front of us|in front of me|on our"
    " {place}|in our {place}|at our {place}|into our {place}|outside our {place}|over our {place}|above our {place}"
    "|near our {place}|on my {place}|in my {place}|outside my {place}|near my {place}|over my {place}|to our {place}"
    "|behind our {place}|next to our {place}|next to my {place}|down the street|across the street|in the next"
    " {place}|in the street|in the streets|on the street|meters from us|metres from us|meters away|metres away|meters"
    " from my {place}|meters from our {place}|m away|m from us|at the corner|on the corner|in the corridor|in the yard"
    "|house to house|everywhere|in the stairwell|on the stairs|in the basement|the street behind us|in the house",
    "body": "leg|legs|arm|arms|hand|hands|foot|feet|head|neck|chest|back|stomach|belly|shoulder|face|eye|eyes|body|knee"
    "|thigh|side|lung|spine|hip|abdomen|fingers|ribs|throat",
    "men": "men|young men|boys|man|youth|youths|males|civilians|everyone|people|patients|wounded|doctors|nurses|staff"
    "|journalists|activists|families|women|children|neighbours|neighbors|anyone|anybody|everybody|students|teachers"
    "|guys|prisoners|the injured|elderly",
    "own": "mother|mom|mum|mama|father|dad|baba|brother|brothers|sister|sisters|son|sons|daughter|daughters|wife|husband"
    "|child|children|kid|kids|baby|uncle|aunt|cousin|cousins|grandmother|grandma|grandfather|grandpa|grandparents"
    "|neighbour|neighbours|neighbor|neighbors|friend|friends|colleague|colleagues|family|parents|fiance|nephew|niece"
    "|best friend|little brother|little sister|twin|boy|girl|boys|girls|babies|roommate|teacher|medic|driver",
    "digits": "2010|2011|2012|2013|2014|2015|2016|2017|2018|2019|2020|2021|2022|2023|2024|2025|2026",
    "years_past": "1914|1939|1941|1942|1943|1944|1945|1948|1967|1968|1973|1975|1979|1982|1988|1989|1990|1991|1992|1993"
    "|1994|1995|1996|1999|2001|2003|2004|2005|2006|2008|2009|2010|2011",
    "message": "message|messages|msg|words|word|call|video|voice|report|broadcast|appeal|plea|letter|statement"
    "|goodbye|farewell|stream|live|update|voice note|communication|transmission|testimony",
    "post": "tweet|post|status|tweets|posts|picture|photo|selfie|picture|story",
    "last": "last|final|very last|last ever|absolute last|lst",
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

EXPANSIONS = {
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
    "2nyt": "tonight",
    "2morrow": "tomorrow",
    "tmrw": "tomorrow",
    "tmr": "tomorrow",
    "tomoro": "tomorrow",
    "tomorow": "tomorrow",
    "thru": "through",
    "bcz": "because",
    "bcoz": "because",
    "coz": "because",
    "cuz": "because",
    "b4": "before",
    "luv": "love",
    "bro": "brother",
    "sis": "sister",
    "idk": "i do not know",
    "dunno": "do not know",
    "hes": "he is",
    "shes": "she is",
    "theyll": "they will",
    "theyve": "they have",
    "youll": "you will",
    "youve": "you have",
    "whats": "what is",
    "wheres": "where is",
    "somones": "someone is",
    "someones": "someone is",
    "some1": "someone",
    "any1": "anyone",
    "every1": "everyone",
    "no1": "no one",
    "noone": "no one",
    "evac": "evacuation",
    "ambulence": "ambulance",
    "amublance": "ambulance",
    "amb": "ambulance",
    "soliders": "soldiers",
    "soilders": "soldiers",
    "solders": "soldiers",
    "millitia": "militia",
    "nieghbors": "neighbors",
    "neigbours": "neighbours",
    "hospitl": "hospital",
    "bleding": "bleeding",
    "surounded": "surrounded",
    "surrunded": "surrounded",
    "buldings": "buildings",
    "bulding": "building",
    "buiding": "building",
    "bldg": "building",
    "rubbles": "rubble",
    "rubbel": "rubble",
    "exploion": "explosion",
    "shoting": "shooting",
    "breth": "breathe",
    "dissapear": "disappear",
    "tht": "that",
    "wit": "with",
    "frm": "from",
    "wat": "what",
    "wen": "when",
    "som": "some",
    "cud": "could",
    "shud": "should",
    "n": "and",
    "min": "minutes",
    "mins": "minutes",
    "hrs": "hours",
    "bday": "birthday",
}

COMMON = frozenset(
    "i we us me my our you your he she it they them the a an and or but of to in on at for from with by is are am was "
    "were be been being have has had do does did not no all will would can could may might this that these those there "
    "here what who now just so if one day time last about out up going get got go want need see say know like new more "
    "people please today right still again it's very take back home life world us. help good night world family house "
    "no who any some left over another only down never when".split()
)
