"""The board in Arabic. Months by their Levantine names; European digits, as the region's newsrooms write them."""

from datetime import datetime

from vigil.publish.outside_text import FIRST_STRONG_ISOLATE, POP_ISOLATE, plain
from vigil.publish.words import Words

_RIGHT_TO_LEFT_ISOLATE = "\u2067"

_MONTHS = (
    "كانون الثاني",
    "شباط",
    "آذار",
    "نيسان",
    "أيار",
    "حزيران",
    "تموز",
    "آب",
    "أيلول",
    "تشرين الأول",
    "تشرين الثاني",
    "كانون الأول",
)
_WEEKDAYS = ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد")

_UNITS = {
    # One, two, three to ten, eleven and more: Arabic counts in four ways. Times stand after `since` and `every`, so
    # their two is in the oblique case.
    "minute": ("دقيقة", "دقيقتين", "دقائق", "دقيقة"),
    "hour": ("ساعة", "ساعتين", "ساعات", "ساعة"),
    "day": ("يوم", "يومين", "أيام", "يوماً"),
    "week": ("أسبوع", "أسبوعين", "أسابيع", "أسبوعاً"),
    "month": ("شهر", "شهرين", "أشهر", "شهراً"),
    "year": ("سنة", "سنتين", "سنوات", "سنة"),
    "account": ("حساب واحد", "حسابان", "حسابات", "حساباً"),
    "witness": ("شاهد واحد", "شاهدان", "شهود", "شاهداً"),
    "alarm": ("إنذار واحد", "إنذاران", "إنذارات", "إنذاراً"),
}

