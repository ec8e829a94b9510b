/* SPDX-License-Identifier: EUPL-1.2 */
/* What every file may use: counting, cleanup, and the three ways a call can end. */
#ifndef PLATFORM_BASE_BASE_H
#define PLATFORM_BASE_BASE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))
#define MUST_CHECK __attribute__((warn_unused_result))
#define PRINTF(words, first) __attribute__((format(printf, words, first)))
#define CLEANUP(function) __attribute__((cleanup(function)))

/*
 * How a call ended. The order is the order of exit codes: findings are people's mistakes (1), wrong use
 * and unknown names come next (2), then the world failing (3). Bugs are asserts and never a status.
 */
enum status {
	OK = 0,
	FINDINGS = 1,  /* the findings list says what a person must change */
	WRONG_USE = 2, /* a wrong option, or a name that does not exist */
	FAILED = 3,    /* disk, database, network; the fault says which */
	NOT_FOUND = 4, /* the thing asked for is not there */
};

/* Whether a text says anything; one that was not given may be NULL. */
static inline bool has_words(const char *text)
{
	return text != NULL && text[0] != '\0';
}

static inline const char *or_empty(const char *text)
{
	return text == NULL ? "" : text;
}

#endif
