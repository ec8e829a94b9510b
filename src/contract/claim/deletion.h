/* SPDX-License-Identifier: EUPL-1.2 */
/* An order over which was claimed is not taken back: what was approved would become unlawful. */
#ifndef CONTRACT_CLAIM_DELETION_H
#define CONTRACT_CLAIM_DELETION_H

#include "common/journal/journal.h"

/*
 * At the door of an order's end: where lines of the order were approved and not credited, it is told as one
 * that keeps its first day, as a correction, and not as one that never was (iWmo 3.2, TR385, OP362).
 */
enum status claim_keep_order(struct journal *journal, struct journal_fact *fact, struct findings *findings,
                             struct fault *fault) MUST_CHECK;

#endif
