/* SPDX-License-Identifier: EUPL-1.2 */
/* Mergers, takeovers and subcontractors: where one party may come to have too much. */
#include <string.h>

#include "common/lane/lane_store.h"
#include "common/scheme/chain.h"
#include "common/scheme/scheme_check.h"
#include "contract/agreement/agreement.h"
#include "contract/agreement/place.h"
#include "platform/base/words.h"

/* --- a merger or takeover --- */

/* The changes with one more, in its place in the order of the days. */
static struct records with_change(const struct records *changes, const struct lane_change *change,
                                  struct arena *arena)
{
	struct records all = records_new(&lane_change_record, changes->count + 1, arena);
	const struct lane_change *before = changes->items;
	struct lane_change *put = all.items;
	size_t place = 0;

	while (place < changes->count && !date_before(change->valid_from, before[place].valid_from))
		place++;
	for (size_t i = 0; i < all.count; i++)
		put[i] = i == place ? *change : before[i < place ? i : i - 1];
	return all;
}

/* The areas of the party on the first day from a day on that it has more than the cap; none when it never
 * has. */
static struct texts areas_over_cap(const struct scheme *scheme, const char *party, struct date from,
                                   struct arena *arena)
{
	const struct scheme_lane *lane = scheme->lanes.items;
	struct texts held = scheme_areas_of(scheme, NULL, party, from, arena);
	size_t most = (size_t)scheme->caps.areas_per_party;

	for (size_t i = 0; i < scheme->lanes.count && held.count <= most; i++)
		if (date_before(from, lane[i].from))
			held = scheme_areas_of(scheme, NULL, party, lane[i].from, arena);
	return most == 0 || held.count <= most ? (struct texts){ 0 } : held;
}

/* "Noord, Zuid en West" would need grammar of each language; a list with commas does not. */
static const char *area_labels(const struct scheme *scheme, const struct texts *names, struct arena *arena)
{
	const char *words = "";

	for (size_t i = 0; i < names->count; i++)
		words = arena_print(arena, "%s%s%s", words, i == 0 ? "" : ", ",
		                    scheme_area(scheme, names->items[i])->label);
	return words;
}

/* Checks the cap again as it would be (a finding with the areas), for the one that takes over. */
static enum status check_cap(struct journal *journal, const struct scheme_entry *entry,
                             const struct party_succeeded *succeeded, struct findings *findings,
                             struct fault *fault)
{
	const struct lane_change change = { .sort = LANE_SUCCEEDED,
		                            .valid_from = succeeded->from,
		                            .party = succeeded->by,
		                            .other = succeeded->party };
	struct records changes = { 0 };
	enum status status = lane_changes_of(journal->db, journal->register_id, entry->adopted.name,
	                                     journal->arena, &changes, fault);
	struct scheme after;
	struct texts held;

	if (status)
		return status;
	changes = with_change(&changes, &change, journal->arena);
	after = scheme_changed(&entry->adopted, &changes, (struct date){ 0 }, journal->arena);
	held = areas_over_cap(&after, succeeded->by, succeeded->from, journal->arena);
	if (held.count > 0)
		(void)findings_add(findings, "succession-cap", "by",
		                   words_in(journal->language,
		                            WORDS("Zo krijgt een partij %zu gebieden (%s); meer dan %lld mag "
		                                  "niet.")),
		                   held.count, area_labels(&after, &held, journal->arena),
		                   (long long)after.caps.areas_per_party);
	return OK;
}

static bool is_combination(const struct scheme *scheme, const char *name)
{
	return check_combination(scheme, name) != NULL;
}

/* Sees one scheme of the register in which the party may work. */
static enum status see_scheme(struct journal *journal, const struct scheme_entry *entry,
                              struct party_succeeded *succeeded, struct findings *findings,
                              struct fault *fault)
{
	struct scheme scheme;
	enum status status = scheme_book_on(journal, entry, (struct date){ 0 }, &scheme, fault);

	if (status || !scheme_works(&scheme, succeeded->party, succeeded->from))
		return status;
	succeeded->situation.party_works = true;
	succeeded->schemes.items[succeeded->schemes.count++] = scheme.name;
	if (!scheme_works(&scheme, succeeded->by, succeeded->from))
		succeeded->situation.by_works = false;
	if (is_combination(&scheme, succeeded->party) || is_combination(&scheme, succeeded->by))
		succeeded->situation.has_combination = true;
	if (!succeeded->situation.by_works || succeeded->situation.has_combination ||
	    check_is(succeeded->party, succeeded->by))
		return OK;
	return check_cap(journal, entry, succeeded, findings, fault);
}

