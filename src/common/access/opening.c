/* SPDX-License-Identifier: EUPL-1.2 */
#include "common/access/opening.h"

#include <string.h>

#include "access_sql.h"
#include "common/access/access.h"
#include "platform/base/words.h"

const struct choice opening_reasons[] = {
	{ "danger", WORDS("iemand is in gevaar of zit zonder hulp") },
	{ "absent", WORDS("het aanspreekpunt en het team zijn er niet") },
	{ "complaint", WORDS("een klacht") },
	{ "incident", WORDS("een calamiteit of melding van geweld") },
	{ "objection", WORDS("een bezwaar") },
	{ "supervision", WORDS("toezicht op een zaak") },
	{ "request", WORDS("de inwoner vraagt het zelf") },
	{ NULL, NULL },
};

const struct choice opening_verdicts[] = {
	{ "right", WORDS("terecht") },
	{ "wrong", WORDS("niet terecht") },
	{ "unclear", WORDS("niet duidelijk, wordt besproken") },
	{ NULL, NULL },
};

static const struct field opening_fields[] = {
	FIELD(struct opening, person, .label = WORDS("Persoon"), .required = true),
	FIELD(struct opening, reason, .label = WORDS("Waarom opent u dit dossier?"), .required = true,
	      .choices = opening_reasons),
	FIELD(struct opening, words, .label = WORDS("Leg het kort uit"), .required = true,
	      .hint = WORDS("De inwoner en wie het later nakijkt lezen dit. Zonder namen of medische "
	                    "gegevens."),
	      .flags = FIELD_LONG, .max_chars = 500),
	FIELD(struct opening, is_urgent, .label = WORDS("Het kan niet wachten op een collega")),
	FIELD(struct opening, on, .flags = FIELD_BY_DOOR),
};
static const struct record opening_record = RECORD(struct opening, "file_opened_in_need", opening_fields);

static const struct field opening_check_fields[] = {
	FIELD(struct opening_check, opening, .label = WORDS("Opening"), .required = true),
	FIELD(struct opening_check, verdict, .label = WORDS("Was het openen terecht?"), .required = true,
	      .choices = opening_verdicts),
	FIELD(struct opening_check, remark, .label = WORDS("Waarom vindt u dat?"), .required = true,
	      .flags = FIELD_LONG, .max_chars = 1000),
	FIELD(struct opening_check, person, .flags = FIELD_BY_DOOR),
	FIELD(struct opening_check, on, .flags = FIELD_BY_DOOR),
};
static const struct record opening_check_record =
	RECORD(struct opening_check, "opening_checked", opening_check_fields);

static const struct field opening_line_fields[] = {
	FIELD(struct opening_line, opening),
	FIELD(struct opening_line, person),
	FIELD(struct opening_line, account),
	FIELD(struct opening_line, name),
	FIELD(struct opening_line, reason, .choices = opening_reasons),
	FIELD(struct opening_line, words, .max_chars = 500),
	FIELD(struct opening_line, is_urgent),
	FIELD(struct opening_line, opened_on),
	FIELD(struct opening_line, checked_on),
	FIELD(struct opening_line, verdict, .choices = opening_verdicts),
	FIELD(struct opening_line, checked_by),
	FIELD(struct opening_line, remark, .max_chars = 1000),
};
const struct record opening_line_record = RECORD(struct opening_line, "opening_line", opening_line_fields);

/* --- opening --- */

static enum status prepare_opening(struct journal *journal, struct journal_fact *fact,
                                   struct findings *findings, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	struct opening *opening = fact->item;
	const struct value values[] = { value_number(journal->register_id), value_number(opening->person) };
	enum status status = db_one(journal->db, &sql_access_person, values, COUNT(values), &rows, fault);

	(void)findings;
	fact->valid_on = opening->on = opening->situation.today = clock_today(journal->clock);
	opening->situation.is_known_person = status == OK;
	return status == NOT_FOUND ? OK : status;
}

static bool is_known_person(const void *item)
{
	return ((const struct opening *)item)->situation.is_known_person;
}

const struct journal_rule opening_rules[OPENING_RULES_COUNT] = {
	{ "opening-person", "person", WORDS("Deze persoon staat niet in dit register."), "",
	  is_known_person },
};

static enum status apply_opening(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                 struct arena *arena, struct fault *fault)
{
	const struct opening *opening = fact->item;
	const struct value values[] = { value_number(register_id),
		                        value_number(fact->fact),
		                        value_number(opening->person),
		                        value_text(fact->account),
		                        value_text_or_empty(opening->reason),
		                        value_text_or_empty(opening->words),
		                        value_number(opening->is_urgent),
		                        value_date(fact->valid_on) };

