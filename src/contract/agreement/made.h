/* SPDX-License-Identifier: EUPL-1.2 */
/* What follows from a signed award: the agreement of the party that won, the contact persons that it still
 * has to name, and the parties that lost and are to be seen off. */
#ifndef CONTRACT_AGREEMENT_MADE_H
#define CONTRACT_AGREEMENT_MADE_H

#include "common/journal/journal.h"

/* The agreement of a party for a lot; the program itself brings it when it is signed. */
struct agreement_made {
	const char *tender;
	int64_t bid;
	const char *lot, *scheme, *agreement, *party;
	const char *label, *agb; /* of a party that comes into the scheme with it; else NULL */
	struct date signed_on, from, until;
	struct texts options; /* the days until which it can yet be extended */
	struct texts products, areas;
	int64_t set_by; /* the fact that set what it pays on its first day; 0: none did */
	bool joins;     /* it may from then on be chosen beside the others */
};
extern const struct record agreement_made_record;
extern const struct journal_kind agreement_made_kind;

/* Nobody speaks yet for a party in so many corners. */
struct contacts_due {
	const char *agreement, *party;
	int64_t lacking;
	/* by the door */
	int64_t due; /* its own number */
};
extern const struct record contacts_due_record;
extern const struct journal_kind contacts_due_kind;
#define CONTACTS_DUE_RULES_COUNT 1
extern const struct journal_rule contacts_due_rules[CONTACTS_DUE_RULES_COUNT];

/* Parties had an agreement and did not win another one. */
struct ending_due {
	const char *tender, *agreement;
	struct texts parties;
	struct date ends_on; /* the first day without, as the scheme has it; no date: it does not say */
	/* by the door */
	int64_t due;
};
extern const struct record ending_due_record;
extern const struct journal_kind ending_due_kind;
#define ENDING_DUE_RULES_COUNT 1
extern const struct journal_rule ending_due_rules[ENDING_DUE_RULES_COUNT];

/*
 * For completions of agreement_signed: the party of the scheme under which the bidder signs, and what is
 * wrong with it. Says nothing where the scheme has no agreement for the lot.
 */
enum status made_check_signing(struct journal *journal, struct journal_fact *fact, struct findings *findings,
                               struct fault *fault) MUST_CHECK;
/* For reactions: agreement_made and ending_due after agreement_signed, contacts_due after agreement_made. */
enum status made_follows(struct journal *journal, const struct journal_fact *cause, void *item,
                         bool *ret_follows, struct fault *fault) MUST_CHECK;
enum status made_endings(struct journal *journal, const struct journal_fact *cause, size_t place, void *item,
                         bool *ret_follows, struct fault *fault) MUST_CHECK;
enum status made_contacts(struct journal *journal, const struct journal_fact *cause, void *item,
                          bool *ret_follows, struct fault *fault) MUST_CHECK;

/* An agreement as it was made, for the pages. */
struct made_line {
	const char *party, *tender, *lot;
	int64_t bid, set_by;
	struct date signed_on, valid_from, valid_until;
	const char *options;
};
extern const struct record made_line_record;
/* Those of an agreement that were signed by a day: struct made_line, by party. */
enum status made_of(struct journal *journal, const char *agreement, struct date on, struct records *ret_made,
                    struct fault *fault) MUST_CHECK;

#endif
