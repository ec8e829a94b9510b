/* SPDX-License-Identifier: EUPL-1.2 */
/* A letter about an award, on screen and on paper. */
#include "contract/assessment/assessment_pages.h"
#include "contract/assessment/assessment_view.h"
#include "contract/assessment/telling.h"
#include "platform/base/words.h"

struct award_letter_view {
	struct page_frame frame;
	struct letter_shown shown;
	struct date sent_on;
	const char *how, *pdf;
};
static const struct field view_fields[] = {
	FIELD_INSIDE(struct award_letter_view, frame, &page_frame_record),
	FIELD_INSIDE(struct award_letter_view, shown, &letter_shown_record),
	FIELD(struct award_letter_view, sent_on),
	FIELD(struct award_letter_view, how, .choices = award_letter_ways),
	FIELD(struct award_letter_view, pdf),
};
const struct record award_letter_view_record =
	RECORD(struct award_letter_view, "award_letter_view", view_fields);

/* The letter of the address, for who runs the tender. False: it has been answered. */
static bool load(struct seeing *seeing, struct award_letter_kept *ret_kept)
{
	struct fault fault = { 0 };

	if (!seeing->is_manager)
		return seeing_refuse(
			seeing, web_words(seeing->request, WORDS("De gunning is van de contractmanager.")));
	return web_ok(seeing->request, seeing->response,
	              award_letter_find(seeing->journal, seeing->assessed.notice.tender,
	                                web_number(&seeing->request->parts, "bid"), ret_kept, &fault),
	              &fault);
}

void award_letter_page(struct http_request *request, struct http_response *response, void *context)
{
	struct award_letter_view view = { 0 };
	struct award_letter_kept kept = { 0 };
	struct seeing seeing;

	(void)context;
	if (!seeing_begin(request, response, &seeing) || !load(&seeing, &kept))
		return;
	view.shown = award_letter_shown(&kept, web_visitor(request)->register_name, request->arena);
	view.sent_on = kept.sent_on;
	view.how = kept.how;
	view.pdf = arena_print(request->arena, "%s/pdf", request->path);
	view.frame = seeing_frame(&seeing, view.shown.subject);
	web_note_read(request, response, 0, "tender-letter");
	web_page(request, response, "assessment/letter.html", &view);
}

void award_letter_pdf(struct http_request *request, struct http_response *response, void *context)
{
	struct award_letter_kept kept = { 0 };
	struct letter_shown shown;
	struct fault fault = { 0 };
	struct seeing seeing;

	(void)context;
	if (!seeing_begin(request, response, &seeing) || !load(&seeing, &kept))
		return;
	shown = award_letter_shown(&kept, web_visitor(request)->register_name, request->arena);
	if (!web_ok(request, response, letter_add_pdf(&shown, request->arena, &response->body, &fault),
	            &fault))
		return;
	response->type = "application/pdf";
	response->file_name = arena_print(request->arena, "gunning-%lld.pdf", (long long)kept.letter.bid);
	web_note_read(request, response, 0, "tender-letter-pdf");
}
