/* SPDX-License-Identifier: EUPL-1.2 */
/* An indexation at the door, and as it is kept. */
#include <string.h>

#include "common/scheme/scheme_check.h"
#include "contract/tariff/indexation.h"
#include "contract/tariff/tariff_store.h"
#include "platform/base/embedded.h"
#include "platform/base/words.h"
#include "tariff_sql.h"

#define FIGURES_FILE "data/indexation.csv"
#define ROUNDING "half_up"

static const struct field indexation_fields[] = {
	FIELD(struct tariff_indexation, indexation), FIELD(struct tariff_indexation, agreement),
	FIELD(struct tariff_indexation, year),       FIELD(struct tariff_indexation, sort),
	FIELD(struct tariff_indexation, valid_from), FIELD(struct tariff_indexation, with_difference),
	FIELD(struct tariff_indexation, percent),    FIELD(struct tariff_indexation, figures),
	FIELD(struct tariff_indexation, source),     FIELD(struct tariff_indexation, rounding),
};
static const struct record tariff_indexation_record =
	RECORD(struct tariff_indexation, "tariff_indexation", indexation_fields);

enum status tariff_indexations(struct journal *journal, const char *agreement,
                               struct records *ret_indexations, struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_text(agreement) };

	return db_list(journal->db, &sql_tariff_indexations_of, values, COUNT(values),
	               &(struct db_list){ &tariff_indexation_record, journal->arena, ret_indexations },
	               fault);
}

enum status tariff_indexed_lines(struct journal *journal, int64_t indexation, struct records *ret_lines,
                                 struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_number(indexation) };

	return db_list(journal->db, &sql_tariff_indexed_of, values, COUNT(values),
	               &(struct db_list){ &indexed_line_record, journal->arena, ret_lines }, fault);
}

/* --- the figure --- */

static enum status figures_of(int64_t year, struct arena *arena, struct index_year *ret_year,
                              struct fault *fault)
{
	const struct embedded_file *file = embedded_find(FIGURES_FILE);
	struct sheet sheet = sheet_open((const char *)file->bytes, file->size);

	return index_year_of(&sheet, year, arena, ret_year, fault);
}

static bool is_sort(const struct tariffs_indexed *indexed, const char *sort)
{
	return check_is(indexed->sort, sort);
}

/* The percentage, and how it was found as a sentence that can be reckoned after. */
static void reckon(struct journal *journal, struct tariffs_indexed *indexed, const struct index_year *year,
                   const struct index_year *before)
{
	const struct index_figure *figure =
		is_sort(indexed, INDEX_PROVISIONAL) ? &year->provisional : &year->definitive;
	bool is_difference = is_sort(indexed, INDEX_CORRECTION);
	const char *own = index_percent_words(figure->percent, "nl", journal->arena);

	indexed->situation.has_figure = figure->is_known && (!is_difference || year->provisional.is_known) &&
	                                (!indexed->situation.wants_difference ||
	                                 (before->provisional.is_known && before->definitive.is_known));
	if (!indexed->situation.has_figure)
		return;
	indexed->source = figure->source;
	indexed->rounding = ROUNDING;
	indexed->figures = own;
	if (is_difference)
		indexed->figures =
			arena_print(journal->arena, "%s definitief, %s voorlopig", own,
		                    index_percent_words(year->provisional.percent, "nl", journal->arena));
	else if (figure->has_parts)
		indexed->figures = arena_print(journal->arena, "90 %% OVA %s en 10 %% PPC %s: %s",
		                               index_percent_words(figure->ova, "nl", journal->arena),
		                               index_percent_words(figure->ppc, "nl", journal->arena), own);
	if (indexed->situation.wants_difference)
		indexed->figures =
			arena_print(journal->arena, "%s; verschil van het jaar ervoor %s", indexed->figures,
		                    index_percent_words(index_difference(before), "nl", journal->arena));
	indexed->percent =
		is_difference ? index_difference(year)
			      : index_percent(figure, indexed->situation.wants_difference ? before : NULL);
}

/* --- at the door --- */

