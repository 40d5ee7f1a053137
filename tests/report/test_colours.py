"""The colours of the six types stay apart, for colour-blind readers too.

Colour blindness as simulated by Machado, Oliveira and Fernandes (2009), in full; distances are
CIE76 in CIELAB, where 2.3 is just noticeable.
"""

import re
from itertools import combinations

import numpy as np
import pytest

from report.results_of import ROOT

CSS = (ROOT / "extract" / "report" / "page" / "colours.css").read_text(encoding="utf-8")
LIGHT, DARK = CSS.split("@media (prefers-color-scheme: dark)")
KINDS = ("official", "agency", "locality", "quantity", "percentage", "date")
SIGHT = {
    "full": np.eye(3),
    "no red": [
        [0.152286, 1.052583, -0.204868],
        [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
    ],
    "no green": [
        [0.367322, 0.860646, -0.227968],
        [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
    ],
    "no blue": [
        [1.255528, -0.076749, -0.178779],
        [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
    ],
}
TO_XYZ = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
WHITE = np.array([0.95047, 1, 1.08883])


def linear(css, name):
    digits = re.search(rf"--{name}: #(\w{{6}})", css)[1]
    parts = np.array([int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)])
    return np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)


def lab(colour):
    xyz = TO_XYZ @ np.clip(colour, 0, 1) / WHITE
    x, y, z = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


def contrast(one, other):
    darker, lighter = sorted(TO_XYZ[1] @ colour for colour in (one, other))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("css", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("part", "least"), [("-paper", 12), ("", 26)])
@pytest.mark.parametrize("sight", SIGHT)
def test_types_stay_apart(css, part, least, sight):
    colours = [lab(np.array(SIGHT[sight]) @ linear(css, kind + part)) for kind in KINDS]
    assert min(np.linalg.norm(a - b) for a, b in combinations(colours, 2)) > least


@pytest.mark.parametrize("css", [LIGHT, DARK], ids=["light", "dark"])
def test_words_and_lines_stand_out(css):
    ink = linear(css, "ink")
    for kind in KINDS:
        paper = linear(css, f"{kind}-paper")
        assert contrast(ink, paper) > 5.5
        assert contrast(linear(css, kind), paper) > 2.7
