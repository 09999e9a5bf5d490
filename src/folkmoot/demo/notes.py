"""What the releases say about themselves, in every language of the body."""

from folkmoot.kit.text import Text

FIRST = Text.of(
    "The first programme. Some speakers are still to confirm, and some sessions have no time yet.",
    "en",
    ar="البرنامج الأول. لم يؤكد بعض المتحدثين حضورهم بعد، ولم يُحدَّد وقت بعض الجلسات.",
    zh_Hans="首版日程。部分发言人尚待确认，部分会议尚未定时。",
    fr="Premier programme. Des intervenants doivent encore confirmer, des séances n'ont pas encore d'horaire.",
    es="Primer programa. Faltan confirmaciones y algunas sesiones no tienen hora todavía.",
    ru="Первая программа. Часть участников ещё не подтвердила участие, у части заседаний нет времени.",
    ro="Primul program. Unii vorbitori nu au confirmat încă, unele sesiuni nu au încă oră.",
)
SECOND = Text.of(
    "Speakers have confirmed. Fourteen sessions are new, four were withdrawn by their organisers, "
    "and sixteen exchanged their times.",
    "en",
    ar="أكّد المتحدثون حضورهم. أُضيفت أربع عشرة جلسة، وسحب المنظّمون أربعًا، وتبادلت ست عشرة جلسة أوقاتها.",
    zh_Hans="发言人已确认。新增十四场，组织者撤回四场，十六场互换了时间。",
    fr="Les intervenants ont confirmé. Quatorze séances sont nouvelles, quatre retirées, seize ont changé d'heure.",
    es="Los ponentes han confirmado. Hay catorce sesiones nuevas, cuatro retiradas y dieciséis con otra hora.",
    ru="Участие подтверждено. Новых заседаний четырнадцать, отозвано четыре, шестнадцать поменялись временем.",
    ro="Vorbitorii au confirmat. Sunt paisprezece sesiuni noi, patru retrase, șaisprezece cu ora schimbată.",
)
FINAL = Text.of(
    "The final programme. Three sessions are cancelled and stay in the programme, marked as such.",
    "en",
    ar="البرنامج النهائي. أُلغيت ثلاث جلسات وتبقى في البرنامج مع الإشارة إلى ذلك.",
    zh_Hans="最终日程。三场会议取消，仍列于日程并注明。",
    fr="Programme définitif. Trois séances sont annulées ; elles restent au programme avec cette mention.",
    es="Programa definitivo. Tres sesiones se cancelan y siguen en el programa, señaladas.",
    ru="Окончательная программа. Три заседания отменены и остаются в программе с пометкой.",
    ro="Programul final. Trei sesiuni sunt anulate și rămân în program, marcate ca atare.",
)
ERRATUM = Text.of(
    "Corrects a misspelt title, the roles in one session, and a language of interpretation that was left out.",
    "en",
    ar="تصحيح عنوان وأدوار في جلسة ولغة ترجمة سقطت سهوًا.",
    zh_Hans="更正一处标题错字、一场会议中的角色，以及遗漏的一种同传语言。",
    fr="Corrige un titre mal orthographié, des rôles et une langue d'interprétation oubliée.",
    es="Corrige un título mal escrito, los papeles de una sesión y una lengua de interpretación omitida.",
    ru="Исправлены опечатка в названии, роли на одном заседании и пропущенный язык перевода.",
    ro="Corectează un titlu scris greșit, rolurile dintr-o sesiune și o limbă de interpretare omisă.",
)
