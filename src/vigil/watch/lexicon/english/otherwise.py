"""English phrases that show a rule's words are meant otherwise: parties, sport, jokes, prayers of every day."""

# ruff: noqa: E501, ISC004  (lists of words run on over lines; Arabic letters count wider than they are)

NOT_A_GOODBYE = (
    "(goodbye|good bye|bye|farewell) [to] ({digits}|winter|summer|spring|autumn|fall|monday|weekend|ramadan|vacation"
    "|holiday|holidays|diet|carbs|sleep|stress|haters|school|exams|finals|internet|wifi|money|paycheck|childhood)",
    "see you (tomorrow|soon|later|monday|next|there|again|around|tonight|at (dinner|lunch|work|school|home|the))",
    "(kiss|kissed|wave|waved|say|says|said|saying) (goodbye|good bye|farewell) to (the|your|a|that|those|my old|this|his"
    "|her|its|summer|winter)",
    "(happy|bon voyage|good luck|new job|retirement|graduation|graduating|moving to|last day of|last day at)",
    "(rip|rest in peace|passed away|funeral|passing)",
    "(goodbye|farewell) (party|tour|dinner|concert|speech|gift|match|game|card|lunch|kiss|ceremony|show|tea|cake)",
    "(my|our) (goodbye|farewell)",
    "(buying|sold|selling|deleting|quitting|leaving) (facebook|twitter|instagram|my job|whatsapp|this app|snapchat)",
    "(facebook|instagram|snapchat|tumblr|tinder|iphone|netflix|windows|hello|android)",
)

TO_BE_CONTINUED = (
    "for (today|tonight|now|the day|the night|this week|the week|this month|a while|some time|a few|the season|the year)",
    "of (the day|the night|the year|the week|the month|today|tonight|this year|the season|{digits})",
    "about (politics|football|food|cooking)",
    "(message|words|word|video|report) of (the|a|his|her|this) (minister|president|coach|director|book|film|king|speech|season|series|year|author)",
    "(about|on) (this|the|that) (subject|topic|issue|matter|game|match|account)",
    "before (i board|we board|i fly|we fly|i land|we land|take off|the flight|my flight|bed|sleep|sleeping|work|exam|exams|my|i go|i sleep|going|heading|boarding|lunch|dinner|takeoff|christmas"
    "|the break|the show|the game|midterms|finals|vacation)",
    "(see|talk to|back|more|again) [you] (tomorrow|later|soon|next week|monday)",
    "last (message|post|tweet|call|video|word|update|report) (i|he|she|they|we|you|was|sent|from my)",
    "(thread|end of thread|livetweet|spoiler|spoilers|customers|order|orders|subscribe|newsletter|giveaway)",
    "last call for",
    "before (i|we) (switch|move|change|delete|quit|log off|sign off for)",
    "(vacation|break|hiatus|detox|new account|other account|my new)",
)

