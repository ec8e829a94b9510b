/* SPDX-License-Identifier: EUPL-1.2 */
/* A claim that was approved to go, and that it left. */
#include <string.h>

#include "billing_sql.h"
#include "contract/billing/billing.h"
#include "contract/billing/making.h"
#include "platform/base/words.h"

static const struct field claim_approved_fields[] = {
	FIELD(struct claim_approved, month, .label = WORDS("Maand (een dag ervan)"), .required = true),
	FIELD(struct claim_approved, party, .label = WORDS("Namens"),
	      .hint = WORDS("Laat leeg voor uw eigen organisatie.")),
	FIELD(struct claim_approved, municipality, .label = WORDS("Code van de gemeente"),
	      .hint = WORDS("Laat leeg als u voor een gemeente werkt."), .max_chars = 4),
	FIELD(struct claim_approved, again,
	      .label = WORDS("Ook regels die zijn geweigerd en niet zijn veranderd")),
	FIELD(struct claim_approved, provider, .flags = FIELD_BY_DOOR),
	FIELD(struct claim_approved, number, .flags = FIELD_BY_DOOR),
	FIELD(struct claim_approved, lines, .flags = FIELD_BY_DOOR),
	FIELD(struct claim_approved, total, .flags = FIELD_BY_DOOR),
};
static const struct record claim_approved_record =
	RECORD(struct claim_approved, "claim_approved", claim_approved_fields);

static enum status add_line(struct journal *journal, int64_t fact, int64_t number,
                            const struct claim_line *line, struct fault *fault)
{
	const struct value values[] = {
		value_number(journal->register_id),
		value_number(fact),
		value_number(number),
		value_number(line->order),
		value_text(arena_print(journal->arena, "%lld-%lld", (long long)fact, (long long)number)),
		value_text_or_empty(line->previous),
		value_text(line->category),
		value_text(line->code),
		value_date(line->period.from),
		value_date(date_add_days(line->period.until, -1)),
		value_number(line->volume),
		value_number((int64_t)line->unit),
		value_number(line->tariff),
		value_number(line->amount),
		value_number(line->is_credit),
	};

	return db_run(journal->db, &sql_billing_add_line, values, COUNT(values), fault);
}

/* Who delivered it: of a credit those of the line that it takes back. */
static enum status add_shares(struct journal *journal, int64_t fact, int64_t number,
                              const struct claim_line *line, struct fault *fault)
{
	const struct value debit[] = { value_number(journal->register_id),
		                       value_number(fact),
		                       value_number(number),
		                       value_number(line->order),
		                       value_date(line->period.from),
		                       value_date(line->period.until) };
	const struct value credit[] = { value_number(journal->register_id), value_number(fact),
		                        value_number(number), value_number(line->order),
		                        value_text_or_empty(line->previous) };

	return line->is_credit ? db_run(journal->db, &sql_billing_share_credit, credit, COUNT(credit), fault)
	                       : db_run(journal->db, &sql_billing_share_line, debit, COUNT(debit), fault);
}

static enum status put_down(struct journal *journal, int64_t fact, const struct making *making,
                            struct fault *fault)
{
	int64_t number = 0;
	enum status status = OK;

	for (size_t i = 0; status == OK && i < making->count; i++) {
		if (making->lines[i].is_held)
			continue;
		status = add_line(journal, fact, ++number, &making->lines[i].line, fault);
		if (status == OK)
			status = add_shares(journal, fact, number, &making->lines[i].line, fault);
	}
	return status;
}

static enum status look_at_last(struct journal *journal, struct claim_approved *approved, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_text(approved->party),
		                        value_text(approved->municipality) };
	enum status status =
		db_one(journal->db, &sql_billing_last_month, values, COUNT(values), &rows, fault);

	if (status == OK && date_is(db_date(&rows, 0)))
		approved->situation.follows = !date_before(approved->month, db_date(&rows, 0));
	return status;
}

