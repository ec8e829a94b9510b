/* SPDX-License-Identifier: EUPL-1.2 */
/* What the municipality says to a request: it is looked into, refused, or granted; and that it left. */
#include <string.h>

#include "asked_sql.h"
#include "contract/exchange/asked.h"
#include "platform/base/words.h"

/* Need decides, and never money: WJ759 has 2 for the budget, which no municipality of ours says (promise 5);
 * 8 is of youth care alone. */
const struct choice asked_refusals[] = {
	{ "1", WORDS("vraag het opnieuw aan: dit is geen wijziging") },
	{ "3", WORDS("geen contract") },
	{ "4", WORDS("past niet binnen het contract") },
	{ "5", WORDS("hoort bij een andere gemeente") },
	{ "6", WORDS("stapelt met andere ondersteuning") },
	{ "7", WORDS("past niet bij de zorg die nodig is") },
	{ "9", WORDS("de leeftijdsgrens is bereikt") },
	{ NULL, NULL },
};

#define WHICH_FIELDS(type_)                                                                                  \
	FIELD(type_, person, .label = WORDS("Persoon"), .required = true),                                   \
		FIELD(type_, request, .label = WORDS("Verzoek"), .required = true)

static const struct field considered_fields[] = {
	WHICH_FIELDS(struct asking_considered),
	FIELD(struct asking_considered, words, .label = WORDS("Wat moet u nog weten?"),
	      .hint = WORDS(
		      "Dit blijft in het dossier; de aanbieder leest alleen dat het in behandeling is."),
	      .flags = FIELD_LONG, .max_chars = 2000),
};
static const struct record considered_record =
	RECORD(struct asking_considered, "asking_considered", considered_fields);

static const struct field refused_fields[] = {
	WHICH_FIELDS(struct asking_refused),
	FIELD(struct asking_refused, refusal, .label = WORDS("Waarom wijst u het verzoek af?"),
	      .required = true, .choices = asked_refusals),
	FIELD(struct asking_refused, words, .label = WORDS("Leg uit waarom"),
	      .hint = WORDS("Dit blijft in het dossier; de aanbieder leest alleen de reden hierboven."),
	      .required = true, .flags = FIELD_LONG, .max_chars = 2000),
};
static const struct record refused_record = RECORD(struct asking_refused, "asking_refused", refused_fields);

static const struct field asking_order_fields[] = {
	FIELD(struct asking_order, assignment),
};
static const struct record asking_order_record =
	RECORD(struct asking_order, "asking_order", asking_order_fields);

static const struct field granted_fields[] = {
	WHICH_FIELDS(struct asking_granted),
	FIELD(struct asking_granted, words, .label = WORDS("Wat is er besproken, en met wie?"),
	      .flags = FIELD_LONG, .max_chars = 2000),
	FIELD(struct asking_granted, reference, .flags = FIELD_BY_DOOR),
	FIELD(struct asking_granted, orders, .flags = FIELD_BY_DOOR, .of = &asking_order_record),
};
static const struct record granted_record = RECORD(struct asking_granted, "asking_granted", granted_fields);

/* --- what was asked, against the orders that stand --- */

static bool is_running(const struct order_line *order, struct date today)
{
	struct date until = date_is(order->ended_on) ? order->ended_on : order->valid_until;

	return strcmp(order->state, "declined") != 0 && strcmp(order->state, "stopped") != 0 &&
	       date_before(order->valid_from, until) && date_before(today, until);
}

/* A change is taken over as it was asked; of an assignment the municipality may give another amount
 * (iWmo 3.2, IV093, IV094). */
static bool is_met_by(const struct asked_wish *wish, const struct order_line *order, bool is_change)
{
	struct date until = date_is(order->ended_on) ? order->ended_on : order->valid_until;

	if (has_words(wish->product) && strcmp(wish->product, order->product) != 0)
		return false;
	if (!is_change)
		return true;
	if (order->assignment != wish->assignment && order->valid_from.day != wish->from.day)
		return false;
	return order->amount == wish->amount && strcmp(order->unit, or_empty(wish->unit)) == 0 &&
	       strcmp(order->frequency, or_empty(wish->frequency)) == 0 &&
	       until.day == date_until(wish->last_day).day;
}

