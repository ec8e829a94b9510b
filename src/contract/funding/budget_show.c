/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/funding/budget_show.h"

#include "platform/base/words.h"
#include "platform/record/json.h"

static void part_to_json(const struct budget_part *part, struct json *json)
{
	json_object_begin(json);
	json_key(json, "party");
	json_text(json, part->party);
	json_key(json, "district");
	json_text(json, part->district);
	json_key(json, "cents");
	json_number(json, part->cents);
	json_key(json, "because");
	json_array_begin(json);
	for (size_t i = 0; i < part->because.count; i++)
		json_text(json, part->because.items[i]);
	json_array_end(json);
	json_object_end(json);
}

void budget_to_json(const struct budget *budget, struct text *out)
{
	struct json json = { .out = out };

	json_object_begin(&json);
	json_key(&json, "total_cents");
	json_number(&json, budget->total);
	json_key(&json, "parts");
	json_array_begin(&json);
	for (size_t i = 0; i < budget->parts_count; i++)
		part_to_json(&budget->parts[i], &json);
	json_array_end(&json);
	json_object_end(&json);
}

void budget_to_words(const struct budget *budget, const char *language, struct arena *arena, struct text *out)
{
	text_print(out, words_in(language, WORDS("%s: %s, verdeeld tot op de cent.\n")),
	           budget->place.agreement->label, budget_euros(budget->total, language, arena));
	for (size_t i = 0; i < budget->parts_count; i++) {
		const struct budget_part *part = &budget->parts[i];

		text_print(out, "%s, %s: %s\n", part->party_label, part->district_label,
		           budget_euros(part->cents, language, arena));
		for (size_t j = 0; j < part->because.count; j++)
			text_print(out, "  %s\n", part->because.items[j]);
	}
}
