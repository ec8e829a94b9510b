/* SPDX-License-Identifier: EUPL-1.2 */
#include "app/reactions.h"

#include "common/document/letter.h"
#include "contract/exchange/order.h"
#include "practice/assignment/assignment.h"
#include "practice/care/care.h"
#include "practice/decision/decision.h"
#include "practice/desk/desk.h"
#include "practice/desk/desk_letter.h"

const struct journal_reaction app_reactions[APP_REACTIONS_COUNT] = {
	/* when this happens,    this follows,         or it does not happen, written by */
	{ &report_received_kind, &letter_written_kind, true, desk_write_confirmation },
	{ &decision_taken_kind, &letter_written_kind, true, decision_write_letter },
	{ &assignment_made_kind, &order_placed_kind, true, /* build= */ NULL },
	{ &start_reported_kind, &care_started_kind, true, /* build= */ NULL },
};
