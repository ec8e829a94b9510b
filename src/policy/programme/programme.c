/* SPDX-License-Identifier: EUPL-1.2 */
#include "policy/programme/programme.h"

#include "common/access/access.h"
#include "common/calendar/calendar.h"
#include "common/triangle/triangle.h"
#include "common/wording/amount.h"
#include "common/wording/wording.h"
#include "platform/base/words.h"
#include "programme_sql.h"

static const struct field now_fields[] = {
	FIELD(struct programme_now, title),
	FIELD(struct programme_now, vision),
	FIELD(struct programme_now, content),
	FIELD(struct programme_now, group_count),
	FIELD(struct programme_now, has_endorsed),
	FIELD(struct programme_now, has_shared),
	FIELD(struct programme_now, has_agreed),
	FIELD(struct programme_now, testers),
	FIELD(struct programme_now, is_finance_open),
	FIELD(struct programme_now, finance_opened_on),
	FIELD(struct programme_now, finance_words, .max_chars = 2000),
	FIELD(struct programme_now, ended_on),
};
const struct record programme_now_record = RECORD(struct programme_now, "programme_now", now_fields);

enum status programme_find(struct db *db, int64_t register_id, const struct programme_asked *asked,
                           struct arena *arena, struct programme_now *ret_now, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(register_id), value_text_or_empty(asked->programme),
		                        value_date(asked->on) };
	enum status status = db_one(db, &sql_programme_now, values, COUNT(values), &rows, fault);

	*ret_now = (struct programme_now){ 0 };
	if (status == OK)
		db_record(&rows, &programme_now_record, ret_now, arena);
	ret_now->is_known = status == OK;
	return status;
}

/* --- who is at the table --- */

static enum status find_group(struct journal *journal, struct programme_item *item, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_text(item->programme),
		                        value_text_or_empty(journal->account), value_date(item->today) };
	enum status status =
		db_one(journal->db, &sql_programme_group_of, values, COUNT(values), &rows, fault);

	item->group = status == OK ? db_text(&rows, 0, journal->arena) : "";
	return status == NOT_FOUND ? OK : status;
}

static enum status find_worker(struct journal *journal, struct programme_item *item, struct fault *fault)
{
	struct access_account account = { 0 };
	const struct access_role *role;
	enum status status = access_account(journal->db, journal->register_id, or_empty(journal->account),
	                                    journal->arena, &account, fault);

	role = status == OK ? access_role_named(account.role) : NULL;
	item->is_worker = role != NULL && access_may(role, MAY_ADOPT_SCHEME | MAY_MANAGE_AGREEMENTS);
	return status == NOT_FOUND ? OK : status;
}

/* --- what no text may hold --- */

/* Where a text is found wanting. */
struct reading {
	struct findings *findings;
	bool is_finance_open;
};

/*
 * Content and money are deliberately apart: until the content is endorsed there is no amount anywhere, and
 * afterwards amounts stand with the tariffs of contract management, never here.
 */
static void read_text(void *with, const char *path, const char *words)
{
	const struct reading *reading = with;

	if (amount_stands_in(words) && reading->is_finance_open)
		(void)findings_add(
			reading->findings, "programme-amount", path,
			WORDS("Hier lijkt een bedrag te staan. Bedragen staan bij de tarieven van "
		              "contractmanagement, niet in het programma. Verwijs daarnaar. Is het geen "
		              "bedrag? Schrijf erbij wat u telt, zoals 30 gesprekken."));
	else if (amount_stands_in(words))
		(void)findings_add(
			reading->findings, "programme-amount", path,
			WORDS("Hier lijkt een bedrag te staan. Over geld gaat het pas als elke groep de "
		              "inhoud heeft onderschreven; dan opent beleid de geldfase. Haal het bedrag "
		              "weg. Is het geen bedrag? Schrijf erbij wat u telt, zoals 30 gesprekken."));
	/* What is not needed for the purpose is not passed on (AVG art. 5 lid 1 onder c). */
	if (triangle_has_number(words))
		(void)findings_add(reading->findings, "programme-number", path,
		                   WORDS("Hier lijkt een BSN te staan. Haal het nummer weg."));
}

/* What is over stays as it was left; who begins one with its title is told that by a rule. */
static void refuse_what_is_over(const struct journal *journal, const struct journal_fact *fact,
                                struct findings *findings)
{
	const struct programme_item *item = fact->item;

	if (date_is(item->now.ended_on) &&
	    (record_field(fact->kind->record, "programme")->flags & FIELD_BY_DOOR) == 0)
		(void)findings_add(
			findings, "programme-over", "programme",
			WORDS("Dit programma is beëindigd op %s. Er wordt niets meer over "
		              "vastgelegd."),
			calendar_date_words(item->now.ended_on, journal->language, false, journal->arena));
}

enum status programme_prepare(struct journal *journal, struct journal_fact *fact, struct findings *findings,
                              struct fault *fault)
{
	struct programme_item *item = fact->item;
	struct reading reading = { .findings = findings };
	enum status status;

	item->today = clock_today(journal->clock);
	fact->valid_on = item->today;
	status = programme_find(journal->db, journal->register_id,
	                        &(struct programme_asked){ item->programme, item->today }, journal->arena,
	                        &item->now, fault);
	if (status == OK)
		status = find_group(journal, item, fault);
	if (status == OK || status == NOT_FOUND)
		status = find_worker(journal, item, fault);
	reading.is_finance_open = item->now.is_finance_open;
	if (status == OK)
		refuse_what_is_over(journal, fact, findings);
	if (status == OK)
		wording_each(&(struct wording){ fact->kind->record, item, 0 }, journal->arena, read_text,
		             &reading);
	return status;
}
