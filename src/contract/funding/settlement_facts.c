/* SPDX-License-Identifier: EUPL-1.2 */
/* A year's end at the door: stated, paid, settled, taken back, signed. */
#include <string.h>

#include "common/access/access.h"
#include "common/access/signer.h"
#include "common/scheme/chain.h"
#include "common/scheme/scheme_book.h"
#include "contract/claim/paid_claim.h"
#include "contract/funding/apportion.h"
#include "contract/funding/budget.h"
#include "contract/funding/paid.h"
#include "contract/funding/settlement_store.h"
#include "funding_sql.h"
#include "platform/base/words.h"

#define PAGE "/budgets/year"
#define FINANCE "finance"

static bool is(const char *one, const char *other)
{
	return one != NULL && other != NULL && strcmp(one, other) == 0;
}

/* The agreement by which the party is paid in the year; false where there is none. */
static bool find_paid(struct journal *journal, const char *scheme, int64_t year, const char *party,
                      struct funding_paid *ret_paid)
{
	const struct scheme_entry *entry =
		has_words(scheme) ? scheme_book_entry(journal->schemes, journal->register_id, scheme) : NULL;

	*ret_paid = (struct funding_paid){ 0 };
	return entry != NULL && funding_paid_to(&entry->scheme, year, party, journal->arena, ret_paid);
}

static bool read_amount(struct journal *journal, const char *text, struct money *ret_cents)
{
	struct findings mistakes = findings_new(journal->arena, journal->language);

	ret_cents->cents = 0;
	return budget_total_read(or_empty(text), &ret_cents->cents, &mistakes);
}

/* The settlement of the year with the party that stands; its number is 0 where there is none. */
static enum status find_settlement(struct journal *journal, const char *scheme, int64_t year,
                                   const char *party, struct funding_settlement *ret_settlement,
                                   struct fault *fault)
{
	const struct funding_asked asked = { scheme, year, date_add_days(DATE_LAST, -1) };
	struct records all = { 0 };
	enum status status = funding_settlements(journal, &asked, &all, fault);
	const struct funding_settlement *one = all.items;

	*ret_settlement = (struct funding_settlement){ .signed_on = DATE_LAST };
	for (size_t i = 0; i < all.count; i++)
		if (is(one[i].party, party))
			*ret_settlement = one[i];
	return status;
}

/* --- stated --- */

static enum status prepare_stated(struct journal *journal, struct journal_fact *fact,
                                  struct findings *findings, struct fault *fault)
{
	struct year_stated *stated = fact->item;
	struct funding_settlement settlement;
	struct funding_paid paid;
	const char *own;
	enum status status;

	(void)findings;
	fact->valid_on = clock_today(journal->clock);
	own = chain_paid_as(journal->schemes, journal->register_id, journal->party,
	                    stated->year > 0 && stated->year < 9999 ? date_of((int)stated->year, 12, 31)
	                                                            : fact->valid_on,
	                    journal->arena);
	stated->situation.is_own = !has_words(own) || !has_words(stated->party) || is(stated->party, own);
	if (!has_words(stated->party))
		stated->party = own;
	stated->situation.is_paid = find_paid(journal, stated->scheme, stated->year, stated->party, &paid);
	stated->situation.is_over = !stated->situation.is_paid || !date_before(fact->valid_on, paid.until);
	stated->situation.is_amount = read_amount(journal, stated->amount, &stated->cents);
	stated->agreement = paid.agreement != NULL ? paid.agreement->name : NULL;
	status = find_settlement(journal, stated->scheme, stated->year, stated->party, &settlement, fault);
	stated->situation.is_free = settlement.settlement == 0;
	return status;
}

static enum status apply_stated(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                struct arena *arena, struct fault *fault)
{
	const struct year_stated *stated = fact->item;
	const struct value values[] = {
		value_number(register_id),          value_number(fact->fact),
		value_text(stated->scheme),         value_text(stated->agreement),
		value_number(stated->year),         value_text(stated->party),
		value_number(stated->cents.cents),  value_number(stated->clients),
		value_text(stated->audit),          value_text_or_empty(stated->auditor),
		value_text_or_empty(stated->words), value_date(fact->valid_on),
	};

