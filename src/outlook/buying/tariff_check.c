/* SPDX-License-Identifier: EUPL-1.2 */
#include "outlook/buying/tariff_check.h"

#include "contract/tariff/tariff.h"
#include "outlook/buying/buying.h"

/* Without a programme it is no tender's, and nothing is closed. */
static enum status is_closed(struct journal *journal, const char *programme, bool *ret_is_closed,
                             struct fault *fault)
{
	bool is_open = true;
	enum status status = OK;

	if (has_words(programme))
		status = outlook_programme_finance_open(journal->db, journal->register_id, programme,
		                                        clock_today(journal->clock), &is_open, fault);
	*ret_is_closed = !is_open;
	return status;
}

enum status buying_check_proposal(struct journal *journal, struct journal_fact *fact,
                                  struct findings *findings, struct fault *fault)
{
	struct tariffs_proposed *proposed = fact->item;

	(void)findings;
	return is_closed(journal, proposed->programme, &proposed->situation.is_finance_closed, fault);
}

enum status buying_check_setting(struct journal *journal, struct journal_fact *fact,
                                 struct findings *findings, struct fault *fault)
{
	struct tariffs_set *set = fact->item;

	(void)findings;
	return is_closed(journal, set->programme, &set->situation.is_finance_closed, fault);
}
