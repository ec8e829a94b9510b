/* SPDX-License-Identifier: EUPL-1.2 */
/* Consent for asking a partner that is taken back: as easily as it was given (AVG, art. 7 lid 3). */
#ifndef PRACTICE_INVESTIGATION_CONSENT_H
#define PRACTICE_INVESTIGATION_CONSENT_H

#include "practice/investigation/partner.h"

/* What the rules need to know of the world, put there at the door. */
struct consent_situation {
	bool is_given, is_withdrawn; /* for that partner, by that person; already */
};

/* The fact that consent was taken back, from today on; what was asked before stays lawful. */
struct consent_withdrawn {
	int64_t person, consulted; /* consulted: the fact that a partner was */
	const char *words;         /* what the resident says of it; may be NULL */
	/* at the door */
	const char *partner;
	struct date on;
	struct consent_situation situation;
};
extern const struct record consent_withdrawn_record;
extern const struct journal_kind consent_withdrawn_kind;
#define CONSENT_WITHDRAWN_RULES_COUNT 2
extern const struct journal_rule consent_withdrawn_rules[CONSENT_WITHDRAWN_RULES_COUNT];

/* A consent of a person, newest first. */
struct consent_line {
	int64_t consulted;
	const char *partner;
	struct date consent_on, withdrawn_on; /* withdrawn_on: no date while it holds */
};
extern const struct record consent_line_record;
enum status consents_of(struct journal *journal, int64_t person, struct records *ret_lines,
                        struct fault *fault) MUST_CHECK;

/* Consent that was taken back asks whose client it is to tell the partner. */
enum status consent_asks_contact(struct journal *journal, const struct journal_fact *cause, void *item,
                                 bool *ret_follows, struct fault *fault) MUST_CHECK;

#endif
