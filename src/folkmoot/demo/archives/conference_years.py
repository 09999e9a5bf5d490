"""The World Internet Conference from 2014 to 2019."""

from __future__ import annotations

from folkmoot.demo.archives.conference_facts import EXPECTED, PLACE, dates, name_before_2020, theme, theme_zh
from folkmoot.demo.archives.facts import ABOUT, ABOUT_OR_OVER, INVITED, Figure, Words, Year
from folkmoot.demo.archives.labels import three

EARLY: tuple[Year, ...] = (
    Year(
        2014,
        name_before_2020(2014),
        (
            dates("2014-11-19", "2014-11-21"),
            PLACE,
            theme("An interconnected world shared and governed by all"),
            theme_zh("互联互通 共享共治"),
            Figure("participants", 1000, ABOUT),
            Figure("countries", 100, ABOUT_OR_OVER),
        ),
        (
            "chinaservicesinfo.com/s/201812/26/WS5c232773498eb4f01ff253d4",
            "german.beijingreview.com.cn 2014-12/25 content_660854",
            "m.jnnc.com/finance/p/832418.html (2021-09-26, theme history)",
        ),
        EXPECTED,
    ),
    Year(
        2015,
        name_before_2020(2015),
        (
            dates("2015-12-16", "2015-12-18"),
            PLACE,
            theme(
                "An interconnected world shared and governed by all - building a cyberspace community of shared destiny"
            ),
            Figure("participants", 2000),
            Figure("countries", 120),
            Figure("exhibitors", 258),
        ),
        (
            "chinaservicesinfo.com/s/201812/26/WS5c232773498eb4f01ff253d4",
            "global.chinadaily.com.cn/chinawatch_fr/2015-12/16/content_22726048.htm",
            "3news.cn/yaowen/2015/1218/56872.html",
        ),
        EXPECTED,
    ),
    Year(
        2016,
        name_before_2020(2016),
        (
            dates("2016-11-16", "2016-11-18"),
            PLACE,
            theme(
                "Innovation driven, for the benefit of mankind - building a community of shared destiny in cyberspace",
                "corrected",
            ),
            Words(
                "remark",
                three(
                    "the wording of the theme was corrected",
                    "صُحّحت صياغة الموضوع",
                    "主题措辞经订正",
                ),
            ),
            theme_zh("创新驱动 造福人类——携手共建网络空间命运共同体"),
            Figure("exhibitors", 300, ABOUT),
            Figure("achievements", 15),
            Figure("achievement-jury", 33),
        ),
        (
            "press text of 2016",
            "ecns.cn/voices/2017/12-04/283061.shtml",
            "zgkjsz.com/page/2016/1223/422655.shtml",
            "german.people.com.cn/n3/2016/1027/c209048-9133526.html (dates)",
        ),
        EXPECTED,
    ),
    Year(
        2017,
        name_before_2020(2017),
        (
            dates("2017-12-03", "2017-12-05"),
            PLACE,
            theme(
                "Developing the digital economy for openness and shared benefits"
                " - building a community of common future in cyberspace"
            ),
            theme_zh("发展数字经济 促进开放共享"),
            Figure("sub-forums", 20),
            Figure("exhibitors", 400),
            Figure("new-products", 118),
            Figure("signings", 113),
        ),
        (
            "pandaily.com/4th-world-internet-conference-begins-wuzhen-next-month",
            "ecns.cn/voices/2017/12-04/283061.shtml",
            "m.jnnc.com/finance/p/832418.html (2021-09-26, theme history)",
        ),
        EXPECTED,
    ),
    Year(
        2018,
        name_before_2020(2018),
        (
            dates("2018-11-07", "2018-11-09"),
            PLACE,
            theme(
                "Creating a digital world for mutual trust and collective governance"
                " - towards a community with a shared future in cyberspace"
            ),
            theme_zh("创造互信共治的数字世界"),
            Figure("participants", 1500, INVITED),
            Figure("sub-forums", 19),
            Figure("achievements", 15),
        ),
        (
            "newsgd.com/news/2018-11/06/content_183968711.htm",
            "thai.cri.cn/247/2018/11/08/62s273619.htm",
            "m.jnnc.com/finance/p/832418.html (2021-09-26, theme history)",
        ),
        EXPECTED,
    ),
    Year(
        2019,
        name_before_2020(2019),
        (
            dates("2019-10-20", "2019-10-22"),
            PLACE,
            theme(
                "Intelligent interconnection for openness and cooperation"
                " - building a community with a shared future in cyberspace"
            ),
            theme_zh("智能互联 开放合作——携手共建网络空间命运共同体"),
            Figure("participants", 1500),
            Figure("countries", 70),
            Figure("sub-forums", 20),
            Figure("achievements", 15),
            Figure("competition-projects", 400),
            Figure("competition-final", 10),
        ),
        (
            "Xinhua 2019-10-20 via lucaturilli.net/n3/2019/1020/c90000-9624659.html",
            "ex.chinadaily.com.cn ... WS5dafa48aa310cf3e35571ff8 (2019-10-23)",
            "chanye.cwan.com/it/2019/1014/3383.html",
            "juduo.cc/tech/63457.html",
        ),
        EXPECTED,
    ),
)
