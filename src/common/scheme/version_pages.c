/* SPDX-License-Identifier: EUPL-1.2 */
#include "common/scheme/version_pages.h"

#include <assert.h>
#include <string.h>

#include "common/access/web.h"
#include "platform/base/words.h"

static const struct field version_row_fields[] = {
	FIELD(struct version_row, address),     FIELD(struct version_row, standing),
	FIELD(struct version_row, adopted_by),  FIELD(struct version_row, diff),
	FIELD(struct version_row, holds_from),  FIELD(struct version_row, recorded_at),
	FIELD(struct version_row, is_in_force),
};
const struct record version_row_record = RECORD(struct version_row, "version_row", version_row_fields);

struct change_view {
	const char *words, *clients;
};
static const struct field change_view_fields[] = {
	FIELD(struct change_view, words, .max_chars = 8000),
	FIELD(struct change_view, clients),
};
static const struct record change_view_record = RECORD(struct change_view, "change_view", change_view_fields);

struct version_view {
	struct page_frame frame;
	struct version_row version;
	const char *label, *reason, *summary, *text;
	bool is_first;
	struct records changes, others;
};
static const struct field version_view_fields[] = {
	FIELD_INSIDE(struct version_view, frame, &page_frame_record),
	FIELD_INSIDE(struct version_view, version, &version_row_record),
	FIELD(struct version_view, label),
	FIELD(struct version_view, reason, .max_chars = 8000),
	FIELD(struct version_view, summary),
	FIELD(struct version_view, text, .max_chars = 400000),
	FIELD(struct version_view, is_first),
	FIELD(struct version_view, changes, .of = &change_view_record),
	FIELD(struct version_view, others, .of = &version_row_record),
};
const struct record version_view_record = RECORD(struct version_view, "version_view", version_view_fields);

struct version_diff_view {
	struct page_frame frame;
	const char *label;
	struct version_row older, newer;
	struct records changes;
};
static const struct field version_diff_view_fields[] = {
	FIELD_INSIDE(struct version_diff_view, frame, &page_frame_record),
	FIELD(struct version_diff_view, label),
	FIELD_INSIDE(struct version_diff_view, older, &version_row_record),
	FIELD_INSIDE(struct version_diff_view, newer, &version_row_record),
	FIELD(struct version_diff_view, changes, .of = &change_view_record),
};
const struct record version_diff_view_record =
	RECORD(struct version_diff_view, "version_diff_view", version_diff_view_fields);

/* --- rows --- */

static const char *address_of(const struct http_request *request, const struct version_line *line)
{
	assert(line != NULL);
	return arena_print(request->arena, "/scheme/%s/versions/%lld", line->scheme, (long long)line->fact);
}

/* What was recorded after the day that is looked at was not there yet. */
static const char *standing_of(const struct http_request *request, const struct records *lines,
                               const struct version_line *line)
{
	struct date on = web_on(request);

	if (scheme_version_holds(lines, line, on))
		return web_words(request, WORDS("geldt"));
	if (!scheme_version_counts(lines, line))
		return web_words(request, WORDS("heeft nooit gegolden"));
	if (date_before(on, line->holds_from))
		return web_words(request, WORDS("komt nog"));
	return web_words(request, WORDS("gold eerder"));
}

static struct version_row row_of(const struct http_request *request, const struct records *lines, size_t at)
{
	const struct version_line *line = &((const struct version_line *)lines->items)[at];
	const char *address = address_of(request, line);

	return (struct version_row){
		.address = address,
		.standing = standing_of(request, lines, line),
		.adopted_by = line->adopted_by,
		.diff = at + 1 == lines->count ? ""
		                               : arena_print(request->arena, "%s/diff?with=%lld", address,
		                                             (long long)line[1].fact),
		.holds_from = line->holds_from,
		.recorded_at = line->recorded_at,
		.is_in_force = scheme_version_holds(lines, line, web_on(request)),
	};
}

enum status version_rows(struct http_request *request, const char *scheme, struct records *ret_rows,
                         struct fault *fault)
{
	struct records lines;
	enum status status = scheme_versions_of(&web_visitor(request)->journal, scheme, &lines, fault);

	if (status)
		return status;
	*ret_rows = records_new(&version_row_record, lines.count, request->arena);
	for (size_t i = 0; i < lines.count; i++)
		((struct version_row *)ret_rows->items)[i] = row_of(request, &lines, i);
	return OK;
}

/* --- what a page is about --- */

/* A version that was asked for, among all versions of its scheme. */
struct found {
	struct records lines; /* struct version_line */
	size_t at;
	struct version_line line;
	struct scheme_adopted adopted;
};

static enum status find(struct http_request *request, int64_t fact, struct found *ret_found,
                        struct fault *fault)
{
	struct journal *journal = &web_visitor(request)->journal;
	const char *scheme = pairs_get(&request->parts, "scheme");
	const struct version_line *lines;
	enum status status =
		scheme_version_of(journal, scheme, fact, &ret_found->line, &ret_found->adopted, fault);

