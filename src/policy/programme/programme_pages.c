/* SPDX-License-Identifier: EUPL-1.2 */
/* All programmes, and how one of them stands: what comes first for who looks stands first. */
#include "policy/programme/programme_pages.h"

#include <strings.h>

#include "platform/base/words.h"
#include "policy/programme/begin.h"
#include "policy/programme/finish.h"
#include "policy/programme/programme_view.h"
#include "programme_sql.h"

#define TESTERS 3

/* --- the list --- */

struct programme_line {
	const char *programme, *title, *aim;
	struct date begun_on, ended_on;
};
static const struct field line_fields[] = {
	FIELD(struct programme_line, programme),
	FIELD(struct programme_line, title),
	FIELD(struct programme_line, aim, .max_chars = 4000),
	FIELD(struct programme_line, begun_on),
	FIELD(struct programme_line, ended_on),
};
static const struct record line_record = RECORD(struct programme_line, "programme_line", line_fields);

struct programmes_view {
	struct page_frame frame;
	struct records lines;
	bool may_begin;
};
static const struct field programmes_fields[] = {
	FIELD_INSIDE(struct programmes_view, frame, &page_frame_record),
	FIELD(struct programmes_view, lines, .of = &line_record),
	FIELD(struct programmes_view, may_begin),
};
const struct record programmes_view_record =
	RECORD(struct programmes_view, "programmes_view", programmes_fields);

void programmes_page(struct http_request *request, struct http_response *response, void *context)
{
	struct journal *journal = &web_visitor(request)->journal;
	struct programmes_view view = {
		.frame = web_frame(request, web_words(request, WORDS("Programma's"))),
		.may_begin = web_may_bring(request, &programme_begun_kind),
	};
	const struct value values[] = { value_number(journal->register_id), value_date(web_on(request)) };
	struct fault fault = { 0 };
	enum status status = db_list(journal->db, &sql_programme_list, values, COUNT(values),
	                             &(struct db_list){ &line_record, request->arena, &view.lines }, &fault);

	(void)context;
	if (web_ok(request, response, status, &fault))
		web_page(request, response, "programme/programmes.html", &view);
}

/* --- one --- */

/* Something to do: for the visitor, or of the whole. */
struct programme_step {
	const char *label, *words, *address;
	bool is_done;
};
static const struct field step_fields[] = {
	FIELD(struct programme_step, label),
	FIELD(struct programme_step, words),
	FIELD(struct programme_step, address),
	FIELD(struct programme_step, is_done),
};
static const struct record step_record = RECORD(struct programme_step, "programme_step", step_fields);

/* A group with its answers in words. */
struct seat_line {
	const char *name, *sort, *speaker_name, *vision, *content, *finance, *replace;
	bool shares, endorses, agrees;
};
static const struct field seat_fields[] = {
	FIELD(struct seat_line, name),         FIELD(struct seat_line, sort),
	FIELD(struct seat_line, speaker_name), FIELD(struct seat_line, vision),
	FIELD(struct seat_line, content),      FIELD(struct seat_line, finance),
	FIELD(struct seat_line, replace),      FIELD(struct seat_line, shares),
	FIELD(struct seat_line, endorses),     FIELD(struct seat_line, agrees),
};
static const struct record seat_record = RECORD(struct seat_line, "seat_line", seat_fields);

struct programme_view {
	struct page_frame frame;
	const char *programme, *scheme, *title, *aim, *reason, *form_before, *before_words, *begun_by, *group,
		*money, *money_words, *end;
	int64_t parties_before;
	struct date talks_since, begun_on;
	struct records asks, steps, seats;
	struct programme_ended ending;
	bool is_finance_open, has_ended;
};
static const struct field view_fields[] = {
	FIELD_INSIDE(struct programme_view, frame, &page_frame_record),
	FIELD(struct programme_view, programme),
	FIELD(struct programme_view, scheme),
	FIELD(struct programme_view, title),
	FIELD(struct programme_view, aim, .max_chars = 4000),
	FIELD(struct programme_view, reason, .max_chars = 4000),
	FIELD(struct programme_view, form_before, .choices = programme_forms),
	FIELD(struct programme_view, before_words, .max_chars = 4000),
	FIELD(struct programme_view, begun_by),
	FIELD(struct programme_view, group),
	FIELD(struct programme_view, money, .max_chars = 400),
	FIELD(struct programme_view, money_words, .max_chars = 2000),
	FIELD(struct programme_view, parties_before),
	FIELD(struct programme_view, talks_since),
	FIELD(struct programme_view, begun_on),
	FIELD(struct programme_view, asks, .of = &step_record),
	FIELD(struct programme_view, steps, .of = &step_record),
	FIELD(struct programme_view, seats, .of = &seat_record),
	FIELD(struct programme_view, is_finance_open),
	FIELD(struct programme_view, has_ended),
	FIELD(struct programme_view, end),
	FIELD_INSIDE(struct programme_view, ending, &programme_ending_record),
};
const struct record programme_view_record = RECORD(struct programme_view, "programme_view", view_fields);

