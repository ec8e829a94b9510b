/* SPDX-License-Identifier: EUPL-1.2 */
/* Where the changes of lanes are kept. */
#ifndef COMMON_LANE_LANE_STORE_H
#define COMMON_LANE_LANE_STORE_H

#include "common/lane/lane_change.h"
#include "platform/db/db.h"

/* Keeps a change; one of each fact in a scheme. */
enum status lane_change_add(struct db *db, int64_t register_id, const struct lane_change *change,
                            struct fault *fault) MUST_CHECK;
/* The changes of a scheme in the order of their days, and within a day of the facts; in arena. */
enum status lane_changes_of(struct db *db, int64_t register_id, const char *scheme, struct arena *arena,
                            struct records *ret_changes, struct fault *fault) MUST_CHECK;

/* A client stop: from when until when a party takes no new clients. */
struct lane_intake {
	const char *party;
	int64_t fact;         /* that closed it */
	const char *products; /* names, one a line; "" for all */
	struct date valid_from, valid_until;
	const char *reason, *words;
};
/* The intake of a party closes, and opens again: every stop of it that goes on beyond that day ends on it. */
enum status lane_intake_close(struct db *db, int64_t register_id, const struct lane_intake *intake,
                              struct fault *fault) MUST_CHECK;
enum status lane_intake_open(struct db *db, int64_t register_id, const char *party, struct date from,
                             struct fault *fault) MUST_CHECK;
/* Which stops: those that end after a day, of one party or of all (NULL). */
struct lane_intakes_asked {
	int64_t register_id;
	const char *party;
	struct date after;
};
/* By party and first day; in arena. */
enum status lane_intakes_after(struct db *db, const struct lane_intakes_asked *asked, struct arena *arena,
                               struct records *ret_intakes, struct fault *fault) MUST_CHECK;
/* Whether a stop is in force for a product on a day. */
bool lane_intake_is_closed(const struct lane_intake *intake, const char *product, struct date on);

#endif
