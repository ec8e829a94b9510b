/* SPDX-License-Identifier: EUPL-1.2 */
/* Sending a message once more, byte for byte, when its answer does not come. */
#ifndef CONTRACT_EXCHANGE_AGAIN_H
#define CONTRACT_EXCHANGE_AGAIN_H

#include "contract/exchange/traffic_list.h"

/* The act that a message of ours must leave once more. */
struct message_again_asked {
	int64_t message; /* its row in the register of messages */
	/* at the door */
	int64_t person;
	bool is_ours, is_unanswered, is_kept, is_first;
};
extern const struct journal_kind message_again_asked_kind;
#define AGAIN_RULES_COUNT 4
extern const struct journal_rule again_rules[AGAIN_RULES_COUNT];

/* The fact that it left. */
struct message_sent_again {
	int64_t message;
	int64_t person;
};
extern const struct journal_kind message_sent_again_kind;

/* Whether the message may leave once more, as far as its row says. */
bool again_may_leave(const struct traffic_line *line);
/* The next messages that must leave once more, after a row: of struct traffic_line. */
enum status again_waiting(struct journal *journal, int64_t after, struct records *ret_lines,
                          struct fault *fault) MUST_CHECK;
/* The messages of ours with an identification, newest first. */
enum status again_named(struct journal *journal, const char *identification, struct records *ret_lines,
                        struct fault *fault) MUST_CHECK;

#endif
