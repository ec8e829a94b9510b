/* SPDX-License-Identifier: EUPL-1.2 */
#include <string.h>

#include "contract/assessment/signing.h"
#include "contract/procurement/procurement_store.h"
#include "contract/publication/publication.h"
#include "platform/base/words.h"
#include "platform/record/json.h"
#include "publication_sql.h"

static const struct field imported_fields[] = {
	FIELD(struct release_imported, ocid, .flags = FIELD_BY_DOOR, .max_chars = 1000),
	FIELD_INSIDE(struct release_imported, release, &ocds_release_record, .label = WORDS("Publicatie"),
	             .required = true),
};
const struct record release_imported_record =
	RECORD(struct release_imported, "release_imported", imported_fields);

static enum status prepare_imported(struct journal *journal, struct journal_fact *fact,
                                    struct findings *findings, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	struct release_imported *imported = fact->item;
	const struct value values[] = { value_number(journal->register_id),
		                        value_text(imported->release.ocid) };
	enum status status = db_one(journal->db, &sql_publication_date, values, COUNT(values), &rows, fault);

	(void)findings;
	imported->ocid = imported->release.ocid;
	imported->situation.is_newer =
		status == NOT_FOUND || (status == OK && strcmp(or_empty(imported->release.date),
	                                                       db_text(&rows, 0, journal->arena)) > 0);
	return status == NOT_FOUND ? OK : status;
}

static enum status apply_imported(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                  struct arena *arena, struct fault *fault)
{
	const struct release_imported *imported = fact->item;
	const struct value values[] = { value_number(register_id),
		                        value_text(imported->ocid),
		                        value_number(fact->fact),
		                        value_text_or_empty(imported->release.tender.id),
		                        value_text_or_empty(imported->release.tender.title),
		                        value_text_or_empty(imported->release.date),
		                        value_date(fact->valid_on) };

	(void)arena;
	return db_run(db, &sql_publication_put, values, COUNT(values), fault);
}

static bool has_tender(const void *item)
{
	return has_words(((const struct release_imported *)item)->release.tender.id);
}

static bool is_newer(const void *item)
{
	return ((const struct release_imported *)item)->situation.is_newer;
}

const struct journal_rule release_rules[RELEASE_RULES_COUNT] = {
	{ "release-tender", "release", WORDS("In deze publicatie staat geen aanbesteding."), "OCDS 1.1",
	  has_tender },
	{ "release-older", "release", WORDS("Van deze aanbesteding is al een nieuwere publicatie ingelezen."),
	  "OCDS 1.1", is_newer },
};

const struct journal_kind release_imported_kind = {
	.name = "release_imported",
	.title = WORDS("Publicatie van een ander inlezen"),
	.done = WORDS("Publicatie van een ander ingelezen"),
	.sort = KIND_ACT,
	.corner = CORNER_CONTRACT,
	.permission = MAY_CARRY_MESSAGES,
	.record = &release_imported_record,
	.prepare = prepare_imported,
	.rules = release_rules,
	.rules_count = RELEASE_RULES_COUNT,
	.apply = apply_imported,
};

enum status publication_imported(struct journal *journal, const char *tender,
                                 struct ocds_release *ret_release, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	struct findings findings = findings_new(journal->arena, journal->language);
	const struct value values[] = { value_number(journal->register_id), value_text(tender) };
	struct release_imported imported = { 0 };
	const char *body;
	enum status status = db_one(journal->db, &sql_publication_of, values, COUNT(values), &rows, fault);

	if (status)
		return status;
	body = db_text(&rows, 1, journal->arena);
	if (json_read(body, strlen(body), &release_imported_record, &imported, 0, &findings) != OK)
		return fault_set(fault, FAILED, "the release of %s cannot be read: %s", tender,
		                 findings.items[0].words);
	*ret_release = imported.release;
	return OK;
}

enum status publication_follow_award(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                     struct arena *arena, struct fault *fault)
{
	const struct award_published *published = fact->item;

	(void)arena;
	return procurement_note_award(db, register_id, published->tender, published->published_on, fault);
}
