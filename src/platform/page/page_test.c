/* SPDX-License-Identifier: EUPL-1.2 */
#include "platform/page/page.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "platform/base/catalogue.h"

const struct catalogue_entry catalogue_en[] = {
	{ "Hulp in het huis", "Help at home" },
	{ "Nog {number} dagen", "{number} days left" },
	{ "ja", "yes" },
	{ "mei", "May" },
};
const size_t catalogue_en_count = COUNT(catalogue_en);

struct line {
	const char *product;
	int64_t minutes;
	struct texts remarks;
};

struct person {
	const char *name;
	struct date born;
};

struct view {
	const char *title;
	const char *kind;
	const char *address;
	int64_t number;
	bool is_open;
	struct date on;
	struct moment at;
	struct money amount;
	struct texts names;
	struct records lines;
	struct person person;
};

static const struct choice kinds[] = { { "huis", "Hulp in het huis" },
	                               { "x", "<Anders>" },
	                               { NULL, NULL } };

static const struct field line_fields[] = {
	FIELD(struct line, product),
	FIELD(struct line, minutes),
	FIELD(struct line, remarks),
};
static const struct record line_record = RECORD(struct line, "line", line_fields);

static const struct field person_fields[] = {
	FIELD(struct person, name),
	FIELD(struct person, born),
};
static const struct record person_record = RECORD(struct person, "person", person_fields);

static const struct field view_fields[] = {
	FIELD(struct view, title),
	FIELD(struct view, kind, .choices = kinds),
	FIELD(struct view, address),
	FIELD(struct view, number),
	FIELD(struct view, is_open),
	FIELD(struct view, on),
	FIELD(struct view, at),
	FIELD(struct view, amount),
	FIELD(struct view, names),
	FIELD(struct view, lines, .of = &line_record),
	FIELD_INSIDE(struct view, person, &person_record),
};
static const struct record view_record = RECORD(struct view, "view", view_fields);

/* The whole of what is shown by a template in the context of the partials below. */
struct shown {
	struct arena *arena;
	struct findings findings;
	struct text out;
	enum status status;
};

static struct embedded_file file_of(const char *name, const char *bytes)
{
	return (struct embedded_file){ .name = name,
		                       .bytes = (const unsigned char *)bytes,
		                       .size = strlen(bytes) };
}

static struct shown show_in(const char *language, const char *source_text, const struct view *view)
{
	const struct embedded_file files[] = {
		file_of("page.html", source_text),
		file_of("src/practice/person.html", "<i>{{name}}, {{title}}</i>"),
		file_of("self.html", "{{> self.html}}"),
		file_of("broken.html", "een\ntwee {{nergens}}"),
		file_of("open.html", "{{#if title}}"),
	};
	const struct page_source source = { .files = files, .count = COUNT(files) };
	const struct page_template row = { "page.html", &view_record };
	struct shown shown = { .arena = arena_new(64 << 20), .out = text_new(1 << 20) };
	struct page_set *set = NULL;
	struct fault fault = { "" };

	shown.findings = findings_new(shown.arena, "nl");
	shown.status = page_set_new(&row, 1, &source, &set, &shown.findings, &fault);
	if (shown.status == OK)
		page_render(set, "page.html", language, view, &shown.out);
	page_set_free(shown.status == OK ? set : NULL);
	return shown;
}

static void shown_done(struct shown *shown)
{
	text_done(&shown->out);
	arena_free(shown->arena);
}

static void assert_shows_in(const char *language, const char *source, const struct view *view,
                            const char *expected)
{
	struct shown shown = show_in(language, source, view);

	if (shown.status != OK)
		print_error("%s: %s\n", source,
		            shown.findings.count > 0 ? shown.findings.items[0].words : "?");
	assert_int_equal(shown.status, OK);
	assert_string_equal(text_words(&shown.out), expected);
	shown_done(&shown);
}

