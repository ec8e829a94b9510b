/* SPDX-License-Identifier: EUPL-1.2 */
/* What a resident can ask on the own page. Whom it is about is the session's, never the form's. */
#include <string.h>

#include "outlook/resident/mine.h"
#include "outlook/resident/mine_pages.h"
#include "platform/base/words.h"
#include "practice/request/request.h"

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
	  WORDS("Wat ging er niet goed?"), NULL, &contact_requested_kind },
	{ "correction", WORDS("Gegevens laten verbeteren"),
	  WORDS("Klopt er iets niet in uw gegevens? Binnen een maand hoort u wat wij ermee deden."),
	  WORDS("Welk gegeven klopt niet?"), WORDS("Wat moet het zijn?"), &correction_requested_kind },
	{ "erasure", WORDS("Gegevens laten wissen"),
	  WORDS("U kunt vragen om uw gegevens te wissen. Binnen drie maanden hoort u wat wij ermee deden. "
	        "Wij "
	        "mogen niet alles wissen, bijvoorbeeld niet wat nodig is voor hulp die nog loopt. Vraag ook "
	        "eerst uw gegevens op, als u ze wilt bewaren."),
	  WORDS("Wat wilt u laten wissen?"), NULL, &erasure_requested_kind },
};

/* What is typed. */
struct asked {
	const char *words, *better;
};
static const struct field asked_fields[] = {
	FIELD(struct asked, words, .required = true, .flags = FIELD_LONG, .max_chars = 3900),
	FIELD(struct asked, better, .required = true, .flags = FIELD_LONG, .max_chars = 3900),
};

struct ask_view {
	struct page_frame frame;
	const char *title, *explanation;
	struct form_view form;
};
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

/* The fields with the words of what is asked. */
static const struct record *record_of(const struct asking *asking, struct arena *arena)
{
	struct record *record = ARENA_NEW(arena, struct record);
	struct field *fields = ARENA_MANY(arena, COUNT(asked_fields), struct field);

	memcpy(fields, asked_fields, sizeof(asked_fields));
	fields[0].label = asking->words;
	fields[1].label = asking->better;
	*record = (struct record)RECORD(struct asked, "asked", asked_fields);
	record->fields = fields;
	record->count = asking->better == NULL ? 1 : 2;
	return record;
}

static void show_ask(const struct http_request *request, struct http_response *response,
                     const struct asking *asking, struct form_request form)
{
	struct visitor *visitor = web_visitor(request);
	const char *title = web_words(request, asking->title);
	struct ask_view view = { .frame = mine_frame(request, title),
		                 .title = title,
		                 .explanation = web_words(request, asking->explanation) };

	form.record = record_of(asking, request->arena);
	form.language = visitor->language;
	form.action = arena_print(request->arena, "/mine/ask/%s", asking->name);
	form.token = visitor->session.form_token;
	form.submit = web_words(request, WORDS("Versturen"));
	form.cancel = "/mine";
	view.form = form_view_of(&form, request->arena);
	web_note_read(request, response, visitor->session.person, "mine");
	web_page(request, response, "resident/ask.html", &view);
}

void ask_page(struct http_request *request, struct http_response *response, void *context)
{
	const struct asking *asking = asking_of(request);

	(void)context;
	if (asking == NULL)
		web_problem(request, response, 404);
	else
		show_ask(request, response, asking, (struct form_request){ 0 });
}

void ask_post(struct http_request *request, struct http_response *response, void *context)
{
	const struct visitor *visitor = web_visitor(request);
	const struct asking *asking = asking_of(request);
	struct findings findings = findings_new(request->arena, visitor->language);
	struct asked asked = { 0 };
	struct request item;
	struct fault fault = { 0 };
	struct web_fact brought = { .findings = &findings, .item = &item };
	enum status status;

	(void)context;
	if (asking == NULL) {
		web_problem(request, response, 404);
		return;
	}
	status = pairs_read(&request->form, record_of(asking, request->arena), &asked, 0, &findings);
	if (status == OK)
		record_check_required(record_of(asking, request->arena), &asked, "", &findings);
	if (findings.count > 0)
		status = FINDINGS;
	brought.kind = asking->kind;
	item = (struct request){ .person = visitor->session.person,
		                 .words = strcmp(asking->name, "complaint") == 0
		                                  ? arena_print(request->arena, "Klacht: %s",
		                                                or_empty(asked.words))
		                                  : asked.words,
		                 .better = asked.better,
		                 .asked_on = clock_today(&visitor->clock) };
	if (status == OK)
		status = web_append(request, response, &brought, &fault);
	if (status == FINDINGS) {
		show_ask(request, response, asking,
		         (struct form_request){
				 .item = &asked, .posted = &request->form, .findings = &findings });
		response->status = 422;
		return;
	}
	if (web_ok(request, response, status, &fault))
		http_redirect(response, "/mine?done=asked");
}
