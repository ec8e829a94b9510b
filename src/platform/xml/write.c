/* SPDX-License-Identifier: EUPL-1.2 */
#include "platform/xml/xml.h"

#include <assert.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#define PIECE_BYTES ((size_t)64 * 1024) /* that go together */
#define PIECES_MAX_BYTES ((size_t)1024 * 1024 * 1024)

struct writing {
	const struct xml_form *form;
	struct text *out;
	int depth;
	const struct xml_sink *sink; /* of what is in out; or NULL */
};

bool xml_is_present(const struct xml_form *form, const struct field *field, const void *item)
{
	if ((field->flags & form->without) != 0)
		return false;
	if (field->has != 0 && !*(const bool *)((const char *)item + field->has))
		return false;
	if (field->type != FIELD_RECORD)
		return field->has != 0 || !record_is_empty(field, item);
	for (size_t i = 0; i < field->of->count; i++)
		if (xml_is_present(form, &field->of->fields[i], (const char *)item + field->offset))
			return true;
	return false;
}

/* The value's characters, with those escaped that mean something else in XML. */
static void add_escaped(struct text *out, const char *value)
{
	for (; *value != '\0'; value++) {
		size_t plain = strcspn(value, "&<>\r\n");

		text_add_part(out, value, plain);
		value += plain;
		switch (*value) {
		case '&':
			text_add(out, "&amp;");
			break;
		case '<':
			text_add(out, "&lt;");
			break;
		case '>':
			text_add(out, "&gt;");
			break;
		case '\r':
			text_add(out, "&#13;");
			break;
		case '\n':
			text_add(out, "\r\n");
			break; /* every reader makes one newline of it */
		default:
			return;
		}
	}
}

static void indent(const struct writing *writing)
{
	for (int i = 0; i < writing->depth; i++)
		text_add(writing->out, "  ");
}

/* "<" or "</", the prefix where the namespace has one, the name, and ">". */
static void add_tag(const struct writing *writing, const char *open, unsigned namespace, const char *name,
                    size_t length)
{
	text_add(writing->out, open);
	if (namespace == 1)
		text_print(writing->out, "%s:", writing->form->prefix);
	text_add_part(writing->out, name, length);
	text_add_char(writing->out, '>');
}

static void begin(struct writing *writing, unsigned namespace, const char *name, size_t length)
{
	indent(writing);
	add_tag(writing, "<", namespace, name, length);
	text_add(writing->out, "\r\n");
	writing->depth++;
}

static void end(struct writing *writing, unsigned namespace, const char *name, size_t length)
{
	writing->depth--;
	indent(writing);
	add_tag(writing, "</", namespace, name, length);
	text_add(writing->out, "\r\n");
}

static void write_leaf(const struct writing *writing, unsigned namespace, const char *name, const char *value)
{
	size_t length = strlen(name);

	indent(writing);
	add_tag(writing, "<", namespace, name, length);
	add_escaped(writing->out, value);
	add_tag(writing, "</", namespace, name, length);
	text_add(writing->out, "\r\n");
}

static void write_number(const struct writing *writing, unsigned namespace, const char *name, int64_t number)
{
	char value[24];

	(void)snprintf(value, sizeof(value), "%" PRId64, number);
	write_leaf(writing, namespace, name, value);
}

static void write_record(struct writing *writing, const struct record *record, const void *item);

/* What was written goes to where it is to go, once it is as much as that. */
static void pour(const struct writing *writing, size_t least)
{
	if (writing->sink == NULL || writing->out->length < least)
		return;
	writing->sink->take(writing->sink->context, text_words(writing->out), writing->out->length);
	text_clear(writing->out);
}

static void write_list(struct writing *writing, unsigned namespace, const struct field *field,
                       const void *member)
{
	const char *name = strchr(field->xml, '/') + 1;
	size_t wrapper = (size_t)(name - field->xml) - 1;

	begin(writing, namespace, field->xml, wrapper);
	if (field->type == FIELD_TEXTS)
		for (size_t i = 0; i < ((const struct texts *)member)->count; i++)
			write_leaf(writing, namespace, name, ((const struct texts *)member)->items[i]);
	else
		for (size_t i = 0; i < ((const struct records *)member)->count; i++) {
			begin(writing, namespace, name, strlen(name));
			write_record(writing, field->of,
			             (const char *)((const struct records *)member)->items +
			                     i * field->of->size);
			end(writing, namespace, name, strlen(name));
			pour(writing, PIECE_BYTES);
		}
	end(writing, namespace, field->xml, wrapper);
}

static void write_field(struct writing *writing, unsigned namespace, const struct field *field,
                        const void *item)
{
	const void *member = (const char *)item + field->offset;
	char date[DATE_TEXT_SIZE];

	switch (field->type) {
	case FIELD_TEXT:
		write_leaf(writing, namespace, field->xml, *(const char *const *)member);
		break;
	case FIELD_NUMBER:
		write_number(writing, namespace, field->xml, *(const int64_t *)member);
		break;
	case FIELD_MONEY:
		write_number(writing, namespace, field->xml, ((const struct money *)member)->cents);
		break;
	case FIELD_DATE:
		write_leaf(writing, namespace, field->xml, date_print(*(const struct date *)member, date));
		break;
	case FIELD_TEXTS:
	case FIELD_RECORDS:
		write_list(writing, namespace, field, member);
		break;
	case FIELD_RECORD:
		begin(writing, namespace, field->xml, strlen(field->xml));
		write_record(writing, field->of, member);
		end(writing, namespace, field->xml, strlen(field->xml));
		break;
	case FIELD_FLAG:
	case FIELD_MOMENT:
	case FIELD_MARKS:
		assert(!"a type that messages have");
		break;
	}
}

static void write_record(struct writing *writing, const struct record *record, const void *item)
{
	for (size_t i = 0; i < record->count; i++)
		if (xml_is_present(writing->form, &record->fields[i], item))
			write_field(writing, record->xml_namespace, &record->fields[i], item);
}

static void write_document(struct writing *writing, const void *item)
{
	const struct xml_form *form = writing->form;

	text_print(writing->out,
	           "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n<%s xmlns=\"%s\" xmlns:%s=\"%s\">\r\n",
	           form->root, form->namespaces[0], form->prefix, form->namespaces[1]);
	write_record(writing, form->record, item);
	text_print(writing->out, "</%s>\r\n", form->root);
}

void xml_write(const struct xml_form *form, const void *item, struct text *out)
{
	struct writing writing = { .form = form, .out = out, .depth = 1 };

	write_document(&writing, item);
}

void xml_write_to(const struct xml_form *form, const void *item, const struct xml_sink *sink)
{
	CLEANUP(text_done) struct text out = text_new(PIECES_MAX_BYTES);
	struct writing writing = { .form = form, .out = &out, .depth = 1, .sink = sink };

	write_document(&writing, item);
	pour(&writing, 0);
}
