/* SPDX-License-Identifier: EUPL-1.2 */
#include "demo/demo.h"

#include <stdlib.h>

#include "common/access/switch.h"
#include "common/journal/register.h"
#include "common/scheme/scheme_book.h"
#include "demo/acts.h"
#include "demo/asked.h"
#include "demo/beside.h"
#include "demo/desk.h"
#include "demo/declared.h"
#include "demo/files.h"
#include "demo/funding.h"
#include "demo/later.h"
#include "demo/law.h"
#include "demo/meetings.h"
#include "demo/numbers.h"
#include "demo/own.h"
#include "demo/planned.h"
#include "demo/posted.h"
#include "demo/programmes.h"
#include "demo/seen.h"
#include "demo/tariffs.h"
#include "demo/tenders.h"

#define ACT_BYTES ((size_t)64 * 1024 * 1024)
#define ACTS_IN_BATCH 1000
#define ACTS_IN_POSTGRES_BATCH 100 /* it keeps every version that a counter had until the commit */
#define ACTS_OF_RESIDENT_MAX 24
#define DAYS_TO_PREPARE 14 /* from the adoption of the scheme to the first report */

static enum status check_empty(const struct demo *demo, struct fault *fault)
{
	struct records registers;
	enum status status = journal_registers(demo->db, demo->arena, &registers, fault);

	if (status != OK || registers.count == 0)
		return status;
	return fault_set(fault, WRONG_USE,
	                 "this database already holds the register %s; a demonstration needs an empty one",
	                 ((struct journal_register *)registers.items)->name);
}

static enum status add_accounts(const struct demo *demo, const struct demo_register *of, int64_t register_id,
                                struct fault *fault)
{
	const struct demo_account *accounts = of->accounts.items;
	enum status status = db_begin(demo->db, fault);

	for (size_t i = 0; status == OK && i < of->accounts.count; i++) {
		const bool is_ours = !has_words(accounts[i].party);
		const struct access_account account = { .register_id = register_id,
			                                .account = accounts[i].account,
			                                .name = accounts[i].name,
			                                .role = accounts[i].role,
			                                .team = or_empty(accounts[i].team),
			                                .party = or_empty(accounts[i].party),
			                                .phone = is_ours ? or_empty(of->phone) : "" };

		status = access_add_demo_account(demo->db, &account, demo->arena, fault);
		for (size_t j = 0; status == OK && j < accounts[i].also.count; j++)
			status = switch_add_role(demo->db, register_id, accounts[i].account,
			                         accounts[i].also.items[j], fault);
	}
	return db_end(demo->db, status, fault);
}

static enum status adopt_schemes(struct filling *filling, const struct demo *demo, struct fault *fault)
{
	const struct demo_register *of = filling->ground.of;
	const struct demo_schemes *schemes = filling->ground.schemes;
	struct date on = date_add_days(of->day, -(int32_t)of->days - DAYS_TO_PREPARE);
	enum status status = db_begin(demo->db, fault);

	for (size_t i = 0; status == OK && i < schemes->count; i++)
		status = acts_adopt(filling, on, (const char *)schemes->items[i].file->bytes, fault);
	return db_end(demo->db, status, fault);
}

/* --- the plan --- */

static void plan_residents(struct filling *filling, struct arena *arena)
{
	const struct demo_register *of = filling->ground.of;
	struct chance shuffle = acts_chance(filling, CHANCE_OF_NUMBERS, 0);
	struct numbers numbers = numbers_new(&shuffle, arena);

	filling->residents = ARENA_MANY(arena, (size_t)of->residents, struct resident);
	for (int64_t i = 0; i < of->residents; i++) {
		struct resident *resident = &filling->residents[i];
		struct chance identity = acts_chance(filling, CHANCE_OF_IDENTITY, (uint64_t)i);
		struct chance road = acts_chance(filling, CHANCE_OF_ROAD, (uint64_t)i);
		struct chance delivering = acts_chance(filling, CHANCE_OF_DELIVERING, (uint64_t)i);
		struct identity who = people_choose(filling->people, &identity, filling->arena);

		resident->road = road_plan(&filling->ground, &who, numbers.given < numbers.count, &road);
		resident->delivering = delivering_plan(&resident->road, of->day, &delivering);
		if (resident->road.has_bsn && road_has_order(&resident->road, of->day))
			resident->bsn = numbers_give(&numbers);
		arena_clear(filling->arena);
	}
}

/* The acts of all residents, filled one after another. */
struct schedule {
	struct act *acts;
	size_t count;
	struct date today;
};

