/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/exchange/order.h"

#include "common/person/vault.h"
#include "common/scheme/scheme.h"
#include "contract/exchange/report.h"
#include "exchange_sql.h"
#include "platform/base/words.h"

const struct choice order_states[] = {
	{ "placed", WORDS("te verzenden") },
	{ "sent", WORDS("verzonden") },
	{ "started", WORDS("begonnen") },
	{ "paused", WORDS("tijdelijk gestopt") },
	{ "stopped", WORDS("gestopt") },
	{ "declined", WORDS("niet aangenomen") },
	{ NULL, NULL },
};

static const struct field order_fields[] = {
	FIELD(struct order, person, .label = WORDS("Persoon"), .required = true),
	FIELD(struct order, assignment, .flags = FIELD_BY_DOOR),
	FIELD(struct order, party, .label = WORDS("Aanbieder"), .required = true),
	FIELD(struct order, product, .label = WORDS("Product"), .required = true),
	FIELD(struct order, amount, .label = WORDS("Hoeveel"), .required = true),
	FIELD(struct order, unit, .label = WORDS("Eenheid"), .required = true, .choices = scheme_units),
	FIELD(struct order, frequency, .label = WORDS("Frequentie"), .required = true,
	      .choices = scheme_frequencies),
	FIELD(struct order, from, .label = WORDS("Vanaf"), .required = true),
	FIELD(struct order, last_day, .label = WORDS("Tot en met")),
	FIELD(struct order, decided_at, .label = WORDS("Toegewezen op"), .required = true),
};
static const struct record order_record = RECORD(struct order, "order_placed", order_fields);

static const struct field order_sent_fields[] = {
	FIELD(struct order_sent, person, .label = WORDS("Persoon"), .required = true),
	FIELD(struct order_sent, assignment, .label = WORDS("Opdracht"), .required = true),
	FIELD(struct order_sent, message, .label = WORDS("Bericht"), .required = true),
};
static const struct record order_sent_record = RECORD(struct order_sent, "order_sent", order_sent_fields);

static const struct field order_answered_fields[] = {
	FIELD(struct order_answered, person, .label = WORDS("Persoon"), .required = true),
	FIELD(struct order_answered, assignment, .label = WORDS("Opdracht"), .required = true),
	FIELD(struct order_answered, message, .flags = FIELD_BY_DOOR),
	FIELD(struct order_answered, sender, .flags = FIELD_BY_DOOR),
	FIELD(struct order_answered, content_mark, .flags = FIELD_BY_DOOR),
	FIELD(struct order_answered, codes, .flags = FIELD_BY_DOOR),
};
static const struct record order_answered_record =
	RECORD(struct order_answered, "order_answered", order_answered_fields);

static const struct field start_reported_fields[] = {
	FIELD(struct start_reported, person, .label = WORDS("Persoon"), .required = true),
	FIELD(struct start_reported, assignment, .label = WORDS("Opdracht"), .required = true),
	FIELD(struct start_reported, started_on, .label = WORDS("Begonnen op"), .required = true),
	FIELD(struct start_reported, message, .flags = FIELD_BY_DOOR),
	FIELD(struct start_reported, sender, .flags = FIELD_BY_DOOR),
	FIELD(struct start_reported, content_mark, .flags = FIELD_BY_DOOR),
};
static const struct record start_reported_record =
	RECORD(struct start_reported, "start_reported", start_reported_fields);

static const struct field order_line_fields[] = {
	FIELD(struct order_line, assignment),
	FIELD(struct order_line, person),
	FIELD(struct order_line, placed),
	FIELD(struct order_line, party),
	FIELD(struct order_line, product),
	FIELD(struct order_line, unit, .choices = scheme_units),
	FIELD(struct order_line, frequency, .choices = scheme_frequencies),
	FIELD(struct order_line, state, .choices = order_states),
	FIELD(struct order_line, message),
	FIELD(struct order_line, refused),
	FIELD(struct order_line, again),
	FIELD(struct order_line, amount),
	FIELD(struct order_line, placed_on),
	FIELD(struct order_line, valid_from),
	FIELD(struct order_line, valid_until),
	FIELD(struct order_line, sent_on),
	FIELD(struct order_line, started_on),
	FIELD(struct order_line, ended_on),
	FIELD(struct order_line, answered_on),
	FIELD(struct order_line, changed),
	FIELD(struct order_line, change_reason),
	FIELD(struct order_line, reference),
	FIELD(struct order_line, reference_in),
	FIELD(struct order_line, message_on),
	FIELD(struct order_line, decided_at),
};
const struct record order_line_record = RECORD(struct order_line, "order_line", order_line_fields);

