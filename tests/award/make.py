#!/usr/bin/env python3
"""Writes the files beside it: 128 fictional bidders judged by five assessors, of whom 29 reach an 8 on each criterion (four of them
by exactly an 8, six others miss it by a tenth), and 3,500 clients who are nobody."""
import random
from pathlib import Path

HERE = Path(__file__).resolve().parent
CRITERIA = ("client-centraal", "samenwerking", "visie", "uitvoering", "innovatie")
BIDDERS = [f"Bieder {number:03d} (verzonnen)" for number in range(1, 129)]
WINNERS, AREAS, CLIENTS = 29, [f"wijk-{number:02d}" for number in range(1, 19)], 3500
EXPERTISE = ("autisme", "dementie", "niet-aangeboren-hersenletsel", "psychiatrie", "verslaving", "doof")


def sum_of(marks):
    return sum(round(10 * mark) for mark in marks)


def around(base, least):
    return [round(max(least, min(10, base + random.choice([-.5, 0, 0, .5]))), 1) for _ in range(5)]


def winning(is_exact):
    marks = around(random.choice([8.2, 8.5, 8.8, 9.0]), 7.5)
    while sum_of(marks) < 400:
        marks[marks.index(min(marks))] = 9.0
    return [7.5, 8.5, 8.0, 7.0, 9.0] if is_exact else marks


def losing(is_weak, is_weakest):
    marks = around(random.choice([5.0, 5.5, 6.0, 6.5, 7.0, 7.5]) if is_weak else random.choice([7.5, 8.0, 8.5]), 1)
    while is_weakest and sum_of(marks) >= 400:
        marks[marks.index(max(marks))] -= .5
    return marks


def marks_of(bidder, winners, near):
    """The marks on each criterion."""
    if bidder in winners:
        place = winners.index(bidder)
        return [winning(place < 4 and at == place % 5) for at in range(5)]
    if bidder in near:
        return [[8.0, 8.0, 8.0, 8.0, 7.5] if at == bidder % 5 else [8.5, 8.5, 8.5, 9.0, 8.0] for at in range(5)]
    weak = random.sample(range(5), random.randint(1, 4))
    return [losing(at in weak, at == weak[0]) for at in range(5)]


def write(name, header, lines):
    (HERE / name).write_text("\n".join([header, *lines]) + "\n", encoding="utf-8")


def main():
    random.seed(2018)
    winners = sorted(random.sample(range(len(BIDDERS)), WINNERS))
    near = [bidder for bidder in range(len(BIDDERS)) if bidder not in winners][:6]
    write("zwolle.csv", "bidder,lot,criterion,assessor,mark", [
        f"{name},zwolle,{criterion},beoordelaar-{assessor},{mark:g}"
        for bidder, name in enumerate(BIDDERS)
        for criterion, marks in zip(CRITERIA, marks_of(bidder, winners, near)) for assessor, mark in enumerate(marks, 1)])
    sizes = [random.paretovariate(1.1) for _ in BIDDERS]
    lines = []
    for client in range(1, CLIENTS + 1):
        bidder = random.choices(range(len(BIDDERS)), sizes)[0]
        first = bidder * 3 % len(AREAS)
        lines.append(f"c{client:04d},{BIDDERS[bidder]},{random.choice(AREAS[first:first + 6])},"
                     f"{random.choice([*EXPERTISE, *[''] * 10])}")
    write("clients.csv", "client,bidder,area,expertise", lines)


main()
