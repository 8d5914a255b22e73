"""What may stand between a place and what it lies in: "the Warda quarter of eastern Aleppo, in northern Syria"."""

from vigil.testimony.word_lists import listed

_WORDS = listed(
    "in of the near on at to from outside inside and city town village camp refugee road area state"
    " countryside province governorate district neighborhood neighbourhood neighborhoods neighbourhoods"
    " quarter quarters north south east west northern southern eastern western central rural s ' ( في من"
    " مدينة محافظة ريف بريف بمدينة بمحافظة شرق غرب شمال جنوب شرقي غربي شمالي جنوبي الشرقي الغربي الشمالي"
    " الجنوبي حي بحي و قرب ب ناحية بناحية منطقة بمنطقة قضاء"
)
_LONGEST = 60
"""Characters."""


def links(between: str) -> bool:
    """Whether these words join a place to what it lies in."""
    if len(between) > _LONGEST:
        return False
    words = between.replace(",", " ").replace("،", " ").replace("'s", " ").replace("’s", " ").split()
    return all(word.lower() in _WORDS for word in words)
