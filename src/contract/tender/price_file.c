/* SPDX-License-Identifier: EUPL-1.2 */
/* The file of a real price: its keys, and what must be true of them. */
#include "contract/tender/price.h"

#include <assert.h>
#include <string.h>

#include "platform/base/decimal.h"
#include "platform/base/words.h"
#include "platform/yaml/yaml.h"

#define CENTS_MAX 1000000 /* ten thousand euros a unit; keeps the arithmetic within its numbers */
#define PERCENT_MAX 200
#define UNIT_MINUTES_MAX 1440

const struct choice price_elements[] = {
	{ "professional", WORDS("de kosten van de beroepskracht") },
	{ "overhead", WORDS("redelijke overheadkosten") },
	{ "non_productive", WORDS("niet-productieve uren (verlof, ziekte, scholing, werkoverleg)") },
	{ "travel_training", WORDS("reis- en opleidingskosten") },
	{ "indexation", WORDS("indexatie van de reële prijs") },
	{ "municipal_duties", WORDS("verplichtingen van de gemeente (rapportage, administratie)") },
	{ NULL, NULL },
};
static_assert(COUNT(price_elements) == PRICE_ELEMENTS_COUNT + 1, "the law names six");
#define NON_PRODUCTIVE 2

static const struct choice tariff_kinds[] = {
	{ "fixed", WORDS("vaste prijs") },
	{ "floor", WORDS("ondergrens voor een inschrijving") },
	{ NULL, NULL },
};

/* --- the file --- */

static const struct field line_fields[] = {
	FIELD(struct price_line, what, .label = WORDS("Wat"), .required = true),
	FIELD(struct price_line, cents, .label = WORDS("Bedrag per eenheid in centen")),
	FIELD(struct price_line, percent, .label = WORDS("Percentage"), .max_chars = 20),
	FIELD(struct price_line, over, .label = WORDS("Waarover"), .choices = price_elements),
	FIELD(struct price_line, minutes, .label = WORDS("Minuten per eenheid"), .max_chars = 20),
	FIELD(struct price_line, at),
};
static const struct record line_record = RECORD(struct price_line, "price_line", line_fields);

static const struct field element_fields[] = {
	FIELD(struct price_element, element, .label = WORDS("Kostenelement"), .required = true,
	      .choices = price_elements),
	FIELD(struct price_element, reason, .label = WORDS("Waarom zoveel"), .required = true,
	      .max_chars = 1000),
	FIELD(struct price_element, source, .label = WORDS("Bron"), .required = true, .max_chars = 500),
	FIELD(struct price_element, lines, .label = WORDS("Regels"), .required = true, .of = &line_record),
	FIELD(struct price_element, at),
};
static const struct record element_record = RECORD(struct price_element, "price_element", element_fields);

static const struct field tariff_fields[] = {
	FIELD(struct price_tariff, kind, .label = WORDS("Soort tarief"), .required = true,
	      .choices = tariff_kinds),
	FIELD(struct price_tariff, cents, .label = WORDS("Tarief per eenheid in centen"), .required = true),
	FIELD(struct price_tariff, at),
};
static const struct record tariff_record = RECORD(struct price_tariff, "price_tariff", tariff_fields);

static const struct field kept_fields[] = {
	FIELD(struct price_kept, what, .label = WORDS("Waarvoor"), .required = true),
	FIELD(struct price_kept, reason, .label = WORDS("Waarom"), .required = true, .max_chars = 1000),
	FIELD(struct price_kept, cents, .label = WORDS("Bedrag per eenheid in centen"), .required = true),
	FIELD(struct price_kept, at),
};
static const struct record kept_record = RECORD(struct price_kept, "price_kept", kept_fields);

static const struct field link_fields[] = {
	FIELD(struct price_link, from, .label = WORDS("Wie betaalt"), .required = true),
	FIELD(struct price_link, to, .label = WORDS("Wie levert"), .required = true),
	FIELD(struct price_link, cents, .label = WORDS("Prijs per eenheid in centen"), .required = true),
	FIELD(struct price_link, keeps, .label = WORDS("Wat de betaler zelf houdt"), .of = &kept_record),
	FIELD(struct price_link, at),
};
static const struct record link_record = RECORD(struct price_link, "price_link", link_fields);

