/* SPDX-License-Identifier: EUPL-1.2 */
/* Every address: what it takes to be there, and who answers. */
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
#include "outlook/budget/money_pages.h"
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

const struct http_route app_routes[] = {
	{ HTTP_GET, "/", MAY_LOG_IN | MAY_BE_RESIDENT, 0, 0, home_page },
	{ HTTP_GET, "/login", 0, HTTP_OPEN, 0, login_page },
	{ HTTP_POST, "/login", 0, HTTP_OPEN, 0, login_post },
	{ HTTP_GET, "/login/code", 0, HTTP_OPEN, 0, login_code_page },
	{ HTTP_POST, "/login/code", 0, HTTP_OPEN, 0, login_code_post },
	{ HTTP_GET, "/invitation", 0, HTTP_OPEN, 0, invitation_page },
	{ HTTP_POST, "/invitation", 0, HTTP_OPEN, 0, invitation_post },
	{ HTTP_GET, "/account", MAY_LOG_IN, 0, 0, own_account_page },
	{ HTTP_POST, "/account/second-step", MAY_LOG_IN, 0, 0, second_step_begin_post },
	{ HTTP_POST, "/account/second-step/confirm", MAY_LOG_IN, 0, 0, second_step_confirm_post },
	{ HTTP_POST, "/account/second-step/end", MAY_LOG_IN, 0, 0, second_step_end_post },
	{ HTTP_POST, "/account/recovery", MAY_LOG_IN, 0, 0, second_step_recovery_post },
	{ HTTP_POST, "/role", MAY_LOG_IN, 0, 0, role_post },
	{ HTTP_POST, "/logout", MAY_LOG_IN | MAY_BE_RESIDENT, 0, 0, logout_post },
	{ HTTP_GET, "/language/{language}", 0, HTTP_OPEN, 0, language_page },
	{ HTTP_GET, "/site.css", 0, HTTP_OPEN, 0, static_file },
	{ HTTP_GET, "/site.js", 0, HTTP_OPEN, 0, static_file },
	{ HTTP_GET, "/favicon.svg", 0, HTTP_OPEN, 0, static_file },
	{ HTTP_GET, "/openapi.json", 0, HTTP_OPEN, 0, openapi_page },

	{ HTTP_POST, "/api/facts/{kind}", MAY_LOG_IN, HTTP_JSON, 0, fact_api },
	{ HTTP_GET, "/facts/file_attached", MAY_REPORT | MAY_INVESTIGATE, 0, 0, file_form_page },
	{ HTTP_GET, "/facts/{kind}", MAY_LOG_IN, 0, 0, fact_page },
	{ HTTP_POST, "/facts/{kind}", MAY_LOG_IN, 0, 0, fact_post },
	{ HTTP_GET, "/tasks", MAY_SEE_CLIENTS | MAY_SEE_ORDERS | MAY_ADOPT_SCHEME, 0, 0, tasks_page },

	{ HTTP_GET, "/work", MAY_SEE_CLIENTS, 0, 0, work_page },
	{ HTTP_GET, "/clients", MAY_SEE_CLIENTS, 0, 0, clients_page },
	{ HTTP_GET, "/clients/{person}", MAY_SEE_CLIENTS | MAY_SUPERVISE, WEB_FRONT, 0, client_page },
	{ HTTP_GET, "/clients/{person}/reads", MAY_SEE_CLIENTS | MAY_SUPERVISE, 0, 0, reads_page },
	{ HTTP_GET, "/clients/{person}/terms", MAY_SEE_CLIENTS | MAY_SUPERVISE, 0, 0, terms_page },
	{ HTTP_GET, "/clients/{person}/files", MAY_SEE_CLIENTS | MAY_SUPERVISE, 0, 0, files_page },
	{ HTTP_POST, "/clients/{person}/files", MAY_REPORT | MAY_INVESTIGATE, HTTP_UPLOAD, 0, files_post },
	{ HTTP_GET, "/clients/{person}/files/{file}", MAY_SEE_CLIENTS | MAY_SUPERVISE, 0, 0, file_page },
	{ HTTP_GET, "/clients/{person}/objections", MAY_SEE_CLIENTS, 0, 0, client_objections_page },
	{ HTTP_GET, "/objections", MAY_HANDLE_OBJECTIONS | MAY_SUPERVISE, 0, 0, objections_page },
	{ HTTP_GET, "/objections/{objection}", MAY_HANDLE_OBJECTIONS | MAY_SUPERVISE, 0, 0, objection_page },
	{ HTTP_GET, "/clients/{person}/late/{fact}", MAY_DECIDE | MAY_HANDLE_OBJECTIONS, 0, 0, penalty_page },
	{ HTTP_GET, "/clients/{person}/decisions", MAY_SEE_CLIENTS, 0, 0, decisions_page },
	{ HTTP_GET, "/clients/{person}/desk", MAY_SEE_CLIENTS | MAY_SUPERVISE, WEB_FRONT, 0, around_page },
	{ HTTP_GET, "/clients/{person}/assign/{decision}/{line}", MAY_ASSIGN, 0, 0, assign_page },
	{ HTTP_GET, "/clients/{person}/care", MAY_SEE_CLIENTS, 0, 0, care_page },
	{ HTTP_GET, "/appreciations", MAY_REPORT | MAY_SEE_FIGURES, 0, 0, appreciations_page },
	{ HTTP_GET, "/contributions", MAY_REPORT, 0, 0, contributions_page },
	{ HTTP_GET, "/unseen", MAY_SEE_CLIENTS, 0, 0, unseen_page },
	{ HTTP_GET, "/clients/{person}/complaints", MAY_SEE_CLIENTS, 0, 0, client_complaints_page },
	{ HTTP_GET, "/complaints", MAY_HANDLE_SAFETY | MAY_SUPERVISE | MAY_SEE_ORDERS, 0, 0,
	  complaints_page },
	{ HTTP_GET, "/incidents", MAY_HANDLE_SAFETY | MAY_SUPERVISE | MAY_DELIVER, 0, 0, incidents_page },
	{ HTTP_GET, "/protocols", MAY_INVESTIGATE | MAY_HANDLE_SAFETY, 0, 0, protocols_page },
	{ HTTP_GET, "/protocols/reads", MAY_SUPERVISE, 0, 0, protocol_reads_page },
	{ HTTP_GET, "/protocols/{protocol}", MAY_INVESTIGATE | MAY_HANDLE_SAFETY, 0, 0, protocol_page },
	{ HTTP_GET, "/triangle", MAY_SEE_CLIENTS | MAY_ANSWER, 0, 0, triangle_page },
	{ HTTP_GET, "/follow", 0, HTTP_OPEN, 0, follow_page },
	{ HTTP_POST, "/follow", 0, HTTP_OPEN, 0, follow_post },
	{ HTTP_GET, "/doubles", MAY_REPORT, 0, 0, doubles_page },
	{ HTTP_GET, "/desk", MAY_REPORT, 0, 0, desk_page },
	{ HTTP_GET, "/clients/{person}/why/{assignment}", MAY_SEE_CLIENTS | MAY_SUPERVISE, 0, 0, why_page },
	{ HTTP_GET, "/accounts", MAY_ADMINISTER, 0, 0, accounts_page },
	{ HTTP_POST, "/accounts/password", MAY_ADMINISTER, 0, 0, accounts_password },
	{ HTTP_GET, "/openings", MAY_HANDLE_SAFETY | MAY_SUPERVISE, 0, 0, openings_page },
	{ HTTP_GET, "/questions", MAY_SEE_CLIENTS, 0, 0, questions_page },
	{ HTTP_GET, "/questions/{question}", MAY_REPORT, 0, 0, question_page },
	{ HTTP_GET, "/tenders", MAY_LOG_IN, 0, 0, tenders_page },
	{ HTTP_GET, "/tenders/{tender}", MAY_LOG_IN, 0, 0, tender_page },
	{ HTTP_GET, "/tenders/{tender}/csv", MAY_LOG_IN, 0, 0, tender_csv },
	{ HTTP_GET, "/prepared", MAY_MANAGE_AGREEMENTS, 0, 0, prepared_all_page },
	{ HTTP_POST, "/prepared", MAY_MANAGE_AGREEMENTS, HTTP_UPLOAD, 0, prepared_post },
	{ HTTP_GET, "/prepared/{prepared}", MAY_MANAGE_AGREEMENTS, 0, 0, prepared_page },
	{ HTTP_GET, "/prepared/{prepared}/csv", MAY_MANAGE_AGREEMENTS, 0, 0, prepared_csv },
	{ HTTP_GET, "/tenders/{tender}/bids", MAY_MANAGE_AGREEMENTS, 0, 0, judged_bids_page },
	{ HTTP_GET, "/tenders/{tender}/key", MAY_LOG_IN, 0, 0, vault_page },
	{ HTTP_POST, "/tenders/{tender}/key", MAY_LOG_IN, 0, 0, vault_key_post },
	{ HTTP_POST, "/tenders/{tender}/open", MAY_LOG_IN, 0, 0, vault_open_post },
	{ HTTP_GET, "/bids/{bid}", MAY_BID | MAY_MANAGE_AGREEMENTS, 0, 0, judged_bid_page },
	{ HTTP_GET, "/bids/{bid}/{criterion}", MAY_BID, 0, 0, bid_answer_page },
	{ HTTP_GET, "/bids/{bid}/copy/text", MAY_BID, 0, 0, bid_copy_text },
	{ HTTP_GET, "/bids/{bid}/copy/json", MAY_BID, 0, 0, bid_copy_json },
	{ HTTP_POST, "/bids/{bid}/{criterion}", MAY_BID, 0, 0, bid_answer_post },
	{ HTTP_GET, "/radar", MAY_SEE_CLIENTS | MAY_SEE_ORDERS, 0, 0, radar_page },
	{ HTTP_GET, "/travel", MAY_SEE_ORDERS | MAY_ADOPT_SCHEME, 0, 0, travel_page },
	{ HTTP_GET, "/figures", MAY_SEE_FIGURES, 0, 0, figures_page },
	{ HTTP_GET, "/figures.csv", MAY_SEE_FIGURES, 0, 0, figures_csv },
	{ HTTP_GET, "/budgets", MAY_SEE_FIGURES | MAY_RUN_COMBINATION, 0, 0, budgets_page },
	{ HTTP_GET, "/budgets.csv", MAY_SEE_FIGURES | MAY_RUN_COMBINATION, 0, 0, budgets_csv },
	{ HTTP_GET, "/budgets/year", MAY_SEE_FIGURES | MAY_RUN_COMBINATION, 0, 0, money_year_page },
	{ HTTP_GET, "/budgets/quarter", MAY_SEE_FIGURES | MAY_RUN_COMBINATION, 0, 0, money_quarter_page },
	{ HTTP_GET, "/budgets/quarter.pdf", MAY_SEE_FIGURES | MAY_RUN_COMBINATION, 0, 0, money_quarter_pdf },
	{ HTTP_GET, "/budgets/year.csv", MAY_SEE_FIGURES | MAY_RUN_COMBINATION, 0, 0, money_year_csv },
	{ HTTP_GET, "/budgets/year.xlsx", MAY_SEE_FIGURES | MAY_RUN_COMBINATION, 0, 0, money_year_xlsx },
	{ HTTP_GET, "/budgets/signatures", MAY_ANSWER | MAY_DECIDE, 0, 0, budget_signatures_page },
	{ HTTP_GET, "/norms", MAY_SEE_CLIENTS | MAY_SEE_ORDERS | MAY_ADOPT_SCHEME, 0, 0, norms_page },
	{ HTTP_GET, "/time-norms", MAY_SEE_CLIENTS | MAY_ADOPT_SCHEME, 0, 0, time_norms_page },
	{ HTTP_GET, "/time-norms/{set}", MAY_SEE_CLIENTS | MAY_ADOPT_SCHEME, 0, 0, time_norm_page },
	{ HTTP_GET, "/clients/{person}/investigation", MAY_SEE_CLIENTS | MAY_SUPERVISE, 0, 0, inquiry_page },
	{ HTTP_GET, "/clients/{person}/requests", MAY_SEE_CLIENTS, 0, 0, requests_page },
	{ HTTP_GET, "/clients/{person}/asked", MAY_SEE_CLIENTS, 0, 0, asked_page },
	{ HTTP_GET, "/clients/{person}/plan", MAY_SEE_CLIENTS | MAY_SUPERVISE, 0, 0, plan_page },
	{ HTTP_GET, "/clients/{person}/calculate", MAY_SEE_CLIENTS, 0, 0, calculate_page },
	{ HTTP_GET, "/clients/{person}/move", MAY_ASSIGN, 0, 0, move_page },
	{ HTTP_GET, "/letters/{letter}", MAY_SEE_CLIENTS | MAY_SUPERVISE, 0, 0, letter_page },
	{ HTTP_GET, "/letters/{letter}/pdf", MAY_SEE_CLIENTS | MAY_SUPERVISE, 0, 0, letter_pdf },
	{ HTTP_GET, "/outbox", MAY_REPORT | MAY_DECIDE, 0, 0, outbox_page },
	{ HTTP_GET, "/batches", MAY_REPORT, 0, 0, mailings_page },
	{ HTTP_POST, "/batches", MAY_REPORT, 0, 0, mailings_post },
	{ HTTP_GET, "/batches/{number}", MAY_REPORT, 0, 0, mailing_page },
	{ HTTP_POST, "/batches/{number}/start", MAY_REPORT, 0, 0, mailing_start_post },
	{ HTTP_POST, "/batches/{number}/stop", MAY_REPORT, 0, 0, mailing_stop_post },
	{ HTTP_POST, "/batches/{number}/sent", MAY_REPORT, 0, 0, mailing_sent_post },
	{ HTTP_GET, "/batches/{number}/print/{part}", MAY_REPORT, 0, 0, mailing_print },
	{ HTTP_POST, "/outbox", MAY_REPORT, 0, 0, outbox_post },

	{ HTTP_GET, "/mine/enter", 0, HTTP_OPEN, 0, enter_page },
	{ HTTP_POST, "/mine/enter", 0, HTTP_OPEN, 0, enter_post },
	{ HTTP_GET, "/mine", MAY_BE_RESIDENT, 0, 0, mine_page },
	{ HTTP_GET, "/mine/ask/{what}", MAY_BE_RESIDENT, 0, 0, ask_page },
	{ HTTP_POST, "/mine/ask/{what}", MAY_BE_RESIDENT, 0, 0, ask_post },
	{ HTTP_GET, "/mine/object/{decision}", MAY_BE_RESIDENT, 0, 0, object_page },
	{ HTTP_POST, "/mine/object/{decision}", MAY_BE_RESIDENT, 0, 0, object_post },
	{ HTTP_GET, "/mine/choose/{decision}/{line}", MAY_BE_RESIDENT, 0, 0, choose_page },
	{ HTTP_POST, "/mine/choose/{decision}/{line}", MAY_BE_RESIDENT, 0, 0, choose_post },
	{ HTTP_GET, "/mine/export", MAY_BE_RESIDENT, 0, 0, export_page },
	{ HTTP_GET, "/mine/export/file", MAY_BE_RESIDENT, 0, 0, export_file },
	{ HTTP_GET, "/mine/files", MAY_BE_RESIDENT, 0, 0, files_page },
	{ HTTP_POST, "/mine/files", MAY_BE_RESIDENT, HTTP_UPLOAD, 0, files_post },
	{ HTTP_GET, "/mine/files/{file}", MAY_BE_RESIDENT, 0, 0, file_page },
	{ HTTP_GET, "/mine/letters/{letter}", MAY_BE_RESIDENT, 0, 0, letter_page },
	{ HTTP_GET, "/mine/letters/{letter}/pdf", MAY_BE_RESIDENT, 0, 0, letter_pdf },

	{ HTTP_GET, "/known", MAY_SEE_CLIENTS, 0, 0, known_page },
	{ HTTP_POST, "/known", MAY_SEE_CLIENTS, 0, 0, known_post },
	{ HTTP_POST, "/known/leave", MAY_SEE_CLIENTS, 0, 0, known_leave_post },
	{ HTTP_POST, "/known/{number}/open", MAY_SEE_CLIENTS, 0, 0, known_open_post },
	{ HTTP_POST, "/known/{number}/remove", MAY_SEE_CLIENTS, 0, 0, known_remove_post },

	{ HTTP_GET, "/retention", MAY_ADMINISTER, 0, 0, retention_page },
	{ HTTP_GET, "/programmes", MAY_LOG_IN, 0, 0, programmes_page },
	{ HTTP_GET, "/programmes/{programme}", MAY_LOG_IN, 0, 0, programme_page },
	{ HTTP_GET, "/programmes/{programme}/content", MAY_LOG_IN, 0, 0, content_page },
	{ HTTP_GET, "/programmes/{programme}/choices", MAY_LOG_IN, 0, 0, choices_page },
	{ HTTP_GET, "/programmes/{programme}/talks", MAY_LOG_IN, 0, 0, talks_page },
	{ HTTP_GET, "/programmes/{programme}/needs", MAY_LOG_IN, 0, 0, needs_page },
	{ HTTP_GET, "/programmes/{programme}/trail.csv", MAY_LOG_IN, 0, 0, programme_csv },
	{ HTTP_GET, "/scheme", MAY_LOG_IN, 0, 0, scheme_page },
	{ HTTP_GET, "/scheme/propose", MAY_ADOPT_SCHEME, 0, 0, propose_page },
	{ HTTP_POST, "/scheme/propose", MAY_ADOPT_SCHEME, 0, 0, propose_post },
	{ HTTP_GET, "/scheme/{scheme}/versions/{fact}", MAY_LOG_IN, 0, 0, version_page },
	{ HTTP_GET, "/scheme/{scheme}/versions/{fact}/diff", MAY_LOG_IN, 0, 0, version_diff_page },
	{ HTTP_GET, "/deliveries", MAY_DELIVER, 0, 0, deliveries_page },
	{ HTTP_GET, "/deliveries/past", MAY_DELIVER, 0, 0, past_page },
	{ HTTP_GET, "/visits", MAY_VISIT, 0, 0, visits_page },
	{ HTTP_GET, "/deliveries/{assignment}", MAY_DELIVER, 0, 0, delivery_page },
	{ HTTP_GET, "/combination", MAY_RUN_COMBINATION, 0, 0, combination_page },
	{ HTTP_GET, "/parties/relations", MAY_SEE_ORDERS, 0, 0, relations_page },
	{ HTTP_GET, "/parties", MAY_SEE_ORDERS, 0, 0, parties_page },
	{ HTTP_GET, "/orders/own", MAY_DELIVER, 0, 0, own_orders_page },
	{ HTTP_GET, "/orders/own/{order}", MAY_DELIVER, 0, 0, own_order_page },
	{ HTTP_GET, "/claims/own", MAY_DELIVER, 0, 0, own_claims_page },
	{ HTTP_GET, "/claims/own/{claim}", MAY_DELIVER, 0, 0, own_claim_page },
	{ HTTP_GET, "/claims.csv", MAY_MANAGE_AGREEMENTS | MAY_SEE_FIGURES | MAY_DELIVER, 0, 0, claims_csv },
	{ HTTP_GET, "/claims", MAY_MANAGE_AGREEMENTS | MAY_SEE_FIGURES | MAY_DELIVER, 0, 0, claims_page },
	{ HTTP_GET, "/tariffs", MAY_MANAGE_AGREEMENTS | MAY_SEE_FIGURES | MAY_DELIVER, 0, 0, tariffs_page },
	{ HTTP_GET, "/tariffs.csv", MAY_MANAGE_AGREEMENTS | MAY_SEE_FIGURES | MAY_DELIVER, 0, 0,
	  tariffs_csv },
	{ HTTP_GET, "/api/tariffs", MAY_MANAGE_AGREEMENTS | MAY_SEE_FIGURES | MAY_DELIVER, 0, 0,
	  tariffs_api },
	{ HTTP_GET, "/tariffs/signatures", MAY_ANSWER | MAY_DECIDE, 0, 0, tariff_signatures_page },
	{ HTTP_GET, "/agreements", MAY_MANAGE_AGREEMENTS, 0, 0, agreements_page },
	{ HTTP_GET, "/meetings", MAY_MANAGE_AGREEMENTS | MAY_ADOPT_SCHEME | MAY_DELIVER, 0, 0,
	  meetings_page },
	{ HTTP_GET, "/meetings/{meeting}", MAY_MANAGE_AGREEMENTS | MAY_ADOPT_SCHEME | MAY_DELIVER, 0, 0,
	  meeting_page },
	{ HTTP_GET, "/agreements/{agreement}", MAY_MANAGE_AGREEMENTS, 0, 0, agreement_page },
	{ HTTP_GET, "/assessments", MAY_LOG_IN, 0, 0, assessments_page },
	{ HTTP_GET, "/tenders/{tender}/assessment", MAY_LOG_IN, 0, 0, assessment_page },
	{ HTTP_GET, "/tenders/{tender}/marks", MAY_LOG_IN, 0, 0, marks_page },
	{ HTTP_POST, "/tenders/{tender}/marks", MAY_LOG_IN, 0, 0, marks_post },
	{ HTTP_GET, "/tenders/{tender}/consensus", MAY_LOG_IN, 0, 0, consensus_page },
	{ HTTP_POST, "/tenders/{tender}/consensus", MAY_LOG_IN, 0, 0, consensus_post },
	{ HTTP_GET, "/tenders/{tender}/what-if", MAY_LOG_IN, 0, 0, threshold_page },
	{ HTTP_GET, "/tenders/{tender}/outcome", MAY_LOG_IN, 0, 0, outcome_page },
	{ HTTP_GET, "/tenders/{tender}/expected", MAY_MANAGE_AGREEMENTS | MAY_ADOPT_SCHEME, 0, 0,
	  expected_page },
	{ HTTP_GET, "/districts", MAY_MANAGE_AGREEMENTS | MAY_ADOPT_SCHEME, 0, 0, divisions_page },
	{ HTTP_POST, "/districts", MAY_MANAGE_AGREEMENTS | MAY_ADOPT_SCHEME, 0, 0, divisions_post },
	{ HTTP_GET, "/districts/{number}", MAY_MANAGE_AGREEMENTS | MAY_ADOPT_SCHEME, 0, 0, division_page },
	{ HTTP_GET, "/tenders/{tender}/award", MAY_MANAGE_AGREEMENTS, 0, 0, award_page },
	{ HTTP_POST, "/tenders/{tender}/sent", MAY_MANAGE_AGREEMENTS, 0, 0, award_sent_post },
	{ HTTP_GET, "/tenders/{tender}/print", MAY_MANAGE_AGREEMENTS, 0, 0, award_print_pdf },
	{ HTTP_GET, "/tenders/{tender}/print.csv", MAY_MANAGE_AGREEMENTS, 0, 0, award_print_csv },
	{ HTTP_GET, "/agreements/{agreement}/work", MAY_MANAGE_AGREEMENTS, 0, 0, agreement_work_page },
	{ HTTP_GET, "/tenders/{tender}/letters/{bid}", MAY_MANAGE_AGREEMENTS | MAY_BID, 0, 0,
	  award_letter_page },
	{ HTTP_GET, "/tenders/{tender}/letters/{bid}/pdf", MAY_MANAGE_AGREEMENTS | MAY_BID, 0, 0,
	  award_letter_pdf },
	{ HTTP_GET, "/messages", MAY_SEE_ORDERS, 0, 0, messages_page },
	{ HTTP_GET, "/messages/all", MAY_SEE_ORDERS | MAY_REPORT | MAY_DELIVER, 0, 0, traffic_list_page },
	{ HTTP_GET, "/messages/all.csv", MAY_SEE_ORDERS | MAY_REPORT | MAY_DELIVER, 0, 0, traffic_csv },
	{ HTTP_GET, "/messages/{message}", MAY_SEE_ORDERS | MAY_REPORT | MAY_DELIVER, 0, 0, message_page },
	{ HTTP_GET, "/messages/{message}/xml", MAY_SEE_ORDERS | MAY_DELIVER, 0, 0, message_xml },
	{ HTTP_GET, "/orders", MAY_SEE_ORDERS, 0, 0, orders_page },
	{ HTTP_GET, "/orders/{order}", MAY_SEE_ORDERS, 0, 0, order_page },
	{ HTTP_GET, "/orders/{order}/message", MAY_EXCHANGE, 0, 0, order_message },
	{ HTTP_GET, "/orders/{order}/message/words", MAY_EXCHANGE, 0, 0, order_message_words },
	{ HTTP_GET, "/orders/{order}/start", MAY_EXCHANGE, 0, 0, order_start },
};
const size_t app_routes_count = COUNT(app_routes);
