/* SPDX-License-Identifier: EUPL-1.2 */
/* The codes of a form's fields that the schemes of the register fill in. */
#include <string.h>

#include "common/access/access.h"
#include "common/scheme/scheme_book.h"
#include "common/scheme/scheme_check.h"
#include "common/scheme/scheme_pages.h"
#include "platform/base/words.h"

#define MAX_CHOICES 4000

/* Codes and labels while they are gathered from the schemes of a register; each code once. */
struct gathering {
	const struct journal *journal;
	const char *postcode;            /* four digits of where somebody lives; NULL: for everybody */
	const struct scheme_entry *from; /* the scheme that is gathered from */
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

/* Whether it can be had today where somebody lives. */
static bool is_offered(const struct gathering *gathering, const char *product)
{
	const struct scheme_entry *from = gathering->from;

	return gathering->postcode == NULL ||
	       scheme_offers(&from->scheme, &from->lanes, product, gathering->postcode,
	                     clock_today(gathering->journal->clock));
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

		if (is_offered(gathering, product[i].name))
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

/* Who may take a client over under the same contract party: members and subcontractors, and who has these. */
static void gather_fellows(struct gathering *gathering, const struct scheme *scheme)
{
	const struct scheme_subcontractor *subcontractor = scheme->subcontractors.items;

	gather_members(gathering, scheme);
	for (size_t i = 0; i < scheme->subcontractors.count; i++) {
		const char *const names[] = { subcontractor[i].under, subcontractor[i].name };

		for (size_t n = 0; n < COUNT(names); n++) {
			const struct scheme_party *party = scheme_party(scheme, names[n]);

			if (party != NULL)
				gather(gathering, party->name, party->label);
		}
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

static void gather_expertise(struct gathering *gathering, const struct scheme *scheme)
{
	const struct scheme_expertise *expertise = scheme->expertise.items;

	for (size_t i = 0; i < scheme->expertise.count; i++)
		gather(gathering, expertise[i].name, expertise[i].label);
}

static void gather_agreements(struct gathering *gathering, const struct scheme *scheme)
{
	const struct scheme_agreement *agreement = scheme->agreements.items;

	for (size_t i = 0; i < scheme->agreements.count; i++)
		gather(gathering, agreement[i].name, agreement[i].label);
}

/* With what was there before a scheme, of which there may be tariffs too. */
static void gather_arrangements(struct gathering *gathering, const struct scheme *scheme)
{
	const struct scheme_earlier *earlier = scheme->earlier.items;

	gather_agreements(gathering, scheme);
	for (size_t i = 0; i < scheme->earlier.count; i++)
		gather(gathering, earlier[i].name, earlier[i].label);
}

/* What a price is of: products without the unit in which they are granted, and those that they replaced. */
static void gather_priced(struct gathering *gathering, const struct scheme *scheme)
{
	const struct scheme_product *product = scheme->products.items;
	const struct scheme_replaced *replaced = scheme->replaced_products.items;

	for (size_t i = 0; i < scheme->products.count; i++)
		gather(gathering, product[i].name, product[i].label);
	for (size_t i = 0; i < scheme->replaced_products.count; i++)
		gather(gathering, replaced[i].name, replaced[i].label);
}

static void gather_themes(struct gathering *gathering, const struct scheme *scheme)
{
	const struct scheme_scope *scope = scheme->scope.items;

	for (size_t i = 0; i < scheme->scope.count; i++)
		gather(gathering, scope[i].theme, scope[i].label);
}

static void gather_schemes(struct gathering *gathering, const struct scheme *scheme)
{
	gather(gathering, scheme->name, scheme->label);
}

static const struct {
	const char *record; /* NULL: of any record */
	const char *field;
	void (*gather)(struct gathering *gathering, const struct scheme *scheme);
	bool is_dropped; /* from a form, where no scheme has any code */
} filled_fields[] = {
	{ "tariff_line", "product", gather_priced },
	{ "chain_price_checked", "product", gather_priced },
	{ NULL, "product", gather_products },
	{ NULL, "products", gather_products },
	{ NULL, "deliverer", gather_parties },
	{ NULL, "current", gather_parties },
	{ NULL, "party", gather_parties },
	{ "party_succeeded", "by", gather_parties },
	{ NULL, "follows", gather_parties },
	{ NULL, "under", gather_parties },
	{ NULL, "member", gather_members },
	{ NULL, "combination", gather_combinations },
	{ NULL, "area", gather_areas },
	{ NULL, "areas", gather_areas },
	{ "tariffs_proposed", "agreement", gather_arrangements },
	{ "ending_begun", "agreement", gather_arrangements },
	{ "ending_step_done", "agreement", gather_arrangements },
	{ "ending_begun", "parties", gather_parties },
	{ NULL, "agreement", gather_agreements },
	{ NULL, "theme", gather_themes, .is_dropped = true },
	{ "assignment_made", "expertise", gather_expertise },
	{ "handover_made", "to", gather_fellows },
	{ "tender_announced", "scheme", gather_schemes },
	{ "programme_begun", "scheme", gather_schemes },
	{ "search_step_taken", "members", gather_members },
};

static bool is_filled(size_t place, const char *record, const char *field)
{
	return strcmp(filled_fields[place].field, field) == 0 &&
	       (filled_fields[place].record == NULL || strcmp(filled_fields[place].record, record) == 0);
}

/* Fields with somebody who works here with clients: who may be a contact person, or who comes to their homes.
 */
struct worker_field {
	const char *record, *field;
	bool comes;
};
static const struct worker_field worker_fields[] = {
	{ "contact_handed_over", "to", false },
	{ "worker_left", "account", false },
	{ "worker_left", "successor", false },
	{ "caseload_moved", "worker", false },
	{ "caseload_moved", "to", false },
	{ "caseload_returned", "worker", false },
	{ "permanent_worker_named", "helper", true },
};

static const struct worker_field *find_worker_field(const char *record, const char *field)
{
	for (size_t i = 0; i < COUNT(worker_fields); i++)
		if (strcmp(worker_fields[i].record, record) == 0 &&
		    strcmp(worker_fields[i].field, field) == 0)
			return &worker_fields[i];
	return NULL;
}

/* A provider chooses from its own people. */
static bool is_worker_for(const struct journal *journal, const struct access_account *account, bool comes)
{
	const struct access_role *role = access_role_named(account->role);
	bool visits = role != NULL && access_may(role, MAY_VISIT);

	if (visits != comes)
		return false;
	if (has_words(journal->party))
		return strcmp(account->party, journal->party) == 0;
	return account->team[0] != '\0' || account->party[0] != '\0';
}

static const struct choice *gather_workers(struct gathering *gathering, bool comes)
{
	const struct journal *journal = gathering->journal;
	struct records accounts = { 0 };
	struct fault fault = { 0 };
	const struct access_account *items;

	if (access_accounts(journal->db, journal->register_id, journal->arena, &accounts, &fault) != OK)
		return NULL; /* the account can still be typed */
	items = accounts.items;
	for (size_t i = 0; i < accounts.count; i++)
		if (is_worker_for(journal, &items[i], comes))
			gather(gathering, items[i].account, items[i].name);
	return gathering->choices;
}

static void gather_all(struct gathering *gathering, size_t place)
{
	const struct journal *journal = gathering->journal;

	for (size_t i = 0;
	     (gathering->from = scheme_book_nth(journal->schemes, journal->register_id, i)) != NULL; i++)
		filled_fields[place].gather(gathering, &gathering->from->scheme);
}

const struct choice *scheme_choices(const struct journal *journal, const char *record, const char *field,
                                    const char *postcode)
{
	struct gathering gathering = { .journal = journal };
	const struct worker_field *worker = find_worker_field(record, field);
	size_t place = 0;

	while (place < COUNT(filled_fields) && !is_filled(place, record, field))
		place++;
	if (place == COUNT(filled_fields) && worker == NULL)
		return NULL;
	if (postcode != NULL && strlen(postcode) >= 4)
		gathering.postcode = arena_copy_part(journal->arena, postcode, 4);
	gathering.choices = ARENA_MANY(journal->arena, MAX_CHOICES, struct choice);
	if (worker != NULL)
		return gather_workers(&gathering, worker->comes);
	gather_all(&gathering, place);
	if (gathering.count == 0 && gathering.postcode != NULL) {
		gathering.postcode = NULL;
		gather_all(&gathering, place);
	}
	return gathering.count == 0 && !filled_fields[place].is_dropped ? NULL : gathering.choices;
}
