/* SPDX-License-Identifier: EUPL-1.2 */
/* What waits for one person in tenders: to declare interests, to mark, to agree, to turn a key, to publish.
 */
#include <assert.h>
#include <string.h>

#include "common/calendar/calendar.h"
#include "contract/assessment/assessment_pages.h"
#include "contract/assessment/assessment_view.h"
#include "contract/procurement/bid_store.h"
#include "platform/base/words.h"

#define TASKS_MAX 20

/* The tasks of who asks, while they are gathered. */
struct gathering {
	const struct http_request *request;
	struct journal *journal;
	const char *account;
	struct records tasks; /* struct page_task */
};

static void add_task(struct gathering *gathering, const char *tender, const char *page, const char *label)
{
	struct page_task *tasks = gathering->tasks.items;

	assert(tasks != NULL);
	if (gathering->tasks.count < TASKS_MAX)
		tasks[gathering->tasks.count++] = (struct page_task){
			.address = arena_print(gathering->request->arena, "/tenders/%s/%s", tender, page),
			.label = label,
		};
}

/* The day of the last task, in words; no day: none. */
static void add_day(struct gathering *gathering, const char *words, struct date day)
{
	struct page_task *task = gathering->tasks.items;

	assert(task != NULL && gathering->tasks.count > 0);
	task += gathering->tasks.count - 1;
	if (!date_is(day))
		return;
	task->until = arena_print(gathering->request->arena, "%s %s", words,
	                          calendar_date_words(day, web_visitor(gathering->request)->language, true,
	                                              gathering->request->arena));
	task->is_late = date_before(day, clock_today(gathering->journal->clock));
}

/* --- keys --- */

static enum status gather_keys(struct gathering *gathering, struct fault *fault)
{
	const struct http_request *request = gathering->request;
	struct moment now = clock_now(gathering->journal->clock);
	struct records keys = { 0 };
	const struct bid_key_held *key;
	enum status status = bid_keys_of(gathering->journal, gathering->account, &keys, fault);

	key = keys.items;
	for (size_t i = 0; status == OK && i < keys.count; i++) {
		bool is_closed = now.seconds >= key[i].bids_until.seconds;

		if (!key[i].has_key && !is_closed)
			add_task(gathering, key[i].tender, "key",
			         arena_print(request->arena,
			                     web_words(request,
			                               WORDS("Maak uw sleutel van de kluis voor %s. Tot dan "
			                                     "kan niemand inschrijven.")),
			                     key[i].title));
		if (key[i].has_key && is_closed && !key[i].has_turned)
			add_task(gathering, key[i].tender, "key",
			         arena_print(request->arena,
			                     web_words(request,
			                               WORDS("Draai uw sleutel om: de inschrijvingen voor "
			                                     "%s kunnen open.")),
			                     key[i].title));
	}
	return status;
}

/* --- marks --- */

static int64_t given_by(const struct records *counts, const char *account)
{
	const struct assessor_marks *count = counts->items;

	for (size_t i = 0; i < counts->count; i++)
		if (strcmp(count[i].account, account) == 0)
			return count[i].marks;
	return 0;
}

/* The bids that somebody may mark. */
static int64_t bids_for(const struct assessed *assessed, const char *account)
{
	int64_t criteria = (int64_t)assessed->owed.criteria_count;

	return criteria == 0 ? 0 : owed_by(&assessed->owed, account, NULL) / criteria;
}

static enum status gather_marks(struct gathering *gathering, const struct assessed *assessed,
                                struct fault *fault)
{
	const struct http_request *request = gathering->request;
	const struct tender_notice *notice = &assessed->notice;
	int64_t owed = owed_by(&assessed->owed, gathering->account, NULL), left;
	struct records counts = { 0 };
	enum status status = assessment_marks_of(gathering->journal, assessed, &counts, fault);

