/* SPDX-License-Identifier: EUPL-1.2 */
/* Incidents: what happened while help was given, who is told up the chain, and what the inquiry found. */
#ifndef PRACTICE_SAFETY_INCIDENT_H
#define PRACTICE_SAFETY_INCIDENT_H

#include "common/journal/journal.h"

extern const struct choice incident_sorts[]; /* calamity, violence, incident */
extern const struct choice incident_outcomes[];
#define INCIDENT_SUPERVISOR "supervisor" /* among those who are told */

struct incident_situation {
	struct date today;
	bool is_known; /* the person is of this register, the assignment that person's */
	bool is_own;   /* who reports is not a provider, or answers for whoever came */
};

/* The fact that something happened (Wmo 2015, art. 1.1.1 lid 1, calamiteit; art. 3.4). */
struct incident {
	int64_t person;
	int64_t assignment; /* during which help; 0 where none is known */
	const char *sort;
	struct date happened_on, known_on;
	const char *words;
	/* at the door */
	const char *party; /* who came; "" when not known */
	struct texts told; /* who must hear of it, from whoever came upwards, the supervisor last */
	struct date notice_due_on, inquiry_due_on;
	struct incident_situation situation;
};
extern const struct record incident_record;
extern const struct journal_kind incident_reported_kind;
#define INCIDENT_RULES_COUNT 3
extern const struct journal_rule incident_rules[INCIDENT_RULES_COUNT];

struct incident_turn_situation {
	struct date today, known_on;
	bool is_known, is_due; /* who was told was to be told and had not been; the inquiry was not done */
	bool is_own;
};

/* The fact that somebody of the chain, or the supervisor, was told. */
struct incident_told {
	int64_t incident;
	const char *who;
	struct date told_on;
	struct incident_turn_situation situation;
};
extern const struct record incident_told_record;
extern const struct journal_kind incident_told_kind;
#define INCIDENT_TOLD_RULES_COUNT 4
extern const struct journal_rule incident_told_rules[INCIDENT_TOLD_RULES_COUNT];

/* The fact that the inquiry was done. */
struct incident_concluded {
	int64_t incident;
	struct date concluded_on;
	const char *outcome;
	const char *measures;
	struct incident_turn_situation situation;
};
extern const struct record incident_concluded_record;
extern const struct journal_kind incident_concluded_kind;
#define INCIDENT_CONCLUDED_RULES_COUNT 4
extern const struct journal_rule incident_concluded_rules[INCIDENT_CONCLUDED_RULES_COUNT];

/* --- as it is kept --- */

struct incident_line {
	int64_t incident, person, assignment;
	const char *party, *sort, *words, *outcome, *measures;
	struct date happened_on, known_on, notice_due_on, inquiry_due_on;
	struct date concluded_on; /* no date until then */
};
extern const struct record incident_line_record;
extern const struct choice incident_states[]; /* open, concluded */
struct incidents_asked {
	const char *state;
	const char *party; /* "" for all; else those during which it came, and those that it was told */
	struct date on;
	int64_t before; /* below this number; 0: from the newest */
};
#define INCIDENTS_ON_A_PAGE 50
enum status incidents_in_state(struct journal *journal, const struct incidents_asked *asked,
                               struct records *ret_lines, struct fault *fault) MUST_CHECK;
enum status incidents_count(struct journal *journal, const struct incidents_asked *asked, int64_t *ret_count,
                            struct fault *fault) MUST_CHECK;

/* Who must hear of an incident. */
struct incident_telling {
	int64_t place;
	const char *who;
	struct date told_on; /* no date until then */
};
extern const struct record incident_telling_record;
enum status incident_tellings(struct journal *journal, int64_t incident, struct date on,
                              struct records *ret_tellings, struct fault *fault) MUST_CHECK;

#endif
