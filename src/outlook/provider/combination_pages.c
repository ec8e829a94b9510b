/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Two views of one truth. Who answers for a combination or for subcontractors sees how each of them delivers,
 * in numbers; the municipality sees each contract party as one, with its one contact.
 */
#include <stdlib.h>
#include <string.h>

#include "common/access/web.h"
#include "common/journal/book.h"
#include "common/scheme/chain.h"
#include "contract/agreement/agreement.h"
#include "contract/agreement/meeting_store.h"
#include "outlook/provider/provider.h"
#include "outlook/provider/provider_pages.h"
#include "platform/base/words.h"
#include "practice/transition/search.h"

#define LATE_DAYS 14 /* when the visitor asks for no other number */
#define LATE_DAYS_MAX 365

/* How the deliveries of one organisation stand, as it is shown. */
struct standing {
	const char *label;
	const char *place;   /* member or subcontractor of whom; "" for the visitor's own party */
	const char *contact; /* of a contract party */
	int64_t assigned, started, coming, waiting, late;
	const char *oldest; /* how long the one has waited who waits longest, in words */
};
static const struct field standing_fields[] = {
	FIELD(struct standing, label),
	FIELD(struct standing, place),
	FIELD(struct standing, contact),
	FIELD(struct standing, assigned, .flags = FIELD_ZERO_IS_SET),
	FIELD(struct standing, started, .flags = FIELD_ZERO_IS_SET),
	FIELD(struct standing, coming, .flags = FIELD_ZERO_IS_SET),
	FIELD(struct standing, waiting, .flags = FIELD_ZERO_IS_SET),
	FIELD(struct standing, late, .flags = FIELD_ZERO_IS_SET),
	FIELD(struct standing, oldest),
};
static const struct record standing_record = RECORD(struct standing, "standing", standing_fields);

/* Where the search for somebody who can come goes on. */
struct search_standing {
	const char *label, *under, *oldest;
	int64_t clients;
};
static const struct field search_standing_fields[] = {
	FIELD(struct search_standing, label),
	FIELD(struct search_standing, under),
	FIELD(struct search_standing, oldest),
	FIELD(struct search_standing, clients),
};
static const struct record search_standing_record =
	RECORD(struct search_standing, "search_standing", search_standing_fields);

struct combination_view {
	struct page_frame frame;
	const char *organisation, *here;
	struct texts combinations; /* sentences: which combination it answers for, and who speaks for it */
	struct records organisations;
	struct standing total;
	int64_t late_days;
	int64_t meetings;        /* that are coming */
	bool is_alone;           /* nobody works for it */
	struct records searches; /* search_standing */
	struct records acts;     /* what the lead may record today */
};
static const struct field combination_view_fields[] = {
	FIELD_INSIDE(struct combination_view, frame, &page_frame_record),
	FIELD(struct combination_view, organisation),
	FIELD(struct combination_view, here),
	FIELD(struct combination_view, combinations, .max_chars = 1000),
	FIELD(struct combination_view, organisations, .of = &standing_record),
	FIELD_INSIDE(struct combination_view, total, &standing_record),
	FIELD(struct combination_view, late_days),
	FIELD(struct combination_view, meetings),
	FIELD(struct combination_view, is_alone),
	FIELD(struct combination_view, searches, .of = &search_standing_record),
	FIELD(struct combination_view, acts, .of = &page_link_record),
};
const struct record combination_view_record =
	RECORD(struct combination_view, "combination_view", combination_view_fields);

struct parties_view {
	struct page_frame frame;
	const char *here;
	struct records parties;
	struct records authorities; /* standing: each party in each municipality, where there are several */
	struct standing total;
	int64_t late_days;
};
static const struct field parties_view_fields[] = {
	FIELD_INSIDE(struct parties_view, frame, &page_frame_record),
	FIELD(struct parties_view, here),
	FIELD(struct parties_view, parties, .of = &standing_record),
	FIELD(struct parties_view, authorities, .of = &standing_record),
	FIELD_INSIDE(struct parties_view, total, &standing_record),
	FIELD(struct parties_view, late_days),
};
const struct record parties_view_record = RECORD(struct parties_view, "parties_view", parties_view_fields);

/* days=N: from how many days on waiting is shown as too long. */
static int64_t late_days(const struct http_request *request)
{
	int64_t days = web_number(&request->query, "days");

	return days < 1 || days > LATE_DAYS_MAX ? LATE_DAYS : days;
}

static const char *oldest_words(const struct http_request *request, struct date oldest)
{
	long long days = (long long)web_on(request).day - oldest.day;

	if (!date_is(oldest))
		return web_words(request, WORDS("niemand"));
	if (days == 0)
		return web_words(request, WORDS("vandaag"));
	if (days == 1)
		return web_words(request, WORDS("1 dag"));
	return arena_print(request->arena, web_words(request, WORDS("%lld dagen")), days);
}

static void show_count(const struct http_request *request, const struct delivery_count *count,
                       struct standing *standing)
{
	standing->assigned = count->assigned;
	standing->started = count->started;
	standing->coming = count->coming;
	standing->waiting = count->waiting;
	standing->late = count->late;
	standing->oldest = oldest_words(request, count->oldest);
}

