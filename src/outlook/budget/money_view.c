/* SPDX-License-Identifier: EUPL-1.2 */
#include "outlook/budget/money_view.h"

#include <string.h>

#include "contract/funding/budget.h"
#include "contract/funding/funding_store.h"
#include "outlook/budget/budget_view.h"
#include "outlook/budget/care_counts.h"
#include "outlook/budget/money_show.h"
#include "platform/base/words.h"
#include "platform/page/spelling.h"

#define BAR_MAX 440 /* of the chart's 600 across */
#define BAR_LINE 52
#define YEARS_SHOWN 3
#define QUARTERS_SHOWN 4
#define QUARTER_MONTHS 3
#define CENTS 100
#define ABOUT_TEN (10 * CENTS)
#define ABOUT_THOUSAND (1000 * CENTS)
#define ABOUT_SMALL (100000 * CENTS)
#define DECIMALS 3 /* ",00" at the end of an amount */

/* --- what is asked --- */

/* The last day of a quarter. */
static struct date quarter_end(int64_t year, int64_t quarter)
{
	struct date next = quarter == 4 ? date_of((int)year + 1, 1, 1)
	                                : date_of((int)year, (int)quarter * QUARTER_MONTHS + 1, 1);

	return date_add_days(next, -1);
}

/* "2016-1" */
static void ask_quarter(const struct http_request *request, struct money_asked *asked)
{
	const char *of = pairs_get(&request->query, "of");
	struct date first = { 0 };
	int year = 1, month = 1, day = 1;

	if (of == NULL || strlen(of) != strlen("2016-1") ||
	    !date_read(arena_print(request->arena, "%.5s0%s-01", of, of + 5), &first))
		return;
	date_parts(first, &year, &month, &day);
	if (month > 4)
		return;
	if (!asked->is_own)
		asked->ledger.party = NULL;
	asked->quarter = month;
	asked->is_brief = true;
	asked->ledger.year = year;
	if (date_before(quarter_end(year, month), asked->ledger.on))
		asked->ledger.on = quarter_end(year, month);
}

bool money_asked(const struct http_request *request, struct money_asked *ret_asked)
{
	const struct visitor *visitor = web_visitor(request);
	const struct journal *journal = &visitor->journal;
	const char *scheme = pairs_get(&request->query, "scheme");
	int64_t asked = web_number(&request->query, "year");
	int year = 1, month = 1, day = 1;

	date_parts(web_on(request), &year, &month, &day);
	ret_asked->is_own = has_words(budget_own_party(request));
	ret_asked->is_brief = visitor->session.role->corner == CORNER_COMMON;
	ret_asked->ledger = (struct ledger_asked){
		.entry = has_words(budget_own_party(request)) && !has_words(scheme)
		                 ? scheme_book_with_party(journal->schemes, journal->register_id,
		                                          budget_own_party(request))
		                 : scheme_book_entry(journal->schemes, journal->register_id,
		                                     has_words(scheme) ? scheme : NULL),
		.year = asked > 0 && asked <= 9998 ? asked : year,
		.on = web_on(request),
		.party = ret_asked->is_own ? budget_own_party(request) : pairs_get(&request->query, "party"),
	};
	if (ret_asked->is_brief && !ret_asked->is_own) /* one party alone is not brief */
		ret_asked->ledger.party = NULL;
	ask_quarter(request, ret_asked);
	return ret_asked->ledger.entry != NULL;
}

/* --- amounts --- */

/* Whole euros for who may not see what a party was paid to the cent. */
const char *money_euros(const struct showing *showing, int64_t cents)
{
	char *words = arena_copy(
		showing->arena,
		budget_euros(showing->asked->is_brief ? (cents + CENTS / 2) / CENTS * CENTS : cents,
	                     showing->language, showing->arena));

	if (showing->asked->is_brief && strlen(words) > DECIMALS)
		words[strlen(words) - DECIMALS] = '\0';
	return words;
}

