/* SPDX-License-Identifier: EUPL-1.2 */
/* Residents with a decision, and the orders that a provider needs to claim so many lines. */
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

/* The commit now and then: what claims need is no act of one person. */
static enum status append(struct adding *adding, const struct journal_kind *kind, void *item,
                          int64_t *ret_fact, struct fault *fault)
{
	struct db *db = adding->journal.db;
	int64_t together = db_engine(db) == DB_POSTGRES ? FACTS_IN_POSTGRES_TOGETHER : FACTS_TOGETHER;
	struct findings findings = findings_new(adding->arena, "en");
	enum status status = OK;

	if (++adding->facts % together == 0)
		status = db_commit(db, fault);
	if (status == OK && !db_is_writing(db))
		status = db_begin(db, fault);
	if (status == OK)
		status = journal_append(&adding->journal, kind, item, &findings, ret_fact, fault);
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

/* An order of some weeks before the month until a year after it. */
static enum status place(struct adding *adding, int64_t person, int64_t nth, struct fault *fault)
{
	const struct scheme_product *product =
		scheme_book_product(adding->journal.schemes, adding->journal.register_id,
	                            adding->products[(size_t)nth % adding->products_count]);
	struct order order = { .person = person,
		               .party = adding->share->party->name,
		               .product = product->name,
		               .amount = 2 + nth % 5,
		               .unit = product->unit,
		               .frequency = product->frequency,
		               .from = first_day(adding),
		               .last_day = date_add_days(adding->asked->month.until, 365),
		               .decided_at = decided_at(first_day(adding)) };
	int64_t fact = 0;
	enum status status;

	if (strcmp(product->unit, "minute") == 0)
		order.amount *= 60;
	status = append(adding, &order_placed_kind, &order, &fact, fault);
	if (status == OK)
		status = send(adding, person, fact, fault);
	adding->made->orders++;
	return status;
}

/* Who gets what was decided: one who can, where anybody can. */
static enum status assign(struct adding *adding, int64_t person, int64_t decision, const char *product,
                          struct fault *fault)
{
	const struct advice_asked asked = { .person = person, .product = product, .on = first_day(adding) };
	struct assignment assignment = { .person = person, .decision = decision, .from = asked.on };
	struct advice advice;
	int64_t fact = 0;
	enum status status = assignment_advice(&adding->journal, &asked, &advice, fault);

	if (status != OK || advice.answer->able_count == 0)
		return status;
	assignment.choice = advice.answer->has_choice ? "resident" : "scheme";
	assignment.deliverer = advice.view.set->parties.items[advice.answer->candidates[0].party].name;
	status = append(adding, &assignment_made_kind, &assignment, &fact, fault);
	return status == OK ? send(adding, person, fact, fault) : status;
}

static enum status decide(struct adding *adding, int64_t person, int64_t nth, struct fault *fault)
{
	const char *product = adding->products[(size_t)nth % adding->products_count];
	struct decision_line line = { .product = product,
		                      .amount = 2,
		                      .from = first_day(adding),
		                      .last_day = date_add_days(adding->asked->month.until, 365),
		                      .reasons = "Nodig om thuis te kunnen blijven wonen." };
	struct decision_taken_over taken = {
		.decision = { .person = person,
		              .decided_on = date_add_days(line.from, -DAYS_DECIDED_BEFORE),
		              .decided_by = "het college",
		              .reasons = line.reasons,
		              .lines = { &line, 1 } },
	};
	int64_t fact = 0;
	enum status status = append(adding, &decision_taken_over_kind, &taken, &fact, fault);

	return status == OK ? assign(adding, person, fact, product, fault) : status;
}

/* Somebody with this number, who is made when there is nobody. */
static enum status client(struct adding *adding, const char *bsn, int64_t nth, int64_t *ret_person,
                          struct fault *fault)
{
	struct chance chance = chance_new(1, PURPOSE, (uint64_t)nth);
	struct resident_recorded recorded = { 0 };
	int64_t fact = 0;
	enum status status = vault_with_bsn(&adding->journal, bsn, ret_person, fault);

	if (status != NOT_FOUND)
		return status;
	recorded.who = people_choose(&adding->people, &chance, adding->arena);
	recorded.who.bsn = bsn;
	status = append(adding, &resident_recorded_kind, &recorded, &fact, fault);
	*ret_person = recorded.person;
	adding->made->residents++;
	return status == OK ? decide(adding, *ret_person, nth, fault) : status;
}

/* The clients take turns, so that each has some of the orders. */
static enum status add_missing(struct adding *adding, int64_t missing, struct fault *fault)
{
	struct chance shuffle = chance_new(1, PURPOSE, 0);
	struct numbers numbers = numbers_new(&shuffle, adding->asked->arena);
	int64_t wanted = (missing + ORDERS_OF_CLIENT - 1) / ORDERS_OF_CLIENT;
	int64_t clients = wanted < (int64_t)numbers.count ? wanted : (int64_t)numbers.count;
	enum status status = OK;

	for (int64_t i = 0; status == OK && i < clients; i++) {
		int64_t person = 0, orders = missing / clients + (i < missing % clients);

		status = client(adding, numbers.items[i], i, &person, fault);
		for (int64_t j = 0; status == OK && j < orders; j++) {
			arena_clear(adding->arena);
			status = place(adding, person, i + j, fault);
		}
		arena_clear(adding->arena);
		if (adding->asked->progress != NULL && i % FACTS_TOGETHER == 0)
			adding->asked->progress("clients:", i);
	}
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
