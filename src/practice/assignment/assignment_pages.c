/* SPDX-License-Identifier: EUPL-1.2 */
#include "practice/assignment/assignment_pages.h"

#include <string.h>

#include "common/access/web.h"
#include "common/calendar/calendar.h"
#include "common/person/vault.h"
#include "common/scheme/scheme_book.h"
#include "platform/base/words.h"
#include "practice/assignment/assign_kept.h"
#include "practice/assignment/assignment.h"
#include "practice/assignment/wish.h"

struct candidate_view {
	const char *name, *label, *under;
	bool is_able, is_responsible, is_first;
	struct texts reasons_for, reasons_against;
};
static const struct field candidate_view_fields[] = {
	FIELD(struct candidate_view, name),           FIELD(struct candidate_view, label),
	FIELD(struct candidate_view, under),          FIELD(struct candidate_view, is_able),
	FIELD(struct candidate_view, is_responsible), FIELD(struct candidate_view, is_first),
	FIELD(struct candidate_view, reasons_for),    FIELD(struct candidate_view, reasons_against),
};
static const struct record candidate_view_record =
	RECORD(struct candidate_view, "candidate_view", candidate_view_fields);

/* The answer in words. */
struct answer_view {
	bool has_choice;
	struct records able, unable;
	int64_t unable_count;
	struct texts reasons;
};
static const struct field answer_view_fields[] = {
	FIELD(struct answer_view, has_choice),
	FIELD(struct answer_view, able, .of = &candidate_view_record),
	FIELD(struct answer_view, unable, .of = &candidate_view_record),
	FIELD(struct answer_view, unable_count, .flags = FIELD_ZERO_IS_SET),
	FIELD(struct answer_view, reasons),
};
static const struct record answer_view_record = RECORD(struct answer_view, "answer_view", answer_view_fields);

struct assign_page_view {
	struct page_frame frame;
	int64_t person, decision, line;
	const char *name, *product, *amount, *area, *token, *from, *current, *since, *must_know;
	const char *wish, *wish_words, *wish_by; /* what the resident chose; "" before that */
	struct date wished_on;
	struct date since_waiting;
	bool has_answer, is_wrong_date, may_assign;
	struct answer_view answer;
	struct records parties;   /* to say who delivers now: form_option */
	struct records expertise; /* to say what the deliverer must know: form_option */
};
static const struct field form_option_fields[] = {
	FIELD(struct form_option, code),
	FIELD(struct form_option, label),
	FIELD(struct form_option, is_selected),
};
static const struct record option_record = RECORD(struct form_option, "option", form_option_fields);
static const struct field assign_view_fields[] = {
	FIELD_INSIDE(struct assign_page_view, frame, &page_frame_record),
	FIELD(struct assign_page_view, person),
	FIELD(struct assign_page_view, decision),
	FIELD(struct assign_page_view, line, .flags = FIELD_ZERO_IS_SET),
	FIELD(struct assign_page_view, name),
	FIELD(struct assign_page_view, product),
	FIELD(struct assign_page_view, amount),
	FIELD(struct assign_page_view, area),
	FIELD(struct assign_page_view, token),
	FIELD(struct assign_page_view, from),
	FIELD(struct assign_page_view, current),
	FIELD(struct assign_page_view, since),
	FIELD(struct assign_page_view, must_know),
	FIELD(struct assign_page_view, wish),
	FIELD(struct assign_page_view, wish_words, .max_chars = 2000),
	FIELD(struct assign_page_view, wish_by),
	FIELD(struct assign_page_view, wished_on),
	FIELD(struct assign_page_view, since_waiting),
	FIELD(struct assign_page_view, has_answer),
	FIELD(struct assign_page_view, is_wrong_date),
	FIELD(struct assign_page_view, may_assign),
	FIELD_INSIDE(struct assign_page_view, answer, &answer_view_record),
	FIELD(struct assign_page_view, parties, .of = &option_record),
	FIELD(struct assign_page_view, expertise, .of = &option_record),
};
const struct record assign_view_record =
	RECORD(struct assign_page_view, "assign_page_view", assign_view_fields);

static struct candidate_view show_candidate(const struct assign_view *seen, size_t index)
{
	const struct assign_candidate *candidate = &seen->answer->candidates[index];
	const struct lane_name *parties = seen->set->parties.items;

	return (struct candidate_view){
		.name = parties[candidate->party].name,
		.label = parties[candidate->party].label,
		.under = candidate->under == LANE_NONE ? "" : parties[candidate->under].label,
		.is_able = index < seen->answer->able_count,
		.is_responsible = candidate->under == LANE_NONE,
		.is_first = index == 0,
		.reasons_for = assign_words_for(seen, candidate),
		.reasons_against = assign_words_against(seen, candidate),
	};
}

static struct answer_view show_answer(const struct assign_view *seen)
{
	const struct assign_answer *answer = seen->answer;
	struct answer_view view = {
		.has_choice = answer->has_choice,
		.able = records_new(&candidate_view_record, answer->able_count, seen->arena),
		.unable =
			records_new(&candidate_view_record, answer->count - answer->able_count, seen->arena),
		.unable_count = (int64_t)(answer->count - answer->able_count),
		.reasons = assign_words(seen),
	};

