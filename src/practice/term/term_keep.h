/* SPDX-License-Identifier: EUPL-1.2 */
/* The table of terms: what runs, as it stood from day to day, and how a term with suspensions is counted. */
#ifndef PRACTICE_TERM_TERM_KEEP_H
#define PRACTICE_TERM_TERM_KEEP_H

#include "practice/term/term.h"

/* The terms of a person as they stand (no date) or stood on a day, the newest first. */
enum status terms_of(struct journal *journal, int64_t person, struct date on, struct records *ret_lines,
                     struct fault *fault) MUST_CHECK;
/* One of them as it stands; NOT_FOUND. */
enum status term_find(struct journal *journal, const struct term_line *which, struct term_line *ret_line,
                      struct fault *fault) MUST_CHECK;
/* The last day of one; the fallback where there is no such term. */
enum status term_due(struct journal *journal, const struct term_line *which, struct date fallback,
                     struct date *ret_due_on, struct fault *fault) MUST_CHECK;
/* The open terms of everybody, 500 at a time behind the last one; { 0 } at first. */
#define TERMS_AT_A_TIME 500
enum status terms_open(struct journal *journal, const struct term_line *after, struct records *ret_lines,
                       struct fault *fault) MUST_CHECK;

/* The steps of a term's sum, in arena. */
enum status term_sum_read(const char *sum, struct arena *arena, struct records *ret_steps,
                          struct fault *fault) MUST_CHECK;

/*
 * Counts a kept term from its starts_on, with the suspensions of its sum, of which the last one is as
 * still_from and still_until say now; an adjournment in the sum stays, or comes when is_adjourned asks it.
 * Fills the line's due_on, and ret_steps; no due_on and the steps as they were while it stands still with no
 * end in sight. WRONG_USE when a suspension does not fit.
 */
struct term_count {
	struct term_line line;
	bool is_adjourned;
};
enum status term_count(const struct calendar *calendar, struct term_count *count, struct arena *arena,
                       struct records *ret_steps, struct fault *fault) MUST_CHECK;

/*
 * For apply: a term begins (valid from its starts_on on), stands otherwise from a day on, or is closed. steps
 * are its sum.
 */
struct term_keeping {
	struct db *db;
	int64_t register_id;
	struct arena *arena;
};
enum status term_begin(const struct term_keeping *keeping, const struct term_line *line,
                       const struct records *steps, struct fault *fault) MUST_CHECK;
/* Reads it, into ret_line; NOT_FOUND. */
enum status term_read(const struct term_keeping *keeping, const struct term_line *which,
                      struct term_line *ret_line, struct fault *fault) MUST_CHECK;
enum status term_change(const struct term_keeping *keeping, struct term_line *line, struct date from,
                        const struct records *steps, struct fault *fault) MUST_CHECK;
/* It runs: its letter left on the day that it starts on. */
void term_tell(struct term_line *line);
enum status term_close(const struct term_keeping *keeping, const struct term_line *which, struct date on,
                       struct fault *fault) MUST_CHECK;

/* How the table follows other slices' facts. */
journal_apply term_follow_report, term_follow_investigation, term_follow_application, term_follow_decision,
	term_follow_later, term_follow_taken_over, term_follow_urgent, term_follow_plan, term_follow_letter,
	term_follow_dispatch, term_follow_closing;

#endif
