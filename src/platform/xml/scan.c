/* SPDX-License-Identifier: EUPL-1.2 */
#include <string.h>

#include "platform/xml/place.h"

#define MAX_PLAIN_BYTES 4096 /* of one value; a longer one is for the parser */
#define MAX_DECLARATIONS 4
#define MAX_PREFIX 32

/* A namespace as the root declares it. */
struct declaration {
	const char *prefix; /* "" is the one without */
	const char *namespace;
};

struct scanner {
	struct xml_place *place;
	const char *at, *end;
	char *window;       /* NULL: all is in memory */
	size_t next_offset; /* of what comes after the window */
};

#define WINDOW_BYTES ((size_t)128 * 1024)
/* More than a value with its tags; more blanks in a row are for the parser. */
#define AHEAD_BYTES ((size_t)16 * 1024)

/* Moves the window to where the scanner is, when little is left in it. */
static void look_ahead(struct scanner *scanner)
{
	struct xml_place *place = scanner->place;
	const struct xml_source *source = place->source;
	size_t left = (size_t)(scanner->end - scanner->at);

	if (left >= AHEAD_BYTES || scanner->window == NULL || scanner->next_offset >= source->length)
		return;
	memmove(scanner->window, scanner->at, left);
	left += source->read(source->context, scanner->next_offset, scanner->window + left,
	                     WINDOW_BYTES - left);
	place->begin_offset += (size_t)(scanner->at - place->begin);
	scanner->next_offset = place->begin_offset + left;
	scanner->at = place->begin = place->at = scanner->window;
	scanner->end = scanner->window + left;
}

static bool has(const struct scanner *scanner, const char *bytes, size_t length)
{
	return (size_t)(scanner->end - scanner->at) >= length && memcmp(scanner->at, bytes, length) == 0;
}

/* Passes over the words when they stand here. */
static bool take(struct scanner *scanner, const char *words)
{
	size_t length = strlen(words);

	if (!has(scanner, words, length))
		return false;
	scanner->at += length;
	return true;
}

static void pass_blanks(struct scanner *scanner)
{
	const char *at = scanner->at;

	while (at < scanner->end && (*at == ' ' || *at == '\n' || *at == '\r' || *at == '\t'))
		at++;
	scanner->at = at;
}

/* A name of letters and digits, in arena; NULL when there is none. */
static const char *take_name(struct scanner *scanner)
{
	const char *from = scanner->at, *at = from;

	while (at < scanner->end && ((*at >= '0' && *at <= '9' && at > from) || (*at >= 'a' && *at <= 'z') ||
	                             (*at >= 'A' && *at <= 'Z')))
		at++;
	scanner->at = at;
	return at == from || at - from > MAX_PREFIX
	               ? NULL
	               : arena_copy_part(scanner->place->findings->arena, from, (size_t)(at - from));
}

/* What stands between quotes, without anything that must be read with more care. */
static const char *take_address(struct scanner *scanner)
{
	const char *from;

	if (!take(scanner, "\""))
		return NULL;
	from = scanner->at;
	while (scanner->at<scanner->end && * scanner->at> ' ' && *scanner->at <= '~' && *scanner->at != '"' &&
	       *scanner->at != '&' && *scanner->at != '<')
		scanner->at++;
	if (scanner->at == from || !has(scanner, "\"", 1))
		return NULL;
	scanner->at++;
	return arena_copy_part(scanner->place->findings->arena, from, (size_t)(scanner->at - 1 - from));
}

/* xmlns="..." or xmlns:prefix="...", no prefix twice, and none that XML keeps for itself. */
static bool take_declaration(struct scanner *scanner, struct declaration *declarations, size_t count)
{
	struct declaration *declaration = &declarations[count];

	declaration->prefix = "";
	if (!take(scanner, " xmlns"))
		return false;
	if (take(scanner, ":"))
		declaration->prefix = take_name(scanner);
	if (declaration->prefix == NULL || strncmp(declaration->prefix, "xml", 3) == 0 || !take(scanner, "="))
		return false;
	for (size_t i = 0; i < count; i++)
		if (strcmp(declarations[i].prefix, declaration->prefix) == 0)
			return false;
	declaration->namespace = take_address(scanner);
	return declaration->namespace != NULL;
}

/* The prefix of a namespace: the first, when it has several; NULL when it has none. */
static const char *prefix_of(const struct declaration *declarations, size_t count, const char *namespace)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(declarations[i].namespace, namespace) == 0)
			return declarations[i].prefix;
	return NULL;
}

