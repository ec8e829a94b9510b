/* SPDX-License-Identifier: EUPL-1.2 */
/* Who can deliver, asked of the scheme of this repository: its own cases, and what holds for any question. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "common/scheme/scheme.h"
#include "platform/base/embedded.h"
#include "practice/assignment/assign.h"

#define ARENA_BYTES ((size_t)256 * 1024 * 1024)
#define FILE_NAME "schemes/westerkwartier.yaml"

/* What the tests work with. */
struct test {
	struct arena *arena, *words_arena;
	struct lane_set set;
	struct assign_question question;
	struct assign_answer *answer;
	uint64_t seed;
};

static struct lane_set read_lanes(struct arena *arena, const char *yaml, size_t length)
{
	struct findings findings = findings_new(arena, "nl");
	struct scheme *scheme = ARENA_NEW(arena, struct scheme);

	assert_int_equal(scheme_read(yaml, length, scheme, &findings), OK);
	return scheme_lanes(scheme, arena);
}

static int begin(void **state)
{
	const struct embedded_file *file = embedded_find(FILE_NAME);
	struct arena *arena = arena_new(ARENA_BYTES);
	struct test *test = ARENA_NEW(arena, struct test);

	test->arena = arena;
	test->words_arena = arena_new(ARENA_BYTES);
	test->set = read_lanes(arena, (const char *)file->bytes, file->size);
	test->answer = assign_answer_new(&test->set, arena);
	test->seed = 20230515;
	*state = test;
	return 0;
}

static int end(void **state)
{
	struct test *test = *state;

	arena_free(test->words_arena);
	arena_free(test->arena);
	return 0;
}

/* --- cases --- */

struct example {
	const char *product, *born, *area, *on, *current, *since;
	const char *first; /* the first candidate, or NULL when nobody can serve */
	const char *under;
	size_t able_count;
	const char *rule;
};

