/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Pages: HTML templates, compiled per language and bound to the struct they show.
 *
 *	{{name}} {{frame.title}}        a field, escaped for its place; dates and amounts in words
 *	{{iso born}}                    a date or moment as YYYY-MM-DD or YYYY-MM-DDTHH:MM:SSZ
 *	{{label kind}}                  the label of a coded field, in the reader's language
 *	href="/melding/{{id}}"          in an address a value is one part of it
 *	href="{{path address}}"         or a whole address on this site
 *	{{_ Nog {days} dagen}}          Dutch words, translated when compiled; {days} is a field
 *	{{#if name}} {{else}} {{/if}}   name is true, not empty, not 0; #unless is the other way round
 *	{{#each list}} {{else}} {{/each}}   each record, or text as {{.}}; names are looked up inside first
 *	{{> ui/head.html}}              another template, read here
 *	{{> ui/form.html form}}         or read inside the record form
 *	{{! words for the next author }}
 *
 * What is wrong in a template is found when it is compiled, never when it is shown.
 */
#ifndef PLATFORM_PAGE_PAGE_H
#define PLATFORM_PAGE_PAGE_H

#include "platform/base/embedded.h"
#include "platform/base/fault.h"
#include "platform/base/text.h"
#include "platform/record/record.h"

struct page_template {
	const char *name;          /* such as "desk/report.html": the end of the file's path */
	const struct record *view; /* describes the struct that page_render is given */
};

/* Where templates are: in the binary; or, with a directory, on disk and read again at each rendering. */
struct page_source {
	const struct embedded_file *files;
	size_t count;
	const char *directory; /* the root of the source tree, or NULL */
};

struct page_set;

/*
 * Compiles the templates. Mistakes become findings with the file's name as field, line and column. rows and
 * source must outlive the set; ret is freed with page_set_free.
 */
enum status page_set_new(const struct page_template *rows, size_t count, const struct page_source *source,
                         struct page_set **ret_set, struct findings *findings,
                         struct fault *fault) MUST_CHECK;
void page_set_free(struct page_set *set);
/* For CLEANUP: frees what the pointer points at, which may be NULL. */
void page_set_freep(struct page_set **set);

/*
 * Adds the page to out; whether it fitted is out->is_full. view is a struct as the template's row says;
 * language is "nl" or "en". An unknown name is a bug. Moments are shown in the time zone of the process.
 */
void page_render(const struct page_set *set, const char *name, const char *language, const void *view,
                 struct text *out);

#endif
