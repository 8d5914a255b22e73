"""English words an assessment looks for, by what they speak of. General language: no list is taken from a corpus.

An entry is a stem with its endings, "arrest:,s,ed,ing", or a phrase of plain words, "shot dead". A word may stand in
several classes. Classes of violations are finer than the violations, because their words weigh differently: a "murder"
is a killing, a "death" may be one.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

CLASSES: Mapping[str, str] = {
    # What was done.
    "kill": """
        kill:,s,ed,ing,ings; murder:,s,ed,ing; assassinat:e,es,ed,ing,ion,ions; slain; slay:,s,ing,ings; slew;
        lynch:ed,ing,ings; massacre:,s,d; shot dead; gunned down; hacked to death; beaten to death; stabbed to
        death; shot to death; tortured to death; burned alive; burnt alive; behead:ed,ing,ings; strangl:ed,ing;
        homicide:,s; manslaughter; extrajudicial killing; extrajudicial killings; extra-judicial killing;
        extra-judicial killings; summary execution; summary executions; extrajudicial execution; extrajudicial
        executions; bludgeoned to death; shoot dead; decapitat:ed,ion; femicide:,s; genocide""",
    "die": """
        death:,s; dead; died; dies; dying; die; body; bodies; corpse:,s; fatal; fatally; fatalities; perished;
        succumbed; funeral; buried; autopsy; lost his life; lost her life; lost their lives; lifeless;
        mourn:,ed,ing,ers; late""",
    "execute": """
        executed; executing; execution; executions; hanged; hanging; death sentence; death sentences; death penalty;
        sentenced to death; death row; capital punishment""",
    "killer": "killer:,s; murderer:,s; assassin:,s; hitman; hitmen; gunman; gunmen; shooter:,s",
    "arrest": """
        arrest:,s,ed,ing; detain:,s,ed,ing; detention:,s; rearrested; re-arrested; remanded; apprehend:ed,s; rounded
        up; taken into custody; crackdown:,s; in custody; placed under house arrest; picked up; nabbed; arbitrary
        detention; taken away; hauled""",
    "jail": """
        jail:,s,ed,ing; imprison:,s,ed,ing,ment; prison:,s; prisoner:,s; custody; behind bars;
        incarcerat:e,ed,ing,ion; inmate:,s; detainee:,s; cell:,s; house arrest; solitary confinement; political
        prisoner; political prisoners; locked up; detention centre; detention center; pre-trial detention; pretrial
        detention; police station; warden:,s""",
    "court": """
        sentenc:e,es,ed,ing; convict:ed,ion,ions; charged; charges; charge; trial:,s; court:,s; bail;
        prosecut:e,ed,ing,ion,ions; indict:ed,ment,ments; acquitt:ed,al; verdict:,s; tribunal:,s; hearing; appeal;
        lawsuit; sued; defendant:,s; guilty; judge; magistrate; accused; arraigned; sedition; treason; warrant;
        warrants; summoned; interrogat:ed,ion; questioned""",
    "release": """
        releas:e,es,ed,ing; freed; free; freeing; freedom; acquitted; pardon:,ed; amnesty; granted bail; rescued;
        liberated""",
    "kidnap": """
        kidnap:,s,ped,ping,pings,ed,ing,per,pers; abduct:,s,ed,ing,ion,ions,or,ors,ee,ees; held hostage; taken
        hostage; hostage-taking""",
    "captive": """
        hostage:,s; ransom:,s; captive:,s; captor:,s; captivity; hostage-taker; hostage-takers; held captive;
        bandit:,s""",
    "taken": """
        seized; snatched; grabbed; whisked; bundled; dragged; forced into; forcibly taken; taken by; taken from; led
        away; hooded; blindfolded; unmarked; rendition; lured; ambush:,ed; intercepted; carjacked""",
    "torture": """
        tortur:e,es,ed,ing,er,ers; waterboard:ed,ing; ill-treat:ed,ment,ing; mistreat:ed,ment; maltreat:ed,ment;
        electric shock; electric shocks; electrocut:ed,ion; flogg:ed,ing; lash:es,ed; inhuman; degrading treatment;
        whipp:ed,ing; tormented; cruel; degrading; mutilat:ed,ion; coerced confession; forced confession; forced
        confessions; stress positions; sleep deprivation; electric cable""",
    "beat": """
        beat:,s,en,ing,ings; assault:,s,ed,ing; brutal; brutally; brutality; punch:ed,es,ing; kick:ed,s,ing;
        slapp:ed,ing; manhandl:ed,ing; roughed up; bruis:es,ed,ing; physically abused; abus:ed,e,es,ing,ive;
        batter:ed,ing; tear gas; baton:,s; tear-gassed; excessive force; chok:ed,ing; clubbed; injuries""",
    "sexual": """
        rap:e,es,ed,ing,ist; sexually; sexual assault; sexual violence; sexual abuse; sexual harassment;
        molest:ed,ing; forced sterilisation; forced sterilization; sexual slavery; gang-raped; gang rape""",
    "disappear": """
        enforced disappearance; enforced disappearances; forced disappearance; forced disappearances; forcibly
        disappeared; disappear:s,ed,ing,ance,ances; involuntary disappearance; incommunicado; vanish:ed,ing; secret
        detention; secret prison; secret prisons; secretly held; disappear""",
    "missing": """
        missing; whereabouts; unaccounted; not been seen since; not been heard from; unknown location; undisclosed
        location; last seen; last heard; went missing; gone missing; no news of; no trace; traceless; unknown fate""",
    "attack": """
        attack:,s,ed,ing; bomb:,s,ed,ing,ings; shot; shoot:,s,ing,ings; stabb:ed,ing; wound:ed,s,ing;
        injur:ed,ing,e; injury; fired; gunfire; explosion:,s; blast:,s; airstrike:,s; shelling; shelled;
        raid:,s,ed,ing; violence; clashes; ambush; target:ed,ing; poison:ed,ing; acid; torched; looted;
        vandali:sed,zed,sm; bullet:,s; gunshot""",
    "threat": """
        threat:,s; threaten:,s,ed,ing; harass:,es,ed,ing,ment; intimidat:e,ed,ing,ion; persecut:e,ed,ing,ion;
        smear:,ed; stalk:ed,ing; surveil:lance,led; spyware; hack:ed,ing; troll:ed,s,ing; defam:ed,ation;
        vilif:ied,y; blackmail:,ed,ing; evict:ed,ion,ions; dismissed; sacked; suspended; fined; banned; ban;
        blocked; censor:ed,ship; deport:ed,ation; expel:led; exile; exiled; fled; discriminat:ed,ion; shut down;
        revoked; confiscat:ed,ing; strike; strikes; layoffs; unpaid; racism; hate""",
    # By whom.
    "state": """
        police; policem:an,en; officer:,s; soldier:,s; army; military; security forces; security force; troops;
        government; authorities; regime; junta; intelligence; agents; security agents; security officers; security
        service; security services; secret police; ministry; prosecutors; court; state; officials; riot police;
        forces; paramilitar:y,ies; guards; cops; law enforcement; secret service; state security; immigration;
        plainclothes; coup; dictator; crown prince; national guard; special forces; border guards; servicemen; armed
        forces; marines; the party; prison authorities; customs""",
    "armed": """
        gunm:an,en; militant:,s; rebel:,s; insurgent:,s; terrorist:,s; jihadist:,s; jihadi; extremist:,s; bandit:,s;
        militia:,s; militiam:an,en; cartel:,s; gang:,s; kidnapper:,s; abductors; attacker:,s; assailant:,s;
        hitm:an,en; armed men; armed group; armed groups; unknown men; unidentified men; unknown gunmen; masked men;
        unknown persons; mob; thugs; hooligans; assassin:,s; killers; separatist:,s; guerrilla:,s; warlord:,s;
        pirates; islamic state; isis; isil; al-qaeda; al qaeda; taliban; boko haram; al-shabaab; al shabaab; suicide
        bomber; extremists; criminals; armed gang; armed gangs; traffickers; vigilante:,s; supremacist:,s""",
    # To whom.
    "journalist": """
        journalist:,s; reporter:,s; editor:,s; editor-in-chief; correspondent:,s; photographer:,s;
        photojournalist:,s; blogger:,s; broadcaster:,s; cameram:an,en; camerawoman; columnist:,s; newsm:an,en;
        presenter; anchor; news anchor; publisher; media worker; media workers; youtuber:,s; vlogger:,s; radio host;
        media owner; freelancer; videographer; producer; crew; documentary maker; filmmaker:,s; press; media""",
    "defender": """
        activist:,s; campaigner:,s; defender:,s; human rights defender; human rights defenders; human rights;
        advocate:,s; dissident:,s; environmentalist:,s; organiser:,s; organizer:,s; protester:,s; protestor:,s;
        demonstrator:,s; whistleblower:,s; conservationist:,s; feminist:,s; suffragette:,s; rights worker; social
        leader; social leaders; community leader; community leaders; indigenous leader; land defender; land
        defenders; critic; critics; opposition figure; opposition leader; opposition politician; opposition member;
        abolitionist; founder; co-founder; organisers; organizers; protests; protest; volunteer:,s; reformer; peace
        activist; revolutionary""",
    "unionist": """
        unionist:,s; trade unionist; trade unionists; union leader; union leaders; labour leader; labor leader;
        trade union; union; labour union; labor union; union president; union official; union organizer; worker:,s;
        strikers; picket; picketing; employees; labor rights; labour rights""",
    "lawyer": """
        lawyer:,s; attorney:,s; barrister:,s; solicitor:,s; human rights lawyer; rights lawyer; jurist; counsel;
        legal scholar""",
    "medic": """
        doctor:,s; nurse:,s; medic:,s; physician:,s; surgeon:,s; paramedic:,s; health worker; health workers;
        midwife; medical worker""",
    "aid": """
        aid worker; aid workers; humanitarian worker; humanitarian workers; relief worker; relief workers;
        humanitarian; un staff; charity worker; missionar:y,ies; peacekeeper:,s; ngo worker; ngo workers""",
    "other victim": """
        student:,s; professor:,s; academic:,s; scholar:,s; teacher:,s; writer:,s; author; poet:,s; novelist;
        artist:,s; singer; musician; rapper; actor; actress; cartoonist; comedian; comedienne; playwright;
        priest:,s; pastor:,s; cleric:,s; monk:,s; nun:,s; imam; bishop; villager:,s; farmer:,s; miner:,s; driver;
        businessm:an,en; scientist:,s; intellectual:,s; researcher:,s; resident:,s; civilian:,s; refugee:,s;
        migrant:,s; tourist; national; dual national; citizen:,s; lawmaker:,s; politician:,s; candidate; mayor;
        councillor; chief; elder; engineer; mechanic; schoolgirl:,s; boy:,s; girl:,s; teenager:,s; man; woman; men;
        women; youth; youths; people; person; family; child; children; victim:,s; detainee:,s; prisoner:,s;
        hostage:,s; baby; mother; father; wife; husband; son; daughter; brother; sister""",
    "victim": """
        victim:,s; victimi:sed,zed; deceased; slain; jailed; imprisoned; detained; murdered; kidnapped; abducted;
        disappeared; missing; arrested; killed; tortured; late; convicted""",
    "official": """
        president; vice-president; minister; prime minister; premier; spokesm:an,en; spokesperson; spokeswoman;
        commissioner; governor; general; colonel; captain; lieutenant; major; sergeant; inspector; superintendent;
        constable; judge; justice; magistrate; prosecutor; ambassador; senator; secretary; secretary-general;
        secretary general; king; queen; prince; crown prince; sheikh; director; chairm:an,en; chairperson;
        chairwoman; chair; representative; rapporteur; special rapporteur; congressm:an,en; congresswoman; mp; pm;
        dictator; sheriff; attorney general; attorney-general; analyst; expert; executive director; deputy;
        chancellor; envoy; chief executive; ceo; commander; head; coordinator; officer; detective; emperor; sultan;
        ruler; leader; pope; archbishop; cardinal; foreign minister; diplomat; republican; democrat""",
    "kin": """
        wife; husband; mother; father; brother; sister; son; daughter; family; relative:,s; widow; uncle; aunt;
        cousin; colleague:,s; friend:,s; partner; fiancee; parents; nephew; grandfather; grandson; supporters;
        co-defendant; lawyer; lawyers""",
    # How it is spoken of.
    "say": """
        said; says; say; saying; told; tells; tell; added; adds; stated; states; according; wrote; writes; tweeted;
        explained; explains; noted; notes; argued; argues; condemned; condemns; urged; urges; called; demanded;
        warned; warns; claimed; claims; denied; announced; insisted; confirmed; commented; remarked; described;
        recalled; recalls; alleged; asked; reported; reports; posted; statement; spoke; revealed; blamed; expressed;
        reiterated; stressed; emphasised; emphasized; quoted; reporting by; editing by; byline; author of; testified""",
    "he": "he; him; his; himself; mr",
    "she": "she; her; hers; herself; mrs; ms; miss",
    "they": "they; them; their",
    "not": "not; n't; no; never; without; denied; denies; deny; neither; nor; nobody; none",
    "may": """
        may; might; could; would; should; can; if; plot; plan; plans; planned; plotting; attempt; attempted;
        attempting; threatened; threat; threats; threatening; risk; fear; fears; feared; fearing; avoid; potential;
        possible; going to; alleged plot; conspiracy; conspiring; want; wanted; wants; will; prevent; faces; face;
        facing; warned""",
    "past": """
        history; historic; historical; anniversary; decade:,s; century; years ago; previously; in the past;
        formerly; former; earlier; since; remember; commemorat:e,ed,ing; memory; memorial; legacy; biography; once;
        era""",
    "report": """
        report; index; annual; survey; statistics; ranked; ranking; cases; documented; figures; according to;
        worldwide; global; countries""",
    "sweeping": """
        including; such as; systematic; widespread; violations; abuses; rights abuses; human rights violations; human
        rights abuses; human rights situation; atrocities; extrajudicial; regime; genocide; ethnic cleansing; war
        crimes; crimes against humanity""",
    "unjust": """
        political prisoner; political prisoners; prisoner of conscience; prisoners of conscience; wrongful; wrongfully;
        arbitrary; arbitrarily; unjust; unjustly; unjustified; unlawful; unlawfully; illegally; trumped-up; trumped up;
        politically motivated; unconditionally; immediately release; release him; release her; release them; release
        all; free all; crackdown:,s; dissent; dissident; sedition; seditious; subversion; national security law;
        draconian; freedom of expression; freedom of the press; freedom of speech; freedom of assembly; free speech;
        press freedom; peaceful; peacefully; without charge; without charges; without trial; baseless; fabricated;
        bogus; spurious; defamation; silence; silencing; repression; repressive; political; terrorism laws;
        anti-terrorism; anti-terror; retaliation; drop the charges; drop all charges; drop charges; fair trial; unfair
        trial; unfair trials; no warrant; without a warrant; harsh; critics""",
    "suspect": """
        suspect:,s; suspected; in connection with; on suspicion of; manhunt; arraigned; robber:y,ies,s; robbed;
        burglar:y,s; gang:,s; accomplice:,s; culprit:,s; perpetrator:,s; fugitive:,s; extradit:e,ed,ion; drug:,s;
        murder case; homicide; pleaded guilty; plea; confessed; detective:,s; alleged killer; alleged killers; wanted
        for; investigators; syndicate; ringleader; mastermind:,s; felony; criminals; crime:,s; trafficking; fraud""",
    "misfortune": """
        covid; covid-19; coronavirus; pandemic; virus; disease; infection:,s; vaccine:,s; cancer; heart attack;
        cardiac; stroke; accident; crash; earthquake; flood:,s; fire; suicide:,s; famine""",
    "law": """
        law; laws; bill; act; legislation; constitution; policy; rights; resolution; treaty; convention; parliament;
        congress; election; elections""",
    "story": """
        film; novel; book; movie; series; fiction; documentary; actor; football; match; season; game; theatre;
        festival; award; prize; album; review""",
}

VIOLATION_CLASSES: Mapping[str, tuple[str, ...]] = {
    "killing": ("kill", "die", "execute", "killer"),
    "arbitrary_detention": ("arrest", "jail", "court", "release"),
    "kidnapping": ("kidnap", "captive", "taken"),
    "torture": ("torture", "beat", "sexual"),
    "enforced_disappearance": ("disappear", "missing"),
}
"""The violations named apart, each with the classes that speak of it, the plainest first."""

OTHER_CLASSES = ("attack", "threat")

VICTIM_CLASSES = ("journalist", "defender", "unionist", "lawyer", "medic", "aid", "other victim")


class Hit(NamedTuple):
    """Words of a class: tokens [first, last)."""

    name: str
    first: int
    last: int


def find(words: Sequence[str]) -> Iterator[Hit]:
    """Every hit of every class in these words, which are lower case; of phrases that begin at one word all."""
    for at, word in enumerate(words):
        for name, rest in _BY_FIRST.get(word, ()):
            last = at + 1 + len(rest)
            if not rest or tuple(words[at + 1 : last]) == rest:
                yield Hit(name, at, last)


def _forms(entry: str) -> Iterator[str]:
    stem, colon, endings = entry.partition(":")
    if not colon:
        yield entry
    for ending in endings.split(",") if colon else ():
        yield stem + ending.strip()


def _by_first() -> dict[str, tuple[tuple[str, tuple[str, ...]], ...]]:
    table: dict[str, dict[tuple[str, tuple[str, ...]], None]] = {}
    for name, entries in CLASSES.items():
        for entry in entries.split(";"):
            for form in _forms(" ".join(entry.split())):
                for phrase in _as_tokens(form):
                    table.setdefault(phrase[0], {})[name, phrase[1:]] = None
    return {word: tuple(found) for word, found in table.items()}


def _as_tokens(form: str) -> Iterator[tuple[str, ...]]:
    """The words of a phrase; one with a hyphen also as the grammar cuts it."""
    words = tuple(form.split())
    yield words
    if "-" in form:
        yield tuple(form.replace("-", " - ").split())


_BY_FIRST = _by_first()