static const struct example examples[] = {
	/* Domestic help from 18 at the area's main provider: DNZT in Grootegast, MIEP in the others. */
	{ "huishoudelijke-hulp", "1980-01-01", "Grootegast", "2023-03-01", NULL, NULL, "dnzt", NULL, 1,
	  "area_lead" },
	{ "huishoudelijke-hulp", "1980-01-01", "Leek", "2023-05-15", NULL, NULL, "miep", NULL, 1,
	  "area_lead" },
	{ "huishoudelijke-hulp", "1980-01-01", "Marum", "2023-05-15", NULL, NULL, "miep", NULL, 1,
	  "area_lead" },
	{ "huishoudelijke-hulp", "1940-01-01", "Zuidhorn", "2023-05-15", NULL, NULL, "miep", NULL, 1,
	  "area_lead" },
	{ "huishoudelijke-hulp", "2005-05-15", "Leek", "2023-05-15", NULL, NULL, "miep", NULL, 1,
	  "area_lead" },
	{ "huishoudelijke-hulp", "2005-05-16", "Leek", "2023-05-15", NULL, NULL, NULL, NULL, 0, NULL },
	/* From 75 at the main provider, from 18 to 75 by choice among eighty; the birthday itself counts. */
	{ "dagbesteding", "1948-05-15", "Leek", "2023-05-15", NULL, NULL, "miep", NULL, 1, "area_lead" },
	{ "dagbesteding", "1948-05-16", "Leek", "2023-05-15", NULL, NULL, "aanbieder-18-75-01", NULL, 80,
	  "choice_among" },
	{ "kortdurend-verblijf", "1948-02-29", "Leek", "2023-02-28", NULL, NULL, "aanbieder-18-75-01", NULL,
	  80, "choice_among" },
	{ "kortdurend-verblijf", "1948-02-29", "Leek", "2023-03-01", NULL, NULL, "miep", NULL, 1,
	  "area_lead" },
	{ "individuele-begeleiding", "1990-01-01", "Marum", "2023-05-15", "aanbieder-18-75-42", "2023-01-01",
	  "aanbieder-18-75-42", NULL, 80, "choice_among" },
	{ "individuele-begeleiding", "1948-05-15", "Marum", "2023-05-15", "aanbieder-18-75-42", "2023-01-01",
	  "miep", NULL, 1, "area_lead" },
	/* Until the cut-over the present providers, from that day the new ones; on each day exactly one side.
	 */
	{ "huishoudelijke-hulp", "1980-01-01", "Leek", "2023-02-28", NULL, NULL, "huidige-aanbieder", NULL, 1,
	  "keep_current" },
	{ "huishoudelijke-hulp", "1980-01-01", "Leek", "2023-02-28", "dnzt", NULL, "dnzt", NULL, 1,
	  "keep_current" },
	{ "huishoudelijke-hulp", "1980-01-01", "Leek", "2023-02-28", "miep", NULL, "miep", NULL, 1,
	  "keep_current" },
	{ "huishoudelijke-hulp", "1980-01-01", "Leek", "2023-02-28", "huidige-aanbieder", NULL,
	  "huidige-aanbieder", NULL, 1, "keep_current" },
	{ "huishoudelijke-hulp", "1980-01-01", "Leek", "2023-03-01", "huidige-aanbieder", NULL, "miep", NULL,
	  1, "area_lead" },
	{ "dagbesteding", "1980-01-01", "Leek", "2022-06-30", NULL, NULL, "huidige-aanbieder", NULL, 1,
	  "keep_current" },
	{ "dagbesteding", "1980-01-01", "Leek", "2022-07-01", NULL, NULL, "aanbieder-18-75-01", NULL, 80,
	  "choice_among" },
	{ "dagbesteding", "1940-01-01", "Leek", "2022-07-01", NULL, NULL, "huidige-aanbieder", NULL, 1,
	  "keep_current" },
	{ "dagbesteding", "1940-01-01", "Leek", "2023-02-28", "aanbieder-18-75-03", NULL,
	  "aanbieder-18-75-03", NULL, 1, "keep_current" },
	/* The closed cohort in Zuidhorn: only whom DNZT served before 1 March 2023. */
	{ "huishoudelijke-hulp", "1950-01-01", "Zuidhorn", "2023-05-15", "dnzt", "2023-02-28", "dnzt", "miep",
	  2, "closed_cohort" },
	{ "dagbesteding", "1940-01-01", "Zuidhorn", "2023-05-15", "dnzt", "2020-01-01", "dnzt", "miep", 2,
	  "closed_cohort" },
	{ "huishoudelijke-hulp", "1950-01-01", "Zuidhorn", "2023-05-15", "dnzt", "2023-03-01", "miep", NULL,
	  1, "area_lead" },
	{ "huishoudelijke-hulp", "1950-01-01", "Zuidhorn", "2023-05-15", "dnzt", NULL, "miep", NULL, 1,
	  "area_lead" },
	{ "huishoudelijke-hulp", "1950-01-01", "Zuidhorn", "2023-05-15", "miep", "2020-01-01", "miep", NULL,
	  1, "area_lead" },
	{ "huishoudelijke-hulp", "1950-01-01", "Zuidhorn", "2023-02-28", "dnzt", "2020-01-01", "dnzt", NULL,
	  1, "keep_current" },
	{ "huishoudelijke-hulp", "1950-01-01", "Leek", "2023-05-15", "dnzt", "2020-01-01", "miep", NULL, 1,
	  "area_lead" },
	{ "dagbesteding", "1980-01-01", "Zuidhorn", "2023-05-15", "dnzt", "2020-01-01", "aanbieder-18-75-01",
	  NULL, 80, "choice_among" },
	/* Before the area exists nobody can serve. */
	{ "dagbesteding", "1940-01-01", "Leek", "2018-12-31", NULL, NULL, NULL, NULL, 0, NULL },
};

static struct date date_from(const char *text)
{
	struct date date = { 0 };

	assert_true(text == NULL || date_read(text, &date));
	return date;
}

static void ask(struct test *test, const struct example *example)
{
	const struct assign_names names = { .product = example->product,
		                            .area = example->area,
		                            .current = example->current,
		                            .born = date_from(example->born),
		                            .on = date_from(example->on),
		                            .since = date_from(example->since) };
	struct fault fault;

	assert_int_equal(assign_question_read(&test->set, &names, &test->question, &fault), OK);
	assign_judge(&test->set, &test->question, test->answer);
}

static const char *party_name(struct test *test, uint16_t party)
{
	return party == LANE_NONE ? "" : test->set.parties.items[party].name;
}

