/* SPDX-License-Identifier: EUPL-1.2 */
/* The parts about help: who comes and why that organisation, and what was decided and why. */
#include <string.h>

#include "common/scheme/scheme_book.h"
#include "outlook/resident/mine.h"
#include "platform/base/words.h"
#include "practice/assignment/assign_kept.h"
#include "practice/assignment/assignment.h"
#include "practice/assignment/delivery.h"
#include "practice/assignment/wish.h"
#include "practice/care/care.h"
#include "practice/care/care_change.h"
#include "practice/care/talk.h"
#include "practice/decision/decision.h"
#include "practice/desk/desk_store.h"
#include "practice/objection/objection_keep.h"
#include "practice/term/term_keep.h"

static const struct field mine_help_fields[] = {
	FIELD(struct mine_help, product),   FIELD(struct mine_help, amount),
	FIELD(struct mine_help, provider),  FIELD(struct mine_help, under),
	FIELD(struct mine_help, expertise), FIELD(struct mine_help, state, .max_chars = 1000),
	FIELD(struct mine_help, why),       FIELD(struct mine_help, choose_address),
	FIELD(struct mine_help, worker),    FIELD(struct mine_help, from),
	FIELD(struct mine_help, last_day),  FIELD(struct mine_help, since),
	FIELD(struct mine_help, has_begun),
};
const struct record mine_help_record = RECORD(struct mine_help, "mine_help", mine_help_fields);

static const struct field mine_line_fields[] = {
	FIELD(struct mine_line, product),
	FIELD(struct mine_line, amount),
	FIELD(struct mine_line, reasons, .max_chars = 4000),
	FIELD(struct mine_line, from),
	FIELD(struct mine_line, last_day),
};
static const struct record mine_line_record = RECORD(struct mine_line, "mine_line", mine_line_fields);

static const struct field mine_decision_fields[] = {
	FIELD(struct mine_decision, decision),
	FIELD(struct mine_decision, asked, .max_chars = 4000),
	FIELD(struct mine_decision, received_on),
	FIELD(struct mine_decision, has_investigation),
	FIELD_INSIDE(struct mine_decision, outcome_of, &investigation_outcome_record),
	FIELD(struct mine_decision, outcome),
	FIELD(struct mine_decision, decided_by),
	FIELD(struct mine_decision, authority),
	FIELD(struct mine_decision, reasons, .max_chars = 4000),
	FIELD(struct mine_decision, objection, .max_chars = 1000),
	FIELD(struct mine_decision, object_address),
	FIELD(struct mine_decision, objected, .max_chars = 5000),
	FIELD(struct mine_decision, decided_on),
	FIELD(struct mine_decision, lines, .of = &mine_line_record),
};
const struct record mine_decision_record =
	RECORD(struct mine_decision, "mine_decision", mine_decision_fields);

/* --- why that organisation --- */

/* Who comes, in words that the reasons speak of. */
struct told {
	const struct mine *mine;
	const char *provider, *main, *area;
	struct texts *into;
};

static void say(const struct told *told, const char *words)
{
	told->into->items[told->into->count++] = words;
}

/* By the rule of the lane in which the organisation stands: the same rule that the social worker saw. */
static const char *rule_words(const struct told *told, enum lane_how how)
{
	const struct http_request *request = told->mine->request;
	struct arena *arena = told->mine->arena;

	switch (how) {
	case LANE_KEEP_CURRENT:
		return arena_print(arena, web_words(request, WORDS("%s hielp u al, en dat blijft zo.")),
		                   told->provider);
	case LANE_CLOSED_COHORT:
		return arena_print(
			arena,
			web_words(request,
		                  WORDS("%s hielp u al. Daarom mag u daar blijven, ook nu %s hier de "
		                        "hoofdaanbieder is.")),
			told->provider, told->main);
	case LANE_AREA_LEAD:
		return arena_print(
			arena,
			web_words(request,
		                  WORDS("In %s geeft %s deze hulp aan iedereen die haar nodig heeft.")),
			told->area, told->provider);
	case LANE_COMBINATION_MEMBER:
		return arena_print(
			arena,
			web_words(request,
		                  WORDS("In %s werkt %s samen met anderen. Zij spraken af dat %s bij u "
		                        "in de buurt komt.")),
			told->area, told->main, told->provider);
	case LANE_EXPERTISE:
		return arena_print(
			arena, web_words(request, WORDS("%s heeft de deskundigheid die voor u nodig is.")),
			told->provider);
	case LANE_CHOICE_AMONG:
	default:
		return arena_print(arena,
		                   web_words(request, WORDS("In %s mag %s deze hulp geven, en nog anderen.")),
		                   told->area, told->provider);
	}
}

