/* SPDX-License-Identifier: EUPL-1.2 */
#include "common/access/web_site.h"

#include <sodium.h>
#include <string.h>

#include "common/access/own_account_pages.h"
#include "common/access/web_page.h"
#include "common/access/web_sight.h"
#include "common/access/web_snapshot.h"
#include "common/journal/book.h"
#include "platform/base/words.h"

#define SESSION_COOKIE "thuisregie"
#define LANGUAGE_COOKIE "language"

static struct visitor *visitor_new(struct http_request *request, struct web *web)
{
	struct visitor *visitor = ARENA_NEW(request->arena, struct visitor);
	const char *language = http_cookie(request, LANGUAGE_COOKIE);

	visitor->web = web;
	visitor->language = language != NULL && strcmp(language, "en") == 0 ? "en" : "nl";
	visitor->clock = *web->clock;
	visitor->register_name = "";
	request->visitor = visitor;
	return visitor;
}

static enum status recognise(struct http_request *request, struct visitor *visitor, struct fault *fault)
{
	struct web *web = visitor->web;
	const struct clock real = { { 0 } };
	const char *cookie = http_cookie(request, SESSION_COOKIE);
	enum status status;

	if (cookie == NULL)
		return OK;
	if (request->method == HTTP_POST)
		web_end_reading(web);
	status = request->method == HTTP_GET ? web_begin_reading(web, fault)
	                                     : web->refresh(&web->schemes, web->db, web->clock, fault);
	if (status)
		return status;
	status = access_session(web->db, cookie, clock_now(&real), request->arena, &visitor->session, fault);
	if (status)
		return status == NOT_FOUND ? OK : status;
	visitor->demo_day = visitor->session.demo_day;
	if (!date_is(visitor->clock.fixed_day))
		visitor->clock.fixed_day = visitor->demo_day;
	if (visitor->session.person != 0)
		status = access_entry_holds(web->db, visitor->session.account.register_id,
		                            visitor->session.letter, fault);
	if (status)
		return status == NOT_FOUND ? OK : status;
	visitor->register_name = visitor->session.register_name;
	visitor->snapshot_until = web->known_until;
	visitor->present = visitor->clock;
	if (web->known_until.seconds != 0 && !date_is(web->clock->fixed_day))
		visitor->clock.fixed_day = clock_day_of(web->known_until);
	visitor->journal = (struct journal){ .db = web->db,
		                             .clock = &visitor->clock,
		                             .book = web->book,
		                             .calendar = web->calendar,
		                             .schemes = web->schemes,
		                             .arena = request->arena,
		                             .language = visitor->language,
		                             .register_id = visitor->session.account.register_id,
		                             .account = visitor->session.account.account,
		                             .party = visitor->session.account.party };
	return web_still_acts(request, &visitor->is_known, fault);
}

/* A session on the own page lasts as long as pages are asked for. */
static enum status stay(const struct http_request *request, struct http_response *response,
                        struct fault *fault)
{
	const struct clock real = { { 0 } };
	struct visitor *visitor = web_visitor(request);
	struct web *web = visitor->web;
	enum status status = OK;

	if (!visitor->is_known || !access_is_ageing(&visitor->session, clock_now(&real)))
		return OK;
	web_end_reading(web);
	if (!db_is_writing(web->db))
		status = db_begin(web->db, fault);
	response->waits_for_flush = true;
	return status == OK ? access_stay(web->db, http_cookie(request, SESSION_COOKIE), clock_now(&real),
	                                  request->arena, fault)
	                    : status;
}

/* A route that names a kind of fact asks for that kind's permission too. */
static bool may_pass(const struct http_request *request, const struct http_route *route)
{
	const struct visitor *visitor = web_visitor(request);
	const char *name = pairs_get(&request->parts, "kind");
	const struct journal_kind *kind = name == NULL ? NULL : journal_kind_named(visitor->web->book, name);

	if (!access_may(visitor->session.role, (enum permission)route->permission))
		return false;
	return kind == NULL || access_may(visitor->session.role, kind->permission);
}

/* A snapshot that is gone leads to those that are there. */
static bool enter_snapshot(const struct http_request *request, struct http_response *response)
{
	struct fault fault = { 0 };
	enum status status = web_read_snapshot(request, &fault);

	if (status == NOT_FOUND)
		http_redirect(response, "/known");
	return status != NOT_FOUND && web_ok(request, response, status, &fault);
}

