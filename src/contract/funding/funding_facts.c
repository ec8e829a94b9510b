/* SPDX-License-Identifier: EUPL-1.2 */
/* Yearly budgets at the door, and as they are kept. */
#include <sodium.h>
#include <string.h>

#include "common/access/signer.h"
#include "common/scheme/scheme_book.h"
#include "contract/funding/apportion.h"
#include "contract/funding/funding_store.h"
#include "contract/funding/year.h"
#include "funding_sql.h"
#include "platform/base/text.h"
#include "platform/base/words.h"

#define PAGE "/budgets"
#define DIGEST_BYTES ((size_t)4 * 1024 * 1024)

static bool is(const char *one, const char *other)
{
	return one != NULL && other != NULL && strcmp(one, other) == 0;
}

/* --- divided --- */

/* What the arithmetic found wrong, beside the field where it stands. */
static void pass_on(const struct findings *mistakes, const char *field, struct findings *findings)
{
	for (size_t i = 0; i < mistakes->count; i++) {
		const struct finding *mistake = &mistakes->items[i];

		if (is(field, "population"))
			(void)findings_add(findings, mistake->code, field, WORDS("Regel %d: %s"),
			                   mistake->line, mistake->words);
		else
			(void)findings_add(findings, mistake->code, field, "%s", mistake->words);
	}
}

static const char *hex_digest(const struct text *text, struct arena *arena)
{
	unsigned char digest[crypto_hash_sha256_BYTES];
	char *hex = arena_take(arena, 2 * sizeof(digest) + 1);

	(void)crypto_hash_sha256(digest, (const unsigned char *)text_words(text), text->length);
	return sodium_bin2hex(hex, 2 * sizeof(digest) + 1, digest, sizeof(digest));
}

/* Of all that went in and came out; not of the version, so that the same again is seen. */
static const char *digest_of(const struct budget_run_made *made, struct arena *arena)
{
	CLEANUP(text_done) struct text text = text_new(DIGEST_BYTES);
	const struct budget_before *before = made->before.items;
	const struct funded_part *part = made->parts.items;

	text_print(&text, "%s\n%s\n%s\n%lld %lld %lld\n%s\n", made->scheme, made->formula, made->rounding,
	           (long long)made->scheme_fact, (long long)made->year, (long long)made->total_cents.cents,
	           or_empty(made->population));
	for (size_t i = 0; i < made->before.count; i++)
		text_print(&text, "%s %lld\n", before[i].party, (long long)before[i].cents.cents);
	for (size_t i = 0; i < made->parts.count; i++)
		text_print(&text, "%s|%s %lld %lld\n", part[i].party, part[i].district,
		           (long long)part[i].cents.cents, (long long)part[i].undamped.cents);
	return hex_digest(&text, arena);
}

static void keep_parts(const struct budget *budget, struct arena *arena, struct budget_run_made *made)
{
	struct funded_part *part;

	made->parts = records_new(&funded_part_record, budget->parts_count, arena);
	part = made->parts.items;
	for (size_t i = 0; i < budget->parts_count; i++)
		part[i] = (struct funded_part){ budget->parts[i].party,
			                        budget->parts[i].district,
			                        { budget->parts[i].cents },
			                        { budget->parts[i].undamped } };
	made->agreement = budget->place.agreement->name;
}

/* False, with what is wrong beside its field, where nothing can be divided. */
static bool divide(struct journal *journal, const struct scheme *scheme, struct budget_run_made *made,
                   struct findings *findings)
{
	struct findings mistakes = findings_new(journal->arena, journal->language);
	struct budget_question question = { .scheme = scheme,
		                            .year = (int)made->year,
		                            .before = made->before };
	struct population population = { 0 };
	struct budget_place place = { 0 };
	struct budget budget = { 0 };
	const char *field = "total";

	if (budget_total_read(or_empty(made->total), &question.total, &mistakes)) {
		field = "year";
		if (budget_place_of(scheme, (int)made->year, &mistakes, &place) &&
		    has_words(made->population)) {
			field = "population";
			population = population_read(made->population, strlen(made->population), scheme,
			                             place.on, &mistakes);
			question.brought = &population;
		}
	}
	if (mistakes.count == 0 && budget_run(&question, &mistakes, &budget) == OK) {
		made->total_cents.cents = question.total;
		keep_parts(&budget, journal->arena, made);
		return true;
	}
	pass_on(&mistakes, field, findings);
	return false;
}

