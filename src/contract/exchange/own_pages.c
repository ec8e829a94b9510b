/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/exchange/own_pages.h"

#include <assert.h>
#include <string.h>

#include "asking_sql.h"
#include "common/access/web.h"
#include "common/journal/book.h"
#include "common/person/vault.h"
#include "common/scheme/scheme_book.h"
#include "contract/exchange/asked.h"
#include "contract/exchange/asked_rules.h"
#include "contract/exchange/asking.h"
#include "contract/exchange/message_codes.h"
#include "contract/exchange/order_received.h"
#include "contract/exchange/report.h"
#include "platform/base/words.h"

/* An order of a municipality as it is shown. */
struct own_order {
	int64_t assignment;
	const char *client, *product, *amount, *municipality, *state, *address;
	struct date from, last_day;
};
static const struct field own_order_fields[] = {
	FIELD(struct own_order, assignment),   FIELD(struct own_order, client, .max_chars = 500),
	FIELD(struct own_order, product),      FIELD(struct own_order, amount),
	FIELD(struct own_order, municipality), FIELD(struct own_order, state),
	FIELD(struct own_order, address),      FIELD(struct own_order, from),
	FIELD(struct own_order, last_day),
};
static const struct record own_order_record = RECORD(struct own_order, "own_order", own_order_fields);

/* A request as it is shown. */
struct own_asking {
	const char *client, *what, *product, *amount, *state, *refusal, *reference;
	struct texts codes; /* why the message was not taken, in words */
	struct date asked_on, from, last_day, settled_on;
	bool is_waiting;
};
static const struct field own_asking_fields[] = {
	FIELD(struct own_asking, client, .max_chars = 500),
	FIELD(struct own_asking, what),
	FIELD(struct own_asking, product),
	FIELD(struct own_asking, amount),
	FIELD(struct own_asking, state, .choices = asking_states),
	FIELD(struct own_asking, refusal),
	FIELD(struct own_asking, reference),
	FIELD(struct own_asking, codes, .max_chars = 1000),
	FIELD(struct own_asking, asked_on),
	FIELD(struct own_asking, from),
	FIELD(struct own_asking, last_day),
	FIELD(struct own_asking, settled_on),
	FIELD(struct own_asking, is_waiting),
};
static const struct record own_asking_record = RECORD(struct own_asking, "own_asking", own_asking_fields);

struct own_orders_view {
	struct page_frame frame;
	const char *organisation, *next;
	bool has_own; /* this register gets orders of municipalities */
	struct records orders, askings;
};
static const struct field own_orders_view_fields[] = {
	FIELD_INSIDE(struct own_orders_view, frame, &page_frame_record),
	FIELD(struct own_orders_view, organisation),
	FIELD(struct own_orders_view, next),
	FIELD(struct own_orders_view, has_own),
	FIELD(struct own_orders_view, orders, .of = &own_order_record),
	FIELD(struct own_orders_view, askings, .of = &own_asking_record),
};
const struct record own_orders_view_record =
	RECORD(struct own_orders_view, "own_orders_view", own_orders_view_fields);

/* What was said of an order, and how the municipality took it. */
struct own_report {
	const char *sort, *reason, *sent_in, *answer;
	struct date from_day;
	bool is_sent, is_taken;
	struct texts codes;
};
static const struct field own_report_fields[] = {
	FIELD(struct own_report, sort, .choices = report_sorts),
	FIELD(struct own_report, reason),
	FIELD(struct own_report, sent_in),
	FIELD(struct own_report, answer),
	FIELD(struct own_report, from_day),
	FIELD(struct own_report, is_sent),
	FIELD(struct own_report, is_taken),
	FIELD(struct own_report, codes, .max_chars = 1000),
};
static const struct record own_report_record = RECORD(struct own_report, "own_report", own_report_fields);

/* Something that may be done now. */
struct own_act {
	const char *label, *address;
	bool is_first;
};
static const struct field own_act_fields[] = {
	FIELD(struct own_act, label),
	FIELD(struct own_act, address),
	FIELD(struct own_act, is_first),
};
static const struct record own_act_record = RECORD(struct own_act, "own_act", own_act_fields);

