/* SPDX-License-Identifier: EUPL-1.2 */
/* What came in and what left is kept byte by byte, for its row in the register of messages. */
#include <string.h>

#include "common/document/kept.h"
#include "common/person/vault.h"
#include "contract/exchange/keep_bytes.h"
#include "contract/exchange/round.h"
#include "contract/exchange/traffic.h"
#include "contract/exchange/traffic_list.h"

/* --- what left --- */

static enum status append_all(struct journal *journal, const struct leaving *leaving, struct fault *fault)
{
	struct findings findings = findings_new(journal->arena, journal->language);
	char *item = leaving->items;
	enum status status = OK;
	int64_t fact;

	for (size_t i = 0; status == OK && i < leaving->count; i++, item += leaving->size)
		status = journal_append(journal, leaving->kind, item, &findings, &fact, fault);
	return status == FINDINGS
	               ? fault_set(fault, FAILED, "the message %s left, but that could not be stored: %s",
	                           leaving->identification, findings.items[0].words)
	               : status;
}

static enum status note_left(struct journal *journal, const struct leaving *leaving, const char *digest,
                             struct fault *fault)
{
	struct kept kept = { .digest = digest };
	int64_t message = 0;
	enum status status =
		traffic_sent_as(journal, leaving->sort, leaving->identification, &message, fault);

	if (status != OK)
		return status == NOT_FOUND ? OK : status;
	kept.fact = message / 2;
	kept.bytes = (int64_t)leaving->xml->length;
	return kept_note(journal, &kept, fault);
}

enum status round_append_left(struct journal *journal, const struct leaving *leaving, struct fault *fault)
{
	const char *digest = NULL;
	enum status status = OK;

	if (leaving->xml != NULL) {
		const struct depot_source source = depot_source_of(leaving->xml);

		digest = kept_digest(text_words(leaving->xml), leaving->xml->length, journal->arena);
		status = kept_put(journal, digest, &source, fault);
	}
	if (status == OK)
		status = db_begin(journal->db, fault);
	if (status)
		return status;
	status = append_all(journal, leaving, fault);
	if (status == OK && digest != NULL)
		status = note_left(journal, leaving, digest, fault);
	return db_end(journal->db, status, fault);
}

/* --- what came in --- */

static size_t read_file(void *context, size_t offset, char *into, size_t size)
{
	return folder_file_read(context, offset, into, size);
}

/* Seals the file as it lies there. */
static enum status put_file(struct received *received, int64_t *ret_bytes, struct fault *fault)
{
	CLEANUP(folder_file_close) struct folder_file file = FOLDER_NO_FILE;
	const struct depot_source source = { read_file, &file };
	enum status status =
		folder_file_open(&received->round->in, received->name, XML_MAX_BYTES, &file, fault);

	if (status == OK)
		status = kept_put(&received->round->journal, received->content_mark, &source, fault);
	*ret_bytes = (int64_t)file.length;
	return status == OK ? folder_file_check(&file, fault) : status;
}

/* Whom it is about where its fact does not say: a refused message of one client, or nobody can say. */
static enum status find_subject(struct received *received, struct kept *kept, struct fault *fault)
{
	const struct message_reading *reading = &received->reading;
	const struct message_item *item = reading->level > MESSAGE_LEVEL_FORM ? reading->item : NULL;

	if (item != NULL && has_words(item->client.bsn))
		return vault_mark(&received->round->journal, item->client.bsn, &kept->bsn_mark, fault);
	kept->is_of_many = item == NULL || item->has_claim;
	return OK;
}

static enum status note_received(struct received *received, const struct traffic_line *line,
                                 struct kept *kept, struct fault *fault)
{
	struct journal *journal = &received->round->journal;
	enum status status = db_begin(journal->db, fault);

	if (status)
		return status;
	status = kept_note(journal, kept, fault);
	if (status == OK && received->answer_mark != NULL && line->pair == line->message + 1) {
		kept->place = 1;
		kept->digest = received->answer_mark;
		kept->bytes = received->answer_bytes;
		status = kept_note(journal, kept, fault);
	}
	return db_end(journal->db, status, fault);
}

/* The row of what came in; NOT_FOUND when no fact told of it. */
static enum status find_row(struct received *received, struct traffic_line *ret_line, struct fault *fault)
{
	struct journal *journal = &received->round->journal;
	int64_t message = 0;
	enum status status = received->content_mark == NULL
	                             ? NOT_FOUND
	                             : traffic_received_as(journal, received->content_mark, &message, fault);

	return status == OK ? traffic_of(journal, message, ret_line, fault) : status;
}

enum status received_seal_answer(struct received *received, const struct depot_source *answer,
                                 struct fault *fault)
{
	received->answer_mark = kept_digest_of(answer, received->round->arena, &received->answer_bytes);
	return kept_put(&received->round->journal, received->answer_mark, answer, fault);
}

enum status received_keep(struct received *received, struct fault *fault)
{
	struct traffic_line line = { 0 };
	struct kept kept = { .digest = received->content_mark };
	enum status status = find_row(received, &line, fault);

	if (status != OK)
		return status == NOT_FOUND ? OK : status;
	kept.fact = line.message / 2;
	status = put_file(received, &kept.bytes, fault);
	/* A claim that was booked is about those of its lines; any other message about its client. */
	if (status == OK && (line.claim == 0 || line.refusal != 0))
		status = find_subject(received, &kept, fault);
	return status == OK ? note_received(received, &line, &kept, fault) : status;
}

enum status received_answer_again(struct received *received, struct text *out, struct fault *fault)
{
	struct journal *journal = &received->round->journal;
	struct traffic_line line = { 0 };
	struct kept kept = { 0 };
	enum status status = find_row(received, &line, fault);

	if (status == OK)
		status = kept_of(journal, line.message / 2, 1, &kept, fault);
	if (status == OK)
		status = kept_read(journal->db, journal->register_id, &kept, out, fault);
	if (status == OK) {
		received->answer_mark = arena_copy(received->round->arena, kept.digest);
		received->answer_bytes = kept.bytes;
	}
	return status;
}
