/* SPDX-License-Identifier: EUPL-1.2 */
/* What contract may know of the programme that a tender or a tariff is of: only outlook sees both corners. */
#ifndef OUTLOOK_BUYING_BUYING_H
#define OUTLOOK_BUYING_BUYING_H

#include "common/journal/journal.h"

/* A programme as contract needs it; all zero where there is none. */
struct buying_programme {
	bool is_known;
	int64_t vision, content;  /* the versions that hold; 0: none yet */
	bool is_content_endorsed; /* by each group, of the version that holds */
	bool is_finance_open;     /* of that same version */
	bool has_ended;
	struct date finance_opened_on;
};

/* The programme of that name at the end of a day. Not being there is no error. */
enum status buying_programme(struct db *db, int64_t register_id, const char *programme, struct date on,
                             struct buying_programme *ret_programme, struct fault *fault) MUST_CHECK;

/*
 * Whether amounts may exist for a programme on a day: each group endorsed the content that holds, and the
 * money stage was opened for it. False for a programme that is not there, and again once a new content is
 * written.
 */
enum status outlook_programme_finance_open(struct db *db, int64_t register_id, const char *programme,
                                           struct date on, bool *ret_is_open, struct fault *fault) MUST_CHECK;

/* The programmes to which a tender can belong today: those that run, each with its scheme, after a line
 * without a code that says what none means; for the form of a tender. */
const struct choice *buying_choices(const struct journal *journal);

#endif
