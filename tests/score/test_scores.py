import random
import time
from pathlib import Path

import msgspec
import pytest

from extract.score import LabelError, agreement, score_folders
from extract.score.export import export
from extract.score.output import read_output
from extract.score.scores import ALL
from score.labels_of import TEXT, fact, labels, mention, write_gold, write_lines, write_output

ROOT = Path(__file__).parents[2]
GOLD, SEEDS = ROOT / "gold", ROOT / "seeds"


def seeds_as_output(folder, change=lambda articles: articles):
    """An output folder whose mentions are the gold's, changed."""
    articles = list(read_output(GOLD, SEEDS).articles.values())
    write_output(folder, change(articles))
    return folder


def test_gold_against_itself_is_right_everywhere(tmp_path):
    scores, _ = score_folders(seeds_as_output(tmp_path), GOLD)
    for found in scores.mentions.values():
        assert found.gold == found.output > 0
        for scheme in found.schemes.values():
            assert (scheme.precision, scheme.recall, scheme.f1) == (1.0, 1.0, 1.0)
            assert scheme.interval == (1.0, 1.0)
            assert scheme.correct == found.gold
        assert {a.accuracy for a in found.attributes.values()} <= {1.0}
    facts = scores.facts
    assert facts.gold == facts.output == facts.paired > 100
    assert (facts.measure, facts.measure_interval) == (1.0, (1.0, 1.0))
    assert {field.f1 for field in facts.fields.values()} == {1.0}
    assert {(a.strict, a.record, a.measure) for a in scores.articles.values()} == {(1.0, 1.0, 1.0)}
    assert len(scores.articles) == 5


def nothing_found(articles):
    return [article._replace(mentions=(), facts=()) for article in articles]


def no_articles(articles):
    return []


@pytest.mark.parametrize("change", [nothing_found, no_articles])
def test_an_empty_output_scores_0(tmp_path, change):
    scores, _ = score_folders(seeds_as_output(tmp_path, change), GOLD)
    for found in scores.mentions.values():
        assert found.output == 0 < found.gold
        for scheme in found.schemes.values():
            assert (scheme.precision, scheme.recall, scheme.f1) == (0.0, 0.0, 0.0)
            assert scheme.missed == found.gold
        assert {a.accuracy for a in found.attributes.values()} <= {0.0}
    assert scores.facts.measure == 0.0
    assert {field.f1 for field in scores.facts.fields.values()} == {0.0}
    assert {(a.strict, a.record) for a in scores.articles.values()} == {(0.0, 0.0)}


def test_an_output_without_a_facts_file(tmp_path):
    (seeds_as_output(tmp_path) / "facts.jsonl").unlink()
    scores, _ = score_folders(tmp_path, GOLD)
    assert scores.facts is None
    assert scores.notes == ("no facts in the output",)
    assert scores.mentions[ALL].schemes["record"].f1 == 1.0


def with_few_facts(articles):
    return [article._replace(facts=article.facts[:1]) for article in articles]


def test_missing_facts_are_missed(tmp_path):
    scores, _ = score_folders(seeds_as_output(tmp_path, with_few_facts), GOLD)
    assert (scores.facts.gold, scores.facts.output, scores.facts.paired) == (143, 5, 5)
    assert scores.facts.measure == 5 / 143


def test_no_order_of_lines_changes_anything(tmp_path):
    """Gold and output that differ, each file of both shuffled."""
    rng = random.Random(1)

    def worse(articles):
        kept = []
        for article in articles:
            moved = [dict(m) for m in article.mentions if rng.random() < 0.9]
            for m in moved:
                if rng.random() < 0.2:
                    m["end"] -= 1
                    m["text"] = m["text"][:-1]
            starts = {m["start"] for m in moved}
            facts = [f for f in article.facts if f["start"] in starts]
            kept.append(article._replace(mentions=tuple(moved), facts=tuple(facts)))
        return kept

    out, gold = tmp_path / "out", tmp_path / "gold"
    seeds_as_output(out, worse)
    export(read_output(GOLD, SEEDS), gold)
    first, _ = score_folders(out, gold)
    assert 0.5 < first.mentions[ALL].schemes["strict"].f1 < 0.95
    for path in [*out.iterdir(), *gold.iterdir()]:
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        rng.shuffle(lines)
        path.write_text("".join(lines), encoding="utf-8", newline="")
    second, _ = score_folders(out, gold)
    assert first == second


