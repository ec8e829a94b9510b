/* SPDX-License-Identifier: EUPL-1.2 */
#include "practice/care/care_change.h"

#include <string.h>

#include "care_sql.h"
#include "platform/base/words.h"
#include "practice/assignment/assignment.h"
#include "practice/assignment/ending.h"

#define GAP_BYTES ((size_t)16 * 1024)
#define STOP_AS_PLANNED "19"
#define STOP_BY_PROVIDER "22"

#define WHOSE_FIELDS(type_)                                                                                  \
	FIELD(type_, person, .label = WORDS("Persoon"), .required = true),                                   \
		FIELD(type_, assignment, .label = WORDS("Toewijzing"), .required = true)

static enum status keep_today(struct journal *journal, struct journal_fact *fact, struct findings *findings,
                              struct fault *fault)
{
	(void)findings, (void)fault;
	fact->valid_on = clock_today(journal->clock);
	return OK;
}

/* --- declined --- */

const struct choice care_decline_reasons[] = {
	{ "no_staff", WORDS("er is niemand die kan komen") },
	{ "full", WORDS("de aanbieder zit vol") },
	{ "too_far", WORDS("het adres is te ver weg") },
	{ "not_ours", WORDS("de aanbieder levert deze ondersteuning niet") },
	{ "other", WORDS("een andere reden") },
	{ NULL, NULL },
};

static const struct field care_declined_fields[] = {
	WHOSE_FIELDS(struct care_declined),
	FIELD(struct care_declined, reason, .required = true, .choices = care_decline_reasons),
	FIELD(struct care_declined, words, .flags = FIELD_LONG, .max_chars = 1000),
	FIELD(struct care_declined, party, .required = true),
	FIELD(struct care_declined, product, .required = true),
};
static const struct record care_declined_record =
	RECORD(struct care_declined, "care_declined", care_declined_fields);

/* There is always something to do: somebody must choose with the resident who comes instead. */
static bool is_taken(const void *item)
{
	(void)item;
	return false;
}

static const struct journal_rule declined_rules[] = {
	{ "care-declined", "assignment",
	  WORDS("De aanbieder neemt deze inwoner niet aan. Kies met de inwoner een andere aanbieder."),
	  "Wmo 2015, art. 2.3.5 lid 3", is_taken },
};

static enum status apply_declined(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                  struct arena *arena, struct fault *fault)
{
	const struct care_declined *declined = fact->item;
	const struct value values[] = {
		value_number(register_id),          value_number(declined->person),
		value_number(declined->assignment), value_text(declined->party),
		value_text(declined->product),      value_date(fact->valid_on),
		value_text(declined->reason),       value_text_or_empty(declined->words)
	};

	(void)arena;
	return db_run(db, &sql_care_add_declined, values, COUNT(values), fault);
}

const struct journal_kind care_declined_kind = {
	.name = "care_declined",
	.title = WORDS("Aanbieder neemt inwoner niet aan"),
	.done = WORDS("Aanbieder neemt de inwoner niet aan; er komt een andere"),
	.sort = KIND_NOTICE,
	.corner = CORNER_PRACTICE,
	.permission = MAY_CARRY_MESSAGES,
	.record = &care_declined_record,
	.prepare = keep_today,
	.rules = declined_rules,
	.rules_count = COUNT(declined_rules),
	.apply = apply_declined,
};

/* --- paused --- */

const struct choice care_pause_reasons[] = {
	{ "hospital", WORDS("ziekenhuisopname") },      { "respite", WORDS("tijdelijk ergens anders") },
	{ "asked", WORDS("op verzoek van de cliënt") }, { "no_worker", WORDS("er kan niemand komen") },
	{ "other", WORDS("een andere reden") },         { NULL, NULL },
};

static const struct field care_pause_fields[] = {
	WHOSE_FIELDS(struct care_pause),
	FIELD(struct care_pause, paused_on, .required = true),
	FIELD(struct care_pause, reason, .choices = care_pause_reasons),
	FIELD(struct care_pause, expected_on),
};
static const struct record care_pause_record = RECORD(struct care_pause, "care_paused", care_pause_fields);

/* A gap that is open ends on the day. */
static enum status open_gap(struct db *db, int64_t register_id, int64_t number, const struct care_gap *gap,
                            struct fault *fault)
{
	const struct value values[] = { value_number(register_id),     value_number(gap->person),
		                        value_number(gap->assignment), value_date(gap->from_day),
		                        value_text(gap->sort),         value_text_or_empty(gap->reason),
		                        value_date(gap->expected_on),  value_number(number) };
	enum status status = db_run(db, &sql_care_close_gap, values, 4, fault);

	return status == OK ? db_run(db, &sql_care_open_gap, values, COUNT(values), fault) : status;
}

