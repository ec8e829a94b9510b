/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The code on a letter, with which its receiver enters the own page. It is made of the letter's number with
 * the database's own key, so that it can be printed again; only a digest of it is kept.
 */
#ifndef COMMON_DOCUMENT_LETTER_CODE_H
#define COMMON_DOCUMENT_LETTER_CODE_H

#include "common/journal/journal.h"

#define LETTER_CODE_SIZE 15 /* ABCD-EFGH-IJKL and the NUL */

/* What stands above the code on a letter; Dutch, whoever reads it. */
#define LETTER_CODE_WORDS                                                                                    \
	"Op uw eigen pagina ziet u wie u helpt en wat er is besloten. Ga naar de website van uw gemeente, "  \
	"kies "                                                                                              \
	"\"Mijn hulp thuis\", en vul deze code en uw geboortedatum in."

/* The code of a letter of the journal's register, in three groups, in its arena. */
enum status letter_code_of(struct journal *journal, int64_t letter, const char **ret_code,
                           struct fault *fault) MUST_CHECK;
/* The code as it is printed, from how people type it: small letters, blanks, other strokes. NULL: no code. */
const char *letter_code_plain(const char *typed, struct arena *arena);
/* The digest of a code as it is printed, by which its letter is found. */
enum status letter_code_mark(struct journal *journal, const char *code, const char **ret_mark,
                             struct fault *fault) MUST_CHECK;

/* What a code opens. */
struct letter_opened {
	int64_t register_id, person, letter;
	int64_t representative; /* to whom the letter went in the place of the person; or 0 */
	struct date demo_day;   /* of the register, where it stands on one */
};
/* The letter with a code of that digest, in any register; NOT_FOUND. Whether it opens: access_entry_holds. */
enum status letter_opened_by(struct db *db, const char *mark, struct letter_opened *ret_opened,
                             struct fault *fault) MUST_CHECK;
/*
 * The code to print on a letter that must still leave, in the journal's arena; "" once it has left, or when
 * it will open nothing. It stands on the paper alone, never on a screen.
 */
enum status letter_code_shown(struct journal *journal, int64_t letter, const char **ret_code,
                              struct fault *fault) MUST_CHECK;

#endif
