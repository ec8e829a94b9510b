/* SPDX-License-Identifier: EUPL-1.2 */
/* The fields of the facts, and their rules. */
#include "contract/agreement/agreement.h"

#include <assert.h>
#include <string.h>

#include "common/scheme/scheme_check.h"
#include "platform/base/text.h"
#include "platform/base/words.h"

#define MAX_NAME_CHARS 60
#define MAX_LABEL_CHARS 120
#define MAX_REASON_CHARS 1000

#define REASON(type_, required_)                                                                             \
	FIELD(type_, reason, .label = WORDS("Reden"), .required = (required_), .flags = FIELD_LONG,          \
	      .max_chars = MAX_REASON_CHARS)
#define FROM(type_) FIELD(type_, from, .label = WORDS("Vanaf"), .required = true)
#define SCHEME(type_) FIELD(type_, scheme, .flags = FIELD_BY_DOOR)

static bool is_agb(const char *text)
{
	return has_words(text) && strlen(text) == 8 && strspn(text, "0123456789") == 8;
}

const char *agreement_name_of(const char *label, struct arena *arena)
{
	return text_as_name(label, MAX_NAME_CHARS, arena);
}

/* --- an extension --- */

static const struct field extended_fields[] = {
	FIELD(struct agreement_extended, agreement, .label = WORDS("Overeenkomst"), .required = true),
	FIELD(struct agreement_extended, decided_on, .label = WORDS("Besloten op"), .required = true),
	REASON(struct agreement_extended, true),
	SCHEME(struct agreement_extended),
	FIELD(struct agreement_extended, until, .flags = FIELD_BY_DOOR),
};
const struct record agreement_extended_record =
	RECORD(struct agreement_extended, "agreement_extended", extended_fields);

static bool extends_known(const void *item)
{
	return ((const struct agreement_extended *)item)->situation.is_known;
}

static bool has_option(const void *item)
{
	const struct agreement_extended *extended = item;

	return !extended->situation.is_known || extended->situation.has_option;
}

static bool option_is_unused(const void *item)
{
	const struct agreement_extended *extended = item;

	return !extended->situation.has_option || extended->situation.is_unused;
}

static bool decided_before_the_end(const void *item)
{
	const struct agreement_extended *extended = item;

	return !extended->situation.is_unused ||
	       date_before(extended->decided_on, extended->situation.ends_on);
}

static bool is_decided(const void *item)
{
	const struct agreement_extended *extended = item;

	return !date_before(extended->situation.today, extended->decided_on);
}

const struct journal_rule extension_rules[EXTENSION_RULES_COUNT] = {
	{ "extension-agreement", "agreement",
	  WORDS("Deze overeenkomst staat niet in een vastgestelde regeling."), "", extends_known },
	{ "extension-option", "agreement",
	  WORDS("Deze overeenkomst kan niet worden verlengd: de regeling heeft daar geen mogelijkheid voor."),
	  "Aanbestedingswet 2012, art. 2.163c", has_option },
	{ "extension-used", "agreement", WORDS("De verlenging is al gebruikt; dat kan maar één keer."),
	  "Aanbestedingswet 2012, art. 2.163c", option_is_unused },
	{ "extension-late", "decided_on",
	  WORDS("De overeenkomst is dan al afgelopen. Verlengen kan alleen voor de einddag."), "",
	  decided_before_the_end },
	{ "extension-future", "decided_on", WORDS("Deze dag moet nog komen; leg het besluit dan vast."), "",
	  is_decided },
};

/* --- a new party --- */

#define GROUND_NEW "new"
const struct choice admission_grounds[] = {
	{ GROUND_NEW, WORDS("nieuw: treedt zelf toe") },
	{ "succession", WORDS("rechtsopvolger van een partij") },
	{ "subcontract", WORDS("onderaannemer van een partij") },
	{ NULL, NULL },
};