static const char *choice_words(const struct told *told, const char *choice)
{
	const struct http_request *request = told->mine->request;

	if (strcmp(choice, "resident") == 0)
		return arena_print(told->mine->arena, web_words(request, WORDS("U koos zelf voor %s.")),
		                   told->provider);
	if (strcmp(choice, "representative") == 0)
		return arena_print(told->mine->arena,
		                   web_words(request, WORDS("Uw vertegenwoordiger koos voor %s.")),
		                   told->provider);
	return web_words(request, WORDS("Er was één aanbieder die dit kon doen."));
}

static const struct assign_candidate *candidate_of(const struct assign_kept *kept, const char *deliverer)
{
	uint16_t party = lane_names_find(&kept->set.parties, deliverer);

	for (size_t i = 0; i < kept->answer.count; i++)
		if (party != LANE_NONE && kept->answer.candidates[i].party == party)
			return &kept->answer.candidates[i];
	return NULL;
}

static enum status tell_why(struct mine *mine, const struct assignment_line *assignment,
                            struct mine_help *help)
{
	const struct scheme_entry *entry = scheme_book_with_product(
		mine->journal->schemes, mine->journal->register_id, assignment->product);
	struct assign_kept *kept = ARENA_NEW(mine->arena, struct assign_kept);
	struct assignment_reason reason;
	const struct assign_candidate *candidate;
	struct told told = { .mine = mine,
		             .provider = mine_organisation(mine, assignment->deliverer),
		             .main = mine_organisation(mine, assignment->party),
		             .into = &help->why };
	enum status status = assignment_reason_of(mine->journal, mine->person, assignment->assignment,
	                                          &reason, mine->fault);

	help->why.items = ARENA_MANY(mine->arena, 3, const char *);
	if (status != OK)
		return status == NOT_FOUND ? OK : status;
	say(&told, choice_words(&told, reason.choice));
	if (assign_kept_read(reason.explanation, entry == NULL ? NULL : &entry->lanes, mine->arena, kept) !=
	    OK)
		return OK;
	candidate = candidate_of(kept, assignment->deliverer);
	told.area = kept->set.areas.count == 0 ? "" : kept->set.areas.items[0].label;
	if (candidate != NULL && candidate->lane != LANE_NONE)
		say(&told, rule_words(&told, kept->set.lanes[candidate->lane].how));
	else if (candidate != NULL && (candidate->reasons & REASON_SERVES_NOW) != 0)
		say(&told, rule_words(&told, LANE_KEEP_CURRENT));
	return OK;
}

/* --- who comes --- */

/* Everything about help, as it stands in the slices' tables. */
struct help_rows {
	struct records granted, waiting, assigned, deliveries, begun, wishes, workers, gaps;
};

static const struct assignment_line *assignment_of(const struct mine *mine, const struct help_rows *rows,
                                                   const struct granted_line *line)
{
	const struct assignment_line *items = rows->assigned.items, *found = NULL;

	for (size_t i = 0; i < rows->assigned.count; i++)
		if (items[i].decision == line->decision && items[i].line == line->line &&
		    date_before(mine->today, items[i].valid_until) &&
		    (found == NULL || date_before(items[i].valid_from, found->valid_from)))
			found = &items[i];
	return found;
}

static struct date begun_on(const struct help_rows *rows, int64_t assignment)
{
	const struct care_line *begun = rows->begun.items;

	for (size_t i = 0; i < rows->begun.count; i++)
		if (begun[i].assignment == assignment)
			return begun[i].started_on;
	return (struct date){ 0 };
}

static const char *expertise_of(const struct mine *mine, const struct delivery *delivery)
{
	const struct scheme_entry *entry = scheme_book_with_product(
		mine->journal->schemes, mine->journal->register_id, delivery->product);
	uint16_t party =
		entry == NULL ? LANE_NONE : lane_names_find(&entry->lanes.parties, delivery->deliverer);

	return party == LANE_NONE
	               ? ""
	               : lane_expertise_words(&entry->lanes, entry->lanes.experts[party], mine->arena);
}

