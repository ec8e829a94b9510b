/* SPDX-License-Identifier: EUPL-1.2 */
#include <stdlib.h>
#include <string.h>

#include "contract/procurement/notice.h"
#include "platform/record/sheet.h"

#define DAYS_MAX 366

enum column { PROCEDURE, DAYS, SOURCE, COLUMNS };

static bool read_term(const struct sheet *sheet, struct notice_term *ret_term)
{
	char *end = NULL;

	if (sheet->fault != SHEET_FINE || sheet->count != COLUMNS)
		return false;
	*ret_term = (struct notice_term){ strtol(sheet->values[DAYS], &end, 10), sheet->values[SOURCE] };
	return *end == '\0' && ret_term->days > 0 && ret_term->days <= DAYS_MAX;
}

enum status notice_term_of(const char *rows, size_t length, const char *procedure, struct arena *arena,
                           struct notice_term *ret_term, struct fault *fault)
{
	struct sheet sheet = sheet_open(rows, length);

	*ret_term = (struct notice_term){ 0, "" };
	for (bool is_header = true; sheet_next(&sheet, arena); is_header = false) {
		struct notice_term term = { 0 };

		if (is_header)
			continue;
		if (!read_term(&sheet, &term))
			return fault_set(fault, FAILED, "the terms of tenders cannot be read at line %lld",
			                 (long long)sheet.line);
		if (strcmp(sheet.values[PROCEDURE], procedure) == 0)
			*ret_term = term;
	}
	return OK;
}
