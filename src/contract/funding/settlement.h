/* SPDX-License-Identifier: EUPL-1.2 */
/* The facts of a year's end: stated by the party, paid, settled, taken back or signed; and the keys beside
 * them: steps of orders, and how members of a combination divide what it gets. */
#ifndef CONTRACT_FUNDING_SETTLEMENT_H
#define CONTRACT_FUNDING_SETTLEMENT_H

#include "common/journal/journal.h"

#define AUDIT_AUDITOR "auditor"
#define PAID_ADVANCE "advance"
#define PAID_CLAIMS "claims"
#define PAID_BALANCE "balance"
#define PAID_RETURNED "returned"
extern const struct choice statement_audits[], payment_sorts[];

/* The production statement (productieverantwoording) of a party over a year. */
struct year_stated {
	const char *scheme, *party; /* of who is of a party: its own, when left out */
	int64_t year, clients;
	const char *amount; /* euros as a person writes them */
	const char *audit, *auditor, *words;
	/* at the door */
	const char *agreement;
	struct money cents;
	struct {
		bool is_own, is_paid, is_over, is_amount, is_free;
	} situation;
};
extern const struct record year_stated_record;
extern const struct journal_kind year_stated_kind;

struct payment_made {
	const char *scheme, *party;
	int64_t year;
	const char *sort, *amount, *reference;
	struct date paid_on;
	int64_t claim; /* the fact of the claim that it pays; 0: none alone */
	/* at the door */
	struct money cents; /* below 0 where the party paid back */
	struct {
		bool is_contract, is_paid, is_amount, is_day, is_time, is_claim, is_owed;
	} situation;
};
extern const struct record payment_made_record;
extern const struct journal_kind payment_made_kind;

struct settled_part {
	const char *area;
	struct money due, balance;
};
extern const struct record settled_part_record;

struct settlement_made {
	const char *scheme, *party;
	int64_t year;
	/* at the door; the amounts by a completion, which sees orders and claims */
	const char *agreement, *form, *rounding;
	int64_t statement;
	struct money committed, delivered, claimed, approved, stated, advance, paid;
	struct money result, party_bears, municipality_bears, due, balance;
	struct records parts; /* struct settled_part */
	struct {
		bool is_paid, has_budget, is_new;
	} situation;
};
extern const struct record settlement_made_record;
extern const struct journal_kind settlement_made_kind;

/* A settlement that finance does not sign is taken back, and made again. */
struct settlement_withdrawn {
	int64_t settlement;
	const char *reason;
	struct {
		bool is_open;
	} situation;
};
extern const struct record settlement_withdrawn_record;
extern const struct journal_kind settlement_withdrawn_kind;

struct settlement_signed {
	int64_t settlement;
	struct {
		bool is_open, is_finance, is_other;
	} situation;
};
extern const struct record settlement_signed_record;
extern const struct journal_kind settlement_signed_kind;

/* From a day on an order is paid by this level of its tariff. */
struct step_stated {
	int64_t order;
	const char *step;
	struct date from;
	struct {
		bool is_order, is_step;
	} situation;
};
extern const struct record step_stated_record;
extern const struct journal_kind step_stated_kind;

struct member_share {
	const char *member;
	int64_t percent;
};
extern const struct record member_share_record;
/* Among themselves: who leads the combination says it, and only that one sees it. */
struct shares_agreed {
	struct date from;
	struct records shares; /* struct member_share */
	const char *party;     /* at the door */
	struct {
		bool is_combination, are_members;
	} situation;
};
extern const struct record shares_agreed_record;
extern const struct journal_kind shares_agreed_kind;

#define YEAR_STATED_RULES_COUNT 6
#define PAYMENT_MADE_RULES_COUNT 7
#define SETTLEMENT_MADE_RULES_COUNT 4
#define SETTLEMENT_WITHDRAWN_RULES_COUNT 1
#define SETTLEMENT_SIGNED_RULES_COUNT 3
#define STEP_STATED_RULES_COUNT 2
#define SHARES_AGREED_RULES_COUNT 3
extern const struct journal_rule year_stated_rules[YEAR_STATED_RULES_COUNT];
extern const struct journal_rule payment_made_rules[PAYMENT_MADE_RULES_COUNT];
extern const struct journal_rule settlement_made_rules[SETTLEMENT_MADE_RULES_COUNT];
extern const struct journal_rule settlement_withdrawn_rules[SETTLEMENT_WITHDRAWN_RULES_COUNT];
extern const struct journal_rule settlement_signed_rules[SETTLEMENT_SIGNED_RULES_COUNT];
extern const struct journal_rule step_stated_rules[STEP_STATED_RULES_COUNT];
extern const struct journal_rule shares_agreed_rules[SHARES_AGREED_RULES_COUNT];

#endif
