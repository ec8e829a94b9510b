/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Everything that the municipality has recorded about the resident, to read and as a file (Wmo 2015,
 * art. 5.3.2; AVG, art. 15 and 20). The facts that name the person, with what they say; not what passes
 * between contract and provider, not what is kept apart to protect somebody, and no BSN: a letter code is not
 * enough to hand that out.
 */
#include <string.h>

#include "common/access/opening.h"
#include "common/calendar/calendar.h"
#include "common/document/letter.h"
#include "common/journal/book.h"
#include "common/person/vault.h"
#include "common/scheme/scheme_book.h"
#include "outlook/resident/mine.h"
#include "outlook/resident/mine_pages.h"
#include "platform/base/words.h"
#include "platform/record/json.h"
#include "practice/care/talk.h"
#include "practice/safety/incident.h"
#include "practice/safety/protocol.h"
#include "resident_sql.h"

/* A value of a fact, as its form calls it. */
struct export_value {
	const char *label, *value;
};
static const struct field export_value_fields[] = {
	FIELD(struct export_value, label),
	FIELD(struct export_value, value, .max_chars = 100000),
};
static const struct record export_value_record =
	RECORD(struct export_value, "export_value", export_value_fields);

struct export_fact {
	int64_t fact;
	const char *kind, *body; /* as they are stored */
	const char *words, *by;
	struct date valid_on;
	struct moment recorded_at;
	const char *account, *name;
	struct records values; /* export_value */
	bool is_withheld;      /* that it happened is told, not what was said */
};
static const struct field export_fact_fields[] = {
	FIELD(struct export_fact, fact),        FIELD(struct export_fact, kind),
	FIELD(struct export_fact, body),        FIELD(struct export_fact, words),
	FIELD(struct export_fact, by),          FIELD(struct export_fact, valid_on),
	FIELD(struct export_fact, account),     FIELD(struct export_fact, name),
	FIELD(struct export_fact, recorded_at), FIELD(struct export_fact, values, .of = &export_value_record),
	FIELD(struct export_fact, is_withheld),
};
static const struct record export_fact_record = RECORD(struct export_fact, "export_fact", export_fact_fields);

struct export_view {
	struct page_frame frame;
	struct records who; /* export_value */
	struct records facts;
	struct records reads; /* mine_reads */
};
static const struct field export_view_fields[] = {
	FIELD_INSIDE(struct export_view, frame, &page_frame_record),
	FIELD(struct export_view, who, .of = &export_value_record),
	FIELD(struct export_view, facts, .of = &export_fact_record),
	FIELD(struct export_view, reads, .of = &mine_reads_record),
};
const struct record export_view_record = RECORD(struct export_view, "export_view", export_view_fields);

/* What is kept apart to protect somebody is asked of the supervisor; contract has nothing about a person but
 * orders. */
static bool is_shown(const struct journal_kind *kind)
{
	static const struct journal_kind *const apart[] = { &abuse_step_taken_kind, &incident_reported_kind,
		                                            &incident_told_kind, &incident_concluded_kind };

	for (size_t i = 0; i < COUNT(apart); i++)
		if (kind == apart[i])
			return false;
	return kind != NULL && kind->corner != CORNER_CONTRACT && kind->corner != CORNER_POLICY;
}

/*
 * What the resident may read, and who represents the resident may not: why somebody opened the file in need
 * and what was found of that, and talks, which may be about the representative (AVG, art. 15 lid 4; Wmo 2015,
 * art. 5.3.2). That it happened is told.
 */
static bool is_withheld(const struct http_request *request, const struct journal_kind *kind)
{
	return web_visitor(request)->session.representative != 0 &&
	       (kind == &file_opened_in_need_kind || kind == &opening_checked_kind ||
	        kind == &talk_held_kind);
}

/* A letter without the digest of its code, which says nothing about anybody. */
static const char *without_mark(const char *body, struct arena *arena)
{
	static const char key[] = ",\"code_mark\":\"";
	const char *at = strstr(body, key);
	const char *end = at == NULL ? NULL : strchr(at + strlen(key), '"');

	return end == NULL ? body : arena_print(arena, "%.*s%s", (int)(at - body), body, end + 1);
}

static enum status load_facts(const struct http_request *request, struct records *ret_facts,
                              struct fault *fault)
{
	const struct visitor *visitor = web_visitor(request);
	const struct value values[] = { value_number(visitor->journal.register_id),
		                        value_number(visitor->session.person) };
	struct export_fact *items;
	size_t kept = 0;
	enum status status =
		db_list(visitor->journal.db, &sql_resident_facts_of, values, COUNT(values),
	                &(struct db_list){ &export_fact_record, request->arena, ret_facts }, fault);

