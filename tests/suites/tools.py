#!/usr/bin/env python3
"""The checks in tools/ find what they are there for: each row plants one mistake in a small tree that is right."""
import subprocess
import sys
import tempfile
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent.parent
LICENCE = "/* SPDX-License-Identifier: EUPL-1.2 */\n"
HEADER = LICENCE + "/* What this is. */\n"
PO = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'

# A tree in which everything is as it should be.
RIGHT = {
    "migrations/0001_desk.sql": "CREATE TABLE desk_report (register_id BIGINT, n BIGINT, PRIMARY KEY (register_id, n));\n"
                                "CREATE TABLE person_name (register_id BIGINT, n BIGINT, PRIMARY KEY (register_id, n));\n"
                                "CREATE TABLE plan_line (register_id BIGINT, n BIGINT, PRIMARY KEY (register_id, n));\n",
    "src/practice/desk/desk.sql": "-- desk_all: all reports, plan_line not among them\n"
                                  "SELECT 'plan_line' FROM desk_report, person_name;\n",
    "src/practice/desk/desk.h": HEADER,
    "src/practice/desk/desk.c": LICENCE + '#include "practice/desk/desk.h"\n#include "common/person/person.h"\n'
                                '#include "desk_sql.h"\n\nstatic const int days[] = { 1 };\n',
    "src/common/person/person.h": HEADER,
    "src/practice/plan/plan.h": HEADER,
    "src/contract/claim/claim.h": HEADER,
    "src/platform/base/base.h": HEADER,
    "src/app/app.h": HEADER + '#include "practice/plan/plan.h"\n',
    "src/meson.build": "'practice/desk/desk.c' 'practice/desk/desk.sql' 'common/person/new.c'\n",
    "tests/meson.build": "\n",
    "locale/en.po": PO,
}
DESK, SQL, MIGRATION = "src/practice/desk/desk.c", "src/practice/desk/desk.sql", "migrations/0001_desk.sql"


def function(body, signature="int f(int a)"):
    return f"\n{signature}\n{{\n{body}\n}}\n"


