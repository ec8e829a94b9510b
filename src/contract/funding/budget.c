/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/funding/budget.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "contract/funding/apportion.h"
#include "contract/funding/budget_why.h"
#include "contract/funding/forms.h"
#include "contract/tender/table.h"
#include "platform/base/words.h"
#include "platform/page/spelling.h"

#define PERCENT 100

static const struct field before_fields[] = {
	FIELD(struct budget_before, party, .required = true, .label = WORDS("Partij")),
	FIELD(struct budget_before, cents, .label = WORDS("Budget van het jaar ervoor")),
};
const struct record budget_before_record = RECORD(struct budget_before, "budget_before", before_fields);

/* --- which agreement --- */

static const struct scheme_agreement *agreement_of(const struct scheme *scheme, const char *name)
{
	const struct scheme_agreement *agreement = scheme->agreements.items;

	for (size_t i = 0; i < scheme->agreements.count; i++)
		if (strcmp(agreement[i].name, name) == 0)
			return &agreement[i];
	return NULL;
}

/* Whether the agreement holds on any day of the year; its first one. */
static bool holds_in(const struct scheme_agreement *agreement, int year, struct date *ret_first)
{
	struct date begin = date_of(year, 1, 1), end = date_of(year, 12, 31);

	if (!date_is(begin) || date_before(end, agreement->from) ||
	    (date_is(agreement->until) && !date_before(begin, agreement->until)))
		return false;
	*ret_first = date_before(begin, agreement->from) ? agreement->from : begin;
	return true;
}

/* Why no agreement has a budget in the year. */
static void refuse_place(const struct scheme *scheme, int year, struct findings *findings)
{
	const struct scheme_funding *funding = scheme->funding.items;
	bool has_budget = false;

	for (size_t i = 0; i < scheme->funding.count; i++)
		has_budget = has_budget || funding_form_of(funding[i].form)->is_budget;
	for (size_t i = 0; i < scheme->funding.count; i++) {
		const struct funding_form *form = funding_form_of(funding[i].form);
		const struct scheme_agreement *agreement = agreement_of(scheme, funding[i].agreement);
		int line = funding[i].at.items == NULL ? 0 : funding[i].at.items[0].line;

		if (form->is_budget)
			table_refuse(findings, line, "budget-year",
			             WORDS("Overeenkomst \"%s\" geldt in %d niet; kies een ander jaar."),
			             agreement->label, year);
		else if (!has_budget)
			table_refuse(
				findings, line, "budget-form",
				WORDS("Overeenkomst \"%s\" wordt betaald met %s; er is geen budget te "
			              "verdelen."),
				agreement->label,
				words_in(findings->language, choice_label(scheme_funding_forms, form->code)));
	}
	if (scheme->funding.count == 0)
		table_refuse(findings, 1, "budget-funding",
		             WORDS("De regeling zegt niet hoe er wordt betaald; zet dat onder funding."));
}

bool budget_place_of(const struct scheme *scheme, int year, struct findings *findings,
                     struct budget_place *ret_place)
{
	const struct scheme_funding *funding = scheme->funding.items;
	size_t count = 0;

	for (size_t i = 0; i < scheme->funding.count; i++) {
		const struct scheme_agreement *agreement = agreement_of(scheme, funding[i].agreement);
		struct date on = { 0 };
		int at_year = 0, day = 0;

		if (!funding_form_of(funding[i].form)->is_budget || !holds_in(agreement, year, &on))
			continue;
		if (count++ > 0) {
			table_refuse(findings, funding[i].at.items == NULL ? 0 : funding[i].at.items[0].line,
			             "budget-two",
			             WORDS("In %d hebben twee overeenkomsten een budget, ook \"%s\"; laat de "
			                   "ene eindigen voor de andere begint."),
			             year, agreement->label);
			return false;
		}
		*ret_place =
			(struct budget_place){ .funding = &funding[i], .agreement = agreement, .on = on };
		date_parts(on, &at_year, &ret_place->first_month, &day);
	}
	if (count == 0)
		refuse_place(scheme, year, findings);
	return count == 1;
}

/* --- weights of areas --- */

static int64_t authority_share(const struct scheme *scheme, const char *name)
{
	const struct scheme_authority *authority = scheme->authorities.items;

	for (size_t i = 0; i < scheme->authorities.count; i++)
		if (strcmp(authority[i].name, name) == 0)
			return authority[i].share_percent;
	return 0;
}

/* A municipality of more than one area has no shares for each of them. */
static bool is_one_area_each(const struct scheme *scheme, struct date on, struct findings *findings)
{
	const struct scheme_area *area = scheme->areas.items;

	for (size_t i = 0; i < scheme->areas.count; i++)
		for (size_t j = 0; j < i; j++)
			if (date_within(on, area[i].from, area[i].until) &&
			    date_within(on, area[j].from, area[j].until) &&
			    strcmp(area[i].authority, area[j].authority) == 0) {
				table_refuse(findings,
				             area[i].at.items == NULL ? 0 : area[i].at.items[0].line,
				             "budget-areas",
				             WORDS("Gemeente \"%s\" heeft meer dan een gebied; verdeel het "
				                   "budget naar de bevolking."),
				             area[i].authority);
				return false;
			}
	return true;
}

