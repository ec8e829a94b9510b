/* SPDX-License-Identifier: EUPL-1.2 */
#include "common/access/web.h"

#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "common/access/own_account_pages.h"
#include "common/access/switch.h"
#include "common/access/web_menu.h"
#include "common/access/web_parts.h"
#include "common/access/web_sight.h"
#include "common/access/web_site.h"
#include "common/journal/book.h"
#include "common/journal/register.h"
#include "platform/base/words.h"
#include "platform/db/depot.h"
#include "platform/page/problem.h"
#include "platform/record/json.h"

#define SESSION_COOKIE "thuisregie"
#define LANGUAGE_COOKIE "language"
#define MAX_BREADCRUMBS 5

struct visitor *web_visitor(const struct http_request *request)
{
	return request->visitor;
}

const char *web_words(const struct http_request *request, const char *dutch)
{
	return words_in(web_visitor(request)->language, dutch);
}

/* What is only looked at. */
#define MAY_LOOK                                                                                             \
	(MAY_SEE_CLIENTS | MAY_SEE_ORDERS | MAY_LOG_IN | MAY_DELIVER | MAY_RUN_COMBINATION |                 \
	 MAY_SEE_FIGURES | MAY_VISIT)

bool web_may(const struct http_request *request, enum permission permission)
{
	const struct visitor *visitor = web_visitor(request);

	if (!visitor->is_known || !access_may(visitor->session.role, permission))
		return false;
	return ((unsigned)permission & MAY_LOOK) != 0 || web_is_present(request);
}

bool web_may_bring(const struct http_request *request, const struct journal_kind *kind)
{
	const struct visitor *visitor = web_visitor(request);

	return visitor->is_known && access_may(visitor->session.role, kind->permission) &&
	       web_is_present(request);
}

const char *web_organisation(const struct http_request *request, const char *party)
{
	const struct visitor *visitor = web_visitor(request);

	return has_words(party) ? visitor->web->organisation(&visitor->journal, party)
	                        : visitor->register_name;
}

const char *web_role_words(const struct http_request *request, const char *role)
{
	const struct access_role *known = access_role_named(or_empty(role));

	return known == NULL ? "" : web_words(request, known->label);
}

int64_t web_number(const struct pairs *pairs, const char *name)
{
	const char *value = pairs_get(pairs, name);
	char *end;
	long long number;

	if (value == NULL || value[0] < '0' || value[0] > '9')
		return 0;
	number = strtoll(value, &end, 10);
	return *end == '\0' ? number : 0;
}

/* --- the process --- */

static enum status find_upload_folder(struct web *web, struct arena *arena, struct fault *fault)
{
	const char *folder = "";
	enum status status = depot_folder(web->db, arena, &folder, fault);

	if (status == OK && strlen(folder) >= sizeof(web->upload_folder))
		return fault_set(fault, WRONG_USE, "the path of the folder %s is too long", folder);
	(void)snprintf(web->upload_folder, sizeof(web->upload_folder), "%s", folder);
	return status;
}

const char *web_upload_folder(void *context)
{
	return ((const struct web *)context)->upload_folder;
}

enum status web_start(void *context, struct fault *fault)
{
	struct web *web = context;
	CLEANUP(arena_freep) struct arena *arena = arena_new((size_t)1024 * 1024);
	struct findings findings = findings_new(arena, "nl");
	enum status status = db_open(web->database, &web->db, fault);

	if (status == OK)
		status =
			page_set_new(web->pages, web->pages_count, &web->source, &web->set, &findings, fault);
	if (status == FINDINGS)
		return fault_set(fault, FAILED, "%s:%d:%d: %s", findings.items[0].field,
		                 findings.items[0].line, findings.items[0].column, findings.items[0].words);
	if (status == OK)
		status = web->refresh(&web->schemes, web->db, web->clock, fault);
	if (status == OK)
		status = journal_known_until(web->db, &web->known_until, fault);
	if (status == OK)
		status = find_upload_folder(web, arena, fault);
	return status == OK ? reads_open(&web->reads, web->db, fault) : status;
}

