/* SPDX-License-Identifier: EUPL-1.2 */
#include "practice/radar/radar_pages.h"

#include <string.h>

#include "common/access/web.h"
#include "common/calendar/calendar.h"
#include "common/journal/book.h"
#include "common/person/vault.h"
#include "common/scheme/residence.h"
#include "platform/base/words.h"
#include "practice/care/evaluation.h"
#include "practice/desk/whose.h"
#include "practice/radar/radar_show.h"

#define LOOK_BYTES                                                                                           \
	((size_t)1024 * 1024 * 1024) /* a limit, not a size: two hundred bytes for each line found */
#define WEEKS_AHEAD 8                /* six for an investigation, two for a decision */
#define WEEKS_MAX 52
#define NAMES_MAX 3
#define DAYS_SOON 28

/* A list: what stands in it, and what to do about it. */
struct list_kind {
	const char *code, *label, *words;
	bool is_about_providers; /* the contract manager sees it too, without the clients */
	const struct {
		const char *kind,
			*label; /* the fact that is recorded about a line's client, and its button */
	} act;
};
static const struct list_kind list_kinds[RADAR_LISTS_COUNT] = {
	[RADAR_BIRTHDAYS] = { "birthdays",
	                      WORDS("Verjaardagen"),
	                      WORDS("Wie jarig wordt en daardoor voor een product bij een andere aanbieder "
	                            "hoort, "
	                            "twaalf maanden vooruit. Producten waarvoor niets verandert, staan er "
	                            "niet "
	                            "bij. Bespreek het voor de verjaardag."),
	                      false,
	                      { "talk_held", WORDS("Gesprek vastleggen") } },
	[RADAR_LANES] = { "lanes",
	                  WORDS("Aanbieder stopt"),
	                  WORDS("Wie hulp heeft van een aanbieder die niet meer mag of kan leveren: binnen "
	                        "twaalf maanden, of nu al. Spreek met elke cliënt voor die dag af wie het "
	                        "overneemt."),
	                  true,
	                  { "talk_held", WORDS("Gesprek vastleggen") } },
	[RADAR_DECISIONS] = { "decisions",
	                      WORDS("Besluit loopt af"),
	                      WORDS("Wat is toegekend en afloopt zonder dat er een besluit op volgt. Vraag "
	                            "of er "
	                            "nog hulp nodig is en begin op tijd met het heronderzoek."),
	                      false,
	                      { "report_received", WORDS("Nieuwe melding vastleggen") } },
	[RADAR_WITHOUT_CARE] = { "without-care",
	                         WORDS("Nog geen zorg"),
	                         WORDS("Wie een aanbieder heeft, maar van wie nog niet is gemeld dat de zorg "
	                               "begon. "
	                               "Bel de cliënt en de aanbieder."),
	                         false,
	                         { "talk_held", WORDS("Gesprek vastleggen") } },
	[RADAR_INTERRUPTED] = { "interrupted",
	                        WORDS("Zorg onderbroken"),
	                        WORDS("Wie een besluit heeft dat doorloopt, maar bij wie nu niemand komt: "
	                              "tijdelijk, of omdat de ondersteuning stopte. Bel de cliënt."),
	                        false,
	                        { "talk_held", WORDS("Gesprek vastleggen") } },
	[RADAR_LOOKS] = { "looks",
	                  WORDS("Samen kijken"),
	                  WORDS("Wanneer u met de cliënt kijkt of de hulp werkt, of opnieuw wat er nodig is. "
	                        "Wat te laat is, staat bovenaan."),
	                  false,
	                  { "talk_held", WORDS("Gesprek vastleggen") } },
	[RADAR_COHORT_LEFT] = { "cohort",
	                        WORDS("Uit gesloten groep"),
	                        WORDS("Cliënten die hun aanbieder hielden toen hun groep werd gesloten. Er "
	                              "komt "
	                              "niemand bij: wie weggaat en terugkomt, is nieuw."),
	                        true,
	                        { NULL, "" } },
};

struct radar_line_view {
	int64_t person;
	const char *name, *what, *advice, *term, *act, *address;
	struct date on;
	bool is_soon, is_late;
	struct texts reasons;
};
static const struct field radar_line_view_fields[] = {
	FIELD(struct radar_line_view, person),  FIELD(struct radar_line_view, name),
	FIELD(struct radar_line_view, what),    FIELD(struct radar_line_view, advice, .max_chars = 1000),
	FIELD(struct radar_line_view, term),    FIELD(struct radar_line_view, on),
	FIELD(struct radar_line_view, is_soon), FIELD(struct radar_line_view, is_late),
	FIELD(struct radar_line_view, reasons), FIELD(struct radar_line_view, act),
	FIELD(struct radar_line_view, address),
};
static const struct record radar_line_view_record =
	RECORD(struct radar_line_view, "radar_line_view", radar_line_view_fields);

