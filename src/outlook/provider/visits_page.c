/* SPDX-License-Identifier: EUPL-1.2 */
/* Where a helper comes: the own clients of the own party, with address and task, and no more (art. 5.2.1). */
#include "common/access/web.h"
#include "common/person/person.h"
#include "common/scheme/scheme_book.h"
#include "outlook/provider/provider_pages.h"
#include "platform/base/words.h"
#include "practice/care/talk.h"
#include "provider_sql.h"

/* A visit as it is read. */
struct visit {
	int64_t person, assignment, amount, times, house_number;
	const char *product, *unit, *frequency, *per, *initials, *prefix, *surname, *street, *house_addition,
		*postcode, *place;
};
static const struct field visit_fields[] = {
	FIELD(struct visit, person),       FIELD(struct visit, assignment),
	FIELD(struct visit, amount),       FIELD(struct visit, product),
	FIELD(struct visit, unit),         FIELD(struct visit, frequency),
	FIELD(struct visit, times),        FIELD(struct visit, per),
	FIELD(struct visit, initials),     FIELD(struct visit, prefix),
	FIELD(struct visit, surname),      FIELD(struct visit, street),
	FIELD(struct visit, house_number), FIELD(struct visit, house_addition),
	FIELD(struct visit, postcode),     FIELD(struct visit, place),
};
static const struct record visit_record = RECORD(struct visit, "visit", visit_fields);

struct visit_shown {
	const char *name, *street, *place, *product, *amount, *often;
};
static const struct field visit_shown_fields[] = {
	FIELD(struct visit_shown, name),   FIELD(struct visit_shown, street),
	FIELD(struct visit_shown, place),  FIELD(struct visit_shown, product),
	FIELD(struct visit_shown, amount), FIELD(struct visit_shown, often),
};
static const struct record visit_shown_record = RECORD(struct visit_shown, "visit_shown", visit_shown_fields);

struct visits_view {
	struct page_frame frame;
	const char *organisation;
	struct records lines;
};
static const struct field visits_view_fields[] = {
	FIELD_INSIDE(struct visits_view, frame, &page_frame_record),
	FIELD(struct visits_view, organisation),
	FIELD(struct visits_view, lines, .of = &visit_shown_record),
};
const struct record visits_view_record = RECORD(struct visits_view, "visits_view", visits_view_fields);

static struct visit_shown show_visit(const struct http_request *request, const struct visit *visit)
{
	const struct visitor *visitor = web_visitor(request);
	const struct scheme_product *product =
		scheme_book_product(visitor->journal.schemes, visitor->journal.register_id, visit->product);
	const struct identity client = { .initials = visit->initials,
		                         .prefix = visit->prefix,
		                         .surname = visit->surname,
		                         .street = visit->street,
		                         .house_number = visit->house_number,
		                         .house_addition = visit->house_addition,
		                         .postcode = visit->postcode,
		                         .place = visit->place };

	return (struct visit_shown){
		.name = identity_name(&client, request->arena),
		.street = identity_street(&client, request->arena),
		.place = identity_place(&client, request->arena),
		.product = product == NULL ? visit->product : product->label,
		.amount = scheme_amount_words(visit->amount, visit->unit, visit->frequency, visitor->language,
		                              request->arena),
		.often = permanent_worker_often(visit->times, visit->per, visitor->language, request->arena),
	};
}

void visits_page(struct http_request *request, struct http_response *response, void *context)
{
	struct journal *journal = &web_visitor(request)->journal;
	const struct access_account *account = &web_visitor(request)->session.account;
	struct visits_view view = { .frame = web_frame(request, web_words(request, WORDS("Bij wie u komt"))),
		                    .organisation = web_organisation(request, account->party) };
	const struct value values[] = { value_number(journal->register_id), value_text(account->account),
		                        value_text(account->party), value_date(web_on(request)) };
	struct records visits = { 0 };
	const struct visit *items;
	struct fault fault = { 0 };
	enum status status = db_list(journal->db, &sql_provider_visits, values, COUNT(values),
	                             &(struct db_list){ &visit_record, request->arena, &visits }, &fault);

	(void)context;
	if (!web_ok(request, response, status, &fault))
		return;
	items = visits.items;
	view.lines = records_new(&visit_shown_record, visits.count, request->arena);
	for (size_t i = 0; i < visits.count; i++) {
		((struct visit_shown *)view.lines.items)[i] = show_visit(request, &items[i]);
		web_note_read(request, response, items[i].person, "visit");
	}
	web_note_read(request, response, 0, "visits");
	web_page(request, response, "provider/visits.html", &view);
}
