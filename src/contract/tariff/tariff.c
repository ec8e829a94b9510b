/* SPDX-License-Identifier: EUPL-1.2 */
/* The fields and rules of tariff tables, and the guard over their band. */
#include "contract/tariff/tariff.h"

#include <string.h>

#include "common/scheme/scheme_check.h"
#include "common/wording/amount.h"
#include "platform/base/decimal.h"
#include "platform/base/words.h"

#define CENT (DECIMAL_ONE / 100)
#define EUROS_MAX 1000000
#define FLAT_APART 50 /* cuts that differ less than half a percentage point are one cut */
#define PARTS 10000   /* a part in hundredths of a percent */

const struct choice tariff_units[] = {
	{ "minute", WORDS("per minuut") },
	{ "hour", WORDS("per uur") },
	{ "half-day", WORDS("per dagdeel") },
	{ "night", WORDS("per etmaal") },
	{ "week", WORDS("per week") },
	{ "month", WORDS("per maand") },
	{ "output", WORDS("per resultaat") },
	{ "piece", WORDS("per stuk") },
	{ NULL, NULL },
};

const struct choice tariff_sorts[] = {
	{ TARIFF_SET, WORDS("vastgesteld") },
	{ "provisional", WORDS("voorlopige index") },
	{ "definitive", WORDS("definitieve index") },
	{ "correction", WORDS("verschil van de definitieve index") },
	{ NULL, NULL },
};

const struct choice tariff_breaks[] = {
	{ "band", WORDS("het laagste of het hoogste tarief verandert") },
	{ "flat", WORDS("alles gaat met hetzelfde deel omlaag") },
	{ NULL, NULL },
};

static const struct field line_fields[] = {
	FIELD(struct tariff_line, product, .label = WORDS("Product"), .required = true),
	FIELD(struct tariff_line, level, .label = WORDS("Zwaarte of soort, als een product er meer heeft"),
	      .max_chars = 60),
	FIELD(struct tariff_line, unit, .label = WORDS("Waarvoor"), .required = true,
	      .choices = tariff_units),
	FIELD(struct tariff_line, amount, .label = WORDS("Bedrag in euro"), .required = true, .max_chars = 12,
	      .hint = WORDS("Zoals 32,40.")),
	FIELD(struct tariff_line, cents, .flags = FIELD_BY_DOOR),
};
const struct record tariff_line_record = RECORD(struct tariff_line, "tariff_line", line_fields);

static const struct field band_fields[] = {
	FIELD(struct tariff_band, unit, .choices = tariff_units),
	FIELD(struct tariff_band, lowest),
	FIELD(struct tariff_band, highest),
	FIELD(struct tariff_band, lowest_before),
	FIELD(struct tariff_band, highest_before),
};
const struct record tariff_band_record = RECORD(struct tariff_band, "tariff_band", band_fields);

/* --- a proposal --- */

static const struct field proposed_fields[] = {
	FIELD(struct tariffs_proposed, agreement, .label = WORDS("Overeenkomst"), .required = true),
	FIELD(struct tariffs_proposed, from, .label = WORDS("Geldt vanaf"), .required = true),
	FIELD(struct tariffs_proposed, last_day, .label = WORDS("Geldt tot en met"),
	      .hint = WORDS("Vul niets in als de tabel geldt tot er een andere is.")),
	FIELD(struct tariffs_proposed, lines, .label = WORDS("Tarieven"), .required = true,
	      .of = &tariff_line_record),
	FIELD(struct tariffs_proposed, source, .label = WORDS("Waar komen de bedragen vandaan?"),
	      .required = true, .flags = FIELD_LONG, .max_chars = 1000),
	FIELD(struct tariffs_proposed, is_placeholder,
	      .label = WORDS("De bedragen zijn een voorbeeld: de echte zijn niet bekend")),
	FIELD(struct tariffs_proposed, reason, .label = WORDS("Reden"), .flags = FIELD_LONG,
	      .max_chars = 1000,
	      .hint = WORDS("Nodig als het laagste of hoogste tarief verandert, of als alles omlaag gaat. "
	                    "Zonder bedragen: ook "
	                    "de praktijk leest deze reden.")),
	FIELD(struct tariffs_proposed, programme, .label = WORDS("Programma van de inkoop"), .max_chars = 40,
	      .hint = WORDS(
		      "Alleen bij een nieuwe inkoop. Zolang de geldfase dicht is, worden er geen tarieven "
		      "voorgesteld.")),
	FIELD(struct tariffs_proposed, scheme, .flags = FIELD_BY_DOOR),
	FIELD(struct tariffs_proposed, compared_with, .flags = FIELD_BY_DOOR),
	FIELD(struct tariffs_proposed, band, .of = &tariff_band_record, .flags = FIELD_BY_DOOR),
	FIELD(struct tariffs_proposed, breaks, .flags = FIELD_BY_DOOR),
	FIELD(struct tariffs_proposed, needs_signatures, .flags = FIELD_BY_DOOR),
};
const struct record tariffs_proposed_record =
	RECORD(struct tariffs_proposed, "tariffs_proposed", proposed_fields);

