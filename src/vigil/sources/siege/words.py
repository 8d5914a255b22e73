"""What the simulated accounts say: sentences written for the simulation, none of them anybody's.

`{place}` is filled with a district. The words of everyday posts are chosen so that an account that simply stops has
no danger in its last posts; those who go dark after a warning have it scripted (cast.py).
"""

from typing import Literal

Lang = Literal["en", "ar"]

EVERYDAY: dict[Lang, tuple[str, ...]] = {
    "en": (
        "The queue for bread in {place} is longer than yesterday.",
        "No electricity since noon in {place}, charging the phone from a car battery.",
        "Children playing between the buildings in {place}. For an hour it looked like an ordinary day.",
        "The price of a kilo of sugar went up again this week.",
        "Water came for two hours, everyone in the building filled what they had.",
        "School in the basement again today, eleven children came.",
        "Firewood is now sold by the piece in {place}.",
        "Quiet night. Slept six hours, which is a lot here.",
        "A neighbour grew tomatoes on the roof and gave us four of them.",
        "Rain in {place}, good for the tanks, bad for the tents.",
        "We cooked lentils and bulgur once more. The little one asked for chicken.",
        "The generator ran for three hours tonight, so here are some pictures of {place}.",
        "Walked across {place} to see my aunt. She is well and asks about everyone.",
        "Internet is weak, pictures will follow when it is back to normal.",
        "The tailor in {place} repairs backpacks now, for free.",
        "Someone is selling roasted chickpeas in {place} and half the street is there.",
        "Reading by candle. I am on page 200.",
        "The cat came back. The whole stairwell in {place} is celebrating.",
        "Distribution today in {place}: rice, oil, two blankets for each family.",
        "Long day at the clinic, mostly colds and tired children.",
    ),
    "ar": (
        "طابور الخبز في {place} أطول من البارحة.",
        "لا كهرباء منذ الظهر في {place}، نشحن الهاتف من بطارية سيارة.",
        "الأولاد يلعبون بين الأبنية في {place}، وكأنه يوم عادي.",
        "ارتفع سعر السكر مرة أخرى هذا الأسبوع.",
        "جاءت المياه ساعتين وملأ الجميع ما عندهم.",
        "المدرسة في القبو اليوم أيضاً، حضر أحد عشر طفلاً.",
        "الحطب صار يباع بالقطعة في {place}.",
        "ليلة هادئة. نمت ست ساعات وهذا كثير هنا.",
        "جارنا زرع البندورة على السطح وأعطانا أربع حبات.",
        "مطر في {place}، خير للخزانات.",
        "طبخنا العدس والبرغل مرة أخرى، والصغيرة تسأل عن الدجاج.",
        "اشتغلت المولدة ثلاث ساعات، وهذه صور من {place}.",
        "مشيت في {place} لزيارة خالتي، هي بخير وتسلم على الجميع.",
        "الإنترنت ضعيف، الصور لاحقاً إن شاء الله.",
        "الخياط في {place} يصلح حقائب الأولاد بلا مقابل.",
        "بائع الحمص المحمص في {place} ونصف الشارع عنده.",
        "أقرأ على ضوء شمعة، وصلت إلى الصفحة مئتين.",
        "رجعت القطة، والبناء كله في {place} يحتفل.",
        "توزيع اليوم في {place}: رز وزيت وبطانيتان لكل عائلة.",
        "يوم طويل في المستوصف، أكثره رشح وأطفال متعبون.",
    ),
}

SHELLING: dict[Lang, tuple[str, ...]] = {
    "en": (
        "Shelling on {place} now, several rounds one after another.",
        "Two strikes close to the market in {place}. The civil defence is on its way.",
        "Helicopter over {place}, everyone is down in the basement.",
        "Artillery from the west, landing around {place}.",
        "Windows are gone on our side of the street in {place}. We are all right.",
        "Count in the last hour over {place}: nine.",
        "Smoke above {place}. Waiting to hear where it fell.",
    ),
    "ar": (
        "قصف على {place} الآن، قذائف متتالية.",
        "غارتان قرب السوق في {place}، والدفاع المدني في الطريق.",
        "المروحية فوق {place} والجميع في القبو.",
        "مدفعية من جهة الغرب على أطراف {place}.",
        "تكسر زجاج الشارع من جهتنا في {place}. نحن بخير.",
        "عدد القذائف على {place} في الساعة الأخيرة: تسع.",
        "دخان فوق {place}، ننتظر أن نعرف أين سقطت.",
    ),
}

