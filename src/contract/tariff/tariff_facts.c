/* SPDX-License-Identifier: EUPL-1.2 */
/* Tariff tables at the door, and as they are kept. */
#include <string.h>

#include "common/access/signer.h"
#include "common/scheme/scheme_check.h"
#include "contract/tariff/sign_due.h"
#include "contract/tariff/tariff_store.h"
#include "platform/base/words.h"
#include "tariff_sql.h"

/* --- a table proposed --- */

static bool knows_product(const struct tariff_place *place, const char *product)
{
	const struct scheme_replaced *replaced = place->entry->scheme.replaced_products.items;

	for (size_t i = 0; i < place->entry->scheme.replaced_products.count; i++)
		if (check_is(replaced[i].name, product))
			return true;
	return scheme_product(&place->entry->scheme, product) != NULL;
}

static bool stands_before(const struct records *lines, size_t at)
{
	const struct tariff_line *line = lines->items;

	for (size_t i = 0; i < at; i++)
		if (check_is(line[i].product, line[at].product) && check_is(line[i].unit, line[at].unit) &&
		    strcmp(or_empty(line[i].level), or_empty(line[at].level)) == 0)
			return true;
	return false;
}

static void look_at_lines(struct tariffs_proposed *proposed, const struct tariff_place *place)
{
	struct tariff_line *line = proposed->lines.items;

	proposed->situation.are_amounts = proposed->situation.are_once = true;
	proposed->situation.knows_products = true;
	for (size_t i = 0; i < proposed->lines.count; i++) {
		proposed->situation.are_amounts =
			tariff_read_amount(line[i].amount, &line[i].cents) && proposed->situation.are_amounts;
		proposed->situation.are_once =
			proposed->situation.are_once && !stands_before(&proposed->lines, i);
		proposed->situation.knows_products =
			proposed->situation.knows_products &&
			(place->entry == NULL || knows_product(place, line[i].product));
	}
}

/* The arrangement in the same scheme that this one came after, and that has a table from before the day. */
static enum status find_predecessor(struct journal *journal, const struct tariff_place *place,
                                    struct tariffs_proposed *proposed, struct records *ret_before,
                                    struct fault *fault)
{
	enum status status = OK;

	for (size_t i = 0; status == OK && ret_before->count == 0; i++) {
		struct tariff_place other = tariff_place_nth(journal, i);

		if (other.entry == NULL)
			break;
		if (other.entry != place->entry || !date_is(other.until) ||
		    date_before(proposed->from, other.until) || check_is(other.name, place->name))
			continue;
		status = tariffs_before(journal, other.name, proposed->from, ret_before, fault);
		if (ret_before->count > 0)
			proposed->compared_with = other.name;
	}
	return status;
}

/* Beside the last table of the agreement itself, or else of the contract before it. */
static enum status guard(struct journal *journal, const struct tariff_place *place,
                         struct tariffs_proposed *proposed, struct fault *fault)
{
	struct records before = { 0 };
	enum status status = tariffs_before(journal, proposed->agreement, proposed->from, &before, fault);

	if (status == OK && before.count > 0)
		proposed->compared_with = proposed->agreement;
	else if (status == OK)
		status = find_predecessor(journal, place, proposed, &before, fault);
	proposed->band = tariff_band_of(&before, &proposed->lines, journal->arena);
	proposed->breaks = tariff_guard(&before, &proposed->lines, journal->arena);
	proposed->needs_signatures = proposed->breaks.count > 0;
	return status;
}

static enum status prepare_proposal(struct journal *journal, struct journal_fact *fact,
                                    struct findings *findings, struct fault *fault)
{
	struct tariffs_proposed *proposed = fact->item;
	struct tariff_place place = tariff_place_of(journal, proposed->agreement);
	struct date last = { 0 };
	enum status status;

	(void)findings;
	fact->valid_on = clock_today(journal->clock);
	look_at_lines(proposed, &place);
	if (place.entry == NULL)
		return OK;
	proposed->situation.is_known = true;
	proposed->scheme = place.entry->scheme.name;
	if (place.is_earlier && !date_is(proposed->last_day))
		proposed->last_day = date_last_day(place.until);
	status = tariffs_begin_last(journal, proposed->agreement, &last, fault);
	proposed->situation.is_after = !date_is(last) || !date_before(proposed->from, last);
	return status == OK && proposed->situation.are_amounts ? guard(journal, &place, proposed, fault)
	                                                       : status;
}