struct own_order_view {
	struct page_frame frame;
	const char *organisation, *street, *place, *phone;
	struct own_order order;
	struct records acts, reports;
};
static const struct field own_order_view_fields[] = {
	FIELD_INSIDE(struct own_order_view, frame, &page_frame_record),
	FIELD(struct own_order_view, organisation),
	FIELD(struct own_order_view, street),
	FIELD(struct own_order_view, place),
	FIELD(struct own_order_view, phone),
	FIELD_INSIDE(struct own_order_view, order, &own_order_record),
	FIELD(struct own_order_view, acts, .of = &own_act_record),
	FIELD(struct own_order_view, reports, .of = &own_report_record),
};
const struct record own_order_view_record =
	RECORD(struct own_order_view, "own_order_view", own_order_view_fields);

static const char *own_party(const struct http_request *request)
{
	return or_empty(web_visitor(request)->session.account.party);
}

static const char *name_of(const struct http_request *request, int64_t person)
{
	struct journal *journal = &web_visitor(request)->journal;
	struct identity identity = { 0 };
	struct fault fault = { 0 };

	return vault_identity(journal, person, &identity, &fault) == OK
	               ? identity_name(&identity, request->arena)
	               : "";
}

/* The words of return codes. */
static struct texts words_of(const struct http_request *request, const char *codes)
{
	struct texts words = message_codes_in(or_empty(codes), request->arena);

	for (size_t i = 0; i < words.count; i++)
		words.items[i] =
			arena_print(request->arena, "%s (%s)",
		                    web_words(request, choice_label(message_return_codes, words.items[i])),
		                    words.items[i]);
	return words;
}

/* --- the orders --- */

/* The municipality took it back: it has no day any more. */
static bool is_taken_back(const struct order_line *line)
{
	return date_is(line->ended_on) && !date_before(line->valid_from, line->ended_on);
}

static const char *state_words(const struct order_line *line)
{
	if (is_taken_back(line))
		return WORDS("door de gemeente ingetrokken");
	return strcmp(line->state, "sent") == 0 ? WORDS("nog niet begonnen")
	                                        : choice_label(order_states, line->state);
}

static enum status show_order(const struct http_request *request, const struct order_line *line,
                              struct own_order *ret_shown, struct fault *fault)
{
	struct journal *journal = &web_visitor(request)->journal;
	struct date until = date_is(line->ended_on) ? line->ended_on : line->valid_until;

	*ret_shown = (struct own_order){
		.assignment = line->assignment,
		.client = name_of(request, line->person),
		.product = scheme_book_product_label(journal->schemes, journal->register_id, line->product),
		.amount = scheme_amount_words(line->amount, line->unit, line->frequency, journal->language,
		                              request->arena),
		.state = web_words(request, state_words(line)),
		.address = arena_print(request->arena, "/orders/own/%lld", (long long)line->assignment),
		.from = line->valid_from,
		.last_day = is_taken_back(line) ? line->valid_from : date_last_day(until),
	};
	return order_municipality(journal, line->assignment, &ret_shown->municipality, fault);
}

static enum status list_orders(const struct http_request *request, int64_t before, struct records *ret_lines,
                               struct fault *fault)
{
	struct journal *journal = &web_visitor(request)->journal;
	const struct value values[] = { value_number(journal->register_id), value_text(own_party(request)),
		                        value_date(web_on(request)), value_number(before) };

	return db_list(journal->db, &sql_exchange_own_orders, values, COUNT(values),
	               &(struct db_list){ &order_line_record, request->arena, ret_lines }, fault);
}

static enum status show_orders(struct http_request *request, struct own_orders_view *view,
                               struct fault *fault)
{
	const int64_t after = web_number(&request->query, "after");
	const struct order_line *lines;
	struct records found = { 0 };
	enum status status = list_orders(request, after == 0 ? INT64_MAX : after, &found, fault);

	lines = found.items;
	view->orders = records_new(&own_order_record, found.count, request->arena);
	view->next = "";
	for (size_t i = 0; status == OK && i < found.count; i++) {
		assert(view->orders.items != NULL);
		status = show_order(request, &lines[i], &((struct own_order *)view->orders.items)[i], fault);
	}
	if (status == OK && found.count == ORDERS_ON_A_PAGE)
		view->next = arena_print(request->arena, "/orders/own?after=%lld",
		                         (long long)lines[found.count - 1].assignment);
	view->has_own = found.count > 0 || after != 0;
	return status;
}

