/* SPDX-License-Identifier: EUPL-1.2 */
#include "outlook/norms/norms_pages.h"

#include <string.h>

#include "common/access/web.h"
#include "common/calendar/calendar.h"
#include "common/person/person.h"
#include "outlook/norms/norms_store.h"
#include "platform/base/words.h"

#define LINES_ON_A_PAGE 50
#define ROWS_MAX 64 /* of one agreement */

static const char *const list_codes[NORM_LISTS_COUNT] = {
	[NORM_UNREACHED] = "unreached",
	[NORM_INVESTIGATIONS] = "investigations",
	[NORM_DECISIONS] = "decisions",
	[NORM_WAITING] = "waiting",
};

/* A norm with what was measured; two where the law has two terms. */
struct norm_view {
	const char *label, *holds, *agreed, *measured, *how, *address, *behind;
};
static const struct field norm_view_fields[] = {
	FIELD(struct norm_view, label),
	FIELD(struct norm_view, holds),
	FIELD(struct norm_view, agreed),
	FIELD(struct norm_view, measured),
	FIELD(struct norm_view, how, .max_chars = 1000),
	FIELD(struct norm_view, address),
	FIELD(struct norm_view, behind),
};
static const struct record norm_view_record = RECORD(struct norm_view, "norm_view", norm_view_fields);

struct agreement_view {
	const char *scheme, *label, *phase, *kind, *about, *before;
	struct date since;
	struct records norms;
};
static const struct field agreement_view_fields[] = {
	FIELD(struct agreement_view, scheme), FIELD(struct agreement_view, label),
	FIELD(struct agreement_view, phase),  FIELD(struct agreement_view, kind),
	FIELD(struct agreement_view, about),  FIELD(struct agreement_view, before),
	FIELD(struct agreement_view, since),  FIELD(struct agreement_view, norms, .of = &norm_view_record),
};
static const struct record agreement_view_record =
	RECORD(struct agreement_view, "agreement_view", agreement_view_fields);

struct behind_view {
	int64_t person;
	const char *name, *what;
	struct date since;
};
static const struct field behind_view_fields[] = {
	FIELD(struct behind_view, person),
	FIELD(struct behind_view, name),
	FIELD(struct behind_view, what, .max_chars = 4000),
	FIELD(struct behind_view, since),
};
static const struct record behind_view_record = RECORD(struct behind_view, "behind_view", behind_view_fields);

struct norms_view {
	struct page_frame frame;
	struct date on;
	struct records agreements, lines;
	const char *list, *next;
	int64_t total;
	bool may_see_travel;
};
static const struct field norms_view_fields[] = {
	FIELD_INSIDE(struct norms_view, frame, &page_frame_record),
	FIELD(struct norms_view, on),
	FIELD(struct norms_view, agreements, .of = &agreement_view_record),
	FIELD(struct norms_view, lines, .of = &behind_view_record),
	FIELD(struct norms_view, list),
	FIELD(struct norms_view, next),
	FIELD(struct norms_view, total, .flags = FIELD_ZERO_IS_SET),
	FIELD(struct norms_view, may_see_travel),
};
const struct record norms_view_record = RECORD(struct norms_view, "norms_view", norms_view_fields);

/* An agreement under way. */
struct measuring {
	const struct http_request *request;
	struct journal *journal;
	struct arena *arena;
	const struct scheme *scheme;
	const struct scheme_agreement *agreement;
	const struct scheme_phase *phase;
	struct norm_period period;
	const struct norm_grants *grants; /* of all running agreements */
	struct records *rows;
};

static struct norm_view *add_row(struct measuring *measuring, struct norm_view row)
{
	struct norm_view *items = measuring->rows->items;

	if (measuring->rows->count == ROWS_MAX)
		return &items[ROWS_MAX - 1];
	items[measuring->rows->count] = row;
	return &items[measuring->rows->count++];
}

static const char *address_of(const struct measuring *measuring, enum norm_list list, int64_t within_days)
{
	if (!web_may(measuring->request, MAY_SEE_CLIENTS))
		return "";
	return arena_print(measuring->arena, "/norms?list=%s&agreement=%s&days=%lld", list_codes[list],
	                   measuring->agreement->name, (long long)within_days);
}

