/* SPDX-License-Identifier: EUPL-1.2 */
#include "outlook/budget/budget_view.h"

#include <string.h>

#include "common/scheme/chain.h"
#include "common/scheme/scheme_book.h"
#include "common/scheme/scheme_check.h"
#include "contract/funding/apportion.h"
#include "contract/funding/settlement_store.h"
#include "contract/funding/year.h"
#include "outlook/budget/budget_pages.h"
#include "outlook/budget/care_counts.h"
#include "outlook/budget/care_groups.h"
#include "platform/base/words.h"

#define PERCENT 100
#define BAR_MAX 380 /* of the chart's 600 across */
#define BAR_LINE 60

static const struct field link_fields[] = {
	FIELD(struct budget_run_link, words),
	FIELD(struct budget_run_link, address),
	FIELD(struct budget_run_link, is_shown),
};
static const struct record link_record = RECORD(struct budget_run_link, "budget_run_link", link_fields);

static const struct field part_fields[] = {
	FIELD(struct budget_part_view, party),     FIELD(struct budget_part_view, district),
	FIELD(struct budget_part_view, cents),     FIELD(struct budget_part_view, undamped),
	FIELD(struct budget_part_view, is_damped), FIELD(struct budget_part_view, because, .max_chars = 2000),
};
static const struct record part_record = RECORD(struct budget_part_view, "budget_part_view", part_fields);

static const struct field party_fields[] = {
	FIELD(struct budget_party_view, party),
	FIELD(struct budget_party_view, spent_words),
	FIELD(struct budget_party_view, cents),
	FIELD(struct budget_party_view, signal_words),
	FIELD(struct budget_party_view, before),
	FIELD(struct budget_party_view, undamped),
	FIELD(struct budget_party_view, difference),
	FIELD(struct budget_party_view, spent),
	FIELD(struct budget_party_view, left),
	FIELD(struct budget_party_view, band),
	FIELD(struct budget_party_view, has_before),
	FIELD(struct budget_party_view, has_spent),
	FIELD(struct budget_party_view, percent, .flags = FIELD_ZERO_IS_SET),
	FIELD(struct budget_party_view, x),
	FIELD(struct budget_party_view, y),
	FIELD(struct budget_party_view, width),
	FIELD(struct budget_party_view, text_y),
	FIELD(struct budget_party_view, before_y),
	FIELD(struct budget_party_view, before_width),
};
static const struct record party_record = RECORD(struct budget_party_view, "budget_party_view", party_fields);

static const struct field cell_fields[] = {
	FIELD(struct budget_cell_view, party),
	FIELD(struct budget_cell_view, cents),
};
static const struct record cell_record = RECORD(struct budget_cell_view, "budget_cell_view", cell_fields);

static const struct field month_fields[] = {
	FIELD(struct budget_month_view, month),
	FIELD(struct budget_month_view, cells, .of = &cell_record),
};
static const struct record month_record = RECORD(struct budget_month_view, "budget_month_view", month_fields);

static const struct field signal_fields[] = {
	FIELD(struct budget_signal_view, words),
	FIELD(struct budget_signal_view, about, .max_chars = 2000),
	FIELD(struct budget_signal_view, talk_address),
	FIELD(struct budget_signal_view, is_open),
};
static const struct record signal_record =
	RECORD(struct budget_signal_view, "budget_signal_view", signal_fields);

static const struct field member_fields[] = {
	FIELD(struct budget_member_view, member),
	FIELD(struct budget_member_view, percent, .flags = FIELD_ZERO_IS_SET),
	FIELD(struct budget_member_view, cents),
};
static const struct record member_record =
	RECORD(struct budget_member_view, "budget_member_view", member_fields);

