/* SPDX-License-Identifier: EUPL-1.2 */
/* The field tables of how a scheme is paid: their keys, their kinds, their codes. */
#include "common/scheme/scheme_funding.h"
#include "platform/base/words.h"

#define NAME_CHARS 60
#define LABEL_CHARS 120
#define ABOUT_CHARS 1000
#define PEOPLE_MAX 10000000
#define WEIGHT_MAX 100000

#define PLACEHOLDER(type_)                                                                                   \
	FIELD(type_, is_placeholder, .label = WORDS("Niet uit de bron, maar een plaatshouder"),              \
	      .required = true)
#define PERCENT(type_, member_, words_)                                                                      \
	FIELD(type_, member_, .label = (words_), .flags = FIELD_UNSIGNED | FIELD_ZERO_IS_SET, .max = 100)

const struct choice scheme_funding_forms[] = {
	{ "price_quantity", WORDS("een prijs per geleverde eenheid") },
	{ "arrangement", WORDS("een prijs per periode voor een arrangement") },
	{ "lump_sum", WORDS("een bedrag ineens voor alles") },
	{ "population_budget", WORDS("een budget naar de bevolking van het gebied") },
	{ NULL, NULL },
};
const struct choice scheme_keys[] = {
	{ "authorities", WORDS("het aandeel van elke gemeente") },
	{ "population", WORDS("de bevolking, naar gewicht") },
	{ NULL, NULL },
};
const struct choice scheme_part_periods[] = {
	{ "days", WORDS("het deel van de dagen") },
	{ "half", WORDS("de helft, of heel boven de helft van de dagen") },
	{ "whole", WORDS("een hele periode") },
	{ NULL, NULL },
};

static const struct field funding_fields[] = {
	FIELD(struct scheme_funding, agreement, .label = WORDS("Overeenkomst"), .required = true),
	FIELD(struct scheme_funding, form, .label = WORDS("Hoe wordt er betaald"), .required = true,
	      .choices = scheme_funding_forms),
	FIELD(struct scheme_funding, key, .label = WORDS("Wat het budget verdeelt"), .choices = scheme_keys),
	FIELD(struct scheme_funding, part_period, .label = WORDS("Waarvoor een periode telt die niet vol is"),
	      .choices = scheme_part_periods),
	PERCENT(struct scheme_funding, damping_percent, WORDS("Hoogste verschil met het jaar ervoor")),
	PERCENT(struct scheme_funding, band_percent, WORDS("Resultaat dat van de partij zelf is")),
	PERCENT(struct scheme_funding, shared_percent, WORDS("Deel daarboven voor de gemeente")),
	PLACEHOLDER(struct scheme_funding),
	FIELD(struct scheme_funding, about, .label = WORDS("Toelichting"), .required = true,
	      .max_chars = ABOUT_CHARS),
	FIELD(struct scheme_funding, at),
};
const struct record scheme_funding_record = RECORD(struct scheme_funding, "funding", funding_fields);

static const struct field band_fields[] = {
	FIELD(struct scheme_band, name, .label = WORDS("Naam"), .required = true, .max_chars = NAME_CHARS),
	FIELD(struct scheme_band, label, .label = WORDS("Omschrijving"), .required = true,
	      .max_chars = LABEL_CHARS),
	FIELD(struct scheme_band, weight_percent, .label = WORDS("Gewicht van een inwoner"), .required = true,
	      .flags = FIELD_UNSIGNED | FIELD_ZERO_IS_SET, .max = WEIGHT_MAX),
	PLACEHOLDER(struct scheme_band),
	FIELD(struct scheme_band, at),
};
const struct record scheme_band_record = RECORD(struct scheme_band, "population_band", band_fields);

static const struct field share_fields[] = {
	FIELD(struct scheme_share, party, .label = WORDS("Partij"), .required = true),
	FIELD(struct scheme_share, area, .label = WORDS("Gebied"), .required = true),
	FIELD(struct scheme_share, percent, .label = WORDS("Deel in procenten"), .required = true,
	      .flags = FIELD_UNSIGNED, .max = 100),
	PLACEHOLDER(struct scheme_share),
	FIELD(struct scheme_share, at),
};
const struct record scheme_share_record = RECORD(struct scheme_share, "budget_share", share_fields);

static const struct field people_fields[] = {
	FIELD(struct scheme_people, area, .label = WORDS("Gebied"), .required = true),
	FIELD(struct scheme_people, band, .label = WORDS("Groep inwoners"), .required = true),
	FIELD(struct scheme_people, people, .label = WORDS("Aantal inwoners"), .required = true,
	      .flags = FIELD_UNSIGNED | FIELD_ZERO_IS_SET, .max = PEOPLE_MAX),
	FIELD(struct scheme_people, at),
};
const struct record scheme_people_record = RECORD(struct scheme_people, "population", people_fields);
