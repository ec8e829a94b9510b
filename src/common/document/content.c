/* SPDX-License-Identifier: EUPL-1.2 */
#include "common/document/content.h"

#include <string.h>
#include <strings.h>

#include "platform/base/text.h"

#define OOXML_TEXT "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
#define ODF_TEXT "application/vnd.oasis.opendocument.text"

enum sort { PDF, JPEG, PNG, PLAIN, DOCX, ODT };

static const struct content_type types[] = {
	[PDF] = { "application/pdf", { "pdf" } }, [JPEG] = { "image/jpeg", { "jpg", "jpeg" } },
	[PNG] = { "image/png", { "png" } },       [PLAIN] = { "text/plain; charset=utf-8", { "txt" } },
	[DOCX] = { OOXML_TEXT, { "docx" } },      [ODT] = { ODF_TEXT, { "odt" } },
};

const struct content_type *content_type_named(const char *media_type)
{
	for (size_t i = 0; i < COUNT(types); i++)
		if (strcmp(types[i].media_type, media_type) == 0)
			return &types[i];
	return NULL;
}

/* --- plain text --- */

/* Reads UTF-8 (RFC 3629) a byte at a time: how many bytes are still to come, and the lowest the next may be.
 */
struct utf8 {
	int left;
	unsigned char lowest, highest;
};

static bool takes_byte(struct utf8 *utf8, unsigned char byte)
{
	if (utf8->left > 0) {
		bool is_fine = byte >= utf8->lowest && byte <= utf8->highest;

		*utf8 = (struct utf8){ utf8->left - 1, 0x80, 0xBF };
		return is_fine;
	}
	if (byte < 0x80)
		return byte >= 0x20 ? byte != 0x7F : strchr("\t\n\f\r", byte) != NULL && byte != '\0';
	utf8->lowest = byte == 0xE0 ? 0xA0 : byte == 0xF0 ? 0x90 : 0x80;
	utf8->highest = byte == 0xED ? 0x9F : byte == 0xF4 ? 0x8F : 0xBF;
	utf8->left = byte < 0xE0 ? 1 : byte < 0xF0 ? 2 : 3;
	return byte >= 0xC2 && byte <= 0xF4;
}

static bool is_plain_text(FILE *file)
{
	struct utf8 utf8 = { 0 };
	unsigned char block[4096];
	size_t length;

	rewind(file);
	while ((length = fread(block, 1, sizeof(block), file)) > 0)
		for (size_t i = 0; i < length; i++)
			if (!takes_byte(&utf8, block[i]))
				return false;
	return ferror(file) == 0 && utf8.left == 0;
}

/* --- what an archive has in it (APPNOTE.TXT, 4.3) --- */

#define END_BYTES 22           /* of the record at the end, without its comment */
#define END_SEARCH_BYTES 65557 /* with the longest comment */
#define ENTRY_BYTES 46         /* of a row of the directory, without its name */
#define ENTRIES_MAX 10000
#define NAME_MAX_BYTES 256

struct archive {
	long directory;   /* where it begins */
	unsigned entries; /* in it */
};

static unsigned two_bytes(const unsigned char *at)
{
	return at[0] | (unsigned)at[1] << 8;
}

static long four_bytes(const unsigned char *at)
{
	return (long)(two_bytes(at) | two_bytes(at + 2) << 16);
}

static bool find_end(FILE *file, struct archive *ret_archive)
{
	CLEANUP(text_done) struct text tail = text_new(END_SEARCH_BYTES + 1);
	char block[4096];
	const unsigned char *bytes;
	size_t length;
	long size;

	if (fseek(file, 0, SEEK_END) != 0 || (size = ftell(file)) < END_BYTES ||
	    fseek(file, size > END_SEARCH_BYTES ? size - END_SEARCH_BYTES : 0, SEEK_SET) != 0)
		return false;
	while ((length = fread(block, 1, sizeof(block), file)) > 0)
		text_add_part(&tail, block, length);
	bytes = (const unsigned char *)text_words(&tail);
	for (size_t at = tail.length < END_BYTES ? 0 : tail.length - END_BYTES + 1; at-- > 0;)
		if (memcmp(bytes + at, "PK\5\6", 4) == 0) {
			*ret_archive =
				(struct archive){ four_bytes(bytes + at + 16), two_bytes(bytes + at + 10) };
			return ret_archive->directory < size;
		}
	return false;
}

/* What an archive is a text document by, and what makes it more than that. */
struct found {
	bool types, word, content, macro;
};

static void note(struct found *found, const char *name)
{
	found->types |= strcmp(name, "[Content_Types].xml") == 0;
	found->word |= strcmp(name, "word/document.xml") == 0;
	found->content |= strcmp(name, "content.xml") == 0;
	found->macro |= strcasecmp(name, "word/vbaProject.bin") == 0 || strncmp(name, "Basic/", 6) == 0 ||
	                strncmp(name, "Scripts/", 8) == 0;
}