	for (size_t i = 0; i < answer->count; i++) {
		struct records *list = i < answer->able_count ? &view.able : &view.unable;
		size_t place = i < answer->able_count ? i : i - answer->able_count;

		((struct candidate_view *)list->items)[place] = show_candidate(seen, i);
	}
	return view;
}

/* Names of the scheme to choose from. */
static struct records options_of(const struct lane_names *names, const char *chosen, struct arena *arena)
{
	struct records options = records_new(&option_record, names->count, arena);

	for (size_t i = 0; i < names->count; i++)
		((struct form_option *)options.items)[i] =
			(struct form_option){ .code = names->items[i].name,
			                      .label = names->items[i].label,
			                      .is_selected = strcmp(names->items[i].name, chosen) == 0 };
	return options;
}

static const char *asked(const struct http_request *request, const char *name)
{
	const char *value = pairs_get(&request->query, name);

	return or_empty(value);
}

/* The day to ask for: what the visitor says, else the first day that is not past. */
static struct date day_asked(const struct http_request *request, const struct waiting_line *waiting,
                             bool *is_wrong)
{
	struct date today = web_on(request);
	struct date day = date_before(waiting->valid_from, today) ? today : waiting->valid_from;

	if (asked(request, "from")[0] != '\0')
		*is_wrong = !date_read(asked(request, "from"), &day);
	return day;
}

/* What the resident chose for this line. */
static enum status show_wish(const struct http_request *request, const struct waiting_line *waiting,
                             struct assign_page_view *view, struct fault *fault)
{
	struct journal *journal = &web_visitor(request)->journal;
	struct records wishes;
	const struct wish_line *items;
	enum status status = wishes_of(journal, waiting->person, &wishes, fault);

	items = wishes.items;
	for (size_t i = 0; status == OK && i < wishes.count; i++) {
		if (items[i].decision != waiting->decision || items[i].line != waiting->line)
			continue;
		view->wish =
			scheme_book_organisation(journal->schemes, journal->register_id, items[i].deliverer);
		view->wish_words = items[i].words;
		view->wish_by = web_words(request, choice_label(wish_sources, items[i].by));
		view->wished_on = items[i].wished_on;
	}
	return status;
}

static enum status make_view(const struct http_request *request, const struct waiting_line *waiting,
                             struct assign_page_view *view, struct fault *fault)
{
	struct visitor *visitor = web_visitor(request);
	struct advice_asked question = { .person = waiting->person,
		                         .product = waiting->product,
		                         .current = asked(request, "current") };
	const struct scheme_entry *entry = scheme_book_with_product(
		visitor->journal.schemes, visitor->journal.register_id, waiting->product);
	struct identity identity;
	struct advice advice = { 0 };
	char date[DATE_TEXT_SIZE];
	enum status status = vault_identity(&visitor->journal, waiting->person, &identity, fault);

	if (status == OK)
		status = show_wish(request, waiting, view, fault);
	if (status)
		return status;
	question.on = day_asked(request, waiting, &view->is_wrong_date);
	if (asked(request, "since")[0] != '\0')
		view->is_wrong_date |= !date_read(asked(request, "since"), &question.since);
	view->name = identity_name(&identity, request->arena);
	view->product =
		entry == NULL ? waiting->product : scheme_product(&entry->scheme, waiting->product)->label;
	view->amount = scheme_amount_words(waiting->amount, waiting->unit, waiting->frequency,
	                                   visitor->language, request->arena);
	view->from = arena_copy(request->arena, date_print(question.on, date));
	view->current = question.current;
	view->must_know = asked(request, "expertise");
	if (view->must_know[0] != '\0')
		question.expertise = (struct texts){ .items = &view->must_know, .count = 1 };
	if (entry != NULL)
		view->expertise = options_of(&entry->lanes.expertise, view->must_know, request->arena);
	view->since = asked(request, "since");
	view->since_waiting = waiting->since;
	status = assignment_advice(&visitor->journal, &question, &advice, fault);
	if (status)
		return status == NOT_FOUND ? OK : status;
	advice.view.language = visitor->language;
	advice.view.date_words = calendar_date_words;
	view->parties = options_of(&advice.view.set->parties, question.current, request->arena);
	view->has_answer = true;
	view->area = advice.area;
	view->answer = show_answer(&advice.view);
	return OK;
}

/* The line as it waits now, or waited on the day that is looked at. */
static enum status find_waiting(const struct http_request *request, const struct assign_page_view *view,
                                struct waiting_line *ret_waiting, struct fault *fault)
{
	struct journal *journal = &web_visitor(request)->journal;
	struct records waiting;
	const struct waiting_line *lines;
	enum status status;

	if (web_is_today(request))
		return assignment_waiting_line(journal, view->person, view->decision, view->line, ret_waiting,
		                               fault);
	status = assignment_waiting_on(journal, view->person, web_on(request), &waiting, fault);
	lines = waiting.items;
	for (size_t i = 0; status == OK && i < waiting.count; i++)
		if (lines[i].decision == view->decision && lines[i].line == view->line) {
			*ret_waiting = lines[i];
			return OK;
		}
	return status == OK ? NOT_FOUND : status;
}

