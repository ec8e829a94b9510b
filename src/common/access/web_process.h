/* SPDX-License-Identifier: EUPL-1.2 */
/* One process of the site: what it opens and closes, and its turns of reading and writing. */
#ifndef COMMON_ACCESS_WEB_PROCESS_H
#define COMMON_ACCESS_WEB_PROCESS_H

#include "common/access/web_visitor.h"

/* Hooks of struct http_site; context is struct web. */
enum status web_start(void *context, struct fault *fault) MUST_CHECK;
void web_stop(void *context);
const char *web_upload_folder(void *context);
enum status web_flush(void *context, struct fault *fault) MUST_CHECK;

/*
 * The pages of a turn are read from one state of the database, which costs less than a state for each query.
 * It ends with the turn, before anything is written, and with a fault.
 */
enum status web_begin_reading(struct web *web, struct fault *fault) MUST_CHECK;
void web_end_reading(struct web *web);

#endif
