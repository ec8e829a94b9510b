/* SPDX-License-Identifier: EUPL-1.2 */
/* The page to read vision and content on, with what each group said. */
#include "platform/base/words.h"
#include "policy/programme/programme_pages.h"
#include "policy/programme/programme_view.h"
#include "policy/programme/word.h"

/* The vision or the content: the version that holds, those before it, and the form to answer. */
struct text_part {
	bool is_there, is_answered;
	struct records versions; /* struct programme_text, the newest first */
	const char *endorse, *write;
};
static const struct field part_fields[] = {
	FIELD(struct text_part, is_there),
	FIELD(struct text_part, is_answered),
	FIELD(struct text_part, versions, .of = &programme_text_record),
	FIELD(struct text_part, endorse),
	FIELD(struct text_part, write),
};
static const struct record part_record = RECORD(struct text_part, "text_part", part_fields);

struct content_view {
	struct page_frame frame;
	const char *group, *try_out, *explain;
	struct text_part vision, content;
	struct records tests, sayings, words;
};
static const struct field content_fields[] = {
	FIELD_INSIDE(struct content_view, frame, &page_frame_record),
	FIELD(struct content_view, group),
	FIELD(struct content_view, try_out),
	FIELD_INSIDE(struct content_view, vision, &part_record),
	FIELD_INSIDE(struct content_view, content, &part_record),
	FIELD(struct content_view, tests, .of = &programme_test_record),
	FIELD(struct content_view, sayings, .of = &programme_said_record),
	FIELD(struct content_view, words, .of = &programme_word_record),
	FIELD(struct content_view, explain),
};
const struct record content_view_record = RECORD(struct content_view, "content_view", content_fields);

static enum status show_texts(const struct http_request *request, const struct programme_shown *shown,
                              struct content_view *view, struct fault *fault)
{
	struct journal *journal = &web_visitor(request)->journal;
	enum status status = programme_texts(journal, &shown->asked, "vision", &view->vision.versions, fault);

	if (status == OK)
		status = programme_texts(journal, &shown->asked, "content", &view->content.versions, fault);
	if (status == OK)
		status = programme_tests(journal, &shown->asked, &view->tests, fault);
	if (status == OK)
		status = programme_sayings(journal, &shown->asked, &view->sayings, fault);
	if (status == OK)
		status = programme_words(journal, &shown->asked, &view->words, fault);
	view->vision.is_there = view->vision.versions.count > 0;
	view->content.is_there = view->content.versions.count > 0;
	return status;
}

/* The forms of who looks: a group answers, policy writes. */
static void offer_forms(const struct http_request *request, const struct programme_shown *shown,
                        struct content_view *view)
{
	const struct programme_seat *seat = programme_own_seat(shown);

	view->vision.write = programme_form(request, shown, &vision_written_kind);
	view->content.write = programme_form(request, shown, &content_written_kind);
	view->vision.endorse = view->content.endorse = view->try_out = view->explain = "";
	if (shown->is_present && (seat != NULL || shown->is_worker))
		view->explain = programme_form(request, shown, &word_agreed_kind);
	if (view->content.is_there && shown->is_present && (seat != NULL || shown->is_worker))
		view->try_out = programme_form(request, shown, &content_tested_kind);
	if (seat == NULL || !shown->is_present)
		return;
	view->vision.is_answered = programme_says_yes(seat->on_vision);
	view->content.is_answered = programme_says_yes(seat->on_content);
	if (view->vision.is_there && !view->vision.is_answered)
		view->vision.endorse = programme_form(request, shown, &vision_endorsed_kind);
	if (view->content.is_there && !view->content.is_answered)
		view->content.endorse = programme_form(request, shown, &content_endorsed_kind);
}

void content_page(struct http_request *request, struct http_response *response, void *context)
{
	struct programme_shown shown;
	struct content_view view = { 0 };
	struct fault fault = { 0 };

	(void)context;
	if (!programme_look(request, response, &shown) ||
	    !web_ok(request, response, show_texts(request, &shown, &view, &fault), &fault))
		return;
	view.frame = programme_frame(request, &shown, web_words(request, WORDS("Visie en inhoud")));
	view.group = shown.group;
	offer_forms(request, &shown, &view);
	web_page(request, response, "programme/content.html", &view);
}
