/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * What changes in a tender after its notice, for all bidders at once: its words, and later days. Also
 * somebody else who holds a key, as long as nothing was submitted.
 */
#ifndef CONTRACT_PROCUREMENT_CORRECTION_H
#define CONTRACT_PROCUREMENT_CORRECTION_H

#include "contract/procurement/procurement_store.h"

/*
 * The fact that a notice was corrected. Lots, criteria, weights, threshold and rule are not in it: by these
 * bidders decided whether and what to write, and to change them is to buy something else (HvJEU 24-11-2005,
 * C-331/04, ATI EAC; HvJEU 29-4-2004, C-496/99 P, Succhi di Frutta). Who must change them stops, and
 * announces a new tender.
 */
struct tender_corrected {
	const char *tender, *reason;
	const char *about; /* in the place of what was said before; NULL: the same */
	struct date questions_until, bids_day;
	const char *bids_time;
	/* at the door */
	struct moment bids_until;
	struct date questions_before;
	struct moment bids_before;
	const char *about_before;
	struct {
		bool is_there, is_open, changes, is_time, is_later, leaves_answer, leaves_time;
	} situation;
};
extern const struct record tender_corrected_record;
extern const struct journal_kind tender_corrected_kind;
#define TENDER_CORRECTED_RULES_COUNT 7
extern const struct journal_rule tender_corrected_rules[TENDER_CORRECTED_RULES_COUNT];

/* The fact that somebody else holds a key, or the same person a new one, because the old one is lost. */
struct key_holder_replaced {
	const char *tender, *holder, *successor, *reason;
	int64_t place; /* at the door */
	struct {
		bool is_there, is_closed, is_holder, is_clerk, is_free, is_before_bids;
	} situation;
};
extern const struct record key_holder_replaced_record;
extern const struct journal_kind key_holder_replaced_kind;
#define KEY_HOLDER_REPLACED_RULES_COUNT 6
extern const struct journal_rule key_holder_replaced_rules[KEY_HOLDER_REPLACED_RULES_COUNT];

/* A correction as it is kept. */
struct tender_correction {
	int64_t correction;
	struct date corrected_on;
	const char *reason, *about_before;
	bool is_about;
	struct date questions_before, questions_until;
	struct moment bids_before, bids_until;
};
/* Those of a tender by a day, newest first, in arena: struct tender_correction. */
enum status tender_corrections(struct journal *journal, const char *tender, struct date on,
                               struct records *ret_corrections, struct fault *fault) MUST_CHECK;
/* Makes of the notice what it was at the end of a day: what was corrected later is left out. */
enum status tender_before_corrections(struct journal *journal, struct date on, struct tender_notice *notice,
                                      struct fault *fault) MUST_CHECK;
/* How many bids wait, sealed for the keys that are held now. */
enum status tender_sealed_bids(struct journal *journal, const char *tender, int64_t *ret_count,
                               struct fault *fault) MUST_CHECK;

#endif