	if (status == OK)
		status = scheme_versions_of(journal, scheme, &ret_found->lines, fault);
	if (status)
		return status;
	lines = ret_found->lines.items;
	for (ret_found->at = 0; lines[ret_found->at].fact != fact;)
		ret_found->at++;
	return OK;
}

static void lead_here(const struct http_request *request, struct page_frame *frame, const char *version,
                      const char *here)
{
	web_breadcrumb(frame, "/scheme", web_words(request, WORDS("Regeling")), request->arena);
	if (version != NULL)
		web_breadcrumb(frame, version, web_words(request, WORDS("Versie")), request->arena);
	web_breadcrumb(frame, NULL, here, request->arena);
}

/* The label in the file; its name where it can no longer be read. */
static const char *label_of(const struct http_request *request, const struct found *found,
                            struct arena *arena)
{
	struct findings findings = findings_new(arena, "nl");
	struct scheme scheme;
	const char *text = or_empty(found->adopted.text);

	return scheme_read(text, strlen(text), &scheme, &findings) == OK
	               ? arena_copy(request->arena, scheme.label)
	               : found->line.scheme;
}

static struct records changes_kept(const struct http_request *request, const struct scheme_adopted *adopted)
{
	struct records changes = records_new(&change_view_record, adopted->changes.count, request->arena);
	const struct adopted_change *kept = adopted->changes.items;

	for (size_t i = 0; i < changes.count; i++)
		((struct change_view *)changes.items)[i] =
			(struct change_view){ .words = kept[i].words,
			                      .clients = or_empty(kept[i].clients_words) };
	return changes;
}

/* The others, each with the address of what it says differently. */
static struct records others_of(const struct http_request *request, const struct found *found)
{
	struct records others = records_new(&version_row_record, found->lines.count - 1, request->arena);
	const struct version_line *lines = found->lines.items;
	struct version_row *row = others.items;

	for (size_t i = 0; i < found->lines.count; i++) {
		if (i == found->at)
			continue;
		*row = row_of(request, &found->lines, i);
		row++->diff = arena_print(request->arena, "%s/diff?with=%lld",
		                          address_of(request, &found->line), (long long)lines[i].fact);
	}
	return others;
}

void version_page(struct http_request *request, struct http_response *response, void *context)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new(ADOPTION_BYTES);
	const char *title = web_words(request, WORDS("Versie van de regeling"));
	struct version_view view = { .frame = web_frame(request, title) };
	struct found found = { 0 };
	struct fault fault = { 0 };

	(void)context;
	if (!web_ok(request, response, find(request, web_number(&request->parts, "fact"), &found, &fault),
	            &fault))
		return;
	view.label = label_of(request, &found, arena);
	view.version = row_of(request, &found.lines, found.at);
	view.reason = found.adopted.reason;
	view.summary = found.adopted.summary;
	view.text = found.adopted.text;
	view.is_first = found.adopted.previous == 0;
	view.changes = changes_kept(request, &found.adopted);
	view.others = others_of(request, &found);
	lead_here(request, &view.frame, NULL, title);
	web_page(request, response, "scheme/version.html", &view);
}

/* --- two versions --- */

/* NOT_FOUND when one of them can no longer be read. */
static enum status compare(const struct http_request *request, const struct found *older,
                           const struct found *newer, struct arena *arena, struct records *ret_changes)
{
	struct findings findings = findings_new(arena, "nl");
	const char *old_text = older->adopted.text, *new_text = newer->adopted.text;
	struct scheme before, after;
	struct scheme_changes changes;

	if (scheme_read(old_text, strlen(old_text), &before, &findings) != OK ||
	    scheme_read(new_text, strlen(new_text), &after, &findings) != OK)
		return NOT_FOUND;
	changes = scheme_diff(&(struct scheme_versions){ .before = &before, .after = &after },
	                      web_visitor(request)->language, arena);
	*ret_changes = records_new(&change_view_record, changes.count, arena);
	for (size_t i = 0; i < changes.count; i++)
		((struct change_view *)ret_changes->items)[i] =
			(struct change_view){ .words = changes.items[i].words, .clients = "" };
	return OK;
}

void version_diff_page(struct http_request *request, struct http_response *response, void *context)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new(ADOPTION_BYTES);
	const char *title = web_words(request, WORDS("Wat er verandert"));
	struct version_diff_view view = { .frame = web_frame(request, title) };
	struct found one = { 0 }, other = { 0 };
	const struct found *older = &one, *newer = &other;
	struct fault fault = { 0 };
	enum status status = find(request, web_number(&request->parts, "fact"), &one, &fault);

	(void)context;
	if (status == OK)
		status = find(request, web_number(&request->query, "with"), &other, &fault);
	if (status == OK && one.line.fact > other.line.fact) {
		older = &other;
		newer = &one;
	}
	if (status == OK)
		status = compare(request, older, newer, arena, &view.changes);
	if (!web_ok(request, response, status, &fault))
		return;
	view.label = label_of(request, newer, arena);
	view.older = row_of(request, &older->lines, older->at);
	view.newer = row_of(request, &newer->lines, newer->at);
	lead_here(request, &view.frame, view.newer.address, title);
	web_page(request, response, "scheme/version_diff.html", &view);
}
