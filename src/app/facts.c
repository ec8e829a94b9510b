/* SPDX-License-Identifier: EUPL-1.2 */
/* All kinds of facts in the order of the story: a fact may only bring about kinds below it. */
#include "app/app.h"
#include "app/completions.h"
#include "app/derived.h"
#include "app/reactions.h"
#include "app/todos.h"
#include "common/access/account.h"
#include "common/access/opening.h"
#include "common/access/second_step.h"
#include "common/document/code_letter.h"
#include "common/document/dispatch.h"
#include "common/document/file.h"
#include "common/document/kept.h"
#include "common/document/letter.h"
#include "common/document/letter_copy.h"
#include "common/person/departure.h"
#include "common/person/double.h"
#include "common/person/recorded.h"
#include "common/person/representative.h"
#include "common/person/vault.h"
#include "common/scheme/adoption.h"
#include "common/triangle/triangle.h"
#include "contract/agreement/agreement.h"
#include "contract/agreement/below.h"
#include "contract/agreement/ending.h"
#include "contract/agreement/made.h"
#include "contract/agreement/meeting.h"
#include "contract/assessment/deciding.h"
#include "contract/assessment/marking.h"
#include "contract/assessment/signing.h"
#include "contract/billing/billing.h"
#include "contract/claim/book.h"
#include "contract/claim/claim_order.h"
#include "contract/exchange/again.h"
#include "contract/exchange/asked.h"
#include "contract/exchange/asking.h"
#include "contract/exchange/intake.h"
#include "contract/exchange/order.h"
#include "contract/exchange/order_end.h"
#include "contract/exchange/order_received.h"
#include "contract/exchange/refusal.h"
#include "contract/exchange/report.h"
#include "contract/exchange/settle.h"
#include "contract/exchange/traffic.h"
#include "contract/funding/funding.h"
#include "contract/funding/settlement.h"
#include "contract/procurement/bid.h"
#include "contract/procurement/correction.h"
#include "contract/procurement/notice.h"
#include "contract/procurement/opening.h"
#include "contract/procurement/prepared.h"
#include "contract/procurement/question.h"
#include "contract/publication/publication.h"
#include "contract/tariff/indexation.h"
#include "contract/tariff/sign_due.h"
#include "contract/tariff/tariff.h"
#include "outlook/known/known.h"
#include "policy/programme/begin.h"
#include "policy/programme/choose.h"
#include "policy/programme/endorse.h"
#include "policy/programme/finish.h"
#include "policy/programme/need.h"
#include "policy/programme/talk.h"
#include "policy/programme/word.h"
#include "policy/programme/writing.h"
#include "practice/assignment/assignment.h"
#include "practice/assignment/at_once_assignment.h"
#include "practice/assignment/ending.h"
#include "practice/assignment/wish.h"
#include "practice/care/appreciation.h"
#include "practice/care/care.h"
#include "practice/care/care_change.h"
#include "practice/care/contribution.h"
#include "practice/care/evaluation.h"
#include "practice/care/talk.h"
#include "practice/caseload/caseload.h"
#include "practice/decision/at_once.h"
#include "practice/decision/decision.h"
#include "practice/decision/later.h"
#include "practice/decision/restored.h"
#include "practice/decision/take_over.h"
#include "practice/desk/absence.h"
#include "practice/desk/contact.h"
#include "practice/desk/desk.h"
#include "practice/desk/offer.h"
#include "practice/desk/question.h"
#include "practice/desk/received.h"
#include "practice/desk/take_over.h"
#include "practice/desk/urgent.h"
#include "practice/erasure/erasure.h"
#include "practice/investigation/consent.h"
#include "practice/investigation/help.h"
#include "practice/investigation/household.h"
#include "practice/investigation/investigation.h"
#include "practice/investigation/partner.h"
#include "practice/investigation/topic.h"
#include "practice/mailing/mailing.h"
#include "practice/objection/hearing.h"
#include "practice/objection/objection_keep.h"
#include "practice/objection/reopened.h"
#include "practice/plan/plan.h"
#include "practice/plan/struck.h"
#include "practice/request/refusal.h"
#include "practice/request/request.h"
#include "practice/safety/complaint.h"
#include "practice/safety/incident.h"
#include "practice/safety/protocol.h"
#include "practice/term/penalty.h"
#include "practice/term/term_keep.h"
#include "practice/transition/confirm.h"
#include "practice/transition/handover.h"
#include "practice/transition/move.h"
#include "practice/transition/search.h"

