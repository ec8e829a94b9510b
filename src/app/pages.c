/* SPDX-License-Identifier: EUPL-1.2 */
/* Every page with the struct it shows, and the menu. */
#include "app/app.h"
#include "common/access/access_pages.h"
#include "common/access/accounts_page.h"
#include "common/access/invitation_pages.h"
#include "common/access/own_account_pages.h"
#include "common/access/web.h"
#include "common/access/web_sight.h"
#include "common/document/file_pages.h"
#include "common/document/letter_pages.h"
#include "common/document/outbox_pages.h"
#include "common/person/double_pages.h"
#include "common/scheme/scheme_pages.h"
#include "common/scheme/version_pages.h"
#include "common/triangle/triangle_pages.h"
#include "contract/agreement/agreement_pages.h"
#include "contract/agreement/meeting_pages.h"
#include "contract/assessment/assessment_pages.h"
#include "contract/billing/billing_pages.h"
#include "contract/claim/claim_pages.h"
#include "contract/exchange/asked_pages.h"
#include "contract/exchange/own_pages.h"
#include "contract/exchange/exchange_pages.h"
#include "contract/exchange/message_page.h"
#include "contract/exchange/traffic_pages.h"
#include "contract/funding/funding_pages.h"
#include "contract/procurement/procurement_pages.h"
#include "contract/publication/outcome_pages.h"
#include "contract/tariff/tariff_pages.h"
#include "outlook/budget/budget_pages.h"
#include "outlook/budget/money_view.h"
#include "outlook/figures/figures_pages.h"
#include "outlook/known/known_pages.h"
#include "outlook/laboratory/division_pages.h"
#include "outlook/laboratory/expected_pages.h"
#include "outlook/laboratory/propose_pages.h"
#include "outlook/laboratory/threshold_pages.h"
#include "outlook/norms/norms_pages.h"
#include "outlook/norms/time_norms.h"
#include "outlook/provider/provider_pages.h"
#include "outlook/resident/mine_pages.h"
#include "outlook/retention/retention_pages.h"
#include "outlook/travel/travel_pages.h"
#include "outlook/unseen/unseen_pages.h"
#include "platform/base/words.h"
#include "platform/page/problem.h"
#include "policy/programme/programme_pages.h"
#include "practice/assignment/assignment_pages.h"
#include "practice/care/care_pages.h"
#include "practice/caseload/caseload_pages.h"
#include "practice/caseload/follow_pages.h"
#include "practice/decision/decision_pages.h"
#include "practice/desk/desk_pages.h"
#include "practice/desk/question_pages.h"
#include "practice/investigation/investigation_pages.h"
#include "practice/mailing/mailing_pages.h"
#include "practice/objection/objection_pages.h"
#include "practice/plan/plan_pages.h"
#include "practice/radar/radar_pages.h"
#include "practice/request/request_pages.h"
#include "practice/safety/safety_pages.h"
#include "practice/term/term_pages.h"
#include "practice/transition/transition_pages.h"

