/* SPDX-License-Identifier: EUPL-1.2 */
/* Who can deliver in each scheme of this repository; each rule decides an example, each reason is given in
 * one. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "common/scheme/scheme.h"
#include "platform/base/embedded.h"
#include "practice/assignment/assign_kept.h"
#include "shows.h"

#define MAX_KEPT_BYTES 8192 /* for eighty candidates too */
#define MAX_WORDS_BYTES ((size_t)1024 * 1024)
#define ARENA_BYTES ((size_t)256 * 1024 * 1024)
#define NAMES_MAX 4

/* The schemes, by the first letters of their examples. */
enum { ALPHEN, LELYSTAD, TOM, WESTERKWARTIER, ZWOLLE };
static const char *const files[] = {
	[ALPHEN] = "schemes/alphen.yaml",       [LELYSTAD] = "schemes/lelystad.yaml",
	[TOM] = "schemes/tom-in-de-buurt.yaml", [WESTERKWARTIER] = "schemes/westerkwartier.yaml",
	[ZWOLLE] = "schemes/zwolle.yaml",
};

struct test {
	struct arena *arena;
	struct lane_set sets[COUNT(files)];
	struct assign_answer *answers[COUNT(files)];
};

struct example {
	size_t file;
	const char *product, *born, *area, *on, *current, *since;
	const char *expertise[NAMES_MAX], *unavailable[NAMES_MAX];
	const char *able; /* who can serve, in order: "party under, ..."; of a long list the beginning */
	size_t able_count;
	const char *rule; /* NULL when nobody can serve */
	bool has_choice;
	const char *shows; /* rows of data/requirements.csv */
};

static const char hulp[] = "huishoudelijke-ondersteuning", thuis[] = "thuisondersteuning";
static const char begeleiding[] = "individuele-begeleiding";

#define FOUR "aanbieder-2, aanbieder-3, aanbieder-4, aanbieder-5"
#define ANY "1950-01-01" /* any date of birth that is in each target group */