LABELS = {
    "title": "لوحة {case}",
    "as_of": "حتى",
    "simulated": "محاكاة",
    "simulated_says": "كل ما في هذه اللوحة محاكاة. لا وجود لأي من هؤلاء الأشخاص.",
    "unprotected": "غير محمية",
    "unprotected_says": (
        "هذا الملف غير مشفّر: من يحصل عليه يعرف من هم تحت المتابعة. احفظه حيث تُحفظ القضية، وأتلفه بعد قراءته."
    ),
    "summary": "نظرة عامة",
    "trust": "إلى أي حد يمكن الوثوق بهذه اللوحة",
    "hearing_title": "كيف كان السمع",
    "hearing_24h": "خلال آخر 24 ساعة: {healthy} جيد، {degraded} متقطع، {blind} منعدم.",
    "deaf": "{collector}: {hearing} منذ {since} ({accounts}).",
    "deaf_always": "{collector}: {hearing}، ولم يكن السمع سليماً من قبل ({accounts}).",
    "chance_title": "المصادفة",
    "chance_none": "لا إنذار بين {accounts} أمكن الحكم على صمتها.",
    "chance_says": "{alarms}، من أصل {accounts} أمكن الحكم عليها. ولو كان الجميع بخير لظهر هنا الليلة {expected}.",
    "chance_nobody": "لم يمكن الحكم على صمت أي حساب.",
    "about": "نحو {n}",
    "less_than": "أقل من {n}",
    "chance_kept": "بين الإنذارات الأندر، وعددها {kept}، لا يُتوقع أن تتجاوز المصادفة {share}.",
    "chance_kept_none": "ليس بينها ما يكفي من الندرة لتبقى المصادفة عند {share} أو دونها.",
    "outage_title": "انقطاعات",
    "outage_says": "{place}: صمت جماعي منذ {since}، {n} من {m} من الحسابات.",
    "outage_signal": "إشارة من الشبكة: {signal}.",
    "nobody": "لا أحد تحت المتابعة في هذه القضية.",
    "show_all": "تُعرض بالخيار ‎--all",
    "footer": "الإنذارات الكاذبة المسموح بها: {budget} لكل حساب في السنة. النموذج: {model}.",
    "footer_machine": "الآلة تقترح، والحكم لشخص معروف بالاسم. الصمت ليس دليلاً على الأذى.",
    "legend": "كل عمود ست ساعات، والأقدم إلى اليسار.",
    "legend_signs": "علامات حياة",
    "legend_silence": "صمت",
    "legend_outage": "انقطاع",
    "legend_blind": "لا نسمع",
    "witness": "الشاهد",
    "place": "المكان",
    "silent": "صامت منذ",
    "silent_short": "صامت",
    "rare": "مدى الندرة",
    "neighbours": "الجيران",
    "heard": "السمع",
    "days": "آخر 30 يوماً",
    "accounts": "الحسابات",
    "last_words": "آخر الكلمات",
    "register": "السجل",
    "mind": "تنبيه",
    "why": "السبب",
    "and": "{first} و{second}",
    "percent": "٪",
    "never_heard": "لم يُسمع قط",
    "rarity_unknown": "غير معروف",
    "time_unknown": "وقت غير معروف",
    "place_unknown": "بلا مكان",
    "times_a_day": "{n} مرات في اليوم",
    "once_a_day": "مرة في اليوم",
    "once_in": "مرة كل {span}",
    "once_in_over": "أندر من مرة كل {span}",
    "n_of_m": "{n} من {m}",
    "n_of_m_speak": "{n} من {m} يتكلمون",
    "nearby": "الجوار",
    "no_neighbours": "لا أحد",
    "heard_well": "جيد",
    "heard_well_long": "سمع جيد",
    "heard_degraded_long": "سمع متقطع {share}",
    "heard_degraded": "متقطع {share}",
    "heard_blind_long": "لم نسمع {share}",
    "heard_blind": "منعدم {share}",
    "since": "منذ {since}",
    "speaks_elsewhere": "يتكلم في مكان آخر: {where}، قبل {silent}",
    "and_past_limit": "ومعهم {n} من الجدد تجاوزوا الحد البسيط",
    "past_limit": "صامت أكثر من الحد البسيط وهو {limit}",
    "held": "محجوب: حذفه صاحبه",
    "held_open": "لا يفتح النص إلا شخص معروف بالاسم ولسبب مذكور",
    "rule": "القاعدة {rule}",
    "more_words": "و{n} غيرها",
    "more_entries": "{n} قبله",
    "spoken_to": "حتى {at}، من قِبل {who} ({how})؛ بحكم {judge}",
    "spoken_to_is": "جرى التواصل معه",
    "claimed": "{fate}، بحسب {who}",
    "entered": "أدخله {judge} في {day}",
    "occurred": "بتاريخ {occurred}",
    "claimed_by": "، بحسب ",
    "entered_on": "أُدخل في {day}، أدخله",
    "unlike_before_is": "خلافاً لما سبق:",
    "but": "لكن",
    "elsewhere_before": "يتكلم في مكان آخر:",
    "elsewhere_after": "، قبل {silent}",
    "original": "كما حُسب، بالإنكليزية",
    "strip_empty": "لا علامات حياة مسجلة.",
    "unlike_before": "خلافاً لما سبق: {what}.",
    "basis_unstated": "تحت المتابعة بلا أساس مذكور: {names}.",
    "strip": (
        "علامات الحياة خلال {days} يوماً حتى {end}: من {least} إلى {most} في اليوم، و{median} في يوم متوسط؛ "
        "{quiet_days} بلا أي علامة."
    ),
    "strip_silence": "صامت منذ {since}.",
    "strip_outage": "انقطاع من {since}.",
    "strip_blind": "لم نكن نسمع من {since} إلى {until}.",
    "verdict_account_changed": "تغيّر الحساب",
    "verdict_returned": "عاد",
    "verdict_dark": "انقطع صوته",
    "verdict_outage": "انقطاع عام",
    "verdict_blind": "لا نسمع",
    "verdict_too_little_history": "تاريخ قصير",
    "verdict_quiet": "هادئ",
    "verdict_speaking": "يتكلم",
    "short_account_changed": "تغيّر",
    "short_returned": "عاد",
    "short_dark": "انقطع",
    "short_outage": "انقطاع عام",
    "short_blind": "لا نسمع",
    "short_too_little_history": "جديد",
    "short_quiet": "هادئ",
    "short_speaking": "يتكلم",
    "means_account_changed": "تقول المنصة إن الحساب حُذف أو أُوقف أو صار خاصاً أو نُقل",
    "means_returned": "نشر من جديد ولم يؤكد أحد بعد أنه هو",
    "means_dark": "صامت أكثر مما يسمح به إيقاعه",
    "means_outage": "صمت مكانه كله معاً",
    "means_blind": "لم نكن نسمع بما يكفي لنحكم",
    "means_too_little_history": "أحدث من أن يكون له إيقاع",
    "means_quiet": "صامت على غير استغراب",
    "means_speaking": "سُمع قريباً بحسب إيقاعه",
    "sentence_account_changed": "تقول المنصة إن الحساب لم يعد كما كان منذ {since}.",
    "sentence_returned": "نشر من جديد في {since}، ولم يؤكد أحد بعد أنه هو.",
    "sentence_dark": "{rhythm}وهو صامت الآن منذ {silent}، ومثل هذا يحدث لهذا الحساب {rarity}.",
    "sentence_outage": "صامت مع مكانه كله منذ {since}.",
    "sentence_blind": "لم نسمع هذا الحساب بما يكفي منذ {since}، فصمته لا يدل على شيء.",
    "sentence_too_little_history": "علامات الحياة أقل من أن تعطي إيقاعاً. صامت منذ {silent}.",
    "sentence_quiet": "{rhythm}وهو صامت الآن منذ {silent}، ومثل هذا يحدث {rarity}.",
    "sentence_waits": "{rhythm}وهو صامت منذ {silent}، أي بعد موعد إنذاره، والإنذار مؤجل لأن جيرانه صامتون معه.",
    "sentence_speaking": "{rhythm}سُمع قبل {silent}.",
    "sentence_rhythm": "ينشر كل {usual} تقريباً وهو مستيقظ، وأطول صمت له في 90 يوماً {longest}. ",
    "sentence_no_neighbours": "لا جيران للمقارنة، فلا يمكن استبعاد انقطاع عام.",
    "grade_critical": "حرج",
    "grade_serious": "خطير",
    "grade_concern": "مقلق",
    "danger_farewell": "وداع",
    "danger_threat_to_life": "خطر على الحياة",
    "danger_capture": "اعتقال",
    "danger_injury": "إصابة",
    "danger_call_for_help": "استغاثة",
    "danger_giving_up_hope": "فقدان الأمل",
    "hearing_healthy": "جيد",
    "hearing_degraded": "متقطع",
    "hearing_blind": "منعدم",
    "fate_speaking": "يتكلم",
    "fate_unreachable": "تعذر الوصول إليه",
    "fate_missing": "مفقود",
    "fate_detained": "معتقل",
    "fate_disappeared": "مختفٍ قسراً",
    "fate_in_hiding": "متوارٍ",
    "fate_account_held_by_others": "الحساب بيد غيره",
    "fate_injured": "مصاب",
    "fate_killed": "قُتل",
    "fate_evacuated": "أُجلي",
    "fate_safe": "بأمان",
    "fate_not_to_be_watched": "طلب ألا يُتابع",
    "fate_withdrawn": "مسحوب",
}


class Arabic(Words):
    """Arabic."""

    code = "ar"
    direction = "rtl"
    labels = LABELS

    def counted(self, n: int, unit: str) -> str:
        """One and two are words of their own; from three on the number stands before its noun."""
        one, two, few, many = _UNITS[unit.removeprefix("full_")]
        if n == 1:
            return one
        if n == 2:
            return two
        if n == 0:
            return f"0 {one.split()[0]}"
        return f"{n} {few if 3 <= n % 100 <= 10 else many}"

    def outside(self, text: str) -> str:
        """Isolated whatever its direction: Latin names and numbers would turn an Arabic sentence around, too."""
        return f"{FIRST_STRONG_ISOLATE}{plain(text)}{POP_ISOLATE}"

    def instant(self, at: datetime, *, year: bool = False) -> str:
        """Isolated, because it ends in Latin letters, which would draw a number after it to the wrong side."""
        return f"{_RIGHT_TO_LEFT_ISOLATE}{super().instant(at, year=year)}{POP_ISOLATE}"

    def month(self, number: int) -> str:
        """The Levantine name."""
        return _MONTHS[number - 1]

    def weekday(self, number: int) -> str:
        """In full."""
        return _WEEKDAYS[number]
