/* SPDX-License-Identifier: EUPL-1.2 */
#include "practice/decision/budget.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "platform/base/embedded.h"
#include "platform/base/words.h"

#define CENTS ((int64_t)100)
#define CONTRIBUTIONS "data/contributions.csv"

const struct choice budget_periods[] = {
	{ "week", WORDS("week") },
	{ "month", WORDS("maand") },
	{ "year", WORDS("jaar") },
	{ NULL, NULL },
};

const struct choice budget_refusals[] = {
	{ "not_able", WORDS("u het budget niet goed kunt beheren, ook niet met hulp van anderen") },
	{ "no_reason", WORDS("u niet heeft verteld waarom u zelf wilt inkopen") },
	{ "quality", WORDS("niet zeker is dat de hulp veilig en goed is en bij u past") },
	{ "dearer", WORDS("de hulp die u zelf wilt inkopen meer kost dan dezelfde hulp van ons") },
	{ "earlier_misuse", WORDS("een eerder besluit is ingetrokken omdat gegevens niet klopten of het geld "
	                          "anders is gebruikt") },
	{ NULL, NULL },
};

const struct choice contributions[] = {
	{ "due", WORDS("de inwoner betaalt een eigen bijdrage") },
	{ "none", WORDS("de inwoner betaalt geen eigen bijdrage") },
	{ NULL, NULL },
};

static const struct field personal_budget_fields[] = {
	FIELD(struct personal_budget, product, .label = WORDS("Voor welk product?"), .required = true),
	FIELD(struct personal_budget, euros, .label = WORDS("Bedrag: hele euro's"), .required = true,
	      .flags = FIELD_UNSIGNED, .max = 999999),
	FIELD(struct personal_budget, cents, .label = WORDS("en centen"),
	      .flags = FIELD_UNSIGNED | FIELD_ZERO_IS_SET, .max = 99),
	FIELD(struct personal_budget, per, .label = WORDS("Per"), .required = true,
	      .choices = budget_periods),
	FIELD(struct personal_budget, how_found, .label = WORDS("Hoe is het bedrag gevonden?"),
	      .flags = FIELD_LONG, .max_chars = 2000),
	FIELD(struct personal_budget, wish, .label = WORDS("Waarom wil de inwoner zelf inkopen?"),
	      .flags = FIELD_LONG, .max_chars = 2000),
	FIELD(struct personal_budget, able, .label = WORDS("Wie beheert het budget, en kan die dat?"),
	      .flags = FIELD_LONG, .max_chars = 2000),
	FIELD(struct personal_budget, quality, .label = WORDS("Hoe is de hulp veilig, goed en passend?"),
	      .flags = FIELD_LONG, .max_chars = 2000),
};
const struct record personal_budget_record =
	RECORD(struct personal_budget, "personal_budget", personal_budget_fields);

struct resident_amount personal_budget_amount(const struct personal_budget *budget)
{
	return (struct resident_amount){ budget->euros * CENTS + budget->cents };
}

bool personal_budget_is_founded(const struct personal_budget *budget)
{
	return has_words(budget->how_found) && has_words(budget->wish) && has_words(budget->able) &&
	       has_words(budget->quality);
}

/* --- in figures and in words --- */

const char *resident_amount_figures(struct resident_amount amount, struct arena *arena)
{
	int64_t euros = amount.cents / CENTS;

	if (euros < 1000)
		return arena_print(arena, "€ %" PRId64 ",%02" PRId64, euros, amount.cents % CENTS);
	return arena_print(arena, "€ %" PRId64 ".%03" PRId64 ",%02" PRId64, euros / 1000, euros % 1000,
	                   amount.cents % CENTS);
}

static const char *const small_words[] = {
	"nul",      "een",      "twee",    "drie",      "vier",     "vijf",      "zes",
	"zeven",    "acht",     "negen",   "tien",      "elf",      "twaalf",    "dertien",
	"veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien",
};
static const char *const tens_words[] = { "",        "",       "twintig",  "dertig",  "veertig",
	                                  "vijftig", "zestig", "zeventig", "tachtig", "negentig" };

/* From 0 to 99: "eenentwintig", "tweeëntwintig". */
static const char *tens_in_words(int64_t number, struct arena *arena)
{
	int64_t ones = number % 10;

	if (number < (int64_t)COUNT(small_words))
		return small_words[number];
	if (ones == 0)
		return tens_words[number / 10];
	return arena_print(arena, "%s%sn%s", small_words[ones], ones == 2 || ones == 3 ? "ë" : "e",
	                   tens_words[number / 10]);
}

static const char *hundreds_in_words(int64_t number, struct arena *arena)
{
	int64_t hundreds = number / 100, rest = number % 100;
	const char *words =
		hundreds == 0 ? ""
			      : arena_print(arena, "%shonderd", hundreds == 1 ? "" : small_words[hundreds]);

	if (rest == 0 && hundreds > 0)
		return words;
	return arena_print(arena, "%s%s", words, tens_in_words(rest, arena));
}

/* Below a million, as Dutch writes numbers: a blank after thousand. */
static const char *in_words(int64_t number, struct arena *arena)
{
	int64_t thousands = number / 1000, rest = number % 1000;
	const char *words;

	if (thousands == 0)
		return hundreds_in_words(rest, arena);
	words = arena_print(arena, "%sduizend", thousands == 1 ? "" : hundreds_in_words(thousands, arena));
	return rest == 0 ? words : arena_print(arena, "%s %s", words, hundreds_in_words(rest, arena));
}

const char *resident_amount_words(struct resident_amount amount, struct arena *arena)
{
	const char *euros = in_words(amount.cents / CENTS, arena);

	if (amount.cents % CENTS == 0)
		return arena_print(arena, "%s euro", euros);
	return arena_print(arena, "%s euro en %s cent", euros, in_words(amount.cents % CENTS, arena));
}

/* --- own contribution --- */

/* One line: the first day, what is the most, where that is said. */
static bool read_line(const char *line, struct date *ret_from, int64_t *ret_cents)
{
	char day[DATE_TEXT_SIZE];
	char *end;
	size_t length = strcspn(line, ";\n");

	if (length + 1 != sizeof(day) || line[length] != ';')
		return false;
	memcpy(day, line, length);
	day[length] = '\0';
	*ret_cents = strtoll(line + length + 1, &end, 10);
	return date_read(day, ret_from) && *end == ';' && *ret_cents > 0;
}

enum status contribution_most(struct date on, struct resident_amount *ret_amount, struct fault *fault)
{
	const struct embedded_file *file = embedded_find(CONTRIBUTIONS);
	const char *line = (const char *)file->bytes;

	*ret_amount = (struct resident_amount){ 0 };
	while (*(line += strcspn(line, "\n")) != '\0' && *++line != '\0') {
		struct date from;
		int64_t cents;

		if (!read_line(line, &from, &cents))
			return fault_set(fault, FAILED, CONTRIBUTIONS " cannot be read at: %.40s", line);
		if (!date_before(on, from))
			ret_amount->cents = cents;
	}
	return OK;
}