static bool takes_form(const struct http_request *request, struct http_response *response)
{
	if (request->method != HTTP_POST || !web_is_snapshot(request) || web_is_about_snapshots(request) ||
	    strcmp(request->path, "/logout") == 0)
		return true;
	web_problem_in_words(request, response, 409,
	                     web_words(request, WORDS("U leest wat er op een vroeger moment bekend was. "
	                                              "Daar kunt u niets vastleggen.")));
	return false;
}

static bool choose_day(const struct http_request *request, struct http_response *response)
{
	struct visitor *visitor = web_visitor(request);
	const char *asked = request->method == HTTP_GET ? pairs_get(&request->query, "on") : NULL;
	struct date today = clock_today(&visitor->clock);

	visitor->on = today;
	if (!has_words(asked))
		return true;
	if (date_read(asked, &visitor->on)) {
		visitor->is_other_day = visitor->on.day != today.day;
		return true;
	}
	web_problem_in_words(
		request, response, 400,
		web_words(request, WORDS("De dag in het adres is geen bestaande datum. Schrijf eerst het "
	                                 "jaar, dan de maand en dan de dag, zoals 2023-03-01.")));
	return false;
}

/* Who must have a second step, and has none, comes nowhere else; a session may end all the same. */
static bool has_second_step(const struct http_request *request, struct http_response *response)
{
	size_t length = strlen(OWN_ACCOUNT_PAGE);
	bool is_own = strncmp(request->path, OWN_ACCOUNT_PAGE, length) == 0 &&
	              (request->path[length] == '\0' || request->path[length] == '/');

	if (!web_visitor(request)->session.lacks_second_step || is_own ||
	    strcmp(request->path, "/logout") == 0)
		return true;
	if (request->method == HTTP_GET)
		http_redirect(response, OWN_ACCOUNT_PAGE);
	else
		web_problem(request, response, 403);
	return false;
}

bool web_admit(struct http_request *request, const struct http_route *route, struct http_response *response,
               void *context)
{
	struct visitor *visitor = visitor_new(request, context);
	struct fault fault = { 0 };
	bool is_api = (route->flags & HTTP_JSON) != 0;

	if (!web_ok(request, response, recognise(request, visitor, &fault), &fault) ||
	    !web_ok(request, response, stay(request, response, &fault), &fault))
		return false;
	if (request->method == HTTP_POST && http_is_foreign(request)) {
		web_problem(request, response, 403);
		return false;
	}
	if ((route->flags & HTTP_OPEN) != 0)
		return true;
	if (!visitor->is_known && !is_api) {
		http_redirect(response, route->permission == MAY_BE_RESIDENT ? "/mine/enter" : "/login");
		return false;
	}
	if (!visitor->is_known || !may_pass(request, route)) {
		web_problem(request, response, visitor->is_known ? 403 : 401);
		return false;
	}
	if (!takes_form(request, response) || !has_second_step(request, response))
		return false;
	return enter_snapshot(request, response) && choose_day(request, response) &&
	       web_admit_to_file(request, route, response);
}

bool web_accept(struct http_request *request, const struct http_route *route, struct http_response *response,
                void *context)
{
	const struct visitor *visitor = web_visitor(request);
	const char *token = pairs_get(&request->form, "_token");
	const char *expected = visitor->is_known ? visitor->session.form_token : "";

	web_end_reading(context);
	if ((route->flags & HTTP_OPEN) != 0)
		return true;
	if (token != NULL && strlen(token) == strlen(expected) &&
	    sodium_memcmp(token, expected, strlen(expected)) == 0)
		return true;
	web_problem(request, response, 403);
	return false;
}

void web_refuse(struct http_request *request, const struct http_route *route, int status,
                struct http_response *response, void *context)
{
	if (request->visitor == NULL)
		(void)visitor_new(request, context);
	if (status == 413 && route != NULL && (route->flags & HTTP_UPLOAD) != 0)
		web_problem_in_words(request, response, status,
		                     web_words(request, WORDS("Dit bestand is te groot. Een bestand mag "
		                                              "hoogstens 25 MB zijn. Er is niets bewaard.")));
	else
		web_problem(request, response, status);
}