static const struct field admitted_fields[] = {
	FIELD(struct party_admitted, agreement, .label = WORDS("Overeenkomst"), .required = true),
	FIELD(struct party_admitted, label, .label = WORDS("Naam van de partij"), .required = true,
	      .max_chars = MAX_LABEL_CHARS),
	FIELD(struct party_admitted, agb, .label = WORDS("AGB-code"), .required = true, .max_chars = 8),
	FIELD(struct party_admitted, ground, .label = WORDS("Grond"), .required = true,
	      .choices = admission_grounds),
	FIELD(struct party_admitted, follows, .label = WORDS("Wie volgt zij op, of voor wie werkt zij?")),
	FROM(struct party_admitted),
	REASON(struct party_admitted, true),
	FIELD(struct party_admitted, party, .flags = FIELD_BY_DOOR),
	SCHEME(struct party_admitted),
	FIELD(struct party_admitted, products, .flags = FIELD_BY_DOOR),
	FIELD(struct party_admitted, areas, .flags = FIELD_BY_DOOR),
};
const struct record party_admitted_record = RECORD(struct party_admitted, "party_admitted", admitted_fields);

static bool is_new(const struct party_admitted *admitted)
{
	return check_is(admitted->ground, GROUND_NEW);
}

static bool admits_to_known(const void *item)
{
	return ((const struct party_admitted *)item)->situation.is_known;
}

/* Who was not contracted cannot come in while the agreement runs, unless it is open to all. */
static bool is_open_to_new(const void *item)
{
	const struct party_admitted *admitted = item;

	return !is_new(admitted) || !admitted->situation.is_known || admitted->situation.is_open;
}

static bool follows_somebody(const void *item)
{
	const struct party_admitted *admitted = item;

	return is_new(admitted) || !admitted->situation.is_known || admitted->situation.follows_works;
}

/* Of a combination the members can be succeeded; it has no business of its own to take over. */
static bool succeeds_organisation(const void *item)
{
	const struct party_admitted *admitted = item;

	return !admitted->situation.follows_combination;
}

static bool has_free_name(const void *item)
{
	return ((const struct party_admitted *)item)->situation.is_free_name;
}

static bool has_free_agb(const void *item)
{
	const struct party_admitted *admitted = item;

	return is_agb(admitted->agb) && admitted->situation.is_free_agb;
}

static bool admits_while_running(const void *item)
{
	const struct party_admitted *admitted = item;

	return !admitted->situation.is_known || admitted->situation.is_running;
}

const struct journal_rule admission_rules[ADMISSION_RULES_COUNT] = {
	{ "admission-agreement", "agreement",
	  WORDS("Deze overeenkomst staat niet in een vastgestelde regeling."), "", admits_to_known },
	{ "admission-closed", "ground",
	  WORDS("Tussentijds toetreden kan niet: deze overeenkomst is niet open voor nieuwe partijen. Alleen "
	        "een "
	        "rechtsopvolger of onderaannemer kan erbij komen, met een reden."),
	  "Aanbestedingswet 2012, art. 2.163f", is_open_to_new },
	{ "admission-follows", "follows",
	  WORDS("Noem de partij die zij opvolgt of voor wie zij werkt; die moet op die dag onder contract "
	        "staan."),
	  "Aanbestedingswet 2012, art. 2.163f", follows_somebody },
	{ "admission-combination", "follows",
	  WORDS("Een combinatie zelf heeft geen opvolger; noem het lid dat wordt opgevolgd."), "",
	  succeeds_organisation },
	{ "admission-name", "label",
	  WORDS("Een partij met deze naam staat al in de regeling. Leg een fusie of overname vast, of kies "
	        "een "
	        "andere naam."),
	  "", has_free_name },
	{ "admission-agb", "agb", WORDS("Een AGB-code heeft acht cijfers en hoort bij één partij."), "",
	  has_free_agb },
	{ "admission-period", "from", WORDS("De overeenkomst loopt niet op deze dag."), "",
	  admits_while_running },
};

/* --- a merger or takeover --- */

static const struct field succeeded_fields[] = {
	FIELD(struct party_succeeded, party, .label = WORDS("Partij die ophoudt"), .required = true),
	FIELD(struct party_succeeded, by, .label = WORDS("Partij die alles overneemt"), .required = true),
	FROM(struct party_succeeded),
	REASON(struct party_succeeded, true),
	FIELD(struct party_succeeded, schemes, .flags = FIELD_BY_DOOR),
};
const struct record party_succeeded_record =
	RECORD(struct party_succeeded, "party_succeeded", succeeded_fields);

