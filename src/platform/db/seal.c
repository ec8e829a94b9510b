/* SPDX-License-Identifier: EUPL-1.2 */
#include "platform/db/seal.h"

#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define HEADER_BYTES (crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES)

_Static_assert(SEAL_KEY_BYTES == crypto_secretbox_KEYBYTES, "the key is one of libsodium's");

static bool write_key(const char *path)
{
	unsigned char key[SEAL_KEY_BYTES];
	int file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
	bool is_written;

	if (file < 0)
		return false;
	randombytes_buf(key, sizeof(key));
	is_written = write(file, key, sizeof(key)) == (ssize_t)sizeof(key) && fsync(file) == 0;
	return close(file) == 0 && is_written;
}

/* Brings the directory's list of names to the disk. */
static bool flush(const char *directory)
{
	int handle = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	bool is_flushed = handle >= 0 && fsync(handle) == 0;

	if (handle >= 0)
		(void)close(handle);
	return is_flushed;
}

/* Whole or not at all: written beside, then linked unless somebody was first. */
enum status seal_make_key(const char *directory, struct fault *fault)
{
	char path[4096 - 32], beside[4096];
	bool is_made;

	(void)snprintf(path, sizeof(path), "%s/key", directory);
	(void)snprintf(beside, sizeof(beside), "%s.%ld", path, (long)getpid());
	if (access(path, F_OK) == 0)
		return OK;
	is_made = write_key(beside) && (link(beside, path) == 0 || errno == EEXIST) && flush(directory);
	if (!is_made)
		(void)fault_set(fault, FAILED, "cannot make the key file %s: %s", path, strerror(errno));
	(void)unlink(beside);
	return is_made ? OK : FAILED;
}

enum status seal_key(const char *directory, unsigned char ret_key[static SEAL_KEY_BYTES], struct fault *fault)
{
	char path[4096];
	ssize_t length;
	int file;

	(void)snprintf(path, sizeof(path), "%s/key", directory);
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
