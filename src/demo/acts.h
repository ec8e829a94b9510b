/* SPDX-License-Identifier: EUPL-1.2 */
/* What people do in a demonstration: each act is a fact that enters through the door on its day. */
#ifndef DEMO_ACTS_H
#define DEMO_ACTS_H

#include "common/journal/journal.h"
#include "demo/contacts.h"
#include "demo/delivering.h"
#include "demo/people.h"
#include "demo/road.h"

/* What has become of a round: the numbers of its facts, 0 when there are none. */
struct round_facts {
	int64_t report, decision;
	int64_t assignments[ROAD_LINES_MAX];
	const struct scheme_party *parties[ROAD_LINES_MAX]; /* who answers for them */
};

struct resident {
	struct road road;
	struct delivering delivering;      /* of the last round */
	const char *bsn;                   /* NULL without one */
	int64_t person;                    /* the number in the register */
	const struct demo_account *worker; /* the contact person */
	struct round_facts facts[ROAD_ROUNDS_MAX];
};

#define MESSENGER "berichten" /* stands for the traffic of messages */

/* A register being filled. */
struct filling {
	struct road_ground ground;
	const struct people *people;
	struct journal journal;
	struct clock clock; /* steps from day to day */
	int64_t acts_today;
	struct arena *arena; /* for one act */
	struct resident *residents;
	const struct demo_contact *contacts;
};

/* In the order in which they come on one day. */
enum act_sort {
	ACT_NAME_CONTACT, /* of these two the number is that of a contact, not of a resident */
	ACT_LOSE_CONTACT,
	ACT_REPORT,
	ACT_INVESTIGATE,
	ACT_APPLY,
	ACT_DECIDE,
	ACT_ASSIGN,
	ACT_RECORD_BSN,
	ACT_SEND,
	ACT_START,
	ACT_DECLINE,
	ACT_STOP, /* for a while, or for good */
	ACT_RESUME,
	ACT_AROUND, /* the desk: who acts for the resident, what was offered or given with the report */
	ACT_CLOSE,
	ACT_QUESTION, /* the number is that of a question */
	ACT_TENDER    /* the number is that of a step in a tender */
};

struct act {
	struct date on;
	uint32_t resident;
	uint8_t round, sort, line;
};

/* The row of chance for a purpose; the same for the same resident whatever else happens. */
struct chance acts_chance(const struct filling *filling, uint64_t purpose, uint64_t number);
#define CHANCE_OF_IDENTITY 100
#define CHANCE_OF_ROAD 101
#define CHANCE_OF_NUMBERS 102
#define CHANCE_OF_CONTACTS 103
#define CHANCE_OF_DELIVERING 104

/* Appends one fact; FAILED with words when a rule refuses it. */
enum status acts_append(struct filling *filling, const struct journal_kind *kind, const char *account,
                        void *item, int64_t *ret_fact, struct fault *fault) MUST_CHECK;
/* Moves the clock to the act's day and appends its facts; FAILED with words when a rule refuses them. */
enum status acts_perform(struct filling *filling, const struct act *act, struct fault *fault) MUST_CHECK;
/* The fact that the register works by this scheme. */
enum status acts_adopt(struct filling *filling, struct date on, const char *scheme,
                       struct fault *fault) MUST_CHECK;

#endif