/* --- for who answers for others --- */

static const char *place_words(const struct http_request *request, const struct scheme_link *link)
{
	const char *above = web_organisation(request, link->under);

	if (link->under[0] == '\0')
		return web_words(request, WORDS("zelf"));
	return arena_print(request->arena,
	                   link->is_member ? web_words(request, WORDS("lid van de combinatie, onder %s"))
	                                   : web_words(request, WORDS("onderaannemer van %s")),
	                   above);
}

/* What an organisation delivers under any of the names that the visitor's party answers for. */
static enum status count_link(const struct http_request *request, const struct scheme_link *link,
                              const struct texts *names, struct delivery_count *ret_count,
                              struct fault *fault)
{
	struct journal *journal = &web_visitor(request)->journal;
	enum status status = OK;

	*ret_count = (struct delivery_count){ 0 };
	for (size_t i = 0; status == OK && i < names->count; i++) {
		struct delivery_count count;

		status = provider_count(journal,
		                        &(struct count_asked){ .deliverer = link->party,
		                                               .party = names->items[i],
		                                               .on = web_on(request),
		                                               .late_days = late_days(request) },
		                        &count, fault);
		if (status == OK)
			provider_add(ret_count, &count);
	}
	return status;
}

static enum status show_links(const struct http_request *request, const char *party,
                              struct combination_view *view, struct fault *fault)
{
	const struct journal *journal = &web_visitor(request)->journal;
	const struct records links =
		chain_below(journal->schemes, journal->register_id, party, web_on(request), request->arena);
	const struct texts names =
		chain_above(journal->schemes, journal->register_id, party, web_on(request), request->arena);
	const struct scheme_link *items = links.items;
	struct delivery_count total = { 0 };
	enum status status = OK;

	view->is_alone = links.count == 1;
	view->organisations = records_new(&standing_record, links.count, request->arena);
	for (size_t i = 0; status == OK && i < links.count; i++) {
		struct standing *standing = &((struct standing *)view->organisations.items)[i];
		struct delivery_count count = { 0 };

		status = count_link(request, &items[i], &names, &count, fault);
		*standing = (struct standing){ .label = web_organisation(request, items[i].party),
			                       .place = place_words(request, &items[i]),
			                       .contact = "" };
		show_count(request, &count, standing);
		provider_add(&total, &count);
	}
	show_count(request, &total, &view->total);
	return status;
}

/* What a party searches under its own name, or its combination's: a search is of who answers. */
static enum status show_searches(const struct http_request *request, const char *name,
                                 struct combination_view *view, struct fault *fault)
{
	struct records counts = { 0 };
	const struct search_count *items;
	enum status status =
		provider_searches(&web_visitor(request)->journal, name, web_on(request), &counts, fault);

	items = counts.items;
	for (size_t i = 0; status == OK && i < counts.count; i++)
		((struct search_standing *)view->searches.items)[view->searches.count++] =
			(struct search_standing){ .label = web_words(
							  request, choice_label(search_steps, items[i].step)),
			                          .under = web_organisation(request, name),
			                          .oldest = oldest_words(request, items[i].oldest),
			                          .clients = items[i].clients };
	return status;
}

/* Says of a combination that the party leads that the municipality sees it as one, and who speaks for it. */
static void show_combination(const struct http_request *request, const struct scheme_combination *combination,
                             struct combination_view *view)
{
	struct page_link *acts = view->acts.items;

	view->combinations.items[view->combinations.count++] = arena_print(
		request->arena,
		web_words(request,
	                  WORDS("De gemeente ziet %s als één partij. Aanspreekpunt voor de gemeente is %s.")),
		web_organisation(request, combination->name),
		web_organisation(request, combination->contact));
	if (web_is_today(request))
		acts[view->acts.count++] = (struct page_link){
			.address = arena_print(request->arena, "/facts/%s?combination=%s",
			                       area_allocated_kind.name, combination->name),
			.label = web_words(request, area_allocated_kind.title),
		};
}

static enum status show_combinations(const struct http_request *request, const char *party,
                                     struct combination_view *view, struct fault *fault)
{
	const struct journal *journal = &web_visitor(request)->journal;
	const struct texts names =
		chain_above(journal->schemes, journal->register_id, party, web_on(request), request->arena);
	enum status status = OK;

	view->searches =
		records_new(&search_standing_record, names.count * SEARCH_MUNICIPALITY, request->arena);
	view->searches.count = 0;
	view->combinations.items = ARENA_MANY(request->arena, names.count, const char *);
	view->acts = records_new(&page_link_record, names.count + 1, request->arena);
	view->acts.count = 0;
	for (size_t i = 0; status == OK && i < names.count; i++) {
		const struct scheme_combination *combination = chain_combination(
			journal->schemes, journal->register_id, names.items[i], web_on(request));

		if (chain_leads(party, combination))
			show_combination(request, combination, view);
		if (chain_leads(party, combination) || strcmp(party, names.items[i]) == 0)
			status = show_searches(request, names.items[i], view, fault);
	}
	if (web_is_today(request))
		((struct page_link *)view->acts.items)[view->acts.count++] = (struct page_link){
			.address = arena_print(request->arena, "/facts/%s?under=%s",
			                       subcontractor_contracted_kind.name, party),
			.label = web_words(request, subcontractor_contracted_kind.title),
		};
	return status;
}

