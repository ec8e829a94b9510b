/* SPDX-License-Identifier: EUPL-1.2 */
/* Residents with a decision, and the orders that a provider needs to claim so many lines. */
#include <stdlib.h>
#include <string.h>

#include "common/person/recorded.h"
#include "common/person/vault.h"
#include "common/scheme/scheme_book.h"
#include "contract/claim/free.h"
#include "contract/exchange/order.h"
#include "demo/acts.h"
#include "demo/claims.h"
#include "demo/numbers.h"
#include "practice/assignment/assignment.h"
#include "practice/decision/take_over.h"

#define ACT_BYTES ((size_t)16 * 1024 * 1024)
#define ORDERS_OF_CLIENT 3
#define FACTS_TOGETHER 1000
#define FACTS_IN_POSTGRES_TOGETHER 100 /* it keeps every version that a counter had until the commit */
#define PURPOSE 105                    /* of chance, beside those of the acts */
#define DAYS_BEFORE 61                 /* that orders began before the month */
#define DAYS_DECIDED_BEFORE 7
#define TEN_O_CLOCK (10 * 3600)
#define DAY_SECONDS 86400
#define EPOCH_DAY 719163 /* 1970-01-01 */
#define MESSAGE_NAME "claims-make"
#define DECIDED_BECAUSE "Nodig om thuis te kunnen blijven wonen."
#define GRANTS_MAX 8
#define VAIN_MAX 50  /* clients in a row to whom the provider can deliver nothing */
#define TRIES_MAX 30 /* to find somebody to whom the provider can deliver */

/* What one decision gives: its lines, and by whom each is delivered. */
struct grant {
	const char *deliverer, *choice;
};
struct grants {
	struct grant items[GRANTS_MAX];
	struct decision_line lines[GRANTS_MAX];
	size_t count;
};

/* A register that gets orders. */
struct adding {
	const struct claims_asked *asked;
	const struct claims_share *share;
	struct claims_made *made;
	struct journal journal;
	struct arena *arena; /* of one act */
	struct people people;
	struct demo_schemes schemes;
	struct demo_names names;
	struct demo_settings settings;
	const char **products; /* that can be ordered */
	size_t products_count;
	int64_t facts; /* since the last commit */
};

/* --- the ground --- */

/* The scheme by which the provider is contracted: its products are had where that holds, not elsewhere in the
 * register. */
static const struct scheme_entry *entry_of(const struct adding *adding)
{
	return scheme_book_with_party(adding->journal.schemes, adding->journal.register_id,
	                              adding->share->party->name);
}

static void keep_scheme(struct demo_schemes *schemes, const char *name)
{
	for (size_t i = 0; i < schemes->count; i++)
		if (strcmp(schemes->items[i].scheme.name, name) == 0)
			*schemes = (struct demo_schemes){ &schemes->items[i], 1 };
}

/* Of the demonstration's registers, the one that this register's schemes are of. */
static enum status read_people(struct adding *adding, struct fault *fault)
{
	struct arena *arena = adding->asked->arena;
	enum status status = settings_read(arena, &adding->settings, fault);
	const struct demo_register *of = adding->settings.registers.items;

	for (size_t i = 0; status == OK && i < adding->settings.registers.count; i++) {
		status = schemes_read(&of[i].schemes, arena, &adding->schemes, fault);
		if (status != OK ||
		    scheme_register(&adding->schemes.items[0].scheme) != adding->journal.register_id)
			continue;
		keep_scheme(&adding->schemes, entry_of(adding)->scheme.name);
		status = names_read(arena, &adding->names, fault);
		return status == OK ? people_read(&adding->settings.population, &adding->schemes,
		                                  &adding->names, arena, &adding->people, fault)
		                    : status;
	}
	return status == OK ? fault_set(fault, WRONG_USE,
	                                "claims are made for a register of the demonstration's schemes, and "
	                                "this is none")
	                    : status;
}

static void list_products(struct adding *adding)
{
	const struct scheme_entry *entry = entry_of(adding);
	const struct scheme_product *products = entry->scheme.products.items;

	adding->products = ARENA_MANY(adding->asked->arena, entry->scheme.products.count, const char *);
	for (size_t i = 0; i < entry->scheme.products.count; i++)
		if (has_words(products[i].code) && has_words(products[i].unit) &&
		    has_words(products[i].frequency))
			adding->products[adding->products_count++] = products[i].name;
}

/* --- facts --- */

