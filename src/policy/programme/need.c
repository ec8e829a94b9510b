/* SPDX-License-Identifier: EUPL-1.2 */
#include "policy/programme/need.h"

#include <string.h>

#include "platform/base/words.h"

#define DEMAND "demand"

const struct choice need_sorts[] = {
	{ "need", WORDS("wat de inwoner nodig heeft") },
	{ DEMAND, WORDS("eis van de gemeenteraad") },
	{ NULL, NULL },
};

const struct choice need_sources[] = {
	{ "resident", WORDS("een inwoner") },
	{ "participation", WORDS("de participatieraad") },
	{ "provider", WORDS("een aanbieder") },
	{ "team", WORDS("het wijkteam") },
	{ "council", WORDS("de gemeenteraad") },
	{ "municipality", WORDS("de gemeente") },
	{ NULL, NULL },
};

const struct choice need_outcomes[] = {
	{ "landed", WORDS("staat in de aanbesteding") },
	{ "partly", WORDS("staat er voor een deel in") },
	{ "not", WORDS("staat er niet in") },
	{ NULL, NULL },
};

static const struct field noted_fields[] = {
	PROGRAMME_FIELD(struct need_noted),
	FIELD(struct need_noted, sort, .label = WORDS("Wat voor punt is dit?"), .required = true,
	      .choices = need_sorts),
	FIELD(struct need_noted, words, .label = WORDS("Wat is er nodig?"), .required = true,
	      .flags = FIELD_LONG, .max_chars = 2000,
	      .hint = WORDS("Denk vanuit de inwoner, niet vanuit geld of tijd.")),
	FIELD(struct need_noted, source, .label = WORDS("Van wie komt het?"), .required = true,
	      .choices = need_sources),
	FIELD(struct need_noted, document, .label = WORDS("In welk besluit staat de eis?"),
	      .hint = WORDS("Alleen bij een eis van de gemeenteraad.")),
};
const struct record need_noted_record = RECORD(struct need_noted, "need_noted", noted_fields);

static bool says_where_it_was_demanded(const void *item)
{
	const struct need_noted *noted = item;

	return strcmp(noted->sort, DEMAND) != 0 || has_words(noted->document);
}

const struct journal_rule need_noted_rules[NEED_NOTED_RULES_COUNT] = {
	{ "programme-known", "programme", PROGRAMME_KNOWN_WORDS, "", programme_is_known },
	{ "programme-table", "programme", PROGRAMME_TABLE_WORDS, "", programme_is_at_the_table },
	{ "need-document", "document", WORDS("Zeg in welk besluit de gemeenteraad dit eist."),
	  "Gemeentewet, art. 147b", says_where_it_was_demanded },
};

static const struct field landed_fields[] = {
	PROGRAMME_FIELD(struct need_landed),
	FIELD(struct need_landed, need, .label = WORDS("Nummer van het punt"), .required = true),
	FIELD(struct need_landed, outcome, .label = WORDS("Staat het in de aanbesteding?"), .required = true,
	      .choices = need_outcomes),
	FIELD(struct need_landed, words, .label = WORDS("Waar staat het, of waarom niet?"), .required = true,
	      .flags = FIELD_LONG, .max_chars = 2000),
};
const struct record need_landed_record = RECORD(struct need_landed, "need_landed", landed_fields);

static bool is_need(const void *item)
{
	const struct need_landed *landed = item;

	return !landed->of.now.is_known || landed->situation.is_need;
}

const struct journal_rule need_landed_rules[NEED_LANDED_RULES_COUNT] = {
	{ "programme-known", "programme", PROGRAMME_KNOWN_WORDS, "", programme_is_known },
	{ "need-known", "need", WORDS("Dit punt is er niet."), "", is_need },
};
