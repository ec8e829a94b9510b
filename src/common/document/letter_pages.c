/* SPDX-License-Identifier: EUPL-1.2 */
#include "common/document/letter_pages.h"

#include <string.h>

#include "common/access/web.h"
#include "common/calendar/calendar.h"
#include "common/document/letter.h"
#include "common/person/vault.h"
#include "platform/base/words.h"
#include "platform/pdf/pdf.h"

#define OWN_PDF_BLOCKS 5 /* address, day, subject, greeting, signature */

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

struct letter_view {
	struct page_frame frame;
	int64_t letter, person;
	const char *name, *street, *place, *organisation, *dated, *subject;
	struct records blocks;
};
static const struct field letter_view_fields[] = {
	FIELD_INSIDE(struct letter_view, frame, &page_frame_record),
	FIELD(struct letter_view, letter),
	FIELD(struct letter_view, person),
	FIELD(struct letter_view, name),
	FIELD(struct letter_view, street),
	FIELD(struct letter_view, place),
	FIELD(struct letter_view, organisation),
	FIELD(struct letter_view, dated),
	FIELD(struct letter_view, subject),
	FIELD(struct letter_view, blocks, .of = &block_view_record),
};
const struct record letter_view_record = RECORD(struct letter_view, "letter_view", letter_view_fields);

static struct records show_blocks(const struct letter *letter, struct arena *arena)
{
	struct records blocks = records_new(&block_view_record, letter->blocks.count, arena);
	const struct letter_block *items = letter->blocks.items;

	for (size_t i = 0; i < letter->blocks.count; i++)
		((struct block_view *)blocks.items)[i] =
			(struct block_view){ .is_heading = strcmp(items[i].sort, "heading") == 0,
			                     .is_paragraph = strcmp(items[i].sort, "paragraph") == 0,
			                     .is_row = strcmp(items[i].sort, "row") == 0,
			                     .text = items[i].text,
			                     .value = items[i].value };
	return blocks;
}

/* The letter with the name and address that go on it. */
static enum status load(const struct http_request *request, struct letter_view *view, struct letter *letter,
                        struct fault *fault)
{
	struct visitor *visitor = web_visitor(request);
	struct identity identity;
	enum status status = letter_load(&visitor->journal, view->letter, letter, fault);

	if (status == OK)
		status = vault_identity(&visitor->journal, letter->person, &identity, fault);
	if (status)
		return status;
	view->person = letter->person;
	view->name = identity_name(&identity, request->arena);
	view->street = identity_street(&identity, request->arena);
	view->place = identity_place(&identity, request->arena);
	view->organisation = letter->authority == NULL ? visitor->register_name : letter->authority;
	view->dated = calendar_date_words(letter->dated, "nl", false, request->arena);
	view->subject = letter->subject;
	return OK;
}

/* Written after the day that is looked at. */
static bool is_to_come(const struct http_request *request, const struct letter *letter)
{
	return !web_is_today(request) && date_before(web_on(request), letter->dated);
}

void letter_page(struct http_request *request, struct http_response *response, void *context)
{
	struct letter_view view = { .letter = web_number(&request->parts, "letter") };
	struct letter letter;
	struct fault fault = { 0 };

	(void)context;
	if (!web_ok(request, response, load(request, &view, &letter, &fault), &fault))
		return;
	if (is_to_come(request, &letter)) {
		web_not_yet(request, response);
		return;
	}
	view.blocks = show_blocks(&letter, request->arena);
	view.frame = web_frame(request, letter.subject);
	web_breadcrumb(&view.frame, arena_print(request->arena, "/clients/%lld", (long long)view.person),
	               view.name, request->arena);
	web_breadcrumb(&view.frame, NULL, letter.subject, request->arena);
	web_note_read(request, response, view.person, "letter");
	web_page(request, response, "document/letter.html", &view);
}

/* Rows that follow each other become one paragraph, a line for each. */
static const char *lines_from(const struct letter_block *rows, size_t count, struct arena *arena)
{
	const char *lines = "";

	for (size_t i = 0; i < count; i++)
		lines = arena_print(arena, "%s%s%s: %s", lines, i == 0 ? "" : "\n", rows[i].text,
		                    rows[i].value);
	return lines;
}

static size_t add_body(const struct letter *letter, struct pdf_block *blocks, size_t count,
                       struct arena *arena)
{
	const struct letter_block *items = letter->blocks.items;

	for (size_t i = 0; i < letter->blocks.count; i++) {
		bool is_heading = strcmp(items[i].sort, "heading") == 0;
		size_t rows = 0;

		while (i + rows < letter->blocks.count && strcmp(items[i + rows].sort, "row") == 0)
			rows++;
		blocks[count++] = (struct pdf_block){ .kind = is_heading ? PDF_HEADING_2 : PDF_PARAGRAPH,
			                              .text = rows > 0 ? lines_from(&items[i], rows, arena)
			                                               : items[i].text };
		i += rows > 0 ? rows - 1 : 0;
	}
	return count;
}

void letter_pdf(struct http_request *request, struct http_response *response, void *context)
{
	struct letter_view view = { .letter = web_number(&request->parts, "letter") };
	struct pdf_block *blocks;
	struct letter letter;
	struct fault fault = { 0 };
	struct pdf_document document = { .language = "nl" };
	enum status status = load(request, &view, &letter, &fault);

	(void)context;
	if (!web_ok(request, response, status, &fault))
		return;
	if (is_to_come(request, &letter)) {
		web_not_yet(request, response);
		return;
	}
	document.blocks = blocks =
		ARENA_MANY(request->arena, letter.blocks.count + OWN_PDF_BLOCKS, struct pdf_block);
	blocks[0] = (struct pdf_block){ .kind = PDF_ADDRESS,
		                        .text = arena_print(request->arena, "%s\n%s\n%s", view.name,
		                                            view.street, view.place) };
	blocks[1] = (struct pdf_block){ .kind = PDF_PARAGRAPH,
		                        .text = arena_print(request->arena, "%s\nKenmerk %lld", view.dated,
		                                            (long long)view.letter) };
	blocks[2] = (struct pdf_block){ .kind = PDF_HEADING_1, .text = letter.subject };
	blocks[3] = (struct pdf_block){ .kind = PDF_PARAGRAPH,
		                        .text = arena_print(request->arena, "Beste %s,", view.name) };
	document.count = add_body(&letter, blocks, 4, request->arena);
	blocks[document.count++] = (struct pdf_block){
		.kind = PDF_SIGNATURE,
		.text = arena_print(
			request->arena,
			"Met vriendelijke groet,\nnamens het college van burgemeester en wethouders van %s",
			view.organisation),
	};
	document.title = letter.subject;
	document.written_at = (struct moment){ ((int64_t)letter.dated.day - 719163) * 86400 };
	if (!web_ok(request, response, pdf_render(&document, &response->body, &fault), &fault))
		return;
	response->type = "application/pdf";
	response->file_name = arena_print(request->arena, "brief-%lld.pdf", (long long)view.letter);
	web_note_read(request, response, view.person, "letter-pdf");
}
