/* SPDX-License-Identifier: EUPL-1.2 */
#include "demo/meetings.h"

#include <string.h>

#include "common/scheme/chain.h"
#include "contract/agreement/meeting.h"
#include "contract/agreement/meeting_store.h"
#include "demo/leads.h"

#define NEXT_DAYS 21
#define TALK_DAYS 35

/* A combination, and the account that leads it. */
struct led {
	struct filling *filling;
	const struct demo_account *lead;
	const struct scheme_combination *combination;
};

static enum status append(const struct led *led, const struct journal_kind *kind, void *item,
                          int64_t *ret_fact, struct fault *fault)
{
	struct journal *journal = &led->filling->journal;
	enum status status;

	journal->party = led->lead->party;
	status = acts_append(led->filling, kind, led->lead->account, item, ret_fact, fault);
	journal->party = NULL;
	return status;
}

/* A day that was: who came, and what goes on to the municipality. */
static enum status tell_held(const struct led *led, struct fault *fault)
{
	struct date day = led->filling->ground.of->day;
	struct arena *arena = led->filling->arena;
	struct meeting_item agenda[] = { { "staff", "Vaste hulpen in de vakantie" },
		                         { "together", "Wie welke wijk erbij neemt" } };
	struct meeting_outcome outcomes[] = {
		{ .about = "staff",
		  .words = "Elk lid legt een lijst van reservehulpen aan; wie tekortkomt, belt eerst de "
		           "andere leden.",
		  .who = "De planners van de leden",
		  .ready_by = date_add_days(day, NEXT_DAYS) },
		{ .about = "results",
		  .words = "In een wijk wachten inwoners langer dan wij willen. Wij vragen de gemeente mee "
		           "te denken.",
		  .who = "De penvoerder",
		  .is_for_municipality = true },
	};
	struct meeting_called called = { .with_whom = MEETING_OF_MEMBERS,
		                         .party = led->combination->name,
		                         .subject = "Overleg van de leden",
		                         .planned_on = day,
		                         .planned_at = "10:00",
		                         .place = "Bij de penvoerder",
		                         .agenda = { agenda, COUNT(agenda) } };
	struct meeting_minuted minuted = { .held_on = day,
		                           .minutes =
		                                   "Wij namen het rooster voor de zomer door en verdeelden "
		                                   "de wijken waar een hulp stopt. Elk lid had een stem.",
		                           .outcomes = { outcomes, COUNT(outcomes) } };
	struct meeting_guest *guests;
	int64_t fact = 0;
	enum status status = append(led, &meeting_called_kind, &called, &fact, fault);

	minuted.guests = records_new(&meeting_guest_record, led->combination->members.count, arena);
	guests = minuted.guests.items;
	for (size_t i = 0; i < minuted.guests.count; i++)
		guests[i] = (struct meeting_guest){
			.who = scheme_book_organisation(led->filling->journal.schemes,
			                                led->filling->journal.register_id,
			                                led->combination->members.items[i]),
			.came = i + 1 == minuted.guests.count ? "excused" : "came",
		};
	minuted.meeting = fact;
	return status == OK ? append(led, &meeting_minuted_kind, &minuted, &fact, fault) : status;
}

/* What is coming: the members again, and the talk with the municipality. */
static enum status tell_coming(const struct led *led, struct fault *fault)
{
	struct date day = led->filling->ground.of->day;
	struct meeting_item next[] = { { "staff", "De lijst van reservehulpen" } };
	struct meeting_item talk[] = { { "results", "Hoe lang inwoners wachten, per wijk" },
		                       { "vision", "Wat wij samen wilden, en wat daarvan te zien is" } };
	struct meeting_called of_members = { .with_whom = MEETING_OF_MEMBERS,
		                             .party = led->combination->name,
		                             .subject = "Overleg van de leden",
		                             .planned_on = date_add_days(day, NEXT_DAYS),
		                             .planned_at = "10:00",
		                             .agenda = { next, COUNT(next) } };
	struct meeting_called with_municipality = { .with_whom = MEETING_WITH_MUNICIPALITY,
		                                    .party = led->combination->name,
		                                    .subject = "Voortgangsgesprek",
		                                    .planned_on = date_add_days(day, TALK_DAYS),
		                                    .planned_at = "14:00",
		                                    .place = "Gemeentehuis",
		                                    .agenda = { talk, COUNT(talk) } };
	const struct demo_account *manager = settings_account(led->filling->ground.of, "contract_manager");
	int64_t fact = 0;
	enum status status = append(led, &meeting_called_kind, &of_members, &fact, fault);

	return status == OK ? acts_append(led->filling, &meeting_called_kind, manager->account,
	                                  &with_municipality, &fact, fault)
	                    : status;
}

static enum status tell_of(struct filling *filling, const struct demo_account *lead, struct fault *fault)
{
	const struct journal *journal = &filling->journal;
	const struct date day = filling->ground.of->day;
	const struct texts above =
		chain_above(journal->schemes, journal->register_id, lead->party, day, filling->arena);
	struct led led = { .filling = filling, .lead = lead };
	enum status status = OK;

	for (size_t i = 0; status == OK && i < above.count; i++) {
		led.combination =
			chain_combination(journal->schemes, journal->register_id, above.items[i], day);
		if (!chain_leads(lead->party, led.combination))
			continue;
		status = tell_held(&led, fault);
		if (status == OK)
			status = tell_coming(&led, fault);
	}
	return status;
}

enum status meetings_for_demo(struct filling *filling, struct fault *fault)
{
	return leads_tell(filling, tell_of, fault);
}
