/* SPDX-License-Identifier: EUPL-1.2 */
#include "demo/desk.h"

#include <string.h>

#include "common/journal/task.h"
#include "common/person/representative.h"
#include "common/scheme/route.h"
#include "contract/exchange/compose.h"
#include "contract/exchange/order.h"
#include "contract/exchange/order_end.h"
#include "contract/exchange/report.h"
#include "practice/assignment/assignment.h"
#include "practice/decision/at_once.h"
#include "practice/desk/offer.h"
#include "practice/desk/question.h"
#include "practice/desk/received.h"
#include "practice/desk/urgent.h"

#define QUESTIONS_LEAST 6
#define QUESTIONS_MOST 40
#define CHANCE_OF_CALLERS 110

static enum status append(struct filling *filling, const struct journal_kind *kind, void *item,
                          int64_t *ret_fact, struct fault *fault)
{
	return acts_append(filling, kind, settings_account(filling->ground.of, "desk")->account, item,
	                   ret_fact, fault);
}

/* --- questions --- */

/* What is asked, and what the desk says. */
static const struct {
	const char *asked, *answer;
} talks[] = {
	{ "Mijn moeder eet slecht nu zij alleen woont. Wat is er in de buurt?",
	  "De eettafel in het buurthuis, elke dag om twaalf uur; een vrijwilliger haalt haar de eerste keer "
	  "op." },
	{ "Ik kan mijn vuilnisbak niet meer aan de weg zetten.",
	  "De buurtvereniging doet het elke week; het begint deze maandag." },
	{ "Wie helpt mij met een brief van de belastingdienst?",
	  "Het formulierenspreekuur in de bibliotheek, op woensdagochtend." },
	{ "Mijn man vergeet veel en ik kan hem niet alleen laten.",
	  "Een vrijwilliger blijft op donderdagmiddag bij hem; de mantelzorgcoach belt mevrouw." },
	{ "Waar leen ik een rolstoel voor twee weken?", "Bij de uitleen van de thuiszorgwinkel." },
};

/* In the order in which they come by, again and again. */
enum question_end {
	END_OPEN,
	END_TOLD,
	END_PASSED_ON,
	END_ARRANGED,
	END_CONFIRMED,
	END_OPEN_PARTNER,
	ENDS_COUNT
};

uint32_t desk_questions(const struct filling *filling)
{
	int64_t wanted = filling->ground.of->residents / 12;

	return (uint32_t)(wanted < QUESTIONS_LEAST  ? QUESTIONS_LEAST
	                  : wanted > QUESTIONS_MOST ? QUESTIONS_MOST
	                                            : wanted);
}

struct date desk_question_day(const struct filling *filling, uint32_t question)
{
	bool is_over = question % ENDS_COUNT == END_TOLD || question % ENDS_COUNT == END_ARRANGED;

	return date_add_days(filling->ground.of->day, -(int32_t)(is_over ? question / 6 : question % 9));
}

/* A theme that is for a partner on the day, or NULL. */
static const char *partner_theme(const struct filling *filling, struct date on)
{
	const struct demo_schemes *schemes = filling->ground.schemes;

	for (size_t i = 0; i < schemes->count; i++) {
		const struct scheme *scheme = &schemes->items[i].scheme;
		const struct scheme_scope *scope = scheme->scope.items;

		for (size_t j = 0; j < scheme->scope.count; j++)
			if (scheme_scope_on(scheme, scope[j].theme, on) == &scope[j] &&
			    !scheme_route_of(scheme, &scope[j]).is_ours)
				return scope[j].theme;
	}
	return NULL;
}

static enum status answer(struct filling *filling, const struct act *act, int64_t question, bool is_arranged,
                          struct fault *fault)
{
	struct question_answer answered = { .question = question,
		                            .outcome = is_arranged ? "arranged" : "told",
		                            .words = talks[act->resident % COUNT(talks)].answer,
		                            .answered_on = act->on };
	int64_t fact;

	return append(filling, &question_answered_kind, &answered, &fact, fault);
}

static enum status pass_on(struct filling *filling, const struct received_question *received,
                           bool is_confirmed, struct fault *fault)
{
	struct question passed = { .question = received->question,
		                   .theme = received->theme,
		                   .asked = received->asked,
		                   .channel = received->channel,
		                   .asked_on = received->asked_on,
		                   .spoken_with = "Medewerker van de telefoon" };
	struct pass_on_confirmation confirmed = { .question = received->question,
		                                  .by = "Medewerker van het team",
		                                  .confirmed_on = received->asked_on };
	int64_t fact;
	enum status status = append(filling, &question_passed_on_kind, &passed, &fact, fault);

	return status == OK && is_confirmed
	               ? append(filling, &pass_on_confirmed_kind, &confirmed, &fact, fault)
	               : status;
}

