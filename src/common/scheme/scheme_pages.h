/* SPDX-License-Identifier: EUPL-1.2 */
/* The scheme in force, readable in a meeting. */
#ifndef COMMON_SCHEME_SCHEME_PAGES_H
#define COMMON_SCHEME_SCHEME_PAGES_H

#include "common/journal/journal.h"
#include "platform/http/http.h"

/* GET /scheme */
void scheme_page(struct http_request *request, struct http_response *response, void *context);
extern const struct record scheme_view_record;

/*
 * The products, parties or workers of a register as the codes of a field of a record; NULL for any other
 * field. The products are those that can be had at a postcode today; when none can or it is NULL, all of
 * them.
 */
const struct choice *scheme_choices(const struct journal *journal, const char *record, const char *field,
                                    const char *postcode);

#endif
