/* SPDX-License-Identifier: EUPL-1.2 */
/* The requests of a provider: how they are made, kept and read. */
#include "contract/exchange/asking.h"

#include <string.h>

#include "asking_sql.h"
#include "common/person/vault.h"
#include "common/scheme/scheme_book.h"
#include "contract/exchange/asked.h"
#include "contract/exchange/asked_rules.h"
#include "contract/exchange/asking_message.h"
#include "contract/exchange/message_codes.h"
#include "contract/exchange/order_received.h"
#include "platform/base/words.h"

const struct choice asking_states[] = {
	{ "made", WORDS("nog te verzenden") },
	{ "sent", WORDS("wacht op antwoord") },
	{ "rejected", WORDS("bericht afgekeurd") },
	{ "considered", WORDS("in behandeling bij de gemeente") },
	{ "refused", WORDS("afgewezen") },
	{ "granted", WORDS("ingewilligd") },
	{ NULL, NULL },
};

#define WANTED_FIELDS(type_)                                                                                 \
	FIELD(type_, amount, .label = WORDS("Hoeveel?"), .required = true, .flags = FIELD_UNSIGNED,          \
	      .max = 99999999),                                                                              \
		FIELD(type_, from, .label = WORDS("Vanaf"), .required = true),                               \
		FIELD(type_, last_day, .label = WORDS("Tot en met"),                                         \
	              .hint = WORDS("Per week is een laatste dag verplicht."))
#define DOOR_FIELDS(type_)                                                                                   \
	FIELD(type_, party, .flags = FIELD_BY_DOOR), FIELD(type_, municipality, .flags = FIELD_BY_DOOR),     \
		FIELD(type_, unit, .flags = FIELD_BY_DOOR, .choices = scheme_units),                         \
		FIELD(type_, frequency, .flags = FIELD_BY_DOOR, .choices = scheme_frequencies),              \
		FIELD(type_, reference, .flags = FIELD_BY_DOOR)
#define ASSIGNMENT_FIELDS                                                                                    \
	FIELD(struct assignment_asked, product, .label = WORDS("Welke ondersteuning?"), .required = true),   \
		WANTED_FIELDS(struct assignment_asked),                                                      \
		FIELD(struct assignment_asked, decision, .label = WORDS("Nummer van het besluit"),           \
	              .hint = WORDS("Als de gemeente u dat gaf."), .flags = FIELD_UNSIGNED,                  \
	              .max = 999999999),                                                                     \
		FIELD(struct assignment_asked, decided_on, .label = WORDS("Eerste dag van het besluit")),    \
		FIELD(struct assignment_asked, referrer, .label = WORDS("Wie verwees de cliënt?"),           \
	              .choices = message_referrers),                                                         \
		FIELD(struct assignment_asked, words, .label = WORDS("Wat moet de gemeente weten?"),         \
	              .hint = WORDS("Schrijf niet meer over de gezondheid dan nodig is."),                   \
	              .flags = FIELD_LONG, .max_chars = 1000),                                               \
		DOOR_FIELDS(struct assignment_asked)

static const struct field assignment_asked_fields[] = {
	FIELD(struct assignment_asked, person, .label = WORDS("Persoon"), .required = true),
	ASSIGNMENT_FIELDS,
};
static const struct record assignment_asked_record =
	RECORD(struct assignment_asked, "assignment_asked", assignment_asked_fields);

static const struct field newcomer_asked_fields[] = {
	FIELD(struct assignment_asked, person, .flags = FIELD_BY_DOOR),
	FIELD_INSIDE(struct assignment_asked, who, &identity_record, .label = WORDS("Wie is het?"),
	             .flags = FIELD_IN_VAULT),
	ASSIGNMENT_FIELDS,
};
static const struct record newcomer_asked_record =
	RECORD(struct assignment_asked, "newcomer_asked", newcomer_asked_fields);

static const struct field change_asked_fields[] = {
	FIELD(struct change_asked, person, .label = WORDS("Persoon"), .required = true),
	FIELD(struct change_asked, order, .label = WORDS("Nummer van de opdracht die moet veranderen"),
	      .hint = WORDS("Laat leeg als er iets bij moet komen."), .flags = FIELD_UNSIGNED),
	FIELD(struct change_asked, product, .label = WORDS("Of: welke ondersteuning moet erbij komen?")),
	FIELD(struct change_asked, reason, .label = WORDS("Waarom?"), .required = true,
	      .choices = message_request_reasons),
	WANTED_FIELDS(struct change_asked),
	DOOR_FIELDS(struct change_asked),
	FIELD(struct change_asked, kept, .flags = FIELD_BY_DOOR, .max_chars = 4000),
};
static const struct record change_asked_record =
	RECORD(struct change_asked, "change_asked", change_asked_fields);

