/* SPDX-License-Identifier: EUPL-1.2 */
/* Records to and from JSON, and a streaming writer for everything else that speaks JSON. */
#ifndef PLATFORM_RECORD_JSON_H
#define PLATFORM_RECORD_JSON_H

#include "platform/base/text.h"
#include "platform/record/record.h"

/* Where the writer stands; begin with { .out = &text }. */
struct json {
	struct text *out;
	bool needs_comma;
};

void json_object_begin(struct json *json);
void json_object_end(struct json *json);
void json_array_begin(struct json *json);
void json_array_end(struct json *json);
void json_key(struct json *json, const char *key);
void json_text(struct json *json, const char *text); /* NULL is null */
void json_number(struct json *json, int64_t number);
void json_decimal(struct json *json, const char *number); /* as decimal_print wrote it */
void json_flag(struct json *json, bool flag);

/*
 * The record as an object with its fields in table order; empty fields are left out, and so are all fields
 * with one of the flags in without.
 */
void json_record(struct json *json, const struct record *record, const void *item, unsigned without);

/* In without, for reading: keys that the record does not have are passed over, as of a standard that has
 * more. */
#define JSON_OTHER_KEYS 0x10000U

/*
 * Reads an object into the struct at item, which is zeroed first. Unknown keys, doubled keys, values of the
 * wrong kind and values for fields with one of the flags in without become findings. FINDINGS when there
 * are any. Texts live in the findings' arena. At most 1 MiB.
 */
enum status json_read(const char *bytes, size_t length, const struct record *record, void *item,
                      unsigned without, struct findings *findings) MUST_CHECK;

#endif