const struct page_template app_pages[] = {
	{ "access/login.html", &login_view_record },
	{ "access/login_code.html", &login_code_view_record },
	{ "access/own_account.html", &own_account_view_record },
	{ "access/invitation.html", &invitation_view_record },
	{ "access/fact.html", &fact_view_record },
	{ "access/tasks.html", &tasks_view_record },
	{ "access/reads.html", &reads_view_record },
	{ "caseload/work.html", &work_view_record },
	{ "caseload/clients.html", &clients_view_record },
	{ "caseload/client.html", &client_view_record },
	{ "caseload/front.html", &front_view_record },
	{ "access/closed.html", &closed_view_record },
	{ "access/accounts.html", &accounts_view_record },
	{ "access/openings.html", &openings_view_record },
	{ "assignment/assign.html", &assign_view_record },
	{ "document/letter.html", &letter_view_record },
	{ "document/files.html", &files_view_record },
	{ "document/outbox.html", &outbox_view_record },
	{ "mailing/mailings.html", &mailings_view_record },
	{ "mailing/mailing.html", &mailing_view_record },
	{ "decision/decisions.html", &decisions_view_record },
	{ "programme/programmes.html", &programmes_view_record },
	{ "programme/programme.html", &programme_view_record },
	{ "programme/content.html", &content_view_record },
	{ "programme/choices.html", &choices_view_record },
	{ "programme/talks.html", &talks_view_record },
	{ "programme/needs.html", &needs_view_record },
	{ "scheme/scheme.html", &scheme_view_record },
	{ "scheme/version.html", &version_view_record },
	{ "scheme/version_diff.html", &version_diff_view_record },
	{ "laboratory/propose.html", &propose_view_record },
	{ "exchange/asked.html", &asked_view_record },
	{ "exchange/own_orders.html", &own_orders_view_record },
	{ "exchange/own_order.html", &own_order_view_record },
	{ "exchange/message_page.html", &message_page_record },
	{ "exchange/messages.html", &messages_view_record },
	{ "exchange/traffic.html", &traffic_view_record },
	{ "exchange/orders.html", &orders_view_record },
	{ "exchange/sent_message.html", &sent_message_view_record },
	{ "exchange/order.html", &order_view_record },
	{ "radar/radar.html", &radar_view_record },
	{ "provider/delivery.html", &delivery_view_record },
	{ "provider/deliveries.html", &deliveries_view_record },
	{ "provider/past.html", &past_view_record },
	{ "provider/visits.html", &visits_view_record },
	{ "provider/combination.html", &combination_view_record },
	{ "provider/relations.html", &relations_view_record },
	{ "provider/parties.html", &parties_view_record },
	{ "assignment/why.html", &why_view_record },
	{ "budget/budgets.html", &budgets_view_record },
	{ "budget/quarter.html", &money_view_record },
	{ "budget/year.html", &money_view_record },
	{ "funding/budget_signatures.html", &budget_signatures_view_record },
	{ "billing/own_claim.html", &own_claim_view_record },
	{ "billing/own_claims.html", &own_claims_view_record },
	{ "claim/claim.html", &claim_view_record },
	{ "claim/claims.html", &claims_view_record },
	{ "tariff/tariffs.html", &tariffs_view_record },
	{ "tariff/signatures.html", &tariff_signatures_view_record },
	{ "agreement/agreements.html", &agreements_view_record },
	{ "agreement/agreement.html", &agreement_view_record },
	{ "procurement/tenders.html", &tenders_view_record },
	{ "procurement/prepared_all.html", &prepared_all_view_record },
	{ "procurement/prepared.html", &prepared_view_record },
	{ "procurement/tender.html", &tender_view_record },
	{ "procurement/tender_bids.html", &tender_bids_view_record },
	{ "procurement/vault.html", &vault_view_record },
	{ "procurement/bid.html", &bid_view_record },
	{ "procurement/bid_answer.html", &bid_answer_view_record },
	{ "agreement/work.html", &agreement_work_view_record },
	{ "agreement/meetings.html", &meetings_view_record },
	{ "agreement/meeting.html", &meeting_view_record },
	{ "figures/figures.html", &figures_view_record },
	{ "retention/retention.html", &retention_view_record },
	{ "norms/norms.html", &norms_view_record },
	{ "norms/time_norms.html", &time_norms_view_record },
	{ "norms/time_norm.html", &time_norm_view_record },
	{ "travel/travel.html", &travel_view_record },
	{ "care/care.html", &care_view_record },
	{ "care/appreciations.html", &appreciations_view_record },
	{ "care/contributions.html", &contributions_view_record },
	{ "unseen/unseen.html", &unseen_view_record },
	{ "safety/complaints.html", &complaints_view_record },
	{ "safety/client_complaints.html", &client_complaints_view_record },
	{ "safety/incidents.html", &incidents_view_record },
	{ "safety/protocols.html", &protocols_view_record },
	{ "safety/protocol.html", &protocol_view_record },
	{ "safety/protocol_reads.html", &protocol_reads_view_record },
	{ "triangle/triangle.html", &triangle_view_record },
	{ "caseload/client_desk.html", &client_desk_view_record },
	{ "caseload/follow.html", &follow_view_record },
	{ "person/doubles.html", &doubles_view_record },
	{ "desk/desk.html", &desk_view_record },
	{ "desk/question.html", &question_page_view_record },
	{ "desk/questions.html", &questions_view_record },
	{ "known/known.html", &known_view_record },
	{ "request/requests.html", &requests_view_record },
	{ "resident/choose.html", &choose_view_record },
	{ "resident/ask.html", &ask_view_record },
	{ "resident/export.html", &export_view_record },
	{ "resident/enter.html", &enter_view_record },
	{ "resident/mine.html", &mine_view_record },
	{ "investigation/investigation.html", &investigation_view_record },
	{ "plan/plan.html", &plan_view_record },
	{ "plan/calculate.html", &calculate_view_record },
	{ "transition/move.html", &move_view_record },
	{ "term/terms.html", &terms_view_record },
	{ "objection/objections.html", &objections_view_record },
	{ "objection/objection.html", &objection_view_record },
	{ "term/penalty.html", &penalty_view_record },
	{ "assessment/assessment.html", &assessment_view_record },
	{ "assessment/assessments.html", &assessments_view_record },
	{ "assessment/award.html", &award_view_record },
	{ "assessment/consensus.html", &consensus_view_record },
	{ "assessment/letter.html", &award_letter_view_record },
	{ "assessment/marks.html", &marks_view_record },
	{ "publication/outcome.html", &outcome_view_record },
	{ "laboratory/division.html", &division_view_record },
	{ "laboratory/divisions.html", &divisions_view_record },
	{ "laboratory/expected.html", &expected_view_record },
	{ "laboratory/threshold.html", &threshold_view_record },
	{ "ui/problem.html", &problem_view_record },
};
const size_t app_pages_count = COUNT(app_pages);

