/* SPDX-License-Identifier: EUPL-1.2 */
#include "practice/decision/decision_pages.h"

#include <string.h>

#include "common/access/web.h"
#include "common/journal/task.h"
#include "common/person/vault.h"
#include "common/scheme/scheme_book.h"
#include "platform/base/words.h"
#include "practice/decision/decision.h"
#include "practice/decision/later.h"

struct line_view {
	const char *product, *amount, *reasons;
	struct date from, last_day, decided_on;
	bool is_budget, is_ended;
	const char *change_address, *end_address, *withdraw_address; /* "" for who may not */
};
static const struct field line_view_fields[] = {
	FIELD(struct line_view, product),
	FIELD(struct line_view, amount),
	FIELD(struct line_view, reasons, .max_chars = 4000),
	FIELD(struct line_view, from),
	FIELD(struct line_view, last_day),
	FIELD(struct line_view, decided_on),
	FIELD(struct line_view, is_budget),
	FIELD(struct line_view, is_ended),
	FIELD(struct line_view, change_address),
	FIELD(struct line_view, end_address),
	FIELD(struct line_view, withdraw_address),
};
static const struct record line_view_record = RECORD(struct line_view, "line_view", line_view_fields);

/* A first or later decision. */
struct made_view {
	const char *what, *about, *reasons, *not_granted, *decided_by, *mandate, *authority;
	const char *ground, *exception, *why_without;
	const char *terms_address, *again_address;
	struct date decided_on, from;
};
static const struct field made_view_fields[] = {
	FIELD(struct made_view, what),
	FIELD(struct made_view, about),
	FIELD(struct made_view, reasons, .max_chars = 8000),
	FIELD(struct made_view, not_granted, .max_chars = 4000),
	FIELD(struct made_view, decided_by),
	FIELD(struct made_view, mandate),
	FIELD(struct made_view, authority),
	FIELD(struct made_view, ground),
	FIELD(struct made_view, exception),
	FIELD(struct made_view, why_without, .max_chars = 2000),
	FIELD(struct made_view, decided_on),
	FIELD(struct made_view, terms_address),
	FIELD(struct made_view, again_address),
	FIELD(struct made_view, from),
};
static const struct record made_view_record = RECORD(struct made_view, "made_view", made_view_fields);

struct decisions_view {
	struct page_frame frame;
	struct records lines, made;
};
static const struct field decisions_view_fields[] = {
	FIELD_INSIDE(struct decisions_view, frame, &page_frame_record),
	FIELD(struct decisions_view, lines, .of = &line_view_record),
	FIELD(struct decisions_view, made, .of = &made_view_record),
};
const struct record decisions_view_record =
	RECORD(struct decisions_view, "decisions_view", decisions_view_fields);

static const char *product_label(const struct http_request *request, const char *name)
{
	const struct journal *journal = &web_visitor(request)->journal;

	return scheme_book_product_label(journal->schemes, journal->register_id, name);
}

static const char *address_of(const struct http_request *request, const struct journal_kind *kind,
                              const struct granted_line *line)
{
	if (!web_may(request, kind->permission) || !web_is_present(request))
		return "";
	return arena_print(request->arena, "/facts/%s?person=%lld&decision=%lld&line=%lld", kind->name,
	                   (long long)web_number(&request->parts, "person"), (long long)line->decision,
	                   (long long)line->line);
}

static struct line_view show_line(const struct http_request *request, const struct granted_line *line)
{
	bool is_ended = !date_before(web_on(request), line->valid_until);

	return (struct line_view){
		.product = product_label(request, line->product),
		.amount = scheme_amount_words(line->amount, line->unit, line->frequency,
		                              web_visitor(request)->language, request->arena),
		.reasons = line->reasons,
		.from = line->valid_from,
		.last_day = date_last_day(line->valid_until),
		.decided_on = line->decided_on,
		.is_budget = line->is_budget,
		.is_ended = is_ended,
		.change_address = is_ended ? "" : address_of(request, &decision_changed_kind, line),
		.end_address = is_ended ? "" : address_of(request, &decision_ended_kind, line),
		.withdraw_address = is_ended ? "" : address_of(request, &decision_withdrawn_kind, line),
	};
}

