/* SPDX-License-Identifier: EUPL-1.2 */
/* The parts of the page that looks ahead; only this slice includes this. */
#ifndef PRACTICE_RADAR_RADAR_SHOW_H
#define PRACTICE_RADAR_RADAR_SHOW_H

#include "common/access/web.h"
#include "practice/radar/radar_store.h"

#define LINES_ON_A_PAGE 50

/* A page under way. */
struct showing {
	const struct http_request *request;
	struct arena *arena;
	struct radar_asked asked;
	enum radar_list list;
	int64_t after; /* so many lines before the first that is shown */
	const struct radar *radar;
	uint16_t without;        /* in the scheme of the line at hand */
	const char *whose;       /* mine, team, all */
	struct records contacts; /* whose_line */
	const char *place;       /* the municipality of whose residents it is; "" for all */
	struct records residences;
};

/* The address of a list from a line on, with everything else as it was asked. */
const char *radar_address(const struct showing *showing, const char *list, int64_t after);

extern const struct record radar_group_view_record, radar_option_record;
/* Who stops, with how many clients, and what then lies open. */
struct records radar_leavers(const struct showing *showing);
/* The closed cohorts, counted on their first day and now. */
struct records radar_cohorts(const struct showing *showing);
/* The parties that deliver, for the question what happens when one fails. */
struct records radar_party_options(const struct showing *showing);

/* A provider's request that has waited for an answer for longer than it may. */
struct radar_request {
	int64_t person;
	const char *name, *address;
	struct date since, due;
};
extern const struct record radar_request_record;
/* Those of the clients that were asked for, oldest first (iWmo 3.2, OP274: five working days). */
enum status radar_requests(const struct showing *showing, struct records *ret_requests,
                           struct fault *fault) MUST_CHECK;

#endif
