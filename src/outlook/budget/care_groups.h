/* SPDX-License-Identifier: EUPL-1.2 */
/* What a fixed budget does to people in each area and at each contract party, beside a year earlier. */
#ifndef OUTLOOK_BUDGET_CARE_GROUPS_H
#define OUTLOOK_BUDGET_CARE_GROUPS_H

#include "common/scheme/scheme_book.h"

/* A row: "12 (9)" is 12 now and 9 a year earlier. Fewer than five are "<5"; "-" where one such would be found
 * by subtracting. */
struct care_group {
	const char *label, *waiting, *refused, *complaints, *use;
};
extern const struct record care_group_record;

struct care_asked {
	const struct scheme_entry *entry;
	int64_t year;      /* in which the parties are paid */
	struct date month; /* the first day of a month, so that two days tell of nobody */
	const char *party; /* a contract party; NULL: all of them */
};
/* By the areas of the scheme, in their order; people who live elsewhere come last. In the journal's arena. */
enum status care_by_area(struct journal *journal, const struct care_asked *asked, struct records *ret_groups,
                         struct fault *fault) MUST_CHECK;
/* By contract party: waiting is for help that should have begun; refusals are nobody's. */
enum status care_by_party(struct journal *journal, const struct care_asked *asked, struct records *ret_groups,
                          struct fault *fault) MUST_CHECK;

#endif
