/* SPDX-License-Identifier: EUPL-1.2 */
/* The field tables of a scheme file: its keys, their kinds, their codes. */
#include <assert.h>
#include <string.h>

#include "common/scheme/scheme_check.h"
#include "platform/base/words.h"

#define NAME_CHARS 60
#define LABEL_CHARS 120

static const struct field authority_fields[] = {
	FIELD(struct scheme_authority, name, .label = WORDS("Naam"), .required = true,
	      .max_chars = NAME_CHARS),
	FIELD(struct scheme_authority, label, .label = WORDS("Omschrijving"), .required = true,
	      .max_chars = LABEL_CHARS),
	FIELD(struct scheme_authority, cbs_code, .label = WORDS("CBS-code van de gemeente"),
	      .required = true),
	FIELD(struct scheme_authority, share_percent, .label = WORDS("Aandeel in procenten"),
	      .required = true, .flags = FIELD_UNSIGNED | FIELD_ZERO_IS_SET, .max = 100),
	FIELD(struct scheme_authority, postcodes, .label = WORDS("Alle postcodes"), .required = true),
	FIELD(struct scheme_authority, at),
};
const struct record scheme_authority_record = RECORD(struct scheme_authority, "authority", authority_fields);

static const struct choice area_kinds[] = {
	{ "area", WORDS("gebied") },           { "neighbourhood", WORDS("wijk") },
	{ "village", WORDS("dorp") },          { "district", WORDS("stadsdeel") },
	{ "municipality", WORDS("gemeente") }, { NULL, NULL },
};
static const struct field area_fields[] = {
	FIELD(struct scheme_area, name, .label = WORDS("Naam"), .required = true, .max_chars = NAME_CHARS),
	FIELD(struct scheme_area, label, .label = WORDS("Omschrijving"), .required = true,
	      .max_chars = LABEL_CHARS),
	FIELD(struct scheme_area, kind, .label = WORDS("Soort gebied"), .required = true,
	      .choices = area_kinds),
	FIELD(struct scheme_area, authority, .label = WORDS("Gemeente"), .required = true),
	FIELD(struct scheme_area, from, .label = WORDS("Vanaf"), .required = true),
	FIELD(struct scheme_area, until, .label = WORDS("Tot")),
	FIELD(struct scheme_area, postcodes, .label = WORDS("Postcodes"), .required = true),
	FIELD(struct scheme_area, addresses,
	      .label = WORDS("Adressen met een postcode van een ander gebied")),
	FIELD(struct scheme_area, at),
};
const struct record scheme_area_record = RECORD(struct scheme_area, "area", area_fields);

/* iWmo codes WMO020 (categories), WJ756 (units) and WMO757 (frequencies). */
static const struct choice categories[] = {
	{ "01", WORDS("Hulp bij het huishouden") },
	{ "02", WORDS("Begeleiding") },
	{ "03", WORDS("Persoonlijke verzorging") },
	{ "04", WORDS("Kortdurend verblijf") },
	{ "05", WORDS("Woondiensten") },
	{ "06", WORDS("Overige ondersteuning gericht op het individu of huishouden/gezin") },
	{ "07", WORDS("Dagbesteding") },
	{ "08", WORDS("Vervoerdiensten") },
	{ "09", WORDS("Overige groepsgerichte ondersteuning") },
	{ "10", WORDS("Overige maatwerk arrangementen") },
	{ "11", WORDS("Rolstoelen") },
	{ "12", WORDS("Vervoervoorzieningen") },
	{ "13", WORDS("Woonvoorzieningen") },
	{ "14", WORDS("Overige hulpmiddelen") },
	{ "15", WORDS("Beschermd wonen") },
	{ "16", WORDS("Opvang") },
	{ "17", WORDS("Spoedopvang") },
	{ "18", WORDS("Overige beschermd wonen en opvang") },
	{ NULL, NULL },
};
const struct choice scheme_units[] = {
	{ "minute", WORDS("minuten") },
	{ "hour", WORDS("uren") },
	{ "night", WORDS("etmalen") },
	{ "half-day", WORDS("dagdelen") },
	{ "output", WORDS("stuks (resultaat)") },
	{ "piece", WORDS("stuks") },
	{ NULL, NULL },
};
static const char *const unit_codes[] = { "01", "04", "14", "16", "82", "84" };
const struct choice scheme_frequencies[] = {
	{ "day", WORDS("per dag") },
	{ "week", WORDS("per week") },
	{ "month", WORDS("per maand") },
	{ "total", WORDS("in totaal") },
	{ NULL, NULL },
};
static const char *const frequency_codes[] = { "1", "2", "4", "6" };
static const struct choice variants[] = {
	{ "effort", WORDS("inspanningsgericht") },
	{ "output", WORDS("outputgericht") },
	{ "task", WORDS("taakgericht") },
	{ NULL, NULL },
};
const struct choice scheme_serves[] = {
	{ "person", WORDS("de persoon") },
	{ "household", WORDS("het hele huishouden") },
	{ NULL, NULL },
};

