/* SPDX-License-Identifier: EUPL-1.2 */
/* With the name of a sample it writes that sample's PDF to stdout, for tests/suites/pdf.py. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "platform/pdf/flow.h"

#define MAX_PDF_BYTES ((size_t)64 * 1024 * 1024)
#define WRITTEN_AT ((struct moment){ 1684141200 }) /* 2023-05-15T09:00:00Z */
#define LONG_SECTIONS ((size_t)75)
#define TABLE_ROWS ((size_t)100)
#define WORD_CHARS ((size_t)5000)

struct sample {
	const char *name;
	struct pdf_document (*document)(struct arena *arena);
};

static const char sentences[] = "Wij hebben uw aanvraag ontvangen en met u gesproken. U heeft ons verteld "
				"wat u zelf kunt, wie u helpt en wat er "
				"nodig is om thuis te blijven wonen. Daarna hebben wij gekeken welke hulp "
				"daarbij past. Wij leggen het graag uit.";

static struct pdf_document document_of(const struct pdf_block *blocks, size_t count)
{
	return (struct pdf_document){ .language = "nl",
		                      .title = "Besluit",
		                      .written_at = WRITTEN_AT,
		                      .blocks = blocks,
		                      .count = count };
}

static struct pdf_document letter(struct arena *arena)
{
	static const char *const cells[] = {
		"Wat",
		"Hoeveel",
		"Tot en met",
		"Hulp bij het huishouden",
		"120 minuten per week",
		"31 mei 2024",
		"Opvang",
		"2 dagdelen",
		"1 juli 2024",
		"Vervoer",
		NULL,
		"1 juli 2024",
	};
	static const struct pdf_table table = { .rows = 4, .columns = 3, .cells = cells };
	static const struct pdf_block blocks[] = {
		{ .kind = PDF_ADDRESS, .text = "Mevrouw T. Test\nVoorbeeldstraat 1\n1234 AB Voorbeeld" },
		{ .kind = PDF_HEADING_1, .text = "Besluit: u krijgt hulp" },
		{ .kind = PDF_PARAGRAPH, .text = "Geachte mevrouw Test," },
		{ .kind = PDF_PARAGRAPH, .text = sentences },
		{ .kind = PDF_TABLE, .table = &table },
		{ .kind = PDF_HEADING_2, .text = "Waarom" },
		{ .kind = PDF_ITEM, .text = "U kunt zelf koken & strijken; de officiële <grens> is 5 < 6." },
		{ .kind = PDF_ITEM, .text = sentences },
		{ .kind = PDF_PARAGRAPH, .text = "Bent u het er niet mee eens? Bel ons." },
		{ .kind = PDF_SIGNATURE, .text = "Met vriendelijke groet,\n\nhet college" },
	};

	(void)arena;
	return document_of(blocks, COUNT(blocks));
}

/* The letter in English, its title with signs that XML must escape. */
static struct pdf_document english(struct arena *arena)
{
	struct pdf_document document = letter(arena);

	document.language = "en";
	document.title = "Decision <1> & \"Zoë\"";
	return document;
}

static struct pdf_document nothing(struct arena *arena)
{
	(void)arena;
	return document_of(NULL, 0);
}

static struct pdf_document blanks(struct arena *arena)
{
	static const struct pdf_table table = { .rows = 0, .columns = 2, .cells = NULL };
	static const struct pdf_block blocks[] = {
		{ .kind = PDF_HEADING_1, .text = "Een lege lijst" },
		{ .kind = PDF_ITEM, .text = "" },
		{ .kind = PDF_ITEM, .text = NULL },
		{ .kind = PDF_TABLE, .table = &table },
		{ .kind = PDF_PARAGRAPH, .text = " \n " },
		{ .kind = PDF_SIGNATURE, .text = "\x01" },
	};

	(void)arena;
	return document_of(blocks, COUNT(blocks));
}

static struct pdf_document control_characters(struct arena *arena)
{
	static const struct pdf_block blocks[] = {
		{ .kind = PDF_PARAGRAPH, .text = "Bel\x07 wis\x7f lees\x1b[31m terug\r." },
		{ .kind = PDF_PARAGRAPH, .text = "Na een\ttab en een\nnieuwe regel\u2028en nog een." },
		{ .kind = PDF_PARAGRAPH,
		  .text = "Kapot: \xff\xc3( en \xed\xa0\x80, zacht\u00ad koppelteken, \xc2\x85 C1." },
	};

	(void)arena;
	return document_of(blocks, COUNT(blocks));
}

