/* SPDX-License-Identifier: EUPL-1.2 */
/* A programme and its groups at the door, and as they are kept. */
#include <string.h>

#include "common/access/access.h"
#include "common/scheme/scheme_book.h"
#include "platform/base/text.h"
#include "platform/base/words.h"
#include "policy/programme/begin.h"
#include "programme_sql.h"

/* What somebody does who speaks for a group of that sort; who decides about the programme speaks for none. */
static bool speaks_for(const struct access_role *role, const char *sort)
{
	if (access_may(role, MAY_ADOPT_SCHEME | MAY_MANAGE_AGREEMENTS))
		return false;
	if (strcmp(sort, "providers") == 0)
		return access_may(role, MAY_DELIVER);
	if (strcmp(sort, "teams") == 0)
		return access_may(role, MAY_INVESTIGATE);
	if (strcmp(sort, "participation") == 0)
		return strcmp(role->code, "participation_council") == 0;
	return true;
}

static enum status may_speak(struct journal *journal, const char *account, const char *sort, bool *ret_may,
                             struct fault *fault)
{
	struct access_account found = { 0 };
	const struct access_role *role;
	enum status status =
		access_account(journal->db, journal->register_id, account, journal->arena, &found, fault);

	role = status == OK ? access_role_named(found.role) : NULL;
	*ret_may = role != NULL && !date_is(found.closed_on) && speaks_for(role, sort);
	return status == NOT_FOUND ? OK : status;
}

static bool has_sort(const struct programme_begun *begun, const char *sort)
{
	const struct programme_group *group = begun->groups.items;

	for (size_t i = 0; i < begun->groups.count; i++)
		if (strcmp(group[i].sort, sort) == 0)
			return true;
	return false;
}

static bool is_double(const struct programme_begun *begun)
{
	const struct programme_group *group = begun->groups.items;

	for (size_t i = 0; i < begun->groups.count; i++)
		for (size_t n = i + 1; n < begun->groups.count; n++)
			if (strcmp(group[i].name, group[n].name) == 0 ||
			    strcmp(group[i].speaker, group[n].speaker) == 0)
				return true;
	return false;
}

static enum status check_speakers(struct journal *journal, const struct programme_begun *begun,
                                  struct findings *findings, struct fault *fault)
{
	const struct programme_group *group = begun->groups.items;
	enum status status = OK;

	for (size_t i = 0; status == OK && i < begun->groups.count; i++) {
		bool may = false;

		status = may_speak(journal, group[i].speaker, group[i].sort, &may, fault);
		if (status == OK && !may)
			(void)findings_add(
				findings, "group-speaker",
				arena_print(journal->arena, "groups.%zu.speaker", i),
				WORDS("Dit account kan niet voor deze groep spreken: het is er niet, of het "
			              "werkt ergens anders."));
	}
	return status;
}

/* A scheme is named that there is; one that is still to come gets the form of a short name. */
static void see_scheme(const struct journal *journal, struct programme_begun *begun)
{
	if (has_words(begun->scheme_to_come))
		begun->scheme_to_come =
			text_as_name(begun->scheme_to_come, PROGRAMME_NAME_CHARS, journal->arena);
	begun->situation.has_scheme =
		has_words(begun->scheme) &&
		scheme_book_entry(journal->schemes, journal->register_id, begun->scheme) != NULL;
	begun->situation.has_come =
		has_words(begun->scheme_to_come) &&
		scheme_book_entry(journal->schemes, journal->register_id, begun->scheme_to_come) != NULL;
}

static enum status prepare_begun(struct journal *journal, struct journal_fact *fact,
                                 struct findings *findings, struct fault *fault)
{
	struct programme_begun *begun = fact->item;
	enum status status;

	begun->of.programme = text_as_name(begun->title, PROGRAMME_NAME_CHARS, journal->arena);
	begun->situation.has_all_sorts =
		has_sort(begun, "providers") && has_sort(begun, "teams") && has_sort(begun, "participation");
	begun->situation.is_double = is_double(begun);
	see_scheme(journal, begun);
	status = programme_prepare(journal, fact, findings, fault);
	return status == OK ? check_speakers(journal, begun, findings, fault) : status;
}

static enum status keep_speaker(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                const struct programme_group *group, int64_t place, struct fault *fault)
{
	const struct programme_item *of = fact->item;
	const struct value values[] = { value_number(register_id),  value_text(of->programme),
		                        value_text(group->name),    value_number(fact->fact),
		                        value_number(place),        value_text(group->sort),
		                        value_text(group->speaker), value_date(fact->valid_on) };