static enum status prepare_pause(struct journal *journal, struct journal_fact *fact,
                                 struct findings *findings, struct fault *fault)
{
	(void)journal, (void)findings, (void)fault;
	fact->valid_on = ((struct care_pause *)fact->item)->paused_on;
	return OK;
}

static enum status apply_pause(struct db *db, int64_t register_id, const struct journal_fact *fact,
                               struct arena *arena, struct fault *fault)
{
	const struct care_pause *pause = fact->item;

	(void)arena;
	return open_gap(db, register_id, fact->fact,
	                &(struct care_gap){ .person = pause->person,
	                                    .assignment = pause->assignment,
	                                    .from_day = pause->paused_on,
	                                    .sort = "pause",
	                                    .reason = pause->reason,
	                                    .expected_on = pause->expected_on },
	                fault);
}

const struct journal_kind care_paused_kind = {
	.name = "care_paused",
	.title = WORDS("Ondersteuning stopt tijdelijk"),
	.done = WORDS("Ondersteuning stopt tijdelijk"),
	.sort = KIND_NOTICE,
	.corner = CORNER_PRACTICE,
	.permission = MAY_CARRY_MESSAGES,
	.record = &care_pause_record,
	.prepare = prepare_pause,
	.apply = apply_pause,
};

/* --- resumed --- */

static const struct field care_resume_fields[] = {
	WHOSE_FIELDS(struct care_resume),
	FIELD(struct care_resume, resumed_on, .required = true),
};
static const struct record care_resume_record =
	RECORD(struct care_resume, "care_resumed", care_resume_fields);

static enum status prepare_resume(struct journal *journal, struct journal_fact *fact,
                                  struct findings *findings, struct fault *fault)
{
	(void)journal, (void)findings, (void)fault;
	fact->valid_on = ((struct care_resume *)fact->item)->resumed_on;
	return OK;
}

static enum status apply_resume(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                struct arena *arena, struct fault *fault)
{
	const struct care_resume *resume = fact->item;
	const struct value values[] = { value_number(register_id), value_number(resume->person),
		                        value_number(resume->assignment), value_date(resume->resumed_on) };

	(void)arena;
	return db_run(db, &sql_care_close_gap, values, COUNT(values), fault);
}

const struct journal_kind care_resumed_kind = {
	.name = "care_resumed",
	.title = WORDS("Ondersteuning gaat verder"),
	.done = WORDS("Ondersteuning gaat verder"),
	.sort = KIND_NOTICE,
	.corner = CORNER_PRACTICE,
	.permission = MAY_CARRY_MESSAGES,
	.record = &care_resume_record,
	.prepare = prepare_resume,
	.apply = apply_resume,
	.ends_task = "care-stopped",
};

/* --- stopped --- */

const struct choice care_stop_reasons[] = {
	{ STOP_AS_PLANNED, WORDS("de ondersteuning is klaar, zoals gepland") },
	{ "02", WORDS("de cliënt is overleden") },
	{ "21", WORDS("de cliënt wil niet verder") },
	{ STOP_BY_PROVIDER, WORDS("de aanbieder kan niet verder") },
	{ "23", WORDS("cliënt en aanbieder spraken af eerder te stoppen") },
	{ "31", WORDS("de cliënt is verhuisd") },
	{ "36", WORDS("de gemeente besloot het") },
	{ "37", WORDS("de toewijzing verandert op verzoek van de aanbieder") },
	{ "38", WORDS("een andere aanbieder gaat verder") },
	{ "39", WORDS("de cliënt valt nu onder een andere wet") },
	{ NULL, NULL },
};

static const struct field care_stop_fields[] = {
	WHOSE_FIELDS(struct care_stop),
	FIELD(struct care_stop, stopped_on, .required = true),
	FIELD(struct care_stop, reason, .required = true, .choices = care_stop_reasons),
};
static const struct record care_stop_record = RECORD(struct care_stop, "care_stopped", care_stop_fields);

static enum status prepare_stop(struct journal *journal, struct journal_fact *fact, struct findings *findings,
                                struct fault *fault)
{
	(void)journal, (void)findings, (void)fault;
	fact->valid_on = ((struct care_stop *)fact->item)->stopped_on;
	return OK;
}

/* A right to support does not end because a provider stops: somebody must ask what the resident needs now. */
static bool is_planned(const void *item)
{
	return strcmp(((const struct care_stop *)item)->reason, STOP_AS_PLANNED) == 0;
}

static const struct journal_rule stop_rules[] = {
	{ "care-stopped", "assignment",
	  WORDS("De ondersteuning is gestopt, en het besluit loopt nog. Bel de inwoner."),
	  "Wmo 2015, art. 2.3.9 en 2.3.10", is_planned },
};

