/* SPDX-License-Identifier: EUPL-1.2 */
/* What holds for any resident in any scheme: schemes and questions are made by chance, the same in every run.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "practice/assignment/assign.h"

#define ARENA_BYTES ((size_t)64 * 1024 * 1024)
#define SCHEMES 1000
#define QUESTIONS 60 /* of each scheme */
#define PRODUCTS_MAX 3
#define AREAS_MAX 4
#define PARTIES_MAX 9
#define EXPERTISE_MAX 3
#define LANES_MAX 9

/* A lane as a file would say it; numbers stand for names. */
struct line {
	struct lane lane;
	uint32_t products, areas, parties; /* bits */
	uint16_t under;
};

/* A scheme in the order of its file; each number in 0 .. count - 1 is one product, area, party. */
struct draft {
	size_t products, areas, parties, expertise, lines_count;
	struct line lines[LANES_MAX];
	struct date area_from[AREAS_MAX], area_until[AREAS_MAX];
	uint64_t experts[PARTIES_MAX];
};

struct test {
	struct arena *arena;
	uint64_t seed;
};

/* xorshift64: the same in every run. */
static uint32_t any(struct test *test, size_t below)
{
	test->seed ^= test->seed << 13;
	test->seed ^= test->seed >> 7;
	test->seed ^= test->seed << 17;
	return (uint32_t)(test->seed >> 32) % (uint32_t)below;
}

static struct date any_date(struct test *test)
{
	return date_add_days(date_of(2015, 1, 1), (int32_t)any(test, (size_t)12 * 365));
}

static struct date any_end(struct test *test, struct date from)
{
	return any(test, 3) == 0 ? (struct date){ 0 } : date_add_days(from, 1 + (int32_t)any(test, 1500));
}

/* Some of count things, at least one. */
static uint32_t some(struct test *test, size_t count)
{
	return any(test, ((size_t)1 << count) - 1) + 1;
}

static struct line any_line(struct test *test, const struct draft *draft, size_t number)
{
	struct line line = { .under = LANE_NONE };

	line.lane.name = arena_print(test->arena, "afspraak-%zu", number);
	line.lane.group = "iedereen";
	line.lane.line = (int)number + 1;
	line.lane.how = any(test, LANE_HOWS_COUNT);
	line.lane.rank = (uint16_t)((line.lane.how * 5 + 2) % LANE_HOWS_COUNT); /* each rule another rank */
	line.lane.from = any_date(test);
	line.lane.until = any_end(test, line.lane.from);
	line.lane.from_age = (int16_t)any(test, 80);
	line.lane.until_age = any(test, 2) == 0 ? 0 : (int16_t)(line.lane.from_age + 1 + (int)any(test, 40));
	line.lane.served_before = any_date(test);
	line.products = some(test, draft->products);
	line.areas = some(test, draft->areas);
	line.parties = some(test, draft->parties);
	if (line.lane.how == LANE_CLOSED_COHORT || line.lane.how == LANE_COMBINATION_MEMBER ||
	    line.lane.how == LANE_EXPERTISE)
		line.under = (uint16_t)any(test, draft->parties);
	return line;
}

static struct draft any_draft(struct test *test)
{
	struct draft draft = { .products = 1 + any(test, PRODUCTS_MAX),
		               .areas = 1 + any(test, AREAS_MAX),
		               .parties = 1 + any(test, PARTIES_MAX),
		               .expertise = any(test, EXPERTISE_MAX + 1),
		               .lines_count = 1 + any(test, LANES_MAX) };

	for (size_t i = 0; i < draft.lines_count; i++)
		draft.lines[i] = any_line(test, &draft, i);
	for (size_t i = 0; i < draft.areas; i++) {
		draft.area_from[i] = any_date(test);
		draft.area_until[i] = any_end(test, draft.area_from[i]);
	}
	for (size_t i = 0; i < draft.parties; i++)
		draft.experts[i] = any(test, (size_t)1 << draft.expertise);
	return draft;
}

/* --- a draft as lanes, as a scheme file gives them --- */

/* Names that sort as their numbers, given in another order when is_reversed. */
static struct lane_names names_of(struct test *test, const char *kind, size_t count, bool is_reversed)
{
	struct lane_names names = { .items = ARENA_MANY(test->arena, count, struct lane_name),
		                    .count = count };

