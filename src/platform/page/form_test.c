/* SPDX-License-Identifier: EUPL-1.2 */
#include "platform/page/form.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "platform/base/catalogue.h"
#include "platform/page/page.h"
#include "platform/page/problem.h"

const struct catalogue_entry catalogue_en[] = { { "Deze pagina bestaat niet", "This page does not exist" } };
const size_t catalogue_en_count = COUNT(catalogue_en);

struct line {
	const char *product;
	int64_t minutes;
	const char *by;
};

struct person {
	const char *name, *initials;
	struct date born;
};

struct report {
	const char *person_id;
	struct person person;
	const char *asked;
	const char *channel;
	const char *product;
	bool urgent;
	struct date on;
	struct texts topics;
	struct records lines;
	const char *by;
	int64_t unnamed;
};

static const struct choice channels[] = { { "phone", "Telefoon" }, { "desk", "Balie" }, { NULL, NULL } };
static const struct choice products[] = { { "a", "A" }, { "b", "B" }, { "c", "C" },  { "d", "D" },
	                                  { "e", "E" }, { "f", "F" }, { NULL, NULL } };

static const struct field line_fields[] = {
	FIELD(struct line, product, .label = "Voorziening", .choices = products, .required = true),
	FIELD(struct line, minutes, .label = "Minuten"),
	FIELD(struct line, by, .label = "Hoe", .choices = channels),
};
static const struct record line_record = RECORD(struct line, "line", line_fields);

static const struct field person_fields[] = {
	FIELD(struct person, name, .label = "Naam", .required = true),
	FIELD(struct person, initials, .label = "Voorletters", .max_chars = 6),
	FIELD(struct person, born, .label = "Geboren op"),
};
static const struct record person_record = RECORD(struct person, "person", person_fields);

static const struct field report_fields[] = {
	FIELD(struct report, person_id),
	FIELD_INSIDE(struct report, person, &person_record, .label = "Inwoner", .hint = "Wie het is."),
	FIELD(struct report, asked, .label = "Vraag", .hint = "In eigen woorden.", .flags = FIELD_LONG,
	      .required = true),
	FIELD(struct report, channel, .label = "Hoe", .choices = channels),
	FIELD(struct report, product, .label = "Wat", .choices = products),
	FIELD(struct report, urgent, .label = "Spoed"),
	FIELD(struct report, on, .label = "Datum", .required = true),
	FIELD(struct report, topics, .label = "Over", .choices = channels),
	FIELD(struct report, lines, .label = "Regel", .of = &line_record),
	FIELD(struct report, by, .label = "Door", .flags = FIELD_BY_DOOR),
	FIELD(struct report, unnamed),
};
static const struct record report_record = RECORD(struct report, "report", report_fields);

static const char *const hidden[] = { "person_id", NULL };

static struct form_request request_of(const struct report *item)
{
	return (struct form_request){ .record = &report_record,
		                      .item = item,
		                      .language = "nl",
		                      .action = "/melding",
		                      .token = "T",
		                      .without = FIELD_BY_DOOR,
		                      .hidden = hidden };
}

/* The field of that name in the form; NULL when the form does not show it. */
static const struct form_field *field_in(const struct form_view *form, const char *name)
{
	const struct form_group *groups = form->groups.items;

	for (size_t i = 0; i < form->groups.count; i++)
		for (size_t n = 0; n < groups[i].fields.count; n++) {
			const struct form_field *field =
				(const struct form_field *)groups[i].fields.items + n;

			if (strcmp(field->name, name) == 0)
				return field;
		}
	return NULL;
}

static const struct form_option *option_in(const struct form_field *field, size_t number)
{
	assert_true(number < field->options.count);
	return (const struct form_option *)field->options.items + number;
}

static int with_arena(void **state)
{
	*state = arena_new(8 << 20);
	return 0;
}

static int without_arena(void **state)
{
	arena_free(*state);
	return 0;
}

static void a_field_gets_the_input_that_suits_it(void **state)
{
	const struct form_request request = request_of(NULL);
	const struct form_view form = form_view_of(&request, *state);

	assert_true(field_in(&form, "asked")->is_long);
	assert_true(field_in(&form, "channel")->is_radio);
	assert_true(field_in(&form, "product")->is_select);
	assert_true(field_in(&form, "urgent")->is_flag);
	assert_true(field_in(&form, "on")->is_date);
	assert_true(field_in(&form, "topics")->is_many);
	assert_true(field_in(&form, "person.name")->is_text);
	assert_true(field_in(&form, "lines.0.minutes")->is_number);
	assert_null(field_in(&form, "by"));
	assert_null(field_in(&form, "unnamed"));
	assert_null(field_in(&form, "person_id"));
}