static bool wish_is_met(const struct asked_wish *wish, const struct asked_line *line,
                        const struct records *orders, struct date today)
{
	const struct order_line *items = orders->items;
	bool is_change = strcmp(line->sort, "change") == 0;

	if (strcmp(wish->sort, "kept") == 0)
		return true;
	for (size_t i = 0; i < orders->count; i++)
		if (is_running(&items[i], today) && (is_change || items[i].placed > line->request) &&
		    is_met_by(wish, &items[i], is_change))
			return true;
	return false;
}

/* Of a change every order in the next message has its reference (iWmo 3.2, IV093); else those that are new.
 */
static void name_orders(struct asking_granted *granted, const struct asked_line *line,
                        const struct records *orders, struct arena *arena)
{
	const struct order_line *items = orders->items;
	struct asking_order *named = ARENA_MANY(arena, orders->count + 1, struct asking_order);
	bool is_change = strcmp(line->sort, "change") == 0;

	granted->orders = (struct records){ .items = named };
	for (size_t i = 0; i < orders->count; i++)
		if (is_running(&items[i], granted->situation.today) &&
		    (is_change || items[i].placed > line->request))
			named[granted->orders.count++].assignment = items[i].assignment;
}

/* Looks the request up; NOT_FOUND becomes one that is not known. */
static enum status look(struct journal *journal, int64_t person, int64_t request,
                        struct asked_situation *ret_situation, struct asked_line *ret_line,
                        struct fault *fault)
{
	enum status status = asked_of(journal, request, ret_line, fault);

	*ret_situation = (struct asked_situation){ .today = clock_today(journal->clock) };
	if (status != OK)
		return status == NOT_FOUND ? OK : status;
	ret_situation->is_known = ret_line->person == person && person != 0;
	ret_situation->is_considered = strcmp(ret_line->state, "considered") == 0;
	ret_situation->is_open = ret_situation->is_considered || strcmp(ret_line->state, "open") == 0;
	return OK;
}

/* --- at the door --- */

static enum status prepare_considered(struct journal *journal, struct journal_fact *fact,
                                      struct findings *findings, struct fault *fault)
{
	struct asking_considered *considered = fact->item;
	struct asked_line line;

	(void)findings;
	fact->valid_on = clock_today(journal->clock);
	return look(journal, considered->person, considered->request, &considered->situation, &line, fault);
}

static enum status prepare_refused(struct journal *journal, struct journal_fact *fact,
                                   struct findings *findings, struct fault *fault)
{
	struct asking_refused *refused = fact->item;
	struct asked_line line;

	(void)findings;
	fact->valid_on = clock_today(journal->clock);
	return look(journal, refused->person, refused->request, &refused->situation, &line, fault);
}

static enum status prepare_granted(struct journal *journal, struct journal_fact *fact,
                                   struct findings *findings, struct fault *fault)
{
	struct asking_granted *granted = fact->item;
	struct records orders = { 0 }, wishes = { 0 };
	struct asked_line line;
	enum status status =
		look(journal, granted->person, granted->request, &granted->situation, &line, fault);

	(void)findings;
	fact->valid_on = clock_today(journal->clock);
	if (status != OK || !granted->situation.is_known)
		return status;
	granted->reference = line.reference;
	status = orders_at(journal, line.person, line.party, &orders, fault);
	if (status == OK)
		status = asked_wishes(journal, line.request, &wishes, fault);
	if (status)
		return status;
	granted->situation.is_met = true;
	for (size_t i = 0; i < wishes.count; i++)
		if (!wish_is_met(&((const struct asked_wish *)wishes.items)[i], &line, &orders,
		                 granted->situation.today))
			granted->situation.is_met = false;
	name_orders(granted, &line, &orders, journal->arena);
	return OK;
}

/* --- the rules --- */

static bool considered_is_known(const void *item)
{
	return ((const struct asking_considered *)item)->situation.is_known;
}

static bool considered_is_open(const void *item)
{
	const struct asked_situation *situation = &((const struct asking_considered *)item)->situation;

	return !situation->is_known || situation->is_open;
}

static bool considered_is_first(const void *item)
{
	return !((const struct asking_considered *)item)->situation.is_considered;
}

