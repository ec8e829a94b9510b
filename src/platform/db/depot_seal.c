/* SPDX-License-Identifier: EUPL-1.2 */
#include "platform/db/depot_seal.h"

#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "platform/base/close.h"
#include "platform/db/seal.h"

#define PIECE_BYTES ((size_t)65536)
#define SEALED_BYTES (PIECE_BYTES + crypto_secretstream_xchacha20poly1305_ABYTES)
#define ROOM_BYTES ((size_t)256 * 1024)
#define HEADER_BYTES crypto_secretstream_xchacha20poly1305_HEADERBYTES

_Static_assert(SEAL_KEY_BYTES == crypto_secretstream_xchacha20poly1305_KEYBYTES, "one key opens both");

static size_t read_text(void *context, size_t offset, char *into, size_t size)
{
	const struct text *text = context;
	size_t left = offset < text->length ? text->length - offset : 0;

	if (left > size)
		left = size;
	if (left > 0)
		memcpy(into, text->bytes + offset, left);
	return left;
}

struct depot_source depot_source_of(const struct text *text)
{
	return (struct depot_source){ read_text, (void *)(uintptr_t)text };
}

static bool write_all(int handle, const unsigned char *bytes, size_t length)
{
	while (length > 0) {
		ssize_t written = write(handle, bytes, length);

		if (written < 0 && errno != EINTR)
			return false;
		if (written > 0) {
			bytes += written;
			length -= (size_t)written;
		}
	}
	return true;
}

/* All pieces; the last one, which is not full, says that it is the last. */
static bool write_sealed(int handle, const unsigned char *key, const struct depot_source *source,
                         struct arena *arena)
{
	crypto_secretstream_xchacha20poly1305_state state;
	unsigned char header[HEADER_BYTES];
	char *piece = arena_take(arena, PIECE_BYTES);
	unsigned char *sealed = arena_take(arena, SEALED_BYTES);
	size_t offset = 0, length = PIECE_BYTES;

	(void)crypto_secretstream_xchacha20poly1305_init_push(&state, header, key);
	if (!write_all(handle, header, sizeof(header)))
		return false;
	while (length == PIECE_BYTES) {
		unsigned char tag;

		length = source->read(source->context, offset, piece, PIECE_BYTES);
		offset += length;
		tag = length == PIECE_BYTES ? crypto_secretstream_xchacha20poly1305_TAG_MESSAGE
		                            : crypto_secretstream_xchacha20poly1305_TAG_FINAL;
		(void)crypto_secretstream_xchacha20poly1305_push(
			&state, sealed, NULL, (const unsigned char *)piece, length, NULL, 0, tag);
		if (!write_all(handle, sealed, length + crypto_secretstream_xchacha20poly1305_ABYTES))
			return false;
	}
	return true;
}

enum status depot_seal(const struct db *db, const char *name, const struct depot_source *source,
                       struct fault *fault)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new(ROOM_BYTES);
	const char *folder = NULL, *waiting;
	unsigned char key[SEAL_KEY_BYTES];
	int64_t bytes = 0;
	bool is_written;
	enum status status = depot_size(db, name, &bytes, fault);
	int handle;

	if (status != NOT_FOUND)
		return status;
	status = depot_folder(db, arena, &folder, fault);
	if (status == OK)
		status = seal_key(db_state_directory(db), key, fault);
	if (status)
		return status;
	waiting = arena_print(arena, "%s/.%s.%ld", folder, name, (long)getpid());
	handle = open(waiting, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0600);
	is_written = handle >= 0 && write_sealed(handle, key, source, arena);
	sodium_memzero(key, sizeof(key));
	if (handle >= 0 && close(handle) != 0)
		is_written = false;
	if (is_written)
		return depot_keep(db, waiting, name, fault);
	(void)fault_set(fault, FAILED, "cannot keep %s: %s", waiting, strerror(errno));
	(void)unlink(waiting);
	return FAILED;
}

/* Opens one piece, and whether it is the last; false where it is not what was sealed. */
static bool open_piece(crypto_secretstream_xchacha20poly1305_state *state, const unsigned char *sealed,
                       size_t length, unsigned char *piece, bool *ret_is_last)
{
	unsigned char tag = 0;

	if (length < crypto_secretstream_xchacha20poly1305_ABYTES ||
	    crypto_secretstream_xchacha20poly1305_pull(state, piece, NULL, &tag, sealed, length, NULL, 0) !=
	            0)
		return false;
	*ret_is_last = tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL;
	return true;
}

static bool read_sealed(FILE *file, const unsigned char *key, struct arena *arena, struct text *out)
{
	crypto_secretstream_xchacha20poly1305_state state;
	unsigned char header[HEADER_BYTES];
	unsigned char *sealed = arena_take(arena, SEALED_BYTES), *piece = arena_take(arena, PIECE_BYTES);
	bool is_last = false;

	if (fread(header, 1, sizeof(header), file) != sizeof(header) ||
	    crypto_secretstream_xchacha20poly1305_init_pull(&state, header, key) != 0)
		return false;
	while (!is_last) {
		size_t length = fread(sealed, 1, SEALED_BYTES, file);

		if (!open_piece(&state, sealed, length, piece, &is_last))
			return false;
		text_add_part(out, (const char *)piece,
		              length - crypto_secretstream_xchacha20poly1305_ABYTES);
	}
	return !out->is_full;
}

enum status depot_open(const struct db *db, const char *name, struct text *out, struct fault *fault)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new(ROOM_BYTES);
	const char *path = depot_path(db, name, arena);
	CLEANUP(close_file) FILE *file = fopen(path, "rbe");
	unsigned char key[SEAL_KEY_BYTES];
	bool is_read;
	enum status status;

	if (file == NULL)
		return errno == ENOENT
		               ? NOT_FOUND
		               : fault_set(fault, FAILED, "cannot open %s: %s", path, strerror(errno));
	status = seal_key(db_state_directory(db), key, fault);
	if (status)
		return status;
	is_read = read_sealed(file, key, arena, out);
	sodium_memzero(key, sizeof(key));
	return is_read ? OK : fault_set(fault, FAILED, "%s is not what was kept", path);
}