static const struct example examples[] = {
	/* Five contract parties; of the combination the member that has the neighbourhood. */
	{ ALPHEN, hulp, ANY, "Alphen-centrum", "2022-06-01",
	  .able = "thuiszorg-izo wijdezorg-combinatie, " FOUR, .able_count = 5, .rule = "combination_member",
	  .has_choice = true },
	{ ALPHEN, hulp, ANY, "Boskoop", "2022-01-01", .able = "axxicom wijdezorg-combinatie, " FOUR,
	  .able_count = 5, .rule = "combination_member", .has_choice = true },
	{ ALPHEN, hulp, ANY, "Benthuizen", "2025-12-31", .able = "axxicom wijdezorg-combinatie, " FOUR,
	  .able_count = 5, .rule = "combination_member", .has_choice = true },
	{ ALPHEN, hulp, ANY, "Zwammerdam", "2022-06-01", .able = "wijdezorg wijdezorg-combinatie, " FOUR,
	  .able_count = 5, .rule = "combination_member", .has_choice = true },
	/* A member that cannot: the other two follow, and the choice stays one of five. */
	{ ALPHEN, hulp, ANY, "Alphen-centrum", "2022-06-01", .unavailable = { "thuiszorg-izo" },
	  .able = "axxicom wijdezorg-combinatie, wijdezorg wijdezorg-combinatie, " FOUR, .able_count = 6,
	  .rule = "combination_member", .has_choice = true },
	{ ALPHEN, hulp, ANY, "Alphen-centrum", "2022-06-01",
	  .unavailable = { "thuiszorg-izo", "axxicom", "wijdezorg" }, .able = FOUR, .able_count = 4,
	  .rule = "choice_among", .has_choice = true },
	/* The combination as a whole cannot: none of its members follows. */
	{ ALPHEN, hulp, ANY, "Alphen-centrum", "2022-06-01", .unavailable = { "wijdezorg-combinatie" },
	  .able = FOUR, .able_count = 4, .rule = "choice_among", .has_choice = true },
	{ ALPHEN, hulp, ANY, "Alphen-centrum", "2022-06-01", .current = "axxicom",
	  .able = "axxicom wijdezorg-combinatie, thuiszorg-izo wijdezorg-combinatie, " FOUR, .able_count = 6,
	  .rule = "combination_member", .has_choice = true },
	{ ALPHEN, hulp, ANY, "Boskoop", "2022-06-01", .expertise = { "eigen-huishouden-oppakken" },
	  .able = "thuiszorg-izo wijdezorg-combinatie, axxicom wijdezorg-combinatie, " FOUR, .able_count = 6,
	  .rule = "combination_member", .has_choice = true, .shows = "ALP-28 X-12" },
	/* The term is 2022-2025, and nothing goes on by itself. */
	{ ALPHEN, hulp, ANY, "Boskoop", "2021-12-31" },
	{ ALPHEN, hulp, ANY, "Boskoop", "2026-01-01" },

	/* Until 1 June 2018 whoever delivers, then 29 until 1 January 2021; from 18. */
	{ ZWOLLE, thuis, ANY, "Zwolle", "2018-05-31", .able = "huidige-aanbieder", .able_count = 1,
	  .rule = "keep_current" },
	{ ZWOLLE, thuis, ANY, "Zwolle", "2018-05-31", .current = "aanbieder-17", .able = "aanbieder-17",
	  .able_count = 1, .rule = "keep_current" },
	{ ZWOLLE, thuis, "2000-06-01", "Zwolle", "2018-06-01", .able = "aanbieder-01, aanbieder-02",
	  .able_count = 29, .rule = "choice_among", .has_choice = true },
	{ ZWOLLE, thuis, "2000-06-02", "Zwolle", "2018-06-01" },
	{ ZWOLLE, thuis, ANY, "Zwolle", "2020-12-31", .current = "aanbieder-29",
	  .able = "aanbieder-29, aanbieder-01", .able_count = 29, .rule = "choice_among",
	  .has_choice = true },
	{ ZWOLLE, thuis, ANY, "Zwolle", "2021-01-01" },
	{ ZWOLLE, thuis, ANY, "Zwolle", "2019-03-04", .expertise = { "autisme" },
	  .able = "aanbieder-03, aanbieder-11, aanbieder-24, aanbieder-01", .able_count = 29,
	  .rule = "choice_among", .has_choice = true, .shows = "ZWO-126 X-12" },
	{ ZWOLLE, thuis, ANY, "Zwolle", "2019-03-04", .unavailable = { "aanbieder-01" },
	  .able = "aanbieder-02", .able_count = 28, .rule = "choice_among", .has_choice = true },

	/* One contract party; the partner with the expertise. Aids are for it from 2022. */
	{ TOM, begeleiding, ANY, "Nieuwkoop", "2022-06-01", .able = "kwintes tom-in-de-buurt",
	  .able_count = 6, .rule = "expertise" },
	{ TOM, begeleiding, ANY, "Kaag en Braassem", "2022-06-01",
	  .expertise = { "bemoeizorg", "psychische-kwetsbaarheid" }, .able = "kwintes tom-in-de-buurt",
	  .able_count = 1, .rule = "expertise", .shows = "TOM-15 X-12" },
	{ TOM, "wijkcoach", ANY, "Alphen aan den Rijn", "2021-12-31",
	  .expertise = { "verstandelijke-beperking" }, .able = "wmo-maatwerk tom-in-de-buurt",
	  .able_count = 1, .rule = "expertise", .shows = "TOM-16 X-12" },
	{ TOM, begeleiding, ANY, "Nieuwkoop", "2022-06-01",
	  .expertise = { "bemoeizorg", "verstandelijke-beperking" } },
	{ TOM, "hulpmiddel", ANY, "Nieuwkoop", "2022-01-01", .able = "tom-in-de-buurt", .able_count = 1,
	  .rule = "area_lead" },
	{ TOM, "hulpmiddel", ANY, "Nieuwkoop", "2021-12-31", .able = "huidige-aanbieder", .able_count = 1,
	  .rule = "keep_current" },

	/* Main contractors by district; their subcontractors are no candidates. */
	{ LELYSTAD, "dagbesteding", ANY, "stadsdeel-1", "2015-01-01",
	  .able = "hoofdaannemer-1, hoofdaannemer-4, hoofdaannemer-5", .able_count = 3,
	  .rule = "choice_among", .has_choice = true },
	{ LELYSTAD, "ondersteuning-thuis", ANY, "stadsdeel-2", "2016-03-01",
	  .able = "hoofdaannemer-1, hoofdaannemer-2", .able_count = 2, .rule = "choice_among",
	  .has_choice = true },
	{ LELYSTAD, "dagbesteding", ANY, "stadsdeel-4", "2040-01-01",
	  .able = "hoofdaannemer-3, hoofdaannemer-4", .able_count = 2, .rule = "choice_among",
	  .has_choice = true },
	{ LELYSTAD, "dagbesteding", ANY, "stadsdeel-4", "2014-12-31" },

	/* A closed cohort under the main provider; with the reasons why somebody is not in it. */
	{ WESTERKWARTIER, "huishoudelijke-hulp", ANY, "Zuidhorn", "2023-05-15", "dnzt", "2022-01-01",
	  .able = "dnzt miep, miep", .able_count = 2, .rule = "closed_cohort" },
	{ WESTERKWARTIER, "huishoudelijke-hulp", ANY, "Zuidhorn", "2023-05-15", "dnzt", "2023-03-01",
	  .able = "miep", .able_count = 1, .rule = "area_lead" },
	{ WESTERKWARTIER, "huishoudelijke-hulp", ANY, "Zuidhorn", "2023-05-15", "dnzt", .able = "miep",
	  .able_count = 1, .rule = "area_lead" },
	{ WESTERKWARTIER, "huishoudelijke-hulp", ANY, "Zuidhorn", "2023-05-15", .able = "miep",
	  .able_count = 1, .rule = "area_lead" },
	{ WESTERKWARTIER, "dagbesteding", "1948-05-15", "Leek", "2023-05-15", "aanbieder-18-75-42",
	  .able = "miep", .able_count = 1, .rule = "area_lead" },
};

