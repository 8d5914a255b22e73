"""The sources a case listens with: adding one, trying whether it hears, finding an account's stable id, removing it."""

import asyncio
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from vigil.model.counted import counted
from vigil.model.errors import InvalidInput
from vigil.model.fate import FateEntry, watching_ended
from vigil.model.heard import Manifest
from vigil.model.ids import CollectorName, Platform, WitnessName
from vigil.model.witness import Basis, WatchedAccount
from vigil.usecases.listening.collecting import Given, SourceKind, SourceSetting, Trial
from vigil.usecases.listening.ports import AddedSource
from vigil.usecases.make_checkpoint import make_checkpoint
from vigil.usecases.ports import CaseReader, CaseWriter, Clock

AskSecret = Callable[[str], str]
"""Asks for something unseen, by its name."""

TRIED_FOR_S = 120.0
"""So long a source may take to say whether it hears."""

_NAME_CHARACTERS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-_.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """A source, and whether it hears."""

    source: AddedSource
    n_accounts: int
    trial: Trial


def kind_named(kinds: Mapping[str, SourceKind], name: str) -> SourceKind:
    """The kind of this name.

    Raises:
        InvalidInput: There is none.
    """
    kind = kinds.get(name.strip().lower())
    if kind is None:
        raise InvalidInput(f"no kind of source of this name: there are {', '.join(sorted(kinds))}")
    return kind


def add_source(
    case: CaseWriter,
    kind: SourceKind,
    *,
    said: Mapping[str, str],
    name: str | None,
    ask: AskSecret | None,
    clock: Clock,
) -> AddedSource:
    """Add a source to a case. Nothing is connected to.

    Args:
        case: The case.
        kind: Of what kind.
        said: Settings and secrets by name.
        name: What to call it. None: as its kind, numbered where there is one already.
        ask: Asks for secrets that are not said. None: there is nobody to ask.
        clock: Now.

    Raises:
        InvalidInput: A setting is unknown, missing or cannot be used; the name is taken or is none.
    """
    named = {setting.name: setting for setting in kind.settings}
    unknown = [each for each in said if each not in named]
    if unknown:
        known = ", ".join(named) or "none"
        raise InvalidInput(f"{kind.name} has no setting {unknown[0]}: its settings are {known}")
    values = {each: value for each, value in said.items() if value.strip()}
    for setting in kind.settings:
        if setting.name not in values and (setting.required or setting.secret):
            values |= _asked(setting, ask)
    source = AddedSource(
        collector=_name(case, kind, name),
        kind=kind.name,
        settings={each: value for each, value in values.items() if not named[each].secret},
        secrets={each: value for each, value in values.items() if named[each].secret},
        added_at=clock(),
    )
    kind.collector(given_to(source, kind, (), clock))
    with case.transaction():
        case.listening.add_source(source)
        case.log("source_added", at=clock(), by=None, detail={"collector": source.collector, "kind": kind.name})
        make_checkpoint(case=case, clock=clock)
    return source


def remove_source(case: CaseWriter, name: str, *, clock: Clock) -> None:
    """Remove a source with its secrets. What it heard, and when it heard, stays.

    Raises:
        InvalidInput: There is none of this name.
    """
    with case.transaction():
        if not case.listening.remove_source(CollectorName(name)):
            raise InvalidInput(f"no source {name} in this case: `vigil sources list` shows which there are")
        case.log("source_removed", at=clock(), by=None, detail={"collector": name})
        make_checkpoint(case=case, clock=clock)


def try_sources(case: CaseReader, kinds: Mapping[str, SourceKind], *, only: Sequence[str], clock: Clock) -> list[Tried]:
    """Ask each source whether it hears now, all at once.

    Raises:
        InvalidInput: There is none, or none of such a name.
    """
    sources = chosen_sources(case, kinds, only)
    by_platform, _ = listened_for(case, [kinds[source.kind].manifest for source in sources])
    accounts = [tuple(by_platform.get(kinds[source.kind].manifest.platform, ())) for source in sources]

    async def all_of_them() -> list[Trial]:
        return await asyncio.gather(
            *(
                _tried(kinds[source.kind], _as_it_stands(case, given_to(source, kinds[source.kind], theirs, clock)))
                for source, theirs in zip(sources, accounts, strict=True)
            )
        )

    trials = asyncio.run(all_of_them())
    return [
        Tried(source=source, n_accounts=len(theirs), trial=trial)
        for source, theirs, trial in zip(sources, accounts, trials, strict=True)
    ]


def find_account(
    case: CaseReader, kinds: Mapping[str, SourceKind], *, source: str, name: str, clock: Clock
) -> WatchedAccount:
    """The account that goes by a name, with its stable id, as a source's platform says.

    Raises:
        InvalidInput: There is no such source; it is no name, nobody goes by it, or it is private.
        Unavailable: The platform does not answer.
    """
    (chosen,) = chosen_sources(case, kinds, [source])
    kind = kinds[chosen.kind]
    return asyncio.run(kind.account(given_to(chosen, kind, (), clock), name))


