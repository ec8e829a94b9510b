/* SPDX-License-Identifier: EUPL-1.2 */
/* A signed award at the door: under which party, which agreement follows, who is still to be named. */
#include <string.h>

#include "agreement_sql.h"
#include "common/lane/lane_store.h"
#include "common/scheme/scheme_check.h"
#include "contract/agreement/agreement.h"
#include "contract/agreement/due.h"
#include "contract/agreement/made.h"
#include "contract/agreement/made_place.h"
#include "contract/agreement/place.h"
#include "contract/assessment/signing.h"
#include "contract/tariff/tariff_store.h"
#include "platform/base/words.h"

#define AGB_DIGITS 8

/* --- under which party --- */

static bool is_agb(const char *text)
{
	return has_words(text) && strlen(text) == AGB_DIGITS && strspn(text, "0123456789") == AGB_DIGITS;
}

/* A bidder that no scheme knows comes in with its own code, under a name of its own. */
static void check_new(struct agreement_signed *signing, const struct made_place *place, struct arena *arena)
{
	const char *name = agreement_name_of(place->bidder, arena);

	signing->situation.is_taken = !is_agb(signing->agb) ||
	                              !place_is_free_agb(&place->scheme, signing->agb) || name[0] == '\0' ||
	                              scheme_party(&place->scheme, name) != NULL;
}

enum status made_check_signing(struct journal *journal, struct journal_fact *fact, struct findings *findings,
                               struct fault *fault)
{
	struct agreement_signed *signing = fact->item;
	struct made_place place = { 0 };
	enum status status = OK;

	if (!signing->situation.has_won)
		return OK;
	status = made_place_of(journal, signing->tender, signing->bid, &place, fault);
	if (status != OK || place.agreement == NULL)
		return status;
	if (has_words(signing->party))
		signing->situation.is_unknown_party = scheme_party(&place.scheme, signing->party) == NULL;
	else if (place.party != NULL)
		signing->party = place.party;
	else if (has_words(signing->agb))
		check_new(signing, &place, journal->arena);
	else
		signing->situation.lacks_party = true;
	return made_check_cap(journal, &place, &(struct made_signing){ signing->party, signing->signed_on },
	                      findings, fault);
}

/* --- the agreement --- */

static enum status find_tariffs(struct journal *journal, struct agreement_made *made, struct fault *fault)
{
	struct records held = { 0 };
	enum status status = tariffs_on(journal, made->agreement, made->from, &held, fault);
	const struct tariff_held *tariff = held.items;

	for (size_t i = 0; status == OK && i < held.count; i++)
		if (tariff[i].fact > made->set_by)
			made->set_by = tariff[i].fact;
	return status;
}

static struct texts options_left(const struct made_place *place, struct arena *arena)
{
	const struct scheme_option *option = place->scheme.options.items;
	struct texts left = { .items = ARENA_MANY(arena, place->scheme.options.count + 1, const char *) };
	char day[DATE_TEXT_SIZE];

	for (size_t i = 0; i < place->scheme.options.count; i++)
		if (check_is(option[i].agreement, place->agreement->name) && !option[i].is_used)
			left.items[left.count++] = arena_copy(arena, date_print(option[i].until, day));
	return left;
}

enum status made_follows(struct journal *journal, const struct journal_fact *cause, void *item,
                         bool *ret_follows, struct fault *fault)
{
	const struct agreement_signed *signing = cause->item;
	struct agreement_made *made = item;
	struct made_place place = { 0 };
	enum status status = made_place_of(journal, signing->tender, signing->bid, &place, fault);
	bool is_new = !has_words(signing->party);

	*ret_follows = status == OK && place.agreement != NULL;
	if (!*ret_follows)
		return status;
	*made = (struct agreement_made){
		.tender = signing->tender,
		.bid = signing->bid,
		.lot = place.lot->name,
		.scheme = place.scheme.name,
		.agreement = place.agreement->name,
		.party = is_new ? agreement_name_of(place.bidder, journal->arena) : signing->party,
		.label = is_new ? place.bidder : NULL,
		.agb = is_new ? signing->agb : NULL,
		.signed_on = signing->signed_on,
		.from = made_first_day(&place, signing->signed_on),
		.until = place.agreement->until,
		.options = options_left(&place, journal->arena),
		.products = place.lot->products,
		.areas = place.lot->areas,
	};
	made->joins = !made_has_lot(&place, made->party, made->from, journal->arena);
	return find_tariffs(journal, made, fault);
}

static enum status prepare_made(struct journal *journal, struct journal_fact *fact, struct findings *findings,
                                struct fault *fault)
{
	(void)journal;
	(void)findings;
	(void)fault;
	fact->valid_on = ((const struct agreement_made *)fact->item)->signed_on;
	return OK;
}

