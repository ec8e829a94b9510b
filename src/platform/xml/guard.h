/* SPDX-License-Identifier: EUPL-1.2 */
/* What is refused before libxml2 sees a byte of it; for the reader alone. */
#ifndef PLATFORM_XML_GUARD_H
#define PLATFORM_XML_GUARD_H

#include "platform/base/base.h"

#define XML_MAX_ATTRIBUTES 64 /* of one element, namespaces included */

/*
 * NULL when the bytes may be parsed, else the Dutch sentence that says why not: too many, not the beginning
 * of a document in UTF-8, or an element with more attributes than XML_MAX_ATTRIBUTES, on which libxml2's time
 * grows with the square.
 */
const char *xml_guard(const char *bytes, size_t length) MUST_CHECK;

#endif
