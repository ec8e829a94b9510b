/* SPDX-License-Identifier: EUPL-1.2 */
/* The trail of a programme: what was chosen among what, what was said in talks, and where each point landed.
 */
#include <string.h>

#include "platform/base/words.h"
#include "policy/programme/choose.h"
#include "policy/programme/finish.h"
#include "policy/programme/need.h"
#include "policy/programme/programme_pages.h"
#include "policy/programme/programme_view.h"
#include "policy/programme/talk.h"

/* --- choices --- */

/* Something that could be chosen, with what its way of buying means. */
struct alternative_line {
	const char *what, *in_favour, *against, *form, *selects, *joins;
	int64_t parties;
	bool is_chosen;
};
static const struct field alternative_fields[] = {
	FIELD(struct alternative_line, what),
	FIELD(struct alternative_line, in_favour, .max_chars = 2000),
	FIELD(struct alternative_line, against, .max_chars = 2000),
	FIELD(struct alternative_line, form),
	FIELD(struct alternative_line, selects),
	FIELD(struct alternative_line, joins),
	FIELD(struct alternative_line, parties),
	FIELD(struct alternative_line, is_chosen),
};
static const struct record alternative_record =
	RECORD(struct alternative_line, "alternative_line", alternative_fields);

struct choice_line {
	struct programme_choice kept;
	struct records alternatives;
	bool has_forms; /* it is about ways of buying */
};
static const struct field choice_fields[] = {
	FIELD_INSIDE(struct choice_line, kept, &programme_choice_record),
	FIELD(struct choice_line, alternatives, .of = &alternative_record),
	FIELD(struct choice_line, has_forms),
};
static const struct record choice_record = RECORD(struct choice_line, "choice_line", choice_fields);

struct choices_view {
	struct page_frame frame;
	const char *choose, *wish;
	struct records choices, wishes;
	struct programme_ended ending;
	int64_t unfit;
	bool has_ended;
};
static const struct field choices_fields[] = {
	FIELD_INSIDE(struct choices_view, frame, &page_frame_record),
	FIELD(struct choices_view, choose),
	FIELD(struct choices_view, wish),
	FIELD(struct choices_view, choices, .of = &choice_record),
	FIELD(struct choices_view, wishes, .of = &programme_wish_record),
	FIELD_INSIDE(struct choices_view, ending, &programme_ending_record),
	FIELD(struct choices_view, unfit),
	FIELD(struct choices_view, has_ended),
};
const struct record choices_view_record = RECORD(struct choices_view, "choices_view", choices_fields);

static void show_alternatives(const struct http_request *request, const struct records *all,
                              struct choice_line *line)
{
	const struct choice_alternative *alternative = all->items;
	struct alternative_line *lines;

	line->alternatives = records_new(&alternative_record, all->count, request->arena);
	lines = line->alternatives.items;
	line->alternatives.count = 0;
	for (size_t i = 0; i < all->count; i++) {
		const struct programme_form *form = programme_form_of(alternative[i].form);

		if (alternative[i].choice != line->kept.choice)
			continue;
		line->has_forms = line->has_forms || form != NULL;
		lines[line->alternatives.count++] = (struct alternative_line){
			.what = alternative[i].what,
			.in_favour = alternative[i].in_favour,
			.against = alternative[i].against,
			.form = form == NULL ? ""
			                     : web_words(request, choice_label(programme_forms, form->code)),
			.selects = form == NULL ? "" : web_words(request, form->selects),
			.joins = form == NULL ? "" : web_words(request, form->joins),
			.parties = alternative[i].parties,
			.is_chosen = strcmp(alternative[i].what, line->kept.chosen) == 0,
		};
	}
}

static enum status show_choices(const struct http_request *request, const struct programme_shown *shown,
                                struct choices_view *view, struct fault *fault)
{
	struct journal *journal = &web_visitor(request)->journal;
	struct records kept = { 0 }, alternatives = { 0 };
	enum status status = programme_choices(journal, &shown->asked, &kept, &alternatives, fault);