static const struct journal_kind *const kinds[] = {
	&scheme_adopted_kind,
	&norm_set_struck_down_kind,
	&tariffs_proposed_kind,
	&tariff_sign_due_kind,
	&tariff_signed_kind,
	&tariffs_set_kind,
	&tariffs_indexed_kind,
	&budget_run_made_kind,
	&budget_run_signed_kind,
	&budget_run_set_kind,
	&budget_spent_kind,
	&ceiling_signalled_kind,
	&ceiling_talked_kind,
	&year_stated_kind,
	&payment_made_kind,
	&settlement_made_kind,
	&settlement_withdrawn_kind,
	&settlement_signed_kind,
	&step_stated_kind,
	&shares_agreed_kind,
	&programme_begun_kind,
	&speaker_replaced_kind,
	&interest_mapped_kind,
	&consultation_planned_kind,
	&consultation_held_kind,
	&need_noted_kind,
	&word_agreed_kind,
	&wish_tested_kind,
	&vision_written_kind,
	&vision_endorsed_kind,
	&content_written_kind,
	&content_tested_kind,
	&choice_made_kind,
	&need_landed_kind,
	&content_endorsed_kind,
	&finance_opened_kind,
	&finance_endorsed_kind,
	&programme_ended_kind,
	&agreement_extended_kind,
	&party_admitted_kind,
	&party_succeeded_kind,
	&subcontractor_contracted_kind,
	&member_left_kind,
	&area_allocated_kind,
	&meeting_called_kind,
	&meeting_item_added_kind,
	&meeting_minuted_kind,
	&meeting_dropped_kind,
	&clause_recorded_kind,
	&ending_begun_kind,
	&ending_step_done_kind,
	&subcontractor_weighed_kind,
	&chain_price_checked_kind,
	&tender_prepared_kind,
	&tender_announced_kind,
	&tender_corrected_kind,
	&key_holder_replaced_kind,
	&assessor_named_kind,
	&assessor_left_kind,
	&conflict_declared_kind,
	&conflict_lifted_kind,
	&mark_given_kind,
	&marks_unsealed_kind,
	&consensus_reached_kind,
	&marks_frozen_kind,
	&award_decided_kind,
	&award_letter_written_kind,
	&award_letter_sent_kind,
	&standstill_begun_kind,
	&relief_asked_kind,
	&relief_ended_kind,
	&reassessment_ordered_kind,
	&award_withdrawn_kind,
	&agreement_signed_kind,
	&agreement_made_kind,
	&contacts_due_kind,
	&ending_due_kind,
	&award_published_kind,
	&vault_key_held_kind,
	&tender_question_asked_kind,
	&tender_question_answered_kind,
	&bid_begun_kind,
	&bid_partners_named_kind,
	&bid_part_declared_kind,
	&bid_submitted_kind,
	&bid_late_kind,
	&bid_withdrawn_kind,
	&vault_key_turned_kind,
	&bid_opened_kind,
	&release_imported_kind,
	&assignment_asked_kind,
	&newcomer_asked_kind,
	&change_asked_kind,
	&asking_sent_kind,
	&asking_confirmed_kind,
	&asking_heard_kind,
	&order_received_kind,
	&care_delivered_kind,
	&claim_approved_kind,
	&claim_sent_kind,
	&claim_received_kind,
	&claim_answered_kind,
	&message_refused_kind,
	&message_settled_kind,
	&message_again_asked_kind,
	&message_sent_again_kind,
	&intake_closed_kind,
	&intake_opened_kind,
	&contact_named_kind,
	&contact_left_kind,
	&file_opened_in_need_kind,
	&opening_checked_kind,
	&triangle_question_laid_kind,
	&triangle_question_answered_kind,
	&triangle_answer_weighed_kind,
	&resident_recorded_kind,
	&question_received_kind,
	&question_answered_kind,
	&question_passed_on_kind,
	&pass_on_confirmed_kind,
	&report_received_kind,
	&bsn_recorded_kind,
	&resident_departed_kind,
	&departure_withdrawn_kind,
	&departure_settled_kind,
	&hospital_stay_begun_kind,
	&hospital_stay_ended_kind,
	&support_offered_kind,
	&plan_received_kind,
	&plan_waived_kind,
	&urgent_help_given_kind,
	&representative_named_kind,
	&representative_ended_kind,
	&persons_same_kind,
	&persons_different_kind,
	&contact_handed_over_kind,
	&worker_left_kind,
	&topic_opened_kind,
	&topic_examined_kind,
	&housemate_recorded_kind,
	&help_found_kind,
	&help_reviewed_kind,
	&partner_consulted_kind,
	&consent_withdrawn_kind,
	&caseload_moved_kind,
	&caseload_returned_kind,
	&account_opened_kind,
	&account_changed_kind,
	&account_closed_kind,
	&password_renewed_kind,
	&second_step_reset_kind,
	&second_step_asked_kind,
	&plan_made_kind,
	&evaluation_planned_kind,
	&evaluation_held_kind,
	&goal_scored_kind,
	&investigation_concluded_kind,
	&remarks_received_kind,
	&case_closed_kind,
	&application_received_kind,
	&decision_taken_kind,
	&term_suspended_kind,
	&term_resumed_kind,
	&term_extended_kind,
	&default_notice_received_kind,
	&penalty_set_kind,
	&decision_taken_over_kind,
	&client_taken_over_kind,
	&decision_changed_kind,
	&decision_ended_kind,
	&decision_withdrawn_kind,
	&decision_restored_kind,
	&objection_received_kind,
	&hearing_planned_kind,
	&hearing_held_kind,
	&hearing_waived_kind,
	&objection_adjourned_kind,
	&objection_decided_kind,
	&decision_reopened_kind,
	&objection_withdrawn_kind,
	&resident_moved_kind,
	&provider_wished_kind,
	&assignment_made_kind,
	&order_declined_kind,
	&care_declined_kind,
	&stop_reported_kind,
	&care_stopped_kind,
	&assignment_ended_kind,
	&search_step_taken_kind,
	&order_placed_kind,
	&order_sent_kind,
	&provider_asked_kind,
	&asking_considered_kind,
	&asking_refused_kind,
	&asking_granted_kind,
	&asking_replied_kind,
	&reply_answered_kind,
	&order_answered_kind,
	&refusal_settled_kind,
	&order_ended_kind,
	&order_end_told_kind,
	&start_reported_kind,
	&care_started_kind,
	&pause_reported_kind,
	&care_paused_kind,
	&resume_reported_kind,
	&care_resumed_kind,
	&report_withdrawn_kind,
	&care_withdrawn_kind,
	&stop_followed_kind,
	&report_sent_kind,
	&report_answered_kind,
	&handover_made_kind,
	&handover_confirmed_kind,
	&talk_held_kind,
	&permanent_worker_named_kind,
	&appreciation_granted_kind,
	&appreciation_refused_kind,
	&appreciation_given_kind,
	&contribution_changed_kind,
	&contribution_sent_kind,
	&contribution_answered_kind,
	&contribution_settled_kind,
	&owner_changed_kind,
	&complaint_received_kind,
	&complaint_answered_kind,
	&complaint_looked_back_kind,
	&incident_reported_kind,
	&incident_told_kind,
	&incident_concluded_kind,
	&abuse_step_taken_kind,
	&file_attached_kind,
	&file_withdrawn_kind,
	&contact_requested_kind,
	&correction_requested_kind,
	&erasure_requested_kind,
	&request_answered_kind,
	&erasure_refused_kind,
	&code_renewed_kind,
	&mailing_started_kind,
	&letter_written_kind,
	&letter_copied_kind,
	&letter_dispatched_kind,
	&term_recounted_kind,
	&letter_withheld_kind,
	&letter_released_kind,
	&person_erased_kind,
};

