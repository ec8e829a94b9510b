/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/assessment/assessment_pages.h"

#include <string.h>

#include "contract/assessment/assessment_view.h"
#include "contract/assessment/deciding.h"
#include "contract/assessment/marking.h"
#include "contract/assessment/signing.h"
#include "platform/base/words.h"

#define LINKS_MAX 12

/* Somebody who marks. */
struct assessor_view {
	const char *name, *corner;
	int64_t given, owed;
	bool is_declared, is_done;
	const char *leave; /* where the manager says that they mark no longer */
};
static const struct field assessor_fields[] = {
	FIELD(struct assessor_view, name),
	FIELD(struct assessor_view, corner),
	FIELD(struct assessor_view, given, .flags = FIELD_ZERO_IS_SET),
	FIELD(struct assessor_view, owed, .flags = FIELD_ZERO_IS_SET),
	FIELD(struct assessor_view, is_declared),
	FIELD(struct assessor_view, is_done),
	FIELD(struct assessor_view, leave),
};
static const struct record assessor_view_record =
	RECORD(struct assessor_view, "assessor_view", assessor_fields);

/* An interest that was declared, for who runs the tender. */
struct interest_shown {
	const char *name, *bidder, *words, *lifted_words, *lift;
	struct date declared_on, lifted_on;
};
static const struct field interest_fields[] = {
	FIELD(struct interest_shown, name),
	FIELD(struct interest_shown, bidder),
	FIELD(struct interest_shown, words, .max_chars = 2000),
	FIELD(struct interest_shown, lifted_words, .max_chars = 2000),
	FIELD(struct interest_shown, lift),
	FIELD(struct interest_shown, declared_on),
	FIELD(struct interest_shown, lifted_on),
};
static const struct record interest_record = RECORD(struct interest_shown, "interest_shown", interest_fields);

struct assessment_view {
	struct page_frame frame;
	struct interests_asked interests;
	const char *title, *step, *todo, *about;
	int64_t bids, criteria, agreed, due, round;
	struct date frozen_on;
	const char *reason; /* of a round after the first */
	struct records assessors, links, forms, declared, rounds;
	struct texts gaps;
	bool is_manager;
};
static const struct field view_fields[] = {
	FIELD_INSIDE(struct assessment_view, frame, &page_frame_record),
	FIELD(struct assessment_view, title),
	FIELD(struct assessment_view, step),
	FIELD(struct assessment_view, todo, .max_chars = 1000),
	FIELD(struct assessment_view, about, .max_chars = 1000),
	FIELD(struct assessment_view, bids, .flags = FIELD_ZERO_IS_SET),
	FIELD(struct assessment_view, criteria),
	FIELD(struct assessment_view, agreed, .flags = FIELD_ZERO_IS_SET),
	FIELD(struct assessment_view, due, .flags = FIELD_ZERO_IS_SET),
	FIELD(struct assessment_view, round),
	FIELD(struct assessment_view, frozen_on),
	FIELD(struct assessment_view, reason, .max_chars = 4000),
	FIELD(struct assessment_view, assessors, .of = &assessor_view_record),
	FIELD(struct assessment_view, links, .of = &assessment_link_record),
	FIELD(struct assessment_view, forms, .of = &assessment_link_record),
	FIELD(struct assessment_view, declared, .of = &interest_record),
	FIELD(struct assessment_view, rounds, .of = &assessment_link_record),
	FIELD_INSIDE(struct assessment_view, interests, &interests_asked_record),
	FIELD(struct assessment_view, gaps),
	FIELD(struct assessment_view, is_manager),
};
const struct record assessment_view_record = RECORD(struct assessment_view, "assessment_view", view_fields);

/* --- who marks, and how far they are --- */

static int64_t given_by(const struct records *counts, const char *account)
{
	const struct assessor_marks *count = counts->items;

	for (size_t i = 0; i < counts->count; i++)
		if (strcmp(count[i].account, account) == 0)
			return count[i].marks;
	return 0;
}

static enum status show_assessors(const struct seeing *seeing, struct assessment_view *view,
                                  struct fault *fault)
{
	const struct owed *owed = &seeing->assessed.owed;
	const struct owed_assessor *assessor = owed->assessors.items;
	struct records counts = { 0 };
	struct assessor_view *shown;
	enum status status = assessment_marks_of(seeing->journal, &seeing->assessed, &counts, fault);

