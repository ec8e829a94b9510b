/* SPDX-License-Identifier: EUPL-1.2 */
#include "practice/radar/radar_store.h"

#include <assert.h>
#include <stdlib.h>

#include "common/person/person.h"
#include "practice/assignment/assignment.h"
#include "practice/care/care.h"
#include "practice/care/care_change.h"
#include "practice/care/evaluation.h"
#include "practice/decision/decision.h"

#define DAYS_IN_WEEK 7

/* A client's unbroken service by one deliverer of one product, so far. */
struct service {
	int64_t person;
	const struct radar_scheme *radar;
	uint16_t product, party, deliverer;
	int postcode;
	const char *address; /* as in struct radar_line */
	struct date since, until;
};

/* Assignments whose care had begun, by number. */
struct begun {
	int64_t *numbers;
	size_t count, room;
	struct arena *arena;
};

/* Assignments whose care does not run on the day, by number. */
struct interrupted {
	struct care_gap *gaps; /* sort and reason are words of tables */
	size_t count, room;
	struct arena *arena;
};

/* A look under way. */
struct looking {
	struct journal *journal;
	const struct radar_asked *asked;
	struct arena *arena;
	struct radar *radar;
	struct service service;
	struct begun begun;
	struct interrupted interrupted;
};

static struct radar_item *push(struct arena *arena, struct radar_items *list, struct radar_item item)
{
	list->items = arena_with_room(arena, list->items, list->count, &list->room, sizeof(*list->items));
	assert(list->items != NULL);
	list->items[list->count] = item;
	return &list->items[list->count++];
}

/* --- the ground --- */

static void add_cohorts(struct radar *radar, const struct radar_scheme *scheme)
{
	const struct lane_set *set = scheme->set;

	for (size_t i = 0; i < set->offers_count; i++) {
		const struct lane_offer *offer = &set->offers[i];
		bool is_there = set->lanes[offer->lane].how != LANE_CLOSED_COHORT;

		for (size_t j = 0; j < radar->cohorts_count && !is_there; j++)
			is_there = radar->cohorts[j].radar == scheme &&
			           radar->cohorts[j].lane == offer->lane &&
			           radar->cohorts[j].party == offer->party;
		if (!is_there && radar->cohorts_count < RADAR_COHORTS_MAX)
			radar->cohorts[radar->cohorts_count++] =
				(struct radar_cohort){ .radar = scheme,
				                       .lane = offer->lane,
				                       .party = offer->party,
				                       .under = offer->under };
	}
}

static void add_schemes(struct looking *looking)
{
	const struct journal *journal = looking->journal;
	struct radar *radar = looking->radar;
	const struct scheme_entry *entry;

	while (radar->schemes_count < RADAR_SCHEMES_MAX &&
	       (entry = scheme_book_nth(journal->schemes, journal->register_id, radar->schemes_count)) !=
	               NULL) {
		struct radar_scheme *scheme = &radar->schemes[radar->schemes_count++];

		*scheme = radar_scheme_on(&entry->scheme, &entry->lanes, looking->asked->on, looking->arena);
		add_cohorts(radar, scheme);
	}
}

/* The scheme that has the product, and its place there; NULL when none has. */
static const struct radar_scheme *find_scheme(const struct radar *radar, const char *product,
                                              uint16_t *ret_product)
{
	for (size_t i = 0; i < radar->schemes_count; i++) {
		*ret_product = lane_names_find(&radar->schemes[i].set->products, product);
		if (*ret_product != LANE_NONE)
			return &radar->schemes[i];
	}
	return NULL;
}

static int postcode_digits(const char *postcode)
{
	int digits = 0;

	for (int i = 0; i < 4; i++) {
		if (postcode[i] < '0' || postcode[i] > '9')
			return 0;
		digits = digits * 10 + (postcode[i] - '0');
	}
	return digits;
}

/* The address where the scheme names any, else NULL: that of every client would take room for nothing. */
static const char *address_of(const struct looking *looking, const struct radar_scheme *radar,
                              const char *postcode, int64_t house_number)
{
	return radar->has_addresses ? postcode_with_number(postcode, house_number, looking->arena) : NULL;
}

/* --- closed cohorts --- */