/* The codes, one a line, in arena. */
static const char *lines_of(const struct texts *codes, struct arena *arena)
{
	const char *lines = "";

	for (size_t i = 0; i < codes->count; i++)
		lines = arena_print(arena, "%s%s%s", lines, i == 0 ? "" : "\n", codes->items[i]);
	return lines;
}

static enum status keep_lines(struct db *db, int64_t register_id, const struct journal_fact *fact,
                              struct fault *fault)
{
	const struct tariffs_proposed *proposed = fact->item;
	const struct tariff_line *line = proposed->lines.items;
	const struct tariff_band *band = proposed->band.items;
	enum status status = OK;

	for (size_t i = 0; status == OK && i < proposed->lines.count; i++) {
		const struct value values[] = {
			value_number(register_id),          value_number(fact->fact),
			value_number((int64_t)i),           value_text(line[i].product),
			value_text_or_empty(line[i].level), value_text(line[i].unit),
			value_number(line[i].cents.cents)
		};

		status = db_run(db, &sql_tariff_add_proposed, values, COUNT(values), fault);
	}
	for (size_t i = 0; status == OK && i < proposed->band.count; i++) {
		const struct value values[] = { value_number(register_id),
			                        value_number(fact->fact),
			                        value_text(band[i].unit),
			                        value_number(band[i].lowest.cents),
			                        value_number(band[i].highest.cents),
			                        value_number(band[i].lowest_before.cents),
			                        value_number(band[i].highest_before.cents) };

		status = db_run(db, &sql_tariff_add_band, values, COUNT(values), fault);
	}
	return status;
}

static enum status apply_proposal(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                  struct arena *arena, struct fault *fault)
{
	const struct tariffs_proposed *proposed = fact->item;
	const struct value values[] = { value_number(register_id),
		                        value_number(fact->fact),
		                        value_text(proposed->scheme),
		                        value_text(proposed->agreement),
		                        value_date(proposed->from),
		                        value_date(date_until(proposed->last_day)),
		                        value_text(proposed->source),
		                        value_number(proposed->is_placeholder),
		                        value_text_or_empty(proposed->reason),
		                        value_text_or_empty(proposed->programme),
		                        value_text_or_empty(proposed->compared_with),
		                        value_text(lines_of(&proposed->breaks, arena)),
		                        value_date(fact->valid_on),
		                        value_text(fact->account) };
	enum status status = db_run(db, &sql_tariff_add_proposal, values, COUNT(values), fault);

	return status == OK ? keep_lines(db, register_id, fact, fault) : status;
}

const struct journal_kind tariffs_proposed_kind = {
	.name = "tariffs_proposed",
	.title = WORDS("Tarieven voorstellen"),
	.done = WORDS("Tarieven voorgesteld"),
	.sort = KIND_ACT,
	.corner = CORNER_CONTRACT,
	.permission = MAY_MANAGE_AGREEMENTS,
	.record = &tariffs_proposed_record,
	.prepare = prepare_proposal,
	.rules = tariffs_proposed_rules,
	.rules_count = TARIFFS_PROPOSED_RULES_COUNT,
	.apply = apply_proposal,
	.page = "/tariffs",
};

/* --- a signature --- */

static void see_signatures(struct tariff_signed *signature, const struct records *signatures,
                           const char *account)
{
	const struct tariff_signature *other = signatures->items;

	signature->situation.corner_is_free = signature->situation.person_is_new = true;
	for (size_t i = 0; i < signatures->count; i++) {
		if (check_is(other[i].account, account))
			signature->situation.person_is_new = false;
		else if (check_is(other[i].corner, signature->corner))
			signature->situation.corner_is_free = false;
	}
}

static enum status prepare_signature(struct journal *journal, struct journal_fact *fact,
                                     struct findings *findings, struct fault *fault)
{
	struct tariff_signed *signature = fact->item;
	struct tariff_proposal proposal;
	struct records signatures = { 0 };
	enum status status = tariff_proposal(journal, signature->proposal, &proposal, fault);

