/* SPDX-License-Identifier: EUPL-1.2 */
/* A provider's own clients: the list, and of each what delivery needs. */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "common/access/web.h"
#include "common/calendar/calendar.h"
#include "common/lane/lane_store.h"
#include "common/person/vault.h"
#include "common/scheme/chain.h"
#include "contract/agreement/meeting_store.h"
#include "contract/exchange/asking.h"
#include "contract/exchange/intake.h"
#include "contract/exchange/report.h"
#include "outlook/provider/grace.h"
#include "outlook/provider/own_delivery.h"
#include "outlook/provider/provider.h"
#include "outlook/provider/provider_pages.h"
#include "platform/base/words.h"
#include "practice/care/talk.h"
#include "practice/safety/incident.h"
#include "practice/transition/handover.h"

/* A delivery as it is shown. */
struct delivery_shown {
	int64_t assignment;
	const char *name, *product, *amount;
	const char *waits;   /* in words; "" when support has begun */
	const char *address; /* of its page; "" once the delivery is over */
	const char *stands;  /* in words, when support has begun */
	bool is_running;     /* it has begun, and was not stopped */
	bool is_new;         /* the order waits for an answer */
	struct date from, last_day, started_on;
};
static const struct field delivery_shown_fields[] = {
	FIELD(struct delivery_shown, assignment), FIELD(struct delivery_shown, name),
	FIELD(struct delivery_shown, product),    FIELD(struct delivery_shown, amount),
	FIELD(struct delivery_shown, waits),      FIELD(struct delivery_shown, address),
	FIELD(struct delivery_shown, from),       FIELD(struct delivery_shown, last_day),
	FIELD(struct delivery_shown, started_on), FIELD(struct delivery_shown, stands),
	FIELD(struct delivery_shown, is_running), FIELD(struct delivery_shown, is_new),
};
static const struct record delivery_shown_record =
	RECORD(struct delivery_shown, "delivery_shown", delivery_shown_fields);

/* A client stop as it is shown. */
struct intake_shown {
	const char *products, *reason, *words;
	struct date from, last_day;
};
static const struct field intake_shown_fields[] = {
	FIELD(struct intake_shown, products, .max_chars = 4000),
	FIELD(struct intake_shown, reason),
	FIELD(struct intake_shown, words, .max_chars = 1000),
	FIELD(struct intake_shown, from),
	FIELD(struct intake_shown, last_day),
};
static const struct record intake_shown_record =
	RECORD(struct intake_shown, "intake_shown", intake_shown_fields);

struct deliveries_view {
	struct page_frame frame;
	const char *organisation;
	struct records tabs, lines;
	struct records intakes; /* of struct intake_shown: now and to come */
	bool may_report;
	int64_t meetings; /* that are coming */
	const char *next; /* address of the next page, or "" */
};
static const struct field deliveries_view_fields[] = {
	FIELD_INSIDE(struct deliveries_view, frame, &page_frame_record),
	FIELD(struct deliveries_view, organisation),
	FIELD(struct deliveries_view, tabs, .of = &page_tab_record),
	FIELD(struct deliveries_view, lines, .of = &delivery_shown_record),
	FIELD(struct deliveries_view, intakes, .of = &intake_shown_record),
	FIELD(struct deliveries_view, may_report),
	FIELD(struct deliveries_view, meetings),
	FIELD(struct deliveries_view, next),
};
const struct record deliveries_view_record =
	RECORD(struct deliveries_view, "deliveries_view", deliveries_view_fields);

/* Something that a provider may report of a delivery. */
struct report_act {
	const char *label, *address;
	bool is_first; /* the one that is to be expected */
};
static const struct field report_act_fields[] = {
	FIELD(struct report_act, label),
	FIELD(struct report_act, address),
	FIELD(struct report_act, is_first),
};
static const struct record report_act_record = RECORD(struct report_act, "report_act", report_act_fields);