static enum status apply_stop(struct db *db, int64_t register_id, const struct journal_fact *fact,
                              struct arena *arena, struct fault *fault)
{
	const struct care_stop *stop = fact->item;

	(void)arena;
	return open_gap(db, register_id, fact->fact,
	                &(struct care_gap){ .person = stop->person,
	                                    .assignment = stop->assignment,
	                                    .from_day = stop->stopped_on,
	                                    .sort = "stop",
	                                    .reason = stop->reason },
	                fault);
}

const struct journal_kind care_stopped_kind = {
	.name = "care_stopped",
	.title = WORDS("Ondersteuning gestopt"),
	.done = WORDS("Ondersteuning gestopt"),
	.sort = KIND_NOTICE,
	.corner = CORNER_PRACTICE,
	.permission = MAY_CARRY_MESSAGES,
	.record = &care_stop_record,
	.prepare = prepare_stop,
	.rules = stop_rules,
	.rules_count = COUNT(stop_rules),
	.apply = apply_stop,
};

/* --- what follows for the assignment --- */

/* The assignment of that number; ret_follows false when it is no more, or ends by then anyway. */
static enum status end_assignment(struct journal *journal, const struct assignment_end *end,
                                  struct assignment_end *ret_end, bool *ret_follows, struct fault *fault)
{
	struct records lines = { 0 };
	const struct assignment_line *items;
	enum status status = assignments_of(journal, end->person, &lines, fault);

	*ret_follows = false;
	items = lines.items;
	for (size_t i = 0; status == OK && i < lines.count; i++) {
		if (items[i].assignment != end->assignment)
			continue;
		*ret_end = *end;
		if (!date_is(end->ended_on))
			ret_end->ended_on = items[i].valid_from;
		*ret_follows = date_before(ret_end->ended_on, items[i].valid_until);
	}
	return status;
}

enum status care_declined_end(struct journal *journal, const struct journal_fact *cause, void *item,
                              bool *ret_follows, struct fault *fault)
{
	const struct care_declined *declined = cause->item;

	return end_assignment(journal,
	                      &(struct assignment_end){ .person = declined->person,
	                                                .assignment = declined->assignment,
	                                                .because = "declined" },
	                      item, ret_follows, fault);
}

enum status care_stopped_end(struct journal *journal, const struct journal_fact *cause, void *item,
                             bool *ret_follows, struct fault *fault)
{
	const struct care_stop *stop = cause->item;

	*ret_follows = false;
	if (strcmp(stop->reason, STOP_BY_PROVIDER) != 0)
		return OK;
	return end_assignment(journal,
	                      &(struct assignment_end){ .person = stop->person,
	                                                .assignment = stop->assignment,
	                                                .ended_on = stop->stopped_on,
	                                                .because = "stopped" },
	                      item, ret_follows, fault);
}

/* --- withdrawn --- */

static const struct field care_withdrawn_fields[] = {
	WHOSE_FIELDS(struct care_withdrawn),
	FIELD(struct care_withdrawn, sort, .required = true),
	FIELD(struct care_withdrawn, state),
};
static const struct record care_withdrawn_record =
	RECORD(struct care_withdrawn, "care_withdrawn", care_withdrawn_fields);

/* A start that did not happen; a resumption that did not: the gap goes on; a stop that did not: its gap goes,
 * and a pause that it ended goes on. */
static enum status apply_withdrawn(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                   struct arena *arena, struct fault *fault)
{
	const struct care_withdrawn *withdrawn = fact->item;
	const struct value values[] = { value_number(register_id), value_number(withdrawn->person),
		                        value_number(withdrawn->assignment) };
	enum status status;

	(void)arena;
	if (strcmp(withdrawn->sort, "started") == 0)
		return db_run(db, &sql_care_drop, values, COUNT(values), fault);
	if (strcmp(withdrawn->sort, "resumed") == 0)
		return db_run(db, &sql_care_reopen_gap, values, COUNT(values), fault);
	status = db_run(db, &sql_care_drop_last_gap, values, COUNT(values), fault);
	if (status == OK && has_words(withdrawn->state) && strcmp(withdrawn->state, "paused") == 0)
		status = db_run(db, &sql_care_reopen_gap, values, COUNT(values), fault);
	return status;
}

const struct journal_kind care_withdrawn_kind = {
	.name = "care_withdrawn",
	.title = WORDS("Melding over ondersteuning ingetrokken"),
	.done = WORDS("Laatste melding van de aanbieder ingetrokken"),
	.sort = KIND_NOTICE,
	.corner = CORNER_PRACTICE,
	.permission = MAY_CARRY_MESSAGES,
	.record = &care_withdrawn_record,
	.prepare = keep_today,
	.apply = apply_withdrawn,
	.ends_task = "care-stopped",
};

/* --- followed up --- */

