/* SPDX-License-Identifier: EUPL-1.2 */
#include "common/document/letter_pages.h"

#include <string.h>

#include "common/access/web.h"
#include "common/document/dispatch.h"
#include "common/document/letter_show.h"
#include "platform/base/words.h"

struct letter_view {
	struct page_frame frame;
	struct letter_shown shown;
	struct date dispatched_on;
	const char *how;
	bool may_send, is_withheld;
	bool has_code;   /* on paper, where the visitor sends it */
	const char *pdf; /* where the letter is on paper */
};
static const struct field letter_view_fields[] = {
	FIELD_INSIDE(struct letter_view, frame, &page_frame_record),
	FIELD_INSIDE(struct letter_view, shown, &letter_shown_record),
	FIELD(struct letter_view, dispatched_on),
	FIELD(struct letter_view, how, .choices = dispatch_ends),
	FIELD(struct letter_view, may_send),
	FIELD(struct letter_view, is_withheld),
	FIELD(struct letter_view, has_code),
	FIELD(struct letter_view, pdf),
};
const struct record letter_view_record = RECORD(struct letter_view, "letter_view", letter_view_fields);

/* The letter of the address; false: it has been answered already. */
static bool load(const struct http_request *request, struct http_response *response,
                 struct letter_shown *ret_shown)
{
	struct visitor *visitor = web_visitor(request);
	struct fault fault = { 0 };
	enum status status = letter_show(&visitor->journal, web_number(&request->parts, "letter"),
	                                 visitor->register_name, ret_shown, &fault);

	if (status == OK && visitor->session.person != 0 && ret_shown->person != visitor->session.person)
		status = NOT_FOUND; /* on the own page the letters of others are not there */
	if (!web_ok(request, response, status, &fault))
		return false;
	if (web_is_today(request) || !date_before(web_on(request), ret_shown->written_on))
		return true;
	web_not_yet(request, response);
	return false;
}

/* When it left, as far as the day that is looked at knows. */
static enum status show_dispatch(const struct http_request *request, struct letter_view *view,
                                 struct fault *fault)
{
	struct dispatch_kept dispatch;
	enum status status =
		dispatch_of(&web_visitor(request)->journal, view->shown.letter, &dispatch, fault);

	if (status == OK && !date_before(web_on(request), dispatch.dispatched_on)) {
		view->dispatched_on = dispatch.dispatched_on;
		view->how = dispatch.how;
		view->is_withheld = strcmp(dispatch.how, "withheld") == 0;
	}
	view->may_send = status == NOT_FOUND && web_may(request, MAY_REPORT) && web_is_present(request);
	return status == NOT_FOUND ? OK : status;
}

void letter_page(struct http_request *request, struct http_response *response, void *context)
{
	struct letter_view view = { 0 };
	struct letter_shown *shown = &view.shown;
	struct fault fault = { 0 };

	(void)context;
	if (!load(request, response, shown) ||
	    !web_ok(request, response, show_dispatch(request, &view, &fault), &fault))
		return;
	view.has_code = view.may_send && has_words(shown->code);
	shown->code = "";
	view.frame = web_frame(request, shown->subject);
	view.pdf = arena_print(request->arena, "%s/pdf", request->path);
	if (web_visitor(request)->session.person != 0)
		web_breadcrumb(&view.frame, "/mine", web_words(request, WORDS("Mijn hulp thuis")),
		               request->arena);
	else
		web_breadcrumb(&view.frame,
		               arena_print(request->arena, "/clients/%lld", (long long)shown->person),
		               shown->name, request->arena);
	web_breadcrumb(&view.frame, NULL, shown->subject, request->arena);
	web_note_read(request, response, shown->person, "letter");
	web_page(request, response, "document/letter.html", &view);
}

void letter_pdf(struct http_request *request, struct http_response *response, void *context)
{
	struct letter_shown shown = { 0 };
	struct fault fault = { 0 };

	(void)context;
	if (!load(request, response, &shown))
		return;
	if (!web_may(request, MAY_REPORT))
		shown.code = ""; /* it is for the copy that leaves, which others do not send */
	if (!web_ok(request, response, letter_add_pdf(&shown, request->arena, &response->body, &fault),
	            &fault))
		return;
	response->type = "application/pdf";
	response->file_name = arena_print(request->arena, "brief-%lld.pdf", (long long)shown.letter);
	web_note_read(request, response, shown.person, "letter-pdf");
}
