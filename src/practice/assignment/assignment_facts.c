/* SPDX-License-Identifier: EUPL-1.2 */
#include <assert.h>
#include <string.h>

#include "assignment_sql.h"
#include "common/lane/lane_store.h"
#include "common/person/vault.h"
#include "common/scheme/scheme_book.h"
#include "platform/base/words.h"
#include "practice/assignment/assign_kept.h"
#include "practice/assignment/assignment.h"
#include "practice/decision/at_once.h"

#define ROW_BYTES ((size_t)64 * 1024)
#define MAX_EXPLANATION_BYTES ((size_t)192 * 1024)

static const struct field waiting_line_fields[] = {
	FIELD(struct waiting_line, person),
	FIELD(struct waiting_line, decision),
	FIELD(struct waiting_line, line),
	FIELD(struct waiting_line, product),
	FIELD(struct waiting_line, amount),
	FIELD(struct waiting_line, unit, .choices = scheme_units),
	FIELD(struct waiting_line, frequency, .choices = scheme_frequencies),
	FIELD(struct waiting_line, valid_from),
	FIELD(struct waiting_line, valid_until),
	FIELD(struct waiting_line, since),
};
const struct record waiting_line_record = RECORD(struct waiting_line, "waiting_line", waiting_line_fields);

static const struct field assignment_line_fields[] = {
	FIELD(struct assignment_line, assignment),
	FIELD(struct assignment_line, decision),
	FIELD(struct assignment_line, line),
	FIELD(struct assignment_line, product),
	FIELD(struct assignment_line, party),
	FIELD(struct assignment_line, deliverer),
	FIELD(struct assignment_line, valid_from),
	FIELD(struct assignment_line, valid_until),
	FIELD(struct assignment_line, choice, .choices = assignment_choices),
};
const struct record assignment_line_record =
	RECORD(struct assignment_line, "assignment_line", assignment_line_fields);

enum status assignment_waiting_of(struct journal *journal, int64_t person, struct records *ret_lines,
                                  struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_number(person) };

	return db_list(journal->db, &sql_assignment_waiting_of, values, COUNT(values),
	               &(struct db_list){ &waiting_line_record, journal->arena, ret_lines }, fault);
}

enum status assignment_waiting_line(struct journal *journal, int64_t person, int64_t decision, int64_t line,
                                    struct waiting_line *ret_line, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_number(person),
		                        value_number(decision), value_number(line) };
	enum status status =
		db_one(journal->db, &sql_assignment_waiting_line, values, COUNT(values), &rows, fault);

	*ret_line = (struct waiting_line){ 0 };
	if (status == OK)
		db_record(&rows, &waiting_line_record, ret_line, journal->arena);
	return status;
}

enum status assignments_of(struct journal *journal, int64_t person, struct records *ret_lines,
                           struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_number(person) };

	return db_list(journal->db, &sql_assignment_of, values, COUNT(values),
	               &(struct db_list){ &assignment_line_record, journal->arena, ret_lines }, fault);
}

/* One row at a time: a register has more assignments than fit in a list. */
enum status assignments_visit(struct journal *journal, const struct assigned_visit *visit,
                              struct fault *fault)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new(ROW_BYTES);
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id) };
	enum status status =
		db_select(journal->db, &sql_assignment_visit, values, COUNT(values), &rows, fault);

	while (status == OK && (status = db_next(&rows, fault)) == OK) {
		arena_clear(arena);
		visit->visit(visit->context, &(struct assigned_line){ .person = db_number(&rows, 0),
		                                                      .assignment = db_number(&rows, 1),
		                                                      .product = db_text(&rows, 2, arena),
		                                                      .party = db_text(&rows, 3, arena),
		                                                      .deliverer = db_text(&rows, 4, arena),
		                                                      .valid_from = db_date(&rows, 5),
		                                                      .valid_until = db_date(&rows, 6),
		                                                      .known_since = db_date(&rows, 7),
		                                                      .born = db_date(&rows, 8),
		                                                      .postcode = db_text(&rows, 9, arena),
		                                                      .house_number = db_number(&rows, 10) });
	}
	return status == NOT_FOUND ? OK : status;
}

static const struct field reason_fields[] = {
	FIELD(struct assignment_reason, assignment),
	FIELD(struct assignment_reason, product),
	FIELD(struct assignment_reason, party),
	FIELD(struct assignment_reason, deliverer),
	FIELD(struct assignment_reason, choice, .choices = assignment_choices),
	FIELD(struct assignment_reason, explanation),
	FIELD(struct assignment_reason, valid_from),
	FIELD(struct assignment_reason, valid_until),
	FIELD(struct assignment_reason, recorded_at),
	FIELD(struct assignment_reason, name),
};
static const struct record reason_record =
	RECORD(struct assignment_reason, "assignment_reason", reason_fields);

