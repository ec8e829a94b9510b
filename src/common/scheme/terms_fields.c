/* SPDX-License-Identifier: EUPL-1.2 */
/* The field tables of the sections that not every scheme has: their keys, their kinds, their codes. */
#include "common/scheme/scheme_check.h"
#include "platform/base/words.h"

#define NAME_CHARS 60
#define LABEL_CHARS 120
#define ABOUT_CHARS 1000

/* Keys that many sections have. */
#define NAME(type_) FIELD(type_, name, .label = WORDS("Naam"), .required = true, .max_chars = NAME_CHARS)
#define LABEL(type_)                                                                                         \
	FIELD(type_, label, .label = WORDS("Omschrijving"), .required = true, .max_chars = LABEL_CHARS)
#define ABOUT(type_)                                                                                         \
	FIELD(type_, about, .label = WORDS("Toelichting"), .required = true, .max_chars = ABOUT_CHARS)
#define PLACEHOLDER(type_)                                                                                   \
	FIELD(type_, is_placeholder, .label = WORDS("Niet uit de bron, maar een plaatshouder"),              \
	      .required = true)

/* --- who --- */

static const struct field combination_fields[] = {
	NAME(struct scheme_combination),
	FIELD(struct scheme_combination, members, .label = WORDS("Leden"), .required = true),
	FIELD(struct scheme_combination, lead, .label = WORDS("Penvoerder"), .required = true),
	FIELD(struct scheme_combination, liable, .label = WORDS("Wie aansprakelijk is"), .required = true),
	FIELD(struct scheme_combination, contact, .label = WORDS("Wie het contact met de gemeente heeft"),
	      .required = true),
	FIELD(struct scheme_combination, members_are_equal, .label = WORDS("De leden zijn onderling gelijk"),
	      .required = true),
	FIELD(struct scheme_combination, why, .label = WORDS("Waarom zij samen gaan"), .required = true,
	      .max_chars = ABOUT_CHARS),
	FIELD(struct scheme_combination, at),
};
const struct record scheme_combination_record =
	RECORD(struct scheme_combination, "combination", combination_fields);

static const struct field subcontractor_fields[] = {
	NAME(struct scheme_subcontractor),
	FIELD(struct scheme_subcontractor, under, .label = WORDS("Onder wie"), .required = true),
	FIELD(struct scheme_subcontractor, products, .label = WORDS("Producten"), .required = true),
	FIELD(struct scheme_subcontractor, areas, .label = WORDS("Gebieden"), .required = true),
	FIELD(struct scheme_subcontractor, from, .label = WORDS("Vanaf"), .required = true),
	FIELD(struct scheme_subcontractor, at),
};
const struct record scheme_subcontractor_record =
	RECORD(struct scheme_subcontractor, "subcontractor", subcontractor_fields);

static const struct field expertise_fields[] = {
	NAME(struct scheme_expertise),
	LABEL(struct scheme_expertise),
	FIELD(struct scheme_expertise, parties, .label = WORDS("Wie haar heeft"), .required = true),
	ABOUT(struct scheme_expertise),
	PLACEHOLDER(struct scheme_expertise),
	FIELD(struct scheme_expertise, at),
};
const struct record scheme_expertise_record = RECORD(struct scheme_expertise, "expertise", expertise_fields);

static const struct field provision_fields[] = {
	NAME(struct scheme_provision),
	LABEL(struct scheme_provision),
	FIELD(struct scheme_provision, provider, .label = WORDS("Van wie"), .required = true),
	ABOUT(struct scheme_provision),
	FIELD(struct scheme_provision, at),
};
const struct record scheme_provision_record = RECORD(struct scheme_provision, "provision", provision_fields);

static const struct field elsewhere_fields[] = {
	LABEL(struct scheme_elsewhere),
	FIELD(struct scheme_elsewhere, cbs_code, .label = WORDS("CBS-code van de gemeente"),
	      .required = true),
	FIELD(struct scheme_elsewhere, parties, .label = WORDS("Partijen"), .required = true),
	ABOUT(struct scheme_elsewhere),
	FIELD(struct scheme_elsewhere, at),
};
const struct record scheme_elsewhere_record = RECORD(struct scheme_elsewhere, "elsewhere", elsewhere_fields);

