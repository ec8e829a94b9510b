/* SPDX-License-Identifier: EUPL-1.2 */
/* Questions about a tender: asked by one organisation, answered for all at once, without a name. */
#ifndef CONTRACT_PROCUREMENT_QUESTION_H
#define CONTRACT_PROCUREMENT_QUESTION_H

#include "common/journal/journal.h"

/* The fact that an organisation asked something. */
struct tender_question_asked {
	const char *tender, *subject, *asked;
	const char *party; /* at the door */
	struct {
		bool has_party, has_tender, is_open, names_itself;
		bool names_account; /* the account that asks, or the name of who has it */
		bool has_contact;   /* a telephone number or an e-mail address */
	} situation;
};
extern const struct record tender_question_asked_record;
extern const struct journal_kind tender_question_asked_kind;
#define TENDER_QUESTION_ASKED_RULES_COUNT 6
extern const struct journal_rule tender_question_asked_rules[TENDER_QUESTION_ASKED_RULES_COUNT];

/* The fact that it was answered: from then on everybody reads both. */
struct tender_question_answered {
	int64_t question;
	const char *answer;
	const char *tender; /* at the door */
	struct {
		bool is_there, is_due, is_open, names_who_asked, names_account, has_contact;
	} situation;
};
extern const struct record tender_question_answered_record;
extern const struct journal_kind tender_question_answered_kind;
#define TENDER_QUESTION_ANSWERED_RULES_COUNT 6
extern const struct journal_rule tender_question_answered_rules[TENDER_QUESTION_ANSWERED_RULES_COUNT];

/* As it is kept. */
struct tender_question {
	int64_t question;
	const char *tender;
	const char *party; /* who asked: for the rules, never for a page */
	const char *subject, *asked, *answer;
	struct date asked_on, answered_on;
};
extern const struct record tender_question_record;
/* The questions of a tender in the order in which they were asked, in the journal's arena. */
enum status tender_questions(struct journal *journal, const char *tender, struct records *ret_questions,
                             struct fault *fault) MUST_CHECK;

#endif
