/* SPDX-License-Identifier: EUPL-1.2 */
/* Preparing a tender from a file of an office: uploaded, looked at, announced; a tender as such a file. */
#include <stdio.h>
#include <string.h>

#include "common/access/web.h"
#include "common/scheme/scheme_book.h"
#include "contract/procurement/prepared.h"
#include "contract/procurement/procurement_pages.h"
#include "contract/procurement/tender_view.h"
#include "platform/base/words.h"
#include "platform/http/upload.h"

/* What is typed, beside the file. */
struct asked {
	const char *scheme, *title, *file;
};
static const struct field asked_fields[] = {
	FIELD(struct asked, scheme, .label = WORDS("Regeling"), .required = true),
	FIELD(struct asked, title, .label = WORDS("Wat koopt u in?"), .required = true),
	FIELD(struct asked, file, .label = WORDS("Bestand"),
	      .hint = WORDS(
		      "Een CSV-bestand, zoals een spreadsheet het bewaart: met komma's of puntkomma's."),
	      .flags = FIELD_FILE),
};

/* What must change, and on which line of the file. */
struct prepared_mistake {
	int64_t line;
	const char *words;
};
static const struct field mistake_fields[] = {
	FIELD(struct prepared_mistake, line),
	FIELD(struct prepared_mistake, words, .max_chars = 1000),
};
static const struct record mistake_record =
	RECORD(struct prepared_mistake, "prepared_mistake", mistake_fields);

struct prepared_all_view {
	struct page_frame frame;
	struct records kept, mistakes;
	struct form_view form;
	bool may_add;
};
static const struct field all_fields[] = {
	FIELD_INSIDE(struct prepared_all_view, frame, &page_frame_record),
	FIELD(struct prepared_all_view, kept, .of = &prepared_kept_record),
	FIELD(struct prepared_all_view, mistakes, .of = &mistake_record),
	FIELD_INSIDE(struct prepared_all_view, form, &form_view_record),
	FIELD(struct prepared_all_view, may_add),
};
const struct record prepared_all_view_record =
	RECORD(struct prepared_all_view, "prepared_all_view", all_fields);

struct prepared_view {
	struct page_frame frame;
	struct prepared_kept kept;
	const char *scheme;
	struct records lots, criteria, requirements, candidates; /* struct prepared_line */
	bool may_announce;
};
static const struct field view_fields[] = {
	FIELD_INSIDE(struct prepared_view, frame, &page_frame_record),
	FIELD_INSIDE(struct prepared_view, kept, &prepared_kept_record),
	FIELD(struct prepared_view, scheme),
	FIELD(struct prepared_view, lots, .of = &prepared_line_record),
	FIELD(struct prepared_view, criteria, .of = &prepared_line_record),
	FIELD(struct prepared_view, requirements, .of = &prepared_line_record),
	FIELD(struct prepared_view, candidates, .of = &prepared_line_record),
	FIELD(struct prepared_view, may_announce),
};
const struct record prepared_view_record = RECORD(struct prepared_view, "prepared_view", view_fields);

/* --- all of them, and one more --- */

/* The record with the schemes of the register to choose among. */
static const struct record *asked_here(const struct http_request *request)
{
	const struct journal *journal = &web_visitor(request)->journal;
	size_t count = scheme_book_count(journal->schemes, journal->register_id);
	struct choice *choices = ARENA_MANY(request->arena, count + 1, struct choice);
	struct field *fields = ARENA_MANY(request->arena, COUNT(asked_fields), struct field);
	struct record *record = ARENA_NEW(request->arena, struct record);

	for (size_t i = 0; i < count; i++) {
		const struct scheme *scheme =
			&scheme_book_nth(journal->schemes, journal->register_id, i)->scheme;

		choices[i] = (struct choice){ scheme->name, scheme->label };
	}
	memcpy(fields, asked_fields, sizeof(asked_fields));
	fields[0].choices = choices;
	*record = (struct record)RECORD(struct asked, "prepared_form", asked_fields);
	record->fields = fields;
	return record;
}