static enum status keep_made(struct db *db, int64_t register_id, const struct journal_fact *fact,
                             struct arena *arena, struct fault *fault)
{
	const struct agreement_made *made = fact->item;
	const struct value values[] = {
		value_number(register_id),
		value_number(fact->fact),
		value_text(made->scheme),
		value_text(made->agreement),
		value_text(made->party),
		value_text(made->tender),
		value_text(made->lot),
		value_number(made->bid),
		value_date(made->signed_on),
		value_date(made->from),
		value_date(made->until),
		value_text(place_lines(&made->options, arena)),
		value_text(place_lines(&made->products, arena)),
		value_text(place_lines(&made->areas, arena)),
		value_number(made->set_by),
	};

	return db_run(db, &sql_agreement_add_made, values, COUNT(values), fault);
}

static enum status apply_made(struct db *db, int64_t register_id, const struct journal_fact *fact,
                              struct arena *arena, struct fault *fault)
{
	const struct agreement_made *made = fact->item;
	const struct lane_change change = { .scheme = made->scheme,
		                            .sort = LANE_JOINED,
		                            .fact = fact->fact,
		                            .valid_from = made->from,
		                            .agreement = made->agreement,
		                            .party = made->party,
		                            .label = made->label,
		                            .agb = made->agb,
		                            .areas = place_lines(&made->areas, arena) };
	const struct place_event event = { .scheme = made->scheme,
		                           .sort = made->joins ? LANE_JOINED : PLACE_SIGNED,
		                           .fact = fact->fact,
		                           .valid_from = made->joins ? made->from : made->signed_on,
		                           .agreement = made->agreement,
		                           .party = made->party };
	enum status status = keep_made(db, register_id, fact, arena, fault);

	if (status == OK && made->joins)
		status = lane_change_add(db, register_id, &change, fault);
	return status == OK ? place_keep(db, register_id, &event, fault) : status;
}

const struct journal_kind agreement_made_kind = {
	.name = "agreement_made",
	.title = WORDS("Overeenkomst met een partij"),
	.done = WORDS("Overeenkomst met een partij gemaakt"),
	.sort = KIND_ACT,
	.corner = CORNER_CONTRACT,
	.permission = MAY_WRITE_LETTERS,
	.record = &agreement_made_record,
	.prepare = prepare_made,
	.apply = apply_made,
};

/* --- who speaks for the party --- */

enum status made_contacts(struct journal *journal, const struct journal_fact *cause, void *item,
                          bool *ret_follows, struct fault *fault)
{
	const struct agreement_made *made = cause->item;
	struct contacts_due *due = item;
	const struct lacking_asked asked = { made->scheme, made->party, NULL, made->from };
	const char *first;
	int64_t there = 0;
	enum status status = due_of(
		journal, &(struct due_asked){ DUE_CONTACTS, made->agreement, made->party }, &there, fault);

	*due = (struct contacts_due){ .agreement = made->agreement, .party = made->party };
	if (status == OK)
		status = made_lacking(journal, &asked, &due->lacking, &first, fault);
	*ret_follows = status == OK && due->lacking > 0 && there == 0;
	return status;
}

static enum status prepare_contacts(struct journal *journal, struct journal_fact *fact,
                                    struct findings *findings, struct fault *fault)
{
	(void)findings;
	(void)fault;
	((struct contacts_due *)fact->item)->due = fact->fact;
	fact->valid_on = clock_today(journal->clock);
	return OK;
}

static enum status apply_contacts(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                  struct arena *arena, struct fault *fault)
{
	const struct contacts_due *due = fact->item;
	const struct value values[] = { value_number(register_id),     value_number(fact->fact),
		                        value_text(DUE_CONTACTS),      value_text(due->agreement),
		                        value_text(due->party),        value_text(""),
		                        value_date((struct date){ 0 }) };

	(void)arena;
	return db_run(db, &sql_agreement_add_due, values, COUNT(values), fault);
}

const struct journal_kind contacts_due_kind = {
	.name = "contacts_due",
	.title = WORDS("Contactpersonen ontbreken"),
	.done = WORDS("Contactpersonen gevraagd"),
	.sort = KIND_NOTICE,
	.corner = CORNER_CONTRACT,
	.permission = MAY_WRITE_LETTERS,
	.record = &contacts_due_record,
	.prepare = prepare_contacts,
	.rules = contacts_due_rules,
	.rules_count = CONTACTS_DUE_RULES_COUNT,
	.apply = apply_contacts,
};