static void assert_shows(const char *source, const struct view *view, const char *expected)
{
	assert_shows_in("nl", source, view, expected);
}

static void values_are_escaped_for_their_place(void **state)
{
	static const struct {
		const char *source, *title, *expected;
	} cases[] = {
		{ "<p>{{title}}</p>", "a<b>&\"'", "<p>a&lt;b&gt;&amp;&quot;&#39;</p>" },
		{ "<p title=\"{{title}}\">", "\"><script>", "<p title=\"&quot;&gt;&lt;script&gt;\">" },
		{ "<p class=\"a {{title}}\" id='x'>", "b c", "<p class=\"a b c\" id='x'>" },
		{ "<a href=\"/melding/{{title}}\">", "a/b?c=d&e é",
		  "<a href=\"/melding/a%2Fb%3Fc%3Dd%26e%20%C3%A9\">" },
		{ "<a href=\"?q={{title}}#top\">", "<&>", "<a href=\"?q=%3C%26%3E#top\">" },
		{ "<a href=\"/x?q={{title}}&amp;p={{title}}\">", "1 2",
		  "<a href=\"/x?q=1%202&amp;p=1%202\">" },
		{ "<a HREF = \"/x/{{title}}\">", "\"", "<a HREF = \"/x/%22\">" },
		{ "<a href=\"mailto:{{title}}\">", "a@b", "<a href=\"mailto:a%40b\">" },
		{ "<a href=\"{{path title}}\">", "/melding/7?a=1&b=2",
		  "<a href=\"/melding/7?a=1&amp;b=2\">" },
		{ "<a href=\"{{path title}}?p=2\">", "/lijst", "<a href=\"/lijst?p=2\">" },
		{ "<a href=\"{{path title}}\">", "javascript:alert(1)", "<a href=\"#\">" },
		{ "<a href=\"{{path title}}\">", "//elders.example", "<a href=\"#\">" },
		{ "<a href=\"{{path title}}\">", "/\\elders.example", "<a href=\"#\">" },
		{ "<a href=\"{{path title}}\">", "/\t/elders.example", "<a href=\"#\">" },
		{ "<a href=\"{{path title}}\">", "/\"><script>", "<a href=\"/&quot;&gt;&lt;script&gt;\">" },
		{ "<textarea>{{title}}</textarea>", "</textarea><b>",
		  "<textarea>&lt;/textarea&gt;&lt;b&gt;</textarea>" },
		{ "<script src=\"/a.js\"></script><b>{{title}}</b>", "<",
		  "<script src=\"/a.js\"></script><b>&lt;</b>" },
		{ "<script>if (a</b) \"x\"</script>{{title}}", "<",
		  "<script>if (a</b) \"x\"</script>&lt;" },
		{ "<!-- > \" -->{{title}}", "<", "<!-- > \" -->&lt;" },
		{ "a < b {{title}} 3 <4", "<", "a < b &lt; 3 <4" },
		{ "{{title}}", NULL, "" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		assert_shows(cases[i].source, &(struct view){ .title = cases[i].title }, cases[i].expected);
}

static void every_kind_of_value_is_shown(void **state)
{
	const struct view view = {
		.kind = "huis",
		.number = -12,
		.is_open = true,
		.on = date_of(2023, 5, 15),
		.at = { 1684135800 },
		.amount = { 123456789 },
		.person = { .name = "Voorbeeld", .born = date_of(1940, 1, 2) },
	};
	const struct view empty = { .amount = { -5 } };

	(void)state;
	assert_shows("{{number}} {{is_open}} {{on}} {{iso on}}", &view, "-12 ja 15 mei 2023 2023-05-15");
	assert_shows_in("en", "{{number}} {{is_open}} {{on}}", &view, "-12 yes 15 May 2023");
	assert_shows("{{at}} {{iso at}}", &view, "15 mei 2023, 09:30 2023-05-15T07:30:00Z");
	assert_shows_in("en", "{{at}}", &view, "15 May 2023, 09:30");
	assert_shows("{{amount}}", &view, "€\u00A01.234.567,89");
	assert_shows_in("en", "{{amount}}", &view, "€1,234,567.89");
	assert_shows("{{kind}} {{label kind}}", &view, "huis Hulp in het huis");
	assert_shows_in("en", "{{label kind}}", &view, "Help at home");
	assert_shows("{{person.name}} {{person.born}}", &view, "Voorbeeld 2 januari 1940");
	assert_shows("{{number}}|{{is_open}}|{{on}}|{{at}}|{{amount}}|{{label kind}}", &empty,
	             "0|nee|||-€\u00A00,05|");
	assert_shows("<a href=\"/dag/{{on}}\">{{on}}</a>", &view,
	             "<a href=\"/dag/2023-05-15\">15 mei 2023</a>");
	assert_shows("{{label kind}}", &(struct view){ .kind = "x" }, "&lt;Anders&gt;");
	assert_shows("{{label kind}}", &(struct view){ .kind = "<onbekend>" }, "&lt;onbekend&gt;");
}

static void winter_time_is_one_hour_earlier(void **state)
{
	(void)state;
	assert_shows("{{at}}", &(struct view){ .at = { 1673771400 } }, "15 januari 2023, 09:30");
}

static void conditions_choose_a_branch(void **state)
{
	struct view full = {
		.title = "x",
		.number = 1,
		.is_open = true,
		.on = date_of(2023, 5, 15),
		.at = { 1 },
		.amount = { 1 },
		.names = { .items = (const char *[]){ "a" }, .count = 1 },
		.lines = { .items = &(struct line){ 0 }, .count = 1 },
	};
	const struct view empty = { .title = "" };
	static const char *const names[] = { "title", "number", "is_open", "on",
		                             "at",    "amount", "names",   "lines" };

	(void)state;
	for (size_t i = 0; i < COUNT(names); i++) {
		char source[120];

		(void)snprintf(source, sizeof(source),
		               "{{#if %s}}ja{{else}}nee{{/if}}{{#unless %s}}niet{{/unless}}", names[i],
		               names[i]);
		assert_shows(source, &full, "ja");
		assert_shows(source, &empty, "neeniet");
	}
	assert_shows("{{#if title}}{{#unless number}}a{{else}}b{{#if is_open}}c{{/if}}{{/unless}}{{/if}}d",
	             &full, "bcd");
	assert_shows("<option{{#if is_open}} selected{{/if}}>", &full, "<option selected>");
	assert_shows("<p {{#if is_open}}class=\"a\"{{else}}class=\"b\"{{/if}} id=\"c\">", &empty,
	             "<p class=\"b\" id=\"c\">");
	assert_shows("<a href=\"{{#if title}}/a{{else}}/b{{/if}}/{{number}}\">", &full,
	             "<a href=\"/a/1\">");
}

static void lists_nest_and_look_outward(void **state)
{
	struct line lines[] = {
		{ .product = "hulp",
		  .minutes = 120,
		  .remarks = { .items = (const char *[]){ "a", "<" }, .count = 2 } },
		{ .product = "dag", .minutes = 3 },
	};
	const struct view view = { .title = "T", .lines = { lines, COUNT(lines) } };
	const struct view empty = { .title = "T" };
	const char *source =
		"{{#each lines}}[{{title}} {{product}} {{minutes}}"
		"{{#each remarks}} {{.}}/{{product}}{{else}} geen{{/each}}]{{else}}leeg{{/each}}.";

	(void)state;
	assert_shows(source, &view, "[T hulp 120 a/hulp &lt;/hulp][T dag 3 geen].");
	assert_shows(source, &empty, "leeg.");
	assert_shows("{{#each lines}}{{#each lines}}{{minutes}} {{/each}}{{/each}}", &view, "120 3 120 3 ");
}

static void a_long_template_keeps_its_branches(void **state)
{
	CLEANUP(text_done) struct text source = text_new(1 << 20);
	CLEANUP(text_done) struct text expected = text_new(1 << 20);

	(void)state;
	for (int i = 0; i < 500; i++) {
		text_add(&source, "{{#if title}}a{{else}}b{{/if}}");
		text_add(&expected, "b");
	}
	assert_shows(text_words(&source), &(struct view){ 0 }, text_words(&expected));
}

static void partials_are_read_in_place(void **state)
{
	const struct view view = { .title = "T", .person = { .name = "N" } };

	(void)state;
	assert_shows("a{{> person.html person}}b", &view, "a<i>N, T</i>b");
}

static void words_are_translated_when_compiled(void **state)
{
	const struct view view = { .number = 3, .title = "<t>" };

	(void)state;
	assert_shows("<p>{{_ Nog {number} dagen}}</p>", &view, "<p>Nog 3 dagen</p>");
	assert_shows_in("en", "<p>{{_  Nog\n\t{number} dagen }}</p>", &view, "<p>3 days left</p>");
	assert_shows("<p title=\"{{_ Wie & \"wat\" van {title}}}\">", &view,
	             "<p title=\"Wie &amp; &quot;wat&quot; van &lt;t&gt;\">");
	assert_shows_in("en", "{{_ Zonder vertaling}}", &view, "Zonder vertaling");
}

static void blanks_become_one(void **state)
{
	const struct view view = { .title = "T" };

	(void)state;
	assert_shows("{{! niets }}\n\n<p>\n\t\t{{title}}  a\n\n</p>\n", &view, "<p>\nT a\n</p>\n");
	assert_shows("a\n\t{{#if title}}\n\tb\n\t{{/if}}\n\tc", &view, "a\nb\nc");
	assert_shows("a {{#if title}}b{{/if}} c", &view, "a b c");
	assert_shows("a{{#each names}} {{.}} {{/each}} b", &view, "a b");
	assert_shows("<pre>\n\n a  b</pre>  c", &view, "<pre>\n\n a  b</pre> c");
	assert_shows("<p title=\"a  b\"\n\t id=\"c\">", &view, "<p title=\"a  b\"\nid=\"c\">");
}

static const struct {
	const char *source;
	int line, column;
} mistakes[] = {
	{ "{{nergens}}", 1, 1 },
	{ "a\n  {{person.nergens}}", 2, 3 },
	{ "{{title.name}}", 1, 1 },
	{ "{{names}}", 1, 1 },
	{ "{{lines}}", 1, 1 },
	{ "{{person}}", 1, 1 },
	{ "{{.}}", 1, 1 },
	{ "{{}}", 1, 1 },
	{ "{{iso title}}", 1, 1 },
	{ "{{label title}}", 1, 1 },
	{ "{{raw title}}", 1, 1 },
	{ "{{title title title}}", 1, 1 },
	{ "{{title", 1, 1 },
	{ "{{#if title}}", 1, 1 },
	{ "a{{#each lines}}", 1, 2 },
	{ "{{#if nergens}}{{/if}}", 1, 1 },
	{ "{{#if person}}{{/if}}", 1, 1 },
	{ "{{#if title}}{{/each}}{{/if}}", 1, 14 },
	{ "{{/if}}", 1, 1 },
	{ "{{else}}", 1, 1 },
	{ "{{#if title}}{{else}}{{else}}{{/if}}", 1, 22 },
	{ "{{#with person}}", 1, 1 },
	{ "{{#if title number}}{{/if}}", 1, 1 },
	{ "{{#each title}}{{/each}}", 1, 1 },
	{ "{{#each names}}{{product}}{{/each}}", 1, 16 },
	{ "{{#each lines}}{{/each}}{{product}}", 1, 25 },
	{ "{{> nergens.html}}", 1, 1 },
	{ "{{> person.html title}}", 1, 1 },
	{ "{{> self.html}}", 1, 1 },
	{ "{{> broken.html}}", 2, 6 },
	{ "{{> open.html}}", 1, 1 },
	{ "{{#if title}}{{> open.html}}{{/if}}", 1, 1 },
	{ "{{_ Nog {nergens} dagen}}", 1, 1 },
	{ "{{_ Nog {number dagen}}", 1, 1 },
	/* places where no value may stand */
	{ "<p title={{title}}>", 1, 10 },
	{ "<p title='{{title}}'>", 1, 11 },
	{ "<p {{title}}>", 1, 4 },
	{ "<{{title}}>", 1, 2 },
	{ "<p {{title}}=\"x\">", 1, 4 },
	{ "<script>{{title}}</script>", 1, 9 },
	{ "<SCRIPT>var a = \"{{title}}\"</SCRIPT>", 1, 18 },
	{ "<style>{{title}}</style>", 1, 8 },
	{ "<!-- {{title}} -->", 1, 6 },
	{ "<!DOCTYPE {{title}}>", 1, 11 },
	{ "<p onclick=\"{{title}}\">", 1, 13 },
	{ "<p onsecuritypolicyviolation=\"{{title}}\">", 1, 31 },
	{ "<p style=\"color: {{title}}\">", 1, 18 },
	{ "<img srcset=\"{{title}}\">", 1, 14 },
	/* addresses that a value could turn elsewhere */
	{ "<a href=\"{{title}}\">", 1, 10 },
	{ "<a href=\"java{{title}}\">", 1, 14 },
	{ "<a href=\"javascript:{{title}}\">", 1, 21 },
	{ "<a href=\"//{{title}}\">", 1, 12 },
	{ "<a href=\"/{{title}}/{{title}}\">", 1, 21 },
	{ "<a href=\"{{path title}}/{{title}}\">", 1, 25 },
	{ "<a href=\"{{path title}}{{path title}}\">", 1, 24 },
	{ "<a href=\"/x{{path title}}\">", 1, 12 },
	{ "<a href=\"{{path number}}\">", 1, 10 },
	{ "<a href=\"{{#if title}}/a{{else}}b{{/if}}{{title}}\">", 1, 41 },
	{ "<form action=\"{{title}}\">", 1, 15 },
	{ "<button formaction=\"{{title}}\">", 1, 21 },
	{ "<p>{{path title}}</p>", 1, 4 },
	{ "<a href=\"/{{_ woorden}}\">", 1, 11 },
	/* blocks that change the place */
	{ "{{#if title}}<p {{/if}}>", 1, 17 },
	{ "<p title=\"{{#if title}}\">{{/if}}", 1, 26 },
	{ "<p title=\"{{#if title}}a\"{{else}}b{{/if}}\">", 1, 35 },
	{ "{{#if title}}<script>{{else}}<b>{{/if}}", 1, 33 },
	{ "{{#if title}}<pre>{{/if}}", 1, 19 },
	{ "<a href=\"{{#each names}}/a{{/each}}\">", 1, 27 },
	{ "<p hr{{#if title}}ef{{/if}}=\"x\">", 1, 19 },
	{ "<p id=\"a\"class=\"b\">", 1, 10 },
	{ "<input value=\"{{title}}\"disabled>", 1, 25 },
	{ "<p title=\"", 1, 1 },
	{ "<!-- ", 1, 1 },
};

static void mistakes_are_found_when_compiled(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(mistakes); i++) {
		struct shown shown = show_in("nl", mistakes[i].source, &(struct view){ 0 });

		if (shown.status != FINDINGS)
			print_error("no finding: %s\n", mistakes[i].source);
		assert_int_equal(shown.status, FINDINGS);
		if (shown.findings.items[0].line != mistakes[i].line ||
		    shown.findings.items[0].column != mistakes[i].column)
			print_error("%s: %s\n", mistakes[i].source, shown.findings.items[0].words);
		assert_int_equal(shown.findings.items[0].line, mistakes[i].line);
		assert_int_equal(shown.findings.items[0].column, mistakes[i].column);
		shown_done(&shown);
	}
}

static void a_finding_names_the_file_it_is_in(void **state)
{
	struct shown shown = show_in("nl", "{{title}}\n{{> broken.html}}", &(struct view){ 0 });

	(void)state;
	assert_int_equal(shown.findings.count, 1);
	assert_string_equal(shown.findings.items[0].field, "broken.html");
	assert_string_equal(shown.findings.items[0].words, "nergens: deze naam is hier niet bekend");
	shown_done(&shown);
}

static void a_template_that_is_not_there_is_not_found(void **state)
{
	const struct page_source source = { 0 };
	const struct page_template row = { "page.html", &view_record };
	CLEANUP(arena_freep) struct arena *arena = arena_new(1 << 20);
	struct findings findings = findings_new(arena, "nl");
	struct page_set *set = NULL;
	struct fault fault = { "" };

	(void)state;
	assert_int_equal(page_set_new(&row, 1, &source, &set, &findings, &fault), NOT_FOUND);
	assert_string_equal(fault.words, "there is no template page.html");
}

static void write_file(const char *path, const char *words)
{
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	assert_true(fputs(words, file) >= 0);
	assert_int_equal(fclose(file), 0);
}

static void from_disk_a_template_is_read_again(void **state)
{
	static char directory[] = "/tmp/page_test_XXXXXX";
	const struct embedded_file file = { .name = "page.html" };
	const struct page_source source = { .files = &file, .count = 1, .directory = mkdtemp(directory) };
	const struct page_template row = { "page.html", &view_record };
	CLEANUP(arena_freep) struct arena *arena = arena_new(1 << 20);
	CLEANUP(page_set_freep) struct page_set *set = NULL;
	CLEANUP(text_done) struct text out = text_new(4096);
	struct findings findings = findings_new(arena, "nl");
	struct fault fault = { "" };
	char path[64];

	(void)state;
	(void)snprintf(path, sizeof(path), "%s/page.html", directory);
	write_file(path, "een {{title}}");
	assert_int_equal(page_set_new(&row, 1, &source, &set, &findings, &fault), OK);
	write_file(path, "twee {{title}}");
	page_render(set, "page.html", "nl", &(struct view){ .title = "T" }, &out);
	assert_string_equal(text_words(&out), "twee T");
	write_file(path, "drie {{nergens}}");
	text_clear(&out);
	page_render(set, "page.html", "nl", &(struct view){ .title = "T" }, &out);
	assert_non_null(strstr(text_words(&out), "page.html:1:6: nergens: deze naam is hier niet bekend"));
	assert_int_equal(remove(path), 0);
	text_clear(&out);
	page_render(set, "page.html", "nl", &(struct view){ .title = "T" }, &out);
	assert_non_null(strstr(text_words(&out), "cannot be read"));
	assert_int_equal(remove(directory), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(values_are_escaped_for_their_place),
		cmocka_unit_test(every_kind_of_value_is_shown),
		cmocka_unit_test(winter_time_is_one_hour_earlier),
		cmocka_unit_test(conditions_choose_a_branch),
		cmocka_unit_test(lists_nest_and_look_outward),
		cmocka_unit_test(a_long_template_keeps_its_branches),
		cmocka_unit_test(partials_are_read_in_place),
		cmocka_unit_test(words_are_translated_when_compiled),
		cmocka_unit_test(blanks_become_one),
		cmocka_unit_test(mistakes_are_found_when_compiled),
		cmocka_unit_test(a_finding_names_the_file_it_is_in),
		cmocka_unit_test(a_template_that_is_not_there_is_not_found),
		cmocka_unit_test(from_disk_a_template_is_read_again),
	};

	(void)setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3", 1);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