/* What is foretold is no more exact than it can be: thousands of euros, or tens of a smaller amount. */
static const char *about(const struct showing *showing, int64_t cents)
{
	int64_t whole = cents < ABOUT_SMALL ? ABOUT_TEN : ABOUT_THOUSAND;
	char *words = arena_copy(showing->arena, budget_euros((cents + whole / 2) / whole * whole,
	                                                      showing->language, showing->arena));

	if (strlen(words) > DECIMALS)
		words[strlen(words) - DECIMALS] = '\0';
	return words;
}

const char *money_label(const struct http_request *request, const struct ledger *ledger, enum money_by by,
                        const char *name)
{
	const struct scheme *scheme = &ledger->entry->scheme;
	const struct scheme_area *area = by == MONEY_BY_AREA ? scheme_area(scheme, name) : NULL;

	if (by == MONEY_BY_PARTY)
		return has_words(name) ? web_organisation(request, name)
		                       : web_words(request, WORDS("Andere partijen, samen"));
	if (by == MONEY_BY_PRODUCT)
		return scheme_product(scheme, name) == NULL ? name : scheme_product(scheme, name)->label;
	if (area != NULL)
		return area->label;
	for (size_t i = 0; i < ledger->paid_count && by == MONEY_BY_AGREEMENT; i++)
		if (strcmp(ledger->paid[i].agreement->name, name) == 0)
			return ledger->paid[i].agreement->label;
	if (by == MONEY_TOGETHER)
		return web_words(request, WORDS("Samen"));
	return has_words(name) ? name : web_words(request, WORDS("Buiten de gebieden"));
}

/* --- rows and the chart --- */

static struct money_row row_of(const struct showing *showing, enum money_by by, const struct money_sums *sums)
{
	bool is_small = sums->is_hidden;
	bool is_unpriced = sums->orders > 0 && sums->committed == 0; /* there are no tariffs */
	struct money_row row = { .label = money_label(showing->request, showing->ledger, by, sums->name) };

	row.orders = money_orders(sums, by, showing->arena);
	row.committed = is_small || is_unpriced ? "-" : money_euros(showing, sums->committed);
	row.delivered = is_small || (sums->orders > 0 && sums->delivered == 0)
	                        ? "-"
	                        : money_euros(showing, sums->delivered);
	row.claimed = is_small ? "-" : money_euros(showing, sums->claimed);
	row.approved = is_small ? "-" : money_euros(showing, sums->approved);
	row.advances = money_euros(showing, sums->advances);
	row.paid = money_euros(showing, sums->paid);
	if (sums->has_forecast && !is_small) {
		row.least = about(showing, sums->forecast.p10);
		row.middle = about(showing, sums->forecast.p50);
		row.most = about(showing, sums->forecast.p90);
	}
	money_show_roads(showing, by, sums->name, &row);
	return row;
}

static int64_t most_of(const struct money_sums *sums, size_t count)
{
	int64_t most = 1;

	for (size_t i = 0; i < count; i++) {
		most = sums[i].committed > most ? sums[i].committed : most;
		most = sums[i].has_forecast && sums[i].forecast.p90 > most ? sums[i].forecast.p90 : most;
	}
	return most;
}

static int64_t across(int64_t cents, int64_t most)
{
	return cents <= 0 ? 0 : cents / CENTS * BAR_MAX / (most / CENTS + 1);
}

static void draw(const struct money_sums *sums, int64_t most, size_t place, struct money_row *row)
{
	row->text_y = (int64_t)place * BAR_LINE + 14;
	row->y = (int64_t)place * BAR_LINE + 20;
	row->line_y = row->y + 22;
	row->width = across(sums->committed, most);
	if (!sums->has_forecast)
		return;
	row->least_x = across(sums->forecast.p10, most);
	row->middle_x = across(sums->forecast.p50, most);
	row->most_x = across(sums->forecast.p90, most) + 1;
}

