/* SPDX-License-Identifier: EUPL-1.2 */
#include "common/access/totp.h"

#include <assert.h>
#include <liboath/oath.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>

#include "platform/base/text.h"

#define GROUP 4
#define ADDRESS_BYTES 2048

struct totp_secret totp_new_secret(void)
{
	struct totp_secret secret;

	randombytes_buf(secret.bytes, sizeof(secret.bytes));
	return secret;
}

int64_t totp_step(struct moment now)
{
	return now.seconds / TOTP_SECONDS;
}

void totp_code(const struct totp_secret *secret, int64_t step, char ret_code[static TOTP_DIGITS + 1])
{
	int answer = oath_hotp_generate((const char *)secret->bytes, sizeof(secret->bytes), (uint64_t)step,
	                                TOTP_DIGITS, false, OATH_HOTP_DYNAMIC_TRUNCATION, ret_code);

	assert(answer == OATH_OK);
}

int64_t totp_match(const struct totp_secret *secret, const char *code, struct moment now, int64_t used_step)
{
	int64_t present = totp_step(now), found = 0;
	char expected[TOTP_DIGITS + 1];

	if (strlen(code) != TOTP_DIGITS)
		return 0;
	for (int64_t step = present - TOTP_DRIFT; step <= present + TOTP_DRIFT; step++) {
		totp_code(secret, step, expected);
		if (sodium_memcmp(expected, code, TOTP_DIGITS) == 0 && step > used_step && found == 0)
			found = step;
	}
	return found;
}

/* Five bits a letter; 160 bits make 32 letters without a rest. */
static const char *in_base_32(const struct totp_secret *secret, size_t group, struct arena *arena)
{
	static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
	struct text text = text_new((size_t)TOTP_SECRET_BYTES * 4);
	const char *copy;

	for (size_t bit = 0; bit < (size_t)TOTP_SECRET_BYTES * 8; bit += 5) {
		unsigned pair = (unsigned)secret->bytes[bit / 8] << 8;

		if (bit / 8 + 1 < TOTP_SECRET_BYTES)
			pair |= secret->bytes[bit / 8 + 1];
		if (group != 0 && bit != 0 && bit / 5 % group == 0)
			text_add_char(&text, ' ');
		text_add_char(&text, letters[pair >> (11 - bit % 8) & 31]);
	}
	copy = arena_copy(arena, text_words(&text));
	text_done(&text);
	return copy;
}

const char *totp_in_groups(const struct totp_secret *secret, struct arena *arena)
{
	return in_base_32(secret, GROUP, arena);
}

/* What has a meaning in an address goes as %XX: RFC 3986, section 2.3. */
static void add_escaped(struct text *address, const char *words)
{
	static const char plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

	for (; *words != '\0'; words++)
		if (strchr(plain, *words) != NULL)
			text_add_char(address, *words);
		else
			text_print(address, "%%%02X", (unsigned)(unsigned char)*words);
}

const char *totp_address(const struct totp_secret *secret, const char *account, const char *organisation,
                         struct arena *arena)
{
	CLEANUP(text_done) struct text address = text_new(ADDRESS_BYTES);

	text_add(&address, "otpauth://totp/");
	add_escaped(&address, organisation);
	text_add(&address, "%3A");
	add_escaped(&address, account);
	text_print(&address, "?secret=%s&issuer=", in_base_32(secret, 0, arena));
	add_escaped(&address, organisation);
	text_print(&address, "&algorithm=SHA1&digits=%d&period=%d", TOTP_DIGITS, TOTP_SECONDS);
	return arena_copy(arena, text_words(&address));
}

const char *totp_to_text(const struct totp_secret *secret, struct arena *arena)
{
	char *hex = arena_take(arena, 2 * TOTP_SECRET_BYTES + 1);

	return sodium_bin2hex(hex, 2 * TOTP_SECRET_BYTES + 1, secret->bytes, sizeof(secret->bytes));
}

bool totp_of_text(const char *text, struct totp_secret *ret_secret)
{
	size_t length = 0;

	return sodium_hex2bin(ret_secret->bytes, sizeof(ret_secret->bytes), text, strlen(text), NULL, &length,
	                      NULL) == 0 &&
	       length == sizeof(ret_secret->bytes);
}
