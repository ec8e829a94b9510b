/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/tariff/indexation.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "common/scheme/scheme_check.h"
#include "platform/base/decimal.h"
#include "platform/base/words.h"

#define HUNDREDTH (DECIMAL_ONE / 100)
#define WHOLE ((int64_t)10000) /* a hundred percent, in hundredths of a percent */
#define OVA_TENTHS 9           /* labour costs weigh nine tenths, prices one (advice of the VNG) */
#define PPC_TENTHS 1
#define TENTHS 10
#define YEAR_LAST 2100

/* Half up, also below zero: away from it. */
static int64_t rounded(int64_t numerator, int64_t denominator)
{
	int64_t size = numerator < 0 ? -numerator : numerator;
	int64_t whole = size / denominator + (2 * (size % denominator) >= denominator ? 1 : 0);

	return numerator < 0 ? -whole : whole;
}

/* --- the figures --- */

enum column { YEAR, SORT, OVA, PPC, PERCENT, SOURCE, COLUMNS };

/* "4,18" as 418; an empty text is 0. */
static bool read_hundredths(const char *text, int64_t *ret_hundredths)
{
	struct decimal number = { 0 };
	bool is_negative = text[0] == '-';

	if (text[0] == '\0') {
		*ret_hundredths = 0;
		return true;
	}
	if (!decimal_read(text + is_negative, &number) || number.billionths % HUNDREDTH != 0)
		return false;
	*ret_hundredths = number.billionths / HUNDREDTH * (is_negative ? -1 : 1);
	return true;
}

static bool read_figure(const struct sheet *figures, struct index_figure *ret_figure)
{
	*ret_figure = (struct index_figure){ .is_known = true,
		                             .has_parts = figures->values[OVA][0] != '\0' &&
		                                          figures->values[PPC][0] != '\0',
		                             .source = figures->values[SOURCE] };
	return figures->values[PERCENT][0] != '\0' &&
	       read_hundredths(figures->values[OVA], &ret_figure->ova) &&
	       read_hundredths(figures->values[PPC], &ret_figure->ppc) &&
	       read_hundredths(figures->values[PERCENT], &ret_figure->percent) &&
	       (!ret_figure->has_parts || index_percent(ret_figure, NULL) == ret_figure->percent);
}

enum status index_year_of(struct sheet *figures, int64_t year, struct arena *arena,
                          struct index_year *ret_year, struct fault *fault)
{
	*ret_year = (struct index_year){ 0 };
	for (bool is_header = true; sheet_next(figures, arena); is_header = false) {
		struct index_figure figure = { 0 };

		if (is_header)
			continue;
		if (figures->fault != SHEET_FINE || figures->count != COLUMNS ||
		    !read_figure(figures, &figure))
			return fault_set(fault, FAILED, "the index figures cannot be read at line %lld",
			                 (long long)figures->line);
		if (strtoll(figures->values[YEAR], NULL, 10) != year)
			continue;
		if (strcmp(figures->values[SORT], INDEX_DEFINITIVE) == 0)
			ret_year->definitive = figure;
		else
			ret_year->provisional = figure;
	}
	return OK;
}

/* Advice of the VNG: 90 % of the figure for labour costs (OVA) and 10 % of that for prices (PPC). */
int64_t index_percent(const struct index_figure *figure, const struct index_year *before)
{
	/* in tenths of a hundredth of a percent, so that nothing is rounded yet */
	int64_t tenths = figure->has_parts ? OVA_TENTHS * figure->ova + PPC_TENTHS * figure->ppc
	                                   : TENTHS * figure->percent;
	int64_t base, difference;

	if (before == NULL)
		return rounded(tenths, TENTHS);
	base = WHOLE + before->provisional.percent;
	difference = before->definitive.percent - before->provisional.percent;
	return rounded(tenths * base + TENTHS * WHOLE * difference, TENTHS * base);
}

int64_t index_difference(const struct index_year *year)
{
	return rounded(WHOLE * (year->definitive.percent - year->provisional.percent),
	               WHOLE + year->provisional.percent);
}

struct money index_apply(struct money tariff, int64_t percent)
{
	return (struct money){ rounded(tariff.cents * (WHOLE + percent), WHOLE) };
}

const char *index_percent_words(int64_t percent, const char *language, struct arena *arena)
{
	int64_t size = percent < 0 ? -percent : percent;

	return arena_print(arena, "%s%" PRId64 "%s%02" PRId64 " %%", percent < 0 ? "-" : "", size / 100,
	                   strcmp(language, "nl") == 0 ? "," : ".", size % 100);
}

/* --- the fact --- */

