/* SPDX-License-Identifier: EUPL-1.2 */
#include "common/access/web_page.h"

#include <stdio.h>
#include <string.h>

#include "common/access/switch.h"
#include "common/access/web_day.h"
#include "common/access/web_menu.h"
#include "common/access/web_process.h"
#include "common/access/web_snapshot.h"
#include "platform/base/words.h"
#include "platform/page/problem.h"
#include "platform/record/json.h"

#define MAX_BREADCRUMBS 5

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
		web_end_reading(web_visitor(request)->web);
	}
	web_problem(request, response, status == NOT_FOUND ? 404 : 500);
	return false;
}

void web_not_yet(const struct http_request *request, struct http_response *response)
{
	web_problem_in_words(request, response, 404,
	                     web_words(request, WORDS("Op de dag waar u naar kijkt was dit er nog niet.")));
}
