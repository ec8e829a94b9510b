/* SPDX-License-Identifier: EUPL-1.2 */
/* Choosing between providers, with what differs said plainly; without prices, which nobody here sees. Where
 * there are many, a form narrows the list by name, by where else a provider works, and by what it knows much
 * of. */
#include <string.h>

#include "common/calendar/calendar.h"
#include "common/person/person.h"
#include "common/scheme/scheme_book.h"
#include "outlook/resident/mine.h"
#include "outlook/resident/mine_pages.h"
#include "platform/base/words.h"
#include "platform/page/form.h"
#include "practice/assignment/wish.h"

#define FEW 6 /* so many providers need no form to find one */
#define ON_A_PAGE 10

struct choose_option {
	const char *name, *label, *under, *expertise, *areas, *products;
	struct date since; /* from when it may deliver here */
	bool is_full, is_chosen;
};
static const struct field choose_option_fields[] = {
	FIELD(struct choose_option, name),
	FIELD(struct choose_option, label),
	FIELD(struct choose_option, under),
	FIELD(struct choose_option, expertise),
	FIELD(struct choose_option, since),
	FIELD(struct choose_option, is_full),
	FIELD(struct choose_option, is_chosen),
	FIELD(struct choose_option, areas, .max_chars = 4000),
	FIELD(struct choose_option, products, .max_chars = 4000),
};
static const struct record choose_option_record =
	RECORD(struct choose_option, "choose_option", choose_option_fields);

struct choose_view {
	struct page_frame frame;
	int64_t decision, line;
	const char *product, *amount, *area, *token, *error, *words;
	const char *asked_name; /* what was typed in the form above the list */
	const char *previous, *next;
	bool has_choice, has_filter, is_narrowed;
	int64_t first, last; /* of those that fit, as shown on this page */
	int64_t all, shown;  /* how many there are, and how many of them fit what was asked */
	struct records options, areas, expertises;
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
	FIELD(struct choose_view, asked_name, .max_chars = 200),
	FIELD(struct choose_view, has_choice),
	FIELD(struct choose_view, has_filter),
	FIELD(struct choose_view, is_narrowed),
	FIELD(struct choose_view, previous, .max_chars = 2000),
	FIELD(struct choose_view, next, .max_chars = 2000),
	FIELD(struct choose_view, first),
	FIELD(struct choose_view, last),
	FIELD(struct choose_view, all, .flags = FIELD_ZERO_IS_SET),
	FIELD(struct choose_view, shown, .flags = FIELD_ZERO_IS_SET),
	FIELD(struct choose_view, areas, .of = &form_option_record),
	FIELD(struct choose_view, expertises, .of = &form_option_record),
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

/* What a provider offers on the day, of all lanes that run: a mark for each area and each product. */
struct offered {
	bool *areas, *products;
};

static struct offered offered_by(const struct lane_set *set, uint16_t party, struct date on,
                                 struct arena *arena)
{
	struct offered offered = { ARENA_MANY(arena, set->areas.count, bool),
		                   ARENA_MANY(arena, set->products.count, bool) };

	for (size_t i = 0; i < set->offers_count; i++) {
		const struct lane_offer *offer = &set->offers[i];
		const struct lane *lane = &set->lanes[offer->lane];

		if (offer->party == party && date_within(on, lane->from, lane->until))
			offered.areas[offer->area] = offered.products[offer->product] = true;
	}
	return offered;
}

/* The labels of what is marked, one after another. */
static const char *marked_words(const struct lane_names *names, const bool *marked, struct arena *arena)
{
	const char *words = "";

	for (size_t i = 0; i < names->count; i++)
		if (marked[i])
			words = arena_print(arena, "%s%s%s", words, words[0] == '\0' ? "" : ", ",
			                    names->items[i].label);
	return words;
}

/* What was asked in the form above the list; LANE_NONE and "" for what was not. */
struct narrowed {
	const char *name; /* as names are compared */
	uint16_t area, expertise;
};

static struct narrowed read_narrowed(const struct http_request *request, const struct lane_set *set)
{
	return (struct narrowed){
		.name = identity_search_name(
			&(struct identity){ .surname = or_empty(pairs_get(&request->query, "name")) },
			request->arena),
		.area = lane_names_find(&set->areas, or_empty(pairs_get(&request->query, "area"))),
		.expertise =
			lane_names_find(&set->expertise, or_empty(pairs_get(&request->query, "expertise"))),
	};
}

static bool fits(const struct narrowed *narrowed, const struct choose_option *option,
                 const struct offered *offered, uint64_t experts, struct arena *arena)
{
	const char *name = identity_search_name(&(struct identity){ .surname = option->label }, arena);

	return strstr(name, narrowed->name) != NULL &&
	       (narrowed->area == LANE_NONE || offered->areas[narrowed->area]) &&
	       (narrowed->expertise == LANE_NONE || (experts >> narrowed->expertise & 1) != 0);
}

/* The lists of the form, with what was asked in them. */
static struct records filters_of(const struct lane_names *names, const bool *there, uint16_t asked,
                                 struct arena *arena)
{
	struct records filters = records_new(&form_option_record, names->count, arena);

