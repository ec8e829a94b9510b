/* SPDX-License-Identifier: EUPL-1.2 */
#include <string.h>

#include "platform/base/words.h"
#include "platform/page/compiler.h"

#define MAX_FILES_READ 200
#define MAX_WORDS_BYTES (1024 * 1024)

/* What stands between {{ and }}: at most two words after the sign. */
struct tag {
	const char *at;
	const char *first, *second;
	bool has_more;
};

/* Both are "" when there is no such word. */
static struct tag tag_of(const struct compiler *compiler, const char *at, const char *bytes,
                         const char *end)
{
	static const char blanks[] = " \t\r\n";
	const char *words = arena_copy_part(compiler->order->arena, bytes, (size_t)(end - bytes));
	struct tag tag = { .at = at };
	size_t length;

	words += strspn(words, blanks);
	length = strcspn(words, blanks);
	tag.first = arena_copy_part(compiler->order->arena, words, length);
	words += length + strspn(words + length, blanks);
	length = strcspn(words, blanks);
	tag.second = arena_copy_part(compiler->order->arena, words, length);
	words += length;
	tag.has_more = words[strspn(words, blanks)] != '\0';
	return tag;
}

static void push_scope(struct compiler *compiler, struct scope scope)
{
	compiler->scopes[compiler->scopes_count++] = scope;
}

/* The first operation of a list; its items become a scope with a base of their own. */
static bool open_list(struct compiler *compiler, const struct tag *tag, const struct found *found,
                      struct operation *operation)
{
	const struct record *record = found->field->of;

	if (found->field->type != FIELD_TEXTS && found->field->type != FIELD_RECORDS) {
		compiler_complain(compiler, tag->at, tag->second,
		                  WORDS("#each gaat over een lijst, en dit is er geen"));
		return false;
	}
	if (compiler->bases_count == TEMPLATE_MAX_BASES || compiler->scopes_count == COMPILER_MAX_SCOPES) {
		compiler_complain(compiler, tag->at, tag->second,
		                  WORDS("er staan te veel lijsten in elkaar"));
		return false;
	}
	operation->kind = OPERATION_EACH;
	operation->inner = compiler->bases_count++;
	operation->size = record == NULL ? sizeof(const char *) : record->size;
	push_scope(compiler, (struct scope){ .record = record, .base = operation->inner });
	return true;
}

static bool block_kind_of(const char *word, enum block_kind *ret_kind)
{
	static const char *const names[] = { "if", "unless", "each" };

	for (size_t i = 0; i < COUNT(names); i++) {
		if (strcmp(word, names[i]) == 0) {
			*ret_kind = (enum block_kind)i;
			return true;
		}
	}
	return false;
}

/* {{#if name}} {{#unless name}} {{#each name}} */
static void open_block(struct compiler *compiler, const struct tag *tag)
{
	struct block block = { .at = tag->at };
	struct operation operation = { .kind = OPERATION_IF };
	struct found found;

	if (!block_kind_of(tag->first, &block.kind) || tag->has_more) {
		compiler_complain(compiler, tag->at, tag->first,
		                  WORDS("een blok is #if, #unless of #each met een naam"));
		return;
	}
	if (!compiler_find(compiler, tag->at, tag->second, &found))
		return;
	if (compiler->blocks_count == COMPILER_MAX_BLOCKS) {
		compiler_complain(compiler, tag->at, tag->first,
		                  WORDS("er staan te veel blokken in elkaar"));
		return;
	}
	operation.type = found.field->type;
	operation.base = found.base;
	operation.offset = found.offset;
	if (block.kind == BLOCK_UNLESS)
		operation.kind = OPERATION_UNLESS;
	if (block.kind == BLOCK_EACH && !open_list(compiler, tag, &found, &operation))
		return;
	if (found.field->type == FIELD_RECORD || found.field->type == FIELD_MARKS)
		compiler_complain(compiler, tag->at, tag->second,
		                  WORDS("een samengesteld veld is niet waar of onwaar"));
	place_settle(&compiler->place);
	if (block.kind == BLOCK_EACH) /* where the last line ended */
		compiler->place.is_after_blank = false;
	block.start = compiler->place;
	block.opening = compiler_emit(compiler, operation);
	compiler->blocks[compiler->blocks_count++] = block;
}

/* The block opened last in this file, or NULL. */
static struct block *open_here(struct compiler *compiler)
{
	const struct file *file = &compiler->files[compiler->files_count - 1];

	return compiler->blocks_count > file->first_block ? &compiler->blocks[compiler->blocks_count - 1]
	                                                  : NULL;
}

