/* SPDX-License-Identifier: EUPL-1.2 */
#include "app/reactions.h"

#include "common/access/account.h"
#include "common/document/code_letter.h"
#include "common/document/dispatch.h"
#include "common/document/file.h"
#include "common/document/letter.h"
#include "common/document/letter_copy.h"
#include "common/person/departure.h"
#include "common/person/representative.h"
#include "contract/agreement/made.h"
#include "contract/assessment/marking.h"
#include "contract/assessment/signing.h"
#include "contract/assessment/telling.h"
#include "contract/assessment/unsealing.h"
#include "contract/billing/billing.h"
#include "contract/claim/book.h"
#include "contract/exchange/order.h"
#include "contract/exchange/order_end.h"
#include "contract/exchange/report.h"
#include "contract/funding/funding.h"
#include "contract/tariff/sign_due.h"
#include "contract/tariff/tariff.h"
#include "contract/procurement/opening.h"
#include "practice/assignment/assignment.h"
#include "practice/assignment/at_once_assignment.h"
#include "practice/assignment/ending.h"
#include "practice/assignment/owner.h"
#include "practice/care/appreciation.h"
#include "practice/care/care.h"
#include "practice/care/care_change.h"
#include "practice/care/evaluation.h"
#include "practice/decision/decision.h"
#include "practice/decision/later.h"
#include "practice/decision/restored.h"
#include "practice/decision/take_over.h"
#include "practice/desk/contact.h"
#include "practice/desk/desk.h"
#include "practice/desk/desk_letter.h"
#include "practice/desk/urgent.h"
#include "practice/investigation/consent.h"
#include "practice/investigation/investigation.h"
#include "practice/investigation/report_letter.h"
#include "practice/objection/hearing.h"
#include "practice/objection/objection_letters.h"
#include "practice/objection/reopened.h"
#include "practice/plan/plan.h"
#include "practice/request/refusal.h"
#include "practice/request/request.h"
#include "practice/safety/complaint.h"
#include "practice/term/penalty.h"
#include "practice/term/recount.h"
#include "practice/term/term_letters.h"
#include "practice/transition/move.h"

