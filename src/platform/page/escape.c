/* SPDX-License-Identifier: EUPL-1.2 */
#include "platform/page/escape.h"

#include <string.h>

/* What stands for a byte that may not stand for itself; the others are NULL. */
static const char *const html_escapes[256] = {
	['&'] = "&amp;", ['<'] = "&lt;", ['>'] = "&gt;", ['"'] = "&quot;", ['\''] = "&#39;",
};

/* Runs of plain bytes are added at once: most values are one run. */
static void add_html(struct text *out, const char *value)
{
	const char *run = value;

	for (; *value != '\0'; value++) {
		const char *escaped = html_escapes[(unsigned char)*value];

		if (escaped == NULL)
			continue;
		text_add_part(out, run, (size_t)(value - run));
		text_add(out, escaped);
		run = value + 1;
	}
	text_add_part(out, run, (size_t)(value - run));
}

/* RFC 3986, section 2.3: the unreserved characters. */
static bool is_unreserved(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
	       (c != '\0' && strchr("-._~", c) != NULL);
}

static void add_part(struct text *out, const char *value)
{
	static const char digits[] = "0123456789ABCDEF";

	for (; *value != '\0'; value++) {
		unsigned char byte = (unsigned char)*value;
		char escaped[] = { '%', digits[byte >> 4], digits[byte & 15] };

		if (is_unreserved(*value))
			text_add_char(out, *value);
		else
			text_add_part(out, escaped, sizeof(escaped));
	}
}

/* Whether it begins with one slash, "?" or "#"; browsers read "\" as "/" and skip tabs and line ends. */
static bool is_on_this_site(const char *address)
{
	if (strpbrk(address, "\\\t\r\n") != NULL)
		return false;
	return address[0] == '?' || address[0] == '#' || (address[0] == '/' && address[1] != '/');
}

void escape_add(struct text *out, enum escape escape, const char *value)
{
	switch (escape) {
	case ESCAPE_HTML: add_html(out, value); break;
	case ESCAPE_PART: add_part(out, value); break;
	case ESCAPE_PATH: add_html(out, is_on_this_site(value) ? value : "#"); break;
	}
}
