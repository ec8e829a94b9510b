/* SPDX-License-Identifier: EUPL-1.2 */
/* The day that a page shows: ?on=YYYY-MM-DD, in the frame and in every link from there. */
#ifndef COMMON_ACCESS_WEB_DAY_H
#define COMMON_ACCESS_WEB_DAY_H

#include "common/access/web_visitor.h"
#include "platform/page/frame.h"

void web_show_day(const struct http_request *request, struct page_frame *frame);
void web_keep_day(const struct http_request *request, struct http_response *response);

#endif
