/* SPDX-License-Identifier: EUPL-1.2 */
#include "app/carried.h"

#include "contract/billing/billing.h"
#include "contract/claim/book.h"

/* Rows about a person by the number of a fact alone; tables with a column for the person need no row here. */
const struct journal_numbered app_numbered[APP_NUMBERED_COUNT] = {
	{ "caseload_line", "assignment" },  { "caseload_later", "decision" },
	{ "investigation_line", "report" }, { "exchange_report", "assignment" },
	{ "safety_telling", "incident" },   { "triangle_turn", "question" },
	{ "person_relation", "relation" },  { "resident_entry", "letter" },
};

/* Too many rows for a body. */
const struct journal_carried app_carried[] = {
	{ &claim_received_kind, "claim_line", "fact" },
	{ &claim_approved_kind, "billing_line", "fact" },
	{ &claim_approved_kind, "billing_share", "fact" },
	{ &claim_answered_kind, "billing_refusal", "fact" },
	{ NULL, NULL, NULL },
};
