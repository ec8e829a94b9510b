/* SPDX-License-Identifier: EUPL-1.2 */
#include "platform/page/form.h"

#include <string.h>

#include "platform/base/words.h"

#define MAX_RADIOS 5
#define SHORT_CHARS 10
#define MAX_LINES 100

static const struct field option_fields[] = {
	FIELD(struct form_option, id),
	FIELD(struct form_option, code),
	FIELD(struct form_option, label),
	FIELD(struct form_option, is_selected),
};
const struct record form_option_record = RECORD(struct form_option, "form_option", option_fields);

static const struct field field_fields[] = {
	FIELD(struct form_field, id),          FIELD(struct form_field, name),
	FIELD(struct form_field, label),       FIELD(struct form_field, hint),
	FIELD(struct form_field, error),       FIELD(struct form_field, hint_id),
	FIELD(struct form_field, error_id),    FIELD(struct form_field, described_by),
	FIELD(struct form_field, value),       FIELD(struct form_field, options, .of = &form_option_record),
	FIELD(struct form_field, is_required), FIELD(struct form_field, is_short),
	FIELD(struct form_field, is_text),     FIELD(struct form_field, is_long),
	FIELD(struct form_field, is_number),   FIELD(struct form_field, is_date),
	FIELD(struct form_field, is_flag),     FIELD(struct form_field, is_select),
	FIELD(struct form_field, is_radio),    FIELD(struct form_field, is_many),
	FIELD(struct form_field, is_file),
};
static const struct record field_record = RECORD(struct form_field, "form_field", field_fields);

static const struct field group_fields[] = {
	FIELD(struct form_group, legend),
	FIELD(struct form_group, hint),
	FIELD(struct form_group, error),
	FIELD(struct form_group, fields, .of = &field_record),
};
static const struct record group_record = RECORD(struct form_group, "form_group", group_fields);

static const struct field error_fields[] = {
	FIELD(struct form_error, id),
	FIELD(struct form_error, label),
	FIELD(struct form_error, words),
};
static const struct record error_record = RECORD(struct form_error, "form_error", error_fields);

static const struct field hidden_fields[] = {
	FIELD(struct form_hidden, name),
	FIELD(struct form_hidden, value),
};
static const struct record hidden_record = RECORD(struct form_hidden, "form_hidden", hidden_fields);

static const struct field form_fields[] = {
	FIELD(struct form_view, action),
	FIELD(struct form_view, token),
	FIELD(struct form_view, submit),
	FIELD(struct form_view, cancel),
	FIELD(struct form_view, has_file),
	FIELD(struct form_view, errors, .of = &error_record),
	FIELD(struct form_view, hidden, .of = &hidden_record),
	FIELD(struct form_view, groups, .of = &group_record),
};
const struct record form_view_record = RECORD(struct form_view, "form_view", form_fields);

/* A form while it is made. */
struct making {
	const struct form_request *request;
	struct arena *arena;
	struct form_view view;
	bool has_open_group; /* the next field joins the last group */
};

/* A record in the form; names in it begin differently as sent and as shown, see pairs_read. */
struct part {
	const struct record *record;
	const void *item; /* NULL where there is none */
	const char *sent; /* NULL in a line that was not sent */
	const char *shown;
	const char *legend, *hint;
	bool is_line;
	bool is_spare; /* a line that may stay empty: nothing in it is required */
};

/* Adds an item to the list and returns it; it moves at the next addition. */
static void *add(struct records *records, const struct record *record, struct arena *arena)
{
	size_t count = records->count;

	if ((count & (count - 1)) == 0) { /* 0 or a power of two: the room is used up */
		void *items = arena_take_many(arena, count == 0 ? 1 : 2 * count, record->size);

		if (count > 0)
			memcpy(items, records->items, count * record->size);
		records->items = items;
	}
	records->count++;
	return (char *)records->items + count * record->size;
}

static const char *words(const struct making *making, const char *dutch)
{
	return dutch == NULL ? "" : words_in(making->request->language, dutch);
}

/* "f-lines-0-until" of "lines.0.until": valid in an address and in a style sheet. */
static const char *id_of(const struct making *making, const char *name)
{
	char *id = arena_print(making->arena, "f-%s", name);

	for (char *c = id; *c != '\0'; c++)
		if (*c == '.')
			*c = '-';
	return id;
}

