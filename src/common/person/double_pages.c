/* SPDX-License-Identifier: EUPL-1.2 */
#include "common/person/double_pages.h"

#include <stdlib.h>
#include <string.h>

#include "common/access/web.h"
#include "common/journal/book.h"
#include "common/person/double.h"
#include "common/person/person.h"
#include "platform/base/words.h"

/* One of the two. */
struct double_person {
	int64_t person;
	const char *name, *address;
	struct date born;
};
static const struct field double_person_fields[] = {
	FIELD(struct double_person, person),
	FIELD(struct double_person, name),
	FIELD(struct double_person, address),
	FIELD(struct double_person, born),
};
static const struct record double_person_record =
	RECORD(struct double_person, "double_person", double_person_fields);

struct double_line {
	int64_t person, other;
	struct double_person one, two;
	bool same_name, same_address, same_bsn, may_say;
};
static const struct field double_line_fields[] = {
	FIELD(struct double_line, person),
	FIELD(struct double_line, other),
	FIELD_INSIDE(struct double_line, one, &double_person_record),
	FIELD_INSIDE(struct double_line, two, &double_person_record),
	FIELD(struct double_line, same_name),
	FIELD(struct double_line, same_address),
	FIELD(struct double_line, same_bsn),
	FIELD(struct double_line, may_say),
};
static const struct record double_line_record = RECORD(struct double_line, "double_line", double_line_fields);

struct doubles_view {
	struct page_frame frame;
	struct records pairs;
	int64_t total;
	const char *next;
};
static const struct field doubles_view_fields[] = {
	FIELD_INSIDE(struct doubles_view, frame, &page_frame_record),
	FIELD(struct doubles_view, pairs, .of = &double_line_record),
	FIELD(struct doubles_view, total, .flags = FIELD_ZERO_IS_SET),
	FIELD(struct doubles_view, next),
};
const struct record doubles_view_record = RECORD(struct doubles_view, "doubles_view", doubles_view_fields);

static struct double_person show_person(const struct identity *identity, int64_t person, struct arena *arena)
{
	return (struct double_person){
		.person = person,
		.name = identity_name(identity, arena),
		.address = arena_print(arena, "%s, %s", identity_street(identity, arena),
		                       or_empty(identity->place)),
		.born = identity->born,
	};
}

static struct double_line show_pair(const struct http_request *request, const struct person_pair *pair)
{
	const struct identity one = { .initials = pair->initials,
		                      .prefix = pair->prefix,
		                      .surname = pair->surname,
		                      .born = pair->born,
		                      .street = pair->street,
		                      .house_number = pair->house_number,
		                      .place = pair->place };
	const struct identity two = { .initials = pair->other_initials,
		                      .prefix = pair->other_prefix,
		                      .surname = pair->other_surname,
		                      .born = pair->other_born,
		                      .street = pair->other_street,
		                      .house_number = pair->other_house_number,
		                      .place = pair->other_place };

	return (struct double_line){ .person = pair->person,
		                     .other = pair->other,
		                     .one = show_person(&one, pair->person, request->arena),
		                     .two = show_person(&two, pair->other, request->arena),
		                     .same_name = pair->same_name,
		                     .same_address = pair->same_address,
		                     .same_bsn = pair->same_bsn,
		                     .may_say = web_may(request, MAY_REPORT) };
}

/* The pair that ?after=PERSON,OTHER names; 0 and 0 without one. */
static struct person_pair pair_asked(const struct http_request *request)
{
	const char *after = pairs_get(&request->query, "after");
	const char *comma = after == NULL ? NULL : strchr(after, ',');

	if (comma == NULL)
		return (struct person_pair){ 0 };
	return (struct person_pair){ .person = strtoll(after, NULL, 10),
		                     .other = strtoll(comma + 1, NULL, 10) };
}

void doubles_page(struct http_request *request, struct http_response *response, void *context)
{
	struct journal *journal = &web_visitor(request)->journal;
	const struct person_pair after = pair_asked(request);
	const char *done = pairs_get(&request->query, "done");
	const struct journal_kind *kind = done == NULL ? NULL : journal_kind_named(journal->book, done);
	struct doubles_view view = {
		.frame = web_frame(request, web_words(request, WORDS("Dubbele personen"))), .next = ""
	};
	struct records pairs = { 0 };
	struct fault fault = { 0 };
	const struct person_pair *items;
	enum status status = pairs_after(journal, after.person, after.other, &pairs, &fault);

	(void)context;
	if (status == OK)
		status = pairs_count(journal, &view.total, &fault);
	if (!web_ok(request, response, status, &fault))
		return;
	if (kind != NULL)
		view.frame.notice = web_words(request, kind->done);
	items = pairs.items;
	view.pairs = records_new(&double_line_record, pairs.count, request->arena);
	for (size_t i = 0; i < pairs.count; i++)
		((struct double_line *)view.pairs.items)[i] = show_pair(request, &items[i]);
	if (pairs.count == PAIRS_ON_A_PAGE)
		view.next = arena_print(request->arena, "/doubles?after=%lld,%lld",
		                        (long long)items[pairs.count - 1].person,
		                        (long long)items[pairs.count - 1].other);
	web_note_read(request, response, 0, "doubles");
	web_page(request, response, "person/doubles.html", &view);
}
