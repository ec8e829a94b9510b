/* SPDX-License-Identifier: EUPL-1.2 */
/* Consultations: of a combination's members among themselves, of a contract party with the municipality. */
#ifndef CONTRACT_AGREEMENT_MEETING_H
#define CONTRACT_AGREEMENT_MEETING_H

#include "common/journal/journal.h"

extern const struct choice meeting_withs[], meeting_abouts[], meeting_comings[];
#define MEETING_OF_MEMBERS "members"
#define MEETING_WITH_MUNICIPALITY "municipality"

/* What is talked about, and afterwards what came of it. */
struct meeting_item {
	const char *about, *words;
};
struct meeting_outcome {
	const char *about, *words, *who;
	struct date ready_by;
	bool is_for_municipality;
};
struct meeting_guest {
	const char *who, *came;
};

/* How somebody stands to a meeting; filled at the door. */
struct meeting_stand {
	bool is_there;   /* the meeting, where it is spoken of */
	bool is_ours;    /* of who speaks: a member, the party itself, or the municipality */
	bool may_lead;   /* calls it and keeps its minutes */
	bool is_settled; /* held already, or dropped */
};

/* A meeting is called: its day, and what it is about. */
struct meeting_called {
	const char *with_whom, *party, *subject;
	struct date planned_on;
	const char *planned_at, *place;
	struct records agenda; /* struct meeting_item */
	/* by the door */
	const char *called_by; /* the party; "" for the municipality */
	struct meeting_stand stand;
	struct {
		bool is_known, is_combination, is_member, is_time, is_ahead;
	} situation;
};
/* Somebody who was called puts something on the agenda. */
struct meeting_item_added {
	int64_t meeting;
	const char *about, *words;
	/* by the door */
	const char *added_by;
	struct meeting_stand stand;
};
/* A meeting was held: who came, what was said and what follows. */
struct meeting_minuted {
	int64_t meeting;
	struct date held_on;
	struct records guests; /* struct meeting_guest */
	const char *minutes;
	struct records outcomes; /* struct meeting_outcome */
	/* by the door */
	struct meeting_stand stand;
	struct {
		bool is_past;
	} situation;
};
/* A meeting does not go on. */
struct meeting_dropped {
	int64_t meeting;
	const char *reason;
	/* by the door */
	struct meeting_stand stand;
};

#define MEETING_CALLED_RULES_COUNT 6
#define MEETING_ITEM_RULES_COUNT 2
#define MEETING_MINUTED_RULES_COUNT 4
#define MEETING_DROPPED_RULES_COUNT 3
extern const struct journal_rule meeting_called_rules[MEETING_CALLED_RULES_COUNT],
	meeting_item_rules[MEETING_ITEM_RULES_COUNT], meeting_minuted_rules[MEETING_MINUTED_RULES_COUNT],
	meeting_dropped_rules[MEETING_DROPPED_RULES_COUNT];
extern const struct record meeting_called_record, meeting_item_added_record, meeting_minuted_record,
	meeting_dropped_record, meeting_item_record;
extern const struct journal_kind meeting_called_kind, meeting_item_added_kind, meeting_minuted_kind,
	meeting_dropped_kind;

#endif
