/* SPDX-License-Identifier: EUPL-1.2 */
/* A bid for who makes it: what is lacking, who take part, one page for each answer; and opened, for who
 * judges. */
#include <assert.h>
#include <string.h>

#include "common/access/web.h"
#include "common/access/web_sight.h"
#include "contract/procurement/bid.h"
#include "contract/procurement/bid_door.h"
#include "contract/procurement/correction.h"
#include "contract/procurement/draft.h"
#include "contract/procurement/procurement_pages.h"
#include "contract/procurement/tender_view.h"
#include "platform/base/words.h"

struct gap_shown {
	const char *label, *words, *address;
};
static const struct field gap_fields[] = {
	FIELD(struct gap_shown, label),
	FIELD(struct gap_shown, words),
	FIELD(struct gap_shown, address),
};
static const struct record gap_record = RECORD(struct gap_shown, "gap_shown", gap_fields);

struct partner_shown {
	const char *name, *sort, *part;
	struct date declared_on;
	bool is_member;
};
static const struct field partner_fields[] = {
	FIELD(struct partner_shown, name),      FIELD(struct partner_shown, sort),
	FIELD(struct partner_shown, part),      FIELD(struct partner_shown, declared_on),
	FIELD(struct partner_shown, is_member),
};
static const struct record partner_record = RECORD(struct partner_shown, "partner_shown", partner_fields);

struct answer_shown {
	const char *label, *answer, *how, *with, *written, *address;
	int64_t versions;
};
static const struct field answer_fields[] = {
	FIELD(struct answer_shown, label),    FIELD(struct answer_shown, answer),
	FIELD(struct answer_shown, how),      FIELD(struct answer_shown, with),
	FIELD(struct answer_shown, written),  FIELD(struct answer_shown, address),
	FIELD(struct answer_shown, versions),
};
static const struct record answer_record = RECORD(struct answer_shown, "answer_shown", answer_fields);

struct bid_view {
	struct page_frame frame;
	int64_t bid;
	const char *title, *label, *lot, *state, *until, *submitted, *digest, *tender;
	struct records gaps, partners, answers;
	int64_t keys_held;
	struct date corrected_on; /* the last time; no date: never */
	bool lacks_keys;
	bool is_begun, is_submitted, is_late, may_write, may_submit, may_name, may_declare, may_withdraw;
};
static const struct field bid_fields[] = {
	FIELD_INSIDE(struct bid_view, frame, &page_frame_record),
	FIELD(struct bid_view, bid),
	FIELD(struct bid_view, title),
	FIELD(struct bid_view, label),
	FIELD(struct bid_view, lot),
	FIELD(struct bid_view, state),
	FIELD(struct bid_view, until),
	FIELD(struct bid_view, submitted),
	FIELD(struct bid_view, digest),
	FIELD(struct bid_view, gaps, .of = &gap_record),
	FIELD(struct bid_view, partners, .of = &partner_record),
	FIELD(struct bid_view, answers, .of = &answer_record),
	FIELD(struct bid_view, keys_held),
	FIELD(struct bid_view, corrected_on),
	FIELD(struct bid_view, lacks_keys),
	FIELD(struct bid_view, tender),
	FIELD(struct bid_view, is_begun),
	FIELD(struct bid_view, is_submitted),
	FIELD(struct bid_view, is_late),
	FIELD(struct bid_view, may_write),
	FIELD(struct bid_view, may_submit),
	FIELD(struct bid_view, may_name),
	FIELD(struct bid_view, may_declare),
	FIELD(struct bid_view, may_withdraw),
};
const struct record bid_view_record = RECORD(struct bid_view, "bid_view", bid_fields);

/* A bid as it is to the visitor. */
struct bid_seen {
	struct bid_door door;
	enum bid_role role;
	bool is_opened;
};

/* Who is in it sees it; once it is open, who runs the tender. All others get no more than that they may not.
 */
static bool find_bid(const struct http_request *request, struct http_response *response,
                     struct bid_seen *ret_seen)
{
	struct visitor *visitor = web_visitor(request);
	struct fault fault = { 0 };
	enum status status =
		bid_door_open(&visitor->journal, web_number(&request->parts, "bid"), &ret_seen->door, &fault);

	if (!web_ok(request, response, status, &fault))
		return false;
	ret_seen->is_opened = ret_seen->door.is_there && strcmp(ret_seen->door.now.state, "opened") == 0;
	if (ret_seen->door.is_there)
		ret_seen->role =
			bid_role_of(&ret_seen->door.now, &ret_seen->door.partners, visitor->journal.party);
	if (ret_seen->role != BID_NOBODY ||
	    (ret_seen->is_opened && access_may(visitor->session.role, MAY_MANAGE_AGREEMENTS)))
		return true;
	web_problem(request, response, 403);
	return false;
}

