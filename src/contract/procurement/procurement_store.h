/* SPDX-License-Identifier: EUPL-1.2 */
/* Tenders and their bids as they are kept, for the pages and for the slices that judge the bids. */
#ifndef CONTRACT_PROCUREMENT_PROCUREMENT_STORE_H
#define CONTRACT_PROCUREMENT_PROCUREMENT_STORE_H

#include "contract/procurement/bid_content.h"
#include "contract/procurement/notice.h"
#include "contract/tender/terms.h"

/* A tender as it was announced. */
struct tender_notice {
	const char *tender, *scheme, *title, *about;
	const char *form, *accession, *why;
	const char *rule;           /* a code of tender_rules */
	int64_t threshold, highest; /* whole marks; threshold 0: none */
	struct date announced_on, questions_until;
	struct moment bids_until; /* the first moment that is too late */
	struct date opened_on;    /* no date: still closed */
	struct date awarded_on;   /* the day on which its award was published; no date: not yet */
	int64_t fact;
	const char *programme, *without_programme; /* "" where it is of none; "" where no reason was asked */
	int64_t vision, content;                   /* of the programme on the day of the notice; 0: none */
	const char *procedure_sort;                /* a code of notice_procedures, or "" */
	int64_t least_days;                        /* fewer than these for bids ask for why_short */
	const char *least_source, *why_short;
	const char *mark_step;       /* a code of notice_steps */
	struct records lots;         /* struct notice_lot */
	struct records criteria;     /* struct notice_criterion */
	struct records requirements; /* struct notice_requirement */
};

/* One of them, with its lots, criteria and requirements, in arena; NOT_FOUND. */
enum status procurement_tender_find(struct db *db, int64_t register_id, const char *tender,
                                    struct arena *arena, struct tender_notice *ret_notice,
                                    struct fault *fault) MUST_CHECK;
/* All of a register, without what belongs to each, newest first: struct tender_notice. */
enum status procurement_tenders(struct db *db, int64_t register_id, struct arena *arena,
                                struct records *ret_tenders, struct fault *fault) MUST_CHECK;
/* Its award was published on a day: whoever sees the tender may read it from then on. */
enum status procurement_note_award(struct db *db, int64_t register_id, const char *tender, struct date on,
                                   struct fault *fault) MUST_CHECK;
/* The terms that the award is reckoned by, in arena; the notice must outlive them. */
struct tender_terms procurement_terms(const struct tender_notice *notice, struct arena *arena);
/* The lot or criterion of that name, or NULL. */
const struct notice_lot *procurement_lot(const struct tender_notice *notice, const char *lot);
const struct notice_criterion *procurement_criterion(const struct tender_notice *notice,
                                                     const char *criterion);

/* A bid that was submitted, and was not withdrawn. */
struct procurement_bid {
	int64_t bid;
	const char *lot;
	const char *party; /* who made it: alone, or as the lead of a combination */
	const char *label; /* the party's, where a scheme knows it; else the party */
	const char *state; /* submitted, late, opened, changed (its content is not what was submitted) */
	struct moment submitted_at;
	bool is_late;     /* after the deadline: kept, never opened */
	bool is_opened;   /* its answers can be read */
	int64_t partners; /* how many members and subcontractors it has */
};
/* By lot, then by number; in the journal's arena: struct procurement_bid. */
enum status procurement_bids(struct journal *journal, const char *tender, struct records *ret_bids,
                             struct fault *fault) MUST_CHECK;

/*
 * What an opened bid says, in the journal's arena. NOT_FOUND before the opening, for a late bid, and where
 * the content was changed. Whoever shows it notes that it was read.
 */
enum status procurement_content(struct journal *journal, int64_t bid, struct bid_content *ret_content,
                                struct fault *fault) MUST_CHECK;
/* Its answer on a criterion, or NULL. */
const struct bid_answer *procurement_answer(const struct bid_content *content, const char *criterion);

#endif