static bool proposes_for_known(const void *item)
{
	return ((const struct tariffs_proposed *)item)->situation.is_known;
}

static bool proposes_known_products(const void *item)
{
	const struct tariffs_proposed *proposed = item;

	return !proposed->situation.is_known || proposed->situation.knows_products;
}

static bool proposes_amounts(const void *item)
{
	return ((const struct tariffs_proposed *)item)->situation.are_amounts;
}

static bool proposes_once(const void *item)
{
	return ((const struct tariffs_proposed *)item)->situation.are_once;
}

static bool proposes_a_period(const void *item)
{
	const struct tariffs_proposed *proposed = item;

	return !date_is(proposed->last_day) || !date_before(proposed->last_day, proposed->from);
}

static bool proposes_after_what_is_set(const void *item)
{
	const struct tariffs_proposed *proposed = item;

	return !proposed->situation.is_known || proposed->situation.is_after;
}

static bool proposes_with_reason(const void *item)
{
	const struct tariffs_proposed *proposed = item;

	return proposed->breaks.count == 0 || has_words(proposed->reason);
}

static bool reason_is_free_of_money(const void *item)
{
	return !amount_stands_in(((const struct tariffs_proposed *)item)->reason);
}

/* First the content; until all endorse it there is no amount anywhere in the tender. */
static bool proposes_in_the_money_stage(const void *item)
{
	return !((const struct tariffs_proposed *)item)->situation.is_finance_closed;
}

#define FINANCE_CLOSED                                                                                       \
	WORDS("De geldfase van een programma voor deze regeling is dicht. Tot dan komen er geen tarieven.")
#define LATER_TABLE WORDS("Vanaf een latere dag geldt al een andere tabel. Kies die dag, of een latere.")

const struct journal_rule tariffs_proposed_rules[TARIFFS_PROPOSED_RULES_COUNT] = {
	{ "tariff-agreement", "agreement",
	  WORDS("Deze overeenkomst staat niet in een vastgestelde regeling."), "", proposes_for_known },
	{ "tariff-product", "lines",
	  WORDS("Een product in deze tabel staat niet in de regeling van de overeenkomst."), "",
	  proposes_known_products },
	{ "tariff-amount", "lines",
	  WORDS("Schrijf elk bedrag in euro met hooguit twee cijfers achter de komma, zoals 32,40."), "",
	  proposes_amounts },
	{ "tariff-doubled", "lines",
	  WORDS("Een product staat er twee keer; geef elke regel een eigen zwaarte of soort."), "",
	  proposes_once },
	{ "tariff-period", "last_day", WORDS("De laatste dag ligt voor de eerste."), "", proposes_a_period },
	{ "tariff-later", "from", LATER_TABLE, "", proposes_after_what_is_set },
	{ "tariff-reason", "reason",
	  WORDS("Het laagste of het hoogste tarief verandert, of alles gaat met hetzelfde deel omlaag. Zeg "
	        "waarom. Daarna tekenen beleid, praktijk en contract, drie verschillende mensen."),
	  "De tariefband van het vorige contract blijft", proposes_with_reason },
	{ "tariff-reason-amount", "reason",
	  WORDS("In de reden staat een bedrag. Ook de praktijk leest de reden; schrijf haar zonder "
	        "bedragen."),
	  "De praktijk ziet geen prijzen", reason_is_free_of_money },
	{ "tariff-programme", "programme", FINANCE_CLOSED, "Programma: eerst de inhoud, dan het geld",
	  proposes_in_the_money_stage },
};

