/* SPDX-License-Identifier: EUPL-1.2 */
/* How long what is kept. */
#include <stdlib.h>
#include <string.h>

#include "platform/base/embedded.h"
#include "platform/record/sheet.h"
#include "practice/erasure/erasure.h"

#define KEEPING_FILE "data/retention.csv"

enum column { SORT, YEARS, FROM, UNTIL, SOURCE, COLUMNS };

static bool is_in_force(const struct sheet *sheet, struct date on)
{
	struct date from = { 0 }, until = { 0 };

	(void)date_read(sheet->values[FROM], &from);
	(void)date_read(sheet->values[UNTIL], &until);
	return date_within(on, from, until);
}

enum status erasure_term(const char *sort, struct date on, struct arena *arena, struct keeping_term *ret_term,
                         struct fault *fault)
{
	const struct embedded_file *file = embedded_find(KEEPING_FILE);
	struct sheet sheet;

	if (file == NULL)
		return fault_set(fault, FAILED, "the file %s is not in this program", KEEPING_FILE);
	sheet = sheet_open((const char *)file->bytes, file->size);
	while (sheet_next(&sheet, arena))
		if (sheet.fault == SHEET_FINE && sheet.count == COLUMNS &&
		    strcmp(sheet.values[SORT], sort) == 0 && is_in_force(&sheet, on)) {
			*ret_term = (struct keeping_term){ sheet.values[SORT],
				                           strtoll(sheet.values[YEARS], NULL, 10),
				                           sheet.values[SOURCE] };
			return OK;
		}
	return fault_set(fault, NOT_FOUND, "%s does not say how long %s are kept", KEEPING_FILE, sort);
}

struct date erasure_kept_until(struct date ended_on, const struct keeping_term *term)
{
	return date_add_days(date_birthday(ended_on, (int)term->years), 1);
}
