/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/exchange/message.h"

#include <assert.h>
#include <string.h>

#include "contract/exchange/message_tables.h"
#include "platform/base/words.h"

/* Release 3.2 of iWmo, in force since 3 April 2023. */
#define MESSAGE_NAMESPACE(name_) "http://www.istandaarden.nl/iwmo/3_2/" name_ "/schema"
#define RELEASE_3_2 .schema = "1.0.0", .version = 3, .subversion = 2, .since = { 738613 }
#define FORM_3_2(name_, record_)                                                                             \
	.root = "Bericht", .namespaces = { MESSAGE_NAMESPACE(name_), MESSAGE_NAMESPACE("basisschema") },     \
	.prefix = "iwmo", .record = (record_)

const struct message messages[] = {
	{ .code = "WMO301",
	  .type = "414",
	  RELEASE_3_2,
	  .form = { FORM_3_2("wmo301", &message_orders_record),
	            .without = MESSAGE_BY_PROVIDER | MESSAGE_IN_ANSWER } },
	{ .code = "WMO302",
	  .type = "415",
	  .answers = "WMO301",
	  RELEASE_3_2,
	  .form = { FORM_3_2("wmo302", &message_orders_record), .without = MESSAGE_BY_PROVIDER,
	            .optional = MESSAGE_BODY } },
	{ .code = "WMO305",
	  .type = "418",
	  RELEASE_3_2,
	  .form = { FORM_3_2("wmo305", &message_starts_record),
	            .without = MESSAGE_BY_MUNICIPALITY | MESSAGE_IN_ANSWER } },
	{ .code = "WMO306",
	  .type = "419",
	  .answers = "WMO305",
	  RELEASE_3_2,
	  .form = { FORM_3_2("wmo306", &message_starts_record), .without = MESSAGE_BY_MUNICIPALITY,
	            .optional = MESSAGE_BODY } },
	{ .code = "WMO307",
	  .type = "420",
	  RELEASE_3_2,
	  .form = { FORM_3_2("wmo307", &message_stops_record),
	            .without = MESSAGE_BY_MUNICIPALITY | MESSAGE_IN_ANSWER } },
	{ .code = "WMO308",
	  .type = "421",
	  .answers = "WMO307",
	  RELEASE_3_2,
	  .form = { FORM_3_2("wmo308", &message_stops_record), .without = MESSAGE_BY_MUNICIPALITY,
	            .optional = MESSAGE_BODY } },
};
const size_t messages_count = COUNT(messages);

const struct message *message_find(const char *code, struct date on)
{
	const struct message *first = NULL;

	for (size_t i = 0; i < messages_count; i++) {
		if (strcmp(messages[i].code, code) != 0)
			continue;
		if (date_within(on, messages[i].since, messages[i].until))
			return &messages[i];
		if (first == NULL || date_before(messages[i].since, first->since))
			first = &messages[i];
	}
	return first != NULL && message_is_early(first, on) ? first : NULL;
}

bool message_is_early(const struct message *message, struct date on)
{
	return date_before(on, message->since);
}

const struct message *message_answer_to(const struct message *message)
{
	for (size_t i = 0; i < messages_count; i++)
		if (messages[i].answers != NULL && strcmp(messages[i].answers, message->code) == 0 &&
		    messages[i].since.day == message->since.day)
			return &messages[i];
	return NULL;
}

const struct message_cross_rule *message_cross_rule(const char *code)
{
	for (size_t i = 0; i < message_cross_rules_count; i++)
		if (strcmp(message_cross_rules[i].code, code) == 0)
			return &message_cross_rules[i];
	assert(!"a cross rule of the table");
	return NULL;
}

struct message_header message_header_new(const struct message *message, const char *sender,
                                         const char *receiver, struct message_identity identity)
{
	return (struct message_header){
		.type = message->type,
		.version = message->version,
		.subversion = message->subversion,
		.sender = sender,
		.receiver = receiver,
		.identity = identity,
		.releases = { .base = message->schema, .message = message->schema },
	};
}

const char *message_cut(const char *text, size_t max_chars, struct arena *arena)
{
	size_t length = 0;

	for (size_t chars = 0; text[length] != '\0'; length++) {
		chars += ((unsigned char)text[length] & 0xC0) != 0x80;
		if (chars > max_chars)
			break;
	}
	while (length > 0 && text[length] != '\0' && text[length - 1] == ' ')
		length--;
	return text[length] == '\0' ? text : arena_copy_part(arena, text, length);
}

/* --- reading and checking --- */

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

enum status message_read(const char *bytes, size_t length, struct findings *findings,
                         struct message_reading *ret_reading)
{
	struct xml_document document;
	enum status status = xml_read(bytes, length, choose_form, findings, &document);
	const struct message *message = message_of(document.form);
	struct message_item *item = document.item;

	*ret_reading =
		(struct message_reading){ .message = message, .item = item, .level = MESSAGE_LEVEL_FORM };
	if (status)
		return status;
	if (strcmp(item->header.type, message->type) != 0) {
		(void)findings_add(findings, "xml-value", "Header/BerichtCode",
		                   WORDS("De berichtcode moet %s zijn."), message->type);
		return FINDINGS;
	}
	ret_reading->level = MESSAGE_LEVEL_CONTENT;
	if (message->answers == NULL && !message_check(message, item, findings))
		return FINDINGS;
	ret_reading->level = MESSAGE_LEVEL_DONE;
	return OK;
}

#define MAX_FINDINGS 100 /* of one message */

/* Where a part stands, from the inside out. */
struct place {
	const struct place *in; /* NULL for the root */
	const char *name;
};

