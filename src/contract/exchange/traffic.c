/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/exchange/traffic.h"

#include <assert.h>
#include <string.h>

#include "platform/base/words.h"
#include "traffic_sql.h"

#define ANSWER_ID_CHARS 12 /* of the mark of what came in: the identification of our answer */

const struct choice traffic_sorts[] = {
	{ "WMO301", WORDS("Toewijzing") },
	{ "WMO302", WORDS("Antwoord op een toewijzing") },
	{ "WMO305", WORDS("Startbericht") },
	{ "WMO306", WORDS("Antwoord op een startbericht") },
	{ "WMO307", WORDS("Stopbericht") },
	{ "WMO308", WORDS("Antwoord op een stopbericht") },
	{ "WMO315", WORDS("Verzoek om een toewijzing") },
	{ "WMO316", WORDS("Ontvangst van een verzoek om een toewijzing") },
	{ "WMO317", WORDS("Verzoek om een wijziging") },
	{ "WMO318", WORDS("Ontvangst van een verzoek om een wijziging") },
	{ "WMO319", WORDS("Besluit over een verzoek") },
	{ "WMO320", WORDS("Ontvangst van een besluit over een verzoek") },
	{ "WMO323", WORDS("Declaratie") },
	{ "WMO325", WORDS("Antwoord op een declaratie") },
	{ "", WORDS("Bericht dat niet te lezen is") },
	{ NULL, NULL },
};

const struct choice traffic_directions[] = {
	{ "in", WORDS("ontvangen") },
	{ "out", WORDS("verstuurd") },
	{ NULL, NULL },
};

/* Which message answers which (iWmo 3.2, processes). */
static const struct {
	const char *sort, *answer;
} answers[] = {
	{ "WMO301", "WMO302" }, { "WMO305", "WMO306" }, { "WMO307", "WMO308" }, { "WMO315", "WMO316" },
	{ "WMO317", "WMO318" }, { "WMO319", "WMO320" }, { "WMO323", "WMO325" },
};

const char *traffic_answer_to(const char *sort)
{
	for (size_t i = 0; i < COUNT(answers); i++)
		if (strcmp(answers[i].sort, sort) == 0)
			return answers[i].answer;
	return NULL;
}

static const char *answered_by(const char *sort)
{
	for (size_t i = 0; i < COUNT(answers); i++)
		if (strcmp(answers[i].answer, sort) == 0)
			return answers[i].sort;
	return NULL;
}

/* --- a row --- */

struct sent_row {
	int64_t message, person, assignment, request, claim;
	const char *party;
};
static const struct field sent_row_fields[] = {
	FIELD(struct sent_row, message), FIELD(struct sent_row, person), FIELD(struct sent_row, assignment),
	FIELD(struct sent_row, request), FIELD(struct sent_row, claim),  FIELD(struct sent_row, party),
};
static const struct record sent_row_record = RECORD(struct sent_row, "sent_row", sent_row_fields);

/* A row on its way into the table. */
struct row {
	int64_t message, pair;
	const char *state;
	struct date on, answered_on;
};

static enum status put(struct db *db, int64_t register_id, const struct journal_fact *fact,
                       const struct traffic_entry *entry, const struct row *row, struct fault *fault)
{
	const struct value values[] = {
		value_number(register_id),
		value_number(row->message),
		value_number(entry->person),
		value_text(entry->direction),
		value_text_or_empty(entry->sort),
		value_text_or_empty(entry->party),
		value_text_or_empty(entry->sender),
		value_text_or_empty(entry->municipality),
		value_text_or_empty(entry->identification),
		value_text_or_empty(entry->mark),
		value_date(row->on),
		value_moment(fact->recorded_at),
		value_text(row->state),
		value_number(row->pair),
		value_date(row->answered_on),
		value_text_or_empty(entry->codes),
		value_number(entry->assignment),
		value_number(entry->request),
		value_number(entry->claim),
		value_number(entry->refused_lines),
		value_number(entry->is_refused ? fact->fact : 0),
	};

	return db_run(db, &sql_exchange_traffic_add, values, COUNT(values), fault);
}

/* An answer is about what it answers. */
static void be_about(struct traffic_entry *answer, const struct sent_row *sent)
{
	answer->person = answer->person == 0 ? sent->person : answer->person;
	answer->assignment = answer->assignment == 0 ? sent->assignment : answer->assignment;
	answer->request = answer->request == 0 ? sent->request : answer->request;
	answer->claim = answer->claim == 0 ? sent->claim : answer->claim;
	if (!has_words(answer->party))
		answer->party = sent->party;
}

