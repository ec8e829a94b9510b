/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/agreement/standing.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "common/calendar/calendar.h"
#include "common/lane/lane_change.h"
#include "common/scheme/scheme_check.h"
#include "contract/agreement/place.h"
#include "platform/base/words.h"

#define MAX_ALARMS 400

static const struct field contact_line_fields[] = {
	FIELD(struct contact_line, party),       FIELD(struct contact_line, corner),
	FIELD(struct contact_line, name),        FIELD(struct contact_line, valid_from),
	FIELD(struct contact_line, valid_until),
};
const struct record contact_line_record = RECORD(struct contact_line, "contact_line", contact_line_fields);

static const struct field alarm_fields[] = {
	FIELD(struct standing_alarm, code),
	FIELD(struct standing_alarm, words, .max_chars = 2000),
	FIELD(struct standing_alarm, action),
	FIELD(struct standing_alarm, address, .max_chars = 2000),
};
const struct record standing_alarm_record = RECORD(struct standing_alarm, "alarm", alarm_fields);

static const struct record turn_record = { .name = "turn", .size = sizeof(struct standing_turn) };

/* --- words --- */

const char *standing_label(const struct scheme *scheme, const char *name)
{
	const struct scheme_party *party = scheme_party(scheme, name);

	return party == NULL ? name : party->label;
}

const char *standing_area_labels(const struct standing *standing, const struct texts *names)
{
	const char *words = "";

	for (size_t i = 0; i < names->count; i++) {
		const struct scheme_area *area = scheme_area(standing->ahead, names->items[i]);

		words = arena_print(standing->arena, "%s%s%s", words, i == 0 ? "" : ", ",
		                    area == NULL ? names->items[i] : area->label);
	}
	return words;
}

const char *standing_party_labels(const struct standing *standing, const struct texts *names)
{
	const char *words = "";

	for (size_t i = 0; i < names->count; i++)
		words = arena_print(standing->arena, "%s%s%s", words, i == 0 ? "" : ", ",
		                    standing_label(standing->ahead, names->items[i]));
	return words;
}

static const char *day_words(const struct standing *standing, struct date date)
{
	return calendar_date_words(date, standing->language, false, standing->arena);
}

struct texts standing_holders(const struct standing *standing)
{
	return scheme_holders(standing->scheme, standing->agreement->name, standing->on, standing->arena);
}

/* --- the term --- */

enum standing_state standing_state(const struct standing *standing)
{
	const struct scheme_agreement *agreement = standing->agreement;

	if (date_before(standing->on, agreement->from))
		return STANDING_COMING;
	if (!date_is(agreement->until))
		return STANDING_RUNNING;
	if (!date_before(standing->on, agreement->until))
		return STANDING_ENDED;
	return date_before(date_birthday(standing->on, 1), agreement->until) ? STANDING_RUNNING
	                                                                     : STANDING_SOON;
}

int64_t standing_days_left(const struct standing *standing)
{
	return date_is(standing->agreement->until) ? standing->agreement->until.day - standing->on.day : 0;
}

const struct scheme_option *standing_option(const struct standing *standing)
{
	const struct scheme_option *option = standing->scheme->options.items;

	for (size_t i = 0; i < standing->scheme->options.count; i++)
		if (check_is(option[i].agreement, standing->agreement->name) && !option[i].is_used)
			return &option[i];
	return NULL;
}

/* --- who has what --- */

static int compare_turns(const void *a, const void *b)
{
	const struct standing_turn *one = a, *other = b;

	return (one->from.day > other->from.day) - (one->from.day < other->from.day);
}

/* What was last said, by the day, of the member's start in the area while this turn lasted. */
static void tell_turn(const struct standing *standing, const char *area, struct standing_turn *turn)
{
	const struct place_event *event = standing->events.items;

	for (size_t i = 0; i < standing->events.count; i++)
		if (check_is(event[i].sort, LANE_ALLOCATED) && check_is(event[i].area, area) &&
		    check_is(event[i].party, turn->member) &&
		    !date_before(standing->on, event[i].valid_from) &&
		    date_within(event[i].valid_from, turn->from, turn->until)) {
			turn->status = event[i].status;
			turn->reason = event[i].reason;
		}
}

