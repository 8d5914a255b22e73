"""Injury: the writer's own, and of those around."""

# ruff: noqa: E501, ISC004  (lists of words run on over lines; Arabic letters count wider than they are)

from vigil.model.verdict import Danger
from vigil.watch.lexicon.english.otherwise import JOKING, NOT_A_WOUND, NOT_HURT
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
    Rule(
        name="en.we-are-hit",
        danger=Danger.INJURY,
        phrases=(
            "(i have been|i was|i am|i got|we were|we got|we have been|i been|we are|been) [just|badly|also|now|all|both] (hit|shot|wounded|shot in|hit in) [$|in|by|by a|and|from|by shrapnel|by sniper|my|again|now]",
            "(shrapnel|shrapnels|bullet|bullets|glass|a piece|fragment|fragments|splinter|splinters) [is|are|still|pieces|went|got|stuck|just] [still|stuck|gone|hit] (in|inside|through|into|entered|hit|tore|cut|from) [all] [over] (my|his|her|their|the|our|him|me|{own} is) [left|right] {body}",
            "(my|our) [little|older|younger|big|elder|only|two] {own} [,|took|has|have|got|caught|was hit by|is full of|with] (shrapnel|bullet|bullets|a bullet|shrapnels)",
            "(can|could) not stop (the|his|her|my|this) (blood|bleeding)",
            "bleeding (out|heavily|badly|to death|a lot|from (his|her|my|the|their)|on the|and (no|nobody|we))",
            "(they|{army}|sniper|a sniper|snipers|soldier) [have|has|just] (shot|hit|wounded|injured|sniped|stabbed|beat|killed) (my|our|him|her|me|at my) [{own}|$]",
            "(my|our) [little|older|younger|big|elder|only|two] {own} (just|and i|was|got|is|were|are|has been|have been|been) [just|also|been|badly|seriously] (shot|wounded|hit (in|by|at|while|and|on)|injured|bleeding|hurt|burned|dying|unconscious|killed|martyred|sniped) [in|by|at|from|while|on|and|when|during|today|as|this|now|,|with|$]",
            "(my|our) {own} [is|are|has|just] (dead|lying|gone|not moving|not breathing|under|dying) [next|beside|in|on|under|the] ..1 (me|us|rubble|floor|street|arms|hands|debris|stairs|ground|road)",
            "(he|she|they|baby|{own}) [is|are|does] not (moving|breathing|waking|responding|answering|wake|move|breathe|conscious) [up|anymore|any more|$]",
            "(we have|there are|we are|with|here|here are) ..2 (wounded|injured|casualties|bleeding|hurt) [people|here|in|with|on|and|,|inside|among|of|$]",
            "(medic|medics|paramedic|nurse|surgeon|doctor|ambulance driver|rescuer|rescuers|driver|white helmet) ..1 (was|were|got|is|has been|just) [just|been] (hit|shot|killed|wounded|targeted|injured|gone|dead)",
            "(hit|shot at|bombed|shelled) (our|my|the) (car|ambulance|bus|van|taxi|convoy|tent)",
            "(wounded|injured|hurt|bleeding) and (stuck|trapped|alone|can|nobody|no one|can not|bleeding|lying)",
            "(something|roof|ceiling|wall|concrete|stones|beam|rubble) (fell|collapsed|came down|is) on (me|us|my|him|her|top of)",
            "(pulled|pulling|dug|carried|dragged|found) [out|her|him] ..2 (wife|husband|son|daughter|mother|father|child|children|baby|body|brother|sister|kids|bodies) ..5 (moving|breathing|dead|rubble|alive|pieces|body)",
        ),
        alone=CONCERN,
        near_war=CRITICAL,
        urgent=SERIOUS,
        negatable=False,
        unless=(
            *NOT_HURT,
            *JOKING,
            "(dead|bleeding) (quiet|tired|serious|silent|right|wrong|green|red|blue|money)",
            "(are|am|is) (safe|fine) [now|$]",
            "(now in|runs marathons|before i was born|go team|years ago|by a car|tooth|voice|weight|reports|report|reported|according|officials|spokesman|agency|ministry|at least|death toll|injuries reported|ebola|mers|car (crash|accident)|quake|earthquake|flood|floods|typhoon|hurricane|tornado|cyclone|derailment|train crash|bomber|marathon|electricity bill|bill|taxes|jackpot|money|by the (beauty|news|song)|sofa|couch|fell (ill|sick)|in the feels)",
        ),
        example="i've been hit in the leg, snipers on the road",
    ),
    Rule(
        name="en.wounds-near-us",
        danger=Danger.INJURY,
        phrases=(
            "(my|our|his|her) ..1 {body} [is|are|was] [all|full of|broken|cut|torn] (bleeding|blown off|amputated|gone|torn|shattered|burned|burnt|crushed|full of shrapnel|ripped|cut off)",
            "(lost|losing|lose) (a|two|three|his|her|my|one|both|the|an|1|2|3|four) [left|right] (leg|legs|arm|arms|hand|hands|finger|fingers|eye|eyes|foot|feet|limb|limbs|sight) [today|in|by|from|to|now|and|after|yesterday|,|$]",
            "(can|could|do) not (feel|move) my [left|right] {body}",
            "(is|am|are|keeps|still) bleeding",
            "(burns|burn|burned|burnt|wounds|wound|cuts|blood) (all over|on|over|in|covering) (my|his|her|our|their) [whole|left|right] {body}",
            "(no|without|w out|not enough) [more|any] (bandages|gauze|anesthesia|anaesthesia|anesthetic|painkillers|morphine|surgeon|doctor|doctors|blood bags|stretchers|medic)",
            "(blood|dust) (on|in) (my|the) (screen|phone|eyes|keyboard|floor|stairs|walls)",
            "(operating|amputated|amputating|surgery|operate|stitched|stitching|amputate|operated) [him|her|them|us|on] (without|with no|w out|w) [anesthesia|anaesthesia|anesthetic|out|painkillers]",
            "(tourniquet|amputated|amputate|amputation)",
            "(me|us|i|we|of us|others|dead|brother|sister|kids|children|cousins) (are|is|and ..3|all|both|,) (wounded|injured|hurt|bleeding)",
        ),
        alone=None,
        near_war=CRITICAL,
        urgent=CONCERN,
        negatable=False,
        unless=(
            *NOT_HURT,
            *JOKING,
            "(dead|bleeding) (quiet|tired|serious|silent|right|wrong|green|red|blue|money)",
            "(are|am|is) (safe|fine) [now|$]",
            "(now in|runs marathons|before i was born|go team|years ago|by a car|tooth|voice|weight|reports|report|reported|according|officials|spokesman|agency|ministry|at least|death toll|injuries reported|ebola|mers|car (crash|accident)|quake|earthquake|flood|floods|typhoon|hurricane|tornado|cyclone|derailment|train crash|bomber|marathon|electricity bill|bill|taxes|jackpot|money|by the (beauty|news|song)|sofa|couch|fell (ill|sick)|in the feels)",
        ),
        example="no bandages left, a shell hit the clinic",
    ),
    Rule(
        name="en.bleeding-here",
        danger=Danger.INJURY,
        phrases=(
            "(i have been|i was|i got|we were|we got|i am|we have been) [just|badly] (shot|wounded|hit) ($|in the ..1 {body}|in my {body}|in {body}|by [a|the|their] (shrapnel|sniper|bullet|bullets|shell|rocket|mortar|drone|missile|strike|tank|soldier|soldiers))",
            "(shrapnel|bullet|bullets) [is|are|went|just|still|pieces] [still|stuck] (in|inside|through|into|entered|hit|tore) [all] [over] (my|his|her|our) [left|right] [{own} is] {body}",
            "(my|our) [little|older|younger|big|only|two] {own} [took|has|got|caught|was hit by|is full of|,] (shrapnel|a bullet|bullets)",
            "(my|our) [little|older|younger|big|elder] {own} [just|was|got|is|has been|were|are] [just|been] (shot|hit by [a|the] (shrapnel|sniper|bullet|bullets|mortar|shell|rocket|drone|missile|strike)|sniped|bleeding|wounded) [in|by|at|from|while|on|and|when|today|this|now|with|as|$]",
            "(can|could) not stop (the|his|her|my) (blood|bleeding)",
            "(i am|he is|she is|son is|daughter is|brother is|father is|mother is|we are) [still|badly] bleeding [out|heavily|badly|from|a lot|to death|and|on|in|$]",
            "(they|{army}|sniper|a sniper|snipers) [have|has|just] (shot|sniped|killed|hit) (my|our) [little|older|younger] {own}",
            "(can|do) not feel my (legs|leg|arm|arms|hand|hands)",
            "(roof|ceiling|wall|concrete|stones|beam|rubble|building) (fell|collapsed|came down|is) on (me|us|my|top of me)",
            "{own} [is|are] dead (next to|beside|in) (me|us|my)",
            "(lost|lose) (his|her|my|two|three|both|one|a) (leg|legs|arm|arms|fingers|finger|hand|hands|eye|eyes|foot) [today|in the (blast|explosion|strike|attack|bombing|shelling)|by|to]",
        ),
        alone=SERIOUS,
        near_war=CRITICAL,
        urgent=CRITICAL,
        negatable=False,
        unless=(
            *NOT_HURT,
            *JOKING,
            "(dead|bleeding) (quiet|tired|serious|silent|right|wrong|green|red|blue|money)",
            "(are|am|is) (safe|fine) [now|$]",
            "(now in|runs marathons|before i was born|go team|years ago|by a car|tooth|bill|reports|report|according|officials|spokesman|quake|earthquake|flood|typhoon|tornado|cyclone|hurricane|car (crash|accident)|nose bleed|nosebleed|in {digits}|i was shot (by|on) (a|my)|hit by (a wave|the (beauty|bill))|money|blood (test|donation))",
        ),
        example="shrapnel in my back, i am on the floor",
    ),
)