static struct records rows_by(const struct showing *showing, enum money_by by, struct money_view *view)
{
	size_t count = 0;
	struct money_sums *sums =
		money_rows(showing->ledger, by, (uint64_t)view->seed, showing->arena, &count);
	struct records rows;
	struct money_row *row;
	int64_t most;

	if (by == MONEY_BY_PARTY)
		count = money_fold(showing->ledger, sums, count, MONEY_PARTIES_SHOWN, (uint64_t)view->seed);
	rows = records_new(&money_row_record, count, showing->arena);
	row = rows.items;
	most = most_of(sums, count);
	for (size_t i = 0; i < count; i++) {
		row[i] = row_of(showing, by, &sums[i]);
		draw(&sums[i], most, i, &row[i]);
		view->has_forecast = view->has_forecast || row[i].middle != NULL;
	}
	if (by == MONEY_BY_PARTY || by == MONEY_BY_AGREEMENT)
		view->chart_height = (int64_t)count * BAR_LINE + 4;
	return rows;
}

/* --- words beside it --- */

const char *money_day(const struct showing *showing, struct date day)
{
	const struct spelling spelling = spelling_new(showing->language);
	char words[SPELLING_SIZE];

	return arena_copy(showing->arena, spelling_date(&spelling, day, words));
}

static void show_bands(const struct showing *showing, struct money_view *view)
{
	const struct ledger *ledger = showing->ledger;

	view->bands.items = ARENA_MANY(showing->arena, ledger->paid_count + 1, const char *);
	for (size_t i = 0; i < ledger->paid_count; i++) {
		const struct funding_paid *paid = &ledger->paid[i];
		const char *form =
			web_words(showing->request, choice_label(scheme_funding_forms, paid->form->code));

		view->has_claims = view->has_claims || paid->form->has_claims;
		view->bands.items[view->bands.count++] =
			paid->form->is_budget
				? arena_print(
					  showing->arena,
					  web_words(showing->request,
		                                    WORDS("%s: %s. Een verschil tot %lld procent van het "
		                                          "budget is voor de partij zelf; van wat daarboven "
		                                          "ligt, draagt de gemeente %lld procent.")),
					  paid->agreement->label, form,
					  (long long)paid->funding->band_percent,
					  (long long)paid->funding->shared_percent)
				: arena_print(
					  showing->arena,
					  web_words(showing->request,
		                                    WORDS("%s: %s. Wat is goedgekeurd, wordt betaald; het "
		                                          "risico van meer of minder hulp is voor de "
		                                          "gemeente.")),
					  paid->agreement->label, form);
	}
}

static void show_assumptions(const struct showing *showing, struct money_view *view)
{
	static const char *const words[] = {
		WORDS("Elke maand die nog komt, is als het gemiddelde van de laatste drie, met een "
		      "verandering zoals die het afgelopen jaar van maand op maand was."),
		WORDS("Drie maanden veranderen samen, en van een verandering zet niets tot alles door: dat "
		      "bepaalt het toeval. Zo is de marge breder als de maanden meer verschilden."),
		WORDS("Een verandering telt als hooguit een vijfde minder of een kwart meer."),
		WORDS("Bij een budget is de maat wat de partij zei te hebben uitgegeven, naar de dagen met "
		      "hulp."),
		WORDS("In tien van de honderd keer komt het lager uit dan het laagste, in tien hoger dan het "
		      "hoogste. Vanaf een ton staan er duizenden euro's."),
	};

	view->assumptions.items = ARENA_MANY(showing->arena, COUNT(words), const char *);
	for (size_t i = 0; i < COUNT(words); i++)
		view->assumptions.items[view->assumptions.count++] = web_words(showing->request, words[i]);
}

/* "&party=.." where the page is of one party of the scheme, for who sees others as well. */
static const char *of_party(const struct showing *showing)
{
	const struct ledger *ledger = showing->ledger;

	return showing->asked->ledger.party == NULL || showing->asked->is_own || ledger->parties_count == 0
	               ? ""
	               : arena_print(showing->arena, "&party=%s", ledger->parties[0].party);
}