void web_stop(void *context)
{
	struct web *web = context;

	reads_close(&web->reads);
	page_set_free(web->set);
	web_close_snapshot(web);
	db_close(web->db);
}

/*
 * The pages of a turn are read from one state of the database, which costs less than a state for each query.
 * It ends with the turn, before anything is written, and with a fault.
 */
static enum status begin_reading(struct web *web, struct fault *fault)
{
	enum status status = OK;

	if (!db_is_idle(web->db))
		return OK;
	status = db_begin_read(web->db, fault);
	return status == OK ? web->refresh(&web->schemes, web->db, web->clock, fault) : status;
}

static void end_reading(struct web *web)
{
	if (!db_is_writing(web->db))
		db_rollback(web->db);
}

enum status web_flush(void *context, struct fault *fault)
{
	struct web *web = context;
	enum status status = db_is_writing(web->db) ? db_commit(web->db, fault) : OK;
	enum status logged = reads_flush(&web->reads, fault);

	end_reading(web);
	return status == OK ? logged : status;
}

/* --- who visits --- */

static struct visitor *visitor_new(struct http_request *request, struct web *web)
{
	struct visitor *visitor = ARENA_NEW(request->arena, struct visitor);
	const char *language = http_cookie(request, LANGUAGE_COOKIE);

	visitor->web = web;
	visitor->language = language != NULL && strcmp(language, "en") == 0 ? "en" : "nl";
	visitor->clock = *web->clock;
	visitor->register_name = "";
	request->visitor = visitor;
	return visitor;
}

static enum status recognise(struct http_request *request, struct visitor *visitor, struct fault *fault)
{
	struct web *web = visitor->web;
	const struct clock real = { { 0 } };
	const char *cookie = http_cookie(request, SESSION_COOKIE);
	enum status status;

	if (cookie == NULL)
		return OK;
	if (request->method == HTTP_POST)
		end_reading(web);
	status = request->method == HTTP_GET ? begin_reading(web, fault)
	                                     : web->refresh(&web->schemes, web->db, web->clock, fault);
	if (status)
		return status;
	status = access_session(web->db, cookie, clock_now(&real), request->arena, &visitor->session, fault);
	if (status)
		return status == NOT_FOUND ? OK : status;
	visitor->demo_day = visitor->session.demo_day;
	if (!date_is(visitor->clock.fixed_day))
		visitor->clock.fixed_day = visitor->demo_day;
	if (visitor->session.person != 0)
		status = access_entry_holds(web->db, visitor->session.account.register_id,
		                            visitor->session.letter, fault);
	if (status)
		return status == NOT_FOUND ? OK : status;
	visitor->register_name = visitor->session.register_name;
	visitor->snapshot_until = web->known_until;
	visitor->present = visitor->clock;
	if (web->known_until.seconds != 0 && !date_is(web->clock->fixed_day))
		visitor->clock.fixed_day = clock_day_of(web->known_until);
	visitor->journal = (struct journal){ .db = web->db,
		                             .clock = &visitor->clock,
		                             .book = web->book,
		                             .calendar = web->calendar,
		                             .schemes = web->schemes,
		                             .arena = request->arena,
		                             .language = visitor->language,
		                             .register_id = visitor->session.account.register_id,
		                             .account = visitor->session.account.account,
		                             .party = visitor->session.account.party };
	return web_still_acts(request, &visitor->is_known, fault);
}

/* A session on the own page lasts as long as pages are asked for. */
static enum status stay(const struct http_request *request, struct http_response *response,
                        struct fault *fault)
{
	const struct clock real = { { 0 } };
	struct visitor *visitor = web_visitor(request);
	struct web *web = visitor->web;
	enum status status = OK;

	if (!visitor->is_known || !access_is_ageing(&visitor->session, clock_now(&real)))
		return OK;
	end_reading(web);
	if (!db_is_writing(web->db))
		status = db_begin(web->db, fault);
	response->waits_for_flush = true;
	return status == OK ? access_stay(web->db, http_cookie(request, SESSION_COOKIE), clock_now(&real),
	                                  request->arena, fault)
	                    : status;
}