const struct journal_reaction app_reactions[APP_REACTIONS_COUNT] = {
	/* when this happens,    this follows,         or it does not happen, written by, or each by */
	{ &vault_key_turned_kind, &bid_opened_kind, true, NULL, vault_open_each },
	{ &report_received_kind, &letter_written_kind, true, desk_write_confirmation, NULL },
	{ &complaint_received_kind, &letter_written_kind, true, complaint_write_confirmation, NULL },
	{ &investigation_concluded_kind, &letter_written_kind, true, investigation_write_report, NULL },
	{ &urgent_help_given_kind, &letter_written_kind, true, desk_write_urgent, NULL },
	{ &urgent_help_given_kind, &assignment_made_kind, true, assignment_at_once, NULL },
	{ &case_closed_kind, &letter_written_kind, true, desk_write_closing, NULL },
	{ &decision_taken_kind, &letter_written_kind, true, decision_write_letter, NULL },
	{ &decision_taken_kind, &assignment_ended_kind, true, NULL, assignment_end_at_once },
	{ &term_extended_kind, &letter_written_kind, true, term_write_extension, NULL },
	{ &penalty_set_kind, &letter_written_kind, true, penalty_write_letter, NULL },
	{ &objection_received_kind, &letter_written_kind, true, objection_write_confirmation, NULL },
	{ &hearing_planned_kind, &letter_written_kind, true, objection_write_invitation, NULL },
	{ &objection_adjourned_kind, &letter_written_kind, true, objection_write_adjournment, NULL },
	{ &objection_decided_kind, &letter_written_kind, true, objection_write_decision, NULL },
	{ &objection_decided_kind, &decision_reopened_kind, true, reopened_follows, NULL },
	{ &letter_written_kind, &letter_copied_kind, true, letter_copy_follows, NULL },
	{ &letter_dispatched_kind, &term_recounted_kind, true, term_follows_dispatch, NULL },
	{ &worker_left_kind, &account_closed_kind, true, contact_close_account, NULL },
	{ &decision_taken_over_kind, &client_taken_over_kind, true, decision_take_client_over, NULL },
	{ &resident_departed_kind, &decision_ended_kind, true, NULL, later_ends_at_departure },
	{ &resident_departed_kind, &letter_withheld_kind, true, NULL, letters_withhold },
	{ &departure_withdrawn_kind, &decision_restored_kind, true, NULL, decisions_restore },
	{ &departure_withdrawn_kind, &letter_released_kind, true, NULL, letters_release },
	{ &decision_changed_kind, &assignment_ended_kind, true, NULL, assignment_end_later },
	{ &decision_changed_kind, &letter_written_kind, true, later_write_letter, NULL },
	{ &decision_ended_kind, &assignment_ended_kind, true, NULL, assignment_end_later },
	{ &decision_ended_kind, &letter_written_kind, true, later_write_letter, NULL },
	{ &decision_withdrawn_kind, &assignment_ended_kind, true, NULL, assignment_end_later },
	{ &decision_withdrawn_kind, &letter_written_kind, true, later_write_letter, NULL },
	{ &resident_moved_kind, &assignment_ended_kind, true, NULL, move_end_assignment },
	{ &resident_moved_kind, &owner_changed_kind, true, owner_follows, NULL },
	{ &evaluation_held_kind, &goal_scored_kind, true, NULL, evaluation_scores },
	{ &assignment_made_kind, &order_placed_kind, true, /* build= */ NULL, NULL },
	{ &assignment_made_kind, &owner_changed_kind, true, owner_follows, NULL },
	{ &order_declined_kind, &care_declined_kind, true, /* build= */ NULL, NULL },
	{ &care_declined_kind, &assignment_ended_kind, true, care_declined_end, NULL },
	{ &stop_reported_kind, &care_stopped_kind, true, /* build= */ NULL, NULL },
	{ &care_stopped_kind, &assignment_ended_kind, true, care_stopped_end, NULL },
	{ &assignment_ended_kind, &order_ended_kind, true, /* build= */ NULL, NULL },
	{ &assignment_ended_kind, &owner_changed_kind, true, owner_follows, NULL },
	{ &start_reported_kind, &care_started_kind, true, /* build= */ NULL, NULL },
	{ &pause_reported_kind, &care_paused_kind, true, /* build= */ NULL, NULL },
	{ &resume_reported_kind, &care_resumed_kind, true, /* build= */ NULL, NULL },
	{ &report_withdrawn_kind, &care_withdrawn_kind, true, /* build= */ NULL, NULL },
	{ &file_attached_kind, &contact_requested_kind, true, request_follows_file, NULL },
	{ &consent_withdrawn_kind, &contact_requested_kind, true, consent_asks_contact, NULL },
	{ &representative_ended_kind, &code_renewed_kind, true, code_follows_end, NULL },
	{ &erasure_refused_kind, &letter_written_kind, true, erasure_write_refusal, NULL },
	{ &appreciation_granted_kind, &letter_written_kind, true, appreciation_write_letter, NULL },
	{ &appreciation_refused_kind, &letter_written_kind, true, appreciation_write_letter, NULL },
	{ &code_renewed_kind, &letter_written_kind, true, code_write_letter, NULL },
	{ &mark_given_kind, &marks_unsealed_kind, true, unsealing_after_mark, NULL },
	{ &conflict_declared_kind, &marks_unsealed_kind, true, unsealing_after_conflict, NULL },
	{ &assessor_left_kind, &marks_unsealed_kind, true, NULL, unsealing_after_leaving },
	{ &award_decided_kind, &award_letter_written_kind, true, NULL, telling_write },
	{ &award_letter_sent_kind, &standstill_begun_kind, true, telling_begin_standstill, NULL },
	{ &tariffs_proposed_kind, &tariff_sign_due_kind, true, NULL, tariff_ask_signatures },
	{ &agreement_signed_kind, &agreement_made_kind, true, made_follows, NULL },
	{ &agreement_signed_kind, &ending_due_kind, true, NULL, made_endings },
	{ &agreement_made_kind, &contacts_due_kind, true, made_contacts, NULL },
	{ &budget_spent_kind, &ceiling_signalled_kind, true, NULL, ceiling_signals },
	{ &claim_received_kind, &claim_answered_kind, true, NULL, billing_answer },
};
