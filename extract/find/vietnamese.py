"""Which words can be a syllable of a Vietnamese name."""

import re

# Onset, vowels, coda of a syllable without its diacritics.
_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnpqrstvx])?"
    r"(?:uye|uya|uyu|ieu|yeu|oai|oao|oay|oeo|uay|uoi|uou|uao|ai|ao|au|ay|eo|eu|ia|ie|iu|oa|oe|oi|ua|ue|ui|uo|uu|uy|ye|yu|[aeiouy])"
    r"(?:ch|nh|ng|[cmnpt])?"
)


def is_syllable(folded: str) -> bool:
    """Whether ``folded`` is built like a Vietnamese syllable (or is an initial).

    >>> is_syllable("nguyen"), is_syllable("trung"), is_syllable("meets")
    (True, True, False)
    """
    return len(folded) == 1 or (len(folded) <= 7 and _SYLLABLE.fullmatch(folded) is not None)
