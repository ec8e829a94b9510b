/* SPDX-License-Identifier: EUPL-1.2 */
/* What stored facts left to do: whose work it is, and where it is done. */
#ifndef COMMON_JOURNAL_TASK_H
#define COMMON_JOURNAL_TASK_H

#include "common/journal/journal.h"

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
/* The tasks of a code that were there on a day, and open on a later one; oldest first, at most 200. */
struct journal_tasks_coded {
	enum corner corner;
	const char *code;
	struct date since, on;
};
enum status journal_tasks_of_code(struct journal *journal, const struct journal_tasks_coded *asked,
                                  struct records *ret_tasks, struct fault *fault) MUST_CHECK;
/* Whether a task of that code about an assignment is open. */
enum status journal_has_task(struct journal *journal, int64_t person, const char *code, int64_t about,
                             bool *ret_has, struct fault *fault) MUST_CHECK;
/* Where a task is done, in arena. */
const char *journal_todo_address(const struct journal_todo *todo, const struct journal_task *task,
                                 struct arena *arena);

#endif
