/* SPDX-License-Identifier: EUPL-1.2 */
#include "common/person/seal.h"

#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define HEADER_BYTES (crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES)

_Static_assert(SEAL_KEY_BYTES == crypto_secretbox_KEYBYTES, "the key is one of libsodium's");

/* Makes the key file whole or not at all: written beside, then linked unless somebody was first. */
static enum status make_key(const char *path, struct fault *fault)
{
	unsigned char key[SEAL_KEY_BYTES];
	char beside[4096];
	ssize_t written;
	int file;

	(void)snprintf(beside, sizeof(beside), "%s.%ld", path, (long)getpid());
	file = open(beside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
	if (file < 0)
		return fault_set(fault, FAILED, "cannot make the key file %s: %s", beside, strerror(errno));
	randombytes_buf(key, sizeof(key));
	written = write(file, key, sizeof(key));
	if (written != (ssize_t)sizeof(key) || fsync(file) != 0 || close(file) != 0)
		return fault_set(fault, FAILED, "cannot write the key file %s: %s", beside, strerror(errno));
	if (link(beside, path) != 0 && errno != EEXIST)
		return fault_set(fault, FAILED, "cannot make the key file %s: %s", path, strerror(errno));
	(void)unlink(beside);
	return OK;
}

enum status seal_key(const char *directory, unsigned char ret_key[static SEAL_KEY_BYTES], struct fault *fault)
{
	char path[4096 - 32];
	ssize_t length;
	int file;

	(void)snprintf(path, sizeof(path), "%s/key", directory);
	if (access(path, F_OK) != 0) {
		enum status status = make_key(path, fault);

		if (status)
			return status;
	}
	file = open(path, O_RDONLY | O_CLOEXEC);
	if (file < 0)
		return fault_set(fault, FAILED, "cannot open the key file %s: %s", path, strerror(errno));
	length = read(file, ret_key, SEAL_KEY_BYTES);
	(void)close(file);
	return length == SEAL_KEY_BYTES ? OK : fault_set(fault, FAILED, "the key file %s is not whole", path);
}

const char *seal_close(const unsigned char *key, const char *text, struct arena *arena)
{
	size_t length = strlen(text), size = HEADER_BYTES + length;
	unsigned char *sealed = arena_take(arena, size);
	char *hex = arena_take(arena, 2 * size + 1);

	randombytes_buf(sealed, crypto_secretbox_NONCEBYTES);
	(void)crypto_secretbox_easy(sealed + crypto_secretbox_NONCEBYTES, (const unsigned char *)text, length,
	                            sealed, key);
	return sodium_bin2hex(hex, 2 * size + 1, sealed, size);
}

const char *seal_open(const unsigned char *key, const char *sealed, struct arena *arena)
{
	size_t size = strlen(sealed) / 2, length;
	unsigned char *bytes = arena_take(arena, size + 1);
	char *text;

	if (sodium_hex2bin(bytes, size + 1, sealed, strlen(sealed), NULL, &length, NULL) != 0 ||
	    length < HEADER_BYTES)
		return NULL;
	text = arena_take(arena, length - HEADER_BYTES + 1);
	if (crypto_secretbox_open_easy((unsigned char *)text, bytes + crypto_secretbox_NONCEBYTES,
	                               length - crypto_secretbox_NONCEBYTES, bytes, key) != 0)
		return NULL;
	return text;
}

const char *seal_mark(const unsigned char *key, const char *text, struct arena *arena)
{
	unsigned char mark[32];
	char *hex = arena_take(arena, 2 * sizeof(mark) + 1);

	(void)crypto_generichash(mark, sizeof(mark), (const unsigned char *)text, strlen(text), key,
	                         SEAL_KEY_BYTES);
	return sodium_bin2hex(hex, 2 * sizeof(mark) + 1, mark, sizeof(mark));
}