static int begin(void **state)
{
	struct arena *arena = arena_new(ARENA_BYTES);
	struct test *test = ARENA_NEW(arena, struct test);

	test->arena = arena;
	for (size_t i = 0; i < COUNT(files); i++) {
		const struct embedded_file *file = embedded_find(files[i]);
		struct findings findings = findings_new(arena, "nl");
		struct scheme *scheme = ARENA_NEW(arena, struct scheme);

		assert_int_equal(scheme_read((const char *)file->bytes, file->size, scheme, &findings), OK);
		test->sets[i] = scheme_lanes(scheme, arena);
		test->answers[i] = assign_answer_new(&test->sets[i], arena);
	}
	*state = test;
	return 0;
}

static int end(void **state)
{
	arena_free(((struct test *)*state)->arena);
	return 0;
}

static struct date date_from(const char *text)
{
	struct date date = { 0 };

	assert_true(text == NULL || date_read(text, &date));
	return date;
}

static struct texts names_of(const char *const names[NAMES_MAX], struct arena *arena)
{
	struct texts texts = { .items = ARENA_MANY(arena, NAMES_MAX, const char *) };

	while (texts.count < NAMES_MAX && names[texts.count] != NULL) {
		texts.items[texts.count] = names[texts.count];
		texts.count++;
	}
	return texts;
}

static struct assign_answer *ask(struct test *test, const struct example *example,
                                 struct assign_question *question)
{
	const struct lane_set *set = &test->sets[example->file];
	const struct assign_names names = { .product = example->product,
		                            .area = example->area,
		                            .current = example->current,
		                            .born = date_from(example->born),
		                            .on = date_from(example->on),
		                            .since = date_from(example->since),
		                            .expertise = names_of(example->expertise, test->arena),
		                            .unavailable = names_of(example->unavailable, test->arena) };
	struct fault fault;

	assert_int_equal(assign_question_read(set, &names, question, &fault), OK);
	assign_judge(set, question, test->answers[example->file]);
	return test->answers[example->file];
}

