/* SPDX-License-Identifier: EUPL-1.2 */
#include "platform/yaml/yaml.h"

#include <assert.h>
#include <string.h>

#include "platform/base/words.h"
#include "platform/yaml/nearest.h"
#include "platform/yaml/tree.h"

#define MAX_FIELDS 64

/* Reads node into the struct at item; path is "" or ends with a dot. */
static void read_mapping(struct findings *findings, const struct node *node, const struct record *record,
                         void *item, const char *path);

static void refuse(struct findings *findings, const char *code, const char *path, struct mark at,
                   const char *words)
{
	size_t count = findings->count;

	(void)findings_add(findings, code, path, "%s", words_in(findings->language, words));
	findings_place(findings, count, at);
}

static void refuse_unknown(struct findings *findings, const struct node *key, const struct record *record,
                           const char *path)
{
	struct nearest nearest = { .word = key->text };
	size_t count = findings->count;

	for (size_t i = 0; i < record->count; i++)
		if (record->fields[i].type != FIELD_MARKS)
			nearest_offer(&nearest, record->fields[i].name);
	if (nearest.best == NULL)
		(void)findings_add(findings, "key", path,
		                   WORDS("De sleutel \"%.60s\" bestaat hier niet; haal hem weg."), key->text);
	else
		(void)findings_add(findings, "key", path,
		                   WORDS("De sleutel \"%.60s\" bestaat hier niet; bedoelt u \"%s\"?"),
		                   key->text, nearest.best);
	findings_place(findings, count, key->at);
}

static void refuse_choice(struct findings *findings, const struct field *field, const struct node *node,
                          const char *path)
{
	const char *codes = "";
	size_t count = findings->count;

	for (const struct choice *choice = field->choices; choice->code != NULL; choice++)
		codes = arena_print(findings->arena, "%s%s%s", codes, codes[0] == '\0' ? "" : ", ",
		                    choice->code);
	(void)findings_add(findings, "choice", path, WORDS("\"%.60s\" kan hier niet; kies uit: %s."),
	                   node->text, codes);
	findings_place(findings, count, node->at);
}

static bool is_choice(const struct choice *choices, const char *code)
{
	for (; choices->code != NULL; choices++)
		if (strcmp(choices->code, code) == 0)
			return true;
	return false;
}

static void read_single(struct findings *findings, const struct node *node, const struct field *field,
                        void *item, const char *path)
{
	size_t count = findings->count;

	if (node->kind != NODE_VALUE) {
		refuse(findings, "kind", path, node->at,
		       WORDS("Hier hoort een enkele waarde te staan, geen lijst of sleutels."));
		return;
	}
	if (field->choices != NULL && !is_choice(field->choices, node->text)) {
		refuse_choice(findings, field, node, path);
		return;
	}
	(void)record_set(field, item, node->text, path, findings);
	findings_place(findings, count, node->at);
}

/* Whether a key has no value: nothing, blanks, or an empty list. */
static bool is_blank(const struct node *node)
{
	return node->kind == NODE_VALUE ? node->text[strspn(node->text, " \t\r\n")] == '\0'
	                                : node->count == 0;
}

/* One text of a list, with the limits of a text field. */
static const char *read_text(struct findings *findings, const struct node *node, const struct field *list,
                             const char *path)
{
	struct {
		const char *text;
	} item = { NULL };
	const struct field field = {
		.name = list->name, .type = FIELD_TEXT, .max_chars = list->max_chars, .choices = list->choices
	};

	if (is_blank(node))
		refuse(findings, "empty", path, node->at,
		       WORDS("Hier staat niets; vul iets in of haal het weg."));
	else
		read_single(findings, node, &field, &item, path);
	return item.text == NULL ? "" : item.text;
}

static void read_texts(struct findings *findings, const struct node *node, const struct field *field,
                       void *item, const char *path)
{
	bool is_list = node->kind == NODE_LIST;
	const struct node *child = is_list ? node->first : node;
	size_t count = is_list ? node->count : 1;
	const char **items = ARENA_MANY(findings->arena, count, const char *);
	struct mark *marks = ARENA_MANY(findings->arena, count, struct mark);

	for (size_t i = 0; i < count; i++, child = child->next) {
		items[i] = read_text(findings, child, field, path);
		marks[i] = child->at;
	}
	MEMBER(struct texts, field, item) = (struct texts){ .items = items, .marks = marks, .count = count };
}