/* The operation goes to where the template is now. */
static void set_target(struct compiler *compiler, size_t operation)
{
	size_t target = compiler_here(compiler);

	compiler->operations[operation].target = target;
}

/* The lines of a list end here: on to the next one. */
static void end_list(struct compiler *compiler, const struct block *block, const char *at)
{
	const struct operation *each = &compiler->operations[block->opening];
	struct operation next = { .kind = OPERATION_NEXT, .inner = each->inner, .size = each->size };

	if (!place_repeats(&block->start, &compiler->place))
		compiler_complain(compiler, at, "",
		                  WORDS("elke regel van een lijst begint en eindigt op dezelfde plaats"));
	next.target = block->opening + 1;
	(void)compiler_emit(compiler, next);
	compiler->scopes_count--;
	compiler->bases_count--;
}

/* {{else}} */
static void other_branch(struct compiler *compiler, const struct tag *tag)
{
	struct block *block = open_here(compiler);

	if (block == NULL || block->has_else) {
		compiler_complain(compiler, tag->at, "", WORDS("else hoort een keer in een blok te staan"));
		return;
	}
	place_settle(&compiler->place);
	if (block->kind == BLOCK_EACH)
		end_list(compiler, block, tag->at);
	block->jump = compiler_emit(compiler, (struct operation){ .kind = OPERATION_JUMP });
	block->has_else = true;
	block->then = compiler->place;
	compiler->place = block->start;
	set_target(compiler, block->opening);
}

/* {{/if}} {{/unless}} {{/each}} */
static void close_block(struct compiler *compiler, const struct tag *tag)
{
	struct block *block = open_here(compiler);
	enum block_kind kind;

	if (block == NULL || !block_kind_of(tag->first, &kind) || kind != block->kind) {
		compiler_complain(compiler, tag->at, tag->first,
		                  WORDS("dit sluit geen blok dat hier openstaat"));
		return;
	}
	place_settle(&compiler->place);
	if (block->kind == BLOCK_EACH && !block->has_else)
		end_list(compiler, block, tag->at);
	if (!place_join(&compiler->place, block->has_else ? &block->then : &block->start))
		compiler_complain(compiler, tag->at, tag->first,
		                  WORDS("een blok begint en eindigt op dezelfde plaats in de HTML"));
	set_target(compiler, block->has_else ? block->jump : block->opening);
	compiler->blocks_count--;
}

static enum status read_file(struct compiler *compiler, const char *name);

/* {{> name}} or {{> name record}} */
static enum status partial(struct compiler *compiler, const struct tag *tag)
{
	struct found found;
	enum status status;

	if (compiler->files_count == COMPILER_MAX_FILES || compiler->files_read == MAX_FILES_READ ||
	    compiler->scopes_count == COMPILER_MAX_SCOPES) {
		compiler_complain(compiler, tag->at, tag->first,
		                  WORDS("er worden te veel sjablonen in elkaar gebruikt"));
		return OK;
	}
	if (tag->second[0] != '\0' && !compiler_find(compiler, tag->at, tag->second, &found))
		return OK;
	if (tag->second[0] != '\0' && found.field->type != FIELD_RECORD) {
		compiler_complain(compiler, tag->at, tag->second,
		                  WORDS("hier hoort een samengesteld veld te staan"));
		return OK;
	}
	if (tag->second[0] != '\0')
		push_scope(compiler, (struct scope){ found.field->of, found.base, found.offset });
	status = read_file(compiler, tag->first);
	if (status == NOT_FOUND)
		compiler_complain(compiler, tag->at, tag->first, WORDS("dit sjabloon bestaat niet"));
	if (tag->second[0] != '\0')
		compiler->scopes_count--;
	return status == NOT_FOUND ? OK : status;
}

/* {{name}} {{iso name}} {{else}} */
static void plain_tag(struct compiler *compiler, const struct tag *tag)
{
	if (strcmp(tag->first, "else") == 0 && tag->second[0] == '\0')
		other_branch(compiler, tag);
	else if (tag->has_more)
		compiler_complain(compiler, tag->at, tag->first, WORDS("hier staan te veel woorden"));
	else if (tag->second[0] == '\0')
		compiler_value(compiler, tag->at, "", tag->first);
	else
		compiler_value(compiler, tag->at, tag->first, tag->second);
}