static const struct field view_fields[] = {
	FIELD_INSIDE(struct budgets_view, frame, &page_frame_record),
	FIELD(struct budgets_view, members, .of = &member_record),
	FIELD(struct budgets_view, share_address),
	FIELD(struct budgets_view, has_run),
	FIELD(struct budgets_view, is_own),
	FIELD(struct budgets_view, is_set),
	FIELD(struct budgets_view, is_same),
	FIELD(struct budgets_view, is_known_again),
	FIELD(struct budgets_view, has_before),
	FIELD(struct budgets_view, make_address),
	FIELD(struct budgets_view, sign_address),
	FIELD(struct budgets_view, set_address),
	FIELD(struct budgets_view, spent_address),
	FIELD(struct budgets_view, csv_address),
	FIELD(struct budgets_view, title),
	FIELD(struct budgets_view, state),
	FIELD(struct budgets_view, formula),
	FIELD(struct budgets_view, rounding),
	FIELD(struct budgets_view, digest),
	FIELD(struct budgets_view, reason, .max_chars = 1000),
	FIELD(struct budgets_view, made_by),
	FIELD(struct budgets_view, band_words, .max_chars = 1000),
	FIELD(struct budgets_view, made_on),
	FIELD(struct budgets_view, month),
	FIELD(struct budgets_view, version),
	FIELD(struct budgets_view, chart_height),
	FIELD(struct budgets_view, signatures_count, .flags = FIELD_ZERO_IS_SET),
	FIELD(struct budgets_view, total),
	FIELD(struct budgets_view, runs, .of = &link_record),
	FIELD(struct budgets_view, parts, .of = &part_record),
	FIELD(struct budgets_view, parties, .of = &party_record),
	FIELD(struct budgets_view, months, .of = &month_record),
	FIELD(struct budgets_view, signals, .of = &signal_record),
	FIELD(struct budgets_view, counts, .of = &care_count_record),
	FIELD(struct budgets_view, by_area, .of = &care_group_record),
	FIELD(struct budgets_view, by_party, .of = &care_group_record),
	FIELD(struct budgets_view, has_people),
	FIELD(struct budgets_view, signatures),
	FIELD(struct budgets_view, columns),
};
const struct record budgets_view_record = RECORD(struct budgets_view, "budgets_view", view_fields);

const char *budget_own_party(const struct http_request *request)
{
	const struct visitor *visitor = web_visitor(request);

	return chain_paid_as(visitor->journal.schemes, visitor->journal.register_id,
	                     visitor->session.account.party, web_on(request), request->arena);
}

/* A party's people see what was set by the scheme that pays them; who works on it sees every version. */
static bool may_see(const struct http_request *request, const struct funding_run *run)
{
	const struct journal *journal = &web_visitor(request)->journal;
	const char *own = budget_own_party(request);
	const struct scheme_entry *entry =
		has_words(own) ? scheme_book_with_party(journal->schemes, journal->register_id, own) : NULL;

	return !has_words(own) || (!date_before(web_on(request), run->set_on) && entry != NULL &&
	                           strcmp(entry->scheme.name, run->scheme) == 0);
}

static bool is_set_on(const struct http_request *request, const struct funding_run *run)
{
	return !date_before(web_on(request), run->set_on);
}

enum status budget_choose(const struct http_request *request, struct records *ret_runs,
                          struct funding_run *ret_run, bool *ret_found, struct fault *fault)
{
	struct journal *journal = &web_visitor(request)->journal;
	int64_t asked = web_number(&request->query, "run");
	enum status status = funding_runs(journal, web_on(request), ret_runs, fault);
	struct funding_run *run = ret_runs->items;
	size_t kept = 0;
	bool is_set = false;

	*ret_found = false;
	for (size_t i = 0; i < ret_runs->count; i++) {
		bool is_better = asked != 0 ? run[i].run == asked
		                            : !*ret_found || (!is_set && is_set_on(request, &run[i]));

		if (!may_see(request, &run[i]))
			continue;
		if (is_better) {
			*ret_run = run[i];
			*ret_found = true;
			is_set = is_set_on(request, &run[i]);
		}
		run[kept++] = run[i];
	}
	ret_runs->count = kept;
	return status == OK && asked != 0 && !*ret_found ? NOT_FOUND : status;
}

/* --- parts and parties --- */

static const char *party_label(const struct http_request *request, const char *party)
{
	return web_organisation(request, party);
}

static const char *area_label(const struct http_request *request, const struct funding_run *run,
                              const char *area)
{
	const struct journal *journal = &web_visitor(request)->journal;
	const struct scheme_entry *entry =
		scheme_book_entry(journal->schemes, journal->register_id, run->scheme);
	const struct scheme_area *found = entry == NULL ? NULL : scheme_area(&entry->scheme, area);

	return found == NULL ? area : found->label;
}

static bool is_shown(const struct http_request *request, const char *party)
{
	const char *own = budget_own_party(request);

	return !has_words(own) || strcmp(own, party) == 0;
}

