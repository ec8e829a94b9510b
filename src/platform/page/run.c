/* SPDX-License-Identifier: EUPL-1.2 */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "platform/page/template.h"

/* Where the rendering of a template stands. */
struct run {
	const struct spelling *spelling;
	struct text *out;
	const char *bases[TEMPLATE_MAX_BASES];
	size_t items_left[TEMPLATE_MAX_BASES];
};

static const void *value_at(const struct run *run, const struct operation *operation)
{
	return run->bases[operation->base] + operation->offset;
}

/* A text of the view, where NULL is empty. */
static const char *text_at(const void *value)
{
	const char *text = *(const char *const *)value;

	return text == NULL ? "" : text;
}

static bool is_true(const struct operation *operation, const void *value)
{
	switch (operation->type) {
	case FIELD_TEXT: return text_at(value)[0] != '\0';
	case FIELD_NUMBER: return *(const int64_t *)value != 0;
	case FIELD_FLAG: return *(const bool *)value;
	case FIELD_DATE: return date_is(*(const struct date *)value);
	case FIELD_MOMENT: return ((const struct moment *)value)->seconds != 0;
	case FIELD_MONEY: return ((const struct money *)value)->cents != 0;
	case FIELD_TEXTS: return ((const struct texts *)value)->count != 0;
	case FIELD_RECORDS: return ((const struct records *)value)->count != 0;
	case FIELD_RECORD:
	case FIELD_MARKS: break;
	}
	return false;
}

/* The value in words; printed into, unless the words exist already. */
static const char *words_of(const struct run *run, const struct operation *operation, const void *value,
                            char into[static SPELLING_SIZE])
{
	switch (operation->type) {
	case FIELD_TEXT: return text_at(value);
	case FIELD_FLAG: return *(const bool *)value ? run->spelling->yes : run->spelling->no;
	case FIELD_DATE: return spelling_date(run->spelling, *(const struct date *)value, into);
	case FIELD_MOMENT: return spelling_moment(run->spelling, *(const struct moment *)value, into);
	case FIELD_MONEY: return spelling_money(run->spelling, *(const struct money *)value, into);
	case FIELD_NUMBER:
		(void)snprintf(into, SPELLING_SIZE, "%" PRId64, *(const int64_t *)value);
		return into;
	case FIELD_TEXTS:
	case FIELD_RECORD:
	case FIELD_RECORDS:
	case FIELD_MARKS: break;
	}
	return "";
}

static void add_value(struct run *run, const struct operation *operation)
{
	const void *value = value_at(run, operation);
	char into[SPELLING_SIZE];

	if (operation->kind == OPERATION_LABEL)
		escape_add(run->out, operation->escape, choice_label(operation->choices, text_at(value)));
	else if (operation->kind == OPERATION_VALUE)
		escape_add(run->out, operation->escape, words_of(run, operation, value, into));
	else if (operation->type == FIELD_DATE)
		escape_add(run->out, operation->escape, date_print(*(const struct date *)value, into));
	else
		escape_add(run->out, operation->escape, moment_print(*(const struct moment *)value, into));
}

/* Enters a list at its first item; false when there is none. */
static bool enter_list(struct run *run, const struct operation *operation)
{
	const void *value = value_at(run, operation);
	const struct texts *texts = value;
	const struct records *records = value;
	bool is_texts = operation->type == FIELD_TEXTS;

	run->bases[operation->inner] = is_texts ? (const char *)texts->items : records->items;
	run->items_left[operation->inner] = is_texts ? texts->count : records->count;
	return run->items_left[operation->inner] > 0;
}

static bool next_item(struct run *run, const struct operation *operation)
{
	if (--run->items_left[operation->inner] == 0)
		return false;
	run->bases[operation->inner] += operation->size;
	return true;
}

void template_run(const struct template *template, const struct spelling *spelling, const void *view,
                  struct text *out)
{
	struct run run = { .spelling = spelling, .out = out, .bases = { view } };
	size_t at = 0;

	while (at < template->count) {
		const struct operation *operation = &template->operations[at++];
		bool jumps = false;

		switch (operation->kind) {
		case OPERATION_WORDS: text_add_part(out, operation->bytes, operation->size); break;
		case OPERATION_VALUE:
		case OPERATION_ISO:
		case OPERATION_LABEL: add_value(&run, operation); break;
		case OPERATION_IF: jumps = !is_true(operation, value_at(&run, operation)); break;
		case OPERATION_UNLESS: jumps = is_true(operation, value_at(&run, operation)); break;
		case OPERATION_JUMP: jumps = true; break;
		case OPERATION_EACH: jumps = !enter_list(&run, operation); break;
		case OPERATION_NEXT: jumps = next_item(&run, operation); break;
		}
		if (jumps)
			at = operation->target;
	}
}