static const struct field price_fields[] = {
	FIELD(struct price, name, .label = WORDS("Naam"), .required = true, .max_chars = 60),
	FIELD(struct price, label, .label = WORDS("Omschrijving"), .required = true),
	FIELD(struct price, service, .label = WORDS("Dienst"), .required = true, .max_chars = 60),
	FIELD(struct price, unit, .label = WORDS("Eenheid"), .required = true, .max_chars = 60),
	FIELD(struct price, unit_minutes, .label = WORDS("Minuten bij de cliënt in een eenheid"),
	      .required = true, .flags = FIELD_UNSIGNED, .max = UNIT_MINUTES_MAX),
	FIELD(struct price, from, .label = WORDS("Prijspeil van"), .required = true),
	FIELD(struct price, elements, .label = WORDS("Kostenelementen"), .required = true,
	      .of = &element_record),
	FIELD_INSIDE(struct price, tariff, &tariff_record, .label = WORDS("Tarief")),
	FIELD(struct price, chain, .label = WORDS("Keten van onderaannemers"), .of = &link_record),
	FIELD(struct price, at),
};
const struct record price_record = RECORD(struct price, "price", price_fields);

static struct mark place_of(const struct record *record, struct marks at, const char *name)
{
	const struct field *field = name == NULL ? NULL : record_field(record, name);

	return at.items == NULL ? (struct mark){ 0, 0 }
	                        : at.items[field == NULL ? 0 : field - record->fields + 1];
}

static void put_at(struct finding *finding, struct mark at)
{
	finding->line = at.line;
	finding->column = at.column;
}

static bool is_same(const char *one, const char *other)
{
	return one != NULL && other != NULL && strcmp(one, other) == 0;
}

static struct price_element *element_of(const struct price *price, const char *code)
{
	struct price_element *element = price->elements.items;

	for (size_t i = 0; i < price->elements.count; i++)
		if (is_same(element[i].element, code))
			return &element[i];
	return NULL;
}

/* --- what must be true of it --- */

/* Article 5.4, third paragraph: all six, each once; one that costs nothing says so with an amount of 0. */
static void check_elements(const struct price *price, struct findings *findings)
{
	const struct price_element *element = price->elements.items;

	for (size_t i = 0; i < PRICE_ELEMENTS_COUNT; i++)
		if (element_of(price, price_elements[i].code) == NULL)
			put_at(findings_add(findings, "price-element-missing", "elements",
			                    WORDS("Het kostenelement \"%s\" ontbreekt; zonder is de prijs "
			                          "geen reële prijs "
			                          "(artikel 5.4 Uitvoeringsbesluit Wmo 2015)."),
			                    words_in(findings->language, price_elements[i].label)),
			       place_of(&price_record, price->at, "elements"));
	for (size_t i = 0; i < price->elements.count; i++)
		if (element[i].element != NULL && element_of(price, element[i].element) != &element[i])
			put_at(findings_add(findings, "price-element-doubled", "elements",
			                    WORDS("Het kostenelement \"%s\" staat er twee keer."),
			                    element[i].element),
			       place_of(&element_record, element[i].at, "element"));
}

static bool is_given(const struct price_line *line, const char *key)
{
	struct mark at = place_of(&line_record, line->at, key), own = line->at.items[0];

	return at.line != own.line || at.column != own.column;
}

/* A line says one thing, in numbers that can be reckoned with. */
static void check_line(const struct price_line *line, struct findings *findings)
{
	struct decimal decimal = { 0 };
	size_t ways = (is_given(line, "cents") ? 1U : 0U) + (has_words(line->percent) ? 1U : 0U) +
	              (has_words(line->minutes) ? 1U : 0U);

	if (ways != 1 || has_words(line->percent) != (line->over.count > 0))
		put_at(findings_add(findings, "price-line", "lines",
		                    WORDS("\"%s\" heeft een bedrag (cents), een percentage over iets "
		                          "(percent en over) of "
		                          "minuten (minutes); een van de drie."),
		                    or_empty(line->what)),
		       line->at.items[0]);
	if (line->cents.cents < 0 || line->cents.cents > CENTS_MAX)
		put_at(findings_add(findings, "price-cents", "lines",
		                    WORDS("Een bedrag is 0 tot en met %d cent per eenheid."), CENTS_MAX),
		       place_of(&line_record, line->at, "cents"));
	if (has_words(line->percent) &&
	    (!decimal_read(line->percent, &decimal) || decimal.billionths > PERCENT_MAX * DECIMAL_ONE))
		put_at(findings_add(findings, "price-percent", "lines",
		                    WORDS("\"%s\" is geen percentage van 0 tot en met %d, zoals 12,5."),
		                    line->percent, PERCENT_MAX),
		       place_of(&line_record, line->at, "percent"));
	if (has_words(line->minutes) &&
	    (!decimal_read(line->minutes, &decimal) || decimal.billionths > UNIT_MINUTES_MAX * DECIMAL_ONE))
		put_at(findings_add(findings, "price-minutes", "lines",
		                    WORDS("\"%s\" is geen aantal minuten zoals 4 of 4,5."), line->minutes),
		       place_of(&line_record, line->at, "minutes"));
}

