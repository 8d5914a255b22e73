"""Words of which names of sources and actors are made, in English and Arabic, each with what it means in both, and some
of French, Spanish and Portuguese, in which many bodies have their names.

Left: the meaning, as `naming` writes it. Right: words as `naming` leaves them: folded, without article or clitics.
General language, widely known organisations and countries; a name that is not here is compared by its consonants.
"""

from collections.abc import Mapping

MEANINGS: Mapping[str, str] = {
    # organisations of many words are in WHOLE; these are single words
    "un": "un",
    "ohchr": "un rights office",
    "unhcr": "un refugees agency",
    "unicef": "un child fund",
    "unrwa": "un relief agency",
    "ocha": "un humanitarian office",
    "icrc": "redcross",
    "msf": "msf",
    "sohr": "observatory syria rights",
    "snhr": "network syria rights",
    "hrw": "hrw",
    "amnesty": "amnesty",
    "reuters رويترز": "reuters media",
    "afp": "afp media",
    "ap": "ap media",
    "bbc": "bbc media",
    "cnn": "cnn media",
    "sana سانا": "sana media state",
    "tass تاس": "tass media",
    "jazeera جزيره": "jazeera media",
    "arabiya عربيه": "arabiya",
    "anadolu اناضول": "anadolu media",
    # what publishes news
    "news نيوز انباء اخبار اخباريه اخباري": "media",
    "agency agencies agence agencia وكاله وكالات": "agency",
    "wire واير": "media wire",
    "press صحافه برس": "media press",
    "daily ديلي يوميه": "media daily",
    "newspaper paper periodico صحيفه جريده": "media paper",
    "times تايمز": "media times",
    "herald هيرالد": "media herald",
    "courier كوريير": "media courier",
    "gazette غازيت": "media gazette",
    "tribune تريبيون": "media tribune",
    "journal جورنال": "media journal",
    "chronicle": "media chronicle",
    "post بوست": "media post",
    "observer اوبزرفر": "media observer",
    "review ريفيو": "media review",
    "digest": "media digest",
    "weekly ويكلي اسبوعيه": "media weekly",
    "yearbook almanac annual": "media yearbook",
    "magazine مجله": "media magazine",
    "tv television تلفزيون تلفاز": "media tv",
    "channel قناه فضائيه": "media tv",
    "radio اذاعه راديو": "media radio",
    "voice voix voz صوت": "voice",
    "broadcaster": "media broadcaster",
    "programme program برنامج": "media programme",
    "site website موقع": "media site",
    "page opinion column راي": "media opinion",
    "editorial افتتاحيه": "media editorial",
    "today يوم": "today",
    "north northern nord norte شمال شمالي شماليه": "north",
    "south southern sud sul جنوب جنوبي جنوبيه": "south",
    "east eastern est este oriental شرق شرقي شرقيه": "east",
    "west western ouest oeste occidental غرب غربي غربيه": "west",
    "online اونلاين": "media online",
    "blog مدونه": "media blog",
    "correspondent correspondents reporter مراسل مراسلنا": "media correspondent",
    "media اعلام اعلامي اعلاميه": "mediawork",  # a media office is of a group, and no newspaper
    # what speaks for itself
    "market markets souk souq سوق اسواق": "market",
    "hospital hospitals hopitaux hopital مستشفي مشفي مستشفيات مشافي": "hospital",
    "clinic عياده مستوصف": "clinic",
    "council conseil consejo مجلس": "council",
    "local محلي محليه": "local",
    "municipality mairie alcaldia municipio بلديه": "municipality",
    "ministry minister ministere ministerio ministre ministro وزاره وزير": "ministry",
    "defence defense defensa دفاع": "defence",
    "civil civile مدني": "civil",
    "interior داخليه": "interior",
    "foreign خارجيه": "foreign",
    "health sante salud saude صحه صحي صحيه": "health",
    "directorate مديريه": "directorate",
    "governorate province provincial محافظه": "province",
    "governor محافظ": "governor",
    "government gouvernement gobierno governo حكومه حكومي حكوميه": "state",
    "regime junta نظام": "state",
    "state دوله رسمي رسميه": "state",
    "presidency president رئاسه رئيس": "president",
    "office offices مكتب": "office",
    "commission commissioner comision مفوضيه مفوض": "commission",
    "committee committees comite comites لجنه لجان": "committee",
    "relief secours اغاثه اغاثي": "relief",
    "detainees detainee معتقلين معتقلون": "detainee",
    "youth شباب": "youth",
    "students طلاب طلبه": "student",
    "fishermen صيادين": "fisherman",
    "migrants migrant مهاجرين": "migrant",
    "elders شيوخ": "elder",
    "port ميناء": "port",
    "network networks reseau rede شبكه شبكات": "network",
    "observatory observatoire observatorio مرصد": "observatory",
    "centre center centro centres centers مركز مراكز": "centre",
    "human humains humanos انسان": "human",
    "rights droits derechos direitos حقوق حقوقي حقوقيه": "rights",
    "union unions asociacion associacao sindicato syndicate syndicates association نقابه اتحاد رابطه": "union",
    "doctor doctors medecin medecins medicos medic medics physicians طبيب اطباء": "doctor",
    "nurse nurses ممرض ممرضه ممرضين": "nurse",
    "medical طبي طبيه": "medical",
    "lawyers lawyer avocats abogados محامون محامين محامي": "lawyer",
    "farmers فلاحين مزارعين": "farmer",
    "teachers معلمين": "teacher",
    "journalists journalistes periodistas صحفيين صحافيين": "journalist",
    "rescuers rescue rescuer انقاذ مسعفون مسعفين": "rescue",
    "ambulance اسعاف": "ambulance",
    "red": "red",
    "helmets خوذ": "helmets",
    "white بيضاء": "white",
    "campaign حمله": "campaign",
    "coordination coordinations تنسيقيه تنسيقيات": "coordination",
    "organisation organization منظمه تنظيم": "organisation",
    "foundation مؤسسه": "foundation",
    "society جمعيه": "society",
    "team فريق": "team",
    "police policia شرطه": "police",
    "security امني امنيه امن": "security",
    "military عسكري عسكريه": "military",
    "intelligence مخابرات استخبارات": "intelligence",
    "court محكمه": "court",
    "prosecutor parquet fiscalia نيابه مدعي": "prosecutor",
    "valley wadi valle vallee وادي": "valley",
    "city مدينه": "city",
    "town بلده": "town",
    "village قريه قروي قرويه": "village",
    "camp مخيم": "camp",
    "mayor عمده": "mayor",
    "imam امام": "imam",
    "mosque مسجد جامع": "mosque",
    "church parish eglise iglesia كنيسه رعيه": "church",
    "school ecole escuela مدرسه": "school",
    "university جامعه": "university",
    "secretary امين": "secretary",
    "general عام": "general",
    "embassy سفاره": "embassy",
    "branch branches فرع فروع": "branch",
    "volunteer volunteers متطوع متطوعون متطوعين": "volunteer",
    "victim victims casualty casualties ضحايا ضحيه": "victim",
    "documentation documenting توثيق": "documentation",
    "archive archives ارشيف": "archive",
    "project مشروع": "project",
    "institute معهد": "institute",
    "relief اغاثه اغاثي اغاثيه": "relief",
    "aid مساعدات معونه عون": "aid",
    "burial burials funeral دفن": "burial",
    "charity charities خيريه": "charity",
    "watchdog": "watchdog",
    "body جهه هييه هيءه هيئه": "body",
    "desk ديسك": "desk",
    "hotline": "hotline",
    "fund صندوق": "fund",
    "food غذاء اغذيه": "food",
    "refugee refugees لاجئين لاجيين لاجيون": "refugee",
    "displaced نازحين نازحون مهجرين": "displaced",
    "child children enfants ninos اطفال طفل": "child",
    "women woman femmes mujeres mulheres نساء مراه نسايي نسويه": "woman",
    "prisoner prisoners اسري سجناء": "prisoner",
    "detainee detainees detenus detenidos معتقلين معتقلون": "detainee",
    "missing disappeared disparus desaparecidos مفقودين مفقودون مختفين مخفيين": "missing",
    "emergency طواري": "emergency",
    "room rooms غرفه غرف": "room",
    "response استجابه": "response",
    "resistance مقاومه": "resistance",
    "operations operation عمليات": "operations",
    "crisis ازمه": "crisis",
    "tribal tribe tribes قبيله قبايل قبلي عشاير عشيره": "tribe",
    "elder elders sheikh sheikhs شيخ شيوخ وجهاء": "elder",
    "independent مستقله مستقل": "independent",
    "national nacional وطني وطنيه": "national",
    "international دولي دوليه": "international",
    "central مركزي مركزيه": "central",
    "joint مشترك مشتركه": "joint",
    "command قياده": "command",
    "field ميداني ميدانيه": "field",
    "public عامه": "public",
    "supreme higher اعلي عليا": "supreme",
    "bureau ديوان": "bureau",
    "archdiocese diocese bishopric bishop اسقف ابرشيه مطرانيه مطران": "bishop",
    "monastery convent": "monastery",
    "priest father كاهن": "priest",
    "forum منتدي": "forum",
    "platform منصه": "platform",
    "initiative مبادره": "initiative",
    "movement mouvement movimiento movimento حركه": "movement",
    "party parti partido حزب": "party",
    "front frente جبهه": "front",
    "water eau agua مياه ماء": "water",
    "electricity كهرباء": "electricity",
    "fire حرايق اطفاء": "fire",
    "morgue mortuary مشرحه": "morgue",
    "forensic شرعي": "forensic",
    "opposition معارضه": "opposition",
    "rebel rebels insurgents ثوار متمردين متمردون": "rebel",
    "countryside rural ريف": "countryside",
    # towns whose names differ between the languages
    "aleppo حلب": "aleppo",
    "damascus دمشق": "damascus",
    "cairo قاهره": "cairo",
    "jerusalem قدس": "jerusalem",
    "alexandria اسكندريه": "alexandria",
    "tripoli طرابلس": "tripoli",
    "tyre صور": "tyre",
    "sidon صيدا": "sidon",
    "hebron خليل": "hebron",
    "latakia لاذقيه": "latakia",
    # and more of what speaks for itself
    "collective collectif colectivo تجمع": "collective",
    "memory memoire memoria ذاكره": "memory",
    "truth verite verdad حقيقه": "truth",
    "peace paix paz": "peace",
    "world monde mundo": "world",
    "ombudsman ombudsperson مظالم defensoria defensor": "ombudsman",
    "peasants peasant paysans campesinos campesina": "farmer",
    # who is made responsible
    "army troops armee ejercito exercito soldiers tatmadaw جيش جنود عسكريين": "army",
    "air": "air",
    "force forces قوات قوه": "force",
    "jet jets warplane warplanes aircraft plane planes bomber bombers طيران طايرات طايره مقاتلات": "aircraft",
    "helicopter helicopters مروحيات مروحيه": "helicopter",
    "drone drones مسيره مسيرات": "drone",
    "artillery مدفعيه": "artillery",
    "war warfare حربي حربيه": "war",
    "gunman gunmen armed مسلح مسلحون مسلحين مسلحه": "gunman",
    "men man attackers attacker assailants fighters fighter مقاتلون مقاتلين رجال مهاجمون مهاجمين": "men",
    "militant militants متشددين متشددون": "militant",
    "militia militias militiamen ميليشيا ميليشيات مليشيا مليشيات": "militia",
    "group groups faction factions جماعه جماعات فصيل فصايل مجموعه": "group",
    "paramilitary paramilitaries": "paramilitary",
    "terrorist terrorists ارهابي ارهابيون ارهابيين": "terrorist",
    "sniper snipers قناص قناصه": "sniper",
    "settler settlers مستوطن مستوطنون مستوطنين": "settler",
    "bandit bandits hoodlum hoodlums kidnapper kidnappers abductors raiders raider خاطفون خاطفين": "bandit",
    "allied ally allies حليف حليفه حلفاء متحالفه": "allied",
    "pro loyalist loyalists موالي مواليه": "pro",
    "brigade brigades brigada لواء كتيبه كتايب": "brigade",
    "division فرقه": "division",
    "guard guards حرس": "guard",
    "coalition تحالف": "coalition",
    "officer officers ضابط ضباط": "officer",
    # countries and their people
    "syria syrian syrians سوريا سوريه سوري سوريين": "syria",
    "russia russian russians روسيا روسي روسيه": "russia",
    "iran iranian iranians ايران ايراني ايرانيه": "iran",
    "iraq iraqi iraqis عراق عراقي عراقيه": "iraq",
    "turkey turkish turks تركيا تركي تركيه": "turkey",
    "israel israeli israelis اسراييل اسراييلي اسراييليه": "israel",
    "lebanon lebanese لبنان لبناني لبنانيه": "lebanon",
    "palestine palestinian palestinians فلسطين فلسطيني فلسطينيه": "palestine",
    "american americans us usa امريكا اميركا امريكي اميركي امريكيه اميركيه": "usa",
    "british uk britain بريطانيا بريطاني بريطانيه": "uk",
    "french france فرنسا فرنسي فرنسيه": "france",
    "saudi سعوديه سعودي": "saudi",
    "emirati uae اماراتي امارات": "uae",
    "egypt egyptian مصر مصري مصريه": "egypt",
    "jordan jordanian اردن اردني": "jordan",
    "yemen yemeni يمن يمني يمنيه": "yemen",
    "sudan sudanese سودان سوداني": "sudan",
    "libya libyan ليبيا ليبي": "libya",
    "ukraine ukrainian اوكرانيا اوكراني": "ukraine",
    "afghan afghanistan افغانستان افغاني": "afghanistan",
    "morocco moroccan مغربي مغربيه": "morocco",
    "algeria algerian جزاير جزايري جزايريه": "algeria",
    "tunisia tunisian تونس تونسي تونسيه": "tunisia",
    "qatar qatari قطر قطري قطريه": "qatar",
    "kuwait kuwaiti كويت كويتي كويتيه": "kuwait",
    "somalia somali صومال صومالي صوماليه": "somalia",
    "ethiopia ethiopian اثيوبيا اثيوبي اثيوبيه": "ethiopia",
    "eritrea eritrean اريتريا اريتري اريتريه": "eritrea",
    "chad chadian تشاد تشادي تشاديه": "chad",
    "mali malian مالي ماليه": "mali",
    "nigeria nigerian نيجيريا نيجيري نيجيريه": "nigeria",
    "myanmar burma burmese ميانمار بورما": "myanmar",
    "pakistan pakistani باكستان باكستاني باكستانيه": "pakistan",
    "india indian هند هندي هنديه": "india",
    "haiti haitian هايتي هايتيه": "haiti",
    "mexico mexican مكسيك مكسيكي مكسيكيه": "mexico",
    "congo congolese كونغو كونغولي كونغوليه": "congo",
    "kurdish kurds kurdistan كردي كرديه اكراد": "kurd",
    "assad اسد": "assad state",
    "hezbollah hizbollah hizballah": "hezbollah",
    "houthi houthis huthi huthis حوثي حوثيه حوثيون حوثيين": "houthi",
    "taliban طالبان": "taliban",
    "hamas حماس": "hamas",
    "wagner فاغنر": "wagner",
    # the same by their letters; their names are in WHOLE
    "rsf": "rsf",
    "sdf قسد": "sdf",
    "hts": "hts",
    "fsa": "fsa",
    "isis isil daesh داعش": "is",
    # whom nobody can tell by these words alone
    "spokesman spokeswoman spokesperson spokesmen ناطق متحدث": "spokesman",
    "official officials مسؤول مسوول مسوولون مسؤولون مسوولين": "official",
    "source sources مصدر مصادر": "source",
    "director head chief مدير قايد": "head",
    "management administration اداره": "management",
    "leader leaders زعيم زعماء": "leader",
    "commander commanders": "commander",
    "member members عضو اعضاء": "member",
    "deputy deputies lawmaker mp senator نايب نايبه نواب": "deputy",
    "resident residents local locals inhabitants اهالي سكان": "resident",
    "witness witnesses eyewitness eyewitnesses شاهد شهود عيان": "witness",
    "activist activists ناشط ناشطون ناشطين نشطاء": "activist",
    "monitor monitors monitoring": "monitor",
    "analyst analysts محلل": "analyst",
    "people person اشخاص ناس": "person",
    "neighbour neighbours neighbor neighbors جيران": "neighbour",
    "relative relatives familles familiares parientes family families": "relative",
    "عايله عايلات عوايل اسر اسره اقارب ذوي": "relative",
    "father mother brother sister son daughter اب ام اخ اخت": "relative",
    "survivor survivors ناجون ناجين ناجي": "survivor",
    "report reports reporting article articles story statement statements تقرير تقارير بيان": "report",
    "information data records معلومات بيانات": "report",
    "unnamed anonymous unidentified unknown masked مجهول مجهولون مجهولين مجهوله ملثم ملثمون ملثمين": "unknown",
    "author unnamed_ nobody": "nobody",
}
"""Words to their meanings; several meanings are written apart."""

