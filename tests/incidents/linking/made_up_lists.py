"""Two lists of the same made-up people by different hands, one in Arabic letters and one in Latin, for tests.

Names are put together at random from common given and family names: nobody real is meant.
"""

import random
from datetime import date, timedelta

_MEN = """
محمد|Mohammed|Muhammad|Mohamad|Mohamed|Mohammad
أحمد|Ahmed|Ahmad
محمود|Mahmoud|Mahmud|Mahmood
علي|Ali|Aly
حسن|Hassan|Hasan
حسين|Hussein|Husain|Hussain|Hossein
عبد الرحمن|Abdul Rahman|Abdulrahman|Abd al-Rahman|Abdel Rahman|Abdelrahman
عبد الله|Abdullah|Abdallah|Abd Allah
عبد العزيز|Abdul Aziz|Abdulaziz|Abdel Aziz|Abd al-Aziz
خالد|Khaled|Khalid
يوسف|Yousef|Yusuf|Youssef|Yousuf
إبراهيم|Ibrahim|Ebrahim|Ibraheem
إسماعيل|Ismail|Ismael|Esmail
مصطفى|Mustafa|Mostafa|Moustafa
عمر|Omar|Umar|Omer
عثمان|Othman|Uthman|Osman
سعيد|Saeed|Said|Sa'id
سامر|Samer
سمير|Samir|Sameer
كريم|Karim|Kareem
طارق|Tareq|Tariq|Tarek
زياد|Ziad|Ziyad
وليد|Walid|Waleed
ياسر|Yasser|Yasir
قاسم|Qasim|Qassem|Kassem
جمال|Jamal|Gamal
نور الدين|Nour al-Din|Nouruddin|Nureddin
صلاح الدين|Salah al-Din|Salahuddin|Salaheddin
عماد|Imad|Emad
فادي|Fadi|Fady
رامي|Rami|Ramy
أيمن|Ayman|Aiman
أنس|Anas
بلال|Bilal|Belal
حمزة|Hamza|Hamzah
عدنان|Adnan
غسان|Ghassan|Gassan
مروان|Marwan
هيثم|Haitham|Haytham
ماهر|Maher|Mahir
نبيل|Nabil|Nabeel
رياض|Riad|Riyad|Reyad
شادي|Shadi|Shady
ضياء|Diaa|Dia|Diya
عاصم|Asem|Assim
موسى|Musa|Mousa|Moussa
عيسى|Issa|Isa|Eissa
داود|Dawood|Daoud|Dawud
"""
_WOMEN = """
فاطمة|Fatima|Fatma|Fatimah
عائشة|Aisha|Aysha|Aicha
مريم|Maryam|Mariam|Meryem
زينب|Zainab|Zeinab|Zaynab
خديجة|Khadija|Khadijah
سارة|Sara|Sarah
نور|Nour|Noor
هدى|Huda|Hoda
ليلى|Layla|Leila|Laila
سلمى|Salma
رنا|Rana
ريم|Reem|Rim
هبة|Hiba|Heba
آية|Aya|Ayah
إيمان|Iman|Eman
سمر|Samar
دعاء|Doaa|Duaa
أسماء|Asmaa|Asma
ياسمين|Yasmin|Yasmeen
نادية|Nadia|Nadya
سميرة|Samira|Sameera
جميلة|Jamila|Jameela
رحمة|Rahma|Rahmah
شيماء|Shaimaa|Shayma
وفاء|Wafaa|Wafa
إسراء|Israa|Esraa
حنان|Hanan
لمى|Lama
"""
_FAMILIES = """
الخطيب|al-Khatib|Khatib|Alkhatib|El Khateeb
الحسن|al-Hassan|Alhasan|Al Hasan
الأحمد|al-Ahmad|Alahmad|Al Ahmed
الشامي|al-Shami|Alshami|El Shami
النجار|al-Najjar|Najjar|Al-Najar|Alnajjar
الحلبي|al-Halabi|Halabi|Alhalabi
المصري|al-Masri|Masri|El-Masri|Almasri
العلي|al-Ali|Alali
خليل|Khalil|Khaleel
حمدان|Hamdan
عيسى|Issa|Essa
درويش|Darwish|Darweesh
منصور|Mansour|Mansur|Mansoor
قاسم|Qasem|Kassem|Qassim
سليمان|Suleiman|Sulayman|Soliman
الصالح|al-Saleh|Alsaleh|As-Saleh
القاضي|al-Qadi|Alkadi|El Qadi
الزعبي|al-Zoubi|Zoubi|Alzoubi
بركات|Barakat
شاهين|Shaheen|Shahin
عوض|Awad|Awwad
سالم|Salem|Salim
حجازي|Hijazi|Hegazi
الجندي|al-Jundi|Jundi|Aljundi
أبو زيد|Abu Zaid|Abu Zayd|Abo Zeid
أبو خليل|Abu Khalil|Abo Khalil
أبو ريشة|Abu Risha|Abu Resha
الكردي|al-Kurdi|Kurdi|Alkurdi
الطويل|al-Tawil|Taweel|Altaweel
الرفاعي|al-Rifai|Rifai|Alrefai
عبد الهادي|Abdul Hadi|Abdelhadi|Abd al-Hadi
الشيخ علي|Sheikh Ali
حداد|Haddad|Hadad
صباغ|Sabbagh|Sabagh
قدور|Qaddour|Kaddour
زيدان|Zidan|Zaydan
مرعي|Marei|Mari
عساف|Assaf|Asaf
طه|Taha
جابر|Jaber|Jabir|Gaber
"""
_PLACES = "حلب|Aleppo\nحمص|Homs\nإدلب|Idlib|Idleb\nمعرة النعمان|Maarat al-Numan|Ma'arrat al-Nu'man\nسراقب|Saraqib|Saraqeb\nأريحا|Ariha\nعندان|Anadan|Andan\nدارة عزة|Darat Izza|Daret Ezza\nمنبج|Manbij|Menbij\nالباب|al-Bab"  # noqa: E501


