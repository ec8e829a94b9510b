/* SPDX-License-Identifier: EUPL-1.2 */
/* What each kind of fact gets without a line of its own: a form, an address in the API, its place in the OpenAPI file. */
#include <string.h>

#include "common/access/access_pages.h"
#include "common/access/web.h"
#include "platform/base/words.h"
#include "platform/record/json.h"

/* Fields that say where one is; a form carries them along unseen. */
static const char *const carried[] = { "person", "report", "decision", "line", NULL };

struct fact_view {
	struct page_frame frame;
	const char *title;
	const char *whose; /* the name of the client whose file this is in, or "" */
	struct form_view form;
};
static const struct field fact_view_fields[] = {
	FIELD_INSIDE(struct fact_view, frame, &page_frame_record),
	FIELD(struct fact_view, title),
	FIELD(struct fact_view, whose),
	FIELD_INSIDE(struct fact_view, form, &form_view_record),
};
const struct record fact_view_record = RECORD(struct fact_view, "fact_view", fact_view_fields);

static const struct journal_kind *kind_asked(const struct http_request *request)
{
	return journal_kind_named(web_visitor(request)->web->book, pairs_get(&request->parts, "kind"));
}

/* The record with the codes that this register's schemes fill in. */
static const struct record *record_here(const struct http_request *request, const struct record *record)
{
	const struct visitor *visitor = web_visitor(request);
	struct record *copy = ARENA_NEW(request->arena, struct record);
	struct field *fields = ARENA_MANY(request->arena, record->count, struct field);

	memcpy(fields, record->fields, record->count * sizeof(*fields));
	for (size_t i = 0; i < record->count; i++) {
		if (fields[i].type == FIELD_TEXT && fields[i].choices == NULL)
			fields[i].choices = visitor->web->choices(visitor->web, visitor->journal.register_id, fields[i].name,
			                                          request->arena);
		if (fields[i].type == FIELD_RECORDS)
			fields[i].of = record_here(request, fields[i].of);
	}
	*copy = *record;
	copy->fields = fields;
	return copy;
}

/* An empty form begins with today in the days that must be filled in. */
static void fill_today(const struct http_request *request, const struct record *record, void *item)
{
	for (size_t i = 0; i < record->count; i++)
		if (record->fields[i].type == FIELD_DATE && record->fields[i].required && record_is_empty(&record->fields[i], item))
			MEMBER(struct date, &record->fields[i], item) = clock_today(&web_visitor(request)->clock);
}

static void show_form(const struct http_request *request, struct http_response *response,
                      const struct journal_kind *kind, const struct form_request *start)
{
	const struct visitor *visitor = web_visitor(request);
	const char *title = web_words(request, kind->title);
	struct fact_view view = { .frame = web_frame(request, title), .title = title };
	struct form_request form = *start;
	const char *whose = pairs_get(&request->query, "_name");
	const char *back = pairs_get(&request->query, "_back");

	view.whose = whose == NULL ? "" : whose;
	form.record = record_here(request, kind->record);
	form.language = visitor->language;
	form.action = arena_print(request->arena, "/facts/%s", kind->name);
	form.token = visitor->session.form_token;
	form.submit = web_words(request, WORDS("Vastleggen"));
	form.cancel = back != NULL && back[0] == '/' && back[1] != '/' ? back : visitor->session.role->home;
	form.without = FIELD_BY_DOOR;
	form.hidden = carried;
	form.spare_lines = 2;
	view.form = form_view_of(&form, request->arena);
	web_page(request, response, "access/fact.html", &view);
}

void fact_page(struct http_request *request, struct http_response *response, void *context)
{
	const struct journal_kind *kind = kind_asked(request);
	struct findings ignored = findings_new(request->arena, web_visitor(request)->language);
	void *item;

	(void)context;
	if (kind == NULL) {
		web_problem(request, response, 404);
		return;
	}
	item = arena_take(request->arena, kind->record->size);
	if (pairs_read(&request->query, kind->record, item, FIELD_BY_DOOR, &ignored) != OK)
		item = arena_take(request->arena, kind->record->size); /* a query that is no beginning of this form */
	fill_today(request, kind->record, item);
	show_form(request, response, kind, &(struct form_request){ .item = item });
}