/* What is used most stands on the bar itself; where a role begins comes first by itself. */
#define LETTERS WORDS("Brieven en vragen")
#define SAFETY WORDS("Veiligheid")
#define PARTIES WORDS("Aanbieders")
#define RULES WORDS("Regeling en normen")

const struct web_menu_item app_menu[] = {
	{ "/work", WORDS("Werklijst"), MAY_SEE_CLIENTS, NULL },
	{ "/clients", WORDS("Cliënten"), MAY_SEE_CLIENTS, NULL },
	{ "/orders", WORDS("Opdrachten"), MAY_SEE_ORDERS, NULL },
	{ "/combination", WORDS("Waar wij voor instaan"), MAY_RUN_COMBINATION, NULL },
	{ "/deliveries", WORDS("Onze cliënten"), MAY_DELIVER, NULL },
	{ "/visits", WORDS("Bij wie u komt"), MAY_VISIT, NULL },
	{ "/tasks", WORDS("Taken"), MAY_SEE_CLIENTS | MAY_SEE_ORDERS | MAY_ADOPT_SCHEME, NULL },
	{ "/unseen", WORDS("Uit het oog"), MAY_SEE_CLIENTS, NULL },
	{ "/desk", WORDS("Loket"), MAY_REPORT, NULL },
	{ "/objections", WORDS("Bezwaren"), MAY_HANDLE_OBJECTIONS | MAY_SUPERVISE, NULL },
	{ "/radar", WORDS("Vooruitkijken"), MAY_SEE_CLIENTS | MAY_SEE_ORDERS, NULL },
	{ "/figures", WORDS("Cijfers"), MAY_SEE_FIGURES, NULL },
	{ "/budgets", WORDS("Budgetten"), (enum permission)(MAY_SEE_FIGURES | MAY_RUN_COMBINATION), NULL },
	{ "/accounts", WORDS("Accounts"), MAY_ADMINISTER, NULL },
	{ "/outbox", WORDS("Brieven"), MAY_REPORT | MAY_DECIDE, LETTERS },
	{ "/triangle", WORDS("Voorgelegd"), MAY_SEE_CLIENTS | MAY_ANSWER, LETTERS },
	{ "/complaints", WORDS("Klachten"), MAY_HANDLE_SAFETY | MAY_SUPERVISE | MAY_SEE_ORDERS, SAFETY },
	{ "/incidents", WORDS("Voorvallen"), MAY_HANDLE_SAFETY | MAY_SUPERVISE | MAY_DELIVER, SAFETY },
	{ "/protocols", WORDS("Meldcode"), MAY_INVESTIGATE | MAY_HANDLE_SAFETY, SAFETY },
	{ "/protocols/reads", WORDS("Wie de meldcode opende"), MAY_SUPERVISE, SAFETY },
	{ "/openings", WORDS("Nakijken"), (enum permission)(MAY_HANDLE_SAFETY | MAY_SUPERVISE), SAFETY },
	{ "/parties", WORDS("Contractpartijen"), MAY_SEE_ORDERS, PARTIES },
	{ "/agreements", WORDS("Overeenkomsten"), MAY_MANAGE_AGREEMENTS, PARTIES },
	{ "/claims", WORDS("Declaraties"), MAY_MANAGE_AGREEMENTS | MAY_SEE_FIGURES | MAY_DELIVER, PARTIES,
	  true },
	{ "/tariffs", WORDS("Tarieven"), MAY_MANAGE_AGREEMENTS | MAY_SEE_FIGURES | MAY_DELIVER, PARTIES,
	  true },
	{ "/scheme", WORDS("Regeling"), MAY_LOG_IN, RULES },
	{ "/programmes", WORDS("Programma"), MAY_LOG_IN, RULES },
	{ "/tenders", WORDS("Aanbestedingen"), MAY_LOG_IN, RULES },
	{ "/time-norms", WORDS("Tijdnormen"), MAY_SEE_CLIENTS | MAY_ADOPT_SCHEME, RULES },
	{ "/norms", WORDS("Normen"), MAY_SEE_CLIENTS | MAY_SEE_ORDERS | MAY_ADOPT_SCHEME, RULES },
	{ "/retention", WORDS("Bewaren en wissen"), MAY_ADMINISTER, RULES },
};
const size_t app_menu_count = COUNT(app_menu);