HYPERBOLE = (
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

NOT_BESIEGED = (
    "(siege|surrounded|besieged|attack|attacked|invaded) by (relatives|aunts|aunties|cousins|guests|kids|mosquitoes|fans|tourists|cats|questions|salesmen|sellers|wasps|lemon|trees)",
    "surrounded by (love|friends|family|idiots|mountains|beautiful|beauty|books|people|nature|water|so|my|such|good"
    "|great|amazing|positive|happy|flowers|trees|cats|dogs|food|gifts|angels|prayers|loved|fans|couples|art|music"
    "|the best|those|boxes|fake|negative|wonderful|incredible|snow|fog|smoke|laundry|papers|floodwater|floodwaters)",
    "(website|server|servers|site|ddos|hackers|hacked|spam|trolls|bots|phishing|email|emails|mosquitoes|ants|seagulls"
    "|squirrels|wasps|mosquitos|bees|cats|toddlers|cyber|critics|liberals|conservatives|the left|the right|values"
    "|freedoms|second amendment|religion|media bias)",
)

NOT_TRAPPED = (
    "(traffic|meeting|meetings|elevator|lift|office|airport|job|the past|my mind|my head|my own|class|classroom|bed"
    "|queue|marriage|relationship|body|friendzone|friend zone|library|train|metro|bus|hotel|plane|work|maze|escape"
    "|debt|loop|matrix|cubicle|netflix|bathroom|car park|dead end|time|rut)",
)

NOT_A_WOUND = (
    "(knee|ankle|hamstring|shoulder|groin|toe|thumb|wrist|calf|game|season|gym|training|match|workout|running|playing"
    "|football|soccer|basketball|skiing|yoga|coach|team|practice|marathon|race|skate|skating|bike|cycling|dance"
    "|feelings|pride|ego|squad|surgery|tattoo|dentist|gums|nose|paper cut|papercut|shaving|ears|eyes)",
    "(photographer|photo shoot|photoshoot|flu|vaccine|vaccinated|tetanus|cortisone|photo|picture|portrait|video|film|instagram|camera|lens|canon|nikon)",
    "(car accident|car crash|fell off|fell down|tripped)",
)

NOT_A_PLEA = (
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

MY_HOUSE_PARTY = (
    "(weddings|wedding|derby|hail|lightning|a tree|tree|storm|tornado|car|truck|snow|spiders|ants|earthquake|quake|flood|hurricane|kids"
    "|toddler|puppy|dog|cat|glitter|party|stomach flu|wind|burglars|thieves)",
)
EVERYDAY_PLACE = (
    "(delivery|pizza|cake|cakes|postman|courier|amazon|relatives|in laws|inlaws|in-laws|guests|lunch|dinner|brunch|bbq|barbecue|birthday"
    "|wedding|party|surprise|santa|carol|trick or treat|halloween|plumber|landlord|teenagers|puppy|paint|prank|pranksters|nostalgia|snowballs"
    "|mosquitoes|mosquitos|ants|bees|fridge|netflix|tickets|fans|concert|festival|parade|fireworks|firework"
    "|air show|museum|wifi|customers|salesman|gas man|football|cookies|scout|scouts|selling|scholarship|parcel|grant|admission|acceptance|graduates|weddings|derby|dishes|bass|paving|elevator|raffle|municipality|roadworks|blushing|crush|group chat|contract|lemon|trees)",
)
NOT_TAKEN = (
    "(took|take|taken|taking|grabbed|brought|driven) ..5 (airport|team|squad|pool|wedding|swimming|class|dinner|lunch|school|university|college|movies|cinema|beach|park"
    "|zoo|holiday|vacation|shopping|coffee|ice cream|a walk|a trip|photo|photos|picture|pictures|selfie|for a|by bus|by"
    " train|to the doctor|to the dentist|first day)",
    "by (her|his|your|beauty|love|music|the (beauty|sight|smell|taste|music|idea|view)|a (smile|song|voice|painting))",
    "(dui|drunk|prank|drugs|weed|fraud|robbery|theft|shoplifting|embezzl*|corruption|tax|court heard|lawsuit)",
    "(arrested development|beautiful light|national)",
    "(are|am) (safe|fine) [now|$]",
    "(now in|safe now|, safe $)",
    "(to|who) (join|cover|write|work|apply|hire|help us)",
    "(freed|released|came back|is free|free again|is home|back home|came home|out of prison|from prison)",
)
NOT_HURT = (
    "(playing|match|game|gym|workout|training|skiing|skating|bike|bicycle|cycling|marathon|yoga|tattoo|dentist|vaccine"
    "|vaccinated|onions|onion|kitchen knife|lego|shaving|paper cut|photographer|photo shoot|photoshoot|camera|as a kid|stairs at|fell off"
    "|drama|movie|film|series|episode|old injury|physio|surgery went|healing|recovering|is better|much better)",
)
WEEKEND = (
    "(in class|in a meeting|asleep|sleeping|driving|at work|shower|the car|weekend|vacation|holiday|holidays|flight|boarding|board|exam|exams|camping|retreat|deadline|new phone|new number|lost"
    " my phone|in the village|summer|september|october|winter|spring|until monday|on monday|next week|maintenance|recipe"
    "|dinner|wedding|birthday|conference|honeymoon|beach|see you in|other app|new account|new one|follow|party|the subject"
    "|the topic|about politics|cake|cakes|pizza|pineapple|lent|detox|season|episode|movie|game|gaming|boredom|meeting)",
)
NOT_HOPELESS = (
    "(printer|netflix|fridge|gym|swimming|diet|team|season|match|game|party|series|episode|finale|traffic|bus|company|job"
    "|boss|exam|exams|cat|pictures|movie|wifi|laptop|shopping|parking|referee|coach|league|cup|homework|customer service"
    "|dating|tinder|crush|sofa|laundry|band|song|concert)",
)
JOKING = (
    "(dying|die|died|dead|killing|kill) (of|from|with) (laughter|laughing|boredom|embarrassment|cringe|cuteness|happiness|joy"
    "|jealousy|anticipation|excitement|curiosity|love|shame|second hand|secondhand|the heat|old age)",
    "(dying|die) (for|to) (a|an|some|that|this|know|meet|hear|try|go|have|eat|watch|visit|get|buy|read)",
    "(dying|dead|die|died) (laughing|inside|trying)",
    "(dead|bleeding) (quiet|tired|serious|silent|right|wrong|green|red|blue|money)",
    "(boredom|bored|hangover|allergies|workout|gym|leg day|homework|essay|cute|gorgeous|adorable|caffeine)",
)
NOT_BY_ARMS = (
    "(bass|elevator|music|paving|weddings|wedding|derby|hail|lightning|tornado|hurricane|typhoon|cyclone|earthquake|quake|flood|floods|floodwater|glitter"
    "|party|stomach flu|burglars|thieves|puppy|wildfire|wildfires|bushfire|tree)",
)
