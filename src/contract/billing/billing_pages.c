/* SPDX-License-Identifier: EUPL-1.2 */
/* The claim of a month as it would go, and those that went. */
#include "contract/billing/billing_pages.h"

#include <stdio.h>
#include <string.h>

#include "common/journal/book.h"
#include "common/person/person.h"
#include "common/scheme/scheme_book.h"
#include "contract/billing/billing.h"
#include "contract/billing/making.h"
#include "contract/billing/split.h"
#include "contract/claim/claim_words.h"
#include "platform/base/words.h"

#define PAGE "/claims/own"
#define MONTHS_OFFERED 6

/* A line that would go, or that cannot. */
struct draft_shown {
	int64_t assignment;
	const char *client, *product, *month, *what, *volume;
	const char *delivery_address; /* where what was delivered is recorded */
	struct money amount;
	bool is_held, is_credit;
	struct texts remarks;
};
static const struct field draft_shown_fields[] = {
	FIELD(struct draft_shown, assignment),
	FIELD(struct draft_shown, client, .max_chars = 500),
	FIELD(struct draft_shown, product, .max_chars = 500),
	FIELD(struct draft_shown, month),
	FIELD(struct draft_shown, what),
	FIELD(struct draft_shown, volume),
	FIELD(struct draft_shown, delivery_address),
	FIELD(struct draft_shown, amount),
	FIELD(struct draft_shown, is_held),
	FIELD(struct draft_shown, is_credit),
	FIELD(struct draft_shown, remarks, .max_chars = 1000),
};
static const struct record draft_shown_record = RECORD(struct draft_shown, "draft_shown", draft_shown_fields);

/* A claim that went. */
struct went_shown {
	const char *number, *month, *address, *stands;
	int64_t lines, refused;
	struct money total, granted;
	bool is_answered, is_waiting, has_refused;
};
static const struct field went_shown_fields[] = {
	FIELD(struct went_shown, number),      FIELD(struct went_shown, month),
	FIELD(struct went_shown, address),     FIELD(struct went_shown, stands),
	FIELD(struct went_shown, lines),       FIELD(struct went_shown, refused, .flags = FIELD_ZERO_IS_SET),
	FIELD(struct went_shown, total),       FIELD(struct went_shown, granted),
	FIELD(struct went_shown, is_answered), FIELD(struct went_shown, is_waiting),
	FIELD(struct went_shown, has_refused),
};
static const struct record went_shown_record = RECORD(struct went_shown, "went_shown", went_shown_fields);

/* What it delivered under the claim of another. */
struct part_shown {
	const char *party, *month, *volume, *stands;
	int64_t assignment;
	struct money cents;
	bool has_price;
};
static const struct field part_shown_fields[] = {
	FIELD(struct part_shown, party),      FIELD(struct part_shown, month),
	FIELD(struct part_shown, volume),     FIELD(struct part_shown, stands),
	FIELD(struct part_shown, assignment), FIELD(struct part_shown, cents),
	FIELD(struct part_shown, has_price),
};
static const struct record part_shown_record = RECORD(struct part_shown, "part_shown", part_shown_fields);

struct own_claims_view {
	struct page_frame frame;
	const char *organisation;
	struct records months, names, municipalities; /* of struct form_option */
	struct records going, held;                   /* of struct draft_shown */
	struct records went, parts;
	const char *month, *month_day, *party, *municipality;
	struct money total;
	int64_t going_count;
	bool is_over, is_full, may_approve, again, has_same;
};
static const struct field own_claims_view_fields[] = {
	FIELD_INSIDE(struct own_claims_view, frame, &page_frame_record),
	FIELD(struct own_claims_view, organisation),
	FIELD(struct own_claims_view, months, .of = &form_option_record),
	FIELD(struct own_claims_view, names, .of = &form_option_record),
	FIELD(struct own_claims_view, municipalities, .of = &form_option_record),
	FIELD(struct own_claims_view, going, .of = &draft_shown_record),
	FIELD(struct own_claims_view, held, .of = &draft_shown_record),
	FIELD(struct own_claims_view, went, .of = &went_shown_record),
	FIELD(struct own_claims_view, parts, .of = &part_shown_record),
	FIELD(struct own_claims_view, month),
	FIELD(struct own_claims_view, month_day),
	FIELD(struct own_claims_view, party),
	FIELD(struct own_claims_view, municipality),
	FIELD(struct own_claims_view, total),
	FIELD(struct own_claims_view, going_count),
	FIELD(struct own_claims_view, is_over),
	FIELD(struct own_claims_view, is_full),
	FIELD(struct own_claims_view, may_approve),
	FIELD(struct own_claims_view, again),
	FIELD(struct own_claims_view, has_same),
};
const struct record own_claims_view_record =
	RECORD(struct own_claims_view, "own_claims_view", own_claims_view_fields);

/* --- what is chosen --- */

/* The month asked for; else the last one that is over. */
static struct date month_shown(const struct http_request *request)
{
	struct date month = month_asked(request);

