/* SPDX-License-Identifier: EUPL-1.2 */
/* YAML files written by people, read into records, with every mistake at its line and column. */
#ifndef PLATFORM_YAML_YAML_H
#define PLATFORM_YAML_YAML_H

#include "platform/record/record.h"

#define YAML_MAX_BYTES ((size_t)1024 * 1024)
#define YAML_MAX_NODES 20000 /* keys, values and lists together */
#define YAML_MAX_DEPTH 16

/*
 * Reads one document into the struct at item, which is zeroed first. A mapping fills a record, a list fills
 * records or texts (for texts one value alone will do), everything else goes through record_set. Fields
 * marked required must stand in the file; a FIELD_MARKS member receives the place of each field, and the
 * place of the record for a field that is absent. Findings carry line and column, and there are as many as
 * there are mistakes: unknown keys (with the nearest known one), doubled keys, values of the wrong kind or
 * that do not fit, what is missing. Anchors, aliases, tags and a second document are refused.
 * FINDINGS when there are any; item then holds what could be read. All texts live in the findings' arena,
 * which needs room for some 64 MiB beside what it holds.
 */
enum status yaml_read(const char *bytes, size_t length, const struct record *record, void *item,
                      struct findings *findings) MUST_CHECK;

#endif
