/* SPDX-License-Identifier: EUPL-1.2 */
/* message: checks messages of iWmo, turns them into JSON or a page, and JSON into messages. */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "command/command.h"
#include "command/files.h"
#include "contract/claim/claim_reference.h"
#include "contract/exchange/message_rule.h"
#include "contract/exchange/message_show.h"
#include "platform/base/close.h"
#include "platform/base/words.h"
#include "platform/xml/schema.h"
#include "platform/xml/xml_json.h"

#define MAX_JSON_BYTES ((size_t)256 * 1024 * 1024)
#define MAX_SCHEMAS 32

static const struct command_option message_options[] = {
	{ "json", NULL, false, "check: one JSON object per file; read: the message as JSON" },
	{ "html", NULL, false, "read: the message as a page" },
	{ "type", "CODE", false, "write: which message it is, such as WMO301" },
	{ "schemas", "DIR", false, "check: a folder with WMO301.xsd and so on, to compare our verdict with" },
	{ NULL, NULL, false, NULL },
};

/* The files that the command works on. */
struct work {
	struct command_call *call;
	struct arena *arena; /* of the file at hand */
	struct {
		const struct message *message;
		struct xml_schema *schema;
	} schemas[MAX_SCHEMAS];
	size_t schemas_count;
	bool has_findings, is_unread; /* is_unread: of a file among them */
};

static void work_done(struct work *work)
{
	for (size_t i = 0; i < work->schemas_count; i++)
		xml_schema_freep(&work->schemas[i].schema);
	arena_freep(&work->arena);
}

/* The file, or its beginning when it is larger than a message may be. */
static enum status read_file(const char *path, struct text *bytes, struct fault *fault)
{
	CLEANUP(close_file) FILE *file = NULL;
	struct stat about = { 0 };

	if (stat(path, &about) != 0)
		return fault_set(fault, FAILED, "cannot open %s: %s", path, strerror(errno));
	if (!S_ISREG(about.st_mode)) /* a pipe would be waited for */
		return fault_set(fault, FAILED, "%s is not a file", path);
	file = fopen(path, "rb");
	if (file == NULL)
		return fault_set(fault, FAILED, "cannot open %s: %s", path, strerror(errno));
	text_add_file(bytes, file, about.st_size < 0 ? 0 : (size_t)about.st_size);
	return ferror(file) ? fault_set(fault, FAILED, "cannot read %s", path) : OK;
}

/* --- check --- */

static void print_findings_json(struct json *json, const struct findings *findings, bool is_form)
{
	json_array_begin(json);
	for (size_t i = 0; i < findings->count; i++) {
		const struct finding *finding = &findings->items[i];

		json_object_begin(json);
		if (!is_form) {
			json_key(json, "rule");
			json_text(json, finding->code);
			json_key(json, "code");
			json_text(json, message_return_code(finding->code));
		}
		json_key(json, "line");
		json_number(json, finding->line);
		json_key(json, "element");
		json_text(json, finding->field);
		json_key(json, "words");
		json_text(json, finding->words);
		json_object_end(json);
	}
	json_array_end(json);
}

/* Of each file one line. schema is "valid" or "invalid", or NULL when nobody asked. */
static void print_json(const char *path, const struct message_reading *reading,
                       const struct findings *findings, const char *schema)
{
	const struct findings none = { .count = 0 };
	bool is_form = reading->level == MESSAGE_LEVEL_FORM;
	struct text out CLEANUP(text_done) = text_new(MAX_JSON_BYTES);
	struct json json = { .out = &out };

	json_object_begin(&json);
	json_key(&json, "file");
	json_text(&json, path);
	json_key(&json, "message");
	json_text(&json, reading->message == NULL ? NULL : reading->message->code);
	json_key(&json, "structure");
	print_findings_json(&json, is_form ? findings : &none, /* is_form= */ true);
	json_key(&json, "level2");
	print_findings_json(&json, is_form ? &none : findings, /* is_form= */ false);
	if (schema != NULL) {
		json_key(&json, "schema");
		json_text(&json, schema);
	}
	json_object_end(&json);
	(void)puts(text_words(&out));
}

