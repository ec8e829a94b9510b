/* SPDX-License-Identifier: EUPL-1.2 */
/* What the pages of one programme have in common: which one, for whom, and the frame around it. */
#ifndef POLICY_PROGRAMME_PROGRAMME_VIEW_H
#define POLICY_PROGRAMME_PROGRAMME_VIEW_H

#include "common/access/web.h"
#include "policy/programme/endorse.h"

/* A programme as a page shows it. */
struct programme_shown {
	struct programme_asked asked;
	struct programme_now now;
	struct records seats; /* struct programme_seat */
	const char *group;    /* for which the visitor speaks; "" for none */
	bool is_worker;       /* the visitor may record for policy or contract management, here and now */
	bool is_present;      /* something may be recorded at all */
};

/* Finds the programme of the path on the day that is shown; false: it has answered. */
bool programme_look(const struct http_request *request, struct http_response *response,
                    struct programme_shown *ret_shown);
/* The frame of one of its pages: the other pages, the steps that lead there, and what was just recorded. */
struct page_frame programme_frame(const struct http_request *request, const struct programme_shown *shown,
                                  const char *title);
/* The address of the form of a kind, for this programme; "" where the visitor may not bring it. */
const char *programme_form(const struct http_request *request, const struct programme_shown *shown,
                           const struct journal_kind *kind);
/* The seat of the visitor's group; NULL where the visitor speaks for none. */
const struct programme_seat *programme_own_seat(const struct programme_shown *shown);
/* Whether a group said yes. */
bool programme_says_yes(const char *outcome);

#endif
