"""Facts of documents that nobody annotated, judged right or wrong by a reader; run it to redo the figures.

    python tests/judged_facts.py                     precision with its interval, reliability of confidence
    python tests/judged_facts.py --sheet tg-0007 …   facts of these documents not judged yet, with their words
    python tests/judged_facts.py --add SHEET …       take the verdicts of filled sheets into the file
    python tests/judged_facts.py --calibrate         renew ontology/tables/confidence.tsv from the verdicts

The verdicts lie in ``judged_facts.tsv``: document, subject, property, object, modality, verdict, cause; no
text. A fact is judged for what the document says, by the guidelines that lie beside the annotated documents
(``gold/GUIDELINES.md``): right where a reader of the document would let it stand, with its modality. A
verdict holds as long as a fact of the same names is made; what is no longer made, and what is made and was
never judged, is counted apart.
"""

from __future__ import annotations

import argparse
import csv
import math
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
from corpora import needed

from kg.confidence import confidence, logistic, weights
from kg.evaluate.sides import SOFT

HERE = Path(__file__).parent
FILE = Path(__file__).with_suffix(".tsv")
TABLE = HERE.parent / "ontology" / "tables" / "confidence.tsv"
COLUMNS = ("document", "subject", "property", "object", "modality", "verdict", "cause")
RIGHT, WRONG = "right", "wrong"
# The bins of the reliability table, by their lower edge.
BINS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95)
Z = 1.96  # a 95 % interval
SURE = 0.9
# How far weights spread about 0, in log-odds; Newton's method needs few rounds.
SPREAD = 1.0
ROUNDS = 30
FOLDS = 10


class Fact(NamedTuple):
    """A fact as a reader judges it: names instead of keys, since keys of nameless meetings move."""

    document: str
    subject: str
    predicate: str
    object: str
    modality: str


class Made(NamedTuple):
    """A fact that the reading makes now, how sure it is, the signs under which it was read, and the words."""

    fact: Fact
    confidence: float
    signs: tuple[str, ...]
    quote: str


def made_of(path: Path) -> Iterator[Made]:
    """The facts that are read in one document."""
    from kg.documents import read_document  # noqa: PLC0415 - the tool is read by tests that need no reader
    from kg.extract import extract  # noqa: PLC0415

    extraction = extract(read_document(path.read_bytes(), path.name))
    names = {entity.key: _one_line(entity.name) for entity in extraction.entities}
    for claim in extraction.assertions:
        best = max(claim.evidence, key=lambda evidence: evidence.confidence)
        yield Made(
            Fact(
                path.stem,
                names[claim.subject],
                claim.predicate,
                _one_line(claim.object) if claim.literal else names[claim.object],
                claim.modality.value,
            ),
            best.confidence,
            best.signs,
            _one_line(best.quote),
        )


def _one_line(text: str) -> str:
    return " ".join(text.split())


def verdicts(file: Path) -> dict[Fact, tuple[str, str]]:
    """What was judged: the verdict and the cause of each fact."""
    with file.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t")
        return {
            Fact(*(row[name] for name in COLUMNS[:5])): (row["verdict"], row["cause"] or "") for row in rows
        }


def write(file: Path, judged: dict[Fact, tuple[str, str]]) -> None:
    """Write verdicts, in order."""
    with file.open("w", encoding="utf-8", newline="") as out:
        rows = csv.writer(out, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_MINIMAL)
        rows.writerow(COLUMNS)
        rows.writerows((*fact, *verdict) for fact, verdict in sorted(judged.items()))


def wilson(right: int, judged: int) -> tuple[float, float]:
    """The 95 % interval of a share, by Wilson's formula (J. Am. Stat. Assoc. 22, 1927).

    >>> [round(edge, 3) for edge in wilson(92, 100)]
    [0.85, 0.959]
    """
    if not judged:
        return 0.0, 1.0
    share = right / judged
    middle = share + Z * Z / (2 * judged)
    reach = Z * math.sqrt(share * (1 - share) / judged + Z * Z / (4 * judged * judged))
    whole = 1 + Z * Z / judged
    return (middle - reach) / whole, (middle + reach) / whole


def line_of(name: str, right: int, judged: int) -> str:
    """A line of the report: precision, its interval, and on how many facts it rests."""
    low, high = wilson(right, judged)
    return f"{name:<22}{right / judged:8.3f}   [{low:.3f}, {high:.3f}]{judged:7}"


def report(made: list[Made], judged: dict[Fact, tuple[str, str]]) -> list[str]:
    """Precision by property and in all, the causes of what is wrong, and the reliability of confidence."""
    known = known_of(made, judged)
    unjudged = len(made) - len(known)
    groups: dict[str, list[bool]] = defaultdict(list)
    for fact, right in known:
        groups["soft" if fact.fact.predicate in SOFT else "hard"].append(right)
        groups[fact.fact.predicate].append(right)
    lines = ["precision                        95 % interval  facts"]
    order = sorted(groups, key=lambda name: (name not in ("hard", "soft"), -len(groups[name]), name))
    lines += [line_of(name, sum(groups[name]), len(groups[name])) for name in order]
    lines += ["", "confidence, as shipped", *reliability(known)]
    lines += [
        "",
        "confidence, fitted to other documents than those that are counted",
        *reliability(crossed(known)),
    ]
    causes = Counter(judged[fact.fact][1] for fact, right in known if not right)
    lines += ["", "causes of what is wrong"]
    lines += [f"{number:6}  {cause or 'not said'}" for cause, number in causes.most_common()]
    gone = len(judged) - len(known)
    lines += ["", f"{len(known)} judged, {unjudged} not judged, {gone} judged and no longer made"]
    return lines


