/* SPDX-License-Identifier: EUPL-1.2 */
/* What messages may hold, told from their tables. */
#include "contract/exchange/message_rule.h"
#include "contract/exchange/message_show.h"

#include <inttypes.h>
#include <string.h>

#define MANY_CODES 12 /* of which only the number is told */

static void add_codes(struct text *out, const struct choice *choices)
{
	size_t count = 0;

	while (choices[count].code != NULL)
		count++;
	if (count > MANY_CODES) {
		text_print(out, "one of %zu codes", count);
		return;
	}
	for (size_t i = 0; i < count; i++)
		text_print(out, "%s`%s`", i == 0 ? "" : " ", choices[i].code);
}

static void add_value(struct text *out, const struct xml_form *form, const struct field *field)
{
	uint32_t max_chars = field->max_chars == 0 ? FIELD_DEFAULT_MAX_CHARS : field->max_chars;

	if (field->fixed != 0)
		text_print(out, "`%s`", form->fixed[field->fixed - 1]);
	else if (field->choices != NULL)
		add_codes(out, field->choices);
	else if (field->type == FIELD_DATE)
		text_add(out, "date");
	else if (field->type == FIELD_NUMBER || field->type == FIELD_MONEY)
		text_print(out, "%s 0 to %" PRId64, field->type == FIELD_MONEY ? "cents," : "number,",
		           field->max);
	else if (field->fits != NULL && field->max_chars == 0)
		text_add(out, "text in a form of its own");
	else if (max_chars == XML_ANY_LENGTH)
		text_add(out, "text");
	else
		text_print(out, "text, at most %" PRIu32, max_chars);
}

static void add_record(struct text *out, const struct xml_form *form, const struct record *record, int depth)
{
	for (size_t i = 0; i < record->count; i++) {
		const struct field *field = &record->fields[i];
		bool is_list = field->type == FIELD_TEXTS || field->type == FIELD_RECORDS;
		bool is_required = field->required && (field->flags & form->optional) == 0;

		if ((field->flags & form->without) != 0)
			continue;
		text_print(out, "%*s- `%s`%s%s", 2 * depth, "", field->xml, is_list ? " one or more" : "",
		           is_required ? "" : ", may be absent");
		if (field->of == NULL) {
			text_add(out, ": ");
			add_value(out, form, field);
		}
		text_add_char(out, '\n');
		if (field->of != NULL)
			add_record(out, form, field->of, depth + 1);
	}
}

static void add_message(struct text *out, const struct message *message)
{
	char since[DATE_TEXT_SIZE], until[DATE_TEXT_SIZE];

	text_print(out,
	           "\n## %s of release %d.%d\n\nIn force since %s%s%s.%s%s%s Namespace `%s`; the data types "
	           "stand in `%s`.\n\n",
	           message->code, message->version, message->subversion, date_print(message->since, since),
	           date_is(message->until) ? ", until " : "", date_print(message->until, until),
	           message->answers == NULL ? "" : " Answers the ",
	           message->answers == NULL ? "" : message->answers, message->answers == NULL ? "" : ".",
	           message->form.namespaces[0], message->form.namespaces[1]);
	add_record(out, &message->form, message->form.record, 0);
}

/* Whether the rule is asked of a part of the record. */
static bool is_in_record(const struct message_rule *rule, const struct message *message,
                         const struct record *record)
{
	if (message_rule_is_for(rule, message, record))
		return true;
	for (size_t i = 0; i < record->count; i++)
		if (record->fields[i].of != NULL && (record->fields[i].flags & message->form.without) == 0 &&
		    is_in_record(rule, message, record->fields[i].of))
			return true;
	return false;
}

static void add_rule(struct text *out, const struct message_rule *rule)
{
	const char *element = rule->element[0] == '\0' ? "the part itself" : rule->element;

	text_print(out, "| %s | %s |", rule->code, rule->return_code);
	for (size_t i = 0; i < messages_count; i++)
		if (is_in_record(rule, &messages[i], messages[i].form.record))
			text_print(out, " %s", messages[i].code + 3);
	text_print(out, " | %s | %s | %s |\n", rule->parts, element, rule->words);
}

void message_reference(struct text *out)
{
	for (size_t i = 0; i < messages_count; i++)
		add_message(out, &messages[i]);
	text_add(out,
	         "\n## Rules inside one message\n\nA rule without a code is asked by the structure check.\n\n"
	         "| rule | code | messages | parts | element | words |\n|---|---|---|---|---|---|\n");
	for (size_t list = 0; list < message_rules_count; list++)
		for (size_t i = 0; i < message_rules[list]->count; i++)
			add_rule(out, &message_rules[list]->items[i]);
	text_add(out,
	         "\n## Rules across messages\n\n| rule | code | messages | words |\n|---|---|---|---|\n");
	for (size_t i = 0; i < message_cross_rules_count; i++) {
		const struct message_cross_rule *rule = &message_cross_rules[i];

		text_print(out, "| %s | %s | %s | %s%s%s |\n", rule->code, rule->return_code, rule->messages,
		           rule->words, rule->unasked == NULL ? "" : " Not checked here because ",
		           rule->unasked == NULL ? "" : rule->unasked);
	}
}
