/* SPDX-License-Identifier: EUPL-1.2 */
/* The kinds of report: declined, paused, resumed, stopped, and the last one withdrawn. */
#include <string.h>

#include "contract/exchange/message_care.h"
#include "contract/exchange/message_codes.h"
#include "contract/exchange/report.h"
#include "exchange_sql.h"
#include "platform/base/words.h"

/* Where a report came from; a page gives none of it. */
#define SOURCE_FIELDS(type_)                                                                                 \
	FIELD(type_, message, .flags = FIELD_BY_DOOR), FIELD(type_, sender, .flags = FIELD_BY_DOOR),         \
		FIELD(type_, content_mark, .flags = FIELD_BY_DOOR)
#define WHOSE_FIELDS(type_)                                                                                  \
	FIELD(type_, person, .label = WORDS("Persoon"), .required = true),                                   \
		FIELD(type_, assignment, .label = WORDS("Opdracht"), .required = true)
#define SOURCE_OF(report_, kind_of_message_)                                                                 \
	.kind_of_message = (kind_of_message_), .message = (report_)->message, .sender = (report_)->sender,   \
	.content_mark = (report_)->content_mark

static struct date day_after(struct date day)
{
	return date_is(day) ? date_add_days(day, 1) : day;
}

/* Nothing stops before it began: a stop is about a day on which care ran (iWmo 3.2, TR018). */
static void check_after_start(const struct order_line *order, struct date last_day, const char *field,
                              struct findings *findings)
{
	if (date_is(order->started_on) && date_before(last_day, order->started_on))
		(void)findings_add(findings, "report-before-start", field,
		                   WORDS("Op deze dag was de ondersteuning nog niet begonnen."));
}

/* --- declined --- */

const struct choice decline_reasons[] = {
	{ "no_staff", WORDS("wij hebben niemand die kan komen") },
	{ "full", WORDS("wij zitten vol") },
	{ "too_far", WORDS("het adres is te ver weg") },
	{ "not_ours", WORDS("wij leveren deze ondersteuning niet") },
	{ "other", WORDS("een andere reden") },
	{ NULL, NULL },
};

static const struct field order_declined_fields[] = {
	WHOSE_FIELDS(struct order_declined),
	FIELD(struct order_declined, reason, .label = WORDS("Waarom neemt u de opdracht niet aan?"),
	      .required = true, .choices = decline_reasons),
	FIELD(struct order_declined, words, .label = WORDS("Wat moet de gemeente nog weten?"),
	      .hint = WORDS("Schrijf niets over de gezondheid van de inwoner."), .flags = FIELD_LONG,
	      .max_chars = 1000),
	FIELD(struct order_declined, party, .flags = FIELD_BY_DOOR),
	FIELD(struct order_declined, product, .flags = FIELD_BY_DOOR),
};
static const struct record order_declined_record =
	RECORD(struct order_declined, "order_declined", order_declined_fields);

static enum status prepare_declined(struct journal *journal, struct journal_fact *fact,
                                    struct findings *findings, struct fault *fault)
{
	struct order_declined *declined = fact->item;
	struct order_line order = { 0 };
	enum status status = order_of(journal, declined->assignment, &order, fault);

	if (status != OK && status != NOT_FOUND)
		return status;
	fact->valid_on = clock_today(journal->clock);
	if (status == NOT_FOUND || order.person != declined->person) {
		(void)findings_add(findings, "report-order", "assignment",
		                   WORDS("Deze opdracht is er niet, of is van iemand anders."));
		return OK;
	}
	declined->party = order.party;
	declined->product = order.product;
	declined->is_open = (strcmp(order.state, "placed") == 0 || strcmp(order.state, "sent") == 0) &&
	                    !date_is(order.answered_on) && !date_is(order.ended_on);
	declined->is_in_time = !date_before(order_answer_due(journal->calendar, &order), fact->valid_on);
	return OK;
}

static bool is_open(const void *item)
{
	return ((const struct order_declined *)item)->is_open;
}

static bool is_in_time(const void *item)
{
	const struct order_declined *declined = item;

	return !declined->is_open || declined->is_in_time;
}

