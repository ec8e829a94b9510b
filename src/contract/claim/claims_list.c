/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/claim/claims_list.h"

#include <string.h>

#include "claim_sql.h"
#include "common/scheme/chain.h"
#include "contract/claim/claim_pages.h"
#include "contract/claim/claim_words.h"
#include "contract/claim/volume.h"
#include "contract/exchange/message_codes.h"
#include "contract/tariff/tariff_sight.h"
#include "platform/base/words.h"
#include "platform/record/sheet.h"

#define MONTHS 12                                          /* that are shown together, and can be chosen */
#define NAME_CHARS "abcdefghijklmnopqrstuvwxyz0123456789-" /* of a party in a scheme */
#define REASONS_SHOWN 10
#define REASONS_MAX 64 /* codes that a line may have, and more */
#define LAST_YEAR 9998
#define YEAR_CHARS 4
#define YEARS 2 /* that can be chosen whole */
#define BAR_LINE 24
#define BAR_MAX 400 /* of the chart's 600 across */

static const struct field claim_row_fields[] = {
	FIELD(struct claim_row, fact),        FIELD(struct claim_row, lines, .flags = FIELD_ZERO_IS_SET),
	FIELD(struct claim_row, refused),     FIELD(struct claim_row, party),
	FIELD(struct claim_row, number),      FIELD(struct claim_row, month),
	FIELD(struct claim_row, received_on), FIELD(struct claim_row, claimed),
	FIELD(struct claim_row, granted),     FIELD(struct claim_row, month_words),
	FIELD(struct claim_row, party_words), FIELD(struct claim_row, address),
	FIELD(struct claim_row, not_granted), FIELD(struct claim_row, paid),
	FIELD(struct claim_row, to_pay),      FIELD(struct claim_row, pay_address),
};
const struct record claim_row_record = RECORD(struct claim_row, "claim_row", claim_row_fields);

/* What the claims of a provider over a month come to, or those of a month, or of a product. */
struct sum_row {
	const char *party, *category, *code;
	struct date month;
	int64_t lines, refused;
	struct money claimed, granted, paid;
	/* for the page */
	const char *label, *month_words, *address;
	struct money not_granted;
	int64_t y, text_y, claimed_width, granted_width;
};
static const struct field sum_row_fields[] = {
	FIELD(struct sum_row, party),
	FIELD(struct sum_row, category),
	FIELD(struct sum_row, code),
	FIELD(struct sum_row, month),
	FIELD(struct sum_row, lines, .flags = FIELD_ZERO_IS_SET),
	FIELD(struct sum_row, refused, .flags = FIELD_ZERO_IS_SET),
	FIELD(struct sum_row, claimed),
	FIELD(struct sum_row, granted),
	FIELD(struct sum_row, paid),
	FIELD(struct sum_row, address),
	FIELD(struct sum_row, label, .max_chars = 500),
	FIELD(struct sum_row, month_words),
	FIELD(struct sum_row, not_granted),
	FIELD(struct sum_row, y, .flags = FIELD_ZERO_IS_SET),
	FIELD(struct sum_row, text_y),
	FIELD(struct sum_row, claimed_width, .flags = FIELD_ZERO_IS_SET),
	FIELD(struct sum_row, granted_width, .flags = FIELD_ZERO_IS_SET),
};
static const struct record sum_row_record = RECORD(struct sum_row, "sum_row", sum_row_fields);

/* Why lines were refused: a line with two codes counts for both. */
struct why_row {
	const char *code, *codes, *words;
	int64_t lines;
	struct money amount;
};
static const struct field why_row_fields[] = {
	FIELD(struct why_row, code),
	FIELD(struct why_row, codes),
	FIELD(struct why_row, words, .max_chars = 1000),
	FIELD(struct why_row, lines),
	FIELD(struct why_row, amount),
};
static const struct record why_row_record = RECORD(struct why_row, "why_row", why_row_fields);

