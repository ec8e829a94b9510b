/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/exchange/settle.h"

#include <string.h>

#include "contract/exchange/order.h"
#include "exchange_sql.h"
#include "platform/base/words.h"

#define SENT_AGAIN "again"

const struct choice refusal_ways[] = {
	{ SENT_AGAIN, WORDS("de opdracht gaat opnieuw naar de aanbieder") },
	{ "agreed", WORDS("de aanbieder neemt de opdracht toch aan") },
	{ NULL, NULL },
};

static const struct field refusal_settled_fields[] = {
	FIELD(struct refusal_settled, person, .label = WORDS("Persoon"), .required = true),
	FIELD(struct refusal_settled, assignment, .label = WORDS("Opdracht"), .required = true),
	FIELD(struct refusal_settled, how, .label = WORDS("Hoe gaat het verder?"), .required = true,
	      .choices = refusal_ways),
	FIELD(struct refusal_settled, words, .label = WORDS("Wat is er afgesproken, en met wie?"),
	      .required = true, .flags = FIELD_LONG, .max_chars = 1000),
};
static const struct record refusal_settled_record =
	RECORD(struct refusal_settled, "refusal_settled", refusal_settled_fields);

static enum status prepare_settled(struct journal *journal, struct journal_fact *fact,
                                   struct findings *findings, struct fault *fault)
{
	struct refusal_settled *settled = fact->item;
	struct order_line order = { 0 };
	enum status status = order_of(journal, settled->assignment, &order, fault);

	(void)findings;
	settled->is_refused = status == OK && order.person == settled->person && order.refused[0] != '\0';
	return status == NOT_FOUND ? OK : status;
}

static bool is_refused(const void *item)
{
	return ((const struct refusal_settled *)item)->is_refused;
}

const struct journal_rule settle_rules[SETTLE_RULES_COUNT] = {
	{ "refusal-open", "assignment",
	  WORDS("Deze opdracht staat niet (meer) als afgekeurd. Er hoeft niets te gebeuren."), "",
	  is_refused },
};

/* An order that goes again leaves in a message of its own: the refused one has been answered (TR056). */
static enum status apply_settled(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                 struct arena *arena, struct fault *fault)
{
	const struct refusal_settled *settled = fact->item;
	const struct value values[] = { value_number(register_id), value_number(settled->assignment),
		                        value_number(fact->fact) };

	(void)arena;
	if (strcmp(settled->how, SENT_AGAIN) == 0)
		return db_run(db, &sql_exchange_send_again, values, COUNT(values), fault);
	return db_run(db, &sql_exchange_end_refusal, values, 2, fault);
}

const struct journal_kind refusal_settled_kind = {
	.name = "refusal_settled",
	.title = WORDS("Afkeuring afhandelen"),
	.done = WORDS("Afkeuring van de opdracht afgehandeld"),
	.sort = KIND_ACT,
	.corner = CORNER_CONTRACT,
	.permission = MAY_EXCHANGE,
	.record = &refusal_settled_record,
	.prepare = prepare_settled,
	.rules = settle_rules,
	.rules_count = SETTLE_RULES_COUNT,
	.apply = apply_settled,
	.ends_task = "order-refused",
};
