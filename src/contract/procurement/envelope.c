/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/procurement/envelope.h"

#include <sodium.h>
#include <string.h>

#define SHARE_BYTES (crypto_box_SEALBYTES + SPLIT_KEY_BYTES)
#define HEADER_BYTES (crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES)
#define BASE64 sodium_base64_VARIANT_ORIGINAL

_Static_assert(SPLIT_KEY_BYTES == crypto_secretbox_KEYBYTES, "a key of one is a key of the other");

static const char *to_hex(const unsigned char *bytes, size_t count, struct arena *arena)
{
	char *hex = arena_take(arena, 2 * count + 1);

	return sodium_bin2hex(hex, 2 * count + 1, bytes, count);
}

/* Whether the text is exactly so many bytes. */
static bool from_hex(const char *hex, unsigned char *ret_bytes, size_t count)
{
	size_t length = 0;

	return strlen(or_empty(hex)) == 2 * count &&
	       sodium_hex2bin(ret_bytes, count, hex, 2 * count, NULL, &length, NULL) == 0 && length == count;
}

static const char *digest_of(const char *text, struct arena *arena)
{
	unsigned char digest[crypto_hash_sha256_BYTES];

	(void)crypto_hash_sha256(digest, (const unsigned char *)text, strlen(text));
	return to_hex(digest, sizeof(digest), arena);
}

static const char *seal(const char *text, const unsigned char *key, struct arena *arena)
{
	size_t length = strlen(text), size = HEADER_BYTES + length;
	size_t chars = sodium_base64_encoded_len(size, BASE64);
	unsigned char *sealed = arena_take(arena, size);

	randombytes_buf(sealed, crypto_secretbox_NONCEBYTES);
	(void)crypto_secretbox_easy(sealed + crypto_secretbox_NONCEBYTES, (const unsigned char *)text, length,
	                            sealed, key);
	return sodium_bin2base64(arena_take(arena, chars), chars, sealed, size, BASE64);
}

static bool seal_shares(const unsigned char *key, const char *const *public_keys, struct arena *arena,
                        struct envelope *envelope)
{
	unsigned char slope[SPLIT_KEY_BYTES], public_key[crypto_box_PUBLICKEYBYTES], sealed[SHARE_BYTES];
	struct split_part parts[SPLIT_PARTS];
	bool are_sealed = true;

	randombytes_buf(slope, sizeof(slope));
	split_key(key, slope, parts);
	for (size_t i = 0; i < SPLIT_PARTS; i++) {
		are_sealed = are_sealed && from_hex(public_keys[i], public_key, sizeof(public_key)) &&
		             crypto_box_seal(sealed, parts[i].bytes, SPLIT_KEY_BYTES, public_key) == 0;
		envelope->shares[i] = to_hex(sealed, sizeof(sealed), arena);
	}
	sodium_memzero(slope, sizeof(slope));
	sodium_memzero(parts, sizeof(parts));
	return are_sealed;
}

bool envelope_close(const char *text, const char *const public_keys[static SPLIT_PARTS], struct arena *arena,
                    struct envelope *ret_envelope)
{
	unsigned char key[SPLIT_KEY_BYTES];
	bool is_closed;

	randombytes_buf(key, sizeof(key));
	ret_envelope->sealed = seal(text, key, arena);
	ret_envelope->digest = digest_of(text, arena);
	is_closed = seal_shares(key, public_keys, arena, ret_envelope);
	sodium_memzero(key, sizeof(key));
	return is_closed;
}

const char *envelope_share(const char *sealed_share, const unsigned char seed[static KEY_SEED_BYTES],
                           struct arena *arena)
{
	unsigned char public_key[crypto_box_PUBLICKEYBYTES], secret[crypto_box_SECRETKEYBYTES];
	unsigned char sealed[SHARE_BYTES], share[SPLIT_KEY_BYTES];
	bool is_open;

	(void)crypto_box_seed_keypair(public_key, secret, seed);
	is_open = from_hex(sealed_share, sealed, sizeof(sealed)) &&
	          crypto_box_seal_open(share, sealed, sizeof(sealed), public_key, secret) == 0;
	sodium_memzero(secret, sizeof(secret));
	return is_open ? to_hex(share, sizeof(share), arena) : NULL;
}

const char *envelope_key(const char *const shares[static 2], const int64_t places[static 2],
                         struct arena *arena)
{
	struct split_part parts[2];
	unsigned char key[SPLIT_KEY_BYTES];

	for (size_t i = 0; i < COUNT(parts); i++) {
		if (places[i] < 1 || places[i] > SPLIT_PARTS || places[0] == places[1] ||
		    !from_hex(shares[i], parts[i].bytes, SPLIT_KEY_BYTES))
			return NULL;
		parts[i].place = (unsigned char)places[i];
	}
	split_join(&parts[0], &parts[1], key);
	return to_hex(key, sizeof(key), arena);
}

const char *envelope_open(const struct envelope *envelope, const char *key, struct arena *arena)
{
	unsigned char bytes[SPLIT_KEY_BYTES];
	size_t room = strlen(or_empty(envelope->sealed)), size = 0;
	unsigned char *sealed = arena_take(arena, room + 1);
	char *text;

	if (!from_hex(key, bytes, sizeof(bytes)) || room == 0 ||
	    sodium_base642bin(sealed, room, envelope->sealed, room, NULL, &size, NULL, BASE64) != 0 ||
	    size < HEADER_BYTES)
		return NULL;
	text = arena_take(arena, size - HEADER_BYTES + 1);
	if (crypto_secretbox_open_easy((unsigned char *)text, sealed + crypto_secretbox_NONCEBYTES,
	                               size - crypto_secretbox_NONCEBYTES, sealed, bytes) != 0)
		return NULL;
	return strcmp(digest_of(text, arena), or_empty(envelope->digest)) == 0 ? text : NULL;
}
