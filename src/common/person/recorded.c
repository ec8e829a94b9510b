/* SPDX-License-Identifier: EUPL-1.2 */
#include "common/person/recorded.h"

#include <string.h>

#include "common/person/vault.h"
#include "platform/base/words.h"

static const struct field resident_recorded_fields[] = {
	FIELD(struct resident_recorded, person, .flags = FIELD_BY_DOOR),
	FIELD_INSIDE(struct resident_recorded, who, &identity_record, .label = WORDS("Wie is het?"),
	             .flags = FIELD_IN_VAULT),
	FIELD(struct resident_recorded, died, .label = WORDS("Overleden"),
	      .hint = WORDS("Acht cijfers: jaar, maand, dag; nullen voor wat onbekend is."),
	      .flags = FIELD_IN_VAULT, .max_chars = 8),
	FIELD(struct resident_recorded, source, .label = WORDS("Bron"), .max_chars = 64),
	FIELD(struct resident_recorded, line, .label = WORDS("Regel in de bron"), .flags = FIELD_UNSIGNED),
	FIELD(struct resident_recorded, alike, .flags = FIELD_BY_DOOR),
};
const struct record resident_recorded_record =
	RECORD(struct resident_recorded, "resident_recorded", resident_recorded_fields);

static void check_days(const struct resident_recorded *recorded, struct date today, struct findings *findings)
{
	const struct identity *who = &recorded->who;
	struct date born = birth_first(who->born, who->born_unknown);
	bool is_dead = has_words(recorded->died),
	     year_is_known = date_is(birth_last(born, who->born_unknown));
	struct birth died = { 0 };

	if (!date_is(born))
		(void)findings_add(findings, "resident-born", "who.born",
		                   WORDS("Vul de geboortedatum in; met nullen voor wat onbekend is."));
	else if (date_is(today) && year_is_known && date_before(today, born))
		(void)findings_add(findings, "resident-born-later", "who.born",
		                   WORDS("De geboortedatum ligt in de toekomst."));
	if (!is_dead)
		return;
	if (!birth_read(recorded->died, &died)) {
		(void)findings_add(findings, "resident-died", "died",
		                   WORDS("Deze datum van overlijden kan niet bestaan. Schrijf acht cijfers: "
		                         "jaar, maand, "
		                         "dag; met nullen voor wat onbekend is."));
		return;
	}
	if (!date_is(birth_last(died.first, died.unknown)))
		return;
	if (date_is(today) && date_before(today, died.first))
		(void)findings_add(findings, "resident-died-later", "died",
		                   WORDS("De datum van overlijden ligt in de toekomst."));
	if (year_is_known && date_before(birth_last(died.first, died.unknown), born))
		(void)findings_add(findings, "resident-died-before", "died",
		                   WORDS("De datum van overlijden ligt vóór de geboortedatum."));
}

void resident_check(const struct resident_recorded *recorded, struct findings *findings)
{
	const struct identity *who = &recorded->who;

	if (!has_words(who->surname))
		(void)findings_add(findings, "resident-surname", "who.surname",
		                   WORDS("Vul de achternaam in."));
	if (has_words(who->bsn) && !bsn_is_right(who->bsn))
		(void)findings_add(
			findings, "bsn-eleven-test", "who.bsn",
			WORDS("Dit kan geen BSN zijn: het heeft geen negen cijfers, of doorstaat de elfproef "
		              "niet."));
	if (has_words(who->postcode) && !postcode_is_right(who->postcode))
		(void)findings_add(
			findings, "resident-postcode", "who.postcode",
			WORDS("Een postcode heeft vier cijfers en twee letters, bijvoorbeeld 9351 AB."));
	check_days(recorded, recorded->situation.today, findings);
}

/*
 * Without a BSN nobody can tell two people of one name, birthday and address apart: the second is refused as
 * the same person (so that a file may be read twice). Where only one of the two has a BSN somebody must look.
 */
static enum status look_for_alike(struct journal *journal, struct resident_recorded *recorded,
                                  struct findings *findings, struct fault *fault)
{
	bool has_bsn = has_words(recorded->who.bsn);
	struct person_alike alike = { 0 };
	enum status status = vault_alike(journal, &recorded->who, &alike, fault);

	if (status != OK || alike.person == 0)
		return status;
	if (!has_bsn && !alike.has_bsn)
		(void)findings_add(findings, "resident-doubled", "who.bsn",
		                   WORDS("Zonder BSN, en met dezelfde naam, geboortedatum en adres als "
		                         "persoon %lld: "
		                         "die staat al in dit register."),
		                   (long long)alike.person);
	recorded->situation.is_alike = has_bsn != alike.has_bsn;
	recorded->alike = recorded->situation.is_alike ? alike.person : 0;
	return OK;
}

static enum status prepare_recorded(struct journal *journal, struct journal_fact *fact,
                                    struct findings *findings, struct fault *fault)
{
	struct resident_recorded *recorded = fact->item;
	size_t count = findings->count;
	enum status status;

	recorded->person = fact->fact;
	recorded->alike = 0;
	recorded->situation = (struct recorded_situation){ .today = clock_today(journal->clock) };
	resident_check(recorded, findings);
	if (findings->count > count)
		return OK;
	status = look_for_alike(journal, recorded, findings, fault);
	if (status == OK && findings->count == count)
		status = vault_add(journal, recorded->person, &recorded->who, findings, fault);
	if (status != OK || findings->count > count || !has_words(recorded->died))
		return status;
	return vault_set_died(journal, recorded->person, recorded->died, fault);
}

static bool is_nobody_else(const void *item)
{
	return !((const struct resident_recorded *)item)->situation.is_alike;
}

const struct journal_rule recorded_rules[RECORDED_RULES_COUNT] = {
	{ "resident-alike", "who.surname",
	  WORDS("Iemand met dezelfde naam, geboortedatum en adres staat al in dit register."),
	  "Wmo 2015, art. 5.2.9", is_nobody_else },
};

const struct journal_kind resident_recorded_kind = {
	.name = "resident_recorded",
	.title = WORDS("Inwoner opnemen zonder melding"),
	.done = WORDS("Opgenomen uit een ander systeem"),
	.sort = KIND_NOTICE,
	.corner = CORNER_COMMON,
	.permission = MAY_ADMINISTER,
	.record = &resident_recorded_record,
	.prepare = prepare_recorded,
	.rules = recorded_rules,
	.rules_count = RECORDED_RULES_COUNT,
};
