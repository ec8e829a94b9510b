/* SPDX-License-Identifier: EUPL-1.2 */
/* Requests and their answers at the door, and as they are kept. */
#include <string.h>

#include "common/access/access.h"
#include "common/calendar/calendar.h"
#include "common/person/vault.h"
#include "platform/base/words.h"
#include "practice/request/request.h"
#include "request_sql.h"

/* What only the door fills in, at the end of each of the tables. */
#define DOOR_FIELDS                                                                                          \
	FIELD(struct request, asked_on, .label = WORDS("Gevraagd op"), .required = true),                    \
		FIELD(struct request, request, .flags = FIELD_BY_DOOR),                                      \
		FIELD(struct request, by, .flags = FIELD_BY_DOOR, .choices = request_askers),                \
		FIELD(struct request, due_on, .flags = FIELD_BY_DOOR)

static const struct field contact_fields[] = {
	FIELD(struct request, person, .label = WORDS("Persoon"), .required = true),
	FIELD(struct request, words, .label = WORDS("Wat wil de inwoner vragen of vertellen?"),
	      .required = true, .flags = FIELD_LONG, .max_chars = 4000),
	DOOR_FIELDS,
};
static const struct record contact_record = RECORD(struct request, "contact_requested", contact_fields);

static const struct field correction_fields[] = {
	FIELD(struct request, person, .label = WORDS("Persoon"), .required = true),
	FIELD(struct request, words, .label = WORDS("Welk gegeven klopt niet?"), .required = true,
	      .flags = FIELD_LONG, .max_chars = 4000),
	FIELD(struct request, better, .label = WORDS("Wat moet het zijn?"), .required = true,
	      .flags = FIELD_LONG, .max_chars = 4000),
	DOOR_FIELDS,
};
static const struct record correction_record =
	RECORD(struct request, "correction_requested", correction_fields);

static const struct field erasure_fields[] = {
	FIELD(struct request, person, .label = WORDS("Persoon"), .required = true),
	FIELD(struct request, words, .label = WORDS("Wat wil de inwoner laten wissen?"), .required = true,
	      .flags = FIELD_LONG, .max_chars = 4000),
	DOOR_FIELDS,
};
static const struct record erasure_record = RECORD(struct request, "erasure_requested", erasure_fields);

static const struct field request_line_fields[] = {
	FIELD(struct request_line, request),
	FIELD(struct request_line, sort, .choices = request_sorts),
	FIELD(struct request_line, words, .max_chars = 4000),
	FIELD(struct request_line, better, .max_chars = 4000),
	FIELD(struct request_line, by, .choices = request_askers),
	FIELD(struct request_line, outcome, .choices = request_outcomes),
	FIELD(struct request_line, answer, .max_chars = 4000),
	FIELD(struct request_line, answered_by),
	FIELD(struct request_line, asked_on),
	FIELD(struct request_line, due_on),
	FIELD(struct request_line, answered_on),
	FIELD(struct request_line, is_erasure),
};
const struct record request_line_record = RECORD(struct request_line, "request_line", request_line_fields);

/* How long each may wait, in whole months after the day it was asked. */
struct request_term {
	const struct journal_kind *kind;
	const char *sort;
	int months; /* 0: no law says */
};
static const struct request_term terms[] = {
	{ &contact_requested_kind, "contact", 0 },
	{ &correction_requested_kind, "correction", 1 }, /* AVG, art. 12 lid 3 */
	{ &erasure_requested_kind, "erasure", 3 },       /* Wmo 2015, art. 5.3.5 */
};

static const struct request_term *term_of(const struct journal_kind *kind)
{
	size_t place = 0;

	while (place + 1 < COUNT(terms) && terms[place].kind != kind)
		place++;
	return &terms[place];
}

static const char *asker_of(const struct journal *journal)
{
	return access_own_words(journal->account) != NULL ? journal->account : "worker";
}

static enum status set_due(const struct journal *journal, const struct journal_fact *fact,
                           struct fault *fault)
{
	struct request *request = fact->item;
	const struct term_kind term_kind = { .name = "request",
		                             .length = term_of(fact->kind)->months,
		                             .unit = TERM_MONTHS };
	struct term term;
	enum status status;

	if (term_kind.length == 0)
		return OK;
	status = calendar_count(journal->calendar, &term_kind, request->asked_on, journal->arena, &term,
	                        fault);
	request->due_on = term.due;
	return status;
}

/* What is about nobody, or of a day to come, is no notice. */
static enum status prepare_request(struct journal *journal, struct journal_fact *fact,
                                   struct findings *findings, struct fault *fault)
{
	struct request *request = fact->item;
	struct identity identity;
	enum status status = vault_identity(journal, request->person, &identity, fault);