static const struct field stop_followed_fields[] = {
	WHOSE_FIELDS(struct stop_followed),
	FIELD(struct stop_followed, words,
	      .label = WORDS("Wat heeft de inwoner nodig, en wat spraken jullie af?"), .required = true,
	      .flags = FIELD_LONG, .max_chars = 2000),
};
static const struct record stop_followed_record =
	RECORD(struct stop_followed, "stop_followed", stop_followed_fields);

static enum status prepare_followed(struct journal *journal, struct journal_fact *fact,
                                    struct findings *findings, struct fault *fault)
{
	struct stop_followed *followed = fact->item;
	struct records gaps = { 0 };
	const struct care_gap *items;
	enum status status = care_gaps_of(journal, followed->person, &gaps, fault);

	(void)findings;
	fact->valid_on = clock_today(journal->clock);
	items = gaps.items;
	for (size_t i = 0; status == OK && i < gaps.count; i++)
		if (items[i].assignment == followed->assignment && strcmp(items[i].sort, "stop") == 0)
			followed->is_stopped = true;
	return status;
}

static bool is_stopped(const void *item)
{
	return ((const struct stop_followed *)item)->is_stopped;
}

const struct journal_rule stop_followed_rules[STOP_FOLLOWED_RULES_COUNT] = {
	{ "stop-known", "assignment", WORDS("Van deze ondersteuning is geen stop gemeld."), "", is_stopped },
};

const struct journal_kind stop_followed_kind = {
	.name = "stop_followed",
	.title = WORDS("Gesprek na een stop vastleggen"),
	.done = WORDS("Na de stop gesproken met de inwoner"),
	.sort = KIND_ACT,
	.corner = CORNER_PRACTICE,
	.permission = MAY_ASSIGN,
	.record = &stop_followed_record,
	.prepare = prepare_followed,
	.rules = stop_followed_rules,
	.rules_count = STOP_FOLLOWED_RULES_COUNT,
	.ends_task = "care-stopped",
};

/* --- reading --- */

static const struct field care_gap_fields[] = {
	FIELD(struct care_gap, person),      FIELD(struct care_gap, assignment),
	FIELD(struct care_gap, from_day),    FIELD(struct care_gap, until_day),
	FIELD(struct care_gap, sort),        FIELD(struct care_gap, reason),
	FIELD(struct care_gap, expected_on),
};
static const struct record care_gap_record = RECORD(struct care_gap, "care_gap", care_gap_fields);

enum status care_gaps_of(struct journal *journal, int64_t person, struct records *ret_gaps,
                         struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_number(person) };

	return db_list(journal->db, &sql_care_gaps_of, values, COUNT(values),
	               &(struct db_list){ &care_gap_record, journal->arena, ret_gaps }, fault);
}

const struct care_gap *care_gap_on(const struct records *gaps, int64_t assignment, struct date on)
{
	const struct care_gap *items = gaps->items;

	for (size_t i = 0; i < gaps->count; i++)
		if (items[i].assignment == assignment &&
		    date_within(on, items[i].from_day, items[i].until_day))
			return &items[i];
	return NULL;
}

const char *care_gap_reason(const struct care_gap *gap)
{
	if (gap->reason[0] == '\0')
		return "";
	return choice_label(strcmp(gap->sort, "stop") == 0 ? care_stop_reasons : care_pause_reasons,
	                    gap->reason);
}

static const struct field care_declined_line_fields[] = {
	FIELD(struct care_declined_line, assignment),
	FIELD(struct care_declined_line, party),
	FIELD(struct care_declined_line, product),
	FIELD(struct care_declined_line, reason, .choices = care_decline_reasons),
	FIELD(struct care_declined_line, words, .max_chars = 1000),
	FIELD(struct care_declined_line, declined_on),
};
static const struct record care_declined_line_record =
	RECORD(struct care_declined_line, "care_declined_line", care_declined_line_fields);

enum status care_declined_of(struct journal *journal, int64_t person, struct records *ret_lines,
                             struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_number(person) };

	return db_list(journal->db, &sql_care_declined_of, values, COUNT(values),
	               &(struct db_list){ &care_declined_line_record, journal->arena, ret_lines }, fault);
}

enum status care_visit_gaps(struct journal *journal, struct date on, const struct care_gap_visit *visit,
                            struct fault *fault)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new(GAP_BYTES);
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_date(on) };
	enum status status = db_select(journal->db, &sql_care_gaps_on, values, COUNT(values), &rows, fault);

	while (status == OK && (status = db_next(&rows, fault)) == OK) {
		struct care_gap gap = { 0 };

		arena_clear(arena);
		db_record(&rows, &care_gap_record, &gap, arena);
		visit->visit(visit->context, &gap);
	}
	return status == NOT_FOUND ? OK : status;
}
