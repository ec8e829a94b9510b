/* SPDX-License-Identifier: EUPL-1.2 */
/* A choice that every link and search form of a page takes along, such as the day that is looked at. */
#ifndef PLATFORM_PAGE_KEEP_H
#define PLATFORM_PAGE_KEEP_H

#include "platform/base/text.h"

/*
 * Adds name=value to the addresses on this site to which the page's links lead, and as a hidden field to its
 * forms that ask (method="get"). A tag with the attribute data-as-is stays as it is, and so do forms that
 * change something. html is a page of ours, whose templates escape every value; name and value need none.
 */
void page_keep(struct text *html, const char *name, const char *value);

#endif
