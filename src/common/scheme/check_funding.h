/* SPDX-License-Identifier: EUPL-1.2 */
/* What a scheme file must satisfy in how it is paid; rows of scheme_rules. */
#ifndef COMMON_SCHEME_CHECK_FUNDING_H
#define COMMON_SCHEME_CHECK_FUNDING_H

#include "common/scheme/scheme_check.h"

void check_funding_agreement(const struct checking *checking);
void check_funding_key(const struct checking *checking);
void check_funding_terms(const struct checking *checking);
void check_funding_part(const struct checking *checking);
void check_band_known(const struct checking *checking);
void check_people_whole(const struct checking *checking);
void check_budget_shares(const struct checking *checking);

#endif
