/* SPDX-License-Identifier: EUPL-1.2 */
/* What was delivered on a day: by whom, of which order. */
#include <string.h>

#include "billing_sql.h"
#include "common/scheme/chain.h"
#include "contract/billing/billing.h"
#include "contract/claim/volume.h"
#include "contract/exchange/party_orders.h"
#include "platform/base/words.h"

#define MINUTES_ON_A_DAY 1440
#define PIECES_ON_A_DAY 100
#define CENTS_ON_A_DAY 10000000 /* of an order in euros: an aid, or a house that is rebuilt */

static const struct field care_delivered_fields[] = {
	FIELD(struct care_delivered, person, .label = WORDS("Cliënt"), .required = true),
	FIELD(struct care_delivered, assignment, .label = WORDS("Nummer van de opdracht"), .required = true),
	FIELD(struct care_delivered, day, .label = WORDS("Dag"), .required = true),
	FIELD(struct care_delivered, amount, .label = WORDS("Hoeveel"),
	      .hint = WORDS(
		      "Minuten, als de opdracht in uren of minuten is; anders stuks, dagdelen of nachten. "
		      "Zegt u van een dag nog eens iets, dan telt dat. 0: er kwam toch niemand."),
	      .flags = FIELD_UNSIGNED | FIELD_ZERO_IS_SET),
	FIELD(struct care_delivered, deliverer, .label = WORDS("Welke organisatie kwam"),
	      .hint = WORDS("Laat leeg als het uw eigen organisatie was.")),
	FIELD(struct care_delivered, party, .flags = FIELD_BY_DOOR),
};
static const struct record care_delivered_record =
	RECORD(struct care_delivered, "care_delivered", care_delivered_fields);

/* Whether one delivers under a name on a day: its own, its combination's, or that of whom it works for. */
static bool delivers_under(const struct journal *journal, const char *deliverer, const char *name,
                           struct date on)
{
	const struct texts names =
		chain_above(journal->schemes, journal->register_id, deliverer, on, journal->arena);

	if (strcmp(deliverer, name) == 0)
		return true;
	for (size_t i = 0; i < names.count; i++)
		if (strcmp(names.items[i], name) == 0)
			return true;
	return false;
}

static int64_t most_on_a_day(const char *unit)
{
	if (strcmp(unit, "minute") == 0 || strcmp(unit, "hour") == 0)
		return MINUTES_ON_A_DAY;
	return strcmp(unit, "euro") == 0 ? CENTS_ON_A_DAY : PIECES_ON_A_DAY;
}

static enum status prepare(struct journal *journal, struct journal_fact *fact, struct findings *findings,
                           struct fault *fault)
{
	struct care_delivered *delivered = fact->item;
	const char *own = or_empty(journal->party);
	struct party_order order = { 0 };
	enum status status = party_order_of(journal, delivered->assignment, &order, fault);

	(void)findings;
	if (!has_words(delivered->deliverer))
		delivered->deliverer = own;
	fact->valid_on = delivered->day;
	delivered->situation.is_past = !date_before(clock_today(journal->clock), delivered->day);
	if (status == NOT_FOUND || (status == OK && order.person != delivered->person)) {
		/* of an order that is not there nothing else is asked */
		delivered->situation.is_own = delivered->situation.is_in_chain = true;
		delivered->situation.is_amount = true;
		return OK;
	}
	if (status)
		return status;
	delivered->party = order.party;
	delivered->situation.is_known = true;
	delivered->situation.is_own =
		has_words(own) && (billing_speaks_for(journal, own, order.party, delivered->day) ||
	                           strcmp(delivered->deliverer, own) == 0);
	delivered->situation.is_in_chain =
		delivers_under(journal, delivered->deliverer, order.party, delivered->day);
	delivered->situation.is_amount =
		delivered->amount >= 0 && delivered->amount <= most_on_a_day(or_empty(order.unit));
	return OK;
}

static enum status apply(struct db *db, int64_t register_id, const struct journal_fact *fact,
                         struct arena *arena, struct fault *fault)
{
	const struct care_delivered *delivered = fact->item;
	const struct value values[] = {
		value_number(register_id),
		value_number(delivered->assignment),
		value_date(delivered->day),
		value_text(delivered->deliverer),
		value_number(delivered->person),
		value_text(delivered->party),
		value_date(claim_month_of(delivered->day).from),
		value_number(delivered->amount),
	};

	(void)arena;
	return db_run(db, &sql_billing_deliver, values, COUNT(values), fault);
}

const struct journal_kind care_delivered_kind = {
	.name = "care_delivered",
	.title = WORDS("Vastleggen wat er geleverd is"),
	.done = WORDS("Vastgelegd wat er geleverd is"),
	.sort = KIND_ACT,
	.corner = CORNER_CONTRACT,
	.permission = MAY_DELIVER,
	.record = &care_delivered_record,
	.prepare = prepare,
	.rules = care_delivered_rules,
	.rules_count = CARE_DELIVERED_RULES_COUNT,
	.apply = apply,
	.page = "/claims/own",
};
