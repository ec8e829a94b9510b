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

#endif
