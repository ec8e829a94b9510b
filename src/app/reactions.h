/* SPDX-License-Identifier: EUPL-1.2 */
/* What follows from what: the story of the whole system, read from top to bottom. */
#ifndef APP_REACTIONS_H
#define APP_REACTIONS_H

#include "common/journal/kind.h"

#define APP_REACTIONS_COUNT 63
extern const struct journal_reaction app_reactions[APP_REACTIONS_COUNT];

#endif
