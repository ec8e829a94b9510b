/* SPDX-License-Identifier: EUPL-1.2 */
#include "practice/term/recount.h"

#include <sodium.h>
#include <string.h>

#include "common/document/dispatch.h"
#include "practice/term/term_keep.h"
#include "term_sql.h"

#define PAGE_BYTES ((size_t)64 * 1024 * 1024)

/* Brings the fact when the term ends on another day by this calendar. */
static enum status recount(struct journal *journal, const struct term_line *line, bool *ret_is_changed,
                           struct fault *fault)
{
	struct findings findings = findings_new(journal->arena, journal->language);
	struct term_count count = { .line = *line };
	struct term_recounted recounted = {
		.person = line->person, .about = line->about, .term = line->term, .because = "holiday"
	};
	struct records steps;
	int64_t fact = 0;
	enum status status = term_count(journal->calendar, &count, journal->arena, &steps, fault);

	*ret_is_changed = status == OK && count.line.due_on.day != line->due_on.day;
	if (status != OK || !*ret_is_changed)
		return status;
	return journal_append(journal, &term_recounted_kind, &recounted, &findings, &fact, fault);
}

/* One page of open terms; ret_last is where the next one begins, its term NULL behind the last page. */
static enum status recount_page(struct journal *journal, struct term_line *last, struct recount_told *told,
                                struct fault *fault)
{
	struct records lines;
	const struct term_line *line;
	struct date today = clock_today(journal->clock);
	enum status status = terms_open(journal, last, &lines, fault);

	line = lines.items;
	for (size_t i = 0; status == OK && i < lines.count; i++) {
		bool is_changed = false;

		if (term_is_over(&line[i], today))
			continue;
		status = recount(journal, &line[i], &is_changed, fault);
		told->open++;
		told->changed += is_changed ? 1 : 0;
	}
	if (status == OK)
		*last = lines.count < TERMS_AT_A_TIME ? (struct term_line){ 0 } : line[lines.count - 1];
	return status;
}

/* A digest of the list of holidays: another list, another digest. */
static const char *mark_of(const struct calendar *calendar, struct arena *arena)
{
	crypto_generichash_state state;
	unsigned char bytes[crypto_generichash_BYTES];
	const size_t room = 2 * sizeof(bytes) + 1;
	char *mark = arena_take(arena, room);

	(void)crypto_generichash_init(&state, NULL, 0, sizeof(bytes));
	for (size_t i = 0; i < calendar->count; i++)
		(void)crypto_generichash_update(&state, (const unsigned char *)&calendar->days[i].date.day,
		                                sizeof(calendar->days[i].date.day));
	(void)crypto_generichash_final(&state, bytes, sizeof(bytes));
	return sodium_bin2hex(mark, room, bytes, sizeof(bytes));
}

static enum status set_counted(struct journal *journal, struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id),
		                        value_text(mark_of(journal->calendar, journal->arena)) };

	return db_run(journal->db, &sql_term_set_counted, values, COUNT(values), fault);
}

enum status terms_recount(struct journal *journal, struct recount_told *ret_told, struct fault *fault)
{
	struct arena *const outer = journal->arena;
	char term[64] = "";
	struct term_line last = { .term = term };
	enum status status = OK;

	*ret_told = (struct recount_told){ 0 };
	while (status == OK && last.term != NULL) {
		CLEANUP(arena_freep) struct arena *arena = arena_new(PAGE_BYTES);

		journal->arena = arena;
		status = db_begin(journal->db, fault);
		if (status == OK)
			status = db_end(journal->db, recount_page(journal, &last, ret_told, fault), fault);
		if (status == OK && last.term != NULL) {
			(void)strncpy(term, last.term, sizeof(term) - 1);
			last.term = term;
		}
	}
	journal->arena = outer;
	return status == OK ? set_counted(journal, fault) : status;
}

static enum status is_counted(struct journal *journal, const char *mark, bool *ret_is, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id) };
	enum status status = db_one(journal->db, &sql_term_counted, values, COUNT(values), &rows, fault);

	*ret_is = status == OK && strcmp(db_text(&rows, 0, journal->arena), mark) == 0;
	return status == NOT_FOUND ? OK : status;
}

enum status terms_follow_holidays(struct journal *journal, struct recount_told *ret_told, struct fault *fault)
{
	bool is_done = false;
	enum status status = is_counted(journal, mark_of(journal->calendar, journal->arena), &is_done, fault);

	*ret_told = (struct recount_told){ 0 };
	return status != OK || is_done ? status : terms_recount(journal, ret_told, fault);
}

enum status term_follows_dispatch(struct journal *journal, const struct journal_fact *cause, void *item,
                                  bool *ret_follows, struct fault *fault)
{
	const struct dispatch *dispatch = cause->item;
	struct term_recounted *recounted = item;
	struct letter letter;
	struct term_line line;
	enum status status = letter_head(journal, dispatch->letter, &letter, fault);

	*ret_follows = false;
	if (status != OK || letter.is_copy || dispatch_opens(letter.sort) == NULL)
		return status;
	*recounted = (struct term_recounted){ .person = letter.person,
		                              .about = letter.about,
		                              .term = dispatch_opens(letter.sort),
		                              .because = "dispatch",
		                              .starts_on = dispatch->dispatched_on };
	status = term_find(journal,
	                   &(struct term_line){
				   .person = letter.person, .about = letter.about, .term = recounted->term },
	                   &line, fault);
	*ret_follows =
		status == OK && !date_is(line.closed_on) && line.starts_on.day != dispatch->dispatched_on.day;
	return status == NOT_FOUND ? OK : status;
}