def chosen_sources(case: CaseReader, kinds: Mapping[str, SourceKind], only: Sequence[str]) -> list[AddedSource]:
    """The sources of a case, or those of these names.

    Raises:
        InvalidInput: There is none, or none of such a name or kind.
    """
    sources = case.listening.sources()
    unknown = sorted(set(only) - {source.collector for source in sources})
    if unknown:
        raise InvalidInput(f"no source {unknown[0]} in this case: `vigil sources list` shows which there are")
    if not sources:
        raise InvalidInput("no source was added to this case yet: `vigil sources add bluesky` adds one")
    for source in sources:
        if source.kind not in kinds:
            raise InvalidInput(f"{source.collector}: this Vigil knows no source of kind {source.kind}")
    return [source for source in sources if not only or source.collector in only]


def listened_for(
    case: CaseReader, manifests: Sequence[Manifest]
) -> tuple[dict[Platform, list[WatchedAccount]], tuple[str, ...]]:
    """Who may be listened for, by platform; and who is not, and why, in sentences without a name.

    A witness without a stated basis is not, nor one who asked not to be watched.
    """
    entries: dict[WitnessName, list[FateEntry]] = defaultdict(list)
    for entry in case.fates():
        entries[entry.witness].append(entry)
    by_platform: dict[Platform, list[WatchedAccount]] = defaultdict(list)
    n_unstated = 0
    unheard: dict[Platform, int] = defaultdict(int)
    platforms = {manifest.platform for manifest in manifests}
    for witness in case.watchlist().witnesses:
        if watching_ended(entries[witness.name]):
            continue
        if witness.basis is Basis.UNSTATED:
            n_unstated += 1
            continue
        for watched in witness.accounts:
            by_platform[watched.account.platform].append(watched)
            if watched.account.platform not in platforms:
                unheard[watched.account.platform] += 1
    notices = [
        f"{counted(n, 'account')} on {platform}: no source hears there" for platform, n in sorted(unheard.items())
    ]
    if n_unstated:
        notices.append(
            f"{counted(n_unstated, 'witness', 'witnesses')} not listened for: their basis is not stated "
            "(`vigil watch add WITNESS --basis ...` states it)"
        )
    return dict(by_platform), tuple(notices)


def given_to(source: AddedSource, kind: SourceKind, accounts: Sequence[WatchedAccount], clock: Clock) -> Given:
    """What a collector of this source is given, as if it had never listened."""
    defaults = {setting.name: setting.default for setting in kind.settings if setting.default is not None}
    return Given(
        collector=source.collector,
        accounts=tuple(accounts),
        clock=clock,
        settings={**defaults, **source.settings},
        secrets=source.secrets,
    )


def _as_it_stands(case: CaseReader, given: Given) -> Given:
    """With how far it has come: what was spent so far, and who is known already."""
    reached = case.listening.reached(given.collector)
    heard = {each: said.heard_until for each, said in case.listening.listened_for(given.collector).items()}
    return replace(
        given,
        cursor=reached.cursor if reached is not None else None,
        heard_until={each: until for each, until in heard.items() if until is not None},
    )


async def _tried(kind: SourceKind, given: Given) -> Trial:
    try:
        async with asyncio.timeout(TRIED_FOR_S):
            return await kind.trial(given)
    except InvalidInput as fault:
        return Trial(hears=False, says=(str(fault),))
    except TimeoutError:
        return Trial(hears=False, says=(f"It did not answer within {TRIED_FOR_S:.0f} seconds.",))


def _asked(setting: SourceSetting, ask: AskSecret | None) -> dict[str, str]:
    if setting.secret and ask is not None:
        answer = ask(f"{setting.name} ({setting.says}{'' if setting.required else '; empty for none'})").strip()
        if answer:
            return {setting.name: answer}
    if setting.required:
        how = f"{setting.name}=@FILE reads it from a file" if setting.secret else f"give {setting.name}=VALUE"
        raise InvalidInput(f"{setting.name} is needed: {setting.says}; {how}")
    return {}


def _name(case: CaseReader, kind: SourceKind, name: str | None) -> CollectorName:
    taken = {source.collector for source in case.listening.sources()}
    if name is not None:
        if not name or set(name) - _NAME_CHARACTERS or name[0] in "-._":
            raise InvalidInput("--name: small letters a to z, digits, dashes and dots, for example bluesky-2")
        if name not in taken and case.listening.reached(CollectorName(name)) is not None:
            raise InvalidInput("--name: a source of this name listened before and was removed: choose another")
        return CollectorName(name)
    wanted, number = kind.name, 1
    while wanted in taken or case.listening.reached(CollectorName(wanted)) is not None:
        number += 1
        wanted = f"{kind.name}-{number}"
    return CollectorName(wanted)
