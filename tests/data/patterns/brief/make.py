"""Makes answers.csv: 110 invented stories of 96 invented tellers about a letter from the municipality.

    python tests/data/patterns/brief/make.py

Planted (PLANTED below): who got no help understood less and was angry more often; who understood
more trusted more; the angry put the dot further from "uitleg"... see each line. Nothing goes together
with `seizoen`, `wachten` and the stone of the neighbourhood: they are drawn by themselves. A teller
with several stories leans the same way in each. The seed stands below; the same seed writes the
same file, to the byte.
"""

import csv
import io
from pathlib import Path

import numpy as np

HERE = Path(__file__).parent
SEED = 0
TELLERS, STORIES = 96, 110
HELP = ("niemand", "naasten", "buurthuis", "loket")
FEELINGS = ("boos", "moe", "opgelucht")
TOPICS = ("geld", "zorg", "wonen", "werk")
SEASONS = ("voorjaar", "zomer", "herfst", "winter")
PLANTED = {
    frozenset({"hulp", "begrip"}),
    frozenset({"hulp", "gevoel"}),
    frozenset({"begrip", "vertrouwen"}),
    frozenset({"gevoel", "nodig"}),
    frozenset({"gevoel", "plek.gemeente"}),
    frozenset({"waarover", "nodig"}),
    frozenset({"eerste", "begrip", "wijk"}),
}
NULL = ("seizoen", "wachten", "plek.buurt")
NOT_ANSWERED = 0.06


def points(figure):
    return int(np.clip(round(figure), 0, 100))


def shares(logs):
    parts = np.exp(logs - np.max(logs))
    hundred = np.floor(100 * parts / parts.sum()).astype(int)
    hundred[np.argmax(hundred)] += 100 - hundred.sum()
    return "/".join(str(part) for part in hundred)


def story(random, lean):
    """One story's answers; `lean` is what its teller's stories have in common."""
    helped = HELP[random.choice(4, p=(0.34, 0.26, 0.22, 0.18))]
    town, first = random.random() < 0.55, random.random() < 0.5
    understood = 56 + 9 * lean + random.normal(0, 15) - 24 * (helped == "niemand") + 4 * (helped == "buurthuis")
    understood += (16 if first else -16) * (1 if town else -1)
    trust = 50 + 0.75 * (understood - 50) + random.normal(0, 16)
    anger = np.array([1.6 if helped == "niemand" else -0.4, 0.2, -0.8 if helped == "niemand" else 0.9])
    feeling = FEELINGS[random.choice(3, p=np.exp(anger) / np.exp(anger).sum())]
    topics = [topic for topic, chance in zip(TOPICS, (0.45, 0.3, 0.3, 0.2), strict=True) if random.random() < chance]
    angry = feeling == "boos"
    need = random.normal(0, 0.7, 3) + np.array([0.0, 1.0 * ("geld" in topics), 1.3 * angry])
    office = random.normal(35, 14), points(random.normal(58 - 28 * angry, 14))
    street = points(random.normal(62, 18)), points(random.normal(60, 18))
    return {
        "hulp": helped,
        "gevoel": feeling,
        "waarover": ";".join(topics) or "-",
        "seizoen": SEASONS[random.integers(4)],
        "wijk": "stad" if town else "dorp",
        "eerste": "ja" if first else "nee",
        "begrip": points(understood),
        "vertrouwen": points(trust),
        "wachten": points(random.uniform(0, 100)),
        "nodig": "nvt" if random.random() < 0.05 else shares(need),
        "plek": f"{points(office[0])},{office[1]};{street[0]},{street[1]}",
    }


def answers(seed=SEED):
    """The whole file as text."""
    random = np.random.default_rng(seed)
    tellers = [*range(TELLERS), *random.choice(TELLERS, STORIES - TELLERS)]
    leans = random.normal(0, 1, TELLERS)
    text = io.StringIO()
    rows = [story(random, leans[teller]) for teller in tellers]
    writer = csv.DictWriter(text, ["story", "teller", *rows[0]], lineterminator="\n")
    writer.writeheader()
    for number, (teller, row) in enumerate(zip(tellers, rows, strict=True), start=1):
        kept = {key: "" if random.random() < NOT_ANSWERED else value for key, value in row.items()}
        writer.writerow({"story": f"v{number:03d}", "teller": f"t{teller + 1:02d}", **kept})
    return text.getvalue()


if __name__ == "__main__":
    (HERE / "answers.csv").write_text(answers(), encoding="utf-8")