static enum status see_newest(struct journal *journal, struct budget_run_made *made, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_text(made->scheme),
		                        value_number(made->year), value_date(DATE_LAST) };
	enum status status = db_one(journal->db, &sql_funding_newest, values, COUNT(values), &rows, fault);

	if (status)
		return status;
	made->version = db_number(&rows, 0) + 1;
	made->situation.is_other = !is(db_text(&rows, 1, journal->arena), made->digest);
	made->situation.has_set = db_date(&rows, 2).day != DATE_LAST.day;
	return OK;
}

static enum status prepare_run(struct journal *journal, struct journal_fact *fact, struct findings *findings,
                               struct fault *fault)
{
	struct budget_run_made *made = fact->item;
	const struct scheme_entry *entry =
		has_words(made->scheme)
			? scheme_book_entry(journal->schemes, journal->register_id, made->scheme)
			: NULL;
	enum status status;

	fact->valid_on = clock_today(journal->clock);
	made->situation.is_scheme = entry != NULL;
	if (entry == NULL)
		return OK;
	made->scheme_fact = entry->fact;
	made->formula = BUDGET_FORMULA;
	made->rounding = APPORTION_RULE;
	status = funding_had(journal, made->scheme, made->year - 1, &made->before, fault);
	if (status != OK || !divide(journal, &entry->adopted, made, findings))
		return status;
	made->digest = digest_of(made, journal->arena);
	return see_newest(journal, made, fault);
}

static enum status keep_rows(struct db *db, int64_t register_id, const struct journal_fact *fact,
                             struct fault *fault)
{
	const struct budget_run_made *made = fact->item;
	const struct funded_part *part = made->parts.items;
	const struct budget_before *before = made->before.items;
	enum status status = OK;

	for (size_t i = 0; status == OK && i < made->parts.count; i++) {
		const struct value values[] = { value_number(register_id),
			                        value_number(fact->fact),
			                        value_number((int64_t)i),
			                        value_text(part[i].party),
			                        value_text(part[i].district),
			                        value_number(part[i].cents.cents),
			                        value_number(part[i].undamped.cents) };

		status = db_run(db, &sql_funding_add_part, values, COUNT(values), fault);
	}
	for (size_t i = 0; status == OK && i < made->before.count; i++) {
		const struct value values[] = { value_number(register_id), value_number(fact->fact),
			                        value_text(before[i].party),
			                        value_number(before[i].cents.cents) };

		status = db_run(db, &sql_funding_add_before, values, COUNT(values), fault);
	}
	return status;
}

static enum status apply_run(struct db *db, int64_t register_id, const struct journal_fact *fact,
                             struct arena *arena, struct fault *fault)
{
	const struct budget_run_made *made = fact->item;
	const struct value values[] = { value_number(register_id),
		                        value_number(fact->fact),
		                        value_text(made->scheme),
		                        value_number(made->scheme_fact),
		                        value_text(made->agreement),
		                        value_number(made->year),
		                        value_number(made->version),
		                        value_number(made->total_cents.cents),
		                        value_text_or_empty(made->population),
		                        value_text(made->formula),
		                        value_text(made->rounding),
		                        value_text(made->digest),
		                        value_text_or_empty(made->reason),
		                        value_date(fact->valid_on),
		                        value_text(fact->account),
		                        value_date(DATE_LAST) };
	enum status status = db_run(db, &sql_funding_add_run, values, COUNT(values), fault);

	(void)arena;
	return status == OK ? keep_rows(db, register_id, fact, fault) : status;
}

const struct journal_kind budget_run_made_kind = {
	.name = "budget_run_made",
	.title = WORDS("Budget van een jaar verdelen"),
	.done = WORDS("Budget van een jaar verdeeld"),
	.sort = KIND_ACT,
	.corner = CORNER_CONTRACT,
	.permission = MAY_MANAGE_AGREEMENTS,
	.record = &budget_run_made_record,
	.prepare = prepare_run,
	.rules = budget_run_rules,
	.rules_count = BUDGET_RUN_RULES_COUNT,
	.apply = apply_run,
	.page = PAGE,
};

