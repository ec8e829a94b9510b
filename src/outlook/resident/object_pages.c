/* SPDX-License-Identifier: EUPL-1.2 */
/* Objecting from the own page (Awb, art. 6:4 and 6:5): in the resident's own words, against one decision. */
#include <string.h>

#include "common/access/access.h"
#include "common/person/representative.h"
#include "common/person/vault.h"
#include "outlook/resident/mine.h"
#include "outlook/resident/mine_pages.h"
#include "platform/base/words.h"
#include "practice/objection/objection.h"
#include "practice/term/term_keep.h"

/* What is typed. */
struct reasons {
	const char *reasons;
};
static const struct field reasons_fields[] = {
	FIELD(struct reasons, reasons, .label = WORDS("Waarom bent u het er niet mee eens?"),
	      .hint = WORDS(
		      "Schrijf het in uw eigen woorden. Weet u het nog niet precies? Dan mag u het later "
		      "nog sturen."),
	      .flags = FIELD_LONG, .max_chars = 4000),
};
static const struct record reasons_record = RECORD(struct reasons, "reasons", reasons_fields);

/* The decision of the path, as long as it is one of the resident's own. */
static enum status find_term(const struct http_request *request, struct term_line *ret_line,
                             struct fault *fault)
{
	struct visitor *visitor = web_visitor(request);
	const struct term_line which = { .person = visitor->session.person,
		                         .about = web_number(&request->parts, "decision"),
		                         .term = "objection" };

	return term_find(&visitor->journal, &which, ret_line, fault);
}

static void show_object(const struct http_request *request, struct http_response *response,
                        struct form_request form)
{
	struct visitor *visitor = web_visitor(request);
	const char *title = web_words(request, WORDS("Bezwaar maken"));
	struct ask_view view = { .frame = mine_frame(request, title), .title = title };

	view.explanation = web_words(
		request,
		WORDS("U laat zo weten dat u het niet eens bent met dit besluit. U krijgt een brief dat "
	              "wij uw bezwaar hebben. Een ander dan wie besloot, kijkt er opnieuw naar, en u mag "
	              "het uitleggen. Bezwaar maken kost niets. Het besluit blijft gelden tot wij "
	              "opnieuw beslissen."));
	form.record = &reasons_record;
	form.language = visitor->language;
	form.action = request->path;
	form.token = visitor->session.form_token;
	form.submit = web_words(request, WORDS("Bezwaar versturen"));
	form.cancel = "/mine";
	view.form = form_view_of(&form, request->arena);
	web_note_read(request, response, visitor->session.person, "mine");
	web_page(request, response, "resident/ask.html", &view);
}

void object_page(struct http_request *request, struct http_response *response, void *context)
{
	struct term_line line = { 0 };
	struct fault fault = { 0 };

	(void)context;
	if (web_ok(request, response, find_term(request, &line, &fault), &fault))
		show_object(request, response, (struct form_request){ 0 });
}

/* Who acts for the resident objects in their own name, for the resident. */
static enum status name_representative(const struct http_request *request, struct objection *objection,
                                       struct fault *fault)
{
	struct visitor *visitor = web_visitor(request);
	struct representative acts;
	enum status status;

	if (strcmp(visitor->session.account.account, ACCESS_REPRESENTATIVE) != 0)
		return OK;
	status =
		representative_of(&visitor->journal, objection->person, objection->received_on, &acts, fault);
	if (status == OK)
		objection->by_whom =
			arena_print(request->arena, "%s, namens %s",
		                    relation_words(&acts.who, request->arena), objection->by_whom);
	return status == NOT_FOUND ? OK : status;
}

/* The objection, in the name of the resident or of who represents them. */
static enum status append(const struct http_request *request, struct http_response *response,
                          const struct reasons *reasons, struct findings *findings, struct fault *fault)
{
	struct visitor *visitor = web_visitor(request);
	struct identity identity;
	struct objection objection = { .person = visitor->session.person,
		                       .decision = web_number(&request->parts, "decision"),
		                       .received_on = clock_today(&visitor->clock),
		                       .how = "form",
		                       .reasons = reasons->reasons };
	struct web_fact brought = { .kind = &objection_received_kind,
		                    .item = &objection,
		                    .findings = findings };
	enum status status = vault_identity(&visitor->journal, objection.person, &identity, fault);

	if (status)
		return status;
	objection.by_whom = identity_name(&identity, request->arena);
	status = name_representative(request, &objection, fault);
	if (status)
		return status;
	return web_append(request, response, &brought, fault);
}

void object_post(struct http_request *request, struct http_response *response, void *context)
{
	struct findings findings = findings_new(request->arena, web_visitor(request)->language);
	struct reasons reasons = { 0 };
	struct term_line line = { 0 };
	struct fault fault = { 0 };
	enum status status = find_term(request, &line, &fault);

	(void)context;
	if (!web_ok(request, response, status, &fault))
		return;
	status = pairs_read(&request->form, &reasons_record, &reasons, 0, &findings);
	if (status == OK)
		status = append(request, response, &reasons, &findings, &fault);
	if (status == FINDINGS && strcmp(findings.items[0].code, "objection-twice") == 0) {
		http_redirect(response, "/mine?done=twice");
		return;
	}
	if (status == FINDINGS) {
		show_object(request, response,
		            (struct form_request){
				    .item = &reasons, .posted = &request->form, .findings = &findings });
		response->status = 422;
		return;
	}
	if (web_ok(request, response, status, &fault))
		http_redirect(response, "/mine?done=asked");
}
