/* SPDX-License-Identifier: EUPL-1.2 */
/* Codes that change every half minute, as an app on a phone shows them: RFC 6238 with SHA-1 and six digits.
 */
#ifndef COMMON_ACCESS_TOTP_H
#define COMMON_ACCESS_TOTP_H

#include "platform/base/arena.h"
#include "platform/base/clock.h"

#define TOTP_SECONDS 30
#define TOTP_DIGITS 6
#define TOTP_SECRET_BYTES 20 /* RFC 4226, section 4: 160 bits */
#define TOTP_DRIFT 1         /* RFC 6238, section 5.2: how many steps the two clocks may differ */

struct totp_secret {
	unsigned char bytes[TOTP_SECRET_BYTES];
};

struct totp_secret totp_new_secret(void);
/* The half minute that a moment is in. */
int64_t totp_step(struct moment now);
/* The code of a step, of TOTP_DIGITS digits. */
void totp_code(const struct totp_secret *secret, int64_t step, char ret_code[static TOTP_DIGITS + 1]);
/*
 * The step of which this is the code, at most TOTP_DRIFT from now and later than the last one that was used:
 * RFC 6238, section 5.2, a code counts once. 0: it is the code of none.
 */
int64_t totp_match(const struct totp_secret *secret, const char *code, struct moment now, int64_t used_step);

/* The secret as people type it over, base 32 (RFC 4648) in groups of four; in arena. */
const char *totp_in_groups(const struct totp_secret *secret, struct arena *arena);
/* The address that an app reads from a QR code, with whose it is and of which organisation; in arena. */
const char *totp_address(const struct totp_secret *secret, const char *account, const char *organisation,
                         struct arena *arena);
/* How the secret is kept, and whether it could be read back. */
const char *totp_to_text(const struct totp_secret *secret, struct arena *arena);
bool totp_of_text(const char *text, struct totp_secret *ret_secret);

#endif
