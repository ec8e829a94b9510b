/* SPDX-License-Identifier: EUPL-1.2 */
/* Amounts of money in words: content and money are talked about apart, so no amount is typed in before its
 * time. */
#ifndef COMMON_WORDING_AMOUNT_H
#define COMMON_WORDING_AMOUNT_H

#include "platform/base/base.h"

/*
 * Whether an amount seems to stand in the words, in Dutch or English: money named by its sign or word, cents
 * behind a comma, so many millions, so much per hour, a large figure per year, or a figure behind a word such
 * as tariff or budget. Hours, days, ages, percentages, articles and telephone numbers are no amounts. NULL
 * has none.
 */
bool amount_stands_in(const char *words);

#endif
