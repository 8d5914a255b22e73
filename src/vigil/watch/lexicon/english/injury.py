"""Injury: the writer's own, and of those around."""

# ruff: noqa: E501, ISC004  (lists of words run on over lines; Arabic letters count wider than they are)

from vigil.model.verdict import Danger
from vigil.watch.lexicon.english.otherwise import NOT_A_WOUND
from vigil.watch.lexicon.rule import CONCERN, CRITICAL, SERIOUS, Rule

INJURY: tuple[Rule, ...] = (
    Rule(
        name="en.wounded",
        danger=Danger.INJURY,
        phrases=(
            "(i|we) (am|are|was|were|have been|has been|got|get|am also|am badly|am seriously|are all|both are) [{really}]"
            " (injured|wounded|shot|bleeding|hit by ..2 {arms}|hurt by ..2 {arms}|paralyzed|losing blood)",
            "(i|we) (am|are|was|were|got) (badly|seriously|heavily|severely) (hurt|burned|burnt)",
            "(i am|am) (bleeding|losing blood|losing a lot of blood)",
            "{arms} [has|have|hit] ..1 (hit|wounded|injured|tore|cut|through|into|in) (me|my) [leg|arm|shoulder|back|hand|chest]",
            "(lost|losing) (a lot of|so much|too much|much) blood",
            "(i|we) (lost|have lost) [a lot of|so much|too much|much] blood",
            "(shrapnel|shrapnels|bullet|bullets) [is|are] [still] (in|inside|through|hit|went through|entered) (my|me|our)"
            " [leg|arm|head|chest|back|body|eye|stomach|hand|foot|neck|face]",
        ),
        alone=CONCERN,
        near_war=CRITICAL,
        urgent=SERIOUS,
        unless=NOT_A_WOUND,
        example="i am wounded, shrapnel in my leg",
    ),
    Rule(
        name="en.family-wounded",
        danger=Danger.INJURY,
        phrases=(
            "(my|our) ..1 {family} (is|are|was|were|has been|have been|got|just got|just) [all|also|badly|seriously|been|now]"
            " (injured|wounded|killed|bleeding|martyred|shot|hit|burned|dying|dead|murdered)",
            "(my|our) {family} (died|is dying|are dying) [in|under|from|by]",
            "(killed|wounded|injured|shot|murdered) (my|our) {family}",
            "lost (my|our) {family} (in|to|today|under)",
        ),
        near_war=SERIOUS,
        urgent=SERIOUS,
        unless=(*NOT_A_WOUND, "(cancer|heart attack|dementia|grandparents|alzheimer|anniversary|vet|puppy)"),
        example="my father is wounded by a mortar, no doctor",
    ),
    Rule(
        name="en.limb",
        danger=Danger.INJURY,
        phrases=(
            "(my|our) (leg|legs|arm|arms|hand|hands|eye|eyes|foot|face|head|chest|back) (is|are|was|were|got) [all|badly]"
            " (bleeding|gone|amputated|cut|burned|burnt|broken|hit|injured|wounded|shattered)",
            "(i|we) (lost|can not feel|can not move) my (leg|legs|arm|arms|eye|eyes|hand|hands)",
        ),
        near_war=CRITICAL,
        negatable=False,
        unless=NOT_A_WOUND,
        example="shell hit the kitchen, my arm is bleeding",
    ),
)