void assign_page(struct http_request *request, struct http_response *response, void *context)
{
	struct visitor *visitor = web_visitor(request);
	struct assign_page_view view = { .person = web_number(&request->parts, "person"),
		                         .decision = web_number(&request->parts, "decision"),
		                         .line = web_number(&request->parts, "line"),
		                         .token = visitor->session.form_token,
		                         .may_assign = web_may_bring(request, &assignment_made_kind) };
	struct waiting_line waiting;
	struct fault fault = { 0 };
	const char *title = web_words(request, WORDS("Aanbieder kiezen"));
	enum status status = find_waiting(request, &view, &waiting, &fault);

	(void)context;
	if (status == OK)
		status = make_view(request, &waiting, &view, &fault);
	if (status == NOT_FOUND && !web_is_today(request)) {
		web_problem_in_words(
			request, response, 404,
			web_words(request,
		                  WORDS("Op de dag waar u naar kijkt wachtte dit niet op een aanbieder.")));
		return;
	}
	if (!web_ok(request, response, status, &fault))
		return;
	view.frame = web_client_frame(request, view.person, view.name, title);
	web_note_read(request, response, view.person, "assign");
	web_page(request, response, "assignment/assign.html", &view);
}

/* --- why it was that one --- */

struct why_view {
	struct page_frame frame;
	const char *name, *product, *deliverer, *under, *choice, *assigned_by;
	struct date valid_from;
	struct moment assigned_at;
	bool has_answer;
	struct answer_view answer;
};
static const struct field why_view_fields[] = {
	FIELD_INSIDE(struct why_view, frame, &page_frame_record),
	FIELD(struct why_view, name),
	FIELD(struct why_view, product),
	FIELD(struct why_view, deliverer),
	FIELD(struct why_view, under),
	FIELD(struct why_view, choice),
	FIELD(struct why_view, assigned_by),
	FIELD(struct why_view, valid_from),
	FIELD(struct why_view, assigned_at),
	FIELD(struct why_view, has_answer),
	FIELD_INSIDE(struct why_view, answer, &answer_view_record),
};
const struct record why_view_record = RECORD(struct why_view, "why_view", why_view_fields);

static void word_reason(const struct http_request *request, const struct assignment_reason *reason,
                        struct why_view *view)
{
	const struct visitor *visitor = web_visitor(request);
	const struct scheme_entry *entry = scheme_book_with_product(
		visitor->journal.schemes, visitor->journal.register_id, reason->product);
	const struct scheme_product *product =
		entry == NULL ? NULL : scheme_product(&entry->scheme, reason->product);
	struct assign_kept *kept = ARENA_NEW(request->arena, struct assign_kept);

	view->product = product == NULL ? reason->product : product->label;
	view->has_answer = assign_kept_read(reason->explanation, entry == NULL ? NULL : &entry->lanes,
	                                    request->arena, kept) == OK;
	if (view->has_answer)
		view->answer = show_answer(&(struct assign_view){ .set = &kept->set,
		                                                  .question = &kept->question,
		                                                  .answer = &kept->answer,
		                                                  .language = visitor->language,
		                                                  .arena = request->arena,
		                                                  .date_words = calendar_date_words });
}

static enum status make_why_view(const struct http_request *request, int64_t person, struct why_view *view,
                                 struct fault *fault)
{
	struct visitor *visitor = web_visitor(request);
	const struct journal *journal = &visitor->journal;
	struct assignment_reason reason;
	struct identity identity;
	enum status status = assignment_reason_of(&visitor->journal, person,
	                                          web_number(&request->parts, "assignment"), &reason, fault);

	if (status == OK)
		status = vault_identity(&visitor->journal, person, &identity, fault);
	if (status)
		return status;
	view->name = identity_name(&identity, request->arena);
	view->deliverer = scheme_book_organisation(journal->schemes, journal->register_id, reason.deliverer);
	if (strcmp(reason.party, reason.deliverer) != 0)
		view->under = scheme_book_organisation(journal->schemes, journal->register_id, reason.party);
	view->choice = web_words(request, choice_label(assignment_choices, reason.choice));
	view->assigned_by = reason.name;
	view->assigned_at = reason.recorded_at;
	view->valid_from = reason.valid_from;
	word_reason(request, &reason, view);
	return OK;
}

void why_page(struct http_request *request, struct http_response *response, void *context)
{
	int64_t person = web_number(&request->parts, "person");
	const char *title = web_words(request, WORDS("Waarom deze aanbieder"));
	struct why_view view = { 0 };
	struct fault fault = { 0 };
	enum status status = make_why_view(request, person, &view, &fault);

	(void)context;
	if (!web_ok(request, response, status, &fault))
		return;
	view.frame = web_client_frame(request, person, view.name, title);
	web_note_read(request, response, person, "why");
	web_page(request, response, "assignment/why.html", &view);
}
