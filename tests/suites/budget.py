#!/usr/bin/env python3
"""The command budget run as others call it: its parts beside fractions reckoned here, the same bytes twice, and that a finding means
nothing is divided. Prints TAP."""
import json
import re
import sys
import tempfile
from fractions import Fraction
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(TOP / "tests/support"))
from service import Tap, run  # noqa: E402

SCHEMES = {name: f"schemes/{name}.yaml" for name in ("alphen", "lelystad", "tom-in-de-buurt", "westerkwartier", "zwolle")}
WEIGHTS = {"18-64": 1, "65-74": 3, "75-84": 12, "85+": 25}
DISTRICTS = [f"stadsdeel-{number}" for number in range(1, 5)]
HEADER = "area,band,people\n"


def budget(scheme, *arguments, year=2024):
    return run("budget", "run", "--scheme", SCHEMES[scheme], "--year", year, *arguments)


def shares(scheme):
    """{(party, area): percent}, read without the program."""
    rows = re.findall(r"\{party: ([^,]+), area: ([^,]+), percent: (\d+)", Path(SCHEMES[scheme]).read_text(encoding="utf-8"))
    return {(party, area): int(percent) for party, area, percent in rows}


def people_file(people):
    return HEADER + "".join(f"{area},{band},{count}\n" for (area, band), count in people.items())


def wrong_parts(told, total, weights, percents):
    """Whatever is not the whole cents of its exact part, or one more; and a sum that is not the total."""
    found = json.loads(told)
    parts = {(part["party"], part["district"]): part["cents"] for part in found["parts"]}
    complaints = [] if sum(parts.values()) == found["total_cents"] == total and set(parts) == set(percents) else [found]
    rests = []
    for (party, area), percent in percents.items():
        exact = Fraction(total * percent * weights[area], 100 * sum(weights.values()))
        rest = exact - exact.numerator // exact.denominator
        more = parts[party, area] - exact.numerator // exact.denominator
        complaints += [(party, area, parts[party, area], float(exact))] if more not in (0, 1) else []
        rests.append((more, rest))
    low = [rest for more, rest in rests if not more]
    high = [rest for more, rest in rests if more]
    return complaints + ([rests] if low and high and max(low) > min(high) else [])


def test_answers(tap, folder):
    path = Path(folder, "people.csv")
    people = {(area, band): 101 * (at + 3) % 977 + place for at, area in enumerate(DISTRICTS)
              for place, band in enumerate(WEIGHTS)}
    path.write_text(people_file(people), encoding="utf-8")
    weights = {area: sum(people[area, band] * weight for band, weight in WEIGHTS.items()) for area in DISTRICTS}
    for total in ("0,01", "1", "1234567,89", "999999999999.99"):
        code, told, complaint = budget("lelystad", "--population", path, "--total", total, "--json")
        cents = int(Fraction(total.replace(",", ".")) * 100)
        tap.say(f"a budget by population of {total} is divided as fractions divide it",
                wrong_parts(told, cents, weights, shares("lelystad")) if code == 0 else [complaint],
                ("LEL-13", "LEL-14") if cents > 1000 else ())
    again = budget("lelystad", "--population", path, "--total", "999999999999.99", "--json")[1]
    tap.say("the same input gives the same bytes", [] if again == told else [again], ("LEL-I5",))
    path.write_text("\ufeff" + people_file(people).replace(",", ";").replace("\n", "\r\n"), encoding="utf-8")
    other = budget("lelystad", "--population", path, "--total", "999999999999.99", "--json")[1]
    tap.say("a byte order mark and semicolons are no mistake", [] if other == told else [other])
    code, told, _ = budget("tom-in-de-buurt", "--total", "8765432,10", "--json")
    tap.say("one sum is split over municipalities and partners",
            wrong_parts(told, 876543210, {"Alphen aan den Rijn": 65, "Kaag en Braassem": 17, "Nieuwkoop": 18}, shares("tom-in-de-buurt")),
            ("TOM-21", "TOM-24"))
    for year in (2015, 2021, 2022, 2030):
        code, told, _ = budget("tom-in-de-buurt", "--json", year=year)
        found = json.loads(told)
        tap.say(f"without a total {year} has the demo's, and says so",
                [] if code == 0 and all("verzonnen" in part["because"][0] for part in found["parts"]) else [told])
    code, told, _ = budget("lelystad", "--json", year=2020)
    tap.say("without people the scheme's own serve, and that is said",
            [] if code == 0 and "voorbeeldgetallen" in json.loads(told)["parts"][0]["because"][1] else [told])
    code, told, _ = budget("westerkwartier", "--json")
    tap.say("a sum by area", [] if code == 0 and len(json.loads(told)["parts"]) == 4 else [told])
    for scheme, year in (("alphen", 2023), ("zwolle", 2019)):
        code, told, _ = budget(scheme, year=year)
        tap.say(f"{scheme} has nothing to divide", [] if code == 1 and "geen budget te verdelen" in told else [told], ("ZWO-23",))


