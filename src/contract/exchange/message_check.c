/* SPDX-License-Identifier: EUPL-1.2 */
/* A message is read and its rules are asked in one pass: each part is looked at when its element ends. */
#include "contract/exchange/message_holds.h"
#include "contract/exchange/message_lines.h"

#include <assert.h>
#include <string.h>

#include "platform/base/words.h"

#define MAX_FINDINGS 100 /* of one message, on its rules */
#define MAX_PARTS 32     /* sorts of records that a message is made of */
#define BYTES_A_KEY 256  /* of a claim, of which a line has three or four */
#define MAX_RULES 16     /* of one sort of record */

/* The rules of one sort of record. */
struct part {
	const struct record *record;
	const struct message_rule *rules[MAX_RULES];
	size_t count;
	bool is_line, is_claimant;
};

struct checking {
	const struct message *message;
	struct part parts[MAX_PARTS];
	size_t parts_count;
	struct message_keys keys;
	size_t keys_expected;
	struct arena *keys_arena;
	struct message_lines *lines; /* NULL: they are not kept */
	struct money claimed;
	bool has_earlier;
	struct findings findings; /* on the rules */
};

static const struct xml_form *choose_form(const char *root, const char *namespace)
{
	for (size_t i = 0; i < messages_count; i++)
		if (strcmp(messages[i].form.root, root) == 0 &&
		    strcmp(messages[i].form.namespaces[0], namespace) == 0)
			return &messages[i].form;
	return NULL;
}

static const struct message *message_of(const struct xml_form *form)
{
	for (size_t i = 0; i < messages_count; i++)
		if (&messages[i].form == form)
			return &messages[i];
	return NULL;
}

/* Whether the word stands in the list, between blanks. */
static bool has_word(const char *list, const char *word)
{
	size_t length = strlen(word);

	for (const char *at = list; (at = strstr(at, word)) != NULL; at += length)
		if ((at == list || at[-1] == ' ') && (at[length] == ' ' || at[length] == '\0'))
			return true;
	return false;
}

bool message_rule_is_for(const struct message_rule *rule, const struct message *message,
                         const struct record *record)
{
	return !message->is_copy && has_word(rule->parts, record->name) &&
	       (rule->messages == NULL || has_word(rule->messages, message->code));
}

/* The rules of the record; made the first time that it is asked for. */
static const struct part *part_of(struct checking *checking, const struct record *record)
{
	struct part *part = checking->parts;

	while (part < checking->parts + checking->parts_count && part->record != record)
		part++;
	if (part < checking->parts + checking->parts_count)
		return part;
	assert(checking->parts_count < MAX_PARTS);
	checking->parts_count++;
	*part = (struct part){ .record = record,
		               .is_line = strcmp(record->name, "line") == 0,
		               .is_claimant = strcmp(record->name, "claimant") == 0 };
	for (size_t list = 0; list < message_rules_count; list++)
		for (size_t i = 0; i < message_rules[list]->count; i++) {
			const struct message_rule *rule = &message_rules[list]->items[i];

			if (rule->holds == NULL || !message_rule_is_for(rule, checking->message, record))
				continue;
			assert(part->count < MAX_RULES);
			part->rules[part->count++] = rule;
		}
	return part;
}

/* Lines pass by, and are kept until the client to whom they are given ends. */
static void keep_part(const struct checking *checking, const struct part *part, const void *item,
                      const struct message_item *whole)
{
	struct message_claimant *claimants = whole->claim.claimants.items;

	if (part->is_line)
		message_lines_keep(checking->lines, item);
	else if (part->is_claimant)
		claimants[whole->claim.claimants.count - 1].lines = message_lines_end(checking->lines);
}

