/* SPDX-License-Identifier: EUPL-1.2 */
#include "demo/acts.h"

#include "demo/budgets.h"

#include <assert.h>
#include <string.h>

#include "common/person/vault.h"
#include "common/scheme/adoption.h"
#include "contract/agreement/agreement.h"
#include "contract/exchange/compose.h"
#include "contract/exchange/order.h"
#include "contract/exchange/report.h"
#include "demo/desk.h"
#include "demo/planned.h"
#include "demo/tenders.h"
#include "practice/assignment/assignment.h"
#include "practice/decision/decision.h"
#include "practice/desk/desk.h"
#include "practice/desk/offer.h"
#include "practice/investigation/investigation.h"

#define LOOK_DAYS 182 /* after the first day: whether it works */
#define LATE_DAYS 45
#define PLAN_DAYS 12            /* seven, with what days off can add */
#define OFFICE_OPENS (9 * 3600) /* in seconds since midnight */
#define OFFICE_HOURS (8 * 3600)
#define ACT_SECONDS 60

/* An act being performed. */
struct performance {
	struct filling *filling;
	const struct act *act;
	struct resident *resident;
	struct road_round *round;
	struct round_facts *facts;
	struct chance chance;
};

struct chance acts_chance(const struct filling *filling, uint64_t purpose, uint64_t number)
{
	uint64_t seed =
		(uint64_t)filling->ground.settings->seed + (uint64_t)filling->journal.register_id * 1000003;

	return chance_new(seed, purpose, number);
}

static const char *pick(struct performance *performance, struct texts texts)
{
	return texts.items[chance_below(&performance->chance, (int64_t)texts.count)];
}

/* Somebody with that role. */
static const struct demo_account *somebody(struct performance *performance, const char *role)
{
	const struct records *accounts = &performance->filling->ground.of->accounts;
	const struct demo_account *account = accounts->items;
	int64_t drawn = chance_below(&performance->chance, (int64_t)accounts->count);

	for (size_t i = 0; i < accounts->count; i++) {
		const struct demo_account *found = &account[(i + (size_t)drawn) % accounts->count];

		if (strcmp(found->role, role) == 0)
			return found;
	}
	return account;
}

static const struct demo_account *account_named(const struct filling *filling, const char *name)
{
	const struct demo_account *account = filling->ground.of->accounts.items;

	while (strcmp(account->account, name) != 0)
		account++; /* the door chose from the same accounts */
	return account;
}

/* Each act takes a minute; on a busy day what is left is done when the office closes. */
static void set_clock(struct filling *filling, struct date day)
{
	int64_t seconds;

	if (filling->clock.fixed_day.day != day.day)
		filling->acts_today = 0;
	seconds = filling->acts_today++ * ACT_SECONDS;
	filling->clock =
		(struct clock){ day,
		                OFFICE_OPENS + (int32_t)(seconds < OFFICE_HOURS ? seconds : OFFICE_HOURS) };
}

/* One fact; a finding means that the plan asked for what a rule forbids. */
static enum status append(struct filling *filling, const struct journal_kind *kind, const char *account,
                          void *item, int64_t *ret_fact, struct fault *fault)
{
	struct findings findings = findings_new(filling->arena, "en");
	enum status status;

	filling->journal.account = account;
	status = journal_append(&filling->journal, kind, item, &findings, ret_fact, fault);
	if (status == FINDINGS)
		return fault_set(fault, FAILED, "the demonstration's %s was refused: %s: %s", kind->name,
		                 findings.items[0].code, findings.items[0].words);
	return status;
}

enum status acts_append(struct filling *filling, const struct journal_kind *kind, const char *account,
                        void *item, int64_t *ret_fact, struct fault *fault)
{
	return append(filling, kind, account, item, ret_fact, fault);
}

enum status acts_adopt(struct filling *filling, struct date on, const char *scheme, struct fault *fault)
{
	const struct act act = { .on = on };
	struct performance performance = { .filling = filling,
		                           .act = &act,
		                           .chance = acts_chance(filling, 0, 0) };
	struct scheme_adopted adopted = { .text = scheme };
	int64_t fact;

	set_clock(filling, on);
	return append(filling, &scheme_adopted_kind, somebody(&performance, "policy_adviser")->account,
	              &adopted, &fact, fault);
}

/* --- the first round begins with somebody new, the second with somebody known --- */

