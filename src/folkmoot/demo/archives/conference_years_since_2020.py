"""The World Internet Conference since 2020, the year of a cancelled edition."""

from __future__ import annotations

from folkmoot.demo.archives.conference_facts import (
    EXPECTED,
    HYBRID,
    PLACE,
    dates,
    name_since_2021,
    theme,
    theme_zh,
)
from folkmoot.demo.archives.facts import NEARLY, Figure, Words, Year
from folkmoot.demo.archives.labels import three

RECENT: tuple[Year, ...] = (
    Year(
        2020,
        three(
            "World Internet Conference - Internet Development Forum",
            "مؤتمر الإنترنت العالمي - منتدى تنمية الإنترنت",
            "世界互联网大会·互联网发展论坛",
        ),
        (
            dates("2020-11-23", "2020-11-24"),
            PLACE,
            Words(
                "remark",
                three("held in place of a cancelled edition", "عُقد بدلًا من دورة ملغاة", "代替取消的一届"),
            ),
            Words("mode", three("on site and online, small", "حضوريًّا وعبر الإنترنت، مصغّر", "线上线下结合，小规模")),
            theme("Digital empowerment for a better future - building a community with a shared future in cyberspace"),
            theme_zh("数字赋能 共创未来——携手构建网络空间命运共同体"),
            Figure("main-forums", 2),
            Figure("sub-forums", 5),
            Figure("exhibitors", 130),
            Figure("achievements", 15),
            Figure("achievement-submissions", 300),
            Figure("achievement-jury", 40),
            Figure("competition-projects", 1000),
            Figure("competition-countries", 15),
            Figure("competition-final", 10),
        ),
        (
            "press text of 2020",
            "big5.china.com.cn/.../2020-11/03/content_76927203.htm (Xinhua 2020-11-02)",
            "authorityngr.com/2020/11/28/world-internet-conference-internet-development-forum-concludes",
            "china.org.cn/china/2020-11/05/content_76880559_4.htm (SCIO briefing)",
            "wuzhenwic.org/2020-10/16/c_549500.htm",
            "m.yibaidns.com/a/202011/03/WS5fa0aae6a31024ad0ba82a9e.html",
        ),
        EXPECTED,
    ),
    Year(
        2021,
        name_since_2021(2021),
        (
            dates("2021-09-26", "2021-09-28"),
            PLACE,
            HYBRID,
            theme(
                "Towards a new era of digital civilization - building a community with a shared future in cyberspace"
            ),
            theme_zh("迈向数字文明新时代——携手构建网络空间命运共同体"),
            Figure("participants", 2000, NEARLY),
            Figure("countries", 80),
            Figure("sub-forums", 20),
            Figure("exhibitors", 300),
            Figure("achievements", 14),
            Figure("achievement-submissions", 300),
            Figure("achievement-jury", 40),
            Figure("competition-projects", 1012),
        ),
        (
            "press text of 2021",
            "en.people.cn/n3/2021/0911/c90000-9895051.html",
            "english.scio.gov.cn/pressroom/2021-09/17/content_77758743_5.htm",
            "jswx.gov.cn/csj/zj/202109/t20210926_2860917.shtml",
            "foreignaffairs.co.nz/2021/09/28 (SCIO text)",
        ),
        EXPECTED,
    ),
    Year(
        2022,
        name_since_2021(2022),
        (
            dates("2022-11-09", "2022-11-11"),
            PLACE,
            HYBRID,
            theme(
                "Building a connected world and creating a digital future together"
                " - building a community with a shared future in cyberspace",
                "rendered",
            ),
            Words(
                "remark",
                three(
                    "the theme in English is our rendering of the Chinese",
                    "الموضوع بالإنجليزية ترجمتنا عن الصينية",
                    "英文主题由本站译自中文",
                ),
            ),
            theme_zh("共建网络世界 共创数字未来——携手构建网络空间命运共同体"),
            Figure("participants", 2100),
            Figure("countries", 120),
            Figure("sub-forums", 20),
            Figure("achievements", 15),
            Figure("achievement-submissions", 257),
        ),
        (
            "press text of 2022",
            "en.people.cn/n3/2022/1101/c90000-10165760.html",
            "ezhejiang.gov.cn/2023-11/09/c_937764.htm",
            "bigger.sqcfn.com/F_65873012.html (Zhejiang Online, 2022 list)",
        ),
        EXPECTED,
    ),
    Year(
        2023,
        name_since_2021(2023),
        (
            dates("2023-11-08", "2023-11-10"),
            PLACE,
            HYBRID,
            theme(
                "Creating an inclusive and resilient digital world beneficial to all"
                " - building a community with a shared future in cyberspace"
            ),
            Figure("participants", 1800),
            Figure("countries", 126),
            Figure("sub-forums", 20),
            Figure("exhibitors", 580),
            Figure("exhibitor-countries", 48),
            Figure("competition-projects", 1005),
            Figure("competition-countries", 23),
            Figure("competition-final", 81),
            Figure("outstanding-cases", 13),
        ),
        (
            "ktre.com/prnewswire/2023/11/09 (CRI Online)",
            "archyde.com highlights-of-the-2023-world-internet-conference (Zhejiang Daily)",
            "breakinglatest.news wuzhen-summit-2023",
            "isc.org.cn/article/17253789284429824.html",
        ),
        EXPECTED,
    ),
    Year(
        2024,
        name_since_2021(2024),
        (
            dates("2024-11-19", "2024-11-22"),
            PLACE,
            theme(
                "Embracing a people-centred and AI-for-good digital future"
                " - building a community with a shared future in cyberspace"
            ),
            Figure("sub-forums", 24),
            Figure("outstanding-cases", 13),
        ),
        (
            "prnewswire.com ... 302286990 (2024-10-24)",
            "bastillepost.com/global/article/4270074",
            "german.cri.cn/2024/11/22",
            "dudu123.com/86159.html",
            "news.devevil.com (SCMP text) 539900",
        ),
        EXPECTED,
    ),
    Year(
        2025,
        name_since_2021(2025),
        (
            PLACE,
            Figure("competition-projects", 1082),
            Figure("competition-countries", 29),
            Figure("competition-final", 71),
        ),
        ("chinadaily.com.cn/business/full_coverage/69080aa2a310f215074b89fa",),
        EXPECTED,
    ),
)
