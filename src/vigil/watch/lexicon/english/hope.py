"""Giving up hope: nobody is coming, let it end."""

# ruff: noqa: E501, ISC004  (lists of words run on over lines; Arabic letters count wider than they are)

from vigil.model.verdict import Danger
from vigil.watch.lexicon.english.otherwise import HYPERBOLE
from vigil.watch.lexicon.rule import CONCERN, SERIOUS, Rule

HOPE: tuple[Rule, ...] = (
    Rule(
        name="en.lost-hope",
        danger=Danger.GIVING_UP_HOPE,
        phrases=(
            "(i|we|i have|we have|people here have|all of us) [already|just|have|{really}] (lost|lose|lost all|losing) [all|any"
            "|our|my|every|the last|our last|my last] hope",
            "{we_are} [{really}] (hopeless|losing hope|losing all hope|without hope|out of hope)",
            "(there is|have|we have|i have) no [more] hope (left|for us|anymore|now|$)",
            "no [more] hope (left|for us|for me|anymore)",
            "hope is (gone|dead|lost|finished)",
            "no [more] hope $",
            "(i|we) (have|had) no (strength|energy|power|tears|more strength|more tears) (left|more|anymore|to|$)",
            "(i|we) (can|could) not (hope|believe|dream) [in] (anymore|any more|anything)",
        ),
        alone=CONCERN,
        near_war=SERIOUS,
        urgent=CONCERN,
        unless=(
            "(team|playoffs|season|league|cup|dating|relationship|men|women|love life|him|her|exam|diet|society|congress"
            "|party|election)",
        ),
        example="we lost all hope, they bomb even the bakeries",
    ),
    Rule(
        name="en.abandoned",
        danger=Danger.GIVING_UP_HOPE,
        phrases=(
            "(world|everyone|un|humanity|you|you all|all|arabs|muslims|nations|they|everybody) [has|have|all] [all|already|just]"
            " (abandoned|forgot|forgotten|betrayed|left|failed|let down) (us|me)",
            "(abandoned|forgotten|betrayed|failed|left alone|sold) by (the world|everyone|humanity|all|the un|you)",
            "do not (leave|abandon|forget) (us|me) [alone|here|now|please|$]",
            "(left|leave|leaving) (us|me) [alone] to (die|be killed|our fate|face death|be slaughtered)",
            "(there is|there's|is) (nobody|no one|noone) left [to|for]",
            "(no one|nobody|noone|no body) (cares|care|cared|is coming|came|will come|will help|will save|helps|helped|can help"
            "|is helping|can save) [about|for|to] [help|save|rescue] (us|me|our)",
            "(nobody|no one|noone) (is coming|came|will come|comes|answers|answered|will help|helps) ($|to|for us|here)",
            "[have] [been] left [all] (alone|behind) [to|with] [our|my|die] [fate|death]",
            "(we are|we have been|left) alone (now|here|to|in|facing|under|$)",
        ),
        alone=CONCERN,
        near_war=SERIOUS,
        urgent=CONCERN,
        negatable=False,
        unless=("(i|we) (forgot|abandoned)", "(my ex|snapchat|group chat|dms|boyfriend|girlfriend|party|jesus|voters)"),
        example="the world has abandoned us to the barrel bombs",
    ),
    Rule(
        name="en.it-is-over",
        danger=Danger.GIVING_UP_HOPE,
        phrases=(
            "(it|everything|all) is [all] (over|finished|lost|ended) [now|for us|$]",
            "{we_are} [{really}] (finished|done for|doomed|already dead|dead already|the next|next to die|counting our hours)",
            "this is the end",
            "(it is|is) too late (for us|now|to save us|to help us)",
            "(accept|accepted|accepting|surrender to|resigned to) (our|my) (fate|death|destiny)",
        ),
        near_war=SERIOUS,
        unless=("(this is the end of (the|a|my|this))",),
        example="it's over for us, the army took the last district",
    ),
    Rule(
        name="en.give-up",
        danger=Danger.GIVING_UP_HOPE,
        phrases=(
            "(i|we) [am|are|have|just|now|had|will|want to|have to] [{really}] (give up|gave up|giving up|given up) [on life|on"
            " everything|on living|on the world|on humanity|hope|now] ($|and|because|we|i|,)",
            "(i|we) (can not|could not) (take it|bear it|go on|continue|hold on|stand it|do this|endure) [anymore|any more|any"
            " longer|longer|$]",
            "(tired|sick) of (living|life|this life|waiting to die)",
        ),
        near_war=SERIOUS,
        negatable=False,
        unless=(
            "(not|never|won't|will not|do not) [ever] (give up|giving up|surrender)",
            "(giveaway|meat|sugar|smoking)",
        ),
        example="we can't go on anymore, siege and shelling every day",
    ),
    Rule(
        name="en.wish-to-die",
        danger=Danger.GIVING_UP_HOPE,
        phrases=(
            "(i|we) [really|just|only] (want|wish|wanted|prefer|hope) to (die|be dead|be killed)",
            "(i|we) wish (i|we) (was|were|had) (dead|died|killed|never born)",
            "(i|we) do not want to live [anymore|any more|$]",
            "death is (better|mercy|a mercy|easier|more merciful|sweeter)",
            "(only|we) (wait|waiting|wish|hope|pray) for [a|our] [quick|fast|merciful] death",
            "(kill|bomb) us (all|quickly|at once|and finish|and end)",
        ),
        near_war=SERIOUS,
        urgent=CONCERN,
        unless=HYPERBOLE,
        example="death is better than this siege",
    ),
)
