/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Says of each message file on the command line what is wrong with it, for the suites:
 *
 *	FILE<TAB>ok | structure | rules, then per finding: <TAB>code<TAB>line<TAB>element<TAB>words
 *
 * With --echo the messages that could be read are written again, to standard output; with --answer their
 * answers, as from a receiver who finds 9019 on every start.
 */
#include "contract/exchange/message_rule.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

enum mode { MODE_CHECK, MODE_ECHO, MODE_ANSWER };

static bool read_file(const char *path, struct text *text)
{
	char bytes[65536];
	FILE *file = fopen(path, "rb");
	size_t count;

	if (file == NULL)
		return false;
	while ((count = fread(bytes, 1, sizeof(bytes), file)) > 0)
		text_add_part(text, bytes, count);
	return fclose(file) == 0;
}

static void print_findings(const char *path, const struct message_reading *reading,
                           const struct findings *findings)
{
	static const char *const levels[] = { "", "structure", "rules", "ok" };

	printf("%s\t%s\n", path, levels[reading->level]);
	for (size_t i = 0; i < findings->count; i++)
		printf("\t%s\t%d\t%s\t%s\n", findings->items[i].code, findings->items[i].line,
		       findings->items[i].field, findings->items[i].words);
}

static void write_again(const struct message *message, const struct message_item *item)
{
	struct text out = text_new(4 * XML_MAX_BYTES);

	xml_write(&message->form, item, &out);
	(void)fwrite(text_words(&out), 1, out.length, stdout);
	text_done(&out);
}

static void write_answer(const struct message_reading *reading, struct arena *arena)
{
	const struct date today = reading->item->header.identity.dated;
	const struct message_identity identity = { .identification = "RETOUR1", .dated = today };
	struct message_start *starts = reading->item->client.starts.items;
	struct message_item answer;

	for (size_t i = 0; i < reading->item->client.starts.count; i++)
		message_refuse(&starts[i].return_codes, message_cross_rule("TR019")->return_code, arena);
	answer = message_answer(reading->message, reading->item, identity, arena);
	write_again(message_answer_to(reading->message), &answer);
}

/* False when the file cannot be read. */
static bool check_file(const char *path, enum mode mode, struct arena *arena)
{
	struct findings findings = findings_new(arena, "nl");
	struct text bytes = text_new(XML_MAX_BYTES + 1);
	struct message_reading reading;
	bool is_read = read_file(path, &bytes);
	enum status status;

	if (is_read) {
		status = message_read(text_words(&bytes), bytes.length, &findings, &reading);
		assert((status == OK) == (reading.level == MESSAGE_LEVEL_DONE));
		if (mode == MODE_CHECK)
			print_findings(path, &reading, &findings);
		else if (mode == MODE_ECHO && reading.level > MESSAGE_LEVEL_FORM)
			write_again(reading.message, reading.item);
		else if (mode == MODE_ANSWER && reading.level > MESSAGE_LEVEL_FORM)
			write_answer(&reading, arena);
	}
	text_done(&bytes);
	return is_read;
}

int main(int count, char **arguments)
{
	struct arena *arena = arena_new(XML_ARENA_BYTES);
	enum mode mode = MODE_CHECK;
	int failed = 0;

	for (int i = 1; i < count; i++) {
		if (strcmp(arguments[i], "--echo") == 0)
			mode = MODE_ECHO;
		else if (strcmp(arguments[i], "--answer") == 0)
			mode = MODE_ANSWER;
		else if (!check_file(arguments[i], mode, arena))
			failed = 1;
		arena_clear(arena);
	}
	arena_free(arena);
	return failed;
}
