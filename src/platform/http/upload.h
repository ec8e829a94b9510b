/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * A form with a file in it while it comes in: the file goes to disk with its digest, the other fields are
 * kept. So a request takes no more memory than any other, whatever the size of the file.
 */
#ifndef PLATFORM_HTTP_UPLOAD_H
#define PLATFORM_HTTP_UPLOAD_H

#include "platform/http/http.h"

struct upload;

/* Begins; type is the value of Content-Type, folder where the file waits. NULL: this is no such form. */
struct upload *upload_begin(const char *type, const char *folder, struct arena *arena);
/* Takes what came; false when it is malformed. */
bool upload_take(struct upload *upload, const char *bytes, size_t length);
/* All has come: fills the request's form and upload. False when it is malformed or not whole. */
bool upload_end(struct upload *upload, struct http_request *request);
/* Closes what is open, and removes the file where nobody took it. upload may be NULL. */
void upload_done(struct upload *upload);

#endif
