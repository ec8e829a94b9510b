/* SPDX-License-Identifier: EUPL-1.2 */
/* The report at the door: who it is, which area and team, who becomes contact person, when the term ends. */
#include <assert.h>
#include <string.h>

#include "common/access/access.h"
#include "common/calendar/calendar.h"
#include "common/document/letter_words.h"
#include "common/person/double.h"
#include "common/person/vault.h"
#include "common/scheme/route.h"
#include "desk_sql.h"
#include "platform/base/words.h"
#include "practice/desk/desk.h"
#include "practice/desk/desk_letter.h"
#include "practice/desk/desk_store.h"
#include "practice/desk/question_store.h"
#include "practice/desk/received.h"

/* Whom the report is about: somebody known, or a new person under this fact's number. */
static enum status find_person(struct journal *journal, struct journal_fact *fact, struct findings *findings,
                               struct fault *fault)
{
	struct report *report = fact->item;
	enum status status;

	report->situation.is_new_person = report->person == 0;
	if (report->person == 0) {
		report->person = fact->fact;
		if (report->who.surname == NULL || !date_is(report->who.born))
			return OK; /* the rule report-who says so */
		return vault_add(journal, report->person, &report->who, findings, fault);
	}
	status = person_stays(journal, report->person, &report->person, fault);
	if (status == OK)
		status = vault_identity(journal, report->person, &report->who, fault);
	report->situation.is_known_person = status == OK;
	return status == NOT_FOUND ? OK : status;
}

/*
 * The contact person that somebody has today stays, also when the report came in before a handover; else the
 * team's workers who have not left take turns.
 */
static enum status choose_contact(struct journal *journal, const struct journal_fact *fact,
                                  struct report *report, struct fault *fault)
{
	struct contact known;
	struct records team = { 0 };
	enum status status = desk_contact_on(journal, report->person, report->situation.today, &known, fault);

	if (status == OK) {
		report->team = known.team;
		report->owner = known.owner;
		report->contact = known.contact;
		return OK;
	}
	if (status == NOT_FOUND)
		status = desk_team(journal, report->team, &team, fault);
	if (status == OK && team.count > 0)
		report->contact =
			((struct access_account *)team.items)[(size_t)fact->fact % team.count].account;
	return status;
}

/* Area and team by the desk's scheme, and by its rule the owner: the municipality, or the consortium. */
static void find_area(const struct journal *journal, struct report *report)
{
	const char *address =
		postcode_with_number(report->who.postcode, report->who.house_number, journal->arena);
	const struct scheme_entry *entry =
		scheme_book_desk(journal->schemes, journal->register_id, address, report->received_on);
	const struct scheme_area *area;
	const struct scheme_team *team;

	if (entry == NULL)
		return;
	area = scheme_area_of(&entry->scheme, address, report->received_on);
	assert(area != NULL);
	team = scheme_team_of(&entry->scheme, area->name);
	report->area = area->name;
	report->team = team == NULL ? NULL : team->name;
	report->owner =
		scheme_book_owner(journal->schemes, journal->register_id, address, report->received_on);
}

/* For whom the question is on the day it came in; without a theme it is the desk's. */
static void find_route(const struct journal *journal, struct report *report)
{
	struct scheme_route route = { .is_ours = true };
	bool has_theme = has_words(report->theme);

	report->situation.is_known_theme =
		!has_theme || scheme_route_knows(journal->schemes, journal->register_id, report->theme);
	if (has_theme && scheme_route_on(journal->schemes, journal->register_id, report->theme,
	                                 report->received_on, &route))
		report->for_whom = route.to;
	report->situation.is_for_partner = !route.is_ours;
}

/* The question at the desk that this report answers. */
static enum status find_question(struct journal *journal, struct report *report, struct fault *fault)
{
	struct question_line line = { 0 };
	enum status status = OK;

	report->situation.is_open = true;
	if (report->question == 0)
		return OK;
	status = question_of(journal, report->question, &line, fault);
	report->situation.is_open = status == OK && !has_words(line.outcome);
	report->situation.asked_on = line.asked_on;
	return status == NOT_FOUND ? OK : status;
}

/* The investigation (Wmo 2015, art. 2.3.2 lid 1) and the personal plan (lid 2). */
static enum status count_terms(struct journal *journal, struct report *report, struct fault *fault)
{
	struct term investigation, plan;
	enum status status = calendar_term(journal->calendar, "investigation", report->received_on,
	                                   journal->arena, &investigation, fault);

	if (status == OK)
		status = calendar_term(journal->calendar, "personal-plan", report->received_on,
		                       journal->arena, &plan, fault);
	if (status)
		return status;
	report->due_on = investigation.due;
	report->steps = investigation.steps;
	report->plan_until = plan.due;
	report->plan_steps = plan.steps;
	return OK;
}

static enum status prepare_report(struct journal *journal, struct journal_fact *fact,
                                  struct findings *findings, struct fault *fault)
{
	struct report *report = fact->item;
	enum status status = find_person(journal, fact, findings, fault);

