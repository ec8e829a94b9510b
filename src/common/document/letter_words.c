/* SPDX-License-Identifier: EUPL-1.2 */
#include "common/document/letter_words.h"

#include <assert.h>
#include <string.h>

#include "common/document/template.h"
#include "platform/base/text.h"

#define BLOCK_MAX_BYTES ((size_t)64 * 1024)
#define MAX_NAME_BYTES 64
#define MAX_DEPTH 4

void letter_value(struct letter_values *values, const char *name, const char *value)
{
	assert(values->count < LETTER_MAX_VALUES);
	values->items[values->count].name = name;
	values->items[values->count++].value = value;
}

/* One template on its way into a letter. */
struct writing {
	const struct journal *journal;
	struct letter *letter;
	const char *template; /* its name */
	const struct letter_filling *filling;
	int depth; /* of templates inside each other */
};

static enum status add_template(const struct writing *writing, struct fault *fault);

static bool value_of(const struct letter_values *values, const char *name, size_t length,
                     const char **ret_value)
{
	for (size_t i = 0; i < values->count; i++)
		if (strlen(values->items[i].name) == length &&
		    memcmp(values->items[i].name, name, length) == 0) {
			*ret_value = or_empty(values->items[i].value);
			return true;
		}
	return false;
}

static enum status unknown(const struct writing *writing, const char *name, size_t length,
                           struct fault *fault)
{
	return fault_set(fault, FAILED, "the letter %s asks for {%.*s}, which is not known there",
	                 writing->template, (int)(length < MAX_NAME_BYTES ? length : MAX_NAME_BYTES), name);
}

/* The words with their values, in arena; line ends inside a paragraph are blanks. */
static enum status fill_in(const struct writing *writing, const char *words, size_t length,
                           const char **ret_words, struct fault *fault)
{
	CLEANUP(text_done) struct text out = text_new(BLOCK_MAX_BYTES);
	const char *end = words + length;

	while (words < end) {
		const char *closing = *words == '{' ? memchr(words, '}', (size_t)(end - words)) : NULL;
		const char *value;

		if (closing == NULL) {
			text_add_char(&out, *words == '\n' ? ' ' : *words);
			words++;
			continue;
		}
		if (!value_of(writing->filling->values, words + 1, (size_t)(closing - words - 1), &value))
			return unknown(writing, words + 1, (size_t)(closing - words - 1), fault);
		text_add(&out, value);
		words = closing + 1;
	}
	*ret_words = arena_copy(writing->journal->arena, text_words(&out));
	return OK;
}

static enum status add_list(const struct writing *writing, const char *name, size_t length,
                            struct fault *fault)
{
	enum status status = OK;

	for (size_t i = 0; i < writing->filling->lists_count; i++) {
		const struct letter_list *list = &writing->filling->lists[i];

		if (strlen(list->name) != length || memcmp(list->name, name, length) != 0)
			continue;
		for (size_t n = 0; status == OK && n < list->count; n++) {
			const struct letter_filling item = { .values = &list->items[n] };

			status = add_template(&(struct writing){ writing->journal, writing->letter,
			                                         list->template, &item, writing->depth },
			                      fault);
		}
		return status;
	}
	return unknown(writing, name, length, fault);
}

/* Another template in this place, with the same values. */
static enum status add_other(const struct writing *writing, const char *name, size_t length,
                             struct fault *fault)
{
	struct writing other = *writing;

	other.template = arena_copy_part(writing->journal->arena, name, length);
	if (++other.depth > MAX_DEPTH)
		return fault_set(fault, FAILED, "the letter %s is inside itself", other.template);
	return add_template(&other, fault);
}

/* Words that are filled in when the letter is shown. */
static const char *one_line(const struct writing *writing, const char *words, size_t length)
{
	char *line = arena_copy_part(writing->journal->arena, words, length);

	for (char *at = strchr(line, '\n'); at != NULL; at = strchr(at, '\n'))
		*at = ' ';
	return line;
}