/* A day that is none, or still has to come, has no act. */
static void add_act(struct schedule *schedule, const struct act *act, enum act_sort sort, struct date on)
{
	if (!date_is(on) || date_before(schedule->today, on))
		return;
	schedule->acts[schedule->count] = *act;
	schedule->acts[schedule->count].sort = (uint8_t)sort;
	schedule->acts[schedule->count++].on = on;
}

/* What becomes of the last round, once it is assigned. */
static void add_delivering(struct schedule *schedule, const struct resident *resident, struct act *act)
{
	const struct delivering *plan = &resident->delivering;

	act->round = (uint8_t)(resident->road.rounds_count - 1);
	for (act->line = 0; act->line < resident->road.rounds[act->round].lines_count; act->line++) {
		add_act(schedule, act, ACT_DECLINE, plan->declined_on);
		add_act(schedule, act, ACT_STOP, plan->told_on);
		add_act(schedule, act, ACT_RESUME, plan->resumed_on);
	}
	act->round = act->line = 0;
}

static void add_resident(struct schedule *schedule, const struct resident *resident, uint32_t number)
{
	struct act act = { .resident = number };

	for (; act.round < resident->road.rounds_count; act.round++) {
		const struct road_round *round = &resident->road.rounds[act.round];

		add_act(schedule, &act, ACT_REPORT, round->received_on);
		add_act(schedule, &act, ACT_INVESTIGATE, round->concluded_on);
		add_act(schedule, &act, ACT_APPLY, round->applied_on);
		add_act(schedule, &act, ACT_DECIDE, round->decided_on);
		add_act(schedule, &act, ACT_ASSIGN, round->assigned_on);
		add_act(schedule, &act, ACT_SEND, round->sent_on);
		for (act.line = 0; act.line < round->lines_count; act.line++)
			add_act(schedule, &act, ACT_START, round->lines[act.line].start_reported_on);
		act.line = 0;
	}
	add_delivering(schedule, resident, &act);
	if (desk_has_more(number))
		add_act(schedule, &act, ACT_AROUND, resident->road.rounds[0].received_on);
	add_act(schedule, &act, ACT_CLOSE, desk_closing_day(resident, number));
	if (resident->bsn != NULL)
		add_act(schedule, &act, ACT_RECORD_BSN, resident->road.bsn_on);
}

static int compare_acts(const void *a, const void *b)
{
	const struct act *one = a, *other = b;

	if (one->on.day != other->on.day)
		return one->on.day < other->on.day ? -1 : 1;
	if (one->resident != other->resident)
		return one->resident < other->resident ? -1 : 1;
	if (one->round != other->round)
		return one->round - other->round;
	return one->sort != other->sort ? one->sort - other->sort : one->line - other->line;
}

/* The places for contact persons of the register's providers. */
static const struct demo_contact *plan_contacts(const struct filling *filling, struct arena *arena,
                                                size_t *ret_count)
{
	const struct demo_register *of = filling->ground.of;
	const struct contacts_asked asked = {
		.schemes = filling->ground.schemes,
		.names = filling->people->names,
		.unnamed_percent = filling->ground.settings->road.unnamed_percent,
		.left_percent = filling->ground.settings->road.left_percent,
		.first = date_add_days(of->day, -(int32_t)of->days),
		.today = of->day,
	};
	struct chance chance = acts_chance(filling, CHANCE_OF_CONTACTS, 0);

	return contacts_plan(&asked, &chance, arena, ret_count);
}

static struct schedule schedule_acts(struct filling *filling, struct arena *arena)
{
	const struct demo_register *of = filling->ground.of;
	size_t contacts = 0;
	const struct demo_contact *contact = plan_contacts(filling, arena, &contacts);
	struct schedule schedule = {
		.acts = ARENA_MANY(arena,
		                   (size_t)of->residents * ACTS_OF_RESIDENT_MAX + 2 * contacts +
		                           desk_questions(filling) + tenders_steps(filling) + 1,
		                   struct act),
		.today = of->day,
	};

	for (int64_t i = 0; i < of->residents; i++)
		add_resident(&schedule, &filling->residents[i], (uint32_t)i);
	for (uint32_t i = 0; i < desk_questions(filling); i++)
		add_act(&schedule, &(struct act){ .resident = i }, ACT_QUESTION,
		        desk_question_day(filling, i));
	for (uint32_t i = 0; i < tenders_steps(filling); i++)
		add_act(&schedule, &(struct act){ .resident = i }, ACT_TENDER, tenders_day(filling, i));
	filling->contacts = contact;
	for (size_t i = 0; i < contacts; i++) {
		const struct act act = { .resident = (uint32_t)i };

		if (contact[i].name != NULL)
			add_act(&schedule, &act, ACT_NAME_CONTACT, contact[i].from);
		add_act(&schedule, &act, ACT_LOSE_CONTACT, contact[i].left_on);
	}
	qsort(schedule.acts, schedule.count, sizeof(schedule.acts[0]), compare_acts);
	return schedule;
}

