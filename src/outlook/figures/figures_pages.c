/* SPDX-License-Identifier: EUPL-1.2 */
/* What the council and others who may not see people see: how many, on the first day of a month. */
#include "outlook/figures/figures_pages.h"

#include <string.h>

#include "common/access/web.h"
#include "common/scheme/scheme_book.h"
#include "figures_sql.h"
#include "outlook/figures/figures.h"
#include "platform/base/words.h"
#include "platform/record/sheet.h"
#include "practice/caseload/caseload.h"

#define NAMES_MAX 400 /* rows or columns of a table */

struct figure_cell {
	const char *column, *text;
};
static const struct field figure_cell_fields[] = {
	FIELD(struct figure_cell, column),
	FIELD(struct figure_cell, text),
};
static const struct record figure_cell_record = RECORD(struct figure_cell, "figure_cell", figure_cell_fields);

struct figure_row {
	const char *label;
	struct records cells;
};
static const struct field figure_row_fields[] = {
	FIELD(struct figure_row, label),
	FIELD(struct figure_row, cells, .of = &figure_cell_record),
};
static const struct record figure_row_record = RECORD(struct figure_row, "figure_row", figure_row_fields);

struct figure_table {
	const char *title, *what; /* what: a row is about */
	struct texts columns;
	struct records rows;
};
static const struct field figure_table_fields[] = {
	FIELD(struct figure_table, title),
	FIELD(struct figure_table, what),
	FIELD(struct figure_table, columns),
	FIELD(struct figure_table, rows, .of = &figure_row_record),
};
static const struct record figure_table_record =
	RECORD(struct figure_table, "figure_table", figure_table_fields);

struct figures_view {
	struct page_frame frame;
	struct date on;
	struct records tables;
};
static const struct field figures_view_fields[] = {
	FIELD_INSIDE(struct figures_view, frame, &page_frame_record),
	FIELD(struct figures_view, on),
	FIELD(struct figures_view, tables, .of = &figure_table_record),
};
const struct record figures_view_record = RECORD(struct figures_view, "figures_view", figures_view_fields);

/* The figure of a day would tell of one who came or went since the day before: a month's does not. */
static struct date first_of_month(struct date on)
{
	int year, month, day;

	date_parts(on, &year, &month, &day);
	return date_of(year, month, 1);
}

static const char *team_label(const struct http_request *request, const char *team)
{
	const struct journal *journal = &web_visitor(request)->journal;
	const struct scheme_entry *entry;

	for (size_t i = 0; (entry = scheme_book_nth(journal->schemes, journal->register_id, i)) != NULL;
	     i++) {
		const struct scheme_team *teams = entry->scheme.teams.items;

		for (size_t j = 0; j < entry->scheme.teams.count; j++)
			if (strcmp(teams[j].name, team) == 0)
				return teams[j].label;
	}
	return team;
}

static const char *status_label(const struct http_request *request, const char *status)
{
	return web_words(request, choice_label(case_statuses, status));
}

static const char *product_label(const struct http_request *request, const char *name)
{
	const struct journal *journal = &web_visitor(request)->journal;

	return scheme_book_product_label(journal->schemes, journal->register_id, name);
}

/* The three movements (working as a whole, lighter, what is free for all), and the way back. */
static const struct choice movements[] = {
	{ "free", WORDS("Hulp van vrijwilligers of een algemene voorziening") },
	{ "heavier", WORDS("Plan met meer tijd dan ervoor") },
	{ "lighter", WORDS("Plan met minder tijd dan ervoor") },
	{ "network", WORDS("Hulp van familie, vrienden of buren") },
	{ "one_hand", WORDS("Plan met alles in één hand") },
	{ NULL, NULL },
};

static const char *movement_label(const struct http_request *request, const char *movement)
{
	return web_words(request, choice_label(movements, movement));
}

static const char *year_label(const struct http_request *request, const char *year)
{
	(void)request;
	return year;
}

/* A table: its query gives a row's name, a column's name and how many. */
static const struct figure_sort {
	const struct db_query *query;
	const char *title, *what; /* Dutch */
	const char *(*row_label)(const struct http_request *request, const char *name);
	const char *(*column_label)(const struct http_request *request, const char *name);
} sorts[] = {
	{ &sql_figures_cases, WORDS("Zaken per team en stap"), WORDS("Team"), team_label, status_label },
	{ &sql_figures_support, WORDS("Inwoners met hulp, per aanbieder en product"), WORDS("Aanbieder"),
	  web_organisation, product_label },
	{ &sql_figures_movements, WORDS("Bewegingen: inwoners per jaar"), WORDS("Beweging"), movement_label,
	  year_label },
};

/* Names in the order in which they came. */
struct names {
	const char **items;
	size_t count;
};

static size_t place_of(struct names *names, const char *name)
{
	size_t at = 0;

	while (at < names->count && strcmp(names->items[at], name) != 0)
		at++;
	if (at == names->count && names->count < NAMES_MAX)
		names->items[names->count++] = name;
	return at;
}

/* What a query counted. */
struct counted {
	size_t row, column;
	int64_t people;
};
struct counting {
	struct names rows, columns;
	struct counted *items;
	size_t count;
};
#define COUNTED_MAX ((size_t)20000)