	return db_run(db, &sql_programme_add_speaker, values, COUNT(values), fault);
}

static enum status apply_begun(struct db *db, int64_t register_id, const struct journal_fact *fact,
                               struct arena *arena, struct fault *fault)
{
	const struct programme_begun *begun = fact->item;
	const struct programme_group *group = begun->groups.items;
	const struct value values[] = {
		value_number(register_id),
		value_text(begun->of.programme),
		value_number(fact->fact),
		value_text(begun->title),
		value_text(begun->aim),
		value_text(begun->reason),
		value_text_or_empty(begun->form_before),
		value_number(begun->parties_before),
		value_text_or_empty(begun->before_words),
		value_date(begun->talks_since),
		value_date(fact->valid_on),
		value_text(fact->account),
		value_text_or_empty(has_words(begun->scheme) ? begun->scheme : begun->scheme_to_come)
	};
	enum status status = db_run(db, &sql_programme_add_programme, values, COUNT(values), fault);

	(void)arena;
	for (size_t i = 0; status == OK && i < begun->groups.count; i++)
		status = keep_speaker(db, register_id, fact, &group[i], (int64_t)i, fault);
	return status;
}

static enum status prepare_replaced(struct journal *journal, struct journal_fact *fact,
                                    struct findings *findings, struct fault *fault)
{
	struct speaker_replaced *replaced = fact->item;
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	struct programme_item other = { 0 };
	enum status status = programme_prepare(journal, fact, findings, fault);
	const struct value values[] = { value_number(journal->register_id),
		                        value_text(replaced->of.programme), value_text(replaced->group) };
	const struct value speaks[] = { values[0], values[1], value_text(replaced->speaker),
		                        value_date(replaced->of.today) };

	if (status == OK)
		status = db_one(journal->db, &sql_programme_group, values, COUNT(values), &rows, fault);
	if (status)
		return status == NOT_FOUND ? OK : status;
	replaced->situation.is_group = true;
	replaced->place = db_number(&rows, 0);
	replaced->sort = db_text(&rows, 1, journal->arena);
	replaced->situation.is_another = strcmp(db_text(&rows, 2, journal->arena), replaced->speaker) != 0;
	db_rows_done(&rows);
	rows = (struct db_rows){ 0 };
	status = db_one(journal->db, &sql_programme_group_of, speaks, COUNT(speaks), &rows, fault);
	other.group = status == OK ? db_text(&rows, 0, journal->arena) : "";
	replaced->situation.is_free = !has_words(other.group) || strcmp(other.group, replaced->group) == 0;
	if (status != OK && status != NOT_FOUND)
		return status;
	return may_speak(journal, replaced->speaker, replaced->sort, &replaced->situation.is_of_sort, fault);
}

static enum status apply_replaced(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                  struct arena *arena, struct fault *fault)
{
	const struct speaker_replaced *replaced = fact->item;
	const struct programme_group group = { replaced->group, replaced->sort, replaced->speaker };

	(void)arena;
	return keep_speaker(db, register_id, fact, &group, replaced->place, fault);
}

const struct journal_kind programme_begun_kind = {
	.name = "programme_begun",
	.title = WORDS("Een programma beginnen"),
	.done = WORDS("Programma begonnen"),
	.sort = KIND_ACT,
	.corner = CORNER_POLICY,
	.permission = MAY_ADOPT_SCHEME,
	.record = &programme_begun_record,
	.prepare = prepare_begun,
	.rules = programme_begun_rules,
	.rules_count = PROGRAMME_BEGUN_RULES_COUNT,
	.apply = apply_begun,
	.page = "/programmes/{programme}",
};

const struct journal_kind speaker_replaced_kind = {
	.name = "speaker_replaced",
	.title = WORDS("Een andere woordvoerder vastleggen"),
	.done = WORDS("Andere woordvoerder vastgelegd"),
	.sort = KIND_ACT,
	.corner = CORNER_POLICY,
	.permission = MAY_ADOPT_SCHEME,
	.record = &speaker_replaced_record,
	.prepare = prepare_replaced,
	.rules = speaker_replaced_rules,
	.rules_count = SPEAKER_REPLACED_RULES_COUNT,
	.apply = apply_replaced,
	.page = "/programmes/{programme}",
};
