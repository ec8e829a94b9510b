/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/exchange/exchange_pages.h"

#include <assert.h>
#include <string.h>

#include "common/access/web.h"
#include "common/scheme/scheme_book.h"
#include "contract/exchange/exchange.h"
#include "contract/exchange/message.h"
#include "contract/exchange/message_codes.h"
#include "contract/exchange/message_show.h"
#include "contract/exchange/order.h"
#include "contract/exchange/order_end.h"
#include "contract/exchange/report.h"
#include "contract/exchange/settle.h"
#include "platform/base/words.h"

struct order_view_line {
	int64_t order;
	const char *party, *product, *amount, *state, *message;
	struct date placed_on, from, last_day, sent_on, started_on, ended_on;
	struct date told_on; /* of the last message, where it is not the first */
	const char *change;  /* why it ends early, in the words of that message */
};
static const struct field order_view_line_fields[] = {
	FIELD(struct order_view_line, order),      FIELD(struct order_view_line, party),
	FIELD(struct order_view_line, product),    FIELD(struct order_view_line, amount),
	FIELD(struct order_view_line, state),      FIELD(struct order_view_line, message),
	FIELD(struct order_view_line, placed_on),  FIELD(struct order_view_line, from),
	FIELD(struct order_view_line, last_day),   FIELD(struct order_view_line, sent_on),
	FIELD(struct order_view_line, started_on), FIELD(struct order_view_line, ended_on),
	FIELD(struct order_view_line, told_on),    FIELD(struct order_view_line, change),
};
static const struct record order_view_line_record =
	RECORD(struct order_view_line, "order_view_line", order_view_line_fields);

struct orders_view {
	struct page_frame frame;
	struct records tabs, lines;
	const char *next;
};
static const struct field orders_view_fields[] = {
	FIELD_INSIDE(struct orders_view, frame, &page_frame_record),
	FIELD(struct orders_view, tabs, .of = &page_tab_record),
	FIELD(struct orders_view, lines, .of = &order_view_line_record),
	FIELD(struct orders_view, next),
};
const struct record orders_view_record = RECORD(struct orders_view, "orders_view", orders_view_fields);

/* A return code with its words. */
struct refusal_line {
	const char *code, *words;
};
static const struct field refusal_line_fields[] = {
	FIELD(struct refusal_line, code),
	FIELD(struct refusal_line, words, .max_chars = 1000),
};
static const struct record refusal_line_record =
	RECORD(struct refusal_line, "refusal_line", refusal_line_fields);

/* Something that was said of the order, by one or the other. */
struct told_line {
	struct date on;
	const char *words, *reason, *way;
};
static const struct field told_line_fields[] = {
	FIELD(struct told_line, on),
	FIELD(struct told_line, words),
	FIELD(struct told_line, reason, .max_chars = 1000),
	FIELD(struct told_line, way),
};
static const struct record told_line_record = RECORD(struct told_line, "told_line", told_line_fields);

struct order_view {
	struct page_frame frame;
	struct order_view_line order;
	bool is_demo, is_placed, is_sent;
	struct records refusals; /* refusal_line: why the provider refused it */
	struct records told;     /* told_line: what the provider said, oldest first */
	const char *settle_address, *end_address;
	const char *step_address; /* where the tariff has levels, for who says how heavy the help is */
	const char *early;        /* the release of its message, where that was not in force yet; else NULL */
	struct date early_until;  /* the day from which it is */
};
static const struct field order_view_fields[] = {
	FIELD_INSIDE(struct order_view, frame, &page_frame_record),
	FIELD_INSIDE(struct order_view, order, &order_view_line_record),
	FIELD(struct order_view, is_demo),
	FIELD(struct order_view, is_placed),
	FIELD(struct order_view, is_sent),
	FIELD(struct order_view, refusals, .of = &refusal_line_record),
	FIELD(struct order_view, told, .of = &told_line_record),
	FIELD(struct order_view, settle_address),
	FIELD(struct order_view, step_address),
	FIELD(struct order_view, early),
	FIELD(struct order_view, early_until),
	FIELD(struct order_view, end_address),
};
const struct record order_view_record = RECORD(struct order_view, "order_view", order_view_fields);

static struct order_view_line show_order(const struct http_request *request, const struct order_line *line)
{
	const struct journal *journal = &web_visitor(request)->journal;