/* --- the requests --- */

/* Who is no client any more has no name here. */
static enum status client_of(const struct http_request *request, const struct asking_line *line,
                             const char **ret_client, struct fault *fault)
{
	struct journal *journal = &web_visitor(request)->journal;
	struct records orders = { 0 };
	const char *municipality = "";
	bool is_client = false, is_here = false;
	enum status status = orders_at(journal, line->person, line->party, &orders, fault);
	const struct order_line *items = orders.items;

	if (status == OK && orders.count > 0)
		status = order_municipality(journal, items[0].assignment, &municipality, fault);
	for (size_t i = 0; status == OK && i < orders.count; i++)
		is_client = is_client || asked_order_is_current(&items[i], clock_today(journal->clock));
	if (status == OK && orders.count == 0)
		status = asking_of_municipality(journal, &is_here, fault);
	is_client = is_client || municipality[0] != '\0' || (orders.count == 0 && !is_here);
	*ret_client = is_client ? name_of(request, line->person) : "";
	return status;
}

static enum status show_asking(const struct http_request *request, const struct asking_line *line,
                               struct own_asking *ret_shown, struct fault *fault)
{
	const struct journal *journal = &web_visitor(request)->journal;
	const char *words = choice_label(asked_sorts, line->sort);

	*ret_shown = (struct own_asking){
		.what = web_words(request, words),
		.product = scheme_book_product_label(journal->schemes, journal->register_id, line->product),
		.amount = scheme_amount_words(line->amount, line->unit, line->frequency, journal->language,
		                              request->arena),
		.state = line->state,
		.refusal = has_words(line->refusal)
		                   ? web_words(request, choice_label(message_refusals, line->refusal))
		                   : "",
		.reference = line->reference,
		.codes = words_of(request, line->codes),
		.asked_on = line->asked_on,
		.from = line->from,
		.last_day = line->last_day,
		.settled_on = line->settled_on,
		.is_waiting = !date_is(line->settled_on),
	};
	return client_of(request, line, &ret_shown->client, fault);
}

static enum status show_askings(struct http_request *request, struct own_orders_view *view,
                                struct fault *fault)
{
	struct journal *journal = &web_visitor(request)->journal;
	struct records found = { 0 };
	enum status status = askings_of(journal, own_party(request), web_on(request), &found, fault);

	view->askings = records_new(&own_asking_record, found.count, request->arena);
	for (size_t i = 0; status == OK && i < found.count; i++) {
		assert(view->askings.items != NULL);
		status = show_asking(request, &((const struct asking_line *)found.items)[i],
		                     &((struct own_asking *)view->askings.items)[i], fault);
	}
	return status;
}

void own_orders_page(struct http_request *request, struct http_response *response, void *context)
{
	struct own_orders_view view = { .organisation = web_organisation(request, own_party(request)) };
	const char *done = pairs_get(&request->query, "done");
	const struct journal_kind *kind =
		done == NULL ? NULL : journal_kind_named(web_visitor(request)->web->book, done);
	struct fault fault = { 0 };
	enum status status = show_orders(request, &view, &fault);

	(void)context;
	if (status == OK)
		status = show_askings(request, &view, &fault);
	if (!web_ok(request, response, status, &fault))
		return;
	view.frame = web_frame(request, web_words(request, WORDS("Opdrachten en verzoeken")));
	view.frame.notice = kind == NULL ? NULL : web_words(request, kind->done);
	web_note_read(request, response, 0, "own-orders");
	web_page(request, response, "exchange/own_orders.html", &view);
}

/* --- one order --- */

/* What may be done with an order, by where it stands. */
static const struct {
	const struct journal_kind *kind;
	const char *states;
} acts[] = {
	{ &start_reported_kind, "sent" },
	{ &pause_reported_kind, "started" },
	{ &resume_reported_kind, "paused stopped" },
	{ &stop_reported_kind, "started paused" },
	{ &change_asked_kind, "sent started paused" },
	{ &report_withdrawn_kind, "started paused stopped" },
};

