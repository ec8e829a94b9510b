/* SPDX-License-Identifier: EUPL-1.2 */
/* What providers asked and had no answer to in time: the tasks that their requests left. */
#include "common/calendar/calendar.h"
#include "common/journal/task.h"
#include "common/person/vault.h"
#include "practice/radar/radar_show.h"

#define REQUEST_CODE "asked-open"
#define REQUEST_WORKING_DAYS 5

static const struct field request_fields[] = {
	FIELD(struct radar_request, person),  FIELD(struct radar_request, name),
	FIELD(struct radar_request, since),   FIELD(struct radar_request, due),
	FIELD(struct radar_request, address),
};
const struct record radar_request_record = RECORD(struct radar_request, "radar_request", request_fields);

static enum status show(const struct showing *showing, const struct journal_task *task,
                        struct radar_request *ret_request, struct fault *fault)
{
	struct journal *journal = &web_visitor(showing->request)->journal;
	struct identity identity;
	enum status status = vault_identity(journal, task->person, &identity, fault);

	if (status)
		return status;
	*ret_request = (struct radar_request){
		.person = task->person,
		.name = identity_name(&identity, showing->arena),
		.since = task->since,
		.due = calendar_working_day_after(journal->calendar, task->since, REQUEST_WORKING_DAYS),
		.address = arena_print(showing->arena, "/clients/%lld/asked", (long long)task->person),
	};
	return OK;
}

enum status radar_requests(const struct showing *showing, struct records *ret_requests, struct fault *fault)
{
	struct journal *journal = &web_visitor(showing->request)->journal;
	const struct journal_tasks_coded asked = { CORNER_PRACTICE, REQUEST_CODE, showing->asked.on,
		                                   showing->asked.on };
	struct records tasks = { 0 };
	const struct journal_task *task;
	struct radar_request *requests;
	enum status status = journal_tasks_of_code(journal, &asked, &tasks, fault);

	*ret_requests = records_new(&radar_request_record, tasks.count, showing->arena);
	requests = ret_requests->items;
	ret_requests->count = 0;
	task = tasks.items;
	for (size_t i = 0; status == OK && i < tasks.count; i++) {
		bool is_late = date_before(
			calendar_working_day_after(journal->calendar, task[i].since, REQUEST_WORKING_DAYS),
			showing->asked.on);

		if (is_late && (showing->asked.keep == NULL ||
		                showing->asked.keep(showing->asked.context, task[i].person)))
			status = show(showing, &task[i], &requests[ret_requests->count++], fault);
	}
	return status;
}
