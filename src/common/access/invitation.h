/* SPDX-License-Identifier: EUPL-1.2 */
/* Accounts that are made for people who are not there: each chooses the password with the code of an
 * invitation. */
#ifndef COMMON_ACCESS_INVITATION_H
#define COMMON_ACCESS_INVITATION_H

#include "common/access/access.h"

#define INVITATION_DAYS 14
#define PASSWORD_CHARS_MIN 12

/* Adds an account that nobody can log in to, with an invitation. The code is told once; only its digest is
 * kept. */
enum status invitation_add(struct db *db, const struct access_account *account, struct moment now,
                           struct arena *arena, const char **ret_code, struct fault *fault) MUST_CHECK;

/* An invitation for an account that is there: another code, the one before it ends. Inside a writing
 * transaction. */
enum status invitation_renew(struct db *db, const struct access_account *account, struct moment now,
                             struct arena *arena, const char **ret_code, struct fault *fault) MUST_CHECK;

/* Who comes with a code, and the password that is chosen. */
struct invitation_use {
	const char *account, *code, *password;
	struct moment now;
};
/* Sets the password and ends the invitation; NOT_FOUND: another code, or it has passed. */
enum status invitation_use(struct db *db, const struct invitation_use *use, struct arena *arena,
                           struct fault *fault) MUST_CHECK;

#endif
