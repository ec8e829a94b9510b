/* SPDX-License-Identifier: EUPL-1.2 */
#include "outlook/retention/retention_pages.h"

#include "outlook/retention/retention.h"
#include "platform/base/words.h"

struct term_line {
	const char *what, *source;
	int64_t years;
};
static const struct field term_line_fields[] = {
	FIELD(struct term_line, what),
	FIELD(struct term_line, years),
	FIELD(struct term_line, source),
};
static const struct record term_line_record = RECORD(struct term_line, "term_line", term_line_fields);

struct retention_view {
	struct page_frame frame;
	struct records requests, terms, counts;
	int64_t people, reads;
};
static const struct field retention_view_fields[] = {
	FIELD_INSIDE(struct retention_view, frame, &page_frame_record),
	FIELD(struct retention_view, requests, .of = &waiting_request_record),
	FIELD(struct retention_view, terms, .of = &term_line_record),
	FIELD(struct retention_view, counts, .of = &erasure_count_record),
	FIELD(struct retention_view, people, .flags = FIELD_ZERO_IS_SET),
	FIELD(struct retention_view, reads, .flags = FIELD_ZERO_IS_SET),
};
const struct record retention_view_record =
	RECORD(struct retention_view, "retention_view", retention_view_fields);

static struct records show_terms(const struct http_request *request, const struct retention_due *due)
{
	const struct term_line lines[] = {
		{ web_words(request,
		            WORDS("Een dossier met hulp: vanaf de laatste dag van wat is toegekend")),
		  due->provision.source, due->provision.years },
		{ web_words(request, WORDS("Een dossier zonder hulp: vanaf het laatste dat erin staat")),
		  due->report.source, due->report.years },
		{ web_words(request, WORDS("Wie welk dossier opende")), due->read.source, due->read.years },
	};
	struct records shown = records_new(&term_line_record, COUNT(lines), request->arena);

	for (size_t i = 0; i < COUNT(lines); i++)
		((struct term_line *)shown.items)[i] = lines[i];
	return shown;
}

void retention_page(struct http_request *request, struct http_response *response, void *context)
{
	struct journal *journal = &web_visitor(request)->journal;
	struct retention_view view = { .frame = web_frame(request,
		                                          web_words(request, WORDS("Bewaren en wissen"))) };
	struct retention_due due = { 0 };
	struct fault fault = { 0 };
	enum status status = retention_due(journal, &due, &fault);

	(void)context;
	if (status == OK)
		status = retention_requests(journal, &view.requests, &fault);
	if (status == OK)
		status = erasure_counts(journal, &view.counts, &fault);
	if (!web_ok(request, response, status, &fault))
		return;
	for (size_t i = 0; i < view.counts.count; i++) {
		struct erasure_count *line = &((struct erasure_count *)view.counts.items)[i];

		line->ground = web_words(
			request,
			choice_label(record_field(&erasure_count_record, "ground")->choices, line->ground));
	}
	view.people = due.people;
	view.reads = due.reads;
	view.terms = show_terms(request, &due);
	web_note_read(request, response, 0, "retention");
	web_page(request, response, "retention/retention.html", &view);
}
