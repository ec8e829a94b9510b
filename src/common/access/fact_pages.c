/* SPDX-License-Identifier: EUPL-1.2 */
/* What each kind of fact gets without a line of its own: a form, and an address in the API. */
#include <assert.h>
#include <string.h>

#include "common/access/access_pages.h"
#include "common/access/web.h"
#include "common/access/web_sight.h"
#include "common/journal/book.h"
#include "platform/base/words.h"
#include "platform/record/json.h"

/* Who may be in a client's file. */
#define MAY_READ_FILES ((enum permission)(MAY_SEE_CLIENTS | MAY_SUPERVISE))

/* Fields that say where one is; a form carries them along unseen. */
static const char *const carried[] = { "person", "report",   "decision",  "line",      "assignment",
	                               "term",   "question", "earlier",   "opening",   "about",
	                               "help",   "goal",     "request",   "objection", "representative",
	                               "other",  "file",     "consulted", "due",       NULL };
/* The same, where the form was opened with them; else they are asked. */
static const char *const carried_when_given[] = { "programme", "version", "consultation", "need",
	                                          "tender",    "lot",     "bid",          "relief",
	                                          "meeting",   "prepared" };

struct fact_view {
	struct page_frame frame;
	const char *title;
	const char *whose; /* the name of the client whose file this is in, or "" */
	const char *advice, *advice_label, *advice_address; /* before it is filled in; "" */
	struct form_view form;
};
static const struct field fact_view_fields[] = {
	FIELD_INSIDE(struct fact_view, frame, &page_frame_record),
	FIELD(struct fact_view, title),
	FIELD(struct fact_view, whose),
	FIELD(struct fact_view, advice, .max_chars = 1000),
	FIELD(struct fact_view, advice_label),
	FIELD(struct fact_view, advice_address),
	FIELD_INSIDE(struct fact_view, form, &form_view_record),
};
const struct record fact_view_record = RECORD(struct fact_view, "fact_view", fact_view_fields);

/* The names of the fields that this form carries along unseen. */
static const char *const *carried_by(const struct http_request *request, const struct journal_kind *kind,
                                     const void *item)
{
	const char **names =
		ARENA_MANY(request->arena, COUNT(carried) + COUNT(carried_when_given), const char *);
	size_t count = 0;

	for (; carried[count] != NULL; count++)
		names[count] = carried[count];
	for (size_t i = 0; i < COUNT(carried_when_given); i++) {
		const struct field *field = record_field(kind->record, carried_when_given[i]);

		if (field != NULL && !record_is_empty(field, item))
			names[count++] = carried_when_given[i];
	}
	names[count] = NULL;
	return names;
}

static const struct journal_kind *kind_asked(const struct http_request *request)
{
	return journal_kind_named(web_visitor(request)->web->book, pairs_get(&request->parts, "kind"));
}

/* The record with the codes that this register's schemes fill in; for a client without what is known already.
 */
static const struct record *record_here(const struct http_request *request, const struct record *record,
                                        const struct web_client *client)
{
	const struct visitor *visitor = web_visitor(request);
	struct record *copy = ARENA_NEW(request->arena, struct record);
	struct field *fields = ARENA_MANY(request->arena, record->count, struct field);

	*copy = *record;
	copy->fields = fields;
	copy->count = 0;
	for (size_t i = 0; i < record->count; i++) {
		struct field *field = &fields[copy->count];

		*field = record->fields[i];
		if (client->person != 0 && field->type == FIELD_RECORD &&
		    strcmp(field->of->name, "identity") == 0)
			continue;
		if ((field->type == FIELD_TEXT || field->type == FIELD_TEXTS) && field->choices == NULL)
			field->choices = visitor->web->choices(&visitor->journal, record->name, field->name,
			                                       client->postcode);
		if (field->type == FIELD_RECORDS)
			field->of = record_here(request, field->of, client);
		if (field->required || field->choices == NULL || field->choices[0].code != NULL)
			copy->count++; /* a choice among nothing is not asked */
	}
	return copy;
}

/* An empty form begins with today in the days that must be filled in. */
static void fill_today(const struct http_request *request, const struct record *record, void *item)
{
	for (size_t i = 0; i < record->count; i++)
		if (record->fields[i].type == FIELD_DATE && record->fields[i].required &&
		    record_is_empty(&record->fields[i], item))
			MEMBER(struct date, &record->fields[i], item) =
				clock_today(&web_visitor(request)->clock);
}

