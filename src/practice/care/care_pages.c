/* SPDX-License-Identifier: EUPL-1.2 */
#include "practice/care/care_pages.h"

#include "common/access/web.h"
#include "common/person/vault.h"
#include "common/scheme/scheme_book.h"
#include "platform/base/words.h"
#include "practice/assignment/delivery.h"
#include "practice/care/appreciation.h"
#include "practice/care/contribution.h"
#include "practice/care/evaluation_view.h"
#include "practice/care/talk.h"

/* Help that runs, and who comes. */
struct care_help {
	int64_t assignment, person;
	const char *product, *party, *name, *often;
	struct date since;
};
static const struct field care_help_fields[] = {
	FIELD(struct care_help, assignment), FIELD(struct care_help, person),
	FIELD(struct care_help, product),    FIELD(struct care_help, party),
	FIELD(struct care_help, name),       FIELD(struct care_help, often),
	FIELD(struct care_help, since),
};
static const struct record care_help_record = RECORD(struct care_help, "care_help", care_help_fields);

/* From when until when the CAK is told that somebody owes a contribution. */
struct care_contribution {
	struct date from, last_day;
};
static const struct field care_contribution_fields[] = {
	FIELD(struct care_contribution, from),
	FIELD(struct care_contribution, last_day),
};
static const struct record care_contribution_record =
	RECORD(struct care_contribution, "care_contribution", care_contribution_fields);

struct care_view {
	struct page_frame frame;
	int64_t person;
	struct records help, earlier, talks;
	struct records contributions; /* contribution_shown */
	struct evaluations_view evaluations;
	struct records appreciations; /* appreciation_line */
	bool may_talk, may_name;
};
static const struct field care_view_fields[] = {
	FIELD_INSIDE(struct care_view, frame, &page_frame_record),
	FIELD(struct care_view, person),
	FIELD(struct care_view, help, .of = &care_help_record),
	FIELD(struct care_view, earlier, .of = &permanent_worker_line_record),
	FIELD(struct care_view, talks, .of = &talk_line_record),
	FIELD(struct care_view, contributions, .of = &care_contribution_record),
	FIELD(struct care_view, appreciations, .of = &appreciation_line_record),
	FIELD_INSIDE(struct care_view, evaluations, &evaluations_view_record),
	FIELD(struct care_view, may_talk),
	FIELD(struct care_view, may_name),
};
const struct record care_view_record = RECORD(struct care_view, "care_view", care_view_fields);

static const char *product_label(const struct journal *journal, const char *name)
{

	return scheme_book_product_label(journal->schemes, journal->register_id, name);
}

/* What runs or comes, each with who comes; the others came before. */
static void show_help(const struct http_request *request, const struct records *deliveries,
                      const struct records *workers, struct care_view *view)
{
	const struct journal *journal = &web_visitor(request)->journal;
	const struct delivery *items = deliveries->items;
	const struct permanent_worker_line *before = workers->items;

	view->help = records_new(&care_help_record, deliveries->count, request->arena);
	view->help.count = 0;
	for (size_t i = 0; i < deliveries->count; i++) {
		const struct permanent_worker_line *worker =
			permanent_worker_on(workers, items[i].assignment, web_on(request));

		if (!date_before(web_on(request), items[i].valid_until))
			continue;
		((struct care_help *)view->help.items)[view->help.count++] = (struct care_help){
			.assignment = items[i].assignment,
			.person = view->person,
			.product = product_label(journal, items[i].product),
			.party = web_organisation(request, items[i].deliverer),
			.name = worker == NULL ? "" : worker->name,
			.often = worker == NULL ? ""
			                        : permanent_worker_often(worker->times, worker->per,
			                                                 journal->language, request->arena),
			.since = worker == NULL ? (struct date){ 0 } : worker->from_day,
		};
	}
	view->earlier = records_new(&permanent_worker_line_record, workers->count, request->arena);
	view->earlier.count = 0;
	for (size_t i = 0; i < workers->count; i++)
		if (!date_before(web_on(request), before[i].until_day)) {
			struct permanent_worker_line *shown =
				&((struct permanent_worker_line *)view->earlier.items)[view->earlier.count++];

			*shown = before[i];
			shown->product = product_label(journal, before[i].product);
			shown->until_day = date_last_day(before[i].until_day);
		}
}

static void show_contributions(const struct http_request *request, const struct records *periods,
                               struct care_view *view)
{
	const struct contribution_period *items = periods->items;

	view->contributions = records_new(&care_contribution_record, periods->count, request->arena);
	for (size_t i = 0; i < periods->count; i++)
		((struct care_contribution *)view->contributions.items)[i] =
			(struct care_contribution){ items[i].from, date_last_day(items[i].until) };
}

void care_page(struct http_request *request, struct http_response *response, void *context)
{
	struct journal *journal = &web_visitor(request)->journal;
	struct care_view view = { .person = web_number(&request->parts, "person"),
		                  .may_talk = web_may_bring(request, &talk_held_kind),
		                  .may_name = web_may_bring(request, &permanent_worker_named_kind) };
	struct records deliveries = { 0 }, workers = { 0 }, periods = { 0 };
	struct identity client = { 0 };
	struct fault fault = { 0 };
	enum status status = vault_identity(journal, view.person, &client, &fault);

	(void)context;
	if (status == OK)
		status = deliveries_of(journal, view.person, &deliveries, &fault);
	if (status == OK)
		status = permanent_workers_of(journal, view.person, &workers, &fault);
	if (status == OK)
		status = contributions_of(journal, view.person, &periods, &fault);
	if (status == OK)
		status = appreciations_of(journal, view.person, &view.appreciations, &fault);
	if (status == OK)
		status = evaluations_show(request, view.person, &view.evaluations, &fault);
	if (status == OK)
		status = talks_of(journal, view.person, web_on(request), &view.talks, &fault);
	if (!web_ok(request, response, status, &fault))
		return;
	show_help(request, &deliveries, &workers, &view);
	show_contributions(request, &periods, &view);
	view.frame = web_client_frame(request, view.person, identity_name(&client, request->arena),
	                              web_words(request, WORDS("Contact en wie er komt")));
	web_note_read(request, response, view.person, "care");
	web_page(request, response, "care/care.html", &view);
}
