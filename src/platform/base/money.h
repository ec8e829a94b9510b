/* SPDX-License-Identifier: EUPL-1.2 */
/* Amounts of money: whole cents, never a floating-point number. */
#ifndef PLATFORM_BASE_MONEY_H
#define PLATFORM_BASE_MONEY_H

#include <stdint.h>

struct money {
	int64_t cents;
};

#endif