	left = owed - given_by(&counts, gathering->account);
	if (status != OK || left <= 0)
		return status;
	add_task(gathering, notice->tender, "marks",
	         arena_print(
			 request->arena,
			 web_words(request, WORDS("U beoordeelt %lld inschrijvingen voor %s: nog %lld van de "
	                                          "%lld cijfers te geven.")),
			 (long long)bids_for(assessed, gathering->account), notice->title, (long long)left,
			 (long long)owed));
	add_day(gathering, web_words(request, WORDS("voor")),
	        assessment_assessor(assessed, gathering->account)->ready_on);
	return OK;
}

static enum status gather_tender(struct gathering *gathering, const char *tender, struct fault *fault)
{
	const struct http_request *request = gathering->request;
	const struct tender_notice *notice;
	struct assessed assessed;
	int64_t due;
	enum status status = assessment_see(gathering->journal, tender, &assessed, fault);

	if (status != OK || assessed.stand.bids == 0 ||
	    assessment_assessor(&assessed, gathering->account) == NULL)
		return status;
	notice = &assessed.notice;
	due = assessed.stand.bids * assessed.stand.criteria;
	if (!owed_has_declared(&assessed.owed, gathering->account)) {
		add_task(gathering, tender, "marks",
		         arena_print(
				 request->arena,
				 web_words(request, WORDS("Verklaar of u iets te maken heeft met een van de "
		                                          "inschrijvers voor %s. Daarna beoordeelt u %lld "
		                                          "inschrijvingen.")),
				 notice->title, (long long)bids_for(&assessed, gathering->account)));
		return OK;
	}
	if (assessed.unsealed.count > 0 && assessed.stand.agreed < due)
		add_task(gathering, tender, "consensus",
		         arena_print(
				 request->arena,
				 web_words(request, WORDS("Spreek samen cijfers af voor %s: %lld van de %lld "
		                                          "zijn er.")),
				 notice->title, (long long)assessed.stand.agreed, (long long)due));
	return gather_marks(gathering, &assessed, fault);
}

static enum status gather_assessing(struct gathering *gathering, struct fault *fault)
{
	struct texts tenders = { 0 };
	enum status status = assessment_work_of(gathering->journal, gathering->account, &tenders, fault);

	for (size_t i = 0; status == OK && i < tenders.count; i++)
		status = gather_tender(gathering, tenders.items[i], fault);
	return status;
}

/* --- awards --- */

static enum status gather_notices(struct gathering *gathering, struct fault *fault)
{
	const struct http_request *request = gathering->request;
	struct texts tenders = { 0 };
	enum status status = assessment_unpublished(gathering->journal, &tenders, fault);

	for (size_t i = 0; status == OK && i < tenders.count; i++) {
		struct assessed assessed;

		status = assessment_see(gathering->journal, tenders.items[i], &assessed, fault);
		if (status != OK || !date_is(assessed.stand.notice_until))
			continue;
		add_task(gathering, tenders.items[i], "award",
		         arena_print(request->arena,
		                     web_words(request, WORDS("Publiceer de gunning van %s.")),
		                     assessed.notice.title));
		add_day(gathering, web_words(request, WORDS("uiterlijk")), assessed.stand.notice_until);
	}
	return status;
}

enum status assessment_waiting(const struct http_request *request, struct records *ret_tasks,
                               struct fault *fault)
{
	struct visitor *visitor = web_visitor(request);
	struct gathering gathering = { .request = request,
		                       .journal = &visitor->journal,
		                       .account = visitor->session.account.account,
		                       .tasks = records_new(&page_task_record, TASKS_MAX, request->arena) };
	enum status status;

	gathering.tasks.count = 0;
	if (has_words(visitor->journal.party)) {
		*ret_tasks = gathering.tasks;
		return OK;
	}
	status = gather_keys(&gathering, fault);
	if (status == OK)
		status = gather_assessing(&gathering, fault);
	if (status == OK && access_may(visitor->session.role, MAY_MANAGE_AGREEMENTS))
		status = gather_notices(&gathering, fault);
	*ret_tasks = gathering.tasks;
	return status;
}