WHOLE: Mapping[str, str] = {
    "a security force": "gunman",  # whose it was is not said
    "قوه امنيه": "gunman",
    "united nations": "un",
    "الامم المتحده": "un",
    "high commissioner for human rights": "un rights office",
    "human rights watch": "hrw",
    "هيومن رايتس ووتش": "hrw",
    "amnesty international": "amnesty",
    "العفو الدوليه": "amnesty",
    "red crescent": "redcrescent",
    "الهلال الاحمر": "redcrescent",
    "red cross": "redcross",
    "الصليب الاحمر": "redcross",
    "doctors without borders": "msf",
    "medecins sans frontieres": "msf",
    "اطباء بلا حدود": "msf",
    "white helmets": "civildefence",
    "الخوذ البيضاء": "civildefence",
    "civil defence": "civildefence",
    "civil defense": "civildefence",
    "civil protection": "civildefence",
    "الحمايه المدنيه": "civildefence",
    "ديوان المظالم": "ombudsman",
    "الدفاع المدني": "civildefence",
    "agence france presse": "afp media",
    "فرانس برس": "afp media",
    "associated press": "ap media",
    "اسوشيتد برس": "ap media",
    "air force": "airforce",
    "سلاح الجو": "airforce",
    "القوات الجويه": "airforce",
    "world health organization": "who",
    "world food programme": "wfp",
    "world food program": "wfp",
    "برنامج الاغذيه العالمي": "wfp",
    "برنامج الغذاء العالمي": "wfp",
    "منظمه الصحه العالميه": "who",
    "security council": "un securitycouncil",
    "secretary general": "un secretarygeneral",
    "الامين العام": "un secretarygeneral",
    "united states": "usa",
    "الولايات المتحده": "usa",
    "hezbollah": "hezbollah",
    "حزب الله": "hezbollah",
    "ansar allah": "houthi",
    "انصار الله": "houthi",
    "rapid support": "rsf",
    "الدعم السريع": "rsf",
    "al shabaab": "shabaab",
    "حركه الشباب": "shabaab",
    "boko haram": "bokoharam",
    "بوكو حرام": "bokoharam",
    "syrian democratic": "sdf",
    "سوريا الديمقراطيه": "sdf",
    "tahrir al sham": "hts",
    "تحرير الشام": "hts",
    "free syrian army": "fsa",
    "الجيش الحر": "fsa",
    "الجيش السوري الحر": "fsa",
    "islamic state": "is",
    "state news": "state media",
    "state tv": "state media tv",
    "state media": "state media",
    "local council": "council",
    "مجلس محلي": "council",
    "المجلس المحلي": "council",
    "human rights": "rights",
    "حقوق الانسان": "rights",
    "eye witness": "witness",
    "شهود العيان": "witness",
    "شهود عيان": "witness",
    "شاهد عيان": "witness",
}
"""Words that mean something together, folded, with what they mean. The longest are tried first."""

