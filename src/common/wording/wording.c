/* SPDX-License-Identifier: EUPL-1.2 */
#include "common/wording/wording.h"

/* Who looks, and what at. */
struct looking {
	struct arena *arena;
	wording_look *look;
	void *with;
	unsigned but;
};

static void look_at(const struct looking *looking, const char *path, const char *words)
{
	if (has_words(words))
		looking->look(looking->with, path, words);
}

static void look_at_record(const struct looking *looking, const struct record *record, const void *item,
                           const char *before);

static void look_at_lines(const struct looking *looking, const struct record *record,
                          const struct records *lines, const char *path)
{
	const char *line = lines->items;

	for (size_t i = 0; i < lines->count; i++)
		look_at_record(looking, record, line + i * record->size,
		               arena_print(looking->arena, "%s.%zu.", path, i));
}

static void look_at_record(const struct looking *looking, const struct record *record, const void *item,
                           const char *before)
{
	for (size_t i = 0; i < record->count; i++) {
		const struct field *field = &record->fields[i];
		const char *path = arena_print(looking->arena, "%s%s", before, field->name);

		if ((field->flags & looking->but) != 0)
			continue;
		if (field->type == FIELD_TEXT && field->choices == NULL)
			look_at(looking, path, MEMBER(const char *, field, item));
		else if (field->type == FIELD_RECORDS)
			look_at_lines(looking, field->of, &MEMBER(struct records, field, item), path);
		else if (field->type == FIELD_RECORD)
			look_at_record(looking, field->of, (const char *)item + field->offset,
			               arena_print(looking->arena, "%s.", path));
		else if (field->type == FIELD_TEXTS && field->choices == NULL)
			for (size_t n = 0; n < MEMBER(struct texts, field, item).count; n++)
				look_at(looking, path, MEMBER(struct texts, field, item).items[n]);
	}
}

void wording_each(const struct wording *wording, struct arena *arena, wording_look *look, void *with)
{
	look_at_record(&(struct looking){ arena, look, with, wording->but }, wording->record, wording->item,
	               "");
}
