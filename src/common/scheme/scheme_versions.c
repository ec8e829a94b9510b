/* SPDX-License-Identifier: EUPL-1.2 */
#include "common/scheme/scheme_versions.h"

#include <string.h>

#include "platform/record/json.h"
#include "scheme_sql.h"

static const struct field version_line_fields[] = {
	FIELD(struct version_line, fact),       FIELD(struct version_line, scheme),
	FIELD(struct version_line, holds_from), FIELD(struct version_line, recorded_at),
	FIELD(struct version_line, adopted_by),
};
const struct record version_line_record = RECORD(struct version_line, "version_line", version_line_fields);

enum status scheme_names(struct journal *journal, struct texts *ret_names, struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id) };
	struct records lines;
	enum status status =
		db_list(journal->db, &sql_scheme_names, values, COUNT(values),
	                &(struct db_list){ &version_line_record, journal->arena, &lines }, fault);

	if (status)
		return status;
	*ret_names = (struct texts){ .items = ARENA_MANY(journal->arena, lines.count, const char *),
		                     .count = lines.count };
	for (size_t i = 0; i < lines.count; i++)
		ret_names->items[i] = ((const struct version_line *)lines.items)[i].scheme;
	return OK;
}

enum status scheme_versions_of(struct journal *journal, const char *scheme, struct records *ret_versions,
                               struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_text(scheme) };

	return db_list(journal->db, &sql_scheme_versions, values, COUNT(values),
	               &(struct db_list){ &version_line_record, journal->arena, ret_versions }, fault);
}

enum status scheme_version_of(struct journal *journal, const char *scheme, int64_t fact,
                              struct version_line *ret_version, struct scheme_adopted *ret_adopted,
                              struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_text(scheme),
		                        value_number(fact) };
	struct findings findings = findings_new(journal->arena, "nl");
	enum status status =
		db_one(journal->db, &sql_scheme_version_body, values, COUNT(values), &rows, fault);
	const char *body;

	*ret_version = (struct version_line){ 0 };
	if (status)
		return status;
	db_record(&rows, &version_line_record, ret_version, journal->arena);
	body = db_text(&rows, 5, journal->arena);
	if (json_read(body, strlen(body), &scheme_adopted_record, ret_adopted, /* without= */ 0, &findings) !=
	    OK)
		return fault_set(fault, FAILED, "fact %lld can no longer be read: %s", (long long)fact,
		                 findings.items[0].words);
	return OK;
}

bool scheme_version_holds(const struct records *lines, const struct version_line *version, struct date on)
{
	const struct version_line *line = lines->items;

	for (size_t i = 0; i < lines->count; i++)
		if (!date_before(on, line[i].holds_from))
			return line[i].fact == version->fact;
	return false;
}

bool scheme_version_counts(const struct records *lines, const struct version_line *version)
{
	return scheme_version_holds(lines, version, version->holds_from);
}
