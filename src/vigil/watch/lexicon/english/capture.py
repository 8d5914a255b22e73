"""Capture: at the door, house to house, taken, wanted, surrounded."""

# ruff: noqa: E501, ISC004  (lists of words run on over lines; Arabic letters count wider than they are)

from vigil.model.verdict import Danger
from vigil.watch.lexicon.english.otherwise import NOT_BESIEGED
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
        alone=CONCERN,
        near_war=SERIOUS,
        urgent=SERIOUS,
        unless=(
            "(took (me|us) (a|to|for|so|out|back|in|by|there|on)|dui|drunk|weed|prank|photo|took my breath)",
            "{captured} by (the sight|the beauty|the idea|a|his|her)",
        ),
        example="they arrested my brother at the checkpoint",
    ),
)
