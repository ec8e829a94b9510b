/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/procurement/bid_content.h"

#include <string.h>

#include "platform/base/words.h"
#include "platform/record/json.h"

#define MAX_CONTENT_BYTES ((size_t)700 * 1024)

static const struct field answer_fields[] = {
	FIELD(struct bid_answer, criterion),
	FIELD(struct bid_answer, answer, .label = WORDS("Uw antwoord"), .flags = FIELD_LONG,
	      .max_chars = BID_ANSWER_CHARS),
	FIELD(struct bid_answer, how, .label = WORDS("Hoe precies?"), .flags = FIELD_LONG,
	      .max_chars = BID_CONCRETE_CHARS),
	FIELD(struct bid_answer, with, .label = WORDS("Met wie?"), .flags = FIELD_LONG,
	      .max_chars = BID_CONCRETE_CHARS),
	FIELD(struct bid_answer, written, .max_chars = 2000),
	FIELD(struct bid_answer, versions),
};
const struct record bid_answer_record = RECORD(struct bid_answer, "bid_answer", answer_fields);

static const struct field partner_fields[] = {
	FIELD(struct bid_partner, party),
	FIELD(struct bid_partner, sort),
	FIELD(struct bid_partner, part, .max_chars = 1000),
	FIELD(struct bid_partner, declared_on),
	FIELD(struct bid_partner, declared_by),
};
const struct record bid_partner_record = RECORD(struct bid_partner, "bid_partner", partner_fields);

static const struct field content_fields[] = {
	FIELD(struct bid_content, party),
	FIELD(struct bid_content, partners, .of = &bid_partner_record),
	FIELD(struct bid_content, answers, .of = &bid_answer_record),
};
static const struct record content_record = RECORD(struct bid_content, "bid_content", content_fields);

const char *bid_content_write(const struct bid_content *content, struct arena *arena)
{
	CLEANUP(text_done) struct text text = text_new(MAX_CONTENT_BYTES);
	struct json json = { .out = &text };

	json_record(&json, &content_record, content, 0);
	return text.is_full ? NULL : arena_copy(arena, text_words(&text));
}

bool bid_content_read(const char *text, struct arena *arena, struct bid_content *ret_content)
{
	struct findings findings = findings_new(arena, "nl");

	return json_read(text, strlen(text), &content_record, ret_content, 0, &findings) == OK;
}