static void show_acts(const struct http_request *request, const struct order_line *line,
                      struct own_order_view *view)
{
	view->acts = records_new(&own_act_record, COUNT(acts), request->arena);
	view->acts.count = 0;
	for (size_t i = 0; web_is_present(request) && !is_taken_back(line) && i < COUNT(acts); i++) {
		struct own_act *act = &((struct own_act *)view->acts.items)[view->acts.count];

		if (strstr(acts[i].states, line->state) == NULL || !web_may_bring(request, acts[i].kind))
			continue;
		act->label = web_words(request, acts[i].kind->title);
		act->address = arena_print(request->arena, "/facts/%s?person=%lld&%s=%lld",
		                           acts[i].kind->name, (long long)line->person,
		                           acts[i].kind == &change_asked_kind ? "order" : "assignment",
		                           (long long)line->assignment);
		act->is_first = view->acts.count == 0;
		view->acts.count++;
	}
}

static enum status show_reports(struct http_request *request, int64_t assignment, struct own_order_view *view,
                                struct fault *fault)
{
	struct journal *journal = &web_visitor(request)->journal;
	const struct value values[] = { value_number(journal->register_id), value_number(assignment),
		                        value_date(web_on(request)) };
	struct own_report *reports;
	enum status status =
		db_list(journal->db, &sql_exchange_own_reports, values, COUNT(values),
	                &(struct db_list){ &own_report_record, request->arena, &view->reports }, fault);

	reports = view->reports.items;
	for (size_t i = 0; status == OK && i < view->reports.count; i++) {
		reports[i].is_sent = has_words(reports[i].sent_in);
		reports[i].is_taken = strcmp(or_empty(reports[i].answer), "accepted") == 0;
		reports[i].codes = words_of(request, reports[i].is_taken ? "" : reports[i].answer);
		reports[i].reason =
			strcmp(reports[i].sort, "stopped") == 0
				? web_words(request, choice_label(stop_reasons, reports[i].reason))
				: "";
	}
	return status;
}

/* The order of who looks, and of which municipality elsewhere it is; NOT_FOUND for another one. */
static enum status find_order(const struct http_request *request, struct order_line *ret_line,
                              const char **ret_municipality, struct fault *fault)
{
	struct journal *journal = &web_visitor(request)->journal;
	enum status status =
		order_on(journal, web_number(&request->parts, "order"), web_on(request), ret_line, fault);

	if (status == OK)
		status = order_municipality(journal, ret_line->assignment, ret_municipality, fault);
	if (status == OK && strcmp(ret_line->party, own_party(request)) != 0)
		return fault_set(fault, NOT_FOUND, "the order is not of this provider");
	return status;
}

void own_order_page(struct http_request *request, struct http_response *response, void *context)
{
	struct own_order_view view = { .organisation = web_organisation(request, own_party(request)) };
	struct identity client = { 0 };
	struct order_line line;
	struct fault fault = { 0 };
	const char *municipality = "";
	enum status status = find_order(request, &line, &municipality, &fault);

	(void)context;
	if (status == OK && municipality[0] == '\0') { /* the municipality works here too */
		http_redirect(response,
		              arena_print(request->arena, "/deliveries/%lld", (long long)line.assignment));
		return;
	}
	if (status == OK)
		status = show_order(request, &line, &view.order, &fault);
	if (status == OK)
		status = vault_identity(&web_visitor(request)->journal, line.person, &client, &fault);
	if (status == OK)
		status = show_reports(request, line.assignment, &view, &fault);
	if (!web_ok(request, response, status, &fault))
		return;
	show_acts(request, &line, &view);
	view.street = identity_street(&client, request->arena);
	view.place = identity_place(&client, request->arena);
	view.phone = client.phone;
	view.frame = web_frame(request, view.order.client);
	web_breadcrumb(&view.frame, "/orders/own", web_words(request, WORDS("Opdrachten en verzoeken")),
	               request->arena);
	web_breadcrumb(&view.frame, NULL, view.order.client, request->arena);
	web_note_read(request, response, line.person, "order");
	web_page(request, response, "exchange/own_order.html", &view);
}