static const char *day_words(const struct measuring *measuring, struct date day)
{
	return calendar_date_words(day, web_visitor(measuring->request)->language, false, measuring->arena);
}

/* "93 van 97 (95%)" */
static const char *count_words(const struct measuring *measuring, const struct norm_count *count)
{
	int percent = norm_percent(count);

	if (percent < 0)
		return web_words(measuring->request, WORDS("nog niets te tellen"));
	return arena_print(measuring->arena, web_words(measuring->request, WORDS("%lld van %lld (%d%%)")),
	                   (long long)count->reached, (long long)count->reached + (long long)count->missed,
	                   percent);
}

static const char *behind_words(const struct measuring *measuring, int64_t missed)
{
	return arena_print(measuring->arena, web_words(measuring->request, WORDS("%lld niet: bekijk wie")),
	                   (long long)missed);
}

/* --- one measure --- */

static const char *days_words(const struct measuring *measuring, int64_t days)
{
	if (days == 0)
		return web_words(measuring->request, WORDS("de bron noemt geen getal"));
	return arena_print(measuring->arena, web_words(measuring->request, WORDS("binnen %lld dagen")),
	                   (long long)days);
}

static void measure_care(struct measuring *measuring, struct norm_view row, int64_t within_days)
{
	const struct norm_care asked = { measuring->scheme, measuring->agreement->name, within_days };
	struct norm_count count = norms_care(measuring->grants, &measuring->period, &asked);

	row.agreed = days_words(measuring, within_days);
	row.measured = count_words(measuring, &count);
	if (count.missed > 0) {
		row.address = address_of(measuring, NORM_UNREACHED, within_days);
		row.behind = behind_words(measuring, count.missed);
	}
	row.how = arena_print(
		measuring->arena,
		within_days == 0
			? web_words(measuring->request, WORDS("Geteld: alle toekenningen van de producten "
	                                                      "van deze overeenkomst met een "
	                                                      "eerste dag van %s tot en met %s; bereikt is "
	                                                      "wat op die laatste dag was "
	                                                      "begonnen. Nog niet aan de beurt: %lld."))
			: web_words(measuring->request, WORDS("Geteld: alle toekenningen van de producten "
	                                                      "van deze overeenkomst met een "
	                                                      "eerste dag van %s tot en met %s; bereikt is "
	                                                      "wat binnen de norm na die eerste "
	                                                      "dag begon. Nog niet aan de beurt: %lld.")),
		day_words(measuring, measuring->period.since), day_words(measuring, measuring->period.on),
		(long long)count.open);
	(void)add_row(measuring, row);
}

/* A term of the law, with what it is counted from. */
struct law_term {
	enum norm_list list;
	const char *label, *agreed, *counted;
	enum status (*count)(struct journal *journal, const struct norm_period *period,
	                     struct norm_count *ret_count, struct fault *fault);
};
static const struct law_term law_terms[] = {
	{ NORM_INVESTIGATIONS, WORDS("onderzoek"),
	  WORDS("binnen zes weken na de melding (Wmo 2015, art. 2.3.2 lid 1)"),
	  WORDS("alle meldingen in dit register"), norms_investigations },
	{ NORM_DECISIONS, WORDS("besluit"),
	  WORDS("binnen twee weken na de aanvraag (Wmo 2015, art. 2.3.5 lid 2)"),
	  WORDS("alle aanvragen in dit register"), norms_decisions },
};

static enum status measure_terms(struct measuring *measuring, struct norm_view row, struct fault *fault)
{
	enum status status = OK;
	const char *label = row.label;

