"""Words by which somebody says something, and how surely: verbs with their forms, and what else attributes.

Certainty None is neutral: to say, to tell, to announce, to document lends a claim no more and no less than it has.
"""

# ruff: noqa: E501  (lists of words run on over lines; Arabic letters count wider than they are)

from typing import NamedTuple

from vigil.model.claim import Certainty
from vigil.testimony.arabic.conjugation import Form, forms
from vigil.testimony.arabic.words import fold_word


class SpeechWord(NamedTuple):
    """What a word of saying says about how surely.

    Attributes:
        certainty: None where it is neutral.
        way: `say`, `accuse`, `deny`, `adopt` (owns up to a deed), `threaten`, `plan`, `ask`, `fear`, `see`, `doubt`,
            `retract`, `suppose`.
        lemma: In plain letters.
        form: Of the verb.
    """

    certainty: Certainty | None
    way: str
    lemma: str
    form: Form


_VERBS = {
    (None, "say"): (
        "قال قول قل|گال گول گل|أعلن علن|ذكر ذكر|أوضح وضح|أشار شير|صرح صرح|أضاف ضيف|بين بين|وثق وثق|أحصى حصي|سجل سجل|قدر قدر|تابع تابع"
        "|روى روي|أخبر خبر|أبلغ بلغ|كتب كتب|كشف كشف|اعترف عترف|أقر قر|خلص خلص|شدد شدد|نقل نقل|تحدث تحدث|لفت لفت|نوه نوه"
        "|حكى حكي|أظهر ظهر|نشر نشر|رصد رصد|سجل سجل|قدّر قدر|وصف صف|أبدى بدي|استنتج ستنتج|ندد ندد|أدان دين|استنكر ستنكر|شجب شجب|استهجن ستهجن"
        "|نعى نعي|تداول تداول|كتب كتب|بث بث|أعرب عرب|أصدر صدر|تلقى تلقى"
    ),
    (Certainty.REPORTED, "say"): "أفاد فيد أفد|أورد ورد|أفيد",
    (Certainty.CONFIRMED, "say"): "تحقق تحقق|تأكد تأكد|تثبت تثبت|أثبت ثبت|ثبت ثبت",
    (Certainty.ASSERTED, "say"): "أكد ؤكد|أكد وكد",
    (Certainty.CLAIMED, "say"): "زعم زعم|ادعى دعي|تذرع تذرع|روج روج",
    (Certainty.ALLEGED, "accuse"): "اتهم تهم|حمل حمل",
    (Certainty.DENIED, "deny"): "نفى نفي|أنكر نكر|كذب كذب|فند فند|دحض دحض",
    (None, "adopt"): "تبنى تبنى",
    (None, "threaten"): "هدد هدد|توعد توعد",
    (None, "plan"): "اعتزم عتزم|خطط خطط|نوى نوي|قرر قرر|استعد ستعد|تحضر تحضر|تجهز تجهز",
    (None, "ask"): "طالب طالب|دعا دعو|ناشد ناشد|طلب طلب|حث حث|نادى نادي|توسل توسل",
    (Certainty.FEARED, "fear"): "خشي خشى|تخوف تخوف|حذر حذر|خاف خاف خف|قلق قلق",
    (Certainty.WITNESSED, "see"): "رأى رى رأي|شاهد شاهد|شاف شوف شف|شهد شهد|أبصر بصر",
    (
        Certainty.SUSPECTED,
        "suppose",
    ): "اعتقد عتقد|رجح رجح|اشتبه شتبه|ظن ظن|احتمل حتمل|افترض فترض|توقع توقع|بدا بدو|يبدو|استبعد ستبعد",
    (Certainty.RETRACTED, "retract"): "تراجع تراجع|صحح صحح|سحب سحب|عدل عدل|اعتذر عتذر",
}


