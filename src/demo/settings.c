/* SPDX-License-Identifier: EUPL-1.2 */
#include "demo/settings.h"

#include <string.h>

#include "contract/tariff/tariff.h"
#include "platform/base/embedded.h"
#include "platform/yaml/yaml.h"

#define EVERY_SCHEME "all"

static const struct field band_fields[] = {
	FIELD(struct demo_band, column, .required = true),
	FIELD(struct demo_band, from_age, .required = true, .flags = FIELD_UNSIGNED | FIELD_ZERO_IS_SET,
	      .max = 120),
	FIELD(struct demo_band, until_age, .required = true, .flags = FIELD_UNSIGNED, .max = 120),
	FIELD(struct demo_band, per_thousand, .required = true, .flags = FIELD_UNSIGNED, .max = 1000),
};
static const struct record band_record = RECORD(struct demo_band, "band", band_fields);

static const struct field population_fields[] = {
	FIELD(struct demo_population, file, .required = true),
	FIELD(struct demo_population, on, .required = true),
	FIELD(struct demo_population, women_percent, .required = true,
	      .flags = FIELD_UNSIGNED | FIELD_ZERO_IS_SET, .max = 100),
	FIELD(struct demo_population, bands, .required = true, .of = &band_record),
};
static const struct record population_record =
	RECORD(struct demo_population, "population", population_fields);

#define PERCENT_FIELD(member)                                                                                \
	FIELD(struct demo_road, member, .required = true, .flags = FIELD_UNSIGNED | FIELD_ZERO_IS_SET,       \
	      .max = 100)

static const struct field road_fields[] = {
	PERCENT_FIELD(late_percent),
	PERCENT_FIELD(not_needed_percent),
	PERCENT_FIELD(no_application_percent),
	PERCENT_FIELD(refused_percent),
	PERCENT_FIELD(second_line_percent),
	PERCENT_FIELD(waiting_percent),
	PERCENT_FIELD(never_started_percent),
	PERCENT_FIELD(without_bsn_percent),
	PERCENT_FIELD(later_bsn_percent),
	PERCENT_FIELD(unnamed_percent),
	PERCENT_FIELD(left_percent),
	FIELD(struct demo_road, quiet_days, .required = true, .flags = FIELD_UNSIGNED | FIELD_ZERO_IS_SET,
	      .max = 1000),
};
static const struct record road_record = RECORD(struct demo_road, "road", road_fields);

static const struct field kept_fields[] = {
	FIELD(struct demo_kept, provider, .required = true),
	FIELD(struct demo_kept, product, .required = true),
	FIELD(struct demo_kept, area, .required = true),
	FIELD(struct demo_kept, percent, .required = true, .flags = FIELD_UNSIGNED, .max = 100),
	FIELD(struct demo_kept, since, .required = true),
};
static const struct record kept_record = RECORD(struct demo_kept, "kept", kept_fields);

static const struct field account_fields[] = {
	FIELD(struct demo_account, account, .required = true),
	FIELD(struct demo_account, name, .required = true),
	FIELD(struct demo_account, role, .required = true),
	FIELD(struct demo_account, team),
	FIELD(struct demo_account, party),
	FIELD(struct demo_account, also),
};
static const struct record account_record = RECORD(struct demo_account, "account", account_fields);

static const struct field tariff_line_fields[] = {
	FIELD(struct tariff_line, product, .required = true),
	FIELD(struct tariff_line, level),
	FIELD(struct tariff_line, unit, .required = true),
	FIELD(struct tariff_line, amount, .required = true),
};
static const struct record demo_tariff_line_record =
	RECORD(struct tariff_line, "tariff_line", tariff_line_fields);

static const struct field tariffs_fields[] = {
	FIELD(struct demo_tariffs, agreement, .required = true),
	FIELD(struct demo_tariffs, from, .required = true),
	FIELD(struct demo_tariffs, source, .required = true, .max_chars = 1000),
	FIELD(struct demo_tariffs, reason, .max_chars = 1000),
	FIELD(struct demo_tariffs, waits),
	FIELD(struct demo_tariffs, lines, .required = true, .of = &demo_tariff_line_record),
};
static const struct record demo_tariffs_record = RECORD(struct demo_tariffs, "tariffs", tariffs_fields);

static const struct field register_fields[] = {
	FIELD(struct demo_register, name, .required = true),
	FIELD(struct demo_register, schemes, .required = true),
	FIELD(struct demo_register, day, .required = true),
	FIELD(struct demo_register, days, .required = true, .flags = FIELD_UNSIGNED, .max = 10000),
	FIELD(struct demo_register, residents, .required = true, .flags = FIELD_UNSIGNED),
	FIELD(struct demo_register, phone),
	FIELD(struct demo_register, kept, .of = &kept_record),
	FIELD(struct demo_register, accounts, .required = true, .of = &account_record),
	FIELD(struct demo_register, tariffs, .of = &demo_tariffs_record),
};
static const struct record register_record = RECORD(struct demo_register, "register", register_fields);

static const struct field settings_fields[] = {
	FIELD(struct demo_settings, scheme, .required = true),
	FIELD(struct demo_settings, seed, .required = true, .flags = FIELD_UNSIGNED),
	FIELD_INSIDE(struct demo_settings, population, &population_record, .required = true),
	FIELD_INSIDE(struct demo_settings, road, &road_record, .required = true),
	FIELD(struct demo_settings, registers, .required = true, .of = &register_record),
};
static const struct record settings_record = RECORD(struct demo_settings, "demo", settings_fields);