/* --- playing it --- */

static enum status perform_batch(struct filling *filling, const struct schedule *schedule, size_t from,
                                 size_t until, struct fault *fault)
{
	struct db *db = filling->journal.db;
	enum status status = db_begin(db, fault);

	for (size_t i = from; status == OK && i < schedule->count && i < until; i++) {
		if (i > 0 && schedule->acts[i].on.day != schedule->acts[i - 1].on.day)
			status = posted_by(filling, schedule->acts[i - 1].on, fault);
		if (status != OK)
			break;
		status = acts_perform(filling, &schedule->acts[i], fault);
		arena_clear(filling->arena);
	}
	return db_end(db, status, fault);
}

static enum status fill_with_people(struct filling *filling, const struct demo *demo, struct fault *fault)
{
	size_t batch = db_engine(demo->db) == DB_POSTGRES ? ACTS_IN_POSTGRES_BATCH : ACTS_IN_BATCH;
	struct schedule schedule;
	enum status status = OK;

	plan_residents(filling, demo->arena);
	schedule = schedule_acts(filling, demo->arena);
	for (size_t i = 0; status == OK && i < schedule.count; i += batch) {
		if (demo->progress != NULL)
			demo->progress(filling->ground.of->name, (int64_t)i);
		status = perform_batch(filling, &schedule, i, i + batch, fault);
	}
	if (status == OK)
		status = planned_score_some(filling, fault);
	if (status == OK)
		status = seen_most(filling, fault);
	if (status == OK)
		status = later_end_some(filling, fault);
	if (status == OK)
		status = law_for_some(filling, fault);
	if (status == OK)
		status = asked_for_some(filling, fault);
	if (status == OK)
		status = beside_some(filling, fault);
	if (status == OK)
		status = own_for_some(filling, fault);
	if (status == OK)
		status = files_for_some(filling, fault);
	if (status == OK)
		status = tariffs_for_demo(filling, fault);
	if (status == OK)
		status = programmes_for_demo(filling, fault);
	if (status == OK)
		status = funding_for_demo(filling, fault);
	if (status == OK)
		status = declared_for_demo(filling, fault);
	if (status == OK)
		status = meetings_for_demo(filling, fault);
	if (status == OK)
		status = db_begin(filling->journal.db, fault);
	return status == OK
	               ? db_end(filling->journal.db, posted_by(filling, (struct date){ 0 }, fault), fault)
	               : status;
}

static enum status fill_register(const struct demo *demo, const struct demo_register *of, struct fault *fault)
{
	CLEANUP(scheme_book_freep) struct scheme_book *book = scheme_book_new();
	CLEANUP(arena_freep) struct arena *arena = arena_new(ACT_BYTES);
	struct demo_schemes schemes;
	struct demo_names names;
	struct people people;
	struct filling filling = { .ground = { demo->settings, of, &schemes, demo->calendar },
		                   .people = &people,
		                   .journal = { .db = demo->db,
		                                .clock = &filling.clock,
		                                .book = demo->book,
		                                .calendar = demo->calendar,
		                                .schemes = book,
		                                .arena = arena,
		                                .language = "nl" },
		                   .arena = arena };
	enum status status = schemes_read(&of->schemes, demo->arena, &schemes, fault);

	if (status)
		return status;
	filling.journal.register_id = scheme_register(&schemes.items[0].scheme);
	status = journal_open_register(demo->db, filling.journal.register_id, of->name, of->day, fault);
	if (status == OK)
		status = add_accounts(demo, of, filling.journal.register_id, fault);
	if (status == OK)
		status = adopt_schemes(&filling, demo, fault);
	if (status == OK)
		status = scheme_book_refresh(book, demo->db, fault);
	if (status == OK)
		status = names_read(demo->arena, &names, fault);
	if (status == OK)
		status = people_read(&demo->settings->population, &schemes, &names, demo->arena, &people,
		                     fault);
	return status == OK ? fill_with_people(&filling, demo, fault) : status;
}

enum status demo_fill(const struct demo *demo, struct fault *fault)
{
	const struct demo_register *registers = demo->settings->registers.items;
	enum status status = check_empty(demo, fault);

	for (size_t i = 0; status == OK && i < demo->settings->registers.count; i++)
		status = fill_register(demo, &registers[i], fault);
	return status;
}