static const struct choice partner_kinds[] = {
	{ "consortium", WORDS("samenwerkingsverband") },
	{ "department", WORDS("afdeling van de gemeente") },
	{ "council", WORDS("raad") },
	{ "field", WORDS("voorveld") },
	{ NULL, NULL },
};
static const struct field partner_fields[] = {
	NAME(struct scheme_partner),
	LABEL(struct scheme_partner),
	FIELD(struct scheme_partner, kind, .label = WORDS("Soort partner"), .required = true,
	      .choices = partner_kinds),
	ABOUT(struct scheme_partner),
	FIELD(struct scheme_partner, at),
};
const struct record scheme_partner_record = RECORD(struct scheme_partner, "partner", partner_fields);

static const struct field scope_fields[] = {
	FIELD(struct scheme_scope, theme, .label = WORDS("Thema"), .required = true, .max_chars = NAME_CHARS),
	LABEL(struct scheme_scope),
	FIELD(struct scheme_scope, to, .label = WORDS("Voor wie de vraag is"), .required = true),
	FIELD(struct scheme_scope, from, .label = WORDS("Vanaf"), .required = true),
	FIELD(struct scheme_scope, at),
};
const struct record scheme_scope_record = RECORD(struct scheme_scope, "scope", scope_fields);

static const struct choice outcomes[] = {
	{ "arranged", WORDS("hulp is geregeld") },
	{ "told", WORDS("verteld waar hulp in de wijk is") },
	{ "investigation", WORDS("onderzoek of een voorziening nodig is") },
	{ "passed_on", WORDS("warm overgedragen") },
	{ NULL, NULL },
};
static const struct choice deciders[] = {
	{ "college", WORDS("het college van de gemeente waar de inwoner woont") },
	{ NULL, NULL },
};
static const struct choice mandates[] = {
	{ "none", WORDS("geen mandaat") },
	{ "recorded", WORDS("alleen met een vastgelegd mandaat") },
	{ NULL, NULL },
};
static const struct field desk_fields[] = {
	LABEL(struct scheme_desk),
	FIELD(struct scheme_desk, authorities, .label = WORDS("Gemeenten"), .required = true),
	FIELD(struct scheme_desk, outcomes, .label = WORDS("Waar een vraag op uitkomt"), .required = true,
	      .choices = outcomes),
	FIELD(struct scheme_desk, investigates, .label = WORDS("Wie onderzoekt"), .required = true),
	FIELD(struct scheme_desk, decides, .label = WORDS("Wie beslist"), .required = true,
	      .choices = deciders),
	FIELD(struct scheme_desk, mandate, .label = WORDS("Mandaat"), .required = true, .choices = mandates),
	ABOUT(struct scheme_desk),
	FIELD(struct scheme_desk, at),
};
const struct record scheme_desk_record = RECORD(struct scheme_desk, "desk", desk_fields);

static const struct field role_fields[] = {
	NAME(struct scheme_role),
	LABEL(struct scheme_role),
	FIELD(struct scheme_role, of, .label = WORDS("Van wie"), .required = true),
	FIELD(struct scheme_role, people, .label = WORDS("Aantal mensen"), .required = true,
	      .flags = FIELD_UNSIGNED, .max = 100),
	ABOUT(struct scheme_role),
	FIELD(struct scheme_role, at),
};
const struct record scheme_role_record = RECORD(struct scheme_role, "role", role_fields);

/* --- how it was bought, and for how long --- */

const struct choice scheme_forms[] = {
	{ "european_tender", WORDS("Europese aanbesteding") },
	{ "tender", WORDS("aanbesteding") },
	{ "open_house", WORDS("open toelating: wie aan de eisen voldoet, krijgt een contract") },
	{ "closed_open_house", WORDS("open toelating met een sluitdag") },
	{ "partnership", WORDS("partnerschap met een vast aantal partijen") },
	{ "loose_contracts", WORDS("losse contracten") },
	{ "not_known", WORDS("niet bekend") },
	{ NULL, NULL },
};
static const struct field earlier_fields[] = {
	NAME(struct scheme_earlier),
	LABEL(struct scheme_earlier),
	FIELD(struct scheme_earlier, form, .label = WORDS("Vorm van inkoop"), .required = true,
	      .choices = scheme_forms),
	FIELD(struct scheme_earlier, parties_count,
	      .label = WORDS("Aantal contractpartijen (0: niet bekend)"), .required = true,
	      .flags = FIELD_UNSIGNED | FIELD_ZERO_IS_SET),
	FIELD(struct scheme_earlier, count_is_about, .label = WORDS("Aantal is ongeveer"), .required = true),
	FIELD(struct scheme_earlier, until, .label = WORDS("Tot"), .required = true),
	ABOUT(struct scheme_earlier),
	FIELD(struct scheme_earlier, at),
};
const struct record scheme_earlier_record = RECORD(struct scheme_earlier, "earlier", earlier_fields);

