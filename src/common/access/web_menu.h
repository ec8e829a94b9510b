/* SPDX-License-Identifier: EUPL-1.2 */
/* The menu of whoever visits, and the pages of the client's file they are in. */
#ifndef COMMON_ACCESS_WEB_MENU_H
#define COMMON_ACCESS_WEB_MENU_H

#include "common/access/web_visitor.h"
#include "platform/page/frame.h"

struct web_menu_item {
	const char *address; /* of a page of a client's file with {person} */
	const char *label;   /* Dutch */
	enum permission permission;
	const char *group; /* Dutch: under which it stands; NULL: on the bar itself */
	bool of_a_corner;  /* not for who stands outside the triangle, such as the council */
};

/*
 * What the visitor may open, of struct page_menu_item: where a role begins comes first, then the rows of the
 * program in their order, those of a group together where the first of them stands. A group of one is that
 * one.
 */
struct records web_menu_for(const struct http_request *request);

/* Marks the item of a page that others lie below, where nothing is marked yet. */
void web_mark_menu(struct page_frame *frame, const char *address);

/* Fills in the pages of the client's file that the visitor may see, and which one this is; none where there
 * is one. */
void web_show_file(const struct http_request *request, int64_t person, struct page_frame *frame);

#endif
