/* SPDX-License-Identifier: EUPL-1.2 */
/* The yearly token of appreciation for carers of clients (Wmo 2015, art. 2.1.6): granted, refused, given. */
#ifndef PRACTICE_CARE_APPRECIATION_H
#define PRACTICE_CARE_APPRECIATION_H

#include "common/document/letter.h"
#include "common/person/relation.h"
#include "platform/record/sheet.h"
#include "practice/decision/budget.h"

/* What a municipality gives on a day, by data/appreciation.csv. */
struct appreciation_rule {
	const char *form; /* appreciation_forms; NULL where nothing is said */
	struct resident_amount amount;
};
extern const struct choice appreciation_forms[]; /* money, voucher, attention, outing */
/* Which municipality gives it, and when it is asked. */
struct appreciation_place {
	const char *authority;
	struct date on;
};
/* Reads the rows; those of the municipality itself go before those of everybody ("*"). In arena. */
enum status appreciation_rule_of(struct sheet *rules, const struct appreciation_place *place,
                                 struct arena *arena, struct appreciation_rule *ret_rule,
                                 struct fault *fault) MUST_CHECK;

struct appreciation_situation {
	struct date today;
	bool is_client, has_carer, has_this_year;
};

/* The fact that a carer of a client gets a token of appreciation for a year, or does not. */
struct appreciation {
	int64_t person;
	struct relation carer;
	int64_t year;
	struct date asked_on;
	const char *asked_by; /* client, carer, college */
	const char *reason;   /* of a refusal: appreciation_refusals */
	const char *words;
	/* at the door */
	const char *form, *carer_mark;
	int64_t cents;
	struct appreciation_situation situation;
};
extern const struct choice appreciation_askers[];
extern const struct choice appreciation_refusals[];
extern const struct record appreciation_granted_record, appreciation_refused_record;
extern const struct journal_kind appreciation_granted_kind, appreciation_refused_kind;
#define APPRECIATION_RULES_COUNT 4
extern const struct journal_rule appreciation_rules[APPRECIATION_RULES_COUNT];
/* A refusal is judged by all of them but the last: that somebody has it already may be the reason. */
#define APPRECIATION_REFUSED_RULES_COUNT 3
/* The letter to the client, who is asked to tell the carer; it names nobody. */
enum status appreciation_write_letter(struct journal *journal, const struct journal_fact *cause, void *item,
                                      bool *ret_follows, struct fault *fault) MUST_CHECK;

/* The fact that it was given. */
struct appreciation_given {
	int64_t person, appreciation;
	struct date given_on;
	/* at the door */
	struct date today;
	const char *state; /* NULL: there is none of this person */
};
extern const struct record appreciation_given_record;
extern const struct journal_kind appreciation_given_kind;
#define APPRECIATION_GIVEN_RULES_COUNT 2
extern const struct journal_rule appreciation_given_rules[APPRECIATION_GIVEN_RULES_COUNT];

/* --- as it is kept --- */

extern const struct choice appreciation_states[]; /* granted, given, refused */
struct appreciation_line {
	int64_t appreciation, person, year, cents;
	const char *state, *form, *reason, *words;
	struct date decided_on, given_on;
};
extern const struct record appreciation_line_record;
#define APPRECIATIONS_ON_A_PAGE 50
/* Those of a person, newest first; and of a year in a state after a number, in order of their numbers. */
enum status appreciations_of(struct journal *journal, int64_t person, struct records *ret_lines,
                             struct fault *fault) MUST_CHECK;
struct appreciations_asked {
	int64_t year, after;
	const char *state;
};
enum status appreciations_in(struct journal *journal, const struct appreciations_asked *asked,
                             struct records *ret_lines, struct fault *fault) MUST_CHECK;
/* How many of each state and form in a year, and what they come to. */
struct appreciation_count {
	const char *state, *form;
	int64_t carers, cents;
};
extern const struct record appreciation_count_record;
enum status appreciation_counts(struct journal *journal, int64_t year, struct records *ret_counts,
                                struct fault *fault) MUST_CHECK;

#endif
