/* SPDX-License-Identifier: EUPL-1.2 */
/* What follows a report: the letter that confirms it. */
#ifndef PRACTICE_DESK_DESK_LETTER_H
#define PRACTICE_DESK_DESK_LETTER_H

#include "common/document/letter.h"

/*
 * The confirmation of receipt (Wmo 2015, art. 2.3.2 lid 1), with the personal plan (lid 2), the client
 * support (lid 3) and the term with its sum.
 */
enum status desk_write_confirmation(struct journal *journal, const struct journal_fact *cause, void *item,
                                    bool *ret_follows, struct fault *fault) MUST_CHECK;

/* The name of the contact person on a day, for a letter; NULL where there is none. */
enum status desk_contact_name(struct journal *journal, int64_t person, struct date on, const char **ret_name,
                              struct fault *fault) MUST_CHECK;

#endif
