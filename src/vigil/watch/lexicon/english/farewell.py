"""Farewell: last messages, goodbyes, what to do when we are gone."""

# ruff: noqa: E501, ISC004  (lists of words run on over lines; Arabic letters count wider than they are)

from vigil.model.verdict import Danger
from vigil.watch.lexicon.english.otherwise import HYPERBOLE, NOT_A_GOODBYE, TO_BE_CONTINUED
from vigil.watch.lexicon.rule import CONCERN, CRITICAL, SERIOUS, Rule

FAREWELL: tuple[Rule, ...] = (
    Rule(
        name="en.last-message",
        danger=Danger.FAREWELL,
        phrases=(
            "(this|it|that) [may|might|could|will|would|can] [probably|maybe] (is|be) [maybe|probably|perhaps|likely]"
            " [going to be] (my|our|the) {last} {message}",
            "this (my|our) {last} {message}",
            "(here is|hear) (my|our) {last} {message}",
            "{last} (message|msg|words|video|call) (before|from|to) (they|we|i|us|the|my|our|all|everyone|inside|under|besieged|a)",
            "(my|our) {last} {message} (to|from|before|may|for you|for the world|in this|is)",
            "^ (my|our|the) {last} (message|words|appeal|plea|testimony|broadcast|call) [to {people}|from {home}] $",
            "^ {last} (message|words|appeal|plea|call) [from|to|by] ..3 $",
        ),
        alone=CRITICAL,
        unless=(
            *TO_BE_CONTINUED,
            "^ last (call|words|word|message|update|messages|video|report) $",
            "(last words|final words|last message) (were|was|of|he|she|said|to me)",
            "(famous last|last word|last call|her last|his last|their last)",
        ),
        example="this is my last msg, army is two streets away",
    ),
    Rule(
        name="en.last-post",
        danger=Danger.FAREWELL,
        phrases=(
            "(this|it|that) [may|might|could|will|would|can] [probably|maybe] (is|be) [maybe|probably|perhaps|likely]"
            " [going to be] (my|our) {last} {post}",
            "(my|our) {last} {post} (from|before|in this life|to the world|$)",
        ),
        alone=CONCERN,
        near_war=CRITICAL,
        urgent=SERIOUS,
        unless=TO_BE_CONTINUED,
        example="maybe this is my last tweet. tanks outside",
    ),
    Rule(
        name="en.last-time",
        danger=Danger.FAREWELL,
        phrases=(
            "(last|final) time (i|we|you) [will|can|may|might|ever] (tweet|write|speak|talk|post|hear|see|read|update)",
            "(may|might|will|can) [probably|maybe] (not|never) [be able to|ever] (tweet|write|post|talk|speak|update)"
            " [to you|you|here] (again|anymore|any more|tomorrow|after)",
            "you [will|may|might|can] [probably] (not|never) [ever] (read|see) [anything] (from|of) (me|us)"
            " (again|anymore|any more|tomorrow|after)",
            "you [will|may|might] [probably] (not|never) [ever] hear [anything] from (me|us) (again|anymore|tomorrow|after)",
            "(i am|we are) [probably|maybe|likely] (not alive|no longer alive|not among you) [anymore|any more|now"
            "|already]",
            "the last [time] you [will|may] (hear|read|see) [from|of] (me|us)",
            "(every|any|each) (minute|moment|second|hour|shell|bomb) (could|may|might|can) be (our|my) last",
            "(my|our) (time|hour|turn) (has|have|is) (come|coming|over|up|near)",
            "(i|we) do not (think|believe|know if) (we|i) [will|can|shall] (meet|see you|speak|talk) [again|any more|anymore]",
            "(i am|we are) writing [this|these] [to] [you] (as|while|for the last time)",
            "[it was|was|been] (an honor|an honour|a pleasure|a privilege) [to] (know|knowing|known) you [all]",
            "(i|we) (will|may|might) not (be here|be alive|exist|be among you|be with you|be online) (tomorrow|anymore"
            "|by morning|in the morning|after)",
            "(i|we) [do not|not] know if (i|we) (will|can|could|would) (be alive|tweet|write|live|wake up|survive|see"
            " tomorrow|be here|see you|talk|make it) [again|tomorrow|tonight|until|in the morning|to the morning]",
        ),
        alone=CONCERN,
        near_war=CRITICAL,
        urgent=SERIOUS,
        negatable=False,
        unless=(
            *TO_BE_CONTINUED,
            "not the last time",
            "(will|would) never (see|hear|talk)",
            "(holiday|holidays|vacation|graduate|prom|break up|ex|exam|final exam)",
        ),
        example="you will not hear from us again, they are bombing the last street",
    ),
    Rule(
        name="en.goodbye",
        danger=Danger.FAREWELL,
        phrases=(
            "(goodbye|good bye|farewell|bye bye) {people} [$]",
            "(goodbye|farewell|good bye) from {home}",
            "(saying|say|said) (goodbye|farewell|good bye) (now|to all|to everyone|to each other|to my family|to you)",
            "(this|it) is (goodbye|farewell|our goodbye|my goodbye)",
            "(time|want|wanted) to say (goodbye|good bye|farewell) $",
            "(our|my) (last|final) (goodbye|farewell)",
        ),
        alone=CONCERN,
        near_war=CRITICAL,
        urgent=SERIOUS,
        unless=NOT_A_GOODBYE,
        example="goodbye everyone, the army entered our street",
    ),
    Rule(
        name="en.goodbye-word",
        danger=Danger.FAREWELL,
        phrases=("^ (goodbye|good bye|farewell|bye bye) $",),
        alone=CONCERN,
        near_war=SERIOUS,
        unless=NOT_A_GOODBYE,
        example="shelling very close. goodbye",
    ),
    Rule(
        name="en.another-life",
        danger=Danger.FAREWELL,
        phrases=(
            "(see|meet) (you|you all|each other|us|all|again) [all] (in|at) [the|an] (another life|another world|next life"
            "|afterlife|heaven|heavens|paradise|jannah|jannat|hereafter|other side|better place|better world)",
            "(meet|see you|reunite) in (jannah|paradise|heaven)",
        ),
        alone=SERIOUS,
        near_war=CRITICAL,
        urgent=CRITICAL,
        unless=(
            "(rip|rest in peace|rest easy|passed|passing|miss you|missed|grandpa|grandma|grandad|nana|buddy|old friend"
            "|legend|fly high|condolences|years ago|gone but|pup|puppy|my dog|my cat|goodnight sweet|hero|champ|prince"
            "|bowie|robin|until we meet)",
            "(tickets|concert|club|bar|festival|party|restaurant|chocolate|beach|resort|hawaii)",
        ),
        example="see you in another life, friends",
    ),
    Rule(
        name="en.forgive-us",
        danger=Danger.FAREWELL,
        phrases=(
            "forgive (us|me) [all|please] (if|for anything|for everything|everyone|all of you|my friends|$)",
            "(everyone|all of you|friends|i ask you to) forgive (me|us)",
        ),
        alone=CONCERN,
        near_war=SERIOUS,
        urgent=SERIOUS,
        unless=("(father|lord|forgive me father|sinned|typo|spelling|english|late reply|delay|spam|rant)",),
        example="forgive us everyone, shells on every roof now",
    ),
    Rule(
        name="en.tell-my-family",
        danger=Danger.FAREWELL,
        phrases=(
            "tell (my|our) {family} [that] (i|we) (love|loved|am sorry|are sorry|tried|miss|missed)",
            "tell (the world|our story|everyone|the people|your children|humanity) [that] (we|i) (were|existed|tried|died"
            "|wanted|loved|lived|fought|was|resisted|did not)",
            "tell (the world|people|everyone) (our story|what happened to us|about us)",
            "tell (our|my) (story|stories|names)",
            "(whoever|those who|anyone who) (survives|survive|lives|remains|stays alive)",
            "(remember|do not forget) (us|me|our names|my name|our faces|our story|my story) [please|$]",
            "(take|taking) care of (my|our) (children|kids|daughter|daughters|son|sons|mother|baby|family|parents)"
            " (if|after|when|please)",
        ),
        near_war=CRITICAL,
        urgent=SERIOUS,
        negatable=False,
        unless=(
            "(coco|pixar|vote|subscribe|follow|trip|vacation|remember me from|high school|remember me when you are)",
        ),
        example="tell my mother i love her. tanks at the corner",
    ),
    Rule(
        name="en.if-i-die",
        danger=Danger.FAREWELL,
        phrases=(
            "(if|when|in case) (i|we) [will] (die|died|am killed|are killed|get killed|was killed|were killed|do not survive"
            "|do not make it|not survive|are dead|am dead|am gone|are gone|become martyrs|am martyred|are martyred)",
            "(if|in case) (i|we) (stop|stopped) (tweeting|posting|writing|answering|replying) [it means|know]",
            "(if|in case) (my|this|our) account (stops|goes silent|is silent|goes dark|is deleted|disappears)",
        ),
        alone=CONCERN,
        near_war=CRITICAL,
        urgent=SERIOUS,
        negatable=False,
        unless=(
            *HYPERBOLE,
            "(bury me|delete my|browser history|clear my|song|will you|in my sleep|before (i|we) die)",
        ),
        example="if we die tonight, remember our names. the bombing is close",
    ),
)