_EMPTY = """
    arabic english french spanish language ناطقه انجليزيه فرنسيه صادره
    du de la le les des del los las das dos
    a an the of for in on at to by from with and or its his her their our your my it he she they we i him them
    who that this these those was were is are as s al el ul mr mrs ms dr one some several many two local-based
    based near thought believed suspected suspect alleged allegedly apparently supposed linked belonging
    belong affiliated loyal backed supported led according told said says own other another asked also يعتقد
    attack attacks protests killings arrests detentions abductions kidnappings clashes shelling
    كما ايضا three four five six seven eight nine ten eleven twelve dozens hundreds
    monday tuesday wednesday thursday friday saturday sunday yesterday
    مشتبه مزعوم مدعوم مدعومه مرتبط مرتبطه منتمي تابع تابعه قال قالت في من علي الي عن و ان هذا هذه ذلك تلك التي
    الذي هو هي هم نحن بعض عده احد السيد الدكتور د
"""

EMPTY = frozenset(_EMPTY.split())
"""Words that tell no one from another."""

ROLES = frozenset(
    {
        "spokesman", "official", "source", "head", "leader", "commander", "member", "person", "report", "unknown",
        "nobody", "analyst", "office", "general", "local", "deputy", "management",
    }
)  # fmt: skip
"""A role alone names nobody: "its spokesman" is whoever was spoken of."""

