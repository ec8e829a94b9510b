/* SPDX-License-Identifier: EUPL-1.2 */
/* The answer to a message that came in, written piece by piece: that to a large claim may be as large. */
#include "contract/exchange/keep_bytes.h"
#include "contract/exchange/round.h"

#define ANSWER_ID_CHARS 12 /* of the content mark: the same message always gets the same answer */

static void add_piece(void *context, const char *bytes, size_t length)
{
	folder_writing_add(context, bytes, length);
}

static size_t read_piece(void *context, size_t offset, char *into, size_t size)
{
	return folder_writing_read(context, offset, into, size);
}

/* The answer under its hidden name, read back: FINDINGS when it breaks the structure or a rule. */
static enum status write_hidden(const struct message *answer, const struct message_item *item,
                                struct folder_writing *writing, struct findings *findings)
{
	const struct xml_sink sink = { add_piece, writing };
	struct xml_source source = { read_piece, writing, 0 };
	struct message_reading reading;
	enum status status = message_may_leave(item, findings);

	if (status)
		return status;
	xml_write_to(&answer->form, item, &sink);
	source.length = writing->length;
	return message_check_from(&source, findings, &reading);
}

/* With a code for each of its parts it would be too large: then the whole is refused. */
static enum status write_refusal(const struct received *received, const struct message *answer,
                                 struct message_item *item, struct folder_writing *writing,
                                 struct fault *fault)
{
	const struct xml_sink sink = { add_piece, writing };
	enum status status = folder_writing_again(writing, fault);

	item->client = (struct message_client){ 0 };
	item->header.return_codes = (struct texts){ 0 };
	message_refuse(&item->header.return_codes, MESSAGE_REFUSED, received->round->arena);
	if (status == OK)
		xml_write_to(&answer->form, item, &sink);
	return status;
}

/* The same message again gets the same answer again, byte for byte; NOT_FOUND when that was not kept. */
static enum status answer_again(struct received *received, const char *name, struct fault *fault)
{
	CLEANUP(text_done) struct text xml = text_new(XML_MAX_BYTES);
	enum status status = received_answer_again(received, &xml, fault);

	return status == OK ? folder_write(&received->round->out, name, &xml, fault) : status;
}

static enum status compose(struct received *received, const char *identification, const char *name,
                           struct fault *fault)
{
	CLEANUP(folder_writing_close) struct folder_writing writing = FOLDER_NO_WRITING;
	struct round *round = received->round;
	const struct message *message = received->reading.message, *answer = message_answer_to(message);
	struct findings findings = findings_new(round->arena, "nl");
	const struct message_identity identity = { identification, clock_today(round->journal.clock) };
	struct message_item item =
		received->taker->answer == NULL
			? message_answer(message, received->reading.item, identity, round->arena)
			: received->taker->answer(message, received->reading.item, identity, round->arena);
	enum status status = folder_writing_begin(&round->out, name, &writing, fault);

	if (status)
		return status;
	status = write_hidden(answer, &item, &writing, &findings);
	if (status == FINDINGS)
		status = write_refusal(received, answer, &item, &writing, fault);
	if (status == OK)
		status =
			received_seal_answer(received, &(struct depot_source){ read_piece, &writing }, fault);
	return status == OK ? folder_writing_end(&writing, fault) : status;
}

enum status round_answer(struct received *received, enum verdict verdict, struct fault *fault)
{
	struct arena *arena = received->round->arena;
	const struct message_header *header = &received->reading.item->header;
	const struct message *answer = message_answer_to(received->reading.message);
	const char *identification = arena_copy_part(arena, received->content_mark, ANSWER_ID_CHARS);
	/* an answer that copies has the header of what it answers */
	const char *receiver = received->taker->answer == NULL ? header->receiver : header->sender;
	const char *name = arena_print(arena, "%s-%s-%s.xml", answer->code, receiver, identification);
	enum status status = verdict == VERDICT_REPEATED ? answer_again(received, name, fault) : NOT_FOUND;

	return status == NOT_FOUND ? compose(received, identification, name, fault) : status;
}