static void fields_are_grouped_as_the_records_are(void **state)
{
	static const char *const legends[] = { "Inwoner", "", "Regel 1", "Regel 2" };
	struct form_request request = request_of(NULL);
	struct form_view form;

	request.spare_lines = 2;
	form = form_view_of(&request, *state);
	assert_int_equal(form.groups.count, COUNT(legends));
	for (size_t i = 0; i < COUNT(legends); i++)
		assert_string_equal(((struct form_group *)form.groups.items)[i].legend, legends[i]);
}

static void short_fields_say_so_and_a_group_has_its_hint(void **state)
{
	const struct form_request request = request_of(NULL);
	const struct form_view form = form_view_of(&request, *state);
	const struct form_group *groups = form.groups.items;

	assert_true(field_in(&form, "person.initials")->is_short);
	assert_true(field_in(&form, "person.born")->is_short);
	assert_true(field_in(&form, "lines.0.minutes")->is_short);
	assert_false(field_in(&form, "person.name")->is_short);
	assert_false(field_in(&form, "asked")->is_short);
	assert_string_equal(groups[0].hint, "Wie het is.");
	assert_string_equal(groups[1].hint, "");
}

/* A radio button that was pressed by mistake could not be taken back, and the spare line would have to be
 * filled in. */
static void a_choice_in_a_line_can_be_taken_back(void **state)
{
	const struct form_request request = request_of(NULL);
	const struct form_view form = form_view_of(&request, *state);

	assert_true(field_in(&form, "channel")->is_radio);
	assert_true(field_in(&form, "lines.0.by")->is_select);
	assert_string_equal(option_in(field_in(&form, "lines.0.by"), 0)->code, "");
}

static void an_error_about_a_list_leads_to_its_first_field(void **state)
{
	struct findings findings = findings_new(*state, "nl");
	struct form_request request = request_of(NULL);
	struct form_view form;

	(void)findings_add(&findings, "empty", "lines", "Noem een voorziening.");
	request.findings = &findings;
	form = form_view_of(&request, *state);
	assert_string_equal(((struct form_error *)form.errors.items)[0].id, "f-lines-0-product");
	assert_string_equal(((struct form_error *)form.errors.items)[0].label, "Regel");
}

static void what_must_be_filled_in_says_so(void **state)
{
	const struct form_request request = request_of(NULL);
	const struct form_view form = form_view_of(&request, *state);

	assert_true(field_in(&form, "on")->is_required);
	assert_true(field_in(&form, "person.name")->is_required);
	assert_false(field_in(&form, "channel")->is_required);
	assert_false(field_in(&form, "lines.0.product")->is_required); /* the line itself may stay empty */
}

static void a_hint_and_an_error_describe_the_input(void **state)
{
	struct findings findings = findings_new(*state, "nl");
	struct form_request request = request_of(NULL);
	struct form_view form;

	(void)findings_add(&findings, "required", "asked", "Vul dit veld in.");
	(void)findings_add(&findings, "required", "on", "Vul dit veld in.");
	(void)findings_add(&findings, "whole", "", "Dit kan vandaag niet.");
	request.findings = &findings;
	form = form_view_of(&request, *state);
	assert_string_equal(field_in(&form, "asked")->described_by, "f-asked-hint f-asked-error");
	assert_string_equal(field_in(&form, "asked")->error, "Vul dit veld in.");
	assert_string_equal(field_in(&form, "on")->described_by, "f-on-error");
	assert_string_equal(field_in(&form, "urgent")->described_by, "");
	assert_int_equal(form.errors.count, 3);
	assert_string_equal(((struct form_error *)form.errors.items)[0].id, "f-asked");
	assert_string_equal(((struct form_error *)form.errors.items)[0].label, "Vraag");
	assert_string_equal(((struct form_error *)form.errors.items)[2].id, "");
	assert_string_equal(((struct form_error *)form.errors.items)[2].words, "Dit kan vandaag niet.");
}

