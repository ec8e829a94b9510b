/* SPDX-License-Identifier: EUPL-1.2 */
/* Being the one writer of a register before there is a fact. */
#ifndef COMMON_JOURNAL_HOLD_H
#define COMMON_JOURNAL_HOLD_H

#include "platform/db/db.h"

/*
 * Inside a writing transaction: nobody else adds a fact until it ends. For what is done outside the database
 * that a fact will rest on, or no longer. NOT_FOUND where there is no such register.
 */
enum status journal_hold(struct db *db, int64_t register_id, struct fault *fault) MUST_CHECK;

#endif
