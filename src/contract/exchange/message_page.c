/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/exchange/message_page.h"

#include <string.h>

#include "common/document/kept.h"
#include "contract/exchange/again.h"
#include "contract/exchange/exchange.h"
#include "contract/exchange/message_show.h"
#include "contract/exchange/order.h"
#include "contract/exchange/traffic_show.h"
#include "platform/base/words.h"

#define LINES_ON_A_PAGE 20 /* of a claim */

struct message_view {
	struct page_frame frame;
	struct traffic_shown message, pair;
	bool has_pair, may_send, is_received, is_kept, is_made_again, may_look, has_xml, is_claim;
	int64_t times, lines, first_line, last_line;
	struct moment last_at;
	struct records rows;   /* of message_row_record */
	struct records faults; /* of struct message_fault */
	const char *xml_address, *claim_address, *next;
};
static const struct field message_view_fields[] = {
	FIELD_INSIDE(struct message_view, frame, &page_frame_record),
	FIELD_INSIDE(struct message_view, message, &traffic_shown_record),
	FIELD_INSIDE(struct message_view, pair, &traffic_shown_record),
	FIELD(struct message_view, has_pair),
	FIELD(struct message_view, may_send),
	FIELD(struct message_view, is_received),
	FIELD(struct message_view, is_kept),
	FIELD(struct message_view, is_made_again),
	FIELD(struct message_view, may_look),
	FIELD(struct message_view, has_xml),
	FIELD(struct message_view, is_claim),
	FIELD(struct message_view, times),
	FIELD(struct message_view, lines),
	FIELD(struct message_view, first_line),
	FIELD(struct message_view, last_line),
	FIELD(struct message_view, last_at),
	FIELD(struct message_view, rows, .of = &message_row_record),
	FIELD(struct message_view, faults, .of = &message_fault_record),
	FIELD(struct message_view, xml_address),
	FIELD(struct message_view, claim_address),
	FIELD(struct message_view, next),
};
const struct record message_page_record = RECORD(struct message_view, "message_view", message_view_fields);

/* --- what may be seen --- */

/* The row that is asked for, where it is the visitor's to see; else it has answered. */
static bool find(const struct http_request *request, struct http_response *response,
                 struct traffic_line *ret_line)
{
	const char *own = traffic_own_party(request);
	struct fault fault = { 0 };
	enum status status = traffic_of(&web_visitor(request)->journal,
	                                web_number(&request->parts, "message"), ret_line, &fault);

	if (status == OK && has_words(own) && strcmp(ret_line->party, own) != 0)
		status = NOT_FOUND;
	if (!web_ok(request, response, status, &fault))
		return false;
	if (date_before(web_on(request), ret_line->on_day)) {
		web_not_yet(request, response);
		return false;
	}
	return true;
}

/* --- its bytes --- */

/* What left to a provider can be made again from the orders, where its bytes were not kept. */
static enum status make_again(struct journal *journal, const struct traffic_line *line, struct text *out,
                              struct fault *fault)
{
	struct order_line order;
	enum status status = strcmp(line->sort, "WMO301") != 0 || strcmp(line->direction, "out") != 0
	                             ? NOT_FOUND
	                             : order_of(journal, line->assignment, &order, fault);

	if (status == OK && strcmp(order.message, line->identification) != 0)
		return NOT_FOUND; /* the order was told again since */
	return status == OK ? exchange_order_message(journal, line->assignment, out, fault) : status;
}

/* NOT_FOUND: they are not there any more, or never were. */
static enum status bytes_of(const struct http_request *request, const struct traffic_line *line,
                            struct kept *ret_kept, struct text *out, struct fault *fault)
{
	struct visitor *visitor = web_visitor(request);
	struct journal *journal = &visitor->journal;
	enum status status = kept_of(journal, line->message / 2, line->message % 2, ret_kept, fault);

