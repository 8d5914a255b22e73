"""Names of the first administrative level: governorates, provinces, states.

GeoNames' lists of towns have codes of regions and no names. One line a region: its names, English first, then Arabic;
after `>` a town that lies in it, if not of its own name, by which its code is found.
"""

from collections.abc import Iterator
from typing import NamedTuple

_TABLE = """
SY: Aleppo,حلب; Damascus,دمشق; Rif Dimashq,Rural Damascus,Damascus countryside,ريف دمشق>Douma; Homs,حمص; Hama,حماة; Idlib,Idleb,إدلب; Latakia,Lattakia,اللاذقية; Tartus,Tartous,طرطوس; Raqqa,Ar-Raqqa,الرقة; Deir ez-Zor,Deir Ezzor,Deir al-Zor,دير الزور>Deir ez-Zor; Hasakah,Al-Hasakah,Hasaka,Hasakeh,الحسكة>Al Hasakah; Daraa,Dara'a,Dar'a,درعا>Dar‘ā; As-Suwayda,Suwayda,Sweida,As-Sweida,السويداء>As-Suwayda; Quneitra,القنيطرة>Al Qunaytirah
IQ: Baghdad,بغداد; Nineveh,Ninewa,Ninawa,نينوى>Mosul; Basra,البصرة>Basrah; Anbar,Al Anbar,Al-Anbar,الأنبار>Ramadi; Diyala,ديالى>Baqubah; Kirkuk,كركوك; Salah al-Din,Salahaddin,Saladin,صلاح الدين>Tikrit; Erbil,Arbil,أربيل>Erbil; Sulaymaniyah,Sulaimaniya,السليمانية>As Sulaymānīyah; Dohuk,Duhok,دهوك>Dihok; Najaf,النجف; Karbala,كربلاء; Babil,Babylon,بابل>Al Hillah; Wasit,واسط>Al Kut; Maysan,Missan,ميسان>Al ‘Amārah; Dhi Qar,ذي قار>Nasiriyah; Al-Qadisiyyah,Diwaniya,القادسية>Ad Diwaniyah; Muthanna,المثنى>As Samawah
YE: Sanaa,صنعاء; Aden,عدن; Taiz,Ta'izz,تعز>Ta‘izz; Hodeidah,Al Hudaydah,الحديدة>Al Ḩudaydah; Ibb,إب; Dhamar,ذمار; Hajjah,Hajja,حجة>Hajjah; Saada,Sa'ada,Sadah,صعدة>Sa'dah; Marib,Ma'rib,مأرب>Ma'rib; Hadramout,Hadramawt,Hadhramaut,حضرموت>Mukalla; Shabwa,شبوة>‘Ataq; Abyan,أبين>Zinjibar; Lahij,Lahj,لحج>Laḩij; Al Bayda,Bayda,البيضاء>Al Bayda; Al Jawf,Jawf,الجوف>Al Ḩazm; Amran,عمران>‘Amrān; Al Mahwit,المحويت>Al Mahwit; Al Mahrah,Mahra,المهرة>Al Ghaydah
LB: Beirut,بيروت; Mount Lebanon,جبل لبنان>Baabda; North Lebanon,شمال لبنان>Tripoli; South Lebanon,جنوب لبنان>Sidon; Nabatieh,النبطية>Nabatîyé; Bekaa,Beqaa,البقاع>Zahlé; Baalbek-Hermel,بعلبك الهرمل>Baalbek; Akkar,عكار>Halba
PS: Gaza Strip,the Gaza Strip,قطاع غزة>Gaza; West Bank,the West Bank,الضفة الغربية>Nablus
"""


class RegionNames(NamedTuple):
    """One region's names, English first, and a town in it."""

    code: str  # of the country
    names: tuple[str, ...]
    town: str


def region_names() -> Iterator[RegionNames]:
    """All of the table."""
    for line in _TABLE.strip().splitlines():
        code, _, rest = line.partition(":")
        for entry in rest.split(";"):
            listed, _, town = entry.strip().partition(">")
            names = tuple(listed.split(","))
            yield RegionNames(code, names, town or names[0])
