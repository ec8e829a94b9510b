/* SPDX-License-Identifier: EUPL-1.2 */
/* The page with for whom a question is, and what was passed on. */
#ifndef PRACTICE_DESK_QUESTION_PAGES_H
#define PRACTICE_DESK_QUESTION_PAGES_H

#include "platform/http/http.h"
#include "platform/record/record.h"

/* GET /questions: ?on=DATE, ?before=NUMBER */
void questions_page(struct http_request *request, struct http_response *response, void *context);
extern const struct record questions_view_record;

#endif