def test_refused(tap, folder):
    good = people_file({(area, band): 10 for area in DISTRICTS for band in WEIGHTS})
    lines = good.splitlines(keepends=True)
    path = Path(folder, "people.csv")
    for words, text, line in (
            ("an unknown area", good.replace("stadsdeel-2,85+", "stadsdeel-9,85+"), 9),
            ("a band twice", good + lines[1], 18),
            ("negative people", good.replace("stadsdeel-1,65-74,10", "stadsdeel-1,65-74,-10"), 3),
            ("an unknown band", good.replace("stadsdeel-1,65-74", "stadsdeel-1,66-74"), 3),
            ("half a person", good.replace("stadsdeel-1,18-64,10", "stadsdeel-1,18-64,0.5"), 2),
            ("a band that is missing", "".join(lines[:-1]), 16),
            ("a column that is missing", good.replace("people", "persons"), 1),
            ("an empty file", "", 1),
            ("nobody at all", good.replace(",10\n", ",0\n"), 1)):
        path.write_text(text, encoding="utf-8")
        code, told, _ = budget("lelystad", "--population", path, "--json")
        found = json.loads(told)
        tap.say(f"{words} is a finding with its line, and nothing is divided", [
            "" if code == 1 and "parts" not in found else told,
            "" if any(each["line"] == line and each["words"] for each in found["findings"]) else told])
    for total in ("12.345", "0", "-5", "tien", "1.000.000", "1e9", "10000000000000"):
        code, told, _ = budget("lelystad", "--total", total, "--json")
        tap.say(f"a total of {total} is a finding", [] if code == 1 and "findings" in json.loads(told) else [told])
    for scheme, year in (("lelystad", 2014), ("westerkwartier", 2022), ("tom-in-de-buurt", 2014)):
        code, told, _ = budget(scheme, "--json", year=year)
        tap.say(f"{scheme} has no budget in {year}", [] if code == 1 and json.loads(told)["findings"][0]["line"] > 1 else [told])
    for year in ("0", "20x4", "10000", "-1", ""):
        code, told, complaint = budget("lelystad", year=year)
        tap.say(f"the year {year!r} is wrong use", [] if code == 2 and complaint and not told else [code, told])
    code, told, complaint = run("budget", "--scheme", SCHEMES["lelystad"], "--year", "2024")
    tap.say("budget alone is wrong use", [] if code == 2 and complaint else [told])
    code, _, complaint = budget("lelystad", "--population", "nowhere.csv")
    tap.say("a file that is not there", [] if code == 3 and complaint else [code])


def main():
    tap = Tap()
    with tempfile.TemporaryDirectory() as folder:
        test_answers(tap, folder)
        test_refused(tap, folder)
    return tap.end()


sys.exit(main())
