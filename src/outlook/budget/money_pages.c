/* SPDX-License-Identifier: EUPL-1.2 */
#include "outlook/budget/money_pages.h"

#include <string.h>

#include "contract/funding/settlement.h"
#include "outlook/budget/care_counts.h"
#include "outlook/budget/care_groups.h"
#include "outlook/budget/money_view.h"
#include "platform/base/words.h"

static struct date first_of_month(struct date on)
{
	int year = 1, month = 1, day = 1;

	date_parts(on, &year, &month, &day);
	return date_of(year, month, 1);
}

/* What was recorded just now, and led here. */
static void show_done(const struct http_request *request, struct page_frame *frame)
{
	static const struct journal_kind *const kinds[] = {
		&year_stated_kind,          &payment_made_kind,      &settlement_made_kind,
		&settlement_withdrawn_kind, &settlement_signed_kind, &step_stated_kind,
	};
	const char *done = pairs_get(&request->query, "done");

	for (size_t i = 0; i < COUNT(kinds) && done != NULL; i++)
		if (strcmp(kinds[i]->name, done) == 0)
			frame->notice = web_words(request, kinds[i]->done);
}

/* All of it for the municipality; of its own clients for a party. The council sees no party apart. */
static enum status show_people(const struct http_request *request, const struct money_asked *asked,
                               struct money_view *view, struct fault *fault)
{
	struct journal *journal = &web_visitor(request)->journal;
	const struct care_asked care = { asked->ledger.entry, asked->ledger.year, view->month,
		                         asked->ledger.party };
	const struct care_asked areas = { asked->ledger.entry, asked->ledger.year, view->month, NULL };
	enum status status = OK;

	view->has_people = true;
	if (!view->is_own)
		status = care_counts(journal, view->month, &view->counts, fault);
	if (status == OK && !view->is_own)
		status = care_by_area(journal, &areas, &view->by_area, fault);
	return status == OK && (view->is_own || !view->is_brief)
	               ? care_by_party(journal, &care, &view->by_party, fault)
	               : status;
}

enum status money_view_of(const struct http_request *request, struct money_view *view, struct fault *fault)
{
	struct money_asked asked = { 0 };
	enum status status =
		money_asked(request, &asked) ? money_show(request, &asked, view, fault) : NOT_FOUND;

	view->month = first_of_month(asked.ledger.on);
	return status == OK ? show_people(request, &asked, view, fault) : status;
}

void money_year_page(struct http_request *request, struct http_response *response, void *context)
{
	struct money_view view = { .frame = web_frame(request,
		                                      web_words(request, WORDS("Het jaar in geld"))) };
	struct fault fault = { 0 };
	enum status status = money_view_of(request, &view, &fault);

	(void)context;
	if (!web_ok(request, response, status, &fault))
		return;
	show_done(request, &view.frame);
	web_breadcrumb(&view.frame, "/budgets", web_words(request, WORDS("Budgetten")), request->arena);
	web_note_read(request, response, 0, "budgets");
	web_page(request, response, "budget/year.html", &view);
}

void money_quarter_page(struct http_request *request, struct http_response *response, void *context)
{
	struct money_view view = { .frame =
		                           web_frame(request, web_words(request, WORDS("Kwartaalbericht"))) };
	struct fault fault = { 0 };
	enum status status = money_view_of(request, &view, &fault);

	(void)context;
	if (status == OK && view.quarter_title == NULL)
		status = NOT_FOUND;
	if (!web_ok(request, response, status, &fault))
		return;
	web_breadcrumb(&view.frame, "/budgets", web_words(request, WORDS("Budgetten")), request->arena);
	web_note_read(request, response, 0, "budgets");
	web_page(request, response, "budget/quarter.html", &view);
}