	items = ret_facts->items;
	for (size_t i = 0; status == OK && i < ret_facts->count; i++) {
		const struct journal_kind *kind = journal_kind_named(visitor->web->book, items[i].kind);
		const char *own = access_own_words(items[i].account);

		if (!is_shown(kind))
			continue;
		items[kept] = items[i];
		items[kept].words = web_words(request, kind->done);
		items[kept].is_withheld = is_withheld(request, kind);
		if (items[kept].is_withheld)
			items[kept].body = "";
		else if (kind == &letter_written_kind)
			items[kept].body = without_mark(items[i].body, request->arena);
		items[kept++].by = own == NULL ? items[i].name : web_words(request, own);
	}
	ret_facts->count = kept;
	return status;
}

/* --- to read --- */

/* The values of a struct that have a label, with those of lists and structs inside behind them. */
struct telling {
	const struct http_request *request;
	struct records *into;
	size_t room;
};

static void add_value(struct telling *telling, const char *label, const char *value)
{
	struct records *into = telling->into;

	if (label == NULL || value[0] == '\0')
		return;
	into->items = arena_with_room(telling->request->arena, into->items, into->count, &telling->room,
	                              sizeof(struct export_value));
	((struct export_value *)into->items)[into->count++] =
		(struct export_value){ web_words(telling->request, label), value };
}

static const char *text_words_of(const struct telling *telling, const struct field *field, const void *item)
{
	const char *text = or_empty(MEMBER(const char *, field, item));
	const struct journal *journal = &web_visitor(telling->request)->journal;
	const struct scheme_product *product =
		strcmp(field->name, "product") == 0
			? scheme_book_product(journal->schemes, journal->register_id, text)
			: NULL;

	if (field->choices != NULL && text[0] != '\0')
		return web_words(telling->request, choice_label(field->choices, text));
	return product == NULL ? text : product->label;
}

static const char *texts_words_of(const struct telling *telling, const struct texts *texts)
{
	const char *words = "";

	for (size_t i = 0; i < texts->count; i++)
		words = arena_print(telling->request->arena, "%s%s%s", words, i == 0 ? "" : ", ",
		                    texts->items[i]);
	return words;
}

static const char *single_words(const struct telling *telling, const struct field *field, const void *item)
{
	const char *language = web_visitor(telling->request)->language;
	struct arena *arena = telling->request->arena;

	switch (field->type) {
	case FIELD_TEXT:
		return text_words_of(telling, field, item);
	case FIELD_NUMBER:
		return arena_print(arena, "%lld", (long long)MEMBER(int64_t, field, item));
	case FIELD_FLAG:
		return MEMBER(bool, field, item) ? web_words(telling->request, WORDS("ja")) : "";
	case FIELD_DATE:
		return calendar_date_words(MEMBER(struct date, field, item), language, false, arena);
	case FIELD_TEXTS:
		return texts_words_of(telling, &MEMBER(struct texts, field, item));
	case FIELD_MOMENT:
	case FIELD_MONEY:
	case FIELD_RECORD:
	case FIELD_RECORDS:
	case FIELD_MARKS:
	default:
		return "";
	}
}

/* One below another: a fact has lists in it, and those have none. */
static void tell_record(struct telling *telling, const struct record *record, const void *item, int depth)
{
	for (size_t i = 0; i < record->count && depth < 3; i++) {
		const struct field *field = &record->fields[i];
		const char *inside = (const char *)item + field->offset;

		if (record_is_empty(field, item) || strcmp(field->name, "person") == 0)
			continue;
		if (field->type == FIELD_RECORD)
			tell_record(telling, field->of, inside, depth + 1);
		else if (field->type == FIELD_RECORDS && field->label != NULL)
			for (size_t line = 0; line < MEMBER(struct records, field, item).count; line++)
				tell_record(telling, field->of,
				            (const char *)MEMBER(struct records, field, item).items +
				                    line * field->of->size,
				            depth + 1);
		else
			add_value(telling, field->label, single_words(telling, field, item));
	}
}

static void tell_fact(const struct http_request *request, struct export_fact *fact)
{
	const struct journal_kind *kind = journal_kind_named(web_visitor(request)->web->book, fact->kind);
	struct findings ignored = findings_new(request->arena, "nl");
	struct telling telling = { .request = request, .into = &fact->values };
	void *item = arena_take(request->arena, kind->record->size);

	if (json_read(fact->body, strlen(fact->body), kind->record, item, FIELD_IN_VAULT, &ignored) == OK)
		tell_record(&telling, kind->record, item, 0);
}

