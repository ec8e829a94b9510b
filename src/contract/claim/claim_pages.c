/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/claim/claim_pages.h"

#include <string.h>

#include "claim_sql.h"
#include "contract/claim/claims_list.h"
#include "contract/exchange/message_codes.h"
#include "contract/tariff/tariff_sight.h"
#include "platform/base/words.h"

#define LINES_ON_A_PAGE 50

struct reason_row {
	const char *code, *words;
};
static const struct field reason_row_fields[] = {
	FIELD(struct reason_row, code),
	FIELD(struct reason_row, words, .max_chars = 1000),
};
static const struct record reason_row_record = RECORD(struct reason_row, "reason_row", reason_row_fields);

struct refused_row {
	int64_t number, assignment;
	const char *reference, *codes;
	struct money amount;
	bool is_credit;
	int64_t person;
	/* for the page */
	const char *order_address, *file_address;
	struct records reasons; /* of struct reason_row */
};
static const struct field refused_row_fields[] = {
	FIELD(struct refused_row, number),       FIELD(struct refused_row, assignment),
	FIELD(struct refused_row, reference),    FIELD(struct refused_row, codes),
	FIELD(struct refused_row, amount),       FIELD(struct refused_row, is_credit),
	FIELD(struct refused_row, person),       FIELD(struct refused_row, order_address),
	FIELD(struct refused_row, file_address), FIELD(struct refused_row, reasons, .of = &reason_row_record),
};
static const struct record refused_row_record = RECORD(struct refused_row, "refused_row", refused_row_fields);

/* A line that was approved. */
struct approved_row {
	int64_t number, assignment, volume, unit;
	const char *reference;
	struct date first_day, last_day;
	struct money tariff, amount;
	bool is_credit;
	/* for the page */
	const char *order_address, *unit_words;
};
static const struct field approved_row_fields[] = {
	FIELD(struct approved_row, number),     FIELD(struct approved_row, assignment),
	FIELD(struct approved_row, volume),     FIELD(struct approved_row, unit),
	FIELD(struct approved_row, reference),  FIELD(struct approved_row, first_day),
	FIELD(struct approved_row, last_day),   FIELD(struct approved_row, tariff),
	FIELD(struct approved_row, amount),     FIELD(struct approved_row, is_credit),
	FIELD(struct approved_row, unit_words), FIELD(struct approved_row, order_address),
};
static const struct record approved_row_record =
	RECORD(struct approved_row, "approved_row", approved_row_fields);

struct payment_row {
	int64_t payment;
	struct money cents;
	struct date paid_on;
};
static const struct field payment_row_fields[] = {
	FIELD(struct payment_row, payment),
	FIELD(struct payment_row, cents),
	FIELD(struct payment_row, paid_on),
};
static const struct record payment_row_record = RECORD(struct payment_row, "payment_row", payment_row_fields);

struct claim_view {
	struct page_frame frame;
	struct claim_row claim;
	struct records refused;  /* of struct refused_row */
	struct records approved; /* of struct approved_row */
	struct records payments; /* of struct payment_row */
	const char *next, *more_address;
};
static const struct field claim_view_fields[] = {
	FIELD_INSIDE(struct claim_view, frame, &page_frame_record),
	FIELD_INSIDE(struct claim_view, claim, &claim_row_record),
	FIELD(struct claim_view, refused, .of = &refused_row_record),
	FIELD(struct claim_view, approved, .of = &approved_row_record),
	FIELD(struct claim_view, payments, .of = &payment_row_record),
	FIELD(struct claim_view, next),
	FIELD(struct claim_view, more_address),
};
const struct record claim_view_record = RECORD(struct claim_view, "claim_view", claim_view_fields);

/* --- one --- */

/* The codes between blanks, with what each means. */
static struct records show_reasons(const struct http_request *request, const char *codes)
{
	struct texts found = message_codes_in(codes, request->arena);
	struct records reasons = records_new(&reason_row_record, found.count, request->arena);
	struct reason_row *rows = reasons.items;

	for (size_t i = 0; i < found.count; i++)
		rows[i] = (struct reason_row){
			found.items[i], web_words(request, choice_label(message_return_codes, found.items[i]))
		};
	return reasons;
}