/* --- at the door --- */

/* What the door finds out about a request before it is held against the rules. */
struct looked {
	struct asking_line line;
	struct asking_situation *situation;
	struct order_address address;
	struct records orders; /* of struct order_line: all for the client at the party */
};

static const char *reference_of(int64_t fact, struct arena *arena)
{
	return arena_print(arena, "V-%lld", (long long)fact);
}

/* Unit and frequency are the product's. */
static const struct scheme_product *take_product(const struct journal *journal, struct asking_line *line)
{
	const struct scheme_product *product =
		has_words(line->product)
			? scheme_book_product(journal->schemes, journal->register_id, line->product)
			: NULL;

	line->unit = product == NULL ? "" : product->unit;
	line->frequency = product == NULL ? "" : product->frequency;
	return product;
}

/* Where no municipality ordered before, it is the one where the client lives. */
static void find_municipality(const struct journal *journal, struct looked *looked)
{
	const struct scheme_entry *entry =
		scheme_book_with_party(journal->schemes, journal->register_id, looked->line.party);

	if (!has_words(looked->line.municipality) && entry != NULL)
		looked->line.municipality = compose_municipality(&entry->scheme, &looked->address.client,
		                                                 looked->line.from, journal->arena);
	looked->address.municipality = looked->line.municipality;
}

/* In a municipality's register a client is who has an order that runs; in one's own also who had one. */
static enum status look_at_orders(struct journal *journal, struct looked *looked, struct fault *fault)
{
	const struct order_line *orders = looked->orders.items;
	enum status status = order_municipality(journal, orders[looked->orders.count - 1].assignment,
	                                        &looked->line.municipality, fault);

	looked->situation->is_client = has_words(looked->line.municipality);
	for (size_t i = 0; i < looked->orders.count; i++)
		if (asked_order_is_current(&orders[i], looked->line.asked_on))
			looked->situation->is_client = true;
	return status;
}

static enum status look_at_party(struct journal *journal, struct looked *looked, struct fault *fault)
{
	struct asking_line *line = &looked->line;
	enum status status = OK;

	line->party = or_empty(journal->party);
	looked->address.provider = compose_provider(journal, line->party);
	looked->situation->has_code = has_words(looked->address.provider);
	if (line->person != 0)
		status = orders_at(journal, line->person, line->party, &looked->orders, fault);
	if (status == OK && looked->orders.count > 0)
		status = look_at_orders(journal, looked, fault);
	return status;
}

/* Who it is about, from the vault; of somebody who is no client of the party nothing is looked up. */
static enum status look_at_client(struct journal *journal, struct looked *looked, struct fault *fault)
{
	enum status status = OK;

	looked->situation->has_bsn = true;
	if (!looked->situation->is_client)
		return OK;
	status = vault_identity(journal, looked->line.person, &looked->address.client, fault);
	if (status == OK)
		status = vault_bsn(journal, looked->line.person, &looked->address.bsn, fault);
	looked->situation->has_bsn = status == OK && has_words(looked->address.bsn);
	return status == NOT_FOUND ? OK : status;
}

/* What is empty but required the door says itself. */
static bool is_filled_in(const struct asking_line *line)
{
	return date_is(line->from) && has_words(line->product) && line->amount > 0;
}

static enum status check_whole(struct journal *journal, struct looked *looked, struct findings *findings,
                               struct fault *fault)
{
	find_municipality(journal, looked);
	if (!is_filled_in(&looked->line))
		return OK;
	return asking_check(journal, &looked->line, &looked->address, &looked->orders, findings, fault);
}

static struct asking_line line_of(const struct journal *journal, const struct journal_fact *fact,
                                  const struct assignment_asked *asked)
{
	return (struct asking_line){
		.asking = fact->fact,
		.person = asked->person,
		.sort = "assignment",
		.reference = reference_of(fact->fact, journal->arena),
		.product = asked->product,
		.amount = asked->amount,
		.from = asked->from,
		.last_day = asked->last_day,
		.decision = asked->decision,
		.decided_on = asked->decided_on,
		.referrer = asked->referrer,
		.words = asked->words,
		.asked_on = clock_today(journal->clock),
	};
}

