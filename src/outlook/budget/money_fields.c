/* SPDX-License-Identifier: EUPL-1.2 */
/* What the pages of a year in money show. */
#include "outlook/budget/care_counts.h"
#include "outlook/budget/care_groups.h"
#include "outlook/budget/money_view.h"

static const struct field row_fields[] = {
	FIELD(struct money_row, label),
	FIELD(struct money_row, orders),
	FIELD(struct money_row, committed),
	FIELD(struct money_row, delivered),
	FIELD(struct money_row, claimed),
	FIELD(struct money_row, approved),
	FIELD(struct money_row, advances),
	FIELD(struct money_row, paid),
	FIELD(struct money_row, label_address),
	FIELD(struct money_row, committed_address),
	FIELD(struct money_row, delivered_address),
	FIELD(struct money_row, claimed_address),
	FIELD(struct money_row, paid_address),
	FIELD(struct money_row, least),
	FIELD(struct money_row, middle),
	FIELD(struct money_row, most),
	FIELD(struct money_row, y),
	FIELD(struct money_row, text_y),
	FIELD(struct money_row, width, .flags = FIELD_ZERO_IS_SET),
	FIELD(struct money_row, least_x, .flags = FIELD_ZERO_IS_SET),
	FIELD(struct money_row, most_x, .flags = FIELD_ZERO_IS_SET),
	FIELD(struct money_row, middle_x, .flags = FIELD_ZERO_IS_SET),
	FIELD(struct money_row, line_y),
};
const struct record money_row_record = RECORD(struct money_row, "money_row", row_fields);

static const struct field end_fields[] = {
	FIELD(struct money_end, label),
	FIELD(struct money_end, state),
	FIELD(struct money_end, due),
	FIELD(struct money_end, paid),
	FIELD(struct money_end, open),
	FIELD(struct money_end, state_address),
	FIELD(struct money_end, settle_address),
	FIELD(struct money_end, sign_address),
	FIELD(struct money_end, withdraw_address),
	FIELD(struct money_end, pay_address),
	FIELD(struct money_end, statement, .max_chars = 1000),
	FIELD(struct money_end, is_late),
	FIELD(struct money_end, because, .max_chars = 2000),
	FIELD(struct money_end, areas),
};
const struct record money_end_record = RECORD(struct money_end, "money_end", end_fields);

static const struct field link_fields[] = {
	FIELD(struct money_link, words),
	FIELD(struct money_link, address),
	FIELD(struct money_link, is_shown),
};
static const struct record link_record = RECORD(struct money_link, "money_link", link_fields);

static const struct field payment_fields[] = {
	FIELD(struct money_payment, fact),      FIELD(struct money_payment, paid_on),
	FIELD(struct money_payment, sort),      FIELD(struct money_payment, amount),
	FIELD(struct money_payment, reference),
};
const struct record money_payment_record = RECORD(struct money_payment, "money_payment", payment_fields);

static const struct field view_fields[] = {
	FIELD_INSIDE(struct money_view, frame, &page_frame_record),
	FIELD(struct money_view, is_own),
	FIELD(struct money_view, is_brief),
	FIELD(struct money_view, has_ledger),
	FIELD(struct money_view, has_forecast),
	FIELD(struct money_view, has_claims),
	FIELD(struct money_view, title),
	FIELD(struct money_view, csv_address),
	FIELD(struct money_view, xlsx_address),
	FIELD(struct money_view, quarter_title),
	FIELD(struct money_view, quarter_address),
	FIELD(struct money_view, summary, .max_chars = 1000),
	FIELD(struct money_view, on),
	FIELD(struct money_view, last_day),
	FIELD(struct money_view, month),
	FIELD(struct money_view, chart_height),
	FIELD(struct money_view, year),
	FIELD(struct money_view, seed),
	FIELD(struct money_view, schemes, .of = &link_record),
	FIELD(struct money_view, years, .of = &link_record),
	FIELD(struct money_view, quarters, .of = &link_record),
	FIELD(struct money_view, totals, .of = &money_row_record),
	FIELD(struct money_view, parties, .of = &money_row_record),
	FIELD(struct money_view, products, .of = &money_row_record),
	FIELD(struct money_view, areas, .of = &money_row_record),
	FIELD(struct money_view, ends, .of = &money_end_record),
	FIELD(struct money_view, others, .of = &link_record),
	FIELD(struct money_view, counts, .of = &care_count_record),
	FIELD(struct money_view, by_area, .of = &care_group_record),
	FIELD(struct money_view, by_party, .of = &care_group_record),
	FIELD(struct money_view, has_people),
	FIELD(struct money_view, is_single),
	FIELD(struct money_view, payments, .of = &money_payment_record),
	FIELD(struct money_view, all_address),
	FIELD(struct money_view, pdf_address),
	FIELD(struct money_view, quarter_xlsx_address),
	FIELD(struct money_view, orders_address),
	FIELD(struct money_view, claims_address),
	FIELD(struct money_view, assumptions, .max_chars = 1000),
	FIELD(struct money_view, bands, .max_chars = 1000),
};
const struct record money_view_record = RECORD(struct money_view, "money_view", view_fields);
