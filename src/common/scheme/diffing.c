/* SPDX-License-Identifier: EUPL-1.2 */
#include "common/scheme/diffing.h"

#include <string.h>

#include "common/calendar/calendar.h"
#include "common/scheme/scheme_check.h"
#include "platform/base/words.h"

#define SERIES_NAMED 4 /* of one series at most this many by name */

struct scheme_change *diff_add(struct diffing *diffing, const char *section, const char *words)
{
	struct scheme_changes *changes = &diffing->changes;

	if (changes->count == diffing->size) {
		struct scheme_change *items;

		diffing->size = diffing->size == 0 ? 64 : 2 * diffing->size;
		items = ARENA_MANY(diffing->arena, diffing->size, struct scheme_change);
		if (changes->count > 0)
			memcpy(items, changes->items, changes->count * sizeof(items[0]));
		changes->items = items;
	}
	changes->items[changes->count] = (struct scheme_change){ .section = section, .words = words };
	return &changes->items[changes->count++];
}

const char *diff_list(const struct diffing *diffing, const struct texts *words)
{
	const char *list = words->count == 0 ? "" : words->items[0];

	for (size_t i = 1; i + 1 < words->count; i++)
		list = arena_print(diffing->arena, "%s, %s", list, words->items[i]);
	if (words->count < 2)
		return list;
	return arena_print(diffing->arena, words_in(diffing->language, WORDS("%s en %s")), list,
	                   words->items[words->count - 1]);
}

const char *diff_day(const struct diffing *diffing, struct date day)
{
	return calendar_date_words(day, diffing->language, false, diffing->arena);
}

const char *diff_when(const struct diffing *diffing, struct date from, struct date until)
{
	if (!date_is(until))
		return arena_print(diffing->arena, words_in(diffing->language, WORDS("Vanaf %s")),
		                   diff_day(diffing, from));
	return arena_print(diffing->arena, words_in(diffing->language, WORDS("Van %s tot en met %s")),
	                   diff_day(diffing, from), diff_day(diffing, date_last_day(until)));
}

const char *diff_inside(const struct diffing *diffing, const char *words)
{
	char *inside;

	if (words[0] < 'A' || words[0] > 'Z' || words[1] < 'a' || words[1] > 'z')
		return words;
	inside = arena_copy(diffing->arena, words);
	inside[0] = (char)(inside[0] - 'A' + 'a');
	return inside;
}

const struct scheme_party *diff_party(const struct diffing *diffing, const char *name)
{
	const struct scheme_party *party = scheme_party(diffing->after, name);

	return party == NULL ? scheme_party(diffing->before, name) : party;
}

/* The label in one version, or NULL. A series is called by the label of its first party. */
static const char *label_in(const struct scheme *scheme, const char *name)
{
	const struct {
		const struct records *section;
		const struct record *record;
	} sections[] = {
		{ &scheme->products, &scheme_product_record },
		{ &scheme->areas, &scheme_area_record },
		{ &scheme->parties, &scheme_party_record },
		{ &scheme->target_groups, &scheme_group_record },
		{ &scheme->agreements, &scheme_agreement_record },
		{ &scheme->authorities, &scheme_authority_record },
		{ &scheme->partners, &scheme_partner_record },
		{ &scheme->meetings, &scheme_meeting_record },
	};
	const struct scheme_party *party = NULL;

	for (size_t i = 0; i < COUNT(sections); i++) {
		const void *item = check_find(sections[i].section, sections[i].record, name);

		if (item != NULL)
			return MEMBER(const char *, record_field(sections[i].record, "label"), item);
	}
	return check_parties(scheme, name, &party) == 0 ? NULL : party->series_label;
}

const char *diff_label(const struct diffing *diffing, const char *name)
{
	const char *label = label_in(diffing->after, name);

	if (label == NULL)
		label = label_in(diffing->before, name);
	return label == NULL ? name : label;
}

bool diff_texts_add(struct texts *texts, const char *text)
{
	if (check_texts_have(texts, text))
		return false;
	texts->items[texts->count++] = text;
	return true;
}

static size_t count_of_series(const struct diffing *diffing, const struct texts *names, const char *series)
{
	size_t count = 0;

	for (size_t i = 0; i < names->count; i++) {
		const struct scheme_party *party = diff_party(diffing, names->items[i]);

		count += party != NULL && check_is(party->series_name, series);
	}
	return count;
}

struct texts diff_party_labels(const struct diffing *diffing, const struct texts *names)
{
	struct texts labels = { .items = ARENA_MANY(diffing->arena, names->count, const char *) };

	for (size_t i = 0; i < names->count; i++) {
		const struct scheme_party *party = diff_party(diffing, names->items[i]);
		size_t many = party == NULL || party->series_name == NULL
		                      ? 0
		                      : count_of_series(diffing, names, party->series_name);
		const char *label;

		if (many <= SERIES_NAMED)
			label = party == NULL ? names->items[i] : party->label;
		else if (many == names->count)
			label = arena_print(diffing->arena,
			                    words_in(diffing->language, WORDS("%zu aanbieders")), many);
		else
			label = arena_print(diffing->arena,
			                    words_in(diffing->language, WORDS("%zu aanbieders (%s)")), many,
			                    party->series_label);
		(void)diff_texts_add(&labels, label);
	}
	return labels;
}

struct date diff_later(const struct diffing *diffing, struct date day)
{
	return date_before(day, diffing->holds) ? diffing->holds : day;
}
