/* SPDX-License-Identifier: EUPL-1.2 */
/* What stored notices left to do, and who opened a file. */
#include "common/access/access_pages.h"
#include "common/access/web.h"
#include "platform/base/words.h"

struct task_line {
	int64_t person;
	const char *words, *kind;
	struct date since;
};
static const struct field task_line_fields[] = {
	FIELD(struct task_line, person),
	FIELD(struct task_line, words, .max_chars = 1000),
	FIELD(struct task_line, kind),
	FIELD(struct task_line, since),
};
static const struct record task_line_record = RECORD(struct task_line, "task_line", task_line_fields);

struct tasks_view {
	struct page_frame frame;
	struct records tasks;
	bool may_see_clients;
};
static const struct field tasks_view_fields[] = {
	FIELD_INSIDE(struct tasks_view, frame, &page_frame_record),
	FIELD(struct tasks_view, tasks, .of = &task_line_record),
	FIELD(struct tasks_view, may_see_clients),
};
const struct record tasks_view_record = RECORD(struct tasks_view, "tasks_view", tasks_view_fields);

void tasks_page(struct http_request *request, struct http_response *response, void *context)
{
	const struct journal_book *book = ((const struct web *)context)->book;
	struct tasks_view view = { .frame = web_frame(request, web_words(request, WORDS("Taken"))),
		                   .may_see_clients = web_may(request, MAY_SEE_CLIENTS) };
	struct fault fault = { 0 };
	struct records tasks = { 0 };
	const struct journal_task *items;
	enum status status = journal_tasks(&web_visitor(request)->journal, &tasks, &fault);

	if (!web_ok(request, response, status, &fault))
		return;
	items = tasks.items;
	view.tasks = records_new(&task_line_record, tasks.count, request->arena);
	for (size_t i = 0; i < tasks.count; i++) {
		const struct journal_rule *rule = journal_rule_of(book, items[i].kind, items[i].code);
		const struct journal_kind *kind = journal_kind_named(book, items[i].kind);

		((struct task_line *)view.tasks.items)[i] =
			(struct task_line){ .person = items[i].person,
			                    .words = rule == NULL ? items[i].code
			                                          : web_words(request, rule->words),
			                    .kind = kind == NULL ? "" : web_words(request, kind->done),
			                    .since = items[i].since };
	}
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

void reads_page(struct http_request *request, struct http_response *response, void *context)
{
	struct web *web = context;
	struct reads_view view = { .frame = web_frame(request,
		                                      web_words(request, WORDS("Wie dit dossier opende"))),
		                   .person = web_number(&request->parts, "person") };
	struct journal *journal = &web_visitor(request)->journal;
	const struct web_item about = { &reads_view_record, &view };
	struct web_client client = { 0 };
	struct fault fault = { 0 };
	enum status status = web->whose(journal, &about, &client, &fault);

	if (status == OK)
		status = reads_of(web->db, journal->register_id, view.person, request->arena, &view.reads,
		                  &fault);
	if (!web_ok(request, response, status, &fault))
		return;
	web_note_read(request, response, view.person, "client-reads");
	view.name = client.name;
	web_breadcrumb(&view.frame, "/clients", web_words(request, WORDS("Cliënten")), request->arena);
	web_breadcrumb(&view.frame, arena_print(request->arena, "/clients/%lld", (long long)view.person),
	               client.name, request->arena);
	web_breadcrumb(&view.frame, NULL, view.frame.title, request->arena);
	web_page(request, response, "access/reads.html", &view);
}