/* Help that does not come now: since when, why, and when it goes on, as far as that is known. */
static const char *gap_words(const struct mine *mine, const struct care_gap *gap)
{
	const struct http_request *request = mine->request;
	const char *why = care_gap_reason(gap);
	const char *told =
		arena_print(mine->arena,
	                    strcmp(gap->sort, "stop") == 0
	                            ? web_words(request, WORDS("De hulp is gestopt op %s."))
	                            : web_words(request, WORDS("De hulp komt even niet, sinds %s.")),
	                    mine_day(mine, gap->from_day));

	if (why[0] != '\0')
		told = arena_print(mine->arena, web_words(request, WORDS("%s Waarom: %s.")), told,
		                   web_words(request, why));
	if (!date_is(gap->expected_on))
		return told;
	return arena_print(mine->arena, "%s %s", told,
	                   arena_print(mine->arena,
	                               web_words(request, WORDS("Waarschijnlijk komt de hulp weer op %s.")),
	                               mine_day(mine, gap->expected_on)));
}

static const char *state_words(const struct mine *mine, struct date from, struct date begun,
                               const struct care_gap *gap)
{
	const struct http_request *request = mine->request;

	if (gap != NULL)
		return gap_words(mine, gap);
	if (date_is(begun) && !date_before(mine->today, begun))
		return arena_print(mine->arena, web_words(request, WORDS("De hulp is begonnen op %s.")),
		                   mine_day(mine, begun));
	if (date_before(mine->today, from))
		return arena_print(mine->arena, web_words(request, WORDS("De hulp begint op %s.")),
		                   mine_day(mine, from));
	return arena_print(mine->arena,
	                   web_words(request, WORDS("De hulp zou beginnen op %s. Komt er niemand? Bel uw "
	                                            "aanspreekpunt.")),
	                   mine_day(mine, from));
}

/* Who comes, and how often. */
static const char *worker_words(const struct mine *mine, const struct help_rows *rows, int64_t assignment)
{
	const struct permanent_worker_line *worker =
		permanent_worker_on(&rows->workers, assignment, mine->today);

	if (worker == NULL)
		return "";
	return arena_print(
		mine->arena, web_words(mine->request, WORDS("%s komt %s, sinds %s.")), worker->name,
		permanent_worker_often(worker->times, worker->per, mine->journal->language, mine->arena),
		mine_day(mine, worker->from_day));
}

static enum status show_provider(struct mine *mine, const struct help_rows *rows,
                                 const struct assignment_line *assignment, struct mine_help *help)
{
	struct date on =
		date_before(mine->today, assignment->valid_from) ? assignment->valid_from : mine->today;
	const struct delivery *delivery = delivery_on(&rows->deliveries, assignment->assignment, on);
	struct date begun = begun_on(rows, assignment->assignment);

	if (delivery == NULL)
		return OK;
	help->provider = mine_organisation(mine, delivery->deliverer);
	if (strcmp(delivery->party, delivery->deliverer) != 0)
		help->under = mine_organisation(mine, delivery->party);
	help->expertise = expertise_of(mine, delivery);
	help->worker = worker_words(mine, rows, assignment->assignment);
	help->has_begun = date_is(begun) && !date_before(mine->today, begun);
	help->since = help->has_begun ? delivery->valid_from : (struct date){ 0 };
	help->state = state_words(mine, assignment->valid_from, begun,
	                          care_gap_on(&rows->gaps, assignment->assignment, mine->today));
	return tell_why(mine, assignment, help);
}

/* What waits for a provider and can be chosen. */
static enum status offer_choice(struct mine *mine, const struct help_rows *rows,
                                const struct granted_line *line, struct mine_help *help)
{
	const struct waiting_line *waiting = rows->waiting.items;
	const struct advice_asked asked = {
		.person = mine->person,
		.product = line->product,
		.on = date_before(line->valid_from, mine->today) ? mine->today : line->valid_from,
	};
	struct advice advice = { 0 };
	enum status status = NOT_FOUND;

	for (size_t i = 0; i < rows->waiting.count; i++)
		if (waiting[i].decision == line->decision && waiting[i].line == line->line)
			status = assignment_advice(mine->journal, &asked, &advice, mine->fault);
	if (status == OK && advice.answer->has_choice) {
		help->state = web_words(mine->request, WORDS("U kunt zelf kiezen wie er komt."));
		help->choose_address = arena_print(mine->arena, "/mine/choose/%lld/%lld",
		                                   (long long)line->decision, (long long)line->line);
	}
	return status == NOT_FOUND ? OK : status;
}

/* What was chosen already, and waits for the first day. */
static void tell_wish(const struct mine *mine, const struct help_rows *rows, const struct granted_line *line,
                      struct mine_help *help)
{
	const struct wish_line *wishes = rows->wishes.items;