struct radar_view {
	struct page_frame frame;
	const char *list, *asked_whose, *asked_place, *label, *words, *previous, *next;
	int64_t total, first, last, weeks;
	bool sees_clients, is_about_lanes, is_about_decisions, is_about_cohorts;
	struct records whose, places, tabs, lines, leavers, cohorts, parties, requests;
};
static const struct field radar_view_fields[] = {
	FIELD_INSIDE(struct radar_view, frame, &page_frame_record),
	FIELD(struct radar_view, list),
	FIELD(struct radar_view, asked_whose),
	FIELD(struct radar_view, asked_place),
	FIELD(struct radar_view, label),
	FIELD(struct radar_view, words, .max_chars = 1000),
	FIELD(struct radar_view, previous),
	FIELD(struct radar_view, next),
	FIELD(struct radar_view, total, .flags = FIELD_ZERO_IS_SET),
	FIELD(struct radar_view, first),
	FIELD(struct radar_view, last),
	FIELD(struct radar_view, weeks),
	FIELD(struct radar_view, sees_clients),
	FIELD(struct radar_view, is_about_lanes),
	FIELD(struct radar_view, is_about_decisions),
	FIELD(struct radar_view, is_about_cohorts),
	FIELD(struct radar_view, whose, .of = &page_tab_record),
	FIELD(struct radar_view, places, .of = &page_tab_record),
	FIELD(struct radar_view, tabs, .of = &page_tab_record),
	FIELD(struct radar_view, lines, .of = &radar_line_view_record),
	FIELD(struct radar_view, leavers, .of = &radar_group_view_record),
	FIELD(struct radar_view, cohorts, .of = &radar_group_view_record),
	FIELD(struct radar_view, parties, .of = &radar_option_record),
	FIELD(struct radar_view, requests, .of = &radar_request_record),
};
const struct record radar_view_record = RECORD(struct radar_view, "radar_view", radar_view_fields);

/* --- what is asked --- */

static bool may_see_list(const struct http_request *request, size_t list)
{
	return whose_sees_work(request) || list_kinds[list].is_about_providers;
}

static enum radar_list list_asked(const struct http_request *request)
{
	const char *code = pairs_get(&request->query, "list");
	size_t first = RADAR_LISTS_COUNT;

	for (size_t i = RADAR_LISTS_COUNT; i-- > 0;) {
		if (!may_see_list(request, i))
			continue;
		if (code != NULL && strcmp(code, list_kinds[i].code) == 0)
			return (enum radar_list)i;
		first = i;
	}
	return (enum radar_list)first;
}

static struct showing read_asked(const struct http_request *request)
{
	const char *without = pairs_get(&request->query, "without");
	struct showing showing = { .request = request,
		                   .arena = request->arena,
		                   .list = list_asked(request),
		                   .after = web_number(&request->query, "after"),
		                   .whose = whose_asked(request),
		                   .place = whose_place_asked(request),
		                   .asked = { .on = web_on(request),
		                              .weeks = web_number(&request->query, "weeks") } };

	if (has_words(without) && showing.list == RADAR_LANES)
		showing.asked.without = without;
	if (showing.asked.weeks < 1 || showing.asked.weeks > WEEKS_MAX)
		showing.asked.weeks = WEEKS_AHEAD;
	return showing;
}

const char *radar_address(const struct showing *showing, const char *list, int64_t after)
{
	bool is_about_lanes = strcmp(list, list_kinds[RADAR_LANES].code) == 0;
	const char *without = is_about_lanes ? showing->asked.without : NULL;
	const char *place = after == 0 ? "" : arena_print(showing->arena, "&after=%lld", (long long)after);

	return arena_print(showing->arena, "/radar?list=%s&whose=%s&weeks=%lld%s%s%s%s", list, showing->whose,
	                   (long long)showing->asked.weeks, whose_place_part(showing->request),
	                   without == NULL ? "" : "&without=", or_empty(without), place);
}

static struct records show_tabs(const struct showing *showing)
{
	struct records tabs = records_new(&page_tab_record, RADAR_LISTS_COUNT, showing->arena);

