/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/exchange/exchange.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "contract/exchange/round.h"
#include "platform/base/words.h"

#define LISTS_BYTES ((size_t)64 * 1024 * 1024)
/* A message, its answer, and the answer read back. */
#define MESSAGE_BYTES (3 * XML_ARENA_BYTES)

void round_tell(const struct round *round, const char *format, ...)
{
	char sentence[1024];
	va_list args;

	if (round->folders->tell == NULL)
		return;
	va_start(args, format);
	(void)vsnprintf(sentence, sizeof(sentence), words_in(round->journal.language, format), args);
	va_end(args);
	round->folders->tell(round->folders->context, sentence);
}

enum status round_send_each(struct round *round, const struct round_waiting *waiting, struct fault *fault)
{
	struct journal listing = round->journal;
	struct records page;
	int64_t after = 0;
	enum status status = OK;

	listing.arena = round->lists;
	for (page.count = 1; status == OK && page.count > 0;) {
		const char *one;

		arena_clear(round->lists);
		status = waiting->page(&listing, after, &page, fault);
		one = page.items;
		for (size_t i = 0; status == OK && i < page.count; i++, one += waiting->size) {
			arena_clear(round->journal.arena);
			status = waiting->send(round, one, fault);
			(void)memcpy(&after, one + waiting->number, sizeof(after));
		}
	}
	return status;
}

enum status message_of_day(const char *code, struct date on, const struct message **ret_message,
                           struct fault *fault)
{
	char day[DATE_TEXT_SIZE];

	*ret_message = message_find(code, on);
	if (*ret_message != NULL)
		return OK;
	return fault_set(fault, FAILED, "no release of the %s that this program knows is in force on %s",
	                 code, date_print(on, day));
}

/* --- one at a time --- */

static void unlock(const int *lock)
{
	if (*lock >= 0)
		(void)close(*lock);
}

/* Waits until no other exchange works on this database; the lock ends with the file. */
static enum status lock_exchange(struct journal *journal, int *ret_lock, struct fault *fault)
{
	const char *path = arena_print(journal->arena, "%s/exchange", db_state_directory(journal->db));
	struct flock whole = { .l_type = F_WRLCK, .l_whence = SEEK_SET };

	*ret_lock = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
	if (*ret_lock < 0)
		return fault_set(fault, FAILED, "cannot open the lock file %s: %s", path, strerror(errno));
	while (fcntl(*ret_lock, F_SETLKW, &whole) != 0)
		if (errno != EINTR)
			return fault_set(fault, FAILED, "cannot lock %s: %s", path, strerror(errno));
	return OK;
}

/* --- a round --- */

static void round_end(struct round *round)
{
	folder_close(&round->in);
	folder_close(&round->out);
	folder_close(&round->done);
	folder_close(&round->refused);
	arena_free(round->journal.arena);
	arena_free(round->lists);
	arena_free(round->arena);
}

/* The paths of the folders inside live in arena. */
static enum status open_folders(struct round *round, struct arena *arena, struct fault *fault)
{
	const char *in = round->folders->in;
	enum status status = folder_open(round->folders->out, &round->out, fault);

	if (status == OK)
		status = folder_open(in, &round->in, fault);
	if (status == OK)
		status = folder_make(arena_print(arena, "%s/done", in), &round->done, fault);
	if (status == OK)
		status = folder_make(arena_print(arena, "%s/refused", in), &round->refused, fault);
	return status;
}

enum status exchange_look(const struct exchange_folders *folders, const char *language, struct arena *arena,
                          struct fault *fault)
{
	CLEANUP(folder_close) struct folder in = { 0 }, out = { 0 };
	struct texts others;
	enum status status = folder_open(folders->out, &out, fault);

	if (status == OK)
		status = folder_open(folders->in, &in, fault);
	if (status == OK)
		status = folder_others(&in, arena, &others, fault);
	for (size_t i = 0; status == OK && i < others.count; i++)
		folders->tell(folders->context,
		              arena_print(arena,
		                          words_in(language,
		                                   WORDS("Bestand %s in %s blijft liggen: de naam van een "
		                                         "bericht eindigt op .xml.")),
		                          others.items[i], folders->in));
	return status;
}

enum status exchange_run(struct journal *journal, const struct exchange_folders *folders,
                         struct exchange_result *ret, struct fault *fault)
{
	CLEANUP(unlock) int lock = -1;
	CLEANUP(round_end) struct round round = { .journal = *journal, .folders = folders, .result = ret };
	enum status status = lock_exchange(journal, &lock, fault);

	*ret = (struct exchange_result){ 0 };
	round.journal.arena = arena_new(MESSAGE_BYTES);
	round.lists = arena_new(LISTS_BYTES);
	round.arena = arena_new(MESSAGE_BYTES);
	if (status == OK)
		status = open_folders(&round, journal->arena, fault);
	if (status == OK)
		status = folders->as == NULL ? round_send(&round, fault) : round_send_reports(&round, fault);
	if (status == OK)
		status = round_send_askings(&round, fault);
	if (status == OK && folders->send != NULL)
		status = folders->send(&round, fault);
	if (status == OK && folders->as == NULL)
		status = round_send_replies(&round, fault);
	if (status == OK)
		status = round_send_again(&round, fault);
	return status == OK ? round_receive(&round, fault) : status;
}
