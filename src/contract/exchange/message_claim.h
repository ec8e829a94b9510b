/* SPDX-License-Identifier: EUPL-1.2 */
/* What a claim of one month, and the answer to it, are made of. */
#ifndef CONTRACT_EXCHANGE_MESSAGE_CLAIM_H
#define CONTRACT_EXCHANGE_MESSAGE_CLAIM_H

#include "contract/exchange/message_parts.h"

/* Whole cents, debit or credit. */
struct message_amount {
	struct money amount;
	const char *side;
};
#define MESSAGE_DEBIT "D"
#define MESSAGE_CREDIT "C"

struct message_reference {
	const char *number, *earlier; /* earlier: of the line that this one credits */
};

/* What was delivered of one assignment in one month (Prestatie). */
struct message_line {
	struct message_reference reference;
	int64_t order; /* number of the assignment */
	struct message_product product;
	struct message_period period;
	int64_t volume;
	const char *unit;
	struct money rate;
	bool has_rate; /* not of an amount in euros */
	struct message_amount amount;
	struct texts return_codes;
};

struct message_claimant {
	const char *bsn;
	struct records lines; /* of struct message_line */
	struct texts return_codes;
};

/* A claim of a month (Declaratie), or the answer to one (DeclaratieAntwoord). */
struct message_claim {
	const char *number;
	struct message_period period; /* not in an answer, nor dated */
	struct date dated;
	struct message_amount total, granted; /* granted in an answer alone */
	struct records claimants; /* of struct message_claimant; in an answer those with a refusal */
	struct texts return_codes;
};

#endif
