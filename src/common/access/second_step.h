/* SPDX-License-Identifier: EUPL-1.2 */
/* The second step of logging in: a code from an app, or one of the recovery codes, after the password. */
#ifndef COMMON_ACCESS_SECOND_STEP_H
#define COMMON_ACCESS_SECOND_STEP_H

#include "common/access/access.h"
#include "common/access/totp.h"
#include "common/journal/journal.h"

#define SECOND_STEP_RECOVERY_CODES 10

/* How it stands with somebody's second step. */
struct second_step {
	bool is_on;
	struct date since; /* when it is on */
	bool is_begun;     /* there is a secret, which the app has not shown yet to know */
	struct totp_secret secret;
	int64_t recovery_left;
};
/* Of an account, by its register and name. */
enum status second_step_of(struct db *db, const struct access_account *account, struct arena *arena,
                           struct second_step *ret_step, struct fault *fault) MUST_CHECK;
/* A new secret, that counts once a code of it was given; nothing when the second step is on. Inside a writing
 * transaction, like all that follows. */
enum status second_step_begin(struct db *db, const struct access_account *account, struct arena *arena,
                              struct fault *fault) MUST_CHECK;

/* Who gives a code, and when. */
struct second_step_try {
	int64_t register_id;
	const char *account, *code;
	struct moment now;
	struct date today;
};
/*
 * Whether the code is right: OK, and it counts no more. NOT_FOUND: it is not, or was used; FINDINGS: too many
 * wrong ones, try later. They are counted by account, wherever they come from: who guesses codes has the
 * password.
 */
enum status second_step_check(struct db *db, const struct second_step_try *tried, struct arena *arena,
                              struct fault *fault) MUST_CHECK;
/* The first code, of a secret that was begun: with it the second step is on. Answers like second_step_check.
 */
enum status second_step_confirm(struct db *db, const struct second_step_try *tried, struct arena *arena,
                                struct fault *fault) MUST_CHECK;
/* New recovery codes in place of those that were left, told once: only their digests are kept. */
enum status second_step_recovery(struct db *db, const struct access_account *account, struct arena *arena,
                                 struct texts *ret_codes, struct fault *fault) MUST_CHECK;
/* No second step any more, and the wrong codes so far count no more. */
enum status second_step_end(struct db *db, const struct access_account *account, struct arena *arena,
                            struct fault *fault) MUST_CHECK;

/* Once it is on: ends the account's sessions but that of the cookie; inside a writing transaction. */
enum status access_end_others(struct db *db, const struct access_account *account, const char *cookie,
                              struct arena *arena, struct fault *fault) MUST_CHECK;

/* The fact that an administrator took away the second step of somebody who has lost it. */
struct second_step_reset {
	const char *account;
	bool is_open, is_on; /* at the door: the account; its second step */
};
extern const struct journal_kind second_step_reset_kind;

/* The fact that who has a role must have a second step, or need not any more. */
struct second_step_asked {
	const char *role, *asked;
};
extern const struct journal_kind second_step_asked_kind;

#endif
