/* SPDX-License-Identifier: EUPL-1.2 */
/* Departures and stays at the door, and as they are kept. */
#include <string.h>

#include "common/journal/task.h"
#include "common/person/departure.h"
#include "common/person/vault.h"
#include "person_sql.h"
#include "platform/base/words.h"

static const struct field departed_fields[] = {
	FIELD(struct departed, sort),
	FIELD(struct departed, departed_on),
	FIELD(struct departed, ended_on),
};
static const struct record departed_record = RECORD(struct departed, "departed", departed_fields);

static const struct field stay_line_fields[] = {
	FIELD(struct stay_line, person),
	FIELD(struct stay_line, away_from),
	FIELD(struct stay_line, until),
	FIELD(struct stay_line, expected_on),
};
static const struct record stay_line_record = RECORD(struct stay_line, "stay_line", stay_line_fields);

enum status departure_of(struct journal *journal, int64_t person, struct departed *ret_departed,
                         struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_number(person) };
	enum status status = db_one(journal->db, &sql_person_departure, values, COUNT(values), &rows, fault);

	*ret_departed = (struct departed){ 0 };
	if (status == OK)
		db_record(&rows, &departed_record, ret_departed, journal->arena);
	return status;
}

enum status stay_on(struct journal *journal, int64_t person, struct date on, struct stay_line *ret_line,
                    struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_number(person),
		                        value_date(on) };
	enum status status = db_one(journal->db, &sql_person_stay, values, COUNT(values), &rows, fault);

	*ret_line = (struct stay_line){ 0 };
	if (status == OK)
		db_record(&rows, &stay_line_record, ret_line, journal->arena);
	return status;
}

enum status stays_visit(struct journal *journal, struct date on, const struct stay_visit *visit,
                        struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_date(on) };
	enum status status = db_select(journal->db, &sql_person_stays, values, COUNT(values), &rows, fault);

	while (status == OK && (status = db_next(&rows, fault)) == OK) {
		struct stay_line line = { 0 };

		db_record(&rows, &stay_line_record, &line, journal->arena);
		visit->visit(visit->context, &line);
	}
	return status == NOT_FOUND ? OK : status;
}

/* Whether the person is of the register, and has departed. */
static enum status look_at(struct journal *journal, int64_t person, bool *ret_is_known,
                           bool *ret_has_departed, struct fault *fault)
{
	struct identity who;
	struct departed departed;
	enum status status = vault_identity(journal, person, &who, fault);

	*ret_is_known = status == OK;
	if (status != OK)
		return status == NOT_FOUND ? OK : status;
	status = departure_of(journal, person, &departed, fault);
	*ret_has_departed = status == OK;
	return status == NOT_FOUND ? OK : status;
}

/* A notice is kept whatever it breaks, so what cannot be is refused here. */
static void refuse_what_cannot_be(const struct departure *departure, struct findings *findings)
{
	const struct departure_situation *situation = &departure->situation;

	if (!situation->is_known)
		(void)findings_add(findings, "departure-person", "person",
		                   WORDS("Deze persoon staat niet in dit register."));
	if (situation->has_departed)
		(void)findings_add(findings, "departure-again", "person",
		                   WORDS("Van deze inwoner is al vastgelegd dat die vertrok."));
	if (strcmp(departure->sort, DEPARTURE_DIED) == 0 &&
	    date_before(situation->today, departure->departed_on))
		(void)findings_add(findings, "departure-future", "departed_on",
		                   WORDS("Een dag van overlijden ligt niet in de toekomst."));
	if (date_before(departure->departed_on, situation->born))
		(void)findings_add(findings, "departure-birth", "departed_on",
		                   WORDS("Deze inwoner was toen nog niet geboren. Kijk de dag na."));
}

/* When somebody was born; no date for who is not of the register. */
static enum status find_birth(struct journal *journal, int64_t person, struct date *ret_born,
                              struct fault *fault)
{
	struct identity who = { 0 };
	enum status status = vault_identity(journal, person, &who, fault);

	*ret_born = who.born;
	return status == NOT_FOUND ? OK : status;
}