static bool says_why(const void *item)
{
	const struct order_declined *declined = item;

	return strcmp(declined->reason, "other") != 0 || has_words(declined->words);
}

const struct journal_rule decline_rules[DECLINE_RULES_COUNT] = {
	{ "decline-open", "assignment",
	  WORDS("Deze opdracht staat niet meer open: u nam haar al aan, of de ondersteuning is al begonnen. "
	        "Bel de gemeente."),
	  "", is_open },
	{ "decline-in-time", "assignment",
	  WORDS("Een opdracht weigeren kan tot drie werkdagen nadat u haar kreeg. Bel de gemeente."),
	  "iWmo 3.2, OP090", is_in_time },
	{ "decline-words", "words", WORDS("Schrijf op wat de reden is."), "", says_why },
};

static enum status apply_declined(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                  struct arena *arena, struct fault *fault)
{
	const struct order_declined *declined = fact->item;
	const struct report_kept kept = { .assignment = declined->assignment,
		                          .sort = "declined",
		                          .state = "declined",
		                          .reason = declined->reason,
		                          .from_day = fact->valid_on };

	(void)arena;
	return report_keep(db, register_id, fact->fact, &kept, fault);
}

const struct journal_kind order_declined_kind = {
	.name = "order_declined",
	.title = WORDS("Opdracht niet aannemen"),
	.done = WORDS("Aanbieder neemt de opdracht niet aan"),
	.sort = KIND_ACT,
	.corner = CORNER_CONTRACT,
	.permission = MAY_DELIVER,
	.record = &order_declined_record,
	.prepare = prepare_declined,
	.rules = decline_rules,
	.rules_count = DECLINE_RULES_COUNT,
	.apply = apply_declined,
	.ends_task = "order-refused",
};

/* --- paused --- */

const struct choice pause_reasons[] = {
	{ "hospital", WORDS("de cliënt ligt in het ziekenhuis") },
	{ "respite", WORDS("de cliënt is tijdelijk ergens anders") },
	{ "asked", WORDS("de cliënt vraagt het") },
	{ "no_worker", WORDS("er kan niemand komen") },
	{ "other", WORDS("een andere reden") },
	{ NULL, NULL },
};

static const struct field pause_reported_fields[] = {
	WHOSE_FIELDS(struct pause_reported),
	FIELD(struct pause_reported, last_day, .label = WORDS("Laatste dag met ondersteuning"),
	      .required = true),
	FIELD(struct pause_reported, reason, .label = WORDS("Waarom stopt het tijdelijk?"),
	      .choices = pause_reasons),
	FIELD(struct pause_reported, expected_on, .label = WORDS("Wanneer gaat het verder?"),
	      .hint = WORDS("Laat leeg als dat nog niet bekend is.")),
	SOURCE_FIELDS(struct pause_reported),
	FIELD(struct pause_reported, paused_on, .flags = FIELD_BY_DOOR),
};
static const struct record pause_reported_record =
	RECORD(struct pause_reported, "pause_reported", pause_reported_fields);

static enum status prepare_pause(struct journal *journal, struct journal_fact *fact,
                                 struct findings *findings, struct fault *fault)
{
	struct pause_reported *pause = fact->item;
	struct order_line order;
	enum status status =
		report_look(journal,
	                    &(struct report_seen){ pause->person, pause->assignment, pause->message,
	                                           pause->last_day, ORDER_STARTED },
	                    &order, findings, fault);

	if (status)
		return status;
	pause->paused_on = day_after(pause->last_day);
	fact->valid_on = pause->paused_on;
	check_after_start(&order, pause->last_day, "last_day", findings);
	if (date_is(pause->expected_on) && date_before(pause->expected_on, pause->paused_on))
		(void)findings_add(findings, "report-expected", "expected_on",
		                   WORDS("Deze dag ligt voor de stop."));
	return OK;
}