static void show_years(const struct showing *showing, struct money_view *view)
{
	const struct ledger *ledger = showing->ledger;
	struct money_link *link = ARENA_MANY(showing->arena, YEARS_SHOWN + 1, struct money_link);
	int year = 1, month = 1, day = 1;

	date_parts(web_on(showing->request), &year, &month, &day);
	for (size_t i = 0; i < YEARS_SHOWN; i++)
		link[i] = (struct money_link){
			.words = arena_print(showing->arena, "%d", year - (int)i),
			.address = arena_print(showing->arena, "/budgets/year?scheme=%s&year=%d%s",
			                       ledger->entry->scheme.name, year - (int)i, of_party(showing)),
			.is_shown = year - (int)i == ledger->year,
		};
	view->years = (struct records){ link, YEARS_SHOWN };
}

/* Of a register with more schemes than one, for who is of no party. */
static void show_schemes(const struct showing *showing, struct money_view *view)
{
	const struct journal *journal = &web_visitor(showing->request)->journal;
	size_t count = scheme_book_count(journal->schemes, journal->register_id);
	struct money_link *link = ARENA_MANY(showing->arena, count + 1, struct money_link);

	for (size_t i = 0; i < count; i++) {
		const struct scheme_entry *entry = scheme_book_nth(journal->schemes, journal->register_id, i);

		link[i] = (struct money_link){
			.words = entry->scheme.label,
			.address = arena_print(showing->arena, "/budgets/year?scheme=%s&year=%lld",
			                       entry->scheme.name, (long long)showing->ledger->year),
			.is_shown = entry == showing->ledger->entry,
		};
	}
	if (count > 1 && !view->is_own)
		view->schemes = (struct records){ link, count };
}

static enum status read_spent(struct journal *journal, const struct ledger *ledger, struct records *ret_spent,
                              struct fault *fault)
{
	for (size_t i = 0; i < ledger->parties_count; i++)
		if (ledger->parties[i].run != 0)
			return funding_spending(journal, ledger->parties[i].run, ledger->on, ret_spent,
			                        fault);
	return OK;
}

enum status money_ledger(const struct http_request *request, const struct money_asked *asked,
                         struct ledger *ret_ledger, struct fault *fault)
{
	struct journal *journal = &web_visitor(request)->journal;
	struct records spent = { 0 };
	enum status status = ledger_read(journal, &asked->ledger, ret_ledger, fault);

	if (status == OK)
		status = read_spent(journal, ret_ledger, &spent, fault);
	if (status == OK)
		money_scale(ret_ledger, &spent);
	return status;
}

uint64_t money_seed(const struct http_request *request, const struct ledger *ledger)
{
	return (uint64_t)(web_visitor(request)->journal.register_id * 10000 + ledger->year);
}

/* In two sentences, for who reads no tables. */
static void sum_up(const struct showing *showing, struct money_view *view)
{
	const struct money_row *all = view->totals.items;

	if (view->totals.count == 0)
		return;
	view->summary =
		all->middle == NULL
			? arena_print(showing->arena,
	                              web_words(showing->request, WORDS("Voor het hele jaar is %s toegekend "
	                                                                "of als budget vastgesteld. Tot "
	                                                                "en met %s is %s betaald.")),
	                              all->committed, money_day(showing, showing->ledger->on), all->paid)
			: arena_print(
				  showing->arena,
				  web_words(showing->request, WORDS("Voor het hele jaar is %s toegekend of "
	                                                            "als budget vastgesteld. Tot "
	                                                            "en met %s is %s betaald. Naar "
	                                                            "verwachting kost het jaar %s tot %s.")),
				  all->committed, money_day(showing, showing->ledger->on), all->paid,
				  all->least, all->most);
}

/* A file of the quarter that is asked. */
static const char *quarter_file(const struct showing *showing, const char *file)
{
	return arena_print(showing->arena, "/budgets/%s?scheme=%s&of=%04lld-%lld", file,
	                   showing->ledger->entry->scheme.name, (long long)showing->ledger->year,
	                   (long long)showing->asked->quarter);
}