/* Whether a party's service under another is the cohort's: no other lane of theirs is there for it. */
static bool is_of_cohort(const struct radar_cohort *cohort, const struct service *service)
{
	const struct lane_set *set = cohort->radar->set;
	const struct radar_line where = { .postcode = service->postcode, .address = service->address };
	uint16_t area = radar_area(cohort->radar, &where);
	bool has_product = false;

	if (cohort->radar != service->radar || cohort->party != service->deliverer ||
	    (cohort->under != LANE_NONE && cohort->under != service->party))
		return false;
	for (size_t i = 0; i < set->offers_count; i++) {
		const struct lane_offer *offer = &set->offers[i];

		if (offer->product != service->product || offer->party != cohort->party)
			continue;
		has_product = has_product || offer->lane == cohort->lane;
		if (offer->area == area && offer->under == cohort->under && offer->lane != cohort->lane)
			return false;
	}
	return has_product;
}

static void count_member(struct looking *looking, struct radar_cohort *cohort)
{
	const struct service *service = &looking->service;
	struct radar_items *members = &cohort->members;
	struct radar_item *last = members->count == 0 ? NULL : &members->items[members->count - 1];

	if (radar_membership(&cohort->radar->set->lanes[cohort->lane], service->since, service->until,
	                     looking->asked->on) == RADAR_NO_MEMBER)
		return;
	if (last == NULL || last->person != service->person)
		last = push(looking->arena, members,
		            (struct radar_item){ .person = service->person,
		                                 .radar = service->radar,
		                                 .line = { .product = service->product,
		                                           .deliverer = service->deliverer,
		                                           .postcode = service->postcode,
		                                           .address = service->address,
		                                           .since = service->since } });
	if (date_before(last->change.on, service->until))
		last->change.on = service->until;
}

static void end_service(struct looking *looking)
{
	for (size_t i = 0; looking->service.radar != NULL && i < looking->radar->cohorts_count; i++)
		if (is_of_cohort(&looking->radar->cohorts[i], &looking->service))
			count_member(looking, &looking->radar->cohorts[i]);
	looking->service = (struct service){ 0 };
}

static struct date earlier(struct date a, struct date b)
{
	return date_is(b) && date_before(b, a) ? b : a;
}

/* Lengthens the service that the line goes on with, or begins another. */
static void follow_service(struct looking *looking, const struct assigned_line *line, struct radar_item *item,
                           uint16_t party)
{
	struct service *service = &looking->service;
	struct date since = earlier(line->valid_from, line->known_since);

	if (service->radar != item->radar || service->person != line->person ||
	    service->product != item->line.product || service->deliverer != item->line.deliverer ||
	    date_before(service->until, line->valid_from)) {
		end_service(looking);
		*service = (struct service){ .person = line->person,
			                     .radar = item->radar,
			                     .product = item->line.product,
			                     .deliverer = item->line.deliverer,
			                     .postcode = item->line.postcode,
			                     .address = item->line.address,
			                     .since = since };
	}
	service->party = party;
	service->since = earlier(service->since, since);
	service->until = line->valid_until;
	item->line.since = service->since;
}

static void count_cohorts(struct looking *looking)
{
	for (size_t i = 0; i < looking->radar->cohorts_count; i++) {
		struct radar_cohort *cohort = &looking->radar->cohorts[i];

		cohort->first_count = (int64_t)cohort->members.count;
		for (size_t j = 0; j < cohort->members.count; j++) {
			const struct radar_item *member = &cohort->members.items[j];

			if (date_before(looking->asked->on, member->change.on))
				cohort->now_count++;
			else
				(void)push(looking->arena, &looking->radar->lists[RADAR_COHORT_LEFT],
				           *member);
		}
	}
}

/* --- running support --- */

static bool has_begun(const struct begun *begun, int64_t assignment)
{
	size_t low = 0, high = begun->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (begun->numbers[middle] == assignment)
			return true;
		if (begun->numbers[middle] < assignment)
			low = middle + 1;
		else
			high = middle;
	}
	return false;
}

static const struct care_gap *gap_of(const struct interrupted *interrupted, int64_t assignment)
{
	size_t low = 0, high = interrupted->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (interrupted->gaps[middle].assignment == assignment)
			return &interrupted->gaps[middle];
		if (interrupted->gaps[middle].assignment < assignment)
			low = middle + 1;
		else
			high = middle;
	}
	return NULL;
}

static void see_gap(void *context, const struct care_gap *gap)
{
	struct interrupted *interrupted = &((struct looking *)context)->interrupted;
	struct care_gap *kept;

	interrupted->gaps = arena_with_room(interrupted->arena, interrupted->gaps, interrupted->count,
	                                    &interrupted->room, sizeof(*interrupted->gaps));
	assert(interrupted->gaps != NULL);
	kept = &interrupted->gaps[interrupted->count++];
	*kept = *gap;
	kept->reason = care_gap_reason(gap);
	kept->sort = gap->sort[0] == 's' ? "stop" : "pause";
}

