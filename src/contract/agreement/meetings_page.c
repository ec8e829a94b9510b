/* SPDX-License-Identifier: EUPL-1.2 */
/* Which meetings there are: coming, held, and of which party there is none. */
#include <string.h>

#include "common/scheme/chain.h"
#include "contract/agreement/agreement_view.h"
#include "contract/agreement/meeting_pages.h"
#include "contract/agreement/meeting_store.h"
#include "contract/agreement/standing_store.h"
#include "platform/base/words.h"

/* A meeting in a list. */
struct meeting_line {
	int64_t meeting;
	const char *subject, *party, *with_whom, *at, *place;
	struct date planned_on, held_on;
	bool is_dropped, is_late; /* its day is over and nobody said how it was */
};
static const struct field line_fields[] = {
	FIELD(struct meeting_line, meeting),    FIELD(struct meeting_line, subject),
	FIELD(struct meeting_line, party),      FIELD(struct meeting_line, with_whom),
	FIELD(struct meeting_line, at),         FIELD(struct meeting_line, place),
	FIELD(struct meeting_line, planned_on), FIELD(struct meeting_line, held_on),
	FIELD(struct meeting_line, is_dropped), FIELD(struct meeting_line, is_late),
};
static const struct record line_record = RECORD(struct meeting_line, "meeting_line", line_fields);

/* A contract party, with when it was last spoken to. */
struct meeting_party {
	const char *label, *address;
	struct date last, next;
};
static const struct field party_fields[] = {
	FIELD(struct meeting_party, label),
	FIELD(struct meeting_party, address),
	FIELD(struct meeting_party, last),
	FIELD(struct meeting_party, next),
};
static const struct record party_record = RECORD(struct meeting_party, "meeting_party", party_fields);

/* What was talked about with the municipality, and how often. */
struct meeting_count {
	const char *about;
	int64_t times;
};
static const struct field count_fields[] = {
	FIELD(struct meeting_count, about, .choices = meeting_abouts),
	FIELD(struct meeting_count, times, .flags = FIELD_ZERO_IS_SET),
};
static const struct record count_record = RECORD(struct meeting_count, "meeting_count", count_fields);

struct meetings_view {
	struct page_frame frame;
	struct records acts, coming, held, passed_on, parties, counts;
	int64_t silent; /* of how many parties no talk was held or planned */
	bool is_municipality;
};
static const struct field view_fields[] = {
	FIELD_INSIDE(struct meetings_view, frame, &page_frame_record),
	FIELD(struct meetings_view, acts, .of = &page_link_record),
	FIELD(struct meetings_view, coming, .of = &line_record),
	FIELD(struct meetings_view, held, .of = &line_record),
	FIELD(struct meetings_view, passed_on, .of = &meeting_point_record),
	FIELD(struct meetings_view, parties, .of = &party_record),
	FIELD(struct meetings_view, counts, .of = &count_record),
	FIELD(struct meetings_view, silent),
	FIELD(struct meetings_view, is_municipality),
};
const struct record meetings_view_record = RECORD(struct meetings_view, "meetings_view", view_fields);

static struct meeting_line show_meeting(const struct http_request *request, const struct meeting_kept *from)
{
	return (struct meeting_line){
		.meeting = from->meeting,
		.subject = from->subject,
		.party = web_organisation(request, from->party),
		.with_whom = web_words(request, choice_label(meeting_withs, from->with_whom)),
		.at = from->planned_at,
		.place = from->place,
		.planned_on = from->planned_on,
		.held_on = from->held_on,
		.is_dropped = date_is(from->dropped_on),
		.is_late = !date_is(from->held_on) && !date_is(from->dropped_on) &&
		           date_before(from->planned_on, web_on(request)),
	};
}

/* What waits stands apart from what is over, the next first. */
static void show_meetings(const struct http_request *request, const struct records *meetings,
                          struct meetings_view *view)
{
	const struct meeting_kept *from = meetings->items;
	struct meeting_line *coming, *held;

