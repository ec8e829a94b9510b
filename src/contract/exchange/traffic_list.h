/* SPDX-License-Identifier: EUPL-1.2 */
/* The register of messages, read: which are asked for, page by page, and what each is called. */
#ifndef CONTRACT_EXCHANGE_TRAFFIC_LIST_H
#define CONTRACT_EXCHANGE_TRAFFIC_LIST_H

#include "common/journal/journal.h"

#define TRAFFIC_ON_A_PAGE 50
#define TRAFFIC_ANSWER_DAYS 3 /* working days in which a message is answered (iWmo 3.2, OP090) */
#define TRAFFIC_CLAIM_DAYS 10 /* a claim (iWmo 3.2, OP090x4) */

extern const struct choice traffic_states[]; /* waiting, late, answered, refused, answer */

struct traffic_line {
	int64_t message, person, pair, assignment, request, claim, refused_lines, refusal;
	int64_t asked_again, sent_again;
	const char *direction, *sort, *party, *municipality, *identification, *mark, *state, *codes;
	const char *again_by; /* who let it leave once more, of one message alone; else NULL */
	struct date on_day, answered_on, again_on;
	struct moment passed_at;
};

/* What is asked for; texts "" and dates without a day: all. */
struct traffic_asked {
	const char *direction, *sort, *party, *state, *identification;
	struct date from, until; /* both days with it */
	struct date on;          /* the day that is looked at: as it was then */
	struct date after_day;   /* the last one of the page before; no date: the newest */
	int64_t after_message;
	int64_t count; /* at most */
};
enum status traffic_page(struct journal *journal, const struct traffic_asked *asked,
                         struct records *ret_lines, struct fault *fault) MUST_CHECK;
/* NOT_FOUND. */
enum status traffic_of(struct journal *journal, int64_t message, struct traffic_line *ret_line,
                       struct fault *fault) MUST_CHECK;
/* Why it was refused as a whole, one a line; "" when it was not. */
enum status traffic_reasons(struct journal *journal, const struct traffic_line *line,
                            const char **ret_reasons, struct fault *fault) MUST_CHECK;
/* The last day on which the answer to a message of ours is in time. */
struct date traffic_due(const struct calendar *calendar, const struct traffic_line *line);
/* Whether it waits for an answer that is late on a day. */
bool traffic_is_late(const struct calendar *calendar, const struct traffic_line *line, struct date on);

#endif