/* The commit now and then: what claims need is no act of one person. FINDINGS: it was refused. */
static enum status offer(struct adding *adding, const struct journal_kind *kind, void *item,
                         struct findings *findings, int64_t *ret_fact, struct fault *fault)
{
	struct db *db = adding->journal.db;
	int64_t together = db_engine(db) == DB_POSTGRES ? FACTS_IN_POSTGRES_TOGETHER : FACTS_TOGETHER;
	enum status status = OK;

	if (++adding->facts % together == 0)
		status = db_commit(db, fault);
	if (status == OK && !db_is_writing(db))
		status = db_begin(db, fault);
	return status == OK ? journal_append(&adding->journal, kind, item, findings, ret_fact, fault)
	                    : status;
}

/* The same for what can only be refused by a mistake of ours. */
static enum status append(struct adding *adding, const struct journal_kind *kind, void *item,
                          int64_t *ret_fact, struct fault *fault)
{
	struct findings findings = findings_new(adding->arena, "en");
	enum status status = offer(adding, kind, item, &findings, ret_fact, fault);

	return status == FINDINGS ? fault_set(fault, FAILED, "the claims' %s was refused: %s: %s", kind->name,
	                                      findings.items[0].code, findings.items[0].words)
	                          : status;
}

static struct moment decided_at(struct date from)
{
	return (struct moment){ (int64_t)(from.day - DAYS_DECIDED_BEFORE - EPOCH_DAY) * DAY_SECONDS +
		                TEN_O_CLOCK };
}

static enum status send(struct adding *adding, int64_t person, int64_t assignment, struct fault *fault)
{
	struct order_sent sent = { person, assignment, MESSAGE_NAME };
	int64_t fact = 0;

	return append(adding, &order_sent_kind, &sent, &fact, fault);
}

static struct date first_day(const struct adding *adding)
{
	return date_add_days(adding->asked->month.from, -DAYS_BEFORE);
}

static int64_t amount_of(const struct scheme_product *product, int64_t nth)
{
	return (2 + nth % 5) * (strcmp(product->unit, "minute") == 0 ? 60 : 1);
}

/* How many products a provider, or who works under it, has on a day: in an area at an age, or anywhere. */
static size_t products_at(const struct scheme_entry *entry, const char *name, const char *area, int age,
                          struct date on)
{
	const struct lane_set *set = &entry->lanes;
	const uint16_t party = lane_names_find(&set->parties, name);
	size_t count = 0, last = LANE_NONE;

	for (size_t i = 0; i < set->offers_count; i++) {
		const struct lane_offer *offer = &set->offers[i];
		const struct lane *lane = &set->lanes[offer->lane];

		if (offer->product == last || (offer->party != party && offer->under != party) ||
		    !date_within(on, lane->from, lane->until))
			continue;
		if (area != NULL &&
		    (strcmp(set->areas.items[offer->area].name, area) != 0 || age < lane->from_age ||
		     (lane->until_age != 0 && age >= lane->until_age)))
			continue;
		last = offer->product;
		count++;
	}
	return count;
}

bool claims_can_come_from(const struct claims_asked *asked, const struct scheme_entry *entry,
                          const struct scheme_party *party)
{
	return products_at(entry, party->name, NULL, 0, date_add_days(asked->month.from, -DAYS_BEFORE)) > 0;
}

static struct date last_day(const struct adding *adding)
{
	return date_add_days(adding->asked->month.until, 365);
}

static const struct scheme_product *product_of(const struct adding *adding, int64_t nth)
{
	return scheme_book_product(adding->journal.schemes, adding->journal.register_id,
	                           adding->products[(size_t)nth % adding->products_count]);
}

/* An order that nobody decided on: for more lines than the clients there can be may have decisions. */
static enum status place_bare(struct adding *adding, int64_t person, int64_t nth, struct fault *fault)
{
	const struct scheme_product *product = product_of(adding, nth);
	struct order order = { .person = person,
		               .party = adding->share->party->name,
		               .product = product->name,
		               .amount = amount_of(product, nth),
		               .unit = product->unit,
		               .frequency = product->frequency,
		               .from = first_day(adding),
		               .last_day = last_day(adding),
		               .decided_at = decided_at(first_day(adding)) };
	int64_t fact = 0;
	enum status status = append(adding, &order_placed_kind, &order, &fact, fault);

	adding->made->orders++;
	adding->made->bare++;
	return status == OK ? send(adding, person, fact, fault) : status;
}