static bool may_write(const struct http_request *request, const struct bid_seen *seen)
{
	return web_may(request, MAY_BID) && (seen->role == BID_LEAD || seen->role == BID_MEMBER) &&
	       seen->door.standing.is_begun && seen->door.standing.is_open;
}

static const char *address_of(const struct http_request *request, const struct bid_seen *seen,
                              const char *criterion)
{
	return arena_print(request->arena, "/bids/%lld/%s", (long long)seen->door.now.bid, criterion);
}

/* A line for each criterion that lacks something. */
static void show_gaps(const struct http_request *request, const struct bid_seen *seen,
                      const struct records *answers, struct bid_view *view)
{
	struct records gaps = draft_gaps(&seen->door.notice.criteria, answers, request->arena);
	const struct draft_gap *from = gaps.items;
	struct gap_shown *lines;

	view->gaps = records_new(&gap_record, gaps.count + seen->door.partners.count, request->arena);
	lines = view->gaps.items;
	view->gaps.count = 0;
	for (size_t i = 0; i < gaps.count; i++) {
		const char *words = web_words(request, from[i].words);

		assert(lines != NULL);
		if (i > 0 && strcmp(from[i].criterion, from[i - 1].criterion) == 0) {
			struct gap_shown *line = &lines[view->gaps.count - 1];

			line->words = arena_print(request->arena, "%s, %s", line->words, words);
			continue;
		}
		lines[view->gaps.count++] =
			(struct gap_shown){ from[i].label, words,
			                    address_of(request, seen, from[i].criterion) };
	}
}

/* Who has not declared yet is lacking too. */
static void show_partners(const struct http_request *request, const struct bid_seen *seen,
                          struct bid_view *view)
{
	const struct bid_partner *from = seen->door.partners.items;
	struct gap_shown *gaps = view->gaps.items;

	view->partners = records_new(&partner_record, seen->door.partners.count, request->arena);
	for (size_t i = 0; i < seen->door.partners.count; i++) {
		bool is_member = strcmp(from[i].sort, "member") == 0;
		const char *name = web_organisation(request, from[i].party);

		assert(view->partners.items != NULL);
		((struct partner_shown *)view->partners.items)[i] = (struct partner_shown){
			.name = name,
			.sort = web_words(request, choice_label(bid_sorts, from[i].sort)),
			.part = from[i].part,
			.declared_on = from[i].declared_on,
			.is_member = is_member,
		};
		if (gaps != NULL && is_member && !date_is(from[i].declared_on))
			gaps[view->gaps.count++] = (struct gap_shown){
				name,
				web_words(request, WORDS("moet met een eigen account verklaren mee te doen")),
				arena_print(request->arena, "/bids/%lld", (long long)seen->door.now.bid)
			};
	}
}

static void show_answers(const struct http_request *request, const struct bid_seen *seen,
                         const struct bid_content *content, struct bid_view *view)
{
	const struct notice_criterion *criteria = seen->door.notice.criteria.items;
	bool may = may_write(request, seen);

	view->answers = records_new(&answer_record, seen->door.notice.criteria.count, request->arena);
	for (size_t i = 0; i < view->answers.count; i++) {
		const struct bid_answer none = { 0 };
		const struct bid_answer *answer = procurement_answer(content, criteria[i].criterion);

		if (answer == NULL)
			answer = &none;
		((struct answer_shown *)view->answers.items)[i] = (struct answer_shown){
			.label = criteria[i].label,
			.answer = answer->answer,
			.how = answer->how,
			.with = answer->with,
			.written = answer->written,
			.versions = answer->versions,
			.address = may ? address_of(request, seen, criteria[i].criterion) : NULL,
		};
	}
}

/* The draft for who write it, what was submitted for who reads it after the opening; else nothing. */
static enum status show_content(const struct http_request *request, const struct bid_seen *seen,
                                struct bid_view *view, struct fault *fault)
{
	struct journal *journal = &web_visitor(request)->journal;
	struct bid_content content = { 0 };
	struct records versions = { 0 };
	enum status status = OK;