struct delivery_view {
	struct page_frame frame;
	const char *organisation, *street, *place, *phone, *contact;
	struct delivery_shown delivery;
	const char *handover_address; /* for who answers for others; else "" */
	const char *helper_address;   /* where the planner says who comes; else "" */
	const char *helper, *often;   /* who comes; "" while that is not known */
	struct date helper_since;
	struct records acts;   /* of struct report_act: what may be reported now */
	struct date answer_by; /* the last day for an answer; none once there is one */
	struct date answered_on;
	const char *incident_address; /* where an incident is reported; "" where nothing is recorded */
};
static const struct field delivery_view_fields[] = {
	FIELD_INSIDE(struct delivery_view, frame, &page_frame_record),
	FIELD(struct delivery_view, organisation),
	FIELD(struct delivery_view, street),
	FIELD(struct delivery_view, place),
	FIELD(struct delivery_view, phone),
	FIELD(struct delivery_view, contact),
	FIELD_INSIDE(struct delivery_view, delivery, &delivery_shown_record),
	FIELD(struct delivery_view, handover_address),
	FIELD(struct delivery_view, helper_address),
	FIELD(struct delivery_view, helper),
	FIELD(struct delivery_view, often),
	FIELD(struct delivery_view, helper_since),
	FIELD(struct delivery_view, acts, .of = &report_act_record),
	FIELD(struct delivery_view, answer_by),
	FIELD(struct delivery_view, answered_on),
	FIELD(struct delivery_view, incident_address),
};
const struct record delivery_view_record =
	RECORD(struct delivery_view, "delivery_view", delivery_view_fields);

/* How long a client waits, from the agreed day on. */
static const char *waiting_words(const struct http_request *request, struct date from)
{
	long long days = (long long)web_on(request).day - from.day;

	if (days < 0)
		return web_words(request, WORDS("moet nog beginnen"));
	if (days == 0)
		return web_words(request, WORDS("begint vandaag"));
	if (days == 1)
		return web_words(request, WORDS("wacht 1 dag"));
	return arena_print(request->arena, web_words(request, WORDS("wacht %lld dagen")), days);
}

static const char *date_words(const struct http_request *request, struct date day)
{
	return calendar_date_words(day, web_visitor(request)->language, false, request->arena);
}

/* How support stands that has begun. */
static const char *standing_words(const struct http_request *request, const struct delivery_line *line)
{
	if (!has_words(line->gap))
		return arena_print(request->arena, web_words(request, WORDS("begonnen op %s")),
		                   date_words(request, line->started_on));
	return arena_print(request->arena,
	                   strcmp(line->gap, "stop") == 0
	                           ? web_words(request, WORDS("gestopt sinds %s"))
	                           : web_words(request, WORDS("tijdelijk gestopt sinds %s")),
	                   date_words(request, line->gap_from));
}

static struct delivery_shown show_delivery(const struct http_request *request,
                                           const struct delivery_line *line)
{
	const struct visitor *visitor = web_visitor(request);
	const struct journal *journal = &visitor->journal;
	const struct identity client = { .initials = line->initials,
		                         .prefix = line->prefix,
		                         .surname = line->surname };
	bool is_started = date_is(line->started_on) && !date_before(web_on(request), line->valid_from);
	struct date today = clock_today(&visitor->clock);
	bool is_over = !date_before(date_add_days(today, -grace_days(today)), line->valid_until);

	return (struct delivery_shown){
		.assignment = line->assignment,
		.name = is_over ? arena_print(request->arena, web_words(request, WORDS("opdracht %lld")),
		                              (long long)line->assignment)
		                : identity_name(&client, request->arena),
		.product = scheme_book_product_label(journal->schemes, journal->register_id, line->product),
		.amount = scheme_amount_words(line->amount, line->unit, line->frequency, visitor->language,
		                              request->arena),
		.waits = is_started ? "" : waiting_words(request, line->valid_from),
		.address = is_over ? ""
		                   : arena_print(request->arena, "/deliveries/%lld",
		                                 (long long)line->assignment),
		.from = line->valid_from,
		.last_day = date_last_day(line->valid_until),
		.started_on = is_started ? line->started_on : (struct date){ 0 },
		.stands = is_started ? standing_words(request, line) : "",
		.is_running = is_started && !has_words(line->gap),
		.is_new = !is_started && !date_is(line->answered_on),
	};
}

/* --- the list --- */

static const char *own_party(const struct http_request *request)
{
	return web_visitor(request)->session.account.party;
}