	for (size_t i = 0; i < count; i++) {
		const char *name = arena_print(test->arena, "%s-%zu", kind, is_reversed ? count - 1 - i : i);

		names.items[i] = (struct lane_name){ .name = name, .label = name };
	}
	lane_names_sort(&names);
	return names;
}

static void add_offers(struct lane_set *set, const struct line *line, struct lane_offer offer)
{
	for (offer.product = 0; offer.product < set->products.count; offer.product++)
		for (offer.area = 0; offer.area < set->areas.count; offer.area++)
			if ((line->products >> offer.product & 1) != 0 &&
			    (line->areas >> offer.area & 1) != 0)
				set->offers[set->offers_count++] = offer;
}

/* Of members one has the areas; the others of the lane step in for it. */
static void add_line(struct lane_set *set, const struct line *line, uint16_t lane)
{
	struct lane_offer offer = { .under = line->under, .lane = lane, .instead_of = LANE_NONE };

	for (offer.party = 0; offer.party < set->parties.count; offer.party++) {
		if ((line->parties >> offer.party & 1) == 0)
			continue;
		add_offers(set, line, offer);
		if (line->lane.how == LANE_COMBINATION_MEMBER && offer.instead_of == LANE_NONE)
			offer.instead_of = offer.party;
	}
}

static uint16_t lane_index(const struct lane_set *set, const char *name)
{
	uint16_t index = 0;

	while (strcmp(set->lanes[index].name, name) != 0)
		index++;
	return index;
}

static struct lane_set set_of(struct test *test, const struct draft *draft, bool is_reversed)
{
	struct lane_set set = {
		.scheme = "toeval",
		.products = names_of(test, "product", draft->products, is_reversed),
		.areas = names_of(test, "gebied", draft->areas, is_reversed),
		.parties = names_of(test, "partij", draft->parties, is_reversed),
		.expertise = names_of(test, "kunde", draft->expertise, is_reversed),
		.experts = ARENA_MANY(test->arena, draft->parties, uint64_t),
		.lanes = ARENA_MANY(test->arena, draft->lines_count, struct lane),
		.lanes_count = draft->lines_count,
		.offers = ARENA_MANY(test->arena, (size_t)PRODUCTS_MAX * AREAS_MAX * PARTIES_MAX * LANES_MAX,
		                     struct lane_offer),
	};

	memcpy(set.experts, draft->experts, draft->parties * sizeof(set.experts[0]));
	for (size_t i = 0; i < draft->areas; i++) {
		set.areas.items[i].from = draft->area_from[i];
		set.areas.items[i].until = draft->area_until[i];
	}
	for (size_t i = 0; i < draft->lines_count; i++)
		set.lanes[i] = draft->lines[is_reversed ? draft->lines_count - 1 - i : i].lane;
	lane_sort(set.lanes, set.lanes_count);
	for (size_t i = 0; i < draft->lines_count; i++) {
		const struct line *line = &draft->lines[is_reversed ? draft->lines_count - 1 - i : i];

		add_line(&set, line, lane_index(&set, line->lane.name));
	}
	lane_set_index(&set, test->arena);
	return set;
}

static struct assign_question any_question(struct test *test, const struct draft *draft)
{
	struct assign_question asked = { .current = LANE_NONE };

	asked.product = (uint16_t)any(test, draft->products);
	asked.area = (uint16_t)any(test, draft->areas);
	asked.on = any_date(test);
	asked.born = date_add_days(asked.on, -(int32_t)any(test, (size_t)100 * 365));
	if (any(test, 2) == 0)
		asked.current = (uint16_t)any(test, draft->parties);
	if (any(test, 2) == 0)
		asked.since = any_date(test);
	if (any(test, 3) == 0)
		asked.expertise = any(test, (size_t)1 << draft->expertise);
	if (any(test, 3) == 0)
		asked.unavailable[asked.unavailable_count++] = (uint16_t)any(test, draft->parties);
	return asked;
}

/* --- what holds --- */

static bool is_unavailable(const struct assign_question *asked, uint16_t party)
{
	for (size_t i = 0; i < asked->unavailable_count; i++)
		if (asked->unavailable[i] == party)
			return true;
	return false;
}

