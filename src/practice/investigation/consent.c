/* SPDX-License-Identifier: EUPL-1.2 */
#include "practice/investigation/consent.h"

#include "investigation_sql.h"
#include "platform/base/words.h"
#include "practice/request/request.h"

static const struct field consent_withdrawn_fields[] = {
	FIELD(struct consent_withdrawn, person, .label = WORDS("Persoon"), .required = true),
	FIELD(struct consent_withdrawn, consulted, .label = WORDS("Welke toestemming?"), .required = true),
	FIELD(struct consent_withdrawn, words, .label = WORDS("Wat zegt de inwoner erover?"),
	      .hint = WORDS("Hoeft niet: een reden is niet nodig."), .flags = FIELD_LONG, .max_chars = 1000),
	FIELD(struct consent_withdrawn, partner, .flags = FIELD_BY_DOOR),
	FIELD(struct consent_withdrawn, on, .flags = FIELD_BY_DOOR),
};
const struct record consent_withdrawn_record =
	RECORD(struct consent_withdrawn, "consent_withdrawn", consent_withdrawn_fields);

static const struct field consent_line_fields[] = {
	FIELD(struct consent_line, consulted),
	FIELD(struct consent_line, partner, .choices = investigation_partners),
	FIELD(struct consent_line, consent_on),
	FIELD(struct consent_line, withdrawn_on),
};
const struct record consent_line_record = RECORD(struct consent_line, "consent_line", consent_line_fields);

enum status consents_of(struct journal *journal, int64_t person, struct records *ret_lines,
                        struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_number(person) };

	return db_list(journal->db, &sql_investigation_consents_of, values, COUNT(values),
	               &(struct db_list){ &consent_line_record, journal->arena, ret_lines }, fault);
}

static enum status prepare_withdrawn(struct journal *journal, struct journal_fact *fact,
                                     struct findings *findings, struct fault *fault)
{
	struct consent_withdrawn *withdrawn = fact->item;
	struct records lines = { 0 };
	const struct consent_line *items;
	enum status status = consents_of(journal, withdrawn->person, &lines, fault);

	(void)findings;
	fact->valid_on = withdrawn->on = clock_today(journal->clock);
	items = lines.items;
	for (size_t i = 0; status == OK && i < lines.count; i++)
		if (items[i].consulted == withdrawn->consulted) {
			withdrawn->partner = items[i].partner;
			withdrawn->situation.is_given = true;
			withdrawn->situation.is_withdrawn = date_is(items[i].withdrawn_on);
		}
	return status;
}

static bool takes_back_what_was_given(const void *item)
{
	return ((const struct consent_withdrawn *)item)->situation.is_given;
}

static bool takes_back_once(const void *item)
{
	return !((const struct consent_withdrawn *)item)->situation.is_withdrawn;
}

const struct journal_rule consent_withdrawn_rules[CONSENT_WITHDRAWN_RULES_COUNT] = {
	{ "consent-given", "consulted", WORDS("Deze persoon gaf daar geen toestemming voor."),
	  "AVG, art. 7 lid 3", takes_back_what_was_given },
	{ "consent-once", "consulted", WORDS("Deze toestemming is al ingetrokken."), "AVG, art. 7 lid 3",
	  takes_back_once },
};

static enum status apply_withdrawn(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                   struct arena *arena, struct fault *fault)
{
	const struct consent_withdrawn *withdrawn = fact->item;
	const struct value values[] = { value_number(register_id), value_number(withdrawn->person),
		                        value_number(withdrawn->consulted), value_date(withdrawn->on) };

	(void)arena;
	return db_run(db, &sql_investigation_withdraw_consent, values, COUNT(values), fault);
}

const struct journal_kind consent_withdrawn_kind = {
	.name = "consent_withdrawn",
	.title = WORDS("Toestemming intrekken"),
	.done = WORDS("Toestemming ingetrokken"),
	.sort = KIND_ACT,
	.corner = CORNER_PRACTICE,
	.permission = MAY_REPORT,
	.record = &consent_withdrawn_record,
	.prepare = prepare_withdrawn,
	.rules = consent_withdrawn_rules,
	.rules_count = CONSENT_WITHDRAWN_RULES_COUNT,
	.apply = apply_withdrawn,
};

enum status consent_asks_contact(struct journal *journal, const struct journal_fact *cause, void *item,
                                 bool *ret_follows, struct fault *fault)
{
	const struct consent_withdrawn *withdrawn = cause->item;
	struct request *request = item;

	(void)fault;
	request->person = withdrawn->person;
	request->words =
		arena_print(journal->arena,
	                    words_in("nl", WORDS("Ik trek mijn toestemming in voor overleg met: %s.%s%s")),
	                    choice_label(investigation_partners, withdrawn->partner),
	                    has_words(withdrawn->words) ? " " : "", or_empty(withdrawn->words));
	request->asked_on = withdrawn->on;
	*ret_follows = true;
	return OK;
}
