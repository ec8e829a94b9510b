/* SPDX-License-Identifier: EUPL-1.2 */
/* One meeting: who was called, what is on the agenda, and what came of it. */
#include <string.h>

#include "contract/agreement/agreement_view.h"
#include "contract/agreement/meeting_pages.h"
#include "contract/agreement/meeting_store.h"
#include "platform/base/words.h"

struct meeting_view {
	struct page_frame frame;
	struct meeting_kept kept;
	const char *party, *with_whom, *called_by, *at_table;
	struct records agenda, outcomes, guests, acts;
	bool is_held, is_dropped, is_late;
};
static const struct field view_fields[] = {
	FIELD_INSIDE(struct meeting_view, frame, &page_frame_record),
	FIELD_INSIDE(struct meeting_view, kept, &meeting_kept_record),
	FIELD(struct meeting_view, party),
	FIELD(struct meeting_view, with_whom),
	FIELD(struct meeting_view, called_by),
	FIELD(struct meeting_view, at_table, .max_chars = 1000),
	FIELD(struct meeting_view, agenda, .of = &meeting_point_record),
	FIELD(struct meeting_view, outcomes, .of = &meeting_point_record),
	FIELD(struct meeting_view, guests, .of = &meeting_guest_record),
	FIELD(struct meeting_view, acts, .of = &page_link_record),
	FIELD(struct meeting_view, is_held),
	FIELD(struct meeting_view, is_dropped),
	FIELD(struct meeting_view, is_late),
};
const struct record meeting_view_record = RECORD(struct meeting_view, "meeting_view", view_fields);

/* "WIJdezorg, Thuiszorg IZO, Axxicom": who is called; the municipality where it is with it. */
static const char *table_words(const struct http_request *request, const struct meeting_kept *kept)
{
	struct texts table = meeting_table(&web_visitor(request)->journal, kept->party, kept->planned_on);
	const char *words = strcmp(kept->with_whom, MEETING_WITH_MUNICIPALITY) == 0
	                            ? web_words(request, WORDS("de gemeente"))
	                            : "";

	for (size_t i = 0; i < table.count; i++)
		words = arena_print(request->arena, "%s%s%s", words, words[0] == '\0' ? "" : ", ",
		                    web_organisation(request, table.items[i]));
	return words;
}

static struct records of_sort(const struct http_request *request, const struct records *points,
                              const char *sort)
{
	const struct meeting_point *from = points->items;
	struct records found = records_new(&meeting_point_record, points->count, request->arena);
	struct meeting_point *put = found.items;

	found.count = 0;
	for (size_t i = 0; i < points->count; i++) {
		if (strcmp(from[i].sort, sort) != 0)
			continue;
		put[found.count] = from[i];
		if (strcmp(sort, MEETING_AGENDA) == 0 && has_words(from[i].who))
			put[found.count].who = web_organisation(request, from[i].who);
		found.count++;
	}
	return found;
}

static void add_act(const struct http_request *request, const struct journal_kind *kind,
                    struct meeting_view *view)
{
	if (web_may_bring(request, kind))
		((struct page_link *)view->acts.items)[view->acts.count++] = (struct page_link){
			.address = arena_print(request->arena, "/facts/%s?meeting=%lld", kind->name,
			                       (long long)view->kept.meeting),
			.label = web_words(request, kind->title),
		};
}

#define ACTS 3

static void show_acts(const struct http_request *request, const struct meeting_stand *stand,
                      struct meeting_view *view)
{
	view->acts = records_new(&page_link_record, ACTS, request->arena);
	view->acts.count = 0;
	if (stand->is_settled)
		return;
	if (stand->may_lead)
		add_act(request, &meeting_minuted_kind, view);
	add_act(request, &meeting_item_added_kind, view);
	if (stand->may_lead)
		add_act(request, &meeting_dropped_kind, view);
}

static enum status fill(const struct http_request *request, struct meeting_view *view, struct fault *fault)
{
	struct journal *journal = &web_visitor(request)->journal;
	struct records points = { 0 };
	enum status status = meeting_points(journal, view->kept.meeting, web_on(request), &points, fault);

	view->is_held = date_is(view->kept.held_on) && !date_before(web_on(request), view->kept.held_on);
	view->is_dropped =
		date_is(view->kept.dropped_on) && !date_before(web_on(request), view->kept.dropped_on);
	view->is_late =
		!view->is_held && !view->is_dropped && date_before(view->kept.planned_on, web_on(request));
	view->agenda = of_sort(request, &points, MEETING_AGENDA);
	view->outcomes = of_sort(request, &points, MEETING_OUTCOME);
	view->party = web_organisation(request, view->kept.party);
	view->with_whom = web_words(request, choice_label(meeting_withs, view->kept.with_whom));
	view->called_by = web_organisation(request, view->kept.called_by);
	view->at_table = table_words(request, &view->kept);
	return status == OK && view->is_held
	               ? meeting_guests(journal, view->kept.meeting, &view->guests, fault)
	               : status;
}

void meeting_page(struct http_request *request, struct http_response *response, void *context)
{
	struct journal *journal = &web_visitor(request)->journal;
	struct meeting_view view = { 0 };
	struct meeting_stand stand;
	struct fault fault = { 0 };
	enum status status =
		meeting_find(journal, web_number(&request->parts, "meeting"), &view.kept, &fault);

	(void)context;
	if (!web_ok(request, response, status, &fault))
		return;
	stand = meeting_stand_of(journal, &view.kept);
	if (!stand.is_ours || date_before(web_on(request), view.kept.called_on)) {
		web_problem(request, response, 404);
		return;
	}
	view.frame = web_frame(request, view.kept.subject);
	web_breadcrumb(&view.frame, "/meetings", web_words(request, WORDS("Overleg")), request->arena);
	web_breadcrumb(&view.frame, NULL, view.kept.subject, request->arena);
	if (!web_ok(request, response, fill(request, &view, &fault), &fault))
		return;
	show_acts(request, &stand, &view);
	agreement_say_done(request, &view.frame);
	web_note_read(request, response, 0, "meeting");
	web_page(request, response, "agreement/meeting.html", &view);
}