/* One after another of the same member is one turn. */
static void join_turns(struct records *turns)
{
	struct standing_turn *turn = turns->items;
	size_t kept = 0;

	for (size_t i = 0; i < turns->count; i++)
		if (kept > 0 && check_is(turn[kept - 1].member, turn[i].member) &&
		    (!date_is(turn[kept - 1].until) || !date_before(turn[kept - 1].until, turn[i].from)))
			turn[kept - 1].until = turn[i].until;
		else
			turn[kept++] = turn[i];
	turns->count = kept;
}

struct records standing_turns(const struct standing *standing, const char *combination, const char *area)
{
	const struct scheme_lane *lane = standing->scheme->lanes.items;
	struct records turns = records_new(&turn_record, standing->scheme->lanes.count, standing->arena);
	struct standing_turn *turn = turns.items;

	turns.count = 0;
	for (size_t i = 0; i < standing->scheme->lanes.count; i++)
		if (check_lane_is(&lane[i], LANE_COMBINATION_MEMBER) &&
		    check_is(lane[i].under, combination) && check_texts_have(&lane[i].areas, area) &&
		    lane[i].parties.count > 0)
			turn[turns.count++] = (struct standing_turn){ .member = lane[i].parties.items[0],
				                                      .from = lane[i].from,
				                                      .until = lane[i].until,
				                                      .status = lane[i].status,
				                                      .reason = "" };
	if (turns.count > 1)
		qsort(turns.items, turns.count, sizeof(*turn), compare_turns);
	join_turns(&turns);
	for (size_t i = 0; i < turns.count; i++)
		tell_turn(standing, area, &turn[i]);
	return turns;
}

struct standing_spread standing_spread(const struct standing *standing)
{
	struct texts holders = standing_holders(standing);
	int64_t *shares = ARENA_MANY(standing->arena, holders.count, int64_t);
	struct standing_spread spread = { 0 };

	for (size_t i = 0; i < holders.count; i++) {
		shares[i] = (int64_t)scheme_areas_of(standing->scheme, standing->agreement->name,
		                                     holders.items[i], standing->on, standing->arena)
		                    .count;
		spread.seats += shares[i];
		spread.most = shares[i] > spread.most ? shares[i] : spread.most;
	}
	spread.index = scheme_concentration(shares, holders.count);
	spread.tenths = spread.index == 0 ? 0 : (100000 + spread.index / 2) / spread.index;
	return spread;
}

/* --- contact persons --- */

/* The first day on which the party had the agreement. */
static struct date held_since(const struct standing *standing, const char *party)
{
	const struct scheme_lane *lane = standing->scheme->lanes.items;
	struct date since = standing->on;

	for (size_t i = 0; i < standing->scheme->lanes.count; i++)
		if (date_before(lane[i].from, since) &&
		    scheme_holds(standing->scheme, standing->agreement->name, party, lane[i].from))
			since = lane[i].from;
	return since;
}

struct standing_corner standing_corner(const struct standing *standing, const char *party, const char *corner)
{
	const struct contact_line *line = standing->contacts.items;
	struct standing_corner result = { .since = held_since(standing, party) };

	for (size_t i = 0; i < standing->contacts.count; i++) {
		if (!check_is(line[i].party, party) || !check_is(line[i].corner, corner) ||
		    date_before(standing->on, line[i].valid_from))
			continue;
		if (date_before(standing->on, line[i].valid_until))
			return (struct standing_corner){ .name = line[i].name, .since = line[i].valid_from };
		if (date_before(result.since, line[i].valid_until))
			result.since = line[i].valid_until;
	}
	result.days = standing->on.day - result.since.day;
	return result;
}