static const char *choose_channel(struct performance *performance)
{
	static const char *const channels[] = {
		"phone", "phone", "phone", "form", "form", "counter", "letter"
	};

	return channels[chance_below(&performance->chance, COUNT(channels))];
}

static enum status perform_report(struct performance *performance, struct fault *fault)
{
	struct filling *filling = performance->filling;
	struct resident *resident = performance->resident;
	bool is_new = resident->person == 0;
	struct chance chance = acts_chance(filling, CHANCE_OF_IDENTITY, performance->act->resident);
	struct report report = { .person = resident->person,
		                 .asked = pick(performance, is_new ? performance->round->lines[0].need->asked
		                                                   : filling->ground.settings->needs.renewed),
		                 .channel = choose_channel(performance),
		                 .received_on = performance->act->on };
	enum status status;

	if (is_new)
		report.who = people_choose(filling->people, &chance, filling->arena);
	if (is_new && !date_is(resident->road.bsn_on))
		report.who.bsn = resident->bsn;
	status = append(filling, &report_received_kind, somebody(performance, "desk")->account, &report,
	                &performance->facts->report, fault);
	if (status)
		return status;
	resident->person = report.person;
	resident->worker = account_named(filling, report.contact);
	return OK;
}

/* Who is done within seven days has asked about an own plan; who has one reads what was done with it. */
static enum status perform_own_plan(struct performance *performance, struct investigation *investigation,
                                    struct fault *fault)
{
	struct filling *filling = performance->filling;
	struct records plans = { 0 };
	struct personal_plan waived = { .report = performance->facts->report,
		                        .words = "Aan de telefoon: er komt geen eigen plan.",
		                        .on = performance->act->on };
	int64_t fact;
	enum status status = desk_plans_of(&filling->journal, performance->facts->report, &plans, fault);

	for (size_t i = 0; status == OK && i < plans.count; i++)
		if (!((const struct own_plan_line *)plans.items)[i].is_waived)
			investigation->own_plan =
				"namen over wat u zelf blijft doen en op welke dagen het u past.";
	if (status != OK || plans.count > 0 ||
	    performance->act->on.day > performance->round->received_on.day + PLAN_DAYS)
		return status;
	return append(filling, &plan_waived_kind, performance->resident->worker->account, &waived, &fact,
	              fault);
}

static enum status perform_investigation(struct performance *performance, struct fault *fault)
{
	struct filling *filling = performance->filling;
	const struct road_round *round = performance->round;
	const struct demo_need *need = round->lines[0].need;
	struct investigation investigation = { .report = performance->facts->report,
		                               .concluded_on = performance->act->on,
		                               .needs = pick(performance, need->needed),
		                               .own_strength = pick(performance, need->own_strength),
		                               .network = pick(performance, need->network),
		                               .network_helps = "no",
		                               .general_provisions =
		                                       pick(performance, need->general_provisions),
		                               .conclusion = pick(performance, need->conclusion) };
	struct investigation_line *lines;
	int64_t fact;
	enum status status;

	filling->journal.account = performance->resident->worker->account;
	status = perform_own_plan(performance, &investigation, fault);
	if (status)
		return status;
	status = planned_investigate(&(struct planned){ filling, performance->resident, round,
	                                                performance->facts->report, performance->act->on },
	                             fault);
	if (status)
		return status;
	if (round->lines_count == 0)
		investigation.conclusion = pick(performance, filling->ground.settings->needs.not_needed);
	investigation.lines = records_new(&investigation_line_record, round->lines_count, filling->arena);
	lines = investigation.lines.items;
	for (size_t i = 0; i < round->lines_count; i++)
		lines[i] = (struct investigation_line){ round->lines[i].product, round->lines[i].amount };
	return append(filling, &investigation_concluded_kind, performance->resident->worker->account,
	              &investigation, &fact, fault);
}

static enum status perform_application(struct performance *performance, struct fault *fault)
{
	struct application application = { .report = performance->facts->report,
		                           .received_on = performance->act->on };
	int64_t fact;

	return append(performance->filling, &application_received_kind,
	              performance->resident->worker->account, &application, &fact, fault);
}

/* Chance may give two who do not know each other the same address. */
static enum status excuse_households(struct performance *performance, struct decision *decision,
                                     struct fault *fault)
{
	struct decision_line *lines = decision->lines.items;
	enum status status = OK;

