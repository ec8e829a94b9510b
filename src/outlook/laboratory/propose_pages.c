/* SPDX-License-Identifier: EUPL-1.2 */
#include "outlook/laboratory/propose_pages.h"

#include <string.h>

#include "common/access/web.h"
#include "common/scheme/adoption.h"
#include "common/scheme/scheme_book.h"
#include "common/scheme/scheme_versions.h"
#include "platform/base/words.h"

#define SCHEME_BYTES ((size_t)64 * 1024 * 1024)
#define MAX_MISTAKES 100
#define LINE_CHARS 160

/* A line of the file with what must change. */
struct mistake_view {
	int64_t line;
	const char *text, *words;
};
static const struct field mistake_view_fields[] = {
	FIELD(struct mistake_view, line),
	FIELD(struct mistake_view, text, .max_chars = LINE_CHARS),
	FIELD(struct mistake_view, words, .max_chars = 2000),
};
static const struct record mistake_view_record =
	RECORD(struct mistake_view, "mistake_view", mistake_view_fields);

struct proposed_change {
	const char *words, *clients;
};
static const struct field proposed_change_fields[] = {
	FIELD(struct proposed_change, words),
	FIELD(struct proposed_change, clients),
};
static const struct record proposed_change_record =
	RECORD(struct proposed_change, "proposed_change", proposed_change_fields);

struct propose_view {
	struct page_frame frame;
	struct form_view form;
	struct records mistakes, changes;
	const char *summary;
	struct date from;
	bool is_looked_at, is_first;
	bool may_be_adopted; /* then text and reason go along unseen */
	const char *text, *day, *reason;
};
static const struct field propose_view_fields[] = {
	FIELD_INSIDE(struct propose_view, frame, &page_frame_record),
	FIELD_INSIDE(struct propose_view, form, &form_view_record),
	FIELD(struct propose_view, mistakes, .of = &mistake_view_record),
	FIELD(struct propose_view, changes, .of = &proposed_change_record),
	FIELD(struct propose_view, summary),
	FIELD(struct propose_view, from),
	FIELD(struct propose_view, is_looked_at),
	FIELD(struct propose_view, is_first),
	FIELD(struct propose_view, may_be_adopted),
	FIELD(struct propose_view, text, .max_chars = 400000),
	FIELD(struct propose_view, day),
	FIELD(struct propose_view, reason, .max_chars = 4000),
};
const struct record propose_view_record = RECORD(struct propose_view, "propose_view", propose_view_fields);

/* --- mistakes --- */

/* The line of that number, from 1, as far as it is worth showing. */
static const char *line_of(const char *text, int number, struct arena *arena)
{
	size_t length;

	for (; number > 1 && *text != '\0'; number--) {
		text += strcspn(text, "\n");
		text += *text == '\n';
	}
	length = strcspn(text, "\r\n");
	if (length > LINE_CHARS)
		for (length = LINE_CHARS; length > 0 && ((unsigned char)text[length] & 0xC0) == 0x80;)
			length--;
	return arena_copy_part(arena, text, length);
}

static struct records mistakes_of(const struct http_request *request, const char *text)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new(SCHEME_BYTES);
	struct findings findings = findings_new(arena, web_visitor(request)->language);
	struct records mistakes = records_new(&mistake_view_record, MAX_MISTAKES, request->arena);
	struct scheme scheme;

	mistakes.count = 0;
	if (text == NULL || scheme_read(text, strlen(text), &scheme, &findings) == OK)
		return mistakes;
	for (size_t i = 0; i < findings.count && i < MAX_MISTAKES; i++)
		((struct mistake_view *)mistakes.items)[mistakes.count++] = (struct mistake_view){
			.line = findings.items[i].line,
			.text = line_of(text, findings.items[i].line, request->arena),
			.words = arena_copy(request->arena, findings.items[i].words),
		};
	return mistakes;
}

/* --- the page --- */

static struct propose_view new_view(const struct http_request *request)
{
	const char *title = web_words(request, WORDS("Nieuwe versie voorstellen"));
	struct propose_view view = { .frame = web_frame(request, title) };