/* Goes along the directory; false when it is not as it should be. */
static bool look_inside(FILE *file, struct found *found)
{
	struct archive archive = { 0 };

	if (!find_end(file, &archive) || archive.entries > ENTRIES_MAX ||
	    fseek(file, archive.directory, SEEK_SET) != 0)
		return false;
	for (unsigned i = 0; i < archive.entries; i++) {
		unsigned char entry[ENTRY_BYTES];
		char name[NAME_MAX_BYTES] = "";
		unsigned length, behind;

		if (fread(entry, 1, sizeof(entry), file) != sizeof(entry) || memcmp(entry, "PK\1\2", 4) != 0)
			return false;
		length = two_bytes(entry + 28);
		behind = two_bytes(entry + 30) + two_bytes(entry + 32);
		if (length >= sizeof(name) || fread(name, 1, length, file) != length ||
		    fseek(file, (long)behind, SEEK_CUR) != 0)
			return false;
		note(found, name);
	}
	return true;
}

/* OpenDocument 1.3, part 2, 3.3: the media type is the first thing in it, not compressed, at byte 38. */
static bool begins_as_odt(const unsigned char *head, size_t length)
{
	size_t size = strlen(ODF_TEXT);

	return length >= 38 + size + 1 && memcmp(head + 30, "mimetype", 8) == 0 &&
	       memcmp(head + 38, ODF_TEXT, size) == 0 && head[38 + size] == 'P';
}

/* --- by its first bytes --- */

const struct content_type *content_type_of(FILE *file)
{
	unsigned char head[128];
	struct found found = { 0 };
	size_t length;

	rewind(file);
	length = fread(head, 1, sizeof(head), file);
	if (length >= 5 && memcmp(head, "%PDF-", 5) == 0)
		return &types[PDF];
	if (length >= 3 && memcmp(head, "\xFF\xD8\xFF", 3) == 0)
		return &types[JPEG];
	if (length >= 8 && memcmp(head, "\x89PNG\r\n\x1A\n", 8) == 0)
		return &types[PNG];
	if (length < 4 || memcmp(head, "PK\3\4", 4) != 0)
		return is_plain_text(file) ? &types[PLAIN] : NULL;
	if (!look_inside(file, &found) || found.macro)
		return NULL;
	if (found.types && found.word)
		return &types[DOCX];
	return found.content && begins_as_odt(head, length) ? &types[ODT] : NULL;
}

/* --- names --- */

/* Turns the direction of writing, or cannot be seen: what makes "exe.pdf" look as "fdp.exe". */
static bool is_turning(const unsigned char *at)
{
	return (at[0] == 0xE2 && at[1] == 0x80 &&
	        (at[2] >= 0xAA ? at[2] <= 0xAE : at[2] >= 0x8B && at[2] <= 0x8F)) ||
	       (at[0] == 0xE2 && at[1] == 0x81 && at[2] >= 0xA0 && at[2] <= 0xAF) ||
	       (at[0] == 0xEF && at[1] == 0xBB && at[2] == 0xBF);
}

/* Behind the last folder, whichever way they are written. */
static const char *without_folders(const char *name)
{
	const char *last = name;

	for (const char *at = name; *at != '\0'; at++)
		if (*at == '/' || *at == '\\')
			last = at + 1;
	return last;
}

static bool has_ending(const char *name, const struct content_type *type)
{
	const char *dot = strrchr(name, '.');

	for (size_t i = 0; dot != NULL && i < COUNT(type->endings) && type->endings[i] != NULL; i++)
		if (strcasecmp(dot + 1, type->endings[i]) == 0)
			return true;
	return false;
}

/* Without the blanks and dots at both ends. */
static const char *trimmed(char *name)
{
	size_t length;

	name += strspn(name, " .");
	length = strlen(name);
	while (length > 0 && strchr(" .", name[length - 1]) != NULL)
		name[--length] = '\0';
	return name;
}

const char *content_clean_name(const char *name, const struct content_type *type, struct arena *arena)
{
	const unsigned char *at = (const unsigned char *)without_folders(name);
	char *clean = arena_take(arena, strlen(name) + 1), *to = clean;
	const char *kept;

	for (size_t chars = 0; *at != '\0'; at++) {
		bool is_first = (*at & 0xC0) != 0x80;

		if (is_first && is_turning(at)) {
			at += 2;
			continue;
		}
		if (is_first && chars++ >= CONTENT_NAME_CHARS - 6)
			break;
		if (*at >= 0x20 && *at != 0x7F)
			*to++ = strchr("<>:\"|?*", *at) == NULL ? (char)*at : '_';
	}
	*to = '\0';
	kept = trimmed(clean);
	if (*kept == '\0')
		kept = "bestand";
	return has_ending(kept, type) ? kept : arena_print(arena, "%s.%s", kept, type->endings[0]);
}
