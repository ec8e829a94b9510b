/* SPDX-License-Identifier: EUPL-1.2 */
/* Whose file a request is about, and whether the visitor may open it: asked once, before any handler. */
#ifndef COMMON_ACCESS_WEB_SIGHT_H
#define COMMON_ACCESS_WEB_SIGHT_H

#include "common/access/web_visitor.h"

/*
 * A route with a place {person}, {letter} or {report} is of that client's file: whoever has no relation to
 * the client is answered with the way to open it in need. A row with this flag is the file's front, which
 * shows everybody in practice who somebody is and how far the case is; its handler asks web_sees_file.
 */
enum web_route_flag { WEB_FRONT = 256 };

/* Whether the visitor sees the file of this client; FAILED when the database does. */
enum status web_look(const struct http_request *request, int64_t person, bool *ret_sees,
                     struct fault *fault) MUST_CHECK;
/* Where the visitor opens it with a reason; "" where nothing may be recorded. */
const char *web_opening_address(const struct http_request *request, int64_t person);
/* Answers 403 with that way. */
void web_closed_file(const struct http_request *request, struct http_response *response, int64_t person);

/* Whether the visitor may open the file that the path is in; false: it has answered. */
bool web_admit_to_file(const struct http_request *request, const struct http_route *route,
                       struct http_response *response);
/* Whether who entered an own page for another still represents that resident; of everybody else it is so. */
enum status web_still_acts(const struct http_request *request, bool *ret_acts,
                           struct fault *fault) MUST_CHECK;
/* To who brings a fact, or asks a page, of a file that is of others. */
#define WEB_CLOSED_WORDS WORDS("Dit dossier is niet van u of van uw team. Open het eerst met een reden.")

/*
 * Whether a fact about this client may be brought by the visitor: what the desk, the jurist and who handles
 * complaints record comes from outside; what a worker or decider records stands in a file that is open to
 * them. false: a finding says what to do.
 */
enum status web_may_record(const struct http_request *request, const struct journal_kind *kind,
                           const void *item, bool *ret_may, struct fault *fault) MUST_CHECK;

extern const struct record closed_view_record;

#endif
