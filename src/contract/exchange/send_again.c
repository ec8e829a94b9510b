/* SPDX-License-Identifier: EUPL-1.2 */
/* A message of ours leaves once more, with the bytes that it had: whoever has it already knows it by them. */
#include <string.h>

#include "common/document/kept.h"
#include "contract/exchange/again.h"
#include "contract/exchange/exchange.h"
#include "contract/exchange/round.h"
#include "platform/base/words.h"

/* The file first, then the fact, as for every message. */
static enum status append_sent_again(struct journal *journal, const struct traffic_line *line,
                                     struct kept *kept, struct fault *fault)
{
	struct message_sent_again sent = { line->message, line->person };
	struct findings findings = findings_new(journal->arena, journal->language);
	int64_t fact;
	enum status status = db_begin(journal->db, fault);

	if (status)
		return status;
	status = journal_append(journal, &message_sent_again_kind, &sent, &findings, &fact, fault);
	if (status == FINDINGS)
		status = fault_set(fault, FAILED, "the message %s left, but that could not be stored: %s",
		                   line->identification, findings.items[0].words);
	if (status == OK)
		status = kept_note(journal, kept, fault);
	return db_end(journal->db, status, fault);
}

static enum status leave(struct journal *journal, const struct folder *out, const struct traffic_line *line,
                         struct fault *fault)
{
	CLEANUP(text_done) struct text xml = text_new(XML_MAX_BYTES);
	struct kept kept = { 0 };
	enum status status = kept_of(journal, line->message / 2, line->message % 2, &kept, fault);

	if (status == OK)
		status = kept_read(journal->db, journal->register_id, &kept, &xml, fault);
	if (status == NOT_FOUND)
		return fault_set(fault, FAILED, "the bytes of the message %s are not in the depot",
		                 line->identification);
	if (status == OK)
		status = folder_write(
			out, arena_print(journal->arena, "%s-%s-again.xml", line->sort, line->identification),
			&xml, fault);
	return status == OK ? append_sent_again(journal, line, &kept, fault) : status;
}

static enum status send(struct round *round, const void *waiting, struct fault *fault)
{
	const struct traffic_line *line = waiting;
	enum status status = leave(&round->journal, &round->out, line, fault);

	if (status == OK)
		round_tell(round, WORDS("Bericht %s is opnieuw verstuurd."), line->identification);
	return status;
}

enum status round_send_again(struct round *round, struct fault *fault)
{
	const struct round_waiting waiting = { again_waiting, send, sizeof(struct traffic_line),
		                               offsetof(struct traffic_line, message) };

	return round_send_each(round, &waiting, fault);
}

/* Asked and sent in one go, in the name of who types the command. */
static enum status ask_and_leave(struct journal *journal, const struct folder *out,
                                 const struct traffic_line *line, struct findings *findings,
                                 struct fault *fault)
{
	struct message_again_asked asked = { .message = line->message };
	int64_t fact;
	enum status status = line->asked_again != 0 ? OK
	                                            : journal_append(journal, &message_again_asked_kind,
	                                                             &asked, findings, &fact, fault);

	return status == OK ? leave(journal, out, line, fault) : status;
}

enum status exchange_again(struct journal *journal, const char *out, const char *identification,
                           struct findings *findings, struct fault *fault)
{
	CLEANUP(folder_close) struct folder folder = { 0 };
	struct records lines = { 0 };
	enum status status = folder_open(out, &folder, fault);

	if (status == OK)
		status = again_named(journal, identification, &lines, fault);
	if (status == OK && lines.count == 0)
		return NOT_FOUND;
	return status == OK ? ask_and_leave(journal, &folder, lines.items, findings, fault) : status;
}
