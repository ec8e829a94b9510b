/* SPDX-License-Identifier: EUPL-1.2 */
#include "common/scheme/scheme_show.h"

#include <string.h>

#include "common/scheme/scheme_check.h"
#include "platform/base/words.h"
#include "platform/record/json.h"

/* --- what holds on the day --- */

static bool lane_holds(const struct scheme_view_on *view, const void *item)
{
	const struct scheme_lane *lane = item;

	return !date_is(view->on) || date_within(view->on, lane->from, lane->until);
}

static bool area_holds(const struct scheme_view_on *view, const void *item)
{
	const struct scheme_area *area = item;

	return !date_is(view->on) || date_within(view->on, area->from, area->until);
}

static bool agreement_holds(const struct scheme_view_on *view, const void *item)
{
	const struct scheme_agreement *agreement = item;

	return !date_is(view->on) || date_within(view->on, agreement->from, agreement->until);
}

/* A party holds on the days of its lanes, and a subcontractor on those since it began. */
static bool party_holds(const struct scheme_view_on *view, const void *item)
{
	const struct scheme_party *party = item;
	const struct scheme_lane *lane = view->scheme->lanes.items;
	const struct scheme_subcontractor *below =
		check_find(&view->scheme->subcontractors, &scheme_subcontractor_record, party->name);

	for (size_t i = 0; i < view->scheme->lanes.count; i++)
		if (lane_holds(view, &lane[i]) && (check_texts_have(&lane[i].parties, party->name) ||
		                                   check_texts_have(&lane[i].parties, party->series_name) ||
		                                   check_is(lane[i].under, party->name)))
			return true;
	return below != NULL && !date_before(view->on, below->from);
}

static bool phase_holds(const struct scheme_view_on *view, const void *item)
{
	const struct scheme_phase *phase = item;
	const struct scheme_agreement *agreement =
		check_find(&view->scheme->agreements, &scheme_agreement_record, phase->agreement);

	return !date_is(view->on) || (agreement_holds(view, agreement) &&
	                              scheme_phase_on(view->scheme, phase->agreement, view->on) == phase);
}

/* A norm holds in the phases that it names. */
static bool norm_holds(const struct scheme_view_on *view, const void *item)
{
	const struct scheme_norm *norm = item;
	const struct scheme_phase *phase = view->scheme->phases.items;

	for (size_t i = 0; i < view->scheme->phases.count; i++)
		if (phase_holds(view, &phase[i]) && check_texts_have(&norm->phases, phase[i].kind))
			return true;
	return view->scheme->phases.count == 0;
}

static bool theme_holds(const struct scheme_view_on *view, const void *item)
{
	const struct scheme_scope *scope = item;

	return !date_is(view->on) || scheme_scope_on(view->scheme, scope->theme, view->on) == scope;
}

/* A section that is shown, with the keys of its items. */
static const struct shown {
	const char *section;
	const char *fields[10]; /* the first is the one by which it is called */
	bool (*holds)(const struct scheme_view_on *view, const void *item);
} shown[] = {
	{ "agreements",
	  { "name", "label", "from", "until", "parties_count", "count_is_about" },
	  agreement_holds },
	{ "lanes",
	  { "name", "how", "agreement", "products", "target_group", "areas", "parties", "under", "from",
	    "until" },
	  lane_holds },
	{ "parties", { "name", "label", "kind", "is_placeholder" }, party_holds },
	{ "areas", { "name", "label", "kind", "authority", "from", "until" }, area_holds },
	{ "phases", { "name", "label", "kind", "agreement", "from" }, phase_holds },
	{ "norms",
	  { "name", "label", "phases", "is_floor", "measure", "within_days", "is_placeholder" },
	  norm_holds },
	{ "scope", { "theme", "label", "to", "from" }, theme_holds },
};

/* --- as JSON --- */

static void write_field(struct json *json, const struct field *field, const void *item, struct arena *arena)
{
	json_key(json, field->name);
	if (field->type == FIELD_TEXTS) {
		const struct texts *texts = &MEMBER(struct texts, field, item);

		json_array_begin(json);
		for (size_t i = 0; i < texts->count; i++)
			json_text(json, texts->items[i]);
		json_array_end(json);
	} else if (field->type == FIELD_FLAG) {
		json_flag(json, MEMBER(bool, field, item));
	} else if (field->type == FIELD_NUMBER) {
		json_number(json, MEMBER(int64_t, field, item));
	} else {
		json_text(json, record_is_empty(field, item) ? NULL : record_get(field, item, arena));
	}
}

static void write_section(struct json *json, const struct scheme_view_on *view, const struct shown *row)
{
	const struct field *section = record_field(&scheme_record, row->section);
	const struct records *items = &MEMBER(struct records, section, view->scheme);

	json_key(json, row->section);
	json_array_begin(json);
	for (size_t i = 0; i < items->count; i++) {
		const char *item = (const char *)items->items + i * section->of->size;

		if (!row->holds(view, item))
			continue;
		json_object_begin(json);
		for (size_t j = 0; j < COUNT(row->fields) && row->fields[j] != NULL; j++)
			write_field(json, record_field(section->of, row->fields[j]), item, view->arena);
		json_object_end(json);
	}
	json_array_end(json);
}