static enum status apply_pause(struct db *db, int64_t register_id, const struct journal_fact *fact,
                               struct arena *arena, struct fault *fault)
{
	const struct pause_reported *pause = fact->item;
	const struct report_kept kept = { .assignment = pause->assignment,
		                          .sort = "paused",
		                          .state = "paused",
		                          .reason = pause->reason,
		                          .from_day = pause->paused_on,
		                          SOURCE_OF(pause, "WMO307") };

	(void)arena;
	return report_keep(db, register_id, fact->fact, &kept, fault);
}

const struct journal_kind pause_reported_kind = {
	.name = "pause_reported",
	.title = WORDS("Tijdelijke stop melden"),
	.done = WORDS("Aanbieder meldt een tijdelijke stop"),
	.sort = KIND_NOTICE,
	.corner = CORNER_CONTRACT,
	.permission = MAY_CARRY_MESSAGES | MAY_DELIVER,
	.record = &pause_reported_record,
	.prepare = prepare_pause,
	.apply = apply_pause,
};

/* --- resumed --- */

static const struct field resume_reported_fields[] = {
	WHOSE_FIELDS(struct resume_reported),
	FIELD(struct resume_reported, resumed_on, .label = WORDS("Eerste dag waarop het weer gaat"),
	      .required = true),
	SOURCE_FIELDS(struct resume_reported),
};
static const struct record resume_reported_record =
	RECORD(struct resume_reported, "resume_reported", resume_reported_fields);

static enum status prepare_resume(struct journal *journal, struct journal_fact *fact,
                                  struct findings *findings, struct fault *fault)
{
	struct resume_reported *resume = fact->item;
	struct records reports = { 0 };
	const struct report_line *last;
	struct order_line order;
	enum status status =
		report_look(journal,
	                    &(struct report_seen){ resume->person, resume->assignment, resume->message,
	                                           resume->resumed_on, ORDER_PAUSED | ORDER_STOPPED },
	                    &order, findings, fault);

	if (status == OK)
		status = reports_of(journal, resume->assignment, &reports, fault);
	if (status)
		return status;
	fact->valid_on = resume->resumed_on;
	last = report_last(&reports);
	if (last != NULL && date_before(resume->resumed_on, last->from_day))
		(void)findings_add(findings, "report-before-stop", "resumed_on",
		                   WORDS("Deze dag ligt voor de stop."));
	return OK;
}

static enum status apply_resume(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                struct arena *arena, struct fault *fault)
{
	const struct resume_reported *resume = fact->item;
	const struct report_kept kept = { .assignment = resume->assignment,
		                          .sort = "resumed",
		                          .state = "started",
		                          .from_day = resume->resumed_on,
		                          SOURCE_OF(resume, "WMO305") };

	(void)arena;
	return report_keep(db, register_id, fact->fact, &kept, fault);
}

const struct journal_kind resume_reported_kind = {
	.name = "resume_reported",
	.title = WORDS("Melden dat de ondersteuning verdergaat"),
	.done = WORDS("Aanbieder meldt dat de ondersteuning verdergaat"),
	.sort = KIND_NOTICE,
	.corner = CORNER_CONTRACT,
	.permission = MAY_CARRY_MESSAGES | MAY_DELIVER,
	.record = &resume_reported_record,
	.prepare = prepare_resume,
	.apply = apply_resume,
};

/* --- stopped --- */

/* Code list WMO588 without 20, which is a pause. */
const struct choice stop_reasons[] = {
	{ "19", WORDS("de ondersteuning is klaar, zoals gepland") },
	{ "02", WORDS("de cliënt is overleden") },
	{ "21", WORDS("de cliënt wil niet verder") },
	{ "22", WORDS("wij kunnen niet verder") },
	{ "23", WORDS("cliënt en aanbieder spraken af eerder te stoppen") },
	{ "31", WORDS("de cliënt is verhuisd") },
	{ "36", WORDS("de gemeente besloot het") },
	{ "37", WORDS("de toewijzing verandert op ons verzoek") },
	{ "38", WORDS("een andere aanbieder gaat verder") },
	{ "39", WORDS("de cliënt valt nu onder een andere wet") },
	{ NULL, NULL },
};

