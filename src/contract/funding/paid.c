/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/funding/paid.h"

#include <string.h>

#include "common/scheme/holding.h"

static const struct scheme_agreement *agreement_of(const struct scheme *scheme, const char *name)
{
	const struct scheme_agreement *agreement = scheme->agreements.items;

	for (size_t i = 0; i < scheme->agreements.count; i++)
		if (strcmp(agreement[i].name, name) == 0)
			return &agreement[i];
	return NULL;
}

struct funding_paid *funding_paid_in(const struct scheme *scheme, int64_t year, struct arena *arena,
                                     size_t *ret_count)
{
	const struct scheme_funding *funding = scheme->funding.items;
	struct funding_paid *paid = ARENA_MANY(arena, scheme->funding.count + 1, struct funding_paid);
	struct date begin = date_of((int)year, 1, 1), end = date_of((int)year + 1, 1, 1);
	size_t count = 0;

	for (size_t i = 0; i < scheme->funding.count && date_is(begin) && date_is(end); i++) {
		const struct scheme_agreement *agreement = agreement_of(scheme, funding[i].agreement);
		struct funding_paid one = { .funding = &funding[i],
			                    .agreement = agreement,
			                    .form = funding_form_of(funding[i].form),
			                    .from = begin,
			                    .until = end };

		if (agreement == NULL || one.form == NULL)
			continue;
		if (date_before(begin, agreement->from))
			one.from = agreement->from;
		if (date_is(agreement->until) && date_before(agreement->until, end))
			one.until = agreement->until;
		if (date_before(one.from, one.until))
			paid[count++] = one;
	}
	*ret_count = count;
	return paid;
}

static bool is_among(const struct texts *texts, const char *text)
{
	for (size_t i = 0; i < texts->count; i++)
		if (strcmp(texts->items[i], text) == 0)
			return true;
	return false;
}

struct texts funding_paid_parties(const struct scheme *scheme, const struct funding_paid *paid,
                                  struct arena *arena)
{
	struct texts first = scheme_holders(scheme, paid->agreement->name, paid->from, arena);
	struct texts last =
		scheme_holders(scheme, paid->agreement->name, date_add_days(paid->until, -1), arena);
	struct texts all = { .items = ARENA_MANY(arena, first.count + last.count + 1, const char *) };

	for (size_t i = 0; i < first.count; i++)
		all.items[all.count++] = first.items[i];
	for (size_t i = 0; i < last.count; i++)
		if (!is_among(&first, last.items[i]))
			all.items[all.count++] = last.items[i];
	return all;
}

bool funding_paid_to(const struct scheme *scheme, int64_t year, const char *party, struct arena *arena,
                     struct funding_paid *ret_paid)
{
	size_t count = 0;
	const struct funding_paid *paid = funding_paid_in(scheme, year, arena, &count);

	for (size_t i = 0; i < count && has_words(party); i++) {
		struct texts parties = funding_paid_parties(scheme, &paid[i], arena);

		if (!is_among(&parties, party))
			continue;
		*ret_paid = paid[i];
		return true;
	}
	return false;
}