static void values_come_from_the_struct(void **state)
{
	struct line lines[] = { { "b", 30, NULL }, { "c", 0, NULL } };
	const struct report item = {
		.person_id = "p1",
		.person = { .name = "Voorbeeld", .born = date_of(1940, 1, 2) },
		.channel = "desk",
		.product = "f",
		.urgent = true,
		.topics = { .items = (const char *[]){ "desk" }, .count = 1 },
		.lines = { lines, COUNT(lines) },
	};
	struct form_request request = request_of(&item);
	struct form_view form;

	request.spare_lines = 1;
	form = form_view_of(&request, *state);
	assert_string_equal(((struct form_hidden *)form.hidden.items)[0].name, "person_id");
	assert_string_equal(((struct form_hidden *)form.hidden.items)[0].value, "p1");
	assert_string_equal(field_in(&form, "person.born")->value, "1940-01-02");
	assert_false(option_in(field_in(&form, "channel"), 1)->is_selected);
	assert_true(option_in(field_in(&form, "channel"), 2)->is_selected);
	assert_true(option_in(field_in(&form, "product"), 6)->is_selected);
	assert_false(option_in(field_in(&form, "topics"), 0)->is_selected);
	assert_true(option_in(field_in(&form, "topics"), 1)->is_selected);
	assert_string_equal(field_in(&form, "urgent")->value, "true");
	assert_string_equal(field_in(&form, "lines.0.minutes")->value, "30");
	assert_true(field_in(&form, "lines.1.product")->is_required);
	assert_false(field_in(&form, "lines.2.product")->is_required);
	assert_null(field_in(&form, "lines.3.product"));
}

static void what_was_sent_is_shown_as_it_was_typed(void **state)
{
	static const struct pair items[] = {
		{ "asked", "hulp <b>" },       { "on", "31-02-2023" },
		{ "topics", "desk" },          { "product", "c" },
		{ "lines.0.product", "" },     { "lines.0.minutes", " " },
		{ "lines.3.minutes", "veel" },
	};
	const struct pairs posted = { items, COUNT(items) };
	struct findings findings = findings_new(*state, "nl");
	struct form_request request = request_of(NULL);
	struct report report;
	struct form_view form;

	assert_int_equal(pairs_read(&posted, &report_record, &report, FIELD_BY_DOOR, &findings), FINDINGS);
	request.posted = &posted;
	request.findings = &findings;
	request.spare_lines = 1;
	form = form_view_of(&request, *state);
	assert_string_equal(field_in(&form, "asked")->value, "hulp <b>");
	assert_string_equal(field_in(&form, "on")->value, "31-02-2023");
	assert_string_not_equal(field_in(&form, "on")->error, "");
	assert_true(option_in(field_in(&form, "topics"), 1)->is_selected);
	assert_string_equal(field_in(&form, "urgent")->value, "");
	/* the empty line has dropped out, in the form as in the findings */
	assert_string_equal(field_in(&form, "lines.0.minutes")->value, "veel");
	assert_string_not_equal(field_in(&form, "lines.0.minutes")->error, "");
	/* the spare line does not take the values of fields outside it */
	assert_true(option_in(field_in(&form, "lines.1.product"), 0)->is_selected);
}

/* --- shown in HTML --- */

struct page_view {
	struct page_frame frame;
	struct form_view form;
};

static const struct field page_fields[] = {
	FIELD_INSIDE(struct page_view, frame, &page_frame_record),
	FIELD_INSIDE(struct page_view, form, &form_view_record),
};
static const struct record page_record = RECORD(struct page_view, "page_view", page_fields);

static struct embedded_file ui_file(struct arena *arena, const char *name)
{
	const char *path = arena_print(arena, "%s/%s",
	                               getenv("SOURCE_ROOT") == NULL ? "." : getenv("SOURCE_ROOT"), name);
	unsigned char *bytes = arena_take(arena, 65536);
	FILE *file = fopen(path, "rb");
	size_t size;

	assert_non_null(file);
	size = fread(bytes, 1, 65536, file);
	assert_int_equal(fclose(file), 0);
	return (struct embedded_file){ .name = name, .bytes = bytes, .size = size };
}

