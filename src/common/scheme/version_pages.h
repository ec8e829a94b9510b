/* SPDX-License-Identifier: EUPL-1.2 */
/* The versions of a scheme for a meeting: what one of them changed, and what two of them say differently. */
#ifndef COMMON_SCHEME_VERSION_PAGES_H
#define COMMON_SCHEME_VERSION_PAGES_H

#include "common/scheme/scheme_versions.h"
#include "platform/http/http.h"

/* GET /scheme/{scheme}/versions/{fact} */
void version_page(struct http_request *request, struct http_response *response, void *context);
/* GET /scheme/{scheme}/versions/{fact}/diff?with=FACT */
void version_diff_page(struct http_request *request, struct http_response *response, void *context);
extern const struct record version_view_record, version_diff_view_record;

/* A version in a list, with its address and how it stands on the day that is looked at. */
struct version_row {
	const char *address, *standing, *adopted_by;
	const char *diff; /* the address of what changed since the version before; "" for the first */
	struct date holds_from;
	struct moment recorded_at;
	bool is_in_force;
};
extern const struct record version_row_record;
/* The versions of a scheme as rows, newest first. */
enum status version_rows(struct http_request *request, const char *scheme, struct records *ret_rows,
                         struct fault *fault) MUST_CHECK;

#endif
