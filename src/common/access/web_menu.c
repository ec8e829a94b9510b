/* SPDX-License-Identifier: EUPL-1.2 */
#include "common/access/web_menu.h"

#include <string.h>

#include "platform/base/words.h"

/* Whether a path is the address or lies below it: "/desk" has "/desk/1", and not "/desks". */
static bool is_below(const char *path, const char *address)
{
	size_t length = strlen(address);

	return strncmp(path, address, length) == 0 && (path[length] == '\0' || path[length] == '/');
}

/* The item that has the page: of those that could, the one with the longest address. */
static const struct web_menu_item *current_item(const struct http_request *request)
{
	const struct web *web = web_visitor(request)->web;
	const struct web_menu_item *found = NULL;

	for (size_t i = 0; i < web->menu_count; i++)
		if (is_below(request->path, web->menu[i].address) &&
		    (found == NULL || strlen(found->address) < strlen(web->menu[i].address)))
			found = &web->menu[i];
	return found;
}

/* Whether the role of the visitor begins there. */
static bool is_home(const struct http_request *request, const struct web_menu_item *item)
{
	const char *home = web_visitor(request)->session.role->home;

	return strlen(item->address) == strcspn(home, "?") &&
	       strncmp(home, item->address, strlen(item->address)) == 0;
}

static bool is_offered(const struct http_request *request, const struct web_menu_item *item)
{
	const struct visitor *visitor = web_visitor(request);

	return visitor->is_known && access_may(visitor->session.role, item->permission) &&
	       (!item->of_a_corner || visitor->session.role->corner != CORNER_COMMON);
}

/* The group of that name, added where it is not there yet. */
static struct page_menu_item *group_of(const struct http_request *request, const char *label,
                                       struct records *menu)
{
	struct page_menu_item *items = menu->items;

	for (size_t i = 0; i < menu->count; i++)
		if (items[i].links.items != NULL && strcmp(items[i].label, label) == 0)
			return &items[i];
	items[menu->count] = (struct page_menu_item){
		.label = label,
		.links =
			records_new(&page_link_record, web_visitor(request)->web->menu_count, request->arena),
	};
	items[menu->count].links.count = 0;
	return &items[menu->count++];
}

static void add_item(const struct http_request *request, const struct web_menu_item *item, bool is_current,
                     struct records *menu)
{
	const char *label = web_words(request, item->label);
	struct page_menu_item *group;

	if (item->group == NULL || is_home(request, item)) {
		((struct page_menu_item *)menu->items)[menu->count++] = (struct page_menu_item){
			.address = item->address, .label = label, .is_current = is_current
		};
		return;
	}
	group = group_of(request, web_words(request, item->group), menu);
	group->is_current = group->is_current || is_current;
	((struct page_link *)group->links.items)[group->links.count++] =
		(struct page_link){ .address = item->address, .label = label, .is_current = is_current };
}

static void flatten(struct page_menu_item *group)
{
	const struct page_link *only = group->links.items;

	if (group->links.count == 1)
		*group = (struct page_menu_item){ .address = only->address,
			                          .label = only->label,
			                          .is_current = only->is_current };
}

struct records web_menu_for(const struct http_request *request)
{
	const struct web *web = web_visitor(request)->web;
	const struct web_menu_item *current = current_item(request);
	struct records menu = records_new(&page_menu_item_record, web->menu_count, request->arena);

	menu.count = 0;
	for (int homes = 1; homes >= 0; homes--)
		for (size_t i = 0; i < web->menu_count; i++)
			if (is_offered(request, &web->menu[i]) &&
			    is_home(request, &web->menu[i]) == (homes == 1))
				add_item(request, &web->menu[i], &web->menu[i] == current, &menu);
	for (size_t i = 0; i < menu.count; i++)
		flatten(&((struct page_menu_item *)menu.items)[i]);
	return menu;
}

void web_mark_menu(struct page_frame *frame, const char *address)
{
	struct page_menu_item *items = frame->menu.items;

	for (size_t i = 0; i < frame->menu.count; i++)
		if (items[i].is_current)
			return;
	for (size_t i = 0; i < frame->menu.count; i++)
		items[i].is_current = items[i].address != NULL && strcmp(items[i].address, address) == 0;
}

void web_show_file(const struct http_request *request, int64_t person, struct page_frame *frame)
{
	const struct visitor *visitor = web_visitor(request);
	const struct web *web = visitor->web;
	struct page_link *links;

	frame->parts = records_new(&page_link_record, web->file_count, request->arena);
	links = frame->parts.items;
	frame->parts.count = 0;
	for (size_t i = 0; i < web->file_count; i++) {
		const struct web_menu_item *item = &web->file[i];
		const char *rest = strstr(item->address, "{person}") + strlen("{person}");
		const char *address = arena_print(request->arena, "/clients/%lld%s", (long long)person, rest);
		struct page_link link = { .address = address,
			                  .label = web_words(request, item->label),
			                  .is_current = strcmp(request->path, address) == 0 };

		if (!access_may(visitor->session.role, item->permission))
			continue;
		links[frame->parts.count++] = link;
		if (link.is_current)
			frame->part = link.label;
	}
	if (frame->parts.count == 1)
		frame->parts.count = 0;
}
