/* SPDX-License-Identifier: EUPL-1.2 */
#include "practice/assignment/wish.h"

#include <string.h>

#include "assignment_sql.h"
#include "common/access/access.h"
#include "platform/base/words.h"

const struct choice wish_sources[] = {
	{ "resident", WORDS("de inwoner, op de eigen pagina") },
	{ "representative", WORDS("de vertegenwoordiger, op de eigen pagina") },
	{ "worker", WORDS("de inwoner, opgeschreven door een medewerker") },
	{ NULL, NULL },
};

static const struct field provider_wish_fields[] = {
	FIELD(struct provider_wish, person, .label = WORDS("Persoon"), .required = true),
	FIELD(struct provider_wish, decision, .label = WORDS("Besluit"), .required = true),
	FIELD(struct provider_wish, line, .label = WORDS("Regel van het besluit"),
	      .flags = FIELD_ZERO_IS_SET),
	FIELD(struct provider_wish, deliverer, .label = WORDS("Wie komt er"), .required = true),
	FIELD(struct provider_wish, words, .label = WORDS("Waarom, of wat is nog belangrijk?"),
	      .flags = FIELD_LONG, .max_chars = 2000),
	FIELD(struct provider_wish, wished_on, .label = WORDS("Gekozen op"), .required = true),
	FIELD(struct provider_wish, by, .flags = FIELD_BY_DOOR, .choices = wish_sources),
};
static const struct record provider_wish_record =
	RECORD(struct provider_wish, "provider_wished", provider_wish_fields);

static const struct field wish_line_fields[] = {
	FIELD(struct wish_line, decision),
	FIELD(struct wish_line, line),
	FIELD(struct wish_line, deliverer),
	FIELD(struct wish_line, words, .max_chars = 2000),
	FIELD(struct wish_line, by, .choices = wish_sources),
	FIELD(struct wish_line, wished_on),
};
const struct record wish_line_record = RECORD(struct wish_line, "wish_line", wish_line_fields);

/* Somebody must turn it into an assignment: always so, until that ends the task. */
static bool needs_no_assignment(const void *item)
{
	(void)item;
	return false;
}

const struct journal_rule wish_rules[WISH_RULES_COUNT] = {
	{ "wish-open", "", WORDS("De inwoner koos een aanbieder; die is nog niet toegewezen."),
	  "Wmo 2015, art. 2.1.2 lid 4, onder c", needs_no_assignment },
};

static bool is_able(const struct advice *advice, const char *deliverer)
{
	uint16_t party = lane_names_find(&advice->view.set->parties, deliverer);

	for (size_t i = 0; i < advice->answer->able_count; i++)
		if (party != LANE_NONE && advice->answer->candidates[i].party == party)
			return true;
	return false;
}

static enum status check_choice(struct journal *journal, const struct provider_wish *wish,
                                const struct waiting_line *line, struct findings *findings,
                                struct fault *fault)
{
	struct date today = clock_today(journal->clock);
	struct advice advice = { 0 };
	const struct advice_asked asked = {
		.person = wish->person,
		.product = line->product,
		.on = date_before(line->valid_from, today) ? today : line->valid_from,
	};
	enum status status = assignment_advice(journal, &asked, &advice, fault);

	if (status != OK && status != NOT_FOUND)
		return status;
	if (status == NOT_FOUND || !advice.answer->has_choice)
		(void)findings_add(
			findings, "wish-choice", "line",
			WORDS("Hiervoor is er niets te kiezen: er is één aanbieder, of nog geen."));
	else if (!is_able(&advice, wish->deliverer))
		(void)findings_add(findings, "wish-deliverer", "deliverer",
		                   WORDS("Deze aanbieder kan dit hier niet leveren."));
	return OK;
}

/* What nobody can choose is no wish. */
static enum status prepare_wish(struct journal *journal, struct journal_fact *fact, struct findings *findings,
                                struct fault *fault)
{
	struct provider_wish *wish = fact->item;
	struct waiting_line line;
	enum status status =
		assignment_waiting_line(journal, wish->person, wish->decision, wish->line, &line, fault);

	fact->valid_on = wish->wished_on;
	wish->by = access_own_words(journal->account) != NULL ? journal->account : "worker";
	if (date_before(clock_today(journal->clock), wish->wished_on))
		(void)findings_add(findings, "wish-future", "wished_on",
		                   WORDS("Deze dag ligt in de toekomst."));
	if (status == NOT_FOUND)
		(void)findings_add(findings, "wish-waiting", "line",
		                   WORDS("Hiervoor wacht deze persoon niet op een aanbieder."));
	if (status != OK)
		return status == NOT_FOUND ? OK : status;
	return check_choice(journal, wish, &line, findings, fault);
}

static enum status apply_wish(struct db *db, int64_t register_id, const struct journal_fact *fact,
                              struct arena *arena, struct fault *fault)
{
	const struct provider_wish *wish = fact->item;
	const struct value values[] = { value_number(register_id),
		                        value_number(wish->person),
		                        value_number(wish->decision),
		                        value_number(wish->line),
		                        value_text(or_empty(wish->deliverer)),
		                        value_text(or_empty(wish->words)),
		                        value_text(or_empty(wish->by)),
		                        value_date(wish->wished_on) };

	(void)arena;
	return db_run(db, &sql_assignment_wish, values, COUNT(values), fault);
}

const struct journal_kind provider_wished_kind = {
	.name = "provider_wished",
	.title = WORDS("Keuze van de inwoner opschrijven"),
	.done = WORDS("De inwoner koos een aanbieder"),
	.sort = KIND_NOTICE,
	.corner = CORNER_PRACTICE,
	.permission = MAY_ASSIGN,
	.record = &provider_wish_record,
	.prepare = prepare_wish,
	.rules = wish_rules,
	.rules_count = WISH_RULES_COUNT,
	.apply = apply_wish,
	.ends_task = "wish-open", /* who changes their mind leaves one task */
};

enum status wishes_of(struct journal *journal, int64_t person, struct records *ret_wishes,
                      struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_number(person) };

	return db_list(journal->db, &sql_assignment_wishes_of, values, COUNT(values),
	               &(struct db_list){ &wish_line_record, journal->arena, ret_wishes }, fault);
}