static const struct field order_count_fields[] = {
	FIELD(struct order_count, state, .choices = order_states),
	FIELD(struct order_count, orders),
};
static const struct record order_count_record = RECORD(struct order_count, "order_count", order_count_fields);

/* --- placed --- */

static enum status prepare_order(struct journal *journal, struct journal_fact *fact,
                                 struct findings *findings, struct fault *fault)
{
	struct order *order = fact->item;

	(void)findings;
	fact->valid_on = clock_today(journal->clock);
	order->assignment = fact->cause;
	return vault_has_bsn(journal, order->person, &order->has_bsn, fault);
}

static bool has_bsn(const void *item)
{
	return ((const struct order *)item)->has_bsn;
}

static const struct journal_rule order_rules[] = {
	{ "order-bsn", "person", WORDS("De opdracht kan nog niet weg: het BSN ontbreekt. Leg het BSN vast."),
	  "Wmo 2015, art. 5.2.9; iWmo 3.2, OP079", has_bsn },
};

static enum status apply_order(struct db *db, int64_t register_id, const struct journal_fact *fact,
                               struct arena *arena, struct fault *fault)
{
	const struct order *order = fact->item;
	struct date until = date_until(order->last_day);
	const struct value values[] = {
		value_number(register_id),       value_number(order->assignment), value_number(order->person),
		value_number(fact->fact),        value_date(fact->valid_on),      value_text(order->party),
		value_text(order->product),      value_number(order->amount),     value_text(order->unit),
		value_text(order->frequency),    value_date(order->from),         value_date(until),
		value_moment(order->decided_at),
	};

	(void)arena;
	return db_run(db, &sql_exchange_place, values, COUNT(values), fault);
}

const struct journal_kind order_placed_kind = {
	.name = "order_placed",
	.title = WORDS("Opdracht plaatsen"),
	.done = WORDS("Opdracht geplaatst"),
	.sort = KIND_NOTICE,
	.corner = CORNER_CONTRACT,
	.permission = MAY_CARRY_MESSAGES,
	.record = &order_record,
	.prepare = prepare_order,
	.rules = order_rules,
	.rules_count = COUNT(order_rules),
	.apply = apply_order,
};

/* --- sent --- */

static enum status apply_sent(struct db *db, int64_t register_id, const struct journal_fact *fact,
                              struct arena *arena, struct fault *fault)
{
	const struct order_sent *sent = fact->item;
	const struct value values[] = { value_number(register_id), value_number(sent->assignment),
		                        value_text(sent->message), value_date(fact->valid_on) };

	(void)arena;
	return db_run(db, &sql_exchange_set_sent, values, COUNT(values), fault);
}

const struct journal_kind order_sent_kind = {
	.name = "order_sent",
	.title = WORDS("Opdracht verzenden"),
	.done = WORDS("Opdracht verzonden"),
	.sort = KIND_ACT,
	.corner = CORNER_CONTRACT,
	.permission = MAY_CARRY_MESSAGES,
	.record = &order_sent_record,
	.apply = apply_sent,
	.ends_task = "order-ends-early", /* the message says so */
};

/* --- what came back --- */

static enum status prepare_answered(struct journal *journal, struct journal_fact *fact,
                                    struct findings *findings, struct fault *fault)
{
	const struct order_answered *answered = fact->item;
	struct order_line order;

	return report_look(journal,
	                   &(struct report_seen){
				   .person = answered->person,
				   .assignment = answered->assignment,
				   .message = answered->message,
				   .states = has_words(answered->message) ? ~0u : ORDER_PLACED | ORDER_SENT },
	                   &order, findings, fault);
}

static bool is_accepted(const void *item)
{
	const struct order_answered *answered = item;

	return !has_words(answered->codes);
}

static const struct journal_rule answer_rules[] = {
	{ "order-refused", "codes",
	  WORDS("De aanbieder heeft de opdracht afgekeurd. Kijk naar de retourcodes en neem contact op."),
	  "iWmo 3.2, OP286", is_accepted },
};