	return (struct order_view_line){
		.order = line->assignment,
		.party = scheme_book_organisation(journal->schemes, journal->register_id, line->party),
		.product = scheme_book_product_label(journal->schemes, journal->register_id, line->product),
		.amount = scheme_amount_words(line->amount, line->unit, line->frequency, journal->language,
		                              request->arena),
		.state = web_words(request, choice_label(order_states, line->state)),
		.message = line->message,
		.placed_on = line->placed_on,
		.from = line->valid_from,
		.last_day = date_last_day(line->valid_until),
		.sent_on = line->sent_on,
		.started_on = line->started_on,
		.ended_on = line->ended_on,
		.told_on = line->changed == 0 && line->message_on.day != line->sent_on.day
		                   ? line->message_on
		                   : (struct date){ 0 },
		.change = line->change_reason[0] == '\0'
		                  ? ""
		                  : web_words(request,
		                              choice_label(message_change_reasons, line->change_reason)),
	};
}

static const char *state_asked(const struct http_request *request)
{
	const char *state = pairs_get(&request->query, "state");

	for (const struct choice *choice = order_states; state != NULL && choice->code != NULL; choice++)
		if (strcmp(choice->code, state) == 0)
			return choice->code;
	return order_states[0].code;
}

static struct records show_tabs(const struct http_request *request, const char *state,
                                const struct records *counts)
{
	struct records tabs = records_new(&page_tab_record, 8, request->arena);
	const struct order_count *counted = counts->items;

	tabs.count = 0;
	for (const struct choice *choice = order_states; choice->code != NULL; choice++) {
		struct page_tab *tab = &((struct page_tab *)tabs.items)[tabs.count++];

		*tab = (struct page_tab){ .address = arena_print(request->arena, "/orders?state=%s",
			                                         choice->code),
			                  .label = web_words(request, choice->label),
			                  .is_current = strcmp(choice->code, state) == 0 };
		for (size_t i = 0; i < counts->count; i++)
			if (strcmp(counted[i].state, choice->code) == 0)
				tab->count = counted[i].orders;
	}
	return tabs;
}

void orders_page(struct http_request *request, struct http_response *response, void *context)
{
	struct journal *journal = &web_visitor(request)->journal;
	struct orders_view view = { .frame = web_frame(request, web_words(request, WORDS("Opdrachten"))),
		                    .next = "" };
	const char *state = state_asked(request);
	struct records lines = { 0 }, counts = { 0 };
	const struct order_line *items;
	struct fault fault = { 0 };
	int64_t after = web_number(&request->query, "after");
	struct date on = web_other_day(request);
	enum status status = date_is(on) ? orders_on(journal, state, after, on, &lines, &fault)
	                                 : orders_in_state(journal, state, after, &lines, &fault);

	(void)context;
	if (status == OK)
		status = date_is(on) ? order_counts_on(journal, on, &counts, &fault)
		                     : order_counts(journal, &counts, &fault);
	if (!web_ok(request, response, status, &fault))
		return;
	items = lines.items;
	view.tabs = show_tabs(request, state, &counts);
	view.lines = records_new(&order_view_line_record, lines.count, request->arena);
	for (size_t i = 0; i < lines.count; i++)
		((struct order_view_line *)view.lines.items)[i] = show_order(request, &items[i]);
	if (lines.count == ORDERS_ON_A_PAGE)
		view.next = arena_print(request->arena, "/orders?state=%s&after=%lld", state,
		                        (long long)items[lines.count - 1].assignment);
	web_note_read(request, response, 0, "orders");
	web_page(request, response, "exchange/orders.html", &view);
}

/* The codes, separated by blanks, with the standard's words. */
static struct records show_refusals(const struct http_request *request, const char *codes)
{
	struct texts found = message_codes_in(codes, request->arena);
	struct records lines = records_new(&refusal_line_record, found.count, request->arena);
	struct refusal_line *rows = lines.items;

	for (size_t i = 0; i < found.count; i++)
		rows[i] = (struct refusal_line){
			found.items[i], web_words(request, choice_label(message_return_codes, found.items[i]))
		};
	return lines;
}

/* Why, in the words of the provider's form or of the code list. */
static const char *reason_words(const struct http_request *request, const struct report_line *line)
{
	const struct choice *const reasons = strcmp(line->sort, "declined") == 0    ? decline_reasons
	                                     : strcmp(line->sort, "paused") == 0    ? pause_reasons
	                                     : strcmp(line->sort, "stopped") == 0   ? stop_reasons
	                                     : strcmp(line->sort, "withdrawn") == 0 ? report_sorts
	                                                                            : message_return_codes;

	return line->reason[0] == '\0' ? "" : web_words(request, choice_label(reasons, line->reason));
}

/* What the provider said by the day, oldest first; a stop on the last day with care. */
static enum status show_told(const struct http_request *request, int64_t assignment, struct records *ret_told,
                             struct fault *fault)
{
	struct journal *journal = &web_visitor(request)->journal;
	struct records reports = { 0 };
	const struct report_line *items;
	enum status status = reports_of(journal, assignment, &reports, fault);