/* state=started or waiting; after=DAY,PERSON,ASSIGNMENT begins behind one. */
static struct delivery_filter filter_asked(const struct http_request *request)
{
	const char *state = pairs_get(&request->query, "state");
	const char *after = pairs_get(&request->query, "after");
	struct delivery_filter filter = { .party = own_party(request),
		                          .on = web_on(request),
		                          .is_started = state != NULL && strcmp(state, "started") == 0 };
	char *rest;

	if (after == NULL || strlen(after) <= DATE_TEXT_SIZE || after[DATE_TEXT_SIZE - 1] != ',')
		return filter;
	(void)date_read(arena_copy_part(request->arena, after, DATE_TEXT_SIZE - 1), &filter.after_from);
	filter.after_person = strtoll(after + DATE_TEXT_SIZE, &rest, 10);
	filter.after_assignment = *rest == ',' ? strtoll(rest + 1, NULL, 10) : 0;
	return filter;
}

static struct records show_tabs(const struct http_request *request, bool is_started,
                                const struct delivery_count *count)
{
	struct records tabs = records_new(&page_tab_record, 2, request->arena);
	struct page_tab *items = tabs.items;

	items[0] =
		(struct page_tab){ "/deliveries?state=waiting", web_words(request, WORDS("wacht op start")),
		                   count->waiting + count->coming, !is_started };
	items[1] = (struct page_tab){ "/deliveries?state=started",
		                      web_words(request, WORDS("ondersteuning begonnen")), count->started,
		                      is_started };
	return tabs;
}

static const char *next_address(const struct http_request *request, const struct delivery_filter *filter,
                                const struct records *lines)
{
	const struct delivery_line *last = &((const struct delivery_line *)lines->items)[lines->count - 1];
	char day[DATE_TEXT_SIZE];

	return arena_print(request->arena, "/deliveries?state=%s&after=%s,%lld,%lld",
	                   filter->is_started ? "started" : "waiting", date_print(last->valid_from, day),
	                   (long long)last->person, (long long)last->assignment);
}

/* The labels of products, "Hulp, Begeleiding"; of none: all. */
static const char *product_labels(const struct http_request *request, const char *names)
{
	const struct journal *journal = &web_visitor(request)->journal;
	const char *labels = "";

	while (*names != '\0') {
		size_t length = strcspn(names, "\n");
		const char *name = arena_copy_part(request->arena, names, length);

		labels = arena_print(request->arena, "%s%s%s", labels, labels[0] == '\0' ? "" : ", ",
		                     scheme_book_product_label(journal->schemes, journal->register_id, name));
		names += length + (names[length] == '\n');
	}
	return labels[0] == '\0' ? web_words(request, WORDS("alle ondersteuning")) : labels;
}

static enum status show_intakes(const struct http_request *request, struct records *ret_shown,
                                struct fault *fault)
{
	const struct journal *journal = &web_visitor(request)->journal;
	struct records intakes = { 0 };
	const struct lane_intake *items;
	enum status status = lane_intakes_after(
		journal->db,
		&(struct lane_intakes_asked){ journal->register_id, own_party(request), web_on(request) },
		request->arena, &intakes, fault);

	*ret_shown = records_new(&intake_shown_record, intakes.count, request->arena);
	items = intakes.items;
	for (size_t i = 0; status == OK && i < intakes.count; i++)
		((struct intake_shown *)ret_shown->items)[i] = (struct intake_shown){
			.products = product_labels(request, items[i].products),
			.reason = web_words(request, choice_label(intake_reasons, items[i].reason)),
			.words = items[i].words,
			.from = items[i].valid_from,
			.last_day = date_last_day(items[i].valid_until),
		};
	return status;
}

