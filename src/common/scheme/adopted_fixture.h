/* SPDX-License-Identifier: EUPL-1.2 */
/* For store tests: a scheme of this repository in force in the fixture's register. */
#ifndef COMMON_SCHEME_ADOPTED_FIXTURE_H
#define COMMON_SCHEME_ADOPTED_FIXTURE_H

#include "common/journal/store_fixture.h"

/* Adopts the scheme of that name, past the door, and reads it into the fixture's book. */
void fixture_adopt(struct fixture *fixture, const char *scheme, struct date valid_on);

#endif
