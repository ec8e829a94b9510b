/* SPDX-License-Identifier: EUPL-1.2 */
#include "platform/page/compiler.h"

#include <string.h>

#include "platform/base/words.h"

void compiler_complain(struct compiler *compiler, const char *at, const char *about, const char *words)
{
	const struct file *file = &compiler->files[compiler->files_count - 1];
	struct findings *findings = compiler->order->findings;
	struct finding *finding;
	int line = 1, column = 1;

	for (const char *c = file->bytes; c < at; c++) {
		line += *c == '\n' ? 1 : 0;
		column = *c == '\n' ? 1 : column + 1;
	}
	words = words_in(findings->language, words);
	finding = findings_add(findings, "template", file->name, "%s%s%s", about,
	                       about[0] == '\0' ? "" : ": ", words);
	finding->line = line;
	finding->column = column;
}

static size_t append(struct compiler *compiler, struct operation operation)
{
	if (compiler->count == compiler->size) {
		size_t size = compiler->size == 0 ? 64 : 2 * compiler->size;
		struct operation *operations = ARENA_MANY(compiler->order->arena, size, struct operation);

		if (compiler->count > 0)
			memcpy(operations, compiler->operations, compiler->count * sizeof(*operations));
		compiler->operations = operations;
		compiler->size = size;
	}
	compiler->operations[compiler->count] = operation;
	return compiler->count++;
}

size_t compiler_here(struct compiler *compiler)
{
	struct text *words = &compiler->words;

	compiler->is_too_long |= words->is_full;
	if (words->length > 0) {
		char *bytes = arena_take(compiler->order->arena, words->length);

		memcpy(bytes, words->bytes, words->length);
		(void)append(compiler, (struct operation){ .kind = OPERATION_WORDS,
		                                           .bytes = bytes,
		                                           .size = words->length });
	}
	text_clear(words);
	return compiler->count;
}