def test_both_labellings_change_places(tmp_path):
    first, second, texts = tmp_path / "1", tmp_path / "2", tmp_path / "t"
    write_gold(first, [labels(mention("date", 3, 7), mention("locality", 8, 13))])
    write_gold(second, [labels(mention("date", 0, 7), mention("locality", 8, 13, code="VN-HN"))])
    texts.mkdir()
    (texts / "a.txt").write_text(TEXT)
    found = [agreement(*pair, texts)[0] for pair in ((first, second), (second, first))]
    for scores in found:
        f1 = {name: s.f1 for name, s in scores.mentions[ALL].schemes.items()}
        assert f1 == {"strict": 0.5, "exact": 0.5, "partial": 0.75, "type": 1.0, "record": 0.0}
        accuracy = {a: s.accuracy for a, s in scores.mentions["locality"].attributes.items()}
        assert accuracy == {"name": 1.0, "kind": 1.0, "code": 0.0}
        assert scores.mentions["agency"].schemes["strict"].f1 is None


def test_a_hand_worked_case(tmp_path):
    """2024 right, Hanoi with a wrong code, 20% as a quantity, 2023 missed, a spurious agency."""
    gold = labels(
        mention("date", 3, 7),
        mention("locality", 8, 13, code="VN-HN"),
        mention("percentage", 32, 35),
        mention("date", 41, 45),
        facts=[fact(32, 35, "percentage", period_start=3)],
    )
    output = labels(
        mention("date", 3, 7),
        mention("locality", 8, 13),
        mention("quantity", 32, 35),
        mention("agency", 51, 69),
        facts=[],
    )
    write_gold(tmp_path / "gold", [gold])
    write_output(tmp_path / "out", [output])
    write_lines(tmp_path / "out" / "facts.jsonl", [])
    scores, _ = score_folders(tmp_path / "out", tmp_path / "gold")
    everything = scores.mentions[ALL].schemes
    counts = {
        name: (s.correct, s.incorrect, s.partial, s.missed, s.spurious)
        for name, s in everything.items()
    }
    assert counts == {
        "strict": (2, 1, 0, 1, 1),
        "exact": (3, 0, 0, 1, 1),
        "partial": (3, 0, 0, 1, 1),
        "type": (2, 1, 0, 1, 1),
        "record": (1, 2, 0, 1, 1),
    }
    assert [everything[s].f1 for s in ("strict", "exact", "record")] == [4 / 8, 6 / 8, 2 / 8]
    date = scores.mentions["date"].schemes["strict"]
    assert (date.precision, date.recall, date.f1) == (1.0, 0.5, 2 / 3)
    quantity = scores.mentions["quantity"].schemes["strict"]
    assert (quantity.precision, quantity.recall, quantity.f1) == (0.0, 0.0, 0.0)
    assert (scores.facts.gold, scores.facts.output, scores.facts.measure) == (1, 0, 0.0)
    assert msgspec.to_builtins(scores.articles["a"]) == {
        "gold": 4,
        "output": 4,
        "strict": 0.5,
        "record": 0.25,
        "measure": 0.0,
    }


def wrong_folder(tmp_path, gold, output, sources=()):
    write_gold(tmp_path / "gold", gold)
    write_output(tmp_path / "out", output)
    write_lines(tmp_path / "out" / "errors.jsonl", [{"source": source} for source in sources])
    return tmp_path / "out", tmp_path / "gold"


def test_labels_of_an_article_that_was_not_run(tmp_path):
    folders = wrong_folder(tmp_path, [labels()], [labels(doc_id="b"), labels(doc_id="c")])
    with pytest.raises(LabelError) as error:
        score_folders(*folders)
    out, gold = folders
    assert str(error.value) == f"{gold / 'a'}.jsonl: no article 'a' in {out} (it has: b, c)"


def test_an_article_that_failed_is_missed(tmp_path):
    gold = [labels(mention("date", 3, 7))]
    folders = wrong_folder(tmp_path, gold, [labels(doc_id="b")], ["a.txt"])
    scores, _ = score_folders(*folders)
    assert scores.mentions["date"].schemes["strict"].missed == 1
    assert scores.notes == (
        "a is not in the output: all its labels count as missed",
        "1 article of the output without labels: not scored",
        "no facts in the labels",
    )


def test_labels_of_another_text(tmp_path):
    other = labels(text=TEXT.replace("2024", "1999"))
    folders = wrong_folder(tmp_path, [labels(mention("date", 3, 7))], [other])
    with pytest.raises(LabelError, match="is '1999' in the article: these labels are of another"):
        score_folders(*folders)


def test_the_seeds_are_scored_in_no_time(tmp_path):
    seeds_as_output(tmp_path)
    began = time.process_time()
    score_folders(tmp_path, GOLD)
    assert time.process_time() - began < 2
