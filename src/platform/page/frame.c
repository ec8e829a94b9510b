/* SPDX-License-Identifier: EUPL-1.2 */
#include "platform/page/frame.h"

static const struct field link_fields[] = {
	FIELD(struct page_link, address),
	FIELD(struct page_link, label),
	FIELD(struct page_link, is_current),
};
const struct record page_link_record = RECORD(struct page_link, "page_link", link_fields);

static const struct field task_fields[] = {
	FIELD(struct page_task, address),
	FIELD(struct page_task, label, .max_chars = 1000),
	FIELD(struct page_task, until),
	FIELD(struct page_task, is_late),
};
const struct record page_task_record = RECORD(struct page_task, "page_task", task_fields);

static const struct field menu_item_fields[] = {
	FIELD(struct page_menu_item, address),
	FIELD(struct page_menu_item, label),
	FIELD(struct page_menu_item, is_current),
	FIELD(struct page_menu_item, links, .of = &page_link_record),
};
const struct record page_menu_item_record = RECORD(struct page_menu_item, "page_menu_item", menu_item_fields);

static const struct field page_tab_fields[] = {
	FIELD(struct page_tab, address),
	FIELD(struct page_tab, label),
	FIELD(struct page_tab, count, .flags = FIELD_ZERO_IS_SET),
	FIELD(struct page_tab, is_current),
};
const struct record page_tab_record = RECORD(struct page_tab, "page_tab", page_tab_fields);

static const struct field choice_fields[] = {
	FIELD(struct page_choice, name),
	FIELD(struct page_choice, value),
};
const struct record page_choice_record = RECORD(struct page_choice, "page_choice", choice_fields);

static const struct field frame_fields[] = {
	FIELD(struct page_frame, title),
	FIELD(struct page_frame, application),
	FIELD(struct page_frame, organisation),
	FIELD(struct page_frame, language),
	FIELD(struct page_frame, other_language),
	FIELD(struct page_frame, other_language_label),
	FIELD(struct page_frame, other_language_address),
	FIELD(struct page_frame, account),
	FIELD(struct page_frame, role),
	FIELD(struct page_frame, token),
	FIELD(struct page_frame, menu, .of = &page_menu_item_record),
	FIELD(struct page_frame, breadcrumbs, .of = &page_link_record),
	FIELD(struct page_frame, parts, .of = &page_link_record),
	FIELD(struct page_frame, parts_label),
	FIELD(struct page_frame, part),
	FIELD(struct page_frame, notice),
	FIELD(struct page_frame, warning),
	FIELD(struct page_frame, waiting, .of = &page_task_record),
	FIELD(struct page_frame, demo_day),
	FIELD(struct page_frame, day),
	FIELD(struct page_frame, is_other_day),
	FIELD(struct page_frame, day_address),
	FIELD(struct page_frame, today_address),
	FIELD(struct page_frame, snapshot_at),
	FIELD(struct page_frame, known_address),
	FIELD(struct page_frame, may_leave_snapshot),
	FIELD(struct page_frame, day_besides, .of = &page_choice_record),
	FIELD(struct page_frame, roles, .of = &page_choice_record),
};
const struct record page_frame_record = RECORD(struct page_frame, "page_frame", frame_fields);
