/* SPDX-License-Identifier: EUPL-1.2 */
/* What every report has: the order that it is about, and the log that says where the order stands. */
#include "contract/exchange/report.h"

#include <string.h>

#include "common/calendar/calendar.h"
#include "exchange_sql.h"
#include "platform/base/words.h"

const struct choice report_sorts[] = {
	{ "answered", WORDS("De aanbieder neemt de opdracht aan.") },
	{ "refused", WORDS("De aanbieder keurt het bericht af.") },
	{ "declined", WORDS("De aanbieder neemt de opdracht niet aan.") },
	{ "started", WORDS("De ondersteuning begint.") },
	{ "paused", WORDS("De ondersteuning stopt tijdelijk.") },
	{ "resumed", WORDS("De ondersteuning gaat verder.") },
	{ "stopped", WORDS("De ondersteuning stopt.") },
	{ "withdrawn", WORDS("De aanbieder trekt de laatste melding in.") },
	{ NULL, NULL },
};

static const struct field report_line_fields[] = {
	FIELD(struct report_line, fact),   FIELD(struct report_line, sort, .choices = report_sorts),
	FIELD(struct report_line, state),  FIELD(struct report_line, from_day),
	FIELD(struct report_line, reason), FIELD(struct report_line, message),
};
static const struct record report_line_record = RECORD(struct report_line, "report_line", report_line_fields);

struct date order_answer_due(const struct calendar *calendar, const struct order_line *order)
{
	struct date day = date_is(order->sent_on) ? order->sent_on : order->placed_on;

	for (int days = 0; days < ANSWER_WORKING_DAYS;) {
		day = date_add_days(day, 1);
		days += calendar_is_working_day(calendar, day);
	}
	return day;
}

enum status reports_of(struct journal *journal, int64_t assignment, struct records *ret_lines,
                       struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_number(assignment) };

	return db_list(journal->db, &sql_exchange_reports, values, COUNT(values),
	               &(struct db_list){ &report_line_record, journal->arena, ret_lines }, fault);
}

const struct report_line *report_last(const struct records *lines)
{
	const struct report_line *items = lines->items, *last = NULL;

	for (size_t i = 0; i < lines->count; i++)
		if (items[i].state[0] != '\0')
			last = &items[i];
	return last;
}

/* --- at the door --- */

static unsigned state_bit(const char *state)
{
	unsigned bit = 1;

	for (const struct choice *choice = order_states; choice->code != NULL; choice++, bit <<= 1)
		if (strcmp(choice->code, state) == 0)
			return bit;
	return 0;
}

/* Why a report does not fit an order, by where the order stands. */
static const char *misfit_words(const char *state)
{
	static const struct choice words[] = {
		{ "placed", WORDS("De ondersteuning is nog niet begonnen. Meld eerst de start.") },
		{ "sent", WORDS("De ondersteuning is nog niet begonnen. Meld eerst de start.") },
		{ "started", WORDS("De ondersteuning loopt al.") },
		{ "paused",
		  WORDS("De ondersteuning is al tijdelijk gestopt. Meld eerst dat zij verdergaat.") },
		{ "stopped", WORDS("De ondersteuning is al gestopt.") },
		{ "declined", WORDS("Deze opdracht is niet aangenomen. Bel de gemeente.") },
		{ NULL, NULL },
	};

	return choice_label(words, state);
}

enum status report_look(struct journal *journal, const struct report_seen *seen, struct order_line *ret_order,
                        struct findings *findings, struct fault *fault)
{
	enum status status = order_of(journal, seen->assignment, ret_order, fault);

	if (status != OK && status != NOT_FOUND)
		return status;
	if (status == NOT_FOUND || ret_order->person != seen->person) {
		(void)findings_add(findings, "report-order", "assignment",
		                   WORDS("Deze opdracht is er niet, of is van iemand anders."));
		return OK;
	}
	if ((state_bit(ret_order->state) & seen->states) == 0)
		(void)findings_add(findings, "report-state", "assignment", "%s",
		                   words_in(journal->language, misfit_words(ret_order->state)));
	if (date_is(seen->day) && date_before(clock_today(journal->clock), seen->day))
		(void)findings_add(findings, "report-day", "",
		                   WORDS("Deze dag moet nog komen. Meld wat er is gebeurd."));
	if (has_words(seen->message) == has_words(journal->party))
		(void)findings_add(findings, "report-way", "",
		                   WORDS("Wie iets meldt, is iemand van de aanbieder, of een bericht."));
	return OK;
}

/* --- the log --- */

enum status report_keep(struct db *db, int64_t register_id, int64_t fact, const struct report_kept *kept,
                        struct fault *fault)
{
	const struct value values[] = { value_number(register_id),
		                        value_number(kept->assignment),
		                        value_number(fact),
		                        value_text(kept->sort),
		                        value_text_or_empty(kept->state),
		                        value_date(kept->from_day),
		                        value_text_or_empty(kept->reason),
		                        value_text_or_empty(kept->message) };
	enum status status = message_remember(db, register_id, fact,
	                                      &(struct message_kept){ kept->sender, kept->kind_of_message,
	                                                              kept->message, kept->content_mark },
	                                      fault);

	if (status == OK)
		status = db_run(db, &sql_exchange_add_report, values, COUNT(values), fault);
	return status == OK ? db_run(db, &sql_exchange_follow_reports, values, 2, fault) : status;
}