	for (size_t i = 0; status == OK && i < decision->lines.count; i++) {
		bool has = false;

		status = decision_household_has(&performance->filling->journal, performance->resident->person,
		                                &lines[i], &has, fault);
		if (has)
			lines[i].household_reason =
				"Op dit adres wonen twee huishoudens, met elk een eigen keuken.";
	}
	return status;
}

/* Who lately got help looks with the worker whether it works; those looks are not long past. */
static struct date look_on(const struct filling *filling, const struct road_line *line)
{
	struct date look = date_add_days(line->from, LOOK_DAYS);
	struct date until = date_is(line->last_day) ? line->last_day : DATE_LAST;

	if (date_before(look, date_add_days(filling->ground.of->day, -LATE_DAYS)) ||
	    !date_before(look, until))
		return (struct date){ 0 };
	return look;
}

static bool is_bought_in(const struct performance *of)
{
	return budgets_chosen(of->resident, of->round, of->act->resident);
}

static enum status perform_decision(struct performance *performance, struct fault *fault)
{
	struct filling *filling = performance->filling;
	const struct demo_needs *words = &filling->ground.settings->needs;
	const struct road_round *round = performance->round;
	const struct demo_account *decider = somebody(performance, "decider");
	struct decision decision = { .report = performance->facts->report,
		                     .decided_on = performance->act->on,
		                     .outcome = round->is_granted ? "granted" : "refused",
		                     .reasons = pick(performance,
		                                     round->is_granted ? words->granted : words->refused),
		                     .contribution = round->is_granted ? "due" : NULL,
		                     .decided_by = decider->name };
	struct decision_line *lines;
	enum status status;

	decision.lines = records_new(&decision_line_record, round->is_granted ? round->lines_count : 0,
	                             filling->arena);
	lines = decision.lines.items;
	for (size_t i = 0; i < decision.lines.count; i++)
		lines[i] =
			(struct decision_line){ .product = round->lines[i].product,
			                        .amount = round->lines[i].amount,
			                        .from = round->lines[i].from,
			                        .last_day = round->lines[i].last_day,
			                        .evaluate_on = look_on(filling, &round->lines[i]),
			                        .reasons = pick(performance, round->lines[i].need->reasons) };
	if (is_bought_in(performance))
		decision.budgets = budgets_of(lines, filling->arena);
	status = planned_decide(&(struct planned){ filling, performance->resident, round,
	                                           performance->facts->report, performance->act->on },
	                        &decision, fault);
	if (status == OK)
		status = excuse_households(performance, &decision, fault);
	if (status == OK)
		status = append(filling, &decision_taken_kind, decider->account, &decision,
		                &performance->facts->decision, fault);
	return status == OK ? desk_tell_providers(filling, &decision, fault) : status;
}

/* --- assignment --- */

/* Those who can serve as well as the first: by the same lane, and in nobody's place. */
static size_t count_equals(const struct assign_answer *answer)
{
	size_t count = 1;

	while (count < answer->able_count && answer->candidates[count].lane == answer->candidates[0].lane &&
	       answer->candidates[count].instead_of == answer->candidates[0].instead_of)
		count++;
	return count;
}

/* Those who have the expertise that is asked stand first. */
static size_t count_experts(const struct assign_answer *answer)
{
	size_t count = 0;

	while (count < answer->able_count && (answer->candidates[count].reasons & REASON_EXPERT) != 0)
		count++;
	return count;
}

/*
 * One of those who can serve best, or where the resident may choose one of all who can, and who have the
 * expertise where it is asked; NULL: nobody can.
 */
static const char *choose_deliverer(struct performance *performance, const struct advice *advice)
{
	const struct assign_answer *answer = advice->answer;
	size_t among = answer->able_count;
	int64_t chosen = 0;

	if (among == 0)
		return NULL;
	if (!answer->has_choice)
		among = count_equals(answer);
	else if (count_experts(answer) > 0)
		among = count_experts(answer);
	if (among > 1)
		chosen = chance_below(&performance->chance, (int64_t)among);
	return advice->view.set->parties.items[answer->candidates[chosen].party].name;
}

/* Whether the resident tells who delivers this product already; the second time the register knows it. */
static bool is_told(const struct performance *performance, const struct road_line *line)
{
	const struct demo_kept *kept = performance->resident->road.kept;

	return kept != NULL && performance->act->round == 0 && strcmp(kept->product, line->product) == 0;
}

static struct texts expertise_for(const struct demo_need *need, struct arena *arena)
{
	struct texts expertise = { .items = ARENA_MANY(arena, 1, const char *) };

