/* SPDX-License-Identifier: EUPL-1.2 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "common/document/content.h"

#define BYTES(text) (text), sizeof(text) - 1

static const char *type_of(const char *bytes, size_t length)
{
	FILE *file = fmemopen((void *)(uintptr_t)bytes, length, "rb");
	const struct content_type *type;

	assert_non_null(file);
	type = content_type_of(file);
	(void)fclose(file);
	return type == NULL ? "" : type->endings[0];
}

static void test_known_by_the_first_bytes(void **state)
{
	(void)state;
	assert_string_equal(type_of(BYTES("%PDF-1.7\n\xE2\xE3\xCF\xD3\n")), "pdf");
	assert_string_equal(type_of(BYTES("\xFF\xD8\xFF\xE0\0\x10JFIF")), "jpg");
	assert_string_equal(type_of(BYTES("\x89PNG\r\n\x1A\n\0\0\0\rIHDR")), "png");
	assert_string_equal(type_of(BYTES("\xEF\xBB\xBFHij heeft pijn, na een caf\xC3\xA9.\r\n")), "txt");
}

static void test_the_rest_is_refused(void **state)
{
	(void)state;
	assert_string_equal(type_of(BYTES("MZ\x90\0\3")), "");
	assert_string_equal(type_of(BYTES("\x7F\x45LF")), "");
	assert_string_equal(type_of(BYTES("GIF89a\1\0\1\0\0\0")), "");
	assert_string_equal(type_of(BYTES("caf\xE9 in een oude tekenset")), "");
	assert_string_equal(type_of(BYTES("te lang geschreven: \xC0\xAF")), "");
	assert_string_equal(type_of(BYTES("halverwege \xE2\x82")), "");
	assert_string_equal(type_of(BYTES("PK\3\4 niets meer")), "");
}

/* --- archives of one or two entries without content, as far as the directory counts --- */

struct made {
	char bytes[1024];
	size_t length;
};

static void add(struct made *made, const char *bytes, size_t length)
{
	memcpy(made->bytes + made->length, bytes, length);
	made->length += length;
}

static void add_entry(struct made *made, const char *name)
{
	char entry[46] = "PK\1\2";

	entry[28] = (char)strlen(name);
	add(made, entry, sizeof(entry));
	add(made, name, strlen(name));
}

static struct made archive(const char *head, size_t head_length, const char *const *names)
{
	struct made made = { .length = 0 };
	char end[22] = "PK\5\6";

	add(&made, head, head_length);
	end[16] = (char)made.length;
	for (; *names != NULL; names++) {
		add_entry(&made, *names);
		end[10]++;
	}
	add(&made, end, sizeof(end));
	return made;
}

static void test_text_documents(void **state)
{
	static const char *const word[] = { "[Content_Types].xml", "word/document.xml", NULL };
	static const char *const macro[] = { "[Content_Types].xml", "word/document.xml",
		                             "word/vbaProject.bin", NULL };
	static const char *const sheet[] = { "[Content_Types].xml", "xl/workbook.xml", NULL };
	static const char *const open[] = { "mimetype", "content.xml", NULL };
	static const char odt[30] = "PK\3\4";
	struct made made = archive(BYTES("PK\3\4"), word);

	(void)state;
	assert_string_equal(type_of(made.bytes, made.length), "docx");
	made = archive(BYTES("PK\3\4"), macro);
	assert_string_equal(type_of(made.bytes, made.length), "");
	made = archive(BYTES("PK\3\4"), sheet);
	assert_string_equal(type_of(made.bytes, made.length), "");
	made.length = 0;
	add(&made, odt, sizeof(odt));
	add(&made, BYTES("mimetypeapplication/vnd.oasis.opendocument.textPK"));
	made = archive(made.bytes, made.length, open);
	assert_string_equal(type_of(made.bytes, made.length), "odt");
	made = archive(BYTES("PK\3\4"), open);
	assert_string_equal(type_of(made.bytes, made.length), "");
}

static void test_names(void **state)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new((size_t)64 * 1024);
	const struct content_type *pdf = content_type_named("application/pdf");
	char long_name[400];
	(void)state;
	assert_non_null(pdf);
	assert_string_equal(content_clean_name("verslag caf\xC3\xA9.PDF", pdf, arena),
	                    "verslag caf\xC3\xA9.PDF");
	assert_string_equal(content_clean_name("C:\\Users\\jo\\verslag.pdf", pdf, arena), "verslag.pdf");
	assert_string_equal(content_clean_name("../../etc/passwd", pdf, arena), "passwd.pdf");
	assert_string_equal(content_clean_name("\xE2\x80\xAE"
	                                       "fdp.exe",
	                                       pdf, arena),
	                    "fdp.exe.pdf");
	assert_string_equal(content_clean_name("a\r\nb<\"c\">?.pdf", pdf, arena), "ab__c__"
	                                                                          "_.pdf");
	assert_string_equal(content_clean_name(" ... ", pdf, arena), "bestand.pdf");
	assert_string_equal(content_clean_name("", pdf, arena), "bestand.pdf");
	memset(long_name, 'a', sizeof(long_name) - 1);
	long_name[sizeof(long_name) - 1] = '\0';
	assert_int_equal(strlen(content_clean_name(long_name, pdf, arena)), CONTENT_NAME_CHARS - 2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_known_by_the_first_bytes),
		cmocka_unit_test(test_the_rest_is_refused),
		cmocka_unit_test(test_text_documents),
		cmocka_unit_test(test_names),
	};

	return cmocka_run_group_tests_name("content", tests, NULL, NULL);
}