static void read_records(struct findings *findings, const struct node *node, const struct field *field,
                         void *item, const char *path)
{
	struct records *records = &MEMBER(struct records, field, item);
	const struct node *child = node->first;

	if (node->kind != NODE_LIST) {
		refuse(findings, "kind", path, node->at,
		       WORDS("Hier hoort een lijst te staan; begin elke regel van de lijst met een "
		             "streepje."));
		return;
	}
	*records = records_new(field->of, node->count, findings->arena);
	for (size_t i = 0; i < node->count; i++, child = child->next)
		read_mapping(findings, child, field->of, (char *)records->items + i * field->of->size,
		             arena_print(findings->arena, "%s.%zu.", path, i));
}

static void read_value(struct findings *findings, const struct node *node, const struct field *field,
                       void *item, const char *path)
{
	const char *name = arena_print(findings->arena, "%s%s", path, field->name);

	if (is_blank(node)) {
		refuse(findings, "empty", name, node->at,
		       WORDS("Hier staat niets; vul iets in of haal het weg."));
		return;
	}
	switch (field->type) {
	case FIELD_TEXTS:
		read_texts(findings, node, field, item, name);
		break;
	case FIELD_RECORDS:
		read_records(findings, node, field, item, name);
		break;
	case FIELD_RECORD:
		read_mapping(findings, node, field->of, (char *)item + field->offset,
		             arena_print(findings->arena, "%s.", name));
		break;
	case FIELD_TEXT:
	case FIELD_NUMBER:
	case FIELD_FLAG:
	case FIELD_DATE:
	case FIELD_MOMENT:
	case FIELD_MONEY:
		read_single(findings, node, field, item, name);
		break;
	case FIELD_MARKS:
		break;
	}
}

static void check_required(struct findings *findings, const struct record *record, uint64_t seen,
                           struct mark at, const char *path)
{
	for (size_t i = 0; i < record->count; i++) {
		const struct field *field = &record->fields[i];
		size_t count = findings->count;

		if (!field->required || (seen >> i & 1) != 0)
			continue;
		(void)findings_add(findings, "required",
		                   arena_print(findings->arena, "%s%s", path, field->name),
		                   WORDS("Hier ontbreekt \"%s\" (%s)."), field->name,
		                   words_in(findings->language, field->label));
		findings_place(findings, count, at);
	}
}

/* Room for the places of the record's fields; each begins as the place of the record itself. */
static struct mark *new_marks(struct findings *findings, const struct record *record, void *item,
                              struct mark at)
{
	struct mark *marks = ARENA_MANY(findings->arena, record->count + 1, struct mark);

	for (size_t i = 0; i <= record->count; i++)
		marks[i] = at;
	for (size_t i = 0; i < record->count; i++)
		if (record->fields[i].type == FIELD_MARKS)
			MEMBER(struct marks, &record->fields[i], item).items = marks;
	return marks;
}

static const struct field *field_of_key(struct findings *findings, const struct node *key,
                                        const struct record *record, const char *path)
{
	const struct field *field = record_field(record, key->text);

	if (key->kind != NODE_VALUE)
		refuse(findings, "key", path, key->at, WORDS("Een sleutel is een enkel woord, geen lijst."));
	else if (field == NULL || field->type == FIELD_MARKS)
		refuse_unknown(findings, key, record, path);
	else
		return field;
	return NULL;
}

static void read_mapping(struct findings *findings, const struct node *node, const struct record *record,
                         void *item, const char *path)
{
	struct mark *marks = new_marks(findings, record, item, node->at);
	uint64_t seen = 0;

	assert(record->count <= MAX_FIELDS);
	if (node->kind != NODE_MAPPING) {
		refuse(findings, "kind", path, node->at,
		       WORDS("Hier horen sleutels met waarden te staan, zoals \"naam: waarde\"."));
		return;
	}
	for (const struct node *key = node->first; key != NULL; key = key->next->next) {
		const struct field *field = field_of_key(findings, key, record, path);
		size_t index = field == NULL ? 0 : (size_t)(field - record->fields);

		if (field == NULL)
			continue;
		if ((seen >> index & 1) != 0) {
			refuse(findings, "double", arena_print(findings->arena, "%s%s", path, field->name),
			       key->at, WORDS("Deze sleutel staat er al; haal een van de twee weg."));
			continue;
		}
		seen |= (uint64_t)1 << index;
		marks[index + 1] = key->next->at;
		read_value(findings, key->next, field, item, path);
	}
	check_required(findings, record, seen, node->at, path);
}

enum status yaml_read(const char *bytes, size_t length, const struct record *record, void *item,
                      struct findings *findings)
{
	size_t count = findings->count;
	const struct node *root;

	memset(item, 0, record->size);
	root = tree_read(bytes, length, findings);
	if (root != NULL)
		read_mapping(findings, root, record, item, "");
	return findings->count > count ? FINDINGS : OK;
}
