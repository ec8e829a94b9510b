/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/procurement/key_code.h"

#include <ctype.h>
#include <sodium.h>
#include <string.h>

#define CHECK_BYTES 3
#define CODE_BYTES (KEY_SEED_BYTES + CHECK_BYTES)
#define CODE_SIGNS (CODE_BYTES * 8 / 5)
#define GROUP_SIGNS 4
#define SIGN_BITS 5

_Static_assert(KEY_SEED_BYTES == crypto_box_SEEDBYTES, "the seed is that of a key pair");
_Static_assert(CODE_BYTES * 8 % SIGN_BITS == 0, "a code has whole signs");

/* Without I, L, O and U, which look like others. */
static const char signs[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

static void add_check(const unsigned char *seed, unsigned char *ret_check)
{
	unsigned char digest[crypto_generichash_BYTES];

	(void)crypto_generichash(digest, sizeof(digest), seed, KEY_SEED_BYTES, NULL, 0);
	memcpy(ret_check, digest, CHECK_BYTES);
}

static unsigned sign_at(const unsigned char *bytes, size_t place)
{
	unsigned value = 0;

	for (size_t bit = place * SIGN_BITS; bit < (place + 1) * SIGN_BITS; bit++)
		value = (value << 1U) | ((bytes[bit / 8] >> (7U - bit % 8)) & 1U);
	return value;
}

const char *key_code_of(const unsigned char seed[static KEY_SEED_BYTES], struct arena *arena)
{
	unsigned char bytes[CODE_BYTES];
	char *code = arena_take(arena, CODE_SIGNS + CODE_SIGNS / GROUP_SIGNS + 1);
	size_t length = 0;

	memcpy(bytes, seed, KEY_SEED_BYTES);
	add_check(bytes, bytes + KEY_SEED_BYTES);
	for (size_t i = 0; i < CODE_SIGNS; i++) {
		if (i > 0 && i % GROUP_SIGNS == 0)
			code[length++] = '-';
		code[length++] = signs[sign_at(bytes, i)];
	}
	sodium_memzero(bytes, sizeof(bytes));
	return code;
}

const char *key_code_new(struct arena *arena)
{
	unsigned char seed[KEY_SEED_BYTES];
	const char *code;

	randombytes_buf(seed, sizeof(seed));
	code = key_code_of(seed, arena);
	sodium_memzero(seed, sizeof(seed));
	return code;
}

/* The value of a sign, or -1; what is often read for another is that other. */
static int value_of(char sign)
{
	char capital = (char)toupper((unsigned char)sign);
	const char *at;

	if (capital == 'O')
		capital = '0';
	if (capital == 'I' || capital == 'L')
		capital = '1';
	at = capital == '\0' ? NULL : strchr(signs, capital);
	return at == NULL ? -1 : (int)(at - signs);
}

bool key_code_read(const char *code, unsigned char ret_seed[static KEY_SEED_BYTES])
{
	unsigned char bytes[CODE_BYTES] = { 0 }, check[CHECK_BYTES];
	size_t count = 0;

	for (const char *at = or_empty(code); *at != '\0'; at++) {
		int value;

		if (*at == '-' || isspace((unsigned char)*at) != 0)
			continue;
		value = value_of(*at);
		if (value < 0 || count == CODE_SIGNS)
			return false;
		for (size_t bit = 0; bit < SIGN_BITS; bit++)
			if (((unsigned)value >> (SIGN_BITS - 1 - bit) & 1U) != 0)
				bytes[(count * SIGN_BITS + bit) / 8] |=
					(unsigned char)(0x80U >> ((count * SIGN_BITS + bit) % 8));
		count++;
	}
	add_check(bytes, check);
	memcpy(ret_seed, bytes, KEY_SEED_BYTES);
	return count == CODE_SIGNS && sodium_memcmp(check, bytes + KEY_SEED_BYTES, CHECK_BYTES) == 0;
}

const char *key_code_public(const unsigned char seed[static KEY_SEED_BYTES], struct arena *arena)
{
	unsigned char public_key[crypto_box_PUBLICKEYBYTES], secret[crypto_box_SECRETKEYBYTES];
	char *hex = arena_take(arena, KEY_PUBLIC_CHARS + 1);

	(void)crypto_box_seed_keypair(public_key, secret, seed);
	sodium_memzero(secret, sizeof(secret));
	return sodium_bin2hex(hex, KEY_PUBLIC_CHARS + 1, public_key, sizeof(public_key));
}

bool key_is_public(const char *key)
{
	return strlen(or_empty(key)) == KEY_PUBLIC_CHARS &&
	       strspn(key, "0123456789abcdef") == KEY_PUBLIC_CHARS;
}