	if (status == OK)
		status = programme_wishes(journal, &shown->asked, &view->wishes, fault);
	view->choices = records_new(&choice_record, kept.count, request->arena);
	for (size_t i = 0; status == OK && i < kept.count; i++) {
		struct choice_line *line = &((struct choice_line *)view->choices.items)[i];

		line->kept = ((const struct programme_choice *)kept.items)[i];
		show_alternatives(request, &alternatives, line);
	}
	for (size_t i = 0; status == OK && i < view->wishes.count; i++)
		view->unfit += strcmp(((const struct wish_tested *)view->wishes.items)[i].fits, "yes") != 0;
	if (status != OK)
		return status;
	status = programme_ending(journal, &shown->asked, &view->ending, fault);
	view->has_ended = status == OK;
	return status == NOT_FOUND ? OK : status;
}

void choices_page(struct http_request *request, struct http_response *response, void *context)
{
	struct programme_shown shown;
	struct choices_view view = { 0 };
	struct fault fault = { 0 };

	(void)context;
	if (!programme_look(request, response, &shown) ||
	    !web_ok(request, response, show_choices(request, &shown, &view, &fault), &fault))
		return;
	view.frame = programme_frame(request, &shown, web_words(request, WORDS("Keuzes")));
	view.choose = programme_form(request, &shown, &choice_made_kind);
	view.wish = programme_form(request, &shown, &wish_tested_kind);
	web_page(request, response, "programme/choices.html", &view);
}

/* --- talks --- */

struct meeting_line {
	struct programme_meeting kept;
	struct records guests, points;
	const char *tell;
};
static const struct field meeting_fields[] = {
	FIELD_INSIDE(struct meeting_line, kept, &programme_meeting_record),
	FIELD(struct meeting_line, guests, .of = &programme_guest_record),
	FIELD(struct meeting_line, points, .of = &programme_point_record),
	FIELD(struct meeting_line, tell),
};
static const struct record meeting_record = RECORD(struct meeting_line, "meeting_line", meeting_fields);

struct talks_view {
	struct page_frame frame;
	const char *plan, *tell, *map;
	struct records meetings, interests;
	int64_t points, about_content, about_money, early; /* early: money before its stage */
};
static const struct field talks_fields[] = {
	FIELD_INSIDE(struct talks_view, frame, &page_frame_record),
	FIELD(struct talks_view, plan),
	FIELD(struct talks_view, tell),
	FIELD(struct talks_view, map),
	FIELD(struct talks_view, meetings, .of = &meeting_record),
	FIELD(struct talks_view, interests, .of = &programme_interest_record),
	FIELD(struct talks_view, points),
	FIELD(struct talks_view, about_content),
	FIELD(struct talks_view, about_money),
	FIELD(struct talks_view, early),
};
const struct record talks_view_record = RECORD(struct talks_view, "talks_view", talks_fields);

static void show_guests(const struct http_request *request, const struct records *all,
                        struct meeting_line *line)
{
	const struct talk_guest *guest = all->items;

	line->guests = records_new(&programme_guest_record, all->count, request->arena);
	line->guests.count = 0;
	for (size_t i = 0; line->kept.is_held && i < all->count; i++)
		if (guest[i].meeting == line->kept.meeting)
			((struct talk_guest *)line->guests.items)[line->guests.count++] = guest[i];
}

/* What was said, counted by what it was about; money is early before its stage opened. */
static void show_points(const struct http_request *request, const struct programme_now *now,
                        const struct records *all, struct meeting_line *line, struct talks_view *view)
{
	const struct talk_point *point = all->items;
	bool is_early = !now->is_finance_open || date_before(line->kept.held_on, now->finance_opened_on);

	line->points = records_new(&programme_point_record, all->count, request->arena);
	line->points.count = 0;
	for (size_t i = 0; line->kept.is_held && i < all->count; i++) {
		bool is_money = strcmp(point[i].about, "money") == 0;

		if (point[i].meeting != line->kept.meeting)
			continue;
		((struct talk_point *)line->points.items)[line->points.count++] = point[i];
		view->points++;
		view->about_money += is_money;
		view->about_content += !is_money;
		view->early += is_money && is_early;
	}
}

static enum status show_talks(const struct http_request *request, const struct programme_shown *shown,
                              struct talks_view *view, struct fault *fault)
{
	struct programme_talks talks = { 0 };
	enum status status = programme_talks(&web_visitor(request)->journal, &shown->asked, &talks, fault);

