/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/funding/funding_pages.h"

#include <string.h>

#include "common/access/web.h"
#include "common/scheme/scheme_book.h"
#include "common/scheme/scheme_check.h"
#include "contract/funding/funding_store.h"
#include "platform/base/words.h"

/* No struct here has an amount. */
struct waiting_run {
	int64_t run, year, version;
	const char *scheme, *reason, *sign_address;
	struct texts signatures;
};
static const struct field waiting_fields[] = {
	FIELD(struct waiting_run, run),
	FIELD(struct waiting_run, year),
	FIELD(struct waiting_run, version),
	FIELD(struct waiting_run, scheme),
	FIELD(struct waiting_run, reason, .max_chars = 1000),
	FIELD(struct waiting_run, sign_address),
	FIELD(struct waiting_run, signatures),
};
static const struct record waiting_record = RECORD(struct waiting_run, "waiting_run", waiting_fields);

struct budget_signatures_view {
	struct page_frame frame;
	struct records runs;
};
static const struct field view_fields[] = {
	FIELD_INSIDE(struct budget_signatures_view, frame, &page_frame_record),
	FIELD(struct budget_signatures_view, runs, .of = &waiting_record),
};
const struct record budget_signatures_view_record =
	RECORD(struct budget_signatures_view, "budget_signatures_view", view_fields);

static enum status show_run(const struct http_request *request, const struct funding_run *run,
                            struct waiting_run *ret_shown, struct fault *fault)
{
	struct journal *journal = &web_visitor(request)->journal;
	const struct scheme_entry *entry =
		scheme_book_entry(journal->schemes, journal->register_id, run->scheme);
	struct records signatures = { 0 };
	enum status status = funding_signatures(journal, run->run, web_on(request), &signatures, fault);
	const struct funding_signature *one = signatures.items;

	*ret_shown = (struct waiting_run){ .run = run->run,
		                           .year = run->year,
		                           .version = run->version,
		                           .scheme = entry == NULL ? run->scheme : entry->scheme.label,
		                           .reason = run->reason };
	ret_shown->signatures.items = ARENA_MANY(request->arena, signatures.count + 1, const char *);
	for (size_t i = 0; i < signatures.count; i++)
		ret_shown->signatures.items[ret_shown->signatures.count++] = arena_print(
			request->arena, "%s: %s",
			web_words(request, choice_label(scheme_corners, one[i].corner)), one[i].name);
	if (web_may_bring(request, &budget_run_signed_kind))
		ret_shown->sign_address =
			arena_print(request->arena, "/facts/budget_run_signed?run=%lld", (long long)run->run);
	return status;
}

void budget_signatures_page(struct http_request *request, struct http_response *response, void *context)
{
	struct journal *journal = &web_visitor(request)->journal;
	struct budget_signatures_view view = {
		.frame = web_frame(request, web_words(request, WORDS("Tekenen voor budgetten"))),
	};
	const char *done = pairs_get(&request->query, "done");
	struct fault fault = { 0 };
	struct records runs = { 0 };
	enum status status = funding_runs(journal, web_on(request), &runs, &fault);
	const struct funding_run *run = runs.items;

	(void)context;
	view.runs = records_new(&waiting_record, runs.count, request->arena);
	view.runs.count = 0;
	for (size_t i = 0; status == OK && i < runs.count; i++)
		if (date_before(web_on(request), run[i].set_on))
			status =
				show_run(request, &run[i],
			                 &((struct waiting_run *)view.runs.items)[view.runs.count++], &fault);
	if (done != NULL && strcmp(done, budget_run_signed_kind.name) == 0)
		view.frame.notice = web_words(request, budget_run_signed_kind.done);
	if (web_ok(request, response, status, &fault))
		web_page(request, response, "funding/budget_signatures.html", &view);
}
