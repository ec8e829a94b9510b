/* SPDX-License-Identifier: EUPL-1.2 */
/* The consensus meeting: the marks of all assessors beside each other, and the one that they agree on. */
#include <string.h>

#include "contract/assessment/assessment_pages.h"
#include "contract/assessment/assessment_view.h"
#include "contract/assessment/deciding.h"
#include "contract/procurement/lines.h"
#include "contract/procurement/procedure.h"
#include "platform/base/words.h"

/* What one assessor gave. */
struct given_view {
	const char *name, *mark, *reason;
};
static const struct field given_fields[] = {
	FIELD(struct given_view, name),
	FIELD(struct given_view, mark),
	FIELD(struct given_view, reason, .max_chars = 2000),
};
static const struct record given_record = RECORD(struct given_view, "given_view", given_fields);

/* An assessor who may sit at the table. */
struct seat {
	const char *account, *name;
	bool is_taken;
};
static const struct field seat_fields[] = {
	FIELD(struct seat, account),
	FIELD(struct seat, name),
	FIELD(struct seat, is_taken),
};
static const struct record seat_record = RECORD(struct seat, "seat", seat_fields);

struct agree_card {
	int64_t bid;
	const char *bidder, *mark, *motivation, *mistake, *present;
	struct records given;
};
static const struct field card_fields[] = {
	FIELD(struct agree_card, bid),
	FIELD(struct agree_card, bidder),
	FIELD(struct agree_card, mark),
	FIELD(struct agree_card, present, .max_chars = 2000),
	FIELD(struct agree_card, motivation, .max_chars = 4000),
	FIELD(struct agree_card, mistake, .max_chars = 1000),
	FIELD(struct agree_card, given, .of = &given_record),
};
static const struct record card_record = RECORD(struct agree_card, "agree_card", card_fields);

struct consensus_view {
	struct page_frame frame;
	const char *steps, *title, *question, *token, *action, *lot, *criterion, *mistake;
	struct records tabs, cards, seats;
	int64_t conflicts;
	bool is_open, may_agree, is_frozen;
};
static const struct field view_fields[] = {
	FIELD_INSIDE(struct consensus_view, frame, &page_frame_record),
	FIELD(struct consensus_view, title),
	FIELD(struct consensus_view, question, .max_chars = 2000),
	FIELD(struct consensus_view, steps, .max_chars = 400),
	FIELD(struct consensus_view, token),
	FIELD(struct consensus_view, action),
	FIELD(struct consensus_view, lot),
	FIELD(struct consensus_view, criterion),
	FIELD(struct consensus_view, mistake, .max_chars = 1000),
	FIELD(struct consensus_view, tabs, .of = &page_tab_record),
	FIELD(struct consensus_view, cards, .of = &card_record),
	FIELD(struct consensus_view, seats, .of = &seat_record),
	FIELD(struct consensus_view, conflicts),
	FIELD(struct consensus_view, is_open),
	FIELD(struct consensus_view, may_agree),
	FIELD(struct consensus_view, is_frozen),
};
const struct record consensus_view_record = RECORD(struct consensus_view, "consensus_view", view_fields);

/* What the meeting has before it on a lot and a criterion. */
struct meeting {
	const struct seeing *seeing;
	struct seeing_place place;
	struct records marks, consensus;
};

/* Of whom somebody has an interest, nobody of that name marked. */
static struct records given_for(const struct meeting *meeting, int64_t bid)
{
	const struct assessment_mark *mark = meeting->marks.items;
	struct records given =
		records_new(&given_record, meeting->marks.count, meeting->seeing->request->arena);

	given.count = 0;
	for (size_t i = 0; i < meeting->marks.count; i++) {
		const struct owed_assessor *assessor =
			assessment_assessor(&meeting->seeing->assessed, mark[i].account);

		if (mark[i].bid == bid)
			((struct given_view *)given.items)[given.count++] =
				(struct given_view){ assessor == NULL ? mark[i].account : assessor->name,
				                     seeing_mark(meeting->seeing, mark[i].mark),
				                     mark[i].reason };
	}
	return given;
}