/* Care that does not run while the grant goes on: somebody must know why, and until when. */
static void see_interruption(struct looking *looking, struct radar_item item)
{
	const struct care_gap *gap = gap_of(&looking->interrupted, item.number);

	if (gap == NULL)
		return;
	item.change = (struct radar_change){ .on = gap->from_day };
	item.gap = gap->sort;
	item.gap_reason = gap->reason;
	(void)push(looking->arena, &looking->radar->lists[RADAR_INTERRUPTED], item);
}

static void see_change(struct looking *looking, struct radar_item *item, uint16_t without)
{
	struct radar_items *lists = looking->radar->lists;
	bool is_supposed = looking->asked->without != NULL;

	if (radar_next(item->radar, &item->line, &item->change) && (item->change.is_birthday || !is_supposed))
		(void)push(looking->arena, &lists[item->change.is_birthday ? RADAR_BIRTHDAYS : RADAR_LANES],
		           *item);
	if (!is_supposed || without == LANE_NONE || item->line.deliverer != without)
		return;
	item->change = (struct radar_change){ .on = looking->asked->on };
	(void)push(looking->arena, &lists[RADAR_LANES], *item);
}

static void see_assigned(void *context, const struct assigned_line *line)
{
	struct looking *looking = context;
	struct date on = looking->asked->on;
	struct radar_item item = { .person = line->person,
		                   .number = line->assignment,
		                   .line = { .postcode = postcode_digits(line->postcode),
		                             .born = line->born,
		                             .from = line->valid_from,
		                             .until = line->valid_until } };
	const struct lane_names *parties;

	item.radar = find_scheme(looking->radar, line->product, &item.line.product);
	if (item.radar == NULL)
		return;
	parties = &item.radar->set->parties;
	item.line.address = address_of(looking, item.radar, line->postcode, line->house_number);
	item.line.deliverer = lane_names_find(parties, line->deliverer);
	follow_service(looking, line, &item, lane_names_find(parties, line->party));
	if (!date_before(on, line->valid_until))
		return;
	see_change(looking, &item,
	           looking->asked->without == NULL ? LANE_NONE
	                                           : lane_names_find(parties, looking->asked->without));
	item.change = (struct radar_change){ .on = line->valid_from };
	if (!date_before(on, line->valid_from) && !has_begun(&looking->begun, line->assignment))
		(void)push(looking->arena, &looking->radar->lists[RADAR_WITHOUT_CARE], item);
	else if (!date_before(on, line->valid_from))
		see_interruption(looking, item);
}

static void see_begun(void *context, int64_t assignment)
{
	struct begun *begun = &((struct looking *)context)->begun;

	begun->numbers = arena_with_room(begun->arena, begun->numbers, begun->count, &begun->room,
	                                 sizeof(*begun->numbers));
	begun->numbers[begun->count++] = assignment;
}

static void see_ending(void *context, const struct ending_line *line)
{
	struct looking *looking = context;
	struct radar_item item = { .person = line->person,
		                   .number = line->decision,
		                   .line = { .deliverer = LANE_NONE,
		                             .postcode = postcode_digits(line->postcode),
		                             .born = line->born,
		                             .from = line->valid_from,
		                             .until = line->valid_until },
		                   .change = { .on = line->valid_until } };

	item.radar = find_scheme(looking->radar, line->product, &item.line.product);
	if (item.radar == NULL)
		return;
	item.line.address = address_of(looking, item.radar, line->postcode, line->house_number);
	(void)push(looking->arena, &looking->radar->lists[RADAR_DECISIONS], item);
}

static void see_look(void *context, const struct planned_line *line)
{
	struct looking *looking = context;
	struct radar_item item = { .person = line->person,
		                   .number = line->decision,
		                   .line = { .deliverer = LANE_NONE },
		                   .gap = arena_copy(looking->arena, line->sort),
		                   .change = { .on = line->due_on } };

	item.radar = find_scheme(looking->radar, line->product, &item.line.product);
	if (item.radar != NULL)
		(void)push(looking->arena, &looking->radar->lists[RADAR_LOOKS], item);
}

/* --- in order --- */

static int by_number(int64_t a, int64_t b)
{
	return (a > b) - (a < b);
}

