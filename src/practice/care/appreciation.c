/* SPDX-License-Identifier: EUPL-1.2 */
#include "practice/care/appreciation.h"

#include <stdlib.h>
#include <string.h>

#include "platform/base/words.h"

#define EVERYBODY "*"

const struct choice appreciation_forms[] = {
	{ "money", WORDS("een geldbedrag") },
	{ "voucher", WORDS("een cadeaubon") },
	{ "attention", WORDS("een attentie") },
	{ "outing", WORDS("een uitje") },
	{ NULL, NULL },
};

const struct choice appreciation_askers[] = {
	{ "client", WORDS("de cliënt") },
	{ "carer", WORDS("de mantelzorger") },
	{ "college", WORDS("de gemeente zelf") },
	{ NULL, NULL },
};

const struct choice appreciation_refusals[] = {
	{ "no_carer", WORDS("wie is genoemd, geeft geen mantelzorg") },
	{ "once", WORDS("deze mantelzorger kreeg dit jaar al een blijk van waardering") },
	{ "late", WORDS("het is gevraagd na de laatste dag die de verordening noemt") },
	{ "other", WORDS("een andere reden") },
	{ NULL, NULL },
};

const struct choice appreciation_states[] = {
	{ "granted", WORDS("nog te geven") },
	{ "given", WORDS("gegeven") },
	{ "refused", WORDS("geweigerd") },
	{ NULL, NULL },
};

/* --- what a municipality gives --- */

enum column { AUTHORITY, FROM, FORM, CENTS, SOURCE, COLUMNS };

enum status appreciation_rule_of(struct sheet *rules, const struct appreciation_place *place,
                                 struct arena *arena, struct appreciation_rule *ret_rule, struct fault *fault)
{
	bool is_own = false;

	*ret_rule = (struct appreciation_rule){ 0 };
	for (bool is_header = true; sheet_next(rules, arena); is_header = false) {
		struct date from = { 0 };
		bool is_of_it =
			rules->count > 0 && strcmp(rules->values[AUTHORITY], or_empty(place->authority)) == 0;

		if (is_header)
			continue;
		if (rules->fault != SHEET_FINE || rules->count != COLUMNS ||
		    !date_read(rules->values[FROM], &from))
			return fault_set(fault, FAILED,
			                 "the tokens of appreciation cannot be read at line %lld",
			                 (long long)rules->line);
		if (date_before(place->on, from) ||
		    (!is_of_it && (is_own || strcmp(rules->values[AUTHORITY], EVERYBODY) != 0)))
			continue;
		is_own = is_of_it;
		ret_rule->form = rules->values[FORM];
		ret_rule->amount.cents = strtoll(rules->values[CENTS], NULL, 10);
	}
	return OK;
}

/* --- the facts --- */

#define WHO_FIELDS                                                                                           \
	FIELD(struct appreciation, person, .label = WORDS("Persoon"), .required = true),                     \
		FIELD_INSIDE(struct appreciation, carer, &relation_record,                                   \
	                     .label = WORDS("Wie is de mantelzorger?")),                                     \
		FIELD(struct appreciation, year, .label = WORDS("Voor welk jaar?"), .required = true,        \
	              .flags = FIELD_UNSIGNED, .max = 9999),                                                 \
		FIELD(struct appreciation, asked_on, .label = WORDS("Gevraagd op"), .required = true),       \
		FIELD(struct appreciation, asked_by, .label = WORDS("Wie vroeg het?"), .required = true,     \
	              .choices = appreciation_askers)
#define DOOR_FIELDS                                                                                          \
	FIELD(struct appreciation, form, .flags = FIELD_BY_DOOR, .choices = appreciation_forms),             \
		FIELD(struct appreciation, carer_mark, .flags = FIELD_BY_DOOR),                              \
		FIELD(struct appreciation, cents, .flags = FIELD_BY_DOOR)