/* What each party has in all, in the order of the parts. */
struct sums {
	const char **parties;
	int64_t *cents, *undamped;
	size_t count;
};

static struct sums sums_of(const struct http_request *request, const struct records *parts)
{
	const struct funded_part *part = parts->items;
	struct sums sums = { ARENA_MANY(request->arena, parts->count + 1, const char *),
		             ARENA_MANY(request->arena, parts->count + 1, int64_t),
		             ARENA_MANY(request->arena, parts->count + 1, int64_t), 0 };

	for (size_t i = 0; i < parts->count; i++) {
		size_t at = 0;

		if (!is_shown(request, part[i].party))
			continue;
		while (at < sums.count && strcmp(sums.parties[at], part[i].party) != 0)
			at++;
		sums.count += at == sums.count;
		sums.parties[at] = part[i].party;
		sums.cents[at] += part[i].cents.cents;
		sums.undamped[at] += part[i].undamped.cents;
	}
	return sums;
}

static void show_parts(const struct http_request *request, const struct funding_run *run,
                       const struct records *parts, const struct funding_again *again,
                       struct budgets_view *view)
{
	const struct funded_part *part = parts->items;
	struct budget_part_view *shown;

	view->parts = records_new(&part_record, parts->count, request->arena);
	view->parts.count = 0;
	shown = view->parts.items;
	for (size_t i = 0; i < parts->count; i++) {
		if (!is_shown(request, part[i].party))
			continue;
		shown[view->parts.count] =
			(struct budget_part_view){ .party = party_label(request, part[i].party),
			                           .district = area_label(request, run, part[i].district),
			                           .cents = part[i].cents,
			                           .undamped = part[i].undamped,
			                           .is_damped =
			                                   part[i].cents.cents != part[i].undamped.cents };
		if (view->is_same && !view->is_own)
			shown[view->parts.count].because = again->budget.parts[i].because;
		view->parts.count++;
	}
}

static void show_spent(const struct records *spent, const char *party, struct budget_party_view *shown)
{
	const struct funding_spent *row = spent->items;

	for (size_t i = 0; i < spent->count; i++) {
		if (strcmp(row[i].party, party) != 0)
			continue;
		shown->has_spent = true;
		shown->spent = row[i].cents;
		shown->left.cents = shown->cents.cents - row[i].cents.cents;
		shown->percent =
			shown->cents.cents == 0 ? 0 : PERCENT * row[i].cents.cents / shown->cents.cents;
	}
}

/* Bars of which the longest is the largest budget, of this year or the one before. */
static void draw(struct budgets_view *view)
{
	struct budget_party_view *party = view->parties.items;
	int64_t most = 1;

	for (size_t i = 0; i < view->parties.count; i++) {
		most = party[i].cents.cents > most ? party[i].cents.cents : most;
		most = party[i].before.cents > most ? party[i].before.cents : most;
	}
	for (size_t i = 0; i < view->parties.count; i++) {
		party[i].x = 1;
		party[i].y = (int64_t)i * BAR_LINE + 20;
		party[i].text_y = (int64_t)i * BAR_LINE + 14;
		party[i].width = party[i].cents.cents * BAR_MAX / most;
		party[i].before_y = party[i].y + 20;
		party[i].before_width = party[i].before.cents * BAR_MAX / most;
	}
	view->chart_height = (int64_t)view->parties.count * BAR_LINE + 4;
}

static void show_parties(const struct http_request *request, const struct sums *sums,
                         const struct records *before, const struct records *spent, struct budgets_view *view)
{
	const struct budget_before *had = before->items;
	struct budget_party_view *shown;

	view->parties = records_new(&party_record, sums->count, request->arena);
	shown = view->parties.items;
	for (size_t i = 0; i < sums->count; i++) {
		shown[i] = (struct budget_party_view){ .party = party_label(request, sums->parties[i]),
			                               .cents = { sums->cents[i] },
			                               .undamped = { sums->undamped[i] } };
		for (size_t j = 0; j < before->count; j++)
			if (strcmp(had[j].party, sums->parties[i]) == 0) {
				shown[i].has_before = view->has_before = true;
				shown[i].before = had[j].cents;
				shown[i].difference.cents = sums->cents[i] - had[j].cents.cents;
			}
		show_spent(spent, sums->parties[i], &shown[i]);
	}
	draw(view);
}