	if (seen->is_opened)
		status = procurement_content(journal, seen->door.now.bid, &content, fault);
	else if (may_write(request, seen)) {
		status = draft_versions(journal, seen->door.now.bid, &versions, fault);
		if (status != OK)
			return status;
		content.answers = draft_answers(&versions, request->arena);
		show_gaps(request, seen, &content.answers, view);
	} else
		return OK;
	if (status == OK)
		show_answers(request, seen, &content, view);
	return status;
}

static void show_acts(const struct http_request *request, const struct bid_seen *seen, struct bid_view *view)
{
	const struct bid_standing *standing = &seen->door.standing;
	bool is_lead = seen->role == BID_LEAD && web_may(request, MAY_BID);
	const struct bid_partner *partners = seen->door.partners.items;

	view->is_begun = standing->is_begun;
	view->is_submitted = strcmp(seen->door.now.state, "submitted") == 0;
	view->is_late = strcmp(seen->door.now.state, "late") == 0;
	view->may_write = may_write(request, seen);
	view->may_submit = is_lead && standing->is_begun && view->gaps.count == 0;
	view->may_name = is_lead && standing->is_begun && standing->is_open;
	view->may_withdraw = is_lead && (standing->is_begun || view->is_submitted) && standing->is_open;
	for (size_t i = 0; i < seen->door.partners.count; i++)
		if (has_words(web_visitor(request)->journal.party) &&
		    strcmp(partners[i].party, web_visitor(request)->journal.party) == 0 &&
		    !date_is(partners[i].declared_on))
			view->may_declare =
				web_may(request, MAY_BID) && standing->is_begun && standing->is_open;
}

/* What its makers must know of the tender: the last correction, and whether anything can be submitted yet. */
static enum status show_tender(const struct http_request *request, const struct bid_seen *seen,
                               struct bid_view *view, struct fault *fault)
{
	struct journal *journal = &web_visitor(request)->journal;
	struct records corrections = { 0 }, holders = { 0 };
	const struct bid_holder *holder;
	enum status status =
		tender_corrections(journal, seen->door.notice.tender, web_on(request), &corrections, fault);

	if (status == OK)
		status = bid_holders(journal, seen->door.notice.tender, &holders, fault);
	if (status == OK && corrections.count > 0)
		view->corrected_on = ((const struct tender_correction *)corrections.items)->corrected_on;
	holder = holders.items;
	for (size_t i = 0; i < holders.count; i++)
		view->keys_held += holder[i].public_key[0] != '\0';
	view->lacks_keys = seen->door.standing.is_begun && seen->door.standing.is_open &&
	                   view->keys_held < NOTICE_HOLDERS;
	view->tender = seen->door.notice.tender;
	return status;
}

void bid_page(struct http_request *request, struct http_response *response, void *context)
{
	struct visitor *visitor = web_visitor(request);
	const struct notice_lot *lot;
	struct bid_seen seen = { 0 };
	struct bid_view view = { 0 };
	struct fault fault = { 0 };

	(void)context;
	if (!find_bid(request, response, &seen))
		return;
	lot = procurement_lot(&seen.door.notice, seen.door.now.lot);
	view = (struct bid_view){
		.frame = tender_frame(request, &seen.door.notice,
		                      arena_print(request->arena,
		                                  web_words(request, WORDS("Inschrijving %lld")),
		                                  (long long)seen.door.now.bid)),
		.bid = seen.door.now.bid,
		.title = seen.door.notice.title,
		.label = web_organisation(request, seen.door.now.party),
		.lot = lot == NULL ? seen.door.now.lot : lot->label,
		.state = web_words(request, choice_label(bid_states, seen.door.now.state)),
		.until = moment_words(seen.door.notice.bids_until, visitor->language, request->arena),
		.submitted = moment_words(seen.door.now.submitted_at, visitor->language, request->arena),
		.digest = seen.door.now.digest,
	};
	if (!web_ok(request, response, show_content(request, &seen, &view, &fault), &fault))
		return;
	if (!web_ok(request, response, show_tender(request, &seen, &view, &fault), &fault))
		return;
	show_partners(request, &seen, &view);
	show_acts(request, &seen, &view);
	web_note_read(request, response, 0, "bid");
	web_page(request, response, "procurement/bid.html", &view);
}

/* --- one answer --- */

