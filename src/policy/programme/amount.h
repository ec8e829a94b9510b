/* SPDX-License-Identifier: EUPL-1.2 */
/* Amounts of money in words: content and money are talked about apart, so no amount is typed in before its
 * time. */
#ifndef POLICY_PROGRAMME_AMOUNT_H
#define POLICY_PROGRAMME_AMOUNT_H

#include "platform/base/base.h"

/*
 * Whether an amount seems to stand in the words: a euro sign, the word euro or eur, a number with two
 * decimals after a comma or with ,- behind it, or so many millions. NULL has none.
 */
bool amount_stands_in(const char *words);

#endif
