/* SPDX-License-Identifier: EUPL-1.2 */
#include "demo/files.h"

#include <sodium.h>
#include <stdio.h>
#include <string.h>

#include "common/document/file.h"
#include "platform/db/depot.h"

#define ONE_IN 7
#define FILES_MAX 6                /* each waits for the disk, and a page needs no more to show */
#define CLOSING (17 * 3600 + 1800) /* in seconds since midnight */

/* Puts words in the depot, by their digest. */
static enum status keep_words(const struct filling *filling, const char *words,
                              char ret_digest[static DEPOT_DIGEST_SIZE], struct fault *fault)
{
	unsigned char digest[crypto_hash_sha256_BYTES];
	char name[DEPOT_NAME_SIZE];
	const char *folder = NULL, *waiting;
	enum status status = depot_folder(filling->journal.db, filling->arena, &folder, fault);
	FILE *file;
	bool is_written;

	if (status)
		return status;
	waiting = arena_print(filling->arena, "%s/.coming-demo", folder);
	(void)crypto_hash_sha256(digest, (const unsigned char *)words, strlen(words));
	(void)sodium_bin2hex(ret_digest, DEPOT_DIGEST_SIZE, digest, sizeof(digest));
	file = fopen(waiting, "wb");
	is_written = file != NULL && fputs(words, file) >= 0;
	is_written = file != NULL && fclose(file) == 0 && is_written;
	if (!is_written)
		return fault_set(fault, FAILED, "cannot write %s: is the disk full?", waiting);
	return depot_keep(filling->journal.db, waiting,
	                  depot_name(filling->journal.register_id, ret_digest, name), fault);
}

static enum status add_plan(struct filling *filling, const struct resident *resident, struct fault *fault)
{
	const char *words = arena_print(
		filling->arena,
		"Mijn plan (dossier %lld)\n\nIk wil in mijn eigen huis blijven wonen. Mijn dochter "
		"komt op zondag en doet de was. Voor het zware werk zoek ik hulp.\n",
		(long long)resident->person);
	char digest[DEPOT_DIGEST_SIZE] = "";
	struct file_attached attached = { .person = resident->person,
		                          .sort = "plan",
		                          .description = "Persoonlijk plan, bij het gesprek gegeven",
		                          .dated = filling->ground.of->day,
		                          .name = "mijn plan.txt",
		                          .media_type = "text/plain; charset=utf-8",
		                          .digest = digest,
		                          .bytes = (int64_t)strlen(words) };
	int64_t fact;
	enum status status = keep_words(filling, words, digest, fault);

	return status == OK ? acts_append(filling, &file_attached_kind, resident->worker->account, &attached,
	                                  &fact, fault)
	                    : status;
}

enum status files_for_some(struct filling *filling, struct fault *fault)
{
	int64_t added = 0;
	enum status status = db_begin(filling->journal.db, fault);

	if (status)
		return status;
	filling->clock = (struct clock){ filling->ground.of->day, CLOSING };
	for (int64_t i = 0; status == OK && i < filling->ground.of->residents && added < FILES_MAX; i++) {
		const struct resident *resident = &filling->residents[i];

		if (i % ONE_IN != 0 || resident->person == 0 || resident->worker == NULL)
			continue;
		status = add_plan(filling, resident, fault);
		arena_clear(filling->arena);
		added++;
	}
	return db_end(filling->journal.db, status, fault);
}
