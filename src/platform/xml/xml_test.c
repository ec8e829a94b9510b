/* SPDX-License-Identifier: EUPL-1.2 */
#include "platform/xml/xml.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

/* A small form with everything that forms can have. */
struct owner {
	const char *name;
	int64_t age;
	bool has_age;
};

struct house {
	struct date built;
	const char *kind, *about, *code;
	struct owner owner;
	struct money rent;
	bool has_rent;
	struct records rooms; /* of struct owner */
	struct texts marks;
	const char *answer;
};

enum { IN_ANSWER = 256, BODY = 512 };

static bool fits_code(const char *text)
{
	return text[0] == 'C';
}

static const struct choice kinds[] = { { "01", "flat" }, { "02", "villa" }, { NULL, NULL } };
static const struct choice marks[] = { { "a", "a" }, { "b", "b" }, { NULL, NULL } };

static const struct field owner_fields[] = {
	FIELD(struct owner, name, .xml = "Name", .required = true, .max_chars = 5),
	FIELD(struct owner, age, .xml = "Age", .max = 150, .has = offsetof(struct owner, has_age)),
};
static const struct record owner_record = {
	.name = "owner", .size = sizeof(struct owner), .fields = owner_fields, .count = 2, .xml_namespace = 1
};
static const struct record room_record = RECORD(struct owner, "room", owner_fields);

static const struct field house_fields[] = {
	FIELD(struct house, built, .xml = "Built", .required = true),
	FIELD(struct house, kind, .xml = "Kind", .choices = kinds),
	FIELD(struct house, about, .xml = "About", .flags = FIELD_LONG, .max_chars = XML_ANY_LENGTH),
	FIELD(struct house, code, .xml = "Code", .fits = fits_code),
	FIELD_INSIDE(struct house, owner, &owner_record, .xml = "Owner"),
	FIELD(struct house, rent, .xml = "Rent", .has = offsetof(struct house, has_rent)),
	FIELD(struct house, rooms, .xml = "Rooms/Room", .of = &room_record, .required = true, .flags = BODY),
	FIELD(struct house, marks, .xml = "Marks/Mark", .choices = marks),
	FIELD(struct house, answer, .xml = "Answer", .required = true, .flags = IN_ANSWER),
};
static const struct record house_record = RECORD(struct house, "house", house_fields);
static const struct xml_form house_form = { .root = "House",
	                                    .namespaces = { "urn:m", "urn:b" },
	                                    .prefix = "b",
	                                    .record = &house_record,
	                                    .without = IN_ANSWER };
static const struct xml_form answer_form = { .root = "House",
	                                     .namespaces = { "urn:a", "urn:b" },
	                                     .prefix = "b",
	                                     .record = &house_record,
	                                     .optional = BODY };

static const struct xml_form *choose(const char *root, const char *namespace)
{
	if (strcmp(root, "House") != 0)
		return NULL;
	return strcmp(namespace, "urn:m") == 0   ? &house_form
	       : strcmp(namespace, "urn:a") == 0 ? &answer_form
	                                         : NULL;
}

#define HOUSE(inside) "<House xmlns='urn:m' xmlns:b='urn:b'>" inside "</House>"
#define BUILT "<Built>1930-01-02</Built>"
#define ROOMS "<Rooms><Room><Name>hall</Name></Room></Rooms>"

struct reading {
	struct arena *arena;
	struct findings findings;
	struct xml_document document;
	const struct house *house;
};

static int reading_setup(void **state)
{
	static struct reading reading;

	reading.arena = arena_new((size_t)16 * 1024 * 1024);
	*state = &reading;
	return 0;
}

static int reading_teardown(void **state)
{
	arena_free(((struct reading *)*state)->arena);
	return 0;
}

static enum status read_words(struct reading *reading, const char *words)
{
	enum status status;

	reading->findings = findings_new(reading->arena, "nl");
	status = xml_read(words, strlen(words), choose, /* watch= */ NULL, &reading->findings,
	                  &reading->document);
	reading->house = reading->document.item;
	return status;
}