	if (status == OK)
		status = kept_read(visitor->web->db, journal->register_id, ret_kept, out, fault);
	if (status == NOT_FOUND) {
		*ret_kept = (struct kept){ 0 };
		text_clear(out);
		status = make_again(journal, line, out, fault);
	}
	return status;
}

/* The item, in an arena of the caller; NOT_FOUND where it cannot be read. */
static enum status read_item(const struct text *bytes, struct arena *arena,
                             struct message_reading *ret_reading)
{
	struct findings findings = findings_new(arena, "nl");
	enum status status = message_read(text_words(bytes), bytes->length, &findings, ret_reading);

	if (status == FINDINGS && ret_reading->level == MESSAGE_LEVEL_FORM)
		return NOT_FOUND;
	return status == FINDINGS ? OK : status;
}

/* --- what is wrong with it --- */

/* "9019 (TR019), Client/StartProducten/StartProduct, regel 12: words": the part between the first commas. */
static const char *path_in(const char *reason, struct arena *arena)
{
	const char *comma = strstr(reason, ", "), *colon = strstr(reason, ": ");

	if (comma == NULL || (colon != NULL && colon < comma))
		return "";
	return arena_copy_part(arena, comma + 2, strcspn(comma + 2, ",:"));
}

static enum status list_reasons(const struct http_request *request, const struct traffic_line *line,
                                struct records *ret_faults, struct fault *fault)
{
	const char *reasons = "";
	struct message_fault *faults;
	enum status status = traffic_reasons(&web_visitor(request)->journal, line, &reasons, fault);

	*ret_faults = records_new(&message_fault_record, MESSAGE_FAULTS_MAX, request->arena);
	faults = ret_faults->items;
	ret_faults->count = 0;
	while (status == OK && *reasons != '\0' && ret_faults->count < MESSAGE_FAULTS_MAX) {
		size_t length = strcspn(reasons, "\n");
		const char *reason = arena_copy_part(request->arena, reasons, length);

		if (length > 0)
			faults[ret_faults->count++] = (struct message_fault){
				.words = reason, .path = path_in(reason, request->arena), .row = ""
			};
		reasons += length + (reasons[length] == '\n');
	}
	return status;
}

/* --- in words --- */

static void show_part(const struct http_request *request, struct message_reading *reading,
                      struct message_view *view)
{
	size_t from = (size_t)web_number(&request->query, "line"), lines = 0;
	struct message_item *part = ARENA_NEW(request->arena, struct message_item);

	*part = message_part_of_claim(reading->item, from, LINES_ON_A_PAGE, request->arena, &lines);
	reading->item = part;
	view->lines = (int64_t)lines;
	view->first_line = (int64_t)from + 1;
	view->last_line = (int64_t)(from + LINES_ON_A_PAGE < lines ? from + LINES_ON_A_PAGE : lines);
	if (from + LINES_ON_A_PAGE < lines)
		view->next = arena_print(request->arena, "%s?line=%zu", view->message.address,
		                         from + LINES_ON_A_PAGE);
}

/* Who the client is stays in the message (Wmo 2015, art. 5.2.9). The rows point into arena. */
static enum status show_content(const struct http_request *request, const struct traffic_line *line,
                                struct message_view *view, struct arena *arena, struct fault *fault)
{
	CLEANUP(text_done) struct text bytes = text_new(XML_MAX_BYTES);
	struct message_reading reading = { 0 };
	struct message_item *hidden = ARENA_NEW(arena, struct message_item);
	struct kept kept = { 0 };
	enum status status = bytes_of(request, line, &kept, &bytes, fault);

	view->times = kept.times;
	view->last_at = kept.last_at;
	view->is_made_again = status == OK && kept.digest == NULL;
	view->is_kept = status == OK && kept.digest != NULL;
	view->has_xml = status == OK;
	if (status == OK)
		status = read_item(&bytes, arena, &reading);
	if (status != OK)
		return status == NOT_FOUND ? OK : status;
	*hidden = message_without_client(reading.item, arena);
	reading.item = hidden;
	view->is_claim = hidden->has_claim;
	if (view->is_claim)
		show_part(request, &reading, view);
	view->rows =
		message_rows(&reading, web_visitor(request)->journal.language, request->arena, &view->faults);
	return OK;
}

