/* SPDX-License-Identifier: EUPL-1.2 */
/* The tables that a rebuild makes again, and those whose rows belong to a person by the number of a fact. */
#ifndef APP_DERIVED_H
#define APP_DERIVED_H

#include "common/journal/kind.h"

#define APP_DERIVED_COUNT 169
#define APP_NUMBERED_COUNT 8
extern const char *const app_derived[APP_DERIVED_COUNT];
extern const struct journal_numbered app_numbered[APP_NUMBERED_COUNT];

#endif
