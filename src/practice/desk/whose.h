/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Whose clients a list of many shows: a worker's own, the team's, or everybody's. Who works with clients sees
 * the own ones and the team's; who decides sees all; who else is in practice sees who somebody is, and not
 * what goes on (data/who_sees_what.csv).
 */
#ifndef PRACTICE_DESK_WHOSE_H
#define PRACTICE_DESK_WHOSE_H

#include "common/access/web.h"

/* Whose client somebody is on a day. */
struct whose_line {
	int64_t person;
	const char *contact, *team;
};
/* Of all clients of the register, struct whose_line, by person; in the journal's arena. */
enum status whose_on(struct journal *journal, struct date on, struct records *ret_lines,
                     struct fault *fault) MUST_CHECK;
/* The line of a person in such a list; NULL for who is nobody's client. */
const struct whose_line *whose_of(const struct records *lines, int64_t person);

/* Whether the visitor sees in a list what goes on with a client; else only who must get another contact
 * person. */
bool whose_sees_work(const struct http_request *request);
/* What the visitor asked with ?whose=, as far as it is theirs to see: mine, team or all. */
const char *whose_asked(const struct http_request *request);
/* Whether the client of a contact person and team belongs in the list of that name; of nobody's: in all. */
bool whose_is_asked(const struct http_request *request, const char *asked, const char *contact,
                    const char *team);
/* The lists that the visitor can ask for, struct page_tab; none where there is one. address: without whose.
 */
struct records whose_tabs(const struct http_request *request, const char *asked, const char *address);

/* Of a register that municipalities share, the one that is asked with ?place=, by its name; "" for all. */
const char *whose_place_asked(const struct http_request *request);
/* What that adds to an address that has a "?" already: "&place=NAME", escaped; "" for all. */
const char *whose_place_part(const struct http_request *request);
/* A list of each municipality and one of all, struct page_tab; none where there is one municipality. address:
 * with a "?", without place. */
struct records whose_places(const struct http_request *request, const char *address);

#endif
