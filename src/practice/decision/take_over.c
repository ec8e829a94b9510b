/* SPDX-License-Identifier: EUPL-1.2 */
#include "practice/decision/take_over.h"

#include <string.h>

#include "common/calendar/calendar.h"
#include "common/scheme/resident.h"
#include "common/scheme/scheme_book.h"
#include "platform/base/words.h"
#include "practice/decision/decision_keep.h"

#define MEMBER_OF(member_) .offset = offsetof(struct decision_taken_over, member_)

static const struct field taken_over_fields[] = {
	{ .name = "person",
	  .type = FIELD_NUMBER,
	  MEMBER_OF(decision.person),
	  .label = WORDS("Persoon"),
	  .required = true },
	{ .name = "decided_on",
	  .type = FIELD_DATE,
	  MEMBER_OF(decision.decided_on),
	  .label = WORDS("Datum van het besluit"),
	  .required = true },
	{ .name = "lines",
	  .type = FIELD_RECORDS,
	  MEMBER_OF(decision.lines),
	  .label = WORDS("Wat is toegekend"),
	  .of = &decision_line_record },
	{ .name = "reasons",
	  .type = FIELD_TEXT,
	  MEMBER_OF(decision.reasons),
	  .label = WORDS("Motivering"),
	  .flags = FIELD_LONG,
	  .required = true,
	  .max_chars = 8000 },
	{ .name = "decided_by",
	  .type = FIELD_TEXT,
	  MEMBER_OF(decision.decided_by),
	  .label = WORDS("Wie besloot"),
	  .required = true },
	FIELD(struct decision_taken_over, number,
	      .label = WORDS("Nummer van het besluit in het andere systeem"), .max_chars = 60),
	FIELD(struct decision_taken_over, contact, .label = WORDS("Aanspreekpunt")),
	{ .name = "report", .type = FIELD_NUMBER, MEMBER_OF(decision.report), .flags = FIELD_BY_DOOR },
	{ .name = "outcome", .type = FIELD_TEXT, MEMBER_OF(decision.outcome), .flags = FIELD_BY_DOOR },
	{ .name = "authority", .type = FIELD_TEXT, MEMBER_OF(decision.authority), .flags = FIELD_BY_DOOR },
	{ .name = "objection_until",
	  .type = FIELD_DATE,
	  MEMBER_OF(decision.objection_until),
	  .flags = FIELD_BY_DOOR },
	{ .name = "contact_person", .type = FIELD_TEXT, MEMBER_OF(client.contact), .flags = FIELD_BY_DOOR },
	{ .name = "team", .type = FIELD_TEXT, MEMBER_OF(client.team), .flags = FIELD_BY_DOOR },
	{ .name = "owner", .type = FIELD_TEXT, MEMBER_OF(client.owner), .flags = FIELD_BY_DOOR },
};
const struct record decision_taken_over_record =
	RECORD(struct decision_taken_over, "decision_taken_over", taken_over_fields);

static bool have_all_ended(const struct decision *decision)
{
	const struct decision_line *lines = decision->lines.items;
	bool have = decision->lines.count > 0;

	for (size_t i = 0; i < decision->lines.count; i++)
		have = have && !date_before(decision->situation.today, decision_line_until(&lines[i]));
	return have;
}

static enum status prepare_taken_over(struct journal *journal, struct journal_fact *fact,
                                      struct findings *findings, struct fault *fault)
{
	struct decision_taken_over *taken = fact->item;
	struct decision *decision = &taken->decision;
	struct term term;
	enum status status;

	(void)findings;
	fact->valid_on = decision->decided_on;
	decision->report = fact->fact;
	decision->outcome = "granted";
	decision->situation = (struct decision_situation){ .today = clock_today(journal->clock) };
	taken->has_ended = have_all_ended(decision);
	taken->client = (struct client_taken_over){ .person = decision->person,
		                                    .from = decision->decided_on,
		                                    .contact = taken->contact };
	status = desk_find_client(journal, &taken->client, fault);
	if (status != OK || !taken->client.situation.is_known_person)
		return status;
	status = resident_authority(journal, decision->person, &decision->authority, fault);
	if (status == OK)
		status = decision_complete_lines(journal, decision, fault);
	if (status == OK)
		status = calendar_term(journal->calendar, "objection", decision->decided_on, journal->arena,
		                       &term, fault);
	if (status == OK)
		decision->objection_until = term.due;
	return status;
}

/* --- rules --- */

static const struct decision_taken_over *taken_of(const void *item)
{
	return item;
}

static bool is_known_person(const void *item)
{
	return taken_of(item)->client.situation.is_known_person;
}

static bool has_place(const void *item)
{
	return !is_known_person(item) || taken_of(item)->client.situation.has_place;
}