static enum status prepare_succession(struct journal *journal, struct journal_fact *fact,
                                      struct findings *findings, struct fault *fault)
{
	struct party_succeeded *succeeded = fact->item;
	size_t schemes = 0;
	enum status status = OK;

	while (scheme_book_nth(journal->schemes, journal->register_id, schemes) != NULL)
		schemes++;
	fact->valid_on = succeeded->from;
	succeeded->situation.by_works = true;
	succeeded->schemes = (struct texts){ .items = ARENA_MANY(journal->arena, schemes, const char *) };
	for (size_t i = 0; status == OK && i < schemes; i++)
		status = see_scheme(journal, scheme_book_nth(journal->schemes, journal->register_id, i),
		                    succeeded, findings, fault);
	return status;
}

static enum status apply_succession(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                    struct arena *arena, struct fault *fault)
{
	const struct party_succeeded *succeeded = fact->item;
	enum status status = OK;

	(void)arena;
	for (size_t i = 0; status == OK && i < succeeded->schemes.count; i++) {
		const struct lane_change change = { .scheme = succeeded->schemes.items[i],
			                            .sort = LANE_SUCCEEDED,
			                            .fact = fact->fact,
			                            .valid_from = succeeded->from,
			                            .party = succeeded->by,
			                            .other = succeeded->party };
		const struct place_event event = { .scheme = change.scheme,
			                           .sort = LANE_SUCCEEDED,
			                           .fact = fact->fact,
			                           .valid_from = succeeded->from,
			                           .party = succeeded->by,
			                           .other = succeeded->party,
			                           .reason = succeeded->reason };

		status = lane_change_add(db, register_id, &change, fault);
		if (status == OK)
			status = place_keep(db, register_id, &event, fault);
	}
	return status;
}

const struct journal_kind party_succeeded_kind = {
	.name = "party_succeeded",
	.title = WORDS("Fusie of overname vastleggen"),
	.done = WORDS("Fusie of overname vastgelegd"),
	.sort = KIND_ACT,
	.corner = CORNER_CONTRACT,
	.permission = MAY_MANAGE_AGREEMENTS,
	.record = &party_succeeded_record,
	.prepare = prepare_succession,
	.rules = succession_rules,
	.rules_count = SUCCESSION_RULES_COUNT,
	.apply = apply_succession,
	.page = "/agreements",
};

/* --- a subcontractor --- */

/* Whether upper is lower, or works somewhere under it without an agreement of its own. */
static bool is_under(const struct scheme *scheme, const char *upper, const char *lower, struct date on)
{
	const struct scheme_subcontractor *below = scheme->subcontractors.items;

	for (size_t step = 0; step <= scheme->subcontractors.count; step++) {
		const char *next = NULL;

		if (check_is(upper, lower))
			return true;
		for (size_t i = 0; i < scheme->subcontractors.count && next == NULL; i++)
			if (check_is(below[i].name, upper) && date_within(on, below[i].from, below[i].until))
				next = below[i].under;
		if (next == NULL || scheme_holds(scheme, NULL, upper, on))
			return false;
		upper = next;
	}
	return true;
}

static bool knows_all(const struct scheme *scheme, const struct texts *products)
{
	for (size_t i = 0; i < products->count; i++)
		if (scheme_product(scheme, products->items[i]) == NULL)
			return false;
	return true;
}

/* Whether somebody at the top is liable in every area. */
static bool is_covered(const struct scheme *scheme, const struct subcontractor_contracted *contracted)
{
	const struct scheme_subcontractor below = { .under = contracted->under };

	for (size_t i = 0; i < contracted->areas.count; i++)
		if (scheme_liable(scheme, &below, contracted->areas.items[i], contracted->from) == NULL)
			return false;
	return true;
}

/* How many areas the party would have, by itself and for others. */
static int64_t areas_with(const struct scheme *scheme, const struct subcontractor_contracted *contracted,
                          struct arena *arena)
{
	struct texts held = scheme_areas_of(scheme, NULL, contracted->party, contracted->from, arena);
	struct texts under = scheme_areas_under(scheme, contracted->party, contracted->from, arena);
	int64_t count = (int64_t)held.count;

	for (size_t i = 0; i < under.count; i++)
		count += !check_texts_have(&held, under.items[i]);
	for (size_t i = 0; i < contracted->areas.count; i++)
		count += !check_texts_have(&held, contracted->areas.items[i]) &&
		         !check_texts_have(&under, contracted->areas.items[i]);
	return count;
}