/* A route that names a kind of fact asks for that kind's permission too. */
static bool may_pass(const struct http_request *request, const struct http_route *route)
{
	const struct visitor *visitor = web_visitor(request);
	const char *name = pairs_get(&request->parts, "kind");
	const struct journal_kind *kind = name == NULL ? NULL : journal_kind_named(visitor->web->book, name);

	if (!access_may(visitor->session.role, (enum permission)route->permission))
		return false;
	return kind == NULL || access_may(visitor->session.role, kind->permission);
}

/* A snapshot that is gone leads to those that are there. */
static bool enter_snapshot(const struct http_request *request, struct http_response *response)
{
	struct fault fault = { 0 };
	enum status status = web_read_snapshot(request, &fault);

	if (status == NOT_FOUND)
		http_redirect(response, "/known");
	return status != NOT_FOUND && web_ok(request, response, status, &fault);
}

/* Who must have a second step, and has none, comes nowhere else; a session may end all the same. */
static bool has_second_step(const struct http_request *request, struct http_response *response)
{
	size_t length = strlen(OWN_ACCOUNT_PAGE);
	bool is_own = strncmp(request->path, OWN_ACCOUNT_PAGE, length) == 0 &&
	              (request->path[length] == '\0' || request->path[length] == '/');

	if (!web_visitor(request)->session.lacks_second_step || is_own ||
	    strcmp(request->path, "/logout") == 0)
		return true;
	if (request->method == HTTP_GET)
		http_redirect(response, OWN_ACCOUNT_PAGE);
	else
		web_problem(request, response, 403);
	return false;
}

bool web_admit(struct http_request *request, const struct http_route *route, struct http_response *response,
               void *context)
{
	struct visitor *visitor = visitor_new(request, context);
	struct fault fault = { 0 };
	bool is_api = (route->flags & HTTP_JSON) != 0;

	if (!web_ok(request, response, recognise(request, visitor, &fault), &fault) ||
	    !web_ok(request, response, stay(request, response, &fault), &fault))
		return false;
	if (request->method == HTTP_POST && http_is_foreign(request)) {
		web_problem(request, response, 403);
		return false;
	}
	if ((route->flags & HTTP_OPEN) != 0)
		return true;
	if (!visitor->is_known && !is_api) {
		http_redirect(response, route->permission == MAY_BE_RESIDENT ? "/mine/enter" : "/login");
		return false;
	}
	if (!visitor->is_known || !may_pass(request, route)) {
		web_problem(request, response, visitor->is_known ? 403 : 401);
		return false;
	}
	if (!web_takes_form(request, response) || !has_second_step(request, response))
		return false;
	return enter_snapshot(request, response) && web_choose_day(request, response) &&
	       web_admit_to_file(request, route, response);
}

bool web_accept(struct http_request *request, const struct http_route *route, struct http_response *response,
                void *context)
{
	const struct visitor *visitor = web_visitor(request);
	const char *token = pairs_get(&request->form, "_token");
	const char *expected = visitor->is_known ? visitor->session.form_token : "";

	end_reading(context);
	if ((route->flags & HTTP_OPEN) != 0)
		return true;
	if (token != NULL && strlen(token) == strlen(expected) &&
	    sodium_memcmp(token, expected, strlen(expected)) == 0)
		return true;
	web_problem(request, response, 403);
	return false;
}

void web_refuse(struct http_request *request, const struct http_route *route, int status,
                struct http_response *response, void *context)
{
	if (request->visitor == NULL)
		(void)visitor_new(request, context);
	if (status == 413 && route != NULL && (route->flags & HTTP_UPLOAD) != 0)
		web_problem_in_words(request, response, status,
		                     web_words(request, WORDS("Dit bestand is te groot. Een bestand mag "
		                                              "hoogstens 25 MB zijn. Er is niets bewaard.")));
	else
		web_problem(request, response, status);
}

/* --- pages --- */

/* What else the visitor can be; one who cannot read that is shown without. */
static struct records other_roles(const struct http_request *request)
{
	const struct visitor *visitor = web_visitor(request);
	struct records roles = { 0 };
	struct fault fault = { 0 };

