/* SPDX-License-Identifier: EUPL-1.2 */
#include "practice/investigation/investigation_pages.h"

#include <assert.h>
#include <string.h>

#include "common/access/web.h"
#include "common/journal/book.h"
#include "common/person/vault.h"
#include "platform/base/words.h"
#include "practice/desk/desk_store.h"
#include "practice/investigation/help.h"
#include "practice/investigation/household.h"
#include "practice/investigation/investigation.h"
#include "practice/investigation/partner.h"
#include "practice/investigation/topic.h"

#define CARRIED_BYTES 600 /* of what was found, as a beginning of the conclusion */

/* A topic, open or not; only an open one has anything to fill in. */
struct topic_view {
	const char *label, *need, *found, *address;
	struct date examined_on;
};
static const struct field topic_view_fields[] = {
	FIELD(struct topic_view, label),       FIELD(struct topic_view, need),
	FIELD(struct topic_view, found),       FIELD(struct topic_view, address),
	FIELD(struct topic_view, examined_on),
};
static const struct record topic_view_record = RECORD(struct topic_view, "topic_view", topic_view_fields);

/* A report with its investigation. */
struct inquiry_view {
	int64_t report;
	const char *asked, *conclude_address;
	struct date received_on, due_on, concluded_on;
	bool may_work, may_remark, is_concluded;
	struct records open, closed;      /* topic_view */
	struct records partners, remarks; /* partner_line, remark_line */
};
static const struct field inquiry_view_fields[] = {
	FIELD(struct inquiry_view, report),
	FIELD(struct inquiry_view, asked),
	FIELD(struct inquiry_view, conclude_address),
	FIELD(struct inquiry_view, received_on),
	FIELD(struct inquiry_view, due_on),
	FIELD(struct inquiry_view, concluded_on),
	FIELD(struct inquiry_view, may_work),
	FIELD(struct inquiry_view, may_remark),
	FIELD(struct inquiry_view, is_concluded),
	FIELD(struct inquiry_view, open, .of = &topic_view_record),
	FIELD(struct inquiry_view, closed, .of = &topic_view_record),
	FIELD(struct inquiry_view, partners, .of = &partner_line_record),
	FIELD(struct inquiry_view, remarks, .of = &remark_line_record),
};
static const struct record inquiry_view_record =
	RECORD(struct inquiry_view, "inquiry_view", inquiry_view_fields);

/* Another client at the address. */
struct other_view {
	int64_t person;
	const char *name, *address;
	bool is_recorded;
};
static const struct field other_view_fields[] = {
	FIELD(struct other_view, person),
	FIELD(struct other_view, name),
	FIELD(struct other_view, address),
	FIELD(struct other_view, is_recorded),
};
static const struct record other_view_record = RECORD(struct other_view, "other_view", other_view_fields);

struct investigation_view {
	struct page_frame frame;
	int64_t person;
	const char *name;
	bool may_work;
	struct records inquiries, others, housemates, help;
	int64_t latest; /* the newest report */
};
static const struct field investigation_view_fields[] = {
	FIELD_INSIDE(struct investigation_view, frame, &page_frame_record),
	FIELD(struct investigation_view, person),
	FIELD(struct investigation_view, name),
	FIELD(struct investigation_view, may_work),
	FIELD(struct investigation_view, inquiries, .of = &inquiry_view_record),
	FIELD(struct investigation_view, others, .of = &other_view_record),
	FIELD(struct investigation_view, housemates, .of = &housemate_line_record),
	FIELD(struct investigation_view, help, .of = &help_line_record),
	FIELD(struct investigation_view, latest),
};
const struct record investigation_view_record =
	RECORD(struct investigation_view, "investigation_view", investigation_view_fields);

/* What the page is made with. */
struct inquiring {
	const struct http_request *request;
	struct journal *journal;
	struct arena *arena;
	struct fault *fault;
	struct date until; /* the last day of what is shown */
};

/* --- topics --- */

static const char *topic_label(const struct inquiring *inquiring, const struct topic_line *line)
{
	const char *label = web_words(inquiring->request, choice_label(investigation_topics, line->topic));

	if (!has_words(line->life_domain))
		return label;
	return arena_print(
		inquiring->arena, "%s: %s", label,
		web_words(inquiring->request, choice_label(investigation_life_domains, line->life_domain)));
}

static void show_open(const struct inquiring *inquiring, const struct topic_line *line,
                      struct inquiry_view *inquiry)
{
	struct topic_view *view = &((struct topic_view *)inquiry->open.items)[inquiry->open.count++];

	assert(inquiry->open.items != NULL);
	*view = (struct topic_view){ .label = topic_label(inquiring, line),
		                     .need = line->need,
		                     .found = date_before(inquiring->until, line->examined_on) ? NULL
		                                                                               : line->found,
		                     .examined_on = line->examined_on,
		                     .address = "" };
	if (inquiry->may_work)
		view->address = arena_print(
			inquiring->arena, "/facts/topic_examined?report=%lld&topic=%s&life_domain=%s",
			(long long)inquiry->report, line->topic, or_empty(line->life_domain));
}

