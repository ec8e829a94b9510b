/* SPDX-License-Identifier: EUPL-1.2 */
/* Who acts for a client who cannot weigh the own interests: named, ended, and found by the order of the law.
 */
#ifndef COMMON_PERSON_REPRESENTATIVE_H
#define COMMON_PERSON_REPRESENTATIVE_H

#include "common/access/sight.h"
#include "common/journal/journal.h"
#include "common/person/relation.h"

/* In the order of Wmo 2015, art. 1.1.1 lid 2: curator, mentor, authorised; partner; parent, child, sibling.
 */
extern const struct choice representative_sorts[];
/* Who gets the letters: the representative instead of the client, a copy too, or only the client. */
#define LETTERS_INSTEAD "instead"
#define LETTERS_COPY "copy"
extern const struct choice representative_letters[];
/* 1 goes before 2, and 2 before 3; of equals the last one named. 0 for a code that is none. */
int64_t representative_place(const char *sort);

/* A representative of a client. */
struct representative {
	int64_t representative;              /* the fact that named them */
	const char *sort;                    /* a code of representative_sorts */
	int64_t place;                       /* in the order of the law */
	const char *ground;                  /* what it rests on */
	const char *letters;                 /* a code of representative_letters; "": as letters_to says */
	struct date valid_from, valid_until; /* half-open */
	struct relation who;
};
/* Who acts for the person on a day; NOT_FOUND when they act for themselves. */
enum status representative_of(struct journal *journal, int64_t person, struct date on,
                              struct representative *ret_representative, struct fault *fault) MUST_CHECK;
/*
 * Who gets the client's letters, of representative_letters: as was agreed; else a curator or a mentor in the
 * place of the client (BW 1:381 and 1:453), and anybody else who acts for them a copy (Awb, art. 2:1).
 */
const char *representative_gets(const struct representative *representative);
/* All that there are and were, struct representative, who goes before first. */
enum status representatives_of(struct journal *journal, int64_t person, struct records *ret_representatives,
                               struct fault *fault) MUST_CHECK;
/* Whether one of them represents the person on a day. */
enum status representative_acts(struct journal *journal, int64_t person, int64_t representative,
                                struct date on, bool *ret_acts, struct fault *fault) MUST_CHECK;
/* Of sight_relation: who acts for a resident sees the own page while they represent them, and not a day
 * longer.
 */
enum status representative_sight(struct journal *journal, const struct sight_asked *asked,
                                 const char **ret_ground, struct fault *fault) MUST_CHECK;
extern const struct record representative_record;

/* What the rules need to know of the world, put there at the door. */
struct representative_situation {
	bool is_known_person;
	bool is_preceded; /* somebody who goes before acts already on the first day */
};

/* The fact that somebody represents a client from a day on. */
struct representative_named {
	int64_t person;
	const char *sort;
	struct relation who;
	const char *ground;
	const char *letters;        /* of representative_letters, or NULL: as the law has it */
	struct date from, last_day; /* last_day: no date where it goes on */
	struct representative_situation situation;
};
extern const struct record representative_named_record;
extern const struct journal_kind representative_named_kind;
#define REPRESENTATIVE_RULES_COUNT 5
extern const struct journal_rule representative_rules[REPRESENTATIVE_RULES_COUNT];

/* The fact that somebody represents a client no longer. */
struct representative_ended {
	int64_t person, representative;
	struct date ended_on; /* the first day without */
	const char *reason;
	/* at the door */
	bool is_known;           /* this one represents this client */
	struct date from, until; /* and does so from and until these days */
};
extern const struct record representative_ended_record;
extern const struct journal_kind representative_ended_kind;
#define REPRESENTATIVE_END_RULES_COUNT 3
extern const struct journal_rule representative_end_rules[REPRESENTATIVE_END_RULES_COUNT];

#endif