static enum status apply_answered(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                  struct arena *arena, struct fault *fault)
{
	const struct order_answered *answered = fact->item;
	bool is_taken = is_accepted(answered);
	const struct report_kept kept = { .assignment = answered->assignment,
		                          .sort = is_taken ? "answered" : "refused",
		                          .reason = answered->codes,
		                          .from_day = fact->valid_on,
		                          .kind_of_message = "WMO302",
		                          .message = answered->message,
		                          .sender = answered->sender,
		                          .content_mark = answered->content_mark };
	const struct value refused[] = { value_number(register_id), value_number(answered->assignment),
		                         value_text_or_empty(answered->codes),
		                         value_date(is_taken ? fact->valid_on : (struct date){ 0 }) };
	enum status status = report_keep(db, register_id, fact->fact, &kept, fault);

	(void)arena;
	return status == OK ? db_run(db, &sql_exchange_set_answered, refused, COUNT(refused), fault) : status;
}

const struct journal_kind order_answered_kind = {
	.name = "order_answered",
	.title = WORDS("Opdracht aannemen"),
	.done = WORDS("Aanbieder heeft geantwoord op de opdracht"),
	.sort = KIND_NOTICE,
	.corner = CORNER_CONTRACT,
	.permission = MAY_CARRY_MESSAGES | MAY_DELIVER,
	.record = &order_answered_record,
	.prepare = prepare_answered,
	.rules = answer_rules,
	.rules_count = COUNT(answer_rules),
	.apply = apply_answered,
	.ends_task = "order-refused",
};

static enum status prepare_start(struct journal *journal, struct journal_fact *fact,
                                 struct findings *findings, struct fault *fault)
{
	const struct start_reported *start = fact->item;
	struct order_line order = { 0 };
	size_t count = findings->count;
	enum status status;

	fact->valid_on = start->started_on;
	status = report_look(journal,
	                     &(struct report_seen){ start->person, start->assignment, start->message,
	                                            start->started_on, ORDER_PLACED | ORDER_SENT },
	                     &order, findings, fault);
	if (status == OK && findings->count == count && date_before(start->started_on, order.valid_from))
		(void)findings_add(findings, "report-before-order", "started_on",
		                   WORDS("De opdracht was er op deze dag nog niet. Noem een dag vanaf de "
		                         "eerste dag van de opdracht."));
	return status;
}

static enum status apply_start(struct db *db, int64_t register_id, const struct journal_fact *fact,
                               struct arena *arena, struct fault *fault)
{
	const struct start_reported *start = fact->item;
	const struct report_kept kept = { .assignment = start->assignment,
		                          .sort = "started",
		                          .state = "started",
		                          .from_day = start->started_on,
		                          .kind_of_message = "WMO305",
		                          .message = start->message,
		                          .sender = start->sender,
		                          .content_mark = start->content_mark };
	const struct value values[] = { value_number(register_id), value_number(start->assignment) };
	enum status status = report_keep(db, register_id, fact->fact, &kept, fault);

	(void)arena;
	return status == OK ? db_run(db, &sql_exchange_end_refusal, values, COUNT(values), fault) : status;
}

const struct journal_kind start_reported_kind = {
	.name = "start_reported",
	.title = WORDS("Start melden"),
	.done = WORDS("Aanbieder meldt de start"),
	.sort = KIND_NOTICE,
	.corner = CORNER_CONTRACT,
	.permission = MAY_CARRY_MESSAGES | MAY_DELIVER,
	.record = &start_reported_record,
	.prepare = prepare_start,
	.apply = apply_start,
	.ends_task = "order-refused", /* who begins has taken the order after all */
};

/* --- reading --- */

enum status order_of(struct journal *journal, int64_t assignment, struct order_line *ret_line,
                     struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_number(assignment) };
	enum status status = db_one(journal->db, &sql_exchange_order, values, COUNT(values), &rows, fault);

	*ret_line = (struct order_line){ 0 };
	if (status == OK)
		db_record(&rows, &order_line_record, ret_line, journal->arena);
	return status;
}

enum status order_by_message(struct journal *journal, const char *message, struct order_line *ret_line,
                             struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_text(message) };
	enum status status =
		db_one(journal->db, &sql_exchange_order_by_message, values, COUNT(values), &rows, fault);

	*ret_line = (struct order_line){ 0 };
	if (status == OK)
		db_record(&rows, &order_line_record, ret_line, journal->arena);
	return status;
}

enum status orders_in_state(struct journal *journal, const char *state, int64_t after,
                            struct records *ret_lines, struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_text(state),
		                        value_number(after) };

	return db_list(journal->db, &sql_exchange_orders_in_state, values, COUNT(values),
	               &(struct db_list){ &order_line_record, journal->arena, ret_lines }, fault);
}

