/* SPDX-License-Identifier: EUPL-1.2 */
#include "practice/mailing/mailing_pages.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "common/access/web.h"
#include "common/document/letter_show.h"
#include "common/scheme/scheme_book.h"
#include "platform/base/close.h"
#include "platform/base/words.h"
#include "platform/page/form.h"
#include "practice/mailing/mailing.h"

#define READ_BYTES ((size_t)64 * 1024)

struct mailings_view {
	struct page_frame frame;
	const char *token, *subject, *words, *list;
	struct texts mistakes;
	struct records groups, sorts, products, parties, mailings;
	bool may_write;
};
static const struct field mailings_view_fields[] = {
	FIELD_INSIDE(struct mailings_view, frame, &page_frame_record),
	FIELD(struct mailings_view, token),
	FIELD(struct mailings_view, subject),
	FIELD(struct mailings_view, words, .max_chars = 8000),
	FIELD(struct mailings_view, list, .max_chars = 900000),
	FIELD(struct mailings_view, mistakes, .max_chars = 1000),
	FIELD(struct mailings_view, groups, .of = &form_option_record),
	FIELD(struct mailings_view, sorts, .of = &form_option_record),
	FIELD(struct mailings_view, products, .of = &form_option_record),
	FIELD(struct mailings_view, parties, .of = &form_option_record),
	FIELD(struct mailings_view, mailings, .of = &mailing_record),
	FIELD(struct mailings_view, may_write),
};
const struct record mailings_view_record =
	RECORD(struct mailings_view, "mailings_view", mailings_view_fields);

struct part_view {
	const char *address;
	int64_t from, until;
};
static const struct field part_view_fields[] = {
	FIELD(struct part_view, address),
	FIELD(struct part_view, from),
	FIELD(struct part_view, until),
};
static const struct record part_view_record = RECORD(struct part_view, "part_view", part_view_fields);

struct mailing_view {
	struct page_frame frame;
	const char *token;
	struct mailing mailing;
	struct letter_shown shown; /* the example */
	struct records skipped, parts;
	int64_t done;
	bool has_example, is_planned, is_working, is_stopped, is_ready, is_failed, may_write;
};
static const struct field mailing_view_fields[] = {
	FIELD_INSIDE(struct mailing_view, frame, &page_frame_record),
	FIELD(struct mailing_view, token),
	FIELD_INSIDE(struct mailing_view, mailing, &mailing_record),
	FIELD_INSIDE(struct mailing_view, shown, &letter_shown_record),
	FIELD(struct mailing_view, skipped, .of = &mailing_skipped_record),
	FIELD(struct mailing_view, parts, .of = &part_view_record),
	FIELD(struct mailing_view, done, .flags = FIELD_ZERO_IS_SET),
	FIELD(struct mailing_view, has_example),
	FIELD(struct mailing_view, is_planned),
	FIELD(struct mailing_view, is_working),
	FIELD(struct mailing_view, is_stopped),
	FIELD(struct mailing_view, is_ready),
	FIELD(struct mailing_view, is_failed),
	FIELD(struct mailing_view, may_write),
};
const struct record mailing_view_record = RECORD(struct mailing_view, "mailing_view", mailing_view_fields);

static enum status begin(struct web *web, struct fault *fault)
{
	return db_is_writing(web->db) ? OK : db_begin(web->db, fault);
}

/* --- the list, and what is asked --- */

/* The choices of a field, with the one that was sent chosen, else the first. */
static struct records show_options(const struct http_request *request, const struct choice *choices,
                                   const char *name)
{
	const char *asked = pairs_get(&request->form, name);
	struct form_option *options;
	struct records records;
	size_t count = 0;

	while (choices != NULL && choices[count].code != NULL)
		count++;
	records = records_new(&form_option_record, count, request->arena);
	options = records.items;
	for (size_t i = 0; i < count; i++)
		options[i] = (struct form_option){
			.code = choices[i].code,
			.label = web_words(request, choices[i].label),
			.is_selected = asked == NULL ? i == 0 : strcmp(asked, choices[i].code) == 0,
		};
	return records;
}

/* The page; mistakes are what must change, none when it was only opened. */
static void show_list(const struct http_request *request, struct http_response *response,
                      struct texts mistakes)
{
	struct visitor *visitor = web_visitor(request);
	const struct journal *journal = &visitor->journal;
	struct mailings_view view = {
		.frame = web_frame(request, web_words(request, WORDS("Brieven aan velen"))),
		.token = visitor->session.form_token,
		.subject = pairs_get(&request->form, "subject"),
		.words = pairs_get(&request->form, "words"),
		.list = pairs_get(&request->form, "list"),
		.mistakes = mistakes,
		.groups = show_options(request, mailing_groups, "who"),
		.sorts = show_options(request, mailing_sorts, "sort"),
		.may_write = web_may(request, MAY_REPORT) && web_is_present(request),
	};
	struct fault fault = { 0 };
	enum status status = mailing_list(&visitor->journal, &view.mailings, &fault);

