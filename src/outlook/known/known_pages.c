/* SPDX-License-Identifier: EUPL-1.2 */
#include "outlook/known/known_pages.h"

#include <string.h>
#include <unistd.h>

#include "common/access/web.h"
#include "outlook/known/known.h"
#include "platform/base/words.h"

struct known_line {
	int64_t number, facts, facts_total;
	struct moment until_at, asked_at;
	const char *name, *state, *fault;
	bool is_ready, is_failed, is_waiting, is_open;
};
static const struct field known_line_fields[] = {
	FIELD(struct known_line, number),
	FIELD(struct known_line, facts, .flags = FIELD_ZERO_IS_SET),
	FIELD(struct known_line, facts_total, .flags = FIELD_ZERO_IS_SET),
	FIELD(struct known_line, until_at),
	FIELD(struct known_line, asked_at),
	FIELD(struct known_line, name),
	FIELD(struct known_line, state),
	FIELD(struct known_line, fault, .max_chars = 2000),
	FIELD(struct known_line, is_ready),
	FIELD(struct known_line, is_failed),
	FIELD(struct known_line, is_waiting),
	FIELD(struct known_line, is_open),
};
static const struct record known_line_record = RECORD(struct known_line, "known_line", known_line_fields);

struct known_view {
	struct page_frame frame;
	const char *token, *day, *time, *mistake;
	struct records lines;
	bool is_waiting; /* one of them is being made */
	bool is_gone;    /* what the visitor reads */
};
static const struct field known_view_fields[] = {
	FIELD_INSIDE(struct known_view, frame, &page_frame_record),
	FIELD(struct known_view, token),
	FIELD(struct known_view, day),
	FIELD(struct known_view, time),
	FIELD(struct known_view, mistake),
	FIELD(struct known_view, lines, .of = &known_line_record),
	FIELD(struct known_view, is_waiting),
	FIELD(struct known_view, is_gone),
};
const struct record known_view_record = RECORD(struct known_view, "known_view", known_view_fields);

static const char *name_of(const struct http_request *request, int64_t number)
{
	return known_name(web_visitor(request)->journal.register_id, number, request->arena);
}

static struct known_line show_line(const struct http_request *request, const struct known_snapshot *snapshot)
{
	const struct access_session *session = &web_visitor(request)->session;
	bool is_ready = strcmp(snapshot->state, "ready") == 0,
	     is_failed = strcmp(snapshot->state, "failed") == 0;

	return (struct known_line){
		.number = snapshot->number,
		.facts = snapshot->facts,
		.facts_total = snapshot->facts_total,
		.until_at = snapshot->until_at,
		.asked_at = snapshot->asked_at,
		.name = snapshot->name,
		.state = web_words(request, choice_label(known_states, snapshot->state)),
		.fault = snapshot->fault,
		.is_ready = is_ready,
		.is_failed = is_failed,
		.is_waiting = !is_ready && !is_failed,
		.is_open = strcmp(session->snapshot, name_of(request, snapshot->number)) == 0,
	};
}

static struct records show_lines(const struct http_request *request, const struct records *snapshots,
                                 bool *is_waiting)
{
	struct records lines = records_new(&known_line_record, snapshots->count, request->arena);
	const struct known_snapshot *items = snapshots->items;

	for (size_t i = 0; i < snapshots->count; i++) {
		struct known_line *line = &((struct known_line *)lines.items)[i];

		*line = show_line(request, &items[i]);
		*is_waiting = *is_waiting || line->is_waiting;
	}
	return lines;
}

/* The page, with what was typed and why it will not do; mistake is NULL when it was only opened. */
static void show_page(const struct http_request *request, struct http_response *response, const char *mistake)
{
	struct visitor *visitor = web_visitor(request);
	const char *title = web_words(request, WORDS("Zoals bekend op"));
	struct known_view view = { .frame = web_frame(request, title),
		                   .token = visitor->session.form_token,
		                   .day = pairs_get(&request->form, "day"),
		                   .time = pairs_get(&request->form, "time"),
		                   .mistake = mistake };
	struct records snapshots = { 0 };
	struct fault fault = { 0 };
	enum status status = known_list(&visitor->journal, &snapshots, &fault);

	if (!web_ok(request, response, status, &fault))
		return;
	view.frame.day_address = NULL; /* a snapshot has its own day */
	view.is_gone = visitor->session.snapshot[0] != '\0' && visitor->snapshot_until.seconds == 0;
	if (view.is_gone)
		view.frame.warning = web_words(
			request, WORDS("Wat u las is er niet meer. Ga terug naar nu, of open iets anders."));
	view.lines = show_lines(request, &snapshots, &view.is_waiting);
	web_note_read(request, response, 0, "known");
	web_page(request, response, "known/known.html", &view);
	if (mistake != NULL)
		response->status = 422;
}