bool scheme_product_serves_household(const struct scheme_product *product)
{
	return has_words(product->serves) && strcmp(product->serves, "household") == 0;
}

static const struct field product_fields[] = {
	FIELD(struct scheme_product, name, .label = WORDS("Naam"), .required = true, .max_chars = NAME_CHARS),
	FIELD(struct scheme_product, label, .label = WORDS("Omschrijving"), .required = true,
	      .max_chars = LABEL_CHARS),
	FIELD(struct scheme_product, category, .label = WORDS("Productcategorie"), .required = true,
	      .choices = categories),
	FIELD(struct scheme_product, code, .label = WORDS("Productcode"), .required = true),
	FIELD(struct scheme_product, unit, .label = WORDS("Eenheid"), .required = true,
	      .choices = scheme_units),
	FIELD(struct scheme_product, frequency, .label = WORDS("Frequentie"), .required = true,
	      .choices = scheme_frequencies),
	FIELD(struct scheme_product, variant, .label = WORDS("Uitvoeringsvariant"), .required = true,
	      .choices = variants),
	FIELD(struct scheme_product, needs_end_date, .label = WORDS("Einddatum verplicht"), .required = true),
	FIELD(struct scheme_product, target_group, .label = WORDS("Doelgroep"), .required = true),
	FIELD(struct scheme_product, serves, .label = WORDS("Voor wie is het?"), .choices = scheme_serves),
	FIELD(struct scheme_product, at),
};
const struct record scheme_product_record = RECORD(struct scheme_product, "product", product_fields);

static const struct field group_fields[] = {
	FIELD(struct scheme_group, name, .label = WORDS("Naam"), .required = true, .max_chars = NAME_CHARS),
	FIELD(struct scheme_group, label, .label = WORDS("Omschrijving"), .required = true,
	      .max_chars = LABEL_CHARS),
	FIELD(struct scheme_group, from_age, .label = WORDS("Vanaf leeftijd"), .required = true,
	      .flags = FIELD_UNSIGNED | FIELD_ZERO_IS_SET, .max = SCHEME_AGE_LAST),
	FIELD(struct scheme_group, until_age, .label = WORDS("Tot leeftijd"), .flags = FIELD_UNSIGNED,
	      .max = SCHEME_AGE_LAST),
	FIELD(struct scheme_group, at),
};
const struct record scheme_group_record = RECORD(struct scheme_group, "target_group", group_fields);

static const struct field series_fields[] = {
	FIELD(struct scheme_series, count, .label = WORDS("Aantal"), .required = true,
	      .flags = FIELD_UNSIGNED, .max = 999),
	FIELD(struct scheme_series, at),
};
static const struct record series_record = RECORD(struct scheme_series, "series", series_fields);