/* In the file of a client the form says whose it is, and the way out leads back there. */
static const char *place_in_file(const struct http_request *request, struct http_response *response,
                                 const struct web_client *client, struct fact_view *view)
{
	const char *file = arena_print(request->arena, "/clients/%lld", (long long)client->person);

	view->whose = client->name;
	view->frame = web_client_frame(request, client->person, client->name, view->frame.title);
	web_note_read(request, response, client->person, "form");
	return file;
}

/* A form in a file that is of others is not shown; false: it has answered. */
static bool may_fill_in(const struct http_request *request, struct http_response *response,
                        const struct journal_kind *kind, const struct web_item *item, int64_t person)
{
	struct fault fault = { 0 };
	bool sees = false, may = false;
	enum status status = web_look(request, person, &sees, &fault);

	if (status == OK)
		status = web_may_record(request, kind, item->item, &may, &fault);
	if (!web_ok(request, response, status, &fault))
		return false;
	if (!may)
		web_closed_file(request, response, person);
	return may;
}

/* What the kind says before its form is filled in, with a way to what may come first for whoever may bring
 * that. */
static enum status show_advice(const struct http_request *request, const struct journal_kind *kind,
                               const void *item, struct fact_view *view, struct fault *fault)
{
	struct visitor *visitor = web_visitor(request);
	const struct journal_kind *first;
	struct journal_advice advice = { 0 };
	enum status status =
		kind->advise == NULL ? OK : kind->advise(&visitor->journal, item, &advice, fault);

	if (status != OK || advice.words == NULL)
		return status;
	view->advice = advice.words;
	first = advice.kind == NULL ? NULL : journal_kind_named(visitor->web->book, advice.kind);
	if (first == NULL || !web_may_bring(request, first))
		return OK;
	view->advice_label = web_words(request, first->title);
	view->advice_address =
		arena_print(request->arena, "/facts/%s?%s", first->name, or_empty(advice.fields));
	return OK;
}

static void show_form(const struct http_request *request, struct http_response *response,
                      const struct journal_kind *kind, const struct form_request *start)
{
	struct visitor *visitor = web_visitor(request);
	const char *title = web_words(request, kind->title);
	struct fact_view view = { .frame = web_frame(request, title), .title = title, .whose = "" };
	struct form_request form = *start;
	const struct web_item item = { kind->record, start->item };
	struct web_client client = { 0 };
	struct fault fault = { 0 };
	enum status status = NOT_FOUND;

	view.frame.day_address = NULL; /* what is recorded is recorded today */
	if (web_may(request, MAY_SEE_CLIENTS))
		status = visitor->web->whose(&visitor->journal, &item, &client, &fault);
	if (status == OK && !may_fill_in(request, response, kind, &item, client.person))
		return;
	if (status != NOT_FOUND && !web_ok(request, response, status, &fault))
		return;
	if (!web_ok(request, response, show_advice(request, kind, start->item, &view, &fault), &fault))
		return;
	form.cancel =
		status == OK ? place_in_file(request, response, &client, &view) : visitor->session.role->home;
	form.record = record_here(request, kind->record, &client);
	form.language = visitor->language;
	form.action = arena_print(request->arena, "/facts/%s", kind->name);
	form.token = visitor->session.form_token;
	form.submit = web_words(request, WORDS("Vastleggen"));
	form.without = FIELD_BY_DOOR;
	form.hidden = carried_by(request, kind, start->item);
	form.spare_lines = 2;
	view.form = form_view_of(&form, request->arena);
	web_page(request, response, "access/fact.html", &view);
}

/* A form about an assignment of which somebody of a provider may not speak is not there. */
static bool may_speak(const struct http_request *request, struct http_response *response,
                      const struct journal_kind *kind, void *item)
{
	struct visitor *visitor = web_visitor(request);
	struct findings findings = findings_new(request->arena, visitor->language);
	struct fault fault = { 0 };
	enum status status = OK;

	if (visitor->session.account.party[0] != '\0' && record_number(kind->record, item, "assignment") != 0)
		status = journal_ask_guards(&visitor->journal, kind, item, &findings, &fault);
	if (!web_ok(request, response, status, &fault))
		return false;
	if (findings.count > 0)
		web_problem(request, response, 404);
	return findings.count == 0;
}

