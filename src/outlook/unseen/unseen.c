/* SPDX-License-Identifier: EUPL-1.2 */
#include "outlook/unseen/unseen.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "common/scheme/chain.h"
#include "common/scheme/residence.h"
#include "platform/base/words.h"
#include "practice/desk/whose.h"
#include "practice/radar/radar_store.h"
#include "unseen_sql.h"

#define LOOK_BYTES ((size_t)512 * 1024 * 1024)
#define EXPIRING_WEEKS 8

const struct unseen_kind unseen_kinds[] = {
	{ "no_contact", WORDS("lang niet gesproken"),
	  WORDS("Bel de cliënt, vraag hoe het gaat en leg het gesprek vast."), WORDS("Gesprek vastleggen"),
	  "/facts/talk_held?person={person}", &sql_unseen_no_contact, 182, false },
	{ "no_worker", WORDS("onbekend wie er komt"),
	  WORDS("Vraag de aanbieder wie er komt en leg het vast."), WORDS("Vastleggen wie er komt"),
	  "/facts/permanent_worker_named?person={person}&assignment={number}", &sql_unseen_no_worker, 14,
	  false },
	{ "decision_expiring", WORDS("besluit loopt af"),
	  WORDS("Spreek de cliënt, en begin op tijd een nieuw onderzoek."),
	  WORDS("Nieuwe melding vastleggen"), "/facts/report_received?person={person}", &sql_unseen_expiring,
	  -56, false },
	{ "handover_unconfirmed", WORDS("overdracht niet bevestigd"),
	  WORDS("Vraag wie het overnam of er is kennisgemaakt, en leg dat vast."),
	  WORDS("Overdracht bevestigen"), "/facts/handover_confirmed?person={person}&assignment={number}",
	  &sql_unseen_handover, 0, false },
	{ "contact_person_gone", WORDS("aanspreekpunt is weg"), WORDS("Kies een ander aanspreekpunt."),
	  WORDS("Aanspreekpunt kiezen"), "/facts/contact_handed_over?person={person}",
	  &sql_unseen_contact_gone, 0, true },
	{ "subcontractor_ended", WORDS("onderaannemer werkt er niet meer"),
	  WORDS("Vraag de hoofdaannemer wie het overneemt, en draag over."), WORDS("Overdragen"),
	  "/facts/handover_made?person={person}&assignment={number}", NULL, 0, false },
	{ "moved", WORDS("verhuisd"), WORDS("Bel de cliënt: komt de hulp op het nieuwe adres?"),
	  WORDS("Gesprek vastleggen"), "/facts/talk_held?person={person}", &sql_unseen_moved, 56, true },
	{ "hospital", WORDS("niet thuis"),
	  WORDS("Vraag wanneer de cliënt thuiskomt, en wat er dan nodig is."),
	  WORDS("Vastleggen: weer thuis"), "/facts/hospital_stay_ended?person={person}", &sql_unseen_hospital,
	  0, false },
	{ "turning_75", WORDS("verjaardag die iets verandert"),
	  WORDS("Vertel de cliënt op tijd wat er verandert en wat er te kiezen is."),
	  WORDS("Gesprek vastleggen"), "/facts/talk_held?person={person}", NULL, 0, false },
	{ "silence_after_letter", WORDS("stil na een brief"),
	  WORDS("Bel de cliënt: is de brief aangekomen en begrepen?"), WORDS("Gesprek vastleggen"),
	  "/facts/talk_held?person={person}", &sql_unseen_silence, 28, false },
	{ "waiting", WORDS("wacht op een aanbieder"),
	  WORDS("Zoek een aanbieder, en bel de cliënt hoe lang het nog duurt."), WORDS("Naar het dossier"),
	  "/clients/{person}", &sql_unseen_waiting, 0, false },
	{ "evaluation_due", WORDS("samen kijken of het werkt"),
	  WORDS("Kijk samen met de cliënt of de hulp werkt, en leg het vast."), WORDS("Naar de hulp"),
	  "/clients/{person}/care", &sql_unseen_evaluation, -14, false },
	{ "reassessment_due", WORDS("opnieuw kijken wat er nodig is"),
	  WORDS("Spreek de cliënt, en begin een nieuw onderzoek of kies met reden een andere dag."),
	  WORDS("Naar de hulp"), "/clients/{person}/care", &sql_unseen_reassessment, -14, false },
	{ "passed_on_unconfirmed", WORDS("doorgegeven vraag niet bevestigd"),
	  WORDS("Bel de ontvanger: is de vraag aangekomen?"), WORDS("Vastleggen dat zij aankwam"),
	  "/facts/pass_on_confirmed?question={number}", &sql_unseen_passed_on, 0, true },
};
const size_t unseen_kinds_count = COUNT(unseen_kinds);