void fact_post(struct http_request *request, struct http_response *response, void *context)
{
	const struct journal_kind *kind = kind_asked(request);
	struct visitor *visitor = web_visitor(request);
	struct findings findings = findings_new(request->arena, visitor->language);
	struct fault fault = { 0 };
	int64_t fact = 0, person;
	void *item;
	enum status status;

	(void)context;
	if (kind == NULL) {
		web_problem(request, response, 404);
		return;
	}
	item = arena_take(request->arena, kind->record->size);
	status = pairs_read(&request->form, kind->record, item, FIELD_BY_DOOR, &findings);
	if (status == OK)
		status = web_append(request, response, kind, item, &findings, &fact, &fault);
	if (status == FINDINGS) {
		show_form(request, response, kind,
		          &(struct form_request){ .item = item, .posted = &request->form, .findings = &findings });
		response->status = 422;
		return;
	}
	if (!web_ok(request, response, status, &fault))
		return;
	person = record_field(kind->record, "person") == NULL
	                 ? 0
	                 : MEMBER(int64_t, record_field(kind->record, "person"), item);
	http_redirect(response, person == 0 || !web_may(request, MAY_SEE_CLIENTS)
	                                ? visitor->session.role->home
	                                : arena_print(request->arena, "/clients/%lld?done=%s", (long long)person, kind->name));
}

static void write_findings(struct http_response *response, const struct findings *findings)
{
	struct json json = { .out = &response->body };

	response->status = 422;
	json_object_begin(&json);
	json_key(&json, "findings");
	json_array_begin(&json);
	for (size_t i = 0; i < findings->count; i++) {
		json_object_begin(&json);
		json_key(&json, "code");
		json_text(&json, findings->items[i].code);
		json_key(&json, "field");
		json_text(&json, findings->items[i].field);
		json_key(&json, "words");
		json_text(&json, findings->items[i].words);
		json_object_end(&json);
	}
	json_array_end(&json);
	json_object_end(&json);
}

void fact_api(struct http_request *request, struct http_response *response, void *context)
{
	const struct journal_kind *kind = kind_asked(request);
	struct findings findings = findings_new(request->arena, web_visitor(request)->language);
	struct fault fault = { 0 };
	int64_t fact = 0;
	void *item;
	enum status status;

	(void)context;
	if (kind == NULL) {
		web_problem(request, response, 404);
		return;
	}
	response->type = "application/json";
	item = arena_take(request->arena, kind->record->size);
	status = json_read(request->body, request->body_length, kind->record, item, FIELD_BY_DOOR, &findings);
	if (status == OK)
		status = web_append(request, response, kind, item, &findings, &fact, &fault);
	if (status == FINDINGS) {
		write_findings(response, &findings);
		return;
	}
	if (!web_ok(request, response, status, &fault))
		return;
	response->status = 201;
	text_print(&response->body, "{\"id\":%lld}", (long long)fact);
}

/* --- OpenAPI --- */

static void write_schema(struct json *json, const struct record *record);

static void write_type(struct json *json, const char *type, const char *format)
{
	json_key(json, "type");
	json_text(json, type);
	if (format == NULL)
		return;
	json_key(json, "format");
	json_text(json, format);
}

static void write_choices(struct json *json, const struct choice *choices)
{
	if (choices == NULL)
		return;
	json_key(json, "enum");
	json_array_begin(json);
	for (; choices->code != NULL; choices++)
		json_text(json, choices->code);
	json_array_end(json);
}

static void write_field(struct json *json, const struct field *field)
{
	if (field->type == FIELD_RECORD) {
		write_schema(json, field->of);
		return;
	}
	json_object_begin(json);
	switch (field->type) {
	case FIELD_NUMBER:
	case FIELD_MONEY: write_type(json, "integer", "int64"); break;
	case FIELD_FLAG: write_type(json, "boolean", NULL); break;
	case FIELD_DATE: write_type(json, "string", "date"); break;
	case FIELD_MOMENT: write_type(json, "string", "date-time"); break;
	case FIELD_TEXTS:
	case FIELD_RECORDS:
		write_type(json, "array", NULL);
		json_key(json, "items");
		if (field->type == FIELD_RECORDS)
			write_schema(json, field->of);
		else
			text_add(json->out, "{\"type\":\"string\"}");
		json->needs_comma = true;
		break;
	case FIELD_TEXT:
	case FIELD_RECORD:
	case FIELD_MARKS:
		write_type(json, "string", NULL);
		json_key(json, "maxLength");
		json_number(json, field->max_chars == 0 ? FIELD_DEFAULT_MAX_CHARS : field->max_chars);
		break;
	}
	if (field->label != NULL) {
		json_key(json, "description");
		json_text(json, words_in("en", field->label));
	}
	write_choices(json, field->choices);
	json_object_end(json);
}