/* --- a signature --- */

static const struct field signed_fields[] = {
	FIELD(struct tariff_signed, proposal, .label = WORDS("Voorstel"), .required = true),
	FIELD(struct tariff_signed, reason, .label = WORDS("Waarom tekent u?"), .required = true,
	      .flags = FIELD_LONG, .max_chars = 1000),
	FIELD(struct tariff_signed, corner, .flags = FIELD_BY_DOOR),
	FIELD(struct tariff_signed, due, .flags = FIELD_BY_DOOR),
};
const struct record tariff_signed_record = RECORD(struct tariff_signed, "tariff_signed", signed_fields);

static bool signs_open(const void *item)
{
	return ((const struct tariff_signed *)item)->situation.is_open;
}

static bool signs_what_needs_it(const void *item)
{
	const struct tariff_signed *signature = item;

	return !signature->situation.is_open || signature->situation.needs_it;
}

static bool signs_for_a_corner(const void *item)
{
	return ((const struct tariff_signed *)item)->situation.is_corner;
}

static bool signs_for_a_free_corner(const void *item)
{
	return ((const struct tariff_signed *)item)->situation.corner_is_free;
}

static bool signs_as_another_person(const void *item)
{
	return ((const struct tariff_signed *)item)->situation.person_is_new;
}

#define OPEN_PROPOSAL WORDS("Dit voorstel is er niet, of het is al vastgesteld.")

const struct journal_rule tariff_signed_rules[TARIFF_SIGNED_RULES_COUNT] = {
	{ "tariff-sign-proposal", "proposal", OPEN_PROPOSAL, "", signs_open },
	{ "tariff-sign-needless", "proposal",
	  WORDS("Dit voorstel heeft geen handtekeningen nodig: het blijft binnen de band."), "",
	  signs_what_needs_it },
	{ "tariff-sign-corner", "proposal",
	  WORDS("Alleen iemand van beleid, praktijk of contract tekent, elk voor de eigen hoek."), "",
	  signs_for_a_corner },
	{ "tariff-sign-taken", "proposal", WORDS("Uw hoek heeft dit voorstel al getekend."), "",
	  signs_for_a_free_corner },
	{ "tariff-sign-person", "proposal",
	  WORDS("U tekende dit voorstel al; de drie handtekeningen zijn van drie mensen."), "",
	  signs_as_another_person },
};

/* --- a table set --- */

static const struct field set_fields[] = {
	FIELD(struct tariffs_set, proposal, .label = WORDS("Voorstel"), .required = true),
	FIELD(struct tariffs_set, agreement, .flags = FIELD_BY_DOOR),
	FIELD(struct tariffs_set, scheme, .flags = FIELD_BY_DOOR),
	FIELD(struct tariffs_set, programme, .flags = FIELD_BY_DOOR),
	FIELD(struct tariffs_set, from, .flags = FIELD_BY_DOOR),
};
const struct record tariffs_set_record = RECORD(struct tariffs_set, "tariffs_set", set_fields);

static bool sets_open(const void *item)
{
	return ((const struct tariffs_set *)item)->situation.is_open;
}

static bool sets_signed(const void *item)
{
	const struct tariffs_set *set = item;

	return !set->situation.is_open || set->situation.is_signed;
}

static bool sets_the_last(const void *item)
{
	const struct tariffs_set *set = item;

	return !set->situation.is_open || set->situation.is_last;
}

static bool sets_in_the_money_stage(const void *item)
{
	return !((const struct tariffs_set *)item)->situation.is_finance_closed;
}

