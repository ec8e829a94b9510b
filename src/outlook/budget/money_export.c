/* SPDX-License-Identifier: EUPL-1.2 */
/* A year in money as files: values with commas between them, and sheets with numbers. */
#include "outlook/budget/money_pages.h"
#include "outlook/budget/money_view.h"
#include "outlook/budget/settle_show.h"
#include "platform/base/words.h"
#include "platform/record/sheet.h"
#include "platform/record/spreadsheet.h"

#define CENTS 100
#define COLUMNS 12

static const char *const heads[COLUMNS] = { "soort",    "naam",         "opdrachten",  "toegekend",
	                                    "geleverd", "gedeclareerd", "goedgekeurd", "voorschotten",
	                                    "betaald",  "laagste",      "verwacht",    "hoogste" };

/* A file that is made of rows: one of the two. */
struct making {
	const struct http_request *request;
	const struct money_asked *asked;
	struct ledger *ledger;
	struct http_response *response;
	struct spreadsheet *book; /* NULL: values with commas */
};

/* Whole euros for who may not see what a party was paid to the cent. */
static struct spreadsheet_cell amount(const struct making *making, int64_t cents)
{
	return (struct spreadsheet_cell){ NULL, making->asked->is_brief ? (cents + CENTS / 2) / CENTS * CENTS
		                                                        : cents };
}

static const char *written(const struct making *making, const struct spreadsheet_cell *cell)
{
	int64_t size = cell->cents < 0 ? -cell->cents : cell->cents;

	if (cell->text != NULL)
		return cell->text;
	return arena_print(making->request->arena, "%s%lld.%02lld", cell->cents < 0 ? "-" : "",
	                   (long long)(size / CENTS), (long long)(size % CENTS));
}

static void add_row(const struct making *making, const struct spreadsheet_cell *cells, size_t count)
{
	const char *texts[COLUMNS];

	if (making->book != NULL) {
		spreadsheet_add_row(making->book, cells, count);
		return;
	}
	for (size_t i = 0; i < count; i++)
		texts[i] = written(making, &cells[i]);
	sheet_add_row(&making->response->body, texts, count);
}

static struct spreadsheet_cell words(const char *text)
{
	return (struct spreadsheet_cell){ text, 0 };
}

static void add_sums(const struct making *making, const char *sort, enum money_by by)
{
	const struct ledger *ledger = making->ledger;
	struct arena *arena = making->request->arena;
	size_t count = 0;
	const struct money_sums *sums =
		money_rows(ledger, by, money_seed(making->request, ledger), arena, &count);

	for (size_t i = 0; i < count; i++) {
		const struct money_sums *one = &sums[i];
		bool is_small = one->is_hidden;
		struct spreadsheet_cell none = words("-");
		const struct spreadsheet_cell cells[COLUMNS] = {
			words(sort),
			words(money_label(making->request, ledger, by, one->name)),
			words(money_orders(one, by, arena)),
			is_small ? none : amount(making, one->committed),
			is_small ? none : amount(making, one->delivered),
			is_small ? none : amount(making, one->claimed),
			is_small ? none : amount(making, one->approved),
			amount(making, one->advances),
			amount(making, one->paid),
			is_small || !one->has_forecast ? none : amount(making, one->forecast.p10),
			is_small || !one->has_forecast ? none : amount(making, one->forecast.p50),
			is_small || !one->has_forecast ? none : amount(making, one->forecast.p90),
		};

		add_row(making, cells, COLUMNS);
	}
}

static void add_ends(const struct making *making)
{
	static const char *const end_heads[] = { "partij", "staat",   "verantwoord",
		                                 "krijgt", "betaald", "verschil" };
	const struct ledger *ledger = making->ledger;

	spreadsheet_add_sheet(making->book, "Einde van het jaar", end_heads, COUNT(end_heads));
	for (size_t i = 0; i < ledger->parties_count; i++) {
		const struct ledger_party *party = &ledger->parties[i];
		const struct spreadsheet_cell cells[] = {
			words(money_label(making->request, ledger, MONEY_BY_PARTY, party->party)),
			words(web_words(making->request, choice_label(settle_states, settle_state(party)))),
			amount(making, settle_sums_of(party).stated),
			amount(making, settle_settled_of(party).due),
			amount(making, party->sums.paid),
			amount(making, settle_open(party)),
		};

		spreadsheet_add_row(making->book, cells, COUNT(cells));
	}
}

static void add_all(const struct making *making)
{
	if (making->asked->is_brief)
		add_sums(making, "overeenkomst", MONEY_BY_AGREEMENT);
	else
		add_sums(making, "partij", MONEY_BY_PARTY);
	add_sums(making, "product", MONEY_BY_PRODUCT);
	add_sums(making, "gebied", MONEY_BY_AREA);
}

static enum status read_ledger(const struct http_request *request, struct money_asked *asked,
                               struct ledger *ret_ledger, struct fault *fault)
{
	return money_asked(request, asked) ? money_ledger(request, asked, ret_ledger, fault) : NOT_FOUND;
}

void money_year_csv(struct http_request *request, struct http_response *response, void *context)
{
	struct money_asked asked = { 0 };
	struct ledger *ledger = ARENA_NEW(request->arena, struct ledger);
	const struct making making = { request, &asked, ledger, response, NULL };
	struct fault fault = { 0 };

	(void)context;
	if (!web_ok(request, response, read_ledger(request, &asked, ledger, &fault), &fault))
		return;
	response->type = "text/csv; charset=utf-8";
	response->file_name = arena_print(request->arena, "geld-%lld.csv", (long long)ledger->year);
	sheet_add_row(&response->body, heads, COLUMNS);
	add_all(&making);
	web_note_read(request, response, 0, "budgets");
}

void money_year_xlsx(struct http_request *request, struct http_response *response, void *context)
{
	CLEANUP(spreadsheet_freep) struct spreadsheet *book = NULL;
	struct money_asked asked = { 0 };
	struct ledger *ledger = ARENA_NEW(request->arena, struct ledger);
	struct making making = { request, &asked, ledger, response, NULL };
	struct fault fault = { 0 };
	enum status status = read_ledger(request, &asked, ledger, &fault);

	(void)context;
	if (status == OK)
		status = spreadsheet_new(&book, &fault);
	if (!web_ok(request, response, status, &fault))
		return;
	making.book = book;
	spreadsheet_add_sheet(book, "Het jaar in geld", heads, COLUMNS);
	add_all(&making);
	if (!asked.is_brief)
		add_ends(&making);
	if (!web_ok(request, response, spreadsheet_write(book, &response->body, &fault), &fault))
		return;
	response->type = SPREADSHEET_TYPE;
	response->file_name = arena_print(request->arena, "geld-%lld.xlsx", (long long)ledger->year);
	web_note_read(request, response, 0, "budgets");
}