def reliability(known: list[tuple[Made, bool]]) -> list[str]:
    """By bins of confidence, the share that is right: equal to the mean confidence where it is reliable."""
    lines = ["  from   to              right   95 % interval  facts   mean confidence"]
    for low, high in zip(BINS, (*BINS[1:], 1.01), strict=True):
        inside = [(fact.confidence, right) for fact, right in known if low <= fact.confidence < high]
        if inside:
            mean = sum(confidence for confidence, _ in inside) / len(inside)
            share = line_of(f"{low:6.2f} {min(high, 1):6.2f}", sum(right for _, right in inside), len(inside))
            lines.append(f"{share}{mean:14.3f}")
    sure = [right for fact, right in known if fact.confidence >= SURE]
    lost = sum(right for fact, right in known if right and fact.confidence < SURE)
    kept = f"{sum(sure)} of {len(sure)} facts at {SURE} or more are right; {lost} right ones lie below"
    return [*lines, kept]


def fit(facts: list[tuple[tuple[str, ...], bool]]) -> dict[str, tuple[float, int]]:
    """The weight of each sign, and on how many verdicts it rests: logistic regression by Newton's method.

    A quadratic penalty of ``1 / (2 SPREAD²)`` draws weights to 0, all but that of ``always``.
    """
    names = ["always", *sorted({sign for signs, _ in facts for sign in signs})]
    place = {name: i for i, name in enumerate(names)}
    table = np.zeros((len(facts), len(names)))
    table[:, 0] = 1
    for row, (signs, _) in enumerate(facts):
        table[row, [place[sign] for sign in signs]] = 1
    right = np.array([verdict for _, verdict in facts], dtype=float)
    penalty = np.full(len(names), 1 / SPREAD**2)
    penalty[0] = 1e-6
    weights = np.zeros(len(names))
    for _ in range(ROUNDS):
        expected = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (right - expected) - penalty * weights
        curve = (table * (expected * (1 - expected))[:, None]).T @ table + np.diag(penalty)
        weights += np.linalg.solve(curve, slope)
    return {name: (float(weights[i]), int(table[:, i].sum())) for name, i in place.items()}


def known_of(made: Iterable[Made], judged: dict[Fact, tuple[str, str]]) -> list[tuple[Made, bool]]:
    """The facts that were judged, and whether they are right."""
    return [(fact, judged[fact.fact][0] == RIGHT) for fact in made if fact.fact in judged]


def crossed(known: list[tuple[Made, bool]]) -> list[tuple[Made, bool]]:
    """The same facts with the confidence that verdicts on *other* documents give them, in ten folds."""
    names = sorted({fact.fact.document for fact, _ in known})
    found = []
    for fold in range(FOLDS):
        out = set(names[fold::FOLDS])
        fitted = fit([(fact.signs, right) for fact, right in known if fact.fact.document not in out])
        learnt = {sign: weight for sign, (weight, _) in fitted.items()}
        found += [
            (fact._replace(confidence=logistic(learnt, fact.signs)), right)
            for fact, right in known
            if fact.fact.document in out
        ]
    return found


def main(arguments: list[str] | None = None) -> int:
    """Report, or make a sheet, take one in, or calibrate."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sheet", nargs="+", metavar="DOCUMENT", help="facts to judge, as TSV on stdout")
    parser.add_argument(
        "--add", nargs="+", type=Path, metavar="SHEET", help="take filled sheets into the file"
    )
    parser.add_argument("--calibrate", action="store_true", help="renew the table of confidences")
    options = parser.parse_args(arguments)
    texts = needed() / "corpus" / "diplomatic"
    judged = verdicts(FILE) if FILE.is_file() else {}
    if options.sheet:
        out = csv.writer(sys.stdout, delimiter="\t", lineterminator="\n")
        out.writerow((*COLUMNS, "words"))
        for name in options.sheet:
            for fact in made_of(texts / f"{name}.txt"):
                if fact.fact not in judged:
                    out.writerow((*fact.fact, "", "", fact.quote))
        return 0
    if options.add:
        for sheet in options.add:
            judged |= {
                fact: verdict for fact, verdict in verdicts(sheet).items() if verdict[0] in (RIGHT, WRONG)
            }
        write(FILE, judged)
    names = sorted({fact.document for fact in judged})
    made = [fact for name in names for fact in made_of(texts / f"{name}.txt")]
    if options.calibrate:
        fitted = fit([(fact.signs, right) for fact, right in known_of(made, judged)])
        rows = "".join(f"{sign}\t{weight:.3f}\t{number}\n" for sign, (weight, number) in fitted.items())
        head = TABLE.read_text(encoding="utf-8").partition("sign\t")[0]
        TABLE.write_text(f"{head}sign\tweight\tjudged\n{rows}", encoding="utf-8")
        weights.cache_clear()
        confidence.cache_clear()
        made = [fact for name in names for fact in made_of(texts / f"{name}.txt")]
    sys.stdout.write("\n".join(report(made, judged)) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
