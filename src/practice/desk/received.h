/* SPDX-License-Identifier: EUPL-1.2 */
/* A question that comes in at the desk, the answer that ends it, and the word of whom it was passed on to. */
#ifndef PRACTICE_DESK_RECEIVED_H
#define PRACTICE_DESK_RECEIVED_H

#include "common/journal/kind.h"
#include "common/person/relation.h"

/* Who brings a question, and how one ends at the desk itself. */
extern const struct choice question_sources[], question_answers[];
/* All ways in which a question ends; exactly one for each. */
extern const struct choice question_outcomes[];

/* What the rules need to know of the world, put there at the door. */
struct received_situation {
	struct date today;
	bool is_known_person;  /* a number was given, and it exists */
	bool is_known_theme;   /* no theme was given, or a scheme of the register speaks of it */
	bool is_known_earlier; /* no earlier question was given, or it exists */
};

/* The fact that somebody asked the desk something. It need not be a report. */
struct received_question {
	int64_t person;      /* whom it is about, where that is known, or 0 */
	struct relation who; /* who asks; may be left out where the person asks */
	const char *from_whom, *channel, *theme, *asked;
	struct date asked_on;
	struct date back_on; /* when who asked hears more; may be no date */
	int64_t earlier;     /* the question that this one came up with, or 0 */
	/* at the door */
	int64_t question; /* its own number */
	struct received_situation situation;
};
extern const struct record received_question_record;
extern const struct journal_kind question_received_kind;
#define RECEIVED_RULES_COUNT 7
extern const struct journal_rule received_rules[RECEIVED_RULES_COUNT];

/* The day on which a fact ends a question that was asked on a day: that of the fact, never before it was
 * asked. */
struct date question_ended_on(const struct journal_fact *fact, struct date asked_on);

/* Where a question stands, for the facts that speak of one. */
struct question_standing {
	struct date today;
	struct date since; /* asked, or passed on */
	bool is_known;
	bool is_open; /* at the desk, or waiting for the receiver's word */
};

/* The fact that the desk itself ended a question: help was arranged, or told where it is. */
struct question_answer {
	int64_t question;
	const char *outcome; /* a code of question_answers */
	const char *words;
	struct date answered_on;
	/* at the door */
	int64_t person;
	struct question_standing standing;
};
extern const struct record question_answer_record;
extern const struct journal_kind question_answered_kind;
#define QUESTION_ANSWER_RULES_COUNT 4
extern const struct journal_rule question_answer_rules[QUESTION_ANSWER_RULES_COUNT];

/* The fact that who a question was passed on to has it; until then it is still the desk's. */
struct pass_on_confirmation {
	int64_t question;
	const char *by; /* of the receiver: a name or a role */
	struct date confirmed_on;
	/* at the door */
	int64_t person;
	struct question_standing standing;
};
extern const struct record pass_on_confirmation_record;
extern const struct journal_kind pass_on_confirmed_kind;
#define PASS_ON_RULES_COUNT 4
extern const struct journal_rule pass_on_rules[PASS_ON_RULES_COUNT];

#endif
