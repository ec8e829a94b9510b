/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/claim/claim.h"

#include <string.h>

#include "platform/base/words.h"

#define MINUTES_IN_HOUR 60

/* --- what a volume costs --- */

static bool is_by_minute(enum claim_unit unit, const struct claim_contract *contract)
{
	return unit == CLAIM_MINUTE && contract->unit == CLAIM_HOUR;
}

/* So many sixtieth parts of an amount, half a cent up. */
static int64_t of_an_hour(int64_t amount)
{
	return (amount + MINUTES_IN_HOUR / 2) / MINUTES_IN_HOUR;
}

int64_t claim_amount(int64_t volume, enum claim_unit unit, const struct claim_contract *contract)
{
	if (unit == CLAIM_EURO)
		return volume;
	return is_by_minute(unit, contract) ? of_an_hour(contract->tariff * volume)
	                                    : contract->tariff * volume;
}

int64_t claim_tariff(enum claim_unit unit, const struct claim_contract *contract)
{
	if (unit == CLAIM_EURO || contract->tariff == CLAIM_NO_TARIFF)
		return CLAIM_NO_TARIFF;
	return is_by_minute(unit, contract) ? of_an_hour(contract->tariff) : contract->tariff;
}

/* --- about the order --- */

static bool has_order(const struct claim_case *judged)
{
	return judged->order != NULL;
}

static bool is_not_deleted(const struct claim_case *judged)
{
	return judged->order == NULL || !judged->order->is_deleted;
}

static bool has_client(const struct claim_case *judged)
{
	return judged->order == NULL || strcmp(judged->line->bsn, judged->order->bsn) == 0;
}

static bool is_same_where_named(const char *claimed, const char *ordered)
{
	return ordered == NULL || strcmp(claimed, ordered) == 0;
}

static bool has_category(const struct claim_case *judged)
{
	return judged->order == NULL || is_same_where_named(judged->line->category, judged->order->category);
}

static bool has_code(const struct claim_case *judged)
{
	return judged->order == NULL || is_same_where_named(judged->line->code, judged->order->code);
}

/* Hours may be claimed in minutes; without an extent the contract says the unit. */
static bool has_unit(const struct claim_case *judged)
{
	const struct claim_order *order = judged->order;
	enum claim_unit unit;

	if (order == NULL)
		return true;
	if (order->extent.per == CLAIM_PER_NOTHING && judged->contract->tariff == CLAIM_NO_TARIFF)
		return true;
	unit = order->extent.per == CLAIM_PER_NOTHING ? judged->contract->unit : order->extent.unit;
	return judged->line->unit == unit || (judged->line->unit == CLAIM_MINUTE && unit == CLAIM_HOUR);
}

/* --- about the period --- */

static bool is_not_after_claim(const struct claim_case *judged)
{
	return !date_before(judged->claimed.until, judged->line->period.until);
}

static bool begins_within(const struct claim_case *judged)
{
	return judged->order == NULL || !date_before(judged->line->period.from, judged->order->valid.from);
}

static bool ends_within(const struct claim_case *judged)
{
	return judged->order == NULL || !date_is(judged->order->valid.until) ||
	       !date_before(judged->order->valid.until, judged->line->period.until);
}

/* The order's part of the month that the line is about. */
static struct claim_period whole_period(const struct claim_case *judged)
{
	return claim_product_period(judged->order->valid, claim_month_of(judged->line->period.from));
}

/* What lies outside the order breaks another rule. */
static bool begins_whole(const struct claim_case *judged)
{
	return !begins_within(judged) || judged->order == NULL ||
	       judged->line->period.from.day == whole_period(judged).from.day;
}

static bool ends_whole(const struct claim_case *judged)
{
	return !ends_within(judged) || judged->order == NULL ||
	       judged->line->period.until.day == whole_period(judged).until.day;
}

/* --- about how much --- */

/* A credit takes back, so it always fits. */
static bool is_debit_on_order(const struct claim_case *judged)
{
	return judged->order != NULL && !judged->line->is_credit;
}

static bool fits(const struct claim_case *judged, int64_t before, int64_t most)
{
	const struct claim_line *line = judged->line;

	return before + claim_counted(line->volume, line->unit) <=
	       claim_counted(most, judged->order->extent.unit);
}

static bool fits_period(const struct claim_case *judged)
{
	const struct claim_order *order = judged->order;

	return !is_debit_on_order(judged) ||
	       fits(judged, 0, claim_most_in_period(&order->extent, order->valid, judged->line->period));
}

static bool fits_order(const struct claim_case *judged)
{
	const struct claim_order *order = judged->order;

	return !is_debit_on_order(judged) ||
	       fits(judged, judged->before.counted, claim_most_in_all(&order->extent, order->valid));
}

static bool fits_budget(const struct claim_case *judged)
{
	return !is_debit_on_order(judged) || judged->order->budget == 0 ||
	       judged->before.amount + judged->line->amount <= judged->order->budget;
}

