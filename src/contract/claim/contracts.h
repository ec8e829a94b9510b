/* SPDX-License-Identifier: EUPL-1.2 */
/* What is agreed with a party on the products of its orders, read once for each product and month. */
#ifndef CONTRACT_CLAIM_CONTRACTS_H
#define CONTRACT_CLAIM_CONTRACTS_H

#include "common/journal/journal.h"
#include "contract/claim/claim.h"

/* Begin with the journal and an arena; what was read stays in it. */
struct claim_contracts {
	struct journal *journal;
	struct arena *arena;
	struct claim_agreed *agreed;
	size_t count, room;
};

/* Which tariffs: those of a party's product on a day. */
struct claim_contract_asked {
	const char *party, *product;
	struct date on;
	enum claim_unit unit; /* of the line: a tariff of a unit that does not go with it is none */
	int64_t tariff;       /* of the line: where a product has levels, the one that it is of goes first */
};
/* No tariff is known where nothing is agreed, or nothing in such a unit. */
enum status claim_contract_of(struct claim_contracts *contracts, const struct claim_contract_asked *asked,
                              struct claim_contract *ret_contract, struct fault *fault) MUST_CHECK;

#endif
