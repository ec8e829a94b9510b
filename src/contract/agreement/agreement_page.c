/* SPDX-License-Identifier: EUPL-1.2 */
/* One agreement: how it stands on the day, and what was recorded about it. */
#include <assert.h>

#include "common/calendar/calendar.h"
#include "common/lane/lane_change.h"
#include "common/scheme/scheme_check.h"
#include "contract/agreement/agreement_pages.h"
#include "contract/agreement/agreement_view.h"
#include "contract/agreement/place.h"
#include "contract/agreement/standing_store.h"
#include "contract/tariff/indexation.h"
#include "contract/tariff/tariff_store.h"
#include "platform/base/words.h"

#define IN(standing_, dutch_) words_in((standing_)->language, dutch_)

/* --- what was recorded --- */

/* An event of two parties as a sentence. */
static const char *event_of_two(const struct standing *standing, const struct place_event *event)
{
	const char *party = standing_label(standing->ahead, event->party);
	const char *other = standing_label(standing->ahead, event->other);

	if (check_is(event->sort, LANE_SUCCEEDED))
		return arena_print(standing->arena, IN(standing, WORDS("%s neemt alles over van %s.")), party,
		                   other);
	if (check_is(event->sort, LANE_SUBCONTRACTED))
		return arena_print(standing->arena, IN(standing, WORDS("%s werkt voor %s.")), party, other);
	return arena_print(standing->arena, IN(standing, WORDS("%s verlaat %s.")), party, other);
}

static const char *event_words(const struct standing *standing, const struct place_event *event)
{
	const struct scheme_area *area = scheme_area(standing->ahead, event->area);
	const char *party = standing_label(standing->ahead, event->party);

	if (check_is(event->sort, LANE_EXTENDED))
		return IN(standing, WORDS("De overeenkomst is verlengd."));
	if (check_is(event->sort, LANE_JOINED))
		return arena_print(standing->arena, IN(standing, WORDS("%s treedt toe.")), party);
	if (check_is(event->sort, PLACE_SIGNED))
		return arena_print(standing->arena, IN(standing, WORDS("%s heeft getekend.")), party);
	if (check_is(event->sort, LANE_ALLOCATED))
		return arena_print(standing->arena, IN(standing, WORDS("%s gaat naar %s (%s).")),
		                   area == NULL ? event->area : area->label, party,
		                   IN(standing, choice_label(scheme_starts, event->status)));
	return event_of_two(standing, event);
}

/* The list of those whose help changes when the party stops. */
static const char *touched_by(const struct standing *standing, const struct place_event *event)
{
	if (check_is(event->sort, LANE_LEFT))
		return arena_print(standing->arena, "/radar?list=lanes&without=%s", event->party);
	return NULL;
}

/* Whether it was about this agreement, or about a party of the scheme. */
static bool is_of(const struct standing *standing, const struct place_event *event)
{
	return event->agreement[0] == '\0' || check_is(event->agreement, standing->agreement->name);
}

static void show_events(const struct making *making)
{
	const struct standing *standing = making->standing;
	const struct place_event *event = standing->events.items;
	struct records past = records_new(&agreement_event_record, standing->events.count, standing->arena);
	struct records coming = records_new(&agreement_event_record, standing->events.count, standing->arena);

	past.count = coming.count = 0;
	for (size_t i = standing->events.count; i-- > 0;) {
		bool is_past = !date_before(standing->on, event[i].valid_from);
		struct records *list = is_past ? &past : &coming;

		if (is_of(standing, &event[i]))
			((struct agreement_event *)list->items)[list->count++] =
				(struct agreement_event){ event[i].valid_from,
				                          event_words(standing, &event[i]), event[i].reason,
				                          touched_by(standing, &event[i]) };
	}
	making->view->past = past;
	making->view->coming = coming;
}

/* --- the rest of the page --- */

