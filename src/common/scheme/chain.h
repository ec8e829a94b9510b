/* SPDX-License-Identifier: EUPL-1.2 */
/* Which organisations work for which, over all schemes of a register; areas are the business of holding.h. */
#ifndef COMMON_SCHEME_CHAIN_H
#define COMMON_SCHEME_CHAIN_H

#include "common/scheme/scheme_book.h"

/* An organisation in the chain below a party. */
struct scheme_link {
	const char *party;
	const char *under; /* the one above it in this chain; "" for the party itself */
	bool is_member;    /* of a combination; else a subcontractor */
};
extern const struct record scheme_link_record;

/*
 * The organisations that a party answers for on a day: itself first, the members of a combination that it
 * leads, and who works for any of these, down the chain; each once, in arena.
 */
struct records chain_below(const struct scheme_book *book, int64_t register_id, const char *party,
                           struct date on, struct arena *arena);
/*
 * Under whose name a party delivers on a day: its own, that of its combination, and of whom it works for, up
 * to the contract party; in arena.
 */
struct texts chain_above(const struct scheme_book *book, int64_t register_id, const char *party,
                         struct date on, struct arena *arena);
/* The line-up on a day of the combination of that name in one of the register's schemes, or NULL. */
const struct scheme_combination *chain_combination(const struct scheme_book *book, int64_t register_id,
                                                   const char *name, struct date on);
/* Whether a party leads that line-up. */
bool chain_leads(const char *party, const struct scheme_combination *combination);
/* In whose name a party is paid: of the combination that it leads on a day, else its own; "" for "". */
const char *chain_paid_as(const struct scheme_book *book, int64_t register_id, const char *party,
                          struct date on, struct arena *arena);

#endif
