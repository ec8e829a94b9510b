/* SPDX-License-Identifier: EUPL-1.2 */
/* The clients that an adoption touches, kept in its fact as they were known at the door. */
#ifndef OUTLOOK_LABORATORY_ADOPTION_TOUCHED_H
#define OUTLOOK_LABORATORY_ADOPTION_TOUCHED_H

#include "common/scheme/adoption.h"

/* A completion of scheme_adopted: counts for each change, and for all together, from the day it holds. */
enum status laboratory_complete_adoption(struct journal *journal, struct journal_fact *fact,
                                         struct findings *findings, struct fault *fault) MUST_CHECK;

#endif
