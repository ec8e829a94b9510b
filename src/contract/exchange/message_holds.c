/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/exchange/message_holds.h"

#include <stdlib.h>
#include <string.h>

#include "platform/base/words.h"

bool message_is_code(const char *code, const char *one)
{
	return code != NULL && strcmp(code, one) == 0;
}

bool message_is_one_of(const char *code, const char *first, const char *second, const char *third)
{
	return message_is_code(code, first) || message_is_code(code, second) || message_is_code(code, third);
}

/* No end is the end of the calendar. */
struct date message_end_of(struct date ends_on)
{
	return date_is(ends_on) ? ends_on : DATE_LAST;
}

bool message_ends_after_begin(struct date begins_on, struct date ends_on)
{
	return !date_is(begins_on) || !date_before(message_end_of(ends_on), begins_on);
}

/* The items of a list as pointers in arena, sorted. */
static const void **sorted(const struct records *records, size_t size,
                           int (*compare)(const void *, const void *), struct arena *arena)
{
	const void **items = ARENA_MANY(arena, records->count, const void *);

	for (size_t i = 0; i < records->count; i++)
		items[i] = (const char *)records->items + i * size;
	if (records->count > 1)
		qsort(items, records->count, sizeof(*items), compare);
	return items;
}

bool message_are_different(const struct records *records, size_t size,
                           int (*compare)(const void *, const void *), struct arena *arena)
{
	const void **items = sorted(records, size, compare, arena);

	for (size_t i = 1; i < records->count; i++)
		if (compare(&items[i - 1], &items[i]) == 0)
			return false;
	return true;
}

int message_compare_texts(const char *a, const char *b)
{
	return strcmp(or_empty(a), or_empty(b));
}

int message_compare_numbers(int64_t a, int64_t b)
{
	return (a > b) - (a < b);
}

bool message_bsn_is_possible(const char *bsn)
{
	int sum = 0;

	for (int i = 0; i < 9; i++)
		sum += (bsn[i] - '0') * (i < 8 ? 9 - i : -1);
	return sum % 11 == 0;
}

int message_compare_products(const struct message_product *a, const struct message_product *b)
{
	int order = message_compare_texts(a->category, b->category);

	return order == 0 ? message_compare_texts(a->code, b->code) : order;
}

/* After iWmo 3.2. Where the official XSLT and its text differ, the XSLT decides: receivers run it. */
const struct message_rules *const message_rules[] = {
	&message_person_rules,  &message_report_rules, &message_care_rules,
	&message_request_rules, &message_claim_rules,  &message_line_rules,
};
const size_t message_rules_count = COUNT(message_rules);

const char *message_return_code(const char *rule)
{
	for (size_t list = 0; list < message_rules_count; list++)
		for (size_t i = 0; i < message_rules[list]->count; i++)
			if (strcmp(message_rules[list]->items[i].code, rule) == 0)
				return message_rules[list]->items[i].return_code;
	return "";
}
