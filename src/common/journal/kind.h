/* SPDX-License-Identifier: EUPL-1.2 */
/* What a slice says of its facts: one row per kind, its rules, and how it changes the slice's tables. */
#ifndef COMMON_JOURNAL_KIND_H
#define COMMON_JOURNAL_KIND_H

#include "common/journal/permission.h"
#include "platform/db/db.h"
#include "platform/record/record.h"

struct journal;

enum kind_sort {
	KIND_ACT,   /* refused when a rule is broken */
	KIND_NOTICE /* happened anyway: stored when well-formed, broken rules become tasks */
};

/* A fact on its way through the door, or out of the journal again. */
struct journal_fact {
	const struct journal_kind *kind;
	int64_t fact;   /* its number in the register, given at the door */
	int64_t person; /* whom it is about: the item's field of that name; or 0 */
	struct date valid_on;
	struct moment recorded_at;
	const char *account;
	const char *why;
	int64_t cause;        /* the fact it follows from; itself when it came from outside */
	const char *reaction; /* "" when it came from outside */
	const char *findings; /* the codes of the rules it breaks, one a line; "" when none */
	void *item;           /* the struct that kind->record describes */
};

/* A rule sees the item and nothing else; what it needs of the world, prepare has put there. */
struct journal_rule {
	const char *code;
	const char *field;
	const char *words;  /* Dutch: what is wrong and what to change */
	const char *source; /* the law or agreement it stands on */
	bool (*holds)(const void *item);
};

/* Changes derived tables; reads only the fact and the slice's own tables. */
typedef enum status journal_apply(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                  struct arena *arena, struct fault *fault);

/* What is good to know before a form is filled in, and which other kind may come first. */
struct journal_advice {
	const char *words;         /* in the language of who asks; NULL: nothing */
	const char *kind, *fields; /* the kind, and what its form begins with: "report=12"; or NULL */
};

struct journal_kind {
	const char *name;
	const char *title; /* Dutch, as a heading of its form */
	const char *done;  /* Dutch, in a person's file: "Melding ontvangen" */
	enum kind_sort sort;
	enum corner corner;
	enum permission permission;
	const struct record *record;
	/* At the door: fills what the system decides (FIELD_BY_DOOR), valid_on. May be NULL. */
	enum status (*prepare)(struct journal *journal, struct journal_fact *fact, struct findings *findings,
	                       struct fault *fault);
	/* What an empty form begins with, from the numbers that it was opened with. May be NULL. */
	enum status (*begin)(struct journal *journal, void *item, struct fault *fault);
	/* What its form says above the fields, from the same numbers. May be NULL. */
	enum status (*advise)(struct journal *journal, const void *item, struct journal_advice *ret_advice,
	                      struct fault *fault);
	const struct journal_rule *rules;
	size_t rules_count;
	journal_apply *apply; /* NULL where a kind changes no table of its own */
	/* The rule whose open tasks about the person (and its assignment or request) end with this fact, or
	 * NULL; a text that ends in a dash stands for all rules that begin so. */
	const char *ends_task;
	const char *ends_also; /* another one, or NULL */
	/* Where its form leads ({question}, {person}: its); NULL: the client's file, or the role's home. */
	const char *page;
	bool erases;     /* whom it is about: earlier facts lose their bodies, and all rows go */
	bool is_in_file; /* who works in files brings it in a file that is open to them; the desk anywhere */
	bool is_apart;   /* of a compartment: stands in no history, export or page but its own */
};

/* What a broken rule of a stored fact leaves to do: whose work it is, what to do, and where. */
struct journal_todo {
	const char *code;           /* of the rule */
	enum corner corner;         /* may be another one than the fact's */
	enum permission permission; /* who may do it */
	const char *words;          /* Dutch: what to do */
	const char *address;        /* where; {person} and {about} are filled in */
};

/* At the door, when the kind's own prepare objected to nothing: fills what its slice may not see. */
struct journal_completion {
	const struct journal_kind *kind;
	enum status (*complete)(struct journal *journal, struct journal_fact *fact, struct findings *findings,
	                        struct fault *fault);
	bool is_guard; /* asks who may speak of it, before anything else: who may not learns nothing more */
};

/* A slice that keeps a table over another slice's facts. */
struct journal_projection {
	const struct journal_kind *kind;
	journal_apply *apply;
};

/* What must follow. Only kinds further down the book may follow from a kind. */
struct journal_reaction {
	const struct journal_kind *when;
	const struct journal_kind *then;
	bool is_must; /* refused here means the cause is refused too; else it becomes a task */
	/* Fills the item from the cause; ret_follows false: nothing follows this time. NULL: fields of the
	 * same name are carried over. */
	enum status (*build)(struct journal *journal, const struct journal_fact *cause, void *item,
	                     bool *ret_follows, struct fault *fault);
	/* In the place of build where more than one may follow: called for place 0, 1, .. until none does. */
	enum status (*build_each)(struct journal *journal, const struct journal_fact *cause, size_t place,
	                          void *item, bool *ret_follows, struct fault *fault);
};

/* A table whose rows belong to a fact, by its number in a column. */
struct journal_numbered {
	const char *table, *column;
};

/* A table whose rows are a part of a kind's facts, too many for a body: a rebuild brings them along. */
struct journal_carried {
	const struct journal_kind *kind;
	const char *table, *column, *field; /* the fact's number, or the one in its field, where it has one */
	const char *open; /* the table, with such a column, of rows that are no part of a fact yet; or NULL */
};

/* All kinds in the order of the story, with what they bring about. */
struct journal_book {
	const struct journal_kind *const *kinds;
	size_t kinds_count;
	const struct journal_projection *projections;
	size_t projections_count;
	const struct journal_reaction *reactions;
	size_t reactions_count;
	const struct journal_todo *todos; /* one for each rule of a notice */
	size_t todos_count;
	const char *const *derived_tables; /* every table that a rebuild makes again */
	size_t derived_tables_count;
	const struct journal_completion *completions;
	size_t completions_count;
	const struct journal_numbered *numbered; /* rows about a person that have no column for the person */
	size_t numbered_count;
	const struct journal_carried *carried; /* ends with a NULL kind; may be NULL */
};

#endif