/*
 * The productivity norm: how much of paid time is not with clients is a number that somebody can dispute, so
 * it stands there as minutes or a percentage, not hidden in an amount; and it is less than the time with the
 * client.
 */
static void check_minutes(const struct price *price, struct findings *findings)
{
	const struct price_element *element = element_of(price, price_elements[NON_PRODUCTIVE].code);
	const struct price_line *line = element == NULL ? NULL : element->lines.items;
	int64_t billionths = 0;
	bool has_norm = false;

	for (size_t i = 0; element != NULL && i < element->lines.count; i++) {
		struct decimal minutes = { 0 };

		has_norm = has_norm || has_words(line[i].minutes) || has_words(line[i].percent);
		if (has_words(line[i].minutes) && decimal_read(line[i].minutes, &minutes))
			billionths += minutes.billionths;
	}
	if (element != NULL && !has_norm)
		put_at(findings_add(findings, "price-norm-missing", "elements",
		                    WORDS("Zeg bij niet-productieve uren hoeveel minuten of welk percentage "
		                          "het is; alleen een "
		                          "bedrag is niet na te rekenen.")),
		       place_of(&element_record, element->at, "lines"));
	if (billionths >= price->unit_minutes * DECIMAL_ONE && billionths > 0)
		put_at(findings_add(findings, "price-norm-high", "elements",
		                    WORDS("Er zijn evenveel of meer niet-productieve minuten als minuten bij "
		                          "de cliënt (%lld); "
		                          "zijn het minuten per eenheid?"),
		                    (long long)price->unit_minutes),
		       place_of(&element_record, element->at, "lines"));
}

/* Who pays was paid by somebody above, or is the contract party; nobody is paid twice. */
static void check_chain(const struct price *price, struct findings *findings)
{
	const struct price_link *link = price->chain.items;

	for (size_t i = 0; i < price->chain.count; i++) {
		bool is_paid = i == 0 || is_same(link[i].from, link[0].from),
		     is_doubled = is_same(link[i].to, link[0].from);

		for (size_t j = 0; j < i; j++) {
			is_paid = is_paid || is_same(link[j].to, link[i].from);
			is_doubled = is_doubled || is_same(link[j].to, link[i].to);
		}
		if (!is_paid)
			put_at(findings_add(findings, "price-chain", "chain",
			                    WORDS("\"%s\" betaalt, maar wordt zelf door niemand hierboven "
			                          "betaald; zet de keten op "
			                          "volgorde."),
			                    or_empty(link[i].from)),
			       place_of(&link_record, link[i].at, "from"));
		if (is_doubled)
			put_at(findings_add(findings, "price-chain-doubled", "chain",
			                    WORDS("\"%s\" staat al eerder in de keten."),
			                    or_empty(link[i].to)),
			       place_of(&link_record, link[i].at, "to"));
	}
}

enum status price_read(const char *bytes, size_t length, struct price *ret_price, struct findings *findings)
{
	size_t before = findings->count;
	const struct price_element *element;

	if (yaml_read(bytes, length, &price_record, ret_price, findings) != OK)
		return FINDINGS;
	element = ret_price->elements.items;
	if (ret_price->unit_minutes == 0)
		put_at(findings_add(findings, "price-unit", "unit_minutes",
		                    WORDS("Een eenheid heeft ten minste een minuut bij de cliënt.")),
		       place_of(&price_record, ret_price->at, "unit_minutes"));
	check_elements(ret_price, findings);
	for (size_t i = 0; i < ret_price->elements.count; i++)
		for (size_t j = 0; j < element[i].lines.count; j++)
			check_line(&((const struct price_line *)element[i].lines.items)[j], findings);
	check_minutes(ret_price, findings);
	check_chain(ret_price, findings);
	if (findings->count == before)
		price_reckon(ret_price, findings);
	return findings->count == before ? OK : FINDINGS;
}
