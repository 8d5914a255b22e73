"""Immediate threat to life: bombs, gas, killing near us, no way out, no food."""

# ruff: noqa: E501, ISC004  (lists of words run on over lines; Arabic letters count wider than they are)

from vigil.model.verdict import Danger
from vigil.watch.lexicon.english.otherwise import HYPERBOLE, MY_HOUSE_PARTY, NOT_BESIEGED, NOT_TRAPPED
from vigil.watch.lexicon.rule import CONCERN, CRITICAL, SERIOUS, Rule

THREAT: tuple[Rule, ...] = (
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
        alone=SERIOUS,
        near_war=CRITICAL,
        urgent=CRITICAL,
        unless=(*HYPERBOLE, "(black friday|waiting (for|my|our) turn (at|in|to)|in line|dmv|the doctor's|on stage)"),
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
        near_war=CRITICAL,
        urgent=SERIOUS,
        negatable=False,
        unless=(*HYPERBOLE, "(i|we) would rather", "(will|would) die for", "will (never|not) be (shot|bombed|killed)"),
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
        near_war=CRITICAL,
        urgent=SERIOUS,
        unless=HYPERBOLE,
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
        alone=SERIOUS,
        near_war=CRITICAL,
        unless=HYPERBOLE,
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
        alone=SERIOUS,
        near_war=CRITICAL,
        urgent=CRITICAL,
        unless=(
            *HYPERBOLE,
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
        alone=CONCERN,
        near_war=SERIOUS,
        urgent=CRITICAL,
        unless=NOT_BESIEGED,
        example="we are under attack, nowhere to go",
    ),
    Rule(
        name="en.being-bombed",
        danger=Danger.THREAT_TO_LIFE,
        phrases=("{we_are} [{really}] [being|getting] [{really}] {killed}",),
        alone=CONCERN,
        near_war=CRITICAL,
        urgent=SERIOUS,
        unless=(*NOT_BESIEGED, *HYPERBOLE, "(shot (by|at)|targeted by (ads|ad|spam|marketers))"),
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
        near_war=SERIOUS,
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
        alone=SERIOUS,
        urgent=CRITICAL,
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
        alone=CONCERN,
        near_war=SERIOUS,
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
        near_war=CONCERN,
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
        alone=SERIOUS,
        near_war=CRITICAL,
        urgent=CRITICAL,
        negatable=False,
        unless=(*HYPERBOLE, "if (the dollar|the economy|the election|trump|we (are late|forget))"),
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
        alone=SERIOUS,
        urgent=CRITICAL,
        unless=(
            *MY_HOUSE_PARTY,
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
        near_war=SERIOUS,
        urgent=CRITICAL,
        unless=MY_HOUSE_PARTY,
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
        alone=CONCERN,
        near_war=CRITICAL,
        urgent=SERIOUS,
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
        near_war=CRITICAL,
        negatable=False,
        unless=(*HYPERBOLE, "(eric garner|blm|blacklivesmatter|protest)"),
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
        alone=CONCERN,
        near_war=CRITICAL,
        urgent=SERIOUS,
        unless=NOT_TRAPPED,
        example="we are trapped under the rubble, i hear my brother",
    ),
)