void deliveries_page(struct http_request *request, struct http_response *response, void *context)
{
	struct journal *journal = &web_visitor(request)->journal;
	const struct delivery_filter filter = filter_asked(request);
	struct deliveries_view view = {
		.frame = web_frame(request, web_words(request, WORDS("Onze cliënten"))),
		.organisation = web_organisation(request, filter.party),
		.may_report = web_is_present(request),
		.next = "",
	};
	const struct count_asked all = { .deliverer = filter.party, .party = "", .on = filter.on };
	struct delivery_count count = { 0 };
	struct records lines = { 0 };
	struct fault fault = { 0 };
	enum status status = provider_deliveries(journal, &filter, &lines, &fault);

	(void)context;
	if (status == OK)
		status = provider_count(journal, &all, &count, &fault);
	if (status == OK)
		status = show_intakes(request, &view.intakes, &fault);
	if (status == OK)
		status = meetings_coming(journal, filter.on, &view.meetings, &fault);
	if (!web_ok(request, response, status, &fault))
		return;
	view.tabs = show_tabs(request, filter.is_started, &count);
	view.lines = records_new(&delivery_shown_record, lines.count, request->arena);
	for (size_t i = 0; i < lines.count; i++)
		((struct delivery_shown *)view.lines.items)[i] =
			show_delivery(request, &((const struct delivery_line *)lines.items)[i]);
	if (lines.count == DELIVERIES_ON_A_PAGE)
		view.next = next_address(request, &filter, &lines);
	web_note_read(request, response, 0, "deliveries");
	web_page(request, response, "provider/deliveries.html", &view);
}

/* --- one client --- */

/* Who came before opens the file no longer than the days of grace, in which the work is handed over. */
static enum status find_delivery(const struct http_request *request, struct delivery_details *ret_details,
                                 struct fault *fault)
{
	struct visitor *visitor = web_visitor(request);
	int64_t assignment = web_number(&request->parts, "assignment");
	struct date today = clock_today(&visitor->clock);
	struct date graced = date_add_days(today, -grace_days(today));
	enum status status = provider_delivery(&visitor->journal, own_party(request), assignment, today,
	                                       ret_details, fault);

	if (status == NOT_FOUND && web_is_today(request))
		return provider_delivery(&visitor->journal, own_party(request), assignment, graced,
		                         ret_details, fault);
	return status == OK ? provider_delivery(&visitor->journal, own_party(request), assignment,
	                                        web_on(request), ret_details, fault)
	                    : status;
}

/* Where the client is handed over to somebody for whom the visitor's party answers. */
static const char *handover_address(const struct http_request *request, const struct delivery_line *line)
{
	const struct journal *journal = &web_visitor(request)->journal;
	bool has_others = chain_below(journal->schemes, journal->register_id, own_party(request),
	                              web_on(request), request->arena)
	                          .count > 1;

	if (!has_others || !web_is_today(request) || !web_may(request, MAY_RUN_COMBINATION))
		return "";
	return arena_print(request->arena, "/facts/%s?person=%lld&assignment=%lld", handover_made_kind.name,
	                   (long long)line->person, (long long)line->assignment);
}

static const char *incident_address(const struct http_request *request, const struct delivery_line *line)
{
	if (!web_may_bring(request, &incident_reported_kind))
		return "";
	return arena_print(request->arena, "/facts/%s?person=%lld&assignment=%lld",
	                   incident_reported_kind.name, (long long)line->person, (long long)line->assignment);
}

/* What may be reported of an order, by where it stands; the first that fits is to be expected. */
static const struct {
	const struct journal_kind *kind;
	const char *states;
	bool is_answer; /* only while the order has none */
} reportable[] = {
	{ &order_answered_kind, "placed sent", true },
	{ &order_declined_kind, "placed sent", true },
	{ &start_reported_kind, "placed sent", false },
	{ &pause_reported_kind, "started", false },
	{ &resume_reported_kind, "paused stopped", false },
	{ &stop_reported_kind, "started paused", false },
	{ &report_withdrawn_kind, "started paused stopped", false },
	{ &change_asked_kind, "sent started paused", false },
};

/* Who no longer delivers reports nothing here any more; who will, only answers; a report of another stands.
 */
static bool is_ones_own(const struct journal_kind *kind, bool is_answer,
                        const struct delivery_standing *standing)
{
	return (standing->is_now || (is_answer && !standing->is_past)) &&
	       (kind != &report_withdrawn_kind || !standing->is_of_other);
}

