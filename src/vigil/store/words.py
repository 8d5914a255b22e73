"""Closed vocabularies as the numbers they are stored by. A number, once given, is never given to another word."""

from vigil.model.observation import SIGNS_OF_LIFE, AccountState, Kind

KIND_NO: dict[Kind, int] = {
    Kind.POST: 0,
    Kind.REPLY: 1,
    Kind.EDIT: 2,
    Kind.DELETE: 3,
    Kind.REPOST: 4,
    Kind.STORY: 5,
    Kind.ACCOUNT_STATE: 6,  # the index observation_of_state knows it by this number
}
STATE_NO: dict[AccountState, int] = {
    AccountState.ACTIVE: 0,
    AccountState.DELETED: 1,
    AccountState.DEACTIVATED: 2,
    AccountState.SUSPENDED: 3,
    AccountState.TAKEN_DOWN: 4,
    AccountState.PRIVATE: 5,
    AccountState.MOVED: 6,
}
KIND_OF = {number: kind for kind, number in KIND_NO.items()}
STATE_OF = {number: state for state, number in STATE_NO.items()}
SIGN_NOS = tuple(sorted(KIND_NO[kind] for kind in SIGNS_OF_LIFE))
POST_NOS = tuple(KIND_NO[kind] for kind in (Kind.POST, Kind.REPLY, Kind.EDIT, Kind.REPOST, Kind.STORY))
"""What has words of its author's: posts, replies, edits, reposts, stories."""
ONCE_PER_ID = tuple(KIND_NO[kind] for kind in (Kind.POST, Kind.REPLY, Kind.REPOST, Kind.STORY))
"""Kinds of which one id has one row. Edits, deletions and changes of state may come again for the same id."""
