/* SPDX-License-Identifier: EUPL-1.2 */
/* One claim that went: what was said of each line, how to mend it, and whose it is along the chain. */
#include <string.h>

#include "common/person/person.h"
#include "common/scheme/scheme_book.h"
#include "contract/billing/billing.h"
#include "contract/billing/billing_pages.h"
#include "contract/billing/draft.h"
#include "contract/billing/mend.h"
#include "contract/billing/split.h"
#include "contract/claim/claim_words.h"
#include "contract/exchange/message_codes.h"
#include "contract/exchange/party_orders.h"
#include "platform/base/words.h"

struct reason_shown {
	const char *code, *words, *mend;
};
static const struct field reason_shown_fields[] = {
	FIELD(struct reason_shown, code),
	FIELD(struct reason_shown, words, .max_chars = 1000),
	FIELD(struct reason_shown, mend, .max_chars = 1000),
};
static const struct record reason_shown_record =
	RECORD(struct reason_shown, "reason_shown", reason_shown_fields);

struct line_shown {
	int64_t assignment;
	const char *reference, *client, *product, *month, *volume, *stands, *address;
	struct money amount;
	bool is_credit, is_refused, is_granted;
	struct records reasons; /* of struct reason_shown */
};
static const struct field line_shown_fields[] = {
	FIELD(struct line_shown, assignment),
	FIELD(struct line_shown, reference),
	FIELD(struct line_shown, client, .max_chars = 500),
	FIELD(struct line_shown, product, .max_chars = 500),
	FIELD(struct line_shown, month),
	FIELD(struct line_shown, volume),
	FIELD(struct line_shown, stands),
	FIELD(struct line_shown, address),
	FIELD(struct line_shown, amount),
	FIELD(struct line_shown, is_credit),
	FIELD(struct line_shown, is_refused),
	FIELD(struct line_shown, is_granted),
	FIELD(struct line_shown, reasons, .of = &reason_shown_record),
};
static const struct record line_shown_record = RECORD(struct line_shown, "line_shown", line_shown_fields);

struct own_claim_view {
	struct page_frame frame;
	const char *organisation, *month, *number;
	struct records reasons; /* of the claim as a whole */
	struct records refused, others;
	struct records parts; /* of struct split_total */
	struct date approved_on, sent_on, answered_on;
	struct money total, granted, split;
	int64_t lines;
	bool is_answered, is_chain, may_again;
	const char *again_address;
};
static const struct field own_claim_view_fields[] = {
	FIELD_INSIDE(struct own_claim_view, frame, &page_frame_record),
	FIELD(struct own_claim_view, organisation),
	FIELD(struct own_claim_view, month),
	FIELD(struct own_claim_view, number),
	FIELD(struct own_claim_view, reasons, .of = &reason_shown_record),
	FIELD(struct own_claim_view, refused, .of = &line_shown_record),
	FIELD(struct own_claim_view, others, .of = &line_shown_record),
	FIELD(struct own_claim_view, parts, .of = &split_total_record),
	FIELD(struct own_claim_view, approved_on),
	FIELD(struct own_claim_view, sent_on),
	FIELD(struct own_claim_view, answered_on),
	FIELD(struct own_claim_view, total),
	FIELD(struct own_claim_view, granted),
	FIELD(struct own_claim_view, split),
	FIELD(struct own_claim_view, lines),
	FIELD(struct own_claim_view, is_answered),
	FIELD(struct own_claim_view, is_chain),
	FIELD(struct own_claim_view, may_again),
	FIELD(struct own_claim_view, again_address),
};
const struct record own_claim_view_record =
	RECORD(struct own_claim_view, "own_claim_view", own_claim_view_fields);

/* The codes between blanks, in words, and what to do about each. */
static struct records reasons_of(const struct http_request *request, const char *codes)
{
	struct texts found = message_codes_in(codes, request->arena);
	struct records reasons = records_new(&reason_shown_record, found.count, request->arena);
	struct reason_shown *rows = reasons.items;

	for (size_t i = 0; i < found.count; i++)
		rows[i] = (struct reason_shown){ found.items[i],
			                         web_words(request, choice_label(message_return_codes,
			                                                         found.items[i])),
			                         web_words(request, mend_words(found.items[i])) };
	return reasons;
}

static const char *state_words(const struct http_request *request, enum billed_state state)
{
	if (state == BILLED_WAITS)
		return web_words(request, WORDS("Wacht op antwoord"));
	return state == BILLED_GRANTED ? web_words(request, WORDS("Goedgekeurd"))
	                               : web_words(request, WORDS("Geweigerd"));
}