/* What was done with the figures of the year before. */
static const struct tariff_indexation *done_before(const struct records *all,
                                                   const struct tariffs_indexed *indexed, const char *sort)
{
	const struct tariff_indexation *one = all->items;

	for (size_t i = 0; i < all->count; i++)
		if (one[i].year == indexed->year && check_is(one[i].sort, sort))
			return &one[i];
	return NULL;
}

/* Whether a later provisional figure took the difference of this year with it. */
static bool is_taken_along(const struct records *all, int64_t year)
{
	const struct tariff_indexation *one = all->items;

	for (size_t i = 0; i < all->count; i++)
		if (one[i].year == year + 1 && one[i].with_difference)
			return true;
	return false;
}

static void see_before(struct tariffs_indexed *indexed, const struct records *all)
{
	const struct tariff_indexation *provisional = done_before(all, indexed, INDEX_PROVISIONAL);
	bool is_settled = done_before(all, indexed, INDEX_DEFINITIVE) != NULL ||
	                  done_before(all, indexed, INDEX_CORRECTION) != NULL ||
	                  is_taken_along(all, indexed->year);

	if (is_sort(indexed, INDEX_PROVISIONAL)) {
		indexed->situation.has_provisional = true;
		indexed->situation.is_once =
			provisional == NULL && done_before(all, indexed, INDEX_DEFINITIVE) == NULL;
		indexed->situation.wants_difference = indexed->with_difference;
	} else {
		indexed->situation.has_provisional = provisional != NULL;
		indexed->situation.is_once = !is_settled;
	}
	if (is_sort(indexed, INDEX_DEFINITIVE) && provisional != NULL) {
		indexed->from = provisional->valid_from;
		indexed->with_difference = provisional->with_difference;
		indexed->situation.wants_difference = provisional->with_difference;
	}
	indexed->situation.has_from = date_is(indexed->from);
}

static struct indexed_line line_of(const struct tariffs_indexed *indexed, const struct tariff_held *held)
{
	return (struct indexed_line){ .product = held->product,
		                      .level = held->level,
		                      .unit = held->unit,
		                      .proposal = held->proposal,
		                      .until = held->valid_until,
		                      .cents_before = held->cents,
		                      .cents_after = index_apply(held->cents, indexed->percent) };
}

/* Over what holds on the day before. */
static enum status index_what_holds(struct journal *journal, struct tariffs_indexed *indexed,
                                    struct fault *fault)
{
	struct records held = { 0 };
	enum status status =
		tariffs_on(journal, indexed->agreement, date_add_days(indexed->from, -1), &held, fault);

	indexed->lines = records_new(&indexed_line_record, held.count, journal->arena);
	for (size_t i = 0; status == OK && i < held.count; i++)
		((struct indexed_line *)indexed->lines.items)[i] =
			line_of(indexed, &((const struct tariff_held *)held.items)[i]);
	return status;
}

/* Over what the provisional figure was laid over, and beside what it made of it. */
static enum status index_again(struct journal *journal, struct tariffs_indexed *indexed, int64_t provisional,
                               struct fault *fault)
{
	enum status status = tariff_indexed_lines(journal, provisional, &indexed->lines, fault);
	struct indexed_line *line = indexed->lines.items;

	for (size_t i = 0; status == OK && i < indexed->lines.count; i++) {
		line[i].cents_replaced = line[i].cents_after;
		line[i].cents_after = index_apply(line[i].cents_before, indexed->percent);
	}
	return status;
}

static enum status lay_lines(struct journal *journal, struct tariffs_indexed *indexed,
                             const struct records *all, struct fault *fault)
{
	const struct tariff_indexation *provisional = done_before(all, indexed, INDEX_PROVISIONAL);
	bool is_again = is_sort(indexed, INDEX_DEFINITIVE) && provisional != NULL;
	struct date last = { 0 };
	enum status status = tariffs_begin_last(journal, indexed->agreement, &last, fault);

	indexed->situation.is_last =
		is_again ? !date_before(indexed->from, last) : date_before(last, indexed->from);
	if (status == OK && is_again)
		status = index_again(journal, indexed, provisional->indexation, fault);
	else if (status == OK)
		status = index_what_holds(journal, indexed, fault);
	indexed->situation.has_lines = indexed->lines.count > 0;
	return status;
}

