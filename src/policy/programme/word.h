/* SPDX-License-Identifier: EUPL-1.2 */
/* What those at the table mean by a word, so that all speak the same language. */
#ifndef POLICY_PROGRAMME_WORD_H
#define POLICY_PROGRAMME_WORD_H

#include "policy/programme/programme.h"

/* The fact that it was agreed what a word means; said again, the last counts. */
struct word_agreed {
	struct programme_item of;
	const char *word, *meaning;
	struct date agreed_on; /* as it is kept */
};
extern const struct record word_agreed_record, programme_word_record;
extern const struct journal_kind word_agreed_kind;
#define WORD_AGREED_RULES_COUNT 2
extern const struct journal_rule word_agreed_rules[WORD_AGREED_RULES_COUNT];

/* The words of a programme by a day, each as it was agreed last, by the alphabet: struct word_agreed. */
enum status programme_words(struct journal *journal, const struct programme_asked *asked,
                            struct records *ret_words, struct fault *fault) MUST_CHECK;

#endif
