/* SPDX-License-Identifier: EUPL-1.2 */
/* Talks before a tender: interests named in the open, consultations with who came, and what was said about
 * what. */
#ifndef POLICY_PROGRAMME_TALK_H
#define POLICY_PROGRAMME_TALK_H

#include "policy/programme/programme.h"

/* The fact that an interest was named in the open, with the one that it collides with. */
struct interest_mapped {
	struct programme_item of;
	const char *who, *wants, *collides_with, *handled;
	struct date mapped_on; /* as it is kept */
};
extern const struct record interest_mapped_record, programme_interest_record;
extern const struct journal_kind interest_mapped_kind;
#define INTEREST_MAPPED_RULES_COUNT 1
extern const struct journal_rule interest_mapped_rules[INTEREST_MAPPED_RULES_COUNT];

/* The fact that a consultation was planned. */
struct consultation_planned {
	struct programme_item of;
	struct date planned_on;
	const char *subject, *place, *invited;
};
extern const struct record consultation_planned_record;
extern const struct journal_kind consultation_planned_kind;
#define CONSULTATION_PLANNED_RULES_COUNT 2
extern const struct journal_rule consultation_planned_rules[CONSULTATION_PLANNED_RULES_COUNT];

extern const struct choice talk_interests[];
extern const struct choice talk_sorts[];
/* Who came, and whether it would take part. */
struct talk_guest {
	const char *party, *interest;
	int64_t people;
	int64_t meeting; /* as it is kept */
};
/* What was said: about content, or about money. */
struct talk_point {
	const char *about, *words;
	int64_t meeting; /* as it is kept */
};
extern const struct record programme_guest_record, programme_point_record;

/* The fact that a consultation was held, planned or not. */
struct consultation_held {
	struct programme_item of;
	int64_t consultation; /* the fact that planned it, or 0 */
	struct date held_on;
	const char *subject;
	struct records guests, points; /* struct talk_guest, struct talk_point */
	const char *outcome;
	struct {
		bool is_meeting, is_held;
	} situation;
};
extern const struct record consultation_held_record;
extern const struct journal_kind consultation_held_kind;
#define CONSULTATION_HELD_RULES_COUNT 4
extern const struct journal_rule consultation_held_rules[CONSULTATION_HELD_RULES_COUNT];

/* A consultation as it is kept. */
struct programme_meeting {
	int64_t meeting;
	const char *subject, *place, *invited, *outcome;
	struct date planned_on, held_on;
	bool is_held;
};
extern const struct record programme_meeting_record;
/* The consultations, the last first, with all who came and all that was said, by consultation. */
struct programme_talks {
	struct records meetings, guests, points, interests;
};
enum status programme_talks(struct journal *journal, const struct programme_asked *asked,
                            struct programme_talks *ret_talks, struct fault *fault) MUST_CHECK;

#endif
