/* SPDX-License-Identifier: EUPL-1.2 */
/* What other slices know of a fact at the door, once its own kind has nothing to object. */
#include "app/completions.h"

#include "common/access/decider.h"
#include "common/scheme/adoption.h"
#include "contract/agreement/made.h"
#include "contract/assessment/deciding.h"
#include "contract/assessment/marking.h"
#include "contract/assessment/signing.h"
#include "contract/billing/billing.h"
#include "contract/claim/deletion.h"
#include "contract/exchange/order.h"
#include "contract/exchange/order_end.h"
#include "contract/exchange/report.h"
#include "contract/funding/settlement.h"
#include "contract/procurement/bid.h"
#include "contract/procurement/correction.h"
#include "contract/procurement/notice.h"
#include "contract/procurement/prepared.h"
#include "contract/procurement/question.h"
#include "contract/publication/publication.h"
#include "contract/tariff/tariff.h"
#include "outlook/budget/ledger.h"
#include "outlook/buying/tariff_check.h"
#include "outlook/buying/tender_check.h"
#include "outlook/known/known.h"
#include "outlook/laboratory/adoption_touched.h"
#include "outlook/provider/own_delivery.h"
#include "policy/programme/finish.h"
#include "practice/assignment/at_once_assignment.h"
#include "practice/assignment/ending.h"
#include "practice/care/talk.h"
#include "practice/caseload/caseload.h"
#include "practice/decision/at_once.h"
#include "practice/decision/decision.h"
#include "practice/decision/later.h"
#include "practice/desk/urgent.h"
#include "practice/erasure/erasure.h"
#include "practice/objection/reopened.h"
#include "practice/transition/confirm.h"

const struct journal_completion app_completions[APP_COMPLETIONS_COUNT] = {
	{ &order_ended_kind, claim_keep_order },
	{ &scheme_adopted_kind, laboratory_complete_adoption },
	{ &person_erased_kind, known_forget },
	{ &agreement_signed_kind, made_check_signing },
	{ &tariffs_proposed_kind, buying_check_proposal },
	{ &tariffs_set_kind, buying_check_setting },
	{ &settlement_made_kind, ledger_complete_settlement },
	{ &tender_prepared_kind, buying_check_prepared },
	{ &tender_announced_kind, buying_check_notice },
	{ &programme_ended_kind, buying_check_ending },
	{ &tender_corrected_kind, buying_check_words },
	{ &key_holder_replaced_kind, buying_check_words },
	{ &tender_question_asked_kind, buying_check_words },
	{ &tender_question_answered_kind, buying_check_words },
	{ &bid_partners_named_kind, buying_check_words },
	{ &bid_submitted_kind, buying_check_bid },
	{ &assessor_left_kind, buying_check_words },
	{ &conflict_declared_kind, buying_check_words },
	{ &conflict_lifted_kind, buying_check_words },
	{ &mark_given_kind, buying_check_words },
	{ &consensus_reached_kind, buying_check_words },
	{ &award_decided_kind, buying_check_words },
	{ &award_letter_sent_kind, buying_check_words },
	{ &award_withdrawn_kind, buying_check_words },
	{ &reassessment_ordered_kind, buying_check_words },
	{ &relief_asked_kind, buying_check_words },
	{ &relief_ended_kind, buying_check_words },
	{ &release_imported_kind, buying_check_release },
	{ &talk_held_kind, provider_check_care, true },
	{ &permanent_worker_named_kind, provider_check_care, true },
	{ &handover_confirmed_kind, provider_check_own, true },
	{ &order_answered_kind, provider_check_answer, true },
	{ &order_declined_kind, provider_check_answer, true },
	{ &start_reported_kind, provider_check_care, true },
	{ &start_reported_kind, provider_check_report },
	{ &pause_reported_kind, provider_check_care, true },
	{ &pause_reported_kind, provider_check_report },
	{ &resume_reported_kind, provider_check_care, true },
	{ &resume_reported_kind, provider_check_report },
	{ &stop_reported_kind, provider_check_care, true },
	{ &care_delivered_kind, provider_check_delivered },
	{ &stop_reported_kind, provider_check_report },
	{ &report_withdrawn_kind, provider_check_care, true },
	{ &report_withdrawn_kind, provider_check_withdrawal },
	{ &decision_changed_kind, assignment_complete_later },
	{ &decision_ended_kind, assignment_complete_later },
	{ &decision_taken_kind, decider_check },
	{ &decision_changed_kind, decider_check },
	{ &decision_ended_kind, decider_check },
	{ &decision_withdrawn_kind, decider_check },
	{ &urgent_help_given_kind, decider_check },
	{ &decision_withdrawn_kind, assignment_complete_later },
	{ &urgent_help_given_kind, caseload_complete_urgent },
	{ &urgent_help_given_kind, at_once_judge },
	{ &urgent_help_given_kind, assignment_complete_urgent },
	{ &decision_taken_kind, assignment_complete_decision },
	{ &decision_taken_kind, reopened_complete_decision },
	{ &case_closed_kind, caseload_complete_closing },
};