static bool old_works(const void *item)
{
	return ((const struct party_succeeded *)item)->situation.party_works;
}

static bool successor_works(const void *item)
{
	return ((const struct party_succeeded *)item)->situation.by_works;
}

static bool are_two(const void *item)
{
	const struct party_succeeded *succeeded = item;

	return !check_is(succeeded->party, succeeded->by);
}

static bool are_organisations(const void *item)
{
	return !((const struct party_succeeded *)item)->situation.has_combination;
}

const struct journal_rule succession_rules[SUCCESSION_RULES_COUNT] = {
	{ "succession-party", "party", WORDS("Deze partij staat op die dag niet onder contract."), "",
	  old_works },
	{ "succession-by", "by",
	  WORDS("De opvolger staat op die dag niet onder contract. Laat haar eerst toe, als rechtsopvolger."),
	  "", successor_works },
	{ "succession-same", "by", WORDS("Een partij kan zichzelf niet overnemen."), "", are_two },
	{ "succession-combination", "party",
	  WORDS("Een combinatie zelf gaat niet over; noem de leden, elk met hun opvolger."), "",
	  are_organisations },
};

/* --- a subcontractor --- */

static const struct field contracted_fields[] = {
	FIELD(struct subcontractor_contracted, under, .label = WORDS("Onder wie"), .required = true),
	FIELD(struct subcontractor_contracted, party,
	      .label = WORDS("Onderaannemer, als die al in de regeling staat")),
	FIELD(struct subcontractor_contracted, label, .label = WORDS("Naam van een nieuwe onderaannemer"),
	      .max_chars = MAX_LABEL_CHARS),
	FIELD(struct subcontractor_contracted, agb, .label = WORDS("AGB-code van een nieuwe onderaannemer"),
	      .max_chars = 8),
	FIELD(struct subcontractor_contracted, products, .label = WORDS("Producten"), .required = true),
	FIELD(struct subcontractor_contracted, areas, .label = WORDS("Gebieden"), .required = true),
	FROM(struct subcontractor_contracted),
	REASON(struct subcontractor_contracted, false),
	SCHEME(struct subcontractor_contracted),
};
const struct record subcontractor_contracted_record =
	RECORD(struct subcontractor_contracted, "subcontractor_contracted", contracted_fields);

static bool works_for_somebody(const void *item)
{
	return ((const struct subcontractor_contracted *)item)->situation.under_works;
}

static bool is_named(const void *item)
{
	return ((const struct subcontractor_contracted *)item)->situation.is_named;
}

static bool new_has_agb(const void *item)
{
	const struct subcontractor_contracted *contracted = item;

	return !has_words(contracted->label) ||
	       (is_agb(contracted->agb) && contracted->situation.is_free_agb);
}

static bool knows_products(const void *item)
{
	return ((const struct subcontractor_contracted *)item)->situation.knows_products;
}

/* Whoever delivers, the contract party at the top is liable; so it must have the area itself. */
static bool has_liable(const void *item)
{
	const struct subcontractor_contracted *contracted = item;

	return !contracted->situation.under_works || contracted->situation.is_covered;
}

static bool is_no_circle(const void *item)
{
	return !((const struct subcontractor_contracted *)item)->situation.is_circle;
}

static bool has_reason_when_closed(const void *item)
{
	const struct subcontractor_contracted *contracted = item;

	return !contracted->situation.needs_reason || has_words(contracted->reason);
}

/* The cap is on main contractors; who passes it as a subcontractor says why. */
static bool has_reason_over_cap(const void *item)
{
	const struct subcontractor_contracted *contracted = item;

	return !contracted->situation.is_over_cap || contracted->situation.needs_reason ||
	       has_words(contracted->reason);
}

static bool is_for_its_own(const void *item)
{
	return !((const struct subcontractor_contracted *)item)->situation.is_foreign;
}