/* Words with each run of blanks as one, as they stand in the catalogue. */
static const char *folded(const struct compiler *compiler, const char *bytes, const char *end)
{
	char *words = arena_copy_part(compiler->order->arena, bytes, (size_t)(end - bytes));
	char *to = words;

	for (const char *from = words; *from != '\0'; from++) {
		bool is_blank = strchr(" \t\r\n", *from) != NULL;

		if (!is_blank || (to > words && to[-1] != ' '))
			*to++ = is_blank ? ' ' : *from;
	}
	if (to > words && to[-1] == ' ')
		to--;
	*to = '\0';
	return words;
}

/* What stands between {{ at at, and }} at end. */
static enum status read_tag(struct compiler *compiler, const char *at, const char *end)
{
	const char *sign = at + 2;
	bool has_sign = sign < end && *sign != '\0' && strchr("#/>!_", *sign) != NULL;
	const char *inside = has_sign ? sign + 1 : sign;
	const struct tag tag = tag_of(compiler, at, inside, end);

	switch (has_sign ? *sign : '\0') {
	case '#': open_block(compiler, &tag); break;
	case '/': close_block(compiler, &tag); break;
	case '_': compiler_words(compiler, at, folded(compiler, inside, end)); break;
	case '>': return partial(compiler, &tag);
	case '!': break;
	default: plain_tag(compiler, &tag); break;
	}
	return OK;
}

static const char *find_pair(const char *at, const char *end, char c)
{
	for (; end - at >= 2; at++)
		if (at[0] == c && at[1] == c)
			return at;
	return NULL;
}

static enum status read_tags(struct compiler *compiler, const char *at, const char *end)
{
	while (at < end && compiler->count < TEMPLATE_MAX_OPERATIONS) {
		const char *open = find_pair(at, end, '{');
		const char *close = open == NULL ? NULL : find_pair(open + 2, end, '}');
		enum status status;

		compiler_literal(compiler, at, open == NULL ? end : open);
		if (open == NULL)
			return OK;
		if (close == NULL) {
			compiler_complain(compiler, open, "", WORDS("{{ wordt niet gesloten met }}"));
			return OK;
		}
		if (close + 2 < end && close[2] == '}') /* {{_ about {name}}} */
			close++;
		status = read_tag(compiler, open, close);
		if (status != OK)
			return status;
		at = close + 2;
	}
	return OK;
}

/* Forgets a block that was left open. */
static void drop_block(struct compiler *compiler, const struct block *block)
{
	compiler_complain(compiler, block->at, "", WORDS("dit blok wordt niet gesloten"));
	if (block->kind == BLOCK_EACH && !block->has_else) {
		compiler->scopes_count--;
		compiler->bases_count--;
	}
	compiler->blocks_count--;
}

static enum status read_file(struct compiler *compiler, const char *name)
{
	struct file file = { .name = name, .first_block = compiler->blocks_count };
	size_t length = 0;
	const struct template_order *order = compiler->order;
	enum status status =
		source_read(order->source, name, order->arena, &file.bytes, &length, order->fault);

	if (status != OK)
		return status;
	file.end = file.bytes + length;
	compiler->files[compiler->files_count++] = file;
	compiler->files_read++;
	status = read_tags(compiler, file.bytes, file.end);
	while (open_here(compiler) != NULL)
		drop_block(compiler, open_here(compiler));
	compiler->files_count--;
	return status;
}

static void check_end(struct compiler *compiler, const char *name)
{
	(void)compiler_here(compiler);
	compiler->files[compiler->files_count++] = (struct file){ .name = name };
	if (compiler->place.kind != PLACE_TEXT)
		compiler_complain(compiler, NULL, "",
		                  WORDS("de HTML houdt midden in een tag of commentaar op"));
	if (compiler->count >= TEMPLATE_MAX_OPERATIONS || compiler->is_too_long)
		compiler_complain(compiler, NULL, "", WORDS("dit sjabloon is te groot"));
}

enum status template_compile(const struct template_order *order, const struct page_template *row,
                             struct template *ret_template)
{
	struct compiler compiler = {
		.order = order,
		.words = text_new(MAX_WORDS_BYTES),
		.place = { .is_after_blank = true },
		.scopes = { { .record = row->view } },
		.scopes_count = 1,
		.bases_count = 1,
	};
	size_t known = order->findings->count;
	enum status status = read_file(&compiler, row->name);

	if (status == OK)
		check_end(&compiler, row->name);
	*ret_template = (struct template){ .operations = compiler.operations, .count = compiler.count };
	text_done(&compiler.words);
	if (status == OK && order->findings->count > known)
		status = FINDINGS;
	return status;
}
