/* SPDX-License-Identifier: EUPL-1.2 */
/* Codes with which one can look round in a demonstration; nowhere else are codes told. */
#ifndef OUTLOOK_RESIDENT_SAMPLES_H
#define OUTLOOK_RESIDENT_SAMPLES_H

#include "platform/base/fault.h"
#include "platform/http/http.h"
#include "platform/record/record.h"

/* Somebody who does not exist, and how to enter as they would. */
struct entry_sample {
	const char *words, *name, *code, *born; /* what there is to see; the birth date in words */
	const char *day, *month, *year;
};
/* A register of a demonstration with its samples. */
struct entry_demo {
	const char *name;
	struct records samples; /* entry_sample */
};
extern const struct record entry_demo_record;

/* The samples of each register that stands on a day of its own; none where people are real. */
enum status entry_demos(const struct http_request *request, struct records *ret_demos,
                        struct fault *fault) MUST_CHECK;

#endif