struct claims_view {
	struct page_frame frame;
	struct records claims;                   /* of struct claim_row */
	struct records months, parties, payings; /* of struct form_option: what can be chosen */
	struct records sums, by_month, products;
	struct records reasons; /* of struct why_row */
	const char *csv_address;
	bool is_provider;
	int64_t chart_height;
};
static const struct field claims_view_fields[] = {
	FIELD_INSIDE(struct claims_view, frame, &page_frame_record),
	FIELD(struct claims_view, claims, .of = &claim_row_record),
	FIELD(struct claims_view, months, .of = &form_option_record),
	FIELD(struct claims_view, parties, .of = &form_option_record),
	FIELD(struct claims_view, payings, .of = &form_option_record),
	FIELD(struct claims_view, sums, .of = &sum_row_record),
	FIELD(struct claims_view, by_month, .of = &sum_row_record),
	FIELD(struct claims_view, products, .of = &sum_row_record),
	FIELD(struct claims_view, reasons, .of = &why_row_record),
	FIELD(struct claims_view, csv_address),
	FIELD(struct claims_view, is_provider),
	FIELD(struct claims_view, chart_height),
};
const struct record claims_view_record = RECORD(struct claims_view, "claims_view", claims_view_fields);

const char *claims_party(const struct http_request *request)
{
	const struct visitor *visitor = web_visitor(request);

	return chain_paid_as(visitor->journal.schemes, visitor->journal.register_id,
	                     visitor->session.account.party, web_on(request), request->arena);
}

/* The form of a payment of what is still to pay: for the contract corner of the municipality. */
static const char *pay_address(const struct http_request *request, const struct claim_row *claim)
{
	const struct journal *journal = &web_visitor(request)->journal;
	const struct scheme_entry *entry =
		scheme_book_with_party(journal->schemes, journal->register_id, claim->party);
	struct texts above;
	int year = 1, month = 1, day = 1;

	if (claim->to_pay.cents == 0 || entry == NULL || tariff_is_provider(request) ||
	    !web_may(request, MAY_SEE_FIGURES) ||
	    web_visitor(request)->session.role->corner != CORNER_CONTRACT)
		return NULL;
	date_parts(claim->month, &year, &month, &day);
	above = chain_above(journal->schemes, journal->register_id, claim->party, claim->month,
	                    request->arena);
	return arena_print(
		request->arena,
		"/facts/payment_made?scheme=%s&year=%d&party=%s&sort=claims&claim=%lld&amount=%lld%%2C%02lld",
		entry->scheme.name, year, above.count == 0 ? claim->party : above.items[above.count - 1],
		(long long)claim->fact, (long long)(claim->to_pay.cents / 100),
		(long long)(claim->to_pay.cents % 100));
}

void claim_row_show(const struct http_request *request, struct claim_row *claim)
{
	claim->month_words = month_words(request, claim->month);
	claim->party_words = web_organisation(request, claim->party);
	claim->not_granted.cents = claim->claimed.cents - claim->granted.cents;
	claim->to_pay.cents =
		claim->granted.cents > claim->paid.cents ? claim->granted.cents - claim->paid.cents : 0;
	claim->address = arena_print(request->arena, "/claims?claim=%lld", (long long)claim->fact);
	claim->pay_address = pay_address(request, claim);
}

/* --- what is chosen --- */

static const struct choice payings[] = {
	{ "", WORDS("Betaald en nog te betalen") },
	{ "open", WORDS("Nog te betalen") },
	{ "paid", WORDS("Betaald") },
	{ NULL, NULL },
};

static const char *paying_asked(const struct http_request *request)
{
	const char *asked = or_empty(pairs_get(&request->query, "paid"));

	for (size_t i = 0; payings[i].code != NULL; i++)
		if (strcmp(payings[i].code, asked) == 0)
			return payings[i].code;
	return "";
}

/* The whole year that is asked for, as a month of four figures; 0: none. */
static int year_asked(const struct http_request *request)
{
	const char *asked = or_empty(pairs_get(&request->query, "month"));
	int64_t year = strlen(asked) == YEAR_CHARS ? web_number(&request->query, "month") : 0;

	return year > 0 && year <= LAST_YEAR ? (int)year : 0;
}

#define CHOSEN_VALUES 6
/* Register, party, day of looking, first and last month, whether it was paid: what every query of this page
 * begins with. */
