/* SPDX-License-Identifier: EUPL-1.2 */
#include "platform/page/page.h"

#include <assert.h>
#include <string.h>

#include "platform/page/template.h"

#define MAX_SET_BYTES (256u * 1024 * 1024)
#define MAX_REREAD_BYTES (32u * 1024 * 1024)

static const char *const languages[] = { "nl", "en" };

/* The templates of one language, in the order of the rows. */
struct edition {
	struct spelling spelling;
	struct template *templates;
};

struct page_set {
	struct arena *arena;
	const struct page_template *rows;
	size_t count;
	const struct page_source *source;
	struct edition editions[COUNT(languages)];
};

static enum status compile_edition(struct page_set *set, const char *language, struct edition *edition,
                                   struct findings *findings, struct fault *fault)
{
	const struct template_order order = { set->source, language, set->arena, findings, fault };

	edition->spelling = spelling_new(language);
	edition->templates = ARENA_MANY(set->arena, set->count, struct template);
	for (size_t i = 0; i < set->count; i++) {
		enum status status = template_compile(&order, &set->rows[i], &edition->templates[i]);

		if (status != OK && status != FINDINGS)
			return status;
	}
	return findings->count > 0 ? FINDINGS : OK;
}

enum status page_set_new(const struct page_template *rows, size_t count, const struct page_source *source,
                         struct page_set **ret_set, struct findings *findings, struct fault *fault)
{
	struct arena *arena = arena_new(MAX_SET_BYTES);
	struct page_set *set = ARENA_NEW(arena, struct page_set);
	enum status status = OK;

	*set = (struct page_set){ .arena = arena, .rows = rows, .count = count, .source = source };
	for (size_t i = 0; i < COUNT(languages) && status == OK; i++)
		status = compile_edition(set, languages[i], &set->editions[i], findings, fault);
	if (status == OK)
		*ret_set = set;
	else
		page_set_free(set);
	return status;
}

void page_set_free(struct page_set *set)
{
	if (set != NULL)
		arena_free(set->arena);
}

void page_set_freep(struct page_set **set)
{
	page_set_free(*set);
}

static void render_findings(const struct findings *findings, const struct fault *fault, struct text *out)
{
	text_add(out, "<!DOCTYPE html><title>template</title><pre>");
	if (findings->count == 0)
		escape_add(out, ESCAPE_HTML, fault->words);
	for (size_t i = 0; i < findings->count; i++) {
		escape_add(out, ESCAPE_HTML, findings->items[i].field);
		text_print(out, ":%d:%d: ", findings->items[i].line, findings->items[i].column);
		escape_add(out, ESCAPE_HTML, findings->items[i].words);
		text_add_char(out, '\n');
	}
	text_add(out, "</pre>");
}

/* With --dev: what the file says now; a mistake in it is shown instead of the page. */
static void render_from_disk(const struct page_set *set, const struct page_template *row,
                             const struct edition *edition, const void *view, struct text *out)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new(MAX_REREAD_BYTES);
	const char *language = edition->spelling.language;
	struct findings findings = findings_new(arena, language);
	struct fault fault = { "" };
	const struct template_order order = { set->source, language, arena, &findings, &fault };
	struct template template = { 0 };
	enum status status = template_compile(&order, row, &template);

	if (status == OK)
		template_run(&template, &edition->spelling, view, out);
	else
		render_findings(&findings, &fault, out);
}

void page_render(const struct page_set *set, const char *name, const char *language, const void *view,
                 struct text *out)
{
	const struct edition *edition = &set->editions[strcmp(language, languages[1]) == 0 ? 1 : 0];

	for (size_t i = 0; i < set->count; i++) {
		if (strcmp(set->rows[i].name, name) != 0)
			continue;
		if (set->source->directory != NULL)
			render_from_disk(set, &set->rows[i], edition, view, out);
		else
			template_run(&edition->templates[i], &edition->spelling, view, out);
		return;
	}
	assert(false && "a template of that name");
}