	view->assessors = records_new(&assessor_view_record, owed->assessors.count, seeing->request->arena);
	shown = view->assessors.items;
	for (size_t i = 0; status == OK && i < owed->assessors.count; i++) {
		shown[i] = (struct assessor_view){
			.name = assessor[i].name,
			.corner = web_words(seeing->request, choice_label(owed_corners, assessor[i].corner)),
			.given = given_by(&counts, assessor[i].account),
			.owed = owed_by(owed, assessor[i].account, NULL),
			.is_declared = assessor[i].is_declared,
		};
		shown[i].is_done = shown[i].given == shown[i].owed && shown[i].owed > 0;
		if (seeing->assessed.stand.unsealed == 0 &&
		    web_may_bring(seeing->request, &assessor_left_kind))
			shown[i].leave = arena_print(seeing->request->arena,
			                             "/facts/assessor_left?tender=%s&account=%s",
			                             seeing->assessed.notice.tender, assessor[i].account);
	}
	return status;
}

static size_t unmarked_by(const struct owed *owed, const char *corner)
{
	const struct owed_bid *bid = owed->bids.items;
	size_t count = 0;

	for (size_t i = 0; i < owed->bids.count; i++)
		count += owed_is_marked_by(owed, bid[i].bid, corner) ? 0 : 1;
	return count;
}

/* Of which corner nobody may mark: any bid, in one sentence; some bids, each by its bidder. */
static void show_gaps(const struct seeing *seeing, struct assessment_view *view)
{
	const struct owed *owed = &seeing->assessed.owed;
	const struct owed_bid *bid = owed->bids.items;
	struct arena *arena = seeing->request->arena;

	view->gaps.items = ARENA_MANY(arena, OWED_CORNERS * owed->bids.count + 1, const char *);
	for (const struct choice *corner = owed_corners; corner->code != NULL; corner++) {
		const char *label = web_words(seeing->request, corner->label);
		size_t unmarked = unmarked_by(owed, corner->code);

		if (unmarked > 0 && unmarked == owed->bids.count) {
			view->gaps.items[view->gaps.count++] = arena_print(
				arena,
				web_words(seeing->request,
			                  WORDS("Uit de hoek %s is er nog niemand die mag beoordelen.")),
				label);
			continue;
		}
		for (size_t i = 0; unmarked > 0 && i < owed->bids.count; i++)
			if (!owed_is_marked_by(owed, bid[i].bid, corner->code))
				view->gaps.items[view->gaps.count++] = arena_print(
					arena,
					web_words(seeing->request,
				                  WORDS("Voor %s is er niemand uit de hoek %s die mag "
				                        "beoordelen.")),
					bid[i].bidder, label);
	}
}

/* --- interests --- */

static const char *name_of(const struct seeing *seeing, const char *account)
{
	struct access_account found = { .name = account };
	struct fault fault = { 0 };

	return access_account(seeing->journal->db, seeing->journal->register_id, account,
	                      seeing->request->arena, &found, &fault) == OK
	               ? found.name
	               : account;
}

/* Who runs the tender sees all of them, and lifts those of others. */
static enum status show_interests(const struct seeing *seeing, struct assessment_view *view,
                                  struct fault *fault)
{
	struct arena *arena = seeing->request->arena;
	struct records interests = { 0 };
	const struct assessment_interest *from;
	enum status status;

	if (!seeing->is_manager)
		return OK;
	status = assessment_interests(seeing->journal, seeing->assessed.notice.tender, &interests, fault);
	from = interests.items;
	view->declared = records_new(&interest_record, interests.count, arena);
	for (size_t i = 0; status == OK && i < interests.count; i++) {
		const struct owed_bid *bid = assessment_bid(&seeing->assessed, from[i].bid);
		struct interest_shown *shown = &((struct interest_shown *)view->declared.items)[i];

		*shown = (struct interest_shown){ .name = name_of(seeing, from[i].account),
			                          .bidder = bid == NULL ? "" : bid->bidder,
			                          .words = from[i].words,
			                          .lifted_words = from[i].lifted_words,
			                          .declared_on = from[i].declared_on,
			                          .lifted_on = from[i].lifted_on };
		if (!date_is(from[i].lifted_on) && strcmp(from[i].account, seeing->account) != 0 &&
		    web_may_bring(seeing->request, &conflict_lifted_kind))
			shown->lift = arena_print(
				arena, "/facts/conflict_lifted?tender=%s&account=%s&bid=%lld",
				seeing->assessed.notice.tender, from[i].account, (long long)from[i].bid);
	}
	return status;
}

