/* SPDX-License-Identifier: EUPL-1.2 */
/* Inside the page module: a template as a list of operations, how it is compiled and how it is run. */
#ifndef PLATFORM_PAGE_TEMPLATE_H
#define PLATFORM_PAGE_TEMPLATE_H

#include "platform/page/escape.h"
#include "platform/page/page.h"
#include "platform/page/spelling.h"

enum operation_kind {
	OPERATION_WORDS,  /* adds bytes */
	OPERATION_VALUE,  /* adds the value */
	OPERATION_ISO,    /* adds the date or moment in its ISO form */
	OPERATION_LABEL,  /* adds the label of the code */
	OPERATION_IF,     /* goes to target when the value is false */
	OPERATION_UNLESS, /* goes to target when the value is true */
	OPERATION_JUMP,   /* goes to target */
	OPERATION_EACH,   /* enters the list as base inner; goes to target when it is empty */
	OPERATION_NEXT,   /* goes to target with base inner at the next item, as long as there is one */
};

/* A value stands offset bytes into the struct that is the base of that number; base 0 is the view. */
struct operation {
	enum operation_kind kind;
	enum field_type type;
	enum escape escape;
	unsigned base, inner;
	size_t offset;
	size_t target;
	size_t size;                  /* of the bytes, or of one item of the list */
	const char *bytes;            /* not ended with a NUL */
	const struct choice *choices; /* with translated labels */
};

#define TEMPLATE_MAX_BASES 8
#define TEMPLATE_MAX_OPERATIONS 20000

struct template {
	const struct operation *operations;
	size_t count;
};

/* What a template is compiled with: where it and its partials are, for whom, and where the result lives. */
struct template_order {
	const struct page_source *source;
	const char *language;
	struct arena *arena;
	struct findings *findings;
	struct fault *fault;
};

/* Compiles the template of that row. FINDINGS when it has mistakes. */
enum status template_compile(const struct template_order *order, const struct page_template *row,
                             struct template *ret_template) MUST_CHECK;
void template_run(const struct template *template, const struct spelling *spelling, const void *view,
                  struct text *out);

/* Reads a template's text into arena, or finds it in the binary; NOT_FOUND when it is nowhere. */
enum status source_read(const struct page_source *source, const char *name, struct arena *arena,
                        const char **ret_bytes, size_t *ret_length, struct fault *fault) MUST_CHECK;

#endif