int64_t standing_vacancies(const struct standing *standing, int64_t *ret_places)
{
	const struct scheme_corner *corner = standing->scheme->corners.items;
	struct texts holders = standing_holders(standing);
	int64_t vacant = 0;

	*ret_places = (int64_t)(holders.count * standing->scheme->corners.count);
	for (size_t i = 0; i < holders.count; i++)
		for (size_t j = 0; j < standing->scheme->corners.count; j++)
			vacant += standing_corner(standing, holders.items[i], corner[j].name).name == NULL;
	return vacant;
}

/* --- what asks attention --- */

static void add_alarm(struct records *alarms, struct standing_alarm alarm)
{
	struct standing_alarm *put = alarms->items;

	if (alarms->count < MAX_ALARMS)
		put[alarms->count++] = alarm;
}

#define SAY(standing_, ...) arena_print((standing_)->arena, __VA_ARGS__)
#define IN(standing_, dutch_) words_in((standing_)->language, dutch_)

/* Whether another agreement of the scheme runs on the day. */
static bool is_followed(const struct standing *standing)
{
	const struct scheme_agreement *agreement = standing->scheme->agreements.items;

	for (size_t i = 0; i < standing->scheme->agreements.count; i++)
		if (date_within(standing->on, agreement[i].from, agreement[i].until))
			return true;
	return false;
}

/* An end is never passed over in silence: before it there is a countdown, after it there is nobody. */
static void see_term(const struct standing *standing, struct records *alarms)
{
	const struct scheme_agreement *agreement = standing->agreement;
	const struct scheme_option *option = standing_option(standing);
	enum standing_state state = standing_state(standing);
	const char *last_day = day_words(standing, date_last_day(agreement->until));

	if (state == STANDING_SOON)
		add_alarm(alarms,
		          (struct standing_alarm){
				  .code = "ends-soon",
				  .words = SAY(
					  standing,
					  IN(standing, WORDS("De overeenkomst loopt over %lld dagen af. De "
		                                             "laatste dag is %s.")),
					  (long long)standing_days_left(standing), last_day) });
	if (state == STANDING_SOON && option != NULL)
		add_alarm(alarms,
		          (struct standing_alarm){
				  .code = "option-open",
				  .words = SAY(
					  standing,
					  IN(standing, WORDS("Verlengen kan nog, tot en met %s. Het besluit "
		                                             "moet er uiterlijk %s zijn.")),
					  day_words(standing, date_last_day(option->until)), last_day),
				  .action = IN(standing, WORDS("Verlengen")),
				  .address = SAY(standing, "/facts/agreement_extended?agreement=%s",
		                                 agreement->name) });
	if (state == STANDING_ENDED && !is_followed(standing))
		add_alarm(alarms,
		          (struct standing_alarm){
				  .code = "ended",
				  .words = SAY(
					  standing,
					  IN(standing, WORDS("De overeenkomst is afgelopen op %s. Na die dag "
		                                             "kan er niemand meer onder worden "
		                                             "toegewezen.")),
					  last_day) });
}

static void see_count(const struct standing *standing, struct records *alarms)
{
	const struct scheme_agreement *agreement = standing->agreement;
	int64_t said = agreement->parties_count;
	int64_t count = (int64_t)standing_holders(standing).count;

	if (!date_within(standing->on, agreement->from, agreement->until) ||
	    llabs(count - said) <= (agreement->count_is_about ? said / 10 : 0))
		return;
	add_alarm(alarms,
	          (struct standing_alarm){
			  .code = "parties-count",
			  .words = SAY(standing,
	                               IN(standing, WORDS("Er zijn %lld partijen onder contract; in de "
	                                                  "overeenkomst staan er %lld.")),
	                               (long long)count, (long long)said) });
}

/* The first day from on, of those on which something changes, on which nobody has the area; or no date. */
static struct date first_uncovered(const struct standing *standing, const char *combination, const char *area)
{
	const struct place_event *event = standing->events.items;
	struct texts uncovered =
		scheme_uncovered(standing->ahead, combination, standing->on, standing->arena);