const struct journal_rule tariffs_set_rules[TARIFFS_SET_RULES_COUNT] = {
	{ "tariff-set-proposal", "proposal", OPEN_PROPOSAL, "", sets_open },
	{ "tariff-set-unsigned", "proposal",
	  WORDS("Dit voorstel gaat buiten de band, of alles gaat met hetzelfde deel omlaag. Eerst tekenen "
	        "beleid, praktijk en contract, drie verschillende mensen."),
	  "De tariefband van het vorige contract blijft", sets_signed },
	{ "tariff-set-later", "proposal", LATER_TABLE, "", sets_the_last },
	{ "tariff-set-programme", "proposal", FINANCE_CLOSED, "Programma: eerst de inhoud, dan het geld",
	  sets_in_the_money_stage },
};

/* --- amounts --- */

bool tariff_read_amount(const char *text, struct money *ret_cents)
{
	struct decimal number = { 0 };

	if (!has_words(text) || !decimal_read(text, &number) || number.billionths % CENT != 0 ||
	    number.billionths == 0 || number.billionths / DECIMAL_ONE >= EUROS_MAX)
		return false;
	ret_cents->cents = number.billionths / CENT;
	return true;
}

/* --- the band --- */

static struct tariff_band *band_for(struct records *bands, const char *unit)
{
	struct tariff_band *band = bands->items;

	for (size_t i = 0; i < bands->count; i++)
		if (check_is(band[i].unit, unit))
			return &band[i];
	band[bands->count] = (struct tariff_band){ .unit = unit };
	return &band[bands->count++];
}

static void widen(struct money *lowest, struct money *highest, struct money cents)
{
	if (lowest->cents == 0 || cents.cents < lowest->cents)
		*lowest = cents;
	if (cents.cents > highest->cents)
		*highest = cents;
}

struct records tariff_band_of(const struct records *before, const struct records *after, struct arena *arena)
{
	struct records bands = records_new(&tariff_band_record, before->count + after->count, arena);
	const struct tariff_line *old = before->items, *new = after->items;

	bands.count = 0;
	for (size_t i = 0; i < after->count; i++) {
		struct tariff_band *band = band_for(&bands, new[i].unit);

		widen(&band->lowest, &band->highest, new[i].cents);
	}
	for (size_t i = 0; i < before->count; i++) {
		struct tariff_band *band = band_for(&bands, old[i].unit);

		widen(&band->lowest_before, &band->highest_before, old[i].cents);
	}
	return bands;
}

static bool band_moves(const struct records *bands)
{
	const struct tariff_band *band = bands->items;

	for (size_t i = 0; i < bands->count; i++)
		if (band[i].lowest.cents != band[i].lowest_before.cents ||
		    band[i].highest.cents != band[i].highest_before.cents)
			return true;
	return false;
}

static const struct tariff_line *same_line(const struct records *lines, const struct tariff_line *sought)
{
	const struct tariff_line *line = lines->items;

	for (size_t i = 0; i < lines->count; i++)
		if (check_is(line[i].product, sought->product) && check_is(line[i].unit, sought->unit) &&
		    strcmp(or_empty(line[i].level), or_empty(sought->level)) == 0)
			return &line[i];
	return NULL;
}

/* Everything that is in both tables goes down, and all by about the same part: the cheese slicer. */
static bool is_flat_cut(const struct records *before, const struct records *after)
{
	const struct tariff_line *new = after->items;
	int64_t least = PARTS, most = 0;
	size_t common = 0;

	for (size_t i = 0; i < after->count; i++) {
		const struct tariff_line *old = same_line(before, &new[i]);
		int64_t cut;

		if (old == NULL)
			continue;
		if (new[i].cents.cents >= old->cents.cents)
			return false;
		cut = (old->cents.cents - new[i].cents.cents) * PARTS / old->cents.cents;
		least = cut < least ? cut : least;
		most = cut > most ? cut : most;
		common++;
	}
	return common > 0 && most - least < FLAT_APART;
}

struct texts tariff_guard(const struct records *before, const struct records *after, struct arena *arena)
{
	struct texts breaks = { .items = ARENA_MANY(arena, 2, const char *) };
	struct records bands = tariff_band_of(before, after, arena);

	if (before->count == 0)
		return breaks;
	if (band_moves(&bands))
		breaks.items[breaks.count++] = tariff_breaks[0].code;
	if (is_flat_cut(before, after))
		breaks.items[breaks.count++] = tariff_breaks[1].code;
	return breaks;
}
