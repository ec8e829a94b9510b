/* SPDX-License-Identifier: EUPL-1.2 */
#include "command/files.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "platform/record/json.h"

#define ANSWER_BYTES ((size_t)4 * 1024 * 1024)

enum status files_scheme(const struct command_call *call, const char *path, struct scheme *ret_scheme,
                         struct fault *fault)
{
	struct findings findings = findings_new(call->arena, call->language);
	const char *bytes = "";
	size_t length = 0;
	enum status status = command_file(call, path, &bytes, &length, fault);

	if (status)
		return status;
	if (scheme_read(bytes, length, ret_scheme, &findings) != OK)
		return fault_set(fault, FINDINGS, "the scheme must be right first: %s:%d:%d: %s", path,
		                 findings.items[0].line, findings.items[0].column, findings.items[0].words);
	return OK;
}

static int by_line(const void *a, const void *b)
{
	const struct finding *one = a, *other = b;
	int difference = one->line - other->line;

	return difference != 0 ? difference : strcmp(one->words, other->words);
}

static void to_json(const struct findings *findings, const char *path, struct text *out)
{
	struct json json = { .out = out };

	json_object_begin(&json);
	json_key(&json, "findings");
	json_array_begin(&json);
	for (size_t i = 0; i < findings->count; i++) {
		json_object_begin(&json);
		json_key(&json, "file");
		json_text(&json, path);
		json_key(&json, "line");
		json_number(&json, findings->items[i].line);
		json_key(&json, "code");
		json_text(&json, findings->items[i].code);
		json_key(&json, "words");
		json_text(&json, findings->items[i].words);
		json_object_end(&json);
	}
	json_array_end(&json);
	json_object_end(&json);
}

void files_place(const char *path, const struct finding *finding)
{
	if (finding->line > 0)
		(void)printf("%s:%d: ", path, finding->line);
	else
		(void)printf("%s: ", path);
}

enum status files_findings(const struct command_call *call, const char *path, struct findings *findings)
{
	CLEANUP(text_done) struct text out = text_new(ANSWER_BYTES);

	qsort(findings->items, findings->count, sizeof(findings->items[0]), by_line);
	if (command_option(call, "json") != NULL) {
		to_json(findings, path, &out);
		(void)printf("%s\n", text_words(&out));
		return FINDINGS;
	}
	for (size_t i = 0; i < findings->count; i++) {
		files_place(path, &findings->items[i]);
		(void)puts(findings->items[i].words);
	}
	return FINDINGS;
}
