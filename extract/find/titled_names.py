"""Puts titles and names together: which title stands beside which name."""

import re

from extract.find.names_after_titles import NamesAfterTitles
from extract.find.person_names import PersonNames
from extract.find.speaker_of_lead import speaker_of_lead
from extract.find.title_lists import LIST_LENGTH, Named, give_to_lists, heads_named_list, is_plural
from extract.find.title_text import Text
from extract.find.titles import Title
from extract.patterns import Patterns, expand

# The last letter of anything that links a name to the title behind it.
_LINKS = frozenset(",-(=uav+")
_VERBS = frozenset("uq=")  # of which one stands in a link that ends with another word
_COMMA = re.compile(",?$")
_LIST_GOES_ON = frozenset(",+")
_NO_RANKS = frozenset(("ambassador", "senator"))


_NOBODY = Named(0, 0)


class TitledNames:
    """Joins titles to names."""

    def __init__(self, patterns: Patterns, names: PersonNames) -> None:
        table = patterns.table("officials")
        grammar = {
            key: re.compile(expand(pattern, table["macros"], "patterns/officials.toml"))
            for key, pattern in table["grammar"].items()
        }
        self._separator = grammar["separator"]
        self._statement = grammar["statement"]
        self._gap = grammar["gap"]
        self._between = grammar["between_names"]
        self._portfolio = grammar["portfolio"]
        self._seat = grammar["seat"]
        self._names = names
        self._following = NamesAfterTitles(patterns, names)

    def find(self, text: Text, titles: list[Title]) -> list[Named]:
        """All names with a title beside them, in no particular order, one entry a name."""
        found: dict[int, Named] = {}  # by the token where the name ends
        chain: list[Title] = []
        for number, title in enumerate(titles):
            if text.letters[title.start] == "Q" and self._letters_behind(text, chain, title, found):
                chain = []
                continue
            name = self._following.direct(text, title)
            if chain and not self._chained(text, chain[-1], title, name):
                self._close(text, chain, None, found)
                chain = []
            chain.append(title)
            if name is not None:
                self._close(text, chain, name, found)
                chain = []
            elif number + 1 == len(titles):
                self._close(text, chain, None, found)
        give_to_lists(text, titles, found.values())
        for match in self._seat.finditer(text.letters):
            start = self._names.before(text, match.start())
            if start is not None and match.start() not in found:
                found[match.start()] = Named(start, match.start(), [], "party-and-seat")
        speaker = speaker_of_lead(text, titles, found, self._names)
        if speaker is not None:
            found[speaker.end] = speaker
        return list(found.values())

    def _letters_behind(
        self, text: Text, chain: list[Title], title: Title, found: dict[int, Named]
    ) -> bool:
        """Give `TD` in `the Minister for Finance, Ana Ruiz TD,` to the name before it."""
        if title.end > title.head_end or text.letters[title.end : title.end + 1].isupper():
            return False  # the MP for Suame; MP Ana Ruiz
        if chain:
            self._close(text, chain, None, found)
            chain.clear()
        before = self._before(text, title, found)
        self._take_after(text, found, before, [title])
        return True

    def _chained(self, text: Text, one: Title, other: Title, name: tuple[int, int] | None) -> bool:
        """Whether two titles are of one person: `A, Member of …; Secretary of …; B, …`."""
        if self._gap.fullmatch(text.letters, one.end, other.start) is None:
            return False
        if text.letters[one.end] != ";":
            return True
        return (
            name is None
            and not is_plural(text, other)
            and self._following.after_comma(text, other) is None
        )

    def _close(
        self, text: Text, chain: list[Title], name: tuple[int, int] | None, found: dict[int, Named]
    ) -> None:
        """Give the titles of a chain to the name before it, the name after it, or both."""
        before = self._before(text, chain[0], found)
        if name is not None:
            split = 0 if before is None else self._last_group(text, chain, before, found)
            alone = name[1] - name[0] == 1 and len(chain) > 1
            if alone and "+" in text.letters[chain[-2].end : chain[-1].start]:
                # Two people: `the Prime Minister and President Hollande`. A surname has one title.
                split = len(chain) - 1
            self._take_all(text, found, name, chain[split:], "title-before-name")
            self._take_after(text, found, before, chain[:split])
            return
        after = self._following.after_comma(text, chain[-1])
        # A list that goes on: title, name, title, name.
        rule = _NOBODY.rule if before is None else found.get(before[1], _NOBODY).rule
        goes_on = rule == "title-comma-name" or (
            rule == "title-before-name"
            and text.letters[chain[0].start - 1] == "d"
            and after is not None
            and after[1] - after[0] > 1
            and text.letters[after[1] : after[1] + 1] in _LIST_GOES_ON
        )
        if goes_on and before is not None:
            goes_on = "-" not in text.letters[before[1] : chain[0].start]  # A - Director, B - …
        if before is not None and not (goes_on and after is not None):
            self._take_after(text, found, before, chain)
            return
        if is_plural(text, chain[-1]):
            self._portfolios(text, chain[-1], found)
        if after is not None and heads_named_list(text, chain[-1], after[1]):
            return  # provincial leaders: Ana Ruiz - Chairwoman of …
        if after is not None:
            self._take_all(text, found, after, chain, "title-comma-name")
        elif not self._is_said(text, chain[-1], found):
            self._state(text, chain[0], found)

    def _take_all(
        self,
        text: Text,
        found: dict[int, Named],
        name: tuple[int, int],
        titles: list[Title],
        rule: str,
    ) -> None:
        """Put titles before a name, and before the others of its list after a plural."""
        self._take(found, name, titles, rule, first=True)
        if is_plural(text, titles[-1]):
            self._further(text, name, titles, found)

    def _take_after(
        self,
        text: Text,
        found: dict[int, Named],
        name: tuple[int, int] | None,
        titles: list[Title],
    ) -> None:
        """Put titles behind a name; a plural there begins something else."""
        own = [title for title in titles if not is_plural(text, title)]
        if name is not None and own:
            self._take(found, name, own, "name-before-title")

    def _take(
        self,
        found: dict[int, Named],
        name: tuple[int, int],
        titles: list[Title],
        rule: str,
        first: bool = False,
    ) -> None:
        named = found.get(name[1])
        if named is None:
            found[name[1]] = Named(*name, list(titles), rule)
        elif first:
            named.titles[:0] = titles
        else:
            named.titles.extend(titles)

    def _before(self, text: Text, title: Title, found: dict[int, Named]) -> tuple[int, int] | None:
        """The name before a title: with comma, dash, bracket, `as` or `who is`."""
        if text.letters[title.start] == "Q" and title.end == title.head_end:
            return self._name_left(text, _COMMA, title, found)
        return self._name_left(text, self._separator, title, found)

    def _name_left(
        self, text: Text, link: re.Pattern[str], title: Title, found: dict[int, Named]
    ) -> tuple[int, int] | None:
        last = title.start - 1
        if link is not _COMMA:
            last -= text.letters[last] == "d"
            if last < 0 or text.letters[last] not in _LINKS:
                return None
            near = text.letters[max(0, last - 4) : last]
            if text.letters[last] in "va" and _VERBS.isdisjoint(near):
                return None
        begin = max(0, title.start - 12)
        match = link.search(text.letters, begin, title.start)
        if match is None or match.start() == 0:
            return None
        if (
            "(" in match.group()
            and ")" not in match.group()
            and text.letters[title.end : title.end + 1] not in ("", ")", ",", ";", "-", "+")
        ):
            return None
        dash = text.letters.find("-", match.start(), title.start)
        party = match.group().startswith(",I-")  # Rep. Ana Ruiz, R-Minn., the majority whip
        if not party and dash >= 0 and text.glued(dash) and text.document.words[dash] == "-":
            return None
        end = match.start()
        letters = text.letters
        if letters[end - 1] == "Q":
            end -= 2 if letters[end - 2] == "," else 1
        known = found.get(end)
        if known is not None:
            return known.start, known.end
        start = self._names.before(text, end)
        return None if start is None else (start, end)

    def _is_said(self, text: Text, title: Title, found: dict[int, Named]) -> bool:
        """A statement with the title first: `The member of the Commission is Ana Ruiz`."""
        at = title.end
        if text.letters[at : at + 1] != "u" or text.document.norms[at] not in ("is", "was"):
            return False
        name = self._following.name_at(text, at + 1)
        if name is None or text.letters[name[0]] == "C":
            return False
        if name[1] - name[0] < 2 and (title.end == title.head_end or text.letters[name[0]] == "X"):
            return False
        found.setdefault(name[1], Named(*name, [], "name-is-title")).stated = title
        return True

    def _state(self, text: Text, title: Title, found: dict[int, Named]) -> None:
        name = self._name_left(text, self._statement, title, found)
        if name is not None:
            named = found.setdefault(name[1], Named(*name, [], "name-is-title"))
            named.stated = title

    def _last_group(
        self,
        text: Text,
        chain: list[Title],
        before: tuple[int, int],
        found: dict[int, Named],
    ) -> int:
        """Where, in a chain between two names, the titles of the second begin."""
        first = len(chain) - 1
        dashed = "-" in text.letters[before[1] : chain[0].start]  # A - Director, Colonel B - …
        titled = before[1] in found
        while first > 0:
            gap = text.letters[chain[first - 1].end : chain[first].start]
            rank = (
                not dashed
                and text.letters[chain[first].head] in "RGF"
                and text.document.norms[chain[first].head] not in _NO_RANKS
                and not (titled and "+" in gap)
            )
            # Minister A, Head of X and Chair of Y B: A has a title of his own.
            if gap and not rank and not (titled and gap == "+"):
                break
            first -= 1
            if rank and first == 0:
                break
        return first

    def _portfolios(self, text: Text, title: Title, found: dict[int, Named]) -> None:
        """Names with portfolios: Cabinet Secretaries … A (Interior), B (Treasury)."""
        stop = title.end + LIST_LENGTH
        for match in self._portfolio.finditer(text.letters, title.end, stop):
            start = self._names.before(text, match.start())
            if start is None or "\n" in text.letters[title.end : start]:
                return
            self._take(found, (start, match.start()), [title], "title-of-list", first=True)

    def _further(
        self, text: Text, name: tuple[int, int], titles: list[Title], found: dict[int, Named]
    ) -> None:
        """The other names of a list under one plural title."""
        end = name[1]
        for _ in range(30):
            match = self._between.match(text.letters, end)
            following = self._following.name_at(text, match.end()) if match else None
            if following is None:
                return
            self._take(found, following, titles, "title-of-list", first=True)
            end = following[1]
