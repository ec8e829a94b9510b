/* SPDX-License-Identifier: EUPL-1.2 */
#include "platform/page/keep.h"

#include <string.h>

/* Where words begin behind a blank, before end; or NULL. */
static const char *find(const char *at, const char *end, const char *words)
{
	const char *found = at;

	while ((found = strstr(found + 1, words)) != NULL && found < end)
		if (strchr(" \t\n", found[-1]) != NULL)
			return found;
	return NULL;
}

static void copy(struct text *out, const char *from, const char *until)
{
	text_add_part(out, from, (size_t)(until - from));
}

/* Copies the tag of a link from at to end, its address with the choice behind its query, before any #. */
static void keep_in_link(struct text *out, const char *at, const char *end, const char *name,
                         const char *value)
{
	const char *href = find(at, end, "href=\"/");
	const char *from = href == NULL ? end : href + strlen("href=\"");
	size_t length = strcspn(from, "\"#");

	if (href == NULL || from[1] == '/') {
		copy(out, at, end);
		return;
	}
	copy(out, at, from + length);
	text_print(out, "%s%s=%s", memchr(from, '?', length) == NULL ? "?" : "&amp;", name, value);
	copy(out, from + length, end);
}

void page_keep(struct text *html, const char *name, const char *value)
{
	struct text out = text_new(html->max_bytes);
	const char *at = text_words(html);
	const char *tag;

	while ((tag = strchr(at, '<')) != NULL) {
		const char *end = strchr(tag, '>');
		bool is_link = strncmp(tag, "<a ", 3) == 0;
		bool is_form = strncmp(tag, "<form ", 6) == 0;

		if (end == NULL)
			break;
		end++;
		copy(&out, at, tag);
		at = end;
		if ((!is_link && !is_form) || find(tag, end, "data-as-is") != NULL) {
			copy(&out, tag, end);
		} else if (is_link) {
			keep_in_link(&out, tag, end, name, value);
		} else {
			copy(&out, tag, end);
			if (find(tag, end, "method=\"get\"") != NULL)
				text_print(&out, "<input type=\"hidden\" name=\"%s\" value=\"%s\">", name,
				           value);
		}
	}
	text_add(&out, at);
	text_done(html);
	*html = out;
}