static const struct field unseen_line_fields[] = {
	FIELD(struct unseen_line, person),
	FIELD(struct unseen_line, number),
	FIELD(struct unseen_line, since),
};
const struct record unseen_line_record = RECORD(struct unseen_line, "unseen_line", unseen_line_fields);

/* A delivery under another's name. */
struct delivery_under {
	int64_t person, number;
	const char *party, *deliverer;
	struct date valid_from;
};
static const struct field delivery_under_fields[] = {
	FIELD(struct delivery_under, person),     FIELD(struct delivery_under, number),
	FIELD(struct delivery_under, party),      FIELD(struct delivery_under, deliverer),
	FIELD(struct delivery_under, valid_from),
};
static const struct record delivery_under_record =
	RECORD(struct delivery_under, "delivery_under", delivery_under_fields);

/* A look under way. */
struct looking {
	struct journal *journal;
	struct date on;
	int64_t first, last; /* person: of one, or of everybody */
	struct unseen_line *lines;
	size_t count, room;
	int64_t people;
};

/* Whether a query finds the kind here; of one client who waits is a step of the case, and no kind of its own.
 */
static bool is_asked(const struct looking *looking, const struct unseen_kind *kind)
{
	const bool is_step = looking->first == looking->last && kind->query == &sql_unseen_waiting;

	return kind->query != NULL && !is_step;
}

static void add(struct looking *looking, struct unseen_line line)
{
	looking->lines = arena_with_room(looking->journal->arena, looking->lines, looking->count,
	                                 &looking->room, sizeof(*looking->lines));
	assert(looking->lines != NULL);
	line.contact = line.team = line.place = "";
	looking->lines[looking->count++] = line;
}

static size_t kind_named(const char *code)
{
	size_t kind = 0;

	while (strcmp(unseen_kinds[kind].code, code) != 0)
		kind++;
	return kind;
}

static enum status look_up(struct looking *looking, size_t kind, struct fault *fault)
{
	const struct unseen_kind *of = &unseen_kinds[kind];
	const struct value values[] = { value_number(looking->journal->register_id), value_date(looking->on),
		                        value_number(looking->first), value_number(looking->last),
		                        value_date(date_add_days(looking->on, (int)-of->days)) };
	struct records found = { 0 };
	const struct unseen_line *items;
	enum status status =
		db_list(looking->journal->db, of->query, values, of->days == 0 ? 4 : 5,
	                &(struct db_list){ &unseen_line_record, looking->journal->arena, &found }, fault);

	items = found.items;
	for (size_t i = 0; status == OK && i < found.count; i++) {
		struct unseen_line line = items[i];

		line.kind = kind;
		if (of->days < 0) /* in sight since it came so near */
			line.since = date_add_days(line.since, (int)of->days);
		add(looking, line);
	}
	return status;
}

/* --- who no longer works for whom --- */

static bool works_under(const struct looking *looking, const struct delivery_under *delivery, struct date on)
{
	const struct journal *journal = looking->journal;
	struct texts above =
		chain_above(journal->schemes, journal->register_id, delivery->deliverer, on, journal->arena);

	for (size_t i = 0; i < above.count; i++)
		if (strcmp(above.items[i], delivery->party) == 0)
			return true;
	return false;
}

/* The first day on which it no longer did: it did on its own first day, and does not now. */
static struct date first_day_without(const struct looking *looking, const struct delivery_under *delivery)
{
	struct date with = delivery->valid_from, without = looking->on;

	if (!works_under(looking, delivery, with))
		return with;
	while (date_before(date_add_days(with, 1), without)) {
		struct date middle = date_add_days(with, (without.day - with.day) / 2);

		if (works_under(looking, delivery, middle))
			with = middle;
		else
			without = middle;
	}
	return without;
}

static enum status look_at_chains(struct looking *looking, struct fault *fault)
{
	const struct value values[] = { value_number(looking->journal->register_id), value_date(looking->on),
		                        value_number(looking->first), value_number(looking->last) };
	struct records found = { 0 };
	const struct delivery_under *items, *last = NULL;
	bool works = true;
	enum status status =
		db_list(looking->journal->db, &sql_unseen_deliveries, values, COUNT(values),
	                &(struct db_list){ &delivery_under_record, looking->journal->arena, &found }, fault);

