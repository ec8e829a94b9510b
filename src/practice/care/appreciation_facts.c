/* SPDX-License-Identifier: EUPL-1.2 */
/* Tokens of appreciation at the door, as they are kept, and the letter. */
#include <ctype.h>
#include <string.h>

#include "care_sql.h"
#include "common/calendar/calendar.h"
#include "common/person/vault.h"
#include "common/scheme/resident.h"
#include "platform/base/embedded.h"
#include "platform/base/text.h"
#include "platform/base/words.h"
#include "practice/care/appreciation.h"
#include "practice/desk/desk_store.h"

#define RULES_FILE "data/appreciation.csv"

static const struct field line_fields[] = {
	FIELD(struct appreciation_line, appreciation),
	FIELD(struct appreciation_line, person),
	FIELD(struct appreciation_line, year),
	FIELD(struct appreciation_line, cents),
	FIELD(struct appreciation_line, state, .choices = appreciation_states),
	FIELD(struct appreciation_line, form, .choices = appreciation_forms),
	FIELD(struct appreciation_line, reason, .choices = appreciation_refusals),
	FIELD(struct appreciation_line, words, .max_chars = 1000),
	FIELD(struct appreciation_line, decided_on),
	FIELD(struct appreciation_line, given_on),
};
const struct record appreciation_line_record =
	RECORD(struct appreciation_line, "appreciation_line", line_fields);

static const struct field count_fields[] = {
	FIELD(struct appreciation_count, state, .choices = appreciation_states),
	FIELD(struct appreciation_count, form, .choices = appreciation_forms),
	FIELD(struct appreciation_count, carers),
	FIELD(struct appreciation_count, cents),
};
const struct record appreciation_count_record =
	RECORD(struct appreciation_count, "appreciation_count", count_fields);

enum status appreciations_of(struct journal *journal, int64_t person, struct records *ret_lines,
                             struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_number(person) };

	return db_list(journal->db, &sql_care_appreciations_of, values, COUNT(values),
	               &(struct db_list){ &appreciation_line_record, journal->arena, ret_lines }, fault);
}

enum status appreciations_in(struct journal *journal, const struct appreciations_asked *asked,
                             struct records *ret_lines, struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_number(asked->year),
		                        value_text(asked->state), value_number(asked->after) };

	return db_list(journal->db, &sql_care_appreciations_in, values, COUNT(values),
	               &(struct db_list){ &appreciation_line_record, journal->arena, ret_lines }, fault);
}

enum status appreciation_counts(struct journal *journal, int64_t year, struct records *ret_counts,
                                struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_number(year) };

	return db_list(journal->db, &sql_care_appreciation_counts, values, COUNT(values),
	               &(struct db_list){ &appreciation_count_record, journal->arena, ret_counts }, fault);
}

/* --- at the door --- */

/* The same for the same carer, whoever is cared for: by name without case and blanks, and address. */
static enum status mark_carer(struct journal *journal, struct appreciation *appreciation, struct fault *fault)
{
	const struct relation *carer = &appreciation->carer;
	CLEANUP(text_done) struct text text = text_new(1000);

	text_add(&text, "carer ");
	for (const char *c = or_empty(carer->name); *c != '\0'; c++)
		if (*c != ' ' && *c != '.')
			text_add_char(&text, (char)tolower((unsigned char)*c));
	text_print(&text, " %s %lld %s", postcode_plain(or_empty(carer->postcode), journal->arena),
	           (long long)carer->house_number, or_empty(carer->house_addition));
	return vault_mark(journal, text_words(&text), &appreciation->carer_mark, fault);
}

static enum status find_earlier(struct journal *journal, struct appreciation *appreciation,
                                struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id),
		                        value_text(appreciation->carer_mark),
		                        value_number(appreciation->year) };
	enum status status =
		db_one(journal->db, &sql_care_appreciation_once, values, COUNT(values), &rows, fault);

	appreciation->situation.has_this_year = status == OK;
	return status == NOT_FOUND ? OK : status;
}