static struct pdf_document scripts(struct arena *arena)
{
	static const struct pdf_block blocks[] = {
		{ .kind = PDF_PARAGRAPH, .text = "Zoë Łukasz Özgür Ağaoğlu Nguyễn efficiënt ﬁnaal" },
		{ .kind = PDF_PARAGRAPH, .text = "Ελένη Παπαδοπούλου" },
		{ .kind = PDF_PARAGRAPH, .text = "Иван Петрович Сидоров" },
		{ .kind = PDF_PARAGRAPH, .text = "€ 21,80 per maand \u2013 \u201cvast\u201d" },
	};

	(void)arena;
	return document_of(blocks, COUNT(blocks));
}

/* Which font shows these, or whether one does, differs by machine. */
static struct pdf_document rare_characters(struct arena *arena)
{
	static const struct pdf_block blocks[] = {
		{ .kind = PDF_PARAGRAPH, .text = "\u6F22\u5B57 \U0001F3E0 \u0645\u0631\u062D\u0628\u0627" },
	};

	(void)arena;
	return document_of(blocks, COUNT(blocks));
}

static struct pdf_document long_word(struct arena *arena)
{
	char *word = arena_take(arena, WORD_CHARS + 1);
	const char **cells = ARENA_MANY(arena, 4, const char *);
	struct pdf_table *table = ARENA_NEW(arena, struct pdf_table);
	struct pdf_block *blocks = ARENA_MANY(arena, 2, struct pdf_block);

	memset(word, 'm', WORD_CHARS);
	cells[0] = "Wat";
	cells[1] = "Toelichting";
	cells[2] = "Kort";
	cells[3] = word;
	*table = (struct pdf_table){ .rows = 2, .columns = 2, .cells = cells };
	blocks[0] = (struct pdf_block){ .kind = PDF_PARAGRAPH, .text = word };
	blocks[1] = (struct pdf_block){ .kind = PDF_TABLE, .table = table };
	return document_of(blocks, 2);
}

static struct pdf_document long_letter(struct arena *arena)
{
	struct pdf_block *blocks = ARENA_MANY(arena, 4 * LONG_SECTIONS, struct pdf_block);
	size_t count = 0;

	for (size_t i = 0; i < LONG_SECTIONS; i++) {
		const char *heading = arena_print(arena, "Onderdeel %zu", i + 1);
		const char *text = arena_print(arena, "Begin %zu. %s %s %s Einde %zu.", i + 1, sentences,
		                               sentences, sentences, i + 1);

		blocks[count++] = (struct pdf_block){ .kind = PDF_HEADING_2, .text = heading };
		blocks[count++] = (struct pdf_block){ .kind = PDF_PARAGRAPH, .text = text };
		blocks[count++] = (struct pdf_block){ .kind = PDF_ITEM, .text = text };
		blocks[count++] = (struct pdf_block){ .kind = PDF_ITEM, .text = sentences };
	}
	return document_of(blocks, count);
}

static struct pdf_document long_table(struct arena *arena)
{
	const char **cells = ARENA_MANY(arena, 2 * TABLE_ROWS, const char *);
	struct pdf_table *table = ARENA_NEW(arena, struct pdf_table);
	struct pdf_block *block = ARENA_NEW(arena, struct pdf_block);

	cells[0] = "Nummer";
	cells[1] = "Inhoud";
	for (size_t row = 1; row < TABLE_ROWS; row++) {
		cells[2 * row] = arena_print(arena, "Rij %zu", row);
		cells[2 * row + 1] = sentences;
	}
	*table = (struct pdf_table){ .rows = TABLE_ROWS, .columns = 2, .cells = cells };
	*block = (struct pdf_block){ .kind = PDF_TABLE, .table = table };
	return document_of(block, 1);
}

static const struct sample samples[] = {
	{ "letter", letter },
	{ "english", english },
	{ "nothing", nothing },
	{ "blanks", blanks },
	{ "control-characters", control_characters },
	{ "scripts", scripts },
	{ "rare-characters", rare_characters },
	{ "long-word", long_word },
	{ "long-letter", long_letter },
	{ "long-table", long_table },
};

static struct arena *arena_of(void **state)
{
	return *state;
}

static int set_up(void **state)
{
	*state = arena_new((size_t)512 * 1024 * 1024);
	return 0;
}

static int tear_down(void **state)
{
	arena_free(*state);
	return 0;
}

static void test_same_bytes(void **state)
{
	for (size_t i = 0; i < COUNT(samples); i++) {
		CLEANUP(text_done) struct text once = text_new(MAX_PDF_BYTES);
		CLEANUP(text_done) struct text again = text_new(MAX_PDF_BYTES);
		struct pdf_document document = samples[i].document(arena_of(state));
		struct fault fault;

		assert_int_equal(pdf_render(&document, &once, &fault), OK);
		assert_int_equal(pdf_render(&document, &again, &fault), OK);
		assert_int_equal(once.length, again.length);
		assert_memory_equal(once.bytes, again.bytes, once.length);
		assert_memory_equal(once.bytes, "%PDF-1.7", 8);
	}
}