static void each_example_has_its_answer(void **state)
{
	struct test *test = *state;

	for (size_t i = 0; i < COUNT(examples); i++) {
		const struct example *example = &examples[i];
		const struct assign_candidate *first = &test->answer->candidates[0];

		ask(test, example);
		if (test->answer->able_count != example->able_count)
			fail_msg("example %zu: %zu can serve", i, test->answer->able_count);
		if (example->able_count == 0) {
			assert_null(assign_rule_of(&test->set, test->answer));
			continue;
		}
		if (strcmp(party_name(test, first->party), example->first) != 0)
			fail_msg("example %zu: %s is first", i, party_name(test, first->party));
		assert_string_equal(party_name(test, first->under),
		                    example->under == NULL ? "" : example->under);
		assert_string_equal(assign_rule_of(&test->set, test->answer)->name, example->rule);
		assert_int_equal(test->answer->has_choice, example->able_count == 80);
	}
}

static const struct lane *lane_of(struct test *test, const char *party)
{
	for (size_t i = 0; i < test->answer->count; i++)
		if (strcmp(party_name(test, test->answer->candidates[i].party), party) == 0)
			return &test->set.lanes[test->answer->candidates[i].lane];
	return NULL;
}

/* Why somebody cannot serve is said by the lane that is about this resident now, and by its own before
 * another's. */
static void the_nearest_lane_explains(void **state)
{
	struct test *test = *state;

	ask(test, &(struct example){ .product = "huishoudelijke-hulp",
	                             .born = "1950-01-01",
	                             .area = "Zuidhorn",
	                             .on = "2023-05-15",
	                             .current = "dnzt" });
	assert_int_equal(lane_of(test, "dnzt")->how, LANE_CLOSED_COHORT);
	ask(test, &(struct example){ .product = "dagbesteding",
	                             .born = "1948-05-15",
	                             .area = "Leek",
	                             .on = "2023-05-15",
	                             .current = "aanbieder-18-75-42" });
	assert_int_equal(lane_of(test, "aanbieder-18-75-42")->how, LANE_CHOICE_AMONG);
	assert_string_equal(lane_of(test, "huidige-aanbieder")->name, "huidig-vanaf-75");
}

static void an_unknown_name_is_named(void **state)
{
	struct test *test = *state;
	struct assign_names names = { .product = "dagbesteding",
		                      .area = "Leeck",
		                      .born = date_of(1950, 1, 1),
		                      .on = date_of(2023, 5, 15) };
	struct fault fault;

	assert_int_equal(assign_question_read(&test->set, &names, &test->question, &fault), NOT_FOUND);
	assert_string_equal(fault.words,
	                    "scheme westerkwartier has no area named \"Leeck\"; did you mean \"Leek\"?");
	names.area = "Leek";
	names.current = "niemand";
	assert_int_equal(assign_question_read(&test->set, &names, &test->question, &fault), NOT_FOUND);
	assert_string_equal(fault.words, "scheme westerkwartier has no party named \"niemand\"");
}

/* --- words --- */

static const char *json_of(struct test *test)
{
	CLEANUP(text_done) struct text out = text_new((size_t)1024 * 1024);
	const struct assign_view view = { .set = &test->set,
		                          .question = &test->question,
		                          .answer = test->answer,
		                          .language = "nl",
		                          .arena = test->words_arena };

	assign_to_json(&view, &out);
	return arena_copy(test->words_arena, text_words(&out));
}

static void the_json_is_the_contract(void **state)
{
	struct test *test = *state;
	const char *json;

	ask(test, &(struct example){ .product = "huishoudelijke-hulp",
	                             .born = "1950-01-01",
	                             .area = "Zuidhorn",
	                             .on = "2023-05-15",
	                             .current = "dnzt",
	                             .since = "2022-01-01" });
	json = json_of(test);
	assert_non_null(strstr(
		json,
		"{\"candidates\":[{\"party\":\"dnzt\",\"under\":\"miep\",\"responsible\":false,\"for\":["
		"\"De Nieuwe Zorg Thuis (DNZT) helpt deze inwoner nu al.\",\"De inwoner is al cliënt "
		"sinds 2022-01-01, dus voor 2023-03-01; De Nieuwe Zorg Thuis (DNZT) blijft helpen als "
		"onderaannemer van MIEP. (westerkwartier:"));
	assert_non_null(strstr(json,
	                       "regel closed_cohort)\"],\"against\":[]},{\"party\":\"miep\",\"under\":null,"
	                       "\"responsible\":true,"));
	assert_non_null(
		strstr(json, "\"choice\":false,\"rule\":\"closed_cohort\",\"reasons\":[\"Een onderaannemer"));
}