	fact->valid_on = request->asked_on;
	request->request = fact->fact;
	request->by = asker_of(journal);
	if (status == NOT_FOUND)
		(void)findings_add(findings, "request-person", "person",
		                   WORDS("Deze persoon staat niet in dit register."));
	if (date_before(clock_today(journal->clock), request->asked_on))
		(void)findings_add(findings, "request-asked-on", "asked_on",
		                   WORDS("Deze dag ligt in de toekomst."));
	if (status != OK)
		return status == NOT_FOUND ? OK : status;
	return set_due(journal, fact, fault);
}

static enum status apply_request(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                 struct arena *arena, struct fault *fault)
{
	const struct request *request = fact->item;
	const struct value values[] = { value_number(register_id),
		                        value_number(fact->fact),
		                        value_number(request->person),
		                        value_text(term_of(fact->kind)->sort),
		                        value_text(or_empty(request->words)),
		                        value_text(or_empty(request->better)),
		                        value_text(or_empty(request->by)),
		                        value_date(request->asked_on),
		                        value_date(request->due_on) };

	(void)arena;
	return db_run(db, &sql_request_add, values, COUNT(values), fault);
}

const struct journal_kind contact_requested_kind = {
	.name = "contact_requested",
	.title = WORDS("Vraag om contact opschrijven"),
	.done = WORDS("Contact gevraagd"),
	.sort = KIND_NOTICE,
	.corner = CORNER_PRACTICE,
	.permission = MAY_REPORT,
	.record = &contact_record,
	.prepare = prepare_request,
	.rules = request_rules,
	.rules_count = REQUEST_RULES_COUNT,
	.apply = apply_request,
};

const struct journal_kind correction_requested_kind = {
	.name = "correction_requested",
	.title = WORDS("Vraag om gegevens te verbeteren opschrijven"),
	.done = WORDS("Gevraagd om gegevens te verbeteren"),
	.sort = KIND_NOTICE,
	.corner = CORNER_PRACTICE,
	.permission = MAY_REPORT,
	.record = &correction_record,
	.prepare = prepare_request,
	.rules = request_rules,
	.rules_count = REQUEST_RULES_COUNT,
	.apply = apply_request,
};

const struct journal_kind erasure_requested_kind = {
	.name = "erasure_requested",
	.title = WORDS("Vraag om gegevens te wissen opschrijven"),
	.done = WORDS("Gevraagd om gegevens te wissen"),
	.sort = KIND_NOTICE,
	.corner = CORNER_PRACTICE,
	.permission = MAY_REPORT,
	.record = &erasure_record,
	.prepare = prepare_request,
	.rules = erasure_request_rules,
	.rules_count = REQUEST_RULES_COUNT,
	.apply = apply_request,
};

/* --- answers --- */

static enum status prepare_answer(struct journal *journal, struct journal_fact *fact,
                                  struct findings *findings, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	struct request_answer *answer = fact->item;
	const struct value values[] = { value_number(journal->register_id), value_number(answer->request),
		                        value_number(answer->person) };
	enum status status = db_one(journal->db, &sql_request_open, values, COUNT(values), &rows, fault);

	(void)findings;
	fact->valid_on = answer->answered_on;
	answer->situation =
		(struct answer_situation){ .today = clock_today(journal->clock), .is_known = status == OK };
	if (status == OK) {
		answer->situation.asked_on = db_date(&rows, 0);
		answer->situation.is_erasure = db_number(&rows, 2) == 1;
		answer->situation.is_open = db_text(&rows, 1, journal->arena)[0] == '\0';
	}
	return status == NOT_FOUND ? OK : status;
}

static enum status apply_answer(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                struct arena *arena, struct fault *fault)
{
	const struct request_answer *answer = fact->item;
	const struct value values[] = { value_number(register_id),       value_number(answer->request),
		                        value_text(answer->outcome),     value_text(or_empty(answer->answer)),
		                        value_date(answer->answered_on), value_text(fact->account) };

	(void)arena;
	return db_run(db, &sql_request_answer, values, COUNT(values), fault);
}

const struct journal_kind request_answered_kind = {
	.name = "request_answered",
	.title = WORDS("Vraag van de inwoner beantwoorden"),
	.done = WORDS("Vraag van de inwoner beantwoord"),
	.sort = KIND_ACT,
	.corner = CORNER_PRACTICE,
	.permission = MAY_REPORT,
	.record = &request_answer_record,
	.prepare = prepare_answer,
	.rules = answer_rules,
	.rules_count = ANSWER_RULES_COUNT,
	.apply = apply_answer,
	.ends_task = "request-open",
};

enum status requests_of(struct journal *journal, int64_t person, struct date until, struct records *ret_lines,
                        struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_number(person),
		                        value_date(until) };

	return db_list(journal->db, &sql_request_lines_of, values, COUNT(values),
	               &(struct db_list){ &request_line_record, journal->arena, ret_lines }, fault);
}
