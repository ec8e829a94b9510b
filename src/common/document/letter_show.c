/* SPDX-License-Identifier: EUPL-1.2 */
#include "common/document/letter_show.h"

#include <string.h>

#include "common/calendar/calendar.h"
#include "common/document/dispatch.h"
#include "common/document/letter_code.h"
#include "common/person/relation.h"
#include "common/person/vault.h"
#include "platform/pdf/pdf.h"

#define OWN_PDF_BLOCKS 6 /* address, day, subject, greeting, signature, code */
#define SECONDS_A_DAY ((int64_t)86400)
#define DAY_OF_1970 ((int64_t)719163)

struct block_view {
	bool is_heading, is_paragraph, is_row;
	const char *text, *value;
};
static const struct field block_view_fields[] = {
	FIELD(struct block_view, is_heading),
	FIELD(struct block_view, is_paragraph),
	FIELD(struct block_view, is_row),
	FIELD(struct block_view, text, .max_chars = 8000),
	FIELD(struct block_view, value, .max_chars = 2000),
};
static const struct record block_view_record = RECORD(struct block_view, "block_view", block_view_fields);

static const struct field letter_shown_fields[] = {
	FIELD(struct letter_shown, letter),
	FIELD(struct letter_shown, person),
	FIELD(struct letter_shown, name),
	FIELD(struct letter_shown, street),
	FIELD(struct letter_shown, place),
	FIELD(struct letter_shown, organisation),
	FIELD(struct letter_shown, dated),
	FIELD(struct letter_shown, subject),
	FIELD(struct letter_shown, contact),
	FIELD(struct letter_shown, phone),
	FIELD(struct letter_shown, sender),
	FIELD(struct letter_shown, code),
	FIELD(struct letter_shown, blocks, .of = &block_view_record),
};
const struct record letter_shown_record = RECORD(struct letter_shown, "letter_shown", letter_shown_fields);

const struct page_template letter_paper = { "document/paper.html", &letter_shown_record };

/* What is known of a letter that has left: the day, the last day of the term that it opened, and its sum. */
struct sent_words {
	const char *sent_on, *last_day, *sum;
};

/* A list of holidays that changed since does not change what was told. */
static enum status count_sum(struct journal *journal, const char *sort, const struct dispatch_kept *kept,
                             struct sent_words *words, struct fault *fault)
{
	struct term term = { 0 };
	const struct term_step *steps;
	enum status status = calendar_term(journal->calendar, dispatch_opens(sort), kept->dispatched_on,
	                                   journal->arena, &term, fault);

	steps = term.steps.items;
	for (size_t i = 0; status == OK && term.due.day == kept->last_day.day && i < term.steps.count; i++)
		words->sum = arena_print(journal->arena, "%s%s%s.", words->sum, i == 0 ? "" : " ",
		                         term_step_words(&steps[i], "nl", journal->arena));
	return status;
}

/* No words while it has not left, or opened no term. */
static enum status find_sent(struct journal *journal, int64_t number, const struct letter *letter,
                             struct sent_words *ret_words, struct fault *fault)
{
	struct dispatch_kept kept = { 0 };
	const struct letter_block *last = letter->blocks.items;
	bool asks = false;
	enum status status = OK;

	for (size_t i = 0; i < letter->blocks.count; i++)
		asks = asks || strcmp(last[i].sort, "sent") == 0;
	*ret_words = (struct sent_words){ 0 };
	if (number != 0 && asks)
		status = dispatch_of(journal, number, &kept, fault);
	if (status != OK || !date_is(kept.last_day))
		return status == NOT_FOUND ? OK : status;
	*ret_words =
		(struct sent_words){ calendar_date_words(kept.dispatched_on, "nl", false, journal->arena),
		                     calendar_date_words(kept.last_day, "nl", true, journal->arena), "" };
	return count_sum(journal, letter->sort, &kept, ret_words, fault);
}

static const char *fill_sent(const char *text, const struct sent_words *sent, struct arena *arena)
{
	const struct {
		const char *name, *value;
	} values[] = { { "{sent_on}", sent->sent_on },
		       { "{last_day}", sent->last_day },
		       { "{sum}", sent->sum } };

	for (size_t i = 0; i < COUNT(values); i++) {
		const char *at = strstr(text, values[i].name);

		if (at != NULL)
			text = arena_print(arena, "%.*s%s%s", (int)(at - text), text, values[i].value,
			                   at + strlen(values[i].name));
	}
	return text;
}