/* Who can serve, as an example says it. */
static const char *able_words(struct test *test, const struct lane_set *set,
                              const struct assign_answer *answer)
{
	const char *words = "";

	for (size_t i = 0; i < answer->able_count; i++) {
		const struct assign_candidate *candidate = &answer->candidates[i];
		const char *under =
			candidate->under == LANE_NONE ? "" : set->parties.items[candidate->under].name;

		words = arena_print(test->arena, "%s%s%s%s%s", words, i == 0 ? "" : ", ",
		                    set->parties.items[candidate->party].name, under[0] == '\0' ? "" : " ",
		                    under);
	}
	return words;
}

static void each_example_has_its_answer(void **state)
{
	struct test *test = *state;

	for (size_t i = 0; i < COUNT(examples); i++) {
		const struct lane_set *set = &test->sets[examples[i].file];
		struct assign_question question;
		const struct assign_answer *answer = ask(test, &examples[i], &question);
		const struct assign_rule *rule = assign_rule_of(set, answer);
		const char *expected = examples[i].able == NULL ? "" : examples[i].able;
		const char *able = able_words(test, set, answer);

		if (answer->able_count != examples[i].able_count ||
		    strncmp(able, expected, strlen(expected)) != 0)
			fail_msg("example %zu: %zu can serve: %s", i, answer->able_count, able);
		assert_int_equal(answer->has_choice, examples[i].has_choice);
		assert_string_equal(rule == NULL ? "" : rule->name,
		                    examples[i].rule == NULL ? "" : examples[i].rule);
		if (examples[i].shows != NULL)
			SHOWS(examples[i].shows,
			      assert_int_equal(strncmp(able, expected, strlen(expected)), 0));
	}
}

/* What is kept says the same words later, in both languages, and is small also where there are many to
 * choose. */
static void a_kept_answer_says_the_same(void **state)
{
	struct test *test = *state;

	for (size_t i = 0; i < COUNT(examples) * 2; i++) {
		const struct example *example = &examples[i / 2];
		const struct lane_set *set = &test->sets[example->file];
		CLEANUP(text_done) struct text kept_words = text_new(MAX_KEPT_BYTES);
		CLEANUP(text_done)
		struct text then = text_new(MAX_WORDS_BYTES), now = text_new(MAX_WORDS_BYTES);
		struct assign_question question;
		struct assign_view view = { .set = set,
			                    .question = &question,
			                    .answer = ask(test, example, &question),
			                    .language = i % 2 == 0 ? "nl" : "en",
			                    .arena = test->arena };
		struct assign_kept kept;

		assign_to_json(&view, &then);
		assign_keep(&view, 7, &kept_words);
		assert_int_equal(assign_kept_read(text_words(&kept_words), set, test->arena, &kept), OK);
		assert_int_equal(kept.version, 7);
		view.set = &kept.set;
		view.question = &kept.question;
		view.answer = &kept.answer;
		assign_to_json(&view, &now);
		assert_string_equal(text_words(&now), text_words(&then));
	}
}

static void a_kept_answer_explains_who_could(void **state)
{
	struct test *test = *state;
	const struct lane_set *set = &test->sets[ALPHEN];
	const struct example example = { .file = ALPHEN,
		                         .product = hulp,
		                         .born = ANY,
		                         .area = "Boskoop",
		                         .on = "2022-06-01",
		                         .unavailable = { "axxicom" } };
	CLEANUP(text_done) struct text kept = text_new(MAX_KEPT_BYTES);
	struct assign_question question;
	const struct assign_view view = { .set = set,
		                          .question = &question,
		                          .answer = ask(test, &example, &question),
		                          .language = "nl",
		                          .arena = test->arena };

	assign_keep(&view, 0, &kept);
	assert_true(assign_kept_explains(text_words(&kept), "aanbieder-4", test->arena));
	assert_true(assign_kept_explains(text_words(&kept), "wijdezorg", test->arena));
	assert_false(assign_kept_explains(text_words(&kept), "axxicom", test->arena));
	assert_false(assign_kept_explains(text_words(&kept), "aanbieder-6", test->arena));
	assert_false(assign_kept_explains("{}", "aanbieder-4", test->arena));
}