void known_page(struct http_request *request, struct http_response *response, void *context)
{
	(void)context;
	show_page(request, response, NULL);
}

/* What is wrong with the moment that was asked, or NULL. */
static const char *mistake_in(const struct http_request *request, struct moment *ret_until)
{
	const char *day = pairs_get(&request->form, "day"), *time = pairs_get(&request->form, "time");
	bool has_time = has_words(time);
	struct visitor *visitor = web_visitor(request);
	const char *text = arena_print(request->arena, "%s%s%s", or_empty(day), has_time ? "T" : "",
	                               has_time ? time : "");

	if (!known_read_moment(text, ret_until))
		return web_words(request, WORDS("Vul een bestaande dag in, en zo nodig een tijd."));
	if (date_before(clock_today(&visitor->clock), clock_day_of(*ret_until)))
		return web_words(request, WORDS("Deze dag moet nog komen. Kies een dag die geweest is."));
	return NULL;
}

static enum status begin(struct web *web, struct fault *fault)
{
	return db_is_writing(web->db) ? OK : db_begin(web->db, fault);
}

static enum status ask(const struct http_request *request, struct moment until, bool *ret_is_full,
                       struct fault *fault)
{
	const struct clock real = { { 0 } };
	struct journal *journal = &web_visitor(request)->journal;
	struct records snapshots = { 0 };
	enum status status = known_list(journal, &snapshots, fault);

	*ret_is_full = snapshots.count >= KNOWN_MOST;
	if (status != OK || *ret_is_full)
		return status;
	status = begin(web_visitor(request)->web, fault);
	return status == OK ? known_ask(journal, until, clock_now(&real), fault) : status;
}

void known_post(struct http_request *request, struct http_response *response, void *context)
{
	struct moment until = { 0 };
	const char *mistake = mistake_in(request, &until);
	struct fault fault = { 0 };
	bool is_full = false;

	(void)context;
	if (mistake == NULL && !web_ok(request, response, ask(request, until, &is_full, &fault), &fault))
		return;
	if (is_full)
		mistake = web_words(request, WORDS("Er zijn er al tien. Verwijder er eerst een."));
	if (mistake != NULL) {
		show_page(request, response, mistake);
		return;
	}
	response->waits_for_flush = true;
	http_redirect(response, "/known");
}

/* Sets what the session reads. */
static enum status read_from(const struct http_request *request, const char *name, struct fault *fault)
{
	struct web *web = web_visitor(request)->web;
	enum status status = begin(web, fault);

	if (status)
		return status;
	return access_read_snapshot(web->db, http_cookie(request, "thuisregie"), name, request->arena, fault);
}

void known_open_post(struct http_request *request, struct http_response *response, void *context)
{
	struct web *web = context;
	int64_t number = web_number(&request->parts, "number");
	const char *name = name_of(request, number);
	struct known_snapshot snapshot;
	struct fault fault = { 0 };
	enum status status = known_find(&web_visitor(request)->journal, number, &snapshot, &fault);

	if (status == OK && (strcmp(snapshot.state, "ready") != 0 ||
	                     access(access_snapshot_file(web->db, name, request->arena), R_OK) != 0))
		status = NOT_FOUND;
	if (status == OK)
		status = read_from(request, name, &fault);
	if (!web_ok(request, response, status, &fault))
		return;
	response->waits_for_flush = true;
	http_redirect(response, "/");
}

void known_leave_post(struct http_request *request, struct http_response *response, void *context)
{
	struct fault fault = { 0 };

	(void)context;
	if (!web_ok(request, response, read_from(request, "", &fault), &fault))
		return;
	response->waits_for_flush = true;
	http_redirect(response, "/known");
}

/* Whoever reads it meanwhile is led to the page, which says that it is gone. */
void known_remove_post(struct http_request *request, struct http_response *response, void *context)
{
	struct web *web = context;
	struct journal *journal = &web_visitor(request)->journal;
	int64_t number = web_number(&request->parts, "number");
	struct known_snapshot snapshot;
	struct fault fault = { 0 };
	enum status status = known_find(journal, number, &snapshot, &fault);

	if (status == OK)
		status = begin(web, &fault);
	if (status == OK)
		status = known_let_go(journal, number, &fault);
	if (!web_ok(request, response, status, &fault))
		return;
	known_remove_file(access_snapshot_file(web->db, name_of(request, number), request->arena));
	response->waits_for_flush = true;
	http_redirect(response, "/known");
}
