/* SPDX-License-Identifier: EUPL-1.2 */
/* Complaints on screen. */
#include <string.h>

#include "common/access/web.h"
#include "common/person/vault.h"
#include "platform/base/words.h"
#include "practice/safety/complaint.h"
#include "practice/safety/safety_pages.h"

/* A complaint with what is to be done with it. */
struct complaint_view {
	int64_t complaint, person;
	const char *name, *about, *theme, *words, *finding, *answer, *turn, *turn_words;
	struct date received_on, due_on, look_back_on, answered_on, looked_back_on;
	bool is_late, may_answer, may_look_back;
};
static const struct field complaint_view_fields[] = {
	FIELD(struct complaint_view, complaint),
	FIELD(struct complaint_view, person),
	FIELD(struct complaint_view, name),
	FIELD(struct complaint_view, about),
	FIELD(struct complaint_view, theme),
	FIELD(struct complaint_view, words, .max_chars = 4000),
	FIELD(struct complaint_view, finding),
	FIELD(struct complaint_view, answer, .max_chars = 4000),
	FIELD(struct complaint_view, turn),
	FIELD(struct complaint_view, turn_words, .max_chars = 4000),
	FIELD(struct complaint_view, received_on),
	FIELD(struct complaint_view, due_on),
	FIELD(struct complaint_view, look_back_on),
	FIELD(struct complaint_view, answered_on),
	FIELD(struct complaint_view, looked_back_on),
	FIELD(struct complaint_view, is_late),
	FIELD(struct complaint_view, may_answer),
	FIELD(struct complaint_view, may_look_back),
};
static const struct record complaint_view_record =
	RECORD(struct complaint_view, "complaint_view", complaint_view_fields);

struct complaints_view {
	struct page_frame frame;
	struct records tabs, complaints, counts;
	bool is_counted; /* how many, and no more */
	const char *next;
};
static const struct field complaints_view_fields[] = {
	FIELD_INSIDE(struct complaints_view, frame, &page_frame_record),
	FIELD(struct complaints_view, tabs, .of = &page_tab_record),
	FIELD(struct complaints_view, complaints, .of = &complaint_view_record),
	FIELD(struct complaints_view, counts, .of = &complaint_count_record),
	FIELD(struct complaints_view, is_counted),
	FIELD(struct complaints_view, next),
};
const struct record complaints_view_record =
	RECORD(struct complaints_view, "complaints_view", complaints_view_fields);

struct client_complaints_view {
	struct page_frame frame;
	int64_t person;
	struct records complaints;
	bool may_record;
};
static const struct field client_complaints_view_fields[] = {
	FIELD_INSIDE(struct client_complaints_view, frame, &page_frame_record),
	FIELD(struct client_complaints_view, person),
	FIELD(struct client_complaints_view, complaints, .of = &complaint_view_record),
	FIELD(struct client_complaints_view, may_record),
};
const struct record client_complaints_view_record =
	RECORD(struct client_complaints_view, "client_complaints_view", client_complaints_view_fields);

static struct complaint_view show_complaint(const struct http_request *request,
                                            const struct complaint_line *line)
{
	bool is_answered = date_is(line->answered_on), is_looked_back = date_is(line->looked_back_on);
	struct date next = is_answered ? line->look_back_on : line->due_on;

	return (struct complaint_view){
		.complaint = line->complaint,
		.person = line->person,
		.name = "",
		.about = web_organisation(request, line->party),
		.theme = web_words(request, choice_label(complaint_themes, line->theme)),
		.words = line->words,
		.finding = is_answered ? web_words(request, choice_label(complaint_findings, line->finding))
		                       : "",
		.answer = line->answer,
		.turn = is_looked_back ? web_words(request, choice_label(complaint_turns, line->turn)) : "",
		.turn_words = line->turn_words,
		.received_on = line->received_on,
		.due_on = line->due_on,
		.look_back_on = line->look_back_on,
		.answered_on = line->answered_on,
		.looked_back_on = line->looked_back_on,
		.is_late = !is_looked_back && date_before(next, web_on(request)),
		.may_answer = !is_answered && web_may_bring(request, &complaint_answered_kind),
		.may_look_back =
			is_answered && !is_looked_back && web_may_bring(request, &complaint_looked_back_kind),
	};
}

