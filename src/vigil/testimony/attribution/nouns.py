"""Nouns and adjectives by which a saying is named, and nouns that can be its source, in classes."""

from typing import Final

from vigil.testimony.attribution.wordlist import words

SAYINGS: Final = {
    "say": """statement remark comment word answer reply response speech address message tweet post letter note memo
        testimony account description explanation interview quote quotation confession admission announcement
        declaration disclosure revelation acknowledgment acknowledgement assertion affirmation observation reminder
        assurance line mention reference phrase quip joke apology slogan mantra monologue sermon briefing notice
        insistence clarification commentary talk story tale anecdote rhetoric language talk invitation
        pronouncement proclamation ruling emphasis debate discussion conversation missive message dialogue lecture
        admission notion theme argument exchange chant refrain mantra explanation hint sermon""",
    "report": "report news reporting dispatch coverage footage headline rumor rumour bulletin",
    "claim": "claim boast pretence pretense assertion narrative",
    "allege": "allegation accusation charge complaint lawsuit blame suspicion indictment innuendo",
    "confirm": "confirmation verification proof evidence finding conclusion verdict determination",
    "deny": "denial rebuttal rejection refutation",
    "retract": "retraction correction",
    "argue": "argument contention case thesis theory hypothesis reasoning rationale point position stance premise",
    "suggest": "suggestion hint implication indication insinuation proposal recommendation idea notion sign",
    "warn": "warning threat caution ultimatum",
    "promise": "promise pledge vow commitment guarantee offer agreement oath undertaking",
    "demand": "demand request call plea appeal order command instruction advice petition urging invitation push",
    "ask": "question inquiry query poll survey interview questioning",
    "praise": """praise adulation acclaim kudos thanks gratitude tribute compliment endorsement applause admiration
        respect recommendation""",
    "criticize": """criticism attack rebuke condemnation denunciation mockery insult swipe jab outrage scorn backlash
        ire
        disdain contempt derision ridicule denigration diatribe tirade rant broadside invective slur smear barb
        censure""",
    "think": """belief opinion view thought assumption conviction expectation judgment judgement obsession fixation
        preoccupation reservation
        impression perception
        feeling sense consensus mindset understanding outlook perspective sentiment attitude faith confidence doubt
        skepticism scepticism vision speculation bet""",
    "want": "desire wish hope dream preference longing ambition aspiration goal willingness eagerness interest need",
    "plan": "plan intention intent decision aim choice resolve effort bid determination refusal reluctance strategy",
    "fear": "fear worry concern dread anxiety alarm apprehension unease misgiving qualm",
    "emote": "regret complaint grievance anger frustration disappointment surprise dismay shock disgust grief outcry",
    "support": "support backing approval advocacy agreement defense defence sympathy",
    "oppose": "opposition objection resistance protest disagreement disapproval dissent aversion distaste hostility",
    "estimate": "estimate prediction projection forecast prognosis assessment evaluation rating calculation",
}
"""Nouns that name a saying, a thought or a wish: "the claim that", "plans to"."""

HELD: Final = {
    "know": "aware unaware mindful conscious cognizant ignorant",
    "think": """sure certain confident convinced positive doubtful skeptical sceptical uncertain unsure unconvinced
        persuaded hopeful optimistic pessimistic dismissive suspicious wary leery bullish bearish clear adamant
        satisfied""",
    "fear": "afraid fearful worried concerned anxious nervous scared terrified frightened apprehensive uneasy",
    "want": """eager willing keen ready unwilling reluctant hesitant anxious desperate determined prepared happy
        interested""",
    "emote": """happy proud angry sad glad sorry upset furious disappointed frustrated surprised thrilled pleased
        excited
        grateful thankful ashamed shocked stunned outraged disgusted appalled embarrassed jealous ambivalent tired
        delighted dismayed content comfortable uncomfortable bitter sympathetic fond livid mad""",
    "criticize": "critical scathing contemptuous dismissive disdainful",
    "support": "supportive favorable favourable open",
    "oppose": "opposed hostile resistant averse",
    "praise": "complimentary effusive",
    "say": "quoted explicit vocal outspoken silent quiet mum blunt frank candid forthright open emphatic noncommittal",
}
"""Adjectives that tell what somebody holds: "was sure that", "worried about"."""

PEOPLE: Final = frozenset(
    words("""
        people person man woman men women child boy girl mother father parent wife husband son daughter brother
        sister aunt uncle cousin friend neighbor neighbour resident villager citizen voter supporter opponent critic
        analyst expert observer commentator journalist reporter correspondent editor author columnist writer host
        anchor blogger historian professor scholar researcher scientist economist lawyer attorney judge prosecutor
        defendant plaintiff witness juror official officer spokesman spokeswoman spokesperson minister president
        premier leader chief head director chairman chairwoman chair manager executive boss founder owner candidate
        nominee politician lawmaker legislator senator congressman congresswoman representative governor mayor
        delegate ambassador diplomat envoy secretary aide adviser advisor strategist consultant operative staffer
        member doctor medic nurse surgeon patient rescuer volunteer worker activist campaigner organizer organiser
        protester demonstrator refugee survivor victim relative commander general colonel captain soldier fighter
        rebel insider source informant whistleblower colleague rival ally pundit moderator questioner speaker reader
        viewer fan pollster donor businessman billionaire pastor priest imam bishop sheikh cleric elder farmer
        shopkeeper driver teacher student monitor inspector investigator policeman detective guard neighbour other
        many some most few several someone somebody everyone everybody anyone nobody those one respondent
        conservative liberal progressive democrat republican moderate skeptic insurgent militant camp audience crowd
        attendee caller user colleague counterpart predecessor successor mentor
    """)
)

BODIES: Final = frozenset(
    words("""
        government ministry department agency office bureau court police army military force campaign party
        committee council commission group organization organisation company firm corporation union association
        network coalition administration regime opposition movement team board panel institute university school
        church mosque hospital parliament congress senate house embassy state city country nation village community
        public press media outlet newspaper paper magazine station channel site website center centre foundation
        charity faction militia alliance authority authorities leadership staff side family establishment electorate
        industry bank world observatory brigade
    """)
)

WRITINGS: Final = frozenset(
    words("""
        report statement study survey poll analysis article story book document letter memo email tweet post paper
        research data figure number record file video ad advertisement spot clip footage commercial image photo
        picture message text transcript note review audit investigation inquiry probe lawsuit complaint filing suit
        indictment affidavit testimony memo editorial column op-ed headline caption slogan sign banner poster song
        chant ballot law bill act rule policy constitution amendment treaty agreement platform resolution order plan
        proposal speech remark comment account interview release communique leaflet map chart graph result finding
        evidence test guideline standard code site page blog survey index website narrator source dossier log
        narrative version
    """)
)

UNNAMED_SOURCES: Final = frozenset(
    words("""
        report source reports sources rumor rumour rumors rumours account accounts some many people others they one
    """)
)
"""Sources that name nobody."""


def _by_word(classes: dict[str, str]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for name, listed in classes.items():
        for word in words(listed):
            found.setdefault(word, set()).add(name)
    return {word: frozenset(names) for word, names in found.items()}


SAYING_OF: Final = _by_word(SAYINGS)
HELD_OF: Final = _by_word(HELD)
