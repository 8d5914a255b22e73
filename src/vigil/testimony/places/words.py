"""English words beside names that say what the name is: a place and of what size, a person, a paper, an office."""

KINDS = {
    **dict.fromkeys("country nation republic kingdom".split(), "country"),
    **dict.fromkeys(
        "province governorate state region county prefecture oblast countryside territory emirate canton division".split(),
        "region",
    ),
    **dict.fromkeys("district districts county municipality qada".split(), "district"),
    **dict.fromkeys("subdistrict nahiya commune".split(), "subdistrict"),
    **dict.fromkeys("city cities town towns village villages hamlet township suburb suburbs outskirts capital".split(), "city"),
    **dict.fromkeys(
        "neighbourhood neighborhood neighbourhoods neighborhoods quarter quarters slum area borough ward barangay".split(), "neighbourhood"
    ),
}
SITES = frozenset(
    "hospital hospitals clinic school university college mosque church market souk bridge airport airfield airbase camp square"
    " roundabout street road highway junction crossing checkpoint stadium prison jail station port harbour harbor complex"
    " bakery building tower mall cemetery park dam refinery field base barracks centre center clinic palace cathedral temple".split()
)
LOCATIVE = frozenset(
    "in near from at around outside inside toward towards to across throughout within into entering leaving besieged nearby"
    " over through off beyond between reached via under amid".split()
)
DIRECTIONS = frozenset(
    "north south east west northern southern eastern western northeast northwest southeast southwest northeastern"
    " northwestern southeastern southwestern central greater rural upper lower old downtown besieged rebel held inner outer mid"
    " mainland".split()
)
FUNCTION_WORDS = frozenset(
    "the a an in on at of to from by for with and or but as if when while where who whom whose which that this these those"
    " he she it we they i you his her its our their my your is are was were be been has have had do does did will would"
    " not no after before since until during because so then there here all some any many most more other another near"
    " around inside outside under over between among against about into through across within without according both"
    " meanwhile however although though also still yet now today yesterday tomorrow tonight last next what why how monday"
    " tuesday wednesday thursday friday saturday sunday january february march april may june july august september october"
    " november december one two three four five six seven eight nine ten".split()
)
TITLES = frozenset(
    "mr mrs ms miss dr sir lord lady prof professor president minister king queen prince princess sheikh shaikh sheik general"
    " colonel captain major lieutenant sergeant brigadier commander judge justice senator governor mayor imam father sister"
    " brother pastor rev reverend bishop archbishop pope chief engineer ambassador secretary chairman chairwoman spokesman"
    " spokeswoman spokesperson director lawyer activist journalist abu umm bin ibn bint st saint don dona haji hajji mullah"
    " maulana ayatollah hojatoleslam advocate attorney".split()
)
NEWSPAPERS = frozenset(
    "times post herald tribune journal guardian review daily news star mirror gazette observer chronicle today tv television"
    " radio broadcasting press magazine weekly telegraph standard inquirer bulletin examiner dispatch sun globe register".split()
)
OFFICES = frozenset(
    "department police court army navy government ministry department council assembly parliament agency authority commission committee"
    " association union federation club united fc bank airlines airways company corporation group party front movement"
    " coalition network institute foundation bar law act treaty agreement accord convention declaration protocol conference"
    " security forces force guard supreme high appeals district attorney office bureau service command mission fund street".split()
) - {"street"}
SAYING = frozenset(
    "said says say denied denies accused accuses announced announces has had wants wanted insists insisted claims claimed"
    " warned warns condemned called rejected supports backed backs vowed responded maintains believes hopes sees signed".split()
)
_FIRST_WORDS = (
    "new fort port mount lake cape san santa saint st los las el la le al ash as ar ad abu bani beni deir tel tell kafr khan"
    " beit bayt ain wadi jabal umm university hospital camp airport tv radio hotel church mosque of operation"
).split()
COMMON_NAMES = frozenset(
    "asia africa europe january february march april may june july august september october november december monday tuesday"
    " wednesday thursday friday saturday sunday america central north south east west northern southern eastern western"
    " of many police best young most much hope home union justice liberty"
    " independence freedom victory peace grace faith mission church police friends friend man men woman women children of"
    " is as are can date center valley mountain lake beach bay island port field bridge bar sale salem derby"
    " deal sandwich rugby wells battle street marks male mali ash moment bend normal eagle flower mound battle ground"
    " mineral wells council industry commerce police general major same much price rice rock salt silver gold golden iron"
    " green white black brown blue red king queen prince earl duke pope bishop christian christ jesus god muslim islam jews"
    " police army navy media news times post star sun moon day night week month year spring summer winter autumn fall"
    " van de la el le du von den der al san santa sant saint st dos das university college school hospital senate congress"
    " parliament court law police human rights watch amnesty international united nations national council party front"
    " movement action force forces guard security state states republic kingdom federal democratic people public social"
    " media twitter facebook google youtube instagram telegram zoom covid corona bill bell ball hall hill wood woods"
    " ford lee long short bush clinton trump biden obama lincoln jackson washington johnson wilson davis martin thomas"
    " anderson taylor moore harris clark lewis robinson walker hall allen scott adams nelson carter mitchell roberts"
    " phillips campbell parker evans edwards collins stewart morris rogers reed cook morgan bell murphy bailey cooper"
    " richardson cox howard ward peterson gray james watson brooks kelly sanders bennett ross henderson coleman perry"
    " powell patterson hughes butler simmons foster bryant alexander russell griffin hayes ali hassan hussein ahmed omar"
    " mohammed mohamed muhammad khan singh kumar sharma das ram gandhi modi ibrahim mustafa salah said saeed salim karim"
    " maria anna lucia rosa laura elena sofia victoria charlotte florence virginia carolina savannah jordan chad israel"
    " santiago diego juan jose carlos luis pedro antonio francisco isidro domingo guadalupe mercedes delta omega alpha"
    " god heaven paradise eden champion defiance hell why male female surprise accident truth or consequences".split()
) - {"jordan", "chad", "israel", "mali", "victoria", "santiago", "washington", "delta"}
"""Names of towns that are far more often something else: places only where a word beside them says "city", "province"."""
WORDS_TOO = frozenset("reading mobile nice hit bath split orange man deal sandwich rugby wells salem derby mali vista".split())
"""Names of towns that are words too: places where a preposition of place stands before them."""

ABBREVIATIONS = frozenset("us uk uae car drc prc ksa usa dprk nsw fct kp kpk up dr un".split())
"""Keys that are places only in capitals."""
NO_FIRST_NAME = FUNCTION_WORDS | DIRECTIONS | frozenset(KINDS) | LOCATIVE | frozenset(_FIRST_WORDS)
"""Words with a capital that no person's name begins with."""