static void show_elsewhere(const struct making *making)
{
	const struct standing *standing = making->standing;
	const struct scheme_elsewhere *elsewhere = standing->scheme->elsewhere.items;
	size_t count = standing->scheme->elsewhere.count;

	making->view->elsewhere = records_new(&agreement_elsewhere_record, count, standing->arena);
	for (size_t i = 0; i < count; i++)
		((struct agreement_elsewhere *)making->view->elsewhere.items)[i] =
			(struct agreement_elsewhere){ elsewhere[i].label,
			                              standing_party_labels(standing, &elsewhere[i].parties),
			                              elsewhere[i].about };
}

static void show_accession(const struct making *making)
{
	const struct standing *standing = making->standing;
	const struct scheme_procurement *procurement = standing->scheme->procurement.items;

	for (size_t i = 0; i < standing->scheme->procurement.count; i++)
		if (check_is(procurement[i].agreement, standing->agreement->name)) {
			making->view->accession =
				IN(standing, choice_label(scheme_accessions, procurement[i].accession));
			making->view->about = procurement[i].about;
		}
}

static void add_form(const struct making *making, const struct journal_kind *kind, const char *query)
{
	struct records *forms = &making->view->forms;

	((struct agreement_link *)forms->items)[forms->count++] = (struct agreement_link){
		.label = IN(making->standing, kind->title),
		.address = arena_print(making->standing->arena, "/facts/%s%s", kind->name, query),
	};
}

/* --- what it pays --- */

/* The last index that holds on the day, with its source. */
static enum status show_index(const struct making *making, struct fault *fault)
{
	const struct standing *standing = making->standing;
	struct records all = { 0 };
	enum status status = tariff_indexations(&web_visitor(making->request)->journal,
	                                        standing->agreement->name, &all, fault);
	const struct tariff_indexation *one = all.items;

	for (size_t i = 0; status == OK && i < all.count && making->view->index == NULL; i++)
		if (!date_before(standing->on, one[i].valid_from))
			making->view->index = arena_print(
				standing->arena, IN(standing, WORDS("Index %lld, %s: %s vanaf %s. Bron: %s")),
				(long long)one[i].year, IN(standing, choice_label(tariff_sorts, one[i].sort)),
				index_percent_words(one[i].percent, standing->language, standing->arena),
				calendar_date_words(one[i].valid_from, standing->language, false,
			                            standing->arena),
				one[i].source);
	return status;
}

enum status show_tariffs(const struct making *making, struct fault *fault)
{
	const struct standing *standing = making->standing;
	struct journal *journal = &web_visitor(making->request)->journal;
	const struct tariff_place place = tariff_place_of(journal, standing->agreement->name);
	struct records held = { 0 };
	enum status status = tariffs_on(journal, standing->agreement->name, standing->on, &held, fault);
	const struct tariff_held *tariff = held.items;

	making->view->tariffs_address =
		arena_print(standing->arena, "/tariffs?agreement=%s", standing->agreement->name);
	making->view->tariffs = records_new(&agreement_tariff_record, held.count, standing->arena);
	for (size_t i = 0; status == OK && place.entry != NULL && i < held.count; i++)
		((struct agreement_tariff *)making->view->tariffs.items)[i] = (struct agreement_tariff){
			.product = tariff_product_label(&place, tariff[i].product),
			.level = tariff[i].level,
			.unit = tariff[i].unit,
			.sort = tariff[i].sort,
			.cents = tariff[i].cents,
			.from = tariff[i].valid_from,
			.last_day = date_last_day(tariff[i].valid_until),
			.is_placeholder = tariff[i].is_placeholder,
		};
	return status == OK ? show_index(making, fault) : status;
}