	if (visitor->session.has_more_roles &&
	    switch_others(visitor->web->db, &visitor->session, request->arena, &roles, &fault) != OK)
		roles.count = 0;
	for (size_t i = 0; i < roles.count; i++) {
		struct page_choice *role = &((struct page_choice *)roles.items)[i];

		role->value = web_words(request, role->value);
	}
	return roles;
}

static bool begins(const char *text, const char *with)
{
	return strncmp(text, with, strlen(with)) == 0;
}

/* Whether a page begins somebody's day, or is where the task belongs and not where it is done. */
static bool is_told_at(const struct http_request *request, const struct page_task *task)
{
	const char *home = web_visitor(request)->session.role->home, *path = request->path;
	size_t length = strlen(path);

	if (strcmp(path, "/tasks") == 0 || (strlen(path) == strcspn(home, "?") && begins(home, path)))
		return true;
	return length > 1 && begins(task->address, path) && task->address[length] == '/';
}

/* What waits for the visitor alone; who cannot read that is shown a page without. */
static struct records waiting_of(const struct http_request *request)
{
	const struct visitor *visitor = web_visitor(request);
	struct records tasks = { 0 };
	struct page_task *task;
	struct fault fault = { 0 };
	size_t count = 0;

	if (visitor->web->waiting == NULL || visitor->session.person != 0 || !web_is_present(request) ||
	    request->method != HTTP_GET || visitor->web->waiting(request, &tasks, &fault) != OK)
		return (struct records){ 0 };
	task = tasks.items;
	for (size_t i = 0; i < tasks.count; i++)
		if (is_told_at(request, &task[i]))
			task[count++] = task[i];
	tasks.count = count;
	return tasks;
}

struct page_frame web_frame(const struct http_request *request, const char *title)
{
	const struct visitor *visitor = web_visitor(request);
	bool is_english = strcmp(visitor->language, "en") == 0;
	struct page_frame frame = { .title = title,
		                    .application = "Thuisregie",
		                    .organisation = visitor->register_name,
		                    .language = visitor->language,
		                    .other_language = is_english ? "nl" : "en",
		                    .other_language_label = is_english ? "Nederlands" : "English",
		                    .other_language_address = is_english ? "/language/nl" : "/language/en",
		                    .menu = web_menu_for(request),
		                    .breadcrumbs =
		                            records_new(&page_link_record, MAX_BREADCRUMBS, request->arena),
		                    .demo_day = visitor->demo_day };

	frame.breadcrumbs.count = 0;
	if (!visitor->is_known)
		return frame;
	frame.account = visitor->session.account.name;
	frame.role = web_words(request, visitor->session.role->label);
	frame.roles = other_roles(request);
	if (visitor->session.person != 0)
		frame.account = frame.role, frame.role = NULL;
	frame.token = visitor->session.form_token;
	frame.waiting = waiting_of(request);
	web_show_day(request, &frame);
	web_show_snapshot(request, &frame);
	return frame;
}

void web_breadcrumb(struct page_frame *frame, const char *address, const char *label, struct arena *arena)
{
	struct page_link *links = frame->breadcrumbs.items;

	if (frame->breadcrumbs.count == 0 && address != NULL)
		web_mark_menu(frame, address);
	if (frame->breadcrumbs.count < MAX_BREADCRUMBS)
		links[frame->breadcrumbs.count++] =
			(struct page_link){ .address = address == NULL ? "" : arena_copy(arena, address),
			                    .label = label };
}

struct page_frame web_client_frame(const struct http_request *request, int64_t person, const char *name,
                                   const char *title)
{
	struct page_frame frame = web_frame(request, title == NULL ? name : title);

	if (web_sees_file(request, person))
		web_show_file(request, person, &frame);
	web_breadcrumb(&frame, "/clients", web_words(request, WORDS("Cliënten")), request->arena);
	if (title != NULL)
		web_breadcrumb(&frame, arena_print(request->arena, "/clients/%lld", (long long)person), name,
		               request->arena);
	web_breadcrumb(&frame, NULL, frame.title, request->arena);
	return frame;
}