static const struct field stop_reported_fields[] = {
	WHOSE_FIELDS(struct stop_reported),
	FIELD(struct stop_reported, last_day, .label = WORDS("Laatste dag met ondersteuning"),
	      .required = true),
	FIELD(struct stop_reported, reason, .label = WORDS("Waarom stopt de ondersteuning?"),
	      .required = true, .choices = stop_reasons),
	SOURCE_FIELDS(struct stop_reported),
	FIELD(struct stop_reported, stopped_on, .flags = FIELD_BY_DOOR),
};
static const struct record stop_reported_record =
	RECORD(struct stop_reported, "stop_reported", stop_reported_fields);

static enum status prepare_stop(struct journal *journal, struct journal_fact *fact, struct findings *findings,
                                struct fault *fault)
{
	struct stop_reported *stop = fact->item;
	struct records reports = { 0 };
	const struct report_line *last;
	struct order_line order;
	enum status status =
		report_look(journal,
	                    &(struct report_seen){ stop->person, stop->assignment, stop->message,
	                                           stop->last_day, ORDER_STARTED | ORDER_PAUSED },
	                    &order, findings, fault);

	if (status == OK)
		status = reports_of(journal, stop->assignment, &reports, fault);
	if (status)
		return status;
	stop->stopped_on = day_after(stop->last_day);
	fact->valid_on = stop->stopped_on;
	check_after_start(&order, stop->last_day, "last_day", findings);
	last = report_last(&reports);
	if (last != NULL && strcmp(last->state, "paused") == 0 &&
	    date_before(stop->stopped_on, last->from_day))
		(void)findings_add(findings, "report-before-stop", "last_day",
		                   WORDS("Deze dag ligt voor de stop."));
	return OK;
}

static enum status apply_stop(struct db *db, int64_t register_id, const struct journal_fact *fact,
                              struct arena *arena, struct fault *fault)
{
	const struct stop_reported *stop = fact->item;
	const struct report_kept kept = { .assignment = stop->assignment,
		                          .sort = "stopped",
		                          .state = "stopped",
		                          .reason = stop->reason,
		                          .from_day = stop->stopped_on,
		                          SOURCE_OF(stop, "WMO307") };

	(void)arena;
	return report_keep(db, register_id, fact->fact, &kept, fault);
}

const struct journal_kind stop_reported_kind = {
	.name = "stop_reported",
	.title = WORDS("Stop melden"),
	.done = WORDS("Aanbieder meldt dat de ondersteuning stopt"),
	.sort = KIND_NOTICE,
	.corner = CORNER_CONTRACT,
	.permission = MAY_CARRY_MESSAGES | MAY_DELIVER,
	.record = &stop_reported_record,
	.prepare = prepare_stop,
	.apply = apply_stop,
};

/* --- the last one withdrawn --- */

static const struct field report_withdrawn_fields[] = {
	WHOSE_FIELDS(struct report_withdrawn),
	SOURCE_FIELDS(struct report_withdrawn),
	FIELD(struct report_withdrawn, sort, .flags = FIELD_BY_DOOR),
	FIELD(struct report_withdrawn, state, .flags = FIELD_BY_DOOR),
	FIELD(struct report_withdrawn, report, .flags = FIELD_BY_DOOR),
	FIELD(struct report_withdrawn, undoes, .flags = FIELD_BY_DOOR),
	FIELD(struct report_withdrawn, undoes_start, .flags = FIELD_BY_DOOR),
	FIELD(struct report_withdrawn, undoes_day, .flags = FIELD_BY_DOOR),
};
static const struct record report_withdrawn_record =
	RECORD(struct report_withdrawn, "report_withdrawn", report_withdrawn_fields);

/* Where the order stood before the last report. */
static const char *state_before(const struct records *reports, const struct report_line *last)
{
	struct records before = *reports;
	const struct report_line *line;

	before.count = (size_t)(last - (const struct report_line *)reports->items);
	line = report_last(&before);
	return line == NULL ? NULL : line->state;
}

static bool is_start_of(const struct report_line *line)
{
	return strcmp(line->sort, "started") == 0 || strcmp(line->sort, "resumed") == 0;
}

