/* SPDX-License-Identifier: EUPL-1.2 */
/* The one door through which facts enter, and the journal that keeps them. */
#ifndef COMMON_JOURNAL_JOURNAL_H
#define COMMON_JOURNAL_JOURNAL_H

#include "common/journal/kind.h"
#include "platform/base/clock.h"

struct calendar;
struct scheme_book;

/* Somebody at the door: which register, who, in which language, and the ground that decisions there stand on.
 */
struct journal {
	struct db *db;
	const struct clock *clock;
	const struct journal_book *book;
	const struct calendar *calendar;
	const struct scheme_book *schemes;
	struct arena *arena;
	const char *language;
	int64_t register_id;
	const char *account;
	const char *party; /* of a provider's people; "" or NULL for the municipality's, and for the system */
	const char *why;   /* kept with every fact; NULL for no more than the fact itself */
};

/* Makes a register with an empty journal. demo_day may be no date. FAILED when it exists. */
enum status journal_open_register(struct db *db, int64_t register_id, const char *name, struct date demo_day,
                                  struct fault *fault) MUST_CHECK;
struct journal_register {
	int64_t register_id;
	const char *name;
	struct date demo_day;
};
/* The registers of a database, by id. */
enum status journal_registers(struct db *db, struct arena *arena, struct records *ret_registers,
                              struct fault *fault) MUST_CHECK;

const struct journal_kind *journal_kind_named(const struct journal_book *book, const char *name);
/* A reaction that points back or at itself, a kind named twice, a notice's rule of which nobody is told what
 * to do: FAILED with words. */
enum status journal_check_book(const struct journal_book *book, struct fault *fault) MUST_CHECK;

/*
 * Appends a fact with everything that follows from it, or nothing at all. item is the kind's struct, filled
 * as a form or message brought it; prepare completes it in place. Inside a writing transaction of the caller
 * it uses a savepoint and leaves the commit to the caller. FINDINGS: refused, nothing stored.
 */
enum status journal_append(struct journal *journal, const struct journal_kind *kind, void *item,
                           struct findings *findings, int64_t *ret_fact, struct fault *fault) MUST_CHECK;

/* What the door would fill in and object to; the fact's kind and item are given. Nothing is stored. */
enum status journal_try(struct journal *journal, struct journal_fact *fact, struct findings *findings,
                        struct fault *fault) MUST_CHECK;
/* Only who may speak of it: findings of the kind's guards on an item that is not filled in yet. */
enum status journal_ask_guards(struct journal *journal, const struct journal_kind *kind, void *item,
                               struct findings *findings, struct fault *fault) MUST_CHECK;

/* What a stored notice left for somebody to do. */
struct journal_task {
	int64_t fact, number; /* which broke so many rules */
	int64_t person;
	int64_t about; /* the assignment, or 0 */
	const char *kind;
	const char *code;
	struct date since;
};
/* Whose tasks: of a corner, and of those only what somebody with these permissions may do. */
struct journal_tasks_asked {
	enum corner corner;
	unsigned permissions;
	int64_t after_fact, after_number; /* the last one of the page before; 0 at first */
	struct date on;                   /* open on that day; no date: open now */
};
#define TASKS_ON_A_PAGE 50
/* The next open tasks, oldest first. A task without a row in the book's todos is of its whole corner. */
enum status journal_tasks(struct journal *journal, const struct journal_tasks_asked *asked,
                          struct records *ret_tasks, struct fault *fault) MUST_CHECK;
/* How many there are in all. */
enum status journal_tasks_count(struct journal *journal, const struct journal_tasks_asked *asked,
                                int64_t *ret_count, struct fault *fault) MUST_CHECK;
/* Whether a task of that code about an assignment is open. */
enum status journal_has_task(struct journal *journal, int64_t person, const char *code, int64_t about,
                             bool *ret_has, struct fault *fault) MUST_CHECK;
/* What there is to do after a rule of that code was broken; NULL when the book has no words for it. */
const struct journal_todo *journal_todo_of(const struct journal_book *book, const char *code);
/* Where a task is done, in arena. */
const char *journal_todo_address(const struct journal_todo *todo, const struct journal_task *task,
                                 struct arena *arena);
/* The rule of that code, for its words; NULL when there is none. */
const struct journal_rule *journal_rule_of(const struct journal_book *book, const char *kind,
                                           const char *code);

/* A line of a person's history. */
struct journal_line {
	int64_t fact;
	const char *kind;
	struct date valid_on;
	struct moment recorded_at;
	const char *name; /* of the person behind the account, or the account where there is none */
};
/* The facts about a person, newest first: held or recorded by the end of a day; all without a date. */
enum status journal_of_person(struct journal *journal, int64_t person, struct date on,
                              struct records *ret_lines, struct fault *fault) MUST_CHECK;

/* The state of the journal that an outsider can keep: number of the last fact and its chain value. */
struct journal_head {
	int64_t fact;
	const char *chain;
};
enum status journal_head(struct db *db, int64_t register_id, struct arena *arena,
                         struct journal_head *ret_head, struct fault *fault) MUST_CHECK;
/*
 * Walks all facts of a register and counts those whose chain value is not the one that follows from their
 * content and the fact before, and numbers that are missing. known, when not NULL, must be met on the way.
 */
enum status journal_verify_chain(struct db *db, int64_t register_id, const struct journal_head *known,
                                 int64_t *ret_violations, struct fault *fault) MUST_CHECK;

/*
 * Applies the facts of every register, in order, to the tables of into, which has them empty; commits now and
 * then, and calls progress, which may be NULL; false stops it. FINDINGS, with words in the fault, when a fact
 * can no longer be read.
 */
enum status journal_rebuild(struct db *db, struct db *into, const struct journal_book *book,
                            bool (*progress)(void *context, int64_t facts), void *context,
                            struct fault *fault) MUST_CHECK;

/* The last fact known at a moment: recorded by then, or following from one that was; 0: none. */
enum status journal_known_by(struct db *db, int64_t register_id, struct moment until, int64_t *ret_last,
                             struct fault *fault) MUST_CHECK;
/* A register up to that fact, for a migrated database that is for reading only. */
struct journal_copy {
	struct db *db, *into;
	const struct journal_book *book;
	struct journal_register of;
	struct moment until;
	int64_t last;
	bool (*progress)(void *context, int64_t facts); /* now and then; false stops it; may be NULL */
	void *context;
};
/* Copies the facts and applies them. From then on journal_append refuses that register in words. */
enum status journal_copy_known(const struct journal_copy *copy, struct fault *fault) MUST_CHECK;
/* The moment of which a database says what was known; no moment for one that takes facts. */
enum status journal_known_until(struct db *db, struct moment *ret_until, struct fault *fault) MUST_CHECK;
/* FAILED where it is such a database: for work that does something outside it before it adds a fact. */
enum status journal_must_be_open(struct db *db, struct fault *fault) MUST_CHECK;

#endif