/* What is typed; the version it began with shows whether somebody else wrote meanwhile. */
struct answer_form {
	const char *answer, *how, *with;
	int64_t base;
};
static const struct field form_fields[] = {
	FIELD(struct answer_form, answer, .label = WORDS("Uw antwoord"), .flags = FIELD_LONG,
	      .max_chars = BID_ANSWER_CHARS),
	FIELD(struct answer_form, base),
	FIELD(struct answer_form, how, .label = WORDS("Hoe precies?"),
	      .hint = WORDS("Wat doet u, wanneer en hoe vaak? Geef een voorbeeld uit de praktijk."),
	      .flags = FIELD_LONG, .max_chars = BID_CONCRETE_CHARS),
	FIELD(struct answer_form, with, .label = WORDS("Met wie?"),
	      .hint = WORDS("Welke mensen of organisaties doen mee, en wat doen zij?"), .flags = FIELD_LONG,
	      .max_chars = BID_CONCRETE_CHARS),
};
static const struct record concrete_record = RECORD(struct answer_form, "answer_form", form_fields);
/* Without how and with whom. */
static const struct record plain_record = { "answer_form", sizeof(struct answer_form), form_fields, 2, 0 };
static const char *const form_hidden[] = { "base", NULL };

struct version_shown {
	int64_t version;
	const char *saved, *name, *organisation, *answer, *how, *with;
};
static const struct field version_fields[] = {
	FIELD(struct version_shown, version),      FIELD(struct version_shown, saved),
	FIELD(struct version_shown, name),         FIELD(struct version_shown, answer),
	FIELD(struct version_shown, organisation), FIELD(struct version_shown, how),
	FIELD(struct version_shown, with),
};
static const struct record version_record = RECORD(struct version_shown, "version_shown", version_fields);

struct bid_answer_view {
	struct page_frame frame;
	const char *title, *label, *question;
	bool is_concrete;
	struct form_view form;
	struct records versions;
};
static const struct field answer_view_fields[] = {
	FIELD_INSIDE(struct bid_answer_view, frame, &page_frame_record),
	FIELD(struct bid_answer_view, title),
	FIELD(struct bid_answer_view, label),
	FIELD(struct bid_answer_view, question),
	FIELD(struct bid_answer_view, is_concrete),
	FIELD_INSIDE(struct bid_answer_view, form, &form_view_record),
	FIELD(struct bid_answer_view, versions, .of = &version_record),
};
const struct record bid_answer_view_record =
	RECORD(struct bid_answer_view, "bid_answer_view", answer_view_fields);

/* A bid, one of its criteria, and what was written on it. */
struct writing {
	struct bid_seen seen;
	const struct notice_criterion *criterion;
	struct records versions; /* struct draft_version, of this criterion, newest first */
};

static enum status read_versions(const struct http_request *request, struct writing *writing,
                                 struct fault *fault)
{
	struct records all = { 0 };
	const struct draft_version *from;
	enum status status =
		draft_versions(&web_visitor(request)->journal, writing->seen.door.now.bid, &all, fault);

	from = all.items;
	writing->versions = records_new(&draft_version_record, all.count, request->arena);
	writing->versions.items = ARENA_MANY(request->arena, all.count + 1, struct draft_version);
	writing->versions.count = 0;
	for (size_t i = 0; status == OK && i < all.count; i++)
		if (strcmp(from[i].criterion, writing->criterion->criterion) == 0)
			((struct draft_version *)writing->versions.items)[writing->versions.count++] =
				from[i];
	return status;
}

/* False: it has answered. */
static bool find_writing(const struct http_request *request, struct http_response *response,
                         struct writing *writing)
{
	struct fault fault = { 0 };

	if (!find_bid(request, response, &writing->seen))
		return false;
	writing->criterion =
		procurement_criterion(&writing->seen.door.notice, pairs_get(&request->parts, "criterion"));
	if (writing->criterion == NULL) {
		web_problem(request, response, 404);
		return false;
	}
	if (!may_write(request, &writing->seen)) {
		web_problem_in_words(
			request, response, 403,
			web_words(request, WORDS("In deze inschrijving kan niets meer veranderen.")));
		return false;
	}
	return web_ok(request, response, read_versions(request, writing, &fault), &fault);
}

static const struct draft_version *newest(const struct writing *writing)
{
	return writing->versions.count == 0 ? NULL : writing->versions.items;
}

static void show_versions(const struct http_request *request, const struct writing *writing,
                          struct bid_answer_view *view)
{
	const struct draft_version *from = writing->versions.items;

	view->versions = records_new(&version_record, writing->versions.count, request->arena);
	for (size_t i = 0; i < writing->versions.count; i++) {
		assert(view->versions.items != NULL && from != NULL);
		((struct version_shown *)view->versions.items)[i] = (struct version_shown){
			.version = from[i].version,
			.saved = moment_words(from[i].saved_at, web_visitor(request)->language,
			                      request->arena),
			.name = from[i].account,
			.organisation = web_organisation(request, from[i].party),
			.answer = from[i].answer.answer,
			.how = from[i].answer.how,
			.with = from[i].answer.with,
		};
	}
}

