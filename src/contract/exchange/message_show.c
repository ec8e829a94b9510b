/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/exchange/message_show.h"

#include <inttypes.h>
#include <string.h>

#include "common/calendar/calendar.h"
#include "contract/exchange/message_codes.h"
#include "platform/base/words.h"
#include "platform/page/page.h"

#define MAX_ROWS ((size_t)1000000)

/* An element: a heading with what stands below it, or a name with a value. */
struct row {
	const char *depth; /* "1" for what stands in the message itself */
	const char *label;
	const char *value;
	bool is_heading;
	const char *id; /* of a row at fault; else "" */
	const char *path;
};

static const struct field row_fields[] = {
	FIELD(struct row, depth),      FIELD(struct row, label), FIELD(struct row, value),
	FIELD(struct row, is_heading), FIELD(struct row, id),
};
const struct record message_row_record = RECORD(struct row, "row", row_fields);

static const struct field fault_fields[] = {
	FIELD(struct message_fault, words, .max_chars = 2000),
	FIELD(struct message_fault, path),
	FIELD(struct message_fault, row),
};
const struct record message_fault_record = RECORD(struct message_fault, "message_fault", fault_fields);

struct remark {
	const char *rule, *place, *words;
};

static const struct field remark_fields[] = {
	FIELD(struct remark, rule),
	FIELD(struct remark, place),
	FIELD(struct remark, words),
};
static const struct record remark_record = RECORD(struct remark, "remark", remark_fields);

struct view {
	const char *language, *title;
	struct records rows, remarks;
};

static const struct field view_fields[] = {
	FIELD(struct view, language),
	FIELD(struct view, title),
	FIELD(struct view, rows, .of = &message_row_record),
	FIELD(struct view, remarks, .of = &remark_record),
};
static const struct record view_record = RECORD(struct view, "message", view_fields);

/* --- from the item to rows --- */

struct showing {
	const struct xml_form *form;
	const char *language;
	struct arena *arena;
	struct row *rows;
	size_t count, room;
	bool hides_client; /* who the client is; what was assigned stays */
	const char *path;  /* of what the elements stand in */
	struct records *faults;
};

/* What it is called, or "GewensteIngangsdatum" as "Gewenste ingangsdatum". */
static const char *label_of(const struct showing *showing, const char *element)
{
	struct text label CLEANUP(text_done) = text_new(200);
	const char *known = choice_label(message_labels, element);

	if (known != element)
		return words_in(showing->language, known);

	for (const char *at = element; *at != '\0' && *at != '/'; at++) {
		bool is_capital = *at >= 'A' && *at <= 'Z';

		if (is_capital && at > element)
			text_add_char(&label, ' ');
		text_add_char(&label, is_capital && at > element ? (char)(*at | 0x20) : *at);
	}
	return arena_copy(showing->arena, text_words(&label));
}

static void add_row(struct showing *showing, int depth, const char *element, const char *value)
{
	showing->rows = arena_with_room(showing->arena, showing->rows, showing->count, &showing->room,
	                                sizeof(struct row));
	showing->rows[showing->count++] = (struct row){
		.depth = arena_print(showing->arena, "%d", depth),
		.label = label_of(showing, element),
		.value = value,
		.is_heading = value == NULL,
		.id = "",
		.path = arena_print(showing->arena, "%s%s%s", or_empty(showing->path),
		                    has_words(showing->path) ? "/" : "", element),
	};
}

/* Cents as euros; a code with its words. */
static const char *value_of(const struct showing *showing, const struct field *field, const void *item)
{
	const char *value;
	int64_t cents;

	if (field->type == FIELD_MONEY) {
		cents = MEMBER(struct money, field, item).cents;
		return arena_print(showing->arena, "€ %" PRId64 ",%02" PRId64, cents / 100, cents % 100);
	}
	if (field->type == FIELD_DATE)
		return calendar_date_words(MEMBER(struct date, field, item), showing->language, false,
		                           showing->arena);
	value = record_get(field, item, showing->arena);
	if (field->choices != NULL && strcmp(choice_label(field->choices, value), value) != 0)
		return arena_print(showing->arena, "%s %s", value,
		                   words_in(showing->language, choice_label(field->choices, value)));
	return value;
}

static void show_record(struct showing *showing, const struct record *record, const void *item, int depth);

/* What stands inside an element. */
static void show_inside(struct showing *showing, const struct field *field, const void *item, int depth)
{
	const char *outer = showing->path;

	showing->path = arena_print(showing->arena, "%s%s%s", or_empty(outer), has_words(outer) ? "/" : "",
	                            field->xml);
	show_record(showing, field->of, item, depth);
	showing->path = outer;
}

/* A return code, which says what was wrong with what it stands in. */
static void show_code(struct showing *showing, const char *name, int depth, const char *code,
                      const struct choice *choices)
{
	const char *words = arena_print(showing->arena, "%s (%s)",
	                                words_in(showing->language, choice_label(choices, code)), code);
	bool is_remark = choices == message_return_codes && strcmp(code, MESSAGE_NO_REMARK) != 0 &&
	                 strcmp(code, MESSAGE_NOT_JUDGED) != 0 && strcmp(code, MESSAGE_CLAIM_GRANTED) != 0;
	struct row *row;

	add_row(showing, depth, name, words);
	row = &showing->rows[showing->count - 1];
	if (!is_remark || showing->faults == NULL || showing->faults->count == MESSAGE_FAULTS_MAX)
		return;
	row->id = arena_print(showing->arena, "regel-%zu", showing->count);
	((struct message_fault *)showing->faults->items)[showing->faults->count++] =
		(struct message_fault){ .words = words, .path = row->path, .row = row->id };
}

