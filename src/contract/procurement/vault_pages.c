/* SPDX-License-Identifier: EUPL-1.2 */
/* The vault for who hold its keys: make one, and after the deadline open it, two together. */
#include <sodium.h>
#include <string.h>

#include "contract/procurement/bid_door.h"
#include "contract/procurement/opening.h"
#include "contract/procurement/procurement_pages.h"
#include "contract/procurement/tender_view.h"
#include "platform/base/words.h"

struct vault_holder {
	const char *name;
	bool is_you, has_key, has_turned;
};
static const struct field holder_fields[] = {
	FIELD(struct vault_holder, name),
	FIELD(struct vault_holder, is_you),
	FIELD(struct vault_holder, has_key),
	FIELD(struct vault_holder, has_turned),
};
static const struct record holder_record = RECORD(struct vault_holder, "vault_holder", holder_fields);

struct vault_view {
	struct page_frame frame;
	const char *tender, *title, *code, *waits;
	struct records holders;
	bool may_make, may_open, is_opened;
	struct form_view form;
};
static const struct field vault_fields[] = {
	FIELD_INSIDE(struct vault_view, frame, &page_frame_record),
	FIELD(struct vault_view, tender),
	FIELD(struct vault_view, title),
	FIELD(struct vault_view, code),
	FIELD(struct vault_view, waits),
	FIELD(struct vault_view, holders, .of = &holder_record),
	FIELD(struct vault_view, may_make),
	FIELD(struct vault_view, may_open),
	FIELD(struct vault_view, is_opened),
	FIELD_INSIDE(struct vault_view, form, &form_view_record),
};
const struct record vault_view_record = RECORD(struct vault_view, "vault_view", vault_fields);

/* What a holder types. */
struct opening_form {
	const char *code;
	bool despite;
};
static const struct field opening_fields[] = {
	FIELD(struct opening_form, code, .label = WORDS("Uw sleutelcode"), .required = true,
	      .hint = WORDS("Hoofdletters en streepjes maken niet uit."), .max_chars = 100),
	FIELD(struct opening_form, despite,
	      .label = WORDS("Open de andere ook als er een inschrijving veranderd is")),
};
static const struct record opening_record = RECORD(struct opening_form, "opening_form", opening_fields);

/* The tender of the path with its three holders; false: it has answered. */
struct vault_now {
	struct tender_notice notice;
	struct records holders;
	const struct bid_holder *own;
};

static bool find_vault(const struct http_request *request, struct http_response *response,
                       struct vault_now *now)
{
	struct journal *journal = &web_visitor(request)->journal;
	struct fault fault = { 0 };
	const struct bid_holder *items;
	enum status status = tender_find(request, &now->notice, &fault);

	if (status == OK)
		status = bid_holders(journal, now->notice.tender, &now->holders, &fault);
	if (!web_ok(request, response, status, &fault))
		return false;
	items = now->holders.items;
	for (size_t i = 0; i < now->holders.count; i++)
		if (strcmp(items[i].account, journal->account) == 0)
			now->own = &items[i];
	if (now->own == NULL && !web_may(request, MAY_MANAGE_AGREEMENTS)) {
		web_problem(request, response, 403);
		return false;
	}
	return true;
}

static void show_holders(const struct http_request *request, const struct vault_now *now,
                         struct vault_view *view)
{
	const struct bid_holder *items = now->holders.items;

	view->holders = records_new(&holder_record, now->holders.count, request->arena);
	for (size_t i = 0; i < now->holders.count; i++)
		((struct vault_holder *)view->holders.items)[i] = (struct vault_holder){
			.name = items[i].name,
			.is_you = &items[i] == now->own,
			.has_key = items[i].public_key[0] != '\0',
			.has_turned = date_is(items[i].turned_on),
		};
}

/* Why nothing can be done now. */
static const char *waits_for(const struct http_request *request, const struct vault_now *now)
{
	const struct visitor *visitor = web_visitor(request);

	if (now->own == NULL || date_is(now->notice.opened_on))
		return NULL;
	if (bid_door_is_open(&visitor->journal, &now->notice) && now->own->public_key[0] != '\0')
		return arena_print(
			request->arena,
			web_words(request, WORDS("De kluis blijft dicht tot %s. Kom daarna hier terug "
		                                 "met uw code.")),
			moment_words(now->notice.bids_until, visitor->language, request->arena));
	if (date_is(now->own->turned_on))
		return web_words(request, WORDS("U hebt uw code gegeven. Nu nog een andere sleutelhouder."));
	return NULL;
}

