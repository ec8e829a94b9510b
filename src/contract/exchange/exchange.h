/* SPDX-License-Identifier: EUPL-1.2 */
/* The exchange of messages with providers through two folders: orders go out, answers and starts come in. */
#ifndef CONTRACT_EXCHANGE_EXCHANGE_H
#define CONTRACT_EXCHANGE_EXCHANGE_H

#include "common/journal/journal.h"
#include "platform/base/text.h"

struct message_taker;
struct round;

struct exchange_folders {
	const char *in, *out;
	const char
		*as; /* the party whose own register this is, which gets orders; NULL: the municipalities' */
	/* Gets a sentence about every message that was not sent or was refused, in the journal's language. */
	void (*tell)(void *context, const char *sentence);
	void *context;
	const struct message_taker *takers; /* of messages that another slice takes; may be NULL */
	size_t takers_count;
	/* What else leaves, before what came in is read; may be NULL. */
	enum status (*send)(struct round *round, struct fault *fault);
};

struct exchange_result {
	int64_t orders_sent;       /* or, of a provider, reports */
	int64_t orders_waiting;    /* for a BSN */
	int64_t orders_held;       /* their message would break the standard's rules; a sentence says how */
	int64_t received, refused; /* messages */
};

/*
 * Whether both folders are there (WRONG_USE when not), and a sentence about every file in the first that is
 * no message by its name, and so stays where it is. language and arena are for the sentences.
 */
enum status exchange_look(const struct exchange_folders *folders, const char *language, struct arena *arena,
                          struct fault *fault) MUST_CHECK;
/*
 * Once over the folders, for one register: what was ordered leaves, what came in is stored and answered. A
 * file that came in ends in in/done or, with its reason beside it, in in/refused; one for another register of
 * this database stays for that one's turn. Whatever happens on the way, the next time goes on where this one
 * stopped: no order is lost, no message counts twice. Only one exchange per database runs at a time; another
 * one waits. WRONG_USE when a folder does not exist, FAILED when a folder, the disk or the database fails;
 * all before it is then done and stored. journal->account is the system's.
 */
enum status exchange_run(struct journal *journal, const struct exchange_folders *folders,
                         struct exchange_result *ret, struct fault *fault) MUST_CHECK;

/*
 * Sends the message of ours with that identification once more to the folder out, byte for byte.
 * NOT_FOUND: this register sent none. FINDINGS: it may not, with why.
 */
enum status exchange_again(struct journal *journal, const char *out, const char *identification,
                           struct findings *findings, struct fault *fault) MUST_CHECK;

/* Adds the WMO301 with which an order was sent, as it would be today; NOT_FOUND for one that was not sent. */
enum status exchange_order_message(struct journal *journal, int64_t assignment, struct text *out,
                                   struct fault *fault) MUST_CHECK;
/*
 * Adds the WMO305 that fits an order, for a demonstration: what the provider would send. NOT_FOUND for an
 * unknown order or a person without BSN.
 */
enum status exchange_example_start(struct journal *journal, int64_t assignment, struct text *out,
                                   struct fault *fault) MUST_CHECK;

#endif