	view->coming = records_new(&line_record, meetings->count, request->arena);
	view->held = records_new(&line_record, meetings->count, request->arena);
	view->coming.count = view->held.count = 0;
	coming = view->coming.items;
	held = view->held.items;
	for (size_t i = 0; i < meetings->count; i++)
		if (date_is(from[i].held_on) || date_is(from[i].dropped_on))
			held[view->held.count++] = show_meeting(request, &from[i]);
	for (size_t i = meetings->count; i-- > 0;)
		if (!date_is(from[i].held_on) && !date_is(from[i].dropped_on))
			coming[view->coming.count++] = show_meeting(request, &from[i]);
}

/* --- what may be called --- */

static void add_act(const struct http_request *request, const char *with, const char *party,
                    struct meetings_view *view)
{
	bool is_of_members = strcmp(with, MEETING_OF_MEMBERS) == 0;

	((struct page_link *)view->acts.items)[view->acts.count++] = (struct page_link){
		.address = arena_print(request->arena, "/facts/%s?with_whom=%s&party=%s",
		                       meeting_called_kind.name, with, party),
		.label = arena_print(
			request->arena,
			web_words(request, is_of_members ? WORDS("De leden bijeenroepen: %s")
		                                         : WORDS("Een gesprek met de gemeente plannen: %s")),
			web_organisation(request, party)),
	};
}

/* Of a combination that the visitor's party leads: what its members passed on waits for the municipality. */
static enum status show_own(const struct http_request *request, struct meetings_view *view,
                            struct fault *fault)
{
	struct journal *journal = &web_visitor(request)->journal;
	struct texts above = chain_above(journal->schemes, journal->register_id, journal->party,
	                                 web_on(request), request->arena);
	enum status status = OK;

	view->acts = records_new(&page_link_record, 2 * above.count + 1, request->arena);
	view->acts.count = 0;
	for (size_t i = 0; status == OK && i < above.count; i++) {
		const struct scheme_combination *combination = chain_combination(
			journal->schemes, journal->register_id, above.items[i], web_on(request));

		if (!chain_leads(journal->party, combination))
			continue;
		if (web_may_bring(request, &meeting_called_kind)) {
			add_act(request, MEETING_OF_MEMBERS, above.items[i], view);
			add_act(request, MEETING_WITH_MUNICIPALITY, above.items[i], view);
		}
		status = meeting_passed_on(journal, above.items[i], web_on(request), &view->passed_on, fault);
	}
	if (above.count == 1 && web_may_bring(request, &meeting_called_kind))
		add_act(request, MEETING_WITH_MUNICIPALITY, journal->party, view);
	return status;
}

/* --- for the municipality --- */

static struct meeting_party party_of(const struct http_request *request, const struct records *meetings,
                                     const char *party)
{
	const struct meeting_kept *meeting = meetings->items;
	struct meeting_party shown = { .label = web_organisation(request, party) };

	for (size_t i = 0; i < meetings->count; i++) { /* the last first */
		if (strcmp(meeting[i].party, party) != 0 || date_is(meeting[i].dropped_on))
			continue;
		if (date_is(meeting[i].held_on) && !date_is(shown.last))
			shown.last = meeting[i].held_on;
		if (!date_is(meeting[i].held_on) && !date_before(meeting[i].planned_on, web_on(request)))
			shown.next = meeting[i].planned_on;
	}
	if (web_may_bring(request, &meeting_called_kind))
		shown.address = arena_print(request->arena, "/facts/%s?with_whom=%s&party=%s",
		                            meeting_called_kind.name, MEETING_WITH_MUNICIPALITY, party);
	return shown;
}

static bool is_shown_already(const struct meetings_view *view, const char *label)
{
	const struct meeting_party *party = view->parties.items;

	for (size_t i = 0; i < view->parties.count; i++)
		if (strcmp(party[i].label, label) == 0)
			return true;
	return false;
}

