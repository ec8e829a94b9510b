/* SPDX-License-Identifier: EUPL-1.2 */
#include "common/document/file_pages.h"

#include <stdio.h>
#include <string.h>

#include "common/access/web.h"
#include "common/access/web_sight.h"
#include "common/document/file.h"
#include "common/journal/register.h"
#include "common/person/vault.h"
#include "platform/base/words.h"
#include "platform/db/depot.h"

/* What is typed, beside the file. */
struct asked {
	const char *sort, *description, *file;
	struct date dated;
};
static const struct field asked_fields[] = {
	FIELD(struct asked, file, .label = WORDS("Bestand"),
	      .hint = WORDS("Een PDF, een foto (JPEG of PNG), een Word- of OpenDocument-tekst of een gewone "
	                    "tekst. Hoogstens 25 MB. Geen kopie van een identiteitsbewijs."),
	      .flags = FIELD_FILE),
	FIELD(struct asked, sort, .label = WORDS("Wat is het?"), .required = true, .choices = file_sorts),
	FIELD(struct asked, description, .label = WORDS("Omschrijving"),
	      .hint = WORDS("In een paar woorden, bijvoorbeeld: verslag van de huisarts over het lopen."),
	      .required = true),
	FIELD(struct asked, dated, .label = WORDS("Datum op het stuk"), .required = true),
};
static const struct record asked_record = RECORD(struct asked, "file_form", asked_fields);

/* A file as the page shows it. */
struct shown {
	int64_t file;
	const char *address, *withdraw_address; /* "" where the visitor may not */
	const char *name, *sort, *description, *by, *size;
	struct date dated, attached_on;
};
static const struct field shown_fields[] = {
	FIELD(struct shown, file),        FIELD(struct shown, address), FIELD(struct shown, withdraw_address),
	FIELD(struct shown, name),        FIELD(struct shown, sort),    FIELD(struct shown, description),
	FIELD(struct shown, by),          FIELD(struct shown, size),    FIELD(struct shown, dated),
	FIELD(struct shown, attached_on),
};
static const struct record shown_record = RECORD(struct shown, "file_shown", shown_fields);

struct files_view {
	struct page_frame frame;
	const char *name;
	bool is_own, may_add;
	struct records files;
	struct form_view form;
};
static const struct field files_view_fields[] = {
	FIELD_INSIDE(struct files_view, frame, &page_frame_record),
	FIELD(struct files_view, name),
	FIELD(struct files_view, is_own),
	FIELD(struct files_view, may_add),
	FIELD(struct files_view, files, .of = &shown_record),
	FIELD_INSIDE(struct files_view, form, &form_view_record),
};
const struct record files_view_record = RECORD(struct files_view, "files_view", files_view_fields);

/* --- the list --- */

/* On the own page it is about the session's, whatever an address says. */
static int64_t person_of(const struct http_request *request)
{
	const struct visitor *visitor = web_visitor(request);

	return visitor->session.person != 0 ? visitor->session.person : web_number(&request->parts, "person");
}

static bool is_own(const struct http_request *request)
{
	return web_visitor(request)->session.person != 0;
}

static const char *page_of(const struct http_request *request, int64_t person)
{
	return is_own(request) ? "/mine/files"
	                       : arena_print(request->arena, "/clients/%lld/files", (long long)person);
}

static const char *size_words(const struct http_request *request, int64_t bytes)
{
	const int64_t kilobytes = (bytes + 1023) / 1024;
	const char *comma = strcmp(web_visitor(request)->language, "en") == 0 ? "." : ",";

	if (kilobytes < 1024)
		return arena_print(request->arena, "%lld kB", (long long)kilobytes);
	return arena_print(request->arena, "%lld%s%lld MB", (long long)(kilobytes / 1024), comma,
	                   (long long)(kilobytes % 1024 * 10 / 1024));
}