static void write_schema(struct json *json, const struct record *record)
{
	json_object_begin(json);
	write_type(json, "object", NULL);
	json_key(json, "additionalProperties");
	json_flag(json, false);
	json_key(json, "properties");
	json_object_begin(json);
	for (size_t i = 0; i < record->count; i++) {
		if ((record->fields[i].flags & FIELD_BY_DOOR) != 0)
			continue;
		json_key(json, record->fields[i].name);
		write_field(json, &record->fields[i]);
	}
	json_object_end(json);
	json_key(json, "required");
	json_array_begin(json);
	for (size_t i = 0; i < record->count; i++)
		if (record->fields[i].required)
			json_text(json, record->fields[i].name);
	json_array_end(json);
	json_object_end(json);
}

static void write_answers(struct json *json)
{
	static const char *const answers[][2] = {
		{ "201", "The fact is stored; id is its number" },
		{ "401", "Nobody is logged in" },
		{ "403", "This account may not bring this fact, or the request came from another site" },
		{ "413", "The body is larger than 1 MiB" },
		{ "415", "The body is not application/json" },
		{ "422", "Refused: findings with code, field and words; nothing is stored" },
	};

	json_key(json, "responses");
	json_object_begin(json);
	for (size_t i = 0; i < COUNT(answers); i++) {
		json_key(json, answers[i][0]);
		json_object_begin(json);
		json_key(json, "description");
		json_text(json, answers[i][1]);
		json_object_end(json);
	}
	json_object_end(json);
}

static void write_kind(struct json *json, const struct journal_kind *kind, struct arena *arena)
{
	json_key(json, arena_print(arena, "/api/facts/%s", kind->name));
	json_object_begin(json);
	json_key(json, "post");
	json_object_begin(json);
	json_key(json, "operationId");
	json_text(json, kind->name);
	json_key(json, "summary");
	json_text(json, words_in("en", kind->title));
	json_key(json, "description");
	json_text(json, kind->sort == KIND_ACT ? "An act: refused when a rule is broken."
	                                       : "A notice: stored when well-formed; broken rules become tasks.");
	json_key(json, "requestBody");
	text_add(json->out, "{\"required\":true,\"content\":{\"application/json\":{\"schema\":");
	json->needs_comma = false;
	write_schema(json, kind->record);
	text_add(json->out, "}}}");
	json->needs_comma = true;
	write_answers(json);
	json_object_end(json);
	json_object_end(json);
}

void openapi_page(struct http_request *request, struct http_response *response, void *context)
{
	const struct journal_book *book = ((const struct web *)context)->book;
	struct json json = { .out = &response->body };

	response->type = "application/json";
	text_add(&response->body,
	         "{\"openapi\":\"3.0.3\",\"info\":{\"title\":\"Thuisregie\",\"version\":\"1.0.0\",\"description\":\"Facts through the one "
	         "door, with the cookie of POST /login.\"},\"servers\":[{\"url\":\"/\"}],\"paths\":");
	json_object_begin(&json);
	for (size_t i = 0; i < book->kinds_count; i++)
		write_kind(&json, book->kinds[i], request->arena);
	json_object_end(&json);
	text_add_char(&response->body, '}');
}

/* --- tasks, and who looked --- */

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
			                    .words = rule == NULL ? items[i].code : web_words(request, rule->words),
			                    .kind = kind == NULL ? "" : web_words(request, kind->done),
			                    .since = items[i].since };
	}
	web_note_read(request, response, 0, "tasks");
	web_page(request, response, "access/tasks.html", &view);
}

struct reads_view {
	struct page_frame frame;
	int64_t person;
	struct records reads;
};
static const struct field reads_view_fields[] = {
	FIELD_INSIDE(struct reads_view, frame, &page_frame_record),
	FIELD(struct reads_view, person),
	FIELD(struct reads_view, reads, .of = &read_line_record),
};
const struct record reads_view_record = RECORD(struct reads_view, "reads_view", reads_view_fields);

void reads_page(struct http_request *request, struct http_response *response, void *context)
{
	struct web *web = context;
	struct reads_view view = { .frame = web_frame(request, web_words(request, WORDS("Wie dit dossier opende"))),
		                   .person = web_number(&request->parts, "person") };
	struct fault fault = { 0 };
	enum status status = reads_of(web->db, web_visitor(request)->journal.register_id, view.person, request->arena,
	                              &view.reads, &fault);

	if (!web_ok(request, response, status, &fault))
		return;
	web_note_read(request, response, view.person, "client-reads");
	web_breadcrumb(&view.frame, arena_print(request->arena, "/clients/%lld", (long long)view.person),
	               web_words(request, WORDS("Dossier")), request->arena);
	web_page(request, response, "access/reads.html", &view);
}