static enum status show_line(const struct http_request *request, const struct billed_line *line,
                             struct line_shown *shown, struct fault *fault)
{
	struct journal *journal = &web_visitor(request)->journal;
	struct party_order order = { .product = "" };
	enum billed_state state = billed_state_of(line);
	struct identity client;
	enum status status = party_order_of(journal, line->assignment, &order, fault);

	if (status != OK && status != NOT_FOUND)
		return status;
	client = (struct identity){ .initials = order.initials,
		                    .prefix = order.prefix,
		                    .surname = order.surname };
	*shown = (struct line_shown){
		.assignment = line->assignment,
		.reference = line->reference,
		.client = has_words(order.surname) ? identity_name(&client, request->arena)
		                                   : web_words(request, WORDS("Niet meer bekend")),
		.product = scheme_book_product_label(journal->schemes, journal->register_id, order.product),
		.month = month_words(request, line->first_day),
		.volume = volume_words(request, line->volume, line->unit),
		.stands = state_words(request, state),
		.address = arena_print(request->arena, "/facts/%s?person=%lld&assignment=%lld",
		                       care_delivered_kind.name, (long long)order.person,
		                       (long long)line->assignment),
		.amount.cents = line->is_credit ? -line->amount : line->amount,
		.is_credit = line->is_credit,
		.is_refused = state == BILLED_REFUSED,
		.is_granted = state == BILLED_GRANTED,
		.reasons = reasons_of(request, or_empty(line->codes)),
	};
	return OK;
}

static enum status show_lines(const struct http_request *request, int64_t claim, struct own_claim_view *view,
                              struct fault *fault)
{
	struct records lines = { 0 };
	enum status status = billing_lines_of(&web_visitor(request)->journal, claim, &lines, fault);
	const struct billed_line *line = lines.items;

	view->refused = records_new(&line_shown_record, lines.count, request->arena);
	view->others = records_new(&line_shown_record, lines.count, request->arena);
	view->refused.count = view->others.count = 0;
	for (size_t i = 0; status == OK && i < lines.count; i++) {
		struct records *to =
			billed_state_of(&line[i]) == BILLED_REFUSED ? &view->refused : &view->others;

		status = show_line(request, &line[i], &((struct line_shown *)to->items)[to->count++], fault);
	}
	return status;
}

/* Whose it is, where more than one delivered. */
static enum status show_split(const struct http_request *request, const struct billing_claim *claim,
                              struct own_claim_view *view, struct fault *fault)
{
	struct records totals = { 0 };
	enum status status = split_claim(&web_visitor(request)->journal, claim, &totals, fault);
	struct split_total *total = totals.items;

	for (size_t i = 0; status == OK && i < totals.count; i++) {
		view->split.cents += total[i].cents.cents;
		total[i].party = web_organisation(request, total[i].party);
	}
	view->parts = totals;
	view->is_chain = totals.count > 1;
	return status;
}

void own_claim_page(struct http_request *request, struct http_response *response, void *context)
{
	struct journal *journal = &web_visitor(request)->journal;
	const char *party = or_empty(web_visitor(request)->session.account.party);
	int64_t number = web_number(&request->parts, "claim");
	struct own_claim_view view = { 0 };
	struct billing_claim claim;
	struct fault fault = { 0 };
	char month[DATE_TEXT_SIZE];
	enum status status;

	(void)context;
	if (!own_claims_may_look(request, response))
		return;
	status = billing_claim_of(journal, number, &claim, &fault);
	if (status == OK && !billing_speaks_for(journal, party, claim.party, web_on(request)))
		status = NOT_FOUND;
	if (!web_ok(request, response, status, &fault))
		return;
	view.frame = web_frame(request, web_words(request, WORDS("Onze declaratie")));
	view.organisation = web_organisation(request, claim.party);
	view.number = claim.number;
	view.month = month_words(request, claim.month);
	view.approved_on = claim.approved_on;
	view.sent_on = claim.sent_on;
	view.answered_on = claim.answered_on;
	view.is_answered = date_is(claim.answered_on);
	view.total = claim.total;
	view.granted = claim.granted;
	view.lines = claim.lines;
	view.reasons = reasons_of(request, or_empty(claim.codes));
	view.again_address = arena_print(request->arena, "/claims/own?month=%.7s&party=%s",
	                                 date_print(claim.month, month), claim.party);
	status = show_lines(request, number, &view, &fault);
	if (status == OK)
		status = show_split(request, &claim, &view, &fault);
	view.may_again = view.refused.count > 0 && web_may(request, MAY_DELIVER);
	if (!web_ok(request, response, status, &fault))
		return;
	web_note_read(request, response, 0, "own-claims");
	web_page(request, response, "billing/own_claim.html", &view);
}
