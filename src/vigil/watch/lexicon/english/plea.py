"""Calls for help: SOS, ambulances, ways out, prayers."""

# ruff: noqa: E501, ISC004  (lists of words run on over lines; Arabic letters count wider than they are)

from vigil.model.verdict import Danger
from vigil.watch.lexicon.english.otherwise import EVERYDAY_PLACE, NOT_A_PLEA, NOT_HOPELESS, NOT_TRAPPED
from vigil.watch.lexicon.rule import CONCERN, CRITICAL, SERIOUS, Rule

PLEA: tuple[Rule, ...] = (
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
        alone=CONCERN,
        near_war=CRITICAL,
        urgent=SERIOUS,
        negatable=False,
        unless=(
            *NOT_A_PLEA,
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
        alone=CONCERN,
        near_war=SERIOUS,
        urgent=CONCERN,
        unless=NOT_A_PLEA,
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
        alone=CONCERN,
        near_war=SERIOUS,
        urgent=SERIOUS,
        unless=(
            "(jumma|jummah|juma|jumuah|ramadan|eid|paperwork|laundry|traffic|thesis|deadline|boss|driving test|exam|exams|test|finals|interview|surgery|results|result|job|operation|flight|safe travels|trip|game|match"
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
        near_war=SERIOUS,
        urgent=CONCERN,
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
        near_war=SERIOUS,
        unless=(
            *NOT_A_PLEA,
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
        near_war=SERIOUS,
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
        near_war=SERIOUS,
        urgent=CONCERN,
        negatable=False,
        unless=("(fridge|grocery|supermarket|store|landlord|plumber|utility|pg&e|restaurant|shopping)",),
        example="besieged since july and we have no food left",
    ),
    Rule(
        name="en.under-the-rubble",
        danger=Danger.CALL_FOR_HELP,
        phrases=(
            "(my|our|his|her) ..1 {own} [and ..3] [is|are|has been|still] [still|been|all|alive|trapped|stuck|buried] (under|beneath) [the] (rubble|debris|ruins|stones|rocks|house|building|concrete|collapsed)",
            "(we are|i am|we|us|me|of us|alive|still) [still|alive|all|trapped|stuck|buried|are] (under|beneath|buried under) [the|our] (rubble|debris|ruins|stones|house|building|concrete|collapsed)",
            "(hear|hearing|heard) ..3 (voices|screams|screaming|crying|knocking|them|him|her|their voices|moaning|calling) ..3 (under|rubble|debris|beneath|stones|from below|still)",
            "(dig|digging|dug|pulling) ..4 (hands|bare hands|fingers|children|our hands|bodies)",
            "(people|persons|families|kids|children|women|civilians) ..1 (alive|still alive|trapped|stuck|buried|are) [still|alive] (under|beneath) [the] (rubble|stones|debris|ruins|house|building|collapsed) ..6 (hear|voices|hands|please|help|nobody|no one|rescue|sos|near|we|us|digger|send)",
            "(still|can) hear (voices|their voices|him|her|them|screams)",
            "(building|house|home|roof|school|block) [has|just] collapsed ..9 (help|trapped|inside|under|please|sos|us|we)",
            "(sos|help|please|urgent|mayday) ..5 (under|beneath) [the] (rubble|debris|ruins|stones)",
            "(civil defence|civil defense|ambulance|rescue team|white helmets|digger|bulldozer|rescuers) [has|have|did|does|can|could|is|are] (not|never) (come|came|arrived|reach|answer|answers|answering|coming|get)",
            "no (digger|diggers|bulldozer|bulldozers|equipment|rescuers|rescue team|machinery) (came|come|here|has|to|arrived|$)",
        ),
        alone=CONCERN,
        near_war=CRITICAL,
        urgent=SERIOUS,
        negatable=False,
        unless=(
            *NOT_A_PLEA,
            *EVERYDAY_PLACE,
            "(laundry|paperwork|blankets|quake|earthquake|nepal|tornado|typhoon|hurricane|haiti|landslide|mudslide|found alive|pulled alive|rescued|survivor found)",
        ),
        example="my sister is under the rubble and nobody came",
    ),
    Rule(
        name="en.send-help",
        danger=Danger.CALL_FOR_HELP,
        phrases=(
            "(please|someone|anyone|somebody|anybody) ..2 (answer|respond|reply|pick up|come)",
            "(send|sends|call|need|needs|get|bring|where is|tell|inform|contact) [us|me|an|a|the|any|urgent|for|some] [the] (ambulance|ambulances|civil defence|civil defense|red cross|red crescent|white helmets|rescue|rescuers|rescue team|rescue teams|help|medics|paramedics|digger|bulldozer|icrc|unrwa|msf) [to|please|pls|now|here|asap|before|quickly|we are|for|fast|!|$]",
            "(need|needs|needed|require|requesting|request|demand|want) [an|a|immediate|urgent|emergency] (evacuation|evacuated|rescue|to be evacuated|corridor|safe passage|safe corridor|medevac|ambulance|extraction) [asap|now|urgently|for|from|please|immediately|before|$]",
            "(urgent|urgently|immediate|immediately|desperate|desperately) [need|needs|needed|:] [need|for|of] (blood|oxygen|ambulance|doctor|doctors|surgeon|medicine|evacuation|insulin|water|food|milk|rescue)",
            "(anyone|someone|anybody|somebody|any one) [please|who|out there] [please|knows|know|has|have|near|close to|in|can|here|there|left] ..3 (safe road|way out|safe way|road out|exit|ambulance|car|doctor|near|get us|rescue|corridor|take us|help us|stop this|save|evacuate|reach them|reach him|reach her)",
            "(is|isnt) there (anyone|anybody|someone|any human|a human|no one) (left|out there|alive|who|near|close|that|in) ..4 (stop|help|hear|save|listening|there|rescue|world)",
            "to (whoever|anyone who|anyone|all who|those who|everyone who|whomever) [can|will|may] (hear|hears|read|reads|listen|see|sees|is listening|reading) [this|us|:|,|$]",
            "(get|take|pull|bring|evacuate) (us|our kids|our children|my kids|my children|my family|the kids|the wounded) (out|away|from)",
            "(where is|where are) [the|all the] (un|world|red cross|humanity|arabs|muslims|un troops|human rights|international|ummah|nato|peacekeepers|observers|rescue|ambulances|ambulance)",
            "(begging|beg|i beg|we beg|im begging|implore|imploring|pleading|plead)",
            "(open|need|want|give us) (a|the|safe|humanitarian) [safe|humanitarian] (corridor|corridors|passage|crossing|road)",
            "stop (the|this) (bombing|shelling|massacre|killing|slaughter|genocide|war) ..3 (so|we|let|now|us|please|for god|to|$)",
            "(we call on|calling on|we appeal|appeal to|appealing to|we ask|we urge) ..4 (world|human|humanity|un|anyone|conscience|left|red cross|nations|muslims|arabs)",
            "(share|sharing|here is|sent|this is) [my|our] (location|coordinates|gps|live location|pin|address)",
            "(no|not an|any) (ambulance|ambulances|rescue|doctor) [is|are|can|will|has] (answers|answering|answer|coming|reach|reaching|came|responding|to reach|reached)",
            "(dua|duaa|duas|du'a) (please|for us|needed|now|$)",
            "prayers (please|for us|needed)",
            "(families|people|women|kids|children|civilians|patients|of us|persons|souls) ..2 (surrounded|stuck|trapped|besieged|stranded|here with|hiding|in the basement|in basement|in a basement|inside|in one room|starving|beneath) ..3 (school|hospital|basement|here|church|mosque|water|food|camp|building|theatre|theater|shelter|inside|rubble|tank|tanks|us|house|days|$)",
            "(water|food|bread|milk|fuel|medicine|everything|flour|oxygen) [is|has|have] (finished|run out|ran out|gone|out|running out|over)",
            "(has anyone|anyone) (seen|heard from|heard of|heard) (them|him|her|my|from|about)",
            "(is|are|still|r) (stuck|missing|trapped|stranded|besieged|surrounded) in",
            "(sos|mayday|save us|rescue us|save our souls|help us|help me|^ help) $",
            "(sos|mayday)",
            "help (us|me) (they|they are|please|we|now|we are|i am|our|the|before|urgent|get|he|she|my|everyone|out)",
            "(having|had|has) [a] (heart attack|stroke|labor|labour|miscarriage|contractions)",
            "(going into|in) (labor|labour) ..4 (no|ambulance|siege|road|checkpoint|here)",
            "(pray|prayers|dua) for (us|him|her|my|our|me|them|aleppo|gaza|ghouta)",
        ),
        near_war=SERIOUS,
        urgent=SERIOUS,
        negatable=False,
        unless=(
            *NOT_A_PLEA,
            *NOT_HOPELESS,
            *EVERYDAY_PLACE,
            "(donate|donating|donation|donations|victims|quake|earthquake|nepal|typhoon|hurricane|flood|floods|tornado|cyclone|ebola|relief|text redcross|volunteers|volunteer|babysitter|dentist|recipe|app|backups|interview|apartment|sofa|wedding|rally|march on|protest|relatives|office|results|result|coffee|chocolate)",
        ),
        example="send an ambulance, my father is wounded and bleeding",
    ),
    Rule(
        name="en.save-us-now",
        danger=Danger.CALL_FOR_HELP,
        phrases=(
            "(writing|tweeting|typing|texting|posting|calling|speaking|live|message|voice) [this] [to you] from (under|beneath|below) [the] (rubble|debris|ruins)",
            "(my|our|his|her) ..1 {own} [is|are] [still|all|alive|trapped|stuck|buried] (under|beneath) [the] (rubble|debris|ruins|stones|concrete)",
            "(we are|i am|we|alive|still alive|buried|trapped) [still|alive|all|trapped|stuck|buried] (under|beneath) [the|our] (rubble|debris|ruins|stones|house|building|concrete)",
            "(still|can|we) hear (voices|their voices|him|her|them|screams|knocking|crying) ..2 (under|beneath|rubble|below|there|inside|$)",
            "(please|someone|somebody|anyone|world|sos|help) ..3 (get|take|pull|evacuate|bring) us out (of here|from here|before|please|now|here|$)",
            "send [us] (help|rescue|ambulance|ambulances|an ambulance) [please|pls|now|quickly|fast|we|i|before|someone]",
            "(save|rescue|evacuate) (us|our children|our kids|the children|our families|our wounded|my family|my children|them) [please|,|before|from|now|there|they|we|the|!|$]",
            "(sos|mayday) (sos|mayday|from|we|help|please|people|families|under|trapped)",
            "sos ..4 (people|families|under|rubble|trapped|wounded|inside|children|besieged|surrounded|kids|persons|ppl|bombing)",
            "(slaughtering|killing|massacring|bombing|burning|starving|exterminating|butchering) us",
            "(is there|isnt there|is no|there is no) [not] (anyone|anybody|any one|one|human) (left|out there) ..4 (stop|help|hear|save|rescue)",
            "(tell|inform|someone tell|contact) the (red cross|red crescent|icrc|un|civil defence|civil defense|white helmets|world) [that] (we|there|about us|where)",
        ),
        alone=SERIOUS,
        near_war=CRITICAL,
        urgent=SERIOUS,
        negatable=False,
        unless=(
            "(#prayfor*|churches|god keep)",
            *NOT_A_PLEA,
            *NOT_HOPELESS,
            *EVERYDAY_PLACE,
            *NOT_TRAPPED,
            "(donate|donating|donation|donations|victims|quake|earthquake|nepal|typhoon|hurricane|flood|floods|tornado|cyclone|ebola|relief|babysitter|app|boss|heat|prices|coffee|chocolate|laundry|jesus|christ|lord|(our|the) (defence|defense|offence)|relatives|referee|slowly|suspense|monday|kids menu|turtles|whales|animals|planet|climate|save the children|nhs)",
        ),
        example="someone please get us out of here",
    ),
)