	*ret_told = records_new(&told_line_record, reports.count, request->arena);
	items = reports.items;
	ret_told->count = 0;
	for (size_t i = 0; status == OK && i < reports.count; i++) {
		bool is_stop = strcmp(items[i].sort, "paused") == 0 || strcmp(items[i].sort, "stopped") == 0;
		struct date on = is_stop ? date_add_days(items[i].from_day, -1) : items[i].from_day;

		if (date_before(web_on(request), on))
			continue;
		assert(ret_told->items != NULL);
		((struct told_line *)ret_told->items)[ret_told->count++] = (struct told_line){
			.on = on,
			.words = web_words(request, choice_label(report_sorts, items[i].sort)),
			.reason = reason_words(request, &items[i]),
			.way = items[i].message[0] == '\0'
			               ? web_words(request, WORDS("op de eigen pagina"))
			               : arena_print(request->arena, web_words(request, WORDS("bericht %s")),
			                             items[i].message),
		};
	}
	return status;
}

/* Nobody could have sent this message on its day; whoever looks must know. */
static void show_release(struct order_view *view, const struct order_line *line, struct date today,
                         struct arena *arena)
{
	struct date on = date_is(line->sent_on) ? line->sent_on : today;
	const struct message *message = message_find("WMO301", on);

	if (message == NULL || !message_is_early(message, on))
		return;
	view->early = arena_print(arena, "%d.%d", message->version, message->subversion);
	view->early_until = message->since;
}

/* Where help is paid by what was done, contract says how heavy an order is; a budget asks no such thing. */
static const char *step_address(const struct http_request *request, const struct order_line *line)
{
	const struct journal *journal = &web_visitor(request)->journal;
	const struct scheme_entry *entry =
		scheme_book_with_product(journal->schemes, journal->register_id, line->product);
	const struct scheme_funding *funding = entry == NULL ? NULL : entry->scheme.funding.items;
	bool is_by_order = false;

	for (size_t i = 0; entry != NULL && i < entry->scheme.funding.count; i++)
		is_by_order = is_by_order || strcmp(funding[i].form, "arrangement") == 0 ||
		              strcmp(funding[i].form, "price_quantity") == 0;
	return is_by_order && web_may(request, MAY_MANAGE_AGREEMENTS)
	               ? arena_print(request->arena, "/facts/step_stated?order=%lld",
	                             (long long)line->assignment)
	               : NULL;
}

void order_page(struct http_request *request, struct http_response *response, void *context)
{
	struct visitor *visitor = web_visitor(request);
	struct order_line line;
	struct fault fault = { 0 };
	struct order_view view;
	enum status status = order_of(&visitor->journal, web_number(&request->parts, "order"), &line, &fault);

	(void)context;
	if (!web_ok(request, response, status, &fault))
		return;
	if (!web_is_today(request)) {
		status = order_on(&visitor->journal, line.assignment, web_on(request), &line, &fault);
		if (status == NOT_FOUND) {
			web_not_yet(request, response);
			return;
		}
		if (!web_ok(request, response, status, &fault))
			return;
	}
	view = (struct order_view){
		.frame = web_frame(request, web_words(request, WORDS("Opdracht"))),
		.order = show_order(request, &line),
		.is_demo = date_is(visitor->demo_day),
		.is_placed = strcmp(line.state, "placed") == 0,
		.is_sent = strcmp(line.state, "sent") == 0,
		.refusals = show_refusals(request, line.refused),
		.settle_address = arena_print(request->arena, "/facts/%s?person=%lld&assignment=%lld",
		                              refusal_settled_kind.name, (long long)line.person,
		                              (long long)line.assignment),
		.end_address = arena_print(request->arena, "/facts/%s?person=%lld&assignment=%lld",
		                           order_end_told_kind.name, (long long)line.person,
		                           (long long)line.assignment),
		.step_address = step_address(request, &line),
	};
	status = show_told(request, line.assignment, &view.told, &fault);
	if (!web_ok(request, response, status, &fault))
		return;
	show_release(&view, &line, clock_today(&visitor->clock), request->arena);
	web_breadcrumb(&view.frame, "/orders", web_words(request, WORDS("Opdrachten")), request->arena);
	web_breadcrumb(&view.frame, NULL, arena_print(request->arena, "%lld", (long long)line.assignment),
	               request->arena);
	web_note_read(request, response, line.person, "order");
	web_page(request, response, "exchange/order.html", &view);
}

/*
 * Who the client is stands in the message that leaves, and not in what contract management looks at (Wmo
 * 2015, art. 5.2.9: a BSN is for exchanging): from the client up to what was assigned.
 */
