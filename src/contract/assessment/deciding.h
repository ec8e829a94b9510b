/* SPDX-License-Identifier: EUPL-1.2 */
/* From open marks to letters: one mark per bid and criterion, the freeze, the award, what each bidder is
 * told, and the standstill that begins when all were told. */
#ifndef CONTRACT_ASSESSMENT_DECIDING_H
#define CONTRACT_ASSESSMENT_DECIDING_H

#include "common/journal/journal.h"
#include "contract/assessment/stand.h"

/* The assessors agree on a mark for a bid on a criterion, and why. */
struct consensus_reached {
	const char *tender;
	int64_t bid;
	const char *criterion, *mark, *motivation;
	struct texts present; /* accounts of the assessors at the table; none: not said */
	/* by the door */
	const char *lot;
	int64_t round;
	struct {
		struct stand stand;
		bool is_assessor, is_declared, knows_bid, knows_criterion, is_unsealed, has_conflict,
			is_number, is_on_scale, has_stranger; /* at the table */
		struct mark_steps steps;
	} situation;
};

/* No mark changes any more. */
struct marks_frozen {
	const char *tender;
	/* by the door */
	int64_t round, marks;
	struct {
		struct stand stand;
		struct judging judging;
	} situation;
};

/* How a bid came out: a code of contract/tender (award_whys), or why it was never judged. */
#define AWARD_LATE "late"
#define AWARD_UNREAD "unread"
extern const struct choice award_outcomes[];
struct award_result {
	int64_t bid;
	const char *bidder, *lot;
	const char *why; /* of award_outcomes */
	const char *criterion;
	const char *mark, *mean; /* on which it fell; weighted, with at most nine places */
	int64_t rank;            /* among those that reached the threshold; 0: did not */
	const char *words;       /* why it did not win */
};
extern const struct record award_result_record;

/* Who wins, by the terms of the notice and the marks that are frozen. */
struct award_decided {
	const char *tender;
	const char *characteristics; /* and advantages of what was chosen */
	struct date send_on;         /* when all letters leave */
	/* by the door */
	int64_t round;
	const char *rule, *threshold;
	struct date last_day; /* of the standstill, when they leave that day */
	struct records results;
	struct {
		struct stand stand;
		struct judging judging;
	} situation;
};

/* What a bidder is told of the award. */
struct award_letter {
	const char *tender;
	int64_t bid, round;
	const char *bidder, *lot, *why;
	struct date dated;
	const char *subject;
	struct records blocks; /* of struct letter_block */
};

/* The letter left. */
extern const struct choice award_letter_ways[];
struct award_letter_sent {
	const char *tender;
	int64_t bid;
	struct date sent_on;
	const char *how;
	/* by the door */
	int64_t round;
	struct {
		struct stand stand;
		bool is_written, is_sent;
		struct date dated;
	} situation;
};

/*
 * Every bidder concerned was told: nothing is signed before the term is over. Concerned is each bidder who is
 * not excluded for good: was told so, and can no longer ask a judge (Aanbestedingswet 2012, art. 2.127
 * to 2.130). Whoever bid late, or sent what could not be read, hears that by the letter of this award alone
 * and can still ask a judge. So that bidder counts: gets a letter in the same job, and the standstill waits
 * for it. Who withdrew a bid has none.
 */
struct standstill_begun {
	const char *tender;
	int64_t round;
	struct date from, until; /* the day on which the last letter left, not counted; the last day */
	struct records steps;
};

#define CONSENSUS_RULES_COUNT 14
#define FREEZE_RULES_COUNT 6
#define AWARD_RULES_COUNT 6
#define AWARD_SENT_RULES_COUNT 4
extern const struct journal_rule consensus_rules[CONSENSUS_RULES_COUNT];
extern const struct journal_rule freeze_rules[FREEZE_RULES_COUNT];
extern const struct journal_rule award_decision_rules[AWARD_RULES_COUNT];
extern const struct journal_rule award_sent_rules[AWARD_SENT_RULES_COUNT];

extern const struct record consensus_reached_record, marks_frozen_record, award_decided_record,
	award_letter_record, award_letter_sent_record, standstill_begun_record;
extern const struct journal_kind consensus_reached_kind, marks_frozen_kind, award_decided_kind,
	award_letter_written_kind, award_letter_sent_kind, standstill_begun_kind;

#endif