const struct web_menu_item app_file_parts[] = {
	{ "/clients/{person}", WORDS("Overzicht"), MAY_SEE_CLIENTS | MAY_SUPERVISE, NULL },
	{ "/clients/{person}/desk", WORDS("Loket"), MAY_SEE_CLIENTS | MAY_SUPERVISE, NULL },
	{ "/clients/{person}/investigation", WORDS("Onderzoek"), MAY_SEE_CLIENTS | MAY_SUPERVISE, NULL },
	{ "/clients/{person}/plan", WORDS("Plan"), MAY_SEE_CLIENTS | MAY_SUPERVISE, NULL },
	{ "/clients/{person}/decisions", WORDS("Besluiten"), MAY_SEE_CLIENTS, NULL },
	{ "/clients/{person}/files", WORDS("Bestanden"), MAY_SEE_CLIENTS | MAY_SUPERVISE, NULL },
	{ "/clients/{person}/terms", WORDS("Termijnen"), MAY_SEE_CLIENTS | MAY_SUPERVISE, NULL },
	{ "/clients/{person}/care", WORDS("Contact"), MAY_SEE_CLIENTS, NULL },
	{ "/clients/{person}/objections", WORDS("Bezwaren"), MAY_SEE_CLIENTS, NULL },
	{ "/clients/{person}/complaints", WORDS("Klachten"), MAY_SEE_CLIENTS, NULL },
	{ "/clients/{person}/requests", WORDS("Vragen van de inwoner"), MAY_SEE_CLIENTS, NULL },
	{ "/clients/{person}/asked", WORDS("Verzoeken van aanbieders"), MAY_SEE_CLIENTS, NULL },
	{ "/clients/{person}/reads", WORDS("Wie keek mee"), MAY_SEE_CLIENTS | MAY_SUPERVISE, NULL },
};
const size_t app_file_parts_count = COUNT(app_file_parts);
