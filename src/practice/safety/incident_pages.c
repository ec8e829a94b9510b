/* SPDX-License-Identifier: EUPL-1.2 */
/* Incidents on screen, with the two clocks and who must hear of them. */
#include <assert.h>
#include <string.h>

#include "common/access/web.h"
#include "platform/base/words.h"
#include "practice/safety/incident.h"
#include "practice/safety/safety_pages.h"

struct telling_view {
	const char *who, *label;
	struct date told_on;
	bool is_late, may_tell;
};
static const struct field telling_view_fields[] = {
	FIELD(struct telling_view, who),      FIELD(struct telling_view, label),
	FIELD(struct telling_view, told_on),  FIELD(struct telling_view, is_late),
	FIELD(struct telling_view, may_tell),
};
static const struct record telling_view_record =
	RECORD(struct telling_view, "telling_view", telling_view_fields);

struct incident_view {
	int64_t incident, person;
	const char *party, *sort, *words, *outcome, *measures;
	struct date happened_on, known_on, notice_due_on, inquiry_due_on, concluded_on;
	bool is_late, may_conclude;
	struct records tellings;
};
static const struct field incident_view_fields[] = {
	FIELD(struct incident_view, incident),
	FIELD(struct incident_view, person),
	FIELD(struct incident_view, party),
	FIELD(struct incident_view, sort),
	FIELD(struct incident_view, words, .max_chars = 4000),
	FIELD(struct incident_view, outcome),
	FIELD(struct incident_view, measures, .max_chars = 4000),
	FIELD(struct incident_view, happened_on),
	FIELD(struct incident_view, known_on),
	FIELD(struct incident_view, notice_due_on),
	FIELD(struct incident_view, inquiry_due_on),
	FIELD(struct incident_view, concluded_on),
	FIELD(struct incident_view, is_late),
	FIELD(struct incident_view, may_conclude),
	FIELD(struct incident_view, tellings, .of = &telling_view_record),
};
static const struct record incident_view_record =
	RECORD(struct incident_view, "incident_view", incident_view_fields);

struct incidents_view {
	struct page_frame frame;
	struct records tabs, incidents;
	const char *next;
};
static const struct field incidents_view_fields[] = {
	FIELD_INSIDE(struct incidents_view, frame, &page_frame_record),
	FIELD(struct incidents_view, tabs, .of = &page_tab_record),
	FIELD(struct incidents_view, incidents, .of = &incident_view_record),
	FIELD(struct incidents_view, next),
};
const struct record incidents_view_record =
	RECORD(struct incidents_view, "incidents_view", incidents_view_fields);

static enum status show_tellings(struct http_request *request, struct incident_view *view,
                                 struct fault *fault)
{
	struct records tellings = { 0 };
	const struct incident_telling *items;
	enum status status = incident_tellings(&web_visitor(request)->journal, view->incident,
	                                       web_on(request), &tellings, fault);

	items = tellings.items;
	view->tellings = records_new(&telling_view_record, tellings.count, request->arena);
	assert(view->tellings.items != NULL || tellings.count == 0);
	for (size_t i = 0; status == OK && i < tellings.count; i++) {
		bool is_told = date_is(items[i].told_on);
		bool is_supervisor = strcmp(items[i].who, INCIDENT_SUPERVISOR) == 0;
		struct date told_by = is_told ? items[i].told_on : web_on(request);

		((struct telling_view *)view->tellings.items)[i] = (struct telling_view){
			.who = items[i].who,
			.label = is_supervisor ? web_words(request, WORDS("de toezichthouder"))
			                       : web_organisation(request, items[i].who),
			.told_on = items[i].told_on,
			.is_late = date_before(view->notice_due_on, told_by),
			.may_tell = !is_told && web_may_bring(request, &incident_told_kind),
		};
	}
	return status;
}

static enum status show_incident(struct http_request *request, const struct incident_line *line,
                                 struct incident_view *view, struct fault *fault)
{
	bool is_concluded = date_is(line->concluded_on);

	*view = (struct incident_view){
		.incident = line->incident,
		.person = line->person,
		.party = line->party[0] == '\0' ? "" : web_organisation(request, line->party),
		.sort = web_words(request, choice_label(incident_sorts, line->sort)),
		.words = line->words,
		.outcome = is_concluded ? web_words(request, choice_label(incident_outcomes, line->outcome))
		                        : "",
		.measures = line->measures,
		.happened_on = line->happened_on,
		.known_on = line->known_on,
		.notice_due_on = line->notice_due_on,
		.inquiry_due_on = line->inquiry_due_on,
		.concluded_on = line->concluded_on,
		.is_late = !is_concluded && date_before(line->inquiry_due_on, web_on(request)),
		.may_conclude = !is_concluded && web_may_bring(request, &incident_concluded_kind),
	};
	return show_tellings(request, view, fault);
}

static enum status show_list(struct http_request *request, const struct incidents_asked *asked,
                             struct incidents_view *view, struct fault *fault)
{
	struct journal *journal = &web_visitor(request)->journal;
	struct records lines = { 0 };
	const struct incident_line *items;
	enum status status = incidents_in_state(journal, asked, &lines, fault);

	items = lines.items;
	view->incidents = records_new(&incident_view_record, lines.count, request->arena);
	for (size_t i = 0; status == OK && i < lines.count; i++)
		status = show_incident(request, &items[i],
		                       &((struct incident_view *)view->incidents.items)[i], fault);
	if (lines.count == INCIDENTS_ON_A_PAGE)
		view->next = arena_print(request->arena, "/incidents?state=%s&before=%lld", asked->state,
		                         (long long)items[lines.count - 1].incident);
	view->tabs = records_new(&page_tab_record, 2, request->arena);
	for (size_t i = 0; status == OK && i < view->tabs.count; i++) {
		struct incidents_asked of_state = *asked;
		struct page_tab *tab = &((struct page_tab *)view->tabs.items)[i];

		of_state.state = incident_states[i].code;
		*tab = (struct page_tab){ .address = arena_print(request->arena, "/incidents?state=%s",
			                                         of_state.state),
			                  .label = web_words(request, incident_states[i].label),
			                  .is_current = strcmp(of_state.state, asked->state) == 0 };
		status = incidents_count(journal, &of_state, &tab->count, fault);
	}
	return status;
}

void incidents_page(struct http_request *request, struct http_response *response, void *context)
{
	const char *state = pairs_get(&request->query, "state");
	struct incidents_view view = { .frame = web_frame(request, web_words(request, WORDS("Voorvallen"))),
		                       .next = "" };
	const struct incidents_asked asked = {
		.state = state != NULL && strcmp(state, incident_states[1].code) == 0
		                 ? incident_states[1].code
		                 : incident_states[0].code,
		.party = web_visitor(request)->session.account.party,
		.on = web_on(request),
		.before = web_number(&request->query, "before"),
	};
	struct fault fault = { 0 };

	(void)context;
	if (!web_ok(request, response, show_list(request, &asked, &view, &fault), &fault))
		return;
	web_note_read(request, response, 0, "incidents");
	web_page(request, response, "safety/incidents.html", &view);
}