static const char *const months[YEAR_MONTHS] = { WORDS("januari"), WORDS("februari"), WORDS("maart"),
	                                         WORDS("april"),   WORDS("mei"),      WORDS("juni"),
	                                         WORDS("juli"),    WORDS("augustus"), WORDS("september"),
	                                         WORDS("oktober"), WORDS("november"), WORDS("december") };

static void show_months(const struct http_request *request, const struct sums *sums, int first_month,
                        struct budgets_view *view)
{
	struct budget_month_view *month;
	int64_t cents[YEAR_MONTHS];

	view->months = records_new(&month_record, YEAR_MONTHS, request->arena);
	month = view->months.items;
	view->columns.items = ARENA_MANY(request->arena, sums->count + 1, const char *);
	for (size_t i = 0; i < YEAR_MONTHS; i++) {
		month[i].month = web_words(request, months[i]);
		month[i].cells = records_new(&cell_record, sums->count, request->arena);
	}
	for (size_t i = 0; i < sums->count; i++) {
		const char *label = party_label(request, sums->parties[i]);

		view->columns.items[view->columns.count++] = label;
		year_advances(sums->cents[i], first_month, request->arena, cents);
		for (size_t j = 0; j < YEAR_MONTHS; j++)
			((struct budget_cell_view *)month[j].cells.items)[i] =
				(struct budget_cell_view){ label, { cents[j] } };
	}
}

/* --- among themselves --- */

static void divide_members(const struct http_request *request, const struct records *shares,
                           const struct sums *sums, struct budgets_view *view)
{
	const struct member_share *share = shares->items;
	int64_t *percents = ARENA_MANY(request->arena, shares->count, int64_t);
	struct apportioned *parts = ARENA_MANY(request->arena, shares->count, struct apportioned);
	struct budget_member_view *member;

	view->members = records_new(&member_record, shares->count, request->arena);
	member = view->members.items;
	for (size_t i = 0; i < shares->count; i++)
		percents[i] = share[i].percent;
	apportion(sums->count == 0 ? 0 : sums->cents[0], percents, shares->count, request->arena, parts);
	for (size_t i = 0; i < shares->count; i++)
		member[i] = (struct budget_member_view){ party_label(request, share[i].member),
			                                 share[i].percent,
			                                 { parts[i].cents } };
}

/* How the combination divides it among its members: who leads it sees that, and nobody else. */
static enum status show_members(const struct http_request *request, const struct sums *sums,
                                struct budgets_view *view, struct fault *fault)
{
	struct journal *journal = &web_visitor(request)->journal;
	const char *own = budget_own_party(request);
	struct records shares = { 0 };
	enum status status = OK;

	if (!has_words(own) ||
	    chain_combination(journal->schemes, journal->register_id, own, web_on(request)) == NULL)
		return OK;
	status = funding_members(journal, own, web_on(request), &shares, fault);
	if (status == OK && shares.count > 0)
		divide_members(request, &shares, sums, view);
	if (web_may_bring(request, &shares_agreed_kind))
		view->share_address = "/facts/shares_agreed";
	return status;
}

/* --- signals and signatures --- */

static void show_signals(const struct http_request *request, const struct records *signals,
                         struct budgets_view *view)
{
	const struct funding_signal *signal = signals->items;
	struct budget_signal_view *shown;

	view->signals = records_new(&signal_record, signals->count, request->arena);
	view->signals.count = 0;
	shown = view->signals.items;
	for (size_t i = 0; i < signals->count; i++) {
		bool is_open = date_before(web_on(request), signal[i].talked_on);

		if (!is_shown(request, signal[i].party))
			continue;
		shown[view->signals.count] = (struct budget_signal_view){
			.words = arena_print(request->arena,
			                     web_words(request, WORDS("%s heeft %lld procent van het budget "
			                                              "bereikt.")),
			                     party_label(request, signal[i].party),
			                     (long long)signal[i].percent),
			.about = is_open ? NULL : signal[i].talked_about,
			.is_open = is_open,
		};
		if (is_open && web_may_bring(request, &ceiling_talked_kind))
			shown[view->signals.count].talk_address =
				arena_print(request->arena, "/facts/ceiling_talked?signal=%lld",
			                    (long long)signal[i].signal);
		view->signals.count++;
	}
}

