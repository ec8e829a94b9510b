/* SPDX-License-Identifier: EUPL-1.2 */
#include "demo/own.h"

#include <string.h>

#include "common/access/access.h"
#include "common/document/code_letter.h"
#include "common/document/dispatch.h"
#include "common/person/representative.h"
#include "practice/assignment/wish.h"
#include "practice/request/request.h"
#include "practice/safety/complaint.h"

/* By the resident's number, so that no chance is drawn. */
#define ASKED_ONE_IN 43
#define CORRECTED_ONE_IN 151
#define COMPLAINED_ONE_IN 199
#define ACTED_FOR_ONE_IN 27 /* of those whom the desk named somebody for */
#define ACTED_FOR_REST 13
#define DAYS_AGO 4
#define CLOSING (17 * 3600) /* in seconds since midnight */

static enum status by_resident(struct filling *filling, const struct journal_kind *kind, void *item,
                               int64_t *ret_fact, struct fault *fault)
{
	return acts_append(filling, kind, ACCESS_RESIDENT, item, ret_fact, fault);
}

/* A question to the contact person, who answered half of them. */
static enum status ask(struct filling *filling, const struct resident *resident, struct fault *fault)
{
	struct date today = filling->ground.of->day;
	struct request asked = {
		.person = resident->person,
		.words = "Mijn hulp komt volgende maand twee weken niet. Komt er dan een ander?",
		.asked_on = date_add_days(today, -DAYS_AGO),
	};
	struct request_answer answer = {
		.person = resident->person,
		.outcome = "done",
		.answer = "Ja. De organisatie stuurt in die weken een collega. U hoort vooraf wie het is.",
		.answered_on = date_add_days(today, 1 - DAYS_AGO),
	};
	int64_t fact;
	enum status status = by_resident(filling, &contact_requested_kind, &asked, &fact, fault);

	answer.request = fact;
	return status != OK || resident->person % 3 == 0
	               ? status
	               : acts_append(filling, &request_answered_kind, resident->worker->account, &answer,
	                             &fact, fault);
}

static enum status correct(struct filling *filling, const struct resident *resident, struct fault *fault)
{
	struct request asked = {
		.person = resident->person,
		.words = "In het verslag staat dat ik alleen woon.",
		.better = "Mijn zus woont sinds vorig jaar bij mij.",
		.asked_on = date_add_days(filling->ground.of->day, -DAYS_AGO),
	};
	int64_t fact;

	return by_resident(filling, &correction_requested_kind, &asked, &fact, fault);
}

static enum status complain(struct filling *filling, const struct resident *resident, struct fault *fault)
{
	struct complaint complaint = {
		.person = resident->person,
		.theme = "appointments",
		.words = "De hulp kwam twee keer een uur later en belde niet.",
		.received_on = date_add_days(filling->ground.of->day, -DAYS_AGO),
	};
	int64_t fact;

	return by_resident(filling, &complaint_received_kind, &complaint, &fact, fault);
}

/* The first provider that can come, where there is a choice; the others still can choose themselves. */
static enum status choose(struct filling *filling, const struct waiting_line *waiting, struct fault *fault)
{
	struct date today = filling->ground.of->day;
	const struct advice_asked asked = {
		.person = waiting->person,
		.product = waiting->product,
		.on = date_before(waiting->valid_from, today) ? today : waiting->valid_from,
	};
	struct advice advice = { 0 };
	struct provider_wish wish = { .person = waiting->person,
		                      .decision = waiting->decision,
		                      .line = waiting->line,
		                      .words = "Mijn buurvrouw is over hen tevreden.",
		                      .wished_on = today };
	int64_t fact;
	enum status status = assignment_advice(&filling->journal, &asked, &advice, fault);

	if (status != OK || !advice.answer->has_choice || advice.answer->able_count == 0)
		return status == NOT_FOUND ? OK : status;
	wish.deliverer = advice.view.set->parties.items[advice.answer->candidates[0].party].name;
	return by_resident(filling, &provider_wished_kind, &wish, &fact, fault);
}

static enum status choose_some(struct filling *filling, const struct resident *resident, struct fault *fault)
{
	struct records waiting;
	const struct waiting_line *items;
	enum status status = OK;

	if (resident->person % 3 != 0 || resident->facts[resident->road.rounds_count - 1].decision == 0 ||
	    resident->facts[resident->road.rounds_count - 1].assignments[0] != 0)
		return OK;
	status = assignment_waiting_of(&filling->journal, resident->person, &waiting, fault);
	items = waiting.items;
	for (size_t i = 0; status == OK && i < waiting.count; i++)
		status = choose(filling, &items[i], fault);
	return status;
}

/* Who represents the resident gets a letter with a code of their own. */
static enum status let_in(struct filling *filling, const struct resident *resident, struct fault *fault)
{
	struct representative acts;
	struct code_renewal renewal = { .person = resident->person, .because = "asked" };
	int64_t fact;
	enum status status =
		representative_of(&filling->journal, resident->person, filling->ground.of->day, &acts, fault);

	renewal.representative = acts.representative;
	return status == OK ? acts_append(filling, &code_renewed_kind, resident->worker->account, &renewal,
	                                  &fact, fault)
	                    : (status == NOT_FOUND ? OK : status);
}

/* The letters with which nobody decides have left on their day, so that their codes let people in. */
static enum status send(struct filling *filling, const struct resident *resident, struct fault *fault)
{
	struct records letters;
	const struct letter_line *items;
	enum status status =
		letters_of(&filling->journal, resident->person, filling->ground.of->day, &letters, fault);

	items = letters.items;
	for (size_t i = 0; status == OK && i < letters.count; i++) {
		struct dispatch left = { .letter = items[i].letter,
			                 .dispatched_on = items[i].dated,
			                 .how = "post" };
		bool is_sent =
			strcmp(items[i].sort, "confirmation") == 0 || strcmp(items[i].sort, "code") == 0;
		int64_t fact;

		if (is_sent && !date_is(items[i].dispatched_on))
			status = acts_append(filling, &letter_dispatched_kind, resident->worker->account,
			                     &left, &fact, fault);
	}
	return status;
}

static enum status own(struct filling *filling, int64_t number, struct fault *fault)
{
	const struct resident *resident = &filling->residents[number];
	bool is_helped = resident->road.rounds_count > 0 && resident->facts[0].assignments[0] != 0;
	enum status status = OK;

	if (is_helped && number % ASKED_ONE_IN == 1)
		status = ask(filling, resident, fault);
	if (status == OK && is_helped && number % CORRECTED_ONE_IN == 2)
		status = correct(filling, resident, fault);
	if (status == OK && is_helped && number % COMPLAINED_ONE_IN == 3)
		status = complain(filling, resident, fault);
	if (status == OK && number % ACTED_FOR_ONE_IN == ACTED_FOR_REST)
		status = let_in(filling, resident, fault);
	if (status == OK)
		status = send(filling, resident, fault);
	return status == OK ? choose_some(filling, resident, fault) : status;
}

enum status own_for_some(struct filling *filling, struct fault *fault)
{
	enum status status = db_begin(filling->journal.db, fault);

	if (status)
		return status;
	filling->clock = (struct clock){ filling->ground.of->day, CLOSING };
	for (int64_t i = 0; status == OK && i < filling->ground.of->residents; i++)
		if (filling->residents[i].person != 0 && filling->residents[i].worker != NULL) {
			status = own(filling, i, fault);
			arena_clear(filling->arena);
		}
	return db_end(filling->journal.db, status, fault);
}
