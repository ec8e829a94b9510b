/* SPDX-License-Identifier: EUPL-1.2 */
/* What a resident can ask on the own page. Whom it is about is the session's, never the form's. */
#include <string.h>

#include "common/scheme/scheme_book.h"
#include "outlook/resident/mine.h"
#include "outlook/resident/mine_pages.h"
#include "platform/base/words.h"
#include "practice/assignment/delivery.h"
#include "practice/desk/desk_store.h"
#include "practice/desk/offer.h"
#include "practice/investigation/consent.h"
#include "practice/request/request.h"
#include "practice/safety/complaint.h"

/* What can be asked: its name in the address, its words, and the kind of fact that it is. */
struct asking {
	const char *name, *title, *explanation, *words, *better;
	const struct journal_kind *kind;
};
static const struct asking askings[] = {
	{ "contact", WORDS("Vraag stellen"),
	  WORDS("Uw aanspreekpunt leest dit en neemt contact met u op. Is het dringend? Bel dan. Bij direct "
	        "gevaar belt u 112."),
	  WORDS("Wat wilt u vragen of vertellen?"), NULL, &contact_requested_kind },
	{ "complaint", WORDS("Klacht indienen"),
	  WORDS("Bent u niet tevreden over de hulp, over een medewerker of over de gemeente? Schrijf het "
	        "hier. "
	        "Wij nemen contact met u op. Een klacht heeft geen gevolgen voor uw hulp."),
	  WORDS("Wat ging er niet goed?"), NULL, &complaint_received_kind },
	{ "plan", WORDS("Eigen plan inleveren"),
	  WORDS("In een eigen plan schrijft u welke hulp u nodig heeft en hoe u die zelf ziet. Lever het in "
	        "binnen "
	        "zeven dagen na uw melding; later mag ook. Wij gebruiken het bij het onderzoek."),
	  WORDS("Uw plan"), NULL, &plan_received_kind },
	{ "correction", WORDS("Gegevens laten verbeteren"),
	  WORDS("Klopt er iets niet in uw gegevens? Binnen een maand hoort u wat wij ermee deden."),
	  WORDS("Welk gegeven klopt niet?"), WORDS("Wat moet het zijn?"), &correction_requested_kind },
	{ "consent", WORDS("Toestemming intrekken"),
	  WORDS("Wij overleggen dan niet meer met deze ander over u. Een reden hoeft niet. Uw aanspreekpunt "
	        "vertelt u wat dit voor uw hulp betekent."),
	  WORDS("Wilt u er iets bij zeggen?"), NULL, &consent_withdrawn_kind },
	{ "erasure", WORDS("Gegevens laten wissen"),
	  WORDS("U kunt vragen om uw gegevens te wissen. Binnen drie maanden hoort u wat wij ermee deden. "
	        "Wij "
	        "mogen niet alles wissen, bijvoorbeeld niet wat nodig is voor hulp die nog loopt. Vraag ook "
	        "eerst uw gegevens op, als u ze wilt bewaren."),
	  WORDS("Wat wilt u laten wissen?"), NULL, &erasure_requested_kind },
};

/* What is typed; a complaint says what it is about, and about whom. */
struct asked {
	const char *party, *theme, *words, *better;
	int64_t consulted; /* the consent that is taken back */
};
static const struct field asked_fields[] = {
	FIELD(struct asked, party, .label = WORDS("Over wie gaat het?")),
	FIELD(struct asked, theme, .label = WORDS("Waar gaat het over?"), .required = true,
	      .choices = complaint_themes),
	FIELD(struct asked, words, .required = true, .flags = FIELD_LONG, .max_chars = 4000),
	FIELD(struct asked, better, .required = true, .flags = FIELD_LONG, .max_chars = 4000),
	FIELD(struct asked, consulted, .required = true),
};
static const char *const carried[] = { "consulted", NULL };

static const struct field ask_view_fields[] = {
	FIELD_INSIDE(struct ask_view, frame, &page_frame_record),
	FIELD(struct ask_view, title),
	FIELD(struct ask_view, explanation, .max_chars = 1000),
	FIELD_INSIDE(struct ask_view, form, &form_view_record),
};
const struct record ask_view_record = RECORD(struct ask_view, "ask_view", ask_view_fields);

static const struct asking *asking_of(const struct http_request *request)
{
	const char *name = pairs_get(&request->parts, "what");

	for (size_t i = 0; i < COUNT(askings); i++)
		if (strcmp(askings[i].name, name) == 0)
			return &askings[i];
	return NULL;
}

/* Who comes to the resident, to complain about; no choice is the municipality. */
static enum status providers_of(const struct http_request *request, const struct choice **ret_choices,
                                struct fault *fault)
{
	struct visitor *visitor = web_visitor(request);
	struct journal *journal = &visitor->journal;
	struct records deliveries;
	const struct delivery *items;
	struct choice *choices;
	size_t count = 0;
	enum status status = deliveries_of(journal, visitor->session.person, &deliveries, fault);

	items = deliveries.items;
	choices = ARENA_MANY(request->arena, deliveries.count + 1, struct choice);
	for (size_t i = 0; status == OK && i < deliveries.count; i++) {
		size_t place = 0;

		while (place < count && strcmp(choices[place].code, items[i].deliverer) != 0)
			place++;
		if (place == count)
			choices[count++] = (struct choice){
				items[i].deliverer,
				scheme_book_organisation(journal->schemes, journal->register_id,
				                         items[i].deliverer),
			};
	}
	*ret_choices = choices;
	return status;
}

