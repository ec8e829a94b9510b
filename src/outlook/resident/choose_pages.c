/* SPDX-License-Identifier: EUPL-1.2 */
/* Choosing between providers, with what differs said plainly; without prices, which nobody here sees. */
#include <string.h>

#include "common/calendar/calendar.h"
#include "common/scheme/scheme_book.h"
#include "outlook/resident/mine.h"
#include "outlook/resident/mine_pages.h"
#include "platform/base/words.h"
#include "practice/assignment/wish.h"

struct choose_option {
	const char *name, *label, *under, *expertise;
	struct date since; /* from when it may deliver here */
	bool is_full, is_chosen;
};
static const struct field choose_option_fields[] = {
	FIELD(struct choose_option, name),      FIELD(struct choose_option, label),
	FIELD(struct choose_option, under),     FIELD(struct choose_option, expertise),
	FIELD(struct choose_option, since),     FIELD(struct choose_option, is_full),
	FIELD(struct choose_option, is_chosen),
};
static const struct record choose_option_record =
	RECORD(struct choose_option, "choose_option", choose_option_fields);

struct choose_view {
	struct page_frame frame;
	int64_t decision, line;
	const char *product, *amount, *area, *token, *error, *words;
	bool has_choice;
	struct records options;
};
static const struct field choose_view_fields[] = {
	FIELD_INSIDE(struct choose_view, frame, &page_frame_record),
	FIELD(struct choose_view, decision),
	FIELD(struct choose_view, line, .flags = FIELD_ZERO_IS_SET),
	FIELD(struct choose_view, product),
	FIELD(struct choose_view, amount),
	FIELD(struct choose_view, area),
	FIELD(struct choose_view, token),
	FIELD(struct choose_view, error, .max_chars = 1000),
	FIELD(struct choose_view, words, .max_chars = 2000),
	FIELD(struct choose_view, has_choice),
	FIELD(struct choose_view, options, .of = &choose_option_record),
};
const struct record choose_view_record = RECORD(struct choose_view, "choose_view", choose_view_fields);

static enum status find_waiting(const struct http_request *request, struct waiting_line *ret_waiting,
                                struct fault *fault)
{
	struct visitor *visitor = web_visitor(request);

	return assignment_waiting_line(&visitor->journal, visitor->session.person,
	                               web_number(&request->parts, "decision"),
	                               web_number(&request->parts, "line"), ret_waiting, fault);
}

/* Who can serve, and who could but takes nobody on now; who has no agreement here is no option. */
static void add_options(const struct http_request *request, const struct advice *advice, const char *chosen,
                        struct choose_view *view)
{
	const struct lane_set *set = advice->view.set;
	const struct assign_answer *answer = advice->answer;
	struct choose_option *options;

	view->options = records_new(&choose_option_record, answer->count, request->arena);
	view->options.count = 0;
	options = view->options.items;
	for (size_t i = 0; i < answer->count; i++) {
		const struct assign_candidate *candidate = &answer->candidates[i];
		bool is_full = (candidate->reasons & REASONS_AGAINST) == REASON_UNAVAILABLE;

		if (i >= answer->able_count && !is_full)
			continue;
		options[view->options.count++] = (struct choose_option){
			.name = set->parties.items[candidate->party].name,
			.label = set->parties.items[candidate->party].label,
			.under = candidate->under == LANE_NONE ? ""
			                                       : set->parties.items[candidate->under].label,
			.expertise =
				lane_expertise_words(set, set->experts[candidate->party], request->arena),
			.since = candidate->lane == LANE_NONE ? (struct date){ 0 }
			                                      : set->lanes[candidate->lane].from,
			.is_full = is_full,
			.is_chosen = strcmp(set->parties.items[candidate->party].name, chosen) == 0,
		};
	}
}

/* The last choice for this line; "" before there is one. */
static enum status load_chosen(const struct http_request *request, const struct waiting_line *waiting,
                               struct choose_view *view, const char **ret_chosen, struct fault *fault)
{
	struct visitor *visitor = web_visitor(request);
	struct records wishes;
	const struct wish_line *items;
	enum status status = wishes_of(&visitor->journal, visitor->session.person, &wishes, fault);

	*ret_chosen = "";
	items = wishes.items;
	for (size_t i = 0; status == OK && i < wishes.count; i++)
		if (items[i].decision == waiting->decision && items[i].line == waiting->line) {
			*ret_chosen = items[i].deliverer;
			view->words = items[i].words;
		}
	return status;
}

static enum status make_view(const struct http_request *request, const struct waiting_line *waiting,
                             struct choose_view *view, struct fault *fault)
{
	struct visitor *visitor = web_visitor(request);
	struct journal *journal = &visitor->journal;
	const struct scheme_product *product =
		scheme_book_product(journal->schemes, journal->register_id, waiting->product);
	struct date today = clock_today(&visitor->clock);
	struct advice advice = { 0 };
	const struct advice_asked asked = {
		.person = waiting->person,
		.product = waiting->product,
		.on = date_before(waiting->valid_from, today) ? today : waiting->valid_from,
	};
	const char *chosen;
	enum status status = load_chosen(request, waiting, view, &chosen, fault);

	view->decision = waiting->decision;
	view->line = waiting->line;
	view->product = product == NULL ? waiting->product : product->label;
	view->amount = scheme_amount_words(waiting->amount, waiting->unit, waiting->frequency,
	                                   visitor->language, request->arena);
	view->token = visitor->session.form_token;
	if (status == OK)
		status = assignment_advice(journal, &asked, &advice, fault);
	if (status)
		return status == NOT_FOUND ? OK : status;
	view->area = advice.area;
	view->has_choice = advice.answer->has_choice;
	add_options(request, &advice, chosen, view);
	return OK;
}

static void show_choose(const struct http_request *request, struct http_response *response, const char *error)
{
	struct choose_view view = { .error = error };
	struct waiting_line waiting;
	struct fault fault = { 0 };
	enum status status = find_waiting(request, &waiting, &fault);

	if (status == OK)
		status = make_view(request, &waiting, &view, &fault);
	if (!web_ok(request, response, status, &fault))
		return;
	view.frame = mine_frame(request, web_words(request, WORDS("Aanbieder kiezen")));
	web_note_read(request, response, waiting.person, "mine");
	web_page(request, response, "resident/choose.html", &view);
}

void choose_page(struct http_request *request, struct http_response *response, void *context)
{
	(void)context;
	show_choose(request, response, "");
}

void choose_post(struct http_request *request, struct http_response *response, void *context)
{
	const struct visitor *visitor = web_visitor(request);
	struct findings findings = findings_new(request->arena, visitor->language);
	struct provider_wish wish = { .person = visitor->session.person,
		                      .decision = web_number(&request->parts, "decision"),
		                      .line = web_number(&request->parts, "line"),
		                      .deliverer = pairs_get(&request->form, "deliverer"),
		                      .words = pairs_get(&request->form, "words"),
		                      .wished_on = clock_today(&visitor->clock) };
	struct fault fault = { 0 };
	struct web_fact brought = { .kind = &provider_wished_kind, .item = &wish, .findings = &findings };
	struct waiting_line waiting;
	enum status status = find_waiting(request, &waiting, &fault);

	(void)context;
	if (!web_ok(request, response, status, &fault))
		return;
	status = web_append(request, response, &brought, &fault);
	if (status == FINDINGS) {
		show_choose(request, response, findings.items[0].words);
		response->status = 422;
		return;
	}
	if (web_ok(request, response, status, &fault))
		http_redirect(response, "/mine?done=asked");
}
