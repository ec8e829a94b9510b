/* SPDX-License-Identifier: EUPL-1.2 */
/* All agreements of the register; those that end soon come first. */
#include "contract/agreement/agreement_pages.h"

#include <stdlib.h>
#include <string.h>

#include "common/access/web.h"
#include "common/journal/book.h"
#include "contract/agreement/agreement_view.h"
#include "contract/agreement/standing_store.h"
#include "platform/base/words.h"

struct agreement_line {
	struct agreement_head head;
	struct records alarms;
};
static const struct field agreement_line_fields[] = {
	FIELD_INSIDE(struct agreement_line, head, &agreement_head_record),
	FIELD(struct agreement_line, alarms, .of = &standing_alarm_record),
};
static const struct record agreement_line_record =
	RECORD(struct agreement_line, "agreement_line", agreement_line_fields);

struct agreements_view {
	struct page_frame frame;
	struct records lines;
};
static const struct field agreements_view_fields[] = {
	FIELD_INSIDE(struct agreements_view, frame, &page_frame_record),
	FIELD(struct agreements_view, lines, .of = &agreement_line_record),
};
const struct record agreements_view_record =
	RECORD(struct agreements_view, "agreements_view", agreements_view_fields);

static int compare_lines(const void *a, const void *b)
{
	const struct agreement_head *one = &((const struct agreement_line *)a)->head;
	const struct agreement_head *other = &((const struct agreement_line *)b)->head;

	if (one->place != other->place)
		return one->place < other->place ? -1 : 1;
	if (one->days_left != other->days_left && one->days_left != 0 && other->days_left != 0)
		return one->days_left < other->days_left ? -1 : 1;
	return strcmp(one->label, other->label);
}

/* The agreements of one scheme, behind those that are there. */
static enum status add_scheme(struct http_request *request, const struct scheme_entry *entry,
                              struct records *lines, struct fault *fault)
{
	struct standing standing;
	enum status status =
		standing_read(&web_visitor(request)->journal, entry, web_on(request), &standing, fault);
	struct records more;

	if (status)
		return status;
	more = records_new(&agreement_line_record, lines->count + standing.scheme->agreements.count,
	                   request->arena);
	if (lines->count > 0)
		memcpy(more.items, lines->items, lines->count * sizeof(struct agreement_line));
	for (size_t i = 0; i < standing.scheme->agreements.count; i++) {
		struct agreement_line *line = &((struct agreement_line *)more.items)[lines->count + i];

		standing.agreement = &SCHEME_ITEMS(scheme_agreement, standing.scheme->agreements)[i];
		line->head = agreement_head_of(&standing);
		line->alarms = standing_alarms(&standing);
	}
	*lines = more;
	return OK;
}

/* What has just been recorded, as the page says it. */
void agreement_say_done(const struct http_request *request, struct page_frame *frame)
{
	const char *done = pairs_get(&request->query, "done");
	const struct journal_kind *kind =
		done == NULL ? NULL : journal_kind_named(web_visitor(request)->web->book, done);

	if (kind != NULL)
		frame->notice = web_words(request, kind->done);
}

void agreements_page(struct http_request *request, struct http_response *response, void *context)
{
	const struct journal *journal = &web_visitor(request)->journal;
	struct agreements_view view = { .frame = web_frame(request,
		                                           web_words(request, WORDS("Overeenkomsten"))) };
	const struct scheme_entry *entry;
	struct fault fault = { 0 };
	enum status status = OK;

	(void)context;
	for (size_t i = 0;
	     status == OK && (entry = scheme_book_nth(journal->schemes, journal->register_id, i)) != NULL;
	     i++)
		status = add_scheme(request, entry, &view.lines, &fault);
	if (!web_ok(request, response, status, &fault))
		return;
	if (view.lines.count > 1)
		qsort(view.lines.items, view.lines.count, sizeof(struct agreement_line), compare_lines);
	agreement_say_done(request, &view.frame);
	web_page(request, response, "agreement/agreements.html", &view);
}