static void check_part(void *of, const struct record *record, const void *item, struct xml_place *place)
{
	struct checking *checking = of;
	struct findings *findings = &checking->findings;
	const struct message_context in = {
		.item = xml_place_item(place),
		.header = &((const struct message_item *)xml_place_item(place))->header,
		.keys = &checking->keys,
		.claimed = &checking->claimed,
		.has_earlier = &checking->has_earlier,
		.arena = findings->arena
	};
	const struct part *part;

	if (checking->message == NULL)
		checking->message = message_of(xml_place_form(place));
	part = part_of(checking, record);
	if (checking->lines != NULL)
		keep_part(checking, part, item, in.item);
	for (size_t i = 0; i < part->count; i++) {
		const struct message_rule *rule = part->rules[i];

		if (rule->holds(item, &in) || findings->count >= MAX_FINDINGS)
			continue;
		findings_add(findings, rule->code, xml_place_path(place, rule->element), "%s",
		             words_in(findings->language, rule->words))
			->line = xml_place_line(place);
	}
}

/* Nothing was read yet. */
static void begin(void *of)
{
	struct checking *checking = of;

	checking->message = NULL;
	checking->parts_count = 0;
	arena_clear(checking->keys_arena);
	checking->keys = message_keys_new(checking->keys_expected, checking->keys_arena);
	if (checking->lines != NULL)
		*checking->lines = (struct message_lines){ .arena = checking->findings.arena };
	checking->claimed = (struct money){ 0 };
	checking->has_earlier = false;
	checking->findings.count = 0;
}

/* What is read: bytes, or what the source has. */
struct input {
	const char *bytes;
	const struct xml_source *source;
	size_t length;
	bool is_passing;
	struct message_lines *lines;
};

static enum status read_input(const struct input *input, struct checking *checking, struct findings *findings,
                              struct xml_document *ret_document)
{
	const struct xml_watch watch = {
		.begin = begin, .closed = check_part, .context = checking, .is_passing = input->is_passing
	};

	return input->source == NULL
	               ? xml_read(input->bytes, input->length, choose_form, &watch, findings, ret_document)
	               : xml_read_from(input->source, choose_form, &watch, findings, ret_document);
}

static enum status read_and_check(const struct input *input, struct findings *findings,
                                  struct message_reading *ret_reading)
{
	CLEANUP(arena_freep) struct arena *keys_arena = arena_new(XML_ARENA_BYTES);
	struct checking checking = { .keys_expected = input->length / BYTES_A_KEY,
		                     .keys_arena = keys_arena,
		                     .lines = input->lines,
		                     .findings = findings_new(findings->arena, findings->language) };
	struct xml_document document;
	enum status status = read_input(input, &checking, findings, &document);

	*ret_reading = (struct message_reading){ .message = message_of(document.form),
		                                 .item = document.item,
		                                 .level = MESSAGE_LEVEL_FORM };
	if (status)
		return status;
	ret_reading->level = checking.findings.count > 0 ? MESSAGE_LEVEL_CONTENT : MESSAGE_LEVEL_DONE;
	for (size_t i = 0; i < checking.findings.count; i++) {
		const struct finding *finding = &checking.findings.items[i];

		findings_add(findings, finding->code, finding->field, "%s", finding->words)->line =
			finding->line;
	}
	return checking.findings.count > 0 ? FINDINGS : OK;
}

enum status message_read(const char *bytes, size_t length, struct findings *findings,
                         struct message_reading *ret_reading)
{
	return read_and_check(&(struct input){ .bytes = bytes, .length = length }, findings, ret_reading);
}

enum status message_check(const char *bytes, size_t length, struct findings *findings,
                          struct message_reading *ret_reading)
{
	return read_and_check(&(struct input){ .bytes = bytes, .length = length, .is_passing = true },
	                      findings, ret_reading);
}

enum status message_read_from(const struct xml_source *source, struct findings *findings,
                              struct message_reading *ret_reading)
{
	struct message_lines lines = { 0 };

	return read_and_check(
		&(struct input){
			.source = source, .length = source->length, .is_passing = true, .lines = &lines },
		findings, ret_reading);
}

enum status message_check_from(const struct xml_source *source, struct findings *findings,
                               struct message_reading *ret_reading)
{
	return read_and_check(
		&(struct input){ .source = source, .length = source->length, .is_passing = true }, findings,
		ret_reading);
}
