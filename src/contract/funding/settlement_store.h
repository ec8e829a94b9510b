/* SPDX-License-Identifier: EUPL-1.2 */
/* What is read back of a year's end: statements, payments, settlements, and the shares of members. */
#ifndef CONTRACT_FUNDING_SETTLEMENT_STORE_H
#define CONTRACT_FUNDING_SETTLEMENT_STORE_H

#include "contract/funding/settlement.h"

struct funding_statement {
	int64_t statement, clients;
	const char *party, *agreement, *audit, *auditor, *words;
	struct money cents;
	struct date stated_on;
};
struct funding_payment {
	int64_t payment;
	const char *party, *sort, *reference;
	struct money cents;
	struct date paid_on;
};
struct funding_settlement {
	int64_t settlement, year, statement;
	const char *scheme, *agreement, *form, *party, *rounding, *made_by, *signed_by;
	struct money committed, delivered, claimed, approved, stated, advance, paid;
	struct money result, party_bears, municipality_bears, due, balance;
	struct date made_on, ended_on, signed_on; /* DATE_LAST: not yet */
};

/* A scheme's year, as it was known on a day. */
struct funding_asked {
	const char *scheme;
	int64_t year;
	struct date on;
};
/* The last statement of each party; all payments; the settlements that stand. In the journal's arena. */
enum status funding_statements(struct journal *journal, const struct funding_asked *asked,
                               struct records *ret_statements, struct fault *fault) MUST_CHECK;
enum status funding_payments(struct journal *journal, const struct funding_asked *asked,
                             struct records *ret_payments, struct fault *fault) MUST_CHECK;
enum status funding_settlements(struct journal *journal, const struct funding_asked *asked,
                                struct records *ret_settlements, struct fault *fault) MUST_CHECK;
/* One settlement, also one that was taken back; NOT_FOUND. Its struct settled_part. */
enum status funding_settlement_of(struct journal *journal, int64_t settlement,
                                  struct funding_settlement *ret_settlement, struct fault *fault) MUST_CHECK;
enum status funding_settled_parts(struct journal *journal, int64_t settlement, struct records *ret_parts,
                                  struct fault *fault) MUST_CHECK;
/* The newest budget of the year that was set; 0 where none was. */
enum status funding_set_of_year(struct journal *journal, const struct funding_asked *asked, int64_t *ret_run,
                                struct fault *fault) MUST_CHECK;
/* How a combination divides on a day what it gets, as struct member_share; for its own eyes. */
enum status funding_members(struct journal *journal, const char *party, struct date on,
                            struct records *ret_shares, struct fault *fault) MUST_CHECK;

#endif
