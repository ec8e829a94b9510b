/* SPDX-License-Identifier: EUPL-1.2 */
#include "practice/term/recount.h"

#include <string.h>

#include "common/document/dispatch.h"
#include "practice/term/term_keep.h"

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
	return status;
}

enum status term_follows_dispatch(struct journal *journal, const struct journal_fact *cause, void *item,
                                  bool *ret_follows, struct fault *fault)
{
	const struct dispatch *dispatch = cause->item;
	struct term_recounted *recounted = item;
	struct letter letter;
	struct term_line line;
	enum status status = letter_load(journal, dispatch->letter, &letter, fault);

	*ret_follows = false;
	if (status != OK || dispatch_opens(letter.sort) == NULL)
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
