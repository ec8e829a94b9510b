/* SPDX-License-Identifier: EUPL-1.2 */
/* A plan as JSON and as words. */
#include <inttypes.h>

#include "contract/tender/plan.h"
#include "platform/base/words.h"
#include "platform/record/json.h"

static void why_to_json(const struct plan_view *view, struct json *json)
{
	json_key(json, "why");
	json_array_begin(json);
	for (size_t i = 0; i < view->answer->why.count; i++)
		json_text(json, view->answer->why.items[i]);
	json_array_end(json);
}

static void area_to_json(const struct plan_view *view, size_t area, struct json *json)
{
	const struct area_bids *bids = view->question->bids;

	json_object_begin(json);
	json_key(json, "area");
	json_text(json, bids->areas.items[area]);
	json_key(json, "parties");
	json_array_begin(json);
	for (size_t i = 0; i < bids->count; i++)
		if (bids->items[i].area == area && view->answer->plan.is_chosen[i])
			json_text(json, bids->bidders.items[bids->items[i].bidder]);
	json_array_end(json);
	json_object_end(json);
}

static void found_to_json(const struct plan_view *view, struct json *json)
{
	const struct plan *plan = &view->answer->plan;
	char words[DECIMAL_TEXT_SIZE];

	json_key(json, "plan");
	json_array_begin(json);
	for (size_t i = 0; i < view->question->bids->areas.count; i++)
		area_to_json(view, i, json);
	json_array_end(json);
	json_key(json, "value");
	json_decimal(json, decimal_print(plan->value, words));
	json_key(json, "optimal");
	json_flag(json, plan->is_optimal);
	json_key(json, "gap");
	json_decimal(json, decimal_print((struct decimal){ plan->gap_millis * (DECIMAL_ONE / 1000) }, words));
	json_key(json, "concentration");
	json_number(json, view->answer->concentration);
}

void plan_to_json(const struct plan_view *view, struct text *out)
{
	struct json json = { .out = out };

	json_object_begin(&json);
	if (view->answer->end == PLAN_FOUND) {
		found_to_json(view, &json);
	} else {
		json_key(&json, view->answer->end == PLAN_NONE ? "infeasible" : "undecided");
		json_flag(&json, true);
	}
	why_to_json(view, &json);
	json_object_end(&json);
}

static void area_to_words(const struct plan_view *view, size_t area, struct text *out)
{
	const struct area_bids *bids = view->question->bids;
	const char *between = "";

	text_print(out, "%s: ", bids->areas.items[area]);
	for (size_t i = 0; i < bids->count; i++)
		if (bids->items[i].area == area && view->answer->plan.is_chosen[i]) {
			text_print(out, "%s%s", between, bids->bidders.items[bids->items[i].bidder]);
			between = ", ";
		}
	text_add(out, "\n");
}

void plan_to_words(const struct plan_view *view, struct text *out)
{
	const struct plan *plan = &view->answer->plan;
	char value[DECIMAL_TEXT_SIZE], gap[DECIMAL_TEXT_SIZE];

	if (view->answer->end == PLAN_FOUND) {
		for (size_t i = 0; i < view->question->bids->areas.count; i++)
			area_to_words(view, i, out);
		text_print(out,
		           plan->is_optimal
		                   ? words_in(view->language, WORDS("Samen %s; meer kan niet."))
		                   : words_in(view->language,
		                              WORDS("Samen %s; dat meer niet kan, is niet bewezen.")),
		           decimal_words(plan->value, view->language, value));
		if (plan->gap_millis > 0)
			text_print(out, words_in(view->language, WORDS(" Ten hoogste %s procent meer.")),
			           decimal_words((struct decimal){ plan->gap_millis * (DECIMAL_ONE / 10) },
			                         view->language, gap));
		text_print(
			out,
			words_in(view->language, WORDS(" De concentratie is %" PRId64 " (van 0 tot 10000).")),
			view->answer->concentration);
		text_add(out, "\n");
	}
	for (size_t i = 0; i < view->answer->why.count; i++)
		text_print(out, "%s\n", view->answer->why.items[i]);
}
