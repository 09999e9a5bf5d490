"""What the facts of archives are called, and how sure their sources were, in three languages."""

from __future__ import annotations

from folkmoot.kit.text import Text

JOINT: dict[str, str] = {"en": ", ", "ar": "، ", "zh-Hans": "、"}


def three(en: str, ar: str, zh: str) -> Text:
    """Return a text in English, Arabic and Chinese."""
    return Text.of(en, "en", ar=ar, zh_Hans=zh)


MISSING = three("Not in the sources read", "غير وارد في المصادر المقروءة", "所读资料未载")

STATUSES: dict[str, Text] = {
    "about": three("about %(number)s", "نحو %(number)s", "约%(number)s"),
    "about-or-over": three("about or over %(number)s", "نحو %(number)s أو أكثر", "约%(number)s或以上"),
    "nearly": three("nearly %(number)s", "ما يقارب %(number)s", "近%(number)s"),
    "over": three("more than %(number)s", "أكثر من %(number)s", "超过%(number)s"),
    "invited": three("more than %(number)s invited", "أكثر من %(number)s مدعو", "受邀者超过%(number)s"),
    "per-cent": three("%(number)s %%", "%(number)s %%", "%(number)s%%"),
    "about-per-cent": three("about %(number)s %%", "نحو %(number)s %%", "约%(number)s%%"),
}

LABELS: dict[str, Text] = {
    "dates": three("Dates", "التواريخ", "日期"),
    "place": three("Place", "المكان", "地点"),
    "remark": three("Remark", "ملاحظة", "备注"),
    "mode": three("Form", "الصيغة", "形式"),
    "theme": three("Theme, in English", "الموضوع بالإنجليزية", "主题（英文）"),
    "theme-zh": three("Theme, in Chinese", "الموضوع بالصينية", "主题（中文）"),
    "participants": three("Participants", "المشاركون", "与会者"),
    "countries": three("Countries and areas", "البلدان والمناطق", "国家和地区"),
    "main-forums": three("Main forums", "المنتديات الرئيسية", "主论坛"),
    "sub-forums": three("Sub-forums", "المنتديات الفرعية", "分论坛"),
    "exhibitors": three("Exhibitors", "العارضون", "参展机构"),
    "exhibitor-countries": three(
        "Countries and areas of exhibitors", "بلدان ومناطق العارضين", "参展机构所在国家和地区"
    ),
    "new-products": three("New products at the expo", "منتجات جديدة في المعرض", "博览会新产品"),
    "signings": three("Projects signed at the expo", "مشاريع وُقّعت في المعرض", "博览会签约项目"),
    "achievements": three("Leading achievements released", "الإنجازات المعلنة", "发布的领先科技成果"),
    "achievement-submissions": three("Submissions for achievements", "طلبات الترشيح للإنجازات", "领先科技成果申报"),
    "achievement-jury": three("Experts who selected achievements", "خبراء اختيار الإنجازات", "领先科技成果评审专家"),
    "competition-projects": three("Projects in the competition", "مشاريع المسابقة", "大赛项目"),
    "competition-countries": three(
        "Countries and areas in the competition", "بلدان ومناطق المسابقة", "大赛涉及国家和地区"
    ),
    "competition-final": three("Projects in the final", "مشاريع النهائي", "决赛项目"),
    "outstanding-cases": three("Outstanding cases", "الحالات المتميزة", "精品案例"),
    "onsite": three("On site", "حضوريًّا", "现场参加"),
    "online": three("Online", "عبر الإنترنت", "线上参加"),
    "registrations": three("Registrations", "التسجيلات", "注册"),
    "sessions": three("Sessions", "الجلسات", "会议场次"),
    "first-timers": three("First-timers", "المشاركون لأول مرة", "首次参加者"),
    "gender-male": three("Gender: male", "الجنس: ذكر", "性别：男"),
    "gender-female": three("Gender: female", "الجنس: أنثى", "性别：女"),
    "members-of-parliament": three("Members of parliament", "أعضاء البرلمانات", "议员"),
    "parliament-countries": three(
        "Countries and areas of members of parliament", "بلدان ومناطق أعضاء البرلمانات", "议员所属国家和地区"
    ),
    "group-government": three("Group: government", "الفئة: حكومات", "类别：政府"),
    "group-civil-society": three("Group: civil society", "الفئة: المجتمع المدني", "类别：民间社会"),
    "group-private-sector": three("Group: private sector", "الفئة: القطاع الخاص", "类别：私营部门"),
    "group-technical-community": three("Group: technical community", "الفئة: المجتمع التقني", "类别：技术社群"),
    "group-igo": three("Group: intergovernmental organisations", "الفئة: منظمات حكومية دولية", "类别：政府间组织"),
    "group-press": three("Group: press", "الفئة: الصحافة", "类别：新闻界"),
    "region-weog": three(
        "Region: Western European and Others", "المنطقة: أوروبا الغربية ودول أخرى", "区域：西欧和其他"
    ),
    "region-asia-pacific": three("Region: Asia Pacific", "المنطقة: آسيا والمحيط الهادئ", "区域：亚太"),
    "region-africa": three("Region: Africa", "المنطقة: أفريقيا", "区域：非洲"),
    "region-grulac": three(
        "Region: Latin America and Caribbean", "المنطقة: أمريكا اللاتينية والكاريبي", "区域：拉丁美洲和加勒比"
    ),
    "region-igo": three("Region: intergovernmental organisations", "المنطقة: منظمات حكومية دولية", "区域：政府间组织"),
    "region-eastern-europe": three("Region: Eastern Europe", "المنطقة: أوروبا الشرقية", "区域：东欧"),
}