/* W_d, in hundredths: each group's people times its weight. -1 when it cannot be reckoned with. */
static int64_t weight_by_people(const struct budget *budget, const struct scheme *scheme, const char *area)
{
	const struct scheme_band *band = scheme->population_bands.items;
	int64_t weight = 0;

	for (size_t i = 0; i < scheme->population_bands.count; i++) {
		int64_t people = population_people(&budget->population, area, band[i].name);

		if (people < 0 || weight > APPORTION_WEIGHTS_MAX / PERCENT - people * band[i].weight_percent)
			return -1;
		weight += people * band[i].weight_percent;
	}
	return weight;
}

static bool choose_weights(const struct budget_question *question, struct findings *findings,
                           struct budget *budget)
{
	const struct scheme *scheme = question->scheme;
	bool is_key_people = strcmp(budget->place.funding->key, "population") == 0;

	budget->is_by_people = is_key_people || question->brought != NULL;
	if (!budget->is_by_people)
		return is_one_area_each(scheme, budget->place.on, findings);
	budget->population = question->brought != NULL
	                             ? *question->brought
	                             : population_of(scheme, budget->place.on, findings->arena);
	if (budget->population.rows.count > 0)
		return true;
	table_refuse(findings, 1, "budget-population",
	             WORDS("De regeling heeft zelf geen aantallen inwoners; geef ze mee."));
	return false;
}

/* --- parts --- */

static struct budget_part part_of(const struct budget *budget, const struct scheme *scheme,
                                  const struct scheme_area *area, const struct scheme_share *share)
{
	const struct scheme_party *party = scheme_party(scheme, share->party);
	struct budget_part part = { .party = share->party,
		                    .district = area->name,
		                    .party_label = party == NULL ? share->party : party->label,
		                    .district_label = area->label,
		                    .percent = share->percent };

	part.area_weight = budget->is_by_people ? weight_by_people(budget, scheme, area->name)
	                                        : authority_share(scheme, area->authority);
	part.weight = part.area_weight * share->percent;
	return part;
}

static void find_parts(const struct scheme *scheme, struct arena *arena, struct budget *budget)
{
	const struct scheme_area *area = scheme->areas.items;
	const struct scheme_share *share = scheme->budget_shares.items;

	budget->parts = ARENA_MANY(arena, scheme->budget_shares.count + 1, struct budget_part);
	for (size_t i = 0; i < scheme->areas.count; i++)
		for (size_t j = 0; j < scheme->budget_shares.count; j++)
			if (date_within(budget->place.on, area[i].from, area[i].until) &&
			    strcmp(share[j].area, area[i].name) == 0)
				budget->parts[budget->parts_count++] =
					part_of(budget, scheme, &area[i], &share[j]);
}

/* Nobody to divide among, nobody who counts, or more than can be reckoned with. */
static bool can_divide(struct budget *budget, struct findings *findings)
{
	bool is_too_large = false;

	for (size_t i = 0; i < budget->parts_count; i++) {
		is_too_large = is_too_large || budget->parts[i].area_weight < 0 ||
		               budget->weights > APPORTION_WEIGHTS_MAX - budget->parts[i].weight;
		if (!is_too_large)
			budget->weights += budget->parts[i].weight;
	}
	if (!is_too_large && budget->weights > 0)
		return true;
	table_refuse(findings, 1, "budget-weights",
	             is_too_large ? WORDS("Er zijn te veel inwoners en gebieden om mee te rekenen.")
	                          : WORDS("Er is niemand om het budget over te verdelen: alle aantallen of "
	                                  "gewichten zijn 0."));
	return false;
}

static void divide(struct budget *budget, struct arena *arena)
{
	int64_t *weights = ARENA_MANY(arena, budget->parts_count, int64_t);
	struct apportioned *shares = ARENA_MANY(arena, budget->parts_count, struct apportioned);

	for (size_t i = 0; i < budget->parts_count; i++)
		weights[i] = budget->parts[i].weight;
	apportion(budget->total, weights, budget->parts_count, arena, shares);
	for (size_t i = 0; i < budget->parts_count; i++) {
		budget->parts[i].cents = budget->parts[i].undamped = shares[i].cents;
		budget->parts[i].is_rounded_up = shares[i].is_rounded_up;
	}
}

/* --- parties and damping --- */

static struct budget_party *party_in(struct budget *budget, const struct budget_part *part)
{
	for (size_t i = 0; i < budget->parties_count; i++)
		if (strcmp(budget->parties[i].party, part->party) == 0)
			return &budget->parties[i];
	budget->parties[budget->parties_count] =
		(struct budget_party){ .party = part->party, .label = part->party_label };
	return &budget->parties[budget->parties_count++];
}

