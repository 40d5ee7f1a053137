"""Articles that formats are tested on: the seeds, and texts made to break them."""

from functools import cache
from pathlib import Path

from extract import ArticleResult, extract

SEEDS = Path(__file__).parents[2] / "seeds"

HOSTILE = {
    "emoji": "🐱 On July 10, 2024, 🎉 Prime Minister Pham Minh Chinh 𠮷 met the Ministry of Health"
    " in Da Nang.\r\nExports rose 12.5% 📉📰 to 3 million tonnes in 2023.",
    "lines": "The Ministry of\nPlanning and Investment said exports rose 12.5%\r\nin 2023. The"
    " Ministry of\tHealth spent 3 million\r\ntonnes.",
    "markup": ']]> <b>Minister Tran Van Minh</b> &amp; "he" said <!-- 12% --> in 2024 ]]>',
    "control": "In\x0b2023\x0c the\x1c Ministry of Health\x00 spent\x85 12.5%\u2028of 3 million"
    " tonnes\u2029 in Da Nang\x1f.\ufeff",
    "right-to-left": "\u202eIn 2023\u202c السلام the Ministry of Health spent 12.5% של 3 tonnes.",
    "news/2024:07/a b%": "On July 10, 2024 the Ministry of Health met in Da Nang.",
    "..": "In 2023 exports rose 12.5%.",
    "ă" * 90: "In 2023 exports rose 12.5%.",
    "nothing": "It rained.",
    "blank": " \n",
}


@cache
def seeds() -> tuple[ArticleResult, ...]:
    return tuple(
        extract(path.read_bytes().decode("utf-8"), doc_id=path.stem)
        for path in sorted(SEEDS.glob("*.txt"))
    )


@cache
def hostile() -> tuple[ArticleResult, ...]:
    return tuple(
        extract(text, doc_id=doc_id, published="2024-07-12") for doc_id, text in HOSTILE.items()
    )


def everything() -> tuple[ArticleResult, ...]:
    return seeds() + hostile()