static bool is_open(const struct records *topics, const char *topic)
{
	const struct topic_line *lines = topics->items;

	for (size_t i = 0; i < topics->count; i++)
		if (strcmp(lines[i].topic, topic) == 0)
			return true;
	return false;
}

static void show_closed(const struct inquiring *inquiring, const struct records *topics,
                        struct inquiry_view *inquiry)
{
	assert(inquiry->closed.items != NULL);
	for (const struct choice *topic = investigation_topics; topic->code != NULL; topic++)
		if (!is_open(topics, topic->code))
			((struct topic_view *)inquiry->closed.items)[inquiry->closed.count++] =
				(struct topic_view){ .label = web_words(inquiring->request, topic->label),
				                     .address = arena_print(
							     inquiring->arena,
							     "/facts/topic_opened?report=%lld&topic=%s",
							     (long long)inquiry->report, topic->code) };
}

/* --- the conclusion begins with what was found --- */

/* What was found about some topics, cut off at a letter's end; or that it was not needed. */
static const char *found_about(const struct inquiring *inquiring, const struct records *topics,
                               const char *codes)
{
	const struct topic_line *lines = topics->items;
	const char *found = "";
	size_t length;

	for (size_t i = 0; i < topics->count; i++)
		if (strchr(codes, lines[i].topic[0]) != NULL && has_words(lines[i].found))
			found = arena_print(inquiring->arena, "%s%s%s", found, found[0] == '\0' ? "" : "\n",
			                    lines[i].found);
	if (found[0] == '\0')
		return web_words(inquiring->request, WORDS("Niet besproken: voor deze vraag niet nodig."));
	length = strlen(found);
	if (length > CARRIED_BYTES)
		length = CARRIED_BYTES;
	while (length > 0 && ((unsigned char)found[length] & 0xC0) == 0x80)
		length--;
	return arena_copy_part(inquiring->arena, found, length);
}

static const char *conclude_address(const struct inquiring *inquiring, const struct records *topics,
                                    int64_t report)
{
	struct arena *arena = inquiring->arena;

	if (topics->count == 0)
		return arena_print(arena, "/facts/investigation_concluded?report=%lld", (long long)report);
	return arena_print(arena,
	                   "/facts/investigation_concluded?report=%lld&needs=%s&own_strength=%s&network=%s&"
	                   "general_provisions=%s",
	                   (long long)report, pairs_encode(found_about(inquiring, topics, "a"), arena),
	                   pairs_encode(found_about(inquiring, topics, "b"), arena),
	                   pairs_encode(found_about(inquiring, topics, "cd"), arena),
	                   pairs_encode(found_about(inquiring, topics, "e"), arena));
}

/* Drops what a list has of after the day that is shown. */
static void drop_later(const struct inquiring *inquiring, const struct record *record, const char *field,
                       struct records *list)
{
	const struct field *day = record_field(record, field);
	char *items = list->items;
	size_t kept = 0;

	for (size_t i = 0; i < list->count; i++) {
		if (date_before(inquiring->until, MEMBER(struct date, day, items + i * record->size)))
			continue;
		memmove(items + kept++ * record->size, items + i * record->size, record->size);
	}
	list->count = kept;
}

/* --- a report --- */

static enum status show_topics(const struct inquiring *inquiring, struct inquiry_view *inquiry)
{
	struct records topics;
	const struct topic_line *lines;
	enum status status =
		investigation_topics_of(inquiring->journal, inquiry->report, &topics, inquiring->fault);

	if (status)
		return status;
	lines = topics.items;
	inquiry->open = records_new(&topic_view_record, topics.count, inquiring->arena);
	inquiry->closed = records_new(&topic_view_record, 7, inquiring->arena);
	inquiry->open.count = inquiry->closed.count = 0;
	for (size_t i = 0; i < topics.count; i++)
		if (!date_before(inquiring->until, lines[i].opened_on))
			show_open(inquiring, &lines[i], inquiry);
	if (inquiry->may_work)
		show_closed(inquiring, &topics, inquiry);
	inquiry->conclude_address =
		inquiry->may_work ? conclude_address(inquiring, &topics, inquiry->report) : "";
	return OK;
}

static bool may_work(const struct inquiring *inquiring)
{
	return web_may(inquiring->request, MAY_INVESTIGATE) && web_is_today(inquiring->request);
}

static enum status show_inquiry(const struct inquiring *inquiring, const struct report_line *report,
                                struct inquiry_view *inquiry)
{
	struct investigation_outcome outcome;
	enum status status = investigation_of(inquiring->journal, report->report, &outcome, inquiring->fault);