/* Joins an answer that came in to the message of ours that it answers. */
static enum status join(struct db *db, int64_t register_id, struct traffic_entry *answer, struct row *row,
                        struct arena *arena, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value asked[] = { value_number(register_id),
		                       value_text_or_empty(answered_by(answer->sort)),
		                       value_text(answer->answers) };
	struct sent_row sent = { 0 };
	enum status status = db_one(db, &sql_exchange_traffic_sent, asked, COUNT(asked), &rows, fault);
	struct value values[6];

	if (status != OK)
		return status == NOT_FOUND ? OK : status;
	db_record(&rows, &sent_row_record, &sent, arena);
	db_rows_done(&rows);
	be_about(answer, &sent);
	row->pair = sent.message;
	values[0] = value_number(register_id);
	values[1] = value_number(sent.message);
	values[2] = value_number(row->message);
	values[3] = value_text_or_empty(answer->codes);
	values[4] = value_date(row->on);
	values[5] = value_number(answer->refused_lines);
	return db_run(db, &sql_exchange_traffic_answered, values, COUNT(values), fault);
}

/* The answer that left at once; the same message always gets one of the same name. */
static enum status put_answer(struct db *db, int64_t register_id, const struct journal_fact *fact,
                              const struct traffic_entry *entry, struct arena *arena, struct fault *fault)
{
	const struct row row = { .message = 2 * fact->fact + 1,
		                 .pair = 2 * fact->fact,
		                 .state = "answer",
		                 .on = clock_day_of(fact->recorded_at) };
	struct traffic_entry answer = *entry;

	answer.direction = "out";
	answer.sort = traffic_answer_to(entry->sort);
	answer.sender = NULL;
	answer.mark = NULL;
	answer.is_refused = false;
	answer.identification = arena_copy_part(arena, entry->mark,
	                                        strlen(entry->mark) < ANSWER_ID_CHARS ? strlen(entry->mark)
	                                                                              : ANSWER_ID_CHARS);
	return put(db, register_id, fact, &answer, &row, fault);
}

enum status traffic_add(struct db *db, int64_t register_id, const struct journal_fact *fact,
                        const struct traffic_entry *entry, struct arena *arena, struct fault *fault)
{
	struct traffic_entry kept = *entry;
	struct row row = { .message = 2 * fact->fact, .on = clock_day_of(fact->recorded_at) };
	enum status status = OK;

	kept.is_answered =
		entry->is_answered && has_words(entry->mark) && traffic_answer_to(entry->sort) != NULL;
	if (kept.is_answered) {
		row.pair = row.message + 1;
		row.answered_on = row.on;
	}
	row.state = entry->is_refused                            ? "refused"
	            : answered_by(or_empty(entry->sort)) != NULL ? "answer"
	            : strcmp(entry->direction, "in") == 0        ? "answered"
	                                                         : "waiting";
	if (entry->answers != NULL)
		status = join(db, register_id, &kept, &row, arena, fault);
	if (status == OK)
		status = put(db, register_id, fact, &kept, &row, fault);
	return status == OK && kept.is_answered ? put_answer(db, register_id, fact, &kept, arena, fault)
	                                        : status;
}

/* --- from facts --- */

enum way { WAY_OUT, WAY_IN, WAY_ANSWER };
/* What a kind tells of; its fields have the same names in all of them. */
struct source {
	const char *kind;
	enum way way;
	const char *sort; /* NULL: a field of the fact says */
};
static const struct source sources[] = {
	{ "order_sent", WAY_OUT, "WMO301" },     { "order_answered", WAY_ANSWER, "WMO302" },
	{ "start_reported", WAY_IN, "WMO305" },  { "resume_reported", WAY_IN, "WMO305" },
	{ "pause_reported", WAY_IN, "WMO307" },  { "stop_reported", WAY_IN, "WMO307" },
	{ "report_withdrawn", WAY_IN, NULL },    { "provider_asked", WAY_IN, NULL },
	{ "asking_replied", WAY_OUT, "WMO319" }, { "reply_answered", WAY_ANSWER, "WMO320" },
	{ "order_received", WAY_IN, "WMO301" },  { "report_sent", WAY_OUT, NULL },
	{ "report_answered", WAY_ANSWER, NULL }, { "claim_received", WAY_IN, "WMO323" },
	{ "asking_sent", WAY_OUT, NULL },        { "asking_confirmed", WAY_ANSWER, NULL },
	{ "asking_heard", WAY_IN, "WMO319" },    { "message_refused", WAY_IN, NULL },
};

/* What a fact calls what it tells of, and the message that brought it. */
static const struct choice sorts_told[] = {
	{ "assignment", "WMO315" }, { "change", "WMO317" },  { "started", "WMO305" }, { "resumed", "WMO305" },
	{ "paused", "WMO307" },     { "stopped", "WMO307" }, { NULL, NULL },
};

static const char *text_of(const struct journal_fact *fact, const char *name)
{
	const struct field *field = record_field(fact->kind->record, name);

	return field != NULL && field->type == FIELD_TEXT ? or_empty(MEMBER(const char *, field, fact->item))
	                                                  : "";
}

static bool flag_of(const struct journal_fact *fact, const char *name)
{
	const struct field *field = record_field(fact->kind->record, name);

	return field != NULL && field->type == FIELD_FLAG && MEMBER(bool, field, fact->item);
}

static int64_t number_of(const struct journal_fact *fact, const char *name)
{
	return record_number(fact->kind->record, fact->item, name);
}