static struct records show_blocks(const struct letter *letter, const struct sent_words *sent,
                                  struct arena *arena)
{
	struct records blocks = records_new(&block_view_record, letter->blocks.count, arena);
	const struct letter_block *items = letter->blocks.items;

	blocks.count = 0;
	for (size_t i = 0; i < letter->blocks.count; i++) {
		bool is_sent = strcmp(items[i].sort, "sent") == 0;

		if (is_sent && sent->sent_on == NULL)
			continue;
		((struct block_view *)blocks.items)[blocks.count++] = (struct block_view){
			.is_heading = strcmp(items[i].sort, "heading") == 0,
			.is_paragraph = is_sent || strcmp(items[i].sort, "paragraph") == 0,
			.is_row = strcmp(items[i].sort, "row") == 0,
			.text = is_sent ? fill_sent(items[i].text, sent, arena) : items[i].text,
			.value = items[i].value,
		};
	}
	return blocks;
}

struct records letter_blocks_shown(const struct letter *letter, struct arena *arena)
{
	return show_blocks(letter, &(struct sent_words){ 0 }, arena);
}

/* Why it comes to who represents: the words of the letter are to the client. */
static void tell_representative(const struct letter *letter, const char *client, struct letter_shown *shown,
                                struct arena *arena)
{
	const struct records *blocks = &shown->blocks;
	struct records all = records_new(&block_view_record, blocks->count + 1, arena);
	struct block_view *items = all.items;

	items[0] = (struct block_view){
		.is_paragraph = true,
		.text = letter->is_copy
		                ? arena_print(
					  arena,
					  "U krijgt deze kopie omdat u %s vertegenwoordigt. De brief zelf "
					  "ging naar %s. Met \"u\" wordt hieronder %s bedoeld.",
					  client, client, client)
		                : arena_print(arena,
		                              "U krijgt deze brief omdat u %s vertegenwoordigt. Met \"u\" "
		                              "wordt hieronder %s bedoeld.",
		                              client, client),
	};
	if (blocks->count > 0)
		memcpy(items + 1, blocks->items, blocks->count * sizeof(*items));
	shown->blocks = all;
}

/* Who represents the person gets the letter at the own address. */
static enum status address_to(struct journal *journal, int64_t representative, struct letter_shown *shown,
                              struct fault *fault)
{
	struct relation relation = { 0 };
	struct identity place;
	enum status status = relation_of(journal, representative, &relation, fault);

	if (status)
		return status == NOT_FOUND ? OK : status;
	place = (struct identity){ .street = or_empty(relation.street),
		                   .house_number = relation.house_number,
		                   .house_addition = or_empty(relation.house_addition),
		                   .postcode = or_empty(relation.postcode),
		                   .place = or_empty(relation.place) };
	shown->name = relation_words(&relation, journal->arena);
	shown->street = identity_street(&place, journal->arena);
	shown->place = identity_place(&place, journal->arena);
	return OK;
}

enum status letter_show_words(struct journal *journal, const struct letter *words, int64_t number,
                              const char *register_name, struct letter_shown *ret_shown, struct fault *fault)
{
	struct arena *arena = journal->arena;
	struct letter letter = *words;
	struct identity identity;
	const char *code = "";
	struct sent_words sent = { 0 };
	enum status status = number == 0 ? OK : letter_code_shown(journal, number, &code, fault);

	if (status == OK)
		status = vault_identity(journal, letter.person, &identity, fault);
	if (status == OK)
		status = find_sent(journal, number, &letter, &sent, fault);
	if (status)
		return status;
	*ret_shown = (struct letter_shown){
		.letter = number,
		.person = letter.person,
		.written_on = letter.dated,
		.name = identity_name(&identity, arena),
		.street = identity_street(&identity, arena),
		.place = identity_place(&identity, arena),
		.organisation = letter.authority == NULL ? register_name : letter.authority,
		.dated = calendar_date_words(letter.dated, "nl", false, arena),
		.subject = letter.subject,
		.contact = letter.contact,
		.phone = letter.phone,
		.sender = letter.sender,
		.code = code,
		.blocks = show_blocks(&letter, &sent, arena),
	};
	if (letter.representative == 0)
		return OK;
	if (strcmp(letter.sort, "code") != 0)
		tell_representative(&letter, ret_shown->name, ret_shown, arena);
	return address_to(journal, letter.representative, ret_shown, fault);
}