	tabs.count = 0;
	for (size_t i = 0; i < RADAR_LISTS_COUNT; i++)
		if (may_see_list(showing->request, i))
			((struct page_tab *)tabs.items)[tabs.count++] = (struct page_tab){
				.address = radar_address(showing, list_kinds[i].code, 0),
				.label = web_words(showing->request, list_kinds[i].label),
				.count = (int64_t)showing->radar->lists[i].count,
				.is_current = i == showing->list,
			};
	return tabs;
}

/* --- who can go on --- */

static const char *candidate_name(const struct lane_set *set, const struct assign_candidate *candidate,
                                  const struct showing *showing)
{
	const char *label = set->parties.items[candidate->party].label;

	if (candidate->under == LANE_NONE)
		return label;
	return arena_print(showing->arena, web_words(showing->request, WORDS("%s (onder %s)")), label,
	                   set->parties.items[candidate->under].label);
}

/* "A, B en C", "A, B, C en nog 77". */
static const char *candidate_names(const struct lane_set *set, const struct assign_answer *answer,
                                   const struct showing *showing)
{
	size_t shown = answer->able_count < NAMES_MAX ? answer->able_count : NAMES_MAX;
	const char *names = "";

	for (size_t i = 0; i < shown; i++)
		names = arena_print(showing->arena, "%s%s%s", names, i == 0 ? "" : ", ",
		                    candidate_name(set, &answer->candidates[i], showing));
	if (answer->able_count > shown)
		names = arena_print(showing->arena, web_words(showing->request, WORDS("%s en nog %zu")),
		                    names, answer->able_count - shown);
	return names;
}

/* What is against the present deliverer on the day, in the words of the assignment. */
static void add_against(const struct assign_view *view, struct texts *texts)
{
	for (size_t i = 0; i < view->answer->count; i++) {
		const struct assign_candidate *candidate = &view->answer->candidates[i];
		struct texts against;

		if (candidate->party != view->question->current)
			continue;
		against = assign_words_against(view, candidate);
		for (size_t j = 0; j < against.count; j++)
			texts->items[texts->count++] = against.items[j];
	}
}

/* Why the present deliverer stops, and who can go on. */
static struct texts reasons_of(const struct showing *showing, const struct radar_item *item)
{
	const struct radar_scheme *radar = item->radar;
	struct assign_question question;
	const struct assign_view view = { .set = radar->set,
		                          .question = &question,
		                          .answer = radar->answer,
		                          .language = web_visitor(showing->request)->language,
		                          .arena = showing->arena,
		                          .date_words = calendar_date_words };
	struct texts texts = { .items = ARENA_MANY(showing->arena, assign_reasons_count + 1, const char *) };
	const char *day = calendar_date_words(item->change.on, view.language, false, showing->arena);

	if (!radar_ask(radar, &item->line, item->change.on, showing->without, &question)) {
		texts.items[texts.count++] = web_words(
			showing->request, WORDS("Het adres ligt dan in geen gebied van de regeling."));
		return texts;
	}
	add_against(&view, &texts);
	if (radar->answer->able_count == 0)
		texts.items[texts.count++] = arena_print(
			showing->arena,
			web_words(showing->request, WORDS("Vanaf %s kan niemand dit leveren.")), day);
	else
		texts.items[texts.count++] = arena_print(
			showing->arena, web_words(showing->request, WORDS("Vanaf %s kan dit worden: %s.")),
			day, candidate_names(radar->set, radar->answer, showing));
	return texts;
}

/* --- lines --- */

static const char *term_of(const struct showing *showing, struct date on)
{
	long long days = (long long)on.day - showing->asked.on.day;

	if (days == 0)
		return web_words(showing->request, WORDS("vandaag"));
	if (days == 1 || days == -1)
		return web_words(showing->request, days == 1 ? WORDS("over 1 dag") : WORDS("1 dag geleden"));
	return days > 0 ? arena_print(showing->arena, web_words(showing->request, WORDS("over %lld dagen")),
	                              days)
	                : arena_print(showing->arena,
	                              web_words(showing->request, WORDS("%lld dagen geleden")), -days);
}