static struct made_view show_first(const struct http_request *request, const struct decision_kept *kept)
{
	return (struct made_view){
		.what = web_words(request, choice_label(decision_outcomes, kept->outcome)),
		.about = "",
		.reasons = kept->reasons,
		.not_granted = kept->not_granted,
		.decided_by = kept->decided_by,
		.mandate = kept->mandate,
		.authority = or_empty(kept->authority),
		.decided_on = kept->decided_on,
		.terms_address = arena_print(request->arena, "/clients/%lld/terms", (long long)kept->person),
	};
}

/* A refusal of which an objection was founded is decided on again. */
static enum status offer_again(const struct http_request *request, const struct decision_kept *kept,
                               struct made_view *view, struct fault *fault)
{
	struct journal *journal = &web_visitor(request)->journal;
	bool has = false;
	enum status status = OK;

	view->again_address = "";
	if (!web_may(request, decision_taken_kind.permission) || !web_is_present(request) ||
	    strcmp(kept->outcome, "refused") != 0)
		return OK;
	status = journal_has_task(journal, kept->person, "decision-anew", 0, &has, fault);
	if (status == OK && has)
		view->again_address = arena_print(request->arena, "/facts/decision_taken?report=%lld",
		                                  (long long)kept->report);
	return status;
}

static struct made_view show_later(const struct http_request *request, const struct later_kept *kept)
{
	const char *what = date_is(kept->restored_on)           ? WORDS("beëindigd, en teruggenomen")
	                   : strcmp(kept->sort, "changed") == 0 ? WORDS("gewijzigd")
	                   : strcmp(kept->sort, "ended") == 0   ? WORDS("beëindigd")
	                                                        : WORDS("ingetrokken");

	return (struct made_view){
		.what = web_words(request, what),
		.about = product_label(request, kept->product),
		.reasons = kept->reasons,
		.decided_by = kept->decided_by,
		.mandate = kept->mandate,
		.authority = "",
		.ground = web_words(request, choice_label(later_grounds, kept->ground)),
		.exception =
			has_words(kept->without_notice)
				? web_words(request, choice_label(later_exceptions, kept->without_notice))
				: "",
		.why_without = kept->why_without,
		.again_address = "",
		.decided_on = kept->decided_on,
		.terms_address = arena_print(request->arena, "/clients/%lld/terms", (long long)kept->person),
		.from = kept->effective_from,
	};
}

static enum status make_view(const struct http_request *request, int64_t person, struct decisions_view *view,
                             struct fault *fault)
{
	struct journal *journal = &web_visitor(request)->journal;
	struct records lines = { 0 }, first = { 0 }, later = { 0 };
	struct made_view *made;
	enum status status = decision_lines_of(journal, person, web_on(request), &lines, fault);

	if (status == OK)
		status = decisions_of(journal, person, web_on(request), &first, fault);
	if (status == OK)
		status = later_of(journal, person, web_on(request), &later, fault);
	if (status)
		return status;
	view->lines = records_new(&line_view_record, lines.count, request->arena);
	for (size_t i = 0; i < lines.count; i++)
		((struct line_view *)view->lines.items)[i] =
			show_line(request, &((const struct granted_line *)lines.items)[i]);
	view->made = records_new(&made_view_record, first.count + later.count, request->arena);
	made = view->made.items;
	for (size_t i = 0; i < later.count; i++)
		*made++ = show_later(request, &((const struct later_kept *)later.items)[i]);
	for (size_t i = 0; status == OK && i < first.count; i++) {
		const struct decision_kept *kept = &((const struct decision_kept *)first.items)[i];

		*made = show_first(request, kept);
		status = offer_again(request, kept, made++, fault);
	}
	return status;
}

void decisions_page(struct http_request *request, struct http_response *response, void *context)
{
	int64_t person = web_number(&request->parts, "person");
	struct decisions_view view = { 0 };
	struct identity identity;
	struct fault fault = { 0 };
	enum status status =
		vault_identity_on(&web_visitor(request)->journal, person, web_on(request), &identity, &fault);

	(void)context;
	if (status == OK)
		status = make_view(request, person, &view, &fault);
	if (!web_ok(request, response, status, &fault))
		return;
	view.frame = web_client_frame(request, person, identity_name(&identity, request->arena),
	                              web_words(request, WORDS("Besluiten")));
	web_note_read(request, response, person, "decisions");
	web_page(request, response, "decision/decisions.html", &view);
}