static enum status prepare_departure(struct journal *journal, struct journal_fact *fact,
                                     struct findings *findings, struct fault *fault)
{
	struct departure *departure = fact->item;
	struct departure_situation *situation = &departure->situation;
	bool died = strcmp(departure->sort, DEPARTURE_DIED) == 0;
	size_t count = findings->count;
	int year = 0, month = 0, day = 0;
	enum status status =
		look_at(journal, departure->person, &situation->is_known, &situation->has_departed, fault);

	if (status == OK)
		status = find_birth(journal, departure->person, &situation->born, fault);
	situation->today = clock_today(journal->clock);
	fact->valid_on = departure->departed_on;
	departure->ended_on = died ? date_add_days(departure->departed_on, 1) : departure->departed_on;
	refuse_what_cannot_be(departure, findings);
	if (status != OK || !died || findings->count > count)
		return status;
	date_parts(departure->departed_on, &year, &month, &day);
	return vault_set_died(journal, departure->person,
	                      arena_print(journal->arena, "%04d%02d%02d", year, month, day), fault);
}

static enum status apply_departure(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                   struct arena *arena, struct fault *fault)
{
	const struct departure *departure = fact->item;
	const struct value values[] = { value_number(register_id), value_number(departure->person),
		                        value_text(departure->sort), value_date(departure->departed_on),
		                        value_date(departure->ended_on) };

	(void)arena;
	return db_run(db, &sql_person_add_departure, values, COUNT(values), fault);
}

/* What cannot be is refused: a notice is kept whatever it breaks. */
static enum status prepare_withdrawn(struct journal *journal, struct journal_fact *fact,
                                     struct findings *findings, struct fault *fault)
{
	struct departure_withdrawn *withdrawn = fact->item;
	struct departed departed;
	enum status status = departure_of(journal, withdrawn->person, &departed, fault);

	fact->valid_on = clock_today(journal->clock);
	withdrawn->has_departed = status == OK;
	withdrawn->sort = departed.sort;
	if (status == NOT_FOUND)
		(void)findings_add(findings, "departure-none", "person",
		                   WORDS("Van deze inwoner is geen overlijden of vertrek vastgelegd."));
	if (status == OK && strcmp(departed.sort, DEPARTURE_DIED) == 0)
		status = vault_set_died(journal, withdrawn->person, "", fault);
	return status == NOT_FOUND ? OK : status;
}

static enum status apply_withdrawn(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                   struct arena *arena, struct fault *fault)
{
	const struct value values[] = { value_number(register_id),
		                        value_number(
						((const struct departure_withdrawn *)fact->item)->person) };

	(void)arena;
	return db_run(db, &sql_person_drop_departure, values, COUNT(values), fault);
}

static enum status prepare_settled(struct journal *journal, struct journal_fact *fact,
                                   struct findings *findings, struct fault *fault)
{
	struct departure_settled *settled = fact->item;
	bool is_known = false, was_none = false;
	enum status status = look_at(journal, settled->person, &is_known, &settled->has_departed, fault);

	(void)findings;
	if (status == OK)
		status = journal_has_task(journal, settled->person, RETURN_TASK, 0, &was_none, fault);
	settled->has_departed = settled->has_departed || was_none;
	return status;
}

static enum status look_at_stay(struct journal *journal, int64_t person, struct stay_situation *ret_situation,
                                struct fault *fault)
{
	struct stay_line line;
	enum status status =
		look_at(journal, person, &ret_situation->is_known, &ret_situation->has_departed, fault);

	ret_situation->today = clock_today(journal->clock);
	if (status == OK)
		status = stay_on(journal, person, ret_situation->today, &line, fault);
	ret_situation->is_away = status == OK && ret_situation->is_known;
	if (status == OK)
		ret_situation->since = line.away_from;
	return status == NOT_FOUND ? OK : status;
}

static enum status prepare_stay(struct journal *journal, struct journal_fact *fact, struct findings *findings,
                                struct fault *fault)
{
	struct stay *stay = fact->item;

	(void)findings;
	fact->valid_on = stay->away_from;
	return look_at_stay(journal, stay->person, &stay->situation, fault);
}