static const char *what_of(const struct showing *showing, const struct radar_item *item)
{
	const struct lane_set *set = item->radar->set;
	const char *product = set->products.items[item->line.product].label;
	const char *party =
		item->line.deliverer == LANE_NONE ? "" : set->parties.items[item->line.deliverer].label;

	switch (showing->list) {
	case RADAR_BIRTHDAYS:
		return arena_print(showing->arena,
		                   web_words(showing->request, WORDS("Wordt %d jaar. %s, nu van %s.")),
		                   item->change.age, product, party);
	case RADAR_LANES:
		return arena_print(showing->arena, web_words(showing->request, WORDS("%s van %s stopt.")),
		                   product, party);
	case RADAR_DECISIONS:
		return arena_print(showing->arena,
		                   web_words(showing->request, WORDS("%s: de toekenning loopt af.")),
		                   product);
	case RADAR_WITHOUT_CARE:
		return arena_print(
			showing->arena,
			web_words(showing->request, WORDS("%s, toegewezen aan %s: nog geen zorg gemeld.")),
			product, party);
	case RADAR_INTERRUPTED:
		return arena_print(
			showing->arena,
			strcmp(item->gap, "stop") == 0
				? web_words(showing->request, WORDS("%s van %s: gestopt. %s"))
				: web_words(showing->request, WORDS("%s van %s: tijdelijk gestopt. %s")),
			product, party, web_words(showing->request, item->gap_reason));
	case RADAR_LOOKS:
		return arena_print(showing->arena, "%s: %s", product,
		                   web_words(showing->request, choice_label(evaluation_sorts, item->gap)));
	case RADAR_COHORT_LEFT:
	case RADAR_LISTS_COUNT:
		break;
	}
	return arena_print(showing->arena,
	                   web_words(showing->request, WORDS("%s van %s: niet meer in de groep.")), product,
	                   party);
}

/* What the scheme says must happen at this birthday. */
static const char *advice_of(const struct showing *showing, const struct radar_item *item)
{
	const struct scheme_birthday *said = radar_birthday(item->radar->scheme, item->change.age);

	if (showing->list != RADAR_BIRTHDAYS)
		return "";
	if (said == NULL)
		return web_words(showing->request, WORDS("De regeling zegt niet wat er dan gebeurt."));
	return arena_print(showing->arena, web_words(showing->request, WORDS("De regeling: %s.")),
	                   web_words(showing->request, choice_label(scheme_birthday_rules, said->then)));
}

/* A grant and a period are shown by their last day, a change by its first. */
static struct date day_of(const struct showing *showing, const struct radar_item *item)
{
	return showing->list == RADAR_DECISIONS ? date_last_day(item->change.on) : item->change.on;
}

/* Where what must be done is recorded; "" for whoever may not, and on another day. */
static const char *act_address(const struct showing *showing, int64_t person)
{
	const char *name = list_kinds[showing->list].act.kind;
	const struct journal_kind *kind =
		name == NULL ? NULL : journal_kind_named(web_visitor(showing->request)->web->book, name);

	return kind != NULL && web_may_bring(showing->request, kind)
	               ? arena_print(showing->arena, "/facts/%s?person=%lld", name, (long long)person)
	               : "";
}

static enum status show_line(struct showing *showing, const struct radar_item *item,
                             struct radar_line_view *view, struct fault *fault)
{
	struct journal *journal = &web_visitor(showing->request)->journal;
	struct identity identity;
	struct date day = day_of(showing, item);
	enum status status = vault_identity(journal, item->person, &identity, fault);

	if (status)
		return status;
	showing->without = showing->asked.without == NULL
	                           ? LANE_NONE
	                           : lane_names_find(&item->radar->set->parties, showing->asked.without);
	*view = (struct radar_line_view){ .person = item->person,
		                          .name = identity_name(&identity, showing->arena),
		                          .what = what_of(showing, item),
		                          .advice = advice_of(showing, item),
		                          .act = web_words(showing->request,
		                                           list_kinds[showing->list].act.label),
		                          .address = act_address(showing, item->person),
		                          .term = term_of(showing, day),
		                          .on = day,
		                          .is_late = date_before(day, showing->asked.on),
		                          .is_soon = !date_before(day, showing->asked.on) &&
		                                     day.day - showing->asked.on.day <= DAYS_SOON };
	if (showing->list == RADAR_BIRTHDAYS || showing->list == RADAR_LANES)
		view->reasons = reasons_of(showing, item);
	return OK;
}

static enum status show_lines(struct showing *showing, struct radar_view *view, struct fault *fault)
{
	const struct radar_items *list = &showing->radar->lists[showing->list];
	size_t first = (uint64_t)showing->after > list->count ? list->count : (size_t)showing->after;
	size_t count = list->count - first;
	enum status status = OK;

