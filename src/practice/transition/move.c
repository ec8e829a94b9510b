/* SPDX-License-Identifier: EUPL-1.2 */
#include "practice/transition/move.h"

#include "platform/base/words.h"
#include "practice/transition/handover.h"

static const struct field moved_support_fields[] = {
	FIELD(struct moved_support, assignment), FIELD(struct moved_support, product),
	FIELD(struct moved_support, deliverer),  FIELD(struct moved_support, party),
	FIELD(struct moved_support, stays),      FIELD(struct moved_support, there),
};
const struct record moved_support_record =
	RECORD(struct moved_support, "moved_support", moved_support_fields);

static const struct field resident_move_fields[] = {
	FIELD(struct resident_move, person, .label = WORDS("Persoon"), .required = true),
	FIELD(struct resident_move, street, .label = WORDS("Straat"), .flags = FIELD_IN_VAULT),
	FIELD(struct resident_move, house_number, .label = WORDS("Huisnummer"),
	      .flags = FIELD_IN_VAULT | FIELD_UNSIGNED, .max = 99999),
	FIELD(struct resident_move, house_addition, .label = WORDS("Toevoeging"), .flags = FIELD_IN_VAULT,
	      .max_chars = 12),
	FIELD(struct resident_move, postcode, .label = WORDS("Postcode"), .flags = FIELD_IN_VAULT,
	      .max_chars = 7),
	FIELD(struct resident_move, place, .label = WORDS("Woonplaats"), .flags = FIELD_IN_VAULT,
	      .max_chars = 80),
	FIELD(struct resident_move, from, .label = WORDS("Vanaf"), .required = true,
	      .hint = WORDS("De eerste dag op het nieuwe adres.")),
	FIELD(struct resident_move, told_on, .label = WORDS("Wanneer is het de cliënt verteld?"),
	      .hint = WORDS("Nodig als er een andere aanbieder komt; dan moet het vóór de verhuizing.")),
	FIELD(struct resident_move, told_how, .label = WORDS("Hoe is het verteld?"), .choices = told_ways),
	FIELD(struct resident_move, old_area, .flags = FIELD_BY_DOOR),
	FIELD(struct resident_move, new_area, .flags = FIELD_BY_DOOR),
	FIELD(struct resident_move, support, .flags = FIELD_BY_DOOR, .of = &moved_support_record),
};
const struct record resident_move_record =
	RECORD(struct resident_move, "resident_moved", resident_move_fields);

static bool is_known_person(const void *item)
{
	return ((const struct resident_move *)item)->situation.is_known_person;
}

static bool has_address(const void *item)
{
	const struct resident_move *move = item;

	return has_words(move->postcode) && postcode_is_right(move->postcode) && move->house_number > 0;
}

/* Whoever leaves the municipalities of this register is no move within it. */
static bool lives_here(const void *item)
{
	const struct resident_move *move = item;

	return !has_address(item) || has_words(move->new_area);
}

static bool follows_the_last(const void *item)
{
	const struct resident_move *move = item;
	struct date last = move->situation.last_move_on;

	return !date_is(last) || date_before(last, move->from);
}

#define DAYS_AHEAD 366

/* A move that is further away is a slip of the pen, and no move before it could be recorded any more. */
static bool is_near(const void *item)
{
	const struct resident_move *move = item;

	return !date_before(date_add_days(move->situation.today, DAYS_AHEAD), move->from);
}

static bool something_ends(const struct resident_move *move)
{
	const struct moved_support *support = move->support.items;

	for (size_t i = 0; i < move->support.count; i++)
		if (!support[i].stays)
			return true;
	return false;
}

/* First tell, then change (promise 3). */
static bool is_told_before(const void *item)
{
	const struct resident_move *move = item;

	return !something_ends(move) || (date_is(move->told_on) && has_words(move->told_how) &&
	                                 date_before(move->told_on, move->from));
}

static bool is_told_already(const void *item)
{
	const struct resident_move *move = item;

	return !date_before(move->situation.today, move->told_on);
}

const struct journal_rule move_rules[MOVE_RULES_COUNT] = {
	{ "move-person", "person", WORDS("Deze persoon staat niet in dit register."), "", is_known_person },
	{ "move-address", "postcode", WORDS("Vul het huisnummer in, en een postcode als 1234 AB."),
	  "iWmo 3.2, CS089", has_address },
	{ "move-area", "postcode",
	  WORDS("Deze postcode hoort bij geen gebied van deze gemeente. Woont de inwoner straks hier?"),
	  "Wmo 2015, art. 1.2.1", lives_here },
	{ "move-history", "from",
	  WORDS("Na deze dag is er al een verhuizing. Kies een dag na de vorige verhuizing."), "",
	  follows_the_last },
	{ "move-told", "told_on",
	  WORDS("Er komt een andere aanbieder. Vertel dat eerst, en vul in wanneer en hoe: dat moet vóór de "
	        "dag van de verhuizing."),
	  "", is_told_before },
	{ "move-told-later", "told_on", WORDS("Deze dag moet nog komen; het is dus nog niet verteld."), "",
	  is_told_already },
	{ "move-far", "from", WORDS("Deze dag is meer dan een jaar vooruit. Klopt het jaartal?"), "",
	  is_near },
};
