/* SPDX-License-Identifier: EUPL-1.2 */
/* A form made of a field table; {{> ui/form.html form}} shows it, where form is a struct form_view. */
#ifndef PLATFORM_PAGE_FORM_H
#define PLATFORM_PAGE_FORM_H

#include "platform/record/pairs.h"
#include "platform/record/record.h"

/* What a form is made of. Single fields without a label and lists of free texts are left out. */
struct form_request {
	const struct record *record;
	const void *item;                /* the values to begin with; NULL for an empty form */
	const struct pairs *posted;      /* what was sent, shown again as typed; NULL when nothing was */
	const struct findings *findings; /* what must change; NULL when there is nothing */
	const char *language;
	const char *action; /* the address it is sent to */
	const char *token;  /* the CSRF token, sent as _token */
	const char *submit; /* the words on the button, in the reader's language; NULL for a plain one */
	const char *cancel; /* the address of the way out, or NULL */
	unsigned without;   /* fields with one of these flags are left out */
	const char *const *hidden; /* names of fields sent along unseen; ends with NULL; may be NULL */
	size_t spare_lines;        /* empty lines after the filled ones of a list; one line is always shown */
};

/* The rest is what the template reads. An option is drawn by ui/option.html where a page has a list of its
 * own. */
struct form_option {
	const char *id;
	const char *code;
	const char *label;
	bool is_selected;
};
extern const struct record form_option_record;

struct form_field {
	const char *id; /* of the input, or of the first one of several */
	const char *name;
	const char *label, *hint, *error;
	const char *hint_id, *error_id, *described_by;
	const char *value; /* as in the form: dates as YYYY-MM-DD */
	struct records options;
	bool is_required;
	bool is_short; /* a few characters: several of these fit beside each other */
	bool is_text, is_long, is_number, is_date, is_flag, is_file; /* one of these */
	bool is_select, is_radio, is_many;                           /* or one of these, with options */
};

/* Fields that belong together: those of the record itself, of a record inside it, or of a list's line. */
struct form_group {
	const char *legend; /* "" for the record itself */
	const char *hint;
	const char *error;
	struct records fields;
};

struct form_error {
	const char *id; /* of the input to go to, or "" */
	const char *label;
	const char *words;
};

struct form_hidden {
	const char *name, *value;
};

struct form_view {
	const char *action, *token, *submit, *cancel;
	bool has_file; /* it goes as multipart/form-data */
	struct records errors, hidden, groups;
};

extern const struct record form_view_record;

/* The form; everything in it lives in arena. */
struct form_view form_view_of(const struct form_request *request, struct arena *arena);

#endif