enum status assignment_reason_of(struct journal *journal, int64_t person, int64_t assignment,
                                 struct assignment_reason *ret_reason, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_number(person),
		                        value_number(assignment) };
	enum status status = db_one(journal->db, &sql_assignment_reason, values, COUNT(values), &rows, fault);

	*ret_reason = (struct assignment_reason){ 0 };
	if (status == OK)
		db_record(&rows, &reason_record, ret_reason, journal->arena);
	return status;
}

/* An existing relation that the register itself knows of. */
static enum status known_relation(struct journal *journal, struct advice_asked *asked, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_number(asked->person),
		                        value_text(asked->product), value_date(asked->on) };
	enum status status =
		db_one(journal->db, &sql_assignment_relation, values, COUNT(values), &rows, fault);

	if (status == OK) {
		asked->current = db_text(&rows, 0, journal->arena);
		asked->since = db_date(&rows, 1);
	}
	return status == NOT_FOUND ? OK : status;
}

/* The parties that take no new clients for the product on the day. */
static enum status find_full(struct journal *journal, const struct scheme_entry *entry,
                             const struct assign_names *names, struct assign_question *question,
                             struct fault *fault)
{
	struct records intakes = { 0 };
	const struct lane_intake *items;
	uint16_t *full;
	enum status status = lane_intakes_after(
		journal->db,
		&(struct lane_intakes_asked){ .register_id = journal->register_id, .after = names->on },
		journal->arena, &intakes, fault);

	items = intakes.items;
	full = ARENA_MANY(journal->arena, intakes.count, uint16_t);
	question->full = full;
	for (size_t i = 0; status == OK && i < intakes.count; i++) {
		uint16_t party = lane_names_find(&entry->lanes.parties, items[i].party);

		if (party != LANE_NONE && lane_intake_is_closed(&items[i], names->product, names->on))
			full[question->full_count++] = party;
	}
	return status;
}

static enum status judge(struct journal *journal, const struct scheme_entry *entry,
                         const struct assign_names *names, struct advice *ret_advice, struct fault *fault)
{
	enum status status = assign_question_read(&entry->lanes, names, &ret_advice->question, fault);

	if (status == OK)
		status = find_full(journal, entry, names, &ret_advice->question, fault);
	if (status)
		return status;
	ret_advice->version = entry->fact;
	ret_advice->answer = assign_answer_new(&entry->lanes, journal->arena);
	assign_judge(&entry->lanes, &ret_advice->question, ret_advice->answer);
	ret_advice->view = (struct assign_view){ .set = &entry->lanes,
		                                 .question = &ret_advice->question,
		                                 .answer = ret_advice->answer,
		                                 .language = "nl",
		                                 .arena = journal->arena };
	return OK;
}

enum status assignment_place(struct journal *journal, const struct advice_asked *asked,
                             struct assignment_place *ret_place, struct fault *fault)
{
	struct identity identity;
	const char *address;
	enum status status = vault_identity_on(journal, asked->person, asked->on, &identity, fault);

	if (status)
		return status;
	address = asked->address != NULL
	                  ? asked->address
	                  : postcode_with_number(identity.postcode, identity.house_number, journal->arena);
	ret_place->born = identity.born;
	ret_place->entry = scheme_book_with_product(journal->schemes, journal->register_id, asked->product);
	if (ret_place->entry == NULL || address[0] == '\0')
		return fault_set(fault, NOT_FOUND, "no scheme of this register has the product %s",
		                 asked->product);
	ret_place->area = scheme_area_of(&ret_place->entry->scheme, address, asked->on);
	if (ret_place->area == NULL)
		return fault_set(fault, NOT_FOUND, "the address lies in no area of the scheme");
	return OK;
}

enum status assignment_advice(struct journal *journal, const struct advice_asked *asked,
                              struct advice *ret_advice, struct fault *fault)
{
	struct advice_asked known = *asked;
	struct assignment_place place = { 0 };
	enum status status = OK;

	if (known.current != NULL && known.current[0] == '\0')
		known.current = NULL; /* as an empty field of a form says it */
	if (known.current == NULL)
		status = known_relation(journal, &known, fault);
	if (status == OK)
		status = assignment_place(journal, asked, &place, fault);
	if (status)
		return status;
	assert(place.area != NULL);
	ret_advice->area = place.area->label;
	/* who took over the present provider goes on with its clients */
	known.current = scheme_successor(&place.entry->scheme, known.current, asked->on);
	return judge(journal, place.entry,
	             &(struct assign_names){ .product = asked->product,
	                                     .area = place.area->name,
	                                     .current = known.current,
	                                     .born = place.born,
	                                     .on = asked->on,
	                                     .since = known.since,
	                                     .expertise = asked->expertise },
	             ret_advice, fault);
}

