"""The board in English."""

from vigil.publish.words import Words

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SHORT = {"minute": "min", "hour": "h", "day": "d"}

LABELS = {
    # The page and its frame.
    "title": "Board of {case}",
    "as_of": "as of",
    "simulated": "Simulated",
    "simulated_says": "Everything on this board is simulated. None of these people exist.",
    "unprotected": "Unprotected",
    "unprotected_says": (
        "This file is not encrypted: whoever has it reads who is watched. Keep it where the case is kept, and destroy "
        "it when it has been read."
    ),
    "summary": "At a glance",
    "trust": "How far to trust this board",
    "hearing_title": "How we heard",
    "hearing_24h": "Over the last 24 h: {healthy} well, {degraded} with gaps, {blind} not at all.",
    "deaf": "{collector}: {hearing} since {since} ({accounts}).",
    "deaf_always": "{collector}: {hearing}, and never heard well before ({accounts}).",
    "chance_title": "Chance",
    "chance_none": "No alarm among {accounts} whose silence could be judged.",
    "chance_says": "{alarms} from {accounts} judged; if all were well, {expected} would stand here.",
    "chance_nobody": "No account's silence could be judged.",
    "about": "about {n}",
    "less_than": "less than {n}",
    "chance_kept": "Of the rarest {kept}, at most {share} are expected to be chance.",
    "chance_kept_none": "None of them is rare enough to keep the share of chance at or below {share}.",
    "outage_title": "Outages",
    "outage_says": "{place}: silent together since {since}, {n} of {m} accounts.",
    "outage_signal": "Network signal: {signal}.",
    "nobody": "Nobody is watched in this case.",
    "show_all": "--all shows them",
    "footer": "False alarms allowed for: {budget} per account and year. Model: {model}.",
    "footer_machine": "The machine proposes; a named person judges. Silence is not proof of harm.",
    "legend": "Each bar is 6 hours, oldest on the left.",
    "legend_signs": "signs of life",
    "legend_silence": "silence",
    "legend_outage": "outage",
    "legend_blind": "not heard",
    # Columns.
    "witness": "Witness",
    "place": "Place",
    "silent": "Silent for",
    "silent_short": "Silent",
    "rare": "How rare",
    "neighbours": "Neighbours",
    "heard": "Heard",
    "days": "Last 30 days",
    "accounts": "Accounts",
    "last_words": "Last words",
    "register": "Register",
    "mind": "Mind",
    "why": "Why",
    # Small things said in cells.
    "and": "{first} {second}",
    "percent": "%",
    "never_heard": "never",
    "rarity_unknown": "not known",
    "time_unknown": "a time not known",
    "place_unknown": "no place",
    "times_a_day": "{n} times a day",
    "once_a_day": "once a day",
    "once_in": "once in {span}",
    "once_in_over": "over {span}",
    "n_of_m": "{n} of {m}",
    "n_of_m_speak": "{n} of {m} speaking",
    "nearby": "Nearby",
    "no_neighbours": "none",
    "heard_well": "well",
    "heard_well_long": "heard well",
    "heard_degraded_long": "{share} in gaps",
    "heard_degraded": "{share} gaps",
    "heard_blind_long": "{share} not heard",
    "heard_blind": "{share} deaf",
    "since": "since {since}",
    "speaks_elsewhere": "speaking elsewhere: {where}, {silent} ago",
    "and_past_limit": "with {n} too new for a rhythm, beyond the plain limit",
    "past_limit": "silent beyond the plain limit of {limit}",
    "held": "held: its author deleted it",
    "held_open": "text opened only by a named person with a reason",
    "rule": "rule {rule}",
    "more_words": "and {n} more",
    "more_entries": "{n} earlier",
    "spoken_to": "until {at}, by {who} ({how}); judged by {judge}",
    "spoken_to_is": "Spoken to",
    "claimed": "{fate}, says {who}",
    "entered": "entered {day} by {judge}",
    "occurred": "of {occurred}",
    "claimed_by": ", says ",
    "entered_on": "entered {day} by",
    "unlike_before_is": "Unlike before:",
    "but": "But",
    "elsewhere_before": "speaking elsewhere:",
    "elsewhere_after": ", {silent} ago",
    "original": "as computed, in English",
    "strip_empty": "No signs of life are on record.",
    "unlike_before": "Unlike before: {what}.",
    "basis_unstated": "Watched on no stated basis: {names}.",
    "strip": (
        "Signs of life over {days} days to {end}: {least} to {most} a day, {median} on a middling day; "
        "{quiet_days} without any."
    ),
    "strip_silence": "Silent since {since}.",
    "strip_outage": "Outage from {since}.",
    "strip_blind": "Not heard from {since} to {until}.",
    # Verdicts: in full, short for narrow columns, and what each means.
    "verdict_account_changed": "Account changed",
    "verdict_returned": "Returned",
    "verdict_dark": "Dark",
    "verdict_outage": "Outage",
    "verdict_blind": "Blind",
    "verdict_too_little_history": "Too little history",
    "verdict_quiet": "Quiet",
    "verdict_speaking": "Speaking",
    "short_account_changed": "CHANGED",
    "short_returned": "RETURNED",
    "short_dark": "DARK",
    "short_outage": "OUTAGE",
    "short_blind": "BLIND",
    "short_too_little_history": "TOO NEW",
    "short_quiet": "quiet",
    "short_speaking": "speaking",
    "means_account_changed": "the platform says deleted, suspended, private or moved",
    "means_returned": "posted again; nobody has confirmed yet that it is them",
    "means_dark": "silent beyond what their own rhythm allows",
    "means_outage": "their place fell silent together",
    "means_blind": "we were not listening well enough to say",
    "means_too_little_history": "too new to have a rhythm",
    "means_quiet": "silent, not unusually",
    "means_speaking": "heard lately for their rhythm",
    "sentence_account_changed": "The platform says that the account is not as it was, since {since}.",
    "sentence_returned": "Posted again, {since}. Nobody has confirmed yet that it is them.",
    "sentence_dark": "{rhythm}Now silent for {silent}: for this account, {rarity}.",
    "sentence_outage": "Silent together with its place since {since}.",
    "sentence_blind": "Nobody heard this account well enough since {since}: its silence says nothing.",
    "sentence_too_little_history": "Too few signs of life for a rhythm. Silent for {silent}.",
    "sentence_quiet": "{rhythm}Now silent for {silent}: {rarity}.",
    "sentence_waits": "{rhythm}Silent for {silent}, beyond its alarm, which waits: its neighbours are silent with it.",
    "sentence_speaking": "{rhythm}Heard {silent} ago.",
    "sentence_rhythm": "Posts about every {usual} while awake; longest silence in 90 days {longest}. ",
    "sentence_no_neighbours": "No neighbours to compare with: an outage can't be excluded.",
    # Closed vocabularies.
    "grade_critical": "critical",
    "grade_serious": "serious",
    "grade_concern": "concern",
    "danger_farewell": "farewell",
    "danger_threat_to_life": "threat to life",
    "danger_capture": "capture",
    "danger_injury": "injury",
    "danger_call_for_help": "call for help",
    "danger_giving_up_hope": "giving up hope",
    "hearing_healthy": "healthy",
    "hearing_degraded": "degraded",
    "hearing_blind": "blind",
    "fate_speaking": "speaking",
    "fate_unreachable": "unreachable",
    "fate_missing": "missing",
    "fate_detained": "detained",
    "fate_disappeared": "disappeared (enforced)",
    "fate_in_hiding": "in hiding",
    "fate_account_held_by_others": "account held by others",
    "fate_injured": "injured",
    "fate_killed": "killed",
    "fate_evacuated": "evacuated",
    "fate_safe": "safe",
    "fate_not_to_be_watched": "asked not to be watched",
    "fate_withdrawn": "withdrawn",
}


class English(Words):
    """English."""

    code = "en"
    direction = "ltr"
    labels = LABELS

    def counted(self, n: int, unit: str) -> str:
        """Short units for minutes, hours and days; words for the rest."""
        if unit in _SHORT:
            return f"{n} {_SHORT[unit]}"
        unit = unit.removeprefix("full_")
        plural = "witnesses" if unit == "witness" else f"{unit}s"
        return f"{n} {unit if n == 1 else plural}"

    def month(self, number: int) -> str:
        """Three letters."""
        return _MONTHS[number - 1]

    def weekday(self, number: int) -> str:
        """In full."""
        return _WEEKDAYS[number]