	for (size_t i = 0; i < rows->wishes.count; i++)
		if (wishes[i].decision == line->decision && wishes[i].line == line->line)
			help->state = arena_print(
				mine->arena,
				web_words(
					mine->request,
					WORDS("U koos op %s voor %s. Uw aanspreekpunt belt u over de eerste "
			                      "dag.")),
				mine_day(mine, wishes[i].wished_on),
				mine_organisation(mine, wishes[i].deliverer));
}

static enum status show_help(struct mine *mine, const struct help_rows *rows, const struct granted_line *line,
                             struct mine_help *help)
{
	const struct assignment_line *assignment = assignment_of(mine, rows, line);
	enum status status;

	*help = (struct mine_help){
		.product = mine_product(mine, line->product),
		.amount = scheme_amount_words(line->amount, line->unit, line->frequency,
		                              mine->journal->language, mine->arena),
		.provider = "",
		.under = "",
		.choose_address = "",
		.worker = "",
		.state = web_words(mine->request,
		                   WORDS("Er is nog geen aanbieder. Wij zoeken iemand voor u.")),
		.from = line->valid_from,
		.last_day = date_last_day(line->valid_until),
	};
	if (assignment != NULL)
		return show_provider(mine, rows, assignment, help);
	status = offer_choice(mine, rows, line, help);
	tell_wish(mine, rows, line, help);
	return status;
}

enum status mine_make_help(struct mine *mine)
{
	struct help_rows rows;
	const struct granted_line *granted;
	struct records *help = &mine->view->help;
	enum status status =
		decision_lines_of(mine->journal, mine->person, mine->today, &rows.granted, mine->fault);

	if (status == OK)
		status = assignment_waiting_of(mine->journal, mine->person, &rows.waiting, mine->fault);
	if (status == OK)
		status = wishes_of(mine->journal, mine->person, &rows.wishes, mine->fault);
	if (status == OK)
		status = assignments_of(mine->journal, mine->person, &rows.assigned, mine->fault);
	if (status == OK)
		status = deliveries_of(mine->journal, mine->person, &rows.deliveries, mine->fault);
	if (status == OK)
		status = care_of(mine->journal, mine->person, &rows.begun, mine->fault);
	if (status == OK)
		status = permanent_workers_of(mine->journal, mine->person, &rows.workers, mine->fault);
	if (status == OK)
		status = care_gaps_of(mine->journal, mine->person, &rows.gaps, mine->fault);
	if (status)
		return status;
	granted = rows.granted.items;
	*help = records_new(&mine_help_record, rows.granted.count, mine->arena);
	help->count = 0;
	for (size_t i = 0; status == OK && i < rows.granted.count; i++)
		if (date_before(mine->today, granted[i].valid_until))
			status = show_help(mine, &rows, &granted[i],
			                   &((struct mine_help *)help->items)[help->count++]);
	return status;
}

/* --- what was decided --- */

/* Awb, art. 6:7 and 6:8: six weeks from the day after the decision was made known. */
static const char *objection_words(const struct mine *mine, struct date until)
{
	long long days = (long long)until.day - mine->today.day;

	if (!date_is(until))
		return web_words(mine->request,
		                 WORDS("U kunt bezwaar maken tot zes weken na de dag waarop wij "
		                       "de brief hebben verstuurd."));
	if (days < 0)
		return "";
	if (days == 0)
		return web_words(mine->request, WORDS("Vandaag is de laatste dag om bezwaar te maken."));
	if (days == 1)
		return arena_print(
			mine->arena,
			web_words(mine->request, WORDS("U kunt nog 1 dag bezwaar maken: tot en met %s.")),
			mine_day(mine, until));
	return arena_print(
		mine->arena,
		web_words(mine->request, WORDS("U kunt nog %lld dagen bezwaar maken: tot en met %s.")), days,
		mine_day(mine, until));
}

static struct records lines_of(const struct mine *mine, const struct records *granted, int64_t decision)
{
	struct records lines = records_new(&mine_line_record, granted->count, mine->arena);
	const struct granted_line *items = granted->items;

	lines.count = 0;
	for (size_t i = 0; i < granted->count; i++)
		if (items[i].decision == decision)
			((struct mine_line *)lines.items)[lines.count++] = (struct mine_line){
				.product = mine_product(mine, items[i].product),
				.amount = scheme_amount_words(items[i].amount, items[i].unit,
				                              items[i].frequency, mine->journal->language,
				                              mine->arena),
				.reasons = items[i].reasons,
				.from = items[i].valid_from,
				.last_day = date_last_day(items[i].valid_until),
			};
	return lines;
}

