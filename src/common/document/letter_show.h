/* SPDX-License-Identifier: EUPL-1.2 */
/* A letter as it is read: the words of the fact with the name and address of the vault, for screen and paper.
 */
#ifndef COMMON_DOCUMENT_LETTER_SHOW_H
#define COMMON_DOCUMENT_LETTER_SHOW_H

#include "common/document/letter.h"
#include "platform/page/page.h"
#include "platform/pdf/pdf.h"

/* Dutch, whoever reads it: it is addressed to the resident. */
struct letter_shown {
	int64_t letter, person;
	struct date written_on;
	const char *name, *street, *place; /* to whom */
	const char *organisation;          /* in whose college's name */
	const char *dated, *subject;
	const char *contact, *phone; /* whom to call; NULL where the letter does not say */
	const char *sender;          /* the municipality's address */
	const char
		*code; /* with which the own page is entered, for the paper that must still leave; else "" */
	struct records blocks;
};
extern const struct record letter_shown_record;

/* The letter of that number; NOT_FOUND. register_name stands where the letter says no municipality. */
enum status letter_show(struct journal *journal, int64_t number, const char *register_name,
                        struct letter_shown *ret_shown, struct fault *fault) MUST_CHECK;
/* The same of words that are no letter yet; number 0. */
enum status letter_show_words(struct journal *journal, const struct letter *words, int64_t number,
                              const char *register_name, struct letter_shown *ret_shown,
                              struct fault *fault) MUST_CHECK;
/* The blocks of a letter to somebody who is no resident, as they are shown; nothing that waits for dispatch.
 */
struct records letter_blocks_shown(const struct letter *letter, struct arena *arena);
/* The letter as a document for platform/pdf, in arena. */
struct pdf_document letter_document(const struct letter_shown *shown, struct arena *arena);
/* Adds the letter to out as a tagged PDF, with the same content as its page; texts are made in arena. */
enum status letter_add_pdf(const struct letter_shown *shown, struct arena *arena, struct text *out,
                           struct fault *fault) MUST_CHECK;

/* The letter as a document of its own, without the site around it: document/paper.html. */
extern const struct page_template letter_paper;

#endif