void combination_page(struct http_request *request, struct http_response *response, void *context)
{
	const char *party = web_visitor(request)->session.account.party;
	struct combination_view view = {
		.frame = web_frame(request, web_words(request, WORDS("Waar wij voor instaan"))),
		.organisation = web_organisation(request, party),
		.here = "/combination",
		.late_days = late_days(request),
	};
	const char *done = pairs_get(&request->query, "done");
	const struct journal_kind *kind =
		done == NULL ? NULL : journal_kind_named(web_visitor(request)->web->book, done);
	struct fault fault = { 0 };
	enum status status = show_links(request, party, &view, &fault);

	(void)context;
	if (status == OK)
		status = show_combinations(request, party, &view, &fault);
	if (status == OK)
		status = meetings_coming(&web_visitor(request)->journal, web_on(request), &view.meetings,
		                         &fault);
	if (!web_ok(request, response, status, &fault))
		return;
	view.frame.notice = kind == NULL ? NULL : web_words(request, kind->done);
	web_note_read(request, response, 0, "combination");
	web_page(request, response, "provider/combination.html", &view);
}

/* --- for the municipality --- */

/* Who speaks for a contract party: of a combination the one that its scheme names. */
static const char *contact_of(const struct http_request *request, const char *party)
{
	const struct journal *journal = &web_visitor(request)->journal;
	const struct scheme_combination *combination =
		chain_combination(journal->schemes, journal->register_id, party, web_on(request));

	return web_organisation(request, combination == NULL ? party : combination->contact);
}

/* "65%": what a municipality brings of the amount that its scheme has for a party; "" where it is alone in
 * it. */
static const char *share_words(const struct http_request *request, const struct delivery_count *count)
{
	const struct journal *journal = &web_visitor(request)->journal;

	for (size_t i = 0; i < scheme_book_count(journal->schemes, journal->register_id); i++) {
		const struct scheme *scheme =
			&scheme_book_nth(journal->schemes, journal->register_id, i)->scheme;
		const struct scheme_authority *authorities = scheme->authorities.items;

		if (scheme_party(scheme, count->party) == NULL || scheme->authorities.count < 2)
			continue;
		for (size_t n = 0; n < scheme->authorities.count; n++)
			if (strcmp(authorities[n].name, count->authority) == 0)
				return arena_print(request->arena, "%lld%%",
				                   (long long)authorities[n].share_percent);
	}
	return "";
}

/* What each party does in each municipality; nothing where the register is of one municipality. */
static enum status show_authorities(const struct http_request *request, struct parties_view *view,
                                    struct fault *fault)
{
	struct records counts = { 0 };
	enum status status = provider_authority_counts(&web_visitor(request)->journal, web_on(request),
	                                               view->late_days, &counts, fault);
	const struct delivery_count *items = counts.items;

	if (status || counts.count == 0 || strcmp(items[0].authority, items[counts.count - 1].authority) == 0)
		return status;
	view->authorities = records_new(&standing_record, counts.count, request->arena);
	for (size_t i = 0; i < counts.count; i++) {
		struct standing *standing = &((struct standing *)view->authorities.items)[i];

		*standing = (struct standing){ .label = web_organisation(request, items[i].authority),
			                       .place = share_words(request, &items[i]),
			                       .contact = web_organisation(request, items[i].party) };
		show_count(request, &items[i], standing);
	}
	return OK;
}

void parties_page(struct http_request *request, struct http_response *response, void *context)
{
	struct parties_view view = {
		.frame = web_frame(request, web_words(request, WORDS("Contractpartijen"))),
		.here = "/parties",
		.late_days = late_days(request),
	};
	struct delivery_count total = { 0 };
	struct records counts = { 0 };
	const struct delivery_count *items;
	struct fault fault = { 0 };
	enum status status = provider_counts(&web_visitor(request)->journal, web_on(request), view.late_days,
	                                     &counts, &fault);

	(void)context;
	if (!web_ok(request, response, status, &fault))
		return;
	items = counts.items;
	view.parties = records_new(&standing_record, counts.count, request->arena);
	for (size_t i = 0; i < counts.count; i++) {
		struct standing *standing = &((struct standing *)view.parties.items)[i];

		*standing = (struct standing){ .label = web_organisation(request, items[i].party),
			                       .place = "",
			                       .contact = contact_of(request, items[i].party) };
		show_count(request, &items[i], standing);
		provider_add(&total, &items[i]);
	}
	show_count(request, &total, &view.total);
	status = show_authorities(request, &view, &fault);
	if (!web_ok(request, response, status, &fault))
		return;
	web_note_read(request, response, 0, "parties");
	web_page(request, response, "provider/parties.html", &view);
}