/* "- label: what it is" */
static enum status add_row(const struct writing *writing, const char *block, size_t length,
                           struct fault *fault)
{
	const char *colon = memchr(block, ':', length);
	size_t label = colon == NULL ? length : (size_t)(colon - block);
	size_t rest = colon == NULL ? length : label + 1;
	const char *text = "", *value = "";
	enum status status = fill_in(writing, block, label, &text, fault);

	while (rest < length && block[rest] == ' ')
		rest++;
	if (status == OK)
		status = fill_in(writing, block + rest, length - rest, &value, fault);
	if (status == OK)
		letter_add(writing->letter, "row", text, value);
	return status;
}

static bool begins(const char *block, size_t length, const char *words)
{
	return length >= strlen(words) && memcmp(block, words, strlen(words)) == 0;
}

static enum status add_shown(const struct writing *writing, const char *block, size_t length,
                             struct fault *fault)
{
	const char *words = "";
	bool is_heading = begins(block, length, "## "), is_subject = begins(block, length, "# ");
	size_t skip = is_heading ? 3 : is_subject ? 2 : 0;
	enum status status;

	if (begins(block, length, "{@") && block[length - 1] == '}')
		return add_list(writing, block + 2, length - 3, fault);
	if (begins(block, length, "{>") && block[length - 1] == '}')
		return add_other(writing, block + 2, length - 3, fault);
	if (begins(block, length, "- "))
		return add_row(writing, block + 2, length - 2, fault);
	if (begins(block, length, "= ")) {
		letter_add(writing->letter, "sent", one_line(writing, block + 2, length - 2), NULL);
		return OK;
	}
	status = fill_in(writing, block + skip, length - skip, &words, fault);
	if (status != OK || is_subject) {
		writing->letter->subject = is_subject ? words : writing->letter->subject;
		return status;
	}
	letter_add(writing->letter, is_heading ? "heading" : "paragraph", words, NULL);
	return OK;
}

/* A block, with the condition before it. */
static enum status add_block(const struct writing *writing, const char *block, size_t length,
                             struct fault *fault)
{
	const char *closing = block[0] == '[' ? memchr(block, ']', length) : NULL;
	const char *value;
	bool is_not = length > 1 && block[1] == '!';
	size_t name = is_not ? 2 : 1, rest;

	if (closing == NULL)
		return add_shown(writing, block, length, fault);
	if (!value_of(writing->filling->values, block + name, (size_t)(closing - block) - name, &value))
		return unknown(writing, block + name, (size_t)(closing - block) - name, fault);
	if ((value[0] == '\0') != is_not)
		return OK;
	rest = (size_t)(closing - block) + 1;
	while (rest < length && block[rest] == ' ')
		rest++;
	return add_shown(writing, block + rest, length - rest, fault);
}

/* Where the block that begins here ends: before an empty line, or before the next row or heading. */
static size_t block_length(const char *block)
{
	size_t length = strcspn(block, "\n");

	while (block[length] == '\n' && strchr("\n-#[=", block[length + 1]) == NULL &&
	       strncmp(block + length + 1, "{@", 2) != 0 && strncmp(block + length + 1, "{>", 2) != 0)
		length += 1 + strcspn(block + length + 1, "\n");
	return length;
}

static enum status add_template(const struct writing *writing, struct fault *fault)
{
	const char *text = letter_template(writing->journal,
	                                   arena_print(writing->journal->arena, "%s.txt", writing->template));
	enum status status = OK;

	if (text == NULL)
		return fault_set(fault, FAILED, "there is no letter %s in data/letters", writing->template);
	while (status == OK && *(text += strspn(text, "\n")) != '\0') {
		size_t length = block_length(text);

		status = add_block(writing, text, length, fault);
		text += length;
	}
	return status;
}

enum status letter_fill(const struct journal *journal, struct letter *letter, const char *template,
                        const struct letter_filling *filling, struct fault *fault)
{
	return add_template(&(struct writing){ journal, letter, template, filling, 0 }, fault);
}