/* A report that leaves is named after its message: "305000000012". */
static const char *sort_of(const struct source *source, const struct journal_fact *fact, struct arena *arena)
{
	if (source->sort != NULL)
		return source->sort;
	if (source->way == WAY_OUT)
		return arena_print(arena, "WMO%.3s", text_of(fact, "message"));
	return choice_label(sorts_told, text_of(fact, "sort"));
}

/* Whose order it is about, and who ordered it, where the fact does not say. */
static enum status look_at_order(struct db *db, int64_t register_id, struct traffic_entry *entry,
                                 struct arena *arena, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(register_id), value_number(entry->assignment) };
	enum status status = entry->assignment == 0 ? NOT_FOUND
	                                            : db_one(db, &sql_exchange_traffic_order, values,
	                                                     COUNT(values), &rows, fault);

	if (status != OK)
		return status == NOT_FOUND ? OK : status;
	if (entry->person == 0)
		entry->person = db_number(&rows, 0);
	if (!has_words(entry->party))
		entry->party = db_text(&rows, 1, arena);
	entry->municipality = db_text(&rows, 2, arena);
	return OK;
}

/* Who asked what is answered, where nothing else says whom it is for. */
static enum status look_at_request(struct db *db, int64_t register_id, struct traffic_entry *entry,
                                   struct arena *arena, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(register_id), value_number(entry->request) };
	enum status status =
		has_words(entry->party) || entry->request == 0
			? NOT_FOUND
			: db_one(db, &sql_exchange_traffic_request, values, COUNT(values), &rows, fault);

	if (status == OK)
		entry->party = db_text(&rows, 0, arena);
	return status == NOT_FOUND ? OK : status;
}

static struct traffic_entry entry_of(const struct source *source, const struct journal_fact *fact,
                                     struct arena *arena)
{
	bool is_in = source->way != WAY_OUT;
	bool is_refused = strcmp(source->kind, "message_refused") == 0;
	bool is_request = strcmp(source->kind, "provider_asked") == 0;
	const char *sender = text_of(fact, "sender");

	return (struct traffic_entry){
		.direction = is_in ? "in" : "out",
		.sort = sort_of(source, fact, arena),
		.party = text_of(fact, "party"),
		.sender = !is_in              ? ""
		          : has_words(sender) ? sender
		                              : text_of(fact, "municipality"),
		.municipality = is_in ? "" : text_of(fact, "municipality"),
		.identification = text_of(fact, "message"),
		.mark = is_in ? text_of(fact, "content_mark") : "",
		.answers = source->way == WAY_ANSWER ? text_of(fact, "message") : NULL,
		.codes = text_of(fact, "codes"),
		.person = number_of(fact, "person"),
		.assignment = number_of(fact, "assignment"),
		.request = is_request ? fact->fact : number_of(fact, "request"),
		.claim = source->sort != NULL && strcmp(source->sort, "WMO323") == 0 ? fact->fact : 0,
		.refused_lines = number_of(fact, "refused"),
		.is_refused = is_refused,
		.is_answered = source->way == WAY_IN && (!is_refused || flag_of(fact, "answered")),
	};
}

/* What the provider says of an order, by message or on its page, it says after it had ours. */
static enum status told(struct db *db, int64_t register_id, const struct journal_fact *fact,
                        struct fault *fault)
{
	const struct value values[] = { value_number(register_id),
		                        value_number(number_of(fact, "assignment")),
		                        value_date(clock_day_of(fact->recorded_at)) };

	return values[1].number == 0 ? OK
	                             : db_run(db, &sql_exchange_traffic_told, values, COUNT(values), fault);
}

static enum status laid(struct db *db, int64_t register_id, const struct traffic_entry *entry,
                        struct fault *fault)
{
	const struct value values[] = { value_number(register_id), value_text(entry->party),
		                        value_text(entry->identification) };

	return entry->claim == 0 ? OK : db_run(db, &sql_exchange_traffic_laid, values, COUNT(values), fault);
}

enum status traffic_follow(struct db *db, int64_t register_id, const struct journal_fact *fact,
                           struct arena *arena, struct fault *fault)
{
	const struct source *source = NULL;
	struct traffic_entry entry;
	enum status status = OK;

	for (size_t i = 0; source == NULL && i < COUNT(sources); i++)
		if (strcmp(sources[i].kind, fact->kind->name) == 0)
			source = &sources[i];
	if (source == NULL || source->way != WAY_OUT)
		status = told(db, register_id, fact, fault);
	if (status != OK || source == NULL)
		return status;
	entry = entry_of(source, fact, arena);
	if (!has_words(entry.mark) && source->way != WAY_OUT)
		return OK; /* it was told on a page */
	if (strcmp(source->kind, "asking_sent") == 0 && !has_words(entry.party))
		return OK; /* it did not leave: it lies with what came in, and is told of there */
	/* Who is erased goes from every row; a refusal names an order, and is of nobody. */
	if (!entry.is_refused)
		status = look_at_order(db, register_id, &entry, arena, fault);
	if (status == OK)
		status = look_at_request(db, register_id, &entry, arena, fault);
	if (status == OK)
		status = laid(db, register_id, &entry, fault);
	return status == OK ? traffic_add(db, register_id, fact, &entry, arena, fault) : status;
}