static enum status apply_stay(struct db *db, int64_t register_id, const struct journal_fact *fact,
                              struct arena *arena, struct fault *fault)
{
	const struct stay *stay = fact->item;
	const struct value values[] = { value_number(register_id), value_number(stay->person),
		                        value_date(stay->away_from), value_date(stay->expected_on),
		                        value_number(fact->fact) };

	(void)arena;
	return db_run(db, &sql_person_add_stay, values, COUNT(values), fault);
}

static enum status prepare_stay_end(struct journal *journal, struct journal_fact *fact,
                                    struct findings *findings, struct fault *fault)
{
	struct stay_end *end = fact->item;

	(void)findings;
	fact->valid_on = end->home_on;
	return look_at_stay(journal, end->person, &end->situation, fault);
}

static enum status apply_stay_end(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                  struct arena *arena, struct fault *fault)
{
	const struct stay_end *end = fact->item;
	const struct value values[] = { value_number(register_id), value_number(end->person),
		                        value_date(end->home_on) };

	(void)arena;
	return db_run(db, &sql_person_end_stay, values, COUNT(values), fault);
}

const struct journal_kind resident_departed_kind = {
	.name = "resident_departed",
	.title = WORDS("Overlijden of vertrek"),
	.done = WORDS("Overleden of vertrokken"),
	.sort = KIND_NOTICE,
	.corner = CORNER_PRACTICE,
	.permission = MAY_REPORT,
	.record = &departure_record,
	.prepare = prepare_departure,
	.rules = departure_rules,
	.rules_count = DEPARTURE_RULES_COUNT,
	.apply = apply_departure,
	.is_in_file = true,
};

const struct journal_kind departure_settled_kind = {
	.name = "departure_settled",
	.title = WORDS("Overlijden of vertrek afgehandeld"),
	.done = WORDS("Overlijden of vertrek afgehandeld"),
	.sort = KIND_ACT,
	.corner = CORNER_PRACTICE,
	.permission = MAY_REPORT,
	.record = &departure_settled_record,
	.prepare = prepare_settled,
	.rules = departure_settled_rules,
	.rules_count = DEPARTURE_SETTLED_RULES_COUNT,
	.ends_task = "departure-",
	.ends_also = RETURN_TASK,
};

const struct journal_kind departure_withdrawn_kind = {
	.name = "departure_withdrawn",
	.title = WORDS("Overlijden of vertrek terugnemen"),
	.done = WORDS("Overlijden of vertrek teruggenomen"),
	.sort = KIND_NOTICE,
	.corner = CORNER_PRACTICE,
	.permission = MAY_REPORT,
	.record = &departure_withdrawn_record,
	.prepare = prepare_withdrawn,
	.rules = departure_withdrawn_rules,
	.rules_count = DEPARTURE_WITHDRAWN_RULES_COUNT,
	.apply = apply_withdrawn,
	.ends_task = "departure-",
	.is_in_file = true,
};

const struct journal_kind hospital_stay_begun_kind = {
	.name = "hospital_stay_begun",
	.title = WORDS("Opname in ziekenhuis of revalidatie"),
	.done = WORDS("Opgenomen in ziekenhuis of revalidatie"),
	.sort = KIND_ACT,
	.corner = CORNER_PRACTICE,
	.permission = MAY_REPORT,
	.record = &stay_record,
	.prepare = prepare_stay,
	.rules = stay_rules,
	.rules_count = STAY_RULES_COUNT,
	.apply = apply_stay,
	.is_in_file = true,
};

const struct journal_kind hospital_stay_ended_kind = {
	.name = "hospital_stay_ended",
	.title = WORDS("Weer thuis na een opname"),
	.done = WORDS("Weer thuis na een opname"),
	.sort = KIND_ACT,
	.corner = CORNER_PRACTICE,
	.permission = MAY_REPORT,
	.record = &stay_end_record,
	.prepare = prepare_stay_end,
	.rules = stay_end_rules,
	.rules_count = STAY_END_RULES_COUNT,
	.apply = apply_stay_end,
	.is_in_file = true,
};