static void show_writing(const struct http_request *request, struct http_response *response,
                         const struct writing *writing, struct form_request form)
{
	struct visitor *visitor = web_visitor(request);
	const struct draft_version *last = newest(writing);
	struct answer_form item = { 0 };
	struct bid_answer_view view = {
		.frame = tender_frame(request, &writing->seen.door.notice, writing->criterion->label),
		.title = writing->seen.door.notice.title,
		.label = writing->criterion->label,
		.question = writing->criterion->question,
		.is_concrete = writing->criterion->is_concrete,
	};

	if (last != NULL)
		item = (struct answer_form){ last->answer.answer, last->answer.how, last->answer.with,
			                     last->version };
	form.record = writing->criterion->is_concrete ? &concrete_record : &plain_record;
	form.item = &item;
	form.language = visitor->language;
	form.action = request->path;
	form.token = visitor->session.form_token;
	form.submit = web_words(request, WORDS("Bewaren"));
	form.cancel = arena_print(request->arena, "/bids/%lld", (long long)writing->seen.door.now.bid);
	form.hidden = form_hidden;
	view.form = form_view_of(&form, request->arena);
	show_versions(request, writing, &view);
	web_note_read(request, response, 0, "bid");
	web_page(request, response, "procurement/bid_answer.html", &view);
}

void bid_answer_page(struct http_request *request, struct http_response *response, void *context)
{
	struct writing writing = { 0 };

	(void)context;
	if (find_writing(request, response, &writing))
		show_writing(request, response, &writing, (struct form_request){ 0 });
}

/* Somebody else of the combination wrote since this form was opened: nothing of theirs is passed over unseen.
 */
static bool was_overtaken(const struct writing *writing, const struct answer_form *typed,
                          struct findings *findings)
{
	const struct draft_version *last = newest(writing);

	if (last == NULL || last->version == typed->base)
		return false;
	(void)findings_add(
		findings, "draft-overtaken", "answer",
		WORDS("Intussen bewaarde %s een nieuwe versie; zij staat onderaan. Uw tekst staat hier nog: "
	              "pas hem aan en bewaar opnieuw."),
		last->account);
	return true;
}

static enum status save(const struct http_request *request, struct http_response *response,
                        const struct writing *writing, const struct answer_form *typed, struct fault *fault)
{
	const struct bid_answer answer = { .criterion = writing->criterion->criterion,
		                           .answer = typed->answer,
		                           .how = typed->how,
		                           .with = typed->with };
	enum status status = web_begin_writing(request, response, fault);

	return status == OK ? draft_save(&web_visitor(request)->journal, writing->seen.door.now.bid, &answer,
	                                 fault)
	                    : status;
}

/* With the number that the form now begins with, so that what was typed can be kept after all. */
static struct pairs with_base(const struct http_request *request, const struct writing *writing)
{
	const struct draft_version *last = newest(writing);
	struct pair *items = ARENA_MANY(request->arena, request->form.count + 1, struct pair);
	struct pairs pairs = { items, 0 };

	for (size_t i = 0; i < request->form.count; i++)
		if (strcmp(request->form.items[i].name, "base") != 0)
			items[pairs.count++] = request->form.items[i];
	items[pairs.count++] =
		(struct pair){ "base", arena_print(request->arena, "%lld",
		                                   last == NULL ? 0LL : (long long)last->version) };
	return pairs;
}

void bid_answer_post(struct http_request *request, struct http_response *response, void *context)
{
	struct findings findings = findings_new(request->arena, web_visitor(request)->language);
	struct writing writing = { 0 };
	struct answer_form typed = { 0 };
	struct fault fault = { 0 };
	enum status status;

	(void)context;
	if (!find_writing(request, response, &writing))
		return;
	status = pairs_read(&request->form, writing.criterion->is_concrete ? &concrete_record : &plain_record,
	                    &typed, 0, &findings);
	if (status == FINDINGS || was_overtaken(&writing, &typed, &findings)) {
		struct pairs posted = with_base(request, &writing);

		show_writing(request, response, &writing,
		             (struct form_request){ .posted = &posted, .findings = &findings });
		response->status = 422;
		return;
	}
	status = save(request, response, &writing, &typed, &fault);
	if (web_ok(request, response, status, &fault))
		http_redirect(response, arena_print(request->arena, "/bids/%lld",
		                                    (long long)writing.seen.door.now.bid));
}
