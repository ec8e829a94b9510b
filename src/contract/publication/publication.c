/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/publication/publication.h"

#include <assert.h>
#include <string.h>

#include "contract/assessment/assessment_store.h"
#include "contract/tender/award.h"
#include "platform/base/words.h"

#define SECONDS_A_DAY ((int64_t)86400)
#define DAY_OF_1970 ((int64_t)719163)

/* One release on its way. */
struct making {
	const struct publication_asked *asked;
	const struct assessed *assessed;
	const struct records *results; /* struct assessment_result */
	struct arena *arena;
	struct ocds_release *release;
	bool is_told; /* every bidder knows who won */
};

/* A day as the standard wants it: its beginning, UTC; NULL for no date. */
static const char *day(const struct making *making, struct date date)
{
	char words[DATE_TEXT_SIZE];

	return date_is(date) ? arena_print(making->arena, "%sT00:00:00Z", date_print(date, words)) : NULL;
}

static const char *moment(const struct making *making, struct moment at)
{
	char words[MOMENT_TEXT_SIZE];

	return arena_copy(making->arena, moment_print(at, words));
}

static struct texts one(const struct making *making, const char *text)
{
	const char **items = ARENA_MANY(making->arena, 1, const char *);

	items[0] = text;
	return (struct texts){ .items = items, .count = 1 };
}

/* --- the notice --- */

static struct records numbers_of(const struct making *making, const struct notice_criterion *criterion)
{
	const struct tender_notice *notice = &making->assessed->notice;
	struct records numbers = records_new(&ocds_number_record, 2, making->arena);
	struct ocds_number *number = numbers.items;
	int64_t least = criterion->knock_out;

	if (strcmp(notice->rule, tender_rules[TENDER_WEIGHTED_MEAN].code) != 0 && notice->threshold > least)
		least = notice->threshold;
	number[0] = (struct ocds_number){ criterion->weight_percent, "percentageExact", NULL };
	number[1] = (struct ocds_number){ least, NULL, "minimumScore" };
	numbers.count = least > 0 ? 2 : 1;
	return numbers;
}

static struct ocds_criteria criteria_of(const struct making *making)
{
	const struct tender_notice *notice = &making->assessed->notice;
	const struct notice_criterion *asked = notice->criteria.items;
	struct ocds_criteria criteria = {
		.criteria = records_new(&ocds_criterion_record, notice->criteria.count, making->arena),
	};
	struct ocds_criterion *criterion = criteria.criteria.items;

	if (notice->threshold > 0)
		criteria.weighting = arena_print(making->arena, "Drempel %lld van %lld, gemeten op: %s",
		                                 (long long)notice->threshold, (long long)notice->highest,
		                                 choice_label(tender_rules, notice->rule));
	for (size_t i = 0; i < notice->criteria.count; i++)
		criterion[i] = (struct ocds_criterion){ .type = "quality",
			                                .name = asked[i].label,
			                                .description = asked[i].question,
			                                .numbers = numbers_of(making, &asked[i]) };
	return criteria;
}

static const char *status_of(const struct making *making)
{
	return making->is_told ? "complete" : "active";
}

static void add_lots(const struct making *making)
{
	const struct tender_notice *notice = &making->assessed->notice;
	const struct notice_lot *from = notice->lots.items;
	struct ocds_tender *tender = &making->release->tender;
	struct ocds_lot *lot;
	struct ocds_item *item;

	tender->lots = records_new(&ocds_lot_record, notice->lots.count, making->arena);
	tender->items = records_new(&ocds_item_record, notice->lots.count, making->arena);
	lot = tender->lots.items;
	item = tender->items.items;
	assert(lot != NULL && item != NULL);
	for (size_t i = 0; i < notice->lots.count; i++) {
		const char *what = "";

		for (size_t j = 0; j < from[i].products.count; j++)
			what = arena_print(making->arena, "%s%s%s", what, j == 0 ? "" : ", ",
			                   from[i].products.items[j]);
		lot[i] = (struct ocds_lot){ .id = from[i].lot,
			                    .title = from[i].label,
			                    .description = from[i].about,
			                    .status = status_of(making),
			                    .criteria = criteria_of(making) };
		item[i] = (struct ocds_item){ .id = arena_print(making->arena, "%zu", i + 1),
			                      .description = what,
			                      .lot = from[i].lot,
			                      .addresses = records_new(&ocds_address_record,
			                                               from[i].areas.count, making->arena) };
		for (size_t j = 0; j < from[i].areas.count; j++)
			((struct ocds_address *)item[i].addresses.items)[j].region = from[i].areas.items[j];
	}
}