struct checking {
	const struct message *message;
	struct message_context context;
	struct findings *findings;
	size_t findings_max;
};

/* The element's path, from Header or Client down. */
static const char *path_of(const struct place *place, const char *element, struct arena *arena)
{
	const char *path = element;

	for (; place->in != NULL; place = place->in)
		path = path[0] == '\0' ? place->name : arena_print(arena, "%s/%s", place->name, path);
	return path;
}

static void check_part(const struct checking *checking, const struct record *record, const void *part,
                       const struct place *place);

static void check_field(const struct checking *checking, const struct field *field, const void *part,
                        const struct place *place)
{
	const struct place inside = { .in = place, .name = field->xml };
	const struct records *list =
		(const struct records *)(const void *)((const char *)part + field->offset);

	if (field->type == FIELD_RECORD && xml_is_present(&checking->message->form, field, part))
		check_part(checking, field->of, list, &inside);
	if (field->type == FIELD_RECORDS)
		for (size_t i = 0; i < list->count; i++)
			check_part(checking, field->of, (const char *)list->items + i * field->of->size,
			           &inside);
}

static void check_part(const struct checking *checking, const struct record *record, const void *part,
                       const struct place *place)
{
	struct findings *findings = checking->findings;

	for (size_t i = 0; i < message_rules_count; i++) {
		const struct message_rule *rule = &message_rules[i];

		if (strcmp(rule->part, record->name) != 0 || findings->count >= checking->findings_max)
			continue;
		if (!rule->holds(part, &checking->context))
			(void)findings_add(findings, rule->code,
			                   path_of(place, rule->element, findings->arena), "%s",
			                   words_in(findings->language, rule->words));
	}
	for (size_t i = 0; i < record->count; i++)
		check_field(checking, &record->fields[i], part, place);
}

bool message_check(const struct message *message, const struct message_item *item, struct findings *findings)
{
	const struct place root = { .name = message->form.root };
	const struct checking checking = {
		.message = message,
		.context = { .header = &item->header, .arena = findings->arena },
		.findings = findings,
		.findings_max = findings->count + MAX_FINDINGS,
	};
	size_t before = findings->count;

	check_part(&checking, message->form.record, item, &root);
	return findings->count == before;
}

/* --- writing and answering --- */

enum status message_write(const struct message *message, const struct message_item *item, struct text *out,
                          struct findings *findings)
{
	size_t before = out->length;
	struct message_reading reading;

	xml_write(&message->form, item, out);
	return message_read(text_words(out) + before, out->length - before, findings, &reading);
}

void message_refuse(struct texts *return_codes, const char *return_code, struct arena *arena)
{
	const char **codes;

	for (size_t i = 0; i < return_codes->count; i++)
		if (strcmp(return_codes->items[i], return_code) == 0)
			return;
	codes = ARENA_MANY(arena, return_codes->count + 1, const char *);
	for (size_t i = 0; i < return_codes->count; i++)
		codes[i] = return_codes->items[i];
	codes[return_codes->count] = return_code;
	*return_codes = (struct texts){ .items = codes, .count = return_codes->count + 1 };
}

/* Whether the part or one inside it has a return code. */
static bool is_refused(const struct record *record, const void *part)
{
	for (size_t i = 0; i < record->count; i++) {
		const struct field *field = &record->fields[i];
		const void *member = (const char *)part + field->offset;
		const struct records *list = member;

		if (field->type == FIELD_TEXTS && !record_is_empty(field, part))
			return true;
		if (field->type == FIELD_RECORD && is_refused(field->of, member))
			return true;
		for (size_t n = 0; field->type == FIELD_RECORDS && n < list->count; n++)
			if (is_refused(field->of, (const char *)list->items + n * field->of->size))
				return true;
	}
	return false;
}

/*
 * Gives every class in the part that has no return code this one. Lists are copied, so that the message
 * received stays as it was.
 */
static void fill_codes(const struct record *record, void *part, const char *return_code, struct arena *arena)
{
	for (size_t i = 0; i < record->count; i++) {
		const struct field *field = &record->fields[i];

		if (field->type == FIELD_TEXTS && record_is_empty(field, part))
			message_refuse(&MEMBER(struct texts, field, part), return_code, arena);
		if (field->type == FIELD_RECORD)
			fill_codes(field->of, (char *)part + field->offset, return_code, arena);
		if (field->type == FIELD_RECORDS && !record_is_empty(field, part)) {
			struct records *list = &MEMBER(struct records, field, part);
			struct records copy = records_new(field->of, list->count, arena);

			memcpy(copy.items, list->items, list->count * field->of->size);
			*list = copy;
			for (size_t n = 0; n < list->count; n++)
				fill_codes(field->of, (char *)list->items + n * field->of->size, return_code,
				           arena);
		}
	}
}

struct message_item message_answer(const struct message *message, const struct message_item *received,
                                   struct message_identity identity, struct arena *arena)
{
	const struct message *answer = message_answer_to(message);
	const struct record *record = answer->form.record;
	struct message_item item = { .header = received->header };

	item.header.type = answer->type;
	item.header.answer = identity;
	item.header.answer_releases =
		(struct message_releases){ .base = answer->schema, .message = answer->schema };
	if (item.header.return_codes.count > 0 || !is_refused(record, received))
		return item;
	item.client = received->client;
	fill_codes(record, &item, item.client.return_codes.count > 0 ? MESSAGE_NOT_JUDGED : MESSAGE_NO_REMARK,
	           arena);
	item.header.return_codes = (struct texts){ 0 };
	message_refuse(&item.header.return_codes, MESSAGE_NO_REMARK, arena);
	return item;
}
