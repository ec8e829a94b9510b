/* SPDX-License-Identifier: EUPL-1.2 */
#include <string.h>

#include "common/access/access.h"
#include "common/calendar/calendar.h"
#include "common/document/file.h"
#include "common/document/letter.h"
#include "common/person/representative.h"
#include "common/person/vault.h"
#include "common/scheme/scheme_book.h"
#include "outlook/resident/mine.h"
#include "outlook/resident/mine_pages.h"
#include "platform/base/words.h"
#include "practice/desk/desk_store.h"
#include "practice/request/request.h"
#include "practice/safety/complaint.h"

static const struct field mine_view_fields[] = {
	FIELD_INSIDE(struct mine_view, frame, &page_frame_record),
	FIELD(struct mine_view, name),
	FIELD(struct mine_view, street),
	FIELD(struct mine_view, place),
	FIELD(struct mine_view, phone),
	FIELD(struct mine_view, organisation),
	FIELD(struct mine_view, acting),
	FIELD(struct mine_view, contact),
	FIELD(struct mine_view, contact_phone),
	FIELD(struct mine_view, owner),
	FIELD(struct mine_view, arrangement, .max_chars = 4000),
	FIELD(struct mine_view, planned_on),
	FIELD(struct mine_view, today),
	FIELD(struct mine_view, goals, .of = &mine_goal_record),
	FIELD(struct mine_view, told, .of = &letter_line_record),
	FIELD(struct mine_view, help, .of = &mine_help_record),
	FIELD(struct mine_view, decisions, .of = &mine_decision_record),
	FIELD(struct mine_view, consents, .of = &mine_consent_record),
	FIELD(struct mine_view, contributions, .of = &mine_contribution_record),
	FIELD(struct mine_view, changes, .of = &mine_change_record),
	FIELD(struct mine_view, letters, .of = &letter_line_record),
	FIELD(struct mine_view, files, .of = &file_line_record),
	FIELD(struct mine_view, reads, .of = &mine_reads_record),
	FIELD(struct mine_view, earlier_reads, .of = &mine_reads_record),
	FIELD(struct mine_view, asked, .of = &request_line_record),
	FIELD(struct mine_view, complaints, .of = &complaint_line_record),
};
const struct record mine_view_record = RECORD(struct mine_view, "mine_view", mine_view_fields);

const char *mine_product(const struct mine *mine, const char *product)
{
	const struct scheme_product *found =
		scheme_book_product(mine->journal->schemes, mine->journal->register_id, product);

	return found == NULL ? product : found->label;
}

const char *mine_organisation(const struct mine *mine, const char *name)
{
	return scheme_book_organisation(mine->journal->schemes, mine->journal->register_id, name);
}

const char *mine_day(const struct mine *mine, struct date day)
{
	return calendar_date_words(day, mine->journal->language, false, mine->arena);
}

static enum status make_identity(struct mine *mine)
{
	struct mine_view *view = mine->view;
	struct identity identity;
	enum status status = vault_identity(mine->journal, mine->person, &identity, mine->fault);

	if (status)
		return status;
	view->name = identity_name(&identity, mine->arena);
	view->street = identity_street(&identity, mine->arena);
	view->place = identity_place(&identity, mine->arena);
	view->phone = identity.phone;
	return OK;
}

/* The contact person and the owner of today. */
static enum status make_contact(struct mine *mine)
{
	struct mine_view *view = mine->view;
	struct contact contact;
	struct access_account account = { 0 };
	enum status status = desk_contact_on(mine->journal, mine->person, mine->today, &contact, mine->fault);

	if (status)
		return status == NOT_FOUND ? OK : status;
	view->owner = mine_organisation(mine, contact.owner);
	status = access_account(mine->journal->db, mine->journal->register_id, contact.contact, mine->arena,
	                        &account, mine->fault);
	view->contact = status == OK ? account.name : contact.contact;
	view->contact_phone = account.phone;
	return status == NOT_FOUND ? OK : status;
}

/* With their codes in words. */
static enum status make_complaints(struct mine *mine)
{
	struct records *complaints = &mine->view->complaints;
	struct complaint_line *items;
	enum status status = complaints_of(mine->journal, mine->person, mine->today, complaints, mine->fault);

	items = complaints->items;
	for (size_t i = 0; status == OK && i < complaints->count; i++) {
		items[i].theme = web_words(mine->request, choice_label(complaint_themes, items[i].theme));
		if (has_words(items[i].finding))
			items[i].finding =
				web_words(mine->request, choice_label(complaint_findings, items[i].finding));
	}
	return status;
}

static enum status make_view(struct mine *mine)
{
	enum status status = make_identity(mine);

	if (status == OK)
		status = make_contact(mine);
	if (status == OK)
		status = mine_make_help(mine);
	if (status == OK)
		status = mine_make_decisions(mine);
	if (status == OK)
		status = mine_make_plan(mine);
	if (status == OK)
		status = mine_make_contributions(mine);
	if (status == OK)
		status = mine_make_consents(mine);
	if (status == OK)
		status =
			letters_of(mine->journal, mine->person, DATE_LAST, &mine->view->letters, mine->fault);
	if (status == OK)
		status = files_of(mine->journal, mine->person, DATE_LAST, &mine->view->files, mine->fault);
	if (status == OK)
		status = mine_make_changes(mine);
	if (status == OK)
		status = requests_of(mine->journal, mine->person, DATE_LAST, &mine->view->asked, mine->fault);
	if (status == OK)
		status = make_complaints(mine);
	return status == OK ? mine_make_reads(mine) : status;
}

struct page_frame mine_frame(const struct http_request *request, const char *title)
{
	const char *page = web_words(request, WORDS("Mijn hulp thuis"));
	struct page_frame frame = web_frame(request, title == NULL ? page : title);

	frame.day_address = NULL; /* what was is told on the page of today */
	if (title != NULL) {
		web_breadcrumb(&frame, "/mine", page, request->arena);
		web_breadcrumb(&frame, NULL, title, request->arena);
	}
	return frame;
}

void mine_page(struct http_request *request, struct http_response *response, void *context)
{
	struct visitor *visitor = web_visitor(request);
	struct fault fault = { 0 };
	struct mine_view view = { .organisation = visitor->register_name,
		                  .today = clock_today(&visitor->clock) };
	struct mine mine = { .request = request,
		             .journal = &visitor->journal,
		             .arena = request->arena,
		             .view = &view,
		             .fault = &fault,
		             .person = visitor->session.person,
		             .today = clock_today(&visitor->clock) };

	(void)context;
	if (!web_is_today(request)) {
		http_redirect(response, "/mine"); /* what was is told on the page of today */
		return;
	}
	if (!web_ok(request, response, make_view(&mine), &fault))
		return;
	if (strcmp(visitor->session.account.account, ACCESS_REPRESENTATIVE) == 0)
		view.acting = view.name;
	view.frame = mine_frame(request, NULL);
	if (strcmp(or_empty(pairs_get(&request->query, "done")), "twice") == 0)
		view.frame.notice = web_words(
			request,
			WORDS("Uw bezwaar was al opgeslagen. Wilt u iets toevoegen? Stel dan een vraag."));
	else if (pairs_get(&request->query, "done") != NULL)
		view.frame.notice = web_words(
			request,
			WORDS("Wij hebben het gekregen. Hieronder ziet u het terug, en straks ook ons "
		              "antwoord."));
	web_note_read(request, response, mine.person, "mine");
	web_page(request, response, "resident/mine.html", &view);
}
