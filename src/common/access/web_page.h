/* SPDX-License-Identifier: EUPL-1.2 */
/* The page around every page, and the pages for what goes wrong. */
#ifndef COMMON_ACCESS_WEB_PAGE_H
#define COMMON_ACCESS_WEB_PAGE_H

#include "common/access/web_visitor.h"
#include "platform/page/form.h"
#include "platform/page/frame.h"

/* The frame of a page: title in the visitor's language, menu, account. */
struct page_frame web_frame(const struct http_request *request, const char *title);
/* Adds a step to the breadcrumbs: at most five. */
void web_breadcrumb(struct page_frame *frame, const char *address, const char *label, struct arena *arena);
/*
 * The frame of a page in the file of a client of that name: the steps that lead there, and the other pages of
 * the file. A NULL title: the file's first page.
 */
struct page_frame web_client_frame(const struct http_request *request, int64_t person, const char *name,
                                   const char *title);
void web_page(const struct http_request *request, struct http_response *response, const char *name,
              const void *view);
/* Answers with the page for a problem. */
void web_problem(const struct http_request *request, struct http_response *response, int status);
/* The same with words of its own for what is the matter. */
void web_problem_in_words(const struct http_request *request, struct http_response *response, int status,
                          const char *words);
/* For what a store said: OK goes on (true); NOT_FOUND and FAILED answer with their page (false). */
bool web_ok(const struct http_request *request, struct http_response *response, enum status status,
            const struct fault *fault);
/* Answers that what is asked for was not there yet on the day. */
void web_not_yet(const struct http_request *request, struct http_response *response);

#endif