static enum status show_pair(const struct http_request *request, const struct traffic_line *line,
                             struct message_view *view, struct fault *fault)
{
	struct traffic_line pair;
	enum status status = line->pair == 0
	                             ? NOT_FOUND
	                             : traffic_of(&web_visitor(request)->journal, line->pair, &pair, fault);

	view->has_pair = status == OK;
	if (status == OK)
		view->pair = traffic_show(request, &pair);
	return status == NOT_FOUND ? OK : status;
}

static void show_frame(const struct http_request *request, struct message_view *view)
{
	view->frame = web_frame(request, view->message.title);
	web_breadcrumb(&view->frame, "/messages/all", web_words(request, WORDS("Alle berichten")),
	               request->arena);
	web_breadcrumb(&view->frame, NULL, view->message.identification, request->arena);
}

void message_page(struct http_request *request, struct http_response *response, void *context)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new(XML_ARENA_BYTES);
	struct message_view view = { .next = "", .claim_address = "" };
	struct traffic_line line = { 0 };
	struct fault fault = { 0 };
	enum status status;

	(void)context;
	if (!find(request, response, &line))
		return;
	view.message = traffic_show(request, &line);
	view.is_received = strcmp(line.direction, "in") == 0;
	view.may_look = traffic_sees_money(request);
	view.xml_address = arena_print(request->arena, "%s/xml", view.message.address);
	if (line.claim != 0 && line.refused_lines > 0 && has_words(view.message.about_address))
		view.claim_address = view.message.about_address;
	status = list_reasons(request, &line, &view.faults, &fault);
	if (status == OK)
		status = show_pair(request, &line, &view, &fault);
	if (status == OK && view.may_look)
		status = show_content(request, &line, &view, arena, &fault);
	if (!web_ok(request, response, status, &fault))
		return;
	view.may_send =
		view.is_kept && again_may_leave(&line) && web_may_bring(request, &message_again_asked_kind);
	if (view.is_made_again && has_words(traffic_own_party(request)))
		view.has_xml = false;
	show_frame(request, &view);
	web_note_read(request, response, line.person, "message");
	web_page(request, response, "exchange/message_page.html", &view);
}

/* --- the bytes --- */

/* Written again without who the client is: that is for whom it was sent to, and no page. */
static enum status hide(const struct http_request *request, struct text *bytes)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new(XML_ARENA_BYTES);
	struct message_reading reading = { 0 };
	struct message_item hidden;
	enum status status = read_item(bytes, arena, &reading);

	(void)request;
	text_clear(bytes);
	if (status != OK)
		return status;
	hidden = message_without_client(reading.item, arena);
	xml_write(&reading.message->form, &hidden, bytes);
	return OK;
}

void message_xml(struct http_request *request, struct http_response *response, void *context)
{
	bool is_own = has_words(traffic_own_party(request));
	struct traffic_line line = { 0 };
	struct kept kept = { 0 };
	struct fault fault = { 0 };
	enum status status;

	(void)context;
	if (!find(request, response, &line))
		return;
	status = bytes_of(request, &line, &kept, &response->body, &fault);
	if (status == OK && is_own && kept.digest == NULL)
		status = NOT_FOUND; /* made again it is not what was sent */
	if (status == OK && !is_own)
		status = hide(request, &response->body);
	if (status != OK)
		text_clear(&response->body);
	if (!web_ok(request, response, status, &fault))
		return;
	response->type = "application/xml; charset=utf-8";
	response->file_name =
		arena_print(request->arena, "%s-%lld.xml", has_words(line.sort) ? line.sort : "bericht",
	                    (long long)line.message);
	web_note_read(request, response, line.person, "message");
}