# tool, file, what is added to it, words that must be in the complaint
PLANTS = [
    ("layers", DESK, '#include "contract/claim/claim.h"\n', "may not include contract/claim/claim.h"),
    ("layers", DESK, '#include "practice/plan/plan.h"\n', "may not include practice/plan/plan.h"),
    ("layers", "src/common/person/person.h", '#include "practice/desk/desk.h"\n', "may not include practice/desk/desk.h"),
    ("layers", "src/platform/base/base.h", '#include "common/person/person.h"\n', "may not include common/person"),
    ("layers", "src/common/person/person.h", '#include "app/app.h"\n', "may not include app/app.h"),
    ("layers", "src/practice/plan/plan.c", '#include "desk_sql.h"\n', "desk_sql.h belongs to practice/desk"),
    ("layers", "src/practice/soup/soup.c", "", "no slice that tools/layers knows"),
    ("layers", SQL, "-- desk_plans: x\nSELECT 1 FROM plan_line;\n", "plan_line is practice/plan's"),
    ("layers", MIGRATION, "CREATE TABLE soup (register_id BIGINT PRIMARY KEY);\n", "soup belongs to no slice"),
    ("checksrc", "src/common/person/new.c", "int f(void);\n", "first line"),
    ("checksrc", "src/common/person/new.h", LICENCE + "#define X\n", "what the module is for"),
    ("checksrc", DESK, "\n" * 600, "600 is the most"),
    ("checksrc", "src/common/person/person.h", "\n" * 150, "150 is the most"),
    ("checksrc", DESK, "\t" * 10 + "x" * 40 + "\n", "columns"),
    ("checksrc", DESK, "/* TO" + "DO: later */\n", "left out, never marked"),
    ("checksrc", DESK, 'static const char name[] = "Wester' + 'kwartier";\n', "only stand in a scheme file"),
    ("checksrc", DESK, function("\tstrcpy(a, b);"), "strcpy is banned"),
    ("checksrc", DESK, function("\tgoto end;"), "goto is banned"),
    ("checksrc", DESK, function("\treturn malloc(3);"), "only platform/ may call malloc"),
    ("checksrc", DESK, function("\treturn time(NULL);"), "only platform/base/clock may call time"),
    ("checksrc", DESK, function('\trun("SELECT 1");'), "SQL stands in a .sql file"),
    ("checksrc", DESK, "static int counter;\n", "nothing at file scope may change"),
    ("checksrc", DESK, function("\tx();\n" * 71), "lines in this function"),
    ("checksrc", DESK, function("\tx();", "int f(int a, int b, int c, int d, int e, int g, int h)"), "7 parameters"),
    ("checksrc", DESK, function("\tif (a) {\n" * 5 + "\t}\n" * 5), "blocks nest 5 deep"),
    ("checksrc", "src/common/person/lost.c", LICENCE, "stands in no meson.build"),
    ("schemacheck", MIGRATION, "CREATE TABLE desk_a (n BIGINT PRIMARY KEY);\n", "desk_a: primary key (n)"),
    ("schemacheck", MIGRATION, "CREATE TABLE desk_b (n BIGINT);\n", "desk_b has no primary key"),
    ("schemacheck", MIGRATION, "CREATE UNIQUE INDEX desk_c ON desk_report (n);\n", "unique index desk_c"),
    ("schemacheck", MIGRATION, "CREATE TABLE desk_d (register_id BIGINT, n BIGINT REFERENCES desk_report (n), "
                               "PRIMARY KEY (register_id, n));\n", "references (n)"),
    ("schemacheck", MIGRATION, "CREATE TABLE desk_e (register_id BIGINT, n BIGINT, UNIQUE (n), "
                               "PRIMARY KEY (register_id, n));\n", "unique (n)"),
    ("catalogue", DESK, 'static const char words[] = WORDS("Melding");\n', "Melding"),
    ("catalogue", DESK, function('\tfindings_add(f, "a", b(1, 2), "Te " "laat");'), "Te laat"),
    ("catalogue", DESK, function('\treturn words_in(language, a ? "Ja" : "Nee");'), "Nee"),
    ("catalogue", "src/practice/desk/desk.html", "<p>{{_ Nieuwe melding }}</p>\n", "Nieuwe melding"),
    ("catalogue", "locale/en.po", 'msgid "Weg"\nmsgstr "Gone"\n', "Weg"),
    ("catalogue", "locale/en.po", 'msgid "%d dagen"\nmsgstr "%s days"\n', "%d dagen"),
    ("catalogue", "locale/en.po", 'msgid "half', "catalogue is well-formed"),
    ("sqlembed", SQL, "-- plan_all: a name of another slice\nSELECT 1;\n", "must begin with the name of its slice"),
    ("sqlembed", SQL, "-- desk_all: the same name again\nSELECT 1;\n", "stands in"),
    ("sqlembed", SQL, "-- desk_parted: says a part that is not there\nSELECT {desk_gone};\n", "there is no part desk_gone"),
    ("sqlembed", SQL, "-- part desk_left: that nobody uses\nSELECT 1\n", "no query uses the part desk_left"),
    ("sqlembed", SQL, "-- desk_two: two statements\nSELECT 1;\nSELECT 2;\n", "must be one statement"),
    ("sqlembed", "src/practice/desk/more.sql", "SELECT 1;\n", "needs a line above it"),
    ("sqlembed", "migrations/0001_again.sql", "SELECT 1;\n", "has this number too"),
    ("sqlembed", "migrations/second.sql", "SELECT 1;\n", "should be called NNNN_name.sql"),
]


def command(tool, tree):
    found = sorted(str(path) for path in tree.rglob("*") if path.suffix in (".c", ".h", ".html", ".sql"))
    if tool == "catalogue":
        return [TOP / "tools/catalogue", "--check", tree / "locale/en.po", *(path for path in found if "/src/" in path)]
    if tool == "sqlembed":
        return [TOP / "tools/sqlembed", tree, *(path for path in found if path.endswith(".sql"))]
    return [TOP / "tools" / tool, tree]


def run(tool, plant=None):
    """(exit code, output) of the tool over the tree, with the plant in it."""
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder)
        for name, text in RIGHT.items():
            (tree / name).parent.mkdir(parents=True, exist_ok=True)
            (tree / name).write_text(text, encoding="utf-8")
        if plant:
            (tree / plant[0]).parent.mkdir(parents=True, exist_ok=True)
            with (tree / plant[0]).open("a", encoding="utf-8") as file:
                file.write(plant[1])
        done = subprocess.run(command(tool, tree), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
        return done.returncode, done.stdout


def main():
    number = failed = 0
    tools = list(dict.fromkeys(row[0] for row in PLANTS))
    for tool, name, text, words in [(tool, None, None, "") for tool in tools] + PLANTS:
        code, output = run(tool, (name, text) if name else None)
        is_right = code == 0 if name is None else code != 0 and words in output
        number += 1
        failed += not is_right
        print(f"{'ok' if is_right else 'not ok'} {number} - {tool} {'finds: ' + words if name else 'is silent when all is right'}")
        if not is_right:
            print("".join(f"# {line}\n" for line in output.split("\n")), end="")
    print(f"1..{number}")
    return 1 if failed else 0


sys.exit(main())