	filters.count = 0;
	for (size_t i = 0; i < names->count; i++)
		if (there[i])
			((struct form_option *)filters.items)[filters.count++] =
				(struct form_option){ .code = names->items[i].name,
				                      .label = names->items[i].label,
				                      .is_selected = i == asked };
	return filters;
}

/* A list under way. */
struct choosing {
	const struct http_request *request;
	const struct lane_set *set;
	struct date on;
	struct narrowed narrowed;
	const char *chosen;
	bool *areas, *expertises; /* of all options */
	struct choose_view *view;
};

static void add_option(struct choosing *choosing, const struct assign_candidate *candidate, bool is_full)
{
	const struct lane_set *set = choosing->set;
	const struct lane_name *party = &set->parties.items[candidate->party];
	struct arena *arena = choosing->request->arena;
	const uint64_t experts = lane_set_experts(set, candidate->party, choosing->on);
	const struct offered offered = offered_by(set, candidate->party, choosing->on, arena);
	struct choose_option option = {
		.name = party->name,
		.label = party->label,
		.under = candidate->under == LANE_NONE ? "" : set->parties.items[candidate->under].label,
		.expertise = lane_expertise_words(set, experts, arena),
		.areas = marked_words(&set->areas, offered.areas, arena),
		.products = marked_words(&set->products, offered.products, arena),
		.since = candidate->lane == LANE_NONE ? (struct date){ 0 } : set->lanes[candidate->lane].from,
		.is_full = is_full,
		.is_chosen = strcmp(party->name, choosing->chosen) == 0,
	};

	for (size_t i = 0; i < set->areas.count; i++)
		choosing->areas[i] |= offered.areas[i];
	for (size_t i = 0; i < set->expertise.count; i++)
		choosing->expertises[i] |= (experts >> i & 1) != 0;
	choosing->view->all++;
	if (fits(&choosing->narrowed, &option, &offered, experts, arena))
		((struct choose_option *)choosing->view->options.items)[choosing->view->options.count++] =
			option;
}

/* The address of the list from an option on, with what was asked. */
static const char *page_address(const struct http_request *request, int64_t after)
{
	static const char *const names[] = { "name", "area", "expertise" };
	const char *address = arena_print(request->arena, "%s?after=%lld", request->path, (long long)after);

	for (size_t i = 0; i < COUNT(names); i++) {
		const char *value = pairs_get(&request->query, names[i]);

		if (has_words(value))
			address = arena_print(request->arena, "%s&%s=%s", address, names[i],
			                      pairs_encode(value, request->arena));
	}
	return address;
}

/* Ten at a time: a list of eighty is too long for a phone. */
static void show_page(const struct http_request *request, struct choose_view *view)
{
	int64_t after = web_number(&request->query, "after");
	struct choose_option *options = view->options.items;
	size_t left;

	view->previous = view->next = "";
	if (after < 0 || after >= view->shown)
		after = 0;
	left = (size_t)(view->shown - after);
	view->options = (struct records){ options + after, left < ON_A_PAGE ? left : ON_A_PAGE };
	view->first = after + 1;
	view->last = after + (int64_t)view->options.count;
	if (after > 0)
		view->previous = page_address(request, after < ON_A_PAGE ? 0 : after - ON_A_PAGE);
	if (view->last < view->shown)
		view->next = page_address(request, view->last);
}

/* Who can serve, and who could but takes nobody on now; who has no agreement here is no option. */
static void add_options(const struct http_request *request, const struct advice *advice, struct date on,
                        const char *chosen, struct choose_view *view)
{
	const struct lane_set *set = advice->view.set;
	const struct assign_answer *answer = advice->answer;
	struct arena *arena = request->arena;
	struct choosing choosing = { .request = request,
		                     .set = set,
		                     .on = on,
		                     .narrowed = read_narrowed(request, set),
		                     .chosen = chosen,
		                     .areas = ARENA_MANY(arena, set->areas.count, bool),
		                     .expertises = ARENA_MANY(arena, set->expertise.count, bool),
		                     .view = view };

	view->options = records_new(&choose_option_record, answer->count, arena);
	view->options.count = 0;
	for (size_t i = 0; i < answer->count; i++) {
		const struct assign_candidate *candidate = &answer->candidates[i];
		bool is_full = (candidate->reasons & REASONS_AGAINST) == REASON_UNAVAILABLE;

		if (i < answer->able_count || is_full)
			add_option(&choosing, candidate, is_full);
	}
	view->shown = (int64_t)view->options.count;
	view->has_filter = view->all > FEW;
	view->is_narrowed = view->shown < view->all;
	view->asked_name = or_empty(pairs_get(&request->query, "name"));
	show_page(request, view);
	view->areas = filters_of(&set->areas, choosing.areas, choosing.narrowed.area, arena);
	view->expertises =
		filters_of(&set->expertise, choosing.expertises, choosing.narrowed.expertise, arena);
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
	view->product = scheme_book_product_label(journal->schemes, journal->register_id, waiting->product);
	view->amount = scheme_amount_words(waiting->amount, waiting->unit, waiting->frequency,
	                                   visitor->language, request->arena);
	view->token = visitor->session.form_token;
	if (status == OK)
		status = assignment_advice(journal, &asked, &advice, fault);
	if (status)
		return status == NOT_FOUND ? OK : status;
	view->area = advice.area;
	view->has_choice = advice.answer->has_choice;
	add_options(request, &advice, asked.on, chosen, view);
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
	if (!has_words(wish.deliverer)) {
		show_choose(request, response, web_words(request, WORDS("Kies eerst een aanbieder.")));
		response->status = 422;
		return;
	}
	status = web_append(request, response, &brought, &fault);
	if (status == FINDINGS) {
		show_choose(request, response, findings.items[0].words);
		response->status = 422;
		return;
	}
	if (web_ok(request, response, status, &fault))
		http_redirect(response, "/mine?done=asked");
}