	(void)findings;
	fact->valid_on = clock_today(journal->clock);
	signature->situation.is_open = status == OK && !date_is(proposal.set_on);
	signature->situation.needs_it = status == OK && has_words(proposal.breaks);
	if (status == OK)
		status = tariff_signatures_of(journal, signature->proposal, DATE_LAST, &signatures, fault);
	if (status == OK || status == NOT_FOUND)
		status = signer_corner(journal, &signature->corner, fault);
	signature->situation.is_corner = signature->corner != NULL;
	signature->due = tariff_due_of(signature->proposal, signature->corner);
	see_signatures(signature, &signatures, journal->account);
	return status;
}

static enum status apply_signature(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                   struct arena *arena, struct fault *fault)
{
	const struct tariff_signed *signature = fact->item;
	const struct value values[] = { value_number(register_id),     value_number(signature->proposal),
		                        value_text(signature->corner), value_text(fact->account),
		                        value_date(fact->valid_on),    value_text(signature->reason) };

	(void)arena;
	return db_run(db, &sql_tariff_add_signature, values, COUNT(values), fault);
}

const struct journal_kind tariff_signed_kind = {
	.name = "tariff_signed",
	.title = WORDS("Tekenen voor tarieven buiten de band"),
	.done = WORDS("Voor tarieven buiten de band getekend"),
	.sort = KIND_ACT,
	.corner = CORNER_COMMON,
	.permission = MAY_ANSWER | MAY_DECIDE,
	.record = &tariff_signed_record,
	.prepare = prepare_signature,
	.rules = tariff_signed_rules,
	.rules_count = TARIFF_SIGNED_RULES_COUNT,
	.apply = apply_signature,
	.ends_task = "tariff-sign-",
	.page = "/tariffs/signatures",
};

/* --- a table set --- */

static enum status prepare_setting(struct journal *journal, struct journal_fact *fact,
                                   struct findings *findings, struct fault *fault)
{
	struct tariffs_set *set = fact->item;
	struct tariff_proposal proposal;
	struct records signatures = { 0 };
	struct date last = { 0 };
	enum status status = tariff_proposal(journal, set->proposal, &proposal, fault);

	(void)findings;
	fact->valid_on = clock_today(journal->clock);
	if (status == NOT_FOUND)
		return OK;
	set->situation.is_open = status == OK && !date_is(proposal.set_on);
	set->agreement = proposal.agreement;
	set->scheme = proposal.scheme;
	set->programme = proposal.programme;
	set->from = proposal.valid_from;
	if (status == OK)
		status = tariff_signatures_of(journal, set->proposal, DATE_LAST, &signatures, fault);
	if (status == OK)
		status = tariffs_begin_last(journal, proposal.agreement, &last, fault);
	set->situation.is_signed = !has_words(proposal.breaks) || signatures.count == TARIFF_SIGNATURES;
	set->situation.is_last = !date_is(last) || !date_before(set->from, last);
	return status;
}

static enum status apply_setting(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                 struct arena *arena, struct fault *fault)
{
	const struct tariffs_set *set = fact->item;
	const struct value from[] = { value_number(register_id), value_text(set->agreement),
		                      value_date(set->from) };
	const struct value of[] = { value_number(register_id), value_number(set->proposal),
		                    value_date(fact->valid_on) };
	const struct value laid[] = { value_number(register_id), value_number(set->proposal),
		                      value_number(fact->fact) };
	enum status status = db_run(db, &sql_tariff_clear_lines, from, COUNT(from), fault);

	(void)arena;
	if (status == OK)
		status = db_run(db, &sql_tariff_end_lines, from, COUNT(from), fault);
	if (status == OK)
		status = db_run(db, &sql_tariff_lay_lines, laid, COUNT(laid), fault);
	return status == OK ? db_run(db, &sql_tariff_set_proposal, of, COUNT(of), fault) : status;
}

const struct journal_kind tariffs_set_kind = {
	.name = "tariffs_set",
	.title = WORDS("Tarieven vaststellen"),
	.done = WORDS("Tarieven vastgesteld"),
	.sort = KIND_ACT,
	.corner = CORNER_CONTRACT,
	.permission = MAY_MANAGE_AGREEMENTS,
	.record = &tariffs_set_record,
	.prepare = prepare_setting,
	.rules = tariffs_set_rules,
	.rules_count = TARIFFS_SET_RULES_COUNT,
	.apply = apply_setting,
	.page = "/tariffs",
};
