/* SPDX-License-Identifier: EUPL-1.2 */
#include "outlook/norms/norms_store.h"

#include <string.h>

#include "common/scheme/scheme_check.h"
#include "norms_sql.h"

#define ROW_BYTES ((size_t)64 * 1024)

static const struct field norm_line_fields[] = {
	FIELD(struct norm_line, person),   FIELD(struct norm_line, number),
	FIELD(struct norm_line, what),     FIELD(struct norm_line, since),
	FIELD(struct norm_line, initials), FIELD(struct norm_line, prefix),
	FIELD(struct norm_line, surname),  FIELD(struct norm_line, started_on),
};
static const struct record norm_line_record = RECORD(struct norm_line, "norm_line", norm_line_fields);

bool norm_has_product(const struct scheme *scheme, const char *agreement, const char *product)
{
	const struct scheme_lane *lanes = scheme->lanes.items;

	for (size_t i = 0; i < scheme->lanes.count; i++)
		if (check_is(lanes[i].agreement, agreement) && check_texts_have(&lanes[i].products, product))
			return true;
	return false;
}

/* The product of the line before is most often this one's too. */
static const char *product_named(const struct norm_grants *grants, const char *name, struct arena *arena)
{
	const char *last = grants->count == 0 ? NULL : grants->items[grants->count - 1].product;

	return last != NULL && strcmp(last, name) == 0 ? last : arena_copy(arena, name);
}

static void add_grant(struct norm_grants *grants, const struct db_rows *rows, const char *product,
                      struct arena *arena)
{
	grants->items =
		arena_with_room(arena, grants->items, grants->count, &grants->room, sizeof(*grants->items));
	grants->items[grants->count] = (struct norm_granted){
		product_named(grants, product, arena),
		{ db_date(rows, 1), db_date(rows, 2), db_number(rows, 3) },
	};
	grants->count++;
}

enum status norms_grants(struct journal *journal, const struct norm_period *period,
                         struct norm_grants *ret_grants, struct fault *fault)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new(ROW_BYTES);
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_date(period->since),
		                        value_date(period->on) };
	enum status status = db_select(journal->db, &sql_norms_grants, values, COUNT(values), &rows, fault);

	*ret_grants = (struct norm_grants){ 0 };
	while (status == OK && (status = db_next(&rows, fault)) == OK) {
		arena_clear(arena);
		add_grant(ret_grants, &rows, db_text(&rows, 0, arena), journal->arena);
	}
	return status == NOT_FOUND ? OK : status;
}

struct norm_count norms_care(const struct norm_grants *grants, const struct norm_period *period,
                             const struct norm_care *asked)
{
	struct norm_count count = { 0 };
	const char *product = NULL;
	bool has_product = false;

	for (size_t i = 0; i < grants->count; i++) {
		const struct norm_granted *granted = &grants->items[i];

		if (granted->product != product) {
			product = granted->product;
			has_product = norm_has_product(asked->scheme, asked->agreement, product);
		}
		if (has_product && !date_before(granted->grant.from, period->since) &&
		    !date_before(period->on, granted->grant.from))
			norm_count_grant(&granted->grant, asked->within_days, period->on, &count);
	}
	return count;
}

static enum status count_terms(struct journal *journal, const struct db_query *query,
                               const struct norm_period *period, struct norm_count *ret_count,
                               struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_date(period->since),
		                        value_date(period->on) };
	enum status status = db_one(journal->db, query, values, COUNT(values), &rows, fault);

	*ret_count = (struct norm_count){ 0 };
	if (status == OK)
		*ret_count =
			(struct norm_count){ db_number(&rows, 0), db_number(&rows, 1), db_number(&rows, 2) };
	return status;
}

enum status norms_investigations(struct journal *journal, const struct norm_period *period,
                                 struct norm_count *ret_count, struct fault *fault)
{
	return count_terms(journal, &sql_norms_investigations, period, ret_count, fault);
}

enum status norms_decisions(struct journal *journal, const struct norm_period *period,
                            struct norm_count *ret_count, struct fault *fault)
{
	return count_terms(journal, &sql_norms_decisions, period, ret_count, fault);
}

static bool is_missed(const struct norm_line *line, int64_t within_days, struct date on)
{
	const struct norm_grant grant = { line->since, line->started_on, 1 };
	struct norm_count count = { 0 };

	norm_count_grant(&grant, within_days, on, &count);
	return count.missed > 0;
}

/* Keeps the lines of the agreement's products; of what was granted only what missed the norm. */
static void keep_asked(const struct norm_care *asked, enum norm_list list, struct date on,
                       struct records *lines)
{
	struct norm_line *items = lines->items;
	size_t count = 0;

	for (size_t i = 0; i < lines->count; i++)
		if (norm_has_product(asked->scheme, asked->agreement, items[i].what) &&
		    (list != NORM_UNREACHED || is_missed(&items[i], asked->within_days, on)))
			items[count++] = items[i];
	lines->count = count;
}

enum status norms_lines(struct journal *journal, enum norm_list list, const struct norm_period *period,
                        const struct norm_care *asked, struct records *ret_lines, struct fault *fault)
{
	static const struct {
		const struct db_query *query;
		bool takes_period, is_about_products;
	} lists[NORM_LISTS_COUNT] = {
		[NORM_UNREACHED] = { &sql_norms_grants_of, true, true },
		[NORM_INVESTIGATIONS] = { &sql_norms_investigations_late, true, false },
		[NORM_DECISIONS] = { &sql_norms_decisions_late, true, false },
		[NORM_WAITING] = { &sql_norms_waiting, false, true },
	};
	const struct value with_period[] = { value_number(journal->register_id), value_date(period->since),
		                             value_date(period->on) };
	const struct value on_day[] = { value_number(journal->register_id), value_date(period->on) };
	const struct db_list into = { &norm_line_record, journal->arena, ret_lines };
	enum status status;

	if (lists[list].takes_period)
		status = db_list(journal->db, lists[list].query, with_period, COUNT(with_period), &into,
		                 fault);
	else
		status = db_list(journal->db, lists[list].query, on_day, COUNT(on_day), &into, fault);
	if (status == OK && lists[list].is_about_products)
		keep_asked(asked, list, period->on, ret_lines);
	return status;
}