static void keep_found(struct assignment_asked *asked, const struct looked *looked)
{
	asked->party = looked->line.party;
	asked->municipality = looked->line.municipality;
	asked->unit = looked->line.unit;
	asked->frequency = looked->line.frequency;
	asked->reference = looked->line.reference;
}

static enum status prepare_assignment(struct journal *journal, struct journal_fact *fact,
                                      struct findings *findings, struct fault *fault)
{
	struct assignment_asked *asked = fact->item;
	struct looked looked = { .line = line_of(journal, fact, asked), .situation = &asked->situation };
	enum status status = look_at_party(journal, &looked, fault);

	fact->valid_on = looked.line.asked_on;
	(void)take_product(journal, &looked.line);
	if (status == OK)
		status = look_at_client(journal, &looked, fault);
	if (status == OK && asked->situation.is_client && asked->situation.has_bsn &&
	    asked->situation.has_code)
		status = check_whole(journal, &looked, findings, fault);
	keep_found(asked, &looked);
	return status;
}

enum status asking_of_municipality(struct journal *journal, bool *ret_is, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id) };
	enum status status =
		db_one(journal->db, &sql_exchange_asking_orders_here, values, COUNT(values), &rows, fault);

	*ret_is = status == OK;
	return status == NOT_FOUND ? OK : status;
}

/* Who is new gets the fact's number, in a register that is the provider's own. */
static enum status prepare_newcomer(struct journal *journal, struct journal_fact *fact,
                                    struct findings *findings, struct fault *fault)
{
	struct assignment_asked *asked = fact->item;
	struct looked looked = { .line = line_of(journal, fact, asked), .situation = &asked->situation };
	const size_t count = findings->count;
	bool is_here = false;
	enum status status = asking_of_municipality(journal, &is_here, fault);

	fact->valid_on = looked.line.asked_on;
	looked.line.person = 0;
	if (status == OK)
		status = look_at_party(journal, &looked, fault);
	(void)take_product(journal, &looked.line);
	looked.address.client = asked->who;
	looked.address.bsn = or_empty(asked->who.bsn);
	asked->situation.is_outside = !is_here;
	asked->situation.is_complete = bsn_is_right(or_empty(asked->who.bsn)) &&
	                               has_words(asked->who.surname) && date_is(asked->who.born);
	if (status == OK && !is_here && asked->situation.is_complete && asked->situation.has_code)
		status = check_whole(journal, &looked, findings, fault);
	keep_found(asked, &looked);
	asked->person = fact->fact;
	if (status != OK || is_here || !asked->situation.is_complete || findings->count > count ||
	    fact->fact == 0)
		return status;
	return vault_add(journal, asked->person, &asked->who, findings, fault);
}

/* The orders that run and stay, by number. */
static const char *kept_of(const struct looked *looked, struct arena *arena)
{
	const struct order_line *orders = looked->orders.items;
	const char *kept = "";

	for (size_t i = 0; i < looked->orders.count; i++)
		if (orders[i].assignment != looked->line.assignment &&
		    asked_order_is_current(&orders[i], looked->line.asked_on))
			kept = arena_print(arena, "%s%s%lld", kept, kept[0] == '\0' ? "" : " ",
			                   (long long)orders[i].assignment);
	return kept;
}

static enum status prepare_change(struct journal *journal, struct journal_fact *fact,
                                  struct findings *findings, struct fault *fault)
{
	struct change_asked *asked = fact->item;
	struct looked looked = { .line = { .asking = fact->fact,
		                           .person = asked->person,
		                           .sort = "change",
		                           .reference = reference_of(fact->fact, journal->arena),
		                           .reason = asked->reason,
		                           .assignment = asked->order,
		                           .product = asked->product,
		                           .amount = asked->amount,
		                           .from = asked->from,
		                           .last_day = asked->last_day,
		                           .asked_on = clock_today(journal->clock) },
		                 .situation = &asked->situation };
	const struct order_line *order;
	enum status status = look_at_party(journal, &looked, fault);

