/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Files in a client's file: a report of a doctor, a personal plan, an authorisation. The fact says what it
 * is, with the digest of what is in it; that itself lies in the depot beside the database, and lies there
 * before the fact does.
 */
#ifndef COMMON_DOCUMENT_FILE_H
#define COMMON_DOCUMENT_FILE_H

#include "common/document/content.h"
#include "common/journal/journal.h"

extern const struct choice file_sorts[];    /* what it is */
extern const struct choice file_bringers[]; /* resident, representative, worker */

/* What the rules need to know of the world, put there at the door. */
struct file_situation {
	struct date today;
	bool is_known_person;
	bool has_content; /* it lies in the depot */
	bool is_double;   /* this person has a file with the same in it */
};

/* The fact that a file was attached. What stands below the line is never asked, but found. */
struct file_attached {
	int64_t person;
	const char *sort;
	const char *description;
	struct date dated; /* the day on it */
	/* found */
	const char *name, *media_type;
	const char *digest; /* SHA-256 */
	int64_t bytes;
	const char *by; /* of file_bringers */
	struct file_situation situation;
};
extern const struct record file_attached_record;
extern const struct journal_kind file_attached_kind;
#define FILE_CONTENT_RULES_COUNT 3 /* the first: those about the file itself, whosever it is */
#define FILE_ATTACHED_RULES_COUNT 7
extern const struct journal_rule file_attached_rules[FILE_ATTACHED_RULES_COUNT];

/* The fact that it is in the file no more, such as one that is of somebody else. */
struct file_withdrawn {
	int64_t person, file;
	const char *reason;
	const char *words;
	bool is_known; /* at the door: this person has that file */
};
extern const struct record file_withdrawn_record;
extern const struct journal_kind file_withdrawn_kind;
#define FILE_WITHDRAWN_RULES_COUNT 1
extern const struct journal_rule file_withdrawn_rules[FILE_WITHDRAWN_RULES_COUNT];

/* A file as it stands in somebody's file. */
struct file_line {
	int64_t file;
	const char *sort, *name, *media_type, *digest, *description, *by, *attached_by;
	int64_t bytes;
	struct date dated, attached_on;
};
extern const struct record file_line_record;
/* The files of a person up to a day, newest first. */
enum status files_of(struct journal *journal, int64_t person, struct date until, struct records *ret_lines,
                     struct fault *fault) MUST_CHECK;
/* One of them; NOT_FOUND when the person has no such file. */
enum status file_load(struct journal *journal, int64_t person, int64_t file, struct file_line *ret_line,
                      struct fault *fault) MUST_CHECK;

/* Before the files of somebody who is erased go: what is in them may go too. */
journal_apply file_forget;

/* --- what is in them --- */

/*
 * Removes what is in a file from the depot where nobody has a file with that in it. In a writing transaction
 * of the register's one writer (journal_hold), so that nobody attaches it meanwhile.
 */
enum status file_let_go(struct db *db, int64_t register_id, const char *digest,
                        struct fault *fault) MUST_CHECK;
/* Removes what may go; nothing while a backup is made. */
enum status files_clear(struct db *db, int64_t register_id, struct fault *fault) MUST_CHECK;
/* Removes what lies in the depot since before a moment and is of no file: what was cut off on its way in. */
enum status files_sweep(struct db *db, struct moment before, struct fault *fault) MUST_CHECK;

#endif
