"""Scores: an output against labels made by hand, or one labelling against another.

The modules in reading order: ``labels`` what is scored, ``gold`` and ``output`` read it, ``align``
pairs it one to one, ``rows`` lays the pairs out in one table, ``values`` compares two values,
``schemes`` and ``facts`` count, ``bootstrap`` gives the intervals, ``scores`` puts all together,
``report`` prints, ``errors`` lists what is wrong, ``export`` writes an output as labels to correct,
``freeze`` keeps an output and its scores.

How it scores:

* A gold mention and an output mention can be paired where their spans ``[start, end)`` share a
  character. Pairing is one to one and optimal (see ``align``); no order of lines changes it.
* The four schemes are those of SemEval-2013 task 9: ``strict`` (span and type), ``exact`` (span),
  ``partial`` (span; half a point for an overlap), ``type`` (type, any overlap). A type's own row
  leaves the other types out: a mention found under another type is missed there and spurious here.
* ``record`` is strict with all record attributes right (``labels.RECORD_ATTRIBUTES``).
* How two values are compared: see ``values``; facts: see ``facts``.
* Intervals are 95 % percentile intervals of a bootstrap over sentences with a fixed seed.
"""

from extract.score.gold import read_gold
from extract.score.labels import LabelError, Labels
from extract.score.output import read_output
from extract.score.scores import Scores, agreement, score, score_folders

__all__ = [
    "LabelError",
    "Labels",
    "Scores",
    "agreement",
    "read_gold",
    "read_output",
    "score",
    "score_folders",
]
