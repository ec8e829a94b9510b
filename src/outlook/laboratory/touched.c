/* SPDX-License-Identifier: EUPL-1.2 */
#include "outlook/laboratory/touched.h"

#include <assert.h>
#include <string.h>

#include "common/person/person.h"
#include "common/scheme/scheme_check.h"
#include "laboratory_sql.h"
#include "practice/assignment/assign.h"

#define PERSON_BYTES ((size_t)64 * 1024 * 1024) /* the lines of one person */
#define MAX_LINES 1000                          /* of one person; whoever has more is no person */
#define LONG_AGO 1900
#define POSTCODE_DIGITS 4

enum { BEFORE, AFTER, VERSIONS };

/* Help as it was granted to the person at hand. */
struct help {
	const char *product, *deliverer, *party; /* "" while nobody delivers */
	struct date from, until;
};

struct version {
	const struct scheme *scheme;
	struct lane_set lanes;
	struct assign_answer *answer;
};

struct counting {
	const struct touching *touching;
	struct version versions[VERSIONS];
	uint16_t *party_after; /* of the old version's parties their index in the new one */
	uint32_t *stamps;      /* by party of the new version */
	uint32_t stamp;
	struct touched *result;
	enum outcome *worst; /* for the person at hand, by change */
	enum outcome worst_of_all;
	bool has_help;
	/* the person at hand */
	int64_t person;
	struct date born;
	const char *postcode; /* its four digits */
	const char *address;
	struct help *help;
	size_t help_count;
};

/* --- one question to both versions --- */

/* A line of help on a day. */
struct asked {
	const struct help *help;
	struct date on, since;
	const struct scheme_area *areas[VERSIONS]; /* NULL where the address lies in none */
};

/* Puts the question to one version; without its product or area nobody can answer. */
static void ask(struct counting *counting, int version, const struct asked *asked, struct date since)
{
	struct version *asking = &counting->versions[version];
	const struct lane_set *lanes = &asking->lanes;
	struct assign_question question = { .born = counting->born, .on = asked->on, .since = since };

	asking->answer->count = 0;
	asking->answer->able_count = 0;
	if (asked->areas[version] == NULL)
		return;
	question.product = lane_names_find(&lanes->products, asked->help->product);
	question.area = lane_names_find(&lanes->areas, asked->areas[version]->name);
	question.current = lane_names_find(&lanes->parties, asked->help->deliverer);
	if (question.product != LANE_NONE)
		assign_judge(lanes, &question, asking->answer);
}

/* The present provider among those who can serve, or NULL. */
static const struct assign_candidate *present(const struct version *version, const struct help *help)
{
	uint16_t party = lane_names_find(&version->lanes.parties, help->deliverer);

	for (size_t i = 0; party != LANE_NONE && i < version->answer->able_count; i++)
		if (version->answer->candidates[i].party == party)
			return &version->answer->candidates[i];
	return NULL;
}

static const char *contract_party(const struct version *version, const struct assign_candidate *candidate)
{
	return version->lanes.parties.items[assign_contract_party(candidate)].name;
}

/* Whether other contract parties can serve than before. */
static bool has_other_choice(struct counting *counting)
{
	const struct assign_answer *before = counting->versions[BEFORE].answer;
	const struct assign_answer *after = counting->versions[AFTER].answer;
	uint32_t seen = ++counting->stamp, met = ++counting->stamp;

	for (size_t i = 0; i < after->able_count; i++)
		counting->stamps[assign_contract_party(&after->candidates[i])] = seen;
	for (size_t i = 0; i < before->able_count; i++) {
		uint16_t party = counting->party_after[assign_contract_party(&before->candidates[i])];

		if (party == LANE_NONE || counting->stamps[party] < seen)
			return true;
		counting->stamps[party] = met;
	}
	for (size_t i = 0; i < after->able_count; i++)
		if (counting->stamps[assign_contract_party(&after->candidates[i])] != met)
			return true;
	return false;
}

static enum outcome compare_answers(struct counting *counting, const struct help *help)
{
	const struct version *before = &counting->versions[BEFORE], *after = &counting->versions[AFTER];
	const struct assign_candidate *was = present(before, help), *is = present(after, help);

	if (after->answer->able_count == 0)
		return before->answer->able_count == 0 ? OUTCOME_SAME : OUTCOME_NOBODY;
	if (was != NULL && is == NULL)
		return OUTCOME_LOST;
	if (was != NULL && strcmp(contract_party(before, was), contract_party(after, is)) != 0)
		return OUTCOME_OTHER_PARTY;
	return has_other_choice(counting) ? OUTCOME_OTHER_CHOICE : OUTCOME_SAME;
}