	view->tell = programme_form(request, shown, &consultation_held_kind);
	view->interests = talks.interests;
	view->meetings = records_new(&meeting_record, talks.meetings.count, request->arena);
	for (size_t i = 0; status == OK && i < talks.meetings.count; i++) {
		struct meeting_line *line = &((struct meeting_line *)view->meetings.items)[i];

		line->kept = ((const struct programme_meeting *)talks.meetings.items)[i];
		line->tell = line->kept.is_held || view->tell[0] == '\0'
		                     ? ""
		                     : arena_print(request->arena, "%s&consultation=%lld", view->tell,
		                                   (long long)line->kept.meeting);
		show_guests(request, &talks.guests, line);
		show_points(request, &shown->now, &talks.points, line, view);
	}
	return status;
}

void talks_page(struct http_request *request, struct http_response *response, void *context)
{
	struct programme_shown shown;
	struct talks_view view = { 0 };
	struct fault fault = { 0 };

	(void)context;
	if (!programme_look(request, response, &shown) ||
	    !web_ok(request, response, show_talks(request, &shown, &view, &fault), &fault))
		return;
	view.frame = programme_frame(request, &shown, web_words(request, WORDS("Gesprekken")));
	view.plan = programme_form(request, &shown, &consultation_planned_kind);
	view.map = programme_form(request, &shown, &interest_mapped_kind);
	web_page(request, response, "programme/talks.html", &view);
}

/* --- needs --- */

struct need_line {
	struct programme_need kept;
	const char *land;
	bool has_landed, is_waiting;
};
static const struct field need_fields[] = {
	FIELD_INSIDE(struct need_line, kept, &programme_need_record),
	FIELD(struct need_line, land),
	FIELD(struct need_line, has_landed),
	FIELD(struct need_line, is_waiting),
};
static const struct record need_record = RECORD(struct need_line, "need_line", need_fields);

struct needs_view {
	struct page_frame frame;
	const char *note;
	struct records needs;
	int64_t landed, waiting;
};
static const struct field needs_fields[] = {
	FIELD_INSIDE(struct needs_view, frame, &page_frame_record),
	FIELD(struct needs_view, note),
	FIELD(struct needs_view, needs, .of = &need_record),
	FIELD(struct needs_view, landed),
	FIELD(struct needs_view, waiting),
};
const struct record needs_view_record = RECORD(struct needs_view, "needs_view", needs_fields);

static enum status show_needs(const struct http_request *request, const struct programme_shown *shown,
                              struct needs_view *view, struct fault *fault)
{
	const char *land = programme_form(request, shown, &need_landed_kind);
	struct records kept = { 0 };
	enum status status = programme_needs(&web_visitor(request)->journal, &shown->asked, &kept, fault);

	view->needs = records_new(&need_record, kept.count, request->arena);
	for (size_t i = 0; status == OK && i < kept.count; i++) {
		struct need_line *line = &((struct need_line *)view->needs.items)[i];

		line->kept = ((const struct programme_need *)kept.items)[i];
		line->land = land[0] == '\0' ? ""
		                             : arena_print(request->arena, "%s&need=%lld", land,
		                                           (long long)line->kept.need);
		line->is_waiting = !has_words(line->kept.outcome);
		line->has_landed = strcmp(line->kept.outcome, "landed") == 0;
		view->waiting += line->is_waiting;
		view->landed += line->has_landed || strcmp(line->kept.outcome, "partly") == 0;
	}
	return status;
}

void needs_page(struct http_request *request, struct http_response *response, void *context)
{
	struct programme_shown shown;
	struct needs_view view = { 0 };
	struct fault fault = { 0 };

	(void)context;
	if (!programme_look(request, response, &shown) ||
	    !web_ok(request, response, show_needs(request, &shown, &view, &fault), &fault))
		return;
	view.frame = programme_frame(request, &shown, web_words(request, WORDS("Wat is er nodig?")));
	view.note = has_words(shown.group) || shown.is_worker
	                    ? programme_form(request, &shown, &need_noted_kind)
	                    : "";
	web_page(request, response, "programme/needs.html", &view);
}