static bool refused_is_known(const void *item)
{
	return ((const struct asking_refused *)item)->situation.is_known;
}

static bool refused_is_open(const void *item)
{
	const struct asked_situation *situation = &((const struct asking_refused *)item)->situation;

	return !situation->is_known || situation->is_open;
}

static bool granted_is_known(const void *item)
{
	return ((const struct asking_granted *)item)->situation.is_known;
}

static bool granted_is_open(const void *item)
{
	const struct asked_situation *situation = &((const struct asking_granted *)item)->situation;

	return !situation->is_known || situation->is_open;
}

static bool granted_is_met(const void *item)
{
	const struct asking_granted *granted = item;

	return !granted->situation.is_known || (granted->situation.is_met && granted->orders.count > 0);
}

#define KNOWN_WORDS WORDS("Dit verzoek is er niet, of het gaat over iemand anders.")
#define OPEN_WORDS WORDS("Dit verzoek heeft al een antwoord.")

const struct journal_rule considered_rules[CONSIDERED_RULES_COUNT] = {
	{ "asking-known", "request", KNOWN_WORDS, "", considered_is_known },
	{ "asking-open", "request", OPEN_WORDS, "iWmo 3.2, TR365", considered_is_open },
	{ "asking-considered-once", "request",
	  WORDS("De aanbieder weet al dat dit verzoek in behandeling is."), "iWmo 3.2, TR360",
	  considered_is_first },
};

const struct journal_rule asking_refused_rules[ASKING_REFUSED_RULES_COUNT] = {
	{ "asking-known", "request", KNOWN_WORDS, "", refused_is_known },
	{ "asking-open", "request", OPEN_WORDS, "iWmo 3.2, TR365", refused_is_open },
};

const struct journal_rule granted_rules[GRANTED_RULES_COUNT] = {
	{ "asking-known", "request", KNOWN_WORDS, "", granted_is_known },
	{ "asking-open", "request", OPEN_WORDS, "iWmo 3.2, TR359", granted_is_open },
	{ "asking-met", "request",
	  WORDS("De opdrachten aan deze aanbieder zijn nog niet zoals gevraagd. Wijzig eerst het besluit en "
	        "wijs toe; daarna kunt u het verzoek inwilligen."),
	  "Wmo 2015, art. 2.3.5; iWmo 3.2, IV093", granted_is_met },
};

/* --- what they change --- */

static enum status apply_considered(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                    struct arena *arena, struct fault *fault)
{
	const struct asking_considered *considered = fact->item;
	const struct value values[] = { value_number(register_id), value_number(considered->request),
		                        value_date(fact->valid_on), value_number(fact->fact),
		                        value_text_or_empty(considered->words) };

	(void)arena;
	return db_run(db, &sql_exchange_asked_consider, values, COUNT(values), fault);
}

static enum status apply_refused(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                 struct arena *arena, struct fault *fault)
{
	const struct asking_refused *refused = fact->item;
	const struct value values[] = { value_number(register_id),           value_number(refused->request),
		                        value_date(fact->valid_on),          value_number(fact->fact),
		                        value_text_or_empty(refused->words), value_text(refused->refusal) };

	(void)arena;
	return db_run(db, &sql_exchange_asked_refuse, values, COUNT(values), fault);
}

static enum status apply_granted(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                 struct arena *arena, struct fault *fault)
{
	const struct asking_granted *granted = fact->item;
	const struct asking_order *orders = granted->orders.items;
	const struct value values[] = { value_number(register_id), value_number(granted->request),
		                        value_date(fact->valid_on), value_text_or_empty(granted->words) };
	enum status status = db_run(db, &sql_exchange_asked_grant, values, COUNT(values), fault);

	(void)arena;
	for (size_t i = 0; status == OK && i < granted->orders.count; i++) {
		const struct value order[] = { value_number(register_id), value_number(orders[i].assignment),
			                       value_text(granted->reference), value_number(fact->fact) };

		status = db_run(db, &sql_exchange_asked_mark_order, order, COUNT(order), fault);
	}
	return status;
}

#define ANSWER_PAGE "/clients/{person}/asked"

