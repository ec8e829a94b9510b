/* SPDX-License-Identifier: EUPL-1.2 */
/* The penalty in the file of a late decision: the only page of practice that shows it in money. */
#include "common/access/web.h"
#include "platform/base/words.h"
#include "practice/term/penalty.h"
#include "practice/term/term_keep.h"
#include "practice/term/term_pages.h"

struct part_view {
	int64_t days;
	const char *per_day, *sum, *source;
};
static const struct field part_view_fields[] = {
	FIELD(struct part_view, days),
	FIELD(struct part_view, per_day),
	FIELD(struct part_view, sum),
	FIELD(struct part_view, source),
};
static const struct record part_view_record = RECORD(struct part_view, "part_view", part_view_fields);

struct penalty_view {
	struct page_frame frame;
	int64_t person, about, days;
	const char *name, *total, *set_address;
	struct date two_weeks_until, decided_on, set_on;
	struct records parts;
};
static const struct field penalty_view_fields[] = {
	FIELD_INSIDE(struct penalty_view, frame, &page_frame_record),
	FIELD(struct penalty_view, person),
	FIELD(struct penalty_view, about),
	FIELD(struct penalty_view, days, .flags = FIELD_ZERO_IS_SET),
	FIELD(struct penalty_view, name),
	FIELD(struct penalty_view, total),
	FIELD(struct penalty_view, set_address),
	FIELD(struct penalty_view, two_weeks_until),
	FIELD(struct penalty_view, decided_on),
	FIELD(struct penalty_view, set_on),
	FIELD(struct penalty_view, parts, .of = &part_view_record),
};
const struct record penalty_view_record = RECORD(struct penalty_view, "penalty_view", penalty_view_fields);

static void show_sum(const struct http_request *request, const struct penalty_sum *sum,
                     struct penalty_view *view)
{
	struct arena *arena = request->arena;

	view->days = sum->days;
	view->total = resident_amount_figures(sum->total, arena);
	view->parts = records_new(&part_view_record, sum->parts_count, arena);
	for (size_t i = 0; i < sum->parts_count; i++)
		((struct part_view *)view->parts.items)[i] =
			(struct part_view){ .days = sum->parts[i].days,
			                    .per_day = resident_amount_figures(sum->parts[i].per_day, arena),
			                    .sum = resident_amount_figures(sum->parts[i].sum, arena),
			                    .source = sum->parts[i].source };
}

/* What is due by the day that the page shows, and whether it was set. */
static enum status show_penalty(const struct http_request *request, const struct term_line *weeks,
                                struct penalty_view *view, struct fault *fault)
{
	struct journal *journal = &web_visitor(request)->journal;
	struct penalty_rates rates;
	struct penalty_kept kept = { 0 };
	struct penalty_sum sum;
	bool is_decided = date_is(weeks->closed_on) && !date_before(web_on(request), weeks->closed_on);
	struct date until = is_decided ? weeks->closed_on : web_on(request);
	enum status status = penalty_rates_here(request->arena, &rates, fault);

	if (status)
		return status;
	sum = penalty_count(&rates, weeks->due_on, penalty_days(weeks->due_on, until));
	show_sum(request, &sum, view);
	view->two_weeks_until = weeks->due_on;
	if (is_decided)
		view->decided_on = weeks->closed_on;
	status = penalty_of(journal, view->person, view->about, &kept, fault);
	if (status == OK && !date_before(web_on(request), kept.set_on))
		view->set_on = kept.set_on;
	else if (status == NOT_FOUND && view->days > 0 && web_is_today(request) &&
	         web_may_bring(request, &penalty_set_kind))
		view->set_address = arena_print(
			request->arena, "/facts/penalty_set?person=%lld&about=%lld&term=default-notice",
			(long long)view->person, (long long)view->about);
	return status == NOT_FOUND ? OK : status;
}

void penalty_page(struct http_request *request, struct http_response *response, void *context)
{
	struct web *web = context;
	struct journal *journal = &web_visitor(request)->journal;
	struct penalty_view view = { .person = web_number(&request->parts, "person"),
		                     .about = web_number(&request->parts, "fact"),
		                     .set_address = "" };
	const struct web_item about = { &penalty_view_record, &view };
	struct term_line weeks = { .person = view.person, .about = view.about, .term = "default-notice" };
	struct web_client client = { 0 };
	struct fault fault = { 0 };
	enum status status = web->whose(journal, &about, &client, &fault);

	if (status == OK)
		status = term_find(journal, &weeks, &weeks, &fault);
	if (status == OK)
		status = show_penalty(request, &weeks, &view, &fault);
	if (!web_ok(request, response, status, &fault))
		return;
	view.name = client.name;
	view.frame =
		web_client_frame(request, view.person, client.name, web_words(request, WORDS("Dwangsom")));
	web_note_read(request, response, view.person, "penalty");
	web_page(request, response, "term/penalty.html", &view);
}