static enum status find_rule(struct journal *journal, struct appreciation *appreciation, struct fault *fault)
{
	const struct embedded_file *file = embedded_find(RULES_FILE);
	struct appreciation_rule rule = { 0 };
	struct appreciation_place place = { .on = appreciation->asked_on };
	struct sheet rules = sheet_open((const char *)file->bytes, file->size);
	enum status status = resident_authority(journal, appreciation->person, &place.authority, fault);

	if (status == OK)
		status = appreciation_rule_of(&rules, &place, journal->arena, &rule, fault);
	appreciation->form = rule.form;
	appreciation->cents = rule.amount.cents;
	return status;
}

static enum status prepare(struct journal *journal, struct journal_fact *fact, struct findings *findings,
                           struct fault *fault)
{
	struct appreciation *appreciation = fact->item;
	const struct relation *carer = &appreciation->carer;
	struct records reports = { 0 };
	enum status status = desk_reports_of(journal, appreciation->person, &reports, fault);

	(void)findings;
	fact->valid_on = clock_today(journal->clock);
	appreciation->situation = (struct appreciation_situation){
		.today = fact->valid_on,
		.is_client = status == OK && reports.count > 0,
		.has_carer = has_words(carer->name) && has_words(carer->postcode) && carer->house_number > 0,
	};
	if (status != OK || !appreciation->situation.is_client)
		return status == NOT_FOUND ? OK : status;
	status = mark_carer(journal, appreciation, fault);
	if (status == OK)
		status = find_earlier(journal, appreciation, fault);
	if (status == OK)
		status = find_rule(journal, appreciation, fault);
	return status == OK ? relation_add(journal, fact->fact, carer, fault) : status;
}

static enum status apply(struct db *db, int64_t register_id, const struct journal_fact *fact,
                         struct arena *arena, struct fault *fault)
{
	const struct appreciation *appreciation = fact->item;
	bool is_refused = fact->kind == &appreciation_refused_kind;
	const struct value values[] = {
		value_number(register_id),
		value_number(appreciation->person),
		value_number(fact->fact),
		value_number(appreciation->year),
		value_text(is_refused ? "refused" : "granted"),
		value_text_or_empty(appreciation->form),
		value_number(appreciation->cents),
		value_text_or_empty(appreciation->carer_mark),
		value_date(fact->valid_on),
		value_text_or_empty(appreciation->reason),
		value_text_or_empty(appreciation->words),
	};

	(void)arena;
	return db_run(db, &sql_care_add_appreciation, values, COUNT(values), fault);
}

const struct journal_kind appreciation_granted_kind = {
	.name = "appreciation_granted",
	.title = WORDS("Blijk van waardering voor een mantelzorger"),
	.done = WORDS("Blijk van waardering voor een mantelzorger toegekend"),
	.sort = KIND_ACT,
	.corner = CORNER_PRACTICE,
	.permission = MAY_REPORT,
	.record = &appreciation_granted_record,
	.prepare = prepare,
	.rules = appreciation_rules,
	.rules_count = APPRECIATION_RULES_COUNT,
	.apply = apply,
	.page = "/clients/{person}/care",
};

const struct journal_kind appreciation_refused_kind = {
	.name = "appreciation_refused",
	.title = WORDS("Blijk van waardering weigeren"),
	.done = WORDS("Blijk van waardering voor een mantelzorger geweigerd"),
	.sort = KIND_ACT,
	.corner = CORNER_PRACTICE,
	.permission = MAY_REPORT,
	.record = &appreciation_refused_record,
	.prepare = prepare,
	.rules = appreciation_rules,
	.rules_count = APPRECIATION_REFUSED_RULES_COUNT,
	.apply = apply,
	.page = "/clients/{person}/care",
};

/* --- the letter --- */