CROWD = frozenset({"resident", "witness", "activist", "monitor", "neighbour", "relative", "survivor"})
"""Many could be meant: what they say is as independent as whoever asked them."""

THEREABOUTS = frozenset({"city", "town", "village", "province"})
"""Where a mention lies without saying which: "the branch in the city" is the branch that was named with its city."""

TRADES = frozenset({"doctor", "lawyer", "journalist", "nurse", "teacher", "priest", "imam", "bishop", "mayor", "head"})
"""What somebody named is besides: whoever leaves it out means the same."""

FACELESS = frozenset(
    {
        "gunman", "men", "militant", "group", "aircraft", "helicopter", "drone", "artillery", "war", "sniper", "force",
        "unknown", "person", "military", "air", "officer", "member", "bandit",
    }
)  # fmt: skip
"""Words for attackers that name no side."""

STATE = frozenset({"state", "army", "airforce", "military"})
"""The forces of a state, by any of their names."""

COUNTRIES = frozenset(
    {
        "syria", "russia", "iran", "iraq", "turkey", "israel", "lebanon", "palestine", "usa", "uk", "france", "saudi",
        "uae", "egypt", "jordan", "yemen", "sudan", "libya", "ukraine", "afghanistan", "morocco", "algeria",
        "tunisia", "qatar", "kuwait", "somalia", "ethiopia", "eritrea", "chad", "mali", "nigeria", "myanmar",
        "pakistan", "india", "haiti", "mexico", "congo",
    }
)  # fmt: skip