/* What can be recorded about this agreement; on another day than today nothing. */
static void show_forms(const struct making *making)
{
	const struct standing *standing = making->standing;
	const char *query = arena_print(standing->arena, "?agreement=%s", standing->agreement->name);

	making->view->forms = records_new(&agreement_link_record, 8, standing->arena);
	making->view->forms.count = 0;
	if (!web_is_today(making->request))
		return;
	if (standing_option(standing) != NULL && standing_state(standing) != STANDING_ENDED)
		add_form(making, &agreement_extended_kind, query);
	add_form(making, &party_admitted_kind, query);
	add_form(making, &party_succeeded_kind, "");
	add_form(making, &subcontractor_contracted_kind, "");
	if (making->view->combinations.count > 0) {
		add_form(making, &area_allocated_kind, "");
		add_form(making, &member_left_kind, "");
	}
	if (standing->scheme->corners.count > 0)
		add_form(making, &contact_named_kind, "");
}

/* Where its work stands, and that of what was there before it. */
static void show_work(const struct making *making)
{
	const struct standing *standing = making->standing;
	const struct scheme_earlier *earlier = standing->scheme->earlier.items;
	size_t count = standing->scheme->earlier.count;
	struct agreement_link *links;

	making->view->work = records_new(&agreement_link_record, count + 2, standing->arena);
	links = making->view->work.items;
	links[0] = (struct agreement_link){
		.label = IN(standing, WORDS("Afspraken en afronding")),
		.address = arena_print(standing->arena, "/agreements/%s/work", standing->agreement->name),
	};
	links[count + 1] = (struct agreement_link){
		.label = IN(standing, WORDS("Gesprekken met de partijen")),
		.address = "/meetings",
	};
	for (size_t i = 0; i < count; i++)
		links[i + 1] = (struct agreement_link){
			.label = arena_print(standing->arena, IN(standing, WORDS("Afronding van: %s")),
			                     earlier[i].label),
			.address = arena_print(standing->arena, "/agreements/%s/work", earlier[i].name),
		};
}

/* The scheme of the register that has the agreement, as it is on the day; NOT_FOUND without one. */
static enum status find_standing(const struct http_request *request, struct standing *ret_standing,
                                 struct fault *fault)
{
	struct journal *journal = &web_visitor(request)->journal;
	const char *name = pairs_get(&request->parts, "agreement");
	const struct scheme_entry *entry;

	for (size_t i = 0; (entry = scheme_book_nth(journal->schemes, journal->register_id, i)) != NULL;
	     i++) {
		enum status status;

		if (place_agreement(&entry->scheme, name) == NULL)
			continue;
		status = standing_read(journal, entry, web_on(request), ret_standing, fault);
		if (status == OK)
			ret_standing->agreement = place_agreement(ret_standing->scheme, name);
		return status;
	}
	return fault_set(fault, NOT_FOUND, "there is no agreement %s", name);
}

void agreement_page(struct http_request *request, struct http_response *response, void *context)
{
	struct agreement_view view = { 0 };
	struct standing standing = { 0 };
	const struct making making = { request, &standing, &view };
	struct fault fault = { 0 };

	(void)context;
	if (!web_ok(request, response, find_standing(request, &standing, &fault), &fault))
		return;
	assert(standing.agreement != NULL);
	view.may_record = web_is_today(request);
	view.head = agreement_head_of(&standing);
	view.alarms = standing_alarms(&standing);
	view.frame = web_frame(request, view.head.label);
	web_breadcrumb(&view.frame, "/agreements", web_words(request, WORDS("Overeenkomsten")),
	               request->arena);
	web_breadcrumb(&view.frame, NULL, view.head.label, request->arena);
	agreement_say_done(request, &view.frame);
	show_accession(&making);
	show_parties(&making);
	show_areas(&making);
	show_spread(&making);
	show_combinations(&making);
	show_below(&making);
	show_contacts(&making);
	show_elsewhere(&making);
	show_events(&making);
	show_tree(&making);
	show_work(&making);
	show_forms(&making);
	if (web_ok(request, response, show_made(&making, &fault), &fault) &&
	    web_ok(request, response, show_tariffs(&making, &fault), &fault))
		web_page(request, response, "agreement/agreement.html", &view);
}
