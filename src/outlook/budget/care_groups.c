/* SPDX-License-Identifier: EUPL-1.2 */
#include "outlook/budget/care_groups.h"

#include <string.h>

#include "budget_sql.h"
#include "common/scheme/chain.h"
#include "contract/funding/paid.h"
#include "outlook/figures/figures.h"
#include "platform/base/text.h"
#include "platform/base/words.h"

#define TIMES 2 /* now, a year earlier */
#define PRODUCTS_BYTES ((size_t)16 * 1024)

static const struct field group_fields[] = {
	FIELD(struct care_group, label),   FIELD(struct care_group, waiting),
	FIELD(struct care_group, refused), FIELD(struct care_group, complaints),
	FIELD(struct care_group, use),
};
const struct record care_group_record = RECORD(struct care_group, "care_group", group_fields);

enum what { WAITING, REFUSED, COMPLAINTS, USE, WHATS };

struct group {
	const char *name, *label;
	int64_t counts[WHATS][TIMES];
};

struct counting {
	struct journal *journal;
	const struct care_asked *asked;
	bool is_by_area;
	struct group *groups;
	size_t count;
};

/* What is counted, and whether the days or the products of the scheme go along. */
struct question {
	enum what what;
	const struct db_query *query;
	bool is_of_products;
};
static const struct question of_areas[] = {
	{ WAITING, &sql_budget_waiting_where, false },
	{ REFUSED, &sql_budget_refused_where, false },
	{ COMPLAINTS, &sql_budget_complaints_where, false },
	{ USE, &sql_budget_use_where, true },
};
static const struct question of_parties[] = {
	{ WAITING, &sql_budget_begin_of, true },
	{ COMPLAINTS, &sql_budget_complaints_about, false },
	{ USE, &sql_budget_use_of, true },
};

static struct date years_before(struct date day, int years)
{
	int year = 1, month = 1, at = 1;

	date_parts(day, &year, &month, &at);
	return date_of(year - years, month, at);
}

/* The group of a postcode or of who delivers; NULL for none of them. */
static struct group *group_of(const struct counting *counting, const char *key)
{
	const struct journal *journal = counting->journal;
	const struct scheme_area *area;
	struct texts above;

	if (counting->is_by_area) {
		area = scheme_area_of(&counting->asked->entry->scheme, key, counting->asked->month);
		for (size_t i = 0; area != NULL && i < counting->count; i++)
			if (strcmp(counting->groups[i].name, area->name) == 0)
				return &counting->groups[i];
		return &counting->groups[counting->count - 1];
	}
	above = chain_above(journal->schemes, journal->register_id, key, counting->asked->month,
	                    journal->arena);
	for (size_t i = 0; i < above.count; i++)
		for (size_t j = 0; j < counting->count; j++)
			if (strcmp(counting->groups[j].name, above.items[i]) == 0)
				return &counting->groups[j];
	return NULL;
}

/* ",a,b,": the products of the scheme. */
static const char *products_of(const struct scheme *scheme, struct arena *arena)
{
	CLEANUP(text_done) struct text text = text_new(PRODUCTS_BYTES);
	const struct scheme_product *product = scheme->products.items;

	text_add(&text, ",");
	for (size_t i = 0; i < scheme->products.count; i++)
		text_print(&text, "%s,", product[i].name);
	return arena_copy(arena, text_words(&text));
}

static enum status ask(struct counting *counting, const struct question *question, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct care_asked *asked = counting->asked;
	struct journal *journal = counting->journal;
	const struct value values[] = {
		value_number(journal->register_id), value_date(asked->month),
		value_date(years_before(asked->month, 1)),
		question->is_of_products    ? value_text(products_of(&asked->entry->scheme, journal->arena))
		: question->what == WAITING ? (struct value){ 0 }
					    : value_date(years_before(asked->month, 2))
	};
	size_t count =
		question->what == WAITING && !question->is_of_products ? COUNT(values) - 1 : COUNT(values);
	enum status status = db_select(journal->db, question->query, values, count, &rows, fault);

	while (status == OK && (status = db_next(&rows, fault)) == OK) {
		struct group *group = group_of(counting, db_text(&rows, 0, journal->arena));

		for (size_t i = 0; group != NULL && i < TIMES; i++)
			group->counts[question->what][i] += db_number(&rows, (int)i + 1);
	}
	return status == NOT_FOUND ? OK : status;
}