/* The contract parties of an agreement, behind those that are there. */
static void add_parties(const struct http_request *request, const struct records *meetings,
                        const struct texts *holders, struct meetings_view *view)
{
	struct records more =
		records_new(&party_record, view->parties.count + holders->count, request->arena);

	if (view->parties.count > 0)
		memcpy(more.items, view->parties.items, view->parties.count * sizeof(struct meeting_party));
	more.count = view->parties.count;
	view->parties = more;
	for (size_t i = 0; i < holders->count; i++) {
		struct meeting_party shown = party_of(request, meetings, holders->items[i]);

		if (is_shown_already(view, shown.label))
			continue;
		((struct meeting_party *)view->parties.items)[view->parties.count++] = shown;
		view->silent += !date_is(shown.last) && !date_is(shown.next);
	}
}

static enum status show_parties_of(const struct http_request *request, const struct scheme_entry *entry,
                                   const struct records *meetings, struct meetings_view *view,
                                   struct fault *fault)
{
	struct standing standing;
	enum status status =
		standing_read(&web_visitor(request)->journal, entry, web_on(request), &standing, fault);

	for (size_t i = 0; status == OK && i < standing.scheme->agreements.count; i++) {
		struct texts holders;

		standing.agreement = &SCHEME_ITEMS(scheme_agreement, standing.scheme->agreements)[i];
		holders = standing_holders(&standing);
		add_parties(request, meetings, &holders, view);
	}
	return status;
}

/* What came of the talks, by what it was about: results, the vision, or money. */
static enum status count_points(const struct http_request *request, const struct records *meetings,
                                struct meetings_view *view, struct fault *fault)
{
	const struct meeting_kept *meeting = meetings->items;
	struct meeting_count *count;
	size_t abouts = 0;
	enum status status = OK;

	while (meeting_abouts[abouts].code != NULL)
		abouts++;
	view->counts = records_new(&count_record, abouts, request->arena);
	count = view->counts.items;
	for (size_t i = 0; i < abouts; i++)
		count[i].about = meeting_abouts[i].code;
	for (size_t i = 0; status == OK && i < meetings->count; i++) {
		struct records points = { 0 };
		const struct meeting_point *point;

		if (!date_is(meeting[i].held_on))
			continue;
		status = meeting_points(&web_visitor(request)->journal, meeting[i].meeting, web_on(request),
		                        &points, fault);
		point = points.items;
		for (size_t n = 0; status == OK && n < points.count; n++)
			for (size_t at = 0; at < abouts; at++)
				count[at].times += strcmp(point[n].about, count[at].about) == 0;
	}
	return status;
}

static enum status show_municipality(const struct http_request *request, const struct records *meetings,
                                     struct meetings_view *view, struct fault *fault)
{
	const struct journal *journal = &web_visitor(request)->journal;
	const struct scheme_entry *entry;
	enum status status = count_points(request, meetings, view, fault);

	view->is_municipality = true;
	for (size_t i = 0;
	     status == OK && (entry = scheme_book_nth(journal->schemes, journal->register_id, i)) != NULL;
	     i++)
		status = show_parties_of(request, entry, meetings, view, fault);
	return status;
}

void meetings_page(struct http_request *request, struct http_response *response, void *context)
{
	struct journal *journal = &web_visitor(request)->journal;
	struct meetings_view view = { .frame = web_frame(request, web_words(request, WORDS("Overleg"))) };
	struct records meetings = { 0 };
	struct fault fault = { 0 };
	enum status status = meetings_by(journal, web_on(request), &meetings, &fault);

	(void)context;
	if (status == OK)
		status = has_words(journal->party) ? show_own(request, &view, &fault)
		                                   : show_municipality(request, &meetings, &view, &fault);
	if (!web_ok(request, response, status, &fault))
		return;
	show_meetings(request, &meetings, &view);
	agreement_say_done(request, &view.frame);
	web_note_read(request, response, 0, "meetings");
	web_page(request, response, "agreement/meetings.html", &view);
}