static enum status prepare(struct journal *journal, struct journal_fact *fact, struct findings *findings,
                           struct fault *fault)
{
	struct tariffs_indexed *indexed = fact->item;
	struct index_year year = { 0 }, before = { 0 };
	struct records all = { 0 };
	enum status status = tariff_indexations(journal, indexed->agreement, &all, fault);

	(void)findings;
	fact->valid_on = clock_today(journal->clock);
	indexed->situation.is_known = tariff_place_of(journal, indexed->agreement).entry != NULL;
	see_before(indexed, &all);
	if (status == OK)
		status = figures_of(indexed->year, journal->arena, &year, fault);
	if (status == OK)
		status = figures_of(indexed->year - 1, journal->arena, &before, fault);
	if (status != OK)
		return status;
	reckon(journal, indexed, &year, &before);
	return indexed->situation.has_from ? lay_lines(journal, indexed, &all, fault) : OK;
}

/* --- as it is kept --- */

static enum status keep_line(struct db *db, int64_t register_id, const struct journal_fact *fact,
                             size_t place, struct fault *fault)
{
	const struct tariffs_indexed *indexed = fact->item;
	const struct indexed_line *line = &((const struct indexed_line *)indexed->lines.items)[place];
	const struct value kept[] = { value_number(register_id),
		                      value_number(fact->fact),
		                      value_number((int64_t)place),
		                      value_text(line->product),
		                      value_text_or_empty(line->level),
		                      value_text(line->unit),
		                      value_number(line->proposal),
		                      value_number(line->cents_before.cents),
		                      value_number(line->cents_after.cents),
		                      value_number(line->cents_replaced.cents),
		                      value_date(line->until) };
	const struct value held[] = { value_number(register_id),
		                      value_text(indexed->agreement),
		                      value_text(line->product),
		                      value_text_or_empty(line->level),
		                      value_text(line->unit),
		                      value_date(indexed->from),
		                      value_date(line->until),
		                      value_number(fact->fact),
		                      value_text(indexed->sort),
		                      value_number(line->proposal),
		                      value_number(line->cents_after.cents) };
	enum status status = db_run(db, &sql_tariff_add_indexed, kept, COUNT(kept), fault);

	return status == OK ? db_run(db, &sql_tariff_add_line, held, COUNT(held), fault) : status;
}

static enum status apply(struct db *db, int64_t register_id, const struct journal_fact *fact,
                         struct arena *arena, struct fault *fault)
{
	const struct tariffs_indexed *indexed = fact->item;
	const struct value from[] = { value_number(register_id), value_text(indexed->agreement),
		                      value_date(indexed->from) };
	const struct value kept[] = { value_number(register_id),
		                      value_number(fact->fact),
		                      value_text(indexed->agreement),
		                      value_number(indexed->year),
		                      value_text(indexed->sort),
		                      value_date(indexed->from),
		                      value_number(indexed->with_difference),
		                      value_number(indexed->percent),
		                      value_text_or_empty(indexed->figures),
		                      value_text_or_empty(indexed->source),
		                      value_text_or_empty(indexed->rounding) };
	enum status status = db_run(db, &sql_tariff_clear_lines, from, COUNT(from), fault);

	(void)arena;
	if (status == OK)
		status = db_run(db, &sql_tariff_end_lines, from, COUNT(from), fault);
	if (status == OK)
		status = db_run(db, &sql_tariff_add_indexation, kept, COUNT(kept), fault);
	for (size_t i = 0; status == OK && i < indexed->lines.count; i++)
		status = keep_line(db, register_id, fact, i, fault);
	return status;
}

const struct journal_kind tariffs_indexed_kind = {
	.name = "tariffs_indexed",
	.title = WORDS("Tarieven indexeren"),
	.done = WORDS("Tarieven geïndexeerd"),
	.sort = KIND_ACT,
	.corner = CORNER_CONTRACT,
	.permission = MAY_MANAGE_AGREEMENTS,
	.record = &tariffs_indexed_record,
	.prepare = prepare,
	.rules = tariffs_indexed_rules,
	.rules_count = TARIFFS_INDEXED_RULES_COUNT,
	.apply = apply,
	.page = "/tariffs",
};
