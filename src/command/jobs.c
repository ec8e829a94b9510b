/* SPDX-License-Identifier: EUPL-1.2 */
#include "command/jobs.h"

#include "common/access/reads.h"
#include "common/calendar/calendar.h"
#include "common/document/file.h"
#include "outlook/known/known.h"
#include "outlook/monitor/monitor.h"
#include "outlook/retention/retention.h"
#include "platform/base/embedded.h"
#include "practice/mailing/mailing.h"

#define KEPT_SECONDS ((int64_t)24 * 3600) /* so long what is of no file may be on its way in */
#define CALENDAR_BYTES ((size_t)1024 * 1024)

enum status job_fold_reads(void *context, struct fault *fault)
{
	return reads_fold(((const struct job_ground *)context)->db, fault);
}

enum status job_checkpoint(void *context, struct fault *fault)
{
	return db_checkpoint(((const struct job_ground *)context)->db, fault);
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

static enum status keep_register(const struct job_ground *ground, const struct journal_register *of,
                                 struct arena *arena, struct fault *fault)
{
	const struct clock clock = { of->demo_day, 0 };
	struct journal journal = { .db = ground->db,
		                   .clock = &clock,
		                   .book = ground->book,
		                   .arena = arena,
		                   .language = "nl",
		                   .register_id = of->register_id,
		                   .account = RETENTION_ACCOUNT };
	int64_t erased = 0;

	return retention_work(&journal, &erased, fault);
}

enum status job_retention(void *context, struct fault *fault)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new((size_t)64 * 1024 * 1024);
	const struct job_ground *ground = context;
	struct records registers = { 0 };
	const struct journal_register *items;
	enum status status = journal_registers(ground->db, arena, &registers, fault);

	items = registers.items;
	for (size_t i = 0; status == OK && i < registers.count; i++)
		status = keep_register(ground, &items[i], arena, fault);
	return status == OK ? sweep_files(ground->db, fault) : status;
}