static void test_reads_every_type(void **state)
{
	struct reading *reading = *state;
	const struct owner *rooms;

	assert_int_equal(read_words(reading,
	                            "\xEF\xBB\xBF<?xml version='1.0' encoding='utf-8'?><!-- a -->"
	                            "<x:House xmlns:x='urn:m' xmlns='urn:b'>\n"
	                            "<x:Built> 1930-01-02\n</x:Built><x:Kind>02</x:Kind>"
	                            "<x:About>one&#10;<![CDATA[<two>]]></x:About>"
	                            "<x:Owner><Name>\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9</Name>"
	                            "<q:Age xmlns:q='urn:b'> +0042</q:Age></x:Owner><x:Rent>0</x:Rent>"
	                            "<Rooms xmlns='urn:m'><Room><Name>a<!-- -->b</Name></Room>"
	                            "<Room><Name>c</Name><Age>-0</Age></Room></Rooms>"
	                            "<x:Marks><x:Mark>b</x:Mark><x:Mark>a</x:Mark></x:Marks></x:House>"),
	                 OK);
	assert_ptr_equal(reading->document.form, &house_form);
	assert_int_equal(reading->house->built.day, date_of(1930, 1, 2).day);
	assert_string_equal(reading->house->kind, "02");
	assert_string_equal(reading->house->about, "one\n<two>");
	assert_string_equal(reading->house->owner.name, "\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9");
	assert_int_equal(reading->house->owner.age, 42);
	assert_true(reading->house->has_rent);
	assert_int_equal(reading->house->rent.cents, 0);
	assert_int_equal(reading->house->rooms.count, 2);
	rooms = reading->house->rooms.items;
	assert_string_equal(rooms[0].name, "ab");
	assert_false(rooms[0].has_age);
	assert_true(rooms[1].has_age);
	assert_int_equal(reading->house->marks.count, 2);
	assert_string_equal(reading->house->marks.items[0], "b");
}

/* What is refused, and the first finding that says so. */
static const struct refusal {
	const char *words, *code, *path;
} refusals[] = {
	{ "", "xml-guard", "" },
	{ "<", "xml-guard", "" },
	{ "<Hut xmlns='urn:m'/>", "xml-root", "Hut" },
	{ "<House/>", "xml-root", "House" },
	{ HOUSE(ROOMS), "xml-missing", "Built" },
	{ HOUSE(BUILT), "xml-missing", "Rooms" },
	{ HOUSE(BUILT "<Rooms/>"), "xml-missing", "Rooms" },
	{ HOUSE(BUILT BUILT ROOMS), "xml-order", "Built" },
	{ HOUSE(BUILT "<Rent>1</Rent><Code>C</Code>" ROOMS), "xml-order", "Code" },
	{ HOUSE(BUILT "<Cellar><Built/></Cellar>" ROOMS), "xml-element", "Cellar" },
	{ HOUSE(BUILT "<b:Kind>01</b:Kind>" ROOMS), "xml-element", "Kind" },
	{ HOUSE(BUILT "<Owner><Name>a</Name></Owner>" ROOMS), "xml-element", "Owner/Name" },
	{ HOUSE(BUILT ROOMS "<Answer>a</Answer>"), "xml-element", "Answer" },
	{ HOUSE("<Built>1930-01-02<Kind/></Built>" ROOMS), "xml-element", "Built/Kind" },
	{ HOUSE(BUILT "<Rooms><Hall/><Room><Name>a</Name></Room></Rooms>"), "xml-element", "Rooms/Hall" },
	{ HOUSE("<Built>1930-02-30</Built>" ROOMS), "xml-value", "Built" },
	{ HOUSE("<Built>1930-01-02Z</Built>" ROOMS), "xml-value", "Built" },
	{ HOUSE(BUILT "<Kind>03</Kind>" ROOMS), "xml-value", "Kind" },
	{ HOUSE(BUILT "<Kind> 01</Kind>" ROOMS), "xml-value", "Kind" },
	{ HOUSE(BUILT "<About> \n</About>" ROOMS), "xml-value", "About" },
	{ HOUSE(BUILT "<Code>D</Code>" ROOMS), "xml-value", "Code" },
	{ HOUSE(BUILT "<Rent>-1</Rent>" ROOMS), "xml-value", "Rent" },
	{ HOUSE(BUILT "<Rent>1.5</Rent>" ROOMS), "xml-value", "Rent" },
	{ HOUSE(BUILT "<Rent>99999999999999999999999</Rent>" ROOMS), "xml-value", "Rent" },
	{ HOUSE(BUILT "<Rooms><Room><Name>hall</Name><Age>151</Age></Room></Rooms>"), "xml-value",
	  "Rooms/Room/Age" },
	{ HOUSE(BUILT "<Rooms><Room><Name>cellar</Name></Room></Rooms>"), "xml-value", "Rooms/Room/Name" },
	{ HOUSE(BUILT "<Rooms><Room><Name>a\nb</Name></Room></Rooms>"), "xml-value", "Rooms/Room/Name" },
	{ HOUSE(BUILT ROOMS "<Marks><Mark>c</Mark></Marks>"), "xml-value", "Marks/Mark" },
	{ HOUSE(BUILT "text" ROOMS), "xml-text", "" },
	{ HOUSE(BUILT "<![CDATA[]]>" ROOMS), "xml-text", "" },
	{ HOUSE("<Built x='1'>1930-01-02</Built>" ROOMS), "xml-attribute", "Built" },
	{ HOUSE(BUILT ROOMS) "<House/>", "xml-form", "" },
	{ "<!DOCTYPE House>" HOUSE(BUILT ROOMS), "xml-doctype", "" },
	{ "<!DOCTYPE House [<!ENTITY e SYSTEM 'file:///etc/hostname'>]>" HOUSE(BUILT
	                                                                       "<About>&e;</About>" ROOMS),
	  "xml-doctype", "" },
	{ "<?xml version='1.0' encoding='ISO-8859-1'?>" HOUSE(BUILT ROOMS), "xml-encoding", "" },
};

