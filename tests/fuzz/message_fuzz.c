/* SPDX-License-Identifier: EUPL-1.2 */
/* A message, as anybody may send it: what is read, is written and read again as the same. */
#include <assert.h>
#include <string.h>

#include "contract/exchange/message.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Writes the item, and reads what was written into ret_reading: that must succeed as far as the structure
 * goes. */
static void write_and_read(const struct message_reading *from, struct text *out, struct findings *findings,
                           struct message_reading *ret_reading)
{
	enum status status;

	xml_write(&from->message->form, from->item, out);
	status = message_read(text_words(out), out->length, findings, ret_reading);
	assert((status == OK) == (ret_reading->level == MESSAGE_LEVEL_DONE));
	assert(ret_reading->level == from->level && ret_reading->message == from->message);
}

/* Every answer to it is a sound message. */
static void answer(const struct message_reading *reading, struct arena *arena, struct findings *findings)
{
	const struct message_identity identity = { .identification = "A", .dated = date_of(2023, 5, 15) };
	struct message_start *starts = reading->item->client.starts.items;
	struct text out = text_new(XML_MAX_BYTES);
	struct message_item item;
	enum status status;

	if (reading->message->answers != NULL)
		return;
	if (reading->item->client.starts.count > 0)
		message_refuse(&starts[0].return_codes, "9019", arena);
	if (reading->item->has_claim)
		item = message_claim_answer(reading->message, reading->item, identity, arena);
	else
		item = message_answer(reading->message, reading->item, identity, arena);
	status = message_write(message_answer_to(reading->message), &item, &out, findings);
	assert(status == OK);
	text_done(&out);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new(XML_ARENA_BYTES);
	struct text once = text_new(XML_MAX_BYTES), twice = text_new(XML_MAX_BYTES);
	struct findings findings = findings_new(arena, "nl"), ignored = findings_new(arena, "nl");
	struct message_reading first, second, third;
	enum status status = message_read((const char *)data, size, &findings, &first);

	assert((status == OK) == (findings.count == 0));
	if (first.level > MESSAGE_LEVEL_FORM) {
		write_and_read(&first, &once, &ignored, &second);
		write_and_read(&second, &twice, &ignored, &third);
		assert(strcmp(text_words(&once), text_words(&twice)) == 0);
		answer(&second, arena, &ignored);
	}
	text_done(&once);
	text_done(&twice);
	return 0;
}
