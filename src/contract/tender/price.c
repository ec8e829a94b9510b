/* SPDX-License-Identifier: EUPL-1.2 */
/* What a service costs by its file, and whether what is paid for it is enough. */
#include "contract/tender/price.h"

#include <string.h>

#include "platform/base/decimal.h"
#include "platform/base/words.h"
#include "platform/page/spelling.h"

#define PERCENTS 100

/* Half a cent goes up. */
static int64_t rounded(int64_t numerator, int64_t denominator)
{
	return numerator / denominator + (2 * (numerator % denominator) >= denominator ? 1 : 0);
}

static bool is_over(const struct price_line *line, const char *element)
{
	for (size_t i = 0; i < line->over.count; i++)
		if (strcmp(line->over.items[i], element) == 0)
			return true;
	return false;
}

/* The lines above this one of the elements that it is taken over: those of the elements before, and its own.
 */
static int64_t base_of(const struct price *price, size_t element, size_t line)
{
	const struct price_element *elements = price->elements.items;
	const struct price_line *own = &((const struct price_line *)elements[element].lines.items)[line];
	int64_t cents = 0;

	for (size_t i = 0; i <= element; i++) {
		const struct price_line *lines = elements[i].lines.items;

		for (size_t j = 0; j < (i == element ? line : elements[i].lines.count); j++)
			cents += is_over(own, elements[i].element) ? lines[j].amount.cents : 0;
	}
	return cents;
}

/* What the professional costs in one unit: the lines of that element above this one, or all of them. */
static int64_t professional(const struct price *price)
{
	const struct price_element *elements = price->elements.items;
	int64_t cents = 0;

	for (size_t i = 0; i < price->elements.count; i++)
		if (strcmp(elements[i].element, price_elements[0].code) == 0)
			cents += elements[i].amount.cents;
	return cents;
}

static void refuse_base(const struct price_line *line, struct findings *findings)
{
	struct finding *finding = findings_add(findings, "price-over", "lines",
	                                       WORDS("\"%s\" wordt gerekend over iets waarvan hierboven nog "
	                                             "niets staat; zet de elementen op "
	                                             "volgorde."),
	                                       line->what);

	finding->line = line->at.items[0].line;
	finding->column = line->at.items[0].column;
}

static void reckon_line(const struct price *price, size_t element, size_t at, struct findings *findings)
{
	const struct price_element *elements = price->elements.items;
	struct price_line *line = &((struct price_line *)elements[element].lines.items)[at];
	struct decimal number = { 0 };
	int64_t base;

	if (!has_words(line->percent) && !has_words(line->minutes)) {
		line->amount = line->cents;
		return;
	}
	base = has_words(line->percent) ? base_of(price, element, at) : professional(price);
	if (base == 0)
		refuse_base(line, findings);
	(void)decimal_read(has_words(line->percent) ? line->percent : line->minutes, &number);
	line->amount.cents =
		rounded(base * number.billionths,
	                DECIMAL_ONE * (has_words(line->percent) ? PERCENTS : price->unit_minutes));
}

static void reckon_chain(struct price *price)
{
	struct price_link *link = price->chain.items;

	for (size_t i = 0; i < price->chain.count; i++) {
		const struct price_kept *kept = link[i].keeps.items;

		link[i].floor = price->amount;
		for (size_t j = 0; j < i; j++)
			if (strcmp(link[j].to, link[i].from) == 0)
				link[i].floor = link[j].floor;
		for (size_t j = 0; j < link[i].keeps.count; j++)
			link[i].floor.cents -= kept[j].cents.cents;
		link[i].is_enough = link[i].cents.cents >= link[i].floor.cents;
	}
}

void price_reckon(struct price *price, struct findings *findings)
{
	struct price_element *elements = price->elements.items;

	price->amount = (struct money){ 0 };
	for (size_t i = 0; i < price->elements.count; i++) {
		const struct price_line *lines = elements[i].lines.items;

		elements[i].amount = (struct money){ 0 };
		for (size_t j = 0; j < elements[i].lines.count; j++) {
			reckon_line(price, i, j, findings);
			elements[i].amount.cents += lines[j].amount.cents;
		}
		price->amount.cents += elements[i].amount.cents;
	}
	price->is_enough = price->tariff.at.items == NULL || price->tariff.cents.cents >= price->amount.cents;
	reckon_chain(price);
}

/* --- what is too low --- */

static void put_at(struct finding *finding, struct marks at)
{
	if (at.items == NULL)
		return;
	finding->line = at.items[0].line;
	finding->column = at.items[0].column;
}

/* Article 5.4, first and second paragraph: a fixed price is a real price, and a floor is at least one. */
static void check_tariff(const struct price *price, const struct spelling *spelling,
                         struct findings *findings)
{
	char tariff[SPELLING_SIZE], real[SPELLING_SIZE], less[SPELLING_SIZE];
	struct money lacks = { price->amount.cents - price->tariff.cents.cents };

	if (!price->is_enough)
		put_at(findings_add(
			       findings, "price-tariff", "tariff",
			       WORDS("Het tarief is %s; de reële prijs is %s. Er ontbreekt %s per eenheid."),
			       spelling_money(spelling, price->tariff.cents, tariff),
			       spelling_money(spelling, price->amount, real),
			       spelling_money(spelling, lacks, less)),
		       price->tariff.at);
}

void price_check(const struct price *price, struct findings *findings)
{
	const struct spelling spelling = spelling_new(findings->language);
	const struct price_link *link = price->chain.items;

	check_tariff(price, &spelling, findings);
	for (size_t i = 0; i < price->chain.count; i++) {
		char pays[SPELLING_SIZE], least[SPELLING_SIZE];

		if (!link[i].is_enough)
			put_at(findings_add(findings, "price-passed-on", "chain",
			                    WORDS("\"%s\" betaalt \"%s\" %s; na wat de keten zelf houdt is "
			                          "de reële prijs %s."),
			                    link[i].from, link[i].to,
			                    spelling_money(&spelling, link[i].cents, pays),
			                    spelling_money(&spelling, link[i].floor, least)),
			       link[i].at);
	}
}