static const struct field replaced_fields[] = {
	NAME(struct scheme_replaced),
	LABEL(struct scheme_replaced),
	FIELD(struct scheme_replaced, by, .label = WORDS("Vervangen door"), .required = true),
	FIELD(struct scheme_replaced, on, .label = WORDS("Op"), .required = true),
	FIELD(struct scheme_replaced, at),
};
const struct record scheme_replaced_record =
	RECORD(struct scheme_replaced, "replaced_product", replaced_fields);

static const struct field lot_fields[] = {
	NAME(struct scheme_lot),
	LABEL(struct scheme_lot),
	FIELD(struct scheme_lot, agreement, .label = WORDS("Overeenkomst"), .required = true),
	FIELD(struct scheme_lot, products, .label = WORDS("Producten"), .required = true),
	FIELD(struct scheme_lot, areas, .label = WORDS("Gebieden"), .required = true),
	FIELD(struct scheme_lot, target_group, .label = WORDS("Doelgroep"), .required = true),
	FIELD(struct scheme_lot, winners, .label = WORDS("Aantal winnaars (0: niet vooraf bepaald)"),
	      .required = true, .flags = FIELD_UNSIGNED | FIELD_ZERO_IS_SET, .max = 1000),
	ABOUT(struct scheme_lot),
	FIELD(struct scheme_lot, at),
};
const struct record scheme_lot_record = RECORD(struct scheme_lot, "lot", lot_fields);

static const struct field criterion_fields[] = {
	NAME(struct scheme_criterion),
	LABEL(struct scheme_criterion),
	ABOUT(struct scheme_criterion),
	FIELD(struct scheme_criterion, weight_percent, .label = WORDS("Gewicht in procenten"),
	      .required = true, .flags = FIELD_UNSIGNED, .max = 100),
	FIELD(struct scheme_criterion, knock_out, .label = WORDS("Wie hieronder blijft, valt af"),
	      .flags = FIELD_UNSIGNED, .max = 100),
	FIELD(struct scheme_criterion, how_and_with_whom,
	      .label = WORDS("Het antwoord noemt hoe precies en met wie")),
	FIELD(struct scheme_criterion, at),
};
const struct record scheme_criterion_record = RECORD(struct scheme_criterion, "criterion", criterion_fields);

static const struct choice threshold_rules[] = {
	{ "each", WORDS("elk criterium") },
	{ "weighted_mean", WORDS("het gewogen gemiddelde") },
	{ "both", WORDS("elk criterium en het gewogen gemiddelde") },
	{ NULL, NULL },
};
static const struct field threshold_fields[] = {
	FIELD(struct scheme_threshold, mark, .label = WORDS("Cijfer dat gehaald moet worden"),
	      .required = true, .flags = FIELD_UNSIGNED),
	FIELD(struct scheme_threshold, scale_until, .label = WORDS("Hoogste cijfer"), .required = true,
	      .flags = FIELD_UNSIGNED, .max = 100),
	FIELD(struct scheme_threshold, on, .label = WORDS("Waarop het cijfer slaat"), .required = true,
	      .choices = threshold_rules),
	ABOUT(struct scheme_threshold),
	FIELD(struct scheme_threshold, at),
};
const struct record scheme_threshold_record = RECORD(struct scheme_threshold, "threshold", threshold_fields);

static const struct field caps_fields[] = {
	FIELD(struct scheme_caps, areas_per_party, .label = WORDS("Hoogste aantal gebieden per partij"),
	      .required = true, .flags = FIELD_UNSIGNED),
	ABOUT(struct scheme_caps),
	FIELD(struct scheme_caps, at),
};
const struct record scheme_caps_record = RECORD(struct scheme_caps, "caps", caps_fields);