static const struct field granted_fields[] = {
	WHO_FIELDS,
	FIELD(struct appreciation, words, .label = WORDS("Wat doet de mantelzorger?"), .flags = FIELD_LONG,
	      .max_chars = 1000, .hint = WORDS("Alleen wat nodig is. De inwoner kan dit lezen.")),
	DOOR_FIELDS,
};
const struct record appreciation_granted_record =
	RECORD(struct appreciation, "appreciation_granted", granted_fields);

static const struct field refused_fields[] = {
	WHO_FIELDS,
	FIELD(struct appreciation, reason, .label = WORDS("Waarom niet?"), .required = true,
	      .choices = appreciation_refusals),
	FIELD(struct appreciation, words, .label = WORDS("Leg het uit"), .required = true,
	      .flags = FIELD_LONG, .max_chars = 1000, .hint = WORDS("Dit staat in de brief aan de inwoner.")),
	DOOR_FIELDS,
};
const struct record appreciation_refused_record =
	RECORD(struct appreciation, "appreciation_refused", refused_fields);

static const struct field given_fields[] = {
	FIELD(struct appreciation_given, person, .label = WORDS("Persoon"), .required = true),
	FIELD(struct appreciation_given, appreciation, .label = WORDS("Blijk van waardering"),
	      .required = true),
	FIELD(struct appreciation_given, given_on, .label = WORDS("Gegeven op"), .required = true),
};
const struct record appreciation_given_record =
	RECORD(struct appreciation_given, "appreciation_given", given_fields);

static bool is_for_a_client(const void *item)
{
	return ((const struct appreciation *)item)->situation.is_client;
}

static bool names_the_carer(const void *item)
{
	return ((const struct appreciation *)item)->situation.has_carer;
}

/* For the year in which it is asked, or the one before. */
static bool is_of_a_near_year(const void *item)
{
	const struct appreciation *appreciation = item;
	int year, month, day;

	date_parts(appreciation->asked_on, &year, &month, &day);
	return !date_before(appreciation->situation.today, appreciation->asked_on) &&
	       (appreciation->year == year || appreciation->year == (int64_t)year - 1);
}

static bool is_first_this_year(const void *item)
{
	return !((const struct appreciation *)item)->situation.has_this_year;
}

const struct journal_rule appreciation_rules[APPRECIATION_RULES_COUNT] = {
	{ "appreciation-client", "person",
	  WORDS("Deze persoon krijgt hier geen ondersteuning en heeft er ook niet om gevraagd."),
	  "Wmo 2015, art. 2.1.6", is_for_a_client },
	{ "appreciation-carer", "carer.name",
	  WORDS("Vul de naam, de postcode en het huisnummer van de mantelzorger in."), "", names_the_carer },
	{ "appreciation-year", "year",
	  WORDS("Kies het jaar waarin het is gevraagd, of het jaar ervoor; de dag ligt niet in de toekomst."),
	  "Wmo 2015, art. 2.1.6", is_of_a_near_year },
	{ "appreciation-once", "carer.name",
	  WORDS("Deze mantelzorger heeft voor dit jaar al een blijk van waardering."), "Wmo 2015, art. 2.1.6",
	  is_first_this_year },
};

static bool is_to_be_given(const void *item)
{
	const struct appreciation_given *given = item;

	return given->state != NULL && strcmp(given->state, "granted") == 0;
}

static bool was_given(const void *item)
{
	const struct appreciation_given *given = item;

	return !date_before(given->today, given->given_on);
}

const struct journal_rule appreciation_given_rules[APPRECIATION_GIVEN_RULES_COUNT] = {
	{ "appreciation-waits", "appreciation",
	  WORDS("Deze blijk van waardering hoeft niet te worden gegeven."), "", is_to_be_given },
	{ "appreciation-given-future", "given_on", WORDS("Deze dag ligt in de toekomst."), "", was_given },
};
