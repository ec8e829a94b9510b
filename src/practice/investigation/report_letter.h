/* SPDX-License-Identifier: EUPL-1.2 */
/* What follows from a concluded investigation: its report to the resident. */
#ifndef PRACTICE_INVESTIGATION_REPORT_LETTER_H
#define PRACTICE_INVESTIGATION_REPORT_LETTER_H

#include "common/journal/journal.h"

/* The outcome in writing (Wmo 2015, art. 2.3.2 lid 8): what was asked and why, what was found, and how to
 * react. */
enum status investigation_write_report(struct journal *journal, const struct journal_fact *cause, void *item,
                                       bool *ret_follows, struct fault *fault) MUST_CHECK;

#endif
