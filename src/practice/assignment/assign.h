/* SPDX-License-Identifier: EUPL-1.2 */
/* Who can deliver a product to a resident on a day, and why or why not: the pure answer, without storage. */
#ifndef PRACTICE_ASSIGNMENT_ASSIGN_H
#define PRACTICE_ASSIGNMENT_ASSIGN_H

#include "common/lane/lane.h"
#include "platform/base/fault.h"
#include "platform/base/text.h"

#define ASSIGN_UNAVAILABLE_MAX 32

/* What is asked, in indices of a lane set; LANE_NONE as current when nobody delivers yet. */
struct assign_question {
	uint16_t product, area;
	uint16_t current;     /* the party that delivers now */
	struct date born, on; /* the age counts on the day on */
	struct date since;    /* the day from which current has delivered without a break, or no date */
	uint64_t expertise;   /* the bits of what the deliverer must know, as in lane_set.experts */
	uint16_t unavailable[ASSIGN_UNAVAILABLE_MAX]; /* parties that cannot take this on now */
	size_t unavailable_count;
	const uint16_t *full; /* parties that take no new clients on that day; whoever delivers now goes on */
	size_t full_count;
};

/* The same question as a person puts it; current may be NULL, expertise and unavailable empty. */
struct assign_names {
	const char *product, *area, *current;
	struct date born, on, since;
	struct texts expertise, unavailable;
};

/* A reason for or against a candidate: one bit each, so that judging costs no words. */
enum assign_reason_bit {
	REASON_SERVES_NOW = 1 << 0,
	REASON_KEPT = 1 << 1,
	REASON_STANDS_IN = 1 << 2,
	REASON_IN_COHORT = 1 << 3,
	REASON_AREA_LEAD = 1 << 4,
	REASON_IN_CHOICE = 1 << 5,
	REASON_AREA_MEMBER = 1 << 6,
	REASON_STEPS_IN = 1 << 7,
	REASON_MEMBER = 1 << 8,
	REASON_EXPERT = 1 << 9,
	/* From here on against. */
	REASON_NO_LANE = 1 << 12,
	REASON_NOT_YET = 1 << 13,
	REASON_ENDED = 1 << 14,
	REASON_TOO_YOUNG = 1 << 15,
	REASON_TOO_OLD = 1 << 16,
	REASON_AREA_NOT_THEN = 1 << 17,
	REASON_CURRENT_KNOWN = 1 << 18,
	REASON_NOT_SERVED = 1 << 19,
	REASON_SINCE_UNKNOWN = 1 << 20,
	REASON_SERVED_TOO_LATE = 1 << 21,
	REASON_NO_EXPERT = 1 << 22,
	REASON_UNAVAILABLE = 1 << 23,
	REASON_FULL = 1 << 24,
};
#define REASONS_AGAINST (~(uint32_t)0xFFF)

/* How a reason is said; parameters in braces are filled from the question, the candidate and its lane. */
struct assign_reason {
	uint32_t bit;
	const char *code; /* for facts, never translated */
	const char *words;
	bool names_rule; /* followed by the rule and the scheme's line */
};
extern const struct assign_reason assign_reasons[];
extern const size_t assign_reasons_count;

/* What a rule sees, and nothing else. */
struct assign_case {
	const struct assign_question *question;
	const struct lane *lane;
	uint16_t party;
	uint16_t instead_of; /* the fellow member whose place it would take; else LANE_NONE */
	bool is_expert;      /* has all the expertise that is asked, or none is */
};

/*
 * A rule: how the parties of a lane come to deliver. A new kind is a row here, a code in lane_hows and one
 * function that gives reasons for and against.
 */
struct assign_rule {
	const char *name; /* as in lane_hows and the scheme */
	const char *words;
	uint32_t (*judge)(const struct assign_case *seen);
	bool is_inside;     /* its parties are members of a combination */
	bool takes_current; /* the lane is open to whoever delivers now, also when it does not name them */
};
extern const struct assign_rule assign_rules[LANE_HOWS_COUNT];

struct assign_candidate {
	uint16_t party;      /* who would deliver */
	uint16_t under;      /* who answers to the municipality, where that is another; else LANE_NONE */
	uint16_t lane;       /* the lane it stands in; LANE_NONE for a present provider without one */
	uint16_t instead_of; /* as in the lane's offer */
	uint32_t reasons;
};

/* The answer to one question; candidates that can serve come first, best first. */
struct assign_answer {
	struct assign_candidate *candidates;
	struct assign_candidate *unsorted; /* room to work in */
	size_t count;
	size_t able_count; /* how many of them can serve */
	bool has_choice;   /* more than one contract party can serve */
};

/* Room for the answers to a set's questions, one after another, in arena. */
struct assign_answer *assign_answer_new(const struct lane_set *set, struct arena *arena);
/* The question in indices. NOT_FOUND when the set has no such product, area, party or expertise; the fault
 * names it. */
enum status assign_question_read(const struct lane_set *set, const struct assign_names *names,
                                 struct assign_question *ret_question, struct fault *fault) MUST_CHECK;
/*
 * Judges every party of the product's lanes in the area, and the present provider. Takes no memory, and
 * gives the same answer whatever the order of the scheme's file.
 */
void assign_judge(const struct lane_set *set, const struct assign_question *question,
                  struct assign_answer *answer);

/* Who holds the contract under which the candidate would deliver. */
uint16_t assign_contract_party(const struct assign_candidate *candidate);

/* What the words of an answer are made from. */
struct assign_view {
	const struct lane_set *set;
	const struct assign_question *question;
	const struct assign_answer *answer;
	const char *language;
	struct arena *arena; /* the words live here */
	/* How people say a date. NULL: YYYY-MM-DD, and each sentence names its place in the scheme's file. */
	const char *(*date_words)(struct date date, const char *language, bool with_weekday,
	                          struct arena *arena);
};
struct texts assign_words_for(const struct assign_view *view, const struct assign_candidate *candidate);
struct texts assign_words_against(const struct assign_view *view, const struct assign_candidate *candidate);
/* The reasons of the answer as a whole; never empty, and when nobody can serve they say why. */
struct texts assign_words(const struct assign_view *view);
/* The rule that puts the first candidate first, or NULL when nobody can serve. */
const struct assign_rule *assign_rule_of(const struct lane_set *set, const struct assign_answer *answer);
/* The answer as the JSON object of `assign --json`. */
void assign_to_json(const struct assign_view *view, struct text *out);

#endif
