/* SPDX-License-Identifier: EUPL-1.2 */
/* Incidents at the door, and as they are kept. */
#include <string.h>

#include "common/calendar/calendar.h"
#include "common/person/vault.h"
#include "common/scheme/chain.h"
#include "platform/base/words.h"
#include "practice/assignment/delivery.h"
#include "practice/safety/incident.h"
#include "safety_sql.h"

/* Without delay, which in practice is: within three working days of finding it (Wmo 2015, art. 3.4). */
#define NOTICE_WORKING_DAYS 3
#define INQUIRY_DAYS 42

static const struct field incident_line_fields[] = {
	FIELD(struct incident_line, incident),      FIELD(struct incident_line, person),
	FIELD(struct incident_line, assignment),    FIELD(struct incident_line, party),
	FIELD(struct incident_line, sort),          FIELD(struct incident_line, words),
	FIELD(struct incident_line, outcome),       FIELD(struct incident_line, measures),
	FIELD(struct incident_line, happened_on),   FIELD(struct incident_line, known_on),
	FIELD(struct incident_line, notice_due_on), FIELD(struct incident_line, inquiry_due_on),
	FIELD(struct incident_line, concluded_on),
};
const struct record incident_line_record =
	RECORD(struct incident_line, "incident_line", incident_line_fields);

static const struct field incident_telling_fields[] = {
	FIELD(struct incident_telling, place),
	FIELD(struct incident_telling, who),
	FIELD(struct incident_telling, told_on),
};
const struct record incident_telling_record =
	RECORD(struct incident_telling, "incident_telling", incident_telling_fields);

/* Who came on the day it happened; an assignment of somebody else is not known. */
static enum status find_help(struct journal *journal, struct incident *incident, struct fault *fault)
{
	struct records deliveries = { 0 };
	const struct delivery *help;
	enum status status = deliveries_of(journal, incident->person, &deliveries, fault);

	help = status == OK ? delivery_on(&deliveries, incident->assignment, incident->happened_on) : NULL;
	incident->situation.is_known = help != NULL;
	incident->party = help == NULL ? "" : help->deliverer;
	return status;
}

static bool has_text(const struct texts *texts, const char *text)
{
	for (size_t i = 0; i < texts->count; i++)
		if (strcmp(texts->items[i], text) == 0)
			return true;
	return false;
}

/* Every party above whoever came hears of it, then the supervisor. */
static struct texts who_hears(const struct journal *journal, const char *party, struct date on)
{
	struct texts above = chain_above(journal->schemes, journal->register_id, party, on, journal->arena);
	struct texts told = { .items = ARENA_MANY(journal->arena, above.count + 1, const char *) };

	for (size_t i = 0; i < above.count; i++)
		if (strcmp(above.items[i], party) != 0)
			told.items[told.count++] = above.items[i];
	told.items[told.count++] = INCIDENT_SUPERVISOR;
	return told;
}

/* Whether whoever is at the door is not a provider, or is one that answers for who came. */
static bool answers_for(const struct journal *journal, const char *party, struct date on)
{
	struct texts above;

	if (journal->party == NULL || journal->party[0] == '\0')
		return true;
	above = chain_above(journal->schemes, journal->register_id, party, on, journal->arena);
	return strcmp(journal->party, party) == 0 || has_text(&above, journal->party);
}

static enum status prepare_incident(struct journal *journal, struct journal_fact *fact,
                                    struct findings *findings, struct fault *fault)
{
	struct incident *incident = fact->item;
	struct identity client;
	enum status status;

	(void)findings;
	fact->valid_on = incident->known_on;
	incident->party = "";
	incident->situation.today = clock_today(journal->clock);
	status = vault_identity(journal, incident->person, &client, fault);
	incident->situation.is_known = status == OK;
	if (status == OK && incident->assignment != 0)
		status = find_help(journal, incident, fault);
	if (status != OK && status != NOT_FOUND)
		return status;
	incident->situation.is_own = answers_for(journal, incident->party, incident->known_on);
	incident->told = who_hears(journal, incident->party, incident->known_on);
	incident->notice_due_on =
		calendar_working_day_after(journal->calendar, incident->known_on, NOTICE_WORKING_DAYS);
	incident->inquiry_due_on = date_add_days(incident->known_on, INQUIRY_DAYS);
	return OK;
}

