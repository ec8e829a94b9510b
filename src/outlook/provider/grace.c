/* SPDX-License-Identifier: EUPL-1.2 */
#include "outlook/provider/grace.h"

#include <stdlib.h>
#include <string.h>

#include "platform/base/embedded.h"

#define DAY_LENGTH (DATE_TEXT_SIZE - 1)
#define DAYS_MAX 366

int32_t grace_days(struct date on)
{
	const struct embedded_file *file = embedded_find("data/grace.csv");
	const char *line = file == NULL ? NULL : strchr((const char *)file->bytes, '\n');
	int32_t days = 0;

	for (; line != NULL && line[1] != '\0'; line = strchr(line + 1, '\n')) {
		char day[DATE_TEXT_SIZE] = "";
		struct date from = { 0 };
		long read;

		(void)strncpy(day, line + 1, DAY_LENGTH);
		if (!date_read(day, &from) || date_before(on, from) || line[1 + DAY_LENGTH] != ',')
			continue;
		read = strtol(line + 1 + DAY_LENGTH + 1, NULL, 10);
		days = read < 0 || read > DAYS_MAX ? 0 : (int32_t)read;
	}
	return days;
}
