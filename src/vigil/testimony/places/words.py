"""English words beside names that say what the name is: a place and of what size, a person, a paper, an office."""

from vigil.testimony.word_lists import in_order, listed

KINDS = {
    **dict.fromkeys(in_order("country nation republic kingdom"), "country"),
    **dict.fromkeys(
        in_order(
            "province governorate state region county prefecture oblast countryside territory emirate canton division"
        ),
        "region",
    ),
    **dict.fromkeys(in_order("district districts county municipality qada"), "district"),
    **dict.fromkeys(in_order("subdistrict nahiya commune"), "subdistrict"),
    **dict.fromkeys(
        in_order("city cities town towns village villages hamlet township suburb suburbs outskirts capital"), "city"
    ),
    **dict.fromkeys(
        in_order(
            "neighbourhood neighborhood neighbourhoods neighborhoods quarter quarters slum area borough ward barangay"
        ),
        "neighbourhood",
    ),
}
SITES = listed(
    "hospital hospitals clinic school university college mosque church market souk bridge airport airfield"
    " airbase camp square roundabout street road highway junction crossing checkpoint stadium prison jail"
    " station port harbour harbor complex bakery building tower mall cemetery park dam refinery field base"
    " barracks centre center palace cathedral temple"
)
CARS = listed("toyota hilux mercedes hyundai kia nissan corolla")
"""Makes of cars, some of which are towns too."""
OFFICE_SITES = listed("center centre complex building school college university base")
"""Sites whose names are also those of offices and groups: places behind a preposition of place alone."""
WITHIN = listed("in near at around outside inside throughout across")
"""Prepositions that hardly anything but a place stands behind."""
LOCATIVE = WITHIN | listed(
    "in near from at around outside inside toward towards to across throughout within into entering leaving"
    " besieged nearby over through off beyond between reached via under amid"
)
DIRECTIONS = listed(
    "north south east west northern southern eastern western northeast northwest southeast southwest"
    " northeastern northwestern southeastern southwestern central greater rural upper lower old downtown"
    " besieged rebel held inner outer mid mainland"
)
FUNCTION_WORDS = listed(
    "the a an in on at of to from by for with and or but as if when while where who whom whose which that this"
    " these those he she it we they i you his her its our their my your is are was were be been has have had do"
    " does did will would not no after before since until during because so then there here all some any many"
    " most more other another near around inside outside under over between among against about into through"
    " across within without according both meanwhile however although though also still yet now today yesterday"
    " tomorrow tonight last next what why how monday tuesday wednesday thursday friday saturday sunday january"
    " february march april may june july august september october november december one two three four five six"
    " seven eight nine ten"
)
TITLES = listed(
    "mr mrs ms miss dr sir lord lady prof professor president minister king queen prince princess sheikh"
    " shaikh sheik general colonel captain major lieutenant sergeant brigadier commander judge justice senator"
    " governor mayor imam father sister brother pastor rev reverend bishop archbishop pope chief engineer"
    " ambassador secretary chairman chairwoman spokesman spokeswoman spokesperson director lawyer activist"
    " journalist abu umm bin ibn bint st saint don dona haji hajji mullah maulana ayatollah hojatoleslam"
    " advocate attorney"
)
NEWSPAPERS = listed(
    "times post herald tribune journal guardian review daily news star mirror gazette observer chronicle today"
    " tv television radio broadcasting press magazine weekly telegraph standard inquirer bulletin examiner"
    " dispatch sun globe register"
)
OFFICES = listed(
    "department police court army navy government ministry council assembly parliament agency authority"
    " commission committee association union federation club united fc bank airlines airways company"
    " corporation group party front movement coalition network institute foundation bar law act treaty"
    " agreement accord convention declaration protocol conference security forces force guard supreme high"
    " appeals district attorney office bureau service command mission fund street"
) - {"street"}
SAYING = listed(
    "said says say denied denies accused accuses announced announces has had wants wanted insists insisted"
    " claims claimed warned warns condemned called rejected supports backed backs vowed responded maintains"
    " believes hopes sees signed"
)
_FIRST_WORDS = in_order(
    "new fort port mount lake cape san santa saint st los las el la le al ash as ar ad abu bani beni deir tel"
    " tell kafr khan beit bayt ain wadi jabal umm university hospital camp airport tv radio hotel church mosque"
    " of operation"
)
COMMON_NAMES = listed(
    "asia africa europe january february march april may june july august september october november december"
    " monday tuesday wednesday thursday friday saturday sunday america central north south east west northern"
    " southern eastern western of many police best young most much hope home union justice liberty independence"
    " freedom victory peace grace faith church friends friend men woman women children is as are can date"
    " center valley mountain lake beach bay island port field bridge bar sale battle street marks male ash"
    " moment bend normal eagle flower mound ground mineral council industry commerce general major same rice"
    " rock salt silver gold golden iron blue red king queen prince earl duke pope bishop christian christ jesus"
    " god muslim islam jews army navy media news times post star sun moon day night week month year spring"
    " summer winter autumn fall van de la el le du von den der al san santa sant saint st dos university"
    " college school hospital senate congress parliament court law human rights watch amnesty international"
    " united nations national party front movement action force forces guard security state states republic"
    " kingdom democratic people public social twitter facebook google youtube instagram telegram zoom covid"
    " corona ball wood woods omega alpha heaven paradise eden champion defiance hell why female surprise"
    " accident truth or consequences"
)
"""Names of towns that are far more often something else: places only where a word beside them says "city"."""
GROUPS = listed(
    "qaeda qaida nusra shabaab shabab assad jazeera jazira arabiya manar hayat qassam hamas hezbollah"
    " hizbullah fatah isis isil daesh taliban houthi houthis boko haram congress senate parliament facebook"
    " twitter instagram whatsapp telegram islam christianity judaism ramadan eid christmas easter english"
    " arabic operation resolution article chapter section phase"
)
"""Groups, offices, faiths and the like that stand behind "in", or behind the Arabic article, and are no places."""
WORDS_TOO = listed(
    "hamas hezbollah hizbullah fatah isis daesh taliban houthi houthis hadith heba hiba quran sunni shia kurd"
    " ahmad hamad mahmoud khaled khalid youssef yusuf yousef abdullah abdallah sami samir nabil karam rami"
    " adnan nasser naser fatima zahra zahraa aisha mariam amina salma noor nour hamid hamza bilal jamal kamal"
    " majid malik nadia rahim rashid sultan reading mobile nice hit bath split orange man deal sandwich rugby"
    " wells salem derby federal mission adams ahmed alexander ali allen anderson anna antonio bailey bell"
    " bennett biden bill black brooks brown bryant bush butler campbell carlos carolina carter charlotte clark"
    " clinton coleman collins cook cooper cox das davis diego domingo edwards elena evans florence ford foster"
    " francisco gandhi gray green griffin guadalupe hall harris hassan hayes henderson hill howard hughes"
    " hussein ibrahim isidro jackson james johnson jose juan karim kelly khan kumar laura lee lewis lincoln"
    " long lucia luis maria martin mercedes mitchell modi mohamed mohammed moore morgan morris muhammad murphy"
    " mustafa nelson obama omar parker patterson pedro perry peterson phillips powell price ram reed richardson"
    " roberts robinson rogers rosa ross russell saeed said salah salim sanders savannah scott sharma short"
    " simmons singh sofia stewart taylor thomas trump virginia walker ward watson white wilson"
)
"""Names of towns that are words or people's names too: places where "in" or "near" stands before them."""

ABBREVIATIONS = listed("us uk uae car drc prc ksa usa dprk nsw fct kp kpk up dr un")
"""Keys that are places only in capitals."""
NO_FIRST_NAME = FUNCTION_WORDS | DIRECTIONS | frozenset(KINDS) | LOCATIVE | frozenset(_FIRST_WORDS)
"""Words with a capital that no person's name begins with."""