/* A lane of the product in the area has the party, or is open to whoever delivers now. */
static bool is_offered(const struct lane_set *set, const struct assign_question *asked,
                       const struct assign_candidate *candidate)
{
	struct lane_place place = lane_set_place(set, asked->product, asked->area);

	for (size_t i = 0; i < place.count; i++)
		if (place.offers[i].lane == candidate->lane &&
		    (place.offers[i].party == candidate->party ||
		     (assign_rules[set->lanes[candidate->lane].how].takes_current &&
		      candidate->party == asked->current)))
			return true;
	return false;
}

/* Never a party without a running lane, never an age or area outside it, never who cannot. */
static void check_able(const struct lane_set *set, const struct assign_question *asked,
                       const struct assign_candidate *candidate)
{
	const struct lane *lane = &set->lanes[candidate->lane];
	const struct lane_name *area = &set->areas.items[asked->area];
	int age = date_age_on(asked->born, asked->on);

	assert_true(is_offered(set, asked, candidate));
	assert_true(date_within(asked->on, lane->from, lane->until));
	assert_true(date_within(asked->on, area->from, area->until));
	assert_true(age >= lane->from_age && (lane->until_age == 0 || age < lane->until_age));
	assert_false(is_unavailable(asked, candidate->party));
	if (lane->how == LANE_CLOSED_COHORT)
		assert_true(candidate->party == asked->current &&
		            date_before(asked->since, lane->served_before));
	if (lane->how == LANE_EXPERTISE)
		assert_int_equal(asked->expertise & ~set->experts[candidate->party], 0);
	if (candidate->instead_of != LANE_NONE && candidate->party != asked->current)
		assert_true(is_unavailable(asked, candidate->instead_of) || asked->expertise != 0);
}

/* Who can serve comes first, the present provider at the head, nobody twice, and nobody without a reason. */
static void check_answer(struct test *test, const struct assign_view *view)
{
	const struct assign_answer *answer = view->answer;
	const struct assign_question *asked = view->question;
	bool has_current = asked->current == LANE_NONE;

	(void)test;
	assert_true(assign_words(view).count > 0);
	for (size_t i = 0; i < answer->count; i++) {
		const struct assign_candidate *candidate = &answer->candidates[i];

		if (i < answer->able_count) {
			check_able(view->set, asked, candidate);
			assert_true(assign_words_for(view, candidate).count > 0);
			assert_true(candidate->party != asked->current || i == 0);
		}
		assert_int_equal(assign_words_against(view, candidate).count == 0, i < answer->able_count);
		has_current = has_current || candidate->party == asked->current;
		for (size_t j = 0; j < i; j++)
			assert_true(answer->candidates[j].party != candidate->party);
	}
	assert_true(has_current);
}

static void check_same(const struct assign_answer *one, const struct assign_answer *other)
{
	assert_int_equal(one->count, other->count);
	assert_int_equal(one->able_count, other->able_count);
	assert_int_equal(one->has_choice, other->has_choice);
	assert_memory_equal(one->candidates, other->candidates, one->count * sizeof(one->candidates[0]));
}

/* The same scheme in two orders, asked the same, after another question in between. */
static void ask_both(struct test *test, const struct draft *draft)
{
	const struct lane_set sets[] = { set_of(test, draft, false), set_of(test, draft, true) };
	struct assign_answer *answer = assign_answer_new(&sets[0], test->arena);
	struct assign_answer *again = assign_answer_new(&sets[1], test->arena);

	for (size_t i = 0; i < QUESTIONS; i++) {
		struct assign_question asked = any_question(test, draft), other = any_question(test, draft);
		const struct assign_view view = { .set = &sets[0],
			                          .question = &asked,
			                          .answer = answer,
			                          .language = i % 2 == 0 ? "nl" : "en",
			                          .arena = test->arena };

		assign_judge(&sets[0], &asked, answer);
		assign_judge(&sets[1], &other, again);
		assign_judge(&sets[1], &asked, again);
		check_answer(test, &view);
		check_same(answer, again);
	}
}

static void any_scheme_answers_any_resident_well(void **state)
{
	struct test test = { .arena = arena_new(ARENA_BYTES), .seed = 20220601 };

	(void)state;
	for (size_t i = 0; i < SCHEMES; i++) {
		const struct draft draft = any_draft(&test);

		ask_both(&test, &draft);
		arena_clear(test.arena);
	}
	arena_free(test.arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(any_scheme_answers_any_resident_well) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
