/* SPDX-License-Identifier: EUPL-1.2 */
/* Every mistake in a file is found, at its line and column, and the rest is still read. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "platform/yaml/nearest.h"
#include "platform/yaml/yaml.h"

#define ARENA_BYTES ((size_t)64 * 1024 * 1024)

struct bone {
	const char *name;
	int64_t length;
	struct marks at;
};
static const struct field bone_fields[] = {
	FIELD(struct bone, name, .label = "Naam", .required = true, .max_chars = 10),
	FIELD(struct bone, length, .label = "Lengte", .flags = FIELD_UNSIGNED, .max = 50),
	FIELD(struct bone, at),
};
static const struct record bone_record = RECORD(struct bone, "bone", bone_fields);

static const struct choice kinds[] = { { "cat", "kat" }, { "dog", "hond" }, { NULL, NULL } };

struct animal {
	const char *name, *kind;
	struct date born;
	bool is_tame;
	struct texts colours;
	struct bone tail;
	struct records bones;
	struct marks at;
};
static const struct field animal_fields[] = {
	FIELD(struct animal, name, .label = "Naam", .required = true),
	FIELD(struct animal, kind, .label = "Soort", .choices = kinds),
	FIELD(struct animal, born, .label = "Geboren"),
	FIELD(struct animal, is_tame, .label = "Tam", .required = true),
	FIELD(struct animal, colours, .label = "Kleuren", .max_chars = 6),
	FIELD_INSIDE(struct animal, tail, &bone_record, .label = "Staart"),
	FIELD(struct animal, bones, .label = "Botten", .of = &bone_record),
	FIELD(struct animal, at),
};
static const struct record animal_record = RECORD(struct animal, "animal", animal_fields);

/* What a test works with. */
struct test {
	struct findings findings;
	struct animal animal;
};

static enum status read_bytes(struct test *test, const char *yaml, size_t length)
{
	return yaml_read(yaml, length, &animal_record, &test->animal, &test->findings);
}

static int begin(void **state)
{
	struct arena *arena = arena_new(ARENA_BYTES);
	struct test *test = ARENA_NEW(arena, struct test);

	test->findings = findings_new(arena, "nl");
	*state = test;
	return 0;
}

static int end(void **state)
{
	arena_free(((struct test *)*state)->findings.arena);
	return 0;
}

static void reads_all_kinds(void **state)
{
	struct test *test = *state;
	static const char yaml[] = "# een dier\n"
				   "name: 'Mies: de kat'\n"
				   "kind: cat\n"
				   "born: 2019-04-30\n"
				   "is_tame: true\n"
				   "colours: [rood, \"0518\"]\n"
				   "tail: {name: staart, length: 12}\n"
				   "bones:\n"
				   "  - name: rib\n"
				   "  - name: >-\n"
				   "      poot\n"
				   "    length: 0\n";
	const struct bone *bones;

	assert_int_equal(read_bytes(test, yaml, strlen(yaml)), OK);
	bones = test->animal.bones.items;
	assert_string_equal(test->animal.name, "Mies: de kat");
	assert_string_equal(test->animal.kind, "cat");
	assert_int_equal(test->animal.born.day, date_of(2019, 4, 30).day);
	assert_true(test->animal.is_tame);
	assert_int_equal(test->animal.colours.count, 2);
	assert_string_equal(test->animal.colours.items[1], "0518");
	assert_int_equal(test->animal.tail.length, 12);
	assert_int_equal(test->animal.bones.count, 2);
	assert_string_equal(bones[1].name, "poot");
	assert_int_equal(test->findings.count, 0);
}

static void marks_every_field(void **state)
{
	struct test *test = *state;
	static const char yaml[] =
		"name: Mies\nis_tame: false\ncolours: [rood,\n  wit]\nbones:\n  - name: rib\n";
	const struct bone *bones;

	assert_int_equal(read_bytes(test, yaml, strlen(yaml)), OK);
	bones = test->animal.bones.items;
	assert_int_equal(test->animal.at.items[0].line, 1);
	assert_int_equal(test->animal.at.items[1].column, 7);
	assert_int_equal(test->animal.at.items[2].line, 1); /* absent: where the record begins */
	assert_int_equal(test->animal.colours.marks[1].line, 4);
	assert_int_equal(test->animal.colours.marks[1].column, 3);
	assert_int_equal(bones[0].at.items[1].line, 6);
	assert_null(test->animal.tail.at.items);
}

