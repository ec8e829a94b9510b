/* SPDX-License-Identifier: EUPL-1.2 */
/* What every page has around it: ui/head.html and ui/foot.html show it as {{frame....}}. */
#ifndef PLATFORM_PAGE_FRAME_H
#define PLATFORM_PAGE_FRAME_H

#include "platform/record/record.h"

/* A page of a group of the menu or of a file, or a step of the way to this page. */
struct page_link {
	const char *address; /* on this site; empty for the page itself */
	const char *label;   /* in the reader's language */
	bool is_current;
};

/* An item of the menu, or a group of them: that has links, and no address. */
struct page_menu_item {
	const char *address, *label;
	bool is_current;      /* the page is this, or lies in this group */
	struct records links; /* struct page_link */
};

/* One of the lists that a page shows, and how many stand in it: ui/tabs.html. */
struct page_tab {
	const char *address, *label;
	int64_t count;
	bool is_current;
};

/* A name and value of the address, sent along by a form. */
struct page_choice {
	const char *name, *value;
};

/* Something that one person is to do, where, and by when: in words, or NULL. */
struct page_task {
	const char *address, *label, *until;
	bool is_late;
};

/* Of a text that is NULL the place stays empty. A page that holds a frame calls it frame. */
struct page_frame {
	const char *title;        /* of the page */
	const char *application;  /* the name of the program */
	const char *organisation; /* whose it is */
	const char *language;     /* "nl" or "en" */
	const char *other_language, *other_language_label, *other_language_address;
	const char *account, *role; /* who is logged in, and as what; NULL before */
	struct records roles;       /* struct page_choice: what else this person can be */
	const char *token;          /* the CSRF token of the button to log out */
	struct records menu;        /* struct page_menu_item */
	struct records breadcrumbs; /* struct page_link: from the start page to this page */
	struct records parts;       /* struct page_link: the pages of the file that this page is one of */
	const char *parts_label;    /* what they are parts of, in words; NULL: this file */
	const char *part;           /* the label of the one of them that is shown */
	const char *notice;         /* what has just succeeded */
	const char *warning;        /* what asks attention on this page */
	struct records waiting;     /* struct page_task: what waits for who looks, and for nobody else */
	struct date demo_day;       /* the day a demo stands on */
	struct date day;            /* the day that the page shows */
	bool is_other_day;          /* than today */
	const char *day_address;    /* the page itself, where another day can be chosen */
	const char *today_address;  /* the same page of today */
	struct moment snapshot_at;  /* the page says what was known then */
	const char *known_address;  /* where what was known at a moment can be read */
	bool may_leave_snapshot;    /* and has a way back to now */
	struct records day_besides; /* struct page_choice: what else the page was asked */
};

extern const struct record page_link_record;
extern const struct record page_task_record;
extern const struct record page_menu_item_record;
extern const struct record page_tab_record;
extern const struct record page_choice_record;
extern const struct record page_frame_record;

#endif
