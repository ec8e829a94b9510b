/* SPDX-License-Identifier: EUPL-1.2 */
/* The desk: a resident reports a need; from that day there is an owner, a contact person and a legal clock.
 */
#ifndef PRACTICE_DESK_DESK_H
#define PRACTICE_DESK_DESK_H

#include "common/journal/kind.h"
#include "common/person/person.h"

/* What the rules need to know of the world, put there at the door. */
struct report_situation {
	struct date today;
	bool is_new_person;
	bool is_known_person; /* a number was given, and it exists */
	bool is_known_theme;  /* no theme was given, or a scheme of the register speaks of it */
	bool is_for_partner;  /* the question is somebody else's on the day */
	bool is_open;         /* no question at the desk was named, or it is still open */
	struct date asked_on; /* of that question, or no date */
};

/* The fact that a resident reported a need (Wmo 2015, art. 2.3.2 lid 1). */
struct report {
	int64_t person; /* of somebody who is known already; else given at the door */
	struct identity who;
	const char *asked;
	const char *channel;
	struct date received_on;
	const char *theme; /* where the schemes divide questions by theme; may be NULL */
	int64_t question;  /* the question at the desk that this answers, or 0 */
	/* at the door */
	const char *for_whom; /* whose the question is, by its theme */
	const char *area;
	const char *team;
	const char *owner;
	const char *contact;
	struct date due_on;
	struct records steps;   /* how the due date was found, term_step_record */
	struct date plan_until; /* the last day for a personal plan; none in older reports */
	struct records plan_steps;
	struct report_situation situation;
};
extern const struct record report_record;
extern const struct choice report_channels[];
extern const struct journal_kind report_received_kind;

/* What is wrong with a report, as rules with their source. */
#define REPORT_RULES_COUNT 14
extern const struct journal_rule report_rules[REPORT_RULES_COUNT];

#endif