static void choose(const struct http_request *request, struct value values[static CHOSEN_VALUES])
{
	const char *own = claims_party(request);
	const struct date month = month_asked(request);
	const int year = year_asked(request);
	struct date first = claim_month_of(web_on(request)).from;

	for (size_t i = 1; i < MONTHS; i++)
		first = month_before(first);
	values[0] = value_number(web_visitor(request)->journal.register_id);
	values[1] = value_text(has_words(own) ? own : or_empty(pairs_get(&request->query, "party")));
	values[2] = value_date(web_on(request));
	values[3] = value_date(date_is(month) ? month : year != 0 ? date_of(year, 1, 1) : first);
	values[4] = value_date(date_is(month) ? month : year != 0 ? date_of(year, 12, 1) : web_on(request));
	values[5] = value_text(paying_asked(request));
}

static enum status list(const struct http_request *request, const struct db_query *query,
                        const struct record *record, struct records *ret_rows, struct fault *fault)
{
	struct value values[CHOSEN_VALUES];

	choose(request, values);
	return db_list(web_visitor(request)->journal.db, query, values, COUNT(values),
	               &(struct db_list){ record, request->arena, ret_rows }, fault);
}

/* The last twelve months, each of them, and whole years: of now, of the year before, or that is asked for. */
static void offer_months(const struct http_request *request, struct claims_view *view)
{
	const struct date chosen = month_asked(request);
	const int asked = year_asked(request);
	struct date month = claim_month_of(web_on(request)).from;
	struct form_option *options;
	int year = 1, at = 1, day = 1;

	date_parts(month, &year, &at, &day);
	year = asked != 0 && asked < year - 1 ? asked + 1 : year;
	view->months = records_new(&form_option_record, MONTHS + YEARS + 1, request->arena);
	options = view->months.items;
	options[0] = (struct form_option){ .code = "",
		                           .label = web_words(request, WORDS("Het laatste jaar")),
		                           .is_selected = !date_is(chosen) && asked == 0 };
	for (size_t i = 1; i <= MONTHS; i++, month = month_before(month))
		options[i] = (struct form_option){ .code = month_code(request, month),
			                           .label = month_words(request, month),
			                           .is_selected = month.day == chosen.day };
	for (int i = 0; i < YEARS; i++)
		options[MONTHS + 1 + i] = (struct form_option){
			.code = arena_print(request->arena, "%04d", year - i),
			.label = arena_print(request->arena, web_words(request, WORDS("Heel %d")), year - i),
			.is_selected = year - i == asked,
		};
}

static void offer_payings(const struct http_request *request, struct claims_view *view)
{
	const char *chosen = paying_asked(request);
	struct form_option *options;

	view->payings = records_new(&form_option_record, COUNT(payings) - 1, request->arena);
	options = view->payings.items;
	for (size_t i = 0; payings[i].code != NULL; i++)
		options[i] = (struct form_option){ .code = payings[i].code,
			                           .label = web_words(request, payings[i].label),
			                           .is_selected = strcmp(payings[i].code, chosen) == 0 };
}

/* Who ever claimed. */
static enum status offer_parties(const struct http_request *request, struct claims_view *view,
                                 struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct journal *journal = &web_visitor(request)->journal;
	const struct value values[] = { value_number(journal->register_id) };
	const char *chosen = or_empty(pairs_get(&request->query, "party"));
	struct form_option *options = NULL;
	size_t count = 0, room = 0;
	enum status status = db_select(journal->db, &sql_claim_parties, values, COUNT(values), &rows, fault);

	while (status == OK && (count == 0 || (status = db_next(&rows, fault)) == OK)) {
		const char *party = count == 0 ? "" : db_text(&rows, 0, request->arena);

		options = arena_with_room(request->arena, options, count, &room, sizeof(*options));
		options[count++] = (struct form_option){
			.code = party,
			.label = has_words(party) ? web_organisation(request, party)
			                          : web_words(request, WORDS("Alle aanbieders")),
			.is_selected = strcmp(party, chosen) == 0,
		};
	}
	view->parties = (struct records){ options, count };
	return status == NOT_FOUND ? OK : status;
}

