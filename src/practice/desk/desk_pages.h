/* SPDX-License-Identifier: EUPL-1.2 */
/* The desk's own pages: today's questions by where they stand, and one question with what can be done. */
#ifndef PRACTICE_DESK_DESK_PAGES_H
#define PRACTICE_DESK_DESK_PAGES_H

#include "platform/http/http.h"
#include "platform/record/record.h"

/* GET /desk: ?list=NAME, ?after=NUMBER */
void desk_page(struct http_request *request, struct http_response *response, void *context);
/* "sinds vandaag", "1 dag", "12 dagen" */
const char *desk_days_words(const struct http_request *request, int64_t days);

/* GET /questions/{question} */
void question_page(struct http_request *request, struct http_response *response, void *context);
extern const struct record desk_view_record, question_page_view_record;

#endif
