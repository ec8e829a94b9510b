/* SPDX-License-Identifier: EUPL-1.2 */
/* Writing values into HTML, each escaped for the place where it stands. */
#ifndef PLATFORM_PAGE_ESCAPE_H
#define PLATFORM_PAGE_ESCAPE_H

#include "platform/base/text.h"

enum escape {
	ESCAPE_HTML, /* text and quoted attributes: & < > " ' */
	ESCAPE_PART, /* one part of an address: everything but letters, digits and - . _ ~ becomes %XX */
	ESCAPE_PATH, /* a whole address on this site: escaped as HTML, "#" when it could lead elsewhere */
};

void escape_add(struct text *out, enum escape escape, const char *value);

#endif
