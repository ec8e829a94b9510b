/* SPDX-License-Identifier: EUPL-1.2 */
/* A programme begins: its aim, and which groups sit at the table. */
#ifndef POLICY_PROGRAMME_BEGIN_H
#define POLICY_PROGRAMME_BEGIN_H

#include "policy/programme/programme.h"

/* A group that endorses, and the account of who speaks for it. */
struct programme_group {
	const char *name, *sort, *speaker;
};

/* The fact that a programme began. */
struct programme_begun {
	struct programme_item of; /* the name is made from the title, at the door */
	const char *title, *aim, *reason;
	const char *form_before; /* of programme_forms */
	int64_t parties_before;
	const char *before_words;
	struct date talks_since;
	struct records groups;      /* struct programme_group */
	const char *scheme;         /* that it is for; NULL: for all */
	const char *scheme_to_come; /* in its place one that there is not yet */
	/* at the door */
	struct {
		bool has_all_sorts, is_double, has_scheme, has_come;
	} situation;
};
extern const struct record programme_begun_record;
extern const struct journal_kind programme_begun_kind;
#define PROGRAMME_BEGUN_RULES_COUNT 8
extern const struct journal_rule programme_begun_rules[PROGRAMME_BEGUN_RULES_COUNT];

/* The fact that somebody else speaks for a group from today. */
struct speaker_replaced {
	struct programme_item of;
	const char *group, *speaker, *reason;
	/* at the door */
	const char *sort;
	int64_t place;
	struct {
		bool is_group, is_of_sort, is_another, is_free;
	} situation;
};
extern const struct record speaker_replaced_record;
extern const struct journal_kind speaker_replaced_kind;
#define SPEAKER_REPLACED_RULES_COUNT 5
extern const struct journal_rule speaker_replaced_rules[SPEAKER_REPLACED_RULES_COUNT];

#endif