static void print_words(const struct work *work, const char *path, const struct message_reading *reading,
                        const struct findings *findings, const char *schema)
{
	if (findings->count == 0)
		(void)printf("%s: %s\n", path, words_in(work->call->language, WORDS("in orde")));
	for (size_t i = 0; i < findings->count; i++) {
		const struct finding *finding = &findings->items[i];
		bool is_form = reading->level == MESSAGE_LEVEL_FORM;

		files_place(path, finding);
		(void)printf("%s%s%s: %s\n", is_form ? "" : message_return_code(finding->code),
		             is_form ? "" : " ", finding->code, finding->words);
		if (finding->field[0] != '\0')
			(void)printf("\t%s\n", finding->field);
	}
	if (schema != NULL)
		(void)printf("\tschema: %s\n", schema);
}

static void tell_of(const struct work *work, const char *path, const struct message_reading *reading,
                    const struct findings *findings, const char *schema)
{
	if (command_option(work->call, "json") != NULL)
		print_json(path, reading, findings, schema);
	else
		print_words(work, path, reading, findings, schema);
}

/* What a schema of the folder says of it; NULL when there is no folder, or the message was not recognised. */
static enum status ask_schema(struct work *work, const struct message *message, const struct text *bytes,
                              const char **ret_schema, struct fault *fault)
{
	const char *folder = command_option(work->call, "schemas");
	enum status status;
	size_t i = 0;

	*ret_schema = NULL;
	if (folder == NULL || message == NULL)
		return OK;
	while (i < work->schemas_count && work->schemas[i].message != message)
		i++;
	if (i == work->schemas_count) {
		if (i == MAX_SCHEMAS)
			return fault_set(fault, FAILED, "there are more than %d schemas", MAX_SCHEMAS);
		work->schemas[i].message = message;
		status = xml_schema_new(arena_print(work->arena, "%s/%s.xsd", folder, message->code),
		                        &work->schemas[i].schema, fault);
		if (status)
			return status;
		work->schemas_count++;
	}
	*ret_schema = xml_schema_accepts(work->schemas[i].schema, text_words(bytes), bytes->length)
	                      ? "valid"
	                      : "invalid";
	return OK;
}

static enum status check_file(struct work *work, const char *path, struct fault *fault)
{
	struct text bytes CLEANUP(text_done) = text_new(XML_MAX_BYTES + 1);
	struct findings findings = findings_new(work->arena, work->call->language);
	struct message_reading reading;
	const char *schema = NULL;
	enum status status = read_file(path, &bytes, fault);

	if (status) { /* the other files are looked at all the same */
		work->is_unread = true;
		(void)findings_add(&findings, "unread", "", "%s", fault->words);
		tell_of(work, path, &(struct message_reading){ .level = MESSAGE_LEVEL_FORM }, &findings,
		        NULL);
		return OK;
	}
	status = message_check(text_words(&bytes), bytes.length, &findings, &reading);
	if (status != OK && status != FINDINGS)
		return status;
	work->has_findings = work->has_findings || status == FINDINGS;
	status = ask_schema(work, reading.message, &bytes, &schema, fault);
	if (status)
		return status;
	tell_of(work, path, &reading, &findings, schema);
	return OK;
}

/* --- read and write --- */

static enum status tell(const struct findings *findings, const char *path, struct fault *fault)
{
	for (size_t i = 0; i < findings->count; i++)
		(void)fprintf(stderr, "%s:%d: %s: %s\n", path, findings->items[i].line,
		              findings->items[i].field, findings->items[i].words);
	return fault_set(fault, FINDINGS, "%s is not sound", path);
}