	if (status != OK && status != NOT_FOUND)
		return status;
	if (date_before(inquiring->until, outcome.concluded_on))
		outcome.concluded_on = (struct date){ 0 };
	*inquiry =
		(struct inquiry_view){ .report = report->report,
		                       .asked = report->asked,
		                       .received_on = report->received_on,
		                       .due_on = report->due_on,
		                       .concluded_on = outcome.concluded_on,
		                       .is_concluded = date_is(outcome.concluded_on),
		                       .may_work = !date_is(outcome.concluded_on) && may_work(inquiring),
		                       .may_remark = date_is(outcome.concluded_on) && may_work(inquiring) };
	status = show_topics(inquiring, inquiry);
	if (status == OK)
		status =
			partners_of(inquiring->journal, report->report, &inquiry->partners, inquiring->fault);
	if (status == OK)
		status = remarks_of(inquiring->journal, report->report, &inquiry->remarks, inquiring->fault);
	drop_later(inquiring, &partner_line_record, "consulted_on", &inquiry->partners);
	drop_later(inquiring, &remark_line_record, "received_on", &inquiry->remarks);
	return status;
}

static enum status show_inquiries(const struct inquiring *inquiring, struct investigation_view *view)
{
	struct records reports;
	const struct report_line *items;
	enum status status = desk_reports_of(inquiring->journal, view->person, &reports, inquiring->fault);

	if (status)
		return status;
	items = reports.items;
	view->latest = reports.count == 0 ? 0 : items[0].report;
	view->inquiries = records_new(&inquiry_view_record, reports.count, inquiring->arena);
	view->inquiries.count = 0;
	for (size_t i = 0; status == OK && i < reports.count; i++)
		if (!date_before(inquiring->until, items[i].received_on))
			status = show_inquiry(
				inquiring, &items[i],
				&((struct inquiry_view *)view->inquiries.items)[view->inquiries.count++]);
	return status;
}

/* --- who live there, and who help --- */

static bool is_recorded(const struct records *housemates, int64_t client)
{
	const struct housemate_line *lines = housemates->items;

	for (size_t i = 0; i < housemates->count; i++)
		if (lines[i].client == client)
			return true;
	return false;
}

static enum status show_household(const struct inquiring *inquiring, struct investigation_view *view)
{
	struct records others;
	const struct neighbour *items;
	enum status status =
		housemates_of(inquiring->journal, view->person, &view->housemates, inquiring->fault);

	if (status == OK)
		status = household_others(inquiring->journal, view->person, &others, inquiring->fault);
	if (status)
		return status;
	items = others.items;
	view->others = records_new(&other_view_record, others.count, inquiring->arena);
	for (size_t i = 0; i < others.count; i++) {
		const struct identity identity = { .initials = items[i].initials,
			                           .prefix = items[i].prefix,
			                           .surname = items[i].surname };

		((struct other_view *)view->others.items)[i] = (struct other_view){
			.person = items[i].person,
			.name = identity_name(&identity, inquiring->arena),
			.address = arena_print(inquiring->arena,
			                       "/facts/housemate_recorded?person=%lld&client=%lld",
			                       (long long)view->person, (long long)items[i].person),
			.is_recorded = is_recorded(&view->housemates, items[i].person)
		};
	}
	status = help_of_person(inquiring->journal, view->person, &view->help, inquiring->fault);
	drop_later(inquiring, &housemate_line_record, "recorded_on", &view->housemates);
	drop_later(inquiring, &help_line_record, "found_on", &view->help);
	return status;
}

void inquiry_page(struct http_request *request, struct http_response *response, void *context)
{
	struct visitor *visitor = web_visitor(request);
	struct fault fault = { 0 };
	const struct inquiring inquiring = { request, &visitor->journal, request->arena, &fault,
		                             web_is_today(request) ? DATE_LAST : web_on(request) };
	struct investigation_view view = { .person = web_number(&request->parts, "person"),
		                           .may_work = may_work(&inquiring) };
	const char *done = pairs_get(&request->query, "done");
	const struct journal_kind *kind =
		done == NULL ? NULL : journal_kind_named(visitor->journal.book, done);
	struct identity identity;
	enum status status = vault_identity(&visitor->journal, view.person, &identity, &fault);

	(void)context;
	if (status == OK)
		status = show_inquiries(&inquiring, &view);
	if (status == OK)
		status = show_household(&inquiring, &view);
	if (!web_ok(request, response, status, &fault))
		return;
	view.name = identity_name(&identity, request->arena);
	view.frame =
		web_client_frame(request, view.person, view.name, web_words(request, WORDS("Onderzoek")));
	if (kind != NULL)
		view.frame.notice = web_words(request, kind->done);
	web_note_read(request, response, view.person, "investigation");
	web_page(request, response, "investigation/investigation.html", &view);
}