static void nobody_able_says_why(void **state)
{
	struct test *test = *state;
	const char *json;

	ask(test, &(struct example){ .product = "huishoudelijke-hulp",
	                             .born = "2010-01-01",
	                             .area = "Leek",
	                             .on = "2023-05-15" });
	json = json_of(test);
	assert_non_null(
		strstr(json, "\"choice\":false,\"rule\":null,\"reasons\":[\"Op 2023-05-15 kan niemand"));
	assert_non_null(
		strstr(json, "De inwoner is op 2023-05-15 13 jaar; deze afspraak geldt vanaf 18 jaar."));
}

/* --- what holds for any question --- */

/* xorshift64: the same questions in every run. */
static uint32_t any(struct test *test, uint32_t below)
{
	test->seed ^= test->seed << 13;
	test->seed ^= test->seed >> 7;
	test->seed ^= test->seed << 17;
	return (uint32_t)(test->seed >> 32) % below;
}

static struct date any_date(struct test *test, int from_year, uint32_t years)
{
	return date_add_days(date_of(from_year, 1, 1), (int32_t)any(test, years * 365));
}

static struct assign_question any_question(struct test *test)
{
	struct assign_question asked = { .current = LANE_NONE };

	asked.product = (uint16_t)any(test, (uint32_t)test->set.products.count);
	asked.area = (uint16_t)any(test, (uint32_t)test->set.areas.count);
	asked.born = any_date(test, 1925, 95);
	asked.on = any_date(test, 2018, 8);
	if (any(test, 2) == 0)
		asked.current = (uint16_t)any(test, (uint32_t)test->set.parties.count);
	if (any(test, 2) == 0)
		asked.since = any_date(test, 2018, 8);
	return asked;
}

static bool is_offered(struct test *test, const struct assign_candidate *candidate,
                       const struct assign_question *asked)
{
	struct lane_place place = lane_set_place(&test->set, asked->product, asked->area);

	for (size_t i = 0; i < place.count; i++)
		if (place.offers[i].lane == candidate->lane &&
		    (place.offers[i].party == candidate->party ||
		     assign_rules[test->set.lanes[candidate->lane].how].takes_current))
			return true;
	return false;
}

static void check_able(struct test *test, const struct assign_candidate *candidate,
                       const struct assign_question *asked)
{
	const struct lane *lane = &test->set.lanes[candidate->lane];
	int age = date_age_on(asked->born, asked->on);

	assert_true(is_offered(test, candidate, asked));
	assert_true(date_within(asked->on, lane->from, lane->until));
	assert_true(age >= lane->from_age && (lane->until_age == 0 || age < lane->until_age));
	if (lane->how == LANE_CLOSED_COHORT) {
		assert_int_equal(candidate->party, asked->current);
		assert_true(date_is(asked->since) && date_before(asked->since, lane->served_before));
		assert_true(candidate->under != LANE_NONE);
	}
	if (lane->how == LANE_KEEP_CURRENT && asked->current != LANE_NONE)
		assert_int_equal(candidate->party, asked->current);
}

static void check_order(struct test *test, const struct assign_question *asked)
{
	bool has_current = asked->current == LANE_NONE;

	for (size_t i = 0; i < test->answer->count; i++) {
		const struct assign_candidate *candidate = &test->answer->candidates[i];
		bool is_able = (candidate->reasons & REASONS_AGAINST) == 0;

		assert_int_equal(is_able, i < test->answer->able_count);
		if (is_able)
			check_able(test, candidate, asked);
		if (is_able && candidate->party == asked->current)
			assert_int_equal(i, 0);
		has_current = has_current || candidate->party == asked->current;
		for (size_t j = 0; j < i; j++)
			assert_true(test->answer->candidates[j].party != candidate->party);
	}
	assert_true(has_current);
}

static void check_words(struct test *test, const char *language)
{
	const struct assign_view view = { .set = &test->set,
		                          .question = &test->question,
		                          .answer = test->answer,
		                          .language = language,
		                          .arena = test->words_arena };
	struct texts texts = assign_words(&view);

	assert_true(texts.count > 0);
	for (size_t i = 0; i < test->answer->count; i++)
		if (i < test->answer->able_count)
			assert_true(assign_words_for(&view, &test->answer->candidates[i]).count > 0);
		else
			assert_true(assign_words_against(&view, &test->answer->candidates[i]).count > 0);
	arena_clear(test->words_arena);
}

/* On every day of the scheme everybody from 18 has somebody, and never two contract parties without a choice.
 */