static void test_every_refusal(void **state)
{
	struct reading *reading = *state;

	for (size_t i = 0; i < COUNT(refusals); i++) {
		assert_int_equal(read_words(reading, refusals[i].words), FINDINGS);
		assert_string_equal(reading->findings.items[0].code, refusals[i].code);
		assert_string_equal(reading->findings.items[0].field, refusals[i].path);
	}
}

static void test_findings_have_their_line(void **state)
{
	struct reading *reading = *state;

	assert_int_equal(read_words(reading, HOUSE("\n" BUILT "\n<Kind>03</Kind>\n<Rent>x</Rent>\n" ROOMS)),
	                 FINDINGS);
	assert_int_equal(reading->findings.count, 2);
	assert_int_equal(reading->findings.items[0].line, 3);
	assert_int_equal(reading->findings.items[1].line, 4);
}

static void test_schema_location_is_passed_over(void **state)
{
	struct reading *reading = *state;

	assert_int_equal(
		read_words(reading, HOUSE("<Built xmlns:i='http://www.w3.org/2001/XMLSchema-instance' "
	                                  "i:schemaLocation='a b'>1930-01-02</Built>" ROOMS)),
		OK);
}

static void test_answer_may_leave_out_the_body(void **state)
{
	struct reading *reading = *state;

	assert_int_equal(read_words(reading, "<House xmlns='urn:a'>" BUILT "<Answer>yes</Answer></House>"),
	                 OK);
	assert_ptr_equal(reading->document.form, &answer_form);
	assert_int_equal(read_words(reading, "<House xmlns='urn:a'>" BUILT ROOMS "</House>"), FINDINGS);
}

/* Too deep, too many findings, too many attributes, too long: it stops, with few findings. */
static void test_limits(void **state)
{
	struct reading *reading = *state;
	struct text words = text_new(2 * XML_MAX_BYTES);

	text_add(&words, "<House xmlns='urn:m'>");
	for (int i = 0; i < 1000; i++)
		text_add(&words, "<a>");
	assert_int_equal(read_words(reading, text_words(&words)), FINDINGS);
	assert_int_equal(reading->findings.count, 2);
	assert_string_equal(reading->findings.items[1].code, "xml-depth");

	text_clear(&words);
	text_add(&words, "<House xmlns='urn:m'>");
	for (int i = 0; i < 1000; i++)
		text_add(&words, "<a/>");
	assert_int_equal(read_words(reading, text_words(&words)), FINDINGS);
	assert_int_equal(reading->findings.count, 100);

	text_clear(&words);
	text_add(&words, "<!-- <a ' --><House xmlns='urn:m'");
	for (int i = 0; i < 64; i++)
		text_print(&words, " a%d='>'", i);
	text_add(&words, ">");
	assert_int_equal(read_words(reading, text_words(&words)), FINDINGS);
	assert_int_equal(reading->findings.count, 1);
	assert_string_equal(reading->findings.items[0].code, "xml-guard");

	text_clear(&words);
	while (words.length <= XML_MAX_BYTES)
		text_add(&words, "                                                                ");
	assert_int_equal(read_words(reading, text_words(&words)), FINDINGS);
	assert_string_equal(reading->findings.items[0].code, "xml-guard");
	text_done(&words);
}

#define MANY_ROOMS 12000 /* several windows full */

static size_t read_part(void *context, size_t offset, char *into, size_t size)
{
	const struct text *words = context;
	size_t length = words->length - offset < size ? words->length - offset : size;

	memcpy(into, text_words(words) + offset, length);
	return length;
}

static void forget_rooms(void *context)
{
	*(int *)context = 0;
}

