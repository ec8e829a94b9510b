/* SPDX-License-Identifier: EUPL-1.2 */
#include "demo/planned.h"

#include <string.h>

#include "common/scheme/scheme_book.h"
#include "practice/investigation/help.h"
#include "practice/investigation/household.h"
#include "practice/investigation/topic.h"
#include "practice/plan/plan_store.h"
#include "practice/plan/struck.h"

#define ONE_IN 19           /* residents, by their number: no chance is drawn for it */
#define REVIEW_DAYS 180     /* until somebody looks whether the help from around still works */
#define SCORES_MAX 4        /* of a goal */
#define DAYS_BETWEEN 45     /* two talks about how far it is */
#define CLOSING (17 * 3600) /* in seconds since midnight */

bool planned_is(const struct resident *resident)
{
	return resident->person % ONE_IN == 5;
}

static enum status bring(struct filling *filling, const struct journal_kind *kind, void *item,
                         struct fault *fault)
{
	struct findings findings = findings_new(filling->journal.arena, "en");
	int64_t fact;
	enum status status = journal_append(&filling->journal, kind, item, &findings, &fact, fault);

	return status == FINDINGS ? fault_set(fault, FAILED, "the demonstration's %s was refused: %s: %s",
	                                      kind->name, findings.items[0].code, findings.items[0].words)
	                          : status;
}

/* --- the investigation --- */

static enum status discuss(const struct planned *planned, const char *topic, const char *need,
                           const char *found, struct fault *fault)
{
	struct topic_opened opened = {
		.report = planned->report, .topic = topic, .need = need, .opened_on = planned->on
	};
	struct topic_examined examined = {
		.report = planned->report, .topic = topic, .found = found, .examined_on = planned->on
	};
	enum status status = bring(planned->filling, &topic_opened_kind, &opened, fault);

	return status == OK ? bring(planned->filling, &topic_examined_kind, &examined, fault) : status;
}

static enum status find_help(const struct planned *planned, struct fault *fault)
{
	struct help_found help = { .report = planned->report,
		                   .source = "volunteers",
		                   .who = "de vrijwilligers van het buurthuis",
		                   .what = "samen boodschappen doen",
		                   .how_often = "elke dinsdag, zolang het nodig is",
		                   .found_on = planned->on,
		                   .review_on = date_add_days(planned->on, REVIEW_DAYS) };

	if (planned->resident->person % 2 == 0)
		help = (struct help_found){ .report = planned->report,
			                    .source = "network",
			                    .who = "dochter",
			                    .what = "de was en het bed",
			                    .how_often = "elke zondag",
			                    .capacity = "Ik doe het graag, zolang het bij de zondag blijft.",
			                    .found_on = planned->on,
			                    .review_on = date_add_days(planned->on, REVIEW_DAYS) };
	return bring(planned->filling, &help_found_kind, &help, fault);
}

static enum status record_housemate(const struct planned *planned, struct fault *fault)
{
	struct housemate housemate = { .person = planned->resident->person,
		                       .recorded_on = planned->on,
		                       .relation = "partner",
		                       .age_band = "23+",
		                       .helps = "partly",
		                       .what = "Licht werk, de afwas en de post.",
		                       .why_not = "Kan niet lang staan en niet bukken." };

	return planned->resident->person % 3 == 0
	               ? bring(planned->filling, &housemate_recorded_kind, &housemate, fault)
	               : OK;
}

/* --- the plan --- */

static bool is_for(const struct norm_set *set, const struct scheme_product *product, struct date on)
{
	for (size_t i = 0; i < set->categories.count; i++)
		if (strcmp(set->categories.items[i], product->category) == 0)
			return norm_set_in_force(set, on) &&
			       plan_minutes(1, product->unit, product->frequency) > 0;
	return false;
}

/* A norm set for a product, one to decide on before an example; or NULL. */
static const struct norm_set *norm_for(const struct records *sets, const struct scheme_product *product,
                                       struct date on)
{
	const struct norm_set *items = sets->items, *found = NULL;

	for (size_t i = 0; product != NULL && i < sets->count; i++)
		if (is_for(&items[i], product, on) && (found == NULL || found->is_example))
			found = &items[i];
	return found;
}

static bool takes_time(const struct norm_key *key)
{
	const struct norm_choice *choices = key->choices.items;

	if (key->choices.count > 0)
		return choices[0].minutes > 0 || choices[0].hours_per_year > 0;
	return key->minutes > 0 || key->hours_per_year > 0;
}

/* Fills in the first line of the norm that takes time. */
static void add_sum(struct records *sums, const struct norm_set *set, const char *product)
{
	const struct norm_key *keys = set->keys.items;

	for (size_t i = 0; i < set->keys.count; i++) {
		const struct norm_choice *choices = keys[i].choices.items;

		if (!takes_time(&keys[i]))
			continue;
		((struct plan_sum *)sums->items)[sums->count++] =
			(struct plan_sum){ .product = product,
			                   .key = keys[i].key,
			                   .value = keys[i].choices.count > 0 ? choices[0].code : "1" };
		return;
	}
}

