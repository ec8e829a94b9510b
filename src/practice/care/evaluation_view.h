/* SPDX-License-Identifier: EUPL-1.2 */
/* The part of the care page about whether help works; only this slice includes this. */
#ifndef PRACTICE_CARE_EVALUATION_VIEW_H
#define PRACTICE_CARE_EVALUATION_VIEW_H

#include "common/access/web.h"

struct evaluations_view {
	struct records looks, held;
};
extern const struct record evaluations_view_record;
/* What is planned for what runs on the day that is shown, and what was looked at together by then. */
enum status evaluations_show(const struct http_request *request, int64_t person,
                             struct evaluations_view *ret_view, struct fault *fault) MUST_CHECK;

#endif
