/* SPDX-License-Identifier: EUPL-1.2 */
/* The abuse protocol on screen: for who took a step in it, who handles safety, and the log for the
 * supervisor. */
#include "common/access/web.h"
#include "common/person/vault.h"
#include "platform/base/words.h"
#include "practice/safety/protocol.h"
#include "practice/safety/safety_pages.h"

struct protocol_step_view {
	int64_t protocol;
	const char *client, *label, *words, *asked, *outcome, *name;
	struct date taken_on;
};
static const struct field protocol_step_view_fields[] = {
	FIELD(struct protocol_step_view, protocol),
	FIELD(struct protocol_step_view, client),
	FIELD(struct protocol_step_view, label),
	FIELD(struct protocol_step_view, words, .max_chars = 4000),
	FIELD(struct protocol_step_view, asked),
	FIELD(struct protocol_step_view, outcome),
	FIELD(struct protocol_step_view, name),
	FIELD(struct protocol_step_view, taken_on),
};
static const struct record protocol_step_view_record =
	RECORD(struct protocol_step_view, "protocol_step_view", protocol_step_view_fields);

struct protocols_view {
	struct page_frame frame;
	struct records protocols;
	bool may_begin;
};
static const struct field protocols_view_fields[] = {
	FIELD_INSIDE(struct protocols_view, frame, &page_frame_record),
	FIELD(struct protocols_view, protocols, .of = &protocol_step_view_record),
	FIELD(struct protocols_view, may_begin),
};
const struct record protocols_view_record =
	RECORD(struct protocols_view, "protocols_view", protocols_view_fields);

struct protocol_view {
	struct page_frame frame;
	int64_t protocol, person;
	const char *client, *next_step, *next_label;
	struct records steps;
};
static const struct field protocol_view_fields[] = {
	FIELD_INSIDE(struct protocol_view, frame, &page_frame_record),
	FIELD(struct protocol_view, protocol),
	FIELD(struct protocol_view, person),
	FIELD(struct protocol_view, client),
	FIELD(struct protocol_view, next_step),
	FIELD(struct protocol_view, next_label),
	FIELD(struct protocol_view, steps, .of = &protocol_step_view_record),
};
const struct record protocol_view_record =
	RECORD(struct protocol_view, "protocol_view", protocol_view_fields);

struct protocol_reads_view {
	struct page_frame frame;
	struct records reads;
};
static const struct field protocol_reads_view_fields[] = {
	FIELD_INSIDE(struct protocol_reads_view, frame, &page_frame_record),
	FIELD(struct protocol_reads_view, reads, .of = &read_line_record),
};
const struct record protocol_reads_view_record =
	RECORD(struct protocol_reads_view, "protocol_reads_view", protocol_reads_view_fields);

static struct protocols_asked asked_by(const struct http_request *request)
{
	const struct access_session *session = &web_visitor(request)->session;

	return (struct protocols_asked){ .account = session->account.account,
		                         .is_all = access_may(session->role, MAY_HANDLE_SAFETY),
		                         .on = web_on(request) };
}

static enum status name_of(struct http_request *request, int64_t person, const char **ret_name,
                           struct fault *fault)
{
	struct identity client = { 0 };
	enum status status = vault_identity(&web_visitor(request)->journal, person, &client, fault);

	*ret_name = status == OK ? identity_name(&client, request->arena) : "";
	return status;
}

static struct protocol_step_view show_step(const struct http_request *request,
                                           const struct protocol_line *line)
{
	return (struct protocol_step_view){
		.protocol = line->protocol,
		.client = "",
		.label = web_words(request, protocol_steps[line->step - 1].label),
		.words = line->words,
		.asked = line->asked,
		.outcome = line->outcome[0] == '\0'
		                   ? ""
		                   : web_words(request, choice_label(protocol_outcomes, line->outcome)),
		.name = line->name,
		.taken_on = line->taken_on,
	};
}

void protocols_page(struct http_request *request, struct http_response *response, void *context)
{
	const struct protocols_asked asked = asked_by(request);
	struct protocols_view view = { .frame = web_frame(request, web_words(request, WORDS("Meldcode"))),
		                       .may_begin = web_may_bring(request, &abuse_step_taken_kind) };
	struct records lines = { 0 };
	struct fault fault = { 0 };
	const struct protocol_line *items;
	enum status status = protocols(&web_visitor(request)->journal, &asked, &lines, &fault);

	(void)context;
	items = lines.items;
	view.protocols = records_new(&protocol_step_view_record, lines.count, request->arena);
	for (size_t i = 0; status == OK && i < lines.count; i++) {
		struct protocol_step_view *shown = &((struct protocol_step_view *)view.protocols.items)[i];

		*shown = show_step(request, &items[i]);
		status = name_of(request, items[i].person, &shown->client, &fault);
	}
	if (!web_ok(request, response, status, &fault))
		return;
	web_note_read(request, response, 0, READS_APART);
	web_page(request, response, "safety/protocols.html", &view);
}

void protocol_page(struct http_request *request, struct http_response *response, void *context)
{
	const struct protocols_asked asked = asked_by(request);
	struct protocol_view view = { .protocol = web_number(&request->parts, "protocol"), .next_step = "" };
	struct records lines = { 0 };
	struct fault fault = { 0 };
	const struct protocol_line *items;
	enum status status =
		protocol_of(&web_visitor(request)->journal, view.protocol, &asked, &lines, &fault);

	(void)context;
	items = lines.items;
	if (status == OK)
		status = name_of(request, items[0].person, &view.client, &fault);
	if (!web_ok(request, response, status, &fault))
		return;
	view.person = items[0].person;
	view.steps = records_new(&protocol_step_view_record, lines.count, request->arena);
	for (size_t i = 0; i < lines.count; i++)
		((struct protocol_step_view *)view.steps.items)[i] = show_step(request, &items[i]);
	if (lines.count < PROTOCOL_DECIDE && web_may_bring(request, &abuse_step_taken_kind)) {
		view.next_step = protocol_steps[lines.count].code;
		view.next_label = web_words(request, protocol_steps[lines.count].label);
	}
	view.frame = web_frame(request, web_words(request, WORDS("Meldcode")));
	web_breadcrumb(&view.frame, "/protocols", web_words(request, WORDS("Meldcode")), request->arena);
	web_breadcrumb(&view.frame, NULL, view.client, request->arena);
	web_note_read(request, response, view.person, READS_APART);
	web_page(request, response, "safety/protocol.html", &view);
}

void protocol_reads_page(struct http_request *request, struct http_response *response, void *context)
{
	struct web *web = context;
	struct protocol_reads_view view = {
		.frame = web_frame(request, web_words(request, WORDS("Wie de meldcode opende"))),
	};
	const struct reads_asked asked = { web_visitor(request)->journal.register_id, 0,
		                           web_day_end(request) };
	struct fault fault = { 0 };
	enum status status = reads_apart(web->db, &asked, request->arena, &view.reads, &fault);

	if (!web_ok(request, response, status, &fault))
		return;
	web_page(request, response, "safety/protocol_reads.html", &view);
}
