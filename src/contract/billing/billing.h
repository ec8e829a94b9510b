/* SPDX-License-Identifier: EUPL-1.2 */
/* The facts of who claims: what was delivered, that a claim may go, that it left, and what was answered. */
#ifndef CONTRACT_BILLING_BILLING_H
#define CONTRACT_BILLING_BILLING_H

#include "common/journal/journal.h"
#include "contract/claim/refusals.h"

/* What was delivered on a day of one order, by one organisation; said again, the last word counts. */
struct care_delivered {
	int64_t person, assignment;
	struct date day;
	int64_t amount; /* minutes of minutes and hours; else pieces, half days, nights, cents of euros */
	const char *deliverer; /* who came; by the door the own organisation */
	/* by the door */
	const char *party; /* whose order it is */
	struct {
		bool is_known, is_own, is_in_chain, is_past, is_amount;
	} situation;
};
extern const struct journal_kind care_delivered_kind;
#define CARE_DELIVERED_RULES_COUNT 5
extern const struct journal_rule care_delivered_rules[CARE_DELIVERED_RULES_COUNT];

/* A claim of a month may go: of all that was delivered and not claimed, and what is to be corrected. */
struct claim_approved {
	struct date month;        /* any day of it */
	const char *party;        /* of whose orders; by the door the own organisation */
	const char *municipality; /* its code; by the door the first one */
	bool again;               /* with what was refused and is the same */
	/* by the door */
	const char *provider, *number;
	int64_t lines;
	struct money total;
	struct {
		bool is_over, is_own, follows, has_lines, has_code;
	} situation;
};
extern const struct journal_kind claim_approved_kind;
#define CLAIM_APPROVED_RULES_COUNT 5
extern const struct journal_rule claim_approved_rules[CLAIM_APPROVED_RULES_COUNT];

/* The fact that it left in a message. */
struct claim_sent {
	int64_t claim;
	const char *message;
};
extern const struct journal_kind claim_sent_kind;

/* The notice that the municipality answered (WMO325). */
struct claim_answered {
	int64_t claim;
	const char *sender, *message, *content_mark; /* empty of a claim that was booked here */
	const char *codes;                           /* of the whole; "" when its lines were judged */
	struct money granted;
	/* by the door */
	int64_t refused;
	const struct records *lines; /* of struct claim_refusal; not in the body: they are carried */
};
extern const struct journal_kind claim_answered_kind;

/* Read back. */
struct billing_claim {
	int64_t fact, lines, refused;
	const char *party, *provider, *municipality, *number, *message, *codes;
	struct date month, approved_on, sent_on, answered_on;
	struct money total, granted;
};
extern const struct record billing_claim_record;
/* In the journal's arena; NOT_FOUND. */
enum status billing_claim_of(struct journal *journal, int64_t claim, struct billing_claim *ret_claim,
                             struct fault *fault) MUST_CHECK;
enum status billing_claim_numbered(struct journal *journal, const char *provider, const char *number,
                                   struct billing_claim *ret_claim, struct fault *fault) MUST_CHECK;
enum status billing_claim_sent_as(struct journal *journal, const char *provider, const char *message,
                                  struct billing_claim *ret_claim, struct fault *fault) MUST_CHECK;
/* Those of a party that there were on a day, the newest first. */
enum status billing_claims(struct journal *journal, const char *party, struct date on,
                           struct records *ret_claims, struct fault *fault) MUST_CHECK;
/* The next ones that did not leave. */
enum status billing_claims_waiting(struct journal *journal, int64_t after, struct records *ret_claims,
                                   struct fault *fault) MUST_CHECK;
/* The struct billed_line of a claim (draft.h). */
enum status billing_lines_of(struct journal *journal, int64_t claim, struct records *ret_lines,
                             struct fault *fault) MUST_CHECK;
/* The parties in whose name an organisation claims: itself, and the combinations that it leads. */
struct texts billing_names(const struct journal *journal, const char *party, struct date on);
bool billing_speaks_for(const struct journal *journal, const char *party, const char *name, struct date on);

/* When a claim was booked in this register, what was said of it: for the claims that were made here. */
enum status billing_answer(struct journal *journal, const struct journal_fact *cause, size_t place,
                           void *item, bool *ret_follows, struct fault *fault);

/* What the register of messages keeps of claims that left, and of what was answered. */
journal_apply billing_follow_traffic;

/* Before somebody who is erased goes: the bytes of the messages with claims about them. */
journal_apply billing_forget_kept;

#endif