def _table(rows: str) -> list[list[str]]:
    return [row.split("|") for row in rows.strip().splitlines()]


MEN, WOMEN, FAMILIES, PLACES = _table(_MEN), _table(_WOMEN), _table(_FAMILIES), _table(_PLACES)

Row = dict[str, str]


def two_lists(n_people: int, *, seed: int) -> tuple[list[Row], list[Row]]:
    """A list in Arabic and one in Latin letters; `person` is the truth. About six in ten are in both."""
    rng = random.Random(seed)  # noqa: S311 - made-up people, no secret
    people = _people(n_people, rng)
    arabic, latin = [], []
    for number, person in enumerate(people):
        where = rng.random()
        if where < 0.8:
            arabic.append(_arabic(number, person, rng))
        if where > 0.2:
            latin.append(_latin(number, person, rng))
    for rows in (arabic, latin):
        rng.shuffle(rows)
        for at, row in enumerate(rows):
            row["id"] = str(at)
    return arabic, latin


def _people(n_people: int, rng: random.Random) -> list[dict[str, object]]:
    people: list[dict[str, object]] = []
    while len(people) < n_people:
        family, father, grandfather = rng.choice(FAMILIES), _often(MEN, rng), _often(MEN, rng)
        place, day = rng.choice(PLACES), date(2016, 1, 1) + timedelta(days=rng.randrange(1000))
        for _ in range(1 if rng.random() < 0.7 else rng.randint(2, 5)):  # brothers and sisters die together
            woman = rng.random() < 0.35
            people.append(
                {
                    "given": _often(WOMEN if woman else MEN, rng),
                    "father": father,
                    "grandfather": grandfather,
                    "family": family,
                    "sex": "f" if woman else "m",
                    "age": rng.randint(0, 80),
                    "day": day,
                    "place": place,
                }
            )
    return people[:n_people]


def _often(names: list[list[str]], rng: random.Random) -> list[str]:
    """The first of the table are the most common, as in life."""
    return names[min(int(rng.expovariate(1 / (len(names) / 3))), len(names) - 1)]


def _arabic(number: int, person: dict[str, object], rng: random.Random) -> Row:
    parts = [person["given"][0], person["father"][0]]
    if rng.random() < 0.6:
        parts.append(person["grandfather"][0])
    parts.append(person["family"][0])
    name = " ".join(parts)
    if rng.random() < 0.3:
        name = name.replace("ة", "ه")
    if rng.random() < 0.3:
        name = name.replace("أ", "ا").replace("إ", "ا").replace("آ", "ا")
    if rng.random() < 0.3:
        name = name.replace("عبد ", "عبد")
    if rng.random() < 0.1:
        name = name.replace("ى", "ي")
    sex = {"m": "ذكر", "f": "أنثى"}[str(person["sex"])]
    return _rest({"name": name, "sex": sex, "place": person["place"][0]}, number, person, rng)


def _latin(number: int, person: dict[str, object], rng: random.Random) -> Row:
    def spelled(each: object) -> str:
        return rng.choice(each[1:])

    parts = [spelled(person["given"])]
    if rng.random() < 0.75:
        parts.append(spelled(person["father"]))
        if rng.random() < 0.25:
            parts.append(spelled(person["grandfather"]))
    parts.append(spelled(person["family"]))
    if rng.random() < 0.04:
        parts = [parts[-1], *parts[:-1]]
    name = " ".join(parts)
    if rng.random() < 0.05 and len(name) > 8:
        at = rng.randrange(2, len(name) - 2)
        name = name[:at] + rng.choice(["", name[at] * 2, rng.choice("aeinrs")]) + name[at + 1 :]
    if rng.random() < 0.05:
        name = f"{rng.choice(['Dr.', 'Hajj', 'Child'])} {name}"
    if rng.random() < 0.1:
        name = name.upper()
    sex = {"m": "male", "f": "female"}[str(person["sex"])]
    place = rng.choice(person["place"][1:])
    return _rest({"name": name, "sex": sex, "place": place}, number, person, rng)


def _rest(row: Row, number: int, person: dict[str, object], rng: random.Random) -> Row:
    age, day = int(person["age"]), person["day"]
    if rng.random() < 0.25:
        age = max(0, age + rng.choice([-2, -1, 1, 1, 5]))
    if rng.random() < 0.15:
        day += timedelta(days=rng.choice([-1, 1, 1, 2, 30]))
    row["age"] = "" if rng.random() < 0.2 else str(age)
    row["date"] = "" if rng.random() < 0.1 else day.isoformat()
    if rng.random() < 0.1:
        row["place"] = ""
    if rng.random() < 0.02:
        row["sex"] = ""
    row["person"] = str(number)
    return row
