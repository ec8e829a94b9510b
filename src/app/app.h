/* SPDX-License-Identifier: EUPL-1.2 */
/* The lists that join the slices: rows only. */
#ifndef APP_APP_H
#define APP_APP_H

#include "common/access/web.h"
#include "common/access/web_menu.h"
#include "command/command.h"

/* All kinds of facts, what follows from them, and the tables they make. */
extern const struct journal_book app_book;

/* Every address of the site, with what it takes to be there. */
extern const struct http_route app_routes[];
extern const size_t app_routes_count;

/* Every page with the struct it shows. */
extern const struct page_template app_pages[];
extern const size_t app_pages_count;

/* The menu, for whoever may. */
extern const struct web_menu_item app_menu[];
extern const size_t app_menu_count;

/* The pages of a client's file, for whoever may. */
extern const struct web_menu_item app_file_parts[];
extern const size_t app_file_parts_count;

/* Who may open a client's file, and on which ground. */
extern const struct sight_relation app_relations[];
extern const size_t app_relations_count;

/* The work that a worker process does by itself. */
extern const struct job_kind app_jobs[];
extern const size_t app_jobs_count;

#endif