	for (size_t i = 0; status == OK && i < COUNT(law_terms); i++) {
		const struct law_term *term = &law_terms[i];
		struct norm_count count;

		status = term->count(measuring->journal, &measuring->period, &count, fault);
		if (status)
			return status;
		row.label = arena_print(measuring->arena, "%s: %s", label,
		                        web_words(measuring->request, term->label));
		row.agreed = web_words(measuring->request, term->agreed);
		row.measured = count_words(measuring, &count);
		row.address = count.missed == 0 ? "" : address_of(measuring, term->list, 0);
		row.behind = behind_words(measuring, count.missed);
		row.how = arena_print(measuring->arena,
		                      web_words(measuring->request,
		                                WORDS("Geteld: %s van %s tot en met %s; op tijd is wat klaar "
		                                      "was op of voor de dag die "
		                                      "de kalender berekende. Nog niet aan de beurt: %lld.")),
		                      web_words(measuring->request, term->counted),
		                      day_words(measuring, measuring->period.since),
		                      day_words(measuring, measuring->period.on), (long long)count.open);
		(void)add_row(measuring, row);
	}
	return status;
}

static enum status measure_waiting(struct measuring *measuring, struct norm_view row, int64_t within_days,
                                   struct fault *fault)
{
	const struct norm_care asked = { measuring->scheme, measuring->agreement->name, within_days };
	struct records lines = { 0 };
	int64_t over = 0;
	enum status status =
		norms_lines(measuring->journal, NORM_WAITING, &measuring->period, &asked, &lines, fault);

	if (status)
		return status;
	for (size_t i = 0; i < lines.count; i++)
		over += measuring->period.on.day - ((struct norm_line *)lines.items)[i].since.day >
		        within_days;
	row.agreed = days_words(measuring, within_days);
	if (within_days == 0)
		row.measured = arena_print(measuring->arena, "%zu", lines.count);
	else
		row.measured = arena_print(measuring->arena,
		                           web_words(measuring->request, WORDS("%zu, van wie %lld langer")),
		                           lines.count, (long long)over);
	if (lines.count > 0) {
		row.address = address_of(measuring, NORM_WAITING, within_days);
		row.behind = web_words(measuring->request, WORDS("bekijk wie"));
	}
	row.how = arena_print(
		measuring->arena,
		web_words(measuring->request, WORDS("Geteld: wat op %s is toegekend, dan al mag beginnen en "
	                                            "nog geen aanbieder heeft die "
	                                            "op die dag levert; de dagen tellen vanaf het besluit.")),
		day_words(measuring, measuring->period.on));
	(void)add_row(measuring, row);
	return OK;
}

static enum status measure_norm(struct measuring *measuring, const struct scheme_norm *norm,
                                struct fault *fault)
{
	const char *measure = norm->measure == NULL ? "not_measured" : norm->measure;
	struct norm_view row = {
		.label = norm->label,
		.holds = web_words(measuring->request, norm->is_floor ? WORDS("ondergrens, in elke fase")
		                                                      : WORDS("in deze fase")),
		.agreed = days_words(measuring, norm->within_days),
		.address = "",
		.how = web_words(measuring->request,
		                 WORDS("Dit is uit de feiten van dit register niet te meten.")),
		.measured = web_words(measuring->request, WORDS("niet gemeten"))
	};

	if (strcmp(measure, "care_reached") == 0) {
		measure_care(measuring, row, norm->within_days);
		return OK;
	}
	if (strcmp(measure, "legal_terms") == 0)
		return measure_terms(measuring, row, fault);
	if (strcmp(measure, "waiting") == 0)
		return measure_waiting(measuring, row, norm->within_days, fault);
	(void)add_row(measuring, row);
	return OK;
}

/* --- one agreement --- */

static bool has_measure(const struct scheme *scheme, const struct scheme_phase *phase, const char *measure)
{
	const struct scheme_norm *norms = scheme->norms.items;

	for (size_t i = 0; i < scheme->norms.count; i++)
		if (norms[i].measure != NULL && strcmp(norms[i].measure, measure) == 0 &&
		    norm_holds(&norms[i], phase))
			return true;
	return false;
}

/* What holds whatever the file says: care is reached, the law is kept, and who waits is known. */
static enum status measure_floor(struct measuring *measuring, struct fault *fault)
{
	const struct scheme *scheme = measuring->scheme;
	struct norm_view row = { .holds = web_words(measuring->request,
		                                    WORDS("ondergrens van de wet, in elke fase")),
		                 .address = "" };
	enum status status = OK;