static struct mine_decision show_decision(const struct mine *mine, const struct decision_kept *kept,
                                          const struct records *granted)
{
	return (struct mine_decision){
		.decision = kept->decision,
		.outcome = web_words(mine->request, choice_label(decision_outcomes, kept->outcome)),
		.decided_by = kept->decided_by,
		.authority = kept->authority,
		.reasons = kept->reasons,
		.objection = "",
		.object_address = "",
		.decided_on = kept->decided_on,
		.lines = lines_of(mine, granted, kept->decision),
	};
}

/* What became of an objection against the decision. */
static enum status tell_objection(struct mine *mine, struct mine_decision *shown)
{
	struct records objections;
	const struct objection_kept *items;
	enum status status =
		objections_of(mine->journal, mine->person, mine->today, &objections, mine->fault);

	shown->objected = "";
	items = objections.items;
	for (size_t i = 0; status == OK && i < objections.count; i++) {
		if (items[i].decision != shown->decision || shown->objected[0] != '\0')
			continue;
		shown->object_address = "";
		shown->objected =
			has_words(items[i].outcome)
				? arena_print(mine->arena,
		                              web_words(mine->request, WORDS("Uw bezwaar van %s is %s: %s.")),
		                              mine_day(mine, items[i].received_on),
		                              web_words(mine->request,
		                                        choice_label(objection_outcomes, items[i].outcome)),
		                              web_words(mine->request,
		                                        choice_label(objection_results, items[i].result)))
				: arena_print(
					  mine->arena,
					  web_words(mine->request, WORDS("U maakte bezwaar op %s. U hoort "
		                                                         "uiterlijk op %s wat wij "
		                                                         "beslissen.")),
					  mine_day(mine, items[i].received_on),
					  mine_day(mine, items[i].due_on));
	}
	return status;
}

/* Until when, by the day on which the letter left; a late objection is looked at too, but the page does not
 * invite to it. */
static enum status tell_term(struct mine *mine, const struct decision_kept *kept, struct mine_decision *shown)
{
	const struct term_line which = { .person = mine->person,
		                         .about = kept->decision,
		                         .term = "objection" };
	struct term_line line = { 0 };
	enum status status = term_find(mine->journal, &which, &line, mine->fault);

	shown->objection = objection_words(mine, status == OK ? line.due_on : kept->objection_until);
	if (status == OK && shown->objection[0] != '\0')
		shown->object_address =
			arena_print(mine->arena, "/mine/object/%lld", (long long)kept->decision);
	return status == OK || status == NOT_FOUND ? tell_objection(mine, shown) : status;
}

/* What was asked, what was found and what was decided, as far as it is. */
static enum status show_case(struct mine *mine, const struct report_line *report,
                             const struct records *granted, struct mine_decision *ret_shown)
{
	struct investigation_outcome outcome = { 0 };
	struct decision_kept kept;
	enum status status = decision_of(mine->journal, report->report, &kept, mine->fault);

	*ret_shown = (struct mine_decision){ 0 };
	if (status == OK)
		status =
			term_due(mine->journal,
		                 &(struct term_line){
					 .person = kept.person, .about = kept.decision, .term = "objection" },
		                 kept.objection_until, &kept.objection_until, mine->fault);
	if (status == OK) {
		*ret_shown = show_decision(mine, &kept, granted);
		status = tell_term(mine, &kept, ret_shown);
	}
	if (status == OK || status == NOT_FOUND)
		status = investigation_of(mine->journal, report->report, &outcome, mine->fault);
	ret_shown->has_investigation = status == OK;
	ret_shown->outcome_of = outcome;
	ret_shown->asked = report->asked;
	ret_shown->received_on = report->received_on;
	return status == NOT_FOUND ? OK : status;
}

enum status mine_make_decisions(struct mine *mine)
{
	struct records reports, granted = { 0 }, *decisions = &mine->view->decisions;
	const struct report_line *report;
	enum status status = desk_reports_of(mine->journal, mine->person, &reports, mine->fault);

	if (status == OK)
		status = decision_lines_of(mine->journal, mine->person, DATE_LAST, &granted, mine->fault);
	if (status)
		return status;
	report = reports.items;
	*decisions = records_new(&mine_decision_record, reports.count, mine->arena);
	decisions->count = 0;
	for (size_t i = 0; status == OK && i < reports.count; i++)
		status = show_case(mine, &report[i], &granted,
		                   &((struct mine_decision *)decisions->items)[decisions->count++]);
	return status;
}