/* The first finding about the field of that path, or NULL. */
static const struct finding *finding_of(const struct making *making, const char *path)
{
	const struct findings *findings = making->request->findings;

	for (size_t i = 0; findings != NULL && i < findings->count; i++)
		if (strcmp(findings->items[i].field, path) == 0)
			return &findings->items[i];
	return NULL;
}

static const char *error_of(const struct making *making, const char *path)
{
	const struct finding *finding = finding_of(making, path);

	return finding == NULL ? "" : finding->words;
}

static bool is_in(const char *const *names, const char *name)
{
	for (; names != NULL && *names != NULL; names++)
		if (strcmp(*names, name) == 0)
			return true;
	return false;
}

/* The name with what it begins with and ends with; NULL stays NULL. */
static const char *below(const struct making *making, const char *prefix, const char *name, const char *end)
{
	return prefix == NULL ? NULL : arena_print(making->arena, "%s%s%s", prefix, name, end);
}

/* --- values --- */

/* The field's value as text: as it was sent, else as it is in the struct. */
static const char *value_of(const struct making *making, const struct part *part, const struct field *field)
{
	const char *value;

	if (making->request->posted == NULL)
		return part->item == NULL ? "" : record_get(field, part->item, making->arena);
	if (part->sent == NULL)
		return "";
	value = pairs_get(making->request->posted, below(making, part->sent, field->name, ""));
	return value == NULL ? "" : value;
}

/* Whether a list of texts has this one. */
static bool has_text(const struct making *making, const struct part *part, const struct field *field,
                     const char *code)
{
	const struct pairs *posted = making->request->posted;
	const char *name = below(making, part->sent, field->name, "");

	for (size_t i = 0; posted != NULL && name != NULL && i < posted->count; i++)
		if (strcmp(posted->items[i].name, name) == 0 && strcmp(posted->items[i].value, code) == 0)
			return true;
	if (posted != NULL || part->item == NULL)
		return false;
	for (size_t i = 0; i < MEMBER(struct texts, field, part->item).count; i++)
		if (strcmp(MEMBER(struct texts, field, part->item).items[i], code) == 0)
			return true;
	return false;
}

/* Whether the form that was sent has something filled in under this prefix, such as "lines.0." */
static bool is_filled(const struct pairs *posted, const char *prefix)
{
	for (size_t i = 0; i < posted->count; i++) {
		const char *value = posted->items[i].value;

		if (strncmp(posted->items[i].name, prefix, strlen(prefix)) == 0 &&
		    value[strspn(value, " \t\r\n")] != '\0')
			return true;
	}
	return false;
}

/* --- fields --- */

static void add_option(const struct making *making, struct form_field *shown, const char *code,
                       const char *label, bool is_selected)
{
	struct form_option *option = add(&shown->options, &form_option_record, making->arena);

	*option = (struct form_option){
		.id = arena_print(making->arena, "%s-%zu", shown->id, shown->options.count),
		.code = code,
		.label = label,
		.is_selected = is_selected,
	};
	if (shown->options.count == 1)
		option->id = shown->id;
}

/* The options of a coded field; where it need not be filled in, the first one empties it. A first choice
 * without a code has the words for that. */
static void add_options(const struct making *making, const struct part *part, const struct field *field,
                        struct form_field *shown)
{
	const struct choice *choice = field->choices;
	bool is_empty = shown->value[0] == '\0', says_none = choice->code != NULL && choice->code[0] == '\0';

	if (says_none)
		add_option(making, shown, "", words(making, choice++->label), is_empty);
	else if (shown->is_select)
		add_option(making, shown, "", words(making, WORDS("Maak een keuze")), is_empty);
	else if (shown->is_radio && !field->required)
		add_option(making, shown, "", words(making, WORDS("Niet ingevuld")), is_empty);
	for (; choice->code != NULL; choice++)
		add_option(making, shown, choice->code, words(making, choice->label),
		           shown->is_many ? has_text(making, part, field, choice->code)
		                          : strcmp(shown->value, choice->code) == 0);
}

/* Which input suits the field. In a line of a list a choice can be taken back, so that the line is empty
 * again. */