/* Who of the provider, or under it, can deliver a product to somebody; NULL: nobody. */
static enum status find_deliverer(struct adding *adding, int64_t person, const char *product,
                                  struct grant *ret_grant, struct fault *fault)
{
	const struct advice_asked asked = { .person = person, .product = product, .on = first_day(adding) };
	struct advice advice;
	enum status status = assignment_advice(&adding->journal, &asked, &advice, fault);

	*ret_grant = (struct grant){ 0 };
	if (status)
		return status == NOT_FOUND ? OK : status;
	for (size_t i = 0; i < advice.answer->able_count; i++) {
		const struct assign_candidate *candidate = &advice.answer->candidates[i];
		const struct lane_name *parties = advice.view.set->parties.items;

		if (strcmp(parties[assign_contract_party(candidate)].name, adding->share->party->name) != 0)
			continue;
		ret_grant->deliverer = parties[candidate->party].name;
		ret_grant->choice = advice.answer->has_choice ? "resident" : "scheme";
		break;
	}
	return OK;
}

/* What the provider can deliver to somebody, as the lines of one decision: at most so many. */
static enum status list_grants(struct adding *adding, int64_t person, size_t most, struct grants *ret_grants,
                               struct fault *fault)
{
	enum status status = OK;

	*ret_grants = (struct grants){ 0 };
	for (size_t i = 0; status == OK && i < adding->products_count && ret_grants->count < most; i++) {
		const struct scheme_product *product = product_of(adding, person + (int64_t)i);
		struct grant *grant = &ret_grants->items[ret_grants->count];

		status = find_deliverer(adding, person, product->name, grant, fault);
		if (status != OK || grant->deliverer == NULL)
			continue;
		ret_grants->lines[ret_grants->count++] =
			(struct decision_line){ .product = product->name,
			                        .amount = amount_of(product, person),
			                        .from = first_day(adding),
			                        .last_day = last_day(adding),
			                        .reasons = DECIDED_BECAUSE };
	}
	return status;
}

static enum status assign(struct adding *adding, int64_t person, int64_t decision,
                          const struct grants *grants, struct fault *fault)
{
	enum status status = OK;

	for (size_t i = 0; status == OK && i < grants->count; i++) {
		struct assignment assignment = { .person = person,
			                         .decision = decision,
			                         .line = (int64_t)i,
			                         .from = first_day(adding),
			                         .choice = grants->items[i].choice,
			                         .deliverer = grants->items[i].deliverer };
		int64_t fact = 0;

		status = append(adding, &assignment_made_kind, &assignment, &fact, fault);
		if (status == OK)
			status = send(adding, person, fact, fault);
		adding->made->orders++;
	}
	return status;
}

/* A decision with at most so many lines, and their assignments; ret_count 0 where none can be taken. */
static enum status decide(struct adding *adding, int64_t person, size_t most, size_t *ret_count,
                          struct fault *fault)
{
	struct findings findings = findings_new(adding->arena, "en");
	struct grants grants;
	struct decision_taken_over taken = {
		.decision = { .person = person,
		              .decided_on = date_add_days(first_day(adding), -DAYS_DECIDED_BEFORE),
		              .decided_by = "het college",
		              .reasons = DECIDED_BECAUSE },
	};
	int64_t fact = 0;
	enum status status = list_grants(adding, person, most, &grants, fault);

	*ret_count = 0;
	if (status != OK || grants.count == 0)
		return status;
	taken.decision.lines = (struct records){ grants.lines, grants.count };
	status = offer(adding, &decision_taken_over_kind, &taken, &findings, &fact, fault);
	if (status)
		return status == FINDINGS ? OK : status;
	*ret_count = grants.count;
	return assign(adding, person, fact, &grants, fault);
}

/* How much the provider could deliver to somebody. */
static size_t products_for(const struct adding *adding, const struct identity *who)
{
	const struct scheme_entry *entry = entry_of(adding);
	const struct date on = first_day(adding);
	const struct scheme_area *area = scheme_area_of(&entry->scheme, who->postcode, on);

	return area == NULL ? 0
	                    : products_at(entry, adding->share->party->name, area->name,
	                                  date_age_on(who->born, on), on);
}