/* A message that breaks rules is shown as well: only its structure must be right. */
static enum status show_file(struct work *work, const char *path, struct fault *fault)
{
	struct text bytes CLEANUP(text_done) = text_new(XML_MAX_BYTES + 1);
	struct text out CLEANUP(text_done) = text_new(MAX_JSON_BYTES);
	struct json json = { .out = &out };
	struct findings findings = findings_new(work->arena, work->call->language);
	struct message_reading reading;
	enum status status = read_file(path, &bytes, fault);

	if (status)
		return status;
	status = message_read(text_words(&bytes), bytes.length, &findings, &reading);
	if (status != OK && reading.level == MESSAGE_LEVEL_FORM)
		return tell(&findings, path, fault);
	if (command_option(work->call, "html") == NULL)
		xml_to_json(&reading.message->form, reading.item, &json);
	else
		status = message_show(&reading, &findings, work->arena, &out, fault);
	if (status != OK && status != FINDINGS)
		return status;
	(void)puts(text_words(&out));
	return OK;
}

static enum status write_file(struct work *work, const char *path, struct fault *fault)
{
	const char *code = command_option(work->call, "type");
	const struct message *message = NULL;
	struct text out CLEANUP(text_done) = text_new(XML_MAX_BYTES);
	struct findings findings = findings_new(work->arena, work->call->language);
	struct message_reading reading;
	const char *bytes;
	size_t length;
	void *item;
	enum status status;

	if (code != NULL)
		message = message_find(code, clock_today(&work->call->clock));
	if (message == NULL)
		return fault_set(fault, WRONG_USE,
		                 "message write needs --type with a message such as WMO301%s%s",
		                 code == NULL ? "" : ", not ", or_empty(code));
	status = command_file(work->call, path, &bytes, &length, fault);
	if (status)
		return status;
	status = xml_from_json(&message->form, bytes, length, &findings, &item);
	if (status == OK)
		status = message_may_leave(item, &findings);
	if (status == OK) {
		xml_write(&message->form, item, &out);
		status = message_read(text_words(&out), out.length, &findings, &reading);
		if (status == FINDINGS && reading.level != MESSAGE_LEVEL_FORM)
			status = OK; /* what its rules have to say is for check */
	}
	if (status)
		return tell(&findings, path, fault);
	(void)fwrite(text_words(&out), 1, out.length, stdout);
	return OK;
}

/* --- the verbs --- */

static const struct {
	const char *name;
	enum status (*run)(struct work *work, const char *path, struct fault *fault);
} verbs[] = {
	{ "check", check_file },
	{ "read", show_file },
	{ "write", write_file },
};

/* The tables, for the documentation. */
static enum status print_reference(void)
{
	struct text out CLEANUP(text_done) = text_new(MAX_JSON_BYTES);

	message_reference(&out);
	claim_reference(&out);
	(void)fputs(text_words(&out), stdout);
	return OK;
}

static enum status run_message(struct command_call *call, struct fault *fault)
{
	struct work work CLEANUP(work_done) = { .call = call, .arena = arena_new(2 * XML_ARENA_BYTES) };
	enum status status = OK;
	const char *first = call->names.items[0];
	size_t verb = 0;

	if (strcmp(first, "reference") == 0 && call->names.count == 1)
		return print_reference();
	while (verb < COUNT(verbs) && strcmp(verbs[verb].name, first) != 0)
		verb++;
	if (verb == COUNT(verbs) || call->names.count < 2)
		return fault_set(fault, WRONG_USE, "message takes check, read or write, and a file");
	for (size_t i = 1; status == OK && i < call->names.count; i++) {
		arena_clear(work.arena);
		status = verbs[verb].run(&work, call->names.items[i], fault);
	}
	if (status == OK && work.is_unread)
		return fault->words[0] == '\0' ? FAILED
		                               : fault_set(fault, FAILED, "not every file could be read");
	return status == OK && work.has_findings ? FINDINGS : status;
}

const struct command command_message = {
	"message",
	"check messages of iWmo, show them, write them from JSON; or tell what they may hold (reference)",
	"check|read|write FILE...|reference", message_options, run_message
};