	if (status == OK)
		status = vault_refuse_dead(journal, report->person, "person", findings, fault);
	report->situation.today = clock_today(journal->clock);
	fact->valid_on = report->received_on;
	find_area(journal, report);
	find_route(journal, report);
	if (status == OK)
		status = find_question(journal, report, fault);
	if (status == OK && report->team != NULL)
		status = choose_contact(journal, fact, report, fault);
	return status == OK ? count_terms(journal, report, fault) : status;
}

/* An investigation is the outcome of the question that the report was made of. */
static enum status end_question(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                struct fault *fault)
{
	const struct report *report = fact->item;
	const struct value values[] = {
		value_number(register_id),   value_number(report->question),
		value_text("investigation"), value_date(question_ended_on(fact, report->received_on)),
		value_number(fact->fact),    value_text("")
	};

	if (report->question == 0)
		return OK;
	return db_run(db, &sql_desk_end_question, values, COUNT(values), fault);
}

static enum status apply_report(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                struct arena *arena, struct fault *fault)
{
	const struct report *report = fact->item;
	const struct value values[] = { value_number(register_id),       value_number(fact->fact),
		                        value_number(report->person),    value_text(report->area),
		                        value_text(report->asked),       value_text(report->channel),
		                        value_date(report->received_on), value_date(report->due_on) };
	const struct value contact[] = { value_number(register_id),       value_number(report->person),
		                         value_date(report->received_on), value_date(DATE_LAST),
		                         value_text(report->owner),       value_text(report->team),
		                         value_text(report->contact) };
	enum status status = db_run(db, &sql_desk_add_report, values, COUNT(values), fault);

	(void)arena;
	if (status == OK)
		status = db_run(db, &sql_desk_move_contact_back, contact, 3, fault);
	if (status == OK)
		status = db_run(db, &sql_desk_add_contact, contact, COUNT(contact), fault);
	return status == OK ? end_question(db, register_id, fact, fault) : status;
}

/* A report that is made of a question at the desk begins with what was asked there. */
static enum status begin_report(struct journal *journal, void *item, struct fault *fault)
{
	struct report *report = item;
	struct question_line line;
	enum status status;

	if (report->question == 0)
		return OK;
	status = question_of(journal, report->question, &line, fault);
	if (status)
		return status == NOT_FOUND ? OK : status;
	if (report->person == 0)
		report->person = line.person;
	report->asked = line.asked;
	report->channel = line.channel;
	report->theme = line.theme;
	report->received_on = line.asked_on;
	return OK;
}

const struct journal_kind report_received_kind = {
	.name = "report_received",
	.title = WORDS("Nieuwe melding"),
	.done = WORDS("Melding ontvangen"),
	.sort = KIND_ACT,
	.corner = CORNER_PRACTICE,
	.permission = MAY_REPORT,
	.record = &report_record,
	.prepare = prepare_report,
	.begin = begin_report,
	.rules = report_rules,
	.rules_count = REPORT_RULES_COUNT,
	.apply = apply_report,
};

enum status desk_contact_name(struct journal *journal, int64_t person, struct date on, const char **ret_name,
                              struct fault *fault)
{
	struct contact contact;
	enum status status = desk_contact_on(journal, person, on, &contact, fault);

	*ret_name = NULL;
	if (status == OK)
		status = access_name(journal->db, journal->register_id, contact.contact, journal->arena,
		                     ret_name, fault);
	return status == NOT_FOUND ? OK : status;
}

enum status desk_write_confirmation(struct journal *journal, const struct journal_fact *cause, void *item,
                                    bool *ret_follows, struct fault *fault)
{
	const struct report *report = cause->item;
	struct arena *arena = journal->arena;
	const struct term_step *steps = report->steps.items;
	struct letter_values values = { 0 },
			     *step_values = ARENA_MANY(arena, report->steps.count + 1, struct letter_values);
	const struct letter_list list = { "steps", "step", step_values, report->steps.count };
	const struct letter_filling filling = { &values, &list, 1 };
	const char *contact;
	enum status status =
		access_name(journal->db, journal->register_id, report->contact, arena, &contact, fault);

	if (status)
		return status;
	for (size_t i = 0; i < report->steps.count; i++)
		letter_value(&step_values[i], "step", term_step_words(&steps[i], "nl", arena));
	letter_value(&values, "received_on", calendar_date_words(report->received_on, "nl", false, arena));
	letter_value(&values, "asked", report->asked);
	letter_value(&values, "contact", contact);
	letter_value(&values, "due_on", calendar_date_words(report->due_on, "nl", true, arena));
	letter_value(&values, "plan_until", calendar_date_words(report->plan_until, "nl", true, arena));
	letter_begin(item, "confirmation", cause, clock_today(journal->clock), "", arena);
	((struct letter *)item)->contact = contact;
	*ret_follows = true;
	return letter_fill(journal, item, "confirmation", &filling, fault);
}