PRIMARY = frozenset(
    {
        "hospital", "clinic", "council", "municipality", "ministry", "civildefence", "union", "directorate", "army",
        "police", "redcross", "redcrescent", "un", "observatory", "msf", "committee", "campaign", "who", "hrw",
        "amnesty", "defence", "governor", "province", "coordination", "prosecutor", "court", "rescue", "ambulance",
        "rebel", "opposition", "militia", "brigade", "mediawork", "mosque", "church", "school", "university", "camp",
        "doctor", "nurse", "rights", "commission", "ombudsman",
    }
)  # fmt: skip
"""Who publishes in their own voice, and counts with their own hands: not a newspaper."""

SIDES: Mapping[str, frozenset[str]] = {
    "state": frozenset({"army", "airforce", "defence", "military", "state"}),
    "opposition": frozenset({"rebel", "opposition"}),
    "armed group": frozenset({"militia", "brigade", "paramilitary"}),
}
"""Names that say that a source is of a party to a conflict, where nobody has entered that it is."""

AROUND_PLACES = """
    road street district neighbourhood neighborhood area countryside outskirts suburb suburbs east eastern west western
    north northern south southern central old new province region city town village camp quarter market square country
    nation border homeland طريق شارع حي منطقة ريف شرق غرب شمال جنوب شرقي غربي شمالي جنوبي أحياء ناحية سوق البلاد الوطن
    prison prisons jail detention centre center hospital hospitals clinic school checkpoint checkpoints crossing base
    airport bakery mosque church monastery convent station
    سجن مستشفى مشفى مدرسة حاجز معبر قاعدة مطار فرن مخبز مسجد جامع كنيسة
"""
"""Words that say which part of a place, and not which place."""

PARTS_OF_PLACES = """
    east eastern west western north northern south southern central old neighbourhood neighborhood quarter street road
    market suburb suburbs outskirts شرق غرب شمال جنوب شرقي غربي شمالي جنوبي حي أحياء شارع سوق
"""
"""Words for a part of a place: where they are gone, the place has grown."""

WIDE_PLACES = "province governorate region countryside district county area محافظة ريف منطقة إقليم"
"""Words that make of a town what lies around it."""