static void takes_one_text_for_a_list(void **state)
{
	struct test *test = *state;
	static const char yaml[] = "name: Mies\nis_tame: 1\ncolours: rood\n";

	assert_int_equal(read_bytes(test, yaml, strlen(yaml)), OK);
	assert_int_equal(test->animal.colours.count, 1);
	assert_string_equal(test->animal.colours.items[0], "rood");
}

struct mistake {
	const char *yaml;
	const char *code;
	int line, column;
	const char *said; /* a part of the sentence, or NULL */
};

#define GOOD "name: Mies\nis_tame: true\n"

static const struct mistake mistakes[] = {
	{ GOOD "colors: rood\n", "key", 3, 1, "bedoelt u \"colours\"?" },
	{ GOOD "onzin: 1\n", "key", 3, 1, "haal hem weg" },
	{ GOOD "at: 1\n", "key", 3, 1, NULL },
	{ GOOD "[a, b]: 1\n", "key", 3, 1, NULL },
	{ GOOD "name: Mies\n", "double", 3, 1, "staat er al" },
	{ GOOD "kind: [cat]\n", "kind", 3, 7, "geen lijst" },
	{ GOOD "bones: rib\n", "kind", 3, 8, "streepje" },
	{ GOOD "bones: [rib]\n", "kind", 3, 9, "sleutels" },
	{ GOOD "tail: lang\n", "kind", 3, 7, NULL },
	{ GOOD "colours: [[rood]]\n", "kind", 3, 11, NULL },
	{ GOOD "kind: cow\n", "choice", 3, 7, "cat, dog" },
	{ GOOD "born: 2019-02-30\n", "date", 3, 7, NULL },
	{ GOOD "colours: purper1\n", "length", 3, 10, NULL },
	{ GOOD "tail: {name: x, length: -1}\n", "number", 3, 25, NULL },
	{ GOOD "tail: {name: x, length: 51}\n", "number", 3, 25, NULL },
	{ GOOD "tail: {name: x, length: 1e1}\n", "number", 3, 25, NULL },
	{ GOOD "born:\n", "empty", 3, 6, NULL },
	{ GOOD "born: ~\n", "empty", 3, 7, NULL },
	{ GOOD "kind: ' '\n", "empty", 3, 7, NULL },
	{ GOOD "bones: []\n", "empty", 3, 8, NULL },
	{ GOOD "colours: [rood, '']\n", "empty", 3, 17, NULL },
	{ "name: Mies\n", "required", 1, 1, "\"is_tame\" (Tam)" },
	{ GOOD "bones:\n  - length: 3\n", "required", 4, 5, "\"name\" (Naam)" },
	{ GOOD "kind: &soort cat\n", "anchor", 3, 7, NULL },
	{ GOOD "kind: !!str cat\n", "tag", 3, 7, NULL },
	{ GOOD "---\nname: Poes\n", "document", 3, 1, NULL },
	{ GOOD "colours: \"a\\0b\"\n", "text", 3, 10, NULL },
	{ "", "yaml", 1, 1, "leeg" },
	{ "# niets\n", "yaml", 1, 1, "leeg" },
	{ GOOD "\tkind: cat\n", "yaml", 3, 1, "met een tab" },
	{ GOOD "kind: @cat\n", "yaml", 3, 7, "aanhalingstekens" },
	{ GOOD "kind: a: b\n", "yaml", 3, 8, "dubbele punt" },
	{ GOOD "kind: 'a\n", "yaml", 4, 1, "aanhalingsteken" },
	{ GOOD "colours: [a, b\nkind: cat\n", "yaml", 4, 5, NULL },
	{ GOOD "kind: \xff\n", "yaml", 1, 1, "UTF-8" },
	{ "losse tekst\n", "kind", 1, 1, "sleutels" },
};