size_t compiler_emit(struct compiler *compiler, struct operation operation)
{
	(void)compiler_here(compiler);
	return append(compiler, operation);
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* A run of blanks becomes one blank or line end. */
static const char *fold_blanks(struct compiler *compiler, const char *at, const char *end)
{
	bool adds_nothing = compiler->place.is_after_blank;
	char blank = ' ';

	for (; at < end && is_blank(*at); at++)
		if (*at == '\n')
			blank = '\n';
	(void)place_follow(&compiler->place, blank);
	if (!adds_nothing)
		text_add_char(&compiler->words, blank);
	return at;
}

void compiler_literal(struct compiler *compiler, const char *at, const char *end)
{
	while (at < end) {
		if (is_blank(*at) && place_folds_blanks(&compiler->place)) {
			at = fold_blanks(compiler, at, end);
			continue;
		}
		if (!place_follow(&compiler->place, *at))
			compiler_complain(compiler, at, "", WORDS("zet een spatie voor dit attribuut"));
		text_add_char(&compiler->words, *at++);
	}
}

/* The field at the end of a dotted path that begins in record. */
static bool find_in(const struct record *record, const char *path, struct found *found)
{
	for (;;) {
		size_t length = strcspn(path, ".");

		found->field = NULL;
		for (size_t i = 0; i < record->count; i++)
			if (strncmp(record->fields[i].name, path, length) == 0 &&
			    record->fields[i].name[length] == '\0')
				found->field = &record->fields[i];
		if (found->field == NULL)
			return false;
		found->offset += found->field->offset;
		if (path[length] == '\0')
			return true;
		if (found->field->type != FIELD_RECORD)
			return false;
		record = found->field->of;
		path += length + 1;
	}
}

bool compiler_find(struct compiler *compiler, const char *at, const char *name, struct found *ret_found)
{
	static const struct field item = { .name = ".", .type = FIELD_TEXT };

	for (unsigned i = compiler->scopes_count; i-- > 0;) {
		const struct scope *scope = &compiler->scopes[i];

		*ret_found = (struct found){ .field = &item, .base = scope->base, .offset = scope->offset };
		if (scope->record == NULL && strcmp(name, ".") == 0)
			return true;
		if (scope->record != NULL && find_in(scope->record, name, ret_found))
			return true;
	}
	compiler_complain(compiler, at, name, WORDS("deze naam is hier niet bekend"));
	return false;
}

/* Why a field cannot be shown in this manner, or NULL. */
static const char *misfit(const char *manner, const struct field *field)
{
	bool is_date = field->type == FIELD_DATE || field->type == FIELD_MOMENT;

	if (field->type >= FIELD_TEXTS)
		return WORDS("dit is geen enkele waarde: gebruik #each of een punt");
	if (strcmp(manner, "iso") == 0)
		return is_date ? NULL : WORDS("iso is er voor een datum of een tijdstip");
	if (strcmp(manner, "path") == 0)
		return field->type == FIELD_TEXT ? NULL : WORDS("path is er voor een tekst");
	if (strcmp(manner, "label") == 0)
		return field->type == FIELD_TEXT && field->choices != NULL
		               ? NULL
		               : WORDS("label is er voor een veld met keuzes");
	return manner[0] == '\0' ? NULL : WORDS("voor een naam kan alleen iso, label of path staan");
}

/* The choices with their labels in the reader's language. */
static const struct choice *translated(const struct template_order *order, const struct choice *choices)
{
	size_t count = 0;
	struct choice *copy;

	while (choices[count].code != NULL)
		count++;
	copy = ARENA_MANY(order->arena, count + 1, struct choice);
	for (size_t i = 0; i < count; i++)
		copy[i] = (struct choice){ choices[i].code, words_in(order->language, choices[i].label) };
	return copy;
}

void compiler_value(struct compiler *compiler, const char *at, const char *manner, const char *name)
{
	struct operation operation = { .kind = OPERATION_VALUE };
	struct found found;
	const char *reason;

	if (!compiler_find(compiler, at, name, &found))
		return;
	reason = misfit(manner, found.field);
	if (reason == NULL)
		reason = place_value(&compiler->place, strcmp(manner, "path") == 0, &operation.escape);
	if (reason != NULL) {
		compiler_complain(compiler, at, name, reason);
		return;
	}
	operation.type = found.field->type;
	operation.base = found.base;
	operation.offset = found.offset;
	if (strcmp(manner, "label") == 0) {
		operation.kind = OPERATION_LABEL;
		operation.choices = translated(compiler->order, found.field->choices);
	}
	if (strcmp(manner, "iso") == 0 || operation.escape == ESCAPE_PART)
		if (operation.type == FIELD_DATE || operation.type == FIELD_MOMENT)
			operation.kind = OPERATION_ISO;
	(void)compiler_emit(compiler, operation);
}

void compiler_words(struct compiler *compiler, const char *at, const char *dutch)
{
	struct arena *arena = compiler->order->arena;
	const char *words = words_in(compiler->order->language, dutch);
	enum escape escape;
	const char *reason = place_value(&compiler->place, false, &escape);

	if (reason == NULL && escape != ESCAPE_HTML)
		reason = WORDS("in een adres kunnen geen woorden staan");
	if (reason != NULL) {
		compiler_complain(compiler, at, "", reason);
		return;
	}
	for (;;) {
		size_t plain = strcspn(words, "{"), name = strcspn(words, "}");

		escape_add(&compiler->words, ESCAPE_HTML, arena_copy_part(arena, words, plain));
		if (words[plain] == '\0')
			return;
		if (name < plain || words[name] == '\0') {
			compiler_complain(compiler, at, "", WORDS("een accolade sluit niet"));
			return;
		}
		compiler_value(compiler, at, "", arena_copy_part(arena, words + plain + 1, name - plain - 1));
		words += name + 1;
	}
}
