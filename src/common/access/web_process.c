/* SPDX-License-Identifier: EUPL-1.2 */
#include "common/access/web_process.h"

#include <stdio.h>
#include <string.h>

#include "common/access/web_snapshot.h"
#include "common/journal/register.h"
#include "platform/db/depot.h"

static enum status find_upload_folder(struct web *web, struct arena *arena, struct fault *fault)
{
	const char *folder = "";
	enum status status = depot_folder(web->db, arena, &folder, fault);

	if (status == OK && strlen(folder) >= sizeof(web->upload_folder))
		return fault_set(fault, WRONG_USE, "the path of the folder %s is too long", folder);
	(void)snprintf(web->upload_folder, sizeof(web->upload_folder), "%s", folder);
	return status;
}

const char *web_upload_folder(void *context)
{
	return ((const struct web *)context)->upload_folder;
}

enum status web_start(void *context, struct fault *fault)
{
	struct web *web = context;
	CLEANUP(arena_freep) struct arena *arena = arena_new((size_t)1024 * 1024);
	struct findings findings = findings_new(arena, "nl");
	enum status status = db_open(web->database, &web->db, fault);

	if (status == OK)
		status =
			page_set_new(web->pages, web->pages_count, &web->source, &web->set, &findings, fault);
	if (status == FINDINGS)
		return fault_set(fault, FAILED, "%s:%d:%d: %s", findings.items[0].field,
		                 findings.items[0].line, findings.items[0].column, findings.items[0].words);
	if (status == OK)
		status = web->refresh(&web->schemes, web->db, web->clock, fault);
	if (status == OK)
		status = journal_known_until(web->db, &web->known_until, fault);
	if (status == OK)
		status = find_upload_folder(web, arena, fault);
	return status == OK ? reads_open(&web->reads, web->db, fault) : status;
}

void web_stop(void *context)
{
	struct web *web = context;

	reads_close(&web->reads);
	page_set_free(web->set);
	web_close_snapshot(web);
	db_close(web->db);
}

enum status web_begin_reading(struct web *web, struct fault *fault)
{
	enum status status = OK;

	if (!db_is_idle(web->db))
		return OK;
	status = db_begin_read(web->db, fault);
	return status == OK ? web->refresh(&web->schemes, web->db, web->clock, fault) : status;
}

void web_end_reading(struct web *web)
{
	if (!db_is_writing(web->db))
		db_rollback(web->db);
}

enum status web_flush(void *context, struct fault *fault)
{
	struct web *web = context;
	enum status status = db_is_writing(web->db) ? db_commit(web->db, fault) : OK;
	enum status logged = reads_flush(&web->reads, fault);

	web_end_reading(web);
	return status == OK ? logged : status;
}