static bool is_among_shown(const char *section)
{
	for (size_t i = 0; i < COUNT(shown); i++)
		if (strcmp(shown[i].section, section) == 0)
			return true;
	return false;
}

/* All keys of an item, but not where they stood in the file. */
static void write_item(struct json *json, const struct record *record, const void *item, struct arena *arena)
{
	json_object_begin(json);
	for (size_t i = 0; i < record->count; i++)
		if (record->fields[i].type != FIELD_MARKS && record->fields[i].type != FIELD_RECORD)
			write_field(json, &record->fields[i], item, arena);
	json_object_end(json);
}

/* A section that holds on every day: a list, or a part that this scheme may not have. */
static void write_rest(struct json *json, const struct scheme_view_on *view, const struct field *section)
{
	const struct records *items = &MEMBER(struct records, section, view->scheme);

	json_key(json, section->name);
	if (section->type == FIELD_RECORD && !section->required &&
	    !check_texts_have(&view->scheme->parts, section->name)) {
		json_text(json, NULL);
	} else if (section->type == FIELD_RECORD) {
		write_item(json, section->of, (const char *)view->scheme + section->offset, view->arena);
	} else {
		json_array_begin(json);
		for (size_t i = 0; i < items->count; i++)
			write_item(json, section->of, (const char *)items->items + i * section->of->size,
			           view->arena);
		json_array_end(json);
	}
}

void scheme_show_json(const struct scheme_view_on *view, struct text *out)
{
	struct json json = { .out = out };
	char on[DATE_TEXT_SIZE];

	json_object_begin(&json);
	json_key(&json, "scheme");
	json_text(&json, view->scheme->name);
	json_key(&json, "label");
	json_text(&json, view->scheme->label);
	json_key(&json, "on");
	json_text(&json, date_is(view->on) ? date_print(view->on, on) : NULL);
	for (size_t i = 0; i < COUNT(shown); i++)
		write_section(&json, view, &shown[i]);
	json_key(&json, "always");
	json_object_begin(&json);
	for (size_t i = 0; i < scheme_record.count; i++)
		if (scheme_record.fields[i].of != NULL && !is_among_shown(scheme_record.fields[i].name))
			write_rest(&json, view, &scheme_record.fields[i]);
	json_object_end(&json);
	json_object_end(&json);
}

/* --- as words --- */

/* "Products: a, b"; nothing for what is empty. */
static void say_field(const struct scheme_view_on *view, const struct field *field, const void *item,
                      struct text *out)
{
	const struct texts *texts = &MEMBER(struct texts, field, item);

	if (record_is_empty(field, item) || (field->type == FIELD_FLAG && !MEMBER(bool, field, item)))
		return;
	text_print(out, "    %s", words_in(view->language, field->label));
	if (field->type == FIELD_TEXTS)
		for (size_t i = 0; i < texts->count; i++)
			text_print(out, "%s%s", i == 0 ? ": " : ", ",
			           words_in(view->language,
			                    field->choices == NULL
			                            ? texts->items[i]
			                            : choice_label(field->choices, texts->items[i])));
	else if (field->type != FIELD_FLAG)
		text_print(
			out, ": %s",
			field->choices == NULL
				? record_get(field, item, view->arena)
				: words_in(view->language,
		                           choice_label(field->choices, MEMBER(const char *, field, item))));
	text_add(out, "\n");
}

static void say_item(const struct scheme_view_on *view, const struct record *record, const struct shown *row,
                     const void *item, struct text *out)
{
	text_print(out, "  %s\n", record_get(record_field(record, row->fields[0]), item, view->arena));
	for (size_t i = 1; i < COUNT(row->fields) && row->fields[i] != NULL; i++)
		say_field(view, record_field(record, row->fields[i]), item, out);
}

static void say_section(const struct scheme_view_on *view, const struct shown *row, struct text *out)
{
	const struct field *section = record_field(&scheme_record, row->section);
	const struct records *items = &MEMBER(struct records, section, view->scheme);

	if (items->count == 0)
		return;
	text_print(out, "\n%s\n", words_in(view->language, section->label));
	for (size_t i = 0; i < items->count; i++) {
		const char *item = (const char *)items->items + i * section->of->size;

		if (row->holds(view, item))
			say_item(view, section->of, row, item, out);
	}
}

void scheme_show_words(const struct scheme_view_on *view, struct text *out)
{
	char on[DATE_TEXT_SIZE];

	text_add(out, view->scheme->label);
	if (date_is(view->on))
		text_print(out, ", %s", date_print(view->on, on));
	text_print(out, "\n%s\n", view->scheme->about);
	for (size_t i = 0; i < COUNT(shown); i++)
		say_section(view, &shown[i], out);
}