HARD_DAYS: dict[Lang, tuple[str, ...]] = {
    "en": (
        "Families keep arriving in {place} with what they can carry.",
        "Three households in our two rooms tonight. We share the blankets.",
        "Bread was half a loaf for each person today.",
        "The clinic moved again, now it is in a cellar in {place}.",
        "Nobody slept. The children have learnt to tell the sounds apart.",
        "No water for the third day. We collect rain.",
        "People stand in {place} and ask each other which street is still ours.",
        "They speak of a truce again on the radio. We listen and say nothing.",
        "Cold, fog, and for once it is silent over {place}.",
        "I have packed one bag: papers, the photographs, a jumper.",
    ),
    "ar": (
        "العائلات تصل إلى {place} بما تستطيع حمله.",
        "ثلاث عائلات في غرفتين الليلة، نتقاسم البطانيات.",
        "نصف رغيف للشخص اليوم.",
        "انتقل المستوصف مرة أخرى، صار في قبو في {place}.",
        "لم ينم أحد. صار الأولاد يميزون الأصوات.",
        "لا ماء لليوم الثالث، نجمع المطر.",
        "الناس في {place} يسأل بعضهم بعضاً أي شارع بقي.",
        "يتحدثون في الراديو عن هدنة مرة أخرى، نسمع ولا نعلق.",
        "برد وضباب، وصمت فوق {place} على غير العادة.",
        "جهزت حقيبة واحدة: الأوراق والصور وكنزة.",
    ),
}

ABROAD: dict[Lang, tuple[str, ...]] = {
    "en": (
        "First night without sound. None of us could sleep for it.",
        "Looking for people from {place} at the reception point, write to me.",
        "The children saw a banana today.",
        "Snow on the tents. We have a stove, others have not.",
        "Someone asked where I am from and I said {place}, and could not go on.",
    ),
    "ar": (
        "أول ليلة بلا أصوات، ولم يستطع أحد منا النوم.",
        "أبحث عن أهل {place} في مركز الاستقبال، راسلوني.",
        "رأى الأولاد الموز اليوم.",
        "ثلج على الخيام. عندنا مدفأة وغيرنا لا.",
        "سألني أحدهم من أين أنت فقلت من {place} ولم أكمل.",
    ),
}

REPLIES: dict[Lang, tuple[str, ...]] = {
    "en": (
        "Thank you, we are fine so far.",
        "Yes, I saw it too, from the other side of the street.",
        "I asked, nobody knows yet.",
        "It was the second building after the bakery.",
        "I will send you the picture when the line is better.",
        "Thank you for asking about us.",
    ),
    "ar": (
        "شكراً لكم، نحن بخير حتى الآن.",
        "نعم رأيته أنا أيضاً من الطرف الآخر للشارع.",
        "سألت ولا أحد يعرف بعد.",
        "كان البناء الثاني بعد الفرن.",
        "سأرسل الصورة حين يتحسن الخط.",
        "شكراً لسؤالكم عنا.",
    ),
}

SCHEDULED = "Numbers of the relief kitchen and the clinics, as every six hours. Please share."

ARRIVED: dict[Lang, tuple[str, ...]] = {
    "en": (
        "We are out, all of us, in the countryside. It is snowing. I have no words for the road.",
        "Arrived after sixteen hours on the bus. I keep looking back towards {place}.",
        "Out. Warm soup, strangers' blankets. I left the key in the door.",
    ),
    "ar": (
        "خرجنا جميعاً إلى الريف. الثلج ينزل ولا كلام عندي عن الطريق.",
        "وصلنا بعد ست عشرة ساعة في الباص، وما زلت ألتفت نحو {place}.",
        "خرجنا. شوربة ساخنة وبطانيات من ناس لا نعرفهم. تركت المفتاح في الباب.",
    ),
}
