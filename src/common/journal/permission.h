/* SPDX-License-Identifier: EUPL-1.2 */
/* The corners, and what an account may do there. */
#ifndef COMMON_JOURNAL_PERMISSION_H
#define COMMON_JOURNAL_PERMISSION_H

/* The three corners of the triangle, and the ground that all of them stand on. */
enum corner { CORNER_COMMON, CORNER_POLICY, CORNER_PRACTICE, CORNER_CONTRACT };

/* What an account may do; a role is a set of these (common/access). */
enum permission {
	MAY_ADOPT_SCHEME = 1,
	MAY_REPORT = 2,
	MAY_INVESTIGATE = 4,
	MAY_DECIDE = 8,
	MAY_ASSIGN = 16,
	MAY_EXCHANGE = 32,
	MAY_SEE_CLIENTS = 64,
	MAY_SEE_ORDERS = 128,
	MAY_LOG_IN = 512, /* everybody with an account */
	MAY_MANAGE_AGREEMENTS = 2048,
	MAY_DELIVER = 4096,         /* of a provider: the clients of the own party */
	MAY_RUN_COMBINATION = 8192, /* of who answers for others: how their deliveries stand */
	MAY_HANDLE_SAFETY = 16384,  /* complaints, incidents, the abuse protocol */
	MAY_SUPERVISE = 32768,      /* the independent supervisor of the Wmo */
	MAY_ANSWER = 65536,         /* questions that practice lays at the corner of policy or contract */
	MAY_HANDLE_OBJECTIONS = 131072,
	MAY_BE_RESIDENT = 262144, /* on one's own page, or for whom one represents */
	MAY_SEE_FIGURES = 524288, /* counts without people */
	MAY_VISIT = 1048576,      /* who comes to help: the own visits */
	MAY_ADMINISTER = 2097152, /* what is brought in, kept and erased; who is away */
	MAY_BID = 4194304,        /* of an organisation: bids in a tender */
	MAY_OF_PARTY = MAY_DELIVER | MAY_VISIT | MAY_BID, /* one of these: not of the municipality */
	/* no role has these: the program itself brings such facts, from reactions and messages */
	MAY_WRITE_LETTERS = 256,
	MAY_CARRY_MESSAGES = 1024
};

#endif