static enum status apply_incident(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                  struct arena *arena, struct fault *fault)
{
	const struct incident *incident = fact->item;
	const struct value values[] = {
		value_number(register_id),
		value_number(fact->fact),
		value_number(incident->person),
		value_number(incident->assignment),
		value_text(incident->party == NULL ? "" : incident->party),
		value_text(incident->sort),
		value_text(incident->words),
		value_date(incident->happened_on),
		value_date(incident->known_on),
		value_date(incident->notice_due_on),
		value_date(incident->inquiry_due_on),
	};
	enum status status = db_run(db, &sql_safety_add_incident, values, COUNT(values), fault);

	(void)arena;
	for (size_t i = 0; status == OK && i < incident->told.count; i++) {
		const struct value telling[] = { value_number(register_id), value_number(fact->fact),
			                         value_number((int64_t)i),
			                         value_text(incident->told.items[i]) };

		status = db_run(db, &sql_safety_add_telling, telling, COUNT(telling), fault);
	}
	return status;
}

static enum status load_incident(struct journal *journal, int64_t incident, struct incident_line *ret_line,
                                 struct incident_turn_situation *ret_situation, struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_number(incident) };
	struct records found;
	enum status status =
		db_list(journal->db, &sql_safety_incident, values, COUNT(values),
	                &(struct db_list){ &incident_line_record, journal->arena, &found }, fault);

	*ret_situation = (struct incident_turn_situation){ .today = clock_today(journal->clock) };
	if (status != OK || found.count == 0)
		return status;
	*ret_line = *(const struct incident_line *)found.items;
	ret_situation->is_known = true;
	ret_situation->known_on = ret_line->known_on;
	ret_situation->is_due = ret_line->outcome[0] == '\0';
	ret_situation->is_own = answers_for(journal, ret_line->party, ret_line->known_on);
	return OK;
}

static enum status prepare_told(struct journal *journal, struct journal_fact *fact, struct findings *findings,
                                struct fault *fault)
{
	struct incident_told *told = fact->item;
	struct incident_line line = { 0 };
	struct records tellings = { 0 };
	const struct incident_telling *items;
	enum status status = load_incident(journal, told->incident, &line, &told->situation, fault);

	(void)findings;
	fact->valid_on = told->told_on;
	if (status == OK)
		status = incident_tellings(journal, told->incident, DATE_LAST, &tellings, fault);
	told->situation.is_due = false;
	items = tellings.items;
	for (size_t i = 0; i < tellings.count; i++)
		if (strcmp(items[i].who, told->who) == 0 && !date_is(items[i].told_on))
			told->situation.is_due = true;
	return status;
}

static enum status apply_told(struct db *db, int64_t register_id, const struct journal_fact *fact,
                              struct arena *arena, struct fault *fault)
{
	const struct incident_told *told = fact->item;
	const struct value values[] = { value_number(register_id), value_number(told->incident),
		                        value_text(told->who), value_date(told->told_on) };

	(void)arena;
	return db_run(db, &sql_safety_tell, values, COUNT(values), fault);
}

static enum status prepare_concluded(struct journal *journal, struct journal_fact *fact,
                                     struct findings *findings, struct fault *fault)
{
	struct incident_concluded *concluded = fact->item;
	struct incident_line line = { 0 };

	(void)findings;
	fact->valid_on = concluded->concluded_on;
	return load_incident(journal, concluded->incident, &line, &concluded->situation, fault);
}

static enum status apply_concluded(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                   struct arena *arena, struct fault *fault)
{
	const struct incident_concluded *concluded = fact->item;
	const struct value values[] = { value_number(register_id), value_number(concluded->incident),
		                        value_date(concluded->concluded_on), value_text(concluded->outcome),
		                        value_text(concluded->measures) };