static void show_list(struct showing *showing, const struct field *field, const void *item, int depth)
{
	const char *name = strchr(field->xml, '/') + 1;
	const struct texts *texts = (const struct texts *)(const void *)((const char *)item + field->offset);
	const struct records *records = (const struct records *)(const void *)texts;

	for (size_t i = 0; field->type == FIELD_TEXTS && i < texts->count; i++)
		show_code(showing, name, depth, texts->items[i], field->choices);
	for (size_t i = 0; field->type == FIELD_RECORDS && i < records->count; i++) {
		add_row(showing, depth, name, NULL);
		show_inside(showing, field, (const char *)records->items + i * field->of->size, depth + 1);
	}
}

static void show_assigned(struct showing *showing, const struct record *client, const void *item, int depth)
{
	static const char assigned[] = "Toegewezen";

	for (size_t i = 0; i < client->count; i++)
		if (client->fields[i].type == FIELD_RECORDS &&
		    strncmp(client->fields[i].xml, assigned, strlen(assigned)) == 0)
			show_list(showing, &client->fields[i], item, depth);
}

static void show_record(struct showing *showing, const struct record *record, const void *item, int depth)
{
	for (size_t i = 0; i < record->count && showing->count < MAX_ROWS; i++) {
		const struct field *field = &record->fields[i];

		if (!xml_is_present(showing->form, field, item))
			continue;
		if (field->type == FIELD_TEXTS || field->type == FIELD_RECORDS) {
			show_list(showing, field, item, depth);
		} else if (showing->hides_client && strcmp(field->xml, "Client") == 0) {
			show_assigned(showing, field->of, (const char *)item + field->offset, depth);
		} else if (field->type == FIELD_RECORD) {
			add_row(showing, depth, field->xml, NULL);
			show_inside(showing, field, (const char *)item + field->offset, depth + 1);
		} else {
			add_row(showing, depth, field->xml, value_of(showing, field, item));
		}
	}
}

static struct records remarks_of(const struct findings *findings, struct arena *arena)
{
	struct records remarks = records_new(&remark_record, findings->count, arena);
	struct remark *items = remarks.items;

	for (size_t i = 0; i < findings->count; i++)
		items[i] = (struct remark){ .rule = findings->items[i].code,
			                    .place = findings->items[i].field,
			                    .words = findings->items[i].words };
	return remarks;
}

struct records message_rows_without_client(const struct message_reading *reading, const char *language,
                                           struct arena *arena)
{
	struct showing showing = {
		.form = &reading->message->form, .language = language, .arena = arena, .hides_client = true
	};

	show_record(&showing, showing.form->record, reading->item, 1);
	return (struct records){ .items = showing.rows, .count = showing.count };
}

/* The row of what is at fault: the element itself, or else the nearest one around it. */
static struct row *row_at(const struct showing *showing, const char *path)
{
	size_t length = strlen(path);

	for (; length > 0; length--) {
		if (path[length] != '\0' && path[length] != '/')
			continue;
		for (size_t i = 0; i < showing->count; i++)
			if (strlen(showing->rows[i].path) == length &&
			    strncmp(showing->rows[i].path, path, length) == 0)
				return &showing->rows[i];
	}
	return NULL;
}

struct records message_rows(const struct message_reading *reading, const char *language, struct arena *arena,
                            struct records *faults)
{
	struct showing showing = {
		.form = &reading->message->form, .language = language, .arena = arena, .faults = faults
	};
	size_t known = faults->count;

	show_record(&showing, showing.form->record, reading->item, 1);
	for (size_t i = 0; i < known; i++) {
		struct message_fault *fault = &((struct message_fault *)faults->items)[i];
		struct row *row = row_at(&showing, or_empty(fault->path));

		fault->row = row == NULL ? "" : row->id;
		if (row != NULL && row->id[0] == '\0')
			fault->row = row->id = arena_print(arena, "plaats-%zu", i + 1);
	}
	return (struct records){ .items = showing.rows, .count = showing.count };
}

enum status message_show(const struct message_reading *reading, const struct findings *findings,
                         struct arena *arena, struct text *out, struct fault *fault)
{
	static const struct page_template pages[] = { { "exchange/message.html", &view_record } };
	const struct page_source source = { .files = embedded_files, .count = embedded_files_count };
	CLEANUP(page_set_freep) struct page_set *set = NULL;
	struct findings mistakes = findings_new(arena, "nl");
	struct showing showing = { .form = &reading->message->form,
		                   .language = findings->language,
		                   .arena = arena };
	struct view view = { .language = findings->language,
		             .title = reading->message->code,
		             .remarks = remarks_of(findings, arena) };
	enum status status = page_set_new(pages, COUNT(pages), &source, &set, &mistakes, fault);

	if (status)
		return status;
	show_record(&showing, reading->message->form.record, reading->item, 1);
	view.rows = (struct records){ .items = showing.rows, .count = showing.count };
	page_render(set, "exchange/message.html", findings->language, &view, out);
	return OK;
}
