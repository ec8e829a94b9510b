/* SPDX-License-Identifier: EUPL-1.2 */
/* A schema of somebody's own, by which libxml2 judges a document: to compare our verdict with. */
#ifndef PLATFORM_XML_SCHEMA_H
#define PLATFORM_XML_SCHEMA_H

#include "platform/base/fault.h"

struct xml_schema;

/* Reads the schema and those that it imports; FAILED when it is no schema. Freed with xml_schema_freep. */
enum status xml_schema_new(const char *path, struct xml_schema **ret_schema, struct fault *fault) MUST_CHECK;
void xml_schema_freep(struct xml_schema **schema);
/* Whether the document is valid. */
bool xml_schema_accepts(struct xml_schema *schema, const char *bytes, size_t length);

#endif