/* Each room ends on a line of its own, behind three others. */
static void count_rooms(void *context, const struct record *record, const void *part, struct xml_place *place)
{
	int *rooms = context;

	if (strcmp(record->name, "room") != 0)
		return;
	assert_int_equal(((const struct owner *)part)->age, *rooms % 100);
	++*rooms;
	if (*rooms % 1000 == 1)
		assert_int_equal(xml_place_line(place), 3 + *rooms);
}

/* Plain or with a comment, it is read piece by piece as it is read whole; what is cut off is refused. */
static void test_reads_from_a_source(void **state)
{
	struct reading *reading = *state;
	CLEANUP(text_done) struct text words = text_new((size_t)1024 * 1024);
	int rooms = 0;
	const struct xml_watch watch = { .begin = forget_rooms, .closed = count_rooms, .context = &rooms };
	struct xml_source source = { .read = read_part, .context = &words };

	text_add(&words, "<House xmlns=\"urn:m\" xmlns:b=\"urn:b\">\n<Built>1930-01-02</Built>\n<Rooms>\n");
	for (int i = 0; i < MANY_ROOMS; i++)
		text_print(&words, "<Room><Name>r</Name><Age>%d</Age></Room>\n", i % 100);
	text_add(&words, "</Rooms></House>");
	for (int turn = 0; turn < 2; turn++) {
		source.length = words.length;
		reading->findings = findings_new(reading->arena, "nl");
		assert_int_equal(
			xml_read_from(&source, choose, &watch, &reading->findings, &reading->document), OK);
		assert_int_equal(rooms, MANY_ROOMS);
		assert_int_equal(((const struct house *)reading->document.item)->rooms.count, MANY_ROOMS);
		text_add(&words, "<!-- no longer plain -->");
	}
	source.length = words.length = words.length / 2;
	assert_int_equal(xml_read_from(&source, choose, NULL, &reading->findings, &reading->document),
	                 FINDINGS);
	assert_string_equal(reading->findings.items[0].code, "xml-form");
}

static void test_writes_what_it_reads(void **state)
{
	struct reading *reading = *state;
	struct owner room = { .name = "hall", .has_age = true };
	struct house house = {
		.built = date_of(1930, 1, 2),
		.about = "a < b & c > d\r\ne",
		.has_rent = true,
		.rent = { 12345 },
		.rooms = { .items = &room, .count = 1 },
		.answer = "not in this form",
	};
	struct text out = text_new(65536);

	house.marks = (struct texts){ .items = (const char *[]){ "b" }, .count = 1 };
	xml_write(&house_form, &house, &out);
	assert_string_equal(text_words(&out), "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n"
	                                      "<House xmlns=\"urn:m\" xmlns:b=\"urn:b\">\r\n"
	                                      "  <Built>1930-01-02</Built>\r\n"
	                                      "  <About>a &lt; b &amp; c &gt; d&#13;\r\ne</About>\r\n"
	                                      "  <Rent>12345</Rent>\r\n"
	                                      "  <Rooms>\r\n"
	                                      "    <Room>\r\n"
	                                      "      <Name>hall</Name>\r\n"
	                                      "      <Age>0</Age>\r\n"
	                                      "    </Room>\r\n"
	                                      "  </Rooms>\r\n"
	                                      "  <Marks>\r\n"
	                                      "    <Mark>b</Mark>\r\n"
	                                      "  </Marks>\r\n"
	                                      "</House>\r\n");
	assert_int_equal(read_words(reading, text_words(&out)), OK);
	assert_string_equal(reading->house->about, "a < b & c > d\r\ne");
	text_done(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_reads_every_type, reading_setup, reading_teardown),
		cmocka_unit_test_setup_teardown(test_every_refusal, reading_setup, reading_teardown),
		cmocka_unit_test_setup_teardown(test_findings_have_their_line, reading_setup,
		                                reading_teardown),
		cmocka_unit_test_setup_teardown(test_schema_location_is_passed_over, reading_setup,
		                                reading_teardown),
		cmocka_unit_test_setup_teardown(test_answer_may_leave_out_the_body, reading_setup,
		                                reading_teardown),
		cmocka_unit_test_setup_teardown(test_limits, reading_setup, reading_teardown),
		cmocka_unit_test_setup_teardown(test_reads_from_a_source, reading_setup, reading_teardown),
		cmocka_unit_test_setup_teardown(test_writes_what_it_reads, reading_setup, reading_teardown),
	};

	return cmocka_run_group_tests(tests, /* setup= */ NULL, /* teardown= */ NULL);
}
