/* SPDX-License-Identifier: EUPL-1.2 */
/* Rows that belong to a fact by its number: what is about a person without saying so, and what is a part of a
 * fact. */
#ifndef APP_CARRIED_H
#define APP_CARRIED_H

#include "common/journal/kind.h"

#define APP_NUMBERED_COUNT 8
extern const struct journal_numbered app_numbered[APP_NUMBERED_COUNT];
extern const struct journal_carried app_carried[]; /* ends with a NULL kind */

#endif