	if (need->expertise != NULL)
		expertise.items[expertise.count++] = need->expertise;
	return expertise;
}

static enum status assign_line(struct performance *performance, size_t number, struct fault *fault)
{
	struct filling *filling = performance->filling;
	const struct road_line *line = &performance->round->lines[number];
	struct advice_asked asked = { .person = performance->resident->person,
		                      .product = line->product,
		                      .on = date_before(line->from, performance->act->on)
		                                    ? performance->act->on
		                                    : line->from };
	struct assignment assignment = { .person = asked.person,
		                         .decision = performance->facts->decision,
		                         .line = (int64_t)number,
		                         .from = asked.on,
		                         .choice = "scheme" };
	struct advice advice;
	enum status status;

	asked.expertise = assignment.expertise = expertise_for(line->need, filling->arena);
	if (is_told(performance, line)) {
		asked.current = assignment.current = performance->resident->road.kept->provider;
		asked.since = assignment.since = performance->resident->road.kept_since;
	}
	status = assignment_advice(&filling->journal, &asked, &advice, fault);
	if (status)
		return status;
	assignment.deliverer = choose_deliverer(performance, &advice);
	if (assignment.deliverer == NULL)
		return OK; /* the line stays on the waiting list */
	if (advice.answer->has_choice)
		assignment.choice = chance_percent(&performance->chance, 90) ? "resident" : "representative";
	status = append(filling, &assignment_made_kind, performance->resident->worker->account, &assignment,
	                &performance->facts->assignments[number], fault);
	if (status)
		return status;
	performance->facts->parties[number] = schemes_party(filling->ground.schemes, assignment.party);
	return OK;
}

static enum status perform_assignment(struct performance *performance, struct fault *fault)
{
	enum status status = OK;

	for (size_t i = 0; status == OK && !is_bought_in(performance) && i < performance->round->lines_count;
	     i++)
		status = assign_line(performance, i, fault);
	return status;
}

static enum status perform_bsn(struct performance *performance, struct fault *fault)
{
	struct bsn_recorded recorded = { .person = performance->resident->person,
		                         .bsn = performance->resident->bsn };
	int64_t fact;

	return append(performance->filling, &bsn_recorded_kind, somebody(performance, "desk")->account,
	              &recorded, &fact, fault);
}

/* --- messages --- */

/* The newest order at this order's party: a message is named after it. */
static int64_t newest_at_same_party(const struct round_facts *facts, size_t line)
{
	int64_t newest = facts->assignments[line];

	for (size_t i = 0; i < ROAD_LINES_MAX; i++)
		if (facts->parties[i] == facts->parties[line] && facts->assignments[i] > newest)
			newest = facts->assignments[i];
	return newest;
}

static enum status perform_sending(struct performance *performance, struct fault *fault)
{
	struct filling *filling = performance->filling;
	const struct round_facts *facts = performance->facts;
	enum status status = OK;
	int64_t fact;

	for (size_t i = 0; status == OK && i < performance->round->lines_count; i++) {
		struct order_sent sent = { performance->resident->person, facts->assignments[i],
			                   order_identification(newest_at_same_party(facts, i),
			                                        filling->arena) };

		if (sent.assignment != 0)
			status = append(filling, &order_sent_kind, MESSENGER, &sent, &fact, fault);
	}
	return status;
}

static const char *draw_mark(struct performance *performance)
{
	const char *mark = "";

	for (int i = 0; i < 8; i++)
		mark = arena_print(performance->filling->arena, "%s%08llx", mark,
		                   (long long)chance_below(&performance->chance, INT64_C(1) << 32));
	return mark;
}

static enum status perform_start(struct performance *performance, struct fault *fault)
{
	struct filling *filling = performance->filling;
	size_t line = performance->act->line;
	struct start_reported start = { .person = performance->resident->person,
		                        .assignment = performance->facts->assignments[line],
		                        .started_on = performance->round->lines[line].started_on };
	int64_t fact;

	if (start.assignment == 0)
		return OK;
	start.message = arena_print(filling->arena, "S%09lld", (long long)start.assignment);
	start.sender = performance->facts->parties[line]->agb;
	start.content_mark = draw_mark(performance);
	return append(filling, &start_reported_kind, MESSENGER, &start, &fact, fault);
}

static enum status perform_decline(struct performance *performance, struct fault *fault)
{
	size_t line = performance->act->line;
	struct order_declined declined = { .person = performance->resident->person,
		                           .assignment = performance->facts->assignments[line],
		                           .reason = "no_staff" };
	int64_t fact;