	web_breadcrumb(&view.frame, "/scheme", web_words(request, WORDS("Regeling")), request->arena);
	web_breadcrumb(&view.frame, NULL, title, request->arena);
	return view;
}

static struct form_view form_of(const struct http_request *request, const struct scheme_adopted *adopted,
                                const struct findings *findings)
{
	const struct form_request form = {
		.record = &scheme_adopted_record,
		.item = adopted,
		.findings = findings,
		.language = web_visitor(request)->language,
		.action = "/scheme/propose",
		.token = web_visitor(request)->session.form_token,
		.submit = web_words(request, WORDS("Bekijk wat er verandert")),
		.cancel = "/scheme",
		.without = FIELD_BY_DOOR,
	};

	return form_view_of(&form, request->arena);
}

void propose_page(struct http_request *request, struct http_response *response, void *context)
{
	struct journal *journal = &web_visitor(request)->journal;
	const struct scheme_entry *entry = scheme_book_entry(journal->schemes, journal->register_id,
	                                                     pairs_get(&request->query, "scheme"));
	struct propose_view view = new_view(request);
	struct scheme_adopted adopted = { 0 };
	struct version_line line;
	struct fault fault = { 0 };
	enum status status = OK;

	(void)context;
	if (!web_is_today(request)) { /* on another day nothing is recorded */
		web_problem(request, response, 409);
		return;
	}
	if (entry != NULL)
		status = scheme_version_of(journal, entry->scheme.name, entry->fact, &line, &adopted, &fault);
	if (!web_ok(request, response, status, &fault))
		return;
	view.form = form_of(request, &(struct scheme_adopted){ .text = adopted.text }, NULL);
	web_page(request, response, "laboratory/propose.html", &view);
}

/* --- looking --- */

static struct records changes_of(const struct http_request *request, const struct scheme_adopted *adopted)
{
	struct records changes = records_new(&proposed_change_record, adopted->changes.count, request->arena);
	const struct adopted_change *found = adopted->changes.items;

	for (size_t i = 0; i < changes.count; i++)
		((struct proposed_change *)changes.items)[i] = (struct proposed_change){
			.words = found[i].words,
			.clients = or_empty(found[i].clients_words),
		};
	return changes;
}

/* What the door would make of it. */
static void show_answer(const struct http_request *request, const struct scheme_adopted *adopted,
                        struct propose_view *view)
{
	view->is_looked_at = true;
	view->is_first = adopted->situation.is_first;
	view->from = adopted->from;
	view->changes = changes_of(request, adopted);
	view->summary = adopted->summary;
}

/* What was asked, to be sent along by the form that adopts. */
static void offer_adoption(const struct http_request *request, const struct scheme_adopted *adopted,
                           struct propose_view *view)
{
	char day[DATE_TEXT_SIZE];

	view->may_be_adopted = true;
	view->text = adopted->text;
	view->reason = or_empty(adopted->reason);
	view->day = arena_copy(request->arena, date_print(adopted->from, day));
}

void propose_post(struct http_request *request, struct http_response *response, void *context)
{
	struct visitor *visitor = web_visitor(request);
	struct findings findings = findings_new(request->arena, visitor->language);
	struct scheme_adopted adopted = { 0 };
	struct journal_fact fact = { .kind = &scheme_adopted_kind, .item = &adopted };
	struct propose_view view = new_view(request);
	struct fault fault = { 0 };
	struct date asked;
	enum status status =
		pairs_read(&request->form, &scheme_adopted_record, &adopted, FIELD_BY_DOOR, &findings);

	(void)context;
	asked = adopted.from;
	view.mistakes = mistakes_of(request, adopted.text);
	if (status == OK && view.mistakes.count == 0)
		status = journal_try(&visitor->journal, &fact, &findings, &fault);
	if (status != FINDINGS && !web_ok(request, response, status, &fault))
		return;
	if (adopted.scheme != NULL)
		show_answer(request, &adopted, &view);
	if (status == OK && view.mistakes.count == 0)
		offer_adoption(request, &adopted, &view);
	else
		response->status = 422;
	adopted.from = asked; /* as it was filled in */
	view.form = form_of(request, &adopted, &findings);
	web_page(request, response, "laboratory/propose.html", &view);
}
