/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The topics of an investigation (Wmo 2015, art. 2.3.2 lid 4 onder a to g). A topic is opened where the
 * question needs it, and says why; what is not opened is not asked (AVG, art. 5 lid 1 onder c; Autoriteit
 * Persoonsgegevens 2018: not all life domains by default).
 */
#ifndef PRACTICE_INVESTIGATION_TOPIC_H
#define PRACTICE_INVESTIGATION_TOPIC_H

#include "practice/investigation/step.h"

extern const struct choice investigation_topics[];       /* a to g */
extern const struct choice investigation_life_domains[]; /* of topic a */

/* The fact that a topic was opened. */
struct topic_opened {
	int64_t report;
	const char *topic, *life_domain;
	const char *need;
	struct date opened_on;
	/* at the door */
	int64_t person;
	bool is_open, is_need_copied;
	struct investigation_step step;
};
extern const struct record topic_opened_record;
extern const struct journal_kind topic_opened_kind;
#define TOPIC_OPENED_RULES_COUNT 6
extern const struct journal_rule topic_opened_rules[TOPIC_OPENED_RULES_COUNT];

/* The fact that it was examined; once more says it anew. */
struct topic_examined {
	int64_t report;
	const char *topic, *life_domain;
	const char *found;
	struct date examined_on;
	/* at the door */
	int64_t person;
	bool is_open;
	struct investigation_step step;
};
extern const struct record topic_examined_record;
extern const struct journal_kind topic_examined_kind;
#define TOPIC_EXAMINED_RULES_COUNT 4
extern const struct journal_rule topic_examined_rules[TOPIC_EXAMINED_RULES_COUNT];

/* A topic as it is kept. */
struct topic_line {
	const char *topic, *life_domain, *need, *found;
	struct date opened_on, examined_on;
};
extern const struct record topic_line_record;
/* The opened topics of a report, a to g. */
enum status investigation_topics_of(struct journal *journal, int64_t report, struct records *ret_lines,
                                    struct fault *fault) MUST_CHECK;

#endif