static void each_rule_decides_an_example(void **state)
{
	(void)state;
	for (size_t rule = 0; rule < LANE_HOWS_COUNT; rule++) {
		bool decides = false;

		assert_string_equal(assign_rules[rule].name, lane_hows[rule].code);
		for (size_t i = 0; i < COUNT(examples); i++)
			decides = decides || (examples[i].rule != NULL &&
			                      strcmp(examples[i].rule, assign_rules[rule].name) == 0);
		if (!decides)
			fail_msg("no example for %s", assign_rules[rule].name);
	}
}

/* A present provider where no lane takes it, and an area that is no more: one product, one area, one main
 * provider. */
static uint32_t reasons_of_a_stranger(struct test *test)
{
	struct lane_name product = { .name = "hulp" },
			 area = { .name = "dorp", .until = date_of(2023, 1, 1) };
	struct lane_name parties[] = { { .name = "eigen" }, { .name = "vreemd" } };
	struct lane lane = { .name = "alles", .how = LANE_AREA_LEAD };
	struct lane_offer offer = { .under = LANE_NONE, .instead_of = LANE_NONE };
	const struct assign_question asked = { .current = 1,
		                               .born = date_of(1950, 1, 1),
		                               .on = date_of(2023, 5, 15) };
	struct assign_answer *answer = test->answers[0];
	struct lane_set small = { .products = { &product, 1 },
		                  .areas = { &area, 1 },
		                  .parties = { parties, COUNT(parties) },
		                  .lanes = &lane,
		                  .lanes_count = 1,
		                  .offers = &offer,
		                  .offers_count = 1 };

	lane_set_index(&small, test->arena);
	assign_judge(&small, &asked, answer);
	assert_int_equal(answer->able_count, 0);
	return answer->candidates[0].reasons | answer->candidates[1].reasons;
}

/* A client stop keeps out who is new, and nobody who is there. */
static uint32_t reasons_of_a_client_stop(struct test *test)
{
	struct lane_name product = { .name = "hulp" },
			 area = { .name = "dorp", .from = date_of(2019, 1, 1), .until = DATE_LAST };
	struct lane_name parties[] = { { .name = "vol" }, { .name = "vrij" } };
	struct lane lane = { .name = "alles", .how = LANE_CHOICE_AMONG };
	struct lane_offer offers[] = { { .under = LANE_NONE, .instead_of = LANE_NONE },
		                       { .party = 1, .under = LANE_NONE, .instead_of = LANE_NONE } };
	static const uint16_t full[] = { 0 };
	struct assign_question asked = { .current = LANE_NONE,
		                         .born = date_of(1950, 1, 1),
		                         .on = date_of(2023, 5, 15),
		                         .full = full,
		                         .full_count = COUNT(full) };
	struct assign_answer *answer = test->answers[0];
	struct lane_set small = { .products = { &product, 1 },
		                  .areas = { &area, 1 },
		                  .parties = { parties, COUNT(parties) },
		                  .lanes = &lane,
		                  .lanes_count = 1,
		                  .offers = offers,
		                  .offers_count = COUNT(offers) };
	uint32_t reasons;

	lane_set_index(&small, test->arena);
	assign_judge(&small, &asked, answer);
	assert_int_equal(answer->able_count, 1);
	assert_int_equal(answer->candidates[0].party, 1);
	assert_false(answer->has_choice);
	reasons = answer->candidates[1].reasons;
	asked.current = 0;
	assign_judge(&small, &asked, answer);
	assert_int_equal(answer->able_count, 2);
	assert_int_equal(answer->candidates[0].party, 0);
	return reasons;
}

/* Where a rule or a limit refuses a candidate, this is the example of it: every reason against has one. */
static void each_reason_is_given(void **state)
{
	struct test *test = *state;
	uint32_t given = reasons_of_a_stranger(test) | reasons_of_a_client_stop(test);

	for (size_t i = 0; i < COUNT(examples); i++) {
		struct assign_question question;
		const struct assign_answer *answer = ask(test, &examples[i], &question);

		for (size_t j = 0; j < answer->count; j++)
			given |= answer->candidates[j].reasons;
	}
	for (size_t i = 0; i < assign_reasons_count; i++)
		if ((given & assign_reasons[i].bit) == 0)
			fail_msg("no example gives the reason %s", assign_reasons[i].code);
}

