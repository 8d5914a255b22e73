"""One name, however it is spelled; another name, however near."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vigil.incidents.linking.names import Likeness, likeness
from vigil.incidents.linking.skeletons import parts

_SPELLINGS = [
    ["محمد", "Mohammed", "Muhammad", "Mohamad", "MOHAMED"],
    ["محمود", "Mahmoud", "Mahmood"],
    ["أحمد", "احمد", "Ahmed", "Ahmad"],
    ["حسن", "Hassan", "Hasan"],
    ["حسين", "Hussein", "Husain", "Hossein"],
    ["عبد الرحمن", "عبدالرحمن", "Abdul Rahman", "Abdulrahman", "Abdel-Rahman", "Abd al-Rahman", "Abdurrahman"],
    ["عبد الله", "عبدالله", "Abdullah", "Abdallah", "Abd Allah"],
    ["فاطمة", "فاطمه", "Fatima", "Fatimah", "Fatma"],
    ["صلاح الدين", "Salah al-Din", "Salahuddin", "Salah Eddin"],
    ["يوسف", "Yousef", "Yusuf", "Youssef"],
    ["خالد", "Khaled", "Khalid"],
    ["الخطيب", "al-Khatib", "Alkhatib", "El Khateeb", "Khatib"],
    ["أبو خليل", "Abu Khalil", "Abo Khaleel"],
    ["سعيد", "Said", "Saeed"],
    ["جمال", "Jamal", "Gamal"],
    ["إبراهيم", "ابراهيم", "Ibrahim", "Ebrahim"],
    ["سميرة", "Samira"],
    ["سمير", "Samir"],
]
_PAIRS = [
    (one, other, n == m)
    for (n, first), (m, second) in itertools.combinations_with_replacement(enumerate(_SPELLINGS), 2)
    for one in first
    for other in second
    if one != other
]


def _alike(one: str, other: str) -> bool:
    a, b = parts(one), parts(other)
    return len(a) == len(b) and all(likeness(x, y) >= Likeness.NEAR for x, y in zip(a, b, strict=True))


def test_a_name_is_one_in_every_spelling_and_two_names_are_two():
    """Arabic with and without its dots and hamzas, Latin by every habit: alike within a name, and never across."""
    wrong = [(one, other) for one, other, same in _PAIRS if _alike(one, other) is not same]
    assert wrong == []


@pytest.mark.parametrize(
    ("name", "n_parts"),
    [("Dr. Ahmad bin Khalil al-Shami", 3), ("الشهيد أحمد خليل", 2), ("Abu Omar", 1), ("", 0), ("...", 0), ("123", 0)],
)
def test_titles_articles_and_son_of_are_no_parts(name, n_parts):
    """What one list writes and the other leaves out is left out."""
    assert len(parts(name)) == n_parts


@given(st.text(max_size=60))
def test_any_text_has_parts(name):
    """Whatever stands in a cell, its parts fit themselves."""
    for part in parts(name):
        assert len(part.gaps) == len(part.bones) + 1
        assert likeness(part, part) is Likeness.SAME
