/* SPDX-License-Identifier: EUPL-1.2 */
#include "practice/care/evaluation_view.h"

#include <string.h>

#include "common/scheme/scheme_book.h"
#include "platform/base/words.h"
#include "practice/care/evaluation.h"
#include "practice/decision/decision.h"

/* A granted line with the days that are set for it. */
struct look_view {
	const char *product, *why;
	struct date evaluate_on, reassess_on;
	bool evaluate_is_late, reassess_is_late;
	const char *hold_address, *plan_address, *anew_address; /* "" for who may not */
};
static const struct field look_fields[] = {
	FIELD(struct look_view, product),          FIELD(struct look_view, why, .max_chars = 1000),
	FIELD(struct look_view, evaluate_on),      FIELD(struct look_view, reassess_on),
	FIELD(struct look_view, evaluate_is_late), FIELD(struct look_view, reassess_is_late),
	FIELD(struct look_view, hold_address),     FIELD(struct look_view, plan_address),
	FIELD(struct look_view, anew_address),
};
static const struct record look_record = RECORD(struct look_view, "look_view", look_fields);

static const struct field evaluations_view_fields[] = {
	FIELD(struct evaluations_view, looks, .of = &look_record),
	FIELD(struct evaluations_view, held, .of = &evaluation_line_record),
};
const struct record evaluations_view_record =
	RECORD(struct evaluations_view, "evaluations_view", evaluations_view_fields);

static const char *product_label(const struct http_request *request, const char *name)
{
	const struct journal *journal = &web_visitor(request)->journal;

	return scheme_book_product_label(journal->schemes, journal->register_id, name);
}

static const char *address_of(const struct http_request *request, const struct journal_kind *kind,
                              int64_t person, const struct granted_line *line)
{
	if (!web_may_bring(request, kind))
		return "";
	return arena_print(request->arena, "/facts/%s?person=%lld&decision=%lld&line=%lld", kind->name,
	                   (long long)person, (long long)line->decision, (long long)line->line);
}

static void add_days(const struct http_request *request, const struct granted_line *line,
                     const struct records *planned, struct look_view *look)
{
	const struct planned_line *days = planned->items;

	for (size_t i = 0; i < planned->count; i++) {
		bool is_late = date_before(days[i].due_on, web_on(request));

		if (days[i].decision != line->decision || days[i].line != line->line)
			continue;
		if (has_words(days[i].why))
			look->why = days[i].why;
		if (strcmp(days[i].sort, EVALUATION) == 0) {
			look->evaluate_on = days[i].due_on;
			look->evaluate_is_late = is_late;
		} else {
			look->reassess_on = days[i].due_on;
			look->reassess_is_late = is_late;
		}
	}
}

static struct look_view show_look(const struct http_request *request, int64_t person,
                                  const struct granted_line *line, const struct records *planned)
{
	struct look_view look = { .product = product_label(request, line->product),
		                  .why = "",
		                  .hold_address = address_of(request, &evaluation_held_kind, person, line),
		                  .plan_address = address_of(request, &evaluation_planned_kind, person, line),
		                  .anew_address = "" };

	add_days(request, line, planned, &look);
	if (date_is(look.reassess_on) && web_may(request, MAY_REPORT))
		look.anew_address =
			arena_print(request->arena, "/facts/report_received?person=%lld", (long long)person);
	return look;
}

enum status evaluations_show(const struct http_request *request, int64_t person,
                             struct evaluations_view *ret_view, struct fault *fault)
{
	struct journal *journal = &web_visitor(request)->journal;
	struct records granted = { 0 }, planned = { 0 };
	const struct granted_line *lines;
	struct evaluation_line *held;
	enum status status = decision_lines_of(journal, person, web_on(request), &granted, fault);

	if (status == OK)
		status = evaluations_planned(journal, person, &planned, fault);
	if (status == OK)
		status = evaluations_of(journal, person, web_on(request), &ret_view->held, fault);
	if (status)
		return status;
	lines = granted.items;
	ret_view->looks = records_new(&look_record, granted.count, request->arena);
	ret_view->looks.count = 0;
	for (size_t i = 0; i < granted.count; i++)
		if (date_before(web_on(request), lines[i].valid_until))
			((struct look_view *)ret_view->looks.items)[ret_view->looks.count++] =
				show_look(request, person, &lines[i], &planned);
	held = ret_view->held.items;
	for (size_t i = 0; i < ret_view->held.count; i++)
		held[i].product = product_label(request, held[i].product);
	return OK;
}