static enum status perform_question(struct filling *filling, const struct act *act, struct fault *fault)
{
	static const char *const sources[] = { "carer", "resident", "chain_partner", "resident",
		                               "representative" };
	struct chance chance = acts_chance(filling, CHANCE_OF_CALLERS, act->resident);
	struct identity caller = people_choose(filling->people, &chance, filling->arena);
	enum question_end end = act->resident % ENDS_COUNT;
	bool is_partner = strcmp(sources[act->resident % COUNT(sources)], "chain_partner") == 0;
	bool passes = end == END_PASSED_ON || end == END_CONFIRMED;
	struct received_question received = {
		.who = { .name = identity_name(&caller, filling->arena),
		         .organisation = is_partner ? "Huisartsenpraktijk" : NULL,
		         .phone = "0612345678" },
		.from_whom = sources[act->resident % COUNT(sources)],
		.channel = act->resident % 3 == 0 ? "counter" : "phone",
		.theme = passes ? partner_theme(filling, act->on) : NULL,
		.asked = talks[act->resident % COUNT(talks)].asked,
		.asked_on = act->on,
	};
	int64_t fact;
	enum status status;

	if (end == END_OPEN)
		received.back_on = date_add_days(act->on, 2);
	status = append(filling, &question_received_kind, &received, &fact, fault);
	if (status != OK || end == END_OPEN || end == END_OPEN_PARTNER || (passes && received.theme == NULL))
		return status;
	if (passes)
		return pass_on(filling, &received, end == END_CONFIRMED, fault);
	return answer(filling, act, fact, end == END_ARRANGED, fault);
}

/* --- with a report --- */

bool desk_has_more(uint32_t number)
{
	return number % 9 == 4 || number % 5 == 0 || number % 16 == 3;
}

static enum status name_representative(struct filling *filling, const struct act *act, struct fault *fault)
{
	struct chance chance = acts_chance(filling, CHANCE_OF_CALLERS, 1000 + act->resident);
	struct identity who = people_choose(filling->people, &chance, filling->arena);
	bool is_mentor = act->resident % 2 == 0;
	struct representative_named named = {
		.person = filling->residents[act->resident].person,
		.sort = is_mentor ? "mentor" : "child",
		.who = { .name = identity_name(&who, filling->arena),
		         .organisation = is_mentor ? "Mentorschap Verzonnen" : NULL,
		         .street = who.street,
		         .house_number = who.house_number,
		         .postcode = who.postcode,
		         .place = who.place,
		         .phone = "0612345679" },
		.ground = is_mentor ? "Beschikking van de kantonrechter, ingezien."
		                    : "Zelf gezegd; er is geen curator, mentor, gemachtigde of partner.",
		.from = act->on,
	};
	int64_t fact;

	return append(filling, &representative_named_kind, &named, &fact, fault);
}

static enum status offer(struct filling *filling, const struct act *act, int64_t report, struct fault *fault)
{
	struct support_offer support = { .report = report,
		                         .told = "client",
		                         .answer = act->resident % 2 == 0 ? "wants" : "declines",
		                         .supporter = act->resident % 2 == 0 ? "Cliëntondersteuning Verzonnen"
		                                                             : NULL,
		                         .offered_on = act->on };
	struct personal_plan plan = { .report = report, .on = act->on };
	bool has_plan = act->resident % 10 == 0;
	int64_t fact;
	enum status status = append(filling, &support_offered_kind, &support, &fact, fault);

	plan.words = has_plan ? "Mijn dochter doet de was. Ik wil zelf blijven koken, en hulp bij zwaar werk."
	                      : "Aan de telefoon: dat hoeft niet.";
	if (status)
		return status;
	return append(filling, has_plan ? &plan_received_kind : &plan_waived_kind, &plan, &fact, fault);
}

/* The order leaves, and the care begins, the same day; an order without a BSN waits for it. */
static enum status begin_at_once(struct filling *filling, const struct act *act, int64_t urgent,
                                 struct fault *fault)
{
	const struct resident *resident = &filling->residents[act->resident];
	const struct scheme *scheme =
		schemes_with_product(filling->ground.schemes, resident->road.rounds[0].lines[0].product);
	struct records lines = { 0 };
	const struct assignment_line *line;
	bool waits = false;
	enum status status = assignments_of(&filling->journal, resident->person, &lines, fault);

