/* SPDX-License-Identifier: EUPL-1.2 */
/* The steps of a what-if as JSON and as words. */
#include <inttypes.h>

#include "contract/tender/what_if.h"
#include "platform/base/words.h"
#include "platform/record/json.h"

static void names_to_json(struct json *json, const char *key, const bool *is_there, const struct names *names)
{
	json_key(json, key);
	json_array_begin(json);
	for (size_t i = 0; i < names->count; i++)
		if (is_there[i])
			json_text(json, names->items[i]);
	json_array_end(json);
}

static void step_to_json(const struct what_if_view *view, const struct what_if_step *step, struct json *json)
{
	char words[DECIMAL_TEXT_SIZE];

	json_object_begin(json);
	json_key(json, "threshold");
	json_decimal(json, decimal_print(step->threshold, words));
	json_key(json, "awarded");
	json_number(json, (int64_t)step->awarded);
	json_key(json, "clients_kept");
	json_number(json, step->clients_kept);
	json_key(json, "clients_moved");
	json_number(json, step->clients_moved);
	names_to_json(json, "areas_uncovered", step->uncovered, &view->clients->areas);
	names_to_json(json, "expertise_lost", step->lost, &view->clients->expertise);
	if (step->small_lost != NULL)
		names_to_json(json, "small_lost", step->small_lost, &view->bids->bidders);
	json_object_end(json);
}

void what_if_to_json(const struct what_if_view *view, struct text *out)
{
	struct json json = { .out = out };

	json_object_begin(&json);
	json_key(&json, "steps");
	json_array_begin(&json);
	for (size_t i = 0; i < view->count; i++)
		step_to_json(view, &view->steps[i], &json);
	json_array_end(&json);
	json_object_end(&json);
}

/* What becomes of clients; nothing where nobody said who they are. */
static void clients_to_words(const struct what_if_view *view, const struct what_if_step *step,
                             struct text *out)
{
	if (view->clients->total == 0)
		return;
	text_print(
		out,
		words_in(view->language, WORDS(" %" PRId64 " cliënten houden hun aanbieder, %" PRId64
	                                       " niet; %zu gebieden en %zu soorten deskundigheid zonder.")),
		step->clients_kept, step->clients_moved, step->uncovered_count, step->lost_count);
	if (step->small_lost != NULL)
		text_print(out,
		           words_in(view->language, WORDS(" Van de kleine organisaties vallen er %zu af.")),
		           step->small_lost_count);
}

void what_if_to_words(const struct what_if_view *view, struct text *out)
{
	char threshold[DECIMAL_TEXT_SIZE];

	for (size_t i = 0; i < view->count; i++) {
		const struct what_if_step *step = &view->steps[i];

		text_print(out, words_in(view->language, WORDS("Drempel %s: %zu partijen.")),
		           decimal_words(step->threshold, view->language, threshold), step->awarded);
		clients_to_words(view, step, out);
		text_add(out, "\n");
	}
	if (view->clients->total == 0)
		text_add(out, words_in(view->language,
		                       WORDS("Wat dit voor cliënten betekent, is te zien met --clients.\n")));
}
