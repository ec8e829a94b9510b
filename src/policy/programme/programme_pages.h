/* SPDX-License-Identifier: EUPL-1.2 */
/* The pages of programmes; everybody with an account may read them. */
#ifndef POLICY_PROGRAMME_PROGRAMME_PAGES_H
#define POLICY_PROGRAMME_PROGRAMME_PAGES_H

#include "platform/http/http.h"
#include "platform/record/record.h"

extern const struct record programmes_view_record, programme_view_record, content_view_record,
	choices_view_record, talks_view_record, needs_view_record;
/* GET /programmes */
void programmes_page(struct http_request *request, struct http_response *response, void *context);
/* GET /programmes/{programme}: how it stands, who sits at the table, and what is asked of the visitor */
void programme_page(struct http_request *request, struct http_response *response, void *context);
/* GET /programmes/{programme}/content: vision and content with what each group says of them */
void content_page(struct http_request *request, struct http_response *response, void *context);
/* GET /programmes/{programme}/choices: what was chosen among what, and wishes beside the contract that runs
 */
void choices_page(struct http_request *request, struct http_response *response, void *context);
/* GET /programmes/{programme}/talks: consultations and interests */
void talks_page(struct http_request *request, struct http_response *response, void *context);
/* GET /programmes/{programme}/needs: each point and where it landed */
void needs_page(struct http_request *request, struct http_response *response, void *context);
/* GET /programmes/{programme}/trail.csv: all of it as rows */
void programme_csv(struct http_request *request, struct http_response *response, void *context);

#endif