/*
 * A provider that delivers was let in at the door, perhaps on a relation from before the register: when the
 * days that the register knows are too few for the old version, both versions are asked as if it had been
 * there long.
 */
static enum outcome judge(struct counting *counting, const struct asked *asked)
{
	struct date since = asked->since;

	ask(counting, BEFORE, asked, since);
	if (asked->help->deliverer[0] != '\0' && present(&counting->versions[BEFORE], asked->help) == NULL) {
		since = date_of(LONG_AGO, 1, 1);
		ask(counting, BEFORE, asked, since);
	}
	ask(counting, AFTER, asked, since);
	return compare_answers(counting, asked->help);
}

/* --- whose help a change is about --- */

static bool is_in(const struct texts *names, const char *name)
{
	return names->count == 0 || check_texts_have(names, name);
}

static bool is_in_areas(const struct texts *areas, const struct asked *asked)
{
	for (int version = BEFORE; version < VERSIONS; version++)
		if (asked->areas[version] != NULL && check_texts_have(areas, asked->areas[version]->name))
			return true;
	return areas->count == 0;
}

static bool is_in_ages(const struct scheme_reach *reach, int age)
{
	return age >= reach->from_age && (reach->until_age == 0 || age < reach->until_age);
}

static bool reaches(const struct scheme_reach *reach, const struct counting *counting,
                    const struct asked *asked)
{
	return reach->is_help && is_in(&reach->products, asked->help->product) &&
	       is_in_areas(&reach->areas, asked) &&
	       (is_in(&reach->parties, asked->help->deliverer) ||
	        is_in(&reach->parties, asked->help->party)) &&
	       is_in(&reach->postcodes, counting->postcode) &&
	       is_in_ages(reach, date_age_on(counting->born, asked->on));
}

/* --- one person --- */

/* Since when the present provider has delivered this product without a break. */
static struct date since_of(const struct counting *counting, size_t at)
{
	const struct help *help = &counting->help[at];
	struct date since = help->from;

	while (at > 0) {
		const struct help *earlier = &counting->help[--at];

		if (strcmp(earlier->product, help->product) != 0)
			break;
		if (strcmp(earlier->deliverer, help->deliverer) == 0 && !date_before(earlier->until, since) &&
		    date_before(earlier->from, since))
			since = earlier->from;
	}
	return since;
}

static void take_worst(enum outcome *worst, enum outcome outcome)
{
	if (outcome > *worst)
		*worst = outcome;
}

/* All changes that are asked about on that day. */
static void count_line(struct counting *counting, const struct asked *asked)
{
	const struct scheme_changes *changes = counting->touching->changes;
	enum outcome outcome, judged = OUTCOME_NONE;

	for (size_t i = 0; i < changes->count; i++) {
		if (counting->result->changes[i].on.day != asked->on.day ||
		    !reaches(&changes->items[i].reach, counting, asked))
			continue;
		if (changes->items[i].reach.is_who && judged == OUTCOME_NONE)
			judged = judge(counting, asked);
		outcome = changes->items[i].reach.is_who ? judged : OUTCOME_SAME;
		take_worst(&counting->worst[i], outcome);
		take_worst(&counting->worst_of_all, outcome);
	}
}

static bool is_of_scheme(const struct counting *counting, const struct help *help)
{
	return scheme_product(counting->touching->before, help->product) != NULL ||
	       scheme_product(counting->touching->after, help->product) != NULL;
}

static void count_day(struct counting *counting, struct date on)
{
	struct asked asked = { .on = on };

	for (int version = BEFORE; version < VERSIONS; version++)
		asked.areas[version] =
			scheme_area_of(counting->versions[version].scheme, counting->address, on);
	for (size_t i = 0; i < counting->help_count; i++) {
		asked.help = &counting->help[i];
		if (!date_within(on, asked.help->from, asked.help->until) ||
		    !is_of_scheme(counting, asked.help))
			continue;
		counting->has_help = true;
		asked.since = since_of(counting, i);
		count_line(counting, &asked);
	}
}

static void add_client(struct touch *touch, enum outcome outcome)
{
	touch->by_outcome[outcome]++;
	touch->clients += outcome != OUTCOME_NONE;
}

static void count_person(struct counting *counting)
{
	struct touched *result = counting->result;
	size_t count = counting->touching->changes->count;

	counting->has_help = false;
	counting->worst_of_all = OUTCOME_NONE;
	memset(counting->worst, 0, count * sizeof(counting->worst[0]));
	for (size_t i = 0; i < result->days_count; i++)
		count_day(counting, result->days[i]);
	for (size_t i = 0; i < count; i++)
		add_client(&result->changes[i], counting->worst[i]);
	if (counting->has_help) {
		result->clients++;
		add_client(&result->whole, counting->worst_of_all);
	}
}