const struct journal_rule subcontract_rules[SUBCONTRACT_RULES_COUNT] = {
	{ "subcontract-under", "under", WORDS("Deze partij staat op die dag niet onder contract."), "",
	  works_for_somebody },
	{ "subcontract-name", "label",
	  WORDS("Kies een partij uit de regeling, of vul de naam van een nieuwe in; niet allebei."), "",
	  is_named },
	{ "subcontract-agb", "agb", WORDS("Een AGB-code heeft acht cijfers en hoort bij één partij."), "",
	  new_has_agb },
	{ "subcontract-product", "products", WORDS("Niet elk product staat in de regeling."), "",
	  knows_products },
	{ "subcontract-area", "areas",
	  WORDS("De contractpartij bovenaan werkt niet in al deze gebieden en kan daar dus niet voor "
	        "instaan."),
	  "Aanbestedingswet 2012, art. 2.79", has_liable },
	{ "subcontract-circle", "under",
	  WORDS("Zo staan deze partijen in een kring onder elkaar; bovenaan hoort een contractpartij."), "",
	  is_no_circle },
	{ "subcontract-reason", "reason",
	  WORDS("Deze overeenkomst is niet open voor nieuwe partijen; leg vast waarom deze onderaannemer "
	        "erbij "
	        "komt."),
	  "", has_reason_when_closed },
	{ "subcontract-cap", "reason",
	  WORDS("Deze partij komt zo in meer gebieden dan een partij er mag hebben; leg vast waarom dat "
	        "kan."),
	  "", has_reason_over_cap },
	{ "subcontract-own", "under",
	  WORDS("U contracteert alleen onderaannemers voor uw eigen organisatie, of voor wie onder u werkt."),
	  "", is_for_its_own },
};

/* --- within a combination --- */

static const struct field left_fields[] = {
	FIELD(struct member_left, combination, .label = WORDS("Combinatie"), .required = true),
	FIELD(struct member_left, member, .label = WORDS("Lid"), .required = true),
	FROM(struct member_left),
	REASON(struct member_left, true),
	SCHEME(struct member_left),
};
const struct record member_left_record = RECORD(struct member_left, "member_left", left_fields);

static bool leaves_known(const void *item)
{
	return ((const struct member_left *)item)->situation.is_known;
}

static bool leaver_is_member(const void *item)
{
	const struct member_left *left = item;

	return !left->situation.is_known || left->situation.is_member;
}

/* The lead's duty remains; so there is one on every day. */
static bool lead_stays(const void *item)
{
	return !((const struct member_left *)item)->situation.is_lead;
}

const struct journal_rule member_rules[MEMBER_RULES_COUNT] = {
	{ "member-combination", "combination", WORDS("Deze combinatie is er niet op die dag."), "",
	  leaves_known },
	{ "member-unknown", "member", WORDS("Deze partij is op die dag geen lid van de combinatie."), "",
	  leaver_is_member },
	{ "member-lead", "member",
	  WORDS("Dit lid is penvoerder, aansprakelijk of aanspreekpunt. Leg eerst vast wie het opvolgt."), "",
	  lead_stays },
};

/* Who takes an area into its care, knows whether it has begun there. */
static const struct choice area_statuses[] = {
	{ "started", WORDS("gestart") },
	{ "not_started", WORDS("nog niet gestart") },
	{ NULL, NULL },
};

static const struct field allocated_fields[] = {
	FIELD(struct area_allocated, combination, .label = WORDS("Combinatie"), .required = true),
	FIELD(struct area_allocated, area, .label = WORDS("Gebied"), .required = true),
	FIELD(struct area_allocated, member, .label = WORDS("Lid"), .required = true),
	FROM(struct area_allocated),
	FIELD(struct area_allocated, status, .label = WORDS("Is het lid daar begonnen?"), .required = true,
	      .choices = area_statuses),
	REASON(struct area_allocated, true),
	SCHEME(struct area_allocated),
};
const struct record area_allocated_record = RECORD(struct area_allocated, "area_allocated", allocated_fields);