static void choose_input(const struct field *field, bool is_line, struct form_field *shown)
{
	bool is_coded = field->type == FIELD_TEXT && field->choices != NULL;
	bool is_free = field->type == FIELD_TEXT && field->choices == NULL;
	bool is_long = (field->flags & FIELD_LONG) != 0, is_file = (field->flags & FIELD_FILE) != 0;
	size_t choices_count = 0;

	while (is_coded && field->choices[choices_count].code != NULL)
		choices_count++;
	shown->is_many = field->type == FIELD_TEXTS;
	shown->is_select = is_coded && (is_line || choices_count > MAX_RADIOS);
	shown->is_radio = is_coded && !shown->is_select;
	shown->is_long = is_free && is_long;
	shown->is_file = is_free && is_file;
	shown->is_text = (is_free && !is_long && !is_file) || field->type == FIELD_MOMENT;
	shown->is_number = field->type == FIELD_NUMBER || field->type == FIELD_MONEY;
	shown->is_date = field->type == FIELD_DATE;
	shown->is_flag = field->type == FIELD_FLAG;
	shown->is_short = shown->is_number || shown->is_date ||
	                  (shown->is_text && field->max_chars > 0 && field->max_chars <= SHORT_CHARS);
}

/* The group that the next field joins. */
static struct form_group *open_group(struct making *making, const struct part *part, const char *error)
{
	struct records *groups = &making->view.groups;

	if (!making->has_open_group) {
		struct form_group *group = add(groups, &group_record, making->arena);

		*group = (struct form_group){ .legend = part->legend, .hint = part->hint, .error = error };
	}
	making->has_open_group = true;
	return (struct form_group *)groups->items + groups->count - 1;
}

static void add_field(struct making *making, const struct part *part, const struct field *field)
{
	const char *name = below(making, part->shown, field->name, "");
	struct form_group *group = open_group(making, part, "");
	struct form_field *shown = add(&group->fields, &field_record, making->arena);
	bool has_hint = field->hint != NULL, has_error = finding_of(making, name) != NULL;

	*shown = (struct form_field){
		.id = id_of(making, name),
		.name = name,
		.label = words(making, field->label),
		.hint = words(making, field->hint),
		.error = error_of(making, name),
		.is_required = field->required && !part->is_spare,
	};
	shown->hint_id = arena_print(making->arena, "%s-hint", shown->id);
	shown->error_id = arena_print(making->arena, "%s-error", shown->id);
	shown->described_by = arena_print(making->arena, "%s%s%s", has_hint ? shown->hint_id : "",
	                                  has_hint && has_error ? " " : "", has_error ? shown->error_id : "");
	choose_input(field, part->is_line, shown);
	making->view.has_file |= shown->is_file;
	shown->value = shown->is_many ? "" : value_of(making, part, field);
	if (shown->is_flag && (strcmp(shown->value, "false") == 0 || strcmp(shown->value, "0") == 0))
		shown->value = "";
	if (field->choices != NULL)
		add_options(making, part, field, shown);
}

static void add_hidden(struct making *making, const struct part *part, const struct field *field)
{
	struct form_hidden *hidden = add(&making->view.hidden, &hidden_record, making->arena);

	hidden->name = below(making, part->shown, field->name, "");
	hidden->value = value_of(making, part, field);
}

/* --- records inside the record --- */

static void add_part(struct making *making, const struct part *part);

static void add_inside(struct making *making, const struct part *part, const struct field *field)
{
	const struct part inside = {
		.record = field->of,
		.item = part->item == NULL ? NULL : (const char *)part->item + field->offset,
		.sent = below(making, part->sent, field->name, "."),
		.shown = below(making, part->shown, field->name, "."),
		.legend = words(making, field->label),
		.hint = words(making, field->hint),
		.is_line = part->is_line,
		.is_spare = part->is_spare,
	};

	making->has_open_group = false;
	add_part(making, &inside);
	making->has_open_group = false;
}

/* One line of a list; a spare one has no item and was not sent. */
static void add_line(struct making *making, const struct part *part, const struct field *field, size_t line,
                     const void *item, const char *sent)
{
	const char *path = below(making, part->shown, field->name, "");
	const struct part inside = {
		.record = field->of,
		.item = item,
		.sent = sent,
		.shown = arena_print(making->arena, "%s.%zu.", path, line),
		.legend = arena_print(making->arena, "%s %zu", words(making, field->label), line + 1),
		.hint = line == 0 ? words(making, field->hint) : "",
		.is_line = true,
		.is_spare = item == NULL && sent == NULL && (line > 0 || !field->required),
	};

	making->has_open_group = false;
	(void)open_group(making, &inside, line == 0 ? error_of(making, path) : "");
	add_part(making, &inside);
	making->has_open_group = false;
}

