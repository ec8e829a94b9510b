/* SPDX-License-Identifier: EUPL-1.2 */
/* After the award: who asks a judge to stop it, what came of that, marks that are given anew, and what is
 * signed and published. */
#ifndef CONTRACT_ASSESSMENT_SIGNING_H
#define CONTRACT_ASSESSMENT_SIGNING_H

#include "common/journal/journal.h"
#include "contract/assessment/stand.h"

/* A bidder asks the judge for interim relief (kort geding). */
struct relief_asked {
	const char *tender;
	int64_t bid;
	struct date asked_on;
	const char *words;
	/* by the door */
	int64_t round;
	bool is_in_time; /* within the standstill, so that nothing is signed before the judge decides */
	struct {
		struct stand stand;
		bool knows_bid;
	} situation;
};

/* The judge decided, or the bidder withdrew. */
extern const struct choice relief_outcomes[];
struct relief_ended {
	const char *tender;
	int64_t relief; /* the fact that it was asked */
	const char *outcome;
	struct date ended_on;
	const char *words;
	/* by the door */
	struct {
		struct stand stand;
		bool is_there, is_open;
		struct date asked_on;
	} situation;
};

/* The bids are marked anew, all of them, once no judge looks at the award any more (relief.h). */
extern const struct choice reassessment_grounds[];
struct reassessment_ordered {
	const char *tender, *ground, *reason;
	/* by the door */
	int64_t round; /* that begins */
	struct {
		struct stand stand;
		struct judging judging;
	} situation;
};

/* The round ends without an award. */
struct award_withdrawn {
	const char *tender, *reason;
	struct date withdrawn_on;
	/* by the door */
	int64_t round;
	struct {
		struct stand stand;
		struct judging judging;
	} situation;
};

/* The agreement with a winner. */
struct agreement_signed {
	const char *tender;
	int64_t bid;
	struct date signed_on;
	const char
		*party;  /* of the scheme, under which the bidder signs; by the door where it is that party */
	const char *agb; /* of a bidder that comes into the scheme with this agreement */
	/* by the door */
	int64_t round;
	struct date notice_until; /* of the award, counted from this signature */
	struct {
		struct stand stand;
		bool has_won, is_signed;
		bool lacks_party, is_unknown_party,
			is_taken; /* no party said; not of the scheme; name or code of another */
	} situation;
};

/* The notice of what was awarded. */
struct award_published {
	const char *tender;
	struct date published_on;
	const char *published_at; /* where it stands */
	/* by the door */
	int64_t round;
	struct date notice_until; /* its last day */
	bool is_late;             /* published after it, which is said and not refused */
	struct {
		struct stand stand;
	} situation;
};

#define RELIEF_RULES_COUNT 6
#define RELIEF_ENDED_RULES_COUNT 3
#define REASSESSMENT_RULES_COUNT 7
#define AWARD_WITHDRAWN_RULES_COUNT 8
#define SIGNING_RULES_COUNT 11
#define AWARD_PUBLICATION_RULES_COUNT 4
extern const struct journal_rule relief_rules[RELIEF_RULES_COUNT];
extern const struct journal_rule relief_ended_rules[RELIEF_ENDED_RULES_COUNT];
extern const struct journal_rule reassessment_rules[REASSESSMENT_RULES_COUNT];
extern const struct journal_rule award_withdrawn_rules[AWARD_WITHDRAWN_RULES_COUNT];
extern const struct journal_rule signing_rules[SIGNING_RULES_COUNT];
extern const struct journal_rule award_publication_rules[AWARD_PUBLICATION_RULES_COUNT];

extern const struct record relief_asked_record, relief_ended_record, reassessment_ordered_record,
	award_withdrawn_record, agreement_signed_record, award_published_record;
extern const struct journal_kind relief_asked_kind, relief_ended_kind, reassessment_ordered_kind,
	award_withdrawn_kind, agreement_signed_kind, award_published_kind;

#endif
