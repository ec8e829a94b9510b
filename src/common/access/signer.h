/* SPDX-License-Identifier: EUPL-1.2 */
/* Signing for a corner: who brings a fact signs in the name of the corner that the account's role is of. */
#ifndef COMMON_ACCESS_SIGNER_H
#define COMMON_ACCESS_SIGNER_H

#include "common/journal/journal.h"

/* The corner of who brings the fact, as it is stored; NULL for a role of none, and for who is of a party. */
enum status signer_corner(struct journal *journal, const char **ret_corner, struct fault *fault) MUST_CHECK;

#endif