/* The root's start tag. Its end tag is remembered in its frame. */
static bool open_root(struct scanner *scanner)
{
	struct xml_place *place = scanner->place;
	struct declaration declarations[MAX_DECLARATIONS];
	const char *prefix = "", *name, *namespace = NULL;
	const struct xml_form *form;
	size_t count = 0;

	if (!take(scanner, "<") || (name = take_name(scanner)) == NULL)
		return false;
	if (take(scanner, ":")) {
		prefix = name;
		name = take_name(scanner);
	}
	while (count < MAX_DECLARATIONS && has(scanner, " ", 1)) {
		if (!take_declaration(scanner, declarations, count))
			return false;
		count++;
	}
	for (size_t i = 0; i < count; i++)
		if (strcmp(declarations[i].prefix, prefix) == 0)
	namespace = declarations[i].namespace;
	if (name == NULL || namespace == NULL || !take(scanner, ">"))
		return false;
	form = place->choose(name, namespace);
	if (form == NULL || strcmp(namespace, form->namespaces[0]) != 0)
		return false;
	place->prefixes[0] = prefix;
	place->prefixes[1] = prefix_of(declarations, count, form->namespaces[1]);
	if (place->prefixes[1] == NULL)
		return false;
	place_open_root(place, form, name);
	place->frames[0].tag.bytes =
		arena_print(place->findings->arena, "%s%s%s>", prefix, prefix[0] == '\0' ? "" : ":", name);
	place->frames[0].tag.length = strlen(place->frames[0].tag.bytes);
	return true;
}

/* The length of the character that is more than one byte, as XML allows it in UTF-8; 0 when it is none. */
static size_t wide_length(const unsigned char *at, size_t left)
{
	size_t length = at[0] < 0xC2 ? 0 : at[0] < 0xE0 ? 2 : at[0] < 0xF0 ? 3 : at[0] < 0xF5 ? 4 : 0;

	if (length == 0 || length > left)
		return 0;
	for (size_t i = 1; i < length; i++)
		if ((at[i] & 0xC0) != 0x80)
			return 0;
	if ((at[0] == 0xE0 && at[1] < 0xA0) || (at[0] == 0xED && at[1] > 0x9F)) /* too long; surrogates */
		return 0;
	if ((at[0] == 0xF0 && at[1] < 0x90) || (at[0] == 0xF4 && at[1] > 0x8F)) /* too long; past the last */
		return 0;
	if (at[0] == 0xEF && at[1] == 0xBF && at[2] > 0xBD) /* U+FFFE, U+FFFF */
		return 0;
	return length;
}

/* The content of an element with a value, up to its end tag, which is left. */
static bool take_value(struct scanner *scanner)
{
	const unsigned char *from = (const unsigned char *)scanner->at, *at = from;
	const unsigned char *end = (const unsigned char *)scanner->end;

	while (at < end && *at != '<') {
		size_t length = 1;

		if (*at >= 0x80)
			length = wide_length(at, (size_t)(end - at));
		else if ((*at < ' ' && *at != '\t' && *at != '\n') || *at == '&' || *at == '>')
			return false;
		if (length == 0)
			return false;
		at += length;
	}
	if (at == end || at - from > MAX_PLAIN_BYTES)
		return false;
	text_add_part(&scanner->place->value, scanner->at, (size_t)(at - from));
	scanner->at = (const char *)at;
	return true;
}

/* A start tag in the frame: an element that may come now. */
static bool take_start(struct scanner *scanner, struct frame *frame)
{
	if (frame->kind == IN_LIST) {
		const struct tag *tag = &frame->column->item_tag;

		if (!has(scanner, tag->bytes, tag->length))
			return false;
		scanner->at += tag->length;
		place_open_item(scanner->place, frame);
		return true;
	}
	for (size_t i = frame->next; i < frame->shape->count; i++) {
		const struct tag *tag = &frame->shape->columns[i].tag;

		if (!has(scanner, tag->bytes, tag->length))
			continue;
		scanner->at += tag->length;
		place_open_column(scanner->place, frame, i);
		return true;
	}
	return false;
}

/* The next tag, with the value before it where there is one. */
static bool take_tag(struct scanner *scanner)
{
	struct xml_place *place = scanner->place;
	struct frame *frame = place_innermost(place);

	if (frame->kind != IN_VALUE)
		pass_blanks(scanner);
	else if (!take_value(scanner))
		return false;
	if (!has(scanner, "<", 1))
		return false;
	scanner->at++;
	if (frame->kind != IN_VALUE && !has(scanner, "/", 1))
		return take_start(scanner, frame);
	if (!take(scanner, "/") || !has(scanner, frame->tag.bytes, frame->tag.length))
		return false;
	scanner->at += frame->tag.length;
	place->at = scanner->at;
	place_close(place);
	return true;
}

static bool scan(struct scanner *scanner)
{
	struct xml_place *place = scanner->place;

	place->names = xmlDictCreate();
	place->begin = place->at = scanner->at;
	look_ahead(scanner);
	(void)take(scanner, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
	pass_blanks(scanner);
	if (!open_root(scanner))
		return false;
	while (place->depth > 0) {
		look_ahead(scanner);
		if (!take_tag(scanner) || place->findings->count > place->findings_before)
			return false;
	}
	look_ahead(scanner);
	pass_blanks(scanner);
	return scanner->at == scanner->end &&
	       (scanner->window == NULL || scanner->next_offset == place->source->length);
}

bool xml_scan(struct xml_place *place, const char *bytes, size_t length)
{
	struct scanner scanner = { .place = place, .at = bytes, .end = bytes + length };

	return scan(&scanner);
}

bool xml_scan_from(struct xml_place *place, const struct xml_source *source)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new(2 * WINDOW_BYTES);
	char *window = arena_take(arena, WINDOW_BYTES);
	struct scanner scanner = { .place = place, .at = window, .end = window, .window = window };

	place->source = source;
	return scan(&scanner);
}
