/* SPDX-License-Identifier: EUPL-1.2 */
#include "common/person/representative.h"

#include <string.h>

#include "common/person/person.h"
#include "platform/base/words.h"

const struct choice representative_sorts[] = {
	{ "curator", WORDS("curator") },        { "mentor", WORDS("mentor") },
	{ "authorised", WORDS("gemachtigde") }, { "partner", WORDS("echtgenoot of partner") },
	{ "parent", WORDS("ouder") },           { "child", WORDS("kind") },
	{ "sibling", WORDS("broer of zus") },   { NULL, NULL },
};

const struct choice representative_letters[] = {
	{ LETTERS_INSTEAD, WORDS("de vertegenwoordiger, in plaats van de inwoner") },
	{ LETTERS_COPY, WORDS("de inwoner, en de vertegenwoordiger een kopie") },
	{ "none", WORDS("alleen de inwoner") },
	{ NULL, NULL },
};

const char *representative_gets(const struct representative *representative)
{
	bool is_legal =
		strcmp(representative->sort, "curator") == 0 || strcmp(representative->sort, "mentor") == 0;

	if (has_words(representative->letters))
		return representative->letters;
	return is_legal ? LETTERS_INSTEAD : LETTERS_COPY;
}

#define FIRST_FAMILY 4 /* after the partner come parent, child and sibling alike */

int64_t representative_place(const char *sort)
{
	for (int64_t i = 0; representative_sorts[i].code != NULL; i++)
		if (strcmp(representative_sorts[i].code, sort) == 0)
			return i < FIRST_FAMILY - 1 ? 1 : i == FIRST_FAMILY - 1 ? 2 : 3;
	return 0;
}

static const struct field named_fields[] = {
	FIELD(struct representative_named, person, .label = WORDS("Persoon"), .required = true),
	FIELD(struct representative_named, sort, .label = WORDS("Wat is de vertegenwoordiger?"),
	      .hint = WORDS("Wie hoger staat, gaat voor."), .required = true,
	      .choices = representative_sorts),
	FIELD_INSIDE(struct representative_named, who, &relation_record,
	             .label = WORDS("Wie is de vertegenwoordiger?"), .flags = FIELD_IN_VAULT),
	FIELD(struct representative_named, ground, .label = WORDS("Waar blijkt dat uit?"),
	      .hint = WORDS("Bijvoorbeeld: beschikking van de kantonrechter, ingezien op 3 mei."),
	      .required = true, .max_chars = 300),
	FIELD(struct representative_named, letters, .label = WORDS("Wie krijgt de brieven?"),
	      .hint = WORDS(
		      "Leeg: een curator of mentor krijgt ze in plaats van de inwoner, een ander een kopie."),
	      .choices = representative_letters),
	FIELD(struct representative_named, from, .label = WORDS("Vanaf"), .required = true),
	FIELD(struct representative_named, last_day, .label = WORDS("Tot en met"),
	      .hint = WORDS("Leeg als het doorloopt.")),
};
const struct record representative_named_record =
	RECORD(struct representative_named, "representative_named", named_fields);

static bool is_of_a_client(const void *item)
{
	return ((const struct representative_named *)item)->situation.is_known_person;
}

static bool says_who(const void *item)
{
	const struct representative_named *named = item;

	return has_words(named->who.name) || has_words(named->who.organisation);
}

/* Letters go to who represents; without an address they would go astray. */
static bool has_address(const void *item)
{
	const struct relation *who = &((const struct representative_named *)item)->who;

	return has_words(who->street) && who->house_number > 0 && has_words(who->place) &&
	       has_words(who->postcode) && postcode_is_right(who->postcode);
}

static bool ends_after_it_begins(const void *item)
{
	const struct representative_named *named = item;

	return !date_is(named->last_day) || !date_before(named->last_day, named->from);
}

/* Wmo 2015, art. 1.1.1 lid 2: who stands lower acts only where nobody who goes before does. */
static bool comes_in_order(const void *item)
{
	return !((const struct representative_named *)item)->situation.is_preceded;
}

const struct journal_rule representative_rules[REPRESENTATIVE_RULES_COUNT] = {
	{ "representative-person", "person", WORDS("Deze persoon staat niet in dit register."), "",
	  is_of_a_client },
	{ "representative-who", "who.name", WORDS("Vul de naam of de organisatie in."), "", says_who },
	{ "representative-address", "who.postcode",
	  WORDS("Vul straat, huisnummer, postcode en plaats in: de brieven gaan daarheen."), "",
	  has_address },
	{ "representative-period", "last_day", WORDS("De laatste dag ligt voor de eerste."), "",
	  ends_after_it_begins },
	{ "representative-order", "sort",
	  WORDS("Op deze dag is er al een vertegenwoordiger die voorgaat. Treedt die niet op? Beëindig die "
	        "dan "
	        "eerst."),
	  "Wmo 2015, art. 1.1.1 lid 2", comes_in_order },
};

static const struct field ended_fields[] = {
	FIELD(struct representative_ended, person, .label = WORDS("Persoon"), .required = true),
	FIELD(struct representative_ended, representative, .label = WORDS("Vertegenwoordiger"),
	      .required = true),
	FIELD(struct representative_ended, ended_on,
	      .label = WORDS("Eerste dag zonder deze vertegenwoordiger"), .required = true),
	FIELD(struct representative_ended, reason, .label = WORDS("Waarom stopt het?"), .required = true,
	      .max_chars = 300),
};
const struct record representative_ended_record =
	RECORD(struct representative_ended, "representative_ended", ended_fields);

static bool is_a_representative(const void *item)
{
	return ((const struct representative_ended *)item)->is_known;
}

static bool still_runs(const void *item)
{
	const struct representative_ended *ended = item;

	return !ended->is_known || date_before(ended->ended_on, ended->until);
}

static bool has_begun(const void *item)
{
	const struct representative_ended *ended = item;

	return !ended->is_known || !date_before(ended->ended_on, ended->from);
}

const struct journal_rule representative_end_rules[REPRESENTATIVE_END_RULES_COUNT] = {
	{ "representative-known", "representative", WORDS("Deze persoon heeft deze vertegenwoordiger niet."),
	  "", is_a_representative },
	{ "representative-runs", "ended_on", WORDS("Op deze dag was het al gestopt."), "", still_runs },
	{ "representative-begun", "ended_on", WORDS("Deze dag ligt voor de eerste dag."), "", has_begun },
};
