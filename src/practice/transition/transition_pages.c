/* SPDX-License-Identifier: EUPL-1.2 */
#include "practice/transition/transition_pages.h"

#include <string.h>

#include "common/access/web.h"
#include "common/person/vault.h"
#include "common/scheme/scheme_book.h"
#include "platform/base/words.h"
#include "practice/transition/move.h"

struct move_line {
	const char *product, *now, *there;
	bool stays;
};
static const struct field move_line_fields[] = {
	FIELD(struct move_line, product),
	FIELD(struct move_line, now),
	FIELD(struct move_line, there),
	FIELD(struct move_line, stays),
};
static const struct record move_line_record = RECORD(struct move_line, "move_line", move_line_fields);

struct move_view {
	struct page_frame frame;
	int64_t person;
	const char *name, *postcode, *from, *old_area, *new_area;
	bool is_asked, is_wrong_date, is_elsewhere, is_told_first;
	struct records lines;
	struct form_view form;
};
static const struct field move_view_fields[] = {
	FIELD_INSIDE(struct move_view, frame, &page_frame_record),
	FIELD(struct move_view, person),
	FIELD(struct move_view, name),
	FIELD(struct move_view, postcode),
	FIELD(struct move_view, from),
	FIELD(struct move_view, old_area),
	FIELD(struct move_view, new_area),
	FIELD(struct move_view, is_asked),
	FIELD(struct move_view, is_wrong_date),
	FIELD(struct move_view, is_elsewhere),
	FIELD(struct move_view, is_told_first),
	FIELD(struct move_view, lines, .of = &move_line_record),
	FIELD_INSIDE(struct move_view, form, &form_view_record),
};
const struct record move_view_record = RECORD(struct move_view, "move_view", move_view_fields);

static const char *organisation(const struct http_request *request, const char *name)
{
	const struct journal *journal = &web_visitor(request)->journal;

	return scheme_book_organisation(journal->schemes, journal->register_id, name);
}

static const char *area_label(const struct http_request *request, const char *name)
{
	const struct journal *journal = &web_visitor(request)->journal;
	const struct scheme_entry *entry;

	for (size_t i = 0; (entry = scheme_book_nth(journal->schemes, journal->register_id, i)) != NULL;
	     i++) {
		const struct scheme_area *area = scheme_area(&entry->scheme, name);

		if (area != NULL)
			return area->label;
	}
	return name;
}

static struct move_line show_support(const struct http_request *request, const struct moved_support *support)
{
	const struct journal *journal = &web_visitor(request)->journal;
	struct move_line line = { .product = scheme_book_product_label(journal->schemes, journal->register_id,
		                                                       support->product),
		                  .now = organisation(request, support->deliverer),
		                  .stays = support->stays };

	if (support->stays)
		line.there = line.now;
	else if (support->there != NULL)
		line.there = organisation(request, support->there);
	else
		line.there = web_words(request, WORDS("nog te kiezen"));
	return line;
}

static void show_move(const struct http_request *request, const struct resident_move *move,
                      struct move_view *view)
{
	const struct moved_support *support = move->support.items;

	view->is_elsewhere = move->new_area == NULL;
	view->old_area = area_label(request, move->old_area);
	view->new_area = move->new_area == NULL ? "" : area_label(request, move->new_area);
	view->lines = records_new(&move_line_record, move->support.count, request->arena);
	for (size_t i = 0; i < move->support.count; i++) {
		((struct move_line *)view->lines.items)[i] = show_support(request, &support[i]);
		view->is_told_first |= !support[i].stays;
	}
}

static void show_form(const struct http_request *request, const struct resident_move *move,
                      struct move_view *view)
{
	static const char *const carried[] = { "person", NULL };
	const struct visitor *visitor = web_visitor(request);

	view->form =
		form_view_of(&(struct form_request){ .record = &resident_move_record,
	                                             .item = move,
	                                             .language = visitor->language,
	                                             .action = "/facts/resident_moved",
	                                             .token = visitor->session.form_token,
	                                             .submit = web_words(request, resident_moved_kind.title),
	                                             .cancel = arena_print(request->arena, "/clients/%lld",
	                                                                   (long long)move->person),
	                                             .without = FIELD_BY_DOOR,
	                                             .hidden = carried },
	                     request->arena);
}

/* What the visitor asks; the day is today where none is said. */
static struct resident_move read_asked(const struct http_request *request, struct move_view *view)
{
	struct resident_move move = { .person = view->person,
		                      .from = clock_today(&web_visitor(request)->clock) };
	const char *postcode = pairs_get(&request->query, "postcode");
	const char *from = pairs_get(&request->query, "from");
	char date[DATE_TEXT_SIZE];

	if (has_words(from))
		view->is_wrong_date = !date_read(from, &move.from);
	move.postcode = postcode != NULL && postcode_is_right(postcode) ? postcode : "";
	view->postcode = or_empty(postcode);
	view->from = arena_copy(request->arena, date_print(move.from, date));
	view->is_asked = move.postcode[0] != '\0' && !view->is_wrong_date;
	return move;
}

void move_page(struct http_request *request, struct http_response *response, void *context)
{
	struct visitor *visitor = web_visitor(request);
	struct move_view view = { .person = web_number(&request->parts, "person") };
	struct resident_move move = read_asked(request, &view);
	const char *title = web_words(request, WORDS("Wat verandert er door de verhuizing?"));
	struct identity identity;
	struct fault fault = { 0 };
	enum status status = vault_identity(&visitor->journal, view.person, &identity, &fault);

	(void)context;
	if (status == OK && view.is_asked)
		status = move_look_ahead(&visitor->journal, &move, &fault);
	if (!web_ok(request, response, status, &fault))
		return;
	view.name = identity_name(&identity, request->arena);
	if (view.is_asked)
		show_move(request, &move, &view);
	show_form(request, &move, &view);
	view.frame = web_client_frame(request, view.person, view.name, title);
	web_note_read(request, response, view.person, "move");
	web_page(request, response, "transition/move.html", &view);
}
