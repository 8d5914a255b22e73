"""Calls for help: SOS, ambulances, ways out, prayers."""

# ruff: noqa: E501, ISC004  (lists of words run on over lines; Arabic letters count wider than they are)

from vigil.model.verdict import Danger
from vigil.watch.lexicon.english.otherwise import NOT_A_PLEA
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
)