static enum status count_people(const struct http_request *request, const struct db_query *query,
                                struct date on, struct counting *counting, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct journal *journal = &web_visitor(request)->journal;
	const struct value values[] = { value_number(journal->register_id), value_date(on) };
	enum status status = db_select(journal->db, query, values, COUNT(values), &rows, fault);

	counting->rows.items = ARENA_MANY(request->arena, NAMES_MAX, const char *);
	counting->columns.items = ARENA_MANY(request->arena, NAMES_MAX, const char *);
	counting->items = ARENA_MANY(request->arena, COUNTED_MAX, struct counted);
	while (status == OK && counting->count < COUNTED_MAX && (status = db_next(&rows, fault)) == OK) {
		struct counted *counted = &counting->items[counting->count];

		counted->row = place_of(&counting->rows, db_text(&rows, 0, request->arena));
		counted->column = place_of(&counting->columns, db_text(&rows, 1, request->arena));
		counted->people = db_number(&rows, 2);
		counting->count += counted->row < NAMES_MAX && counted->column < NAMES_MAX;
	}
	return status == NOT_FOUND ? OK : status;
}

static const char *cell_words(const struct http_request *request, const struct figures_table *table,
                              size_t at)
{
	long long count = (long long)table->counts[at];

	if (table->shown[at] == FIGURE_SMALL)
		return arena_print(request->arena, "<%d", FIGURES_LEAST);
	if (table->shown[at] == FIGURE_AT_LEAST)
		return arena_print(request->arena, web_words(request, WORDS("ten minste %lld")), count);
	return arena_print(request->arena, "%lld", count);
}

static void show_row(const struct http_request *request, const struct figures_table *table, size_t row,
                     struct figure_table *view)
{
	struct figure_row *shown = &((struct figure_row *)view->rows.items)[row];

	shown->cells = records_new(&figure_cell_record, table->columns + 1, request->arena);
	for (size_t column = 0; column <= table->columns; column++)
		((struct figure_cell *)shown->cells.items)[column] = (struct figure_cell){
			view->columns.items[column],
			cell_words(request, table, figures_at(table, row, column)),
		};
}

static void show_table(const struct http_request *request, const struct figure_sort *sort,
                       const struct counting *counting, struct figure_table *view)
{
	struct figures_table table =
		figures_table(counting->rows.count, counting->columns.count, request->arena);

	for (size_t i = 0; i < counting->count; i++)
		figures_add(&table, counting->items[i].row, counting->items[i].column,
		            counting->items[i].people);
	figures_hide(&table);
	view->title = web_words(request, sort->title);
	view->what = web_words(request, sort->what);
	view->columns = (struct texts){ .items = ARENA_MANY(request->arena, table.columns + 1, const char *),
		                        .count = table.columns + 1 };
	for (size_t i = 0; i < table.columns; i++)
		view->columns.items[i] = sort->column_label(request, counting->columns.items[i]);
	view->columns.items[table.columns] = web_words(request, WORDS("Samen"));
	view->rows = records_new(&figure_row_record, table.rows + 1, request->arena);
	for (size_t row = 0; row <= table.rows; row++) {
		((struct figure_row *)view->rows.items)[row].label =
			row < table.rows ? sort->row_label(request, counting->rows.items[row])
					 : web_words(request, WORDS("Samen"));
		show_row(request, &table, row, view);
	}
}

static enum status make_view(const struct http_request *request, struct figures_view *view,
                             struct fault *fault)
{
	enum status status = OK;

	view->on = first_of_month(web_on(request));
	view->tables = records_new(&figure_table_record, COUNT(sorts), request->arena);
	for (size_t i = 0; status == OK && i < COUNT(sorts); i++) {
		struct counting counting = { 0 };

		status = count_people(request, sorts[i].query, view->on, &counting, fault);
		if (status == OK)
			show_table(request, &sorts[i], &counting,
			           &((struct figure_table *)view->tables.items)[i]);
	}
	return status;
}

void figures_page(struct http_request *request, struct http_response *response, void *context)
{
	struct figures_view view = { .frame = web_frame(request, web_words(request, WORDS("Cijfers"))) };
	struct fault fault = { 0 };

	(void)context;
	if (!web_ok(request, response, make_view(request, &view, &fault), &fault))
		return;
	web_note_read(request, response, 0, "figures");
	web_page(request, response, "figures/figures.html", &view);
}

static void add_lines(struct text *out, const struct figure_table *table)
{
	const struct figure_row *rows = table->rows.items;

	for (size_t i = 0; i < table->rows.count; i++)
		for (size_t j = 0; j < rows[i].cells.count; j++) {
			const struct figure_cell *cell =
				&((const struct figure_cell *)rows[i].cells.items)[j];
			const char *const values[] = { table->title, rows[i].label, cell->column,
				                       cell->text };

			sheet_add_row(out, values, COUNT(values));
		}
}

void figures_csv(struct http_request *request, struct http_response *response, void *context)
{
	struct figures_view view = { 0 };
	struct fault fault = { 0 };
	char on[DATE_TEXT_SIZE];

	(void)context;
	if (!web_ok(request, response, make_view(request, &view, &fault), &fault))
		return;
	response->type = "text/csv; charset=utf-8";
	response->file_name = arena_print(request->arena, "cijfers-%s.csv", date_print(view.on, on));
	text_add(&response->body, "tabel,rij,kolom,aantal\r\n");
	for (size_t i = 0; i < view.tables.count; i++)
		add_lines(&response->body, &((const struct figure_table *)view.tables.items)[i]);
	web_note_read(request, response, 0, "figures");
}