	items = found.items;
	assert(items != NULL || found.count == 0);
	for (size_t i = 0; status == OK && i < found.count; i++) {
		if (last == NULL || strcmp(last->party, items[i].party) != 0 ||
		    strcmp(last->deliverer, items[i].deliverer) != 0)
			works = works_under(looking, &items[i], looking->on);
		last = &items[i];
		if (!works)
			add(looking, (struct unseen_line){ .person = items[i].person,
			                                   .number = items[i].number,
			                                   .since = first_day_without(looking, &items[i]),
			                                   .kind = kind_named("subcontractor_ended") });
	}
	return status;
}

/* --- birthdays --- */

static enum status look_at_birthdays(struct looking *looking, struct fault *fault)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new(LOOK_BYTES);
	const struct radar_asked asked = { .on = looking->on, .weeks = EXPIRING_WEEKS };
	const struct radar_items *birthdays;
	struct radar radar;
	enum status status = radar_look(looking->journal, &asked, arena, &radar, fault);

	if (status)
		return status;
	birthdays = &radar.lists[RADAR_BIRTHDAYS];
	for (size_t i = 0; i < birthdays->count; i++) {
		const struct radar_item *item = &birthdays->items[i];
		const struct scheme_birthday *birthday =
			radar_birthday(item->radar->scheme, item->change.age);
		int64_t months = birthday == NULL ? RADAR_MONTHS : birthday->warn_months;

		add(looking, (struct unseen_line){ .person = item->person,
		                                   .number = item->number,
		                                   .since = radar_months_later(item->change.on, -months),
		                                   .kind = kind_named("turning_75") });
	}
	return OK;
}

/* --- whose --- */

static enum status name_contacts(struct looking *looking, struct fault *fault)
{
	struct records contacts = { 0 }, residences = { 0 };
	enum status status = whose_on(looking->journal, looking->on, &contacts, fault);

	if (status == OK)
		status = residences_on(looking->journal, looking->on, &residences, fault);
	looking->people = (int64_t)contacts.count;
	for (size_t i = 0; status == OK && i < looking->count; i++) {
		const struct whose_line *whose = whose_of(&contacts, looking->lines[i].person);

		looking->lines[i].place = residence_of(&residences, looking->lines[i].person);
		if (whose != NULL) {
			looking->lines[i].contact = whose->contact;
			looking->lines[i].team = whose->team;
		}
	}
	return status;
}

static int by_since(const void *one, const void *other)
{
	const struct unseen_line *a = one, *b = other;

	if (a->since.day != b->since.day)
		return a->since.day < b->since.day ? -1 : 1;
	if (a->kind != b->kind)
		return a->kind < b->kind ? -1 : 1;
	if (a->person != b->person)
		return a->person < b->person ? -1 : 1;
	return (a->number > b->number) - (a->number < b->number);
}

static enum status look(struct looking *looking, struct fault *fault)
{
	enum status status = OK;

	for (size_t i = 0; status == OK && i < unseen_kinds_count; i++)
		if (is_asked(looking, &unseen_kinds[i]))
			status = look_up(looking, i, fault);
	return status == OK ? look_at_chains(looking, fault) : status;
}

static struct records in_order(const struct looking *looking)
{
	if (looking->count > 0)
		qsort(looking->lines, looking->count, sizeof(*looking->lines), by_since);
	return (struct records){ looking->lines, looking->count };
}

enum status unseen_on(struct journal *journal, struct date on, struct records *ret_lines, int64_t *ret_people,
                      struct fault *fault)
{
	struct looking looking = { .journal = journal, .on = on, .last = INT64_MAX };
	enum status status = look(&looking, fault);

	if (status == OK)
		status = look_at_birthdays(&looking, fault);
	if (status == OK)
		status = name_contacts(&looking, fault);
	*ret_lines = in_order(&looking);
	*ret_people = looking.people;
	return status;
}

enum status unseen_of(struct journal *journal, int64_t person, struct date on, struct records *ret_lines,
                      struct fault *fault)
{
	struct looking looking = { .journal = journal, .on = on, .first = person, .last = person };
	enum status status = look(&looking, fault);

	*ret_lines = in_order(&looking);
	return status;
}