/* --- all of them --- */

static void add_help(struct counting *counting, const struct db_rows *rows, struct arena *arena)
{
	if (counting->help_count == MAX_LINES)
		return;
	counting->help[counting->help_count++] = (struct help){ .product = db_text(rows, 1, arena),
		                                                .deliverer = db_text(rows, 2, arena),
		                                                .party = db_text(rows, 3, arena),
		                                                .from = db_date(rows, 4),
		                                                .until = db_date(rows, 5) };
}

static void begin_person(struct counting *counting, const struct db_rows *rows, struct arena *arena)
{
	if (counting->person != 0)
		count_person(counting);
	arena_clear(arena);
	counting->person = db_number(rows, 0);
	counting->help_count = 0;
	counting->born = db_date(rows, 6);
	counting->postcode = db_text(rows, 7, arena);
	counting->address = postcode_with_number(counting->postcode, db_number(rows, 8), arena);
	if (strlen(counting->postcode) > POSTCODE_DIGITS)
		counting->postcode = arena_copy_part(arena, counting->postcode, POSTCODE_DIGITS);
}

static enum status walk(struct counting *counting, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	CLEANUP(arena_freep) struct arena *arena = arena_new(PERSON_BYTES);
	const struct value values[] = { value_number(counting->touching->register_id) };
	enum status status =
		db_select(counting->touching->db, &sql_laboratory_help, values, COUNT(values), &rows, fault);

	while (status == OK && (status = db_next(&rows, fault)) == OK) {
		if (db_number(&rows, 0) != counting->person)
			begin_person(counting, &rows, arena);
		add_help(counting, &rows, arena);
	}
	if (status != NOT_FOUND)
		return status;
	if (counting->person != 0)
		count_person(counting);
	return OK;
}

/* The day on which a change is asked about: its first day from today on; no date when it is over by then. */
static struct date day_of(const struct scheme_change *change, struct date today)
{
	struct date day = date_before(change->from, today) ? today : change->from;

	return date_is(change->until) && !date_before(day, change->until) ? (struct date){ 0 } : day;
}

static void add_day(struct touched *touched, struct date day)
{
	size_t at = touched->days_count;

	for (size_t i = 0; i < touched->days_count; i++)
		if (touched->days[i].day == day.day)
			return;
	touched->days_count++;
	for (; at > 0 && date_before(day, touched->days[at - 1]); at--)
		touched->days[at] = touched->days[at - 1];
	touched->days[at] = day;
}

static void find_days(const struct touching *touching, struct arena *arena, struct touched *touched)
{
	const struct scheme_changes *changes = touching->changes;

	touched->changes = ARENA_MANY(arena, changes->count, struct touch);
	touched->days = ARENA_MANY(arena, changes->count, struct date);
	for (size_t i = 0; i < changes->count; i++) {
		struct date day = day_of(&changes->items[i], touching->today);

		if (!changes->items[i].reach.is_help || !date_is(day))
			continue;
		touched->changes[i].on = day;
		add_day(touched, day);
	}
}

static void begin(struct counting *counting, struct arena *arena)
{
	const struct touching *touching = counting->touching;
	const struct lane_names *before, *after;

	counting->versions[BEFORE].scheme = touching->before;
	counting->versions[AFTER].scheme = touching->after;
	for (int version = BEFORE; version < VERSIONS; version++) {
		struct version *its = &counting->versions[version];

		its->lanes = scheme_lanes(its->scheme, arena);
		its->answer = assign_answer_new(&its->lanes, arena);
	}
	before = &counting->versions[BEFORE].lanes.parties;
	after = &counting->versions[AFTER].lanes.parties;
	counting->party_after = ARENA_MANY(arena, before->count, uint16_t);
	for (size_t i = 0; i < before->count; i++)
		counting->party_after[i] = lane_names_find(after, before->items[i].name);
	counting->stamps = ARENA_MANY(arena, after->count, uint32_t);
	counting->worst = ARENA_MANY(arena, touching->changes->count, enum outcome);
	counting->help = ARENA_MANY(arena, MAX_LINES, struct help);
}

enum status touched_count(const struct touching *touching, struct arena *arena, struct touched *ret_touched,
                          struct fault *fault)
{
	struct counting counting = { .touching = touching, .result = ret_touched };

	*ret_touched = (struct touched){ 0 };
	find_days(touching, arena, ret_touched);
	begin(&counting, arena);
	return walk(&counting, fault);
}
