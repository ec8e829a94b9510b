/* SPDX-License-Identifier: EUPL-1.2 */
#include "common/person/double.h"

#include "platform/base/words.h"

#define SAMENESS_FIELDS(kept_label, other_label)                                                             \
	FIELD(struct sameness, person, .label = (kept_label), .required = true),                             \
		FIELD(struct sameness, other, .label = (other_label), .required = true),                     \
		FIELD(struct sameness, because, .label = WORDS("Waaraan ziet u dat?"), .required = true,     \
	              .flags = FIELD_LONG, .max_chars = 1000)

static const struct field same_fields[] = {
	SAMENESS_FIELDS(WORDS("Cliëntnummer dat blijft"), WORDS("Cliëntnummer dat niet meer wordt gebruikt")),
};
static const struct field different_fields[] = {
	SAMENESS_FIELDS(WORDS("Het ene cliëntnummer"), WORDS("Het andere cliëntnummer")),
};
const struct record persons_same_record = RECORD(struct sameness, "persons_same", same_fields);
const struct record persons_different_record = RECORD(struct sameness, "persons_different", different_fields);

static bool are_two_people_here(const void *item)
{
	return ((const struct sameness *)item)->situation.are_known;
}

static bool is_news(const void *item)
{
	return !((const struct sameness *)item)->situation.is_said;
}

static bool can_stay(const void *item)
{
	return ((const struct sameness *)item)->situation.stays_here;
}

static bool can_go(const void *item)
{
	return ((const struct sameness *)item)->situation.is_free;
}

#define PAIR_WORDS WORDS("Vul twee verschillende cliëntnummers van dit register in.")

const struct journal_rule persons_same_rules[PERSONS_SAME_RULES_COUNT] = {
	{ "same-known", "other", PAIR_WORDS, "", are_two_people_here },
	{ "same-said", "other", WORDS("Dat dit dezelfde persoon is, staat er al."), "", is_news },
	{ "same-stays", "person",
	  WORDS("Dit nummer wordt zelf niet meer gebruikt. Kies het nummer dat ervoor in de plaats kwam."),
	  "", can_stay },
	{ "same-free", "other", WORDS("Dit nummer hoort al bij een ander nummer."), "", can_go },
};
const struct journal_rule persons_different_rules[PERSONS_DIFFERENT_RULES_COUNT] = {
	{ "different-known", "other", PAIR_WORDS, "", are_two_people_here },
	{ "different-said", "other", WORDS("Dat dit verschillende personen zijn, staat er al."), "",
	  is_news },
};