static bool allocates_in_known(const void *item)
{
	return ((const struct area_allocated *)item)->situation.is_known;
}

static bool taker_is_member(const void *item)
{
	const struct area_allocated *allocated = item;

	return !allocated->situation.is_known || allocated->situation.is_member;
}

static bool knows_area(const void *item)
{
	const struct area_allocated *allocated = item;

	return !allocated->situation.is_known || allocated->situation.knows_area;
}

static bool has_areas_to_divide(const void *item)
{
	const struct area_allocated *allocated = item;

	return !allocated->situation.is_known || allocated->situation.is_divided;
}

static bool allocates_while_running(const void *item)
{
	const struct area_allocated *allocated = item;

	return !allocated->situation.is_known || allocated->situation.is_running;
}

/* The division of neighbourhoods is internal to the combination; who leads it speaks for it. */
static bool divides_own_combination(const void *item)
{
	const struct area_allocated *allocated = item;

	return !allocated->situation.is_known || allocated->situation.may_divide;
}

const struct journal_rule allocation_rules[ALLOCATION_RULES_COUNT] = {
	{ "allocation-combination", "combination", WORDS("Deze combinatie is er niet op die dag."), "",
	  allocates_in_known },
	{ "allocation-member", "member", WORDS("Deze partij is op die dag geen lid van de combinatie."), "",
	  taker_is_member },
	{ "allocation-area", "area", WORDS("Dit gebied is er niet op die dag."), "", knows_area },
	{ "allocation-period", "from", WORDS("De combinatie werkt op die dag niet onder een overeenkomst."),
	  "", allocates_while_running },
	{ "allocation-divided", "combination",
	  WORDS("De leden van deze combinatie hebben geen eigen gebieden; zij verdelen het werk anders."), "",
	  has_areas_to_divide },
	{ "allocation-lead", "combination",
	  WORDS("Uw organisatie leidt deze combinatie niet. Alleen de hoofdaannemer verdeelt haar gebieden."),
	  "", divides_own_combination },
};

/* --- contact persons --- */

static const struct field contact_fields[] = {
	FIELD(struct contact_named, party, .label = WORDS("Partij"), .required = true),
	FIELD(struct contact_named, corner, .label = WORDS("Hoek"), .required = true,
	      .choices = scheme_corners),
	FIELD(struct contact_named, name, .label = WORDS("Naam van de contactpersoon"), .required = true,
	      .max_chars = MAX_LABEL_CHARS),
	FROM(struct contact_named),
	FIELD(struct contact_named, due),
	SCHEME(struct contact_named),
};
const struct record contact_named_record = RECORD(struct contact_named, "contact_named", contact_fields);

static bool scheme_has_corners(const void *item)
{
	const struct contact_named *named = item;

	return !named->situation.works || named->situation.has_corners;
}

static bool contact_works(const void *item)
{
	return ((const struct contact_named *)item)->situation.works;
}

const struct journal_rule contact_rules[CONTACT_RULES_COUNT] = {
	{ "contact-party", "party", WORDS("Deze partij staat op die dag niet onder contract."), "",
	  contact_works },
	{ "contact-corners", "corner", WORDS("Deze regeling kent geen contactpersonen per hoek."), "",
	  scheme_has_corners },
};

static const struct field contact_left_fields[] = {
	FIELD(struct contact_left, party, .label = WORDS("Partij"), .required = true),
	FIELD(struct contact_left, corner, .label = WORDS("Hoek"), .required = true,
	      .choices = scheme_corners),
	FIELD(struct contact_left, on, .label = WORDS("Weg vanaf"), .required = true),
	REASON(struct contact_left, false),
	SCHEME(struct contact_left),
};
const struct record contact_left_record = RECORD(struct contact_left, "contact_left", contact_left_fields);

static bool somebody_leaves(const void *item)
{
	return ((const struct contact_left *)item)->situation.is_somebody;
}

const struct journal_rule contact_left_rules[CONTACT_LEFT_RULES_COUNT] = {
	{ "contact-none", "corner", WORDS("Voor deze hoek is op die dag niemand aangewezen."), "",
	  somebody_leaves },
};