static int by_day(const void *a, const void *b)
{
	const struct radar_item *first = a, *second = b;
	int order = by_number(first->change.on.day, second->change.on.day);

	if (order == 0)
		order = by_number(first->person, second->person);
	return order != 0 ? order : by_number(first->number, second->number);
}

/* Those who lose the same lane stand together. */
static int by_leaver(const void *a, const void *b)
{
	const struct radar_item *first = a, *second = b;
	int order = by_number(first->change.on.day, second->change.on.day);

	if (order == 0)
		order = (first->radar > second->radar) - (first->radar < second->radar);
	if (order == 0)
		order = by_number(first->line.deliverer, second->line.deliverer);
	if (order == 0)
		order = by_number(first->line.product, second->line.product);
	return order != 0 ? order : by_day(a, b);
}

static bool is_of_leaver(const struct radar_item *item, const struct radar_leaver *leaver)
{
	return item->radar == leaver->radar && item->line.deliverer == leaver->leaving.party &&
	       item->line.product == leaver->leaving.product &&
	       item->change.on.day == leaver->leaving.from.day;
}

static void gather_leavers(struct looking *looking)
{
	const struct radar_items *lanes = &looking->radar->lists[RADAR_LANES];
	struct radar_leaver *leavers = ARENA_MANY(looking->arena, lanes->count + 1, struct radar_leaver);
	size_t count = 0;

	for (size_t i = 0; i < lanes->count; i++) {
		const struct radar_item *item = &lanes->items[i];
		bool is_same = count > 0 && is_of_leaver(item, &leavers[count - 1]);

		if (!is_same)
			leavers[count++] = (struct radar_leaver){
				.radar = item->radar,
				.first = i,
				.leaving = { .product = item->line.product,
				             .party = item->line.deliverer,
				             .from = item->change.on,
				             .is_supposed = looking->asked->without != NULL }
			};
		if (!is_same || item->person != lanes->items[i - 1].person)
			leavers[count - 1].clients++;
	}
	looking->radar->leavers = leavers;
	looking->radar->leavers_count = count;
}

/* Leaves out who was not asked for. */
static void keep_asked(const struct radar_asked *asked, struct radar_items *list)
{
	size_t kept = 0;

	if (asked->keep == NULL)
		return;
	for (size_t i = 0; i < list->count; i++)
		if (asked->keep(asked->context, list->items[i].person))
			list->items[kept++] = list->items[i];
	list->count = kept;
}

static void put_in_order(struct looking *looking)
{
	for (size_t i = 0; i < RADAR_LISTS_COUNT; i++) {
		struct radar_items *list = &looking->radar->lists[i];

		keep_asked(looking->asked, list);
		if (list->count > 1)
			qsort(list->items, list->count, sizeof(*list->items),
			      i == RADAR_LANES ? by_leaver : by_day);
	}
	gather_leavers(looking);
}

static struct date weeks_later(struct date on, int64_t weeks)
{
	struct date later = date_add_days(on, (int32_t)weeks * DAYS_IN_WEEK);

	return date_before(DATE_LAST, later) ? DATE_LAST : later;
}

enum status radar_look(struct journal *journal, const struct radar_asked *asked, struct arena *arena,
                       struct radar *ret_radar, struct fault *fault)
{
	struct looking looking = { .journal = journal,
		                   .asked = asked,
		                   .arena = arena,
		                   .radar = ret_radar,
		                   .begun = { .arena = arena },
		                   .interrupted = { .arena = arena } };
	const struct ending_visit ending = { .on = asked->on,
		                             .until = weeks_later(asked->on, asked->weeks),
		                             .visit = see_ending,
		                             .context = &looking };
	enum status status;

	*ret_radar = (struct radar){ 0 };
	add_schemes(&looking);
	status = care_visit_begun(journal, asked->on, &(struct care_visit){ see_begun, &looking }, fault);
	if (status == OK)
		status = care_visit_gaps(journal, asked->on, &(struct care_gap_visit){ see_gap, &looking },
		                         fault);
	if (status == OK)
		status =
			assignments_visit(journal, &(struct assigned_visit){ see_assigned, &looking }, fault);
	end_service(&looking);
	if (status == OK)
		status = decisions_ending(journal, &ending, fault);
	if (status == OK)
		status = evaluations_visit(
			journal, &(struct planned_visit){ ending.until, see_look, &looking }, fault);
	count_cohorts(&looking);
	put_in_order(&looking);
	return status;
}