	if (declined.assignment == 0)
		return OK;
	return append(performance->filling, &order_declined_kind, MESSENGER, &declined, &fact, fault);
}

static enum status perform_stop(struct performance *performance, struct fault *fault)
{
	struct filling *filling = performance->filling;
	const struct delivering *plan = &performance->resident->delivering;
	size_t line = performance->act->line;
	int64_t assignment = performance->facts->assignments[line], fact;
	const char *message = arena_print(filling->arena, "E%09lld", (long long)assignment);
	struct pause_reported pause = { .person = performance->resident->person,
		                        .assignment = assignment,
		                        .last_day = plan->last_day,
		                        .reason = plan->pause_reason,
		                        .message = message };
	struct stop_reported stop = { .person = performance->resident->person,
		                      .assignment = assignment,
		                      .last_day = plan->last_day,
		                      .reason = plan->stop_reason,
		                      .message = message };

	if (assignment == 0)
		return OK;
	pause.sender = stop.sender = performance->facts->parties[line]->agb;
	pause.content_mark = stop.content_mark = draw_mark(performance);
	if (plan->stop_reason != NULL)
		return append(filling, &stop_reported_kind, MESSENGER, &stop, &fact, fault);
	return append(filling, &pause_reported_kind, MESSENGER, &pause, &fact, fault);
}

static enum status perform_resume(struct performance *performance, struct fault *fault)
{
	struct filling *filling = performance->filling;
	size_t line = performance->act->line;
	struct resume_reported resume = { .person = performance->resident->person,
		                          .assignment = performance->facts->assignments[line],
		                          .resumed_on = performance->resident->delivering.resumed_on };
	int64_t fact;

	if (resume.assignment == 0)
		return OK;
	resume.message = arena_print(filling->arena, "H%09lld", (long long)resume.assignment);
	resume.sender = performance->facts->parties[line]->agb;
	resume.content_mark = draw_mark(performance);
	return append(filling, &resume_reported_kind, MESSENGER, &resume, &fact, fault);
}

/* --- who speaks for a provider --- */

static enum status perform_contact(struct filling *filling, const struct act *act, struct fault *fault)
{
	const struct demo_contact *contact = &filling->contacts[act->resident];
	struct performance performance = { .filling = filling,
		                           .act = act,
		                           .chance = acts_chance(filling, CHANCE_OF_CONTACTS,
		                                                 act->resident + 1) };
	const char *manager = somebody(&performance, "contract_manager")->account;
	struct contact_named named = {
		.party = contact->party, .corner = contact->corner, .name = contact->name, .from = act->on
	};
	struct contact_left left = { .party = contact->party, .corner = contact->corner, .on = act->on };
	int64_t fact;

	if (act->sort == ACT_NAME_CONTACT)
		return append(filling, &contact_named_kind, manager, &named, &fact, fault);
	return append(filling, &contact_left_kind, manager, &left, &fact, fault);
}

enum status acts_perform(struct filling *filling, const struct act *act, struct fault *fault)
{
	static enum status (*const perform[])(struct performance *, struct fault *) = {
		[ACT_REPORT] = perform_report,     [ACT_INVESTIGATE] = perform_investigation,
		[ACT_APPLY] = perform_application, [ACT_DECIDE] = perform_decision,
		[ACT_ASSIGN] = perform_assignment, [ACT_RECORD_BSN] = perform_bsn,
		[ACT_SEND] = perform_sending,      [ACT_START] = perform_start,
		[ACT_DECLINE] = perform_decline,   [ACT_STOP] = perform_stop,
		[ACT_RESUME] = perform_resume,
	};
	struct performance performance = {
		.filling = filling,
		.act = act,
		.chance = acts_chance(filling, (uint64_t)(act->round * 64 + act->line * 16 + act->sort),
		                      act->resident),
	};

	set_clock(filling, act->on);
	if (act->sort == ACT_TENDER)
		return tenders_perform(filling, act->resident, fault);
	if (act->sort >= ACT_AROUND)
		return desk_perform(filling, act, fault);
	if (perform[act->sort] == NULL)
		return perform_contact(filling, act, fault);
	performance.resident = &filling->residents[act->resident];
	performance.round = &performance.resident->road.rounds[act->round];
	performance.facts = &performance.resident->facts[act->round];
	return perform[act->sort](&performance, fault);
}