	return date_is(month) ? month : month_before(web_on(request));
}

static void offer_months(const struct http_request *request, struct date chosen, struct own_claims_view *view)
{
	struct form_option *options;
	struct date month = month_before(web_on(request));

	view->months = records_new(&form_option_record, MONTHS_OFFERED, request->arena);
	options = view->months.items;
	for (size_t i = 0; i < MONTHS_OFFERED; i++, month = month_before(month))
		options[i] = (struct form_option){ .code = month_code(request, month),
			                           .label = month_words(request, month),
			                           .is_selected = month.day == chosen.day };
}

/* The names in which the visitor claims: asked for, or the own. */
static void offer_names(const struct http_request *request, struct own_claims_view *view)
{
	const struct visitor *visitor = web_visitor(request);
	const char *asked = or_empty(pairs_get(&request->query, "party"));
	const struct texts names =
		billing_names(&visitor->journal, visitor->session.account.party, web_on(request));
	struct form_option *options;

	view->party = names.items[0];
	view->names = records_new(&form_option_record, names.count, request->arena);
	options = view->names.items;
	for (size_t i = 0; i < names.count; i++) {
		if (strcmp(names.items[i], asked) == 0)
			view->party = names.items[i];
		options[i] = (struct form_option){ .code = names.items[i],
			                           .label = web_organisation(request, names.items[i]),
			                           .is_selected = strcmp(names.items[i], asked) == 0 };
	}
	if (names.count < 2)
		view->names.count = 0;
}

static void offer_municipalities(const struct http_request *request, const struct making *making,
                                 struct own_claims_view *view)
{
	struct form_option *options;

	view->municipality = making->municipality;
	if (making->municipalities.count < 2)
		return;
	view->municipalities = records_new(&form_option_record, making->municipalities.count, request->arena);
	options = view->municipalities.items;
	for (size_t i = 0; i < making->municipalities.count; i++)
		options[i] = (struct form_option){
			.code = making->municipalities.items[i],
			.label = making->municipalities.items[i],
			.is_selected = strcmp(making->municipalities.items[i], making->municipality) == 0,
		};
}

/* --- the lines --- */

static const char *what_words(const struct http_request *request, const struct draft_line *draft,
                              struct date month)
{
	if (draft->line.is_credit)
		return web_words(request, WORDS("gaat terug"));
	return draft->month.day == month.day ? "" : web_words(request, WORDS("alsnog of verbeterd"));
}

static struct texts remarks_of(const struct http_request *request, const struct draft_line *draft)
{
	struct texts remarks = { .items = ARENA_MANY(request->arena, DRAFT_REMARKS_COUNT, const char *) };

	for (unsigned i = 0; i < DRAFT_REMARKS_COUNT; i++)
		if ((draft->remarks & (1U << i)) != 0)
			remarks.items[remarks.count++] = web_words(request, draft_remark_words[i]);
	return remarks;
}

static struct draft_shown show_draft(const struct http_request *request, const struct draft_line *draft,
                                     struct date month)
{
	const struct journal *journal = &web_visitor(request)->journal;
	const struct party_order *order = draft->order;
	const struct identity client = { .initials = order->initials,
		                         .prefix = order->prefix,
		                         .surname = order->surname };

	return (struct draft_shown){
		.assignment = order->assignment,
		.client = has_words(order->surname) ? identity_name(&client, request->arena)
		                                    : web_words(request, WORDS("Niet meer bekend")),
		.product = scheme_book_product_label(journal->schemes, journal->register_id, order->product),
		.month = month_words(request, draft->month),
		.what = what_words(request, draft, month),
		.volume = volume_words(request, draft->line.volume, (int64_t)draft->line.unit),
		.delivery_address =
			web_may_bring(request, &care_delivered_kind)
				? arena_print(request->arena, "/facts/%s?person=%lld&assignment=%lld",
		                              care_delivered_kind.name, (long long)order->person,
		                              (long long)order->assignment)
				: NULL,
		.amount.cents = draft->line.is_credit ? -draft->line.amount : draft->line.amount,
		.is_held = draft->is_held,
		.is_credit = draft->line.is_credit,
		.remarks = remarks_of(request, draft),
	};
}

static enum status show_making(const struct http_request *request, struct date month,
                               struct own_claims_view *view, struct fault *fault)
{
	struct journal *journal = &web_visitor(request)->journal;
	const struct making_asked asked = { view->party, or_empty(pairs_get(&request->query, "municipality")),
		                            month, view->again };
	struct making making = { 0 };
	enum status status = making_of(journal, &asked, &making, fault);
	struct records *going = &view->going, *held = &view->held;

