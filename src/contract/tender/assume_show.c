/* SPDX-License-Identifier: EUPL-1.2 */
/* What an assumption gives, as JSON and as words. */
#include <inttypes.h>

#include "contract/tender/assume.h"
#include "platform/base/words.h"
#include "platform/record/json.h"

static void names_to_json(const struct assume_view *view, const char *key, const int64_t *runs,
                          const struct names *names, struct json *json)
{
	json_key(json, key);
	json_array_begin(json);
	for (size_t i = 0; i < names->count; i++)
		if (2 * runs[i] >= view->draw->runs)
			json_text(json, names->items[i]);
	json_array_end(json);
}

static void number(struct json *json, const char *key, int64_t value)
{
	json_key(json, key);
	json_number(json, value);
}

static void step_to_json(const struct assume_view *view, const struct assumed_step *step, struct json *json)
{
	char words[DECIMAL_TEXT_SIZE];

	json_object_begin(json);
	json_key(json, "threshold");
	json_decimal(json, decimal_print(step->threshold, words));
	number(json, "awarded", step->awarded.middle);
	number(json, "awarded_low", step->awarded.low);
	number(json, "awarded_high", step->awarded.high);
	number(json, "clients_kept", step->clients_kept.middle);
	number(json, "clients_kept_low", step->clients_kept.low);
	number(json, "clients_kept_high", step->clients_kept.high);
	number(json, "clients_moved", view->clients->total - step->clients_kept.middle);
	names_to_json(view, "areas_uncovered", step->uncovered, &view->clients->areas, json);
	names_to_json(view, "expertise_lost", step->lost, &view->clients->expertise, json);
	json_object_end(json);
}

void assume_to_json(const struct assume_view *view, struct text *out)
{
	struct json json = { .out = out };

	json_object_begin(&json);
	json_key(&json, "assumed");
	json_flag(&json, true);
	number(&json, "runs", view->draw->runs);
	number(&json, "seed", (int64_t)view->draw->seed);
	json_key(&json, "steps");
	json_array_begin(&json);
	for (size_t i = 0; i < view->count; i++)
		step_to_json(view, &view->steps[i], &json);
	json_array_end(&json);
	json_object_end(&json);
}

void assume_to_words(const struct assume_view *view, struct text *out)
{
	char threshold[DECIMAL_TEXT_SIZE];

	text_print(out,
	           words_in(view->language, WORDS("Aangenomen, niet beoordeeld: %" PRId64
	                                          " keer geloot met beginwaarde %" PRIu64 ".\n")),
	           view->draw->runs, view->draw->seed);
	for (size_t i = 0; i < view->count; i++) {
		const struct assumed_step *step = &view->steps[i];

		text_print(out,
		           words_in(view->language,
		                    WORDS("Drempel %s: %" PRId64 " partijen (%" PRId64 " tot %" PRId64
		                          "); %" PRId64 " cliënten houden hun aanbieder (%" PRId64
		                          " tot %" PRId64 ").\n")),
		           decimal_words(step->threshold, view->language, threshold), step->awarded.middle,
		           step->awarded.low, step->awarded.high, step->clients_kept.middle,
		           step->clients_kept.low, step->clients_kept.high);
	}
}
