/* SPDX-License-Identifier: EUPL-1.2 */
#include "practice/request/refusal.h"

#include "platform/base/words.h"

const struct choice erasure_obstacles[] = {
	{ "law", WORDS("de wet zegt dat wij het moeten bewaren") },
	{ "running", WORDS("het is nodig voor hulp die nog loopt of nog begint") },
	{ "dispute", WORDS("er loopt een bezwaar, een beroep of een klacht") },
	{ "other", WORDS("het belang van een ander weegt zwaarder") },
	{ NULL, NULL },
};

static const struct field refusal_fields[] = {
	FIELD(struct erasure_refusal, person, .label = WORDS("Persoon"), .required = true),
	FIELD(struct erasure_refusal, request, .label = WORDS("Vraag"), .required = true),
	FIELD(struct erasure_refusal, because, .label = WORDS("Waarom kan er niet worden gewist?"),
	      .required = true, .choices = erasure_obstacles),
	FIELD(struct erasure_refusal, reasons, .label = WORDS("Uitleg aan de inwoner"),
	      .hint = WORDS("Dit staat in de brief. Schrijf gewone woorden: wat bewaren wij, waarom, en tot "
	                    "wanneer."),
	      .required = true, .flags = FIELD_LONG, .max_chars = 4000),
	FIELD(struct erasure_refusal, decided_by, .label = WORDS("Wie besluit dit?"), .required = true),
};
const struct record erasure_refusal_record =
	RECORD(struct erasure_refusal, "erasure_refused", refusal_fields);

static bool was_asked(const void *item)
{
	return ((const struct erasure_refusal *)item)->is_known;
}

static bool waits(const void *item)
{
	const struct erasure_refusal *refusal = item;

	return !refusal->is_known || refusal->is_open;
}

const struct journal_rule erasure_refusal_rules[ERASURE_REFUSAL_RULES_COUNT] = {
	{ "refusal-request", "request", WORDS("Deze persoon heeft niet gevraagd om de gegevens te wissen."),
	  "", was_asked },
	{ "refusal-once", "request", WORDS("Deze vraag is al beantwoord."), "", waits },
};