static enum status read_meeting(struct meeting *meeting, struct fault *fault)
{
	const struct seeing *seeing = meeting->seeing;
	const struct marks_asked asked = { &seeing->assessed, meeting->place.lot->lot,
		                           meeting->place.criterion->criterion };
	enum status status = OK;

	if (assessment_is_unsealed(&seeing->assessed, meeting->place.lot->lot))
		status = assessment_marks(seeing->journal, &asked, &meeting->marks, fault);
	return status == OK
	               ? assessment_consensus(seeing->journal, &seeing->assessed, &meeting->consensus, fault)
	               : status;
}

static bool is_seated(const struct seeing *seeing, const char *account)
{
	return pairs_get(&seeing->request->form,
	                 arena_print(seeing->request->arena, "present_%s", account)) != NULL;
}

/* Who may sit at the table: all, until somebody said who did. */
static void show_seats(const struct seeing *seeing, struct consensus_view *view)
{
	const struct owed_assessor *assessor = seeing->assessed.owed.assessors.items;
	struct seat *seats;

	view->seats =
		records_new(&seat_record, seeing->assessed.owed.assessors.count, seeing->request->arena);
	seats = view->seats.items;
	for (size_t i = 0; i < view->seats.count; i++)
		seats[i] = (struct seat){ assessor[i].account, assessor[i].name,
			                  seeing->request->method == HTTP_GET ||
			                          is_seated(seeing, assessor[i].account) };
}

/* Who sat there for a bid: who has an interest in its bidder left the room. */
static struct texts present_for(const struct seeing *seeing, int64_t bid)
{
	const struct owed *owed = &seeing->assessed.owed;
	const struct owed_assessor *assessor = owed->assessors.items;
	struct texts present = { .items = ARENA_MANY(seeing->request->arena, owed->assessors.count + 1,
		                                     const char *) };

	for (size_t i = 0; i < owed->assessors.count; i++)
		if (is_seated(seeing, assessor[i].account) &&
		    !owed_has_conflict(owed, assessor[i].account, bid))
			present.items[present.count++] = assessor[i].account;
	return present;
}

/* Their names, where it was said. */
static const char *names_at_table(const struct seeing *seeing, const struct assessment_consensus *agreed)
{
	struct texts present;

	if (agreed == NULL)
		return "";
	present = lines_split(or_empty(agreed->present), seeing->request->arena);
	for (size_t i = 0; i < present.count; i++) {
		const struct owed_assessor *assessor =
			assessment_assessor(&seeing->assessed, present.items[i]);

		if (assessor != NULL)
			present.items[i] = assessor->name;
	}
	return lines_list(&present, seeing->request->arena);
}

static void show_cards(const struct meeting *meeting, const char *const *mistakes,
                       struct consensus_view *view)
{
	const struct seeing *seeing = meeting->seeing;
	const struct owed *owed = &seeing->assessed.owed;
	const struct owed_bid *bid = owed->bids.items;
	struct agree_card *card;

	view->cards = records_new(&card_record, owed->bids.count, seeing->request->arena);
	card = view->cards.items;
	view->cards.count = 0;
	for (size_t i = 0; view->is_open && i < owed->bids.count; i++) {
		const struct assessment_consensus *agreed = assessment_agreed(
			&meeting->consensus, bid[i].bid, meeting->place.criterion->criterion);

		if (strcmp(bid[i].lot, meeting->place.lot->lot) != 0)
			continue;
		if (owed_has_conflict(owed, seeing->account, bid[i].bid)) {
			view->conflicts++;
			continue;
		}
		card[view->cards.count++] = (struct agree_card){
			.bid = bid[i].bid,
			.bidder = bid[i].bidder,
			.mistake = mistakes == NULL ? NULL : mistakes[i],
			.mark = mistakes != NULL ? seeing_posted(seeing, "mark", bid[i].bid)
			                         : (agreed == NULL ? "" : seeing_mark(seeing, agreed->mark)),
			.motivation = mistakes != NULL ? seeing_posted(seeing, "motivation", bid[i].bid)
			                               : (agreed == NULL ? "" : agreed->motivation),
			.given = given_for(meeting, bid[i].bid),
			.present = names_at_table(seeing, agreed),
		};
	}
}