static const struct choice party_kinds[] = {
	{ SCHEME_ORGANISATION, WORDS("aanbieder met een contract") },
	{ SCHEME_PREDECESSOR, WORDS("aanbieder van voor de overgang") },
	{ SCHEME_COMBINATION, WORDS("combinatie die samen een contract heeft") },
	{ SCHEME_MEMBER, WORDS("lid van een combinatie") },
	{ SCHEME_SUBCONTRACTOR, WORDS("onderaannemer") },
	{ NULL, NULL },
};
static const struct field party_fields[] = {
	FIELD(struct scheme_party, name, .label = WORDS("Naam"), .required = true, .max_chars = NAME_CHARS),
	FIELD(struct scheme_party, label, .label = WORDS("Omschrijving"), .required = true,
	      .max_chars = LABEL_CHARS),
	FIELD(struct scheme_party, kind, .label = WORDS("Soort partij"), .required = true,
	      .choices = party_kinds),
	FIELD(struct scheme_party, agb, .label = WORDS("AGB-code"), .required = true),
	FIELD(struct scheme_party, agb_is_placeholder, .label = WORDS("AGB-code is verzonnen"),
	      .required = true),
	FIELD(struct scheme_party, is_placeholder, .label = WORDS("Naam is niet bekend"), .required = true),
	FIELD_INSIDE(struct scheme_party, series, &series_record, .label = WORDS("Reeks")),
	FIELD(struct scheme_party, at),
};
const struct record scheme_party_record = RECORD(struct scheme_party, "party", party_fields);

static const struct field team_fields[] = {
	FIELD(struct scheme_team, name, .label = WORDS("Naam"), .required = true, .max_chars = NAME_CHARS),
	FIELD(struct scheme_team, label, .label = WORDS("Omschrijving"), .required = true,
	      .max_chars = LABEL_CHARS),
	FIELD(struct scheme_team, areas, .label = WORDS("Gebieden"), .required = true),
	FIELD(struct scheme_team, is_placeholder, .label = WORDS("Naam is niet bekend"), .required = true),
	FIELD(struct scheme_team, at),
};
const struct record scheme_team_record = RECORD(struct scheme_team, "team", team_fields);

static const struct choice owners[] = {
	{ "authority", WORDS("de gemeente") },
	{ "responsible_party", WORDS("de aanbieder die verantwoordelijk is") },
	{ NULL, NULL },
};
static const struct field owner_fields[] = {
	FIELD(struct scheme_owner, before_assignment, .label = WORDS("Eigenaar voor de toewijzing"),
	      .required = true, .choices = owners),
	FIELD(struct scheme_owner, after_assignment, .label = WORDS("Eigenaar na de toewijzing"),
	      .required = true, .choices = owners),
	FIELD(struct scheme_owner, at),
};
static const struct record owner_record = RECORD(struct scheme_owner, "owner", owner_fields);

static const struct choice contacts[] = {
	{ "social_worker", WORDS("een medewerker van het sociaal team") },
	{ "responsible_party", WORDS("een medewerker van de aanbieder") },
	{ NULL, NULL },
};
static const struct choice deputies[] = {
	{ "team", WORDS("een collega van hetzelfde team") },
	{ NULL, NULL },
};
static const struct field contact_fields[] = {
	FIELD(struct scheme_contact, before_assignment, .label = WORDS("Aanspreekpunt voor de toewijzing"),
	      .required = true, .choices = contacts),
	FIELD(struct scheme_contact, after_assignment, .label = WORDS("Aanspreekpunt na de toewijzing"),
	      .required = true, .choices = contacts),
	FIELD(struct scheme_contact, deputy, .label = WORDS("Vervanging bij afwezigheid"), .required = true,
	      .choices = deputies),
	FIELD(struct scheme_contact, at),
};
static const struct record contact_record = RECORD(struct scheme_contact, "contact_person", contact_fields);