static bool has_contact(const void *item)
{
	const struct client_situation *situation = &taken_of(item)->client.situation;

	return !situation->has_place || situation->is_there;
}

static bool is_decided_by_today(const void *item)
{
	const struct decision *decision = &taken_of(item)->decision;

	return !date_before(decision->situation.today, decision->decided_on);
}

static bool knows_products(const void *item)
{
	const struct decision *decision = &taken_of(item)->decision;

	return decision->lines.count > 0 && (!is_known_person(item) || decision->situation.is_known_product);
}

static bool has_periods(const void *item)
{
	const struct decision *decision = &taken_of(item)->decision;
	const struct decision_line *lines = decision->lines.items;

	for (size_t i = 0; i < decision->lines.count; i++)
		if (date_is(lines[i].last_day) && date_before(lines[i].last_day, lines[i].from))
			return false;
	return !is_known_person(item) || !decision->situation.is_known_product ||
	       decision->situation.weekly_has_last_day;
}

/* The year before the decision, as somebody may have applied then; and not before the birth. */
static bool begins_in_time(const void *item)
{
	const struct decision *decision = &taken_of(item)->decision;
	const struct decision_line *lines = decision->lines.items;
	struct date year_before = date_add_days(decision->decided_on, -365);

	for (size_t i = 0; i < decision->lines.count; i++)
		if (date_before(lines[i].from, decision_first_day(year_before, decision->situation.born)))
			return false;
	return true;
}

static bool ends_in_a_life(const void *item)
{
	const struct decision *decision = &taken_of(item)->decision;
	const struct decision_line *lines = decision->lines.items;

	for (size_t i = 0; i < decision->lines.count; i++)
		if (!decision_lasts_a_life(lines[i].from, lines[i].last_day))
			return false;
	return true;
}

static bool still_runs(const void *item)
{
	return !taken_of(item)->has_ended;
}

static bool is_once(const void *item)
{
	return !taken_of(item)->decision.situation.overlaps;
}

const struct journal_rule taken_over_rules[TAKEN_OVER_RULES_COUNT] = {
	{ "taken-person", "person", WORDS("Deze persoon staat niet in dit register."), "", is_known_person },
	{ "taken-place", "person",
	  WORDS("Het adres ligt in geen gebied van de regeling, dus niemand zou de eigenaar zijn. Vul eerst "
	        "het "
	        "adres aan."),
	  "", has_place },
	{ "taken-contact", "contact",
	  WORDS("Er is niemand die het aanspreekpunt kan zijn: noem een medewerker met een team, of neem "
	        "eerst de "
	        "medewerkers van dit team over."),
	  "", has_contact },
	{ "taken-future", "decided_on", WORDS("Dit besluit ligt in de toekomst."), "", is_decided_by_today },
	{ "taken-product", "lines.0.product", WORDS("De gemeente van deze inwoner heeft dit product niet."),
	  "", knows_products },
	{ "taken-period", "lines.0.last_day", WORDS("De laatste dag ontbreekt, of ligt vóór de eerste dag."),
	  "", has_periods },
	{ "taken-ended", "lines.0.last_day",
	  WORDS("Dit besluit is al geëindigd; alleen wat loopt of nog begint, wordt overgenomen."), "",
	  still_runs },
	{ "taken-too-early", "lines.0.from",
	  WORDS("De eerste dag ligt vóór de geboorte, of vóór het jaar dat aan het besluit voorafging."), "",
	  begins_in_time },
	{ "taken-too-long", "lines.0.last_day",
	  WORDS("De laatste dag ligt meer dan 99 jaar na de eerste. Heeft de hulp geen einde, laat de "
	        "laatste dag dan leeg."),
	  "", ends_in_a_life },
	{ "taken-doubled", "lines.0.product",
	  WORDS("Dit product is in deze periode al toegekend aan deze inwoner."), "", is_once },
};

const struct journal_kind decision_taken_over_kind = {
	.name = "decision_taken_over",
	.title = WORDS("Lopend besluit overnemen"),
	.done = WORDS("Lopend besluit overgenomen"),
	.sort = KIND_ACT,
	.corner = CORNER_PRACTICE,
	.permission = MAY_ADMINISTER,
	.record = &decision_taken_over_record,
	.prepare = prepare_taken_over,
	.rules = taken_over_rules,
	.rules_count = TAKEN_OVER_RULES_COUNT,
	.apply = decision_keep,
};

enum status decision_take_client_over(struct journal *journal, const struct journal_fact *cause, void *item,
                                      bool *ret_follows, struct fault *fault)
{
	const struct decision_taken_over *taken = cause->item;

	(void)journal, (void)fault;
	*(struct client_taken_over *)item = (struct client_taken_over){ .person = taken->decision.person,
		                                                        .from = taken->decision.decided_on,
		                                                        .contact = taken->client.contact };
	*ret_follows = true;
	return OK;
}
