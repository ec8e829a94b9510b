/* SPDX-License-Identifier: EUPL-1.2 */
/* What is left to do when a stored fact breaks a rule. */
#ifndef APP_TODOS_H
#define APP_TODOS_H

#include "common/journal/kind.h"

#define APP_TODOS_COUNT 26
extern const struct journal_todo app_todos[APP_TODOS_COUNT];

#endif
