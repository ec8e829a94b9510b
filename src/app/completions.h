/* SPDX-License-Identifier: EUPL-1.2 */
/* What other slices fill in or ask of a fact: only outlook sees more than one corner. */
#ifndef APP_COMPLETIONS_H
#define APP_COMPLETIONS_H

#include "common/journal/kind.h"

#define APP_COMPLETIONS_COUNT 58
extern const struct journal_completion app_completions[APP_COMPLETIONS_COUNT];

#endif