	if (!web_ok(request, response, status, &fault))
		return;
	view.products = show_options(
		request, visitor->web->choices(journal, "mailing_asked", "product", NULL), "product");
	view.parties = show_options(request, visitor->web->choices(journal, "mailing_asked", "party", NULL),
	                            "party");
	web_note_read(request, response, 0, "batches");
	web_page(request, response, "mailing/mailings.html", &view);
	if (mistakes.count > 0)
		response->status = 422;
}

void mailings_page(struct http_request *request, struct http_response *response, void *context)
{
	(void)context;
	show_list(request, response, (struct texts){ 0 });
}

/* What was asked, from the form; the party or product is the one of the group. */
static enum status read_asked(const struct http_request *request, struct mailing_asked *asked,
                              struct findings *findings)
{
	const char *who = or_empty(pairs_get(&request->form, "who"));
	bool is_product = strcmp(who, "product") == 0, is_party = strcmp(who, "party") == 0;
	const struct pair fields[] = {
		{ "who", who },
		{ "which", is_product || is_party
		                   ? or_empty(pairs_get(&request->form, is_product ? "product" : "party"))
		                   : "" },
		{ "list", or_empty(pairs_get(&request->form, "list")) },
		{ "sort", or_empty(pairs_get(&request->form, "sort")) },
		{ "subject", or_empty(pairs_get(&request->form, "subject")) },
		{ "words", or_empty(pairs_get(&request->form, "words")) },
	};
	const struct pairs pairs = { fields, COUNT(fields) };
	enum status status = pairs_read(&pairs, &mailing_asked_record, asked, 0, findings);

	if (status == OK)
		record_check_required(&mailing_asked_record, asked, "", findings);
	return findings->count > 0 ? FINDINGS : status;
}

static struct texts words_of(const struct http_request *request, const struct findings *findings)
{
	const char **items = ARENA_MANY(request->arena, findings->count, const char *);

	for (size_t i = 0; i < findings->count; i++) {
		const struct field *field = record_field(&mailing_asked_record, findings->items[i].field);

		items[i] = arena_print(request->arena, "%s: %s",
		                       field == NULL ? "" : web_words(request, field->label),
		                       findings->items[i].words);
	}
	return (struct texts){ .items = items, .count = findings->count };
}

static enum status plan(const struct http_request *request, const struct mailing_asked *asked,
                        int64_t *ret_number, struct fault *fault)
{
	const struct clock real = { { 0 } };
	struct visitor *visitor = web_visitor(request);
	enum status status = begin(visitor->web, fault);

	return status == OK ? mailing_plan(&visitor->journal, asked, clock_today(&visitor->clock),
	                                   clock_now(&real), ret_number, fault)
	                    : status;
}

void mailings_post(struct http_request *request, struct http_response *response, void *context)
{
	struct findings findings = findings_new(request->arena, web_visitor(request)->language);
	struct mailing_asked asked = { 0 };
	struct fault fault = { 0 };
	int64_t number = 0;

	(void)context;
	if (read_asked(request, &asked, &findings) != OK) {
		show_list(request, response, words_of(request, &findings));
		return;
	}
	if (!web_ok(request, response, plan(request, &asked, &number, &fault), &fault))
		return;
	response->waits_for_flush = true;
	http_redirect(response, arena_print(request->arena, "/batches/%lld", (long long)number));
}

/* --- one mailing --- */

static bool is_in(const struct mailing *mailing, const char *state)
{
	return strcmp(mailing->state, state) == 0;
}

static struct records show_parts(const struct http_request *request, const struct mailing *mailing)
{
	int64_t count = (mailing->total + MAILING_PRINT_LETTERS - 1) / MAILING_PRINT_LETTERS;
	struct records parts = records_new(&part_view_record, (size_t)count, request->arena);

	for (int64_t i = 0; i < count; i++) {
		int64_t until = (i + 1) * MAILING_PRINT_LETTERS;

		((struct part_view *)parts.items)[i] = (struct part_view){
			.address = arena_print(request->arena, "/batches/%lld/print/%lld",
			                       (long long)mailing->number, (long long)i + 1),
			.from = i * MAILING_PRINT_LETTERS + 1,
			.until = until < mailing->total ? until : mailing->total,
		};
	}
	return parts;
}

static enum status show_example(const struct http_request *request, struct mailing_view *view,
                                struct fault *fault)
{
	struct visitor *visitor = web_visitor(request);
	struct letter letter = { 0 };
	enum status status = mailing_example(&visitor->journal, &view->mailing, &letter, fault);

