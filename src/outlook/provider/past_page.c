/* SPDX-License-Identifier: EUPL-1.2 */
/* What a party delivered and does no more: bare lines of its own administration, without who it was. */
#include "common/access/web.h"
#include "common/scheme/scheme_book.h"
#include "outlook/provider/provider_pages.h"
#include "platform/base/words.h"
#include "provider_sql.h"

#define LINES_ON_A_PAGE 50

struct past_line {
	int64_t assignment;
	const char *product;
	struct date valid_from, valid_until, from, last_day;
};
static const struct field past_line_fields[] = {
	FIELD(struct past_line, assignment), FIELD(struct past_line, product),
	FIELD(struct past_line, valid_from), FIELD(struct past_line, valid_until),
	FIELD(struct past_line, from),       FIELD(struct past_line, last_day),
};
static const struct record past_line_record = RECORD(struct past_line, "past_line", past_line_fields);

struct past_view {
	struct page_frame frame;
	const char *organisation, *next;
	struct records lines;
};
static const struct field past_view_fields[] = {
	FIELD_INSIDE(struct past_view, frame, &page_frame_record),
	FIELD(struct past_view, organisation),
	FIELD(struct past_view, next),
	FIELD(struct past_view, lines, .of = &past_line_record),
};
const struct record past_view_record = RECORD(struct past_view, "past_view", past_view_fields);

static void show_lines(const struct http_request *request, struct past_view *view)
{
	const struct journal *journal = &web_visitor(request)->journal;
	struct past_line *lines = view->lines.items;

	for (size_t i = 0; i < view->lines.count; i++) {
		const struct scheme_product *product =
			scheme_book_product(journal->schemes, journal->register_id, lines[i].product);

		if (product != NULL)
			lines[i].product = product->label;
		lines[i].from = lines[i].valid_from;
		lines[i].last_day = date_last_day(lines[i].valid_until);
	}
	view->next = view->lines.count < LINES_ON_A_PAGE
	                     ? ""
	                     : arena_print(request->arena, "/deliveries/past?before=%lld",
	                                   (long long)lines[view->lines.count - 1].assignment);
}

void past_page(struct http_request *request, struct http_response *response, void *context)
{
	struct visitor *visitor = web_visitor(request);
	int64_t before = web_number(&request->query, "before");
	struct past_view view = {
		.frame = web_frame(request, web_words(request, WORDS("Wat wij leverden"))),
		.organisation = web_organisation(request, visitor->session.account.party),
	};
	const struct value values[] = { value_number(visitor->journal.register_id),
		                        value_text(visitor->session.account.party),
		                        value_date(clock_today(&visitor->clock)),
		                        value_number(before == 0 ? INT64_MAX : before) };
	struct fault fault = { 0 };
	enum status status =
		db_list(visitor->journal.db, &sql_provider_past, values, COUNT(values),
	                &(struct db_list){ &past_line_record, request->arena, &view.lines }, &fault);

	(void)context;
	if (!web_ok(request, response, status, &fault))
		return;
	show_lines(request, &view);
	web_breadcrumb(&view.frame, "/deliveries", web_words(request, WORDS("Onze cliënten")),
	               request->arena);
	web_breadcrumb(&view.frame, NULL, view.frame.title, request->arena);
	web_note_read(request, response, 0, "deliveries-past");
	web_page(request, response, "provider/past.html", &view);
}