	if (check_texts_have(&uncovered, area))
		return standing->on;
	for (size_t i = 0; i < standing->events.count; i++) {
		if (!date_before(standing->on, event[i].valid_from))
			continue;
		uncovered =
			scheme_uncovered(standing->ahead, combination, event[i].valid_from, standing->arena);
		if (check_texts_have(&uncovered, area))
			return event[i].valid_from;
	}
	return (struct date){ 0 };
}

/* Each neighbourhood of a combination is in the care of one member on every day. */
static void see_combination(const struct standing *standing, const char *combination, struct records *alarms)
{
	const struct scheme_area *area = standing->scheme->areas.items;

	for (size_t i = 0; i < standing->scheme->areas.count; i++) {
		struct date from = first_uncovered(standing, combination, area[i].name);

		if (!date_is(from))
			continue;
		add_alarm(
			alarms,
			(struct standing_alarm){
				.code = "area-unallocated",
				.words = SAY(standing,
		                             IN(standing, WORDS("%s is vanaf %s van geen enkel lid van %s.")),
		                             area[i].label, day_words(standing, from),
		                             standing_label(standing->scheme, combination)),
				.action = IN(standing, WORDS("Gebied verdelen")),
				.address =
					SAY(standing, "/facts/area_allocated?combination=%s&area=%s&from=%s",
		                            combination, area[i].name,
		                            date_print(from, (char[DATE_TEXT_SIZE]){ 0 })) });
	}
}

static void see_areas(const struct standing *standing, struct records *alarms)
{
	const struct scheme_combination *combination = standing->scheme->combinations.items;
	struct texts holders = standing_holders(standing);
	int64_t most = standing->scheme->caps.areas_per_party;

	for (size_t i = 0; i < standing->scheme->combinations.count; i++)
		if (date_within(standing->on, combination[i].from, combination[i].until) &&
		    check_texts_have(&holders, combination[i].name))
			see_combination(standing, combination[i].name, alarms);
	for (size_t i = 0; most > 0 && i < holders.count; i++) {
		struct texts own = scheme_areas_of(standing->scheme, NULL, holders.items[i], standing->on,
		                                   standing->arena);
		struct texts under =
			scheme_areas_under(standing->scheme, holders.items[i], standing->on, standing->arena);

		if ((int64_t)(own.count + under.count) > most)
			add_alarm(
				alarms,
				(struct standing_alarm){
					.code = "area-cap",
					.words = SAY(standing,
			                             IN(standing, WORDS("%s werkt in %zu gebieden, als "
			                                                "onderaannemer meegeteld; een partij "
			                                                "mag er %lld hebben.")),
			                             standing_label(standing->scheme, holders.items[i]),
			                             own.count + under.count, (long long)most) });
	}
}

/* Every provider has somebody for each corner; who is missing is chased. */
static void see_contacts(const struct standing *standing, struct records *alarms)
{
	int64_t places = 0, vacant = standing_vacancies(standing, &places);

	if (vacant > 0)
		add_alarm(alarms,
		          (struct standing_alarm){
				  .code = "contact-vacant",
				  .words = SAY(standing,
		                               IN(standing, WORDS("Van de %lld contactpersonen ontbreken er "
		                                                  "%lld. Vraag de aanbieders om een naam.")),
		                               (long long)places, (long long)vacant),
				  .action = IN(standing, WORDS("Contactpersoon vastleggen")),
				  .address = "/facts/contact_named" });
}

struct records standing_alarms(const struct standing *standing)
{
	struct records alarms = records_new(&standing_alarm_record, MAX_ALARMS, standing->arena);

	alarms.count = 0;
	see_term(standing, &alarms);
	see_count(standing, &alarms);
	see_areas(standing, &alarms);
	see_contacts(standing, &alarms);
	return alarms;
}
