/* SPDX-License-Identifier: EUPL-1.2 */
/* The clock of a tender: every date of the procedure, with the sum that it comes from. */
#ifndef CONTRACT_PROCUREMENT_PROCEDURE_H
#define CONTRACT_PROCUREMENT_PROCEDURE_H

#include "contract/procurement/procurement_store.h"

/* A step of the procedure, in words of a language. */
struct procedure_step {
	const char *what;
	const char *when; /* "" where it is not known yet */
	const char *sum;
	bool is_past;
};
extern const struct record procedure_step_record;

/* All steps, in their order, as they are at a moment; in arena: struct procedure_step. */
struct records procedure_steps(const struct tender_notice *notice, struct moment now, const char *language,
                               struct arena *arena);
/* In one line: what can be done at that moment, and until when. */
const char *procedure_words(const struct tender_notice *notice, struct moment now, const char *language,
                            struct arena *arena);
/* The same in a word: open, closed, opened. */
const char *procedure_state(const struct tender_notice *notice, struct moment now, const char *language);
/* How the award is decided, in a few sentences: threshold, rule and number. */
const char *procedure_marks(const struct tender_notice *notice, const char *language, struct arena *arena);
const char *procedure_award(const struct tender_notice *notice, const char *language, struct arena *arena);

#endif
