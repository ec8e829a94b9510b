/* SPDX-License-Identifier: EUPL-1.2 */
/* What the schemes of a register mean for one resident: that follows from the address. */
#ifndef COMMON_SCHEME_RESIDENT_H
#define COMMON_SCHEME_RESIDENT_H

#include "common/journal/journal.h"

/*
 * The name of the municipality where a resident lives: its college decides, and letters go in its name. Where
 * the register is of one municipality that one; NULL when the address lies in none of several.
 */
enum status resident_authority(struct journal *journal, int64_t person, const char **ret_authority,
                               struct fault *fault) MUST_CHECK;
/*
 * Whether the municipality where a resident lives has a product, whoever delivers it and whether anybody does
 * now: a need is not refused for want of a contract.
 */
enum status resident_has_product(struct journal *journal, int64_t person, const char *product, bool *ret_has,
                                 struct fault *fault) MUST_CHECK;

#endif
