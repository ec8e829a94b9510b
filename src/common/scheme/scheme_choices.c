/* SPDX-License-Identifier: EUPL-1.2 */
/* The codes of a form's fields that the schemes of the register fill in. */
#include <string.h>

#include "common/scheme/scheme_book.h"
#include "common/scheme/scheme_check.h"
#include "common/scheme/scheme_pages.h"
#include "platform/base/words.h"

#define MAX_CHOICES 4000

/* Codes and labels while they are gathered from the schemes of a register; each code once. */
struct gathering {
	const struct journal *journal;
	struct choice *choices;
	size_t count;
};

static void gather(struct gathering *gathering, const char *code, const char *label)
{
	for (size_t i = 0; i < gathering->count; i++)
		if (strcmp(gathering->choices[i].code, code) == 0)
			return;
	if (gathering->count + 1 < MAX_CHOICES)
		gathering->choices[gathering->count++] = (struct choice){ code, label };
}

/* "Hulp bij het huishouden (minuten per week)": whoever fills in an amount sees what it is an amount of. */
static void gather_products(struct gathering *gathering, const struct scheme *scheme)
{
	const struct scheme_product *product = scheme->products.items;
	const char *language = gathering->journal->language;

	for (size_t i = 0; i < scheme->products.count; i++) {
		const char *unit = words_in(language, choice_label(scheme_units, product[i].unit));
		const char *frequency =
			words_in(language, choice_label(scheme_frequencies, product[i].frequency));

		gather(gathering, product[i].name,
		       arena_print(gathering->journal->arena, "%s (%s %s)", product[i].label, unit,
		                   frequency));
	}
}

static void gather_parties(struct gathering *gathering, const struct scheme *scheme)
{
	const struct scheme_party *party = scheme->parties.items;

	for (size_t i = 0; i < scheme->parties.count; i++)
		gather(gathering, party[i].name, party[i].label);
}

static void gather_members(struct gathering *gathering, const struct scheme *scheme)
{
	const struct scheme_combination *combination = scheme->combinations.items;

	for (size_t i = 0; i < scheme->combinations.count; i++)
		for (size_t j = 0; j < combination[i].members.count; j++) {
			const char *name = combination[i].members.items[j];
			const struct scheme_party *party = scheme_party(scheme, name);

			gather(gathering, name, party == NULL ? name : party->label);
		}
}

static void gather_combinations(struct gathering *gathering, const struct scheme *scheme)
{
	const struct scheme_combination *combination = scheme->combinations.items;

	for (size_t i = 0; i < scheme->combinations.count; i++) {
		const struct scheme_party *party = scheme_party(scheme, combination[i].name);

		gather(gathering, combination[i].name, party == NULL ? combination[i].name : party->label);
	}
}

static void gather_areas(struct gathering *gathering, const struct scheme *scheme)
{
	const struct scheme_area *area = scheme->areas.items;

	for (size_t i = 0; i < scheme->areas.count; i++)
		gather(gathering, area[i].name, area[i].label);
}

static void gather_agreements(struct gathering *gathering, const struct scheme *scheme)
{
	const struct scheme_agreement *agreement = scheme->agreements.items;

	for (size_t i = 0; i < scheme->agreements.count; i++)
		gather(gathering, agreement[i].name, agreement[i].label);
}

static const struct {
	const char *field;
	void (*gather)(struct gathering *gathering, const struct scheme *scheme);
} filled_fields[] = {
	{ "product", gather_products },     { "products", gather_products },
	{ "deliverer", gather_parties },    { "current", gather_parties },
	{ "party", gather_parties },        { "by", gather_parties },
	{ "follows", gather_parties },      { "under", gather_parties },
	{ "member", gather_members },       { "combination", gather_combinations },
	{ "area", gather_areas },           { "areas", gather_areas },
	{ "agreement", gather_agreements },
};

const struct choice *scheme_choices(const struct journal *journal, const char *field)
{
	struct gathering gathering = { .journal = journal };
	const struct scheme_entry *entry = NULL;
	size_t place = 0;

	while (place < COUNT(filled_fields) && strcmp(filled_fields[place].field, field) != 0)
		place++;
	if (place == COUNT(filled_fields))
		return NULL;
	gathering.choices = ARENA_MANY(journal->arena, MAX_CHOICES, struct choice);
	for (size_t i = 0; (entry = scheme_book_nth(journal->schemes, journal->register_id, i)) != NULL; i++)
		filled_fields[place].gather(&gathering, &entry->scheme);
	return gathering.count == 0 ? NULL : gathering.choices;
}
