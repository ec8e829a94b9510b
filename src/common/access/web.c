/* SPDX-License-Identifier: EUPL-1.2 */
#include "common/access/web.h"

#include "common/access/web_process.h"
#include "common/access/web_sight.h"
#include "common/journal/book.h"
#include "platform/base/words.h"

/* Why this visitor may read about that person: the relation, or what the role is there for. */
static const char *ground_of(const struct visitor *visitor, int64_t person)
{
	const struct access_role *role = visitor->session.role;

	if (person == 0)
		return "list";
	if (visitor->session.person == person)
		return "own";
	if (visitor->sight.person == person && visitor->sight.ground != NULL)
		return visitor->sight.ground;
	if (visitor->sight.person == person && visitor->sight.glance != NULL)
		return visitor->sight.glance;
	if (access_may(role, MAY_DELIVER) || access_may(role, MAY_VISIT))
		return "deliver";
	return access_may(role, MAY_SEE_ORDERS) ? "order" : "front";
}

void web_note_read(const struct http_request *request, struct http_response *response, int64_t person,
                   const char *page)
{
	struct visitor *visitor = web_visitor(request);

	if (!visitor->web->keeps_reads)
		return;
	reads_note(&visitor->web->reads, visitor->journal.register_id, person, clock_now(&visitor->present),
	           visitor->journal.account,
	           arena_print(request->arena, "%s:%s:%s", page, ground_of(visitor, person),
	                       visitor->session.role->code));
	response->waits_for_flush = true;
}

enum status web_begin_writing(const struct http_request *request, struct http_response *response,
                              struct fault *fault)
{
	struct web *web = web_visitor(request)->web;
	enum status status = OK;

	web_end_reading(web);
	if (!db_is_writing(web->db))
		status = db_begin(web->db, fault);
	if (status == OK)
		response->waits_for_flush = true;
	return status;
}

enum status web_append(const struct http_request *request, struct http_response *response,
                       struct web_fact *brought, struct fault *fault)
{
	struct visitor *visitor = web_visitor(request);
	bool may = false;
	enum status status = web_may_record(request, brought->kind, brought->item, &may, fault);

	if (status)
		return status;
	if (!may) {
		findings_add(brought->findings, "file-closed", "", WEB_CLOSED_WORDS);
		return FINDINGS;
	}
	status = web_begin_writing(request, response, fault);
	if (status)
		return status;
	status = journal_append(&visitor->journal, brought->kind, brought->item, brought->findings,
	                        &brought->fact, fault);
	if (status == FINDINGS && visitor->web->refused != NULL) {
		const struct web_item item = { brought->kind->record, brought->item };
		enum status noted = visitor->web->refused(&visitor->journal, &item, fault);

		return noted == OK ? FINDINGS : noted;
	}
	return status;
}