static void test_another_moment_other_bytes(void **state)
{
	CLEANUP(text_done) struct text once = text_new(MAX_PDF_BYTES);
	CLEANUP(text_done) struct text later = text_new(MAX_PDF_BYTES);
	struct pdf_document document = letter(arena_of(state));
	struct fault fault;

	assert_int_equal(pdf_render(&document, &once, &fault), OK);
	document.written_at.seconds++;
	assert_int_equal(pdf_render(&document, &later, &fault), OK);
	assert_true(once.length != later.length || memcmp(once.bytes, later.bytes, once.length) != 0);
}

static void test_limits(void **state)
{
	CLEANUP(text_done) struct text out = text_new(1000);
	struct pdf_document document = letter(arena_of(state));
	char *text = arena_take(arena_of(state), PDF_MAX_TEXT_BYTES + 1);
	struct pdf_block block = { .kind = PDF_PARAGRAPH, .text = text };
	struct fault fault;

	assert_int_equal(pdf_render(&document, &out, &fault), FAILED);
	assert_string_equal(fault.words, "the PDF is larger than there is room for");
	memset(text, 'a', PDF_MAX_TEXT_BYTES);
	document = document_of(&block, 1);
	assert_int_equal(pdf_render(&document, &out, &fault), FAILED);
	assert_non_null(strstr(fault.words, "at most 262144 bytes"));
}

/* The forms that take most memory for their bytes. */
static void test_most_lines(void **state)
{
	const size_t length = PDF_MAX_TEXT_BYTES / 8;
	CLEANUP(text_done) struct text out = text_new(MAX_PDF_BYTES);
	char *text = arena_take(arena_of(state), length + 1);
	const char **cells = ARENA_MANY(arena_of(state), length / 2, const char *);
	struct pdf_table table = { .rows = length / 2, .columns = 1, .cells = cells };
	struct pdf_block blocks[] = { { .kind = PDF_PARAGRAPH, .text = text },
		                      { .kind = PDF_TABLE, .table = &table } };
	struct pdf_document document = document_of(&blocks[0], 1);
	struct fault fault;

	memset(text, '\n', length);
	text[0] = 'a';
	assert_int_equal(pdf_render(&document, &out, &fault), OK);
	for (size_t i = 0; i < table.rows; i++)
		cells[i] = "b";
	document = document_of(&blocks[1], 1);
	text_clear(&out);
	assert_int_equal(pdf_render(&document, &out, &fault), OK);
}

static void assert_clean(struct arena *arena, const char *text, const char *clean)
{
	assert_string_equal(type_clean(text, arena), clean);
}

static void test_clean(void **state)
{
	struct arena *arena = arena_of(state);

	assert_clean(arena, "", "");
	assert_clean(arena, "Zoë\nà 漢", "Zoë\nà 漢");
	assert_clean(arena,
	             "a\x01\x08\x0b\x0c\x0e\x1f\x7f\xc2\x80\xc2\x9f"
	             "b\r\nc\td",
	             "ab\nc d");
	assert_clean(arena, "a\u2028b\u2029c", "a\nb\nc");
	assert_clean(arena, "\uFEFFzacht\u00ADe", "zachte");
	assert_clean(arena,
	             "\xff"
	             "a\xc3"
	             "b\xe2\x82"
	             "c\xc0\x80"
	             "d\xed\xa0\x80"
	             "e\xf4\x90\x80\x80"
	             "f\xe2\x82",
	             "abcdef");
}

/* The lines together are the text again, but for the blank that stands for a newline. */
static void test_breaking_loses_nothing(void **state)
{
	static const int widths_pt[] = { 1, 20, 100, 453 };
	CLEANUP(type_freep) struct type *type = type_new("nl");
	CLEANUP(text_done) struct text joined = text_new(MAX_PDF_BYTES);
	char *text = arena_print(arena_of(state), "%s%s\n\nWoord%5000d einde ", sentences, sentences, 7);

	for (size_t i = 0; i < COUNT(widths_pt); i++) {
		struct type_lines lines = type_break(type, TYPE_BODY, text, widths_pt[i], arena_of(state));

		text_clear(&joined);
		for (size_t n = 0; n < lines.count; n++)
			text_add(&joined, lines.items[n]);
		assert_int_equal(joined.length, strlen(text));
		for (size_t n = 0; n < joined.length; n++)
			assert_int_equal(joined.bytes[n], text[n] == '\n' ? ' ' : text[n]);
	}
}