	fact->valid_on = looked.line.asked_on;
	if (status == OK)
		status = look_at_client(journal, &looked, fault);
	(void)take_product(journal, &looked.line);
	order = asked_current_order(&looked.orders, asked->order, looked.line.asked_on);
	asked->situation.names_one = has_words(asked->product) ? asked->order == 0 : order != NULL;
	if (order != NULL && !has_words(asked->product)) {
		looked.line.product = order->product;
		looked.line.unit = order->unit;
		looked.line.frequency = order->frequency;
	}
	looked.line.kept = kept_of(&looked, journal->arena);
	if (status == OK && asked->situation.names_one && asked->situation.is_client &&
	    asked->situation.has_bsn && asked->situation.has_code && has_words(asked->reason))
		status = check_whole(journal, &looked, findings, fault);
	asked->party = looked.line.party;
	asked->municipality = looked.line.municipality;
	asked->product = looked.line.product;
	asked->unit = looked.line.unit;
	asked->frequency = looked.line.frequency;
	asked->reference = looked.line.reference;
	asked->kept = looked.line.kept;
	return status;
}

/* --- the rules --- */

static bool assignment_is_of_client(const void *item)
{
	return ((const struct assignment_asked *)item)->situation.is_client;
}

static bool assignment_has_bsn(const void *item)
{
	return ((const struct assignment_asked *)item)->situation.has_bsn;
}

static bool assignment_has_code(const void *item)
{
	return ((const struct assignment_asked *)item)->situation.has_code;
}

static bool newcomer_is_outside(const void *item)
{
	return ((const struct assignment_asked *)item)->situation.is_outside;
}

static bool newcomer_is_complete(const void *item)
{
	return ((const struct assignment_asked *)item)->situation.is_complete;
}

static bool change_is_of_client(const void *item)
{
	return ((const struct change_asked *)item)->situation.is_client;
}

static bool change_has_bsn(const void *item)
{
	return ((const struct change_asked *)item)->situation.has_bsn;
}

static bool change_has_code(const void *item)
{
	return ((const struct change_asked *)item)->situation.has_code;
}

static bool change_names_one(const void *item)
{
	const struct asking_situation *situation = &((const struct change_asked *)item)->situation;

	return !situation->is_client || situation->names_one;
}

#define CLIENT_WORDS WORDS("Uw organisatie heeft geen opdracht voor deze cliënt.")
#define BSN_WORDS WORDS("Zonder BSN kan dit verzoek niet naar de gemeente.")
#define CODE_WORDS WORDS("Uw organisatie staat niet met een AGB-code in de afspraken.")

const struct journal_rule assignment_asked_rules[ASSIGNMENT_ASKED_RULES_COUNT] = {
	{ "asking-client", "person", CLIENT_WORDS, "Wmo 2015, art. 5.2.9", assignment_is_of_client },
	{ "asking-bsn", "person", BSN_WORDS, "iWmo 3.2, OP079", assignment_has_bsn },
	{ "asking-code", "", CODE_WORDS, "iWmo 3.2, OP254", assignment_has_code },
};

const struct journal_rule newcomer_asked_rules[NEWCOMER_ASKED_RULES_COUNT] = {
	{ "asking-outside", "",
	  WORDS("Wie hier nog niet bekend is, meldt zich eerst bij de gemeente. Vraag alleen iets voor wie u "
	        "al "
	        "ondersteunt."),
	  "Wmo 2015, art. 2.3.2", newcomer_is_outside },
	{ "asking-who", "who.bsn", WORDS("Vul achternaam, geboortedatum en BSN in."), "iWmo 3.2, OP079",
	  newcomer_is_complete },
	{ "asking-code", "", CODE_WORDS, "iWmo 3.2, OP254", assignment_has_code },
};

const struct journal_rule change_asked_rules[CHANGE_ASKED_RULES_COUNT] = {
	{ "asking-client", "person", CLIENT_WORDS, "Wmo 2015, art. 5.2.9", change_is_of_client },
	{ "asking-bsn", "person", BSN_WORDS, "iWmo 3.2, OP079", change_has_bsn },
	{ "asking-code", "", CODE_WORDS, "iWmo 3.2, OP254", change_has_code },
	{ "asking-one", "order",
	  WORDS("Noem een opdracht die loopt, of kies wat erbij moet komen: een van de twee."),
	  "iWmo 3.2, TR351", change_names_one },
};

/* --- what they change --- */

