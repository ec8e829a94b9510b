/* SPDX-License-Identifier: EUPL-1.2 */
/* The statement of a quarter on paper: what its page says, with the same numbers. */
#include "outlook/budget/care_counts.h"
#include "outlook/budget/care_groups.h"
#include "outlook/budget/money_pages.h"
#include "outlook/budget/money_view.h"
#include "platform/base/words.h"
#include "platform/pdf/pdf.h"

#define BLOCKS_MAX 40
#define MONEY_COLUMNS 4
#define COUNT_COLUMNS 3
#define AREA_COLUMNS 5

struct paper {
	const struct http_request *request;
	const struct money_view *view;
	struct pdf_block *blocks;
	size_t count;
};

static const char *in(const struct paper *paper, const char *words)
{
	return web_words(paper->request, words);
}

static void add(struct paper *paper, enum pdf_block_kind kind, const char *text)
{
	if (text != NULL && paper->count < BLOCKS_MAX)
		paper->blocks[paper->count++] = (struct pdf_block){ .kind = kind, .text = text };
}

/* A table with room for its heads and so many rows. */
static const char **add_table(struct paper *paper, const char *const *heads, size_t columns, size_t rows)
{
	struct arena *arena = paper->request->arena;
	const char **cells = ARENA_MANY(arena, (rows + 1) * columns, const char *);
	struct pdf_table *table = ARENA_NEW(arena, struct pdf_table);

	for (size_t i = 0; i < columns; i++)
		cells[i] = in(paper, heads[i]);
	*table = (struct pdf_table){ rows + 1, columns, cells };
	if (paper->count < BLOCKS_MAX)
		paper->blocks[paper->count++] = (struct pdf_block){ .kind = PDF_TABLE, .table = table };
	return cells + columns;
}

static const char **put_money(const struct paper *paper, const struct records *rows, const char **cell)
{
	const struct money_row *row = rows->items;

	for (size_t i = 0; i < rows->count; i++) {
		*cell++ = row[i].label;
		*cell++ = row[i].committed;
		*cell++ = row[i].paid;
		*cell++ = row[i].middle == NULL ? "-"
		                                : arena_print(paper->request->arena,
		                                              web_words(paper->request, WORDS("%s tot %s")),
		                                              row[i].least, row[i].most);
	}
	return cell;
}

static void add_money(struct paper *paper)
{
	static const char *const heads[MONEY_COLUMNS] = { WORDS("Wat"), WORDS("Toegekend, of budget"),
		                                          WORDS("Betaald"),
		                                          WORDS("Verwacht voor het hele jaar") };
	const struct money_view *view = paper->view;
	const char **cell;

	add(paper, PDF_HEADING_2, in(paper, WORDS("Het geld")));
	if (!view->has_ledger) {
		add(paper, PDF_PARAGRAPH, in(paper, WORDS("In dit jaar betaalt deze regeling niemand.")));
		return;
	}
	cell = add_table(paper, heads, MONEY_COLUMNS, view->parties.count + view->totals.count);
	(void)put_money(paper, &view->totals, put_money(paper, &view->parties, cell));
	for (size_t i = 0; i < view->bands.count; i++)
		add(paper, PDF_PARAGRAPH, view->bands.items[i]);
	for (size_t i = 0; view->has_forecast && i < view->assumptions.count; i++)
		add(paper, PDF_ITEM, view->assumptions.items[i]);
}

static void add_people(struct paper *paper)
{
	static const char *const heads[COUNT_COLUMNS] = { WORDS("Wat"), WORDS("Nu"),
		                                          WORDS("Een jaar eerder") };
	static const char *const area_heads[AREA_COLUMNS] = { WORDS("Gebied"), WORDS("Wachten"),
		                                              WORDS("Afgewezen in twaalf maanden"),
		                                              WORDS("Klachten in twaalf maanden"),
		                                              WORDS("Met hulp") };
	const struct care_count *count = paper->view->counts.items;
	const struct care_group *group = paper->view->by_area.items;
	const char **cell;

	add(paper, PDF_HEADING_2, in(paper, WORDS("Wat het voor mensen betekent")));
	add(paper, PDF_PARAGRAPH,
	    in(paper,
	       WORDS("Bij een vast budget is het gevaar dat mensen te weinig hulp krijgen. Daarom staat "
	             "dit naast het geld. In elk gebied staat een jaar eerder tussen haakjes.")));
	cell = add_table(paper, heads, COUNT_COLUMNS, paper->view->counts.count);
	for (size_t i = 0; i < paper->view->counts.count; i++) {
		*cell++ = count[i].what;
		*cell++ = count[i].now;
		*cell++ = count[i].earlier;
	}
	cell = add_table(paper, area_heads, AREA_COLUMNS, paper->view->by_area.count);
	for (size_t i = 0; i < paper->view->by_area.count; i++) {
		*cell++ = group[i].label;
		*cell++ = group[i].waiting;
		*cell++ = group[i].refused;
		*cell++ = group[i].complaints;
		*cell++ = group[i].use;
	}
}

void money_quarter_pdf(struct http_request *request, struct http_response *response, void *context)
{
	struct money_view view = { 0 };
	struct paper paper = { request, &view, ARENA_MANY(request->arena, BLOCKS_MAX, struct pdf_block), 0 };
	struct pdf_document document = { .language = web_visitor(request)->language };
	struct fault fault = { 0 };
	enum status status = money_view_of(request, &view, &fault);

	(void)context;
	if (status == OK && view.quarter_title == NULL)
		status = NOT_FOUND;
	if (!web_ok(request, response, status, &fault))
		return;
	document.title = arena_print(request->arena, "%s: %s, %s", in(&paper, WORDS("Kwartaalbericht")),
	                             view.title, view.quarter_title);
	document.written_at = clock_moment_on(view.on, 0);
	add(&paper, PDF_HEADING_1, document.title);
	add(&paper, PDF_PARAGRAPH, view.summary);
	add(&paper, PDF_PARAGRAPH,
	    in(&paper,
	       WORDS("Wie hulp nodig heeft, krijgt die ook als een budget op is. Bedragen zijn in hele "
	             "euro's.")));
	add_money(&paper);
	if (!view.is_own)
		add_people(&paper);
	document.blocks = paper.blocks;
	document.count = paper.count;
	if (!web_ok(request, response, pdf_render(&document, &response->body, &fault), &fault))
		return;
	response->type = "application/pdf";
	response->file_name = arena_print(request->arena, "kwartaalbericht-%lld.pdf", (long long)view.year);
	web_note_read(request, response, 0, "budgets");
}