/* Each part stands inside its page, under the one before it; what belongs together is not parted. */
static void check_flow(const struct flow *flow)
{
	for (size_t i = 0; i < flow->count; i++) {
		const struct flow_part *part = &flow->parts[i], *next = part + 1;
		int bottom_pt = part->top_pt + part->height_pt;

		assert_in_range(part->top_pt, FLOW_TOP_PT, FLOW_BOTTOM_PT);
		assert_in_range(bottom_pt, FLOW_TOP_PT, FLOW_BOTTOM_PT);
		if (i + 1 == flow->count)
			assert_int_equal(part->page + 1, flow->pages);
		else if (next->page == part->page)
			assert_true(next->top_pt >= bottom_pt);
		else
			assert_int_equal(next->page, part->page + 1);
		if (part->keeps_with_next && i + 1 < flow->count && part->block->kind != PDF_ADDRESS)
			assert_int_equal(next->page, part->page);
	}
}

static uint32_t next_random(uint32_t *seed)
{
	*seed = *seed * 1664525u + 1013904223u;
	return *seed >> 8;
}

/* A document of some blocks of any kind, with texts of any length. */
static struct pdf_document random_document(struct arena *arena, uint32_t *seed)
{
	size_t count = next_random(seed) % 60;
	struct pdf_block *blocks = ARENA_MANY(arena, count + 1, struct pdf_block);

	for (size_t i = 0; i < count; i++) {
		enum pdf_block_kind kind = (enum pdf_block_kind)(next_random(seed) % 7);
		size_t texts = kind == PDF_PARAGRAPH || kind == PDF_ITEM ? next_random(seed) % 12 : 0;
		char *text = arena_copy(arena, "Tekst. ");

		if (kind == PDF_TABLE) {
			blocks[i] = long_table(arena).blocks[0];
			continue;
		}
		for (size_t n = 0; n < texts; n++)
			text = arena_print(arena, "%s%.*s", text,
			                   (int)(next_random(seed) % sizeof(sentences)), sentences);
		blocks[i] = (struct pdf_block){ .kind = kind, .text = text };
	}
	return document_of(blocks, count);
}

static void test_pages_of_random_documents(void **state)
{
	CLEANUP(type_freep) struct type *type = type_new("nl");
	struct arena *arena = arena_new((size_t)64 * 1024 * 1024);
	uint32_t seed = 20230515;

	(void)state;
	for (int i = 0; i < 30; i++) {
		struct pdf_document document = random_document(arena, &seed);
		struct flow flow = flow_of(&document, type, arena);

		check_flow(&flow);
		arena_clear(arena);
	}
	arena_free(arena);
}

static void test_header_row_repeats(void **state)
{
	CLEANUP(type_freep) struct type *type = type_new("nl");
	struct pdf_document document = long_table(arena_of(state));
	struct flow flow = flow_of(&document, type, arena_of(state));

	check_flow(&flow);
	assert_true(flow.pages > 3);
	assert_null(flow.repeated[0]);
	for (size_t page = 1; page < flow.pages; page++)
		assert_ptr_equal(flow.repeated[page], &flow.parts[0]);
}

/* An address longer than a page goes on; a row longer than a page becomes more rows. */
static void test_more_than_a_page(void **state)
{
	CLEANUP(type_freep) struct type *type = type_new("nl");
	char *text = arena_take(arena_of(state), 400);
	struct pdf_block address = { .kind = PDF_ADDRESS, .text = text };
	struct pdf_document document = document_of(&address, 1);
	struct flow flow;

	for (size_t i = 0; i < 398; i++)
		text[i] = i % 2 == 0 ? 'a' : '\n';
	flow = flow_of(&document, type, arena_of(state));
	check_flow(&flow);
	assert_int_equal(flow.count, 200);
	assert_int_equal(flow.pages, 5);
	document = long_word(arena_of(state));
	flow = flow_of(&document, type, arena_of(state));
	check_flow(&flow);
	assert_true(flow.pages > 3);
}

/* Writes the sample's PDF; the exit code. */
static int write_sample(const char *name)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new(MAX_PDF_BYTES);
	CLEANUP(text_done) struct text out = text_new(MAX_PDF_BYTES);
	struct pdf_document document = letter(arena);
	struct fault fault;

	for (size_t i = 0; i < COUNT(samples); i++)
		if (strcmp(samples[i].name, name) == 0)
			document = samples[i].document(arena);
	if (pdf_render(&document, &out, &fault) != OK)
		return 1;
	return fwrite(out.bytes, 1, out.length, stdout) == out.length ? 0 : 1;
}

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_same_bytes),
		cmocka_unit_test(test_another_moment_other_bytes),
		cmocka_unit_test(test_limits),
		cmocka_unit_test(test_most_lines),
		cmocka_unit_test(test_clean),
		cmocka_unit_test(test_breaking_loses_nothing),
		cmocka_unit_test(test_pages_of_random_documents),
		cmocka_unit_test(test_header_row_repeats),
		cmocka_unit_test(test_more_than_a_page),
	};

	if (argc == 2)
		return write_sample(argv[1]);
	return cmocka_run_group_tests_name("pdf", tests, set_up, tear_down);
}