static const struct choice index_sorts[] = {
	{ INDEX_PROVISIONAL, WORDS("voorlopig, voor een nieuw jaar") },
	{ INDEX_DEFINITIVE, WORDS("definitief, in de plaats van het voorlopige vanaf dezelfde dag") },
	{ INDEX_CORRECTION, WORDS("alleen het verschil tussen definitief en voorlopig, vanaf een dag") },
	{ NULL, NULL },
};
static const struct choice roundings[] = {
	{ "half_up",
	  WORDS("percentage op twee cijfers achter de komma, tarief op hele centen, een halve naar "
	        "boven") },
	{ NULL, NULL },
};

static const struct field indexed_line_fields[] = {
	FIELD(struct indexed_line, product),        FIELD(struct indexed_line, level),
	FIELD(struct indexed_line, unit),           FIELD(struct indexed_line, proposal),
	FIELD(struct indexed_line, cents_before),   FIELD(struct indexed_line, cents_after),
	FIELD(struct indexed_line, cents_replaced), FIELD(struct indexed_line, until),
};
const struct record indexed_line_record = RECORD(struct indexed_line, "indexed_line", indexed_line_fields);

static const struct field indexed_fields[] = {
	FIELD(struct tariffs_indexed, agreement, .label = WORDS("Overeenkomst"), .required = true),
	FIELD(struct tariffs_indexed, sort, .label = WORDS("Welk cijfer"), .required = true,
	      .choices = index_sorts),
	FIELD(struct tariffs_indexed, year, .label = WORDS("Voor het jaar"), .required = true,
	      .flags = FIELD_UNSIGNED, .max = YEAR_LAST),
	FIELD(struct tariffs_indexed, from, .label = WORDS("Geldt vanaf"),
	      .hint = WORDS("Bij een definitief cijfer is dat de dag van het voorlopige; vul dan niets in.")),
	FIELD(struct tariffs_indexed, with_difference,
	      .label = WORDS("Neem het verschil van het jaar ervoor mee")),
	FIELD(struct tariffs_indexed, percent, .flags = FIELD_BY_DOOR | FIELD_ZERO_IS_SET),
	FIELD(struct tariffs_indexed, figures, .flags = FIELD_BY_DOOR, .max_chars = 1000),
	FIELD(struct tariffs_indexed, source, .flags = FIELD_BY_DOOR, .max_chars = 1000),
	FIELD(struct tariffs_indexed, rounding, .flags = FIELD_BY_DOOR, .choices = roundings),
	FIELD(struct tariffs_indexed, lines, .of = &indexed_line_record, .flags = FIELD_BY_DOOR),
};
const struct record tariffs_indexed_record =
	RECORD(struct tariffs_indexed, "tariffs_indexed", indexed_fields);

static bool indexes_known(const void *item)
{
	return ((const struct tariffs_indexed *)item)->situation.is_known;
}

static bool indexes_from_a_day(const void *item)
{
	return ((const struct tariffs_indexed *)item)->situation.has_from;
}

static bool indexes_with_a_figure(const void *item)
{
	return ((const struct tariffs_indexed *)item)->situation.has_figure;
}

static bool follows_a_provisional(const void *item)
{
	return ((const struct tariffs_indexed *)item)->situation.has_provisional;
}

static bool indexes_something(const void *item)
{
	const struct tariffs_indexed *indexed = item;

	return !indexed->situation.is_known || !indexed->situation.has_from || indexed->situation.has_lines;
}

static bool indexes_the_last(const void *item)
{
	const struct tariffs_indexed *indexed = item;

	return !indexed->situation.is_known || !indexed->situation.has_from || indexed->situation.is_last;
}

static bool indexes_once(const void *item)
{
	return ((const struct tariffs_indexed *)item)->situation.is_once;
}

const struct journal_rule tariffs_indexed_rules[TARIFFS_INDEXED_RULES_COUNT] = {
	{ "index-agreement", "agreement", WORDS("Deze overeenkomst staat niet in een vastgestelde regeling."),
	  "", indexes_known },
	{ "index-from", "from", WORDS("Vul in vanaf welke dag de nieuwe tarieven gelden."), "",
	  indexes_from_a_day },
	{ "index-figure", "year",
	  WORDS("Van dit jaar is dit cijfer er niet, of dat van het jaar ervoor niet. Zet het met de bron in "
	        "data/indexation.csv."),
	  "VNG, indexering kosten Jeugdwet en Wmo", indexes_with_a_figure },
	{ "index-provisional", "sort",
	  WORDS("Voor dit jaar zijn deze tarieven niet voorlopig geïndexeerd; er is dus geen verschil."), "",
	  follows_a_provisional },
	{ "index-lines", "from", WORDS("Op de dag ervoor gelden er geen tarieven."), "", indexes_something },
	{ "index-later", "from",
	  WORDS("Vanaf die dag of later is al een andere tabel vastgesteld. Kies een latere dag, of leg "
	        "alleen "
	        "het verschil vast."),
	  "", indexes_the_last },
	{ "index-once", "year", WORDS("Dit cijfer van dit jaar is al gebruikt; het telt maar één keer mee."),
	  "", indexes_once },
};