/* The HTML of one of the two pages below, in arena. */
static const char *html_of(const char *name, const char *language, const void *view, struct arena *arena)
{
	static const char form_page[] = "{{> ui/head.html}}{{> ui/form.html form}}{{> ui/foot.html}}";
	const struct embedded_file files[] = {
		{ .name = "form_page.html",
		  .bytes = (const unsigned char *)form_page,
		  .size = strlen(form_page) },
		ui_file(arena, "ui/head.html"),
		ui_file(arena, "ui/foot.html"),
		ui_file(arena, "ui/notice.html"),
		ui_file(arena, "ui/form.html"),
		ui_file(arena, "ui/field.html"),
		ui_file(arena, "ui/problem.html"),
	};
	const struct page_template rows[] = { { "form_page.html", &page_record },
		                              { "ui/problem.html", &problem_view_record } };
	const struct page_source source = { .files = files, .count = COUNT(files) };
	CLEANUP(page_set_freep) struct page_set *set = NULL;
	CLEANUP(text_done) struct text out = text_new(1 << 20);
	struct findings findings = findings_new(arena, "nl");
	struct fault fault = { "" };
	enum status status = page_set_new(rows, COUNT(rows), &source, &set, &findings, &fault);

	for (size_t i = 0; i < findings.count; i++)
		print_error("%s:%d:%d: %s\n", findings.items[i].field, findings.items[i].line,
		            findings.items[i].column, findings.items[i].words);
	assert_int_equal(status, OK);
	page_render(set, name, language, view, &out);
	return arena_copy(arena, text_words(&out));
}

static void assert_has(const char *html, const char *part)
{
	if (strstr(html, part) == NULL)
		print_error("no %s in %s\n", part, html);
	assert_non_null(strstr(html, part));
}

static void the_form_is_shown_with_its_errors(void **state)
{
	static const struct pair items[] = { { "asked", "\"hulp\" <b>" },
		                             { "on", "" },
		                             { "person_id", "<7>" } };
	const struct pairs posted = { items, COUNT(items) };
	struct findings findings = findings_new(*state, "nl");
	struct form_request request = request_of(NULL);
	struct page_view view = { .frame = { .title = "Melding", .application = "Proef", .language = "nl" } };
	const char *html;

	(void)findings_add(&findings, "required", "on", "Vul dit veld in.");
	request.posted = &posted;
	request.findings = &findings;
	view.form = form_view_of(&request, *state);
	html = html_of("form_page.html", "nl", &view, *state);
	assert_has(html, "<title>Melding - Proef</title>");
	assert_has(html, "<input type=\"hidden\" name=\"_token\" value=\"T\">");
	assert_has(html, "<input type=\"hidden\" name=\"person_id\" value=\"&lt;7&gt;\">");
	assert_has(html, "&quot;hulp&quot; &lt;b&gt;</textarea>");
	assert_has(html, "href=\"#f-on\">Datum – Vul dit veld in.</a>");
	assert_has(html, "id=\"f-on-error\">Vul dit veld in.</p>");
	assert_has(html, "aria-describedby=\"f-on-error\"");
	assert_has(html, "aria-invalid=\"true\">");
	assert_null(strstr(html, "<b>"));
	assert_null(strstr(html, "{{"));
}

static void a_problem_is_worded_in_both_languages(void **state)
{
	static const int statuses[] = { 400, 401, 403, 404, 405, 413, 415, 429, 500 };
	const struct page_frame frame = { .application = "Proef", .language = "nl" };
	const struct page_frame english = { .application = "Proef", .language = "en" };
	struct problem_view view = problem_view_of(418, &frame);

	assert_string_equal(view.title, "Er ging iets mis");
	for (size_t i = 0; i < COUNT(statuses); i++) {
		view = problem_view_of(statuses[i], &frame);
		assert_has(html_of("ui/problem.html", "nl", &view, *state), view.title);
		assert_int_equal(view.status, statuses[i]);
		assert_true(statuses[i] == 500 || strcmp(view.title, "Er ging iets mis") != 0);
	}
	view = problem_view_of(404, &english);
	assert_has(html_of("ui/problem.html", "en", &view, *state), "This page does not exist");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_field_gets_the_input_that_suits_it),
		cmocka_unit_test(fields_are_grouped_as_the_records_are),
		cmocka_unit_test(short_fields_say_so_and_a_group_has_its_hint),
		cmocka_unit_test(a_choice_in_a_line_can_be_taken_back),
		cmocka_unit_test(an_error_about_a_list_leads_to_its_first_field),
		cmocka_unit_test(what_must_be_filled_in_says_so),
		cmocka_unit_test(a_hint_and_an_error_describe_the_input),
		cmocka_unit_test(values_come_from_the_struct),
		cmocka_unit_test(what_was_sent_is_shown_as_it_was_typed),
		cmocka_unit_test(the_form_is_shown_with_its_errors),
		cmocka_unit_test(a_problem_is_worded_in_both_languages),
	};

	return cmocka_run_group_tests(tests, with_arena, without_arena);
}
