/* SPDX-License-Identifier: EUPL-1.2 */
#include "platform/http/upload.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "platform/http/multipart.h"

#define FIELDS_BYTES ((size_t)64 * 1024) /* of all fields that are no file, as a form that came encoded */

struct upload {
	struct multipart multipart;
	struct arena *arena;
	const char *folder;
	struct text form;    /* the other fields, percent-encoded */
	struct text content; /* of the field that comes in */
	bool is_in_file;
	const char *file_field, *file_name; /* NULL before there is a file; the name percent-encoded */
	struct http_upload file;
	int handle; /* -1 where there is no file */
	crypto_hash_sha256_state digest;
};

/* --- the file --- */

/* A name that begins with a dot is of one that is not kept yet. */
static void open_file(struct upload *upload)
{
	char *path = arena_print(upload->arena, "%s/.coming-XXXXXX", upload->folder);

	(void)crypto_hash_sha256_init(&upload->digest);
	upload->handle = mkstemp(path);
	if (upload->handle >= 0)
		(void)fcntl(upload->handle, F_SETFD, FD_CLOEXEC);
	upload->file.path = path;
	upload->file.is_lost = upload->handle < 0;
	if (upload->file.is_lost)
		(void)fprintf(stderr, "cannot make %s: %s\n", path, strerror(errno));
}

/* What the disk does not take is passed over, so that the answer can say so. */
static void write_file(struct upload *upload, const char *bytes, size_t length)
{
	while (length > 0 && !upload->file.is_lost) {
		ssize_t written = write(upload->handle, bytes, length);

		if (written < 0 && errno == EINTR)
			continue;
		if (written <= 0) {
			(void)fprintf(stderr, "cannot write %s: %s\n", upload->file.path, strerror(errno));
			upload->file.is_lost = true;
			return;
		}
		(void)crypto_hash_sha256_update(&upload->digest, (const unsigned char *)bytes,
		                                (unsigned long long)written);
		upload->file.bytes += written;
		bytes += written;
		length -= (size_t)written;
	}
}

/* --- what the parts bring --- */

static bool begin_part(void *context, const char *name, const char *file_name)
{
	struct upload *upload = context;

	upload->is_in_file = file_name != NULL;
	if (file_name != NULL && upload->file_field != NULL)
		return false; /* one file in a form */
	if (file_name == NULL) {
		text_clear(&upload->content);
		text_print(&upload->form, "&%s=", pairs_encode(name, upload->arena));
		return !upload->form.is_full;
	}
	upload->file_field = arena_copy(upload->arena, name);
	upload->file_name = pairs_encode(file_name, upload->arena);
	if (file_name[0] != '\0')
		open_file(upload);
	return true;
}

static bool take_content(void *context, const char *bytes, size_t length)
{
	struct upload *upload = context;

	if (!upload->is_in_file) {
		text_add_part(&upload->content, bytes, length);
		return !upload->content.is_full;
	}
	if (upload->file.path != NULL)
		write_file(upload, bytes, length);
	return true;
}

static bool end_part(void *context)
{
	struct upload *upload = context;

	if (upload->is_in_file)
		return true;
	if (strlen(text_words(&upload->content)) != upload->content.length)
		return false;
	text_add(&upload->form, pairs_encode(text_words(&upload->content), upload->arena));
	return !upload->form.is_full;
}

/* --- the whole --- */

struct upload *upload_begin(const char *type, const char *folder, struct arena *arena)
{
	struct upload *upload = ARENA_NEW(arena, struct upload);
	const struct multipart_sink sink = { upload, begin_part, take_content, end_part };

	*upload = (struct upload){ .arena = arena,
		                   .folder = folder,
		                   .form = text_new(FIELDS_BYTES),
		                   .content = text_new(FIELDS_BYTES),
		                   .handle = -1 };
	return multipart_begin(&upload->multipart, type, &sink) ? upload : NULL;
}

bool upload_take(struct upload *upload, const char *bytes, size_t length)
{
	return multipart_take(&upload->multipart, bytes, length);
}

/* Words as a form that came encoded would have them: UTF-8 without a NUL; NULL when they are not. */
static const char *decode(const struct upload *upload, const char *encoded)
{
	const char *pair = arena_print(upload->arena, "name=%s", encoded);
	struct pairs pairs;

	return pairs_decode(pair, strlen(pair), upload->arena, &pairs) ? pairs_get(&pairs, "name") : NULL;
}

bool upload_end(struct upload *upload, struct http_request *request)
{
	unsigned char digest[crypto_hash_sha256_BYTES];

	if (!multipart_is_whole(&upload->multipart) ||
	    !pairs_decode(text_words(&upload->form), upload->form.length, upload->arena, &request->form))
		return false;
	if (upload->file.path == NULL)
		return true;
	upload->file.field = upload->file_field;
	upload->file.name = decode(upload, upload->file_name);
	(void)crypto_hash_sha256_final(&upload->digest, digest);
	(void)sodium_bin2hex(upload->file.digest, sizeof(upload->file.digest), digest, sizeof(digest));
	request->upload = &upload->file;
	return upload->file.name != NULL;
}

void upload_done(struct upload *upload)
{
	if (upload == NULL)
		return;
	if (upload->handle >= 0) {
		(void)close(upload->handle);
		if (!upload->file.is_taken)
			(void)unlink(upload->file.path);
	}
	text_done(&upload->form);
	text_done(&upload->content);
}
