/* SPDX-License-Identifier: EUPL-1.2 */
/* How far the assessment of a tender is: what each later step asks of the ones before it. */
#ifndef CONTRACT_ASSESSMENT_STAND_H
#define CONTRACT_ASSESSMENT_STAND_H

#include "platform/record/record.h"

/* Whether a mark is in steps finer than those of the tender. */
struct mark_steps {
	bool is_past_whole, is_past_half, is_past_tenth; /* at most one: that of the tender */
};

/* A round of an assessment. A re-assessment begins the next. */
struct stand {
	bool is_known; /* the register has such a tender */
	int64_t round;
	int64_t bids, criteria; /* that were opened; of the tender */
	int64_t unsealed;       /* lots */
	int64_t agreed;         /* marks in consensus */
	int64_t winners, written, sent, reached, signatures;
	int64_t reliefs, pending, upheld; /* asked in time and not ended; asked and not ended; granted */
	int64_t results; /* letters that the award asks for: of each bid that was not withdrawn */
	struct date withdrawn_on, notice_until;
	struct date begun_on, frozen_on, decided_on, standstill_from, standstill_until, published_on, today;
	const char *ground, *reason, *rule, *threshold, *characteristics, *published_at, *withdrawn_words;
};
extern const struct record stand_record;

/* How who decides something stands to the bidders (Aanbestedingswet 2012, art. 1.10b). */
struct judging {
	bool is_declared;  /* said what interests there are; true too while nobody knows who bid */
	bool has_interest; /* in one of them */
};

/* The steps, in order. */
enum stand_step {
	STAND_NONE,       /* not known, or nothing opened */
	STAND_MARKING,    /* bids are marked, sealed */
	STAND_AGREEING,   /* the marks of some lot are open */
	STAND_FROZEN,     /* no mark changes any more */
	STAND_DECIDED,    /* letters are written */
	STAND_STANDSTILL, /* every bidder was told */
	STAND_SIGNING,    /* the standstill is over and no judge looks at it */
	STAND_SIGNED,     /* with every winner */
	STAND_PUBLISHED,
	STAND_WITHDRAWN /* without an award */
};
extern const struct choice stand_steps[];
enum stand_step stand_step(const struct stand *stand);
/* The standstill is over on a day: its last day lies before it. */
bool stand_is_over(const struct stand *stand, struct date on);

#endif
