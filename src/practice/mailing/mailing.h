/* SPDX-License-Identifier: EUPL-1.2 */
/* Mailings: one letter to many clients, written by a job that can be watched and stopped. */
#ifndef PRACTICE_MAILING_MAILING_H
#define PRACTICE_MAILING_MAILING_H

#include <signal.h>

#include "common/document/letter.h"

/* The fact that a mailing began; each of its letters speaks of it. */
struct mailing_started {
	const char *sort, *subject, *words;
	const char *who, *which;
	int64_t people;
	struct date started_on;
};
extern const struct journal_kind mailing_started_kind;

/* What somebody asks. */
struct mailing_asked {
	const char *who;   /* mailing_groups */
	const char *which; /* the product or party of the group */
	const char *list;  /* numbers of clients, with anything between them */
	const char *sort;  /* announcement or general */
	const char *subject, *words;
};
extern const struct record mailing_asked_record;
extern const struct choice mailing_groups[];
extern const struct choice mailing_sorts[];
extern const struct choice mailing_states[];
#define MAILING_MOST ((size_t)100000)

struct mailing {
	int64_t number, total, written, skipped, fact;
	struct moment asked_at;
	const char *name, *account; /* of who asked */
	const char *who, *which, *sort, *subject, *words, *state, *fault;
};
extern const struct record mailing_record;

/* Somebody who gets no letter. */
struct mailing_skipped {
	int64_t person;
	const char *skipped; /* mailing_reasons */
};
extern const struct record mailing_skipped_record;
extern const struct choice mailing_reasons[];

/* The mailings of the register, newest first; at most 50. */
enum status mailing_list(struct journal *journal, struct records *ret_mailings,
                         struct fault *fault) MUST_CHECK;
/* One of them; NOT_FOUND. */
enum status mailing_find(struct journal *journal, int64_t number, struct mailing *ret_mailing,
                         struct fault *fault) MUST_CHECK;
/* The first 200 who get no letter. */
enum status mailing_skips(struct journal *journal, int64_t number, struct records *ret_skipped,
                          struct fault *fault) MUST_CHECK;

/* Within a writing transaction: plans it, with the people of the group on that day; nothing is written yet.
 */
enum status mailing_plan(struct journal *journal, const struct mailing_asked *asked, struct date on,
                         struct moment now, int64_t *ret_number, struct fault *fault) MUST_CHECK;
/* Within one: from one state to another; NOT_FOUND when it is in neither of the two. */
struct mailing_step {
	int64_t number;
	const char *to, *from, *or_from;
};
enum status mailing_go(struct journal *journal, const struct mailing_step *step,
                       struct fault *fault) MUST_CHECK;
/* The letter as it would be to the first of them; NOT_FOUND for nobody. */
enum status mailing_example(struct journal *journal, const struct mailing *mailing, struct letter *ret_letter,
                            struct fault *fault) MUST_CHECK;
/* The words of the letter for one person, about the mailing's fact. */
enum status mailing_write(const struct journal *journal, const struct mailing *mailing, int64_t person,
                          struct date dated, struct letter *ret_letter, struct fault *fault) MUST_CHECK;

/* The print files, each of so many letters; where one stands, in arena. */
#define MAILING_PRINT_LETTERS 1000
const char *mailing_print_file(const struct journal *journal, int64_t number, int64_t part);

/* A process that works on mailings, until it is asked to stop: what was begun goes on later. */
struct mailing_worker {
	struct db *db;
	const struct journal_book *book;
	const struct calendar *calendar;
	const volatile sig_atomic_t *is_asked_to_stop;
};
/* Works on the next mailing, if any: writes its letters, a hundred at a time, then its print files. */
enum status mailing_work(const struct mailing_worker *worker, struct fault *fault) MUST_CHECK;

#endif