static enum status show_list(struct http_request *request, struct complaints_view *view,
                             struct complaints_asked *asked, struct fault *fault)
{
	struct journal *journal = &web_visitor(request)->journal;
	struct records lines = { 0 };
	const struct complaint_line *items;
	enum status status = complaints_in_state(journal, asked, &lines, fault);

	items = lines.items;
	view->complaints = records_new(&complaint_view_record, lines.count, request->arena);
	for (size_t i = 0; status == OK && i < lines.count; i++) {
		struct complaint_view *shown = &((struct complaint_view *)view->complaints.items)[i];
		struct identity client = { 0 };

		*shown = show_complaint(request, &items[i]);
		status = vault_identity(journal, items[i].person, &client, fault);
		shown->name = identity_name(&client, request->arena);
	}
	if (lines.count == COMPLAINTS_ON_A_PAGE)
		view->next = arena_print(request->arena, "/complaints?state=%s&before=%lld", asked->state,
		                         (long long)items[lines.count - 1].complaint);
	view->tabs = records_new(&page_tab_record, 3, request->arena);
	for (size_t i = 0; status == OK && i < view->tabs.count; i++) {
		struct complaints_asked of_state = { complaint_states[i].code, asked->on, 0 };
		struct page_tab *tab = &((struct page_tab *)view->tabs.items)[i];

		*tab = (struct page_tab){ .address = arena_print(request->arena, "/complaints?state=%s",
			                                         of_state.state),
			                  .label = web_words(request, complaint_states[i].label),
			                  .is_current = strcmp(of_state.state, asked->state) == 0 };
		status = complaints_count(journal, &of_state, &tab->count, fault);
	}
	return status;
}

static enum status show_counts(struct http_request *request, struct complaints_view *view,
                               struct fault *fault)
{
	enum status status =
		complaint_counts(&web_visitor(request)->journal, web_on(request), &view->counts, fault);
	struct complaint_count *counts = view->counts.items;

	view->is_counted = true;
	for (size_t i = 0; status == OK && i < view->counts.count; i++) {
		counts[i].party = web_organisation(request, counts[i].party);
		counts[i].theme = web_words(request, choice_label(complaint_themes, counts[i].theme));
	}
	return status;
}

void complaints_page(struct http_request *request, struct http_response *response, void *context)
{
	const char *state = pairs_get(&request->query, "state");
	struct complaints_view view = { .frame = web_frame(request, web_words(request, WORDS("Klachten"))),
		                        .next = "" };
	struct complaints_asked asked = { .state = complaint_states[0].code,
		                          .on = web_on(request),
		                          .before = web_number(&request->query, "before") };
	const struct access_role *role = web_visitor(request)->session.role;
	struct fault fault = { 0 };
	bool sees_clients = access_may(role, MAY_HANDLE_SAFETY) || access_may(role, MAY_SUPERVISE);
	enum status status;

	(void)context;
	for (const struct choice *choice = complaint_states; state != NULL && choice->code != NULL; choice++)
		if (strcmp(choice->code, state) == 0)
			asked.state = choice->code;
	status = sees_clients ? show_list(request, &view, &asked, &fault)
	                      : show_counts(request, &view, &fault);
	if (!web_ok(request, response, status, &fault))
		return;
	if (sees_clients)
		web_note_read(request, response, 0, "complaints");
	web_page(request, response, "safety/complaints.html", &view);
}

void client_complaints_page(struct http_request *request, struct http_response *response, void *context)
{
	struct journal *journal = &web_visitor(request)->journal;
	struct client_complaints_view view = { .person = web_number(&request->parts, "person"),
		                               .may_record =
		                                       web_may_bring(request, &complaint_received_kind) };
	struct identity client = { 0 };
	struct records lines = { 0 };
	struct fault fault = { 0 };
	enum status status = vault_identity(journal, view.person, &client, &fault);

	(void)context;
	if (status == OK)
		status = complaints_of(journal, view.person, web_on(request), &lines, &fault);
	if (!web_ok(request, response, status, &fault))
		return;
	view.complaints = records_new(&complaint_view_record, lines.count, request->arena);
	for (size_t i = 0; i < lines.count; i++)
		((struct complaint_view *)view.complaints.items)[i] =
			show_complaint(request, &((const struct complaint_line *)lines.items)[i]);
	view.frame = web_client_frame(request, view.person, identity_name(&client, request->arena),
	                              web_words(request, WORDS("Klachten")));
	web_note_read(request, response, view.person, "complaints");
	web_page(request, response, "safety/client_complaints.html", &view);
}
