/* SPDX-License-Identifier: EUPL-1.2 */
/* The programme before the tender: what every fact of one begins with, and how it stands on a day. */
#ifndef POLICY_PROGRAMME_PROGRAMME_H
#define POLICY_PROGRAMME_PROGRAMME_H

#include "common/journal/journal.h"

/* Whose interests a group at the table stands for. */
extern const struct choice programme_sorts[];
/* The ways in which support can be bought. */
extern const struct choice programme_forms[];

/* How a programme stands on a day; all zero where there is none. */
struct programme_now {
	bool is_known;
	const char *title;
	int64_t vision, content; /* the versions that hold; 0: none is written yet */
	int64_t group_count,
		has_endorsed; /* how many there are, and how many endorsed the content that holds */
	int64_t has_shared;   /* how many share the vision that holds */
	int64_t has_agreed;   /* how many endorsed the money side of that content */
	int64_t testers;      /* of providers, residents and teams: how many tried the content on a case */
	bool is_finance_open; /* the money stage of the content that holds */
	struct date finance_opened_on;
	const char *finance_words;
	struct date ended_on; /* none while it runs */
};
extern const struct record programme_now_record;

/* What the facts of a programme have in common: the first member of each. */
struct programme_item {
	const char *programme; /* its name, such as thuisondersteuning-2018 */
	/* at the door, and not kept */
	struct date today;
	struct programme_now now;
	const char *group; /* for which the account speaks; "" for none */
	bool is_worker;    /* the account works for policy or contract management */
};

/* The field of that name in a struct whose first member is called of. */
#define PROGRAMME_FIELD(type_)                                                                               \
	{                                                                                                    \
		.name = "programme", .type = FIELD_TEXT, .offset = offsetof(type_, of.programme),            \
		.label = WORDS("Programma"), .required = true, .max_chars = PROGRAMME_NAME_CHARS             \
	}
#define PROGRAMME_NAME_CHARS 40

/*
 * At the door of each kind: how the programme stands today, who speaks, and a finding for each text in which
 * an amount or a citizen service number seems to stand, and one where it has ended. The fact holds today.
 */
enum status programme_prepare(struct journal *journal, struct journal_fact *fact, struct findings *findings,
                              struct fault *fault) MUST_CHECK;

/* For rules: whether there is such a programme; whether the account may speak of it. */
bool programme_is_known(const void *item);
bool programme_is_at_the_table(const void *item);
#define PROGRAMME_KNOWN_WORDS WORDS("Dit programma is er niet.")
#define PROGRAMME_TABLE_WORDS                                                                                \
	WORDS("Alleen een groep van dit programma, beleid of contractmanagement legt dit vast.")

/* Which programme, as it stood at the end of a day. */
struct programme_asked {
	const char *programme;
	struct date on;
};
/* How that programme stands; NOT_FOUND where there was none yet. */
enum status programme_find(struct db *db, int64_t register_id, const struct programme_asked *asked,
                           struct arena *arena, struct programme_now *ret_now,
                           struct fault *fault) MUST_CHECK;

#endif