static void show_mistakes(const struct http_request *request, const struct findings *findings,
                          struct prepared_all_view *view)
{
	view->mistakes = records_new(&mistake_record, findings->count, request->arena);
	for (size_t i = 0; i < findings->count; i++)
		((struct prepared_mistake *)view->mistakes.items)[i] =
			(struct prepared_mistake){ findings->items[i].line, findings->items[i].words };
}

static void show_all(const struct http_request *request, struct http_response *response,
                     struct form_request form, const struct findings *findings)
{
	struct visitor *visitor = web_visitor(request);
	struct prepared_all_view view = {
		.frame = web_frame(request, web_words(request, WORDS("Aanbesteding voorbereiden"))),
		.may_add = web_may_bring(request, &tender_prepared_kind),
	};
	struct fault fault = { 0 };
	enum status status = prepared_by(&visitor->journal, web_on(request), &view.kept, &fault);

	if (!web_ok(request, response, status, &fault))
		return;
	web_breadcrumb(&view.frame, "/tenders", web_words(request, WORDS("Aanbestedingen")), request->arena);
	web_breadcrumb(&view.frame, NULL, view.frame.title, request->arena);
	if (findings != NULL)
		show_mistakes(request, findings, &view);
	form.record = asked_here(request);
	form.language = visitor->language;
	form.action = "/prepared";
	form.token = visitor->session.form_token;
	form.submit = web_words(request, WORDS("Bestand inlezen"));
	view.form = form_view_of(&form, request->arena);
	if (findings != NULL)
		response->status = 422;
	web_page(request, response, "procurement/prepared_all.html", &view);
}

void prepared_all_page(struct http_request *request, struct http_response *response, void *context)
{
	const struct journal *journal = &web_visitor(request)->journal;
	const struct scheme_entry *entry = scheme_book_nth(journal->schemes, journal->register_id, 0);
	const struct asked asked = { .scheme = entry == NULL ? NULL : entry->scheme.name };

	(void)context;
	show_all(request, response, (struct form_request){ .item = &asked }, NULL);
}

/* What is in the file that came along, in arena; "" where there is none. */
static const char *upload_bytes(const struct http_request *request, size_t *ret_length)
{
	const struct http_upload *upload = request->upload;
	size_t size =
		upload == NULL || upload->bytes > (int64_t)PREPARED_BYTES_MAX + 1 ? 0 : (size_t)upload->bytes;
	FILE *file = size == 0 || upload->is_lost ? NULL : fopen(upload->path, "rb");
	char *bytes;

	*ret_length = 0;
	if (file == NULL)
		return "";
	bytes = arena_take(request->arena, size + 1);
	*ret_length = fread(bytes, 1, size, file);
	(void)fclose(file);
	bytes[*ret_length] = '\0';
	return bytes;
}

static void read_file(const struct http_request *request, const struct asked *asked,
                      struct tender_prepared *prepared, struct findings *findings)
{
	const struct journal *journal = &web_visitor(request)->journal;
	const struct scheme_entry *entry =
		scheme_book_entry(journal->schemes, journal->register_id, or_empty(asked->scheme));
	size_t length;
	const char *bytes = upload_bytes(request, &length);

	*prepared = (struct tender_prepared){ .scheme = asked->scheme, .title = asked->title };
	if (length == 0)
		(void)findings_add(findings, "prepared-file", "file",
		                   WORDS("Kies een bestand van hooguit 1 MB waarin iets staat."));
	else if (entry != NULL)
		prepared_read(bytes, length, &entry->scheme, prepared, findings);
}

