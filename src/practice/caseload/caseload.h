/* SPDX-License-Identifier: EUPL-1.2 */
/* The caseload: which cases wait for which step, whose they are, and how many; kept from the other slices'
 * facts. */
#ifndef PRACTICE_CASELOAD_CASELOAD_H
#define PRACTICE_CASELOAD_CASELOAD_H

#include "common/journal/journal.h"

/* A case. */
struct case_line {
	int64_t report, person;
	const char *team, *contact, *status, *asked;
	struct date since, due_on;
	struct date assigned_on; /* the last day on which a product got its provider; it may be a later day */
};
/* The day on which everything granted had its provider, as the case stands; no date before it has. */
struct date case_provided_on(const struct case_line *line);
extern const struct choice case_statuses[];

/* A case in a work list, with names. */
struct work_case {
	int64_t report, person;
	const char *asked;
	struct date since, due_on;
	const char *initials, *prefix, *surname; /* of the client */
	const char *contact;                     /* "" in the list of one contact person */
	const char *team, *account;              /* of the case now: its team and its contact person */
};

/* Which cases: of one contact person, of one team, or of all; "" is no restriction. Contact goes before team.
 */
struct case_filter {
	const char *contact, *team;
	const char *status;
	struct date on;           /* as they stood on that day; no date: as they stand now */
	struct date after_due_on; /* the last line of the page before, or no date */
	int64_t after_report;
};
#define CASES_ON_A_PAGE 50
/* The next page of cases, struct work_case, soonest due first. */
enum status caseload_page(struct journal *journal, const struct case_filter *filter,
                          struct records *ret_lines, struct fault *fault) MUST_CHECK;

/* How many cases a status has; kept for now, counted for a day. */
struct case_count {
	const char *status;
	int64_t cases;
};
enum status caseload_counts(struct journal *journal, const struct case_filter *filter,
                            struct records *ret_counts, struct fault *fault) MUST_CHECK;
/* The cases of a person, newest first; on a day, or as they stand now (no date). */
enum status caseload_of(struct journal *journal, int64_t person, struct date on, struct records *ret_lines,
                        struct fault *fault) MUST_CHECK;

/* How the caseload follows the other slices' facts. */
journal_apply caseload_taken_over, caseload_forget;
/* A death ends what is not decided; taken back, it goes on, and so does what was granted. */
journal_apply caseload_departed, caseload_returned_home, caseload_restored;
journal_apply caseload_report, caseload_investigation, caseload_application, caseload_decision,
	caseload_later, caseload_lent, caseload_given_back, caseload_assignment, caseload_start,
	caseload_contact, caseload_worker_left, caseload_assignment_ended, caseload_pause, caseload_resume,
	caseload_stop, caseload_withdrawn, caseload_term_suspended, caseload_term_resumed,
	caseload_term_recounted, caseload_closing;

/* How far the case of a report is, for who may give help at once or close it without a decision. */
enum status caseload_complete_urgent(struct journal *journal, struct journal_fact *fact,
                                     struct findings *findings, struct fault *fault) MUST_CHECK;
enum status caseload_complete_closing(struct journal *journal, struct journal_fact *fact,
                                      struct findings *findings, struct fault *fault) MUST_CHECK;

#endif
