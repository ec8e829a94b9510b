/* SPDX-License-Identifier: EUPL-1.2 */
/* The front of a client's file: who it is, who is the contact person, how far each case is. */
#include "common/access/web.h"
#include "common/access/web_sight.h"
#include "common/person/vault.h"
#include "common/scheme/scheme_book.h"
#include "platform/base/words.h"
#include "practice/caseload/caseload.h"
#include "practice/caseload/caseload_pages.h"
#include "practice/caseload/client_parts.h"
#include "practice/desk/desk_store.h"

/* A case as far as anybody in practice may know of it. */
struct front_case {
	const char *status;
	struct date since, received_on;
};
static const struct field front_case_fields[] = {
	FIELD(struct front_case, status),
	FIELD(struct front_case, since),
	FIELD(struct front_case, received_on),
};
static const struct record front_case_record = RECORD(struct front_case, "front_case", front_case_fields);

struct front_view {
	struct page_frame frame;
	int64_t person;
	struct client_around around;
	const char *name, *born, *age, *died, *street, *place, *phone, *contact, *owner, *opening_address;
	struct date contact_since;
	bool has_bsn, may_report, may_record_bsn;
	struct records cases;
};
static const struct field front_view_fields[] = {
	FIELD_INSIDE(struct front_view, frame, &page_frame_record),
	FIELD(struct front_view, person),
	FIELD_INSIDE(struct front_view, around, &client_around_record),
	FIELD(struct front_view, age),
	FIELD(struct front_view, died),
	FIELD(struct front_view, name),
	FIELD(struct front_view, street),
	FIELD(struct front_view, place),
	FIELD(struct front_view, phone),
	FIELD(struct front_view, contact),
	FIELD(struct front_view, owner),
	FIELD(struct front_view, opening_address),
	FIELD(struct front_view, born),
	FIELD(struct front_view, contact_since),
	FIELD(struct front_view, has_bsn),
	FIELD(struct front_view, may_report),
	FIELD(struct front_view, may_record_bsn),
	FIELD(struct front_view, cases, .of = &front_case_record),
};
const struct record front_view_record = RECORD(struct front_view, "front_view", front_view_fields);

static enum status read_identity(const struct http_request *request, struct front_view *view,
                                 struct fault *fault)
{
	struct journal *journal = &web_visitor(request)->journal;
	struct identity identity = { 0 };
	enum status status = vault_identity_on(journal, view->person, web_on(request), &identity, fault);

	if (status)
		return status;
	view->name = identity_name(&identity, request->arena);
	view->street = identity_street(&identity, request->arena);
	view->place = identity_place(&identity, request->arena);
	view->phone = identity.phone;
	view->born = identity_birth_words(&identity, journal->language, request->arena);
	view->age = identity_age_words(&identity, web_on(request), journal->language, request->arena);
	status = client_died(journal, view->person, &view->died, fault);
	if (status)
		return status;
	return vault_has_bsn(journal, view->person, &view->has_bsn, fault);
}

static enum status read_contact(const struct http_request *request, struct front_view *view,
                                struct fault *fault)
{
	struct journal *journal = &web_visitor(request)->journal;
	struct contact contact = { 0 };
	enum status status = desk_contact_on(journal, view->person, web_on(request), &contact, fault);

	if (status)
		return status == NOT_FOUND ? OK : status;
	view->owner = scheme_book_organisation(journal->schemes, journal->register_id, contact.owner);
	view->contact_since = contact.valid_from;
	return access_name(journal->db, journal->register_id, contact.contact, request->arena, &view->contact,
	                   fault);
}

static enum status read_cases(const struct http_request *request, struct front_view *view,
                              struct fault *fault)
{
	struct journal *journal = &web_visitor(request)->journal;
	struct records lines = { 0 };
	enum status status = caseload_of(journal, view->person, web_other_day(request), &lines, fault);
	const struct case_line *items = lines.items;

	view->cases = records_new(&front_case_record, lines.count, request->arena);
	for (size_t i = 0; status == OK && i < lines.count; i++) {
		struct front_case *shown = &((struct front_case *)view->cases.items)[i];
		struct report_line report;

		status = desk_report(journal, items[i].report, &report, fault);
		*shown =
			(struct front_case){ web_words(request, choice_label(case_statuses, items[i].status)),
			                     items[i].since, report.received_on };
	}
	return status;
}

void client_front(struct http_request *request, struct http_response *response, int64_t person,
                  const struct journal_kind *done)
{
	struct front_view view = { .person = person, .may_report = web_may(request, MAY_REPORT) };
	struct fault fault = { 0 };
	enum status status = read_identity(request, &view, &fault);

	if (status == OK)
		status = client_around_of(request, person, &view.around, &fault);
	if (status == OK)
		status = read_contact(request, &view, &fault);
	if (status == OK)
		status = read_cases(request, &view, &fault);
	if (!web_ok(request, response, status, &fault))
		return;
	view.frame = web_client_frame(request, person, view.name, NULL);
	view.frame.notice = done == NULL ? NULL : web_words(request, done->done);
	if (view.cases.count == 0 && !web_is_today(request))
		view.frame.warning =
			web_words(request, WORDS("Op deze dag was deze persoon nog geen cliënt."));
	view.opening_address = web_opening_address(request, person);
	view.may_record_bsn = !view.has_bsn && web_may_bring(request, &bsn_recorded_kind);
	web_note_read(request, response, person, "front");
	web_page(request, response, "caseload/front.html", &view);
}