/* Each answer can be said in both languages, with the rule and the line of the scheme. */
static void each_answer_can_be_said(void **state)
{
	static const char *const languages[] = { "nl", "en" };
	struct test *test = *state;

	for (size_t i = 0; i < 2 * COUNT(examples); i++) {
		const struct example *example = &examples[i / 2];
		struct assign_question question;
		const struct assign_answer *answer = ask(test, example, &question);
		const struct assign_view view = { .set = &test->sets[example->file],
			                          .question = &question,
			                          .answer = answer,
			                          .language = languages[i % 2],
			                          .arena = test->arena };

		assert_true(assign_words(&view).count > 0);
		for (size_t j = 0; j < answer->count; j++) {
			struct texts against = assign_words_against(&view, &answer->candidates[j]);

			assert_int_equal(against.count == 0, j < answer->able_count);
			assert_true(j >= answer->able_count ||
			            assign_words_for(&view, &answer->candidates[j]).count > 0);
		}
	}
}

/* In no district more than the cap, no district without, and everybody in two at most. */
static void no_main_contractor_has_three_districts(void **state)
{
	struct test *test = *state;
	const struct lane_set *set = &test->sets[LELYSTAD];

	for (uint16_t party = 0; party < set->parties.count; party++) {
		size_t areas = 0;

		for (uint16_t area = 0; area < set->areas.count; area++) {
			struct lane_place place = lane_set_place(set, 0, area);
			size_t i = 0;

			SHOWS("LEL-I4", assert_true(place.count > 0));
			while (i < place.count && place.offers[i].party != party)
				i++;
			areas += i < place.count;
		}
		SHOWS("LEL-17", assert_true(areas <= 2));
	}
}

static void an_unknown_expertise_is_named(void **state)
{
	struct test *test = *state;
	const char *name = "autism";
	const struct assign_names names = { .product = thuis,
		                            .area = "Zwolle",
		                            .born = date_of(1950, 1, 1),
		                            .on = date_of(2019, 1, 1),
		                            .expertise = { .items = &name, .count = 1 } };
	struct assign_question question;
	struct fault fault;

	assert_int_equal(assign_question_read(&test->sets[ZWOLLE], &names, &question, &fault), NOT_FOUND);
	assert_string_equal(fault.words,
	                    "scheme zwolle has no expertise named \"autism\"; did you mean \"autisme\"?");
}

/* Of a party whose lane was cut in pieces, the piece nearest to the day explains. */
static void the_nearest_piece_explains(void **state)
{
	struct test *test = *state;
	struct lane_set *set = &test->sets[TOM];
	struct assign_question question;
	const struct example example = { TOM, begeleiding, ANY, "Nieuwkoop", "2025-06-01" };
	const struct assign_answer *answer;
	struct lane *last = &set->lanes[0];
	struct date until;

	for (size_t i = 0; i < set->lanes_count; i++)
		if (strcmp(set->lanes[i].name, "opdracht-2022") == 0)
			last = &set->lanes[i];
	assert_string_equal(last->name, "opdracht-2022");
	until = last->until;
	last->until = date_of(2025, 1, 1);
	answer = ask(test, &example, &question);
	assert_int_equal(answer->able_count, 0);
	assert_true(answer->count > 0);
	for (size_t i = 0; i < answer->count; i++)
		assert_string_equal(set->lanes[answer->candidates[i].lane].name, "opdracht-2022");
	last->until = until;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_nearest_piece_explains),
		cmocka_unit_test(each_example_has_its_answer),
		cmocka_unit_test(a_kept_answer_says_the_same),
		cmocka_unit_test(a_kept_answer_explains_who_could),
		cmocka_unit_test(each_rule_decides_an_example),
		cmocka_unit_test(each_reason_is_given),
		cmocka_unit_test(each_answer_can_be_said),
		cmocka_unit_test(no_main_contractor_has_three_districts),
		cmocka_unit_test(an_unknown_expertise_is_named),
	};

	return cmocka_run_group_tests(tests, begin, end);
}