/* The fields with the words of what is asked. */
static enum status record_of(const struct http_request *request, const struct asking *asking,
                             const struct record **ret_record, struct fault *fault)
{
	struct record *record = ARENA_NEW(request->arena, struct record);
	struct field *fields = ARENA_MANY(request->arena, COUNT(asked_fields), struct field);
	bool is_complaint = asking->kind == &complaint_received_kind;
	enum status status = OK;

	*record = (struct record)RECORD(struct asked, "asked", asked_fields);
	record->fields = fields;
	record->count = 0;
	if (is_complaint) {
		fields[0] = asked_fields[0];
		status = providers_of(request, &fields[0].choices, fault);
		fields[0].hint = WORDS("Kies niets als het over de gemeente gaat.");
		fields[1] = asked_fields[1];
		record->count = status == OK && fields[0].choices[0].code == NULL ? 0 : 1;
		fields[record->count++] = asked_fields[1];
	}
	if (asking->kind == &consent_withdrawn_kind)
		fields[record->count++] = asked_fields[4];
	fields[record->count] = asked_fields[2];
	fields[record->count].required = asking->kind != &consent_withdrawn_kind;
	fields[record->count++].label = asking->words;
	if (asking->better != NULL) {
		fields[record->count] = asked_fields[3];
		fields[record->count++].label = asking->better;
	}
	*ret_record = record;
	return status;
}

static void show_ask(const struct http_request *request, struct http_response *response,
                     const struct asking *asking, struct form_request form)
{
	struct visitor *visitor = web_visitor(request);
	const char *title = web_words(request, asking->title);
	struct ask_view view = { .frame = mine_frame(request, title),
		                 .title = title,
		                 .explanation = web_words(request, asking->explanation) };

	form.language = visitor->language;
	form.action = arena_print(request->arena, "/mine/ask/%s", asking->name);
	form.token = visitor->session.form_token;
	form.submit = web_words(request, WORDS("Versturen"));
	form.cancel = "/mine";
	form.hidden = carried;
	view.form = form_view_of(&form, request->arena);
	web_note_read(request, response, visitor->session.person, "mine");
	web_page(request, response, "resident/ask.html", &view);
}

void ask_page(struct http_request *request, struct http_response *response, void *context)
{
	const struct asking *asking = asking_of(request);
	struct asked asked = { .consulted = web_number(&request->query, "consulted") };
	struct form_request form = { .item = &asked };
	struct fault fault = { 0 };

	(void)context;
	if (asking == NULL || (asking->kind == &consent_withdrawn_kind && asked.consulted == 0))
		web_problem(request, response, 404);
	else if (web_ok(request, response, record_of(request, asking, &form.record, &fault), &fault))
		show_ask(request, response, asking, form);
}

/* The personal plan, with the newest report (Wmo 2015, art. 2.3.2 lid 2); NOT_FOUND before there is one. */
static enum status plan_of(const struct http_request *request, const struct asked *asked, void **ret_item,
                           struct fault *fault)
{
	struct visitor *visitor = web_visitor(request);
	struct personal_plan *plan = ARENA_NEW(request->arena, struct personal_plan);
	struct records reports;
	enum status status = desk_reports_of(&visitor->journal, visitor->session.person, &reports, fault);

	if (status != OK || reports.count == 0)
		return status == OK ? NOT_FOUND : status;
	plan->report = ((const struct report_line *)reports.items)[0].report;
	plan->words = asked->words;
	plan->on = clock_today(&visitor->clock);
	*ret_item = plan;
	return OK;
}

/* The fact that this is, about the person of the session. */
static void *item_of(const struct http_request *request, const struct asking *asking,
                     const struct asked *asked)
{
	const struct visitor *visitor = web_visitor(request);
	struct consent_withdrawn *withdrawn;
	struct complaint *complaint;
	struct request *item;

	if (asking->kind == &complaint_received_kind) {
		complaint = ARENA_NEW(request->arena, struct complaint);
		complaint->person = visitor->session.person;
		complaint->party = asked->party;
		complaint->theme = asked->theme;
		complaint->words = asked->words;
		complaint->received_on = clock_today(&visitor->clock);
		return complaint;
	}
	if (asking->kind == &consent_withdrawn_kind) {
		withdrawn = ARENA_NEW(request->arena, struct consent_withdrawn);
		withdrawn->person = visitor->session.person;
		withdrawn->consulted = asked->consulted;
		withdrawn->words = asked->words;
		return withdrawn;
	}
	item = ARENA_NEW(request->arena, struct request);
	item->person = visitor->session.person;
	item->words = asked->words;
	item->better = asked->better;
	item->asked_on = clock_today(&visitor->clock);
	return item;
}

void ask_post(struct http_request *request, struct http_response *response, void *context)
{
	const struct asking *asking = asking_of(request);
	struct findings findings = findings_new(request->arena, web_visitor(request)->language);
	struct asked asked = { 0 };
	struct form_request form = { .item = &asked, .posted = &request->form, .findings = &findings };
	struct fault fault = { 0 };
	struct web_fact brought = { .findings = &findings };
	enum status status;

	(void)context;
	if (asking == NULL) {
		web_problem(request, response, 404);
		return;
	}
	if (!web_ok(request, response, record_of(request, asking, &form.record, &fault), &fault))
		return;
	status = pairs_read(&request->form, form.record, &asked, 0, &findings);
	if (status == OK) {
		brought.kind = asking->kind;
		brought.item = item_of(request, asking, &asked);
		if (asking->kind == &plan_received_kind)
			status = plan_of(request, &asked, &brought.item, &fault);
	}
	if (status == OK) {
		status = web_append(request, response, &brought, &fault);
	}
	if (status == FINDINGS) {
		show_ask(request, response, asking, form);
		response->status = 422;
		return;
	}
	if (web_ok(request, response, status, &fault))
		http_redirect(response, "/mine?done=asked");
}
