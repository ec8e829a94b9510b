"""Reads a scenario: parts with steps, each with its details and with what must be true after it."""
import re
import sys
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "support"))
from shown import split_marks  # noqa: E402

DETAIL = re.compile(r"([a-z][\w. ]*): (.*)")
PLACE = re.compile(r"([A-Z]{3,}|\[|\]|\")")
PLACES = {"DATUM": r"\d{4}-\d\d-\d\d", "AANTAL": r"\d+|geen|niemand|een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien"}


class Mistake(Exception):
    """Something in a scenario that cannot be read."""


@dataclass
class Sentence:
    """A form of words with what it does. In the form CAPITALS are places, and what stands in [brackets] may be left out."""
    form: str
    run: object
    has_details: bool = False
    needs_register: bool = False
    pattern: object = None

    def __post_init__(self):
        pieces = []
        for piece in PLACE.split(self.form):
            if piece in ("[", "]"):
                pieces.append("(?:" if piece == "[" else ")?")
            elif re.fullmatch(r"[A-Z]{3,}", piece):
                pieces.append(f"(?P<{piece.lower()}>{PLACES.get(piece, '.+?')})")
            else:
                pieces.append(re.escape(piece))
        self.pattern = re.compile("".join(pieces))


@dataclass
class Line:
    number: int
    words: str
    sentence: Sentence
    places: dict
    marks: tuple = ()


@dataclass
class Step(Line):
    details: dict = field(default_factory=dict)
    wanted: list = field(default_factory=list)  # of Line


@dataclass
class Part:
    words: str
    steps: list = field(default_factory=list)


@dataclass
class Story:
    path: Path
    title: str = ""
    parts: list = field(default_factory=list)

    def needs_register(self):
        return any(step.sentence.needs_register for part in self.parts for step in part.steps)


def find(sentences, words, where):
    for sentence in sentences:
        match = sentence.pattern.fullmatch(words)
        if match:
            return sentence, {name: value for name, value in match.groupdict().items() if value is not None}
    raise Mistake(f"{where}: this sentence is not known: {words}")


def read_indented(step, number, words, expectations, where):
    """A detail of the step, or something that must be true after it."""
    detail = DETAIL.fullmatch(words)
    if detail and step.sentence.has_details and not step.wanted:
        step.details[detail[1]] = detail[2]
        return
    words, marks = split_marks(words)
    step.wanted.append(Line(number, words, *find(expectations, words, where), marks))


def read_story(path, steps, expectations):
    story = Story(path)
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        where, words = f"{path}:{number}", line.strip()
        if not words or words.startswith(">"):
            continue
        if line.startswith("# ") and not story.title:
            story.title = words[2:]
        elif line.startswith("## ") and story.title:
            story.parts.append(Part(words[3:]))
        elif not story.parts:
            raise Mistake(f"{where}: begin with a title and a part")
        elif line[0] == " ":
            if not story.parts[-1].steps:
                raise Mistake(f"{where}: nothing was done yet")
            read_indented(story.parts[-1].steps[-1], number, words, expectations, where)
        elif split_marks(words)[1]:
            raise Mistake(f"{where}: a mark belongs to something that must be true")
        else:
            story.parts[-1].steps.append(Step(number, words, *find(steps, words, where)))
    return story
