"""Verbs by which people say, think, want and judge, in classes: general English, by meaning, a verb in several.

The classes follow what Levin (1993) and the literature on attribution (Pareti 2012; Newell, Margolin & Ruths 2018) set
apart: what is said, how it is held, and what attitude to it is told. They are features, not decisions: `weighing` says
how much each is worth.
"""

from typing import Final

from vigil.testimony.attribution.wordlist import words

CLASSES: Final = {
    "say": """say state remark comment mention note observe add conclude recall recount narrate relate explain elaborate
        clarify answer reply respond retort counter quip joke write tweet post blog text email retweet opine muse utter
        voice express stress emphasize emphasise underline underscore highlight reiterate repeat echo assert affirm aver
        interject chime volunteer specify summarize summarise point phrase articulate convey communicate caption sign
        message reason deadpan ad-lib crack begin continue read go""",
    "tell": """tell inform notify remind assure reassure brief alert apprise update advise acquaint enlighten school
        lecture teach""",
    "announce": """announce declare proclaim pronounce disclose reveal divulge leak unveil publish release publicize
        publicise broadcast air circulate share post issue trumpet herald advertise present submit roll introduce
        outline detail spell""",
    "report": "report document record chronicle log register cover relay",
    "argue": """argue contend maintain insist posit postulate theorize theorise hypothesize hypothesise assert stress
        reason submit plead protest object counter rebut rejoin hold""",
    "claim": "claim purport profess pretend feign boast brag trumpet tout crow",
    "allege": "allege accuse charge blame implicate incriminate finger fault indict impugn sue suspect",
    "admit": "admit acknowledge concede confess grant allow recognize recognise own apologize apologise",
    "confirm": """confirm verify corroborate establish prove certify authenticate ascertain substantiate validate attest
        vouch testify affirm determine demonstrate back""",
    "deny": """deny dispute reject rebut refute contest contradict disavow disclaim repudiate dismiss negate gainsay
        debunk challenge""",
    "retract": "retract recant correct withdraw backtrack disown rescind revoke amend revise",
    "suggest": """suggest imply hint indicate insinuate signal intimate propose float allude connote telegraph""",
    "warn": "warn caution threaten forewarn alert menace admonish",
    "promise": "promise pledge vow swear guarantee commit undertake offer agree volunteer assure consent",
    "demand": """demand ask request urge beg implore plead call order command instruct direct advise recommend encourage
        press petition appeal exhort beseech entreat counsel lobby invite push insist require ban forbid prohibit
        mandate dictate compel summon solicit prod nudge goad dare challenge tell""",
    "ask": "ask inquire enquire wonder query question quiz grill interrogate probe pose poll survey interview",
    "praise": """praise laud applaud commend hail compliment congratulate thank celebrate admire salute extol tout
        endorse honor honour credit cheer welcome toast bless defend congratulate eulogize glorify exalt flatter
        recommend credit vaunt""",
    "criticize": """criticize criticise blast slam attack condemn denounce rip lambaste bash mock ridicule deride decry
        chide rebuke scold castigate chastise assail berate insult knock lash rail disparage belittle slight taunt
        scoff fault censure reprimand pan skewer savage trash excoriate pillory lampoon jeer sneer boo heckle vilify
        malign smear demonize demonise dismiss impugn needle swipe jab hammer pummel bemoan malign upbraid roast
        admonish slur target scorn denigrate pounce bristle fume rage seethe""",
    "call": """call label brand dub term describe characterize characterise portray depict liken compare refer cast
        paint deem name identify style frame bill define equate rank rate peg designate tag nickname pronounce
        categorize categorise classify contrast""",
    "think": """think believe feel suppose assume presume reckon figure guess suspect consider expect anticipate
        imagine conclude judge view regard see doubt deem hold fancy surmise infer conceive envision envisage picture
        foresee dream speculate conjecture reflect ponder contemplate reconsider mull weigh calculate bet wager trust
        accept""",
    "know": """know realize realise understand remember forget learn discover find notice recognize recognise recollect
        grasp comprehend appreciate sense gather overlook ignore misunderstand misremember confuse perceive""",
    "perceive": "see hear watch witness observe notice overhear spot feel sight glimpse smell read",
    "want": """want wish hope desire prefer like love hate need long yearn aspire seek crave covet dislike detest loathe
        care welcome relish cherish mind""",
    "plan": """plan intend aim decide determine resolve choose mean consider propose refuse decline opt elect vow
        prepare
        seek look mull plot scheme strive pursue target eye project set dare hesitate agree""",
    "fear": "fear worry dread fret panic agonize agonise tremble",
    "emote": """regret lament mourn complain grumble gripe bemoan resent enjoy marvel rejoice grieve rue delight despair
        sympathize sympathise empathize envy pity tire sicken bother trouble surprise shock stun anger upset outrage
        frustrate disappoint alarm disturb please thrill excite confuse puzzle baffle concern annoy irritate embarrass
        offend amuse impress inspire insult scare frighten terrify horrify appall amaze astonish disgust dismay worry
        depress encourage satisfy interest relieve unnerve rankle gall gloat whine carp grouse moan groan sigh""",
    "support": """support back favor favour endorse embrace champion advocate defend agree approve side sympathize
        sympathise promote advance concur accept bolster justify espouse uphold subscribe campaign lobby stump tout
        vouch rally plug""",
    "oppose": """oppose object resist reject disagree disapprove protest denounce balk bristle refuse fight boycott
        disavow shun condemn rebuff renounce spurn decry veto repudiate discourage quibble recoil demur differ""",
    "show": """show demonstrate reveal indicate prove suggest find illustrate evidence imply point display reflect
        depict list contain feature include note detail expose uncover capture""",
    "estimate": """estimate predict project forecast calculate reckon put gauge assess prophesy value price rate
        extrapolate expect foretell prognosticate handicap""",
    "discuss": """discuss talk speak address debate chat converse lecture describe detail outline review analyze analyse
        examine touch expound hash rehash broach raise tackle negotiate deliberate confer testify rant ramble rave
        gossip preach pontificate dwell sermonize monologue elaborate""",
    "cite": """cite quote reference mention invoke credit point refer note paraphrase attribute ascribe name evoke
        allude source""",
    "shout": """shout yell scream cry chant sing whisper mutter mumble murmur exclaim bellow holler roar bark thunder
        intone croon hiss snap growl groan rap blurt drawl stammer declaim recite""",
    "seem": "seem appear look sound",
    "rule": """rule permit allow prohibit ban forbid require mandate bar block restrict regulate enact pass approve
        adopt
        repeal veto legalize legalise outlaw authorize authorise sanction enforce impose ratify waive overturn uphold
        stipulate limit exempt order decree legislate codify overrule override halt suspend subpoena petition charter
        penalize penalise fine sentence convict acquit pardon certify license licence""",
    "vote": """vote elect nominate pick select favor favour back rank prefer rate score appoint name poll endorse""",
    "focus": """focus concentrate dwell center centre highlight emphasize spotlight zero hone harp obsess fixate return
        turn stick linger""",
    "engage": """confront challenge engage interrupt respond react address face counter greet thank invite meet join
        correct
        help teach""",
    "fight": """target hammer fight battle undermine discredit undercut go tear knock poke swing fire lob hurl aim level
        unleash launch weaponize taunt bully provoke retaliate lash""",
    "draw": """draw spark prompt provoke generate trigger attract receive earn win elicit evoke incur garner ignite fuel
        arouse stir invite raise bring cause inspire""",
    "study": """investigate probe study examine analyze analyse explore research review track monitor compare test
        inspect
        scrutinize scrutinise audit evaluate assess weigh check""",
    "trust": "rely count depend bank trust hinge lean hope gamble",
    "tie": "link tie connect associate relate pin attribute ascribe chalk equate liken lump conflate",
    "mirror": "contradict reflect mirror signify mean symbolize symbolise represent spell bode echo belie refute",
    "work": "work fight push struggle strive press labor labour campaign lobby move try attempt battle",
    "obey": "honor honour respect heed ignore follow disregard obey flout violate break defy comply abide keep",
    "author": "author pen draft script publish write compose title headline print edit sign caption subtitle headline",
    "display": "feature show air display contain include carry run play depict portray capture star sport bear post",
    "move": """come arrive leave travel walk run drive fly flee move return enter exit reach pass cross head march
        rush step
        stand sit lie rise fall drop climb land sail ride jump swim escape gather settle live stay remain wait sleep""",
    "own": "have own possess hold lack keep lose gain get obtain acquire buy sell pay cost spend earn receive save owe",
    "make": """make build create produce form develop design construct cook paint generate grow expand increase decrease
        reduce cut raise lower shrink double improve worsen change become turn transform open close break fix repair
        destroy damage burn melt freeze fill empty cover wear carry put place set lay hang pull lift throw catch""",
    "harm": """kill shoot hit injure wound stab murder die attack bomb rape torture beat arrest detain jail abduct
        kidnap
        rob steal hurt harm poison strike suffer bleed starve drown crash explode collapse""",
    "serve": """serve work play compete win lose lead run manage operate handle govern head chair employ hire fire join
        attend visit host teach study graduate marry retire train perform perform practice begin end last happen
        occur take use involve include consist comprise contain belong exist differ matter""",
    "play": """minimize minimise downplay exaggerate overstate understate inflate sugarcoat misrepresent mischaracterize
        distort spin embellish fabricate lie mislead deceive dodge sidestep evade deflect duck skirt shrug""",
}

CARRYING: Final = frozenset(
    words(
        """continue keep begin start try attempt go use need have fail manage tend stop cease proceed help rush hasten
        happen hurry come get quit resume serve move force compel lead prompt cause work struggle choose"""
    )
)
"""Verbs that only lead to the one that says it: "continued to call for", "went on to say", "was forced to admit"."""

HOLDING: Final = frozenset(
    words(
        """seem appear want plan intend like hesitate prepare set dare threaten expect ought refuse decline seek ask
            allow
        hope wish vow pledge promise agree decide believe say think know suppose rumor rumour feel"""
    )
)
"""Verbs that lead to another, and may be what is attributed themselves: "refused to confirm", "is said to have"."""

OF: Final[dict[str, frozenset[str]]] = {}
"""The classes of a verb, by its lemma."""

_found: dict[str, set[str]] = {}
for _name, _listed in CLASSES.items():
    for _word in _listed.split():
        _found.setdefault(_word, set()).add(_name)
OF.update({word: frozenset(names) for word, names in _found.items()})