	(void)arena;
	return db_run(db, &sql_access_add_opening, values, COUNT(values), fault);
}

const struct journal_kind file_opened_in_need_kind = {
	.name = "file_opened_in_need",
	.title = WORDS("Dossier openen met een reden"),
	.done = WORDS("Dossier geopend met een reden"),
	.sort = KIND_ACT,
	.corner = CORNER_COMMON,
	.permission = (enum permission)(MAY_SEE_CLIENTS | MAY_SUPERVISE),
	.record = &opening_record,
	.prepare = prepare_opening,
	.rules = opening_rules,
	.rules_count = OPENING_RULES_COUNT,
	.apply = apply_opening,
};

/* --- looking at it afterwards --- */

static enum status prepare_check(struct journal *journal, struct journal_fact *fact,
                                 struct findings *findings, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	struct opening_check *check = fact->item;
	const struct value values[] = { value_number(journal->register_id), value_number(check->opening) };
	enum status status = db_one(journal->db, &sql_access_opening, values, COUNT(values), &rows, fault);

	(void)findings;
	fact->valid_on = check->on = clock_today(journal->clock);
	check->situation.is_there = status == OK;
	if (status)
		return status == NOT_FOUND ? OK : status;
	check->person = db_number(&rows, 0);
	check->situation.is_another = strcmp(db_text(&rows, 1, journal->arena), journal->account) != 0;
	check->situation.is_open = db_text(&rows, 2, journal->arena)[0] == '\0';
	return OK;
}

static bool is_there(const void *item)
{
	return ((const struct opening_check *)item)->situation.is_there;
}

static bool is_unchecked(const void *item)
{
	const struct opening_check *check = item;

	return !check->situation.is_there || check->situation.is_open;
}

/* Nobody is the judge of what he did himself. */
static bool is_by_another(const void *item)
{
	const struct opening_check *check = item;

	return !check->situation.is_there || check->situation.is_another;
}

const struct journal_rule opening_check_rules[OPENING_CHECK_RULES_COUNT] = {
	{ "check-opening", "opening", WORDS("Dit dossier is niet met een reden geopend."), "", is_there },
	{ "check-once", "opening", WORDS("Dit is al nagekeken."), "", is_unchecked },
	{ "check-other", "opening", WORDS("U opende dit zelf. Laat een collega het nakijken."), "",
	  is_by_another },
};

static enum status apply_check(struct db *db, int64_t register_id, const struct journal_fact *fact,
                               struct arena *arena, struct fault *fault)
{
	const struct opening_check *check = fact->item;
	const struct value values[] = {
		value_number(register_id), value_number(check->opening), value_text_or_empty(check->verdict),
		value_text(fact->account), value_date(fact->valid_on),   value_text_or_empty(check->remark)
	};

	(void)arena;
	return db_run(db, &sql_access_check_opening, values, COUNT(values), fault);
}

const struct journal_kind opening_checked_kind = {
	.name = "opening_checked",
	.title = WORDS("Nakijken waarom een dossier is geopend"),
	.done = WORDS("Nagekeken waarom het dossier is geopend"),
	.sort = KIND_ACT,
	.corner = CORNER_COMMON,
	.permission = (enum permission)(MAY_HANDLE_SAFETY | MAY_SUPERVISE),
	.record = &opening_check_record,
	.prepare = prepare_check,
	.rules = opening_check_rules,
	.rules_count = OPENING_CHECK_RULES_COUNT,
	.apply = apply_check,
	.page = "/openings",
};

/* --- reading back --- */

enum status openings_of(struct journal *journal, const struct openings_asked *asked,
                        struct records *ret_lines, struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id),
		                        value_number(asked->is_checked && asked->after == 0 ? INT64_MAX
		                                                                            : asked->after) };

	return db_list(journal->db,
	               asked->is_checked ? &sql_access_openings_checked : &sql_access_openings_open, values,
	               COUNT(values), &(struct db_list){ &opening_line_record, journal->arena, ret_lines },
	               fault);
}

enum status openings_count(struct journal *journal, bool is_checked, int64_t *ret_count, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id) };
	enum status status =
		db_one(journal->db, is_checked ? &sql_access_count_checked : &sql_access_count_open, values,
	               COUNT(values), &rows, fault);

	*ret_count = status == OK ? db_number(&rows, 0) : 0;
	return status;
}