/* Puts into the fact what the answer says of the chosen deliverer. */
static void take_answer(struct assignment *assignment, const struct advice *advice, struct arena *arena)
{
	CLEANUP(text_done) struct text explanation = text_new(MAX_EXPLANATION_BYTES);
	const struct lane_set *set = advice->view.set;
	const struct assign_answer *answer = advice->answer;

	assert(answer != NULL);
	assignment->situation.has_advice = true;
	assignment->situation.has_choice = answer->has_choice;
	for (size_t i = 0; i < answer->able_count; i++) {
		const struct assign_candidate *candidate = &answer->candidates[i];
		uint16_t party = candidate->under == LANE_NONE ? candidate->party : candidate->under;

		if (strcmp(set->parties.items[candidate->party].name, assignment->deliverer) != 0)
			continue;
		assignment->situation.can_serve = true;
		assignment->party = set->parties.items[party].name;
		break;
	}
	assign_keep(&advice->view, advice->version, &explanation);
	assignment->explanation = arena_copy(arena, text_words(&explanation));
}

static enum status prepare_assignment(struct journal *journal, struct journal_fact *fact,
                                      struct findings *findings, struct fault *fault)
{
	struct assignment *assignment = fact->item;
	struct waiting_line line;
	struct advice advice = { 0 };
	enum status status = assignment_waiting_line(journal, assignment->person, assignment->decision,
	                                             assignment->line, &line, fault);

	fact->valid_on = assignment->from;
	assignment->situation.is_waiting = status == OK;
	if (status == OK)
		status = vault_refuse_dead(journal, assignment->person, "person", findings, fault);
	if (status)
		return status == NOT_FOUND ? OK : status;
	status = at_once_is(journal, assignment->person, assignment->decision,
	                    &assignment->situation.is_at_once, fault);
	if (status)
		return status;
	assignment->situation.valid_from = line.valid_from;
	assignment->situation.valid_until = line.valid_until;
	assignment->product = line.product;
	assignment->amount = line.amount;
	assignment->unit = line.unit;
	assignment->frequency = line.frequency;
	assignment->decided_at = fact->recorded_at;
	assignment->last_day = date_last_day(line.valid_until);
	status = assignment_advice(journal,
	                           &(struct advice_asked){ .person = assignment->person,
	                                                   .product = line.product,
	                                                   .on = assignment->from,
	                                                   .current = assignment->current,
	                                                   .since = assignment->since,
	                                                   .expertise = assignment->expertise },
	                           &advice, fault);
	if (status == OK)
		take_answer(assignment, &advice, journal->arena);
	return status == NOT_FOUND ? OK : status;
}

static enum status apply_assignment(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                    struct arena *arena, struct fault *fault)
{
	const struct assignment *assignment = fact->item;
	struct date until = date_until(assignment->last_day);
	const struct value values[] = {
		value_number(register_id),      value_number(assignment->person),
		value_number(fact->fact),       value_number(assignment->decision),
		value_number(assignment->line), value_text(assignment->product),
		value_text(assignment->party),  value_text(assignment->deliverer),
		value_date(assignment->from),   value_date(until),
		value_text(assignment->choice), value_text(assignment->explanation),
		value_date(assignment->since),
	};
	const struct value waiting[] = { value_number(register_id), value_number(assignment->person),
		                         value_number(assignment->decision), value_number(assignment->line) };
	enum status status = db_run(db, &sql_assignment_add, values, COUNT(values), fault);

	(void)arena;
	if (status == OK)
		status = db_run(db, &sql_assignment_add_delivery, values, 3, fault);
	return status == OK ? db_run(db, &sql_assignment_end_waiting, waiting, COUNT(waiting), fault)
	                    : status;
}

const struct journal_kind assignment_made_kind = {
	.name = "assignment_made",
	.title = WORDS("Aanbieder toewijzen"),
	.done = WORDS("Aanbieder toegewezen"),
	.sort = KIND_ACT,
	.corner = CORNER_PRACTICE,
	.permission = MAY_ASSIGN,
	.record = &assignment_record,
	.prepare = prepare_assignment,
	.rules = assignment_rules,
	.rules_count = ASSIGNMENT_RULES_COUNT,
	.apply = apply_assignment,
	.ends_task = "care-declined",
	.ends_also = "wish-open",
};

enum status assignment_wait_for_provider(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                         struct arena *arena, struct fault *fault)
{
	const struct decision *decision = fact->item;
	const struct decision_line *lines = decision->lines.items;
	enum status status = OK;

	(void)arena;
	for (size_t i = 0; status == OK && i < decision->lines.count; i++) {
		const struct value values[] = {
			value_number(register_id),        value_number(decision->person),
			value_number(fact->fact),         value_number((int64_t)i),
			value_text(lines[i].product),     value_number(lines[i].amount),
			value_text(lines[i].unit),        value_text(lines[i].frequency),
			value_date(lines[i].from),        value_date(decision_line_until(&lines[i])),
			value_date(decision->decided_on),
		};

		if (decision_line_is_budget(decision, &lines[i]))
			continue;
		status = db_run(db, &sql_assignment_add_waiting, values, COUNT(values), fault);
	}
	return status;
}