static void hide_client(struct text *body, struct arena *arena)
{
	const char *message = arena_copy_part(arena, body->bytes, body->length);
	const char *client = strstr(message, "<Client>");
	const char *assigned = client == NULL ? NULL : strstr(client, "<ToegewezenProduct");

	if (assigned == NULL)
		return;
	text_clear(body);
	text_print(body, "%s<Client>\n    <!-- %s -->\n    %s",
	           arena_copy_part(arena, message, (size_t)(client - message)),
	           "wie de cliënt is, staat alleen in het bericht zelf", assigned);
}

/* Sends a message about an order as a file to keep. */
static void send_message(struct http_request *request, struct http_response *response, const char *name,
                         enum status (*write)(struct journal *, int64_t, struct text *, struct fault *))
{
	struct journal *journal = &web_visitor(request)->journal;
	int64_t number = web_number(&request->parts, "order");
	struct order_line line;
	struct fault fault = { 0 };
	enum status status = order_of(journal, number, &line, &fault);

	if (status == OK && !web_is_today(request) && !order_turn_back(&line, web_on(request))) {
		web_not_yet(request, response);
		return;
	}
	if (status == OK)
		status = write(journal, number, &response->body, &fault);
	if (!web_ok(request, response, status, &fault))
		return;
	response->type = "application/xml; charset=utf-8";
	response->file_name = arena_print(request->arena, "%s-%lld.xml", name, (long long)number);
	web_note_read(request, response, line.person, "order-message");
}

void order_message(struct http_request *request, struct http_response *response, void *context)
{
	(void)context;
	send_message(request, response, "WMO301", exchange_order_message);
	if (response->status == 200 && response->file_name != NULL)
		hide_client(&response->body, request->arena);
}

struct sent_message_view {
	struct page_frame frame;
	int64_t order;
	const char *identification;
	struct date sent_on;
	struct records rows; /* message_row_record */
};
static const struct field sent_message_view_fields[] = {
	FIELD_INSIDE(struct sent_message_view, frame, &page_frame_record),
	FIELD(struct sent_message_view, order),
	FIELD(struct sent_message_view, identification),
	FIELD(struct sent_message_view, sent_on),
	FIELD(struct sent_message_view, rows, .of = &message_row_record),
};
const struct record sent_message_view_record =
	RECORD(struct sent_message_view, "sent_message_view", sent_message_view_fields);

/* The rows of the message as it left; NOT_FOUND for an order that was not sent. */
static enum status read_sent(const struct http_request *request, const struct order_line *line,
                             struct records *ret_rows, struct fault *fault)
{
	CLEANUP(text_done) struct text xml = text_new(XML_MAX_BYTES);
	struct journal *journal = &web_visitor(request)->journal;
	struct findings findings = findings_new(request->arena, journal->language);
	struct message_reading reading = { 0 };
	enum status status = exchange_order_message(journal, line->assignment, &xml, fault);

	if (status == OK)
		status = message_read(text_words(&xml), xml.length, &findings, &reading);
	if (status == FINDINGS && reading.level == MESSAGE_LEVEL_FORM)
		return fault_set(fault, FAILED, "the message of order %lld cannot be read",
		                 (long long)line->assignment);
	if (status != OK && status != FINDINGS)
		return status;
	*ret_rows = message_rows_without_client(&reading, journal->language, request->arena);
	return OK;
}

void order_message_words(struct http_request *request, struct http_response *response, void *context)
{
	struct journal *journal = &web_visitor(request)->journal;
	struct sent_message_view view = { .frame = web_frame(request,
		                                             web_words(request, WORDS("Het bericht"))) };
	struct order_line line;
	struct fault fault = { 0 };
	enum status status = order_of(journal, web_number(&request->parts, "order"), &line, &fault);

	(void)context;
	if (status == OK && !web_is_today(request) && !order_turn_back(&line, web_on(request))) {
		web_not_yet(request, response);
		return;
	}
	if (status == OK)
		status = read_sent(request, &line, &view.rows, &fault);
	if (!web_ok(request, response, status, &fault))
		return;
	view.order = line.assignment;
	view.identification = line.message;
	view.sent_on = line.message_on;
	web_breadcrumb(&view.frame, "/orders", web_words(request, WORDS("Opdrachten")), request->arena);
	web_breadcrumb(&view.frame, arena_print(request->arena, "/orders/%lld", (long long)line.assignment),
	               arena_print(request->arena, "%lld", (long long)line.assignment), request->arena);
	web_breadcrumb(&view.frame, NULL, web_words(request, WORDS("Het bericht")), request->arena);
	web_note_read(request, response, line.person, "order-message");
	web_page(request, response, "exchange/sent_message.html", &view);
}

void order_start(struct http_request *request, struct http_response *response, void *context)
{
	(void)context;
	if (!date_is(web_visitor(request)->demo_day)) {
		web_problem(request, response, 404);
		return;
	}
	send_message(request, response, "WMO305", exchange_example_start);
}
