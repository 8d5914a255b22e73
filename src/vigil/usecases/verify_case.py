"""Verify a case: every captured byte, every entry of its log, the tree over them, every checkpoint.

Each content of the vault is opened and hashed once; each description is held to the file it names; each row that is
logged is held to its entry, and each that should be is looked for; each stored hash of the tree is computed again;
each timestamp is held to its checkpoint. What was found wrong is told with what should have been. Nothing checked is
nothing verified.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from vigil.evidence.digests import sha256
from vigil.evidence.merkle import Frontier, Node, append, leaf_hash
from vigil.evidence.signed_note import VerifierKey
from vigil.evidence.verify import Doubt, DoubtKind, Leaf, LogReport, verify_log
from vigil.model.errors import IntegrityError, InvalidInput
from vigil.usecases.ports import CaseReader, EvidenceReader, Missing, OpenedLeaf, Progress, StoredContent, no_progress
from vigil.usecases.timestamping.verify_timestamps import TimestampReport, verify_timestamps

_AT_ONCE = 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseReport:
    """What was checked of a case, and what is in doubt.

    Attributes:
        log: Of the log; its doubts stand in `doubts` too.
        n_captures: Entries that are captures, with a description that opens.
        n_contents: Files of the vault that were opened and hashed.
        n_bytes: In them.
        n_withdrawn: Entries whose key was destroyed in a withdrawal: that they are in the log is known, not what of.
        timestamps: What the checkpoints bear.
        n_left_over: Files nothing speaks of, left by a writer that was cut short. No doubt.
        doubts: All, in the order they were met.
        n_closed: Files of the folder that are as they were when the case was closed. None: it is not closed.
    """

    log: LogReport
    n_captures: int
    n_contents: int
    n_bytes: int
    n_withdrawn: int
    n_left_over: int
    timestamps: TimestampReport
    doubts: tuple[Doubt, ...]
    n_closed: int | None = None

    @property
    def verified(self) -> bool:
        """Everything was checked and nothing is in doubt."""
        return self.log.size > 0 and not self.doubts


def verify_case(
    case: CaseReader,
    *,
    outside: Sequence[bytes] = (),
    outside_key: VerifierKey | None = None,
    block_headers: Sequence[bytes] = (),
    progress: Progress = no_progress,
) -> CaseReport:
    """Hold everything kept as evidence against the log, and the log against its checkpoints.

    Args:
        outside: Checkpoints of this case that were kept elsewhere.
        outside_key: The verifier key that was kept with them. None: the case's own is taken.
        block_headers: Of Bitcoin, 80 bytes each, from a source that is trusted: for proofs of OpenTimestamps.
        progress: Told of contents first, then of entries.
    Raises:
        IntegrityError: The log's own record is missing: nothing can be verified.
        Unavailable: A file cannot be read.
    """
    doubts = [Doubt(DoubtKind.PAGE_DAMAGED, None, said) for said in case.evidence.page_faults()]
    n_faults = len(doubts)
    try:
        return _verified(case, doubts, _Outside(outside, outside_key, block_headers), progress)
    except IntegrityError:
        if not n_faults:
            raise
        return _unread(doubts[:n_faults])


def _unread(doubts: list[Doubt]) -> CaseReport:
    """Of a database so damaged that it does not read: that it is, and no word of the rest."""
    says = "expected the log and the captures, found a database that does not read: they were not checked"
    log = LogReport(
        size=0,
        root=b"",
        n_opened=0,
        n_vouched=0,
        n_clock_set_back=0,
        checkpoints=(),
        n_outside=0,
        outside=(),
        keys=(),
        doubts=(),
    )
    return CaseReport(
        log=log,
        n_captures=0,
        n_contents=0,
        n_bytes=0,
        n_withdrawn=0,
        n_left_over=0,
        timestamps=TimestampReport(n_checkpoints=0, n_timed=0, n_waiting=0, borne=()),
        doubts=(*doubts, Doubt(DoubtKind.PAGE_DAMAGED, None, says)),
    )


@dataclass(frozen=True, slots=True)
class _Outside:
    """What a case is held against, as `verify_case` takes it."""

    notes: Sequence[bytes]
    key: VerifierKey | None
    block_headers: Sequence[bytes]


def _verified(case: CaseReader, doubts: list[Doubt], outside: _Outside, progress: Progress) -> CaseReport:
    evidence = case.evidence
    vault = _Vault(evidence)
    vault.through(doubts, progress)
    reading = _Entries(evidence, doubts, progress)
    key = _key(evidence, outside.key, doubts)
    log = verify_log(
        reading.leaves(),
        checkpoints=[made.note for made in evidence.checkpoints()],
        keys=[key],
        outside=outside.notes,
    )
    reading.end()
    for table, n in evidence.n_not_logged().items():
        says = f"expected an entry for each row of {table}, found {n} without one"
        doubts.append(Doubt(DoubtKind.NOT_LOGGED, None, says))
    timestamps = verify_timestamps(case, doubts, block_headers=outside.block_headers)
    return CaseReport(
        log=log,
        n_captures=reading.n_captures,
        n_contents=vault.n_opened,
        n_bytes=vault.n_bytes,
        n_withdrawn=reading.n_withdrawn,
        n_left_over=evidence.n_left_over(),
        timestamps=timestamps,
        doubts=(*doubts, *log.doubts),
    )


class _Vault:
    """One pass over the files of the vault."""

    def __init__(self, evidence: EvidenceReader) -> None:
        self.n_opened = 0
        self.n_bytes = 0
        self._evidence = evidence

    def through(self, doubts: list[Doubt], progress: Progress) -> None:
        total = self._evidence.n_contents()
        for done, content in enumerate(self._evidence.contents(), start=1):
            self._open(content, doubts)
            progress(done, total, "files")

    def _open(self, content: StoredContent, doubts: list[Doubt]) -> None:
        where = f"file {content.name.hex()[:12]}"
        try:
            body = self._evidence.read_content(content)
        except Missing:
            doubts.append(Doubt(DoubtKind.FILE_MISSING, None, f"{where}: expected {content.n_bytes} bytes, found none"))
        except IntegrityError as error:
            doubts.append(Doubt(DoubtKind.FILE_CHANGED, None, f"{where}: {error}"))
        else:
            if body is not None:
                self.n_opened += 1
                self.n_bytes += len(body)


class _Entries:
    """One pass over the log's entries, growing the tree beside it and holding the stored one against that."""

    def __init__(self, evidence: EvidenceReader, doubts: list[Doubt], progress: Progress) -> None:
        self.n_captures = 0
        self.n_withdrawn = 0
        self._evidence = evidence
        self._doubts = doubts
        self._progress = progress
        self._frontier = Frontier()
        self._hashes: list[bytes] = []
        self._n_nodes = 0

    def leaves(self) -> Iterator[Leaf]:
        total = self._evidence.log.size()
        for at, opened in enumerate(self._evidence.leaves()):
            self._hashes.append(leaf_hash(opened.entry))
            if len(self._hashes) == _AT_ONCE:
                self._grow()
                self._progress(at, total, "entries")
            yield self._looked_at(at, opened)

    def end(self) -> None:
        """The rest of the tree, and whether there is more of it than there should be."""
        self._grow()
        stored = self._evidence.n_nodes()
        if stored > self._n_nodes:
            self._doubt(DoubtKind.NODE_CHANGED, None, f"expected {self._n_nodes} hashes of the tree, found {stored}")

    def _looked_at(self, at: int, opened: OpenedLeaf) -> Leaf:
        if opened.said is not None:
            self.n_captures += 1
        if opened.withdrawn:
            self.n_withdrawn += 1
        if opened.place != at:
            self._doubt(DoubtKind.ENTRIES_MISSING, at, f"expected entry {at}, found entry {opened.place}")
        if opened.fault is not None:
            self._doubt(DoubtKind(opened.fault.kind), at, opened.fault.says)
        if opened.salt is None and opened.content is None and opened.must_open and opened.fault is None:
            self._doubt(DoubtKind.CONTENT_MISSING, at, "expected the content and its salt, found neither")
        elif not opened.must_open and not opened.withdrawn:
            self._doubt(DoubtKind.SALT_MISSING, at, "expected the key of its salt, or a withdrawal; found neither")
        if opened.fault is not None and opened.content is None:
            return Leaf(opened.entry)  # said already; what does not open cannot be held against anything
        digest = sha256(opened.content) if opened.content is not None else None
        return Leaf(opened.entry, digest, opened.salt)

    def _grow(self) -> None:
        grown = append(self._frontier, self._hashes)
        self._hashes, self._frontier = [], grown.frontier
        self._n_nodes += len(grown.nodes)
        by_level: dict[int, list[Node]] = {}
        for node in grown.nodes:
            by_level.setdefault(node.level, []).append(node)
        for level, nodes in by_level.items():
            stored = self._evidence.nodes_at(level, nodes[0].nth, nodes[-1].nth)
            if stored != [node.hash for node in nodes]:
                says = f"level {level}: expected the hashes of its entries, found others from {nodes[0].nth} on"
                self._doubt(DoubtKind.NODE_CHANGED, None, says)

    def _doubt(self, kind: DoubtKind, at: int | None, says: str) -> None:
        self._doubts.append(Doubt(kind, at, says))


def _key(evidence: EvidenceReader, outside: VerifierKey | None, doubts: list[Doubt]) -> VerifierKey:
    """The key everything signed is held against: the one kept elsewhere, where there is one."""
    try:
        own = evidence.log.key()
    except InvalidInput as error:
        raise IntegrityError("the key the case says its checkpoints are signed with is damaged") from error
    if outside is not None and own != outside:
        says = "expected the key kept elsewhere, found another in the case: it is another case, or was made anew"
        doubts.append(Doubt(DoubtKind.KEY_DIFFERS, None, says))
    return outside if outside is not None else own