/* --- what is shown --- */

/* The one that is shown as "-", as a single small one beside it would be found by subtracting; or count. */
static size_t second_of(const struct counting *counting, enum what what, size_t time)
{
	size_t second = counting->count, small = 0;

	for (size_t i = 0; i < counting->count; i++) {
		int64_t people = counting->groups[i].counts[what][time];

		small += people < FIGURES_LEAST;
		if (people >= FIGURES_LEAST &&
		    (second == counting->count || people < counting->groups[second].counts[what][time]))
			second = i;
	}
	return small == 1 ? second : counting->count;
}

static const char *cell(const struct counting *counting, enum what what, size_t place)
{
	struct arena *arena = counting->journal->arena;
	const char *shown[TIMES];

	for (size_t time = 0; time < TIMES; time++) {
		int64_t people = counting->groups[place].counts[what][time];

		shown[time] = people < FIGURES_LEAST ? arena_print(arena, "<%d", FIGURES_LEAST)
		              : place == second_of(counting, what, time)
		                      ? "-"
		                      : arena_print(arena, "%lld", (long long)people);
	}
	return arena_print(arena, "%s (%s)", shown[0], shown[1]);
}

static bool is_empty(const struct group *group)
{
	int64_t sum = 0;

	for (size_t i = 0; i < WHATS; i++)
		sum += group->counts[i][0] + group->counts[i][1];
	return sum == 0;
}

static enum status count_all(struct counting *counting, const struct question *questions, size_t count,
                             struct records *ret_groups, struct fault *fault)
{
	struct care_group *row;
	enum status status = OK;

	for (size_t i = 0; status == OK && i < count; i++)
		status = ask(counting, &questions[i], fault);
	if (counting->is_by_area && is_empty(&counting->groups[counting->count - 1]))
		counting->count--;
	*ret_groups = records_new(&care_group_record, counting->count, counting->journal->arena);
	ret_groups->count = 0;
	row = ret_groups->items;
	for (size_t i = 0; i < counting->count; i++)
		if (counting->asked->party == NULL ||
		    strcmp(counting->asked->party, counting->groups[i].name) == 0)
			row[ret_groups->count++] = (struct care_group){
				.label = counting->groups[i].label,
				.waiting = cell(counting, WAITING, i),
				.refused = cell(counting, REFUSED, i),
				.complaints = cell(counting, COMPLAINTS, i),
				.use = cell(counting, USE, i),
			};
	return status;
}

enum status care_by_area(struct journal *journal, const struct care_asked *asked, struct records *ret_groups,
                         struct fault *fault)
{
	const struct scheme *scheme = &asked->entry->scheme;
	const struct scheme_area *area = scheme->areas.items;
	struct counting counting = { .journal = journal, .asked = asked, .is_by_area = true };

	counting.groups = ARENA_MANY(journal->arena, scheme->areas.count + 1, struct group);
	for (size_t i = 0; i < scheme->areas.count; i++)
		counting.groups[counting.count++] =
			(struct group){ .name = area[i].name, .label = area[i].label };
	counting.groups[counting.count++] =
		(struct group){ .name = "",
		                .label = words_in(journal->language, WORDS("Buiten de gebieden")) };
	return count_all(&counting, of_areas, COUNT(of_areas), ret_groups, fault);
}

enum status care_by_party(struct journal *journal, const struct care_asked *asked, struct records *ret_groups,
                          struct fault *fault)
{
	const struct scheme *scheme = &asked->entry->scheme;
	struct counting counting = { .journal = journal, .asked = asked };
	size_t paid_count = 0, room = 0;
	const struct funding_paid *paid = funding_paid_in(scheme, asked->year, journal->arena, &paid_count);

	for (size_t i = 0; i < paid_count; i++) {
		struct texts parties = funding_paid_parties(scheme, &paid[i], journal->arena);

		for (size_t j = 0; j < parties.count; j++) {
			counting.groups = arena_with_room(journal->arena, counting.groups, counting.count,
			                                  &room, sizeof(*counting.groups));
			counting.groups[counting.count++] = (struct group){
				.name = parties.items[j],
				.label = scheme_book_organisation(journal->schemes, journal->register_id,
				                                  parties.items[j]),
			};
		}
	}
	return count_all(&counting, of_parties, COUNT(of_parties), ret_groups, fault);
}
