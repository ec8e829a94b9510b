/* SPDX-License-Identifier: EUPL-1.2 */
/* What the lists of rules share: a row, and how codes, texts and items of a list are compared. */
#ifndef CONTRACT_EXCHANGE_MESSAGE_HOLDS_H
#define CONTRACT_EXCHANGE_MESSAGE_HOLDS_H

#include "contract/exchange/message_keys.h"
#include "contract/exchange/message_rule.h"

/* What a rule sees beside the part that it looks at. */
struct message_context {
	const struct message_item *item; /* the message, as far as it was read */
	const struct message_header *header;
	struct message_keys *keys; /* those that were seen in this message */
	struct money *claimed;     /* the sum of the lines so far */
	bool *has_earlier;         /* a line so far credits an earlier one */
	struct arena *arena;       /* for its own sums */
};

/* The lists, each beside its rules. */
extern const struct message_rules message_person_rules, message_report_rules, message_care_rules,
	message_request_rules, message_claim_rules, message_line_rules;

#define MESSAGE_RULE(code_, messages_, part_, element_, holds_, words_)                                      \
	{                                                                                                    \
		code_, MESSAGE_REFUSED, messages_, part_, element_, words_, holds_                           \
	}
/* What the structure check asks already. */
#define MESSAGE_FORM_RULE(code_, messages_, part_, element_, words_)                                         \
	{                                                                                                    \
		code_, "", messages_, part_, element_, words_, NULL                                          \
	}

/* The eleven test of nine digits, the last counting negative. */
bool message_bsn_is_possible(const char *bsn);
bool message_is_code(const char *code, const char *one);
bool message_is_one_of(const char *code, const char *first, const char *second, const char *third);
/* No end is the end of the calendar. */
struct date message_end_of(struct date ends_on);
bool message_ends_after_begin(struct date begins_on, struct date ends_on);
int message_compare_texts(const char *a, const char *b);
int message_compare_numbers(int64_t a, int64_t b);
int message_compare_products(const struct message_product *a, const struct message_product *b);
/* Whether no two items of a list of structs of size are equal to compare, which gets pointers to pointers. */
bool message_are_different(const struct records *records, size_t size,
                           int (*compare)(const void *, const void *), struct arena *arena);

#endif
