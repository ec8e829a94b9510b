/* SPDX-License-Identifier: EUPL-1.2 */
#include "outlook/budget/care_counts.h"

#include "budget_sql.h"
#include "common/scheme/scheme_book.h"
#include "outlook/figures/figures.h"
#include "platform/base/words.h"

#define PRODUCTS_MAX 100
#define OTHERS 3 /* rows before the products */

static const struct field count_fields[] = {
	FIELD(struct care_count, what),
	FIELD(struct care_count, now),
	FIELD(struct care_count, earlier),
	FIELD(struct care_count, is_less),
};
const struct record care_count_record = RECORD(struct care_count, "care_count", count_fields);

static struct date year_before(struct date day)
{
	int year = 1, month = 1, at = 1;

	date_parts(day, &year, &month, &at);
	return date_of(year - 1, month, at);
}

static const char *shown(int64_t people, struct arena *arena)
{
	return people < FIGURES_LEAST ? arena_print(arena, "<%d", FIGURES_LEAST)
	                              : arena_print(arena, "%lld", (long long)people);
}

static struct care_count row_of(const struct journal *journal, const char *what, int64_t now, int64_t earlier)
{
	return (struct care_count){ .what = what,
		                    .now = shown(now, journal->arena),
		                    .earlier = shown(earlier, journal->arena),
		                    .is_less = now < earlier && earlier >= FIGURES_LEAST };
}

static enum status count(struct journal *journal, const struct db_query *query, struct date from,
                         const struct date *until, int64_t *ret_count, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	struct value values[3] = { value_number(journal->register_id), value_date(from) };
	enum status status;

	if (until != NULL)
		values[2] = value_date(*until);
	status = db_one(journal->db, query, values, until == NULL ? 2 : 3, &rows, fault);
	if (status == OK)
		*ret_count = db_number(&rows, 0);
	return status;
}

/* What happened in the twelve months before the day, and in those before them. */
static enum status count_year(struct journal *journal, const struct db_query *query, const char *what,
                              struct date month, struct care_count *ret_row, struct fault *fault)
{
	struct date earlier = year_before(month);
	int64_t now = 0, before = 0;
	enum status status = count(journal, query, earlier, &month, &now, fault);

	if (status == OK)
		status = count(journal, query, year_before(earlier), &earlier, &before, fault);
	*ret_row = row_of(journal, what, now, before);
	ret_row->is_less = false;
	return status;
}

static enum status count_waiting(struct journal *journal, struct date month, struct care_count *ret_row,
                                 struct fault *fault)
{
	int64_t now = 0, before = 0;
	enum status status = count(journal, &sql_budget_waiting, month, NULL, &now, fault);

	if (status == OK)
		status = count(journal, &sql_budget_waiting, year_before(month), NULL, &before, fault);
	*ret_row = row_of(journal, words_in(journal->language, WORDS("Inwoners die wachten")), now, before);
	ret_row->is_less = false;
	return status;
}

static enum status count_use(struct journal *journal, struct date month, struct records *counts,
                             struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_date(month),
		                        value_date(year_before(month)) };
	struct care_count *row = counts->items;
	enum status status = db_select(journal->db, &sql_budget_use, values, COUNT(values), &rows, fault);

	while (status == OK && counts->count < PRODUCTS_MAX + OTHERS &&
	       (status = db_next(&rows, fault)) == OK) {
		const char *product = scheme_book_product_label(journal->schemes, journal->register_id,
		                                                db_text(&rows, 0, journal->arena));

		row[counts->count++] = row_of(
			journal,
			arena_print(journal->arena,
		                    words_in(journal->language, WORDS("Inwoners met hulp: %s")), product),
			db_number(&rows, 1), db_number(&rows, 2));
	}
	return status == NOT_FOUND ? OK : status;
}

enum status care_counts(struct journal *journal, struct date month, struct records *ret_counts,
                        struct fault *fault)
{
	struct records counts = records_new(&care_count_record, PRODUCTS_MAX + OTHERS, journal->arena);
	struct care_count *row = counts.items;
	enum status status = count_waiting(journal, month, &row[0], fault);

	if (status == OK)
		status = count_year(journal, &sql_budget_refused,
		                    words_in(journal->language, WORDS("Afwijzingen in twaalf maanden")),
		                    month, &row[1], fault);
	if (status == OK)
		status = count_year(journal, &sql_budget_complaints,
		                    words_in(journal->language, WORDS("Klachten in twaalf maanden")), month,
		                    &row[2], fault);
	counts.count = OTHERS;
	if (status == OK)
		status = count_use(journal, month, &counts, fault);
	*ret_counts = counts;
	return status;
}