/* --- signed --- */

static enum status prepare_signature(struct journal *journal, struct journal_fact *fact,
                                     struct findings *findings, struct fault *fault)
{
	struct budget_run_signed *signature = fact->item;
	struct funding_run run = { 0 };
	struct records signatures = { 0 };
	const struct funding_signature *other;
	enum status status = funding_run_of(journal, signature->run, &run, fault);

	(void)findings;
	fact->valid_on = clock_today(journal->clock);
	signature->situation.is_open = status == OK && run.set_on.day == DATE_LAST.day;
	if (status == OK || status == NOT_FOUND)
		status = funding_signatures(journal, signature->run, DATE_LAST, &signatures, fault);
	if (status == OK)
		status = signer_corner(journal, &signature->corner, fault);
	other = signatures.items;
	signature->situation.is_corner = signature->corner != NULL;
	signature->situation.is_free = signature->situation.is_new = true;
	for (size_t i = 0; i < signatures.count; i++) {
		if (is(other[i].account, journal->account))
			signature->situation.is_new = false;
		else if (is(other[i].corner, signature->corner))
			signature->situation.is_free = false;
	}
	return status;
}

static enum status apply_signature(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                   struct arena *arena, struct fault *fault)
{
	const struct budget_run_signed *signature = fact->item;
	const struct value values[] = { value_number(register_id), value_number(signature->run),
		                        value_text(signature->corner), value_text(fact->account),
		                        value_date(fact->valid_on) };

	(void)arena;
	return db_run(db, &sql_funding_add_signature, values, COUNT(values), fault);
}

const struct journal_kind budget_run_signed_kind = {
	.name = "budget_run_signed",
	.title = WORDS("Tekenen voor de verdeling van een budget"),
	.done = WORDS("Voor de verdeling van een budget getekend"),
	.sort = KIND_ACT,
	.corner = CORNER_COMMON,
	.permission = MAY_ANSWER | MAY_DECIDE,
	.record = &budget_run_signed_record,
	.prepare = prepare_signature,
	.rules = budget_signed_rules,
	.rules_count = BUDGET_SIGNED_RULES_COUNT,
	.apply = apply_signature,
	.page = PAGE "/signatures",
};

/* --- set --- */

static enum status prepare_setting(struct journal *journal, struct journal_fact *fact,
                                   struct findings *findings, struct fault *fault)
{
	struct budget_run_set *set = fact->item;
	struct budget_run_made made = { 0 };
	struct funding_run run = { 0 };
	struct records signatures = { 0 };
	enum status status = funding_run_of(journal, set->run, &run, fault);

	(void)findings;
	fact->valid_on = clock_today(journal->clock);
	if (status)
		return status == NOT_FOUND ? OK : status;
	set->situation.is_open = run.set_on.day == DATE_LAST.day;
	status = funding_signatures(journal, set->run, DATE_LAST, &signatures, fault);
	set->situation.is_signed = signatures.count == BUDGET_SIGNATURES;
	made.scheme = run.scheme;
	made.year = run.year;
	if (status == OK)
		status = see_newest(journal, &made, fault);
	set->situation.is_newest = made.version == run.version + 1;
	return status;
}

static enum status apply_setting(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                 struct arena *arena, struct fault *fault)
{
	const struct budget_run_set *set = fact->item;
	const struct value values[] = { value_number(register_id), value_number(set->run),
		                        value_date(fact->valid_on) };

	(void)arena;
	return db_run(db, &sql_funding_set_run, values, COUNT(values), fault);
}

const struct journal_kind budget_run_set_kind = {
	.name = "budget_run_set",
	.title = WORDS("Budget van een jaar vaststellen"),
	.done = WORDS("Budget van een jaar vastgesteld"),
	.sort = KIND_ACT,
	.corner = CORNER_CONTRACT,
	.permission = MAY_MANAGE_AGREEMENTS,
	.record = &budget_run_set_record,
	.prepare = prepare_setting,
	.rules = budget_set_rules,
	.rules_count = BUDGET_SET_RULES_COUNT,
	.apply = apply_setting,
	.page = PAGE,
};