static const struct field option_fields[] = {
	FIELD(struct scheme_option, agreement, .label = WORDS("Overeenkomst"), .required = true),
	FIELD(struct scheme_option, until, .label = WORDS("Verlengd tot"), .required = true),
	FIELD(struct scheme_option, is_used, .label = WORDS("De verlenging is gebruikt"), .required = true),
	ABOUT(struct scheme_option),
	FIELD(struct scheme_option, at),
};
const struct record scheme_option_record = RECORD(struct scheme_option, "option", option_fields);

const struct choice scheme_phase_kinds[] = {
	{ "start_up", WORDS("opstart") },
	{ "running", WORDS("lopend") },
	{ "wind_down", WORDS("afbouw") },
	{ NULL, NULL },
};
static const struct field phase_fields[] = {
	NAME(struct scheme_phase),
	LABEL(struct scheme_phase),
	FIELD(struct scheme_phase, kind, .label = WORDS("Soort fase"), .required = true,
	      .choices = scheme_phase_kinds),
	FIELD(struct scheme_phase, agreement, .label = WORDS("Overeenkomst"), .required = true),
	FIELD(struct scheme_phase, from, .label = WORDS("Vanaf"), .required = true),
	ABOUT(struct scheme_phase),
	FIELD(struct scheme_phase, at),
};
const struct record scheme_phase_record = RECORD(struct scheme_phase, "phase", phase_fields);

const struct choice scheme_measures[] = {
	{ "care_reached", WORDS("hoeveel toegekende hulp is begonnen") },
	{ "legal_terms", WORDS("hoeveel onderzoeken en besluiten op tijd zijn") },
	{ "waiting", WORDS("wie op een aanbieder wacht") },
	{ "change_notice", WORDS("hoeveel dagen de brief vóór een verandering gaat") },
	{ "evaluation", WORDS("hoeveel dagen na de start samen wordt gekeken of het werkt") },
	{ "reassessment", WORDS("hoeveel dagen voor het einde opnieuw wordt gekeken wat er nodig is") },
	{ "not_measured", WORDS("niet uit dit register te meten") },
	{ NULL, NULL },
};
static const struct field norm_fields[] = {
	NAME(struct scheme_norm),
	LABEL(struct scheme_norm),
	FIELD(struct scheme_norm, phases, .label = WORDS("In welke soorten fasen"), .required = true,
	      .choices = scheme_phase_kinds),
	FIELD(struct scheme_norm, is_floor, .label = WORDS("Geldt in elke fase"), .required = true),
	FIELD(struct scheme_norm, measure, .label = WORDS("Waaraan gemeten"), .choices = scheme_measures),
	FIELD(struct scheme_norm, within_days, .label = WORDS("Binnen zoveel dagen"),
	      .flags = FIELD_UNSIGNED | FIELD_ZERO_IS_SET, .max = 366),
	PLACEHOLDER(struct scheme_norm),
	FIELD(struct scheme_norm, at),
};
const struct record scheme_norm_record = RECORD(struct scheme_norm, "norm", norm_fields);

/* --- how it is run --- */

const struct choice scheme_corners[] = {
	{ "policy", WORDS("beleid") },
	{ "practice", WORDS("uitvoering") },
	{ "contract", WORDS("contractmanagement") },
	{ NULL, NULL },
};
static const struct field corner_fields[] = {
	FIELD(struct scheme_corner, name, .label = WORDS("Hoek"), .required = true,
	      .choices = scheme_corners),
	LABEL(struct scheme_corner),
	FIELD(struct scheme_corner, people, .label = WORDS("Aantal mensen"), .required = true,
	      .flags = FIELD_UNSIGNED, .max = 100),
	FIELD(struct scheme_corner, provider_contact, .label = WORDS("Contactpersoon bij elke aanbieder"),
	      .required = true),
	ABOUT(struct scheme_corner),
	FIELD(struct scheme_corner, at),
};
const struct record scheme_corner_record = RECORD(struct scheme_corner, "corner", corner_fields);

