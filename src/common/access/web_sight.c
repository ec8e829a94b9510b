/* SPDX-License-Identifier: EUPL-1.2 */
#include "common/access/web_sight.h"

#include <string.h>

#include "common/access/opening.h"
#include "common/access/web_page.h"
#include "platform/base/words.h"

/* What a path names, as something that is about a client. */
struct place {
	int64_t person, report, letter;
};
static const struct field place_fields[] = {
	FIELD(struct place, person),
	FIELD(struct place, report),
	FIELD(struct place, letter),
};
static const struct record place_record = RECORD(struct place, "place", place_fields);

struct closed_view {
	struct page_frame frame;
	const char *opening_address, *front_address;
};
static const struct field closed_view_fields[] = {
	FIELD_INSIDE(struct closed_view, frame, &page_frame_record),
	FIELD(struct closed_view, opening_address),
	FIELD(struct closed_view, front_address),
};
const struct record closed_view_record = RECORD(struct closed_view, "closed_view", closed_view_fields);

/* Who is concerned with whom is known now, whatever day or snapshot the page shows. */
static enum status ground_for(const struct http_request *request, int64_t person, int64_t letter,
                              const char **ret_ground, struct fault *fault)
{
	struct visitor *visitor = web_visitor(request);
	const struct access_session *session = &visitor->session;
	const struct sight_asked asked = { .account = &session->account,
		                           .person = person,
		                           .today = clock_today(&visitor->present),
		                           .letter = letter,
		                           .representative = session->representative };
	struct journal present = visitor->journal;

	present.db = visitor->web->db;
	present.clock = &visitor->present;
	return sight_of(&present, &visitor->web->relations, session->role, &asked, ret_ground, fault);
}

enum status web_look(const struct http_request *request, int64_t person, bool *ret_sees, struct fault *fault)
{
	struct visitor *visitor = web_visitor(request);
	struct sight sight = { .person = person };
	enum status status = OK;

	if (visitor->sight.person != person) {
		status = ground_for(request, person, 0, &sight.ground, fault);
		if (status == OK)
			visitor->sight = sight;
	}
	*ret_sees = status == OK && visitor->sight.ground != NULL;
	return status;
}

const char *web_opening_address(const struct http_request *request, int64_t person)
{
	const struct visitor *visitor = web_visitor(request);

	if (!web_is_present(request) ||
	    !access_may(visitor->session.role, file_opened_in_need_kind.permission))
		return "";
	return arena_print(request->arena, "/facts/%s?person=%lld", file_opened_in_need_kind.name,
	                   (long long)person);
}

void web_closed_file(const struct http_request *request, struct http_response *response, int64_t person)
{
	const bool sees_front = access_may(web_visitor(request)->session.role, MAY_SEE_CLIENTS);
	const struct closed_view view = {
		.frame = web_frame(request, web_words(request, WORDS("Dit dossier is niet van u"))),
		.opening_address = web_opening_address(request, person),
		.front_address =
			sees_front ? arena_print(request->arena, "/clients/%lld", (long long)person) : "",
	};

	if (strncmp(request->path, "/api/", 5) == 0) {
		web_problem_in_words(request, response, 403, web_words(request, WEB_CLOSED_WORDS));
		return;
	}
	response->status = 403;
	text_clear(&response->body);
	web_page(request, response, "access/closed.html", &view);
}

enum status web_still_acts(const struct http_request *request, bool *ret_acts, struct fault *fault)
{
	const struct access_session *session = &web_visitor(request)->session;
	const char *ground = NULL;
	enum status status =
		session->representative == 0 ? OK : ground_for(request, session->person, 0, &ground, fault);

	*ret_acts = session->representative == 0 || ground != NULL;
	return status;
}

/* Whose file the path is in; NOT_FOUND: nobody's. */
static enum status client_of_path(const struct http_request *request, int64_t *ret_person,
                                  struct fault *fault)
{
	struct visitor *visitor = web_visitor(request);
	const struct place place = { web_number(&request->parts, "person"),
		                     web_number(&request->parts, "report"),
		                     web_number(&request->parts, "letter") };
	const struct web_item item = { &place_record, &place };
	struct web_client client = { 0 };
	enum status status = NOT_FOUND;

	if (place.person != 0 || place.report != 0 || place.letter != 0)
		status = visitor->web->whose(&visitor->journal, &item, &client, fault);
	*ret_person = client.person;
	return status;
}

bool web_admit_to_file(const struct http_request *request, const struct http_route *route,
                       struct http_response *response)
{
	const struct access_role *role = web_visitor(request)->session.role;
	struct sight *sight = &web_visitor(request)->sight;
	int64_t letter = web_number(&request->parts, "letter");
	bool has_place = strstr(route->path, "{person}") != NULL || strstr(route->path, "{letter}") != NULL ||
	                 strstr(route->path, "{report}") != NULL;
	bool sees = false;
	int64_t person;
	struct fault fault = { 0 };
	enum status status;

	if (!has_place || access_may(role, MAY_BE_RESIDENT))
		return true;
	status = client_of_path(request, &person, &fault);
	if (status == NOT_FOUND)
		return true; /* the handler says that there is nobody */
	if (status == OK)
		status = web_look(request, person, &sees, &fault);
	if (status == OK && !sees && letter != 0)
		status = ground_for(request, person, letter, &sight->glance, &fault);
	if (!web_ok(request, response, status, &fault))
		return false;
	if (sees || sight->glance != NULL ||
	    ((route->flags & WEB_FRONT) != 0 && access_may(role, MAY_SEE_CLIENTS)))
		return true;
	web_closed_file(request, response, person);
	return false;
}

/* The work that is done in a file that is open to whoever does it; who decides is held by the decision's own
 * rules. */
#define WORK_IN_FILE ((unsigned)(MAY_INVESTIGATE | MAY_ASSIGN))

enum status web_may_record(const struct http_request *request, const struct journal_kind *kind,
                           const void *item, bool *ret_may, struct fault *fault)
{
	struct visitor *visitor = web_visitor(request);
	const unsigned by = visitor->session.role->permissions & (unsigned)kind->permission;
	const struct web_item about = { kind->record, item };
	struct web_client client = { 0 };
	enum status status;

	*ret_may = (by & ~WORK_IN_FILE) != 0 &&
	           !(kind->is_in_file && access_may(visitor->session.role, MAY_INVESTIGATE));
	if (visitor->session.person != 0) { /* on the own page: about oneself, whatever a form says */
		status = visitor->web->whose(&visitor->journal, &about, &client, fault);
		*ret_may = status == OK && client.person == visitor->session.person;
		return status == NOT_FOUND ? OK : status;
	}
	if (*ret_may || visitor->session.account.party[0] != '\0')
		return OK;
	status = visitor->web->whose(&visitor->journal, &about, &client, fault);
	*ret_may = status == NOT_FOUND;
	return status == OK ? web_look(request, client.person, ret_may, fault)
	                    : (status == NOT_FOUND ? OK : status);
}