const struct journal_kind asking_considered_kind = {
	.name = "asking_considered",
	.title = WORDS("Verzoek van een aanbieder in behandeling nemen"),
	.done = WORDS("Verzoek van een aanbieder in behandeling genomen"),
	.sort = KIND_ACT,
	.corner = CORNER_PRACTICE,
	.permission = MAY_ASSIGN,
	.record = &considered_record,
	.prepare = prepare_considered,
	.rules = considered_rules,
	.rules_count = CONSIDERED_RULES_COUNT,
	.apply = apply_considered,
	.page = ANSWER_PAGE,
};

const struct journal_kind asking_refused_kind = {
	.name = "asking_refused",
	.title = WORDS("Verzoek van een aanbieder afwijzen"),
	.done = WORDS("Verzoek van een aanbieder afgewezen"),
	.sort = KIND_ACT,
	.corner = CORNER_PRACTICE,
	.permission = MAY_ASSIGN,
	.record = &refused_record,
	.prepare = prepare_refused,
	.rules = asking_refused_rules,
	.rules_count = ASKING_REFUSED_RULES_COUNT,
	.apply = apply_refused,
	.ends_task = "asked-open",
	.page = ANSWER_PAGE,
};

const struct journal_kind asking_granted_kind = {
	.name = "asking_granted",
	.title = WORDS("Verzoek van een aanbieder inwilligen"),
	.done = WORDS("Verzoek van een aanbieder ingewilligd"),
	.sort = KIND_ACT,
	.corner = CORNER_PRACTICE,
	.permission = MAY_ASSIGN,
	.record = &granted_record,
	.prepare = prepare_granted,
	.rules = granted_rules,
	.rules_count = GRANTED_RULES_COUNT,
	.apply = apply_granted,
	.ends_task = "asked-open",
	.page = ANSWER_PAGE,
};

/* --- that it left, and what the provider says to it --- */

static const struct field replied_fields[] = {
	FIELD(struct asking_replied, person),
	FIELD(struct asking_replied, request, .required = true),
	FIELD(struct asking_replied, verdict, .required = true),
	FIELD(struct asking_replied, message, .required = true),
};
static const struct record replied_record = RECORD(struct asking_replied, "asking_replied", replied_fields);

static enum status apply_replied(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                 struct arena *arena, struct fault *fault)
{
	const struct asking_replied *replied = fact->item;
	const struct value values[] = { value_number(register_id), value_number(replied->request),
		                        value_number(replied->verdict), value_text(replied->message),
		                        value_date(fact->valid_on) };

	(void)arena;
	return db_run(db, &sql_exchange_asked_reply, values, COUNT(values), fault);
}

const struct journal_kind asking_replied_kind = {
	.name = "asking_replied",
	.title = WORDS("Antwoord op een verzoek verzenden"),
	.done = WORDS("Antwoord op het verzoek van de aanbieder verzonden"),
	.sort = KIND_ACT,
	.corner = CORNER_CONTRACT,
	.permission = MAY_CARRY_MESSAGES,
	.record = &replied_record,
	.apply = apply_replied,
};

static const struct field reply_answered_fields[] = {
	FIELD(struct reply_answered, person),
	FIELD(struct reply_answered, request, .required = true),
	FIELD(struct reply_answered, message, .required = true),
	FIELD(struct reply_answered, sender, .required = true),
	FIELD(struct reply_answered, content_mark, .required = true),
	FIELD(struct reply_answered, codes),
};
static const struct record reply_answered_record =
	RECORD(struct reply_answered, "reply_answered", reply_answered_fields);

static enum status apply_reply_answered(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                        struct arena *arena, struct fault *fault)
{
	const struct reply_answered *answered = fact->item;
	const struct message_kept kept = { answered->sender, "WMO320", answered->message,
		                           answered->content_mark };

	(void)arena;
	return message_remember(db, register_id, fact->fact, &kept, fault);
}

const struct journal_kind reply_answered_kind = {
	.name = "reply_answered",
	.title = WORDS("Antwoord van de aanbieder op ons antwoord"),
	.done = WORDS("Aanbieder heeft ons antwoord op het verzoek ontvangen"),
	.sort = KIND_NOTICE,
	.corner = CORNER_CONTRACT,
	.permission = MAY_CARRY_MESSAGES,
	.record = &reply_answered_record,
	.apply = apply_reply_answered,
};