	row.label = web_words(measuring->request, WORDS("Toegekende hulp begint"));
	if (!has_measure(scheme, measuring->phase, "care_reached"))
		measure_care(measuring, row, 0);
	row.label = web_words(measuring->request, WORDS("De termijnen van de wet worden gehaald"));
	if (!has_measure(scheme, measuring->phase, "legal_terms"))
		status = measure_terms(measuring, row, fault);
	row.label = web_words(measuring->request, WORDS("Wachtlijst"));
	if (status == OK && !has_measure(scheme, measuring->phase, "waiting"))
		status = measure_waiting(measuring, row, 0, fault);
	return status;
}

static enum status show_agreement(struct measuring *measuring, struct agreement_view *view,
                                  struct fault *fault)
{
	const struct scheme_phase *phase = measuring->phase;
	const struct scheme_agreement *before = norm_before(measuring->scheme, measuring->agreement, phase);
	const struct scheme_norm *norms = measuring->scheme->norms.items;
	enum status status = OK;

	*view = (struct agreement_view){
		.scheme = measuring->scheme->label,
		.label = measuring->agreement->label,
		.phase = phase == NULL ? "" : phase->label,
		.kind = phase == NULL ? ""
		                      : web_words(measuring->request,
		                                  choice_label(scheme_phase_kinds, phase->kind)),
		.about = phase == NULL ? "" : phase->about,
		.before = before == NULL ? "" : before->label,
		.since = measuring->period.since,
		.norms = records_new(&norm_view_record, ROWS_MAX, measuring->arena),
	};
	view->norms.count = 0;
	measuring->rows = &view->norms;
	for (size_t i = 0; status == OK && i < measuring->scheme->norms.count; i++)
		if (norm_holds(&norms[i], phase))
			status = measure_norm(measuring, &norms[i], fault);
	return status == OK ? measure_floor(measuring, fault) : status;
}

static struct measuring measuring_of(const struct http_request *request, const struct scheme *scheme,
                                     const struct scheme_agreement *agreement)
{
	struct measuring measuring = { .request = request,
		                       .journal = &web_visitor(request)->journal,
		                       .arena = request->arena,
		                       .scheme = scheme,
		                       .agreement = agreement,
		                       .phase = scheme_phase_on(scheme, agreement->name, web_on(request)),
		                       .period = { .on = web_on(request) } };

	measuring.period.since = norm_since(agreement, measuring.phase);
	return measuring;
}

static bool runs(const struct scheme_agreement *agreement, struct date on)
{
	return date_within(on, agreement->from, agreement->until);
}

/* Everything granted since the first of the running agreements, or their phases, began. */
static enum status read_grants(const struct http_request *request, struct norm_grants *ret_grants,
                               struct fault *fault)
{
	struct journal *journal = &web_visitor(request)->journal;
	struct norm_period period = { .since = web_on(request), .on = web_on(request) };
	const struct scheme_entry *entry;

	for (size_t i = 0; (entry = scheme_book_nth(journal->schemes, journal->register_id, i)) != NULL; i++)
		for (size_t j = 0; j < entry->scheme.agreements.count; j++) {
			const struct scheme_agreement *agreement =
				&SCHEME_ITEMS(scheme_agreement, entry->scheme.agreements)[j];
			struct date since = measuring_of(request, &entry->scheme, agreement).period.since;

			if (runs(agreement, period.on) && date_before(since, period.since))
				period.since = since;
		}
	return norms_grants(journal, &period, ret_grants, fault);
}

static enum status show_agreements(const struct http_request *request, struct records *agreements,
                                   struct fault *fault)
{
	const struct journal *journal = &web_visitor(request)->journal;
	const struct scheme_entry *entry;
	struct norm_grants grants;
	size_t count = 0;
	enum status status = read_grants(request, &grants, fault);

	for (size_t i = 0; (entry = scheme_book_nth(journal->schemes, journal->register_id, i)) != NULL; i++)
		count += entry->scheme.agreements.count;
	*agreements = records_new(&agreement_view_record, count, request->arena);
	agreements->count = 0;
	for (size_t i = 0; (entry = scheme_book_nth(journal->schemes, journal->register_id, i)) != NULL; i++)
		for (size_t j = 0; status == OK && j < entry->scheme.agreements.count; j++) {
			const struct scheme_agreement *agreement =
				&SCHEME_ITEMS(scheme_agreement, entry->scheme.agreements)[j];
			struct measuring measuring = measuring_of(request, &entry->scheme, agreement);

			measuring.grants = &grants;
			if (runs(agreement, web_on(request)))
				status = show_agreement(
					&measuring,
					&((struct agreement_view *)agreements->items)[agreements->count++],
					fault);
		}
	return status;
}