/* What is approved is what would go at this moment. */
static enum status prepare(struct journal *journal, struct journal_fact *fact, struct findings *findings,
                           struct fault *fault)
{
	struct claim_approved *approved = fact->item;
	const struct date today = clock_today(journal->clock);
	struct making_asked asked;
	struct making making;
	enum status status;

	(void)findings;
	if (!date_is(approved->month))
		return OK; /* required says so */
	fact->valid_on = today;
	approved->month = claim_month_of(approved->month).from;
	if (!has_words(approved->party))
		approved->party = or_empty(journal->party);
	approved->situation.is_own =
		billing_speaks_for(journal, or_empty(journal->party), approved->party, today);
	approved->situation.is_over = !date_before(today, claim_month_of(approved->month).until);
	approved->situation.follows = approved->situation.has_code = approved->situation.has_lines = true;
	if (!approved->situation.is_own || !approved->situation.is_over)
		return OK;
	asked = (struct making_asked){ approved->party, or_empty(approved->municipality), approved->month,
		                       approved->again };
	status = making_of(journal, &asked, &making, fault);
	if (status)
		return status;
	approved->provider = making.provider;
	approved->municipality = making.municipality;
	approved->lines = (int64_t)making.going;
	approved->total.cents = making.cents;
	approved->situation.has_code = has_words(making.provider);
	approved->situation.has_lines = making.going > 0;
	status = look_at_last(journal, approved, fault);
	if (status != OK || fact->fact == 0)
		return status;
	approved->number = arena_print(journal->arena, "D%09lld", (long long)fact->fact);
	return put_down(journal, fact->fact, &making, fault);
}

static enum status apply(struct db *db, int64_t register_id, const struct journal_fact *fact,
                         struct arena *arena, struct fault *fault)
{
	const struct claim_approved *approved = fact->item;
	const struct value values[] = {
		value_number(register_id),          value_number(fact->fact),
		value_text(approved->party),        value_text(approved->provider),
		value_text(approved->municipality), value_text(approved->number),
		value_date(approved->month),        value_date(fact->valid_on),
		value_number(approved->lines),      value_number(approved->total.cents),
	};

	(void)arena;
	return db_run(db, &sql_billing_add, values, COUNT(values), fault);
}

const struct journal_kind claim_approved_kind = {
	.name = "claim_approved",
	.title = WORDS("Declaratie goedkeuren"),
	.done = WORDS("Declaratie goedgekeurd; zij gaat naar de gemeente"),
	.sort = KIND_ACT,
	.corner = CORNER_CONTRACT,
	.permission = MAY_DELIVER,
	.record = &claim_approved_record,
	.prepare = prepare,
	.rules = claim_approved_rules,
	.rules_count = CLAIM_APPROVED_RULES_COUNT,
	.apply = apply,
	.page = "/claims/own",
};

/* --- it left --- */

static const struct field claim_sent_fields[] = {
	FIELD(struct claim_sent, claim, .required = true),
	FIELD(struct claim_sent, message, .required = true),
};
static const struct record claim_sent_record = RECORD(struct claim_sent, "claim_sent", claim_sent_fields);

static enum status prepare_sent(struct journal *journal, struct journal_fact *fact, struct findings *findings,
                                struct fault *fault)
{
	(void)findings;
	(void)fault;
	fact->valid_on = clock_today(journal->clock);
	return OK;
}

static enum status apply_sent(struct db *db, int64_t register_id, const struct journal_fact *fact,
                              struct arena *arena, struct fault *fault)
{
	const struct claim_sent *sent = fact->item;
	const struct value values[] = { value_number(register_id), value_number(sent->claim),
		                        value_text(sent->message), value_date(fact->valid_on) };

	(void)arena;
	return db_run(db, &sql_billing_set_sent, values, COUNT(values), fault);
}

const struct journal_kind claim_sent_kind = {
	.name = "claim_sent",
	.title = WORDS("Declaratie verzenden"),
	.done = WORDS("Declaratie verzonden"),
	.sort = KIND_ACT,
	.corner = CORNER_CONTRACT,
	.permission = MAY_CARRY_MESSAGES,
	.record = &claim_sent_record,
	.prepare = prepare_sent,
	.apply = apply_sent,
};