static const char *answer(const struct http_request *request, const char *outcome, bool is_asked)
{
	if (programme_says_yes(outcome))
		return web_words(request, WORDS("ja"));
	if (has_words(outcome))
		return web_words(request, WORDS("nee, nog niet"));
	return is_asked ? web_words(request, WORDS("nog geen antwoord"))
	                : web_words(request, WORDS("nog niet gevraagd"));
}

/* For whom a group stands, where its name does not say so already. */
static const char *sort_apart(const struct http_request *request, const struct programme_seat *seat)
{
	const char *label = choice_label(programme_sorts, seat->sort);

	return strcasecmp(label, seat->name) == 0 ? "" : web_words(request, label);
}

static void show_seats(const struct http_request *request, const struct programme_shown *shown,
                       struct programme_view *view)
{
	const struct programme_seat *seat = shown->seats.items;
	const char *replace = programme_form(request, shown, &speaker_replaced_kind);
	struct seat_line *lines;

	view->seats = records_new(&seat_record, shown->seats.count, request->arena);
	lines = view->seats.items;
	for (size_t i = 0; i < shown->seats.count; i++)
		lines[i] = (struct seat_line){
			.name = seat[i].name,
			.sort = sort_apart(request, &seat[i]),
			.speaker_name = seat[i].speaker_name,
			.vision = answer(request, seat[i].on_vision, shown->now.vision > 0),
			.content = answer(request, seat[i].on_content, shown->now.content > 0),
			.finance = answer(request, seat[i].on_finance, shown->now.is_finance_open),
			.replace = replace[0] == '\0'
			                   ? ""
			                   : arena_print(request->arena, "%s&group=%s", replace,
			                                 pairs_encode(seat[i].name, request->arena)),
			.shares = programme_says_yes(seat[i].on_vision),
			.endorses = programme_says_yes(seat[i].on_content),
			.agrees = programme_says_yes(seat[i].on_finance),
		};
}

static bool is_content_endorsed(const struct programme_now *now)
{
	return now->content > 0 && now->has_endorsed == now->group_count;
}

static const char *so_many(const struct http_request *request, int64_t number, int64_t of)
{
	return arena_print(request->arena, web_words(request, WORDS("%lld van de %lld groepen")),
	                   (long long)number, (long long)of);
}

static const char *version_words(const struct http_request *request, int64_t version)
{
	if (version == 0)
		return web_words(request, WORDS("nog niet geschreven"));
	return arena_print(request->arena, web_words(request, WORDS("versie %lld")), (long long)version);
}

static void show_steps(const struct http_request *request, const struct programme_shown *shown,
                       struct programme_view *view)
{
	const struct programme_now *now = &shown->now;
	const struct programme_step steps[] = {
		{ WORDS("Visie op papier"), version_words(request, now->vision), NULL, now->vision > 0 },
		{ WORDS("Inhoud op papier"), version_words(request, now->content), NULL, now->content > 0 },
		{ WORDS("Uitgeprobeerd door aanbieders, inwoners en wijkteam"),
		  arena_print(request->arena, web_words(request, WORDS("%lld van de 3")),
		              (long long)now->testers),
		  NULL, now->testers == TESTERS },
		{ WORDS("Inhoud onderschreven"), so_many(request, now->has_endorsed, now->group_count), NULL,
		  is_content_endorsed(now) },
		{ WORDS("Geldfase"),
		  web_words(request, now->is_finance_open ? WORDS("open") : WORDS("dicht")), NULL,
		  now->is_finance_open },
		{ WORDS("Financiële kant onderschreven"), so_many(request, now->has_agreed, now->group_count),
		  NULL, now->is_finance_open && now->has_agreed == now->group_count },
	};
	struct programme_step *shown_steps;

	view->steps = records_new(&step_record, COUNT(steps), request->arena);
	shown_steps = view->steps.items;
	for (size_t i = 0; i < COUNT(steps); i++) {
		shown_steps[i] = steps[i];
		shown_steps[i].label = web_words(request, steps[i].label);
	}
}

/* Something that is asked, where its form or page is there for the visitor. */
static void ask(const struct http_request *request, struct programme_view *view, const char *label,
                const char *address)
{
	if (!has_words(address))
		return;
	((struct programme_step *)view->asks.items)[view->asks.count++] =
		(struct programme_step){ .label = web_words(request, label), .address = address };
}