static const struct field agreement_fields[] = {
	FIELD(struct scheme_agreement, name, .label = WORDS("Naam"), .required = true,
	      .max_chars = NAME_CHARS),
	FIELD(struct scheme_agreement, label, .label = WORDS("Omschrijving"), .required = true,
	      .max_chars = LABEL_CHARS),
	FIELD(struct scheme_agreement, from, .label = WORDS("Vanaf"), .required = true),
	FIELD(struct scheme_agreement, until, .label = WORDS("Tot")),
	FIELD(struct scheme_agreement, parties_count, .label = WORDS("Aantal contractpartijen"),
	      .required = true, .flags = FIELD_UNSIGNED | FIELD_ZERO_IS_SET),
	FIELD(struct scheme_agreement, count_is_about, .label = WORDS("Aantal is ongeveer"),
	      .required = true),
	FIELD(struct scheme_agreement, at),
};
const struct record scheme_agreement_record = RECORD(struct scheme_agreement, "agreement", agreement_fields);

const struct choice scheme_accessions[] = {
	{ "closed",
	  WORDS("gesloten: niemand treedt tussentijds toe, behalve als rechtsopvolger of onderaannemer") },
	{ "open", WORDS("open: wie aan de eisen voldoet, kan toetreden") },
	{ "not_known", WORDS("niet bekend") },
	{ NULL, NULL },
};
static const struct choice winners[] = {
	{ "fixed", WORDS("het aantal stond vooraf vast") },
	{ "threshold", WORDS("ieder die de drempel haalt") },
	{ "all", WORDS("ieder die aan de eisen voldoet") },
	{ "not_known", WORDS("niet bekend") },
	{ NULL, NULL },
};
static const struct field procurement_fields[] = {
	FIELD(struct scheme_procurement, agreement, .label = WORDS("Overeenkomst"), .required = true),
	FIELD(struct scheme_procurement, form, .label = WORDS("Vorm van inkoop"), .required = true,
	      .choices = scheme_forms),
	FIELD(struct scheme_procurement, accession, .label = WORDS("Toetreding"), .required = true,
	      .choices = scheme_accessions),
	FIELD(struct scheme_procurement, winners, .label = WORDS("Hoeveel winnaars"), .required = true,
	      .choices = winners),
	FIELD(struct scheme_procurement, about, .label = WORDS("Toelichting"), .required = true,
	      .max_chars = 1000),
	FIELD(struct scheme_procurement, at),
};
const struct record scheme_procurement_record =
	RECORD(struct scheme_procurement, "procurement", procurement_fields);

const struct choice scheme_starts[] = {
	{ "started", WORDS("gestart") },
	{ "not_started", WORDS("nog niet gestart") },
	{ "not_known", WORDS("niet bekend") },
	{ NULL, NULL },
};

static const struct field lane_fields[] = {
	FIELD(struct scheme_lane, name, .label = WORDS("Naam"), .required = true, .max_chars = NAME_CHARS),
	FIELD(struct scheme_lane, how, .label = WORDS("Hoe wordt toegewezen"), .required = true,
	      .choices = lane_hows),
	FIELD(struct scheme_lane, agreement, .label = WORDS("Overeenkomst")),
	FIELD(struct scheme_lane, products, .label = WORDS("Producten"), .required = true),
	FIELD(struct scheme_lane, target_group, .label = WORDS("Doelgroep"), .required = true),
	FIELD(struct scheme_lane, areas, .label = WORDS("Gebieden"), .required = true),
	FIELD(struct scheme_lane, parties, .label = WORDS("Partijen"), .required = true),
	FIELD(struct scheme_lane, from, .label = WORDS("Vanaf"), .required = true),
	FIELD(struct scheme_lane, until, .label = WORDS("Tot")),
	FIELD(struct scheme_lane, under, .label = WORDS("Valt onder")),
	FIELD(struct scheme_lane, served_before, .label = WORDS("Al geholpen voor")),
	FIELD(struct scheme_lane, status, .label = WORDS("Of het lid is begonnen"), .choices = scheme_starts),
	FIELD(struct scheme_lane, at),
};
const struct record scheme_lane_record = RECORD(struct scheme_lane, "lane", lane_fields);