static const char *order_address(const struct http_request *request, int64_t assignment)
{
	return web_may(request, MAY_SEE_ORDERS)
	               ? arena_print(request->arena, "/orders/%lld", (long long)assignment)
	               : NULL;
}

/* The lines that make what was approved, fifty at a time. */
static enum status show_approved(const struct http_request *request, struct claim_view *view,
                                 struct fault *fault)
{
	const struct journal *journal = &web_visitor(request)->journal;
	const struct value values[] = { value_number(journal->register_id), value_number(view->claim.fact),
		                        value_number(web_number(&request->query, "line")) };
	enum status status =
		db_list(journal->db, &sql_claim_approved, values, COUNT(values),
	                &(struct db_list){ &approved_row_record, request->arena, &view->approved }, fault);
	struct approved_row *rows = view->approved.items;

	for (size_t i = 0; status == OK && i < view->approved.count; i++) {
		const char *code = arena_print(request->arena, "%02lld", (long long)rows[i].unit);

		rows[i].order_address = order_address(request, rows[i].assignment);
		rows[i].unit_words = web_words(request, choice_label(message_units, code));
	}
	if (status == OK && view->approved.count == LINES_ON_A_PAGE)
		view->more_address = arena_print(request->arena, "%s&line=%lld", view->claim.address,
		                                 (long long)rows[view->approved.count - 1].number);
	return status;
}

/* What was paid of it by the day that is shown. */
static enum status show_payments(const struct http_request *request, struct claim_view *view,
                                 struct fault *fault)
{
	const struct journal *journal = &web_visitor(request)->journal;
	const struct value values[] = { value_number(journal->register_id), value_number(view->claim.fact),
		                        value_date(web_on(request)) };

	return db_list(journal->db, &sql_claim_payments, values, COUNT(values),
	               &(struct db_list){ &payment_row_record, request->arena, &view->payments }, fault);
}

static enum status show_refused(const struct http_request *request, struct claim_view *view,
                                struct fault *fault)
{
	const struct journal *journal = &web_visitor(request)->journal;
	const struct value values[] = { value_number(journal->register_id), value_number(view->claim.fact),
		                        value_number(web_number(&request->query, "after")) };
	enum status status =
		db_list(journal->db, &sql_claim_refused, values, COUNT(values),
	                &(struct db_list){ &refused_row_record, request->arena, &view->refused }, fault);
	struct refused_row *rows = view->refused.items;

	for (size_t i = 0; status == OK && i < view->refused.count; i++) {
		rows[i].reasons = show_reasons(request, rows[i].codes);
		rows[i].order_address = order_address(request, rows[i].assignment);
		rows[i].file_address =
			rows[i].person != 0 && web_may(request, MAY_SEE_CLIENTS)
				? arena_print(request->arena, "/clients/%lld", (long long)rows[i].person)
				: NULL;
	}
	if (status == OK && view->refused.count == LINES_ON_A_PAGE)
		view->next = arena_print(request->arena, "%s&after=%lld", view->claim.address,
		                         (long long)rows[view->refused.count - 1].number);
	return status;
}

static void show_one(struct http_request *request, struct http_response *response, int64_t claim)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct journal *journal = &web_visitor(request)->journal;
	const struct value values[] = { value_number(journal->register_id), value_text(claims_party(request)),
		                        value_date(web_on(request)), value_number(claim) };
	struct claim_view view = { .next = "" };
	struct fault fault = { 0 };
	enum status status;

	view.frame = web_frame(request, web_words(request, WORDS("Declaratie")));
	status = db_one(journal->db, &sql_claim_claim, values, COUNT(values), &rows, &fault);
	if (status == OK) {
		db_record(&rows, &claim_row_record, &view.claim, request->arena);
		claim_row_show(request, &view.claim);
		status = show_refused(request, &view, &fault);
	}
	if (status == OK)
		status = show_approved(request, &view, &fault);
	if (status == OK)
		status = show_payments(request, &view, &fault);
	if (web_ok(request, response, status, &fault))
		web_page(request, response, "claim/claim.html", &view);
}

void claims_page(struct http_request *request, struct http_response *response, void *context)
{
	int64_t claim = web_number(&request->query, "claim");

	(void)context;
	if (!tariff_may_look(request, response))
		return;
	if (claim == 0)
		claims_list(request, response);
	else
		show_one(request, response, claim);
}