	if (status == OK)
		status = letter_show_words(&visitor->journal, &letter, 0, visitor->register_name,
		                           &view->shown, fault);
	view->has_example = status == OK;
	return status == NOT_FOUND ? OK : status;
}

void mailing_page(struct http_request *request, struct http_response *response, void *context)
{
	struct visitor *visitor = web_visitor(request);
	int64_t number = web_number(&request->parts, "number");
	struct mailing_view view = { .token = visitor->session.form_token };
	struct mailing *mailing = &view.mailing;
	struct fault fault = { 0 };
	enum status status = mailing_find(&visitor->journal, number, mailing, &fault);

	(void)context;
	if (status == OK)
		status = mailing_skips(&visitor->journal, number, &view.skipped, &fault);
	if (status == OK)
		status = show_example(request, &view, &fault);
	if (!web_ok(request, response, status, &fault))
		return;
	view.frame = web_frame(request, mailing->subject);
	web_breadcrumb(&view.frame, "/batches", web_words(request, WORDS("Brieven aan velen")),
	               request->arena);
	web_breadcrumb(&view.frame, NULL, mailing->subject, request->arena);
	view.done = mailing->written + mailing->skipped;
	view.is_planned = is_in(mailing, "planned");
	view.is_stopped = is_in(mailing, "stopped");
	view.is_working = is_in(mailing, "asked") || is_in(mailing, "writing") || is_in(mailing, "leaving");
	view.is_ready = is_in(mailing, "ready");
	view.is_failed = is_in(mailing, "failed");
	view.may_write = web_may(request, MAY_REPORT) && web_is_present(request);
	if (view.is_ready || is_in(mailing, "leaving") || is_in(mailing, "left"))
		view.parts = show_parts(request, mailing);
	web_note_read(request, response, view.has_example ? view.shown.person : 0, "batch");
	web_page(request, response, "mailing/mailing.html", &view);
}

static void go(const struct http_request *request, struct http_response *response,
               const struct mailing_step *step)
{
	struct fault fault = { 0 };
	enum status status = begin(web_visitor(request)->web, &fault);

	if (status == OK)
		status = mailing_go(&web_visitor(request)->journal, step, &fault);
	if (status == NOT_FOUND) {
		web_problem_in_words(
			request, response, 409,
			web_words(request, WORDS("Dit kan nu niet: de brieven zijn al verder.")));
		return;
	}
	if (!web_ok(request, response, status, &fault))
		return;
	response->waits_for_flush = true;
	http_redirect(response, arena_print(request->arena, "/batches/%lld", (long long)step->number));
}

void mailing_start_post(struct http_request *request, struct http_response *response, void *context)
{
	(void)context;
	go(request, response,
	   &(struct mailing_step){ web_number(&request->parts, "number"), "asked", "planned", "stopped" });
}

void mailing_stop_post(struct http_request *request, struct http_response *response, void *context)
{
	(void)context;
	go(request, response,
	   &(struct mailing_step){ web_number(&request->parts, "number"), "stopped", "asked", "writing" });
}

void mailing_sent_post(struct http_request *request, struct http_response *response, void *context)
{
	(void)context;
	go(request, response,
	   &(struct mailing_step){ web_number(&request->parts, "number"), "leaving", "ready", "ready" });
}

/* --- the print file --- */

static bool add_file(const char *path, struct text *out, struct arena *arena)
{
	CLEANUP(close_handle) int file = open(path, O_RDONLY | O_CLOEXEC);
	char *bytes = arena_take(arena, READ_BYTES);
	ssize_t length = file < 0 ? -1 : 0;

	while (file >= 0 && (length = read(file, bytes, READ_BYTES)) > 0)
		text_add_part(out, bytes, (size_t)length);
	return length == 0 && !out->is_full;
}

void mailing_print(struct http_request *request, struct http_response *response, void *context)
{
	struct visitor *visitor = web_visitor(request);
	int64_t number = web_number(&request->parts, "number"), part = web_number(&request->parts, "part");
	struct mailing mailing = { 0 };
	struct fault fault = { 0 };
	enum status status = mailing_find(&visitor->journal, number, &mailing, &fault);

	(void)context;
	if (status == OK &&
	    !add_file(mailing_print_file(&visitor->journal, number, part), &response->body, request->arena))
		status = NOT_FOUND;
	if (!web_ok(request, response, status, &fault))
		return;
	response->type = "application/pdf";
	response->file_name =
		arena_print(request->arena, "brieven-%lld-%lld.pdf", (long long)number, (long long)part);
	web_note_read(request, response, 0, "batch-print");
}
