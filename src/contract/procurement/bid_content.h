/* SPDX-License-Identifier: EUPL-1.2 */
/* What a bid says: the text that is sealed when it is submitted. */
#ifndef CONTRACT_PROCUREMENT_BID_CONTENT_H
#define CONTRACT_PROCUREMENT_BID_CONTENT_H

#include "platform/record/record.h"

#define BID_ANSWER_CHARS 6000
#define BID_CONCRETE_CHARS 3000

/* What a bid says on a criterion. */
struct bid_answer {
	const char *criterion;
	const char *answer;
	const char *how;     /* how exactly */
	const char *with;    /* with whom */
	const char *written; /* by which organisations, as a list */
	int64_t versions;    /* how often it was saved */
};
extern const struct record bid_answer_record;

/* Somebody who takes part in a bid beside who makes it. */
struct bid_partner {
	const char *party;
	const char *sort; /* member, subcontractor */
	const char *part; /* what it does */
	struct date declared_on;
	const char *declared_by; /* the account */
};
extern const struct record bid_partner_record;

struct bid_content {
	const char *party;
	struct records partners; /* struct bid_partner */
	struct records answers;  /* struct bid_answer */
};

/* The content as one text, in arena; NULL when it is too long to be kept. */
const char *bid_content_write(const struct bid_content *content, struct arena *arena);
/* Reads it again; false when it is no such text. */
bool bid_content_read(const char *text, struct arena *arena, struct bid_content *ret_content);

#endif