/* The rounds before this one, each with what it led to. */
static void show_rounds(const struct seeing *seeing, struct assessment_view *view)
{
	struct arena *arena = seeing->request->arena;
	int64_t rounds = seeing->is_manager ? seeing->assessed.stand.round - 1 : 0;

	view->rounds = records_new(&assessment_link_record, (size_t)(rounds > 0 ? rounds : 0), arena);
	for (int64_t round = 1; round <= rounds; round++)
		((struct assessment_link *)view->rounds.items)[round - 1] = (struct assessment_link){
			arena_print(arena, "%s?round=%lld", seeing_address(seeing, "award"),
			            (long long)round),
			arena_print(
				arena,
				web_words(seeing->request, WORDS("Ronde %lld: gunning, brieven en cijfers")),
				(long long)round)
		};
}

/* --- what to do --- */

static const char *todo_words(const struct seeing *seeing)
{
	const struct http_request *request = seeing->request;
	const struct stand *stand = &seeing->assessed.stand;

	switch (stand_step(stand)) {
	case STAND_NONE:
		return web_words(request, WORDS("Wijs beoordelaars aan uit de drie hoeken. Beoordelen begint "
		                                "als de kluis met inschrijvingen open is."));
	case STAND_MARKING:
		return web_words(
			request,
			WORDS("Elke beoordelaar geeft apart cijfers. Niemand ziet die van een ander. "
		              "Zij gaan open als iedereen klaar is."));
	case STAND_AGREEING:
		return stand->agreed < stand->bids * stand->criteria
		               ? web_words(request, WORDS("Spreek samen per inschrijving en criterium een "
		                                          "cijfer af, met een motivering."))
		               : web_words(request, WORDS("Alle gezamenlijke cijfers zijn er. Zet ze vast; "
		                                          "daarna verandert er niets meer."));
	case STAND_FROZEN:
		return web_words(request, WORDS("De cijfers staan vast. Bekijk wat andere drempels zouden "
		                                "doen, en besluit over de gunning."));
	case STAND_DECIDED:
	case STAND_STANDSTILL:
	case STAND_SIGNING:
	case STAND_SIGNED:
	case STAND_PUBLISHED:
	case STAND_WITHDRAWN:
		break;
	}
	return "";
}

static void add_link(const struct seeing *seeing, const char *page, const char *label, struct records *links)
{
	((struct assessment_link *)links->items)[links->count++] =
		(struct assessment_link){ seeing_address(seeing, page), label };
}

static void show_links(const struct seeing *seeing, struct assessment_view *view)
{
	const struct http_request *request = seeing->request;
	const struct stand *stand = &seeing->assessed.stand;
	bool is_frozen = date_is(stand->frozen_on);

	view->links = records_new(&assessment_link_record, LINKS_MAX, request->arena);
	view->links.count = 0;
	if (seeing->assessor != NULL && stand->bids > 0)
		add_link(seeing, "marks", web_words(request, WORDS("Mijn cijfers")), &view->links);
	if (stand->unsealed > 0 && (seeing->assessor != NULL || is_frozen))
		add_link(seeing, "consensus", web_words(request, WORDS("Gezamenlijke cijfers")),
		         &view->links);
	if (seeing->is_manager && is_frozen && !owed_has_interest(&seeing->assessed.owed, seeing->account)) {
		add_link(seeing, "what-if", web_words(request, WORDS("Wat doet een andere drempel?")),
		         &view->links);
		add_link(seeing, "award", web_words(request, WORDS("Gunning en brieven")), &view->links);
	}
}

static void show_forms(const struct seeing *seeing, struct assessment_view *view)
{
	const struct stand *stand = &seeing->assessed.stand;
	enum stand_step step = stand_step(stand);

	view->forms = records_new(&assessment_link_record, LINKS_MAX, seeing->request->arena);
	view->forms.count = 0;
	if (step <= STAND_MARKING)
		seeing_offer(seeing, &assessor_named_kind, "", &view->forms);
	if (seeing->assessed.owed.bids.count > 0 && seeing->is_declared && step < STAND_PUBLISHED)
		seeing_offer(seeing, &conflict_declared_kind, "&sort=interest", &view->forms);
	if (step == STAND_AGREEING && stand->agreed == stand->bids * stand->criteria)
		seeing_offer(seeing, &marks_frozen_kind, "", &view->forms);
	if (step == STAND_FROZEN)
		seeing_offer(seeing, &award_decided_kind, "", &view->forms);
	if (step >= STAND_AGREEING && stand->signatures == 0)
		seeing_offer(seeing, &reassessment_ordered_kind, "", &view->forms);
}