/* --- about other lines --- */

static bool has_new_reference(const struct claim_case *judged)
{
	return !judged->before.is_reference_known;
}

static bool takes_back_same(const struct claim_case *judged)
{
	const struct claim_line *line = judged->line, *debit = judged->before.debit;

	if (!line->is_credit)
		return true;
	return debit != NULL && strcmp(line->bsn, debit->bsn) == 0 && line->order == debit->order &&
	       strcmp(line->category, debit->category) == 0 && strcmp(line->code, debit->code) == 0 &&
	       line->period.from.day == debit->period.from.day &&
	       line->period.until.day == debit->period.until.day && line->volume == debit->volume &&
	       line->unit == debit->unit && line->tariff == debit->tariff && line->amount == debit->amount;
}

static bool is_taken_back_once(const struct claim_case *judged)
{
	return !judged->line->is_credit || !judged->before.is_credited;
}

/* Of an order of another provider it is not told what that one claimed (iWmo 3.2, OP095). */
static bool is_claimed_once(const struct claim_case *judged)
{
	return !is_debit_on_order(judged) || !judged->before.has_same_product;
}

/* --- about money --- */

static bool is_priced(const struct claim_case *judged)
{
	return judged->line->unit != CLAIM_EURO && judged->contract->tariff != CLAIM_NO_TARIFF;
}

/* Where no tariff is known here, the line's own. */
static bool has_amount(const struct claim_case *judged)
{
	const struct claim_line *line = judged->line;

	if (line->unit == CLAIM_EURO)
		return true;
	if (is_priced(judged) && line->tariff == claim_tariff(line->unit, judged->contract))
		return line->amount == claim_amount(line->volume, line->unit, judged->contract);
	return line->amount == line->volume * line->tariff;
}

static bool has_tariff(const struct claim_case *judged)
{
	return !is_priced(judged) ||
	       judged->line->tariff == claim_tariff(judged->line->unit, judged->contract);
}

const struct claim_rule claim_rules[CLAIM_RULES_COUNT] = {
	{ "TR338", "9338", WORDS("Het toewijzingsnummer is bekend bij deze aanbieder."), has_order },
	{ "TR384", "9384", WORDS("Op een verwijderde toewijzing wordt niets gedeclareerd."), is_not_deleted },
	{ "TR304", "8187", WORDS("Het BSN is dat van de toewijzing."), has_client },
	{ "TR339", "9339", WORDS("De productcategorie is die van de toewijzing."), has_category },
	{ "TR340", "9340", WORDS("De productcode is die van de toewijzing."), has_code },
	{ "TR341", "9341", WORDS("De eenheid past bij die van de toewijzing; uren mogen in minuten."),
	  has_unit },
	{ "TR319", "9319", WORDS("De productperiode ligt niet na de periode van de declaratie."),
	  is_not_after_claim },
	{ "TR307", "9307", WORDS("De productperiode begint niet voor de toewijzing."), begins_within },
	{ "TR308", "9308", WORDS("De productperiode eindigt niet na de toewijzing."), ends_within },
	{ "TR387", "9387",
	  WORDS("De productperiode begint op de eerste dag van de maand, of waar de toewijzing ingaat."),
	  begins_whole },
	{ "TR388", "9388",
	  WORDS("De productperiode eindigt op de laatste dag van de maand, of waar de toewijzing eindigt."),
	  ends_whole },
	{ "TR314", "8021", WORDS("Het referentienummer is nooit eerder gebruikt."), has_new_reference },
	{ "TR323", "8017", WORDS("Een creditregel is gelijk aan een goedgekeurde debetregel."),
	  takes_back_same },
	{ "TR390", "9390", WORDS("Een regel wordt maar een keer gecrediteerd."), is_taken_back_once },
	{ "TR389", "9389", WORDS("Hetzelfde product over dezelfde periode is niet al gedeclareerd."),
	  is_claimed_once },
	{ "TR321", "9321", WORDS("Het geleverde volume past in de periode."), fits_period },
	{ "TR322", "9322", WORDS("Alle prestaties samen passen in de hele toewijzing."), fits_order },
	{ "TR369", "9369", WORDS("Alle prestaties samen passen in het toegewezen budget."), fits_budget },
	{ "TR346", "9346", WORDS("Het bedrag is het volume maal het tarief."), has_amount },
	{ "TR418", "0611", WORDS("Het tarief is dat van het contract."), has_tariff },
};

size_t claim_judge(const struct claim_case *judged,
                   const struct claim_rule *ret_broken[static CLAIM_RULES_COUNT])
{
	size_t count = 0;

	for (size_t i = 0; i < CLAIM_RULES_COUNT; i++)
		if (!claim_rules[i].holds(judged))
			ret_broken[count++] = &claim_rules[i];
	return count;
}