	(void)arena;
	return db_run(db, &sql_funding_add_statement, values, COUNT(values), fault);
}

const struct journal_kind year_stated_kind = {
	.name = "year_stated",
	.title = WORDS("Jaarverantwoording indienen"),
	.done = WORDS("Jaarverantwoording ingediend"),
	.sort = KIND_ACT,
	.corner = CORNER_CONTRACT,
	.permission = MAY_RUN_COMBINATION | MAY_MANAGE_AGREEMENTS,
	.record = &year_stated_record,
	.prepare = prepare_stated,
	.rules = year_stated_rules,
	.rules_count = YEAR_STATED_RULES_COUNT,
	.apply = apply_stated,
	.page = PAGE,
};

/* --- paid --- */

/* Advances and claims before it is settled, the difference after finance signed it. */
static bool is_time_for(const char *sort, const struct funding_settlement *settlement)
{
	bool is_after = is(sort, PAID_BALANCE);

	return is(sort, PAID_RETURNED) ||
	       (is_after ? settlement->signed_on.day != DATE_LAST.day : settlement->settlement == 0);
}

/* The claim is of the party or of who works for it, over the year, and not paid more than was approved. */
static enum status judge_claim(struct journal *journal, struct payment_made *made, struct fault *fault)
{
	struct claim_payable claim = { 0 };
	struct texts above = { 0 };
	int year = 1, month = 1, day = 1;
	enum status status = made->claim == 0 ? OK : claim_payable_of(journal, made->claim, &claim, fault);

	made->situation.is_claim = made->situation.is_owed = made->claim == 0 || status == NOT_FOUND;
	if (made->claim == 0 || status != OK) {
		made->situation.is_claim = made->claim == 0;
		return status == NOT_FOUND ? OK : status;
	}
	date_parts(claim.month, &year, &month, &day);
	above = chain_above(journal->schemes, journal->register_id, claim.party, claim.month, journal->arena);
	for (size_t i = 0; i < above.count && year == made->year && is(made->sort, PAID_CLAIMS); i++)
		made->situation.is_claim = made->situation.is_claim || is(above.items[i], made->party);
	made->situation.is_owed =
		!made->situation.is_claim || claim.granted - claim.paid >= made->cents.cents;
	return OK;
}

static enum status prepare_payment(struct journal *journal, struct journal_fact *fact,
                                   struct findings *findings, struct fault *fault)
{
	struct payment_made *made = fact->item;
	struct funding_settlement settlement;
	struct funding_paid paid;
	const char *corner = NULL;
	enum status status = signer_corner(journal, &corner, fault);

	(void)findings;
	fact->valid_on = clock_today(journal->clock);
	made->situation.is_contract = is(corner, "contract");
	made->situation.is_paid = find_paid(journal, made->scheme, made->year, made->party, &paid);
	made->situation.is_amount = read_amount(journal, made->amount, &made->cents);
	if (is(made->sort, PAID_RETURNED))
		made->cents.cents = -made->cents.cents;
	made->situation.is_day = date_is(made->paid_on) && !date_before(fact->valid_on, made->paid_on);
	if (status == OK)
		status = find_settlement(journal, made->scheme, made->year, made->party, &settlement, fault);
	made->situation.is_time = status == OK && is_time_for(made->sort, &settlement);
	return status == OK ? judge_claim(journal, made, fault) : status;
}

static enum status apply_payment(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                 struct arena *arena, struct fault *fault)
{
	const struct payment_made *made = fact->item;
	const struct value values[] = { value_number(register_id),
		                        value_number(fact->fact),
		                        value_text(made->scheme),
		                        value_number(made->year),
		                        value_text(made->party),
		                        value_text(made->sort),
		                        value_number(made->cents.cents),
		                        value_date(made->paid_on),
		                        value_text_or_empty(made->reference) };

	const struct claim_payment payment = { fact->fact, made->claim, made->cents.cents, made->paid_on };
	enum status status = db_run(db, &sql_funding_add_payment, values, COUNT(values), fault);

	(void)arena;
	return status == OK && made->claim != 0 ? claim_pay(db, register_id, &payment, fault) : status;
}