static enum status add(struct db *db, int64_t register_id, const struct asking_line *line,
                       struct fault *fault)
{
	const struct value values[] = {
		value_number(register_id),
		value_number(line->asking),
		value_number(line->person),
		value_text(line->party),
		value_text_or_empty(line->municipality),
		value_text(line->sort),
		value_text(line->reference),
		value_text_or_empty(line->reason),
		value_number(line->assignment),
		value_text_or_empty(line->kept),
		value_text_or_empty(line->product),
		value_number(line->amount),
		value_text_or_empty(line->unit),
		value_text_or_empty(line->frequency),
		value_date(line->from),
		value_date(line->last_day),
		value_number(line->decision),
		value_date(line->decided_on),
		value_text_or_empty(line->referrer),
		value_text_or_empty(line->words),
		value_date(line->asked_on),
	};

	return db_run(db, &sql_exchange_asking_add, values, COUNT(values), fault);
}

static enum status apply_assignment(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                    struct arena *arena, struct fault *fault)
{
	const struct assignment_asked *asked = fact->item;
	const struct asking_line line = {
		.asking = fact->fact,
		.person = asked->person,
		.party = asked->party,
		.municipality = asked->municipality,
		.sort = "assignment",
		.reference = asked->reference,
		.product = asked->product,
		.amount = asked->amount,
		.unit = asked->unit,
		.frequency = asked->frequency,
		.from = asked->from,
		.last_day = asked->last_day,
		.decision = asked->decision,
		.decided_on = asked->decided_on,
		.referrer = asked->referrer,
		.words = asked->words,
		.asked_on = fact->valid_on,
	};

	(void)arena;
	return add(db, register_id, &line, fault);
}

static enum status apply_change(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                struct arena *arena, struct fault *fault)
{
	const struct change_asked *asked = fact->item;
	const struct asking_line line = {
		.asking = fact->fact,
		.person = asked->person,
		.party = asked->party,
		.municipality = asked->municipality,
		.sort = "change",
		.reference = asked->reference,
		.reason = asked->reason,
		.assignment = asked->order,
		.kept = asked->kept,
		.product = asked->product,
		.amount = asked->amount,
		.unit = asked->unit,
		.frequency = asked->frequency,
		.from = asked->from,
		.last_day = asked->last_day,
		.asked_on = fact->valid_on,
	};

	(void)arena;
	return add(db, register_id, &line, fault);
}

const struct journal_kind assignment_asked_kind = {
	.name = "assignment_asked",
	.title = WORDS("Toewijzing vragen"),
	.done = WORDS("Toewijzing gevraagd; het verzoek gaat naar de gemeente"),
	.sort = KIND_ACT,
	.corner = CORNER_CONTRACT,
	.permission = MAY_DELIVER,
	.record = &assignment_asked_record,
	.prepare = prepare_assignment,
	.rules = assignment_asked_rules,
	.rules_count = ASSIGNMENT_ASKED_RULES_COUNT,
	.apply = apply_assignment,
	.ends_task = "asking-rejected",
	.page = "/orders/own",
};

const struct journal_kind newcomer_asked_kind = {
	.name = "newcomer_asked",
	.title = WORDS("Toewijzing vragen voor een nieuwe cliënt"),
	.done = WORDS("Toewijzing gevraagd; het verzoek gaat naar de gemeente"),
	.sort = KIND_ACT,
	.corner = CORNER_CONTRACT,
	.permission = MAY_DELIVER,
	.record = &newcomer_asked_record,
	.prepare = prepare_newcomer,
	.rules = newcomer_asked_rules,
	.rules_count = NEWCOMER_ASKED_RULES_COUNT,
	.apply = apply_assignment,
	.ends_task = "asking-rejected",
	.page = "/orders/own",
};

const struct journal_kind change_asked_kind = {
	.name = "change_asked",
	.title = WORDS("Wijziging vragen"),
	.done = WORDS("Wijziging gevraagd; het verzoek gaat naar de gemeente"),
	.sort = KIND_ACT,
	.corner = CORNER_CONTRACT,
	.permission = MAY_DELIVER,
	.record = &change_asked_record,
	.prepare = prepare_change,
	.rules = change_asked_rules,
	.rules_count = CHANGE_ASKED_RULES_COUNT,
	.apply = apply_change,
	.ends_task = "asking-rejected",
	.page = "/orders/own",
};