	(void)arena;
	return db_run(db, &sql_safety_conclude, values, COUNT(values), fault);
}

const struct journal_kind incident_reported_kind = {
	.name = "incident_reported",
	.title = WORDS("Voorval melden"),
	.done = WORDS("Voorval gemeld"),
	.sort = KIND_ACT,
	.corner = CORNER_PRACTICE,
	.permission = MAY_REPORT | MAY_DELIVER | MAY_HANDLE_SAFETY,
	.record = &incident_record,
	.prepare = prepare_incident,
	.rules = incident_rules,
	.rules_count = INCIDENT_RULES_COUNT,
	.apply = apply_incident,
	.is_apart = true,
};

const struct journal_kind incident_told_kind = {
	.name = "incident_told",
	.title = WORDS("Vastleggen wie is ingelicht"),
	.done = WORDS("Ingelicht over een voorval"),
	.sort = KIND_ACT,
	.corner = CORNER_PRACTICE,
	.permission = MAY_DELIVER | MAY_HANDLE_SAFETY,
	.record = &incident_told_record,
	.prepare = prepare_told,
	.rules = incident_told_rules,
	.rules_count = INCIDENT_TOLD_RULES_COUNT,
	.apply = apply_told,
	.page = "/incidents",
	.is_apart = true,
};

const struct journal_kind incident_concluded_kind = {
	.name = "incident_concluded",
	.title = WORDS("Onderzoek van een voorval afronden"),
	.done = WORDS("Onderzoek van een voorval afgerond"),
	.sort = KIND_ACT,
	.corner = CORNER_PRACTICE,
	.permission = MAY_DELIVER | MAY_HANDLE_SAFETY,
	.record = &incident_concluded_record,
	.prepare = prepare_concluded,
	.rules = incident_concluded_rules,
	.rules_count = INCIDENT_CONCLUDED_RULES_COUNT,
	.apply = apply_concluded,
	.page = "/incidents",
	.is_apart = true,
};

/* --- as it is kept --- */

enum status incidents_in_state(struct journal *journal, const struct incidents_asked *asked,
                               struct records *ret_lines, struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_date(asked->on),
		                        value_text(asked->state),
		                        value_number(asked->before == 0 ? INT64_MAX : asked->before),
		                        value_text(asked->party) };
	enum status status =
		db_list(journal->db, &sql_safety_incidents, values, COUNT(values),
	                &(struct db_list){ &incident_line_record, journal->arena, ret_lines }, fault);
	struct incident_line *items = ret_lines->items;

	for (size_t i = 0; status == OK && i < ret_lines->count; i++)
		if (date_before(asked->on, items[i].concluded_on)) {
			items[i].concluded_on = (struct date){ 0 };
			items[i].outcome = items[i].measures = "";
		}
	return status;
}

enum status incidents_count(struct journal *journal, const struct incidents_asked *asked, int64_t *ret_count,
                            struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_date(asked->on),
		                        value_text(asked->state), value_text(asked->party) };
	enum status status =
		db_one(journal->db, &sql_safety_incidents_count, values, COUNT(values), &rows, fault);

	*ret_count = status == OK ? db_number(&rows, 0) : 0;
	return status;
}

enum status incident_tellings(struct journal *journal, int64_t incident, struct date on,
                              struct records *ret_tellings, struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_number(incident) };
	enum status status =
		db_list(journal->db, &sql_safety_tellings, values, COUNT(values),
	                &(struct db_list){ &incident_telling_record, journal->arena, ret_tellings }, fault);
	struct incident_telling *items = ret_tellings->items;

	for (size_t i = 0; status == OK && i < ret_tellings->count; i++)
		if (date_before(on, items[i].told_on) || items[i].told_on.day == DATE_LAST.day)
			items[i].told_on = (struct date){ 0 };
	return status;
}