/* Somebody new to whom the provider can deliver so many products, or the most of those who were tried. */
static enum status add_client(struct adding *adding, const char *bsn, size_t wanted, int64_t *ret_person,
                              struct fault *fault)
{
	struct chance chance = chance_new(1, PURPOSE, (uint64_t)strtoll(bsn, NULL, 10));
	struct resident_recorded recorded = { .who = people_choose(&adding->people, &chance, adding->arena) };
	size_t products = products_for(adding, &recorded.who);
	int64_t fact = 0;
	enum status status;

	for (int tries = 1; tries < TRIES_MAX && products < wanted; tries++) {
		struct identity other = people_choose(&adding->people, &chance, adding->arena);
		size_t its = products_for(adding, &other);

		if (its > products) {
			recorded.who = other;
			products = its;
		}
	}
	recorded.who.bsn = bsn;
	status = append(adding, &resident_recorded_kind, &recorded, &fact, fault);
	*ret_person = recorded.person;
	adding->made->residents++;
	return status;
}

static void say_how_far(const struct adding *adding, size_t nth)
{
	if (adding->asked->progress != NULL && nth % FACTS_TOGETHER == 0)
		adding->asked->progress("clients:", (int64_t)nth);
}

/*
 * Orders of clients, each with a decision, until there are enough, or no numbers are left, or nobody gets any
 * from this provider. Returns in ret_clients how many of the numbers are somebody's.
 */
static enum status add_clients(struct adding *adding, const struct numbers *numbers, int64_t *missing,
                               size_t *ret_clients, struct fault *fault)
{
	const int64_t each = (*missing + (int64_t)numbers->count - 1) / (int64_t)numbers->count;
	const size_t most = each < ORDERS_OF_CLIENT ? ORDERS_OF_CLIENT
	                    : each < GRANTS_MAX     ? (size_t)each
	                                            : GRANTS_MAX;
	enum status status = OK;
	size_t i = 0;

	for (size_t vain = 0; status == OK && *missing > 0 && i < numbers->count; i++) {
		int64_t person = 0;
		size_t count = 0;

		if (vain >= VAIN_MAX && (int64_t)i * ORDERS_OF_CLIENT >= *missing)
			break;
		arena_clear(adding->arena);
		status = vault_with_bsn(&adding->journal, numbers->items[i], &person, fault);
		if (status == NOT_FOUND)
			status = add_client(adding, numbers->items[i], most, &person, fault);
		if (status == OK)
			status = decide(adding, person, *missing < (int64_t)most ? (size_t)*missing : most,
			                &count, fault);
		*missing -= (int64_t)count;
		vain = count == 0 ? vain + 1 : 0;
		say_how_far(adding, i);
	}
	*ret_clients = i;
	return status;
}

/* The rest, for the same clients in turns. */
static enum status add_bare(struct adding *adding, const struct numbers *numbers, size_t clients,
                            int64_t missing, struct fault *fault)
{
	enum status status = OK;

	for (int64_t i = 0; status == OK && i < missing; i++) {
		int64_t person = 0;

		arena_clear(adding->arena);
		status =
			vault_with_bsn(&adding->journal, numbers->items[(size_t)i % clients], &person, fault);
		if (status == OK)
			status = place_bare(adding, person, i, fault);
		say_how_far(adding, (size_t)i);
	}
	return status;
}

static enum status add_missing(struct adding *adding, int64_t missing, struct fault *fault)
{
	struct chance shuffle = chance_new(1, PURPOSE, 0);
	const struct numbers numbers = numbers_new(&shuffle, adding->asked->arena);
	size_t clients = 0;
	enum status status = add_clients(adding, &numbers, &missing, &clients, fault);

	if (status == OK)
		status = add_bare(adding, &numbers, clients, missing, fault);
	if (!db_is_writing(adding->journal.db))
		return status;
	return db_end(adding->journal.db, status, fault);
}

enum status claims_add_orders(const struct claims_asked *asked, const struct claims_share *share,
                              struct claims_made *made, struct fault *fault)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new(ACT_BYTES);
	const struct claim_free_asked free_asked = { share->party->name, asked->month, share->lines };
	struct adding *adding = ARENA_NEW(asked->arena, struct adding);
	int64_t count = 0;
	enum status status = claim_free_count(asked->journal, &free_asked, &count, fault);

	if (status != OK || count >= share->lines)
		return status;
	*adding = (struct adding){
		.asked = asked, .share = share, .made = made, .journal = *asked->journal, .arena = arena
	};
	adding->journal.arena = arena;
	status = read_people(adding, fault);
	if (status)
		return status;
	list_products(adding);
	return add_missing(adding, share->lines - count, fault);
}