static void add_tender(const struct making *making)
{
	const struct tender_notice *notice = &making->assessed->notice;
	const struct notice_requirement *requirement = notice->requirements.items;
	struct ocds_tender *tender = &making->release->tender;
	struct ocds_demand *demand;

	*tender = (struct ocds_tender){
		.id = notice->tender,
		.title = notice->title,
		.description = notice->about,
		.status = status_of(making),
		.method = "open",
		.details = notice->form,
		.rationale = notice->why,
		.category = "services",
		.submission = one(making, "electronicSubmission"),
		.bids = { day(making, notice->announced_on), moment(making, notice->bids_until) },
		.questions = { day(making, notice->announced_on), day(making, notice->questions_until) },
		.tenderers = making->is_told ? making->assessed->stand.bids : 0,
	};
	tender->selection.demands =
		records_new(&ocds_demand_record, notice->requirements.count, making->arena);
	demand = tender->selection.demands.items;
	assert(demand != NULL);
	for (size_t i = 0; i < notice->requirements.count; i++)
		demand[i] = (struct ocds_demand){ "other", requirement[i].requirement };
	add_lots(making);
}

/* --- the award --- */

static bool has_won(const struct assessment_result *result)
{
	return strcmp(result->why, award_whys[AWARD_WON].code) == 0;
}

static void add_winner(const struct making *making, const struct assessment_result *result)
{
	struct ocds_release *release = making->release;
	const struct owed_bid *bid = assessment_bid(making->assessed, result->bid);
	struct records suppliers = records_new(&ocds_reference_record, 1, making->arena);
	const char *award = arena_print(making->arena, "%s-%lld", making->assessed->notice.tender,
	                                (long long)result->bid);
	const char *party = bid == NULL ? result->bidder : bid->party;

	((struct ocds_reference *)suppliers.items)[0] = (struct ocds_reference){ party, result->bidder };
	((struct ocds_party *)release->parties.items)[release->parties.count++] =
		(struct ocds_party){ party, result->bidder, one(making, "supplier") };
	((struct ocds_award *)release->awards.items)[release->awards.count++] =
		(struct ocds_award){ .id = award,
		                     .title = making->assessed->notice.title,
		                     .status = date_is(result->signed_on) ? "active" : "pending",
		                     .date = day(making, making->assessed->stand.decided_on),
		                     .suppliers = suppliers,
		                     .lots = one(making, result->lot) };
	if (date_is(result->signed_on))
		((struct ocds_contract *)release->contracts.items)[release->contracts.count++] =
			(struct ocds_contract){ award, award, "active", day(making, result->signed_on) };
}

/* Losers are not named: how many there were says numberOfTenderers. */
static void add_awards(const struct making *making)
{
	const struct assessment_result *result = making->results->items;
	struct ocds_release *release = making->release;
	size_t count = making->results->count;

	release->parties = records_new(&ocds_party_record, count + 1, making->arena);
	release->awards = records_new(&ocds_award_record, count, making->arena);
	release->contracts = records_new(&ocds_contract_record, count, making->arena);
	release->awards.count = release->contracts.count = 0;
	release->parties.count = 1;
	((struct ocds_party *)release->parties.items)[0] =
		(struct ocds_party){ release->buyer.id, release->buyer.name, one(making, "buyer") };
	for (size_t i = 0; making->is_told && i < count; i++)
		if (has_won(&result[i]))
			add_winner(making, &result[i]);
}

/* The day of what happened last of what is published. */
static struct date last_day(const struct making *making)
{
	const struct assessment_result *result = making->results->items;
	struct date last = making->assessed->notice.announced_on;

	if (making->is_told && date_before(last, making->assessed->stand.standstill_from))
		last = making->assessed->stand.standstill_from;
	for (size_t i = 0; making->is_told && i < making->results->count; i++)
		if (date_before(last, result[i].signed_on))
			last = result[i].signed_on;
	return last;
}

static struct texts tags_of(const struct making *making)
{
	const char **tags = ARENA_MANY(making->arena, 3, const char *);
	struct texts texts = { .items = tags, .count = 1 };

	tags[0] = "tender";
	if (making->release->awards.count > 0)
		tags[texts.count++] = "award";
	if (making->release->contracts.count > 0)
		tags[texts.count++] = "contract";
	return texts;
}

static void make(const struct making *making)
{
	struct ocds_release *release = making->release;
	const char *name = making->assessed->notice.tender;

	*release = (struct ocds_release){
		.ocid = arena_print(making->arena, "%s-%s", making->asked->prefix, name),
		.date = day(making, last_day(making)),
		.language = "nl",
		.initiation = "tender",
		.buyer = { "buyer", making->asked->publisher },
	};
	release->id = arena_print(making->arena, "%s-%s", release->ocid, release->date);
	add_tender(making);
	add_awards(making);
	release->tag = tags_of(making);
}

enum status publication_release(struct journal *journal, const struct publication_asked *asked,
                                struct ocds_release *ret_release, struct fault *fault)
{
	struct records results = { 0 };
	struct assessed assessed;
	enum status status = assessment_see(journal, asked->tender, &assessed, fault);

	if (status == OK && !assessed.stand.is_known)
		return publication_imported(journal, asked->tender, ret_release, fault);
	if (status == OK)
		status = assessment_results(journal, asked->tender, assessed.stand.round, &results, fault);
	if (status)
		return status;
	make(&(struct making){ .asked = asked,
	                       .assessed = &assessed,
	                       .results = &results,
	                       .arena = journal->arena,
	                       .release = ret_release,
	                       .is_told = date_is(assessed.stand.standstill_from) });
	return OK;
}