static bool is_closed(const struct scheme *scheme)
{
	const struct scheme_agreement *agreement = scheme->agreements.items;

	for (size_t i = 0; i < scheme->agreements.count; i++)
		if (check_is(place_accession(scheme, agreement[i].name), "closed"))
			return true;
	return false;
}

static void see_contract(struct subcontractor_contracted *contracted, const struct scheme *scheme,
                         struct arena *arena)
{
	bool is_new = has_words(contracted->label);
	bool has_party = has_words(contracted->party);

	contracted->scheme = scheme->name;
	contracted->situation.under_works = true;
	contracted->situation.knows_products = knows_all(scheme, &contracted->products);
	contracted->situation.is_free_agb = place_is_free_agb(scheme, contracted->agb);
	if (is_new && !has_party)
		contracted->party = agreement_name_of(contracted->label, arena);
	contracted->situation.is_named = is_new != has_party && contracted->party != NULL &&
	                                 contracted->party[0] != '\0' &&
	                                 (scheme_party(scheme, contracted->party) == NULL) == is_new;
	contracted->situation.is_covered = is_covered(scheme, contracted);
	contracted->situation.is_circle =
		is_under(scheme, contracted->under, contracted->party, contracted->from);
	contracted->situation.needs_reason = is_closed(scheme);
	contracted->situation.is_over_cap =
		scheme->caps.areas_per_party > 0 &&
		areas_with(scheme, contracted, arena) > scheme->caps.areas_per_party;
}

/* The people of a provider contract for it, and for whoever works for it. */
static bool is_foreign(const struct journal *journal, const struct subcontractor_contracted *contracted)
{
	struct records below;

	if (!has_words(journal->party) || contracted->under == NULL)
		return false;
	below = chain_below(journal->schemes, journal->register_id, journal->party, contracted->from,
	                    journal->arena);
	for (size_t i = 0; i < below.count; i++)
		if (check_is(contracted->under, ((const struct scheme_link *)below.items)[i].party))
			return false;
	return true;
}

static enum status prepare_contract(struct journal *journal, struct journal_fact *fact,
                                    struct findings *findings, struct fault *fault)
{
	struct subcontractor_contracted *contracted = fact->item;
	const struct place_sought sought = { contracted->under, contracted->from, place_has_worker };
	struct place place;
	enum status status = place_find(journal, &sought, &place, fault);

	(void)findings;
	fact->valid_on = contracted->from;
	contracted->situation.is_named = contracted->situation.is_free_agb = true;
	contracted->situation.knows_products = true;
	contracted->situation.is_foreign = is_foreign(journal, contracted);
	if (status == OK && place.entry != NULL)
		see_contract(contracted, &place.scheme, journal->arena);
	return status;
}

static enum status apply_contract(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                  struct arena *arena, struct fault *fault)
{
	const struct subcontractor_contracted *contracted = fact->item;
	const struct lane_change change = { .scheme = contracted->scheme,
		                            .sort = LANE_SUBCONTRACTED,
		                            .fact = fact->fact,
		                            .valid_from = contracted->from,
		                            .party = contracted->party,
		                            .other = contracted->under,
		                            .label = contracted->label,
		                            .agb = contracted->agb,
		                            .products = place_lines(&contracted->products, arena),
		                            .areas = place_lines(&contracted->areas, arena) };
	const struct place_event event = { .scheme = contracted->scheme,
		                           .sort = LANE_SUBCONTRACTED,
		                           .fact = fact->fact,
		                           .valid_from = contracted->from,
		                           .party = contracted->party,
		                           .other = contracted->under,
		                           .reason = contracted->reason };
	enum status status = lane_change_add(db, register_id, &change, fault);

	return status == OK ? place_keep(db, register_id, &event, fault) : status;
}

const struct journal_kind subcontractor_contracted_kind = {
	.name = "subcontractor_contracted",
	.title = WORDS("Onderaannemer vastleggen"),
	.done = WORDS("Onderaannemer vastgelegd"),
	.sort = KIND_ACT,
	.corner = CORNER_CONTRACT,
	.permission = MAY_MANAGE_AGREEMENTS | MAY_RUN_COMBINATION,
	.record = &subcontractor_contracted_record,
	.prepare = prepare_contract,
	.rules = subcontract_rules,
	.rules_count = SUBCONTRACT_RULES_COUNT,
	.apply = apply_contract,
	.page = "/agreements",
};
