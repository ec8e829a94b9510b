/* SPDX-License-Identifier: EUPL-1.2 */
/* Tariffs wait until the money stage of each programme for their scheme is open. */
#ifndef OUTLOOK_BUYING_TARIFF_CHECK_H
#define OUTLOOK_BUYING_TARIFF_CHECK_H

#include "common/journal/journal.h"

/* For completions: tariffs_proposed and tariffs_set, whether they name a programme or not. */
enum status buying_check_proposal(struct journal *journal, struct journal_fact *fact,
                                  struct findings *findings, struct fault *fault) MUST_CHECK;
enum status buying_check_setting(struct journal *journal, struct journal_fact *fact,
                                 struct findings *findings, struct fault *fault) MUST_CHECK;

#endif
