/* SPDX-License-Identifier: EUPL-1.2 */
/* The values of XML Schema's types, read into the fields of a record; for the reader alone. */
#ifndef PLATFORM_XML_VALUE_H
#define PLATFORM_XML_VALUE_H

#include "platform/record/record.h"

/*
 * Reads an element's content into the field of the struct at item; of a list of texts, into its last text.
 * fixed is the only value that it may be, or NULL.
 * NULL when it fits, else the Dutch sentence that says what to change.
 */
const char *xml_set(const struct field *field, const char *fixed, void *item, const char *value,
                    size_t length, struct arena *arena) MUST_CHECK;

#endif