static struct shown show_file(const struct http_request *request, int64_t person,
                              const struct file_line *line)
{
	const bool is_worker = strcmp(line->by, "worker") == 0 && has_words(line->attached_by);
	const char *by =
		is_worker ? line->attached_by : web_words(request, choice_label(file_bringers, line->by));

	return (struct shown){
		.file = line->file,
		.address = arena_print(request->arena, "%s/%lld", page_of(request, person),
		                       (long long)line->file),
		.withdraw_address =
			!is_own(request) && web_may_bring(request, &file_withdrawn_kind)
				? arena_print(request->arena, "/facts/file_withdrawn?person=%lld&file=%lld",
		                              (long long)person, (long long)line->file)
				: "",
		.name = line->name,
		.sort = web_words(request, choice_label(file_sorts, line->sort)),
		.description = line->description,
		.by = by,
		.size = size_words(request, line->bytes),
		.dated = line->dated,
		.attached_on = line->attached_on,
	};
}

static enum status load_files(const struct http_request *request, int64_t person, struct files_view *view,
                              struct fault *fault)
{
	struct records lines = { 0 };
	struct date until = is_own(request) ? DATE_LAST : web_on(request);
	enum status status = files_of(&web_visitor(request)->journal, person, until, &lines, fault);

	if (status)
		return status;
	view->files = records_new(&shown_record, lines.count, request->arena);
	for (size_t i = 0; i < lines.count; i++)
		((struct shown *)view->files.items)[i] =
			show_file(request, person, &((const struct file_line *)lines.items)[i]);
	return OK;
}

static struct page_frame frame_of(const struct http_request *request, int64_t person, const char *name)
{
	const char *title =
		web_words(request, is_own(request) ? WORDS("Mijn bestanden") : WORDS("Bestanden"));
	struct page_frame frame;

	if (!is_own(request))
		return web_client_frame(request, person, name, title);
	frame = web_frame(request, title);
	frame.day_address = NULL; /* what was is told on the page of today */
	web_breadcrumb(&frame, "/mine", web_words(request, WORDS("Mijn hulp thuis")), request->arena);
	web_breadcrumb(&frame, NULL, title, request->arena);
	return frame;
}

/* form has what was typed and what must change, or nothing. */
static void show_files(const struct http_request *request, struct http_response *response,
                       struct form_request form)
{
	struct visitor *visitor = web_visitor(request);
	const int64_t person = person_of(request);
	struct files_view view = { .is_own = is_own(request) };
	struct identity who;
	struct fault fault = { 0 };
	enum status status = vault_identity(&visitor->journal, person, &who, &fault);

	if (status == OK)
		status = load_files(request, person, &view, &fault);
	if (!web_ok(request, response, status, &fault))
		return;
	view.name = identity_name(&who, request->arena);
	view.frame = frame_of(request, person, view.name);
	view.may_add = view.is_own ? web_is_present(request) : web_may_bring(request, &file_attached_kind);
	if (pairs_get(&request->query, "done") != NULL)
		view.frame.notice = web_words(request, WORDS("Het is vastgelegd."));
	form.record = &asked_record;
	form.language = visitor->language;
	form.action = page_of(request, person);
	form.token = visitor->session.form_token;
	form.submit = web_words(request, WORDS("Bestand toevoegen"));
	view.form = form_view_of(&form, request->arena);
	web_note_read(request, response, person, "files");
	web_page(request, response, "document/files.html", &view);
}

void files_page(struct http_request *request, struct http_response *response, void *context)
{
	const struct asked asked = { .dated = clock_today(&web_visitor(request)->clock) };

	(void)context;
	show_files(request, response, (struct form_request){ .item = &asked });
}

void file_form_page(struct http_request *request, struct http_response *response, void *context)
{
	const int64_t person = web_number(&request->query, "person");

	(void)context;
	if (person == 0)
		web_problem(request, response, 404);
	else
		http_redirect(response, page_of(request, person));
}

/* --- adding one --- */

/* The fact that this is, as far as it can be said before the door. */
static struct file_attached attached_of(const struct http_request *request, const struct asked *asked)
{
	const struct http_upload *upload = request->upload;
	struct file_attached attached = { .person = person_of(request),
		                          .sort = asked->sort,
		                          .description = asked->description,
		                          .dated = asked->dated };
	const struct content_type *type;
	FILE *file = upload == NULL || upload->is_lost ? NULL : fopen(upload->path, "rb");

	if (file == NULL)
		return attached;
	type = content_type_of(file);
	(void)fclose(file);
	attached.bytes = upload->bytes;
	attached.digest = upload->digest;
	attached.media_type = type == NULL ? "" : type->media_type;
	attached.name = type == NULL ? "" : content_clean_name(upload->name, type, request->arena);
	return attached;
}