static void say_granted(const struct appreciation *appreciation, struct letter *letter, struct arena *arena)
{
	const char *what = choice_label(appreciation_forms, or_empty(appreciation->form));
	const struct resident_amount amount = { appreciation->cents };

	letter_add(
		letter, "paragraph",
		arena_print(
			arena,
			"Op %s is ons gevraagd om een blijk van waardering voor uw mantelzorger, voor %lld. "
			"Die geven wij graag.",
			calendar_date_words(appreciation->asked_on, "nl", false, arena),
			(long long)appreciation->year),
		NULL);
	letter_add(letter, "paragraph",
	           amount.cents > 0 ? arena_print(arena, "Uw mantelzorger krijgt %s van %s.", what,
	                                          resident_amount_figures(amount, arena))
	                            : arena_print(arena, "Uw mantelzorger krijgt %s.", what),
	           NULL);
	letter_add(letter, "paragraph",
	           "Wilt u dit uw mantelzorger vertellen? En bedank uw mantelzorger ook van ons.", NULL);
}

static void say_refused(const struct appreciation *appreciation, struct letter *letter, struct arena *arena)
{
	letter_add(
		letter, "paragraph",
		arena_print(
			arena,
			"Op %s is ons gevraagd om een blijk van waardering voor uw mantelzorger, voor %lld. "
			"Die geven wij niet, omdat: %s.",
			calendar_date_words(appreciation->asked_on, "nl", false, arena),
			(long long)appreciation->year,
			choice_label(appreciation_refusals, appreciation->reason)),
		NULL);
	letter_add(letter, "paragraph", appreciation->words, NULL);
	letter_add(letter, "paragraph",
	           "Bent u het er niet mee eens? Bel dan eerst. U kunt ook binnen zes weken na de dag waarop "
	           "deze "
	           "brief is verstuurd bezwaar maken: schrijf aan het college waarom.",
	           NULL);
}

/* Wmo 2015, art. 2.1.6; of a refusal Awb, art. 3:45 and 3:46. */
enum status appreciation_write_letter(struct journal *journal, const struct journal_fact *cause, void *item,
                                      bool *ret_follows, struct fault *fault)
{
	const struct appreciation *appreciation = cause->item;
	struct letter *letter = item;

	(void)fault;
	*ret_follows = true;
	letter_begin(letter, "general", cause, clock_today(journal->clock),
	             "Blijk van waardering voor uw mantelzorger", journal->arena);
	if (cause->kind == &appreciation_refused_kind)
		say_refused(appreciation, letter, journal->arena);
	else
		say_granted(appreciation, letter, journal->arena);
	return OK;
}

/* --- given --- */

static enum status prepare_given(struct journal *journal, struct journal_fact *fact,
                                 struct findings *findings, struct fault *fault)
{
	struct appreciation_given *given = fact->item;
	struct records lines = { 0 };
	const struct appreciation_line *items;
	enum status status = appreciations_of(journal, given->person, &lines, fault);

	(void)findings;
	fact->valid_on = given->given_on;
	given->today = clock_today(journal->clock);
	items = lines.items;
	for (size_t i = 0; status == OK && i < lines.count; i++)
		if (items[i].appreciation == given->appreciation)
			given->state = items[i].state;
	return status;
}

static enum status apply_given(struct db *db, int64_t register_id, const struct journal_fact *fact,
                               struct arena *arena, struct fault *fault)
{
	const struct appreciation_given *given = fact->item;
	const struct value values[] = { value_number(register_id), value_number(given->person),
		                        value_number(given->appreciation), value_date(given->given_on) };

	(void)arena;
	return db_run(db, &sql_care_give_appreciation, values, COUNT(values), fault);
}

const struct journal_kind appreciation_given_kind = {
	.name = "appreciation_given",
	.title = WORDS("Blijk van waardering gegeven"),
	.done = WORDS("Blijk van waardering aan een mantelzorger gegeven"),
	.sort = KIND_ACT,
	.corner = CORNER_PRACTICE,
	.permission = MAY_REPORT,
	.record = &appreciation_given_record,
	.prepare = prepare_given,
	.rules = appreciation_given_rules,
	.rules_count = APPRECIATION_GIVEN_RULES_COUNT,
	.apply = apply_given,
	.page = "/appreciations",
};
