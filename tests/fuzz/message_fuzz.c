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

static const struct xml_form *choose(const char *root, const char *namespace)
{
	for (size_t i = 0; i < messages_count; i++)
		if (strcmp(messages[i].form.root, root) == 0 &&
		    strcmp(messages[i].form.namespaces[0], namespace) == 0)
			return &messages[i].form;
	return NULL;
}

/* What is read the quick way is what the parser reads, for every message that both take. */
static void read_both_ways(const char *bytes, size_t size, struct arena *arena)
{
	const struct xml_watch careful = { .is_careful = true };
	struct findings quick_findings = findings_new(arena, "nl"), findings = findings_new(arena, "nl");
	struct text quick_text = text_new(XML_MAX_BYTES), text = text_new(XML_MAX_BYTES);
	struct xml_document quick, document;
	enum status quick_status = xml_read(bytes, size, choose, NULL, &quick_findings, &quick);
	enum status status = xml_read(bytes, size, choose, &careful, &findings, &document);

	assert(quick_status == status && quick_findings.count == findings.count);
	if (status == OK) {
		assert(quick.form == document.form);
		xml_write(quick.form, quick.item, &quick_text);
		xml_write(document.form, document.item, &text);
		assert(strcmp(text_words(&quick_text), text_words(&text)) == 0);
	}
	text_done(&quick_text);
	text_done(&text);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new(XML_ARENA_BYTES);
	struct text once = text_new(XML_MAX_BYTES), twice = text_new(XML_MAX_BYTES);
	struct findings findings = findings_new(arena, "nl"), ignored = findings_new(arena, "nl");
	struct message_reading first, second, third;
	enum status status = message_read((const char *)data, size, &findings, &first);

	assert((status == OK) == (findings.count == 0));
	read_both_ways((const char *)data, size, arena);
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