static void show_acts(const struct http_request *request, const struct order_line *order,
                      const struct delivery_standing *standing, struct delivery_view *view)
{
	const struct journal *journal = &web_visitor(request)->journal;
	bool is_answered = date_is(order->answered_on);

	assert(order->state != NULL);
	view->acts = records_new(&report_act_record, COUNT(reportable), request->arena);
	view->acts.count = 0;
	view->answered_on = order->answered_on;
	if (!is_answered && !standing->is_past && strstr("placed sent", order->state) != NULL)
		view->answer_by = order_answer_due(journal->calendar, order);
	for (size_t i = 0; i < COUNT(reportable) && web_is_present(request); i++) {
		struct report_act *act = &((struct report_act *)view->acts.items)[view->acts.count];
		const struct journal_kind *kind = reportable[i].kind;

		if (strstr(reportable[i].states, order->state) == NULL ||
		    (reportable[i].is_answer && is_answered) ||
		    !is_ones_own(kind, reportable[i].is_answer, standing))
			continue;
		if (kind == &order_declined_kind && date_before(view->answer_by, clock_today(journal->clock)))
			continue;
		if (kind == &change_asked_kind && strcmp(order->party, own_party(request)) != 0)
			continue; /* whose contract it is asks */
		*act = (struct report_act){
			.label = web_words(request, kind->title),
			.address = arena_print(request->arena, "/facts/%s?person=%lld&%s=%lld", kind->name,
			                       (long long)order->person,
			                       kind == &change_asked_kind ? "order" : "assignment",
			                       (long long)order->assignment),
			.is_first = view->acts.count == 0,
		};
		view->acts.count++;
	}
}

/* While the delivery lasts. */
static const char *helper_address(const struct http_request *request, const struct delivery_line *line)
{
	if (!web_is_present(request) ||
	    !date_before(clock_today(&web_visitor(request)->clock), line->valid_until))
		return "";
	return arena_print(request->arena, "/facts/%s?person=%lld&assignment=%lld",
	                   permanent_worker_named_kind.name, (long long)line->person,
	                   (long long)line->assignment);
}

/* Who comes on the day that is shown. */
static enum status show_helper(struct http_request *request, const struct delivery_line *line,
                               struct delivery_view *view, struct fault *fault)
{
	struct journal *journal = &web_visitor(request)->journal;
	const struct permanent_worker_line *worker;
	struct records workers = { 0 };
	enum status status = permanent_workers_of(journal, line->person, &workers, fault);

	if (status)
		return status;
	worker = permanent_worker_on(&workers, line->assignment, web_on(request));
	view->helper = worker == NULL ? "" : worker->name;
	if (worker == NULL)
		return OK;
	view->often = permanent_worker_often(worker->times, worker->per, journal->language, request->arena);
	view->helper_since = worker->from_day;
	return OK;
}

void delivery_page(struct http_request *request, struct http_response *response, void *context)
{
	struct journal *journal = &web_visitor(request)->journal;
	struct delivery_details details;
	struct identity client = { 0 };
	struct delivery_view view;
	struct order_line order = { 0 };
	struct delivery_standing standing = { 0 };
	struct fault fault = { 0 };
	enum status status = find_delivery(request, &details, &fault);

	(void)context;
	if (status == OK)
		status = vault_identity(journal, details.line.person, &client, &fault);
	if (status == OK)
		status = order_of(journal, details.line.assignment, &order, &fault);
	if (status == OK)
		status = provider_standing(journal, details.line.person, details.line.assignment,
		                           own_party(request), &standing, &fault);
	if (!web_ok(request, response, status, &fault))
		return;
	view = (struct delivery_view){ .delivery = show_delivery(request, &details.line),
		                       .organisation = web_organisation(request, own_party(request)),
		                       .street = identity_street(&client, request->arena),
		                       .place = identity_place(&client, request->arena),
		                       .phone = client.phone,
		                       .contact = details.contact,
		                       .handover_address = handover_address(request, &details.line),
		                       .helper_address = helper_address(request, &details.line),
		                       .incident_address = incident_address(request, &details.line) };
	standing.is_past = !date_before(clock_today(journal->clock), details.line.valid_until);
	show_acts(request, &order, &standing, &view);
	if (!web_ok(request, response, show_helper(request, &details.line, &view, &fault), &fault))
		return;
	view.frame = web_frame(request, view.delivery.name);
	web_breadcrumb(&view.frame, "/deliveries", web_words(request, WORDS("Onze cliënten")),
	               request->arena);
	web_breadcrumb(&view.frame, NULL, view.delivery.name, request->arena);
	web_note_read(request, response, details.line.person, "delivery");
	web_page(request, response, "provider/delivery.html", &view);
}