static void add_up_parties(const struct budget_question *question, struct arena *arena, struct budget *budget)
{
	const struct budget_before *before = question->before.items;

	budget->parties = ARENA_MANY(arena, budget->parts_count + 1, struct budget_party);
	for (size_t i = 0; i < budget->parts_count; i++)
		party_in(budget, &budget->parts[i])->undamped += budget->parts[i].undamped;
	for (size_t i = 0; i < budget->parties_count; i++) {
		budget->parties[i].cents = budget->parties[i].undamped;
		for (size_t j = 0; j < question->before.count; j++)
			if (strcmp(before[j].party, budget->parties[i].party) == 0)
				budget->parties[i].before = before[j].cents.cents;
	}
}

/* In hundredths of a cent: what a party may have at least and at most. */
static int64_t clamped(struct budget_party *party, int64_t percent)
{
	int64_t wanted = PERCENT * party->undamped, least = (PERCENT - percent) * party->before,
		most = (PERCENT + percent) * party->before;

	if (party->before == 0)
		return wanted;
	party->is_held_back = wanted > most;
	party->is_held_up = wanted < least;
	return party->is_held_back ? most : party->is_held_up ? least : wanted;
}

/* What a party has over its own areas. */
static void spread(struct budget *budget, const struct budget_party *party, struct arena *arena)
{
	int64_t *weights = ARENA_MANY(arena, budget->parts_count, int64_t);
	struct apportioned *shares = ARENA_MANY(arena, budget->parts_count, struct apportioned);
	int64_t sum = 0;

	for (size_t i = 0; i < budget->parts_count; i++) {
		weights[i] = strcmp(budget->parts[i].party, party->party) == 0 ? budget->parts[i].weight : 0;
		sum += weights[i];
	}
	if (sum == 0) /* the year before it had something, now nobody lives there: by equal parts */
		for (size_t i = 0; i < budget->parts_count; i++)
			weights[i] = strcmp(budget->parts[i].party, party->party) == 0;
	apportion(party->cents, weights, budget->parts_count, arena, shares);
	for (size_t i = 0; i < budget->parts_count; i++)
		if (strcmp(budget->parts[i].party, party->party) == 0) {
			budget->parts[i].cents = shares[i].cents;
			budget->parts[i].is_rounded_up = shares[i].is_rounded_up;
		}
}

static void damp(const struct budget_question *question, struct arena *arena, struct budget *budget)
{
	int64_t percent = budget->place.funding->damping_percent;
	int64_t *weights = ARENA_MANY(arena, budget->parties_count, int64_t);
	struct apportioned *shares = ARENA_MANY(arena, budget->parties_count, struct apportioned);

	if (percent == 0 || question->before.count == 0)
		return;
	for (size_t i = 0; i < budget->parties_count; i++) {
		weights[i] = clamped(&budget->parties[i], percent);
		budget->is_damped =
			budget->is_damped || budget->parties[i].is_held_back || budget->parties[i].is_held_up;
	}
	if (!budget->is_damped)
		return;
	apportion(budget->total, weights, budget->parties_count, arena, shares);
	for (size_t i = 0; i < budget->parties_count; i++) {
		budget->parties[i].cents = shares[i].cents;
		spread(budget, &budget->parties[i], arena);
	}
}

enum status budget_run(const struct budget_question *question, struct findings *findings,
                       struct budget *ret_budget)
{
	*ret_budget = (struct budget){ .total = question->total };
	assert(question->total > 0 && question->total <= BUDGET_TOTAL_MAX);
	if (!budget_place_of(question->scheme, question->year, findings, &ret_budget->place) ||
	    !choose_weights(question, findings, ret_budget))
		return FINDINGS;
	find_parts(question->scheme, findings->arena, ret_budget);
	if (!can_divide(ret_budget, findings))
		return FINDINGS;
	divide(ret_budget, findings->arena);
	add_up_parties(question, findings->arena, ret_budget);
	damp(question, findings->arena, ret_budget);
	budget_say_why(question, findings, ret_budget);
	return OK;
}

/* --- amounts --- */

bool budget_total_read(const char *text, int64_t *ret_cents, struct findings *findings)
{
	size_t digits = strspn(text, "0123456789"), places = 0;
	bool is_right = digits > 0 && digits <= 12;

	if (is_right && text[digits] != '\0') {
		places = strspn(text + digits + 1, "0123456789");
		is_right = (text[digits] == '.' || text[digits] == ',') && places >= 1 && places <= 2 &&
		           text[digits + 1 + places] == '\0';
	}
	if (is_right) {
		*ret_cents = strtoll(text, NULL, 10) * PERCENT;
		if (places > 0)
			*ret_cents += strtoll(text + digits + 1, NULL, 10) * (places == 1 ? 10 : 1);
		if (*ret_cents > 0)
			return true;
	}
	table_refuse(
		findings, 0, "budget-total",
		WORDS("\"%.40s\" is geen bedrag; schrijf euro's boven 0 zonder punten ertussen, en centen "
	              "achter een komma, zoals 1250000,50."),
		text);
	return false;
}

const char *budget_euros(int64_t cents, const char *language, struct arena *arena)
{
	const struct spelling spelling = spelling_new(language);
	char words[SPELLING_SIZE];

	return arena_copy(arena, spelling_money(&spelling, (struct money){ cents }, words));
}