_PARTICIPLES: tuple[tuple[str, Certainty | None, str], ...] = (
    ("مؤكدا مؤكدة مؤكدين", Certainty.ASSERTED, "say"),
    ("مشيرا مشيرة مضيفا مضيفة موضحا موضحة لافتا لافتة مبينا مبينة قائلا قائلة", None, "say"),
    ("نافيا نافية", Certainty.DENIED, "deny"),
    ("متهما", Certainty.ALLEGED, "accuse"),
)
ADDING = frozenset(fold_word(word) for words, _, _ in _PARTICIPLES for word in words.split())
"""مؤكداً أن: the same source goes on."""


_TO_ME = (
    ("حكالي حكالنا قالي قاللي قالنا قاللنا قلي گالي گاللي كالي كاللي خبرني خبرنا كال كالي كالنا يكول ديكول", "3ms"),
    ("حكتلي حكتلنا قالتلي قالتلنا گالتلي كالتلي خبرتني خبرتنا كالت تكول دتكول", "3fs"),
    ("حكولي حكولنا قالولي قالولنا گالولي كالولي خبروني خبرونا كالوا كالولنا يكولون ديكولون", "3p"),
    ("قاللو قاله قالله حكاله حكالو", "3ms"),
    ("قالتله قالتلو حكتله حكتلو", "3fs"),
    ("قالوله قالولو حكوله حكولو قالولها قالولهم", "3p"),
)
"""Told me, told us, told him, written as one word in the dialects; and the Iraqi كال."""


def _verbs() -> dict[str, SpeechWord]:
    found: dict[str, SpeechWord] = {}
    for (certainty, way), rows in _VERBS.items():
        for row in rows.split("|"):
            perfect, imperfect, first = (*row.split(), "", "")[:3]
            for written, form in forms(perfect, imperfect, first).items():
                found.setdefault(written, SpeechWord(certainty, way, fold_word(perfect), form))
    for written in ("قيل", "يقال", "ذكر", "يحكى"):
        found[fold_word(written)] = SpeechWord(None, "say", "قال", Form("perfect", "3ms"))
    for written, certainty, way in _PARTICIPLES:
        for word in written.split():
            found[fold_word(word)] = SpeechWord(certainty, way, fold_word(word), Form("perfect", "3ms"))
    for row, person in _TO_ME:
        for written in row.split():
            found.setdefault(fold_word(written), SpeechWord(None, "say", "قال", Form("perfect", person)))
    for written in ("خايف", "خايفة", "خايفين", "خايفات", "خائفون", "خائفين"):
        found.setdefault(fold_word(written), SpeechWord(Certainty.FEARED, "fear", "خاف", Form("imperfect", "1p")))
    for written in ("وصلني", "وصلنا", "جاني", "جانا", "بلغني", "بلغنا", "وصلتني", "وصلتنا"):
        found.setdefault(fold_word(written), SpeechWord(None, "say", "وصل", Form("perfect", "1s")))
    for written in ("سمعت", "سمعنا", "سمعنالكم"):
        found[fold_word(written)] = SpeechWord(Certainty.REPORTED, "say", "سمع", Form("perfect", "1s"))
    return found


SPEECH_VERBS = _verbs()

ACCORDING = tuple(
    fold_word(each)
    for each in (
        "بحسب ما", "حسب ما", "وفق ما", "وفقا لما", "وفقاً لما", "على ما", "طبقا لما", "كما", "حسبما", "وفقما", "بحسب", "حسب",
        "وفقا", "وفق", "نقلا عن", "طبقا", "استنادا إلى", "على لسان", "على حد قول", "على ذمة", "بشهادة", "من جانب",
    )
)  # fmt: skip

SAYING_NOUNS = {
    fold_word(word): certainty
    for words, certainty in (
        ("أنباء تقارير أخبار معلومات شائعات إشاعات مزاعم ادعاءات روايات شهادات تسريبات تقديرات شائعة إشاعة مصادر اتهامات إفادات أقاويل", Certainty.REPORTED),
    )
    for word in words.split()
}  # fmt: skip
"""Nouns that stand for speakers nobody names."""