enum status orders_to_send(struct journal *journal, int64_t after, struct records *ret_lines,
                           struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_number(after) };

	return db_list(journal->db, &sql_exchange_orders_to_send, values, COUNT(values),
	               &(struct db_list){ &order_line_record, journal->arena, ret_lines }, fault);
}

bool order_turn_back(struct order_line *line, struct date on)
{
	bool is_sent = date_is(line->sent_on) && !date_before(on, line->sent_on);

	line->refused = ""; /* no day is kept of a refusal */
	if (date_is(line->started_on) && date_before(on, line->started_on))
		line->started_on = (struct date){ 0 };
	if (date_is(line->answered_on) && date_before(on, line->answered_on))
		line->answered_on = (struct date){ 0 };
	if (!is_sent) {
		line->sent_on = (struct date){ 0 };
		line->message = "";
	}
	return !date_before(on, line->placed_on);
}

enum status order_on(struct journal *journal, int64_t assignment, struct date on, struct order_line *ret_line,
                     struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_number(assignment),
		                        value_date(on) };
	enum status status = db_one(journal->db, &sql_exchange_order_on, values, COUNT(values), &rows, fault);

	*ret_line = (struct order_line){ 0 };
	if (status != OK)
		return status;
	db_record(&rows, &order_line_record, ret_line, journal->arena);
	return order_turn_back(ret_line, on) ? OK : NOT_FOUND;
}

enum status orders_on(struct journal *journal, const char *state, int64_t after, struct date on,
                      struct records *ret_lines, struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_text(state),
		                        value_number(after), value_date(on) };
	enum status status =
		db_list(journal->db, &sql_exchange_orders_on, values, COUNT(values),
	                &(struct db_list){ &order_line_record, journal->arena, ret_lines }, fault);

	for (size_t i = 0; status == OK && i < ret_lines->count; i++)
		(void)order_turn_back(&((struct order_line *)ret_lines->items)[i], on);
	return status;
}

enum status orders_at(struct journal *journal, int64_t person, const char *party, struct records *ret_lines,
                      struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_number(person),
		                        value_text(party) };

	return db_list(journal->db, &sql_exchange_orders_at, values, COUNT(values),
	               &(struct db_list){ &order_line_record, journal->arena, ret_lines }, fault);
}

enum status message_received(struct journal *journal, const char *sender, const char *sort,
                             const char *message, const char **ret_content_mark, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_text(sender),
		                        value_text(sort), value_text(message) };
	enum status status = db_one(journal->db, &sql_exchange_received, values, COUNT(values), &rows, fault);

	if (status == OK)
		*ret_content_mark = db_text(&rows, 0, journal->arena);
	return status;
}

enum status message_remember(struct db *db, int64_t register_id, int64_t fact,
                             const struct message_kept *kept, struct fault *fault)
{
	const struct value values[] = { value_number(register_id),      value_text(kept->sender),
		                        value_text(kept->sort),         value_text(kept->message),
		                        value_text(kept->content_mark), value_number(fact) };

	return has_words(kept->message) ? db_run(db, &sql_exchange_remember, values, COUNT(values), fault)
	                                : OK;
}

static const struct field unanswered_fields[] = {
	FIELD(struct order_unanswered, message),
	FIELD(struct order_unanswered, party),
	FIELD(struct order_unanswered, assignment),
	FIELD(struct order_unanswered, sent_on),
};
static const struct record unanswered_record =
	RECORD(struct order_unanswered, "order_unanswered", unanswered_fields);

enum status orders_unanswered(struct journal *journal, struct records *ret_lines, struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id) };

	return db_list(journal->db, &sql_exchange_unanswered, values, COUNT(values),
	               &(struct db_list){ &unanswered_record, journal->arena, ret_lines }, fault);
}

enum status order_counts(struct journal *journal, struct records *ret_counts, struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id) };

	return db_list(journal->db, &sql_exchange_counts, values, COUNT(values),
	               &(struct db_list){ &order_count_record, journal->arena, ret_counts }, fault);
}

enum status order_counts_on(struct journal *journal, struct date on, struct records *ret_counts,
                            struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_date(on) };

	return db_list(journal->db, &sql_exchange_counts_on, values, COUNT(values),
	               &(struct db_list){ &order_count_record, journal->arena, ret_counts }, fault);
}