void web_page(const struct http_request *request, struct http_response *response, const char *name,
              const void *view)
{
	const struct visitor *visitor = web_visitor(request);

	page_render(visitor->web->set, name, visitor->language, view, &response->body);
	web_keep_day(request, response);
}

static void problem_json(struct http_response *response, const struct problem_view *view)
{
	struct json json = { .out = &response->body };

	response->type = "application/problem+json";
	json_object_begin(&json);
	json_key(&json, "status");
	json_number(&json, view->status);
	json_key(&json, "title");
	json_text(&json, view->title);
	json_key(&json, "detail");
	json_text(&json, view->words);
	json_object_end(&json);
}

void web_problem(const struct http_request *request, struct http_response *response, int status)
{
	web_problem_in_words(request, response, status, NULL);
}

void web_problem_in_words(const struct http_request *request, struct http_response *response, int status,
                          const char *words)
{
	struct page_frame frame = web_frame(request, "");
	struct problem_view view = problem_view_of(status, &frame);

	if (words != NULL)
		view.words = words;
	response->status = status;
	text_clear(&response->body);
	if (strncmp(request->path, "/api/", 5) == 0)
		problem_json(response, &view);
	else
		web_page(request, response, "ui/problem.html", &view);
}

bool web_ok(const struct http_request *request, struct http_response *response, enum status status,
            const struct fault *fault)
{
	if (status == OK)
		return true;
	if (status != NOT_FOUND) {
		(void)fprintf(stderr, "%s: %s\n", request->path, fault->words);
		end_reading(web_visitor(request)->web);
	}
	web_problem(request, response, status == NOT_FOUND ? 404 : 500);
	return false;
}

/* Why this visitor may read about that person: the relation, or what the role is there for. */
static const char *ground_of(const struct visitor *visitor, int64_t person)
{
	const struct access_role *role = visitor->session.role;

	if (person == 0)
		return "list";
	if (visitor->session.person == person)
		return "own";
	if (visitor->sight.person == person && visitor->sight.ground != NULL)
		return visitor->sight.ground;
	if (visitor->sight.person == person && visitor->sight.glance != NULL)
		return visitor->sight.glance;
	if (access_may(role, MAY_DELIVER) || access_may(role, MAY_VISIT))
		return "deliver";
	return access_may(role, MAY_SEE_ORDERS) ? "order" : "front";
}

void web_note_read(const struct http_request *request, struct http_response *response, int64_t person,
                   const char *page)
{
	struct visitor *visitor = web_visitor(request);

	if (!visitor->web->keeps_reads)
		return;
	reads_note(&visitor->web->reads, visitor->journal.register_id, person, clock_now(&visitor->present),
	           visitor->journal.account,
	           arena_print(request->arena, "%s:%s:%s", page, ground_of(visitor, person),
	                       visitor->session.role->code));
	response->waits_for_flush = true;
}

enum status web_begin_writing(const struct http_request *request, struct http_response *response,
                              struct fault *fault)
{
	struct web *web = web_visitor(request)->web;
	enum status status = OK;

	end_reading(web);
	if (!db_is_writing(web->db))
		status = db_begin(web->db, fault);
	if (status == OK)
		response->waits_for_flush = true;
	return status;
}

enum status web_append(const struct http_request *request, struct http_response *response,
                       struct web_fact *brought, struct fault *fault)
{
	struct visitor *visitor = web_visitor(request);
	bool may = false;
	enum status status = web_may_record(request, brought->kind, brought->item, &may, fault);

	if (status)
		return status;
	if (!may) {
		findings_add(brought->findings, "file-closed", "", WEB_CLOSED_WORDS);
		return FINDINGS;
	}
	status = web_begin_writing(request, response, fault);
	if (status)
		return status;
	status = journal_append(&visitor->journal, brought->kind, brought->item, brought->findings,
	                        &brought->fact, fault);
	if (status == FINDINGS && visitor->web->refused != NULL) {
		const struct web_item item = { brought->kind->record, brought->item };
		enum status noted = visitor->web->refused(&visitor->journal, &item, fault);

		return noted == OK ? FINDINGS : noted;
	}
	return status;
}
