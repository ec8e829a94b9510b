/* SPDX-License-Identifier: EUPL-1.2 */
#include "demo/settings.h"

#include "platform/base/embedded.h"
#include "platform/yaml/yaml.h"

static const struct field band_fields[] = {
	FIELD(struct demo_band, column, .required = true),
	FIELD(struct demo_band, from_age, .required = true, .flags = FIELD_UNSIGNED | FIELD_ZERO_IS_SET, .max = 120),
	FIELD(struct demo_band, until_age, .required = true, .flags = FIELD_UNSIGNED, .max = 120),
	FIELD(struct demo_band, per_thousand, .required = true, .flags = FIELD_UNSIGNED, .max = 1000),
};
static const struct record band_record = RECORD(struct demo_band, "band", band_fields);

static const struct field population_fields[] = {
	FIELD(struct demo_population, file, .required = true),
	FIELD(struct demo_population, on, .required = true),
	FIELD(struct demo_population, bands, .required = true, .of = &band_record),
};
static const struct record population_record = RECORD(struct demo_population, "population", population_fields);

static const struct field account_fields[] = {
	FIELD(struct demo_account, account, .required = true),
	FIELD(struct demo_account, name, .required = true),
	FIELD(struct demo_account, role, .required = true),
	FIELD(struct demo_account, team),
};
static const struct record account_record = RECORD(struct demo_account, "account", account_fields);

static const struct field register_fields[] = {
	FIELD(struct demo_register, name, .required = true),
	FIELD(struct demo_register, schemes, .required = true),
	FIELD(struct demo_register, accounts, .required = true, .of = &account_record),
};
static const struct record register_record = RECORD(struct demo_register, "register", register_fields);

static const struct field settings_fields[] = {
	FIELD(struct demo_settings, day, .required = true),
	FIELD(struct demo_settings, seed, .required = true, .flags = FIELD_UNSIGNED),
	FIELD(struct demo_settings, residents, .required = true, .flags = FIELD_UNSIGNED),
	FIELD(struct demo_settings, days, .required = true, .flags = FIELD_UNSIGNED, .max = 10000),
	FIELD_INSIDE(struct demo_settings, population, &population_record, .required = true),
	FIELD(struct demo_settings, registers, .required = true, .of = &register_record),
};
static const struct record settings_record = RECORD(struct demo_settings, "demo", settings_fields);

/* The file of that name in the binary, read into item. */
static enum status read_file(const char *name, const struct record *record, void *item, struct arena *arena,
                             struct fault *fault)
{
	const struct embedded_file *file = embedded_find(name);
	struct findings findings = findings_new(arena, "en");

	if (file == NULL)
		return fault_set(fault, FAILED, "the file %s is not in this program", name);
	if (yaml_read((const char *)file->bytes, file->size, record, item, &findings) == OK)
		return OK;
	return fault_set(fault, FAILED, "%s:%d:%d: %s", name, findings.items[0].line, findings.items[0].column,
	                 findings.items[0].words);
}

enum status settings_read(struct arena *arena, struct demo_settings *ret_settings, struct fault *fault)
{
	return read_file("data/demo.yaml", &settings_record, ret_settings, arena, fault);
}