void fact_page(struct http_request *request, struct http_response *response, void *context)
{
	const struct journal_kind *kind = kind_asked(request);
	struct findings ignored = findings_new(request->arena, web_visitor(request)->language);
	struct fault fault = { 0 };
	void *item;

	(void)context;
	if (kind == NULL || !web_is_present(request)) {
		web_problem(request, response, kind == NULL ? 404 : 409);
		return;
	}
	item = arena_take(request->arena, kind->record->size);
	if (pairs_read(&request->query, kind->record, item, FIELD_BY_DOOR, &ignored) != OK)
		item = arena_take(request->arena,
		                  kind->record->size); /* a query that is no beginning of this form */
	if (kind->begin != NULL &&
	    !web_ok(request, response, kind->begin(&web_visitor(request)->journal, item, &fault), &fault))
		return;
	if (!may_speak(request, response, kind, item))
		return;
	fill_today(request, kind->record, item);
	show_form(request, response, kind, &(struct form_request){ .item = item });
}

/* The kind's page, with what the fact has where the page names a field: {question}, {programme}. */
static const char *page_after(const struct http_request *request, const struct web_fact *brought)
{
	const char *page = brought->kind->page, *begin = strchr(page, '{'),
		   *end = begin == NULL ? NULL : strchr(begin, '}');
	const struct field *field;

	if (end == NULL)
		return page;
	field = record_field(brought->kind->record,
	                     arena_copy_part(request->arena, begin + 1, (size_t)(end - begin - 1)));
	assert(field != NULL);
	return arena_print(request->arena, "%.*s%s%s", (int)(begin - page), page,
	                   pairs_encode(record_get(field, brought->item, request->arena), request->arena),
	                   end + 1);
}

void fact_post(struct http_request *request, struct http_response *response, void *context)
{
	const struct journal_kind *kind = kind_asked(request);
	struct visitor *visitor = web_visitor(request);
	struct findings findings = findings_new(request->arena, visitor->language);
	struct fault fault = { 0 };
	struct web_fact brought = { .kind = kind, .findings = &findings };
	int64_t person;
	enum status status;

	(void)context;
	if (kind == NULL) {
		web_problem(request, response, 404);
		return;
	}
	brought.item = arena_take(request->arena, kind->record->size);
	status = pairs_read(&request->form, kind->record, brought.item, FIELD_BY_DOOR, &findings);
	if (status == OK)
		status = web_append(request, response, &brought, &fault);
	if (status == FINDINGS) {
		show_form(request, response, kind,
		          &(struct form_request){
				  .item = brought.item, .posted = &request->form, .findings = &findings });
		if (response->status == 200) /* and not that the file is of others */
			response->status = 422;
		return;
	}
	if (!web_ok(request, response, status, &fault))
		return;
	person = record_number(kind->record, brought.item, "person");
	if (visitor->session.account.party[0] != '\0' || kind->page != NULL) {
		/* a provider's people see few pages, but those of what everybody may bring */
		const bool goes_home = visitor->session.account.party[0] != '\0' &&
		                       (kind->page == NULL ||
		                        (kind->permission != MAY_LOG_IN && kind->permission != MAY_BID));
		const char *page = goes_home ? visitor->session.role->home : page_after(request, &brought);

		http_redirect(response, arena_print(request->arena, "%s?done=%s", page, kind->name));
		return;
	}
	http_redirect(response, person == 0 || !web_may(request, MAY_READ_FILES)
	                                ? visitor->session.role->home
	                                : arena_print(request->arena, "/clients/%lld?done=%s",
	                                              (long long)person, kind->name));
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
	struct web_fact brought = { .kind = kind, .findings = &findings };
	enum status status;

	(void)context;
	if (kind == NULL) {
		web_problem(request, response, 404);
		return;
	}
	response->type = "application/json";
	brought.item = arena_take(request->arena, kind->record->size);
	status = json_read(request->body, request->body_length, kind->record, brought.item, FIELD_BY_DOOR,
	                   &findings);
	if (status == OK)
		status = web_append(request, response, &brought, &fault);
	if (status == FINDINGS) {
		write_findings(response, &findings);
		return;
	}
	if (!web_ok(request, response, status, &fault))
		return;
	response->status = 201;
	text_print(&response->body, "{\"id\":%lld}", (long long)brought.fact);
}