/* The quarters that began by the day, the newest first. */
static void show_quarters(const struct showing *showing, struct money_view *view)
{
	static const char *const names[] = { WORDS("eerste kwartaal van"), WORDS("tweede kwartaal van"),
		                             WORDS("derde kwartaal van"), WORDS("vierde kwartaal van") };
	struct money_link *link = ARENA_MANY(showing->arena, QUARTERS_SHOWN, struct money_link);
	int year = 1, month = 1, day = 1;
	int64_t quarter;

	date_parts(web_on(showing->request), &year, &month, &day);
	quarter = (month - 1) / QUARTER_MONTHS + 1;
	for (size_t i = 0; i < QUARTERS_SHOWN; i++) {
		link[i] = (struct money_link){
			.words = arena_print(showing->arena, "%s %d",
			                     web_words(showing->request, names[quarter - 1]), year),
			.address = arena_print(showing->arena, "/budgets/quarter?scheme=%s&of=%d-%lld",
			                       showing->ledger->entry->scheme.name, year, (long long)quarter),
			.is_shown = year == showing->ledger->year && quarter == showing->asked->quarter,
		};
		if (--quarter == 0) {
			quarter = 4;
			year--;
		}
	}
	view->quarters = (struct records){ link, QUARTERS_SHOWN };
	view->quarter_address = link[0].address;
	view->pdf_address = quarter_file(showing, "quarter.pdf");
	view->quarter_xlsx_address = quarter_file(showing, "year.xlsx");
	if (showing->asked->quarter > 0)
		view->quarter_title =
			arena_print(showing->arena, "%s %lld",
		                    web_words(showing->request, names[showing->asked->quarter - 1]),
		                    (long long)showing->ledger->year);
}

static void fill(const struct showing *showing, struct money_view *view)
{
	const struct ledger *ledger = showing->ledger;
	const char *about = arena_print(showing->arena, "?scheme=%s&year=%lld%s", ledger->entry->scheme.name,
	                                (long long)ledger->year, of_party(showing));

	view->has_ledger = ledger->parties_count > 0;
	view->seed = (int64_t)money_seed(showing->request, ledger);
	view->parties =
		rows_by(showing, showing->asked->is_brief ? MONEY_BY_AGREEMENT : MONEY_BY_PARTY, view);
	view->totals = rows_by(showing, MONEY_TOGETHER, view);
	view->products = rows_by(showing, MONEY_BY_PRODUCT, view);
	view->areas = rows_by(showing, MONEY_BY_AREA, view);
	view->csv_address = arena_print(showing->arena, "/budgets/year.csv%s", about);
	view->xlsx_address = arena_print(showing->arena, "/budgets/year.xlsx%s", about);
	show_bands(showing, view);
	show_assumptions(showing, view);
	show_quarters(showing, view);
	sum_up(showing, view);
	if (!showing->asked->is_brief)
		money_show_ends(showing, view);
}

enum status money_show(const struct http_request *request, const struct money_asked *asked,
                       struct money_view *view, struct fault *fault)
{
	struct ledger *ledger = ARENA_NEW(request->arena, struct ledger);
	const struct showing showing = { request, asked, ledger, web_visitor(request)->language,
		                         request->arena };
	enum status status = money_ledger(request, asked, ledger, fault);

	if (status)
		return status;
	view->title = arena_print(request->arena, "%s, %lld", asked->ledger.entry->scheme.label,
	                          (long long)asked->ledger.year);
	view->is_own = asked->is_own;
	view->is_brief = asked->is_brief;
	view->year = asked->ledger.year;
	view->on = asked->ledger.on;
	view->last_day = settle_last_day(asked->ledger.year);
	fill(&showing, view);
	status = money_show_payments(&showing, view, fault);
	show_schemes(&showing, view);
	show_years(&showing, view);
	return status;
}
