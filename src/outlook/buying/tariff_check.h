/* SPDX-License-Identifier: EUPL-1.2 */
/* Tariffs of a tender's programme wait until its money stage is open. */
#ifndef OUTLOOK_BUYING_TARIFF_CHECK_H
#define OUTLOOK_BUYING_TARIFF_CHECK_H

#include "common/journal/journal.h"

/* For completions: tariffs_proposed and tariffs_set that name a programme. */
enum status buying_check_proposal(struct journal *journal, struct journal_fact *fact,
                                  struct findings *findings, struct fault *fault) MUST_CHECK;
enum status buying_check_setting(struct journal *journal, struct journal_fact *fact,
                                 struct findings *findings, struct fault *fault) MUST_CHECK;

#endif