static const struct field rule_use_fields[] = {
	FIELD(struct scheme_rule_use, rule, .label = WORDS("Regel"), .required = true, .choices = lane_hows),
	FIELD(struct scheme_rule_use, at),
};
const struct record scheme_rule_use_record = RECORD(struct scheme_rule_use, "assignment", rule_use_fields);

static const struct field cutover_fields[] = {
	FIELD(struct scheme_cutover, name, .label = WORDS("Naam"), .required = true, .max_chars = NAME_CHARS),
	FIELD(struct scheme_cutover, on, .label = WORDS("Dag van de overgang"), .required = true),
	FIELD(struct scheme_cutover, products, .label = WORDS("Producten"), .required = true),
	FIELD(struct scheme_cutover, target_group, .label = WORDS("Doelgroep"), .required = true),
	FIELD(struct scheme_cutover, at),
};
const struct record scheme_cutover_record = RECORD(struct scheme_cutover, "cutover", cutover_fields);

static const struct choice precisions[] = {
	{ "day", WORDS("op de dag") },
	{ "month", WORDS("op de maand") },
	{ "season", WORDS("op het seizoen") },
	{ "year", WORDS("op het jaar") },
	{ NULL, NULL },
};
static const struct field event_fields[] = {
	FIELD(struct scheme_event, on, .label = WORDS("Wanneer"), .required = true),
	FIELD(struct scheme_event, precision, .label = WORDS("Hoe precies de bron is"), .required = true,
	      .choices = precisions),
	FIELD(struct scheme_event, what, .label = WORDS("Wat er gebeurde"), .required = true,
	      .max_chars = 500),
	FIELD(struct scheme_event, at),
};
static const struct record event_record = RECORD(struct scheme_event, "event", event_fields);

static const struct field unknown_fields[] = {
	FIELD(struct scheme_unknown, what, .label = WORDS("Wat niet bekend is"), .required = true,
	      .max_chars = 500),
	FIELD(struct scheme_unknown, instead, .label = WORDS("Wat er voor in de plaats staat"),
	      .required = true, .max_chars = 500),
	FIELD(struct scheme_unknown, at),
};
static const struct record unknown_record = RECORD(struct scheme_unknown, "unknown", unknown_fields);

const struct choice scheme_parts[] = {
	{ "procurement", WORDS("Inkoop") },
	{ "history", WORDS("Wat er wanneer gebeurde") },
	{ "combinations", WORDS("Combinaties") },
	{ "subcontractors", WORDS("Onderaannemers") },
	{ "expertise", WORDS("Deskundigheid") },
	{ "provisions", WORDS("Algemene voorzieningen") },
	{ "elsewhere", WORDS("Dezelfde partijen elders") },
	{ "partners", WORDS("Partners") },
	{ "scope", WORDS("Welke vraag voor wie is") },
	{ "desk", WORDS("Loket") },
	{ "earlier", WORDS("De inkoop hiervoor") },
	{ "replaced_products", WORDS("Vervangen producten") },
	{ "lots", WORDS("Percelen") },
	{ "criteria", WORDS("Gunningscriteria") },
	{ "threshold", WORDS("Drempel") },
	{ "caps", WORDS("Grenzen per partij") },
	{ "options", WORDS("Verlengingen") },
	{ "phases", WORDS("Fasen") },
	{ "norms", WORDS("Normen") },
	{ "corners", WORDS("Hoeken") },
	{ "meetings", WORDS("Overleg") },
	{ "working_groups", WORDS("Werkgroepen") },
	{ "roles", WORDS("Rollen") },
	{ "birthdays", WORDS("Verjaardagen") },
	{ "transition", WORDS("Overgang van cliënten") },
	{ "network_first", WORDS("Eerst het eigen netwerk") },
	{ "funding", WORDS("Hoe er wordt betaald") },
	{ "population_bands", WORDS("Groepen inwoners die tellen") },
	{ "budget_shares", WORDS("Verdeling van een budget") },
	{ "population", WORDS("Inwoners per gebied en groep") },
	{ NULL, NULL },
};