/* What a group is asked: reading comes before answering. */
static void ask_group(const struct http_request *request, const struct programme_shown *shown,
                      struct programme_view *view)
{
	const struct programme_seat *seat = programme_own_seat(shown);
	const struct programme_now *now = &shown->now;
	const char *reading = arena_print(request->arena, "/programmes/%s/content", shown->asked.programme);

	if (seat == NULL || !shown->is_present)
		return;
	if (now->vision > 0 && !programme_says_yes(seat->on_vision))
		ask(request, view, WORDS("Lees de visie, en zeg of uw groep haar onderschrijft"), reading);
	if (now->content > 0 && now->testers < TESTERS)
		ask(request, view, WORDS("Probeer de inhoud uit op een situatie"),
		    programme_form(request, shown, &content_tested_kind));
	else if (now->content > 0 && !programme_says_yes(seat->on_content))
		ask(request, view, WORDS("Lees de inhoud, en zeg of uw groep haar onderschrijft"), reading);
	if (now->is_finance_open && !programme_says_yes(seat->on_finance))
		ask(request, view, WORDS("Zeg of uw groep de financiële kant onderschrijft"),
		    programme_form(request, shown, &finance_endorsed_kind));
}

static void ask_worker(const struct http_request *request, const struct programme_shown *shown,
                       struct programme_view *view)
{
	const struct programme_now *now = &shown->now;

	if (now->vision == 0)
		ask(request, view, WORDS("Schrijf de visie op"),
		    programme_form(request, shown, &vision_written_kind));
	if (now->content == 0)
		ask(request, view, WORDS("Schrijf de inhoud op"),
		    programme_form(request, shown, &content_written_kind));
	else if (now->testers < TESTERS && shown->is_worker)
		ask(request, view, WORDS("Probeer de inhoud uit op een situatie"),
		    programme_form(request, shown, &content_tested_kind));
	if (now->vision > 0 && is_content_endorsed(now) && !now->is_finance_open)
		ask(request, view, WORDS("Open de geldfase"),
		    programme_form(request, shown, &finance_opened_kind));
}

static enum status show_about(const struct http_request *request, const struct programme_shown *shown,
                              struct programme_view *view, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct journal *journal = &web_visitor(request)->journal;
	const struct value values[] = { value_number(journal->register_id),
		                        value_text(shown->asked.programme) };
	enum status status = db_one(journal->db, &sql_programme_about, values, COUNT(values), &rows, fault);

	if (status == OK)
		db_record(&rows, &programme_view_record, view, request->arena);
	return status;
}

static enum status show_ending(const struct http_request *request, const struct programme_shown *shown,
                               struct programme_view *view, struct fault *fault)
{
	enum status status =
		programme_ending(&web_visitor(request)->journal, &shown->asked, &view->ending, fault);

	view->has_ended = status == OK;
	return status == NOT_FOUND ? OK : status;
}

static const char *money_words(const struct http_request *request, const struct programme_shown *shown)
{
	if (shown->now.is_finance_open)
		return web_words(request, WORDS("De geldfase is open: elke groep heeft de inhoud "
		                                "onderschreven. Bedragen staan bij "
		                                "de tarieven van contractmanagement, niet hier."));
	return web_words(request,
	                 WORDS("De geldfase is dicht. Eerst onderschrijft elke groep de inhoud; tot dan "
	                       "staat er nergens een bedrag."));
}

void programme_page(struct http_request *request, struct http_response *response, void *context)
{
	struct programme_shown shown;
	struct programme_view view = { 0 };
	struct fault fault = { 0 };

	(void)context;
	if (!programme_look(request, response, &shown) ||
	    !web_ok(request, response, show_about(request, &shown, &view, &fault), &fault) ||
	    !web_ok(request, response, show_ending(request, &shown, &view, &fault), &fault))
		return;
	view.frame = programme_frame(request, &shown, shown.now.title);
	view.programme = shown.asked.programme;
	view.group = shown.group;
	view.is_finance_open = shown.now.is_finance_open;
	view.money = money_words(request, &shown);
	view.money_words = or_empty(shown.now.finance_words);
	view.asks = records_new(&step_record, 8, request->arena);
	view.asks.count = 0;
	view.end = programme_form(request, &shown, &programme_ended_kind);
	ask_group(request, &shown, &view);
	ask_worker(request, &shown, &view);
	show_steps(request, &shown, &view);
	show_seats(request, &shown, &view);
	web_page(request, response, "programme/programme.html", &view);
}
