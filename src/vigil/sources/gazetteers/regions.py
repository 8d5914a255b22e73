"""Names of the first administrative level: governorates, provinces, states.

GeoNames' lists of towns have codes of regions and no names. One line a region: its names, English first, then Arabic;
after `>` a town that lies in it, if not of its own name, by which its code is found.
"""

from collections.abc import Iterator
from typing import NamedTuple

_TABLE = """
SY: Aleppo,حلب; Damascus,دمشق; Rif Dimashq,Rural Damascus,Damascus countryside,ريف دمشق>Douma; Homs,حمص;
    Hama,حماة; Idlib,Idleb,إدلب; Latakia,Lattakia,اللاذقية; Tartus,Tartous,طرطوس; Raqqa,Ar-Raqqa,الرقة; Deir
    ez-Zor,Deir Ezzor,Deir al-Zor,دير الزور>Deir ez-Zor; Hasakah,Al-Hasakah,Hasaka,Hasakeh,الحسكة>Al Hasakah;
    Daraa,Dara'a,Dar'a,درعا>Dar‘ā; As-Suwayda,Suwayda,Sweida,As-Sweida,السويداء>As-Suwayda; Quneitra,القنيطرة>Al
    Qunaytirah
IQ: Baghdad,بغداد; Nineveh,Ninewa,Ninawa,نينوى>Mosul; Basra,البصرة>Basrah; Anbar,Al
    Anbar,Al-Anbar,الأنبار>Ramadi; Diyala,ديالى>Baqubah; Kirkuk,كركوك; Salah al-Din,Salahaddin,Saladin,صلاح
    الدين>Tikrit; Erbil,Arbil,أربيل>Erbil; Sulaymaniyah,Sulaimaniya,السليمانية;
    Dohuk,Duhok,دهوك>Dihok; Najaf,النجف; Karbala,كربلاء; Babil,Babylon,بابل>Al Hillah; Wasit,واسط>Al Kut;
    Maysan,Missan,ميسان>Al ‘Amārah; Dhi Qar,ذي قار>Nasiriyah; Al-Qadisiyyah,Diwaniya,القادسية>Ad Diwaniyah;
    Muthanna,المثنى>As Samawah
YE: Sanaa,صنعاء; Aden,عدن; Taiz,Ta'izz,تعز>Ta‘izz; Hodeidah,Al Hudaydah,الحديدة>Al Ḩudaydah; Ibb,إب;
    Dhamar,ذمار; Hajjah,Hajja,حجة>Hajjah; Saada,Sa'ada,Sadah,صعدة>Sa'dah; Marib,Ma'rib,مأرب>Ma'rib;
    Hadramout,Hadramawt,Hadhramaut,حضرموت>Mukalla; Shabwa,شبوة>‘Ataq; Abyan,أبين>Zinjibar; Lahij,Lahj,لحج>Laḩij;
    Al Bayda,Bayda,البيضاء>Al Bayda; Al Jawf,Jawf,الجوف>Al Ḩazm; Amran,عمران>‘Amrān; Al Mahwit,المحويت>Al
    Mahwit; Al Mahrah,Mahra,المهرة>Al Ghaydah
LB: Beirut,بيروت; Mount Lebanon,جبل لبنان>Baabda; North Lebanon,شمال لبنان>Tripoli; South Lebanon,جنوب
    لبنان>Sidon; Nabatieh,النبطية>Nabatîyé et Tahta; Bekaa,Beqaa,البقاع>Zahlé; Baalbek-Hermel,بعلبك الهرمل>Baalbek;
    Akkar,عكار>Halba
PS: Gaza Strip,the Gaza Strip,قطاع غزة>Gaza; West Bank,the West Bank,الضفة الغربية>Nablus
EG: Cairo,القاهرة; Alexandria,الإسكندرية; Giza,الجيزة>Giza; North Sinai,شمال سيناء>Arish; South Sinai,جنوب
    سيناء>El-Tor; Suez,السويس; Port Said,بورسعيد; Ismailia,الإسماعيلية; Dakahlia,الدقهلية>Mansoura;
    Gharbia,الغربية>Tanta; Sharqia,الشرقية>Zagazig; Qalyubia,القليوبية>Banha; Monufia,المنوفية>Shibin al Kawm;
    Beheira,البحيرة>Damanhur; Kafr el-Sheikh,كفر الشيخ>Kafr ash Shaykh; Damietta,دمياط; Fayoum,الفيوم>Al Fayyum;
    Beni Suef,بني سويف>Bani Suwayf; Minya,المنيا>Minya; Assiut,أسيوط>Asyut; Sohag,سوهاج; Qena,قنا>Qina;
    Luxor,الأقصر; Aswan,أسوان; Red Sea,البحر الأحمر>Hurghada; Matrouh,مطروح>Mersa Matruh; New Valley,الوادي
    الجديد>Al Khārijah
LY: Tripoli,طرابلس; Benghazi,بنغازي; Misrata,مصراتة>Misratah; Sirte,سرت; Derna,درنة>Darnah; Sabha,سبها;
    Murzuq,مرزق; Zawiya,الزاوية>Zawiya; Kufra,الكفرة>Al Jawf
SD: Khartoum,الخرطوم; North Darfur,شمال دارفور>El Fasher; South Darfur,جنوب دارفور>Nyala; West Darfur,غرب
    دارفور>Geneina; South Kordofan,جنوب كردفان>Kadugli; North Kordofan,شمال كردفان>El Obeid; Blue Nile,النيل
    الأزرق>Ad Damazin; Kassala,كسلا; Gedaref,القضارف>El Gadarif; Gezira,Al Jazirah,الجزيرة>Wad Medani; Red Sea
    State,البحر الأحمر>Port Sudan; Darfur,دارفور>El Fasher
SA: Riyadh,الرياض; Mecca,Makkah,مكة>Mecca; Medina,المدينة المنورة>Medina; Eastern Province,المنطقة
    الشرقية>Dammam; Asir,عسير>Abha; Jazan,Jizan,جازان>Jizan; Najran,نجران; Tabuk,تبوك; Qassim,القصيم>Buraydah
JO: Amman,عمان; Irbid,إربد; Zarqa,الزرقاء>Zarqa; Mafraq,المفرق>Mafraq; Karak,الكرك>Karak City; Aqaba,العقبة
TR: Ankara,أنقرة; Istanbul,إسطنبول; Izmir,إزمير; Gaziantep,غازي عنتاب; Hatay,هاتاي>Antakya; Kilis,كلس;
    Şanlıurfa,Sanliurfa,Urfa,شانلي أورفا; Diyarbakır,Diyarbakir,ديار بكر; Mardin,ماردين; Van,وان; Adana,أضنة;
    Mersin,مرسين; Şırnak,Sirnak,شرناق; Hakkâri,Hakkari,هكاري; Batman; Bursa; Kocaeli>İzmit; Konya; Antalya
IR: Tehran,طهران; Khuzestan,خوزستان>Ahvaz; Kurdistan Province,كردستان>Sanandaj; Kermanshah,كرمانشاه; Sistan and
    Baluchestan,Sistan-Baluchistan,سيستان وبلوشستان>Zahedan; West Azerbaijan>Urmia; East Azerbaijan>Tabriz;
    Isfahan,Esfahan>Isfahan; Fars>Shiraz; Razavi Khorasan>Mashhad; Gilan>Rasht; Mazandaran>Sari;
    Hormozgan>Bandar Abbas; Lorestan>Khorramabad; Ilam; Hamadan>Hamadan; Kerman; Qom; Yazd; Bushehr
AF: Kabul; Helmand>Lashkar Gah; Kandahar; Herat; Nangarhar>Jalalabad; Balkh>Mazār-e Sharīf; Kunduz; Ghazni;
    Khost; Paktia>Gardez; Paktika>Zarghūn Shahr; Logar>Pul-e ‘Alam; Wardak,Maidan Wardak>Maydanshakhr; Farah;
    Badakhshan>Fayzabad; Baghlan>Pul-e Khumrī; Takhar>Taloqan; Faryab>Maymana; Ghor>Chaghcharān;
    Uruzgan>Tarinkot; Zabul>Qalāt; Kunar>Asadabad; Laghman>Mehtar Lām; Parwan>Charikar; Bamyan,Bamiyan>Bāmyān;
    Nimroz>Zaranj; Badghis>Qala i Naw
PK: Sindh,Sind>Karachi; Punjab Province,Pakistani Punjab>Lahore; Balochistan,Baluchistan>Quetta; Khyber
    Pakhtunkhwa,KP,KPK,North-West Frontier Province>Peshawar; Gilgit-Baltistan>Gilgit; Azad Kashmir,Azad Jammu
    and Kashmir,Pakistan-administered Kashmir>Muzaffarabad
IN: Maharashtra>Mumbai; Uttar Pradesh,UP>Lucknow; Delhi,National Capital Territory>Delhi; West Bengal>Kolkata;
    Tamil Nadu>Chennai; Karnataka>Bengaluru; Kerala>Thiruvananthapuram; Telangana>Hyderabad; Andhra
    Pradesh>Visakhapatnam; Gujarat>Ahmedabad; Rajasthan>Jaipur; Madhya Pradesh>Bhopal; Bihar>Patna;
    Jharkhand>Ranchi; Odisha,Orissa>Bhubaneswar; Chhattisgarh>Raipur; Punjab,Indian Punjab>Ludhiana;
    Haryana>Faridabad; Himachal Pradesh>Shimla; Uttarakhand>Dehradun; Jammu and Kashmir,Jammu &
    Kashmir,Kashmir,J&K,Indian-administered Kashmir>Srinagar; Ladakh>Leh; Assam>Guwahati; Manipur>Imphal;
    Meghalaya>Shillong; Mizoram>Aizawl; Nagaland>Dimapur; Tripura>Agartala; Arunachal Pradesh>Itanagar;
    Sikkim>Gangtok; Goa>Panjim; Puducherry>Puducherry
NG: Abia>Aba; Adamawa>Yola; Akwa Ibom>Uyo; Anambra>Awka; Bauchi; Bayelsa>Yenagoa; Benue>Makurdi;
    Borno>Maiduguri; Cross River>Calabar; Delta State>Asaba; Ebonyi>Abakaliki; Edo State,Edo>Benin City;
    Ekiti>Ado-Ekiti; Enugu; Gombe; Imo>Owerri; Jigawa>Dutse; Kaduna; Kano; Katsina; Kebbi>Birnin Kebbi;
    Kogi>Lokoja; Kwara>Ilorin; Lagos; Nasarawa>Lafia; Niger State>Minna; Ogun>Abeokuta; Ondo>Akure; Osun>Osogbo;
    Oyo>Ibadan; Plateau State>Jos; Rivers State>Port Harcourt; Sokoto; Taraba>Jalingo; Yobe>Damaturu;
    Zamfara>Gusau; Federal Capital Territory,FCT>Abuja
BD: Dhaka; Chittagong,Chattogram>Chattogram; Khulna; Rajshahi; Sylhet; Barisal; Rangpur; Mymensingh
LK: Western Province>Colombo; Northern Province>Jaffna; Eastern Province>Trincomalee; Central Province>Kandy
MM: Yangon; Mandalay; Sagaing; Magway,Magwe>Magway; Bago,Pegu>Bago; Ayeyarwady,Irrawaddy>Pathein;
    Rakhine,Arakan>Sittwe; Chin State>Hakha; Kachin>Myitkyina; Shan State>Taunggyi; Kayah,Karenni>Loikaw;
    Kayin,Karen State>Hpa-An; Mon State>Mawlamyine; Tanintharyi>Dawei; Naypyidaw,Nay Pyi Taw>Nay Pyi Taw
TH: Bangkok; Chiang Mai; Pattani; Yala; Narathiwat; Songkhla
PH: Metro Manila,National Capital Region>Manila; Mindanao>Davao; Luzon>Manila; Visayas>Cebu City; Negros
    Occidental>Bacolod City; Negros Oriental>Dumaguete; Leyte>Tacloban; Samar>Catbalogan; Cebu>Cebu City; Davao
    del Sur>Digos; Davao del Norte>Tagum; Bukidnon>Malaybalay; Maguindanao>Cotabato; Sulu>Jolo; Basilan>Isabela;
    Palawan>Puerto Princesa; Albay>Legazpi; Sorsogon>Sorsogon; Masbate>Masbate; Bohol>Tagbilaran City;
    Iloilo>Iloilo; Bulacan>Malolos; Cavite>Bacoor; Laguna>Calamba; Batangas>Batangas; Quezon Province>Lucena;
    Nueva Ecija>Cabanatuan City; Pampanga>Angeles City; Surigao del Sur>Tandag; Agusan del Sur>Bayugan; Agusan
    del Norte>Butuan; Cotabato Province>Kidapawan; Compostela Valley>Nabunturan
ID: Papua>Jayapura; West Papua>Manokwari; Aceh>Banda Aceh; Jakarta>Jakarta; West Java>Bandung; Central
    Java>Semarang; East Java>Surabaya; Bali>Denpasar; North Sumatra>Medan; South Sulawesi>Makassar; North
    Sulawesi>Manado; Central Sulawesi>Palu; East Kalimantan>Samarinda; West Kalimantan>Pontianak; Maluku>Ambon
CN: Xinjiang,Xinjiang Uyghur Autonomous Region,Xinjiang Uighur Autonomous Region,East Turkestan>Urumqi;
    Tibet,Tibet Autonomous Region>Lhasa; Inner Mongolia>Hohhot; Ningxia>Yinchuan; Guangxi>Nanning;
    Guangdong>Guangzhou; Sichuan>Chengdu; Henan>Zhengzhou; Hebei>Shijiazhuang; Shandong>Jinan; Shanxi>Taiyuan;
    Shaanxi>Xi'an; Jiangsu>Nanjing; Zhejiang>Hangzhou; Anhui>Hefei; Fujian>Fuzhou; Jiangxi>Nanchang;
    Hunan>Changsha; Hubei>Wuhan; Yunnan>Kunming; Guizhou>Guiyang; Gansu>Lanzhou; Qinghai>Xining;
    Liaoning>Shenyang; Jilin Province>Changchun; Heilongjiang>Harbin; Hainan>Haikou; Beijing; Shanghai; Tianjin;
    Chongqing
RU: Moscow; Saint Petersburg,St. Petersburg,St Petersburg; Chechnya,Chechen Republic>Groznyy;
    Dagestan>Makhachkala; Ingushetia>Nazran’; North Ossetia>Vladikavkaz; Tatarstan>Kazan; Bashkortostan>Ufa;
    Krasnodar; Rostov Oblast,Rostov region>Rostov-na-Donu; Belgorod; Kursk; Bryansk; Nizhny Novgorod
    Oblast,Nizhny Novgorod region>Nizhniy Novgorod; Sverdlovsk>Yekaterinburg; Samara; Siberia>Novosibirsk
UA: Kyiv City>Kyiv; Kyiv Oblast,Kyiv region,Kiev region>Bila Tserkva; Kharkiv,Kharkov; Donetsk,Donetsk
    Oblast,Donetsk region; Luhansk,Lugansk; Zaporizhzhia,Zaporizhia>Zaporizhzhya; Kherson; Mykolaiv;
    Odesa,Odessa>Odesa; Dnipropetrovsk>Dnipro; Lviv; Sumy; Chernihiv; Poltava; Zhytomyr; Vinnytsia>Vinnytsya;
    Crimea,Crimean Peninsula,Autonomous Republic of Crimea>Simferopol; Donbas,Donbass>Donetsk
BY: Minsk; Gomel,Homel>Homyel'; Grodno,Hrodna>Hrodna; Brest; Vitebsk,Vitsebsk>Vitebsk; Mogilev,Mahilyow>Mahilyow
GE: Abkhazia>Sokhumi; South Ossetia>Ts’khinvali; Tbilisi
AZ: Nagorno-Karabakh,Karabakh>Khankendi
GB: England>London; Scotland>Edinburgh; Wales>Cardiff; Northern Ireland>Belfast
FR: Île-de-France,Ile-de-France>Paris; Brittany>Rennes; Normandy>Rouen; Occitanie>Toulouse; Corsica>Ajaccio
DE: Bavaria>Munich; Saxony>Dresden; Hesse>Wiesbaden; North Rhine-Westphalia>Düsseldorf; Lower Saxony>Hannover;
    Brandenburg>Potsdam; Thuringia>Erfurt; Berlin; Hamburg
ES: Catalonia>Barcelona; Andalusia>Sevilla; Galicia>Santiago de Compostela; Basque Country>Bilbao
IT: Sicily>Palermo; Lombardy>Milano; Lazio>Roma; Calabria>Reggio Calabria; Campania>Napoli; Tuscany>Florence;
    Sardinia>Cagliari; Veneto>Venice; Piedmont>Turin
US: Washington DC,Washington D C,District of Columbia>Washington
CA: Ontario>Toronto; Quebec,Québec>Montréal; British Columbia,B C>Vancouver; Alberta>Calgary; Manitoba>Winnipeg;
    Saskatchewan>Saskatoon; Nova Scotia>Halifax; New Brunswick>Moncton; Newfoundland and
    Labrador,Newfoundland>St. John's; Yukon>Whitehorse; Nunavut>Iqaluit; Northwest Territories>Yellowknife;
    Prince Edward Island>Charlottetown
AU: New South Wales,NSW>Sydney; Queensland>Brisbane; South Australia>Adelaide; Tasmania>Hobart; Western
    Australia>Perth; Northern Territory>Darwin; Australian Capital Territory>Canberra
MX: Chihuahua; Sonora>Hermosillo; Sinaloa>Culiacán; Tamaulipas>Reynosa; Nuevo León,Nuevo Leon>Monterrey;
    Coahuila>Saltillo; Durango>Victoria de Durango; Guerrero>Acapulco de Juárez; Oaxaca>Oaxaca; Chiapas>Tuxtla;
    Michoacán,Michoacan>Morelia; Jalisco>Guadalajara; Guanajuato>León de los Aldama; Veracruz>Xalapa; Puebla;
    Morelos>Cuernavaca; Tabasco>Villahermosa; Yucatán,Yucatan>Mérida; Quintana Roo>Cancún; Baja
    California>Tijuana; Baja California Sur>La Paz; Zacatecas; San Luis Potosí; Querétaro,Queretaro>Santiago de
    Querétaro; Hidalgo State>Pachuca de Soto; Tlaxcala; Nayarit>Tepic; Colima; Aguascalientes; Campeche
CO: Antioquia>Medellín; Valle del Cauca>Cali; Cauca>Popayán; Nariño,Narino>Pasto; Norte de Santander>Cúcuta;
    Putumayo>Mocoa; Chocó,Choco>Quibdó; Arauca; Caquetá,Caqueta>Florencia; Meta>Villavicencio; Córdoba
    Department>Montería; Bolívar Department>Cartagena; Cesar>Valledupar; La Guajira>Riohacha; Huila>Neiva;
    Tolima>Ibagué; Santander>Bucaramanga; Cundinamarca>Soacha; Magdalena>Santa Marta; Guaviare>San José del
    Guaviare
BR: São Paulo State>São Paulo; Rio de Janeiro State>Rio de Janeiro; Minas Gerais>Belo Horizonte; Bahia>Salvador;
    Pará,Para State>Belém; Amazonas>Manaus; Mato Grosso>Cuiabá; Mato Grosso do Sul>Campo Grande; Maranhão>São
    Luís; Ceará>Fortaleza; Pernambuco>Recife; Rondônia,Rondonia>Porto Velho; Roraima>Boa Vista; Acre State>Rio
    Branco; Paraná>Curitiba; Rio Grande do Sul>Porto Alegre; Goiás>Goiânia; Espírito Santo>Vitória;
    Alagoas>Maceió; Tocantins>Palmas
VE: Zulia>Maracaibo; Táchira,Tachira>San Cristóbal; Apure>San Fernando de Apure; Carabobo>Valencia; Miranda
    State>Los Teques; Bolívar State>Ciudad Guayana
NI: Managua; León,Leon>León; Masaya; Matagalpa; Estelí,Esteli>Estelí; Jinotega
HN: Olancho>Juticalpa; Cortés>San Pedro Sula; Colón>Trujillo; Francisco Morazán>Tegucigalpa
GT: Alta Verapaz>Cobán; Izabal>Puerto Barrios; Huehuetenango; Quiché>Santa Cruz del Quiché
ET: Tigray,تيغراي>Mek'ele; Amhara,أمهرة>Bahir Dar; Oromia,أوروميا>Nazrēt; Afar>Semera; Benishangul-Gumuz>Asosa;
    Gambela>Gambēla; Addis Ababa
SO: Banadir,Banaadir>Mogadishu; Somaliland>Hargeysa; Puntland>Garoowe; Jubaland>Kismayo; Lower Shabelle>Marka;
    Hiran>Beledweyne; Galmudug>Dhuusamarreeb
KE: Nairobi; Mombasa; Garissa; Mandera; Lamu; Wajir; Turkana>Lodwar; Kisumu; Nakuru; Kiambu
UG: Kampala; Central Region>Kampala; Western Region>Mbarara; Northern Region>Gulu; Eastern Region>Jinja
CD: North Kivu>Goma; South Kivu>Bukavu; Ituri>Bunia; Kinshasa; Tanganyika>Kalemie;
    Haut-Katanga,Katanga>Lubumbashi; Kasai>Tshikapa; Kasai-Central,Kasai Central>Kananga; Maniema>Kindu;
    Tshopo>Kisangani; Equateur>Mbandaka
CM: Far North Region,Far North>Maroua; North-West Region,Northwest Region>Bamenda; South-West Region,Southwest
    Region>Buea; Littoral Region>Douala
MZ: Cabo Delgado>Pemba; Nampula; Sofala>Beira; Zambezia>Quelimane; Tete; Niassa>Lichinga; Manica>Chimoio; Maputo
ML: Gao; Kidal; Timbuktu,Tombouctou>Timbuktu; Mopti; Ségou,Segou>Ségou; Bamako
BF: Sahel Region>Dori; Est Region>Fada N'gourma; Centre-Nord>Kaya; Boucle du Mouhoun>Dédougou
NE: Diffa; Tillabéri,Tillaberi,Tillabery>Tillabéri; Tahoua; Agadez; Zinder; Maradi
TD: Lac Region,Lake Chad Region>Bol; N'Djamena
ZA: Gauteng>Johannesburg; Western Cape>Cape Town; Eastern Cape>East London; KwaZulu-Natal>Durban; Free
    State>Bloemfontein; Limpopo>Polokwane; Mpumalanga>Middelburg; North West Province>Rustenburg; Northern
    Cape>Kimberley
ZW: Harare; Bulawayo; Matabeleland North>Hwange; Matabeleland South>Gwanda; Manicaland>Mutare; Masvingo;
    Midlands>Gweru
HT: Ouest>Port-au-Prince; Artibonite>Gonaïves; Grand'Anse>Jérémie
CI: Abidjan
"""


class RegionNames(NamedTuple):
    """One region's names, English first, and a town in it."""

    code: str  # of the country
    names: tuple[str, ...]
    town: str


def region_names() -> Iterator[RegionNames]:
    """All of the table."""
    for line in _TABLE.strip().replace("\n    ", " ").splitlines():
        code, _, rest = line.partition(":")
        for entry in rest.split(";"):
            listed, _, town = entry.strip().partition(">")
            names = tuple(listed.split(","))
            yield RegionNames(code, names, town or names[0])