static const struct journal_projection projections[] = {
	{ &report_received_kind, caseload_report },
	{ &report_received_kind, term_follow_report },
	{ &plan_received_kind, term_follow_plan },
	{ &plan_waived_kind, term_follow_plan },
	{ &investigation_concluded_kind, term_follow_investigation },
	{ &case_closed_kind, term_follow_closing },
	{ &application_received_kind, term_follow_application },
	{ &decision_taken_kind, term_follow_decision },
	{ &decision_taken_over_kind, term_follow_taken_over },
	{ &urgent_help_given_kind, term_follow_urgent },
	{ &urgent_help_given_kind, at_once_follow },
	{ &urgent_help_given_kind, assignment_wait_for_urgent },
	{ &letter_written_kind, term_follow_letter },
	{ &letter_dispatched_kind, term_follow_dispatch },
	{ &decision_changed_kind, term_follow_later },
	{ &decision_ended_kind, term_follow_later },
	{ &decision_withdrawn_kind, term_follow_later },
	{ &investigation_concluded_kind, caseload_investigation },
	{ &case_closed_kind, caseload_closing },
	{ &application_received_kind, caseload_application },
	{ &decision_taken_kind, caseload_decision },
	{ &decision_taken_kind, assignment_wait_for_provider },
	{ &decision_taken_kind, assignment_follow_at_once },
	{ &decision_taken_over_kind, caseload_taken_over },
	{ &decision_taken_over_kind, assignment_wait_for_provider },
	{ &decision_changed_kind, caseload_later },
	{ &decision_changed_kind, assignment_follow_later },
	{ &decision_ended_kind, caseload_later },
	{ &decision_ended_kind, assignment_follow_later },
	{ &decision_withdrawn_kind, caseload_later },
	{ &decision_withdrawn_kind, assignment_follow_later },
	{ &resident_departed_kind, caseload_departed },
	{ &departure_withdrawn_kind, caseload_returned_home },
	{ &decision_restored_kind, caseload_restored },
	{ &decision_restored_kind, assignment_follow_restored },
	{ &assignment_made_kind, caseload_assignment },
	{ &care_started_kind, caseload_start },
	{ &contact_handed_over_kind, caseload_contact },
	{ &worker_left_kind, caseload_worker_left },
	{ &caseload_moved_kind, caseload_lent },
	{ &caseload_returned_kind, caseload_given_back },
	{ &assignment_ended_kind, caseload_assignment_ended },
	{ &care_paused_kind, caseload_pause },
	{ &care_resumed_kind, caseload_resume },
	{ &care_stopped_kind, caseload_stop },
	{ &care_withdrawn_kind, caseload_withdrawn },
	{ &term_suspended_kind, objection_follow_suspended },
	{ &term_resumed_kind, objection_follow_resumed },
	{ &term_recounted_kind, objection_follow_recounted },
	{ &term_suspended_kind, caseload_term_suspended },
	{ &term_resumed_kind, caseload_term_resumed },
	{ &term_recounted_kind, caseload_term_recounted },
	{ &report_received_kind, evaluation_follow_report },
	{ &decision_taken_kind, evaluation_follow_decision },
	{ &decision_taken_over_kind, evaluation_follow_decision },
	{ &decision_changed_kind, evaluation_follow_changed },
	{ &decision_ended_kind, evaluation_follow_ended },
	{ &decision_withdrawn_kind, evaluation_follow_ended },
	{ &award_published_kind, publication_follow_award },
	{ &order_placed_kind, claim_follow_placed },
	{ &order_ended_kind, claim_follow_ended },
	{ &order_sent_kind, claim_follow_sent },
	{ &order_sent_kind, traffic_follow },
	{ &order_answered_kind, traffic_follow },
	{ &order_declined_kind, traffic_follow },
	{ &start_reported_kind, traffic_follow },
	{ &pause_reported_kind, traffic_follow },
	{ &resume_reported_kind, traffic_follow },
	{ &stop_reported_kind, traffic_follow },
	{ &report_withdrawn_kind, traffic_follow },
	{ &provider_asked_kind, traffic_follow },
	{ &asking_replied_kind, traffic_follow },
	{ &reply_answered_kind, traffic_follow },
	{ &asking_sent_kind, traffic_follow },
	{ &asking_confirmed_kind, traffic_follow },
	{ &asking_heard_kind, traffic_follow },
	{ &order_received_kind, traffic_follow },
	{ &report_sent_kind, traffic_follow },
	{ &report_answered_kind, traffic_follow },
	{ &message_refused_kind, traffic_follow },
	{ &claim_received_kind, traffic_follow },
	{ &claim_sent_kind, billing_follow_traffic },
	{ &claim_answered_kind, billing_follow_traffic },
	{ &person_erased_kind, caseload_forget },
	{ &person_erased_kind, document_forget },
	{ &person_erased_kind, file_forget },
	{ &person_erased_kind, kept_forget },
	{ &person_erased_kind, claim_forget_kept },
	{ &person_erased_kind, billing_forget_kept },
	{ &person_erased_kind, exchange_forget },
};

/* Too many rows for a body. */
static const struct journal_carried carried[] = {
	{ &claim_received_kind, "claim_line", "claim", "claim", "claim_open" },
	{ &claim_approved_kind, "billing_line", "fact", NULL, NULL },
	{ &claim_approved_kind, "billing_share", "fact", NULL, NULL },
	{ &claim_answered_kind, "billing_refusal", "fact", NULL, NULL },
	{ NULL, NULL, NULL, NULL, NULL },
};

const struct journal_book app_book = {
	.kinds = kinds,
	.kinds_count = COUNT(kinds),
	.completions = app_completions,
	.completions_count = APP_COMPLETIONS_COUNT,
	.projections = projections,
	.projections_count = COUNT(projections),
	.reactions = app_reactions,
	.reactions_count = APP_REACTIONS_COUNT,
	.todos = app_todos,
	.todos_count = APP_TODOS_COUNT,
	.numbered = app_numbered,
	.numbered_count = APP_NUMBERED_COUNT,
	.carried = carried,
	.derived_tables = app_derived,
	.derived_tables_count = APP_DERIVED_COUNT,
};