const struct journal_kind payment_made_kind = {
	.name = "payment_made",
	.title = WORDS("Betaling aan een partij vastleggen"),
	.done = WORDS("Betaling aan een partij vastgelegd"),
	.sort = KIND_ACT,
	.corner = CORNER_CONTRACT,
	.permission = MAY_SEE_FIGURES,
	.record = &payment_made_record,
	.prepare = prepare_payment,
	.rules = payment_made_rules,
	.rules_count = PAYMENT_MADE_RULES_COUNT,
	.apply = apply_payment,
	.page = PAGE,
};

/* --- settled --- */

static enum status find_statement(struct journal *journal, struct settlement_made *made, struct fault *fault)
{
	const struct funding_asked asked = { made->scheme, made->year, clock_today(journal->clock) };
	struct records all = { 0 };
	enum status status = funding_statements(journal, &asked, &all, fault);
	const struct funding_statement *one = all.items;

	for (size_t i = 0; i < all.count; i++)
		if (is(one[i].party, made->party))
			made->statement = one[i].statement;
	return status;
}

static enum status prepare_settlement(struct journal *journal, struct journal_fact *fact,
                                      struct findings *findings, struct fault *fault)
{
	struct settlement_made *made = fact->item;
	const struct funding_asked asked = { made->scheme, made->year, clock_today(journal->clock) };
	struct funding_settlement settlement;
	struct funding_paid paid;
	int64_t run = 0;
	enum status status;

	(void)findings;
	fact->valid_on = asked.on;
	made->situation.is_paid = find_paid(journal, made->scheme, made->year, made->party, &paid);
	made->situation.is_new = true;
	if (!made->situation.is_paid)
		return OK;
	made->agreement = paid.agreement->name;
	made->form = paid.form->code;
	made->rounding = APPORTION_RULE;
	status = find_settlement(journal, made->scheme, made->year, made->party, &settlement, fault);
	made->situation.is_new = settlement.settlement == 0;
	if (status == OK)
		status = funding_set_of_year(journal, &asked, &run, fault);
	made->situation.has_budget = !paid.form->is_budget || run != 0;
	return status == OK ? find_statement(journal, made, fault) : status;
}

static enum status keep_parts(struct db *db, int64_t register_id, const struct journal_fact *fact,
                              struct fault *fault)
{
	const struct settlement_made *made = fact->item;
	const struct settled_part *part = made->parts.items;
	enum status status = OK;

	for (size_t i = 0; status == OK && i < made->parts.count; i++) {
		const struct value values[] = {
			value_number(register_id),       value_number(fact->fact),
			value_number((int64_t)i),        value_text(part[i].area),
			value_number(part[i].due.cents), value_number(part[i].balance.cents)
		};

		status = db_run(db, &sql_funding_add_settled_part, values, COUNT(values), fault);
	}
	return status;
}

static enum status apply_settlement(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                    struct arena *arena, struct fault *fault)
{
	const struct settlement_made *made = fact->item;
	const struct value values[] = {
		value_number(register_id),
		value_number(fact->fact),
		value_text(made->scheme),
		value_text(made->agreement),
		value_text(made->form),
		value_number(made->year),
		value_text(made->party),
		value_number(made->statement),
		value_number(made->committed.cents),
		value_number(made->delivered.cents),
		value_number(made->claimed.cents),
		value_number(made->approved.cents),
		value_number(made->stated.cents),
		value_number(made->advance.cents),
		value_number(made->paid.cents),
		value_number(made->result.cents),
		value_number(made->party_bears.cents),
		value_number(made->municipality_bears.cents),
		value_number(made->due.cents),
		value_number(made->balance.cents),
		value_text(made->rounding),
		value_date(fact->valid_on),
		value_text(fact->account),
		value_date(DATE_LAST),
	};
	enum status status = db_run(db, &sql_funding_add_settlement, values, COUNT(values), fault);

	(void)arena;
	return status == OK ? keep_parts(db, register_id, fact, fault) : status;
}