/* Who the resident is, as the vault has it; without the BSN. */
static enum status load_who(const struct http_request *request, struct identity *ret_who, struct fault *fault)
{
	struct visitor *visitor = web_visitor(request);
	enum status status = vault_identity(&visitor->journal, visitor->session.person, ret_who, fault);

	ret_who->bsn = NULL;
	return status;
}

void export_page(struct http_request *request, struct http_response *response, void *context)
{
	struct visitor *visitor = web_visitor(request);
	struct export_view view = { 0 };
	struct mine_view reads = { 0 };
	struct fault fault = { 0 };
	struct mine mine = { .request = request,
		             .journal = &visitor->journal,
		             .arena = request->arena,
		             .view = &reads,
		             .fault = &fault,
		             .person = visitor->session.person };
	struct telling who = { .request = request, .into = &view.who };
	struct identity identity;
	enum status status = load_who(request, &identity, &fault);

	(void)context;
	if (status == OK)
		status = load_facts(request, &view.facts, &fault);
	if (status == OK)
		status = mine_make_reads(&mine);
	if (!web_ok(request, response, status, &fault))
		return;
	tell_record(&who, &identity_record, &identity, 0);
	for (size_t i = 0; i < view.facts.count; i++)
		tell_fact(request, &((struct export_fact *)view.facts.items)[i]);
	view.reads = (struct records){ reads.reads.items, reads.reads.count + reads.earlier_reads.count };
	view.frame = mine_frame(request, web_words(request, WORDS("Alles wat de gemeente over mij heeft")));
	web_note_read(request, response, mine.person, "export");
	web_page(request, response, "resident/export.html", &view);
}

/* --- as a file --- */

static void write_fact(struct json *json, const struct export_fact *fact)
{
	char day[DATE_TEXT_SIZE], moment[MOMENT_TEXT_SIZE];

	json_object_begin(json);
	json_key(json, "number");
	json_number(json, fact->fact);
	json_key(json, "kind");
	json_text(json, fact->kind);
	json_key(json, "words");
	json_text(json, fact->words);
	json_key(json, "valid_on");
	json_text(json, date_print(fact->valid_on, day));
	json_key(json, "recorded_at");
	json_text(json, moment_print(fact->recorded_at, moment));
	json_key(json, "by");
	json_text(json, fact->by);
	json_key(json, "withheld");
	json_flag(json, fact->is_withheld);
	json_key(json, "content");
	text_add(json->out, fact->body); /* an object already; "" once it was erased */
	if (fact->body[0] == '\0')
		json_text(json, NULL);
	json->needs_comma = true;
	json_object_end(json);
}

static void write_reads(struct json *json, const struct records *lines)
{
	const struct read_line *items = lines->items;
	char moment[MOMENT_TEXT_SIZE];

	json_key(json, "reads");
	json_array_begin(json);
	for (size_t i = 0; i < lines->count; i++) {
		json_object_begin(json);
		json_key(json, "at");
		json_text(json, moment_print(items[i].read_at, moment));
		json_key(json, "by");
		json_text(json, items[i].name);
		json_key(json, "page");
		json_text(json, items[i].page);
		json_key(json, "because");
		json_text(json, items[i].ground);
		json_object_end(json);
	}
	json_array_end(json);
}

void export_file(struct http_request *request, struct http_response *response, void *context)
{
	const struct web *web = context;
	const struct visitor *visitor = web_visitor(request);
	const struct reads_asked asked = { visitor->journal.register_id, visitor->session.person, { 0 } };
	struct json json = { .out = &response->body };
	struct records facts = { 0 }, reads = { 0 };
	struct identity identity;
	struct fault fault = { 0 };
	enum status status = load_who(request, &identity, &fault);

	if (status == OK)
		status = load_facts(request, &facts, &fault);
	if (status == OK)
		status = reads_of(web->db, &asked, request->arena, &reads, &fault);
	if (!web_ok(request, response, status, &fault))
		return;
	json_object_begin(&json);
	json_key(&json, "person");
	json_record(&json, &identity_record, &identity, 0);
	json_key(&json, "facts");
	json_array_begin(&json);
	for (size_t i = 0; i < facts.count; i++)
		write_fact(&json, &((const struct export_fact *)facts.items)[i]);
	json_array_end(&json);
	write_reads(&json, &reads);
	json_object_end(&json);
	response->type = "application/json";
	response->file_name = "mijn-gegevens.json";
	web_note_read(request, response, visitor->session.person, "export");
}
