/* SPDX-License-Identifier: EUPL-1.2 */
/* Who spoke with a client and when; and who comes, since when and how often. */
#ifndef PRACTICE_CARE_TALK_H
#define PRACTICE_CARE_TALK_H

#include "common/journal/journal.h"

extern const struct choice talk_ways[];  /* visit, phone, office, video, letter */
extern const struct choice talk_whoms[]; /* the client, a representative, a carer */

struct talk_situation {
	struct date today;
	bool is_known; /* the person is of this register, the assignment (where one is named) that person's */
};

/* The fact that somebody spoke with a client: what nobody is out of sight for. */
struct talk {
	int64_t person;
	int64_t assignment; /* of a provider's people: the help that it was about; else may be 0 */
	struct date talked_on;
	const char *how, *whom;
	const char *words; /* what was agreed */
	struct talk_situation situation;
};
extern const struct record talk_record;
extern const struct journal_kind talk_held_kind;
#define TALK_RULES_COUNT 2
extern const struct journal_rule talk_rules[TALK_RULES_COUNT];

struct permanent_worker_situation {
	struct date today;
	struct date from, until; /* of the help, half-open */
	struct date last_from;   /* since when the present one comes */
	bool is_known;
	bool is_helper; /* the account, where one is named, comes to people for whoever delivers on the day */
};

/* The fact who comes from a day on: the same person each time, so that client and helper know each other. */
struct permanent_worker {
	int64_t person;
	int64_t assignment;
	const char *name; /* as the client knows it */
	const char
		*helper; /* an account of the party that delivers, which sees the visit; NULL without one */
	struct date from;
	int64_t times;
	const char *per;     /* week, month */
	const char *product; /* at the door */
	struct permanent_worker_situation situation;
};
extern const struct choice permanent_worker_periods[];
extern const struct record permanent_worker_record;
extern const struct journal_kind permanent_worker_named_kind;
#define PERMANENT_WORKER_RULES_COUNT 6
extern const struct journal_rule permanent_worker_rules[PERMANENT_WORKER_RULES_COUNT];

/* --- as it is kept --- */

struct talk_line {
	int64_t talk;
	struct date talked_on;
	const char *how, *whom, *words, *name; /* name: of who spoke */
};
extern const struct record talk_line_record;
/* The talks with a person up to a day, newest first. */
enum status talks_of(struct journal *journal, int64_t person, struct date on, struct records *ret_lines,
                     struct fault *fault) MUST_CHECK;

struct permanent_worker_line {
	int64_t assignment;
	const char *product, *name, *per;
	const char *helper; /* "" without an account */
	int64_t times;
	struct date from_day, until_day; /* half-open; DATE_LAST while this one comes */
};
extern const struct record permanent_worker_line_record;
/* Who came and comes to a person, by assignment and day. */
enum status permanent_workers_of(struct journal *journal, int64_t person, struct records *ret_lines,
                                 struct fault *fault) MUST_CHECK;
/* Who comes for an assignment on a day, in such a list; NULL when it is not known. */
const struct permanent_worker_line *permanent_worker_on(const struct records *workers, int64_t assignment,
                                                        struct date on);
/* "1 keer per week", in arena. */
const char *permanent_worker_often(int64_t times, const char *per, const char *language, struct arena *arena);

#endif
