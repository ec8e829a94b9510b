/* SPDX-License-Identifier: EUPL-1.2 */
#include "outlook/budget/budget_pages.h"

#include <string.h>

#include "contract/funding/settlement.h"
#include "outlook/budget/budget_view.h"
#include "outlook/budget/care_counts.h"
#include "outlook/budget/care_groups.h"
#include "platform/base/words.h"
#include "platform/record/sheet.h"

static struct date first_of_month(struct date on)
{
	int year = 1, month = 1, day = 1;

	date_parts(on, &year, &month, &day);
	return date_of(year, month, 1);
}

static void list_runs(const struct http_request *request, const struct records *runs,
                      const struct funding_run *shown, struct budgets_view *view)
{
	const struct funding_run *run = runs->items;
	struct budget_run_link *link = ARENA_MANY(request->arena, runs->count + 1, struct budget_run_link);

	for (size_t i = 0; i < runs->count; i++)
		link[i] = (struct budget_run_link){
			.words = arena_print(request->arena,
			                     web_words(request, WORDS("%lld, versie %lld (%s)")),
			                     (long long)run[i].year, (long long)run[i].version,
			                     date_before(web_on(request), run[i].set_on)
			                             ? web_words(request, WORDS("voorstel"))
			                             : web_words(request, WORDS("vastgesteld"))),
			.address = arena_print(request->arena, "/budgets?run=%lld", (long long)run[i].run),
			.is_shown = shown != NULL && run[i].run == shown->run,
		};
	view->runs = (struct records){ link, runs->count };
}

static enum status make_view(const struct http_request *request, struct budgets_view *view,
                             struct fault *fault)
{
	struct records runs = { 0 };
	struct funding_run run = { 0 };
	bool is_found = false;
	enum status status = budget_choose(request, &runs, &run, &is_found, fault);

	if (status)
		return status;
	view->is_own = has_words(budget_own_party(request));
	list_runs(request, &runs, is_found ? &run : NULL, view);
	if (web_may_bring(request, &budget_run_made_kind))
		view->make_address = "/facts/budget_run_made";
	return is_found ? budget_show(request, &run, view, fault) : OK;
}

/* What was recorded just now, and led here. */
static void show_done(const struct http_request *request, struct page_frame *frame)
{
	static const struct journal_kind *const kinds[] = { &budget_run_made_kind, &budget_run_set_kind,
		                                            &budget_spent_kind, &ceiling_talked_kind,
		                                            &shares_agreed_kind };
	const char *done = pairs_get(&request->query, "done");

	for (size_t i = 0; i < COUNT(kinds) && done != NULL; i++)
		if (strcmp(kinds[i]->name, done) == 0)
			frame->notice = web_words(request, kinds[i]->done);
}

/* In each area, and at each party; of a party's people its own. Nothing while no budget was divided. */
static enum status show_groups(const struct http_request *request, struct budgets_view *view,
                               struct fault *fault)
{
	struct journal *journal = &web_visitor(request)->journal;
	const struct care_asked asked = {
		scheme_book_entry(journal->schemes, journal->register_id, view->scheme), view->year,
		view->month, view->is_own ? budget_own_party(request) : NULL
	};
	enum status status = OK;

	if (!view->has_run || asked.entry == NULL)
		return OK;
	view->has_people = true;
	if (!view->is_own)
		status = care_by_area(journal, &asked, &view->by_area, fault);
	return status == OK ? care_by_party(journal, &asked, &view->by_party, fault) : status;
}

void budgets_page(struct http_request *request, struct http_response *response, void *context)
{
	struct journal *journal = &web_visitor(request)->journal;
	struct budgets_view view = { .frame = web_frame(request, web_words(request, WORDS("Budgetten"))) };
	struct fault fault = { 0 };
	enum status status = make_view(request, &view, &fault);

	(void)context;
	view.month = first_of_month(web_on(request));
	view.has_people = !view.is_own;
	if (status == OK && !view.is_own)
		status = care_counts(journal, view.month, &view.counts, &fault);
	if (status == OK)
		status = show_groups(request, &view, &fault);
	if (!web_ok(request, response, status, &fault))
		return;
	show_done(request, &view.frame);
	web_note_read(request, response, 0, "budgets");
	web_page(request, response, "budget/budgets.html", &view);
}

/* --- a file --- */

static const char *euros(int64_t cents, struct arena *arena)
{
	return arena_print(arena, "%lld.%02lld", (long long)(cents / 100), (long long)(cents % 100));
}

static void add_row(const struct http_request *request, struct http_response *response, const char *sort,
                    const char *party, const char *of, int64_t cents)
{
	const char *const cells[] = { sort, party, of, euros(cents, request->arena) };

	sheet_add_row(&response->body, cells, COUNT(cells));
}

void budgets_csv(struct http_request *request, struct http_response *response, void *context)
{
	static const char *const heads[] = { "soort", "partij", "gebied of maand", "euro" };
	struct budgets_view view = { 0 };
	struct fault fault = { 0 };
	const struct budget_part_view *part;
	const struct budget_month_view *month;

	(void)context;
	if (!web_ok(request, response, make_view(request, &view, &fault), &fault))
		return;
	response->type = "text/csv; charset=utf-8";
	response->file_name = "budget.csv";
	sheet_add_row(&response->body, heads, COUNT(heads));
	part = view.parts.items;
	month = view.months.items;
	for (size_t i = 0; i < view.parts.count; i++)
		add_row(request, response, "deel", part[i].party, part[i].district, part[i].cents.cents);
	for (size_t i = 0; i < view.months.count; i++)
		for (size_t j = 0; j < month[i].cells.count; j++) {
			const struct budget_cell_view *cell =
				&((const struct budget_cell_view *)month[i].cells.items)[j];

			add_row(request, response, "voorschot", cell->party, month[i].month,
			        cell->cents.cents);
		}
	web_note_read(request, response, 0, "budgets");
}
