/* SPDX-License-Identifier: EUPL-1.2 */
#include "platform/base/fault.h"

#include <stdarg.h>
#include <stdio.h>

enum status fault_set(struct fault *fault, enum status status, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	(void)vsnprintf(fault->words, sizeof(fault->words), format, args);
	va_end(args);
	for (char *at = fault->words; *at != '\0'; at++)
		if (*at == '\n' || *at == '\r')
			*at = ' ';
	return status;
}