static const struct field scheme_fields[] = {
	FIELD(struct scheme, name, .label = WORDS("Naam"), .required = true, .max_chars = NAME_CHARS),
	FIELD(struct scheme, label, .label = WORDS("Omschrijving"), .required = true,
	      .max_chars = LABEL_CHARS),
	FIELD(struct scheme, about, .label = WORDS("Waar deze regeling over gaat"), .required = true,
	      .max_chars = 2000),
	FIELD(struct scheme, sources, .label = WORDS("Bronnen"), .required = true, .max_chars = 500),
	FIELD(struct scheme, aims, .label = WORDS("Doelen"), .required = true, .max_chars = 500),
	FIELD(struct scheme, from, .label = WORDS("Vanaf"), .required = true),
	FIELD(struct scheme, until, .label = WORDS("Tot")),
	FIELD(struct scheme, authorities, .label = WORDS("Gemeenten"), .required = true,
	      .of = &scheme_authority_record),
	FIELD(struct scheme, areas, .label = WORDS("Gebieden"), .required = true, .of = &scheme_area_record),
	FIELD(struct scheme, products, .label = WORDS("Producten"), .required = true,
	      .of = &scheme_product_record),
	FIELD(struct scheme, target_groups, .label = WORDS("Doelgroepen"), .required = true,
	      .of = &scheme_group_record),
	FIELD(struct scheme, parties, .label = WORDS("Partijen"), .required = true,
	      .of = &scheme_party_record),
	FIELD(struct scheme, teams, .label = WORDS("Sociale teams"), .required = true,
	      .of = &scheme_team_record),
	FIELD_INSIDE(struct scheme, owner, &owner_record, .label = WORDS("Eigenaar van de cliënt"),
	             .required = true),
	FIELD_INSIDE(struct scheme, contact_person, &contact_record, .label = WORDS("Aanspreekpunt"),
	             .required = true),
	FIELD(struct scheme, agreements, .label = WORDS("Overeenkomsten"), .required = true,
	      .of = &scheme_agreement_record),
	FIELD(struct scheme, procurement, .label = WORDS("Inkoop"), .of = &scheme_procurement_record),
	FIELD(struct scheme, lanes, .label = WORDS("Wie wat waar mag leveren"), .required = true,
	      .of = &scheme_lane_record),
	FIELD(struct scheme, assignment, .label = WORDS("Regels voor de toewijzing"), .required = true,
	      .of = &scheme_rule_use_record),
	FIELD(struct scheme, cutovers, .label = WORDS("Overgangen"), .of = &scheme_cutover_record),
	FIELD(struct scheme, history, .label = WORDS("Wat er wanneer gebeurde"), .of = &event_record),
	FIELD(struct scheme, parts, .label = WORDS("Welke onderdelen dit bestand verder heeft"),
	      .choices = scheme_parts),
	FIELD(struct scheme, combinations, .label = WORDS("Combinaties"), .of = &scheme_combination_record),
	FIELD(struct scheme, subcontractors, .label = WORDS("Onderaannemers"),
	      .of = &scheme_subcontractor_record),
	FIELD(struct scheme, expertise, .label = WORDS("Deskundigheid"), .of = &scheme_expertise_record),
	FIELD(struct scheme, provisions, .label = WORDS("Algemene voorzieningen"),
	      .of = &scheme_provision_record),
	FIELD(struct scheme, elsewhere, .label = WORDS("Dezelfde partijen elders"),
	      .of = &scheme_elsewhere_record),
	FIELD(struct scheme, partners, .label = WORDS("Partners"), .of = &scheme_partner_record),
	FIELD(struct scheme, scope, .label = WORDS("Welke vraag voor wie is"), .of = &scheme_scope_record),
	FIELD_INSIDE(struct scheme, desk, &scheme_desk_record, .label = WORDS("Loket")),
	FIELD(struct scheme, earlier, .label = WORDS("De inkoop hiervoor"), .of = &scheme_earlier_record),
	FIELD(struct scheme, replaced_products, .label = WORDS("Vervangen producten"),
	      .of = &scheme_replaced_record),
	FIELD(struct scheme, lots, .label = WORDS("Percelen"), .of = &scheme_lot_record),
	FIELD(struct scheme, criteria, .label = WORDS("Gunningscriteria"), .of = &scheme_criterion_record),
	FIELD_INSIDE(struct scheme, threshold, &scheme_threshold_record, .label = WORDS("Drempel")),
	FIELD_INSIDE(struct scheme, caps, &scheme_caps_record, .label = WORDS("Grenzen per partij")),
	FIELD(struct scheme, options, .label = WORDS("Verlengingen"), .of = &scheme_option_record),
	FIELD(struct scheme, phases, .label = WORDS("Fasen"), .of = &scheme_phase_record),
	FIELD(struct scheme, norms, .label = WORDS("Normen"), .of = &scheme_norm_record),
	FIELD(struct scheme, corners, .label = WORDS("Hoeken"), .of = &scheme_corner_record),
	FIELD(struct scheme, meetings, .label = WORDS("Overleg"), .of = &scheme_meeting_record),
	FIELD(struct scheme, working_groups, .label = WORDS("Werkgroepen"),
	      .of = &scheme_working_group_record),
	FIELD(struct scheme, roles, .label = WORDS("Rollen"), .of = &scheme_role_record),
	FIELD(struct scheme, birthdays, .label = WORDS("Verjaardagen"), .of = &scheme_birthday_record),
	FIELD_INSIDE(struct scheme, transition, &scheme_transition_record,
	             .label = WORDS("Overgang van cliënten")),
	FIELD_INSIDE(struct scheme, network_first, &scheme_network_record,
	             .label = WORDS("Eerst het eigen netwerk")),
	FIELD(struct scheme, funding, .label = WORDS("Hoe er wordt betaald"), .of = &scheme_funding_record),
	FIELD(struct scheme, population_bands, .label = WORDS("Groepen inwoners die tellen"),
	      .of = &scheme_band_record),
	FIELD(struct scheme, budget_shares, .label = WORDS("Verdeling van een budget"),
	      .of = &scheme_share_record),
	FIELD(struct scheme, population, .label = WORDS("Inwoners per gebied en groep"),
	      .of = &scheme_people_record),
	FIELD(struct scheme, unknown, .label = WORDS("Wat niet bekend is"), .required = true,
	      .of = &unknown_record),
	FIELD(struct scheme, at),
};
const struct record scheme_record = RECORD(struct scheme, "scheme", scheme_fields);

static_assert(COUNT(unit_codes) == COUNT(scheme_units) - 1, "every unit has its iWmo code");
static_assert(COUNT(frequency_codes) == COUNT(scheme_frequencies) - 1, "every frequency has its iWmo code");

/* The code at the place of value in choices, or NULL. */
static const char *code_of(const struct choice *choices, const char *const *codes, const char *value)
{
	for (size_t i = 0; choices[i].code != NULL; i++)
		if (strcmp(choices[i].code, value) == 0)
			return codes[i];
	return NULL;
}

const char *scheme_unit_code(const char *unit)
{
	return code_of(scheme_units, unit_codes, unit);
}

const char *scheme_frequency_code(const char *frequency)
{
	return code_of(scheme_frequencies, frequency_codes, frequency);
}