static void show(const struct meeting *meeting, const char *const *mistakes)
{
	const struct seeing *seeing = meeting->seeing;
	struct http_request *request = seeing->request;
	const struct seeing_place *place = &meeting->place;
	struct consensus_view view = { .title = seeing->assessed.notice.title,
		                       .question = place->criterion->question,
		                       .steps = procedure_marks(&seeing->assessed.notice,
		                                                web_visitor(request)->language,
		                                                request->arena),
		                       .token = web_visitor(request)->session.form_token,
		                       .action = seeing_address(seeing, "consensus"),
		                       .lot = place->lot->lot,
		                       .criterion = place->criterion->criterion };
	const struct assessment_consensus *agreed = meeting->consensus.items;
	struct page_tab *tab;

	view.frame = seeing_frame(seeing, web_words(request, WORDS("Gezamenlijke cijfers")));
	view.is_open = assessment_is_unsealed(&seeing->assessed, place->lot->lot);
	view.is_frozen = date_is(seeing->assessed.stand.frozen_on);
	view.may_agree = view.is_open && !view.is_frozen && seeing->assessor != NULL && !seeing->is_past &&
	                 web_is_present(request);
	view.tabs = seeing_tabs(seeing, place, "consensus");
	tab = view.tabs.items;
	for (size_t i = 0; i < view.tabs.count; i++) {
		const struct notice_lot *lot = seeing->assessed.notice.lots.items;
		const struct notice_criterion *criterion = seeing->assessed.notice.criteria.items;
		size_t criteria = seeing->assessed.notice.criteria.count;

		for (size_t n = 0; n < meeting->consensus.count; n++)
			tab[i].count += strcmp(agreed[n].lot, lot[i / criteria].lot) == 0 &&
			                strcmp(agreed[n].criterion, criterion[i % criteria].criterion) == 0;
	}
	show_seats(seeing, &view);
	show_cards(meeting, mistakes, &view);
	if (mistakes != NULL) {
		view.mistake = web_words(
			request,
			WORDS("Er is nog niets bewaard. Bij een inschrijving staat wat er anders moet."));
		seeing->response->status = 422;
	}
	web_note_read(request, seeing->response, 0, "tender-consensus");
	web_page(request, seeing->response, "assessment/consensus.html", &view);
}

/* Assessors; whoever runs the tender only when nothing changes any more. False: it has been answered. */
static bool begin(struct http_request *request, struct http_response *response, struct seeing *seeing)
{
	if (!seeing_begin(request, response, seeing))
		return false;
	if (seeing->assessor == NULL && !date_is(seeing->assessed.stand.frozen_on))
		return seeing_refuse(
			seeing,
			web_words(request, WORDS("De cijfers zijn van de beoordelaars, tot zij vaststaan.")));
	if (!seeing->is_declared && seeing->assessed.owed.bids.count > 0)
		return seeing_declare_first(seeing);
	return true;
}

void consensus_page(struct http_request *request, struct http_response *response, void *context)
{
	struct fault fault = { 0 };
	struct meeting meeting = { 0 };
	struct seeing seeing;

	(void)context;
	if (!begin(request, response, &seeing))
		return;
	meeting.seeing = &seeing;
	meeting.place = seeing_place_of(&seeing, &request->query);
	if (web_ok(request, response, read_meeting(&meeting, &fault), &fault))
		show(&meeting, NULL);
}

