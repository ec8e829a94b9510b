/* SPDX-License-Identifier: EUPL-1.2 */
/* Inside the page module: what the compiler knows while it reads; how words and values become operations. */
#ifndef PLATFORM_PAGE_COMPILER_H
#define PLATFORM_PAGE_COMPILER_H

#include "platform/page/place.h"
#include "platform/page/template.h"

#define COMPILER_MAX_BLOCKS 16
#define COMPILER_MAX_SCOPES 16
#define COMPILER_MAX_FILES 8

/* A template being read; a partial is read in the middle of another. */
struct file {
	const char *name;
	const char *bytes, *end;
	unsigned first_block; /* blocks opened in this file have this number or a higher one */
};

/* Where names are looked up: a struct offset bytes into a base; without record the texts of a list. */
struct scope {
	const struct record *record;
	unsigned base;
	size_t offset;
};

enum block_kind { BLOCK_IF, BLOCK_UNLESS, BLOCK_EACH };

struct block {
	enum block_kind kind;
	const char *at; /* where it opens, for the finding when it stays open */
	size_t opening; /* its first operation */
	size_t jump;    /* the operation that ends the first branch, when there is an else */
	bool has_else;
	struct place start, then; /* at the start, and after the first branch */
};

struct compiler {
	const struct template_order *order;
	struct operation *operations;
	size_t count, size;
	struct text words; /* read but not yet an operation */
	struct place place;
	struct file files[COMPILER_MAX_FILES];
	struct scope scopes[COMPILER_MAX_SCOPES];
	struct block blocks[COMPILER_MAX_BLOCKS];
	unsigned files_count, scopes_count, blocks_count, bases_count;
	unsigned files_read;
	bool is_too_long;
};

/* A field found in one of the scopes; the texts of a list have a field of their own. */
struct found {
	const struct field *field;
	unsigned base;
	size_t offset;
};

/* A finding at this byte of the file being read; about stands before the words, unless it is "". */
void compiler_complain(struct compiler *compiler, const char *at, const char *about, const char *words);
/* Adds an operation after the words read so far; the number of it. */
size_t compiler_emit(struct compiler *compiler, struct operation operation);
/* The number of the next operation. */
size_t compiler_here(struct compiler *compiler);
/* The template's own HTML. */
void compiler_literal(struct compiler *compiler, const char *at, const char *end);
/* Looks a name up from the innermost scope outward; complains when it is nowhere. */
bool compiler_find(struct compiler *compiler, const char *at, const char *name, struct found *ret_found);
/* {{name}} {{iso name}} {{label name}} {{path name}}: manner is the first word, or "". */
void compiler_value(struct compiler *compiler, const char *at, const char *manner, const char *name);
/* {{_ words}} */
void compiler_words(struct compiler *compiler, const char *at, const char *dutch);

#endif
