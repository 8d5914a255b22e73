"""The table: exactly one verdict, the first that holds."""

from hypothesis import given
from hypothesis import strategies as st

from vigil.model.verdict import Verdict
from vigil.watch.verdict import Holds, verdict_of, witness_verdict

NAMES = ("changed", "returned", "blind", "too_little_history", "outage", "dark", "quiet")
anything = st.fixed_dictionaries({name: st.booleans() for name in NAMES})
accounts = st.lists(st.tuples(st.sampled_from(list(Verdict)), st.booleans()), min_size=1, max_size=5)


@given(anything)
def test_the_verdict_is_the_first_of_the_table_that_holds(holds):
    """Whatever else holds, nothing below the first decides; where nothing holds, the account is speaking."""
    first = next((k for k, name in enumerate(NAMES) if holds[name]), len(NAMES))
    assert verdict_of(Holds(**holds)) is list(Verdict)[first]


@given(anything)
def test_nobody_is_dark_while_blind(holds):
    """Deafness comes before darkness, whatever else holds."""
    assert verdict_of(Holds(**{**holds, "blind": True})) is not Verdict.DARK


@given(accounts)
def test_a_witness_is_dark_only_if_none_of_their_accounts_speaks(beneath):
    """Speech anywhere, or an account nobody hears, keeps a witness from being called dark."""
    verdicts = [verdict for verdict, _ in beneath]
    if witness_verdict(beneath) is Verdict.DARK:
        assert not {Verdict.SPEAKING, Verdict.QUIET, Verdict.BLIND, Verdict.OUTAGE}.intersection(verdicts)
        assert Verdict.DARK in verdicts


@given(accounts)
def test_a_witness_has_the_verdict_of_one_of_their_accounts(beneath):
    """Nothing is made up."""
    assert witness_verdict(beneath) in [verdict for verdict, _ in beneath]


@given(accounts)
def test_a_change_is_louder_than_speech_elsewhere(beneath):
    """Deleted on one platform and speaking on another is account_changed."""
    both = [*beneath, (Verdict.ACCOUNT_CHANGED, False), (Verdict.SPEAKING, False)]
    assert witness_verdict(both) is Verdict.ACCOUNT_CHANGED


def test_a_new_account_that_spoke_lately_counts_as_speech():
    """A witness dark on one account and heard lately on one too new for a rhythm is not dark."""
    assert witness_verdict([(Verdict.DARK, True), (Verdict.TOO_LITTLE_HISTORY, False)]) is not Verdict.DARK
    assert witness_verdict([(Verdict.DARK, True), (Verdict.TOO_LITTLE_HISTORY, True)]) is Verdict.DARK
