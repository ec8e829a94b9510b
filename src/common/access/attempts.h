/* SPDX-License-Identifier: EUPL-1.2 */
/* Attempts to log in: after some wrong passwords the next one must wait, ever longer. */
#ifndef COMMON_ACCESS_ATTEMPTS_H
#define COMMON_ACCESS_ATTEMPTS_H

#include "common/access/access.h"

#define ATTEMPTS_FREE 5 /* so many may go wrong at once */

/* How long the next attempt waits after so many failures in a row, in seconds; at most fifteen minutes. */
int64_t attempts_wait_seconds(int64_t failures);
/* FINDINGS when an account's next attempt must still wait. */
enum status attempts_check(struct db *db, const char *account, struct moment now,
                           struct fault *fault) MUST_CHECK;
/* Counts a wrong password. */
enum status attempts_add(struct db *db, const char *account, struct moment now,
                         struct fault *fault) MUST_CHECK;
/* Forgets the failures of an account whose password was right; inside a writing transaction. */
enum status attempts_forget(struct db *db, const char *account, struct fault *fault) MUST_CHECK;

#endif