	if (status)
		return status;
	offer_municipalities(request, &making, view);
	*going = records_new(&draft_shown_record, making.count, request->arena);
	*held = records_new(&draft_shown_record, making.count, request->arena);
	going->count = held->count = 0;
	for (size_t i = 0; i < making.count; i++) {
		struct records *to = making.lines[i].is_held ? held : going;

		((struct draft_shown *)to->items)[to->count++] = show_draft(request, &making.lines[i], month);
		view->has_same |= (making.lines[i].remarks & (1U << DRAFT_SAME_AGAIN)) != 0;
	}
	view->total.cents = making.cents;
	view->going_count = (int64_t)making.going;
	view->is_over = !date_before(web_on(request), claim_month_of(month).until);
	view->is_full = making.is_full;
	view->may_approve = view->is_over && making.going > 0 && web_may_bring(request, &claim_approved_kind);
	return OK;
}

/* --- those that went --- */

static const char *stands_words(const struct http_request *request, const struct billing_claim *claim)
{
	if (!date_is(claim->sent_on))
		return web_words(request, WORDS("Wacht op verzending"));
	if (!date_is(claim->answered_on))
		return web_words(request, WORDS("Wacht op antwoord"));
	if (has_words(claim->codes))
		return web_words(request, WORDS("Helemaal geweigerd"));
	return claim->refused == 0 ? web_words(request, WORDS("Goedgekeurd"))
	                           : web_words(request, WORDS("Deels geweigerd"));
}

static enum status show_went(const struct http_request *request, struct own_claims_view *view,
                             struct fault *fault)
{
	struct records claims = { 0 };
	enum status status =
		billing_claims(&web_visitor(request)->journal, view->party, web_on(request), &claims, fault);
	const struct billing_claim *claim = claims.items;

	view->went = records_new(&went_shown_record, claims.count, request->arena);
	for (size_t i = 0; status == OK && i < claims.count; i++)
		((struct went_shown *)view->went.items)[i] = (struct went_shown){
			.number = claim[i].number,
			.month = month_words(request, claim[i].month),
			.address = arena_print(request->arena, PAGE "/%lld", (long long)claim[i].fact),
			.stands = stands_words(request, &claim[i]),
			.lines = claim[i].lines,
			.refused = claim[i].refused,
			.total = claim[i].total,
			.granted = claim[i].granted,
			.is_answered = date_is(claim[i].answered_on),
			.is_waiting = !date_is(claim[i].answered_on),
			.has_refused = claim[i].refused > 0 || has_words(claim[i].codes),
		};
	return status;
}

static enum status show_parts(const struct http_request *request, struct own_claims_view *view,
                              struct fault *fault)
{
	struct visitor *visitor = web_visitor(request);
	struct records parts = { 0 };
	enum status status = split_own_parts(&visitor->journal, visitor->session.account.party,
	                                     web_on(request), &parts, fault);
	const struct split_own *part = parts.items;

	view->parts = records_new(&part_shown_record, parts.count, request->arena);
	for (size_t i = 0; status == OK && i < parts.count; i++) {
		int64_t sign = part[i].is_credit ? -1 : 1;
		const char *stands = strcmp(part[i].state, "granted") == 0 ? WORDS("Goedgekeurd")
		                     : strcmp(part[i].state, "waits") == 0 ? WORDS("Wacht op antwoord")
		                                                           : WORDS("Geweigerd");

		((struct part_shown *)view->parts.items)[i] = (struct part_shown){
			.party = web_organisation(request, part[i].party),
			.month = month_words(request, part[i].month),
			.volume = volume_words(request, sign * part[i].amount,
			                       part[i].unit == CLAIM_HOUR ? CLAIM_MINUTE : part[i].unit),
			.stands = web_words(request, stands),
			.assignment = part[i].assignment,
			.has_price = part[i].price != SPLIT_NO_PRICE,
			.cents.cents = part[i].price == SPLIT_NO_PRICE ? 0 : sign * part[i].price,
		};
	}
	return status;
}

void own_claims_page(struct http_request *request, struct http_response *response, void *context)
{
	const struct date month = month_shown(request);
	struct own_claims_view view = { .again = has_words(pairs_get(&request->query, "again")) };
	const char *done = pairs_get(&request->query, "done");
	const struct journal_kind *kind =
		done == NULL ? NULL : journal_kind_named(web_visitor(request)->web->book, done);
	struct fault fault = { 0 };
	char day[DATE_TEXT_SIZE];
	enum status status;

	(void)context;
	if (!own_claims_may_look(request, response))
		return;
	view.frame = web_frame(request, web_words(request, WORDS("Onze declaraties")));
	view.frame.notice = kind == NULL ? NULL : web_words(request, kind->done);
	view.organisation = web_organisation(request, web_visitor(request)->session.account.party);
	view.month = month_words(request, month);
	view.month_day = arena_copy(request->arena, date_print(month, day));
	offer_months(request, month, &view);
	offer_names(request, &view);
	status = show_making(request, month, &view, &fault);
	if (status == OK)
		status = show_went(request, &view, &fault);
	if (status == OK)
		status = show_parts(request, &view, &fault);
	if (!web_ok(request, response, status, &fault))
		return;
	web_note_read(request, response, 0, "own-claims");
	web_page(request, response, "billing/own_claims.html", &view);
}
