"""A sound claim of a month as large as it may be, for measuring: claims.py LINES LINES_A_CLIENT FILE"""
import re
import sys
from pathlib import Path

GOLDEN = Path(__file__).resolve().parent.parent / "golden/messages/wmo323.xml"


def test_bsns():
    """Citizen service numbers for tests: 9999 and five digits that pass the eleven test."""
    for number in range(999900000, 1000000000):
        digits = [int(digit) for digit in str(number)]
        if sum(digit * weight for digit, weight in zip(digits, (9, 8, 7, 6, 5, 4, 3, 2, -1))) % 11 == 0:
            yield number


def claim(lines, lines_each):
    """A WMO323 with so many lines, so many for each client, as bytes."""
    text = GOLDEN.read_bytes().decode()
    start, end = text.index("      <Client>"), text.index("    </Clienten>")
    client = text[start:text.index("          <Prestatie>")]
    line = text[text.index("          <Prestatie>"):text.index("          </Prestatie>") + len("          </Prestatie>\r\n")]
    close = "        </Prestaties>\r\n      </Client>\r\n"
    parts, bsns = [re.sub(r"<iwmo:TotaalBedrag>\d+", f"<iwmo:TotaalBedrag>{26400 * lines}", text[:start])], test_bsns()
    for number in range(lines):
        if number % lines_each == 0:
            parts.append((close if number else "") + client.replace("999900031", str(next(bsns))))
        parts.append(line.replace(">R-1<", f">2023-04/{number:08d}<").replace("Nummer>1<", f"Nummer>{100000 + number}<"))
    return "".join([*parts, close, text[end:]]).encode()


if __name__ == "__main__":
    Path(sys.argv[3]).write_bytes(claim(int(sys.argv[1]), int(sys.argv[2])))
