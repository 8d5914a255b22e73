"""Capture: at the door, house to house, taken, wanted, surrounded."""

# ruff: noqa: E501, ISC004  (lists of words run on over lines; Arabic letters count wider than they are)

from vigil.model.verdict import Danger
from vigil.watch.lexicon.english.otherwise import (
    EVERYDAY_PLACE,
    JOKING,
    NOT_BESIEGED,
    NOT_HOPELESS,
    NOT_TAKEN,
    NOT_TRAPPED,
)
from vigil.watch.lexicon.rule import CONCERN, CRITICAL, SERIOUS, Rule

CAPTURE: tuple[Rule, ...] = (
    Rule(
        name="en.capturing-us",
        danger=Danger.CAPTURE,
        phrases=(
            "{they} [is|are|were|was|will|keep|started|have|has|may|might|going to|came|coming|come] [now|all|be|to|is]"
            " [soon] ({capturing}|{capture}|captured|arrested|surrounded|surround|besieged) (us|me|us all)",
            "(afraid|sure|fear|think|know) [that] {they} (will|would|may|is|are) ({capturing}|{capture}) (us|me)",
        ),
        alone=SERIOUS,
        near_war=CRITICAL,
        urgent=CRITICAL,
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
        alone=CONCERN,
        near_war=CRITICAL,
        urgent=CRITICAL,
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
        alone=CONCERN,
        near_war=SERIOUS,
        urgent=SERIOUS,
        unless=NOT_BESIEGED,
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
        alone=CONCERN,
        near_war=CRITICAL,
        urgent=CRITICAL,
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
        near_war=SERIOUS,
        urgent=SERIOUS,
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
        alone=CONCERN,
        near_war=SERIOUS,
        urgent=CRITICAL,
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
        alone=SERIOUS,
        near_war=CRITICAL,
        urgent=CRITICAL,
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
        alone=CONCERN,
        near_war=CRITICAL,
        urgent=SERIOUS,
        unless=(
            "(laws|inlaws|in laws|lunch|dinner|haters|fans|the game|my wig|coming for (me|us) (on|because)|wig|twitter|trolls|stans|lyrics|to jesus|to god"
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
        alone=CONCERN,
        near_war=SERIOUS,
        urgent=SERIOUS,
        unless=(
            "(took (me|us) (a|to|for|so|out|back|in|by|there|on)|dui|drunk|weed|prank|photo|took my breath)",
            "{captured} by (the sight|the beauty|the idea|a|his|her)",
        ),
        example="they arrested my brother at the checkpoint",
    ),
    Rule(
        name="en.breaking-in",
        danger=Danger.CAPTURE,
        phrases=(
            "(they|{army}) [will|are going to|could|may|should] (be|arrive|get|come) (here|at ours|to us|for us) (before|by) (morning|dawn|sunrise|night|noon|tonight|midnight|daylight|evening|nightfall)",
            "(they|they have|{army}) [just] (calling|called|shouting|shouted|reading|read|announced) [out] (my|our) (name|names)",
            "(have|had|has|forced|ordered) to go with (them|the soldiers|soldiers)",
            "{they} [is|are|have|has|just|now|already] [just|now|already|all] (at|outside|inside|in|on|under|below|downstairs|upstairs|entered|entering|breaking|breaking into|broke|broke into|storming|stormed|raiding|raided|searching|surrounding|surrounded|banging on|knocking on|kicking|kicking in|smashing|breaking down|in front of|coming up|behind|got into|came into|came in|walked into|climbing|pounding on) (my|our|this) [front|apartment|main|back] {place}",
            "({army}|armed men|gunmen|they are|men) [is|are] (breaking|kicking|banging|knocking|smashing|pounding|hammering|beating|shooting) [down|on|at|in|through|up] (the|our|my|every|all|doors) [front|apartment|neighbours|neighbors|main] [door|doors|gate|gates|downstairs]",
            "(they|{army}) [is|are] [only|just|now|about|already] [less than] (one|two|three|four|a few|some|a|2|3|4|5|ten|10) (houses|house|streets|street|doors|floors|floor|blocks|buildings|stairs) (away|from us|from me|below|below us|behind us)",
            "(house to house|door to door|floor by floor|room to room|building by building|street by street|house by house|room by room|flat to flat|apartment to apartment|building to building)",
            "(boots|footsteps|steps|voices|them|soldiers|shouting) (on|coming up|in|climbing|at) (the|our) (stairs|stairwell|staircase|hallway|corridor|door|roof)",
            "(hear|hearing|heard) (them|the soldiers|their boots|boots|their voices|footsteps|shouting|the army|soldiers|tanks) ..3 (downstairs|upstairs|stairs|outside|next door|door|corridor|coming|below|building|hall|in our|near)",
            "({army}|armed men|gunmen|men with guns|men with weapons|masked men) [is|are|have|has|were] [just|now] (shouting|waiting|standing|outside|downstairs|in|inside|at|around|entered|below|everywhere|going|searching|checking|raiding) ..2 (my|our|the) [front] (gate|door|building|house|stairs|flat|hospital|street|shelter|camp|alley|neighbourhood|neighborhood|basement|block|apartments|houses|homes|ward|school|rooms|floors)",
            "(they|{army}) [have|has|just|are] (broke|broken|breaking|kicked|kicking|smashed|blew|blown|forced|busted) ..1 (door|doors|gate|gates)",
            "(they|they are|{army}) ..1 (calling|shouting|reading|asking|checking) [out|for|about] [the|our|my] (names|name|ids|id|lists|phones|phone)",
            "(searching|raiding|combing|searched|raided|storming) [the|our|all|every|my] ..1 (houses|homes|street|streets|flats|apartments|neighbourhood|neighborhood|building|buildings|block|camp|hospital|ward|rooms|quarter|shelter|area)",
        ),
        alone=SERIOUS,
        near_war=CRITICAL,
        urgent=CRITICAL,
        negatable=False,
        unless=(
            *EVERYDAY_PLACE,
            *NOT_TAKEN,
            "(rescue|rescued|rescuers|volunteers|canvass*|campaign|salesmen|vaccin*|census|charity|collecting|donation|donations|food|survivors|quake|earthquake|flood|floods|flooded|according|spokesman|officials|reports|road safety|teach|carol|police (found|seized)|firefighters)",
        ),
        example="soldiers are going house to house in our street",
    ),
    Rule(
        name="en.taken",
        danger=Danger.CAPTURE,
        phrases=(
            "(my|our) {own} ..1 (went|gone|left) ..4 (never|did not|has not|have not|not) (came|come|return|returned|been back) [back|home]",
            "{they} [have|has|just|came|came in|came and|,|and] [and|just] (took|taken|grabbed|seized|dragged|kidnapped|detained|arrested|captured|handcuffed|blindfolded|abducted|beat|beating|snatched|cuffed|picked up|rounded up|take|taking|pulled|stripped|disappeared) [away] (my|our) [little|older|elder|younger|big|only|best|own|poor|old|16|17|15|two|three|whole] {own}",
            "(took|taken|grabbed|seized|dragged|kidnapped|detained|arrested|captured|handcuffed|blindfolded|abducted|snatched|cuffed) (my|our) ..1 {own} ..4 (away|checkpoint|from the|from our|at the|prison|branch|no one|nobody|where|know|soldiers|police|truck|unknown|off|since|today|yesterday|last night|tonight|this morning|$)",
            "(my|our) [little|older|elder|younger|big|only|best|two|three] {own} ..1 (was|were|got|has been|have been|is|are|been) [just|also|all] ({captured}|taken|grabbed|dragged|disappeared|missing|held|seized|beaten|picked up|snatched)",
            "(i am|we are|i have been|we have been|i was|i got|we got|we were|am|been|i|me) [being|just|now|getting|all] (arrested|detained|kidnapped|abducted|taken hostage|taken prisoner|captured|handcuffed|blindfolded|interrogated|hostage|prisoner|prisoners|in custody|held at|under arrest)",
            "^ (hostage|hostages|arrested|detained|kidnapped|taken) (now|off|at the|by {they}|by the {army}|from the|from our|$)",
            "{they} (are|is) (taking|arresting|detaining|capturing|dragging|beating|handcuffing|cuffing|stripping|holding) (me|us|him|her|them|my|our|the man|men|boys|everyone|people|all the|all|young|males|every|anyone|doctors|nurses|patients|journalists) ..3",
            "{they} [have|has|just] (took|taken|rounded up|separated|stripped|gathered|arrested|detained|lined up|cuffed|blindfolded|marched|loaded) [all|away] [the|our|every] (men|boys|young men|youth|males|guys|doctors|nurses|everyone|all|man|teachers|journalists|activists|students|staff|patients|women) ..3",
            "(taken|pulled|dragged|took us|made us get|forced) [me|us|him|them|men] [off|out] [of] [the|our|my] (bus|car|truck|convoy|house|bed|hospital|ambulance|minibus)",
            "(stripped|made|forced|told|ordered|making) [us|them|the men|men|everyone] [to|and] (kneel|strip|undress|lie|face the wall|get down|raise|put our hands|knees)",
            "(his|her|their|my {own} is) (phone|phones) [is|are|has been] (off|switched off|dead|silent) [since|from|for|and|now|$]",
            "(do not|nobody|no one|does not) (know|knows|tell|tells|say|says) [me|us] where (they|he|she|his|him|my|the) [took|is|are|took him|took her|took them|body|{own}|$]",
        ),
        alone=None,
        near_war=SERIOUS,
        urgent=SERIOUS,
        negatable=False,
        unless=(
            *NOT_TAKEN,
            *JOKING,
            "(in {digits}|by surprise|(arrested|detained) (for|over|after) ..2 (fraud|robbery|theft|murder|stealing)|according|spokesman|rights group|report|reports|officials|minister|cat|dog|puppy|kitten|hearts|breath|attention|quake|earthquake|flood|floods|typhoon)",
        ),
        example="the soldiers took my cousin off the bus at the checkpoint",
    ),
    Rule(
        name="en.they-take-us",
        danger=Danger.CAPTURE,
        phrases=(
            "(i am|we are) [now|just|all] (being|getting) [now] (arrested|detained|taken|kidnapped|captured|handcuffed|rounded up|loaded|interrogated|searched)",
            "(took|taken|grabbed|dragged|kidnapped|arrested|detained|abducted|captured|handcuffed|snatched|blindfolded) (my|our) [little|older|elder|younger|big|only|two|three|16|17] {own}",
            "(my|our) [little|older|elder|younger] {own} [and] ..2 (was|were|got|has been|have been|been|is) [just|also] (kidnapped|arrested|detained|abducted|captured|dragged|taken away|taken by {they}|taken from|taken this morning|taken last night|taken at) [by|from|at|off|away|this|today|yesterday|last|with|w|in|on|and|since|$]",
            "(took|taking|taken|take|rounded up|rounding up|separated|separating|stripped|gathered|arresting|arrested|detained|lined up|marched) [away] [all|every|away] [the|our|all|of] (men|boys|young men|youth|males|guys|boy|man over|man above|male|men and boys|doctors|nurses|medics|patients|teachers) ",
            "(stripped|made|forced|ordered|making) [us|them|the men|men|everyone] [to|and] [made us|make us] (kneel|strip|undress|face the wall)",
            "made us kneel",
            "(i am|we are) [a|now|their|being] (hostage|hostages|held hostage|kidnapped|prisoner|prisoners|captive|captives|in prison|detained|under arrest)",
            "hostage (now|here)",
        ),
        alone=SERIOUS,
        near_war=CRITICAL,
        urgent=CRITICAL,
        negatable=False,
        unless=(
            *NOT_TAKEN,
            *JOKING,
            *NOT_HOPELESS,
            "(in {digits}|by surprise|according|spokesman|rights group|report|reports|officials|minister|police arrested|cat|dog|puppy|kitten|breath|attention|quake|earthquake|flood|floods|boarding school|(in|at) (london|paris|new york)|to (study|work)|(his|her|their) (side|time|place))",
        ),
        example="they took my brother and the other boys",
    ),
    Rule(
        name="en.hunted-by-name",
        danger=Danger.CAPTURE,
        phrases=(
            "(my|our) (name|names|photo|picture) (is|are|was|were) [already|also|now|on] [on|at|with] [the|a|their|every] [wanted] (checkpoint|checkpoints|wanted list|list at the checkpoint|lists at the checkpoint)",
            "they have (my|our) (name|names|address|photo|photos) ..6 (checkpoint|list|lists|soldiers|door)",
            "(asked|asking|searching|looking|hunting|came|coming|calling) (about|for|after) (me|us|my {own}) by name",
            "(intelligence|security|security service|mukhabarat|fsb|military security|branch|secret police|interior ministry|state security) [have|has|just] (called|summoned|phoned|contacted|wants|want|invited) (me|us|me in|my {own})",
            "(summoned|called in|wanted) (by|for|to|at) [the] (intelligence|security|branch|army|interrogation|questioning|mukhabarat|fsb|military|state security)",
            "(searching|hunting|looking|came|coming) for (journalists|activists|medics|photographers|reporters|white helmets|bloggers|media workers) ..2",
            "(can|will|would) not (get|make it|pass|cross) (through|past) [the|their|any] (checkpoint|checkpoints|filtration)",
            "(police|soldiers|security|patrol|patrols|secret police|armed men) (outside|under|below|in front of|at|around|watching) (my|our) (flat|house|home|building|window|door|apartment|place)",
            "(filtration|torture) (camp|camps|center|centre|chamber)",
        ),
        alone=SERIOUS,
        near_war=CRITICAL,
        urgent=CRITICAL,
        negatable=False,
        unless=(
            *EVERYDAY_PLACE,
            *NOT_TAKEN,
            "(award|prize|volunteer|hiring|recruit*|insurance|airport|road safety|parking|parked wrong)",
        ),
        example="soldiers came for me by name, my name is at the checkpoint",
    ),
    Rule(
        name="en.wanted",
        danger=Danger.CAPTURE,
        phrases=(
            "(my|our) (name|names|photo|picture|face|id) (is|are|was|were|on) [already|also|now|on] [on|at|with] [the|a|their] [wanted] (list|lists|checkpoint|checkpoints)",
            "{they} (have|know|got|found|has|knows|took|published|posted) (my|our) (name|names|address|face|photo|number|home|house|phone|id|location|identity)",
            "(they|{army}) (know|knows|found out|found|know who) [out] (where|who) (i|we) (live|am|are|lives|stay|hide|live now|sleep)",
            "(asked|asking|ask|searching|looking|hunting|came|calling) [around] (about|for|after) (me|us|my {own}|journalists|activists|doctors|photographers|medics|my name) ..1 (by name|at|everywhere|in|today|again|with|twice|house|$)",
            "(looking|searching|hunting|asking) for (journalists|activists|doctors|me|us|medics|photographers|reporters|nurses|teachers|white helmets)",
            "(intelligence|security|security service|mukhabarat|fsb|police|military security|branch|army|secret police|they|interior ministry) [have|has|just] (called|summoned|phoned|contacted|wants|want|called in|ordered|invited) (me|us|me in|my {own})",
            "(summoned|called in|wanted) (by|for|to|at) [the] (intelligence|security|police|branch|army|interrogation|questioning|mukhabarat|fsb|military)",
            "(wanted|blacklisted) (by|for|at) ..2 (intelligence|security|regime|army|checkpoint|checkpoints|branch|branches|them)",
            "(moving|changing|changed|slept|sleeping|moved|move|change|sleep) ..4 (every night|each night|house every|tonight before|in case they|before they)",
            "(can|will|would) not (get|make it|pass|cross) (through|past) [the|their|any] (checkpoint|checkpoints|filtration)",
            "(checking|check|searching|taking|took|search|confiscating|inspecting) [our|my|the|all|everyone is] (phones|phone|mobiles|ids|id|identity)",
            "(filtration|torture) (camp|camps|center|centre|chamber)",
            "(call|contact|tell|inform) my lawyer",
            "(police|soldiers|security|cars|patrol|patrols|men) (outside|under|below|in front of|at|around|watching) (my|our) (flat|house|home|building|window|door|apartment|street|place)",
        ),
        alone=CONCERN,
        near_war=CRITICAL,
        urgent=SERIOUS,
        negatable=False,
        unless=(
            *EVERYDAY_PLACE,
            *NOT_TAKEN,
            "(job|interview|award|prize|winner|winners|guest list|nominee|volunteer|hiring|apply|recruit*|vaccin*|insurance|boss|reservation|waiting list|airport|scam|scammers|spam|road safety|looking for (doctors|nurses|teachers|medics) (to|who|for)|(looking|asking) for (me|us) (to|in the|at the) (help|office|party))",
        ),
        example="my name is on the list at the checkpoint",
    ),
    Rule(
        name="en.hunted",
        danger=Danger.CAPTURE,
        phrases=(
            "(they|{army}) (know|found) where (i|we) (live|am|are|hide|sleep)",
            "(surrounded|encircled|besieged) [now|by|on|and|from|in|here] (all|they|them|{army}|every|tanks|soldiers|snipers|both)",
            "(told|telling|ordered|ordering|calling|asking|shouting|gave) [on|through|at|to] [us|everyone] [to|through|with|by] [loudspeakers|a loudspeaker|megaphone] ..2 (surrender|come out|give up|hands up|get out)",
            "(loudspeakers|loudspeaker|megaphones|megaphone) ..5 (surrender|come out|leave|give up|kill|out)",
            "(blocked|closed|sealed|cut) (both|all|every|the) [ends|sides|exits|roads|end] [of] [our|the|my] [street|road|exits|alley|neighbourhood|neighborhood|area|camp|city]",
            "(i am|we are|me and ..2|we|hiding|hide|i) [hiding|hidden|still|now] (in|inside|under|behind) [the|a|an|my|our] (attic|closet|wardrobe|water tank|tank|bathroom|cellar|well|tunnel|roof|bushes|ceiling|cupboard|bed|sewer)",
            "{they} [is|are] [still] (beating|torturing|interrogating|humiliating|executing|whipping) (the|us|me|people|him|them|everyone|men|a|my|our)",
            "(sold|sell|handed|hand|gave|turned) (us|me|him) (out|in|over) to [the] {army}",
        ),
        alone=CONCERN,
        near_war=CRITICAL,
        urgent=SERIOUS,
        negatable=False,
        unless=(
            *NOT_BESIEGED,
            *EVERYDAY_PLACE,
            *NOT_TRAPPED,
            "(hide and seek|quake|earthquake|cleaning|spring cleaning|tour)",
        ),
        example="they blocked both ends of the street and search, i am in the attic, soldiers below",
    ),
)
