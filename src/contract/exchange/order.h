/* SPDX-License-Identifier: EUPL-1.2 */
/* Orders: what a provider is asked to deliver, whether it was sent, and what the provider reported back. */
#ifndef CONTRACT_EXCHANGE_ORDER_H
#define CONTRACT_EXCHANGE_ORDER_H

#include "common/journal/journal.h"

/*
 * The notice that an order stands; follows the assignment. Without a BSN it is stored all the same, and what
 * is missing becomes a task.
 */
struct order {
	int64_t person;
	int64_t assignment; /* its number in the messages */
	const char *party, *product, *unit, *frequency;
	int64_t amount;
	struct date from, last_day;
	struct moment decided_at;
	bool has_bsn; /* at the door */
};
extern const struct journal_kind order_placed_kind;

/* The fact that a message with the order left. */
struct order_sent {
	int64_t person;
	int64_t assignment;
	const char *message; /* its identification */
};
extern const struct journal_kind order_sent_kind;

/* The notice that the provider answered the order: by WMO302, or on its page, which takes it. */
struct order_answered {
	int64_t person;
	int64_t assignment;
	const char *message;
	const char *sender;
	const char *content_mark; /* digest of the file, by which a repeated one is known */
	const char *codes;        /* return codes, separated by blanks; empty when accepted */
};
extern const struct journal_kind order_answered_kind;

/* The notice that the provider began: by WMO305, or on its page; care_started follows. */
struct start_reported {
	int64_t person;
	int64_t assignment;
	struct date started_on;
	const char *message;
	const char *sender;
	const char *content_mark;
};
extern const struct journal_kind start_reported_kind;

struct order_line {
	int64_t assignment, person, placed;
	const char *party, *product, *unit, *frequency, *state, *message;
	const char *refused; /* the codes with which the provider refused it; "" when that was settled */
	int64_t again;       /* the fact that sends it again, or 0 */
	int64_t amount;
	struct date placed_on, valid_from, valid_until, sent_on, started_on;
	struct date ended_on;      /* of one that ends before the day that the provider was told */
	struct date answered_on;   /* when the provider took it */
	int64_t changed;           /* the fact that the next message must tell, or 0 */
	const char *change_reason; /* of the change: WMO002, or "" */
	const char *reference;     /* of the provider's request that it grants, or "" */
	const char *reference_in;  /* the message that said so, once */
	struct date message_on;    /* the day of the last message; sent_on is that of the first */
	struct moment decided_at;
};
extern const struct choice order_states[];
extern const struct record order_line_record;
/* An order by its number; NOT_FOUND. */
enum status order_of(struct journal *journal, int64_t assignment, struct order_line *ret_line,
                     struct fault *fault) MUST_CHECK;
/* An order that left in the message of that identification; NOT_FOUND. */
enum status order_by_message(struct journal *journal, const char *message, struct order_line *ret_line,
                             struct fault *fault) MUST_CHECK;
/* Leaves out of an order what came after a day, its state aside; false when it was not placed by then. */
bool order_turn_back(struct order_line *line, struct date on);
/* An order as it was on a day; NOT_FOUND also when it was not placed by then. */
enum status order_on(struct journal *journal, int64_t assignment, struct date on, struct order_line *ret_line,
                     struct fault *fault) MUST_CHECK;
#define ORDERS_ON_A_PAGE 50
/* The next orders that were in a state on a day, as they were then. */
enum status orders_on(struct journal *journal, const char *state, int64_t after, struct date on,
                      struct records *ret_lines, struct fault *fault) MUST_CHECK;
/* The next orders in a state after a number. */
enum status orders_in_state(struct journal *journal, const char *state, int64_t after,
                            struct records *ret_lines, struct fault *fault) MUST_CHECK;
/* The next orders that never left, or of which a change has not. */
enum status orders_to_send(struct journal *journal, int64_t after, struct records *ret_lines,
                           struct fault *fault) MUST_CHECK;
/* All orders about a person at a party, by number. */
enum status orders_at(struct journal *journal, int64_t person, const char *party, struct records *ret_lines,
                      struct fault *fault) MUST_CHECK;
/* The digest of the file by which a message was received before; NOT_FOUND when it was not (TR056). */
enum status message_received(struct journal *journal, const char *sender, const char *sort,
                             const char *message, const char **ret_content_mark,
                             struct fault *fault) MUST_CHECK;
/* Keeps that a message came in with a fact, in an apply; nothing for one without an identification. */
struct message_kept {
	const char *sender, *sort, *message, *content_mark;
};
enum status message_remember(struct db *db, int64_t register_id, int64_t fact,
                             const struct message_kept *kept, struct fault *fault) MUST_CHECK;
/* A message with orders of which no answer came since it left. */
struct order_unanswered {
	const char *message, *party;
	int64_t assignment; /* the first of its orders */
	struct date sent_on;
};
/* The oldest of them; at most 50. */
enum status orders_unanswered(struct journal *journal, struct records *ret_lines,
                              struct fault *fault) MUST_CHECK;
/* How many orders each state has. */
struct order_count {
	const char *state;
	int64_t orders;
};
enum status order_counts(struct journal *journal, struct records *ret_counts, struct fault *fault) MUST_CHECK;
enum status order_counts_on(struct journal *journal, struct date on, struct records *ret_counts,
                            struct fault *fault) MUST_CHECK;

/* Before the orders of somebody who is erased go: which messages came in. */
journal_apply exchange_forget;

#endif