static void finds_each_mistake(void **state)
{
	struct test *test = *state;

	for (size_t i = 0; i < COUNT(mistakes); i++) {
		const struct mistake *mistake = &mistakes[i];
		const struct finding *finding;

		test->findings.count = 0;
		if (read_bytes(test, mistake->yaml, strlen(mistake->yaml)) != FINDINGS ||
		    test->findings.count != 1)
			fail_msg("%zu findings instead of one in:\n%s", test->findings.count, mistake->yaml);
		finding = &test->findings.items[0];
		if (strcmp(finding->code, mistake->code) != 0 || finding->line != mistake->line ||
		    finding->column != mistake->column)
			fail_msg("%s at %d:%d in:\n%s", finding->code, finding->line, finding->column,
			         mistake->yaml);
		if (mistake->said != NULL && strstr(finding->words, mistake->said) == NULL)
			fail_msg("\"%s\" does not say \"%s\"", finding->words, mistake->said);
	}
}

static void finds_all_mistakes_at_once(void **state)
{
	struct test *test = *state;
	static const char yaml[] = "naam: Mies\n"
				   "kind: cow\n"
				   "born: gisteren\n"
				   "bones:\n"
				   "  - lenght: 4\n"
				   "  - name: rib\n"
				   "    length: kort\n";

	assert_int_equal(read_bytes(test, yaml, strlen(yaml)), FINDINGS);
	/* naam, kind, born, lenght, a nameless bone, kort; name and is_tame are missing. */
	assert_int_equal(test->findings.count, 8);
	for (size_t i = 0; i < test->findings.count; i++)
		assert_true(test->findings.items[i].line > 0 && test->findings.items[i].column > 0);
	assert_string_equal(((const struct bone *)test->animal.bones.items)[1].name, "rib");
}

static void refuses_an_alias(void **state)
{
	struct test *test = *state;
	static const char yaml[] = GOOD "colours: &a rood\nkind: *a\n";

	assert_int_equal(read_bytes(test, yaml, strlen(yaml)), FINDINGS);
	assert_int_equal(test->findings.items[1].line, 4);
	assert_string_equal(test->findings.items[1].code, "anchor");
}

static void refuses_what_is_too_large(void **state)
{
	struct test *test = *state;
	size_t length = YAML_MAX_BYTES + 1;
	char *bytes = arena_take(test->findings.arena, length);

	memset(bytes, '#', length);
	assert_int_equal(read_bytes(test, bytes, length), FINDINGS);
	assert_string_equal(test->findings.items[0].code, "size");
	test->findings.count = 0;
	assert_int_equal(read_bytes(test, "[[[[[[[[[[[[[[[[[[[[", 20), FINDINGS);
	assert_string_equal(test->findings.items[0].code, "size");
	test->findings.count = 0;
	for (size_t i = 0; i < 3 * (size_t)YAML_MAX_NODES; i++)
		bytes[i] = "- \n"[i % 3];
	assert_int_equal(read_bytes(test, bytes, 3 * (size_t)YAML_MAX_NODES), FINDINGS);
	assert_string_equal(test->findings.items[0].code, "size");
}

static void speaks_english(void **state)
{
	struct test *test = *state;

	test->findings.language = "en";
	assert_int_equal(read_bytes(test, GOOD "kind: cow\n", strlen(GOOD "kind: cow\n")), FINDINGS);
	assert_int_equal(test->findings.count, 1);
}

static void suggests_the_nearest_word(void **state)
{
	struct nearest nearest = { .word = "aeras" };

	(void)state;
	nearest_offer(&nearest, "about");
	assert_null(nearest.best);
	nearest_offer(&nearest, "areas");
	nearest_offer(&nearest, "teams");
	assert_string_equal(nearest.best, "areas");
	nearest = (struct nearest){ .word = "on" };
	nearest_offer(&nearest, "of");
	assert_null(nearest.best);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(reads_all_kinds, begin, end),
		cmocka_unit_test_setup_teardown(marks_every_field, begin, end),
		cmocka_unit_test_setup_teardown(takes_one_text_for_a_list, begin, end),
		cmocka_unit_test_setup_teardown(finds_each_mistake, begin, end),
		cmocka_unit_test_setup_teardown(finds_all_mistakes_at_once, begin, end),
		cmocka_unit_test_setup_teardown(refuses_an_alias, begin, end),
		cmocka_unit_test_setup_teardown(refuses_what_is_too_large, begin, end),
		cmocka_unit_test_setup_teardown(speaks_english, begin, end),
		cmocka_unit_test(suggests_the_nearest_word),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
