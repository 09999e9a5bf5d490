"""Invented organisations with their kind of actor; each name in the language in which it would be registered."""

from __future__ import annotations

from folkmoot.demo.plan import OrganisationPlan
from folkmoot.kit.text import Text

# kind of actor: (language, name, English name where the original is another)
_NAMES: dict[str, tuple[tuple[str, str, str], ...]] = {
    "government": (
        ("en", "Ministry of Posts and Networks of the Isles of Veyra", ""),
        ("en", "Office for Connectivity, Harbour Province", ""),
        ("en", "Regulator for Waves and Wires, Aldmoor", ""),
        ("en", "Digital Service of the City of Brackwater", ""),
        ("zh-Hans", "云汀市数字服务局", "Digital Services Office of Yunting"),
        ("ar", "وزارة الاتصالات في إقليم المنارات", "Ministry of Communications, Manarat Region"),
        ("fr", "Agence du numérique de Valmarée", "Digital Agency of Valmarée"),
        ("es", "Secretaría de Conectividad de Costaluz Mayor", "Secretariat for Connectivity of Costaluz Mayor"),
        ("ru", "Ведомство связи Приозёрного края", "Communications Office of the Priozyorny Territory"),
        ("ro", "Autoritatea pentru Rețele din Valea Undrei", "Network Authority of the Undrea Valley"),
    ),
    "international-organisation": (
        ("en", "Union of Lighthouse Cities", ""),
        ("en", "Secretariat of the Convention on Open Cables", ""),
        ("fr", "Organisation des ports numériques", "Organisation of Digital Ports"),
        ("en", "Common Fund for Repair and Relay", ""),
        ("en", "Bureau of Comparable Measures", ""),
    ),
    "company": (
        ("en", "Saltmarsh Networks Cooperative", ""),
        ("en", "Quiet Harbour Exchange", ""),
        ("en", "Tallow & Wick Hosting", ""),
        ("en", "Ninefold Relay Works", ""),
        ("en", "Plumbline Measuring Instruments", ""),
        ("zh-Hans", "听潮智联有限公司", "Tingchao Links"),
        ("zh-Hans", "拾灯软件工作室", "Shideng Software Studio"),
        ("ar", "شركة الشراع الرقمي المتخيَّلة", "The Digital Sail"),
        ("fr", "Câbles et Marées associés", "Cables and Tides Associates"),
        ("es", "Antenas del Páramo Alto", "High Moor Antennas"),
        ("ru", "Мастерская «Тихая волна»", "Quiet Wave Workshop"),
        ("ro", "Atelierul Fir Lung", "Long Wire Workshop"),
        ("en", "Heron & Hatch Interpretation Systems", ""),
        ("sw", "Kampuni ya Mawimbi Saba", "Seven Waves Company"),
    ),
    "technical-community": (
        ("en", "Working Group on Dependable Names", ""),
        ("en", "Guild of Route Keepers", ""),
        ("en", "Neighbourhood Exchange Operators' Circle", ""),
        ("en", "Menders of Open Protocols", ""),
        ("zh-Hans", "山海根服务运行小组", "Shanhai Name Service Operators"),
        ("ar", "رابطة مشغّلي نقاط التبادل الصغيرة", "League of Small Exchange Operators"),
        ("es", "Grupo de Operadoras de Redes de Ladera", "Hillside Network Operators' Group"),
        ("ru", "Круг инженеров малых сетей", "Circle of Small Network Engineers"),
        ("pt", "Oficina das Rotas Seguras", "Workshop of Safe Routes"),
        ("en", "Time Servers' Fellowship", ""),
    ),
    "civil-society": (
        ("en", "Foundation for the Slow Link", ""),
        ("en", "Readers' League for Plain Notices", ""),
        ("en", "Lantern Fund for Community Networks", ""),
        ("en", "Society of Forgotten Passwords", ""),
        ("zh-Hans", "乡音档案公益社", "Village Voices Archive"),
        ("ar", "جمعية حروفنا على الشاشة", "Our Letters on the Screen"),
        ("fr", "Collectif Dernier Kilomètre", "Last Kilometre Collective"),
        ("fr", "Ligue des usagers patients", "League of Patient Users"),
        ("es", "Red de Radios y Fibras Vecinales", "Network of Neighbourhood Radios and Fibres"),
        ("sw", "Umoja wa Mitandao ya Kijiji", "Union of Village Networks"),
        ("pt", "Casa da Palavra Ligada", "House of the Connected Word"),
        ("ro", "Asociația Firul Roșu Digital", "Red Thread Association"),
        ("ru", "Общество «Открытая запись»", "Open Record Society"),
        ("en", "Watch on Automated Counters", ""),
    ),
    "academia": (
        ("en", "Institute of Tides", ""),
        ("en", "Centre for Comparative Queues", ""),
        ("en", "School of Public Arithmetic, Brackwater", ""),
        ("en", "Laboratory for Languages in Machines", ""),
        ("en", "Chair of Maintenance Studies, University of Aldmoor", ""),
        ("zh-Hans", "潮汐大学网络与社会研究所", "Institute of Network and Society, Tides University"),
        ("zh-Hans", "南屿语言计算中心", "Nanyu Centre for Language Computing"),
        ("ar", "معهد المدّ لدراسات الشبكة", "Al-Madd Institute of Network Studies"),
        ("fr", "Observatoire des délibérations lentes", "Observatory of Slow Deliberation"),
        ("es", "Universidad de los Tres Faros", "University of the Three Lighthouses"),
        ("ru", "Институт проверяемых вычислений", "Institute of Checkable Computation"),
        ("ro", "Școala de Studii ale Rețelei din Undrea", "Undrea School of Network Studies"),
        ("sw", "Chuo cha Lugha na Mitandao", "College of Languages and Networks"),
    ),
    "parliament": (
        ("en", "Committee on Communications, Assembly of Veyra", ""),
        ("en", "Research Service of the Aldmoor Chamber", ""),
        ("fr", "Délégation au numérique, Chambre de Valmarée", "Digital Delegation, Chamber of Valmarée"),
        ("ar", "لجنة المستقبل في مجلس المنارات", "Committee for the Future, Manarat Council"),
    ),
    "media": (
        ("en", "The Harbour Gazette (illustrative)", ""),
        ("en", "Radio Low Tide", ""),
        ("zh-Hans", "港湾晚报（示例）", "Harbour Evening (illustrative)"),
        ("ar", "إذاعة الرصيف", "Quayside Radio"),
        ("es", "Radio Ventisquera Comunitaria", "Ventisquera Community Radio"),
    ),
}  # fmt: skip


def organisations() -> tuple[OrganisationPlan, ...]:
    """Return every invented organisation, in a fixed order."""
    return tuple(
        OrganisationPlan(Text.of(name, language, en=english), kind)
        for kind, names in _NAMES.items()
        for language, name, english in names
    )
