/* SPDX-License-Identifier: EUPL-1.2 */
/* The words for a failure of the world, written once, where it happened. */
#ifndef PLATFORM_BASE_FAULT_H
#define PLATFORM_BASE_FAULT_H

#include "platform/base/base.h"

struct fault {
	char words[480]; /* one sentence for the operator, English, no newline */
};

/* Writes the sentence and returns status, so that a caller can end with it. */
enum status fault_set(struct fault *fault, enum status status, const char *format, ...) PRINTF(3, 4);

#endif
