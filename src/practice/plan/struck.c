/* SPDX-License-Identifier: EUPL-1.2 */
#include "practice/plan/struck.h"

#include "platform/base/words.h"

static const struct field norm_struck_fields[] = {
	FIELD(struct norm_struck, norm_set, .label = WORDS("Tijdnorm"), .required = true, .max_chars = 60),
	FIELD(struct norm_struck, from, .label = WORDS("Niet meer te gebruiken vanaf"), .required = true),
	FIELD(struct norm_struck, why, .label = WORDS("Waarom niet meer?"),
	      .hint = WORDS("Bijvoorbeeld: de rechter vond het onderzoek achter de norm niet deugdelijk."),
	      .required = true, .flags = FIELD_LONG, .max_chars = 2000),
	FIELD(struct norm_struck, ruling, .label = WORDS("Uitspraak of besluit"),
	      .hint = WORDS("Waar staat het? Bijvoorbeeld een ECLI-nummer.")),
};
const struct record norm_struck_record =
	RECORD(struct norm_struck, "norm_set_struck_down", norm_struck_fields);

static bool has_known_set(const void *item)
{
	return ((const struct norm_struck *)item)->situation.is_known_set;
}

static bool is_first(const void *item)
{
	return !((const struct norm_struck *)item)->situation.is_struck;
}

const struct journal_rule struck_rules[STRUCK_RULES_COUNT] = {
	{ "struck-unknown", "norm_set", WORDS("Deze tijdnorm bestaat niet."), "", has_known_set },
	{ "struck-once", "norm_set", WORDS("Deze tijdnorm mag al niet meer worden gebruikt."), "", is_first },
};
