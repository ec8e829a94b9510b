/* SPDX-License-Identifier: EUPL-1.2 */
/* How far the case of a report is, for the facts of the desk that may come only before a step. */
#include <string.h>

#include "practice/caseload/caseload.h"
#include "practice/decision/at_once.h"
#include "practice/desk/urgent.h"

/* Nothing for a report without a case. */
static enum status look(struct journal *journal, int64_t person, int64_t report,
                        struct urgent_situation *situation, struct fault *fault)
{
	struct records lines = { 0 };
	const struct case_line *items;
	enum status status = caseload_of(journal, person, (struct date){ 0 }, &lines, fault);

	items = lines.items;
	for (size_t i = 0; status == OK && i < lines.count; i++) {
		const char *at = items[i].status;
		bool is_before = strcmp(at, "reported") == 0 || strcmp(at, "closed") == 0;

		if (items[i].report != report)
			continue;
		situation->is_investigated = !is_before;
		situation->is_applied = !is_before && strcmp(at, "investigated") != 0;
	}
	return status;
}

enum status caseload_complete_urgent(struct journal *journal, struct journal_fact *fact,
                                     struct findings *findings, struct fault *fault)
{
	struct urgent_help *urgent = fact->item;

	(void)findings;
	return look(journal, urgent->person, urgent->report, &urgent->situation, fault);
}

enum status caseload_complete_closing(struct journal *journal, struct journal_fact *fact,
                                      struct findings *findings, struct fault *fault)
{
	struct case_closing *closing = fact->item;

	struct records lines = { 0 };
	enum status status = look(journal, closing->person, closing->report, &closing->situation, fault);

	(void)findings;
	if (status == OK)
		status = at_once_lines(journal, closing->person, closing->report, &lines, fault);
	for (size_t i = 0; status == OK && i < lines.count; i++)
		if (date_before(closing->closed_on,
		                ((const struct granted_line *)lines.items)[i].valid_until))
			closing->situation.has_urgent = true;
	return status;
}
