/* SPDX-License-Identifier: EUPL-1.2 */
/* The same documents as JSON: an object per record, its members named as the elements, lists as arrays. */
#ifndef PLATFORM_XML_XML_JSON_H
#define PLATFORM_XML_XML_JSON_H

#include "platform/record/json.h"
#include "platform/xml/xml.h"

/* Adds the item as an object: texts, codes and dates as strings, numbers and whole cents as numbers. */
void xml_to_json(const struct xml_form *form, const void *item, struct json *json);

/*
 * Reads what xml_to_json wrote into a struct of the form's record, in the findings' arena. Members that the
 * form does not have and values that do not fit become findings; what is missing shows when it is written
 * and read back. FINDINGS when there are any.
 */
enum status xml_from_json(const struct xml_form *form, const char *bytes, size_t length,
                          struct findings *findings, void **ret_item) MUST_CHECK;

#endif