static void show_vault(const struct http_request *request, struct http_response *response,
                       const struct vault_now *now, const char *code, struct form_request form)
{
	struct visitor *visitor = web_visitor(request);
	bool is_running = bid_door_is_open(&visitor->journal, &now->notice);
	struct vault_view view = {
		.frame = tender_frame(request, &now->notice, web_words(request, WORDS("De kluis"))),
		.tender = now->notice.tender,
		.title = now->notice.title,
		.code = code,
		.waits = waits_for(request, now),
		.is_opened = date_is(now->notice.opened_on),
	};

	show_holders(request, now, &view);
	view.may_make = web_is_present(request) && now->own != NULL && code == NULL && is_running &&
	                now->own->public_key[0] == '\0';
	view.may_open = web_is_present(request) && now->own != NULL && !is_running && !view.is_opened &&
	                now->own->public_key[0] != '\0' && !date_is(now->own->turned_on);
	form.record = &opening_record;
	form.language = visitor->language;
	form.action = arena_print(request->arena, "/tenders/%s/open", now->notice.tender);
	form.token = visitor->session.form_token;
	form.submit = web_words(request, WORDS("Kluis openen"));
	view.form = form_view_of(&form, request->arena);
	web_page(request, response, "procurement/vault.html", &view);
}

void vault_page(struct http_request *request, struct http_response *response, void *context)
{
	struct vault_now now = { 0 };

	(void)context;
	if (find_vault(request, response, &now))
		show_vault(request, response, &now, NULL, (struct form_request){ 0 });
}

/* The words of what was refused, one after another. */
static const char *all_words(const struct findings *findings)
{
	const char *words = "";

	for (size_t i = 0; i < findings->count; i++)
		words = arena_print(findings->arena, "%s%s%s", words, i == 0 ? "" : " ",
		                    findings->items[i].words);
	return words;
}

void vault_key_post(struct http_request *request, struct http_response *response, void *context)
{
	struct findings findings = findings_new(request->arena, web_visitor(request)->language);
	struct vault_now now = { 0 };
	unsigned char seed[KEY_SEED_BYTES];
	struct vault_key_held held = { 0 };
	struct web_fact brought = { .kind = &vault_key_held_kind, .item = &held, .findings = &findings };
	const char *code = key_code_new(request->arena);
	struct fault fault = { 0 };
	enum status status;

	(void)context;
	if (!find_vault(request, response, &now) || !key_code_read(code, seed))
		return;
	held.tender = now.notice.tender;
	held.public_key = key_code_public(seed, request->arena);
	sodium_memzero(seed, sizeof(seed));
	status = web_append(request, response, &brought, &fault);
	if (status == FINDINGS) {
		web_problem_in_words(request, response, 422, all_words(&findings));
		return;
	}
	if (web_ok(request, response, status, &fault) && find_vault(request, response, &now))
		show_vault(request, response, &now, code, (struct form_request){ 0 });
}

void vault_open_post(struct http_request *request, struct http_response *response, void *context)
{
	struct findings findings = findings_new(request->arena, web_visitor(request)->language);
	struct opening_form typed = { 0 };
	struct vault_now now = { 0 };
	struct fault fault = { 0 };
	enum status status;

	(void)context;
	if (!find_vault(request, response, &now))
		return;
	status = pairs_read(&request->form, &opening_record, &typed, 0, &findings);
	if (status == OK) {
		struct vault_key_turned turned = { .tender = now.notice.tender,
			                           .code = typed.code,
			                           .despite = typed.despite };
		struct web_fact brought = { .kind = &vault_key_turned_kind,
			                    .item = &turned,
			                    .findings = &findings };

		status = web_append(request, response, &brought, &fault);
	}
	if (status == FINDINGS) {
		show_vault(request, response, &now, NULL, (struct form_request){ .findings = &findings });
		response->status = 422;
		return;
	}
	if (web_ok(request, response, status, &fault))
		http_redirect(response, arena_print(request->arena, "/tenders/%s/key", now.notice.tender));
}