void assessment_page(struct http_request *request, struct http_response *response, void *context)
{
	const char *title = web_words(request, WORDS("Beoordeling"));
	struct assessment_view view = { 0 };
	struct seeing seeing;
	const struct stand *stand = &seeing.assessed.stand;
	struct fault fault = { 0 };
	enum status status;

	(void)context;
	if (!seeing_begin(request, response, &seeing))
		return;
	view.frame = seeing_frame(&seeing, title);
	view.title = seeing.assessed.notice.title;
	view.step = web_words(request, stand_steps[stand_step(stand)].label);
	view.todo = todo_words(&seeing);
	view.bids = stand->bids;
	view.criteria = stand->criteria;
	view.agreed = stand->agreed;
	view.due = stand->bids * stand->criteria;
	view.round = stand->round > 1 ? stand->round : 0;
	view.frozen_on = stand->frozen_on;
	view.reason = or_empty(stand->reason);
	view.is_manager = seeing.is_manager;
	status = show_assessors(&seeing, &view, &fault);
	if (status == OK)
		status = show_interests(&seeing, &view, &fault);
	if (!web_ok(request, response, status, &fault))
		return;
	view.interests = seeing_interests(&seeing);
	show_rounds(&seeing, &view);
	show_gaps(&seeing, &view);
	show_links(&seeing, &view);
	show_forms(&seeing, &view);
	web_note_read(request, response, 0, "assessment");
	web_page(request, response, "assessment/assessment.html", &view);
}

/* --- all tenders that somebody marks --- */

struct assessments_line {
	const char *tender, *title, *step;
	int64_t left;
	bool is_declared;
};
static const struct field line_fields[] = {
	FIELD(struct assessments_line, tender),      FIELD(struct assessments_line, title),
	FIELD(struct assessments_line, step),        FIELD(struct assessments_line, left),
	FIELD(struct assessments_line, is_declared),
};
static const struct record line_record = RECORD(struct assessments_line, "assessments_line", line_fields);

struct assessments_view {
	struct page_frame frame;
	struct records lines;
};
static const struct field assessments_fields[] = {
	FIELD_INSIDE(struct assessments_view, frame, &page_frame_record),
	FIELD(struct assessments_view, lines, .of = &line_record),
};
const struct record assessments_view_record =
	RECORD(struct assessments_view, "assessments_view", assessments_fields);

static enum status show_line(const struct http_request *request, const char *tender,
                             struct assessments_line *ret_line, struct fault *fault)
{
	struct visitor *visitor = web_visitor(request);
	const char *account = visitor->session.account.account;
	const struct owed_assessor *assessor;
	struct records counts = { 0 };
	struct assessed assessed;
	enum status status = assessment_see(&visitor->journal, tender, &assessed, fault);

	if (status == OK)
		status = assessment_marks_of(&visitor->journal, &assessed, &counts, fault);
	if (status)
		return status;
	assessor = assessment_assessor(&assessed, account);
	*ret_line = (struct assessments_line){
		.tender = tender,
		.title = assessed.notice.title,
		.step = web_words(request, stand_steps[stand_step(&assessed.stand)].label),
		.left = owed_by(&assessed.owed, account, NULL) - given_by(&counts, account),
		.is_declared = assessor != NULL && assessor->is_declared,
	};
	return OK;
}

void assessments_page(struct http_request *request, struct http_response *response, void *context)
{
	struct visitor *visitor = web_visitor(request);
	struct assessments_view view = {
		.frame = web_frame(request, web_words(request, WORDS("Wat ik beoordeel"))),
	};
	struct texts tenders = { 0 };
	struct fault fault = { 0 };
	enum status status =
		assessment_of_account(&visitor->journal, visitor->session.account.account, &tenders, &fault);

	(void)context;
	view.frame.day_address = NULL;
	view.lines = records_new(&line_record, tenders.count, request->arena);
	for (size_t i = 0; status == OK && i < tenders.count; i++)
		status = show_line(request, tenders.items[i],
		                   &((struct assessments_line *)view.lines.items)[i], &fault);
	if (!web_ok(request, response, status, &fault))
		return;
	web_page(request, response, "assessment/assessments.html", &view);
}