	view->total = (int64_t)list->count;
	if (!view->sees_clients)
		return OK;
	if (count > LINES_ON_A_PAGE) {
		count = LINES_ON_A_PAGE;
		view->next = radar_address(showing, view->list, showing->after + LINES_ON_A_PAGE);
	}
	if (showing->after > 0)
		view->previous = radar_address(
			showing, view->list,
			showing->after > LINES_ON_A_PAGE ? showing->after - LINES_ON_A_PAGE : 0);
	view->first = (int64_t)first + 1;
	view->last = (int64_t)(first + count);
	view->lines = records_new(&radar_line_view_record, count, showing->arena);
	for (size_t i = 0; status == OK && i < count; i++)
		status = show_line(showing, &list->items[first + i],
		                   &((struct radar_line_view *)view->lines.items)[i], fault);
	return status;
}

static enum status make_view(struct showing *showing, struct radar_view *view, struct fault *fault)
{
	const struct list_kind *kind = &list_kinds[showing->list];

	view->list = kind->code;
	view->asked_whose = showing->whose;
	view->asked_place = showing->place;
	view->label = web_words(showing->request, kind->label);
	view->words = web_words(showing->request, kind->words);
	view->weeks = showing->asked.weeks;
	view->is_about_lanes = showing->list == RADAR_LANES;
	view->is_about_decisions = showing->list == RADAR_DECISIONS || showing->list == RADAR_LOOKS;
	view->is_about_cohorts = showing->list == RADAR_COHORT_LEFT;
	view->tabs = show_tabs(showing);
	view->whose = whose_tabs(showing->request, showing->whose,
	                         arena_print(showing->arena, "/radar?list=%s%s", kind->code,
	                                     whose_place_part(showing->request)));
	view->places = whose_places(showing->request,
	                            arena_print(showing->arena, "/radar?list=%s&whose=%s&weeks=%lld",
	                                        kind->code, showing->whose, (long long)showing->asked.weeks));
	if (view->is_about_lanes) {
		view->leavers = radar_leavers(showing);
		view->parties = radar_party_options(showing);
	}
	if (view->is_about_cohorts)
		view->cohorts = radar_cohorts(showing);
	return show_lines(showing, view, fault);
}

/* Of radar_asked: whether the client belongs in the lists that were asked for. */
static bool is_asked(void *context, int64_t person)
{
	const struct showing *showing = context;
	const struct whose_line *whose = whose_of(&showing->contacts, person);

	if (showing->place[0] != '\0' &&
	    strcmp(residence_of(&showing->residences, person), showing->place) != 0)
		return false;
	return whose_is_asked(showing->request, showing->whose, whose == NULL ? "" : whose->contact,
	                      whose == NULL ? "" : whose->team);
}

/* Only who works with clients has lists of one's own; who manages contracts sees numbers of all. */
static enum status look(struct showing *showing, struct arena *arena, struct radar *radar,
                        struct fault *fault)
{
	struct journal journal = web_visitor(showing->request)->journal;
	bool is_of_all = strcmp(showing->whose, "all") == 0;
	enum status status = OK;

	journal.arena = arena;
	if (!is_of_all)
		status = whose_on(&journal, showing->asked.on, &showing->contacts, fault);
	if (status == OK && showing->place[0] != '\0')
		status = residences_on(&journal, showing->asked.on, &showing->residences, fault);
	if (!is_of_all || showing->place[0] != '\0') {
		showing->asked.keep = is_asked;
		showing->asked.context = showing;
	}
	showing->radar = radar;
	return status == OK ? radar_look(&web_visitor(showing->request)->journal, &showing->asked, arena,
	                                 radar, fault)
	                    : status;
}

void radar_page(struct http_request *request, struct http_response *response, void *context)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new(LOOK_BYTES);
	struct radar_view view = { .frame = web_frame(request, web_words(request, WORDS("Vooruitkijken"))),
		                   .previous = "",
		                   .next = "",
		                   .sees_clients = whose_sees_work(request) };
	struct showing showing = read_asked(request);
	struct radar radar;
	struct fault fault = { 0 };
	enum status status;

	(void)context;
	status = look(&showing, arena, &radar, &fault);
	if (status == OK)
		status = make_view(&showing, &view, &fault);
	if (status == OK && view.sees_clients)
		status = radar_requests(&showing, &view.requests, &fault);
	if (!web_ok(request, response, status, &fault))
		return;
	web_note_read(request, response, 0, "radar");
	web_page(request, response, "radar/radar.html", &view);
}