static bool is_changed(const struct meeting *meeting, int64_t bid)
{
	const struct assessment_consensus *agreed =
		assessment_agreed(&meeting->consensus, bid, meeting->place.criterion->criterion);
	const char *mark = seeing_posted(meeting->seeing, "mark", bid),
		   *motivation = seeing_posted(meeting->seeing, "motivation", bid);

	if (agreed == NULL)
		return mark[0] != '\0' || motivation[0] != '\0';
	return strcmp(mark, seeing_mark(meeting->seeing, agreed->mark)) != 0 ||
	       strcmp(motivation, agreed->motivation) != 0;
}

/* One mark at the door, or only tried there; ret_mistake: what must change, or NULL. */
static enum status bring(const struct seeing *seeing, const struct consensus_reached *from, bool is_try,
                         const char **ret_mistake, struct fault *fault)
{
	struct findings findings =
		findings_new(seeing->request->arena, web_visitor(seeing->request)->language);
	struct consensus_reached reached = *from;
	struct web_fact brought = { .kind = &consensus_reached_kind,
		                    .item = &reached,
		                    .findings = &findings };
	struct journal_fact tried = { .kind = &consensus_reached_kind, .item = &reached };
	enum status status = is_try ? journal_try(seeing->journal, &tried, &findings, fault)
	                            : web_append(seeing->request, seeing->response, &brought, fault);

	*ret_mistake = status == FINDINGS ? findings.items[0].words : NULL;
	return status == FINDINGS ? OK : status;
}

/* What the form changes; ret_mistakes: what must change, by bid; ret_count: how many mistakes. */
static enum status bring_all(const struct meeting *meeting, bool is_try, const char **ret_mistakes,
                             size_t *ret_count, struct fault *fault)
{
	const struct seeing *seeing = meeting->seeing;
	const struct owed_bid *bid = seeing->assessed.owed.bids.items;
	enum status status = OK;

	*ret_count = 0;
	for (size_t i = 0; status == OK && i < seeing->assessed.owed.bids.count; i++) {
		const struct consensus_reached reached = {
			.tender = seeing->assessed.notice.tender,
			.bid = bid[i].bid,
			.criterion = meeting->place.criterion->criterion,
			.mark = seeing_posted(seeing, "mark", bid[i].bid),
			.motivation = seeing_posted(seeing, "motivation", bid[i].bid),
			.present = present_for(seeing, bid[i].bid),
		};

		if (strcmp(bid[i].lot, meeting->place.lot->lot) != 0 || !is_changed(meeting, bid[i].bid))
			continue;
		status = bring(seeing, &reached, is_try, &ret_mistakes[i], fault);
		*ret_count += ret_mistakes[i] != NULL;
	}
	return status;
}

/* All of the form or nothing of it. */
void consensus_post(struct http_request *request, struct http_response *response, void *context)
{
	struct meeting meeting = { 0 };
	struct fault fault = { 0 };
	const char **mistakes;
	struct seeing seeing;
	size_t count = 0;
	enum status status;

	(void)context;
	if (!begin(request, response, &seeing))
		return;
	meeting.seeing = &seeing;
	meeting.place = seeing_place_of(&seeing, &request->form);
	status = read_meeting(&meeting, &fault);
	mistakes = ARENA_MANY(request->arena, seeing.assessed.owed.bids.count + 1, const char *);
	if (status == OK)
		status = bring_all(&meeting, true, mistakes, &count, &fault);
	if (status == OK && count == 0)
		status = bring_all(&meeting, false, mistakes, &count, &fault);
	if (!web_ok(request, response, status, &fault))
		return;
	if (count > 0)
		show(&meeting, mistakes);
	else
		http_redirect(response,
		              arena_print(request->arena,
		                          "/tenders/%s/consensus?lot=%s&criterion=%s&done=consensus_reached",
		                          seeing.assessed.notice.tender, meeting.place.lot->lot,
		                          meeting.place.criterion->criterion));
}
