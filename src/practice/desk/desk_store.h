/* SPDX-License-Identifier: EUPL-1.2 */
/* What the desk keeps: reports, and who is owner and contact person of whom. */
#ifndef PRACTICE_DESK_DESK_STORE_H
#define PRACTICE_DESK_DESK_STORE_H

#include "common/journal/journal.h"

struct report_line {
	int64_t report, person;
	const char *area, *asked, *channel;
	struct date received_on, due_on;
};

/* A report by its number; NOT_FOUND. */
enum status desk_report(struct journal *journal, int64_t report, struct report_line *ret_line,
                        struct fault *fault) MUST_CHECK;
/* All reports of a person, newest first. */
enum status desk_reports_of(struct journal *journal, int64_t person, struct records *ret_lines,
                            struct fault *fault) MUST_CHECK;

/* Who answers for a client: an organisation, and a person. */
struct contact {
	const char *owner, *team, *contact;
	struct date valid_from, valid_until; /* half-open */
};
extern const struct record contact_record;
/* Owner and contact person on a day; NOT_FOUND when there are none. */
enum status desk_contact_on(struct journal *journal, int64_t person, struct date on,
                            struct contact *ret_contact, struct fault *fault) MUST_CHECK;

/* All periods of a client, struct contact, oldest first; they leave no day out. */
enum status desk_contacts_of(struct journal *journal, int64_t person, struct records *ret_contacts,
                             struct fault *fault) MUST_CHECK;
/* The workers of a team who have not left, struct access_account, by account. */
enum status desk_team(struct journal *journal, const char *team, struct records *ret_workers,
                      struct fault *fault) MUST_CHECK;
/* Whether the account is one of somebody who left. */
enum status desk_has_left(struct journal *journal, const char *account, bool *ret_has_left,
                          struct fault *fault) MUST_CHECK;

#endif
