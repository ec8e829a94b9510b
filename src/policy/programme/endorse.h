/* SPDX-License-Identifier: EUPL-1.2 */
/* What each group says of vision, content and money, apart from each other; and the door between content and
 * money. */
#ifndef POLICY_PROGRAMME_ENDORSE_H
#define POLICY_PROGRAMME_ENDORSE_H

#include "policy/programme/writing.h"

extern const struct choice endorse_outcomes[];
/* The fact that a group endorses a version, or says why not: of the vision, the content, or its money side.
 */
struct endorsement {
	struct programme_item of;
	int64_t version; /* the one that was read */
	const char *outcome, *words;
	const char *about; /* of the money side: which tables or budget */
	const char *group; /* at the door: for which the account speaks */
	struct {
		int64_t holds; /* the version that holds */
		bool is_done;  /* the group endorsed that version already */
	} situation;
};
extern const struct record vision_endorsed_record, content_endorsed_record, finance_endorsed_record;
extern const struct journal_kind vision_endorsed_kind, content_endorsed_kind, finance_endorsed_kind;
#define VISION_ENDORSED_RULES_COUNT 5
#define CONTENT_ENDORSED_RULES_COUNT 6
#define FINANCE_ENDORSED_RULES_COUNT 6
extern const struct journal_rule vision_endorsed_rules[VISION_ENDORSED_RULES_COUNT];
extern const struct journal_rule content_endorsed_rules[CONTENT_ENDORSED_RULES_COUNT];
extern const struct journal_rule finance_endorsed_rules[FINANCE_ENDORSED_RULES_COUNT];

/* The fact that money may be talked about: each group endorsed the content that holds. */
struct finance_opened {
	struct programme_item of;
	const char *words;
	int64_t version; /* at the door: of the content */
};
extern const struct record finance_opened_record;
extern const struct journal_kind finance_opened_kind;
#define FINANCE_OPENED_RULES_COUNT 4
extern const struct journal_rule finance_opened_rules[FINANCE_OPENED_RULES_COUNT];

/* A group and what it says of the versions that hold: "", endorsed, or not. */
struct programme_seat {
	const char *name, *sort, *speaker, *speaker_name, *on_vision, *on_content, *on_finance;
	int64_t place;
};
extern const struct record programme_seat_record;
/* Something that a group said, as it is kept. */
struct programme_said {
	const char *sort, *name, *outcome, *words, *about, *endorsed_by;
	int64_t version;
	struct date endorsed_on;
};
extern const struct record programme_said_record;
/* The groups, in the order in which they were named. */
enum status programme_seats(struct journal *journal, const struct programme_asked *asked,
                            const struct programme_now *now, struct records *ret_seats,
                            struct fault *fault) MUST_CHECK;
/* What they said, the last first. */
enum status programme_sayings(struct journal *journal, const struct programme_asked *asked,
                              struct records *ret_sayings, struct fault *fault) MUST_CHECK;

#endif