static enum status add_lost(struct findings *findings)
{
	(void)findings_add(findings, "file-disk", "file",
	                   WORDS("Er was geen ruimte om het bestand te bewaren. Er is niets bewaard. Probeer "
	                         "het later nog eens, of vraag het de beheerder."));
	return FINDINGS;
}

/* What is wrong with the file itself: known before anything is kept. */
static enum status judge_file(const struct http_request *request, const struct file_attached *attached,
                              struct findings *findings)
{
	if (request->upload != NULL && request->upload->is_lost)
		return add_lost(findings);
	for (size_t i = 0; i < FILE_CONTENT_RULES_COUNT; i++)
		if (!file_attached_rules[i].holds(attached)) {
			(void)findings_add(findings, file_attached_rules[i].code, "file", "%s",
			                   words_in(findings->language, file_attached_rules[i].words));
			return FINDINGS;
		}
	return OK;
}

/* First what is in it, on disk under its own name, and then the fact; both as the register's one writer. */
static enum status attach(const struct http_request *request, struct http_response *response,
                          struct web_fact *brought, struct fault *fault)
{
	const struct file_attached *attached = brought->item;
	struct journal *journal = &web_visitor(request)->journal;
	char name[DEPOT_NAME_SIZE];
	enum status status = web_begin_writing(request, response, fault);

	if (status == OK)
		status = journal_hold(journal->db, journal->register_id, fault);
	if (status)
		return status;
	(void)depot_name(journal->register_id, attached->digest, name);
	status = depot_keep(journal->db, request->upload->path, name, fault);
	if (status) {
		(void)fprintf(stderr, "%s\n", fault->words);
		return add_lost(brought->findings);
	}
	request->upload->is_taken = true;
	status = web_append(request, response, brought, fault);
	if (status == FINDINGS &&
	    file_let_go(journal->db, journal->register_id, attached->digest, fault) != OK)
		(void)fprintf(stderr, "%s\n", fault->words); /* the sweep comes by within two days */
	return status;
}

void files_post(struct http_request *request, struct http_response *response, void *context)
{
	struct findings findings = findings_new(request->arena, web_visitor(request)->language);
	struct fault fault = { 0 };
	struct asked asked = { 0 };
	struct file_attached attached;
	struct web_fact brought = { .kind = &file_attached_kind, .item = &attached, .findings = &findings };
	enum status status = pairs_read(&request->form, &asked_record, &asked, 0, &findings), judged;

	(void)context;
	attached = attached_of(request, &asked);
	judged = judge_file(request, &attached, &findings);
	if (status == OK)
		status = judged;
	if (status == OK)
		status = attach(request, response, &brought, &fault);
	if (status == FINDINGS) {
		show_files(request, response,
		           (struct form_request){
				   .item = &asked, .posted = &request->form, .findings = &findings });
		if (response->status == 200)
			response->status = 422;
		return;
	}
	if (web_ok(request, response, status, &fault))
		http_redirect(response, arena_print(request->arena, "%s?done=file_attached",
		                                    page_of(request, attached.person)));
}

/* --- giving one back --- */

void file_page(struct http_request *request, struct http_response *response, void *context)
{
	const struct web *web = context;
	struct journal *journal = &web_visitor(request)->journal;
	const int64_t person = person_of(request);
	char name[DEPOT_NAME_SIZE];
	struct file_line line = { 0 };
	struct fault fault = { 0 };
	int64_t bytes = 0;
	enum status status = file_load(journal, person, web_number(&request->parts, "file"), &line, &fault);

	if (!web_ok(request, response, status, &fault))
		return;
	if (!is_own(request) && date_before(web_on(request), line.attached_on)) {
		web_not_yet(request, response);
		return;
	}
	(void)depot_name(journal->register_id, line.digest, name);
	status = depot_size(web->db, name, &bytes, &fault);
	if (status == NOT_FOUND) {
		web_problem_in_words(request, response, 404,
		                     web_words(request, WORDS("De inhoud van dit bestand is er niet meer.")));
		return;
	}
	if (!web_ok(request, response, status, &fault))
		return;
	response->stored_path = depot_path(web->db, name, request->arena);
	response->type = line.media_type;
	response->file_name = line.name;
	web_note_read(request, response, person, "file");
}
