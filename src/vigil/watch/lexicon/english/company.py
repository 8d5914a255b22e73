"""What stands around English words of danger: denial, report, quotation, war, urgency, sport and screens, jokes, memory."""

# ruff: noqa: E501, ISC004  (lists of words run on over lines; Arabic letters count wider than they are)

NEGATIONS = (
    "(not|never|nor|neither|without|hardly|nobody|no one) ..3",
    "no ..1",
    "(refuse|refused|refusing|instead|avoid|avoided|stop|escaped|far|until|til|prevent|prevented|rather|than)"
    " [to|of|from|than] ..1",
)
NEGATIONS_THROUGH = (
    "(not|never) (think|believe|want|say|saying|mean|expect|feel|imagine|going|plan|planning|wish|hope|like|wanting)"
    " ..3",
    "(what|as) if ..1",
)
REPORTS = (
    "(he|she|they|people|man|woman|girl|boy|students|workers|officials|residents|locals|victims|victim|survivor"
    "|survivors|refugees|mayor|president|minister|governor|spokesman|reporter|activists|who|witness|witnesses|doctor"
    "|captain|resident|student|everyone|everybody|trump|obama|police|media) [is|are|was|were|has|have|just|keep|also]"
    " (said|says|say|saying|told|tells|tell|claims|claimed|tweeted|texted|wrote|writes|screamed|screaming|yelled|cried"
    "|shouted|thinks|think|thought|wishes|feared) ..4",
    "(quote|headline|title|titled|called|entitled|lyrics|chapter|book|film|movie|documentary|novel|poem|song|episode"
    "|slogan|banner|trailer|play) [:|is|called|titled|named|by] ..3",
    "according to ..5",
    "(dreamed|dreamt|dream|nightmare|dreaming) ..4",
    "(imagine|pretend|pretending|acting like|act like|as though|like) [that|if] ..2",
)
SPEECH = (
    "(said|says|saying|told|tells|quoted|quote|writes|wrote|tweeted|reads|read|titled|called|by|via|asked|asks|cried"
    "|recalled|recalls|headline|survivor|resident|song|lyrics|book|movie|film)",
)
WAR = (
    "(bomb|bombs|bombed|bombing|bombings|bombardment|bombarded|shell|shells|shelling|shelled|airstrike|airstrikes"
    "|missile|missiles|rocket|rockets|mortar|mortars|sniper|snipers|gunfire|gunshots|gunshot|bullet|bullets|tank|tanks"
    "|warplane|warplanes|jets|soldier|soldiers|army|militia|militias|militant|militants|regime|besieged|besieging|siege"
    "|massacre|massacres|massacred|genocide|slaughter|slaughtered|slaughtering|executed|executing|executions"
    "|extermination|exterminated|chlorine|sarin|phosphorus|napalm|assad|isis|daesh|rubble|airstrikes|ceasefire"
    "|shrapnel|explosions|explosion|clashes|troops|artillery|checkpoint|checkpoints|shabiha|gunmen|rebels|war|wars"
    "|bombardments|warcrimes|airplanes|barrels|occupation|raid|raided|raiding|arrested|detained|detention|mukhabarat"
    "|drone|drones|plane|planes|helicopters|boots|massacring|besiege|warzone|encircled|execution|captured|capturing|kidnapped)",
    "(air strike|air strikes|barrel bomb|barrel bombs|war crime|war crimes|armed men|front line|frontline|no ambulance"
    "|green buses|war planes|war plane|civil defense|white helmets|field hospital|under fire|under attack|under siege"
    "|being killed|being slaughtered|are massacring|gas attack|toxic gas|poison gas|gas again|is shooting|are shooting|heavy fire|shooting at|burning us|killing us"
    "|kill us|arrest us|surrounded us|house to house|door to door)",
    "(rsf|janjaweed|janjawid|ammo|ammunition|quadcopter|quadcopters|idf|chechens|wagner|shabiha|surrender|gunshots"
    "|beseiged|bombers|grads|howitzer|howitzers|machine guns|machine gun|warship|warships|filtration|firing squad|loudspeakers)",
)
URGENT = (
    "(now|tonight|right now|any moment|any minute|at this moment|this moment|minutes away|meters away|in minutes"
    "|immediately|urgent|urgently|quickly|at the door|next minutes|in the next hours|nowhere|hurry|this night"
    "|this minute|before it is too late|before too late)",
)
EVERYDAY = (
    "(match|game|games|league|referee|ref|goal|goals|penalty|season|fc|cup|playoff|playoffs|semifinal|quarterback|nba"
    "|nfl|mlb|nhl|ufc|coach|innings|wicket|cricket|touchdown|boss fight|minecraft|fortnite|pokemon|xbox|playstation|ps4"
    "|gamer|gaming|halftime|world cup|madrid|barcelona|arsenal|chelsea|liverpool|man utd|lakers)",
    "(episode|movie|film|netflix|song|lyrics|album|trailer|spoiler|spoilers|thrones|anime|series|season finale|finale"
    "|karaoke|nowplaying|#nowplaying|#np|playlist|concert|spotify|soundcloud|vevo|band|remix|novel|chapter|cosplay"
    "|walking dead|#thewalkingdead|zombie|zombies|horror|sequel|imdb|hbo)",
    "(exam|exams|homework|assignment|midterm|midterms|finals|essay|thesis|semester|professor|deadline|meeting|monday"
    "|mondays|diet|workout|gym|hangover|tinder|crush|prom|haircut|makeup|shopping|black friday|sale|discount)",
    "(♪|♫|🎵|🎶|🎧|🎤|🎮|⚽|🏀|🏈|🎬)",
)
LAUGHTER = (
    "(lol|lmao|lmfao|rofl|haha*|hehe*|jk|lolz|lool|ahaha*|bahaha*|jaja*|xd|kidding|joke|jokes|joking|sarcasm|literally"
    " dead|im dead|fml|smh lol|😂|🤣|😹|😆|😜|😝|😅|😁|💀|😛|😎)",
)
PAST = (
    "(years|year|months|decades) ago",
    "(killed|wounded|injured|lost|died|leg|arm) ..1 in the [civil|first|second|last] war",
    "before (i|we) (was|were) born",
    "(last|previous) (year|month|summer|winter|decade)",
    "(in|since|of|circa|from) {years_past}",
    "(killed|died|arrested|taken|bombed|lost|wounded|detained|destroyed|burned) ..3 in {digits}",
    "(on this day|this day in|throwback|#tbt|tbt|anniversary|back in|remembering|remember when|used to|when i was"
    "|when we were|once upon|history|commemorat*|survived|survivors of|memoir|documentary|as a child|childhood|diary of"
    "|during the war|world war|ww2|wwii|hiroshima|auschwitz|holocaust memorial|titanic|pearl harbor|9/11)",
)
DIRE = (
    "(building hit|hospital hit|school hit|shelter hit|(building|hospital|school|shelter|market|street|camp) (was|got|is|has been) hit|they shot|shot the|shot our|shot my|were shot|shot them|shot him|shooting people|shooting at|shooting outside|shooting below|shooting"
    " everywhere|shooting in the street|fire below|gunned down|killed|killing|bodies|corpses|corpse|blood|bleeding|wounded|rubble|debris|surrounded|hostage|hostages|gun|guns|armed"
    "|burning|on fire|collapsed|collapsing|basement|cellar|bunker|soldier|they are here|they are inside|they are outside|they"
    " are coming|martyr|martyrs|martyred|no water and|no food|no more food|no more doctors|no more bread|no bread|no medicine|starving|starvation|cut off|choking|gas mask"
    "|gas masks|displaced|internet is being cut|no electricity and|shot dead|is dead|are dead|lying dead|house is shaking|two"
    " houses away|next street|next building|under the bed|under the table|stairwell|no signal|no ambulance|evacuated|evacuate|evacuation)",
)