/* --- what they come to --- */

/* /claims, or its file, of a month (or year) and party, as far as they are what such things look like. */
static const char *address_of(const struct http_request *request, const char *page, const char *month,
                              const char *party)
{
	return arena_print(request->arena, "%s?month=%s&party=%s&paid=%s", page, month,
	                   strspn(party, NAME_CHARS) == strlen(party) ? party : "", paying_asked(request));
}

static void show_sum(const struct http_request *request, struct sum_row *sum)
{
	sum->month_words = date_is(sum->month) ? month_words(request, sum->month) : "";
	sum->not_granted.cents = sum->claimed.cents - sum->granted.cents;
	if (date_is(sum->month))
		sum->address =
			address_of(request, "/claims", month_code(request, sum->month), or_empty(sum->party));
	if (has_words(sum->party))
		sum->label = web_organisation(request, sum->party);
	else if (has_words(sum->category))
		sum->label = arena_print(request->arena, "%s (%s)",
		                         web_words(request, choice_label(message_categories, sum->category)),
		                         sum->code);
	else
		sum->label = sum->month_words;
}

/* The bars of each month: what was claimed, and over it what of that was approved. */
static void draw(struct claims_view *view)
{
	struct sum_row *sum = view->by_month.items;
	int64_t most = 1;

	for (size_t i = 0; i < view->by_month.count; i++)
		if (sum[i].claimed.cents > most)
			most = sum[i].claimed.cents;
	for (size_t i = 0; i < view->by_month.count; i++) {
		int64_t claimed = sum[i].claimed.cents < 0 ? 0 : sum[i].claimed.cents;
		int64_t granted = sum[i].granted.cents < 0 ? 0 : sum[i].granted.cents;

		sum[i].y = (int64_t)i * BAR_LINE + 4;
		sum[i].text_y = sum[i].y + 13;
		sum[i].claimed_width = claimed * BAR_MAX / most;
		sum[i].granted_width = granted * BAR_MAX / most;
	}
	view->chart_height = (int64_t)view->by_month.count * BAR_LINE + 4;
}

static enum status show_sums(const struct http_request *request, struct claims_view *view,
                             struct fault *fault)
{
	struct records *const all[] = { &view->sums, &view->by_month, &view->products };
	const struct db_query *const queries[] = { &sql_claim_sums, &sql_claim_months, &sql_claim_products };
	enum status status = OK;

	for (size_t i = 0; status == OK && i < COUNT(all); i++) {
		status = list(request, queries[i], &sum_row_record, all[i], fault);
		for (size_t n = 0; status == OK && n < all[i]->count; n++)
			show_sum(request, &((struct sum_row *)all[i]->items)[n]);
	}
	if (status == OK)
		draw(view);
	return status;
}

static void count_reason(struct records *reasons, const char *code, const struct why_row *row)
{
	struct why_row *one = reasons->items;
	size_t place = 0;

	while (place < reasons->count && strcmp(one[place].code, code) != 0)
		place++;
	if (place == REASONS_MAX)
		return;
	if (place == reasons->count)
		one[reasons->count++] = (struct why_row){ .code = code };
	one[place].lines += row->lines;
	one[place].amount.cents += row->amount.cents;
}

/* The most frequent first; of equal ones the first that was met. */
static void order_reasons(struct records *reasons)
{
	struct why_row *one = reasons->items;

	for (size_t i = 1; i < reasons->count; i++)
		for (size_t n = i; n > 0 && one[n].lines > one[n - 1].lines; n--) {
			struct why_row passing = one[n];

			one[n] = one[n - 1];
			one[n - 1] = passing;
		}
	if (reasons->count > REASONS_SHOWN)
		reasons->count = REASONS_SHOWN;
}

static enum status show_reasons(const struct http_request *request, struct claims_view *view,
                                struct fault *fault)
{
	struct records rows = { 0 };
	enum status status = list(request, &sql_claim_reasons, &why_row_record, &rows, fault);
	const struct why_row *row = rows.items;
	struct why_row *reason;