/* The start that a report is, or that it ends. */
static struct date start_of(const struct records *reports, const struct report_line *line)
{
	const struct report_line *items = reports->items;

	for (; line >= items; line--)
		if (is_start_of(line))
			return line->from_day;
	return (struct date){ 0 };
}

/* What the municipality was told in a message is deleted by one (status 3); what it refused counts as not
 * sent. */
static enum status look_at_message(struct journal *journal, const struct records *reports,
                                   const struct report_line *last, struct report_withdrawn *withdrawn,
                                   struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id),
		                        value_number(withdrawn->assignment), value_number(last->fact) };
	enum status status =
		db_one(journal->db, &sql_exchange_report_left, values, COUNT(values), &rows, fault);

	if (status != OK)
		return status == NOT_FOUND ? OK : status;
	withdrawn->undoes_start = start_of(reports, last);
	withdrawn->undoes_day = last->from_day;
	withdrawn->undoes = strcmp(last->sort, "paused") == 0 ? MESSAGE_STOP_FOR_A_WHILE : last->reason;
	if (is_start_of(last))
		withdrawn->undoes = REPORT_UNDOES_START;
	return OK;
}

static enum status prepare_withdrawn(struct journal *journal, struct journal_fact *fact,
                                     struct findings *findings, struct fault *fault)
{
	struct report_withdrawn *withdrawn = fact->item;
	struct records reports = { 0 };
	const struct report_line *last;
	struct order_line order;
	enum status status =
		report_look(journal,
	                    &(struct report_seen){ .person = withdrawn->person,
	                                           .assignment = withdrawn->assignment,
	                                           .message = withdrawn->message,
	                                           .states = ORDER_STARTED | ORDER_PAUSED | ORDER_STOPPED },
	                    &order, findings, fault);

	if (status == OK)
		status = reports_of(journal, withdrawn->assignment, &reports, fault);
	last = report_last(&reports);
	if (status != OK || last == NULL)
		return status;
	withdrawn->sort = last->sort;
	withdrawn->report = last->fact;
	withdrawn->state = state_before(&reports, last);
	return look_at_message(journal, &reports, last, withdrawn, fault);
}

/* The report itself is no more; that it was withdrawn stays, and says by which message. */
static enum status apply_withdrawn(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                   struct arena *arena, struct fault *fault)
{
	const struct report_withdrawn *withdrawn = fact->item;
	bool is_start = strcmp(withdrawn->sort, "started") == 0 || strcmp(withdrawn->sort, "resumed") == 0;
	const struct report_kept kept = { .assignment = withdrawn->assignment,
		                          .sort = "withdrawn",
		                          .reason = withdrawn->sort,
		                          .from_day = fact->valid_on,
		                          SOURCE_OF(withdrawn, is_start ? "WMO305" : "WMO307") };
	const struct value values[] = { value_number(register_id), value_number(withdrawn->assignment),
		                        value_number(withdrawn->report) };
	const struct value undoes[] = { value_number(register_id),
		                        value_number(withdrawn->assignment),
		                        value_number(fact->fact),
		                        value_text_or_empty(withdrawn->undoes),
		                        value_date(withdrawn->undoes_start),
		                        value_date(withdrawn->undoes_day) };
	enum status status = db_run(db, &sql_exchange_drop_report, values, COUNT(values), fault);

	(void)arena;
	if (status == OK)
		status = report_keep(db, register_id, fact->fact, &kept, fault);
	if (status != OK || !has_words(withdrawn->undoes))
		return status;
	return db_run(db, &sql_exchange_set_undoes, undoes, COUNT(undoes), fault);
}

const struct journal_kind report_withdrawn_kind = {
	.name = "report_withdrawn",
	.title = WORDS("Laatste melding intrekken"),
	.done = WORDS("Aanbieder trekt de laatste melding in"),
	.sort = KIND_NOTICE,
	.corner = CORNER_CONTRACT,
	.permission = MAY_CARRY_MESSAGES | MAY_DELIVER,
	.record = &report_withdrawn_record,
	.prepare = prepare_withdrawn,
	.apply = apply_withdrawn,
};