enum status letter_show(struct journal *journal, int64_t number, const char *register_name,
                        struct letter_shown *ret_shown, struct fault *fault)
{
	struct letter letter = { 0 };
	enum status status = letter_load(journal, number, &letter, fault);

	return status == OK ? letter_show_words(journal, &letter, number, register_name, ret_shown, fault)
	                    : status;
}

/* --- on paper --- */

/* Rows that follow each other become one paragraph, a line for each. */
static const char *lines_from(const struct block_view *rows, size_t count, struct arena *arena)
{
	const char *lines = "";

	for (size_t i = 0; i < count; i++)
		lines = arena_print(arena, "%s%s%s: %s", lines, i == 0 ? "" : "\n", rows[i].text,
		                    rows[i].value);
	return lines;
}

static size_t add_body(const struct letter_shown *shown, struct pdf_block *blocks, size_t count,
                       struct arena *arena)
{
	const struct block_view *items = shown->blocks.items;

	for (size_t i = 0; i < shown->blocks.count; i++) {
		size_t rows = 0;

		while (i + rows < shown->blocks.count && items[i + rows].is_row)
			rows++;
		blocks[count++] =
			(struct pdf_block){ .kind = items[i].is_heading ? PDF_HEADING_2 : PDF_PARAGRAPH,
			                    .text = rows > 0 ? lines_from(&items[i], rows, arena)
			                                     : items[i].text };
		i += rows > 0 ? rows - 1 : 0;
	}
	return count;
}

/* What stands above the subject: the day, the reference, and whom to call. */
static const char *head_lines(const struct letter_shown *shown, struct arena *arena)
{
	const char *lines = arena_print(arena, "%s\nKenmerk %lld", shown->dated, (long long)shown->letter);

	if (has_words(shown->contact))
		lines = arena_print(arena, "%s\nUw contactpersoon: %s", lines, shown->contact);
	return has_words(shown->phone) ? arena_print(arena, "%s\nTelefoon: %s", lines, shown->phone) : lines;
}

static const char *signature(const struct letter_shown *shown, struct arena *arena)
{
	const char *lines = arena_print(
		arena, "Met vriendelijke groet,\nnamens het college van burgemeester en wethouders van %s",
		shown->organisation);

	return has_words(shown->sender) ? arena_print(arena, "%s\n%s", lines, shown->sender) : lines;
}

struct pdf_document letter_document(const struct letter_shown *shown, struct arena *arena)
{
	struct pdf_block *blocks = ARENA_MANY(arena, shown->blocks.count + OWN_PDF_BLOCKS, struct pdf_block);
	struct pdf_document document = {
		.language = "nl",
		.title = shown->subject,
		.written_at = { ((int64_t)shown->written_on.day - DAY_OF_1970) * SECONDS_A_DAY },
		.blocks = blocks,
	};

	blocks[0] = (struct pdf_block){
		.kind = PDF_ADDRESS,
		.text = arena_print(arena, "%s\n%s\n%s", shown->name, shown->street, shown->place),
	};
	blocks[1] = (struct pdf_block){ .kind = PDF_PARAGRAPH, .text = head_lines(shown, arena) };
	blocks[2] = (struct pdf_block){ .kind = PDF_HEADING_1, .text = shown->subject };
	blocks[3] = (struct pdf_block){ .kind = PDF_PARAGRAPH,
		                        .text = arena_print(arena, "Beste %s,", shown->name) };
	document.count = add_body(shown, blocks, 4, arena);
	blocks[document.count++] =
		(struct pdf_block){ .kind = PDF_SIGNATURE, .text = signature(shown, arena) };
	if (shown->code[0] != '\0')
		blocks[document.count++] = (struct pdf_block){
			.kind = PDF_PARAGRAPH,
			.text = arena_print(arena, LETTER_CODE_WORDS "\nCode: %s", shown->code),
		};
	return document;
}

enum status letter_add_pdf(const struct letter_shown *shown, struct arena *arena, struct text *out,
                           struct fault *fault)
{
	const struct pdf_document document = letter_document(shown, arena);

	return pdf_render(&document, out, fault);
}
