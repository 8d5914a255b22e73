"""Names of countries in English and Arabic, and of what belongs to them.

One line a country: ISO code | English short name, others after commas | adjectives and peoples | Arabic names | Arabic
adjective, masculine, without the article. GeoNames has one English name a country; the rest is written here.
"""

from collections.abc import Iterator
from typing import NamedTuple

_TABLE = """
AD|Andorra|Andorran|أندورا|
AE|United Arab Emirates,UAE,U.A.E.,Emirates|Emirati,Emiratis|الإمارات العربية المتحدة,الإمارات|إماراتي
AF|Afghanistan|Afghan,Afghans|أفغانستان|أفغاني
AL|Albania|Albanian,Albanians|ألبانيا|ألباني
AM|Armenia|Armenian,Armenians|أرمينيا|أرميني
AO|Angola|Angolan,Angolans|أنغولا|أنغولي
AR|Argentina|Argentine,Argentinian,Argentinians|الأرجنتين|أرجنتيني
AT|Austria|Austrian,Austrians|النمسا|نمساوي
AU|Australia|Australian,Australians|أستراليا|أسترالي
AZ|Azerbaijan|Azerbaijani,Azeri|أذربيجان|أذربيجاني
BA|Bosnia and Herzegovina,Bosnia,Bosnia-Herzegovina|Bosnian,Bosnians|البوسنة والهرسك,البوسنة|بوسني
BB|Barbados|Barbadian|بربادوس|
BD|Bangladesh|Bangladeshi,Bangladeshis|بنغلاديش,بنغلادش|بنغالي
BE|Belgium|Belgian,Belgians|بلجيكا|بلجيكي
BF|Burkina Faso|Burkinabe|بوركينا فاسو|
BG|Bulgaria|Bulgarian,Bulgarians|بلغاريا|بلغاري
BH|Bahrain|Bahraini,Bahrainis|البحرين|بحريني
BI|Burundi|Burundian,Burundians|بوروندي|بوروندي
BJ|Benin,Republic of Benin|Beninese|بنين|
BN|Brunei|Bruneian|بروناي|
BO|Bolivia|Bolivian,Bolivians|بوليفيا|بوليفي
BR|Brazil|Brazilian,Brazilians|البرازيل|برازيلي
BS|Bahamas,The Bahamas|Bahamian|جزر البهاما,البهاما|
BT|Bhutan|Bhutanese|بوتان|
BW|Botswana|Botswanan,Motswana|بوتسوانا|
BY|Belarus,Byelorussia|Belarusian,Belarusians,Belarussian,Belorussian|بيلاروس,بيلاروسيا,روسيا البيضاء|بيلاروسي
BZ|Belize|Belizean|بليز|
CA|Canada|Canadian,Canadians|كندا|كندي
CD|Democratic Republic of the Congo,Democratic Republic of Congo,DR Congo,DRC,D.R. Congo,Congo-Kinshasa|\
Congolese|جمهورية الكونغو الديمقراطية,الكونغو الديمقراطية|كونغولي
CF|Central African Republic,CAR||جمهورية أفريقيا الوسطى,أفريقيا الوسطى|
CG|Republic of the Congo,Congo-Brazzaville||الكونغو,الكونغو برازافيل|
CH|Switzerland|Swiss|سويسرا|سويسري
CI|Ivory Coast,Cote d'Ivoire,Côte d'Ivoire|Ivorian,Ivorians|ساحل العاج,كوت ديفوار|
CL|Chile|Chilean,Chileans|تشيلي|تشيلي
CM|Cameroon|Cameroonian,Cameroonians|الكاميرون|كاميروني
CN|China,People's Republic of China,PRC,Mainland China|Chinese|الصين|صيني
CO|Colombia|Colombian,Colombians|كولومبيا|كولومبي
CR|Costa Rica|Costa Rican,Costa Ricans|كوستاريكا|
CU|Cuba|Cuban,Cubans|كوبا|كوبي
CV|Cape Verde,Cabo Verde|Cape Verdean|الرأس الأخضر|
CY|Cyprus|Cypriot,Cypriots|قبرص|قبرصي
CZ|Czech Republic,Czechia|Czech,Czechs|التشيك,جمهورية التشيك|تشيكي
DE|Germany|German,Germans|ألمانيا|ألماني
DJ|Djibouti|Djiboutian|جيبوتي|جيبوتي
DK|Denmark|Danish,Danes|الدنمارك,الدانمرك|دنماركي
DM|Dominica||دومينيكا|
DO|Dominican Republic|Dominican,Dominicans|جمهورية الدومينيكان,الدومينيكان|
DZ|Algeria|Algerian,Algerians|الجزائر|جزائري
EC|Ecuador|Ecuadorian,Ecuadorean,Ecuadorians|الإكوادور|
EE|Estonia|Estonian,Estonians|إستونيا|إستوني
EG|Egypt|Egyptian,Egyptians|مصر|مصري
EH|Western Sahara|Sahrawi,Saharawi|الصحراء الغربية|صحراوي
ER|Eritrea|Eritrean,Eritreans|إريتريا|إريتري
ES|Spain|Spanish,Spaniard,Spaniards|إسبانيا,اسبانيا|إسباني
ET|Ethiopia|Ethiopian,Ethiopians|إثيوبيا,أثيوبيا|إثيوبي
FI|Finland|Finnish,Finns|فنلندا|فنلندي
FJ|Fiji|Fijian,Fijians|فيجي|
FR|France|French,Frenchman,Frenchwoman|فرنسا|فرنسي
GA|Gabon|Gabonese|الغابون|غابوني
GB|United Kingdom,UK,U.K.,Britain,Great Britain|British,Briton,Britons|المملكة المتحدة,بريطانيا|بريطاني
GE|Georgia|Georgian,Georgians|جورجيا|جورجي
GH|Ghana|Ghanaian,Ghanaians|غانا|غاني
GM|Gambia,The Gambia|Gambian,Gambians|غامبيا|غامبي
GN|Guinea,Guinea-Conakry|Guinean,Guineans|غينيا|غيني
GQ|Equatorial Guinea|Equatoguinean|غينيا الاستوائية|
GR|Greece|Greek,Greeks|اليونان|يوناني
GT|Guatemala|Guatemalan,Guatemalans|غواتيمالا|غواتيمالي
GW|Guinea-Bissau||غينيا بيساو|
GY|Guyana|Guyanese|غيانا|
HN|Honduras|Honduran,Hondurans|هندوراس|
HR|Croatia|Croatian,Croatians,Croat,Croats|كرواتيا|كرواتي
HT|Haiti|Haitian,Haitians|هايتي|هايتي
HU|Hungary|Hungarian,Hungarians|المجر,هنغاريا|مجري
ID|Indonesia|Indonesian,Indonesians|إندونيسيا,أندونيسيا|إندونيسي
IE|Ireland,Republic of Ireland|Irish,Irishman,Irishmen|أيرلندا,إيرلندا|أيرلندي
IL|Israel|Israeli,Israelis|إسرائيل|إسرائيلي
IN|India|Indian,Indians|الهند|هندي
IQ|Iraq|Iraqi,Iraqis|العراق|عراقي
IR|Iran,Islamic Republic of Iran|Iranian,Iranians|إيران,ايران|إيراني
IS|Iceland|Icelandic,Icelanders|آيسلندا,أيسلندا|آيسلندي
IT|Italy|Italian,Italians|إيطاليا,ايطاليا|إيطالي
JM|Jamaica|Jamaican,Jamaicans|جامايكا|
JO|Jordan|Jordanian,Jordanians|الأردن|أردني
JP|Japan|Japanese|اليابان|ياباني
KE|Kenya|Kenyan,Kenyans|كينيا|كيني
KG|Kyrgyzstan|Kyrgyz,Kyrgyzstani|قرغيزستان,قيرغيزستان|قرغيزي
KH|Cambodia|Cambodian,Cambodians|كمبوديا|كمبودي
KM|Comoros|Comorian|جزر القمر|
KP|North Korea,DPRK|North Korean,North Koreans|كوريا الشمالية|
KR|South Korea,Republic of Korea|South Korean,South Koreans|كوريا الجنوبية|
KW|Kuwait|Kuwaiti,Kuwaitis|الكويت|كويتي
KZ|Kazakhstan|Kazakh,Kazakhs,Kazakhstani|كازاخستان|كازاخستاني
LA|Laos|Laotian,Lao|لاوس|
LB|Lebanon|Lebanese|لبنان|لبناني
LK|Sri Lanka|Sri Lankan,Sri Lankans|سريلانكا,سري لانكا|سريلانكي
LR|Liberia|Liberian,Liberians|ليبيريا|ليبيري
LS|Lesotho|Basotho|ليسوتو|
LT|Lithuania|Lithuanian,Lithuanians|ليتوانيا|ليتواني
LU|Luxembourg|Luxembourgish|لوكسمبورغ|
LV|Latvia|Latvian,Latvians|لاتفيا|لاتفي
LY|Libya|Libyan,Libyans|ليبيا|ليبي
MA|Morocco|Moroccan,Moroccans|المغرب|مغربي
MC|Monaco|Monegasque|موناكو|
MD|Moldova|Moldovan,Moldovans|مولدوفا|
ME|Montenegro|Montenegrin,Montenegrins|الجبل الأسود|
MG|Madagascar|Malagasy|مدغشقر|
MK|North Macedonia,Macedonia|Macedonian,Macedonians|مقدونيا الشمالية,مقدونيا|مقدوني
ML|Mali|Malian,Malians|مالي|
MM|Myanmar,Burma|Burmese,Myanmarese|ميانمار,بورما|بورمي
MN|Mongolia|Mongolian,Mongolians|منغوليا|منغولي
MR|Mauritania|Mauritanian,Mauritanians|موريتانيا|موريتاني
MT|Malta|Maltese|مالطا|مالطي
MU|Mauritius|Mauritian,Mauritians|موريشيوس|
MV|Maldives,The Maldives|Maldivian,Maldivians|المالديف,جزر المالديف|
MW|Malawi|Malawian,Malawians|ملاوي|
MX|Mexico|Mexican,Mexicans|المكسيك|مكسيكي
MY|Malaysia|Malaysian,Malaysians|ماليزيا|ماليزي
MZ|Mozambique|Mozambican,Mozambicans|موزمبيق|
NA|Namibia|Namibian,Namibians|ناميبيا|
NE|Niger|Nigerien,Nigeriens|النيجر|نيجري
NG|Nigeria|Nigerian,Nigerians|نيجيريا|نيجيري
NI|Nicaragua|Nicaraguan,Nicaraguans|نيكاراغوا|
NL|Netherlands,The Netherlands,Holland|Dutch,Dutchman|هولندا|هولندي
NO|Norway|Norwegian,Norwegians|النرويج|نرويجي
NP|Nepal|Nepali,Nepalese,Nepalis|نيبال|نيبالي
NZ|New Zealand|New Zealander,New Zealanders|نيوزيلندا|نيوزيلندي
OM|Oman|Omani,Omanis|سلطنة عمان,عُمان|عماني
PA|Panama|Panamanian,Panamanians|بنما|
PE|Peru|Peruvian,Peruvians|بيرو|
PG|Papua New Guinea|Papua New Guinean|بابوا غينيا الجديدة|
PH|Philippines,The Philippines,Republic of the Philippines|Filipino,Filipinos,Filipina,Philippine|الفلبين|فلبيني
PK|Pakistan|Pakistani,Pakistanis|باكستان|باكستاني
PL|Poland|Polish,Poles|بولندا,بولونيا|بولندي
PR|Puerto Rico|Puerto Rican,Puerto Ricans|بورتوريكو|
PS|Palestine,Palestinian Territories,Palestinian Territory,Occupied Palestinian Territory,\
State of Palestine|Palestinian,Palestinians|فلسطين,الأراضي الفلسطينية|فلسطيني
PT|Portugal|Portuguese|البرتغال|برتغالي
PY|Paraguay|Paraguayan,Paraguayans|باراغواي|
QA|Qatar|Qatari,Qataris|قطر|قطري
RO|Romania|Romanian,Romanians|رومانيا|روماني
RS|Serbia|Serbian,Serbians,Serb,Serbs|صربيا|صربي
RU|Russia,Russian Federation|Russian,Russians|روسيا|روسي
RW|Rwanda|Rwandan,Rwandans|رواندا|رواندي
SA|Saudi Arabia,KSA|Saudi,Saudis,Saudi Arabian|السعودية,المملكة العربية السعودية|سعودي
SB|Solomon Islands|Solomon Islander|جزر سليمان|
SC|Seychelles|Seychellois|سيشل|
SD|Sudan|Sudanese|السودان|سوداني
SE|Sweden|Swedish,Swede,Swedes|السويد|سويدي
SG|Singapore|Singaporean,Singaporeans|سنغافورة|سنغافوري
SI|Slovenia|Slovenian,Slovenians|سلوفينيا|سلوفيني
SK|Slovakia|Slovak,Slovaks|سلوفاكيا|سلوفاكي
SL|Sierra Leone|Sierra Leonean,Sierra Leoneans|سيراليون|
SN|Senegal|Senegalese|السنغال|سنغالي
SO|Somalia|Somali,Somalis,Somalian|الصومال|صومالي
SR|Suriname|Surinamese|سورينام|
SS|South Sudan|South Sudanese|جنوب السودان|
SV|El Salvador|Salvadoran,Salvadorans,Salvadorean|السلفادور|
SY|Syria,Syrian Arab Republic|Syrian,Syrians|سوريا,سورية,الجمهورية العربية السورية|سوري
SZ|Eswatini,Swaziland|Swazi,Swazis|إسواتيني,سوازيلاند|
TD|Chad|Chadian,Chadians|تشاد|تشادي
TG|Togo|Togolese|توغو|
TH|Thailand|Thai,Thais|تايلاند,تايلند|تايلاندي
TJ|Tajikistan|Tajik,Tajikistani|طاجيكستان|طاجيكي
TL|Timor-Leste,East Timor|Timorese,East Timorese|تيمور الشرقية,تيمور ليشتي|
TM|Turkmenistan|Turkmen,Turkmenistani|تركمانستان|
TN|Tunisia|Tunisian,Tunisians|تونس|تونسي
TR|Turkey,Türkiye|Turkish,Turk,Turks|تركيا|تركي
TT|Trinidad and Tobago,Trinidad|Trinidadian|ترينيداد وتوباغو|
TW|Taiwan|Taiwanese|تايوان|تايواني
TZ|Tanzania|Tanzanian,Tanzanians|تنزانيا|تنزاني
UA|Ukraine|Ukrainian,Ukrainians|أوكرانيا,اوكرانيا|أوكراني
UG|Uganda|Ugandan,Ugandans|أوغندا|أوغندي
US|United States,United States of America,USA,U.S.A.,US,U.S.,America|American,Americans|الولايات المتحدة,\
الولايات المتحدة الأمريكية,أمريكا,أميركا|أمريكي,أميركي
UY|Uruguay|Uruguayan,Uruguayans|أوروغواي|
UZ|Uzbekistan|Uzbek,Uzbeks,Uzbekistani|أوزبكستان|أوزبكي
VA|Vatican City,Vatican,Holy See||الفاتيكان|
VE|Venezuela|Venezuelan,Venezuelans|فنزويلا|فنزويلي
VN|Vietnam,Viet Nam|Vietnamese|فيتنام|فيتنامي
VU|Vanuatu|Vanuatuan|فانواتو|
XK|Kosovo|Kosovar,Kosovars,Kosovan|كوسوفو|كوسوفي
YE|Yemen|Yemeni,Yemenis|اليمن|يمني
ZA|South Africa|South African,South Africans|جنوب أفريقيا,جنوب إفريقيا|
ZM|Zambia|Zambian,Zambians|زامبيا|
ZW|Zimbabwe|Zimbabwean,Zimbabweans|زيمبابوي|
"""


class CountryNames(NamedTuple):
    """One country's names; the first English one is the short name Vigil uses."""

    code: str
    english: tuple[str, ...]
    peoples: tuple[str, ...]
    arabic: tuple[str, ...]
    arabic_adjectives: tuple[str, ...]


def country_names() -> Iterator[CountryNames]:
    """All of the table."""
    for line in _TABLE.strip().splitlines():
        code, *rest = line.split("|")
        english, peoples, arabic, adjectives = (tuple(each for each in cell.split(",") if each) for cell in rest)
        yield CountryNames(code, english, peoples, arabic, adjectives)