const struct choice scheme_rhythms[] = {
	{ "week", WORDS("per week") },
	{ "two_weeks", WORDS("per twee weken") },
	{ "month", WORDS("per maand") },
	{ "year", WORDS("per jaar") },
	{ "once", WORDS("eenmalig") },
	{ "not_known", WORDS("ritme niet bekend") },
	{ NULL, NULL },
};
static const struct field meeting_fields[] = {
	NAME(struct scheme_meeting),
	LABEL(struct scheme_meeting),
	FIELD(struct scheme_meeting, times, .label = WORDS("Aantal keren"), .required = true,
	      .flags = FIELD_UNSIGNED, .max = 100),
	FIELD(struct scheme_meeting, per, .label = WORDS("Per"), .required = true, .choices = scheme_rhythms),
	FIELD(struct scheme_meeting, who, .label = WORDS("Wie aan tafel zitten"), .required = true,
	      .max_chars = ABOUT_CHARS),
	FIELD(struct scheme_meeting, may_decide, .label = WORDS("Mag besluiten"), .required = true),
	ABOUT(struct scheme_meeting),
	FIELD(struct scheme_meeting, at),
};
const struct record scheme_meeting_record = RECORD(struct scheme_meeting, "meeting", meeting_fields);

static const struct field working_group_fields[] = {
	NAME(struct scheme_working_group),
	LABEL(struct scheme_working_group),
	FIELD(struct scheme_working_group, prepares_for, .label = WORDS("Bereidt voor"), .required = true),
	FIELD(struct scheme_working_group, at),
};
const struct record scheme_working_group_record =
	RECORD(struct scheme_working_group, "working_group", working_group_fields);

static const struct choice steps[] = {
	{ "letter", WORDS("brief") },
	{ "phone_call", WORDS("telefoongesprek") },
	{ "home_talk", WORDS("huisbezoek") },
	{ "choice", WORDS("keuze van de inwoner") },
	{ "reassessment", WORDS("heronderzoek") },
	{ "decision", WORDS("besluit") },
	{ "handover", WORDS("warme overdracht") },
	{ "start", WORDS("start van de hulp") },
	{ "aftercare", WORDS("nazorg") },
	{ NULL, NULL },
};
static const struct field transition_fields[] = {
	FIELD(struct scheme_transition, from, .label = WORDS("Vanaf"), .required = true),
	FIELD(struct scheme_transition, until, .label = WORDS("Tot"), .required = true),
	FIELD(struct scheme_transition, one_by_one, .label = WORDS("Elke cliënt wordt apart gezien"),
	      .required = true),
	FIELD(struct scheme_transition, steps, .label = WORDS("Stappen, op volgorde"), .required = true,
	      .choices = steps),
	FIELD(struct scheme_transition, aftercare_months, .label = WORDS("Nazorg na zoveel maanden"),
	      .required = true, .flags = FIELD_UNSIGNED | FIELD_ZERO_IS_SET, .max = 24),
	ABOUT(struct scheme_transition),
	FIELD(struct scheme_transition, at),
};
const struct record scheme_transition_record =
	RECORD(struct scheme_transition, "transition", transition_fields);

const struct choice scheme_birthday_rules[] = {
	{ "offer_choice_keep_until_reassessment",
	  WORDS("de inwoner kiest; tot het heronderzoek blijft alles zoals het is") },
	{ NULL, NULL },
};
static const struct field birthday_fields[] = {
	FIELD(struct scheme_birthday, age, .label = WORDS("Leeftijd"), .required = true,
	      .flags = FIELD_UNSIGNED, .max = SCHEME_AGE_LAST),
	FIELD(struct scheme_birthday, then, .label = WORDS("Wat er dan gebeurt"), .required = true,
	      .choices = scheme_birthday_rules),
	FIELD(struct scheme_birthday, warn_months, .label = WORDS("Zoveel maanden tevoren in beeld"),
	      .required = true, .flags = FIELD_UNSIGNED, .max = 60),
	FIELD(struct scheme_birthday, at),
};
const struct record scheme_birthday_record = RECORD(struct scheme_birthday, "birthday", birthday_fields);

static const struct choice evidence[] = {
	{ "who", WORDS("wie kan helpen") },
	{ "what", WORDS("waarmee") },
	{ "how_long", WORDS("hoe lang") },
	{ "capacity", WORDS("of de mantelzorger het volhoudt") },
	{ NULL, NULL },
};
static const struct field network_fields[] = {
	FIELD(struct scheme_network, evidence, .label = WORDS("Wat wordt vastgelegd"), .required = true,
	      .choices = evidence),
	FIELD(struct scheme_network, may_refuse, .label = WORDS("Mag alleen om het netwerk worden geweigerd"),
	      .required = true),
	ABOUT(struct scheme_network),
	FIELD(struct scheme_network, at),
};
const struct record scheme_network_record = RECORD(struct scheme_network, "network_first", network_fields);