/* --- the other file --- */

static const struct field weight_fields[] = {
	FIELD(struct demo_weight, from_age, .required = true, .flags = FIELD_UNSIGNED | FIELD_ZERO_IS_SET,
	      .max = 120),
	FIELD(struct demo_weight, until_age, .required = true, .flags = FIELD_UNSIGNED, .max = 120),
	FIELD(struct demo_weight, weight, .required = true, .flags = FIELD_UNSIGNED | FIELD_ZERO_IS_SET,
	      .max = 1000),
};
static const struct record weight_record = RECORD(struct demo_weight, "weight", weight_fields);

#define TEXTS_FIELD(type_, member) FIELD(type_, member, .required = true, .max_chars = 1000)

static const struct field need_fields[] = {
	FIELD(struct demo_need, products, .required = true),
	FIELD(struct demo_need, expertise),
	FIELD(struct demo_need, weights, .required = true, .of = &weight_record),
	FIELD(struct demo_need, least, .required = true, .flags = FIELD_UNSIGNED, .max = 10000),
	FIELD(struct demo_need, most, .required = true, .flags = FIELD_UNSIGNED, .max = 10000),
	FIELD(struct demo_need, step, .required = true, .flags = FIELD_UNSIGNED, .max = 10000),
	FIELD(struct demo_need, years_least, .required = true, .flags = FIELD_UNSIGNED, .max = 10),
	FIELD(struct demo_need, years_most, .required = true, .flags = FIELD_UNSIGNED, .max = 10),
	TEXTS_FIELD(struct demo_need, asked),
	TEXTS_FIELD(struct demo_need, needed),
	TEXTS_FIELD(struct demo_need, own_strength),
	TEXTS_FIELD(struct demo_need, network),
	TEXTS_FIELD(struct demo_need, general_provisions),
	TEXTS_FIELD(struct demo_need, conclusion),
	TEXTS_FIELD(struct demo_need, reasons),
};
static const struct record need_record = RECORD(struct demo_need, "need", need_fields);

static const struct field needs_fields[] = {
	FIELD(struct demo_needs, needs, .required = true, .of = &need_record),
	TEXTS_FIELD(struct demo_needs, renewed),
	TEXTS_FIELD(struct demo_needs, granted),
	TEXTS_FIELD(struct demo_needs, refused),
	TEXTS_FIELD(struct demo_needs, not_needed),
};
static const struct record needs_record = RECORD(struct demo_needs, "needs", needs_fields);

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
	return fault_set(fault, FAILED, "%s:%d:%d: %s", name, findings.items[0].line,
	                 findings.items[0].column, findings.items[0].words);
}

enum status settings_read(struct arena *arena, struct demo_settings *ret_settings, struct fault *fault)
{
	enum status status = read_file("data/demo.yaml", &settings_record, ret_settings, arena, fault);

	return status == OK
	               ? read_file("data/demo_needs.yaml", &needs_record, &ret_settings->needs, arena, fault)
	               : status;
}

/* --- choosing --- */

static bool has_scheme(const struct demo_register *of, const char *scheme)
{
	for (size_t i = 0; i < of->schemes.count; i++)
		if (strcmp(of->schemes.items[i], scheme) == 0)
			return true;
	return false;
}

/* "all", and every scheme's name, with commas between them. */
static const char *names_to_choose(const struct records *registers, struct arena *arena)
{
	const struct demo_register *of = registers->items;
	const char *names = EVERY_SCHEME;

	for (size_t i = 0; i < registers->count; i++)
		for (size_t j = 0; j < of[i].schemes.count; j++)
			names = arena_print(arena, "%s, %s", names, of[i].schemes.items[j]);
	return names;
}

enum status settings_choose(struct demo_settings *settings, const char *scheme, struct arena *arena,
                            struct fault *fault)
{
	struct demo_register *of = settings->registers.items;

	if (scheme == NULL)
		scheme = settings->scheme;
	if (strcmp(scheme, EVERY_SCHEME) == 0)
		return OK;
	for (size_t i = 0; i < settings->registers.count; i++)
		if (has_scheme(&of[i], scheme)) {
			of[0] = of[i];
			settings->registers.count = 1;
			return OK;
		}
	return fault_set(fault, WRONG_USE, "no demonstration has the scheme %s; there are %s", scheme,
	                 names_to_choose(&settings->registers, arena));
}

void settings_spread(struct demo_settings *settings, int64_t residents)
{
	struct demo_register *of = settings->registers.items;
	int64_t total = 0, before = 0, given = 0;

	for (size_t i = 0; i < settings->registers.count; i++)
		total += of[i].residents;
	for (size_t i = 0; i < settings->registers.count; i++) {
		before += of[i].residents;
		of[i].residents = residents * before / total - given;
		given += of[i].residents;
	}
}

const struct demo_account *settings_account(const struct demo_register *of, const char *role)
{
	const struct demo_account *accounts = of->accounts.items;

	for (size_t i = 0; i < of->accounts.count; i++)
		if (strcmp(accounts[i].role, role) == 0)
			return &accounts[i];
	return NULL;
}