const struct journal_kind settlement_made_kind = {
	.name = "settlement_made",
	.title = WORDS("Een jaar afrekenen met een partij"),
	.done = WORDS("Een jaar afgerekend met een partij"),
	.sort = KIND_ACT,
	.corner = CORNER_CONTRACT,
	.permission = MAY_MANAGE_AGREEMENTS,
	.record = &settlement_made_record,
	.prepare = prepare_settlement,
	.rules = settlement_made_rules,
	.rules_count = SETTLEMENT_MADE_RULES_COUNT,
	.apply = apply_settlement,
	.page = PAGE,
};

/* --- taken back, signed --- */

/* Whether it stands and waits for a signature; not found is nothing else. */
static enum status is_waiting(struct journal *journal, int64_t settlement,
                              struct funding_settlement *ret_settlement, bool *ret_is_open,
                              struct fault *fault)
{
	enum status status = funding_settlement_of(journal, settlement, ret_settlement, fault);

	*ret_is_open = status == OK && ret_settlement->ended_on.day == DATE_LAST.day &&
	               ret_settlement->signed_on.day == DATE_LAST.day;
	return status == NOT_FOUND ? OK : status;
}

static enum status prepare_withdrawn(struct journal *journal, struct journal_fact *fact,
                                     struct findings *findings, struct fault *fault)
{
	struct settlement_withdrawn *withdrawn = fact->item;
	struct funding_settlement settlement = { 0 };

	(void)findings;
	fact->valid_on = clock_today(journal->clock);
	return is_waiting(journal, withdrawn->settlement, &settlement, &withdrawn->situation.is_open, fault);
}

static enum status apply_withdrawn(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                   struct arena *arena, struct fault *fault)
{
	const struct settlement_withdrawn *withdrawn = fact->item;
	const struct value values[] = { value_number(register_id), value_number(withdrawn->settlement),
		                        value_date(fact->valid_on), value_text(withdrawn->reason) };

	(void)arena;
	return db_run(db, &sql_funding_withdraw_settlement, values, COUNT(values), fault);
}

const struct journal_kind settlement_withdrawn_kind = {
	.name = "settlement_withdrawn",
	.title = WORDS("Een afrekening intrekken"),
	.done = WORDS("Een afrekening ingetrokken"),
	.sort = KIND_ACT,
	.corner = CORNER_CONTRACT,
	.permission = MAY_MANAGE_AGREEMENTS,
	.record = &settlement_withdrawn_record,
	.prepare = prepare_withdrawn,
	.rules = settlement_withdrawn_rules,
	.rules_count = SETTLEMENT_WITHDRAWN_RULES_COUNT,
	.apply = apply_withdrawn,
	.page = PAGE,
};

static enum status prepare_signed(struct journal *journal, struct journal_fact *fact,
                                  struct findings *findings, struct fault *fault)
{
	struct settlement_signed *signature = fact->item;
	struct funding_settlement settlement = { 0 };
	struct access_account account = { 0 };
	enum status status =
		is_waiting(journal, signature->settlement, &settlement, &signature->situation.is_open, fault);

	(void)findings;
	fact->valid_on = clock_today(journal->clock);
	signature->situation.is_other = !is(settlement.made_by, journal->account);
	if (status == OK)
		status = access_account(journal->db, journal->register_id, journal->account, journal->arena,
		                        &account, fault);
	signature->situation.is_finance = status == OK && is(account.role, FINANCE);
	return status == NOT_FOUND ? OK : status;
}

static enum status apply_signed(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                struct arena *arena, struct fault *fault)
{
	const struct settlement_signed *signature = fact->item;
	const struct value values[] = { value_number(register_id), value_number(signature->settlement),
		                        value_date(fact->valid_on), value_text(fact->account) };

	(void)arena;
	return db_run(db, &sql_funding_sign_settlement, values, COUNT(values), fault);
}

const struct journal_kind settlement_signed_kind = {
	.name = "settlement_signed",
	.title = WORDS("Tekenen voor een afrekening"),
	.done = WORDS("Voor een afrekening getekend"),
	.sort = KIND_ACT,
	.corner = CORNER_CONTRACT,
	.permission = MAY_SEE_FIGURES,
	.record = &settlement_signed_record,
	.prepare = prepare_signed,
	.rules = settlement_signed_rules,
	.rules_count = SETTLEMENT_SIGNED_RULES_COUNT,
	.apply = apply_signed,
	.page = PAGE,
};
