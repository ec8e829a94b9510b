/* SPDX-License-Identifier: EUPL-1.2 */
/* What another version of a scheme changes, section by section through the field tables. */
#include <assert.h>
#include <string.h>

#include "common/scheme/scheme_check.h"
#include "common/scheme/scheme_show.h"
#include "platform/base/words.h"

/* Two versions side by side, and what was found. */
struct comparing {
	const char *language;
	struct arena *arena;
	struct texts *changes; /* with room for all */
};

static void add(struct comparing *comparing, const char *sentence)
{
	comparing->changes->items[comparing->changes->count++] = sentence;
}

/* The value as a person reads it. */
static const char *value_of(const struct comparing *comparing, const struct field *field, const void *item)
{
	const struct texts *texts = &MEMBER(struct texts, field, item);
	const char *words = "";

	if (field->type == FIELD_FLAG)
		return words_in(comparing->language, MEMBER(bool, field, item) ? WORDS("ja") : WORDS("nee"));
	if (record_is_empty(field, item))
		return words_in(comparing->language, WORDS("niets"));
	if (field->type == FIELD_TEXTS) {
		for (size_t i = 0; i < texts->count; i++)
			words = arena_print(comparing->arena, "%s%s%s", words, i == 0 ? "" : ", ",
			                    texts->items[i]);
		return words;
	}
	if (field->choices != NULL)
		return words_in(comparing->language,
		                choice_label(field->choices, MEMBER(const char *, field, item)));
	return record_get(field, item, comparing->arena);
}

/* A value to be compared; sections within an item have none. */
static bool has_value(const struct field *field)
{
	return field->type != FIELD_MARKS && field->type != FIELD_RECORD && field->type != FIELD_RECORDS;
}

/* What an item is called: by its name or its agreement, or where it has none by all that it says. */
static const char *key_of(const struct comparing *comparing, const struct record *record, const void *item)
{
	const struct field *name = record_field(record, "name");
	const char *key = "";

	if (name == NULL)
		name = record_field(record, "agreement");
	if (name != NULL)
		return value_of(comparing, name, item);
	for (size_t i = 0; i < record->count; i++)
		if (has_value(&record->fields[i]) && !record_is_empty(&record->fields[i], item))
			key = arena_print(comparing->arena, "%s%s%s", key, key[0] == '\0' ? "" : ", ",
			                  value_of(comparing, &record->fields[i], item));
	return key;
}

static const void *find(const struct comparing *comparing, const struct record *record,
                        const struct records *items, const char *key)
{
	const char *item = items->items;

	for (size_t i = 0; i < items->count; i++, item += record->size)
		if (strcmp(key_of(comparing, record, item), key) == 0)
			return item;
	return NULL;
}

static void compare_fields(struct comparing *comparing, const char *called, const struct record *record,
                           const void *before, const void *after)
{
	for (size_t i = 0; i < record->count; i++) {
		const struct field *field = &record->fields[i];
		const char *was, *becomes;

		if (!has_value(field))
			continue;
		was = value_of(comparing, field, before);
		becomes = value_of(comparing, field, after);
		if (strcmp(was, becomes) != 0)
			add(comparing,
			    arena_print(comparing->arena,
			                words_in(comparing->language,
			                         WORDS("%s: %s was \"%s\" en wordt \"%s\".")),
			                called, words_in(comparing->language, field->label), was, becomes));
	}
}

/* The day from which an item counts, or no date. */
static struct date from_of(const struct record *record, const void *item)
{
	const struct field *from = record_field(record, "from");

	assert(item != NULL);
	return from == NULL ? (struct date){ 0 } : MEMBER(struct date, from, item);
}

static void say_new(struct comparing *comparing, const char *called, const struct record *record,
                    const void *item)
{
	struct date from = from_of(record, item);
	char words[DATE_TEXT_SIZE];

	if (date_is(from))
		add(comparing,
		    arena_print(comparing->arena, words_in(comparing->language, WORDS("%s: nieuw vanaf %s.")),
		                called, date_print(from, words)));
	else
		add(comparing, arena_print(comparing->arena,
		                           words_in(comparing->language, WORDS("%s: nieuw.")), called));
}

static void compare_items(struct comparing *comparing, const struct field *section,
                          const struct records *before, const struct records *after)
{
	const char *label = words_in(comparing->language, section->label);
	const struct record *record = section->of;

	for (size_t i = 0; i < before->count; i++) {
		const char *item = (const char *)before->items + i * record->size;
		const char *key = key_of(comparing, record, item);

		if (find(comparing, record, after, key) == NULL)
			add(comparing, arena_print(comparing->arena,
			                           words_in(comparing->language, WORDS("%s, %s: vervalt.")),
			                           label, key));
	}
	for (size_t i = 0; i < after->count; i++) {
		const char *item = (const char *)after->items + i * record->size;
		const char *key = key_of(comparing, record, item);
		const char *called = arena_print(comparing->arena, "%s, %s", label, key);
		const void *was = find(comparing, record, before, key);

		if (was == NULL)
			say_new(comparing, called, record, item);
		else
			compare_fields(comparing, called, record, was, item);
	}
}

static size_t most_changes(const struct scheme *scheme)
{
	size_t count = scheme_record.count;

	for (size_t i = 0; i < scheme_record.count; i++) {
		const struct field *field = &scheme_record.fields[i];

		if (field->type == FIELD_RECORDS)
			count += MEMBER(struct records, field, scheme).count * field->of->count;
		if (field->type == FIELD_RECORD)
			count += field->of->count;
	}
	return count;
}

struct texts scheme_diff(const struct scheme *before, const struct scheme *after, const char *language,
                         struct arena *arena)
{
	size_t most = most_changes(before) + most_changes(after);
	struct texts changes = { .items = ARENA_MANY(arena, most, const char *) };
	struct comparing comparing = { .language = language, .arena = arena, .changes = &changes };

	compare_fields(&comparing, words_in(language, WORDS("Regeling")), &scheme_record, before, after);
	for (size_t i = 0; i < scheme_record.count; i++) {
		const struct field *section = &scheme_record.fields[i];

		if (section->type == FIELD_RECORDS)
			compare_items(&comparing, section, &MEMBER(struct records, section, before),
			              &MEMBER(struct records, section, after));
		if (section->type == FIELD_RECORD)
			compare_fields(&comparing, words_in(language, section->label), section->of,
			               &MEMBER(char, section, before), &MEMBER(char, section, after));
	}
	return changes;
}
