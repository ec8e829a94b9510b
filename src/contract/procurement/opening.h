/* SPDX-License-Identifier: EUPL-1.2 */
/* The vault of bids: three holders make a key each; after the deadline two of them open all bids at once. */
#ifndef CONTRACT_PROCUREMENT_OPENING_H
#define CONTRACT_PROCUREMENT_OPENING_H

#include "common/journal/journal.h"
#include "contract/procurement/envelope.h"

/* The fact that a holder has a key; of its code only the public key is known here. */
struct vault_key_held {
	const char *tender;
	const char *public_key; /* hexadecimal; the holder's own tool may have made it */
	int64_t place;          /* at the door */
	struct {
		bool is_holder, has_none, is_open;
	} situation;
};
extern const struct record vault_key_held_record;
extern const struct journal_kind vault_key_held_kind;
#define VAULT_KEY_HELD_RULES_COUNT 4
extern const struct journal_rule vault_key_held_rules[VAULT_KEY_HELD_RULES_COUNT];

/* A share that a holder opened: worthless without another's. */
struct turned_share {
	int64_t bid;
	const char *share;
};
extern const struct record turned_share_record;

/* What two shares make of a bid. */
struct bid_key {
	int64_t bid;
	const char *key; /* NULL: its content is not what was submitted */
};

/* The fact that a holder turned a key after the deadline; with the second one all bids open. */
struct vault_key_turned {
	const char *tender;
	const char *code; /* never kept */
	bool despite;     /* open the others, though a bid was changed */
	/* at the door */
	int64_t place;
	struct records shares; /* struct turned_share */
	bool opens;            /* the second one */
	struct {
		bool is_holder, is_over, is_closed, is_first_time;
		struct bid_key *openings; /* of the second one */
		size_t openings_count;
	} situation;
};
extern const struct record vault_key_turned_record;
extern const struct journal_kind vault_key_turned_kind;
#define VAULT_KEY_TURNED_RULES_COUNT 4
extern const struct journal_rule vault_key_turned_rules[VAULT_KEY_TURNED_RULES_COUNT];

/* The fact that a bid was opened: what was sealed can be read with the key. */
struct bid_opened {
	int64_t bid;
	const char *tender;
	const char *outcome;     /* opened, changed */
	const char *opening_key; /* hexadecimal */
};
extern const struct record bid_opened_record;
extern const struct journal_kind bid_opened_kind;
/* Which bids follow from the second key. */
enum status vault_open_each(struct journal *journal, const struct journal_fact *cause, size_t place,
                            void *item, bool *ret_follows, struct fault *fault) MUST_CHECK;

#endif
