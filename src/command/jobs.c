/* SPDX-License-Identifier: EUPL-1.2 */
#include "command/jobs.h"

#include "common/access/reads.h"
#include "common/calendar/calendar.h"
#include "common/document/file.h"
#include "common/journal/register.h"
#include "common/scheme/scheme_book.h"
#include "outlook/known/known.h"
#include "outlook/laboratory/division.h"
#include "outlook/monitor/monitor.h"
#include "outlook/retention/retention.h"
#include "outlook/unseen/unseen_kept.h"
#include "platform/base/embedded.h"
#include "practice/care/contribution.h"
#include "practice/care/contribution_kept.h"
#include "practice/mailing/mailing.h"
#include "practice/term/recount.h"

#define KEPT_SECONDS ((int64_t)24 * 3600) /* so long what is of no file may be on its way in */
#define CALENDAR_BYTES ((size_t)1024 * 1024)
#define WORK_BYTES ((size_t)64 * 1024 * 1024)

enum status job_fold_reads(void *context, struct fault *fault)
{
	return reads_fold(((const struct job_ground *)context)->db, fault);
}

enum status job_checkpoint(void *context, struct fault *fault)
{
	return db_checkpoint(((const struct job_ground *)context)->db, fault);
}

enum status job_look(void *context, struct fault *fault)
{
	return db_look(((const struct job_ground *)context)->db, fault);
}

enum status job_write_heads(void *context, struct fault *fault)
{
	const struct clock real = { { 0 } };

	return monitor_write_heads(((const struct job_ground *)context)->db, clock_today(&real), fault);
}

enum status job_make_snapshots(void *context, struct fault *fault)
{
	const struct job_ground *ground = context;

	return known_work(&(struct known_worker){ ground->db, ground->book, ground->is_asked_to_stop },
	                  fault);
}

enum status job_divide_areas(void *context, struct fault *fault)
{
	const struct job_ground *ground = context;

	return division_work(ground->db, fault);
}

enum status job_write_letters(void *context, struct fault *fault)
{
	const struct job_ground *ground = context;
	CLEANUP(arena_freep) struct arena *arena = arena_new(CALENDAR_BYTES);
	struct calendar calendar;
	enum status status = calendar_read((const char *)embedded_find("data/holidays.csv")->bytes, arena,
	                                   &calendar, fault);

	if (status)
		return status;
	return mailing_work(
		&(struct mailing_worker){ ground->db, ground->book, &calendar, ground->is_asked_to_stop },
		fault);
}

enum status job_clear_files(void *context, struct fault *fault)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new((size_t)1024 * 1024);
	const struct job_ground *ground = context;
	struct records registers = { 0 };
	const struct journal_register *items;
	enum status status = journal_registers(ground->db, arena, &registers, fault);

	items = registers.items;
	for (size_t i = 0; status == OK && i < registers.count; i++)
		status = files_clear(ground->db, items[i].register_id, fault);
	return status;
}

static enum status sweep_files(struct db *db, struct fault *fault)
{
	const struct clock real = { { 0 } };
	const struct moment before = { clock_now(&real).seconds - KEPT_SECONDS };

	return files_sweep(db, before, fault);
}

/* What is done for a register, as the account. */
struct register_work {
	const char *account;
	enum status (*run)(struct journal *journal, struct fault *fault);
	const struct calendar *calendar; /* where facts count days; else NULL */
};

static enum status work_in(const struct job_ground *ground, const struct journal_register *of,
                           const struct register_work *work, struct arena *arena, struct fault *fault)
{
	CLEANUP(scheme_book_freep) struct scheme_book *schemes = scheme_book_new();
	const struct clock clock = { of->demo_day, 0 };
	struct journal journal = { .db = ground->db,
		                   .clock = &clock,
		                   .book = ground->book,
		                   .calendar = work->calendar,
		                   .schemes = schemes,
		                   .arena = arena,
		                   .language = "nl",
		                   .register_id = of->register_id,
		                   .account = work->account };
	enum status status;

	scheme_book_set_clock(schemes, &clock);
	status = scheme_book_refresh(schemes, ground->db, fault);
	return status ? status : work->run(&journal, fault);
}

static enum status work_in_all(const struct job_ground *ground, const struct register_work *work,
                               struct fault *fault)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new(WORK_BYTES);
	struct records registers = { 0 };
	const struct journal_register *items;
	enum status status = journal_registers(ground->db, arena, &registers, fault);

	items = registers.items;
	for (size_t i = 0; status == OK && i < registers.count; i++)
		status = work_in(ground, &items[i], work, arena, fault);
	return status;
}

static enum status erase_old(struct journal *journal, struct fault *fault)
{
	int64_t erased = 0;

	return retention_work(journal, &erased, fault);
}

enum status job_retention(void *context, struct fault *fault)
{
	enum status status =
		work_in_all(context, &(struct register_work){ RETENTION_ACCOUNT, erase_old, NULL }, fault);

	return status == OK ? sweep_files(((const struct job_ground *)context)->db, fault) : status;
}

/* A demonstration stays on its day: there the command looks. What changed waits until it is sent. */
static enum status look_at_contributions(struct journal *journal, struct fault *fault)
{
	size_t changes = 0;

	return date_is(journal->clock->fixed_day) ? OK : contributions_look(journal, &changes, fault);
}

enum status job_look_at_contributions(void *context, struct fault *fault)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new(CALENDAR_BYTES);
	const struct job_ground *ground = context;
	struct calendar calendar;
	enum status status;

	if (journal_must_be_open(ground->db, fault) != OK)
		return OK; /* what was known at a moment gets nothing new */
	status = calendar_read((const char *)embedded_find("data/holidays.csv")->bytes, arena, &calendar,
	                       fault);
	if (status)
		return status;
	return work_in_all(ground,
	                   &(struct register_work){ CONTRIBUTION_ACCOUNT, look_at_contributions, &calendar },
	                   fault);
}

static enum status keep_unseen(struct journal *journal, struct fault *fault)
{
	return unseen_keep(journal, clock_today(journal->clock), fault);
}

enum status job_keep_unseen(void *context, struct fault *fault)
{
	return work_in_all(context, &(struct register_work){ NULL, keep_unseen, NULL }, fault);
}

static enum status count_register(const struct job_ground *ground, const struct journal_register *of,
                                  const struct calendar *calendar, struct arena *arena, struct fault *fault)
{
	const struct clock clock = { of->demo_day, 0 };
	struct recount_told told = { 0 };
	struct journal journal = { .db = ground->db,
		                   .clock = &clock,
		                   .book = ground->book,
		                   .calendar = calendar,
		                   .arena = arena,
		                   .language = "nl",
		                   .register_id = of->register_id,
		                   .account = CALENDAR_ACCOUNT };

	return terms_follow_holidays(&journal, &told, fault);
}

enum status job_count_terms(void *context, struct fault *fault)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new((size_t)64 * 1024 * 1024);
	const struct job_ground *ground = context;
	struct records registers = { 0 };
	struct calendar calendar;
	const struct journal_register *items;
	enum status status;

	if (journal_must_be_open(ground->db, fault) != OK)
		return OK; /* what was known at a moment stays as it was counted then */
	status = calendar_read((const char *)embedded_find("data/holidays.csv")->bytes, arena, &calendar,
	                       fault);
	if (status == OK)
		status = journal_registers(ground->db, arena, &registers, fault);
	items = registers.items;
	for (size_t i = 0; status == OK && i < registers.count; i++)
		status = count_register(ground, &items[i], &calendar, arena, fault);
	return status;
}