static void show_signatures(const struct http_request *request, const struct records *signatures,
                            struct budgets_view *view)
{
	const struct funding_signature *signature = signatures->items;

	view->signatures.items = ARENA_MANY(request->arena, signatures->count + 1, const char *);
	for (size_t i = 0; i < signatures->count; i++)
		view->signatures.items[view->signatures.count++] =
			arena_print(request->arena, "%s: %s",
		                    web_words(request, choice_label(scheme_corners, signature[i].corner)),
		                    signature[i].name);
	view->signatures_count = (int64_t)signatures->count;
}

/* What somebody may do with the run now. */
static void show_acts(const struct http_request *request, const struct funding_run *run,
                      struct budgets_view *view)
{
	struct arena *arena = request->arena;
	bool is_open = run->set_on.day == DATE_LAST.day;

	if (is_open && web_may_bring(request, &budget_run_signed_kind))
		view->sign_address =
			arena_print(arena, "/facts/budget_run_signed?run=%lld", (long long)run->run);
	if (is_open && view->signatures_count == BUDGET_SIGNATURES &&
	    web_may_bring(request, &budget_run_set_kind))
		view->set_address = arena_print(arena, "/facts/budget_run_set?run=%lld", (long long)run->run);
	if (!is_open && web_may_bring(request, &budget_spent_kind))
		view->spent_address = arena_print(arena, "/facts/budget_spent?run=%lld", (long long)run->run);
}

static void show_head(const struct http_request *request, const struct funding_run *run,
                      struct budgets_view *view)
{
	const struct journal *journal = &web_visitor(request)->journal;
	const struct scheme_entry *entry =
		scheme_book_entry(journal->schemes, journal->register_id, run->scheme);

	view->has_run = true;
	view->scheme = run->scheme;
	view->year = run->year;
	view->title = arena_print(request->arena, "%s, %lld",
	                          entry == NULL ? run->scheme : entry->scheme.label, (long long)run->year);
	view->is_set = is_set_on(request, run);
	view->formula = run->formula;
	view->rounding = run->rounding;
	view->digest = run->digest;
	view->reason = run->reason;
	view->made_by = run->made_by;
	view->made_on = run->made_on;
	view->version = run->version;
	view->total = run->total;
	view->csv_address = arena_print(request->arena, "/budgets.csv?run=%lld", (long long)run->run);
}

static void show_band(const struct http_request *request, const struct scheme_funding *funding,
                      struct budgets_view *view)
{
	view->band_words = arena_print(
		request->arena,
		web_words(
			request,
			WORDS("Een verschil tot %lld procent van het budget is voor de partij zelf; van wat "
	                      "daarboven ligt, draagt de gemeente %lld procent.")),
		(long long)funding->band_percent, (long long)funding->shared_percent);
}

enum status budget_show(const struct http_request *request, const struct funding_run *run,
                        struct budgets_view *view, struct fault *fault)
{
	struct journal *journal = &web_visitor(request)->journal;
	struct records parts = { 0 }, before = { 0 }, spent = { 0 }, signals = { 0 }, signatures = { 0 };
	struct funding_again *again = ARENA_NEW(request->arena, struct funding_again);
	struct date on = web_on(request);
	struct sums sums;
	enum status status = funding_parts(journal, run->run, &parts, fault);

	if (status == OK)
		status = funding_before(journal, run->run, &before, fault);
	if (status == OK)
		status = funding_spending(journal, run->run, on, &spent, fault);
	if (status == OK)
		status = funding_signals(journal, run->run, on, &signals, fault);
	if (status == OK)
		status = funding_signatures(journal, run->run, on, &signatures, fault);
	if (status)
		return status;
	status = funding_run_again(journal, run, request->arena, again, fault);
	if (status != OK && status != NOT_FOUND)
		return status;
	view->is_known_again = status == OK;
	view->is_same = status == OK && again->is_same;
	show_head(request, run, view);
	sums = sums_of(request, &parts);
	show_parts(request, run, &parts, again, view);
	show_parties(request, &sums, &before, &spent, view);
	show_signals(request, &signals, view);
	show_signatures(request, &signatures, view);
	show_acts(request, run, view);
	show_months(request, &sums, view->is_known_again ? again->budget.place.first_month : 1, view);
	if (view->is_known_again)
		show_band(request, again->budget.place.funding, view);
	return show_members(request, &sums, view, fault);
}
