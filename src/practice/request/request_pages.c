/* SPDX-License-Identifier: EUPL-1.2 */
#include "practice/request/request_pages.h"

#include "common/access/web.h"
#include "common/person/vault.h"
#include "platform/base/words.h"
#include "practice/request/refusal.h"
#include "practice/request/request.h"

struct requests_view {
	struct page_frame frame;
	int64_t person;
	const char *name;
	bool may_answer, may_refuse;
	struct records requests;
};
static const struct field requests_view_fields[] = {
	FIELD_INSIDE(struct requests_view, frame, &page_frame_record),
	FIELD(struct requests_view, person),
	FIELD(struct requests_view, name),
	FIELD(struct requests_view, may_answer),
	FIELD(struct requests_view, may_refuse),
	FIELD(struct requests_view, requests, .of = &request_line_record),
};
const struct record requests_view_record =
	RECORD(struct requests_view, "requests_view", requests_view_fields);

void requests_page(struct http_request *request, struct http_response *response, void *context)
{
	struct journal *journal = &web_visitor(request)->journal;
	struct requests_view view = { .person = web_number(&request->parts, "person"),
		                      .may_answer = web_may_bring(request, &request_answered_kind),
		                      .may_refuse = web_may_bring(request, &erasure_refused_kind) };
	struct identity identity;
	struct fault fault = { 0 };
	enum status status = vault_identity(journal, view.person, &identity, &fault);

	(void)context;
	if (status == OK)
		status = requests_of(journal, view.person, web_on(request), &view.requests, &fault);
	if (!web_ok(request, response, status, &fault))
		return;
	view.name = identity_name(&identity, request->arena);
	view.frame = web_client_frame(request, view.person, view.name,
	                              web_words(request, WORDS("Vragen van de inwoner")));
	web_note_read(request, response, view.person, "requests");
	web_page(request, response, "request/requests.html", &view);
}