void prepared_post(struct http_request *request, struct http_response *response, void *context)
{
	struct findings findings = findings_new(request->arena, web_visitor(request)->language);
	struct tender_prepared prepared;
	struct web_fact brought = { .kind = &tender_prepared_kind, .item = &prepared, .findings = &findings };
	struct asked asked = { 0 };
	struct fault fault = { 0 };
	enum status status = pairs_read(&request->form, asked_here(request), &asked, 0, &findings);

	(void)context;
	read_file(request, &asked, &prepared, &findings);
	if (findings.count > 0)
		status = FINDINGS;
	if (status == OK)
		status = web_append(request, response, &brought, &fault);
	if (status == FINDINGS)
		show_all(request, response, (struct form_request){ .item = &asked, .posted = &request->form },
		         &findings);
	else if (web_ok(request, response, status, &fault))
		http_redirect(response,
		              arena_print(request->arena, "/prepared/%lld", (long long)brought.fact));
}

/* --- one of them --- */

static struct records of_sort(const struct http_request *request, const struct records *lines,
                              const char *sort)
{
	const struct prepared_line *line = lines->items;
	struct records found = records_new(&prepared_line_record, lines->count, request->arena);

	found.count = 0;
	for (size_t i = 0; i < lines->count; i++)
		if (strcmp(line[i].sort, sort) == 0)
			((struct prepared_line *)found.items)[found.count++] = line[i];
	return found;
}

/* That of the path, by the day of the page; NOT_FOUND. */
static enum status find(const struct http_request *request, struct prepared_kept *ret_kept,
                        struct records *ret_lines, struct fault *fault)
{
	enum status status =
		prepared_find(&web_visitor(request)->journal, web_number(&request->parts, "prepared"),
	                      ret_kept, ret_lines, fault);

	if (status == OK && date_before(web_on(request), ret_kept->prepared_on))
		return fault_set(fault, NOT_FOUND, "it was prepared later");
	return status;
}

void prepared_page(struct http_request *request, struct http_response *response, void *context)
{
	struct prepared_view view = { 0 };
	struct records lines = { 0 };
	struct fault fault = { 0 };
	const struct scheme_entry *entry;
	enum status status = find(request, &view.kept, &lines, &fault);

	(void)context;
	if (!web_ok(request, response, status, &fault))
		return;
	view.frame = web_frame(request, view.kept.title);
	web_breadcrumb(&view.frame, "/tenders", web_words(request, WORDS("Aanbestedingen")), request->arena);
	web_breadcrumb(&view.frame, "/prepared", web_words(request, WORDS("Aanbesteding voorbereiden")),
	               request->arena);
	web_breadcrumb(&view.frame, NULL, view.kept.title, request->arena);
	entry = scheme_book_entry(web_visitor(request)->journal.schemes,
	                          web_visitor(request)->journal.register_id, view.kept.scheme);
	view.scheme = entry == NULL ? view.kept.scheme : entry->scheme.label;
	view.lots = of_sort(request, &lines, PREPARED_LOT);
	view.criteria = of_sort(request, &lines, PREPARED_CRITERION);
	view.requirements = of_sort(request, &lines, PREPARED_REQUIREMENT);
	view.candidates = of_sort(request, &lines, PREPARED_CANDIDATE);
	view.may_announce = web_may_bring(request, &tender_announced_kind);
	web_page(request, response, "procurement/prepared.html", &view);
}

/* --- as a file --- */

static void send(struct http_request *request, struct http_response *response, const struct records *lines,
                 const char *name)
{
	response->type = "text/csv; charset=utf-8";
	response->file_name = arena_print(request->arena, "%s.csv", name);
	prepared_write(lines, request->arena, &response->body);
}

void prepared_csv(struct http_request *request, struct http_response *response, void *context)
{
	struct prepared_kept kept = { 0 };
	struct records lines = { 0 };
	struct fault fault = { 0 };

	(void)context;
	if (web_ok(request, response, find(request, &kept, &lines, &fault), &fault))
		send(request, response, &lines, "voorbereiding");
}

void tender_csv(struct http_request *request, struct http_response *response, void *context)
{
	struct tender_notice notice = { 0 };
	struct records lines;
	struct fault fault = { 0 };

	(void)context;
	if (!web_ok(request, response, tender_find(request, &notice, &fault), &fault))
		return;
	lines = prepared_of_notice(&notice, request->arena);
	send(request, response, &lines, notice.tender);
}
