"""How sessions thought in other languages are called and described: the same wording in seven languages."""

LANGUAGES = ("en", "zh-Hans", "ar", "fr", "es", "ru", "ro")

# kind of session: rows of the same tail in every language, in the order of LANGUAGES
TAILS: dict[str, tuple[tuple[str, ...], ...]] = {
    "keynote": (
        ("an address", "主旨发言", "كلمة رئيسية", "une allocution", "una ponencia", "доклад", "o alocuțiune"),
    ),
    "panel": (
        (
            "who decides and who pays", "谁决定，谁付费", "من يقرر ومن يدفع", "qui décide et qui paie",
            "quién decide y quién paga", "кто решает и кто платит", "cine hotărăște și cine plătește",
        ),
        (
            "three views", "三种视角", "ثلاث وجهات نظر", "trois regards",
            "tres miradas", "три взгляда", "trei priviri",
        ),
    ),
    "workshop": (
        (
            "a working session", "动手工作坊", "جلسة عمل", "séance de travail",
            "sesión de trabajo", "рабочая встреча", "sesiune de lucru",
        ),
        (
            "writing a checklist", "共拟清单", "كتابة قائمة تحقق", "rédiger une liste de contrôle",
            "redactar una lista de control", "составляем памятку", "scriem o listă de verificare",
        ),
    ),
    "open-forum": (
        (
            "practitioners report", "一线报告", "تقارير من الميدان", "paroles de terrain",
            "informes desde el terreno", "рассказы практиков", "rapoarte din teren",
        ),
        (
            "results and next steps", "成果与下一步", "النتائج والخطوات التالية", "bilan et suites",
            "resultados y próximos pasos", "итоги и дальнейшие шаги", "rezultate și pași următori",
        ),
    ),
    "town-hall": (
        (
            "questions from the floor", "现场提问", "أسئلة من القاعة", "questions de la salle",
            "preguntas de la sala", "вопросы из зала", "întrebări din sală",
        ),
    ),
    "release": (
        (
            "release of a handbook", "手册发布", "إطلاق دليل", "parution d'un guide",
            "presentación de una guía", "выпуск справочника", "lansarea unui ghid",
        ),
    ),
    "lightning-talk": (
        (
            "in ten minutes", "十分钟讲清楚", "في عشر دقائق", "en dix minutes",
            "en diez minutos", "за десять минут", "în zece minute",
        ),
    ),
}  # fmt: skip

METHODS: dict[str, tuple[tuple[str, ...], ...]] = {
    "keynote": (
        (
            "Questions are taken from the room and from the screen in one queue.",
            "现场与线上的提问同列一个队列。",
            "تؤخذ الأسئلة من القاعة والشاشة في طابور واحد.",
            "Les questions de la salle et de l'écran sont prises dans la même file.",
            "Las preguntas de la sala y de la pantalla se toman en una sola fila.",
            "Вопросы из зала и с экрана принимаются в одной очереди.",
            "Întrebările din sală și de pe ecran sunt luate într-un singur rând.",
        ),
    ),
    "panel": (
        (
            "Each panellist has four minutes; the rest belongs to the audience.",
            "每位嘉宾发言四分钟，其余时间留给听众。",
            "لكل متحدث أربع دقائق، وما بقي للحضور.",
            "Chaque intervenant dispose de quatre minutes, le reste revient à la salle.",
            "Cada panelista tiene cuatro minutos; el resto es del público.",
            "У каждого участника четыре минуты, остальное время принадлежит залу.",
            "Fiecare vorbitor are patru minute; restul îi aparține publicului.",
        ),
    ),
    "workshop": (
        (
            "Small groups work at tables and report back in the language they choose.",
            "与会者分组讨论，并用自己选择的语言汇报。",
            "تعمل مجموعات صغيرة حول الطاولات وتعرض نتائجها باللغة التي تختارها.",
            "De petits groupes travaillent à table et rendent compte dans la langue de leur choix.",
            "Grupos pequeños trabajan en mesas e informan en la lengua que elijan.",
            "Малые группы работают за столами и докладывают на выбранном языке.",
            "Grupuri mici lucrează la mese și raportează în limba aleasă.",
        ),
    ),
    "open-forum": (
        (
            "A short report opens the floor to questions.",
            "简短报告之后即开放提问。",
            "يفتح تقرير قصير باب الأسئلة.",
            "Un court rapport ouvre la discussion.",
            "Un breve informe abre el turno de preguntas.",
            "Короткий доклад открывает обсуждение.",
            "Un scurt raport deschide discuția.",
        ),
    ),
    "town-hall": (
        (
            "There are no opening statements: the first word is a question.",
            "不设开场致辞，第一句话就是提问。",
            "لا كلمات افتتاحية: أول ما يقال سؤال.",
            "Pas de déclaration liminaire : le premier mot est une question.",
            "No hay discursos de apertura: la primera palabra es una pregunta.",
            "Вступительных речей нет: первым звучит вопрос.",
            "Fără discursuri de deschidere: primul cuvânt este o întrebare.",
        ),
    ),
    "release": (
        (
            "The authors explain how the text was made and where it is weak.",
            "编者说明成书经过与不足之处。",
            "يشرح المؤلفون كيف كُتب النص وأين يقصّر.",
            "Les auteurs expliquent comment le texte est né et où il reste faible.",
            "Los autores explican cómo se hizo el texto y dónde es débil.",
            "Авторы расскажут, как создавался текст и в чём его слабости.",
            "Autorii explică cum s-a scris textul și unde este slab.",
        ),
    ),
    "lightning-talk": (
        (
            "Ten minutes of talk, five of questions.",
            "演讲十分钟，提问五分钟。",
            "عشر دقائق للعرض وخمس للأسئلة.",
            "Dix minutes d'exposé, cinq de questions.",
            "Diez minutos de charla, cinco de preguntas.",
            "Десять минут доклада, пять минут вопросов.",
            "Zece minute de prezentare, cinci de întrebări.",
        ),
    ),
}


def tail(kind: str, number: int, language: str) -> str:
    """Return the tail of a title in a language."""
    rows = TAILS[kind]
    return rows[number % len(rows)][LANGUAGES.index(language)]


def method(kind: str, number: int, language: str) -> str:
    """Return the sentence on how a session of this kind is held, in a language."""
    rows = METHODS[kind]
    return rows[number % len(rows)][LANGUAGES.index(language)]