static void add_lines(const struct planned *planned, struct plan_made *plan)
{
	const struct journal *journal = &planned->filling->journal;
	const struct records sets = norm_sets(journal->arena);
	struct plan_line *lines;

	plan->lines = records_new(&plan_line_record, planned->round->lines_count, journal->arena);
	plan->sums = records_new(&plan_sum_record, planned->round->lines_count, journal->arena);
	plan->sums.count = 0;
	lines = plan->lines.items;
	for (size_t i = 0; i < planned->round->lines_count; i++) {
		const char *name = planned->round->lines[i].product;
		const struct norm_set *set =
			norm_for(&sets, scheme_book_product(journal->schemes, journal->register_id, name),
		                 planned->on);

		lines[i] = (struct plan_line){ .product = name, .amount = planned->round->lines[i].amount };
		if (set == NULL)
			continue;
		lines[i].norm_set = set->name;
		lines[i].deviation =
			"Wij keken samen in huis wat er nodig is; dat is wat anders dan gemiddeld.";
		add_sum(&plan->sums, set, name);
	}
}

static enum status make_plan(const struct planned *planned, struct fault *fault)
{
	struct plan_goal goals[] = {
		{ .words = "Ik wil weer bezoek durven vragen.",
		  .result = "Elke week is er iemand over de vloer." },
		{ .words = "Ik wil in mijn eigen huis blijven wonen.",
		  .result = "Het huis is schoon, en ik val niet." },
	};
	struct plan_made plan = { .report = planned->report,
		                  .made_on = planned->on,
		                  .goals = { goals, COUNT(goals) },
		                  .arrangement = "De inwoner doet wat zittend kan, de omgeving helpt met de "
		                                 "boodschappen, de hulp doet de rest.",
		                  .one_hand = "yes" };

	add_lines(planned, &plan);
	if (planned->round != &planned->resident->road.rounds[0])
		plan.changed_because = "Er komt een nieuwe periode; de doelen blijven.";
	return bring(planned->filling, &plan_made_kind, &plan, fault);
}

enum status planned_investigate(const struct planned *planned, struct fault *fault)
{
	enum status status;

	if (!planned_is(planned->resident))
		return OK;
	status = discuss(planned, "a", "De vraag gaat over wat in huis en overdag niet meer lukt.",
	                 "Zwaar werk lukt niet meer, en alleen zijn valt zwaar.", fault);
	if (status == OK)
		status = discuss(planned, "c", "Er is al iemand die af en toe helpt.",
		                 "Wie nu helpt, wil dat blijven doen, maar niet meer dan dat.", fault);
	if (status == OK)
		status = find_help(planned, fault);
	if (status == OK)
		status = record_housemate(planned, fault);
	return status == OK ? make_plan(planned, fault) : status;
}

enum status planned_decide(const struct planned *planned, struct decision *decision, struct fault *fault)
{
	struct decision_line *lines = decision->lines.items;
	struct records made;
	const struct plan_line *items;
	enum status status;

	if (!planned_is(planned->resident))
		return OK;
	status = plan_lines_after(&planned->filling->journal, planned->report, &made, fault);
	items = made.items;
	for (size_t i = 0; status == OK && i < made.count; i++)
		for (size_t j = 0; j < decision->lines.count; j++)
			if (has_words(items[i].norm_set) && strcmp(items[i].product, lines[j].product) == 0) {
				lines[j].norm_set = items[i].norm_set;
				lines[j].reasons = items[i].reasons;
			}
	return status;
}

/* --- results --- */

static enum status score(struct filling *filling, const struct resident *resident, struct date made_on,
                         struct fault *fault)
{
	static const char *const words[SCORES_MAX] = {
		"Ik durf nog niemand te vragen.",
		"Mijn zus is geweest. Dat was spannend, maar fijn.",
		"Elke week komt er wel iemand langs.",
		"Ik doe weer mee in de straat.",
	};
	struct date today = filling->ground.of->day;
	enum status status = OK;

	for (int32_t i = 0; status == OK && i < SCORES_MAX; i++) {
		struct goal_scored scored = { .person = resident->person,
			                      .goal = 1,
			                      .scored_on = date_add_days(made_on, i * DAYS_BETWEEN),
			                      .score = 3 + 2 * i - (i == 3 ? 1 : 0),
			                      .words = words[i] };

		if (date_before(today, scored.scored_on))
			break;
		status = bring(filling, &goal_scored_kind, &scored, fault);
	}
	arena_clear(filling->arena);
	return status;
}

enum status planned_score_some(struct filling *filling, struct fault *fault)
{
	enum status status = db_begin(filling->journal.db, fault);

	if (status)
		return status;
	filling->clock = (struct clock){ filling->ground.of->day, CLOSING };
	for (int64_t i = 0; status == OK && i < filling->ground.of->residents; i++) {
		const struct resident *resident = &filling->residents[i];
		struct date made_on = resident->road.rounds[0].concluded_on;

		if (resident->person == 0 || !planned_is(resident) ||
		    date_before(filling->ground.of->day, made_on))
			continue;
		filling->journal.account = resident->worker->account;
		status = score(filling, resident, made_on, fault);
	}
	return db_end(filling->journal.db, status, fault);
}
