/* SPDX-License-Identifier: EUPL-1.2 */
/* Letters: their words are fixed when they are written; name and address come from the vault when they are
 * shown. */
#ifndef COMMON_DOCUMENT_LETTER_H
#define COMMON_DOCUMENT_LETTER_H

#include "common/journal/journal.h"

/* A part of a letter: a paragraph, a heading, a row of a table of two columns, or what is known once it left.
 */
struct letter_block {
	const char *sort; /* "paragraph", "heading", "row", "sent" */
	const char *text;
	const char *value; /* of a row: its second column */
};
extern const struct record letter_block_record;

/* The fact that a letter was written, and its body. */
struct letter {
	int64_t person;
	int64_t about; /* the fact it speaks of */
	const char *sort;
	struct date dated;
	const char *subject;
	struct records blocks;
	int64_t representative; /* to whom it goes in the place of the person; 0: to the person */
	bool is_copy;           /* as it is read: to them, of a letter that went to the person */
	/* at the door */
	const char *contact;        /* whom to call, by name; NULL where that is not known */
	const char *phone, *sender; /* at the door: the municipality's number and address, from senders.csv */
	const char *authority;      /* the municipality whose college writes, that of the resident */
	const char
		*code_mark; /* digest of the code on it: letter_code.h; NULL in a letter from before that */
};
extern const struct journal_kind letter_written_kind;
extern const struct choice letter_sorts[];

/* Writing a letter: begin, then add its blocks; at most 600. */
void letter_begin(struct letter *letter, const char *sort, const struct journal_fact *about,
                  struct date dated, const char *subject, struct arena *arena);
void letter_add(struct letter *letter, const char *sort, const char *text, const char *value);

/* A letter in a person's file. */
struct letter_line {
	int64_t letter;
	int64_t about; /* the fact that it tells */
	const char *sort;
	struct date dated;
	const char *subject;
	struct date dispatched_on; /* no date while it has not left */
	const char *how;           /* dispatch_ends */
	struct date withheld_on;   /* a letter to who died: it does not leave any more */
	bool is_copy, is_to_representative;
};
extern const struct record letter_line_record;
/* The letters to a person up to a day, newest first. */
enum status letters_of(struct journal *journal, int64_t person, struct date until, struct records *ret_lines,
                       struct fault *fault) MUST_CHECK;
/* The letter of that number; NOT_FOUND. */
enum status letter_load(struct journal *journal, int64_t number, struct letter *ret_letter,
                        struct fault *fault) MUST_CHECK;

/* The same without its words; NOT_FOUND. */
enum status letter_head(struct journal *journal, int64_t number, struct letter *ret_letter,
                        struct fault *fault) MUST_CHECK;

/* Before the letters of somebody who is erased go: those that waited wait no more. */
journal_apply document_forget;

#endif