static void check_someone(struct test *test, const struct assign_question *asked)
{
	int age = date_age_on(asked->born, asked->on);

	if (age >= 18 && !date_before(asked->on, date_of(2019, 1, 1)))
		assert_true(test->answer->able_count > 0);
	if (age < 18)
		assert_int_equal(test->answer->able_count, 0);
	if (test->answer->able_count > 0 && !test->answer->has_choice)
		for (size_t i = 1; i < test->answer->able_count; i++)
			assert_int_equal(test->answer->candidates[0].under,
			                 test->answer->candidates[i].party);
}

static void any_question_is_answered_well(void **state)
{
	struct test *test = *state;

	for (int i = 0; i < 20000; i++) {
		test->question = any_question(test);
		assign_judge(&test->set, &test->question, test->answer);
		check_order(test, &test->question);
		check_someone(test, &test->question);
		if (i % 100 == 0)
			check_words(test, i % 200 == 0 ? "nl" : "en");
	}
}

static void the_same_question_has_the_same_answer(void **state)
{
	struct test *test = *state;
	struct assign_answer *again = assign_answer_new(&test->set, test->arena);

	for (int i = 0; i < 2000; i++) {
		struct assign_question asked = any_question(test), other = any_question(test);

		assign_judge(&test->set, &asked, test->answer);
		assign_judge(&test->set, &other, again);
		assign_judge(&test->set, &asked, again);
		assert_int_equal(test->answer->count, again->count);
		assert_memory_equal(test->answer->candidates, again->candidates,
		                    test->answer->count * sizeof(test->answer->candidates[0]));
	}
}

/* --- the order of the file --- */

/* The file with the items of a section in reverse; the section ends at the next line without indent. */
static const char *reversed(struct test *test, const char *yaml, const char *section)
{
	const char *begins = strstr(yaml, section) + strlen(section), *ends = begins;
	const char *items = "", *item = begins;

	while (*ends == ' ')
		ends = strchr(ends, '\n') + 1;
	for (const char *line = begins; line <= ends; line = strchr(line, '\n') + 1) {
		if (line != ends && strncmp(line, "  - ", 4) != 0)
			continue;
		items = arena_print(test->arena, "%.*s%s", (int)(line - item), item, items);
		item = line;
		if (line == ends)
			break;
	}
	return arena_print(test->arena, "%.*s%s%s", (int)(begins - yaml), yaml, items, ends);
}

/* Without comments and empty lines, which may stand between items. */
static const char *without_comments(struct test *test, const char *yaml)
{
	char *out = arena_copy(test->arena, yaml), *to = out;

	for (const char *line = yaml; *line != '\0'; line = strchr(line, '\n') + 1) {
		size_t length = strcspn(line, "\n") + 1, blanks = strspn(line, " ");

		if (line[blanks] == '#' || line[blanks] == '\n')
			continue;
		memcpy(to, line, length);
		to += length;
	}
	*to = '\0';
	return out;
}

static void the_order_of_the_file_is_nothing(void **state)
{
	struct test *test = *state;
	static const char *const sections[] = { "\nareas:\n", "\nproducts:\n", "\nparties:\n", "\nlanes:\n" };
	const char *yaml = without_comments(test, (const char *)embedded_find(FILE_NAME)->bytes);
	struct lane_set other;
	struct assign_answer *others;

	for (size_t i = 0; i < COUNT(sections); i++)
		yaml = reversed(test, yaml, sections[i]);
	other = read_lanes(test->arena, yaml, strlen(yaml));
	others = assign_answer_new(&other, test->arena);
	assert_int_equal(other.offers_count, test->set.offers_count);
	assert_true(other.lanes[0].line != test->set.lanes[0].line);
	for (int i = 0; i < 2000; i++) {
		struct assign_question asked = any_question(test);

		assign_judge(&test->set, &asked, test->answer);
		assign_judge(&other, &asked, others);
		assert_int_equal(test->answer->count, others->count);
		assert_memory_equal(test->answer->candidates, others->candidates,
		                    test->answer->count * sizeof(test->answer->candidates[0]));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_example_has_its_answer),
		cmocka_unit_test(the_nearest_lane_explains),
		cmocka_unit_test(an_unknown_name_is_named),
		cmocka_unit_test(the_json_is_the_contract),
		cmocka_unit_test(nobody_able_says_why),
		cmocka_unit_test(any_question_is_answered_well),
		cmocka_unit_test(the_same_question_has_the_same_answer),
		cmocka_unit_test(the_order_of_the_file_is_nothing),
	};

	return cmocka_run_group_tests(tests, begin, end);
}