	line = lines.items;
	if (status == OK && lines.count > 0)
		status = journal_has_task(&filling->journal, resident->person, "order-bsn",
		                          line[0].assignment, &waits, fault);
	if (status != OK || lines.count == 0 || line[0].decision != urgent || waits)
		return status;
	{
		const struct scheme_party *party = scheme_party(scheme, line[0].party);
		struct order_sent sent = { resident->person, line[0].assignment,
			                   order_identification(line[0].assignment, filling->arena) };
		struct start_reported start = { .person = resident->person,
			                        .assignment = line[0].assignment,
			                        .started_on = act->on };
		int64_t fact;

		status = acts_append(filling, &order_sent_kind, MESSENGER, &sent, &fact, fault);
		start.message = arena_print(filling->arena, "U%09lld", (long long)line[0].assignment);
		start.sender = party == NULL ? "" : party->agb;
		start.content_mark = start.message;
		return status == OK
		               ? acts_append(filling, &start_reported_kind, MESSENGER, &start, &fact, fault)
		               : status;
	}
}

static enum status help_at_once(struct filling *filling, const struct act *act, int64_t report,
                                struct fault *fault)
{
	const struct road_line *line = &filling->residents[act->resident].road.rounds[0].lines[0];
	struct urgent_help urgent = { .report = report,
		                      .product = line->product,
		                      .amount = line->amount,
		                      .help = "Elke ochtend een uur hulp bij opstaan en wassen.",
		                      .reason = "U bent gevallen en er is niemand in huis.",
		                      .decided_on = act->on,
		                      .starts_on = act->on };
	int64_t fact;
	enum status status;

	if (line->product == NULL || filling->residents[act->resident].road.rounds[0].lines_count == 0)
		return OK;
	urgent.decided_by = settings_account(filling->ground.of, "decider")->name;
	status = append(filling, &urgent_help_given_kind, &urgent, &fact, fault);
	return status == OK ? begin_at_once(filling, act, fact, fault) : status;
}

static enum status perform_around(struct filling *filling, const struct act *act, struct fault *fault)
{
	int64_t report = filling->residents[act->resident].facts[0].report;
	enum status status = OK;

	if (act->resident % 9 == 4)
		status = name_representative(filling, act, fault);
	if (status == OK && act->resident % 5 == 0)
		status = offer(filling, act, report, fault);
	if (status == OK && act->resident % 16 == 3)
		status = help_at_once(filling, act, report, fault);
	return status;
}

/* --- closing --- */

struct date desk_closing_day(const struct resident *resident, uint32_t number)
{
	const struct road_round *round = &resident->road.rounds[0];

	if (round->lines_count > 0 || !date_is(round->concluded_on) || number % 2 == 1)
		return (struct date){ 0 };
	return date_add_days(round->concluded_on, 3);
}

static enum status perform_closing(struct filling *filling, const struct act *act, struct fault *fault)
{
	struct case_closing closing = { .report = filling->residents[act->resident].facts[0].report,
		                        .outcome = "told",
		                        .words = "u met de hulp in de buurt verder kunt",
		                        .closed_on = act->on };
	int64_t fact;

	return append(filling, &case_closed_kind, &closing, &fact, fault);
}

enum status desk_perform(struct filling *filling, const struct act *act, struct fault *fault)
{
	if (act->sort == ACT_QUESTION)
		return perform_question(filling, act, fault);
	return act->sort == ACT_AROUND ? perform_around(filling, act, fault)
	                               : perform_closing(filling, act, fault);
}

enum status desk_tell_providers(struct filling *filling, const struct decision *decision, struct fault *fault)
{
	const struct at_once_support *support = decision->at_once_support.items;
	const char *manager = settings_account(filling->ground.of, "contract_manager")->account;
	enum status status = OK;

	for (size_t i = 0; status == OK && i < decision->at_once_support.count; i++) {
		struct order_end_told told = { decision->person, support[i].assignment,
			                       "Gebeld met de planner: de tijdelijke hulp stopt." };
		bool waits = false;
		int64_t fact;

		status = journal_has_task(&filling->journal, decision->person, "order-ends-early",
		                          support[i].assignment, &waits, fault);
		if (status == OK && waits)
			status = acts_append(filling, &order_end_told_kind, manager, &told, &fact, fault);
	}
	return status;
}
