/* SPDX-License-Identifier: EUPL-1.2 */
/* What stored notices left to do, and who opened a file. */
#include "common/access/access_pages.h"

#include <stdlib.h>

#include "common/access/web.h"
#include "common/access/web_sight.h"
#include "common/journal/book.h"
#include "common/journal/task.h"
#include "platform/base/words.h"

struct task_line {
	int64_t person;
	const char *name; /* of the client, for who may see clients */
	const char *words, *kind, *address;
	struct date since;
};
static const struct field task_line_fields[] = {
	FIELD(struct task_line, person),
	FIELD(struct task_line, name),
	FIELD(struct task_line, words, .max_chars = 1000),
	FIELD(struct task_line, kind),
	FIELD(struct task_line, address),
	FIELD(struct task_line, since),
};
static const struct record task_line_record = RECORD(struct task_line, "task_line", task_line_fields);

struct tasks_view {
	struct page_frame frame;
	struct records tasks;
	int64_t total;
	const char *next; /* address of the next page, or "" */
};
static const struct field tasks_view_fields[] = {
	FIELD_INSIDE(struct tasks_view, frame, &page_frame_record),
	FIELD(struct tasks_view, tasks, .of = &task_line_record),
	FIELD(struct tasks_view, total, .flags = FIELD_ZERO_IS_SET),
	FIELD(struct tasks_view, next),
};
const struct record tasks_view_record = RECORD(struct tasks_view, "tasks_view", tasks_view_fields);

/* The tasks of the visitor's corner that the visitor may do; after=FACT,NUMBER begins behind one. */
static struct journal_tasks_asked tasks_asked(const struct http_request *request)
{
	const struct access_role *role = web_visitor(request)->session.role;
	const char *after = pairs_get(&request->query, "after");
	struct journal_tasks_asked asked = { .corner = role->corner,
		                             .permissions = role->permissions,
		                             .on = web_other_day(request) };
	char *rest;

	if (after == NULL)
		return asked;
	asked.after_fact = strtoll(after, &rest, 10);
	asked.after_number = *rest == ',' ? strtoll(rest + 1, NULL, 10) : 0;
	return asked;
}

static enum status show_task(const struct http_request *request, const struct journal_task *task,
                             struct task_line *ret_line, struct fault *fault)
{
	const struct visitor *visitor = web_visitor(request);
	const struct journal_book *book = visitor->web->book;
	const struct journal_todo *todo = journal_todo_of(book, task->code);
	const struct journal_rule *rule = journal_rule_of(book, task->kind, task->code);
	const struct journal_kind *kind = journal_kind_named(book, task->kind);
	const struct web_item about = { &task_line_record, ret_line };
	struct web_client client = { .name = "" };
	enum status status = OK;

	*ret_line = (struct task_line){ .person = task->person,
		                        .words = task->code,
		                        .kind = kind == NULL ? "" : web_words(request, kind->done),
		                        .address = "",
		                        .since = task->since };
	if (todo != NULL) {
		ret_line->words = web_words(request, todo->words);
		if (web_is_today(request))
			ret_line->address = journal_todo_address(todo, task, request->arena);
	} else if (rule != NULL) {
		ret_line->words = web_words(request, rule->words);
	}
	if (task->person != 0 && web_may(request, MAY_SEE_CLIENTS))
		status = visitor->web->whose(&web_visitor(request)->journal, &about, &client, fault);
	ret_line->name = client.name;
	return status == NOT_FOUND ? OK : status;
}

void tasks_page(struct http_request *request, struct http_response *response, void *context)
{
	struct journal *journal = &web_visitor(request)->journal;
	struct journal_tasks_asked asked = tasks_asked(request);
	struct tasks_view view = { .frame = web_frame(request, web_words(request, WORDS("Taken"))),
		                   .next = "" };
	struct fault fault = { 0 };
	struct records tasks = { 0 };
	const struct journal_task *items;
	enum status status = journal_tasks(journal, &asked, &tasks, &fault);

	(void)context;
	if (status == OK)
		status = journal_tasks_count(journal, &asked, &view.total, &fault);
	items = tasks.items;
	view.tasks = records_new(&task_line_record, tasks.count, request->arena);
	for (size_t i = 0; status == OK && i < tasks.count; i++)
		status = show_task(request, &items[i], &((struct task_line *)view.tasks.items)[i], &fault);
	if (!web_ok(request, response, status, &fault))
		return;
	if (tasks.count == TASKS_ON_A_PAGE)
		view.next = arena_print(request->arena, "/tasks?after=%lld,%lld",
		                        (long long)items[tasks.count - 1].fact,
		                        (long long)items[tasks.count - 1].number);
	web_note_read(request, response, 0, "tasks");
	web_page(request, response, "access/tasks.html", &view);
}

struct reads_view {
	struct page_frame frame;
	int64_t person;
	const char *name;
	struct records reads;
};
static const struct field reads_view_fields[] = {
	FIELD_INSIDE(struct reads_view, frame, &page_frame_record),
	FIELD(struct reads_view, person),
	FIELD(struct reads_view, name),
	FIELD(struct reads_view, reads, .of = &read_line_record),
};
const struct record reads_view_record = RECORD(struct reads_view, "reads_view", reads_view_fields);

void reads_in_words(const struct http_request *request, const struct records *reads)
{
	for (size_t i = 0; i < reads->count; i++) {
		struct read_line *line = &((struct read_line *)reads->items)[i];
		const char *own = access_own_words(line->account);

		line->name = own == NULL ? line->name : web_words(request, own);
		line->organisation = own == NULL ? web_organisation(request, line->organisation) : "";
		line->role = own == NULL ? web_role_words(request, line->role) : "";
	}
}

void reads_page(struct http_request *request, struct http_response *response, void *context)
{
	struct web *web = context;
	const char *title = web_words(request, WORDS("Wie dit dossier opende"));
	struct reads_view view = { .person = web_number(&request->parts, "person") };
	struct journal *journal = &web_visitor(request)->journal;
	const struct web_item about = { &reads_view_record, &view };
	const struct reads_asked asked = { journal->register_id, view.person, web_day_end(request) };
	struct web_client client = { 0 };
	struct fault fault = { 0 };
	enum status status = web->whose(journal, &about, &client, &fault);

	if (status == OK)
		status = reads_of(web->db, &asked, request->arena, &view.reads, &fault);
	if (!web_ok(request, response, status, &fault))
		return;
	reads_in_words(request, &view.reads);
	web_note_read(request, response, view.person, "client-reads");
	view.name = client.name;
	view.frame = web_client_frame(request, view.person, client.name, title);
	web_page(request, response, "access/reads.html", &view);
}
