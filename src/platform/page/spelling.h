/* SPDX-License-Identifier: EUPL-1.2 */
/* Dates, moments and amounts as a person reads them, in one language. */
#ifndef PLATFORM_PAGE_SPELLING_H
#define PLATFORM_PAGE_SPELLING_H

#include "platform/base/date.h"
#include "platform/base/money.h"

/* The words of a language, looked up once. */
struct spelling {
	const char *language;
	const char *months[12];
	const char *yes, *no;
	bool has_points; /* 1.234,56 and not 1,234.56 */
};

#define SPELLING_SIZE 64 /* room for the longest of these, with the NUL */

struct spelling spelling_new(const char *language);
/* 15 mei 2023; nothing for no date. Returns into, as do the others. */
const char *spelling_date(const struct spelling *spelling, struct date date,
                          char into[static SPELLING_SIZE]);
/* 15 mei 2023, 09:30, in the time zone of the process. */
const char *spelling_moment(const struct spelling *spelling, struct moment moment,
                            char into[static SPELLING_SIZE]);
/* Euros with the cents: € 1.234,56 in Dutch, €1,234.56 in English. */
const char *spelling_money(const struct spelling *spelling, struct money money,
                           char into[static SPELLING_SIZE]);

#endif