/* --- who is behind a number --- */

/* The running agreement of that name, ready to be measured; no agreement when there is none. */
static struct measuring asked_agreement(const struct http_request *request, const char *name)
{
	const struct journal *journal = &web_visitor(request)->journal;
	const struct scheme_entry *entry;

	for (size_t i = 0; (entry = scheme_book_nth(journal->schemes, journal->register_id, i)) != NULL; i++)
		for (size_t j = 0; j < entry->scheme.agreements.count; j++) {
			const struct scheme_agreement *agreement =
				&SCHEME_ITEMS(scheme_agreement, entry->scheme.agreements)[j];

			if (name != NULL && strcmp(agreement->name, name) == 0 &&
			    runs(agreement, web_on(request)))
				return measuring_of(request, &entry->scheme, agreement);
		}
	return (struct measuring){ 0 };
}

static struct behind_view show_line(const struct measuring *measuring, const struct norm_line *line)
{
	const struct identity client = { .initials = line->initials,
		                         .prefix = line->prefix,
		                         .surname = line->surname };
	const struct scheme_product *product = scheme_product(measuring->scheme, line->what);

	return (struct behind_view){ .person = line->person,
		                     .name = identity_name(&client, measuring->arena),
		                     .what = product == NULL ? line->what : product->label,
		                     .since = line->since };
}

static enum status show_behind(const struct http_request *request, struct norms_view *view,
                               struct fault *fault)
{
	const char *code = pairs_get(&request->query, "list");
	const struct measuring measuring = asked_agreement(request, pairs_get(&request->query, "agreement"));
	size_t first = (size_t)web_number(&request->query, "after"), list = 0;
	struct norm_care asked;
	struct records lines = { 0 };
	enum status status;

	while (list < NORM_LISTS_COUNT && (code == NULL || strcmp(code, list_codes[list]) != 0))
		list++;
	if (list == NORM_LISTS_COUNT || measuring.agreement == NULL || !web_may(request, MAY_SEE_CLIENTS))
		return OK;
	asked = (struct norm_care){ measuring.scheme, measuring.agreement->name,
		                    web_number(&request->query, "days") };
	status = norms_lines(measuring.journal, (enum norm_list)list, &measuring.period, &asked, &lines,
	                     fault);
	if (status)
		return status;
	view->list = measuring.agreement->label;
	view->total = (int64_t)lines.count;
	first = first < lines.count ? first : lines.count;
	view->lines = records_new(&behind_view_record, lines.count - first, request->arena);
	if (view->lines.count > LINES_ON_A_PAGE) {
		view->lines.count = LINES_ON_A_PAGE;
		view->next = arena_print(request->arena, "%s&after=%zu",
		                         address_of(&measuring, (enum norm_list)list, asked.within_days),
		                         first + LINES_ON_A_PAGE);
	}
	for (size_t i = 0; i < view->lines.count; i++)
		((struct behind_view *)view->lines.items)[i] =
			show_line(&measuring, &((struct norm_line *)lines.items)[first + i]);
	return OK;
}

void norms_page(struct http_request *request, struct http_response *response, void *context)
{
	struct norms_view view = { .frame = web_frame(request, web_words(request, WORDS("Normen"))),
		                   .on = web_on(request),
		                   .list = "",
		                   .next = "",
		                   .may_see_travel = web_may(request, MAY_SEE_ORDERS) ||
		                                     web_may(request, MAY_ADOPT_SCHEME) };
	struct fault fault = { 0 };
	enum status status;

	(void)context;
	status = show_agreements(request, &view.agreements, &fault);
	if (status == OK)
		status = show_behind(request, &view, &fault);
	if (!web_ok(request, response, status, &fault))
		return;
	web_note_read(request, response, 0, "norms");
	web_page(request, response, "norms/norms.html", &view);
}