/* The lines that were sent with something filled in, one after the other, as pairs_read numbers them. */
static size_t add_sent_lines(struct making *making, const struct part *part, const struct field *field)
{
	size_t count = 0;

	for (size_t line = 0; part->sent != NULL && line < MAX_LINES; line++) {
		const char *sent = arena_print(making->arena, "%s%s.%zu.", part->sent, field->name, line);

		if (is_filled(making->request->posted, sent))
			add_line(making, part, field, count++, NULL, sent);
	}
	return count;
}

static void add_lines(struct making *making, const struct part *part, const struct field *field)
{
	size_t count = 0, spare_lines = making->request->spare_lines;

	if (making->request->posted != NULL) {
		count = add_sent_lines(making, part, field);
	} else if (part->item != NULL) {
		struct records records = MEMBER(struct records, field, part->item);

		for (; count < records.count; count++)
			add_line(making, part, field, count, (char *)records.items + count * field->of->size,
			         NULL);
	}
	if (count == 0 && spare_lines == 0)
		spare_lines = 1;
	for (; spare_lines > 0 && count < MAX_LINES; spare_lines--)
		add_line(making, part, field, count++, NULL, NULL);
}

static void add_part(struct making *making, const struct part *part)
{
	for (size_t i = 0; i < part->record->count; i++) {
		const struct field *field = &part->record->fields[i];
		const char *name = below(making, part->shown, field->name, "");
		bool is_free_list = field->type == FIELD_TEXTS && field->choices == NULL;

		if ((field->flags & making->request->without) != 0 || field->type == FIELD_MARKS ||
		    is_free_list)
			continue;
		if (is_in(making->request->hidden, name) && ((unsigned)field->flags & FIELD_LONG) == 0)
			add_hidden(making, part, field);
		else if (field->type == FIELD_RECORD)
			add_inside(making, part, field);
		else if (field->type == FIELD_RECORDS)
			add_lines(making, part, field);
		else if (field->label != NULL)
			add_field(making, part, field);
	}
}

/* --- the summary of errors --- */

/* The field shown under that name, or of a list or a record inside the first one shown; or NULL. */
static const struct form_field *shown_as(const struct making *making, const char *name)
{
	const struct form_group *groups = making->view.groups.items;
	const char *inside = below(making, name, ".", "");

	for (size_t i = 0; i < making->view.groups.count; i++) {
		const struct form_field *fields = groups[i].fields.items;

		for (size_t n = 0; n < groups[i].fields.count; n++)
			if (strcmp(fields[n].name, name) == 0 ||
			    strncmp(fields[n].name, inside, strlen(inside)) == 0)
				return &fields[n];
	}
	return NULL;
}

/* What a field is called: by its own label where it is shown as itself, else by its record's or list's. */
static const char *label_of(const struct making *making, const struct form_field *shown, const char *name)
{
	const struct field *field = record_field(making->request->record, name);

	if (shown != NULL && strcmp(shown->name, name) == 0)
		return shown->label;
	return field == NULL || field->label == NULL ? name : words(making, field->label);
}

static void add_errors(struct making *making)
{
	const struct findings *findings = making->request->findings;

	for (size_t i = 0; findings != NULL && i < findings->count; i++) {
		const struct form_field *shown = shown_as(making, findings->items[i].field);
		struct form_error *error = add(&making->view.errors, &error_record, making->arena);

		*error = (struct form_error){
			.id = shown == NULL ? "" : shown->id,
			.label = label_of(making, shown, findings->items[i].field),
			.words = findings->items[i].words,
		};
	}
}

struct form_view form_view_of(const struct form_request *request, struct arena *arena)
{
	struct making making = { .request = request, .arena = arena };
	const struct part whole = { .record = request->record,
		                    .item = request->item,
		                    .sent = "",
		                    .shown = "",
		                    .legend = "",
		                    .hint = "" };

	making.view.action = request->action;
	making.view.token = request->token;
	making.view.submit = request->submit != NULL ? request->submit : words(&making, WORDS("Opslaan"));
	making.view.cancel = request->cancel;
	add_part(&making, &whole);
	add_errors(&making);
	return making.view;
}