	view->reasons = records_new(&why_row_record, REASONS_MAX, request->arena);
	view->reasons.count = 0;
	for (size_t i = 0; status == OK && i < rows.count; i++)
		for (const char *at = row[i].codes; *at != '\0';) {
			size_t length = strcspn(at, " ");

			count_reason(&view->reasons, arena_copy_part(request->arena, at, length), &row[i]);
			at += length;
			at += strspn(at, " ");
		}
	order_reasons(&view->reasons);
	reason = view->reasons.items;
	for (size_t i = 0; i < view->reasons.count; i++)
		reason[i].words = web_words(request, choice_label(message_return_codes, reason[i].code));
	return status;
}

static const char *csv_address(const struct http_request *request)
{
	const struct date month = month_asked(request);
	const int year = year_asked(request);

	return address_of(request, "/claims.csv",
	                  date_is(month) ? month_code(request, month)
	                  : year != 0    ? arena_print(request->arena, "%04d", year)
	                                 : "",
	                  or_empty(pairs_get(&request->query, "party")));
}

void claims_list(struct http_request *request, struct http_response *response)
{
	struct claims_view view = { .is_provider = tariff_is_provider(request) };
	struct fault fault = { 0 };
	enum status status;

	view.frame = web_frame(request, web_words(request, WORDS("Declaraties")));
	offer_months(request, &view);
	offer_payings(request, &view);
	view.csv_address = csv_address(request);
	status = list(request, &sql_claim_claims, &claim_row_record, &view.claims, &fault);
	if (status == OK)
		status = show_sums(request, &view, &fault);
	if (status == OK)
		status = show_reasons(request, &view, &fault);
	if (status == OK && !view.is_provider)
		status = offer_parties(request, &view, &fault);
	if (!web_ok(request, response, status, &fault))
		return;
	for (size_t i = 0; i < view.claims.count; i++)
		claim_row_show(request, &((struct claim_row *)view.claims.items)[i]);
	web_page(request, response, "claim/claims.html", &view);
}

/* --- as a file --- */

static const char *euros(const struct http_request *request, struct money money)
{
	int64_t cents = money.cents < 0 ? -money.cents : money.cents;

	return arena_print(request->arena, "%s%lld,%02lld", money.cents < 0 ? "-" : "",
	                   (long long)(cents / 100), (long long)(cents % 100));
}

void claims_csv(struct http_request *request, struct http_response *response, void *context)
{
	struct records claims = { 0 };
	struct fault fault = { 0 };
	const struct claim_row *claim;
	char on[DATE_TEXT_SIZE];

	(void)context;
	if (!tariff_may_look(request, response))
		return;
	if (!web_ok(request, response, list(request, &sql_claim_claims, &claim_row_record, &claims, &fault),
	            &fault))
		return;
	response->type = "text/csv; charset=utf-8";
	response->file_name =
		arena_print(request->arena, "declaraties-%s.csv", date_print(web_on(request), on));
	text_add(&response->body, "aanbieder,maand,declaratie,ontvangen,regels,geweigerd,gedeclareerd,"
	                          "goedgekeurd,niet goedgekeurd,betaald,nog te betalen\r\n");
	claim = claims.items;
	for (size_t i = 0; i < claims.count; i++) {
		const struct money rest = { claim[i].claimed.cents - claim[i].granted.cents };
		const struct money to_pay = { claim[i].granted.cents > claim[i].paid.cents
			                              ? claim[i].granted.cents - claim[i].paid.cents
			                              : 0 };
		const char *cells[] = {
			web_organisation(request, claim[i].party),
			month_code(request, claim[i].month),
			claim[i].number,
			date_print(claim[i].received_on, on),
			arena_print(request->arena, "%lld", (long long)claim[i].lines),
			arena_print(request->arena, "%lld", (long long)claim[i].refused),
			euros(request, claim[i].claimed),
			euros(request, claim[i].granted),
			euros(request, rest),
			euros(request, claim[i].paid),
			euros(request, to_pay),
		};

		sheet_add_row(&response->body, cells, COUNT(cells));
	}
}
