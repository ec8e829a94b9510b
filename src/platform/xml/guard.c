/* SPDX-License-Identifier: EUPL-1.2 */
#include "platform/xml/guard.h"

#include <string.h>

#include "platform/base/words.h"
#include "platform/xml/xml.h"

/* Not '<' but one of the encodings other than UTF-8 that XML readers recognise by the first bytes. */
static bool begins_as_utf8(const char *bytes, size_t length)
{
	if (length < 4 || memchr(bytes, '\0', 4) != NULL)
		return false;
	return bytes[0] == '<' || strchr(" \t\r\n", bytes[0]) != NULL ||
	       memcmp(bytes, "\xEF\xBB\xBF", 3) == 0;
}

/* Where the words begin after at, or the end. */
static const char *find(const char *at, const char *end, const char *words)
{
	size_t length = strlen(words);

	while ((size_t)(end - at) >= length) {
		at = memchr(at, words[0], (size_t)(end - at) - length + 1);
		if (at == NULL)
			break;
		if (memcmp(at, words, length) == 0)
			return at;
		at++;
	}
	return end;
}

/* The number of quoted values in the tag that at stands in; moves at to its end. */
static size_t count_values(const char **at, const char *end)
{
	size_t count = 0;

	for (; *at < end && **at != '>'; ++*at) {
		if (**at != '"' && **at != '\'')
			continue;
		*at = find(*at + 1, end, **at == '"' ? "\"" : "'");
		count++;
		if (*at == end)
			break;
	}
	return count;
}

/* Where the comment, CDATA section or instruction that begins at at ends; at itself when it is none of these.
 */
static const char *pass_over(const char *at, const char *end)
{
	static const struct {
		const char *begin, *end;
	} sections[] = { { "<!--", "-->" }, { "<![CDATA[", "]]>" }, { "<?", "?>" } };

	if (end - at < 2 || (at[1] != '!' && at[1] != '?'))
		return at;
	for (size_t i = 0; i < COUNT(sections); i++) {
		size_t size = strlen(sections[i].begin);

		if ((size_t)(end - at) >= size && memcmp(at, sections[i].begin, size) == 0)
			return find(at + size, end, sections[i].end);
	}
	return at;
}

/* Goes from '<' to '<'. In text that is no XML it may miscount, but the parser stops where that begins. */
static bool has_few_attributes(const char *bytes, size_t length)
{
	const char *end = bytes + length;

	for (const char *at = find(bytes, end, "<"); at < end; at = find(at, end, "<")) {
		const char *after = pass_over(at, end);

		if (after == at && count_values(&after, end) > XML_MAX_ATTRIBUTES)
			return false;
		at = after;
	}
	return true;
}

const char *xml_guard(const char *bytes, size_t length)
{
	if (length > XML_MAX_BYTES)
		return WORDS("Dit bericht is groter dan 25 MB.");
	if (!begins_as_utf8(bytes, length))
		return WORDS("Dit is geen XML in UTF-8.");
	if (!has_few_attributes(bytes, length))
		return WORDS("Een element heeft te veel attributen.");
	return NULL;
}
