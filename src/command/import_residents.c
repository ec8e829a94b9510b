/* SPDX-License-Identifier: EUPL-1.2 */
/* import residents: who is helped already, as the base register knows them. */
#include <string.h>

#include "command/import.h"
#include "common/person/recorded.h"
#include "platform/base/words.h"

#define INITIALS_MAX 6

static const struct import_column columns[] = {
	{ "bsn", { "who.bsn" } },
	{ "surname", { "who.surname" } },
	{ "prefix", { "who.prefix" } },
	{ "first_names", { "who.first_names", "who.initials" } },
	{ "born", { "who.born", "who.born_unknown" } },
	{ "sex", { "who.sex" } },
	{ "street", { "who.street" } },
	{ "house_number", { "who.house_number", "who.house_addition" } },
	{ "postcode", { "who.postcode" } },
	{ "place", { "who.place" } },
	{ "died", { NULL } },
	{ NULL, { NULL } },
};

/* Texts that are taken over as they are. */
static const char *const plain_fields[] = {
	"surname", "prefix", "first_names", "street", "postcode", "place"
};

static void set(struct identity *who, const char *name, const char *text, const char *column,
                struct findings *findings)
{
	(void)record_set(record_field(&identity_record, name), who, text, column, findings);
}

/* The first letter of each first name. */
static const char *initials_of(const char *first_names, struct arena *arena)
{
	const char *initials = "";
	size_t count = 0;

	for (const char *at = first_names; *at != '\0' && count < INITIALS_MAX; count++) {
		size_t length = 1;

		while (((unsigned char)at[length] & 0xC0) == 0x80)
			length++;
		initials = arena_print(arena, "%s%.*s", initials, (int)length, at);
		at += strcspn(at, " ");
		at += strspn(at, " ");
	}
	return initials;
}

/* M, V and O, as the base register has them. */
static void read_sex(const char *text, struct identity *who, struct findings *findings)
{
	char letter = (char)(text[0] | 0x20);

	if (strlen(text) > 1 || (text[0] != '\0' && strchr("mvo", letter) == NULL))
		(void)findings_add(findings, "resident-sex", "sex", WORDS("Schrijf M, V of O (onbekend)."));
	else
		who->sex = letter == 'm' ? "m" : letter == 'v' ? "f" : "u";
}

static void read_birth(const char *text, struct identity *who, struct findings *findings)
{
	struct birth birth = { 0 };

	if (birth_read(text, &birth)) {
		who->born = birth.first;
		who->born_unknown = birth.unknown;
		return;
	}
	(void)findings_add(findings, "resident-born", "born",
	                   WORDS("Deze datum kan niet bestaan. Schrijf acht cijfers: jaar, maand, dag; met "
	                         "nullen voor wat onbekend is."));
}

/* "12", "12a", "12 A", "12-3": a number, and behind it what tells the doors apart. */
static void read_house(const char *text, struct identity *who, struct arena *arena, struct findings *findings)
{
	size_t digits = strspn(text, "0123456789");
	const char *addition = text + digits + strspn(text + digits, " -/");

	if (text[0] == '\0')
		return;
	if (digits == 0 || digits > 5) {
		(void)findings_add(findings, "resident-house", "house_number",
		                   WORDS("Een huisnummer begint met een getal van hoogstens vijf cijfers."));
		return;
	}
	set(who, "house_number", arena_copy_part(arena, text, digits), "house_number", findings);
	set(who, "house_addition", addition, "house_number", findings);
}

static void read_bsn(const char *text, struct identity *who, struct findings *findings)
{
	if (text[0] != '\0' && !bsn_is_right(text))
		(void)findings_add(
			findings, "bsn-eleven-test", "bsn",
			WORDS("Dit kan geen BSN zijn: het heeft geen negen cijfers, of doorstaat de "
		              "elfproef niet."));
	else
		who->bsn = text;
}

static enum status bring(struct import *import, struct findings *findings, struct fault *fault)
{
	struct arena *arena = import->journal.arena;
	struct resident_recorded recorded = { .source = import->digest, .line = import->sheet.line };
	struct identity *who = &recorded.who;
	int64_t number;

	for (size_t i = 0; i < COUNT(plain_fields); i++)
		set(who, plain_fields[i], import_text(import, plain_fields[i]), plain_fields[i], findings);
	who->initials = initials_of(or_empty(who->first_names), arena);
	read_bsn(import_text(import, "bsn"), who, findings);
	read_birth(import_text(import, "born"), who, findings);
	read_sex(import_text(import, "sex"), who, findings);
	read_house(import_text(import, "house_number"), who, arena, findings);
	recorded.died = import_text(import, "died");
	if (findings->count > 0)
		return FINDINGS;
	return journal_append(&import->journal, &resident_recorded_kind, &recorded, findings, &number, fault);
}

const struct import_sort import_residents = { "residents", columns, bring };
