/* SPDX-License-Identifier: EUPL-1.2 */
/* The 323, with which a provider claims what it delivered in a month, and its answer, the 325. */
#include "contract/exchange/message_codes.h"
#include "contract/exchange/message_tables.h"

/* Letters and digits, without an accent. */
static bool fits_claim_number(const char *text)
{
	const char *at = text;

	while ((*at >= '0' && *at <= '9') || ((*at | 0x20) >= 'a' && (*at | 0x20) <= 'z'))
		at++;
	return at != text && *at == '\0';
}

/* Whatever it says, blanks too. */
static bool fits_anything(const char *text)
{
	return text[0] != '\0';
}

static const struct field period_fields[] = {
	FIELD(struct message_period, begins_on, .xml = "Begindatum", .required = true),
	FIELD(struct message_period, ends_on, .xml = "Einddatum", .required = true),
};
static const struct record claim_period_record =
	MESSAGE_TYPE(struct message_period, "claim_period", period_fields);
static const struct record line_period_record =
	MESSAGE_TYPE(struct message_period, "line_period", period_fields);

static const struct field total_fields[] = {
	FIELD(struct message_amount, amount, .xml = "TotaalBedrag", .required = true, .max = 999999999999),
	FIELD(struct message_amount, side, .xml = "DebetCredit", .required = true, .choices = message_sides),
};
static const struct record total_record = MESSAGE_TYPE(struct message_amount, "total", total_fields);

static const struct field amount_fields[] = {
	FIELD(struct message_amount, amount, .xml = "Bedrag", .required = true, .max = 99999999),
	FIELD(struct message_amount, side, .xml = "DebetCredit", .required = true, .choices = message_sides),
};
static const struct record amount_record = MESSAGE_TYPE(struct message_amount, "amount", amount_fields);

static const struct field reference_fields[] = {
	FIELD(struct message_reference, number, .xml = "ReferentieNummer", .required = true,
	      .fits = fits_anything, .max_chars = 20),
	FIELD(struct message_reference, earlier, .xml = "VorigReferentieNummer", .fits = fits_anything,
	      .max_chars = 20),
};
static const struct record reference_record =
	MESSAGE_TYPE(struct message_reference, "reference", reference_fields);

static const struct field line_fields[] = {
	FIELD_INSIDE(struct message_line, reference, &reference_record, .xml = "ProductReferentie",
	             .required = true),
	MESSAGE_NUMBER(struct message_line, order),
	FIELD(struct message_line, product.category, .xml = "ProductCategorie", .required = true,
	      .choices = message_categories),
	FIELD(struct message_line, product.code, .xml = "ProductCode", .required = true, .max_chars = 5),
	FIELD_INSIDE(struct message_line, period, &line_period_record, .xml = "ProductPeriode",
	             .required = true),
	FIELD(struct message_line, volume, .xml = "GeleverdVolume", .required = true, .max = 99999999,
	      .flags = FIELD_ZERO_IS_SET),
	FIELD(struct message_line, unit, .xml = "Eenheid", .required = true, .choices = message_units),
	FIELD(struct message_line, rate, .xml = "ProductTarief", .max = 99999999,
	      .has = offsetof(struct message_line, has_rate)),
	FIELD_INSIDE(struct message_line, amount, &amount_record, .xml = "IngediendBedrag", .required = true),
	MESSAGE_RETURN_CODES(struct message_line),
};
static const struct record line_record = MESSAGE_CLASS(struct message_line, "line", line_fields);

static const struct field claimant_fields[] = {
	MESSAGE_BSN(struct message_claimant),
	FIELD(struct message_claimant, lines, .xml = "Prestaties/Prestatie", .required = true,
	      .of = &line_record, .flags = XML_PASSING),
	MESSAGE_RETURN_CODES(struct message_claimant),
};
static const struct record claimant_record =
	MESSAGE_CLASS(struct message_claimant, "claimant", claimant_fields);

/* --- 323 --- */

static const struct field claim_fields[] = {
	FIELD(struct message_claim, number, .xml = "DeclaratieNummer", .required = true,
	      .fits = fits_claim_number, .max_chars = 12),
	FIELD_INSIDE(struct message_claim, period, &claim_period_record, .xml = "DeclaratiePeriode",
	             .required = true),
	FIELD(struct message_claim, dated, .xml = "DeclaratieDagtekening", .required = true),
	FIELD_INSIDE(struct message_claim, total, &total_record, .xml = "TotaalIngediendBedrag",
	             .required = true),
	FIELD(struct message_claim, claimants, .xml = "Clienten/Client", .required = true,
	      .of = &claimant_record),
};
static const struct record claim_record = MESSAGE_CLASS(struct message_claim, "claim", claim_fields);

static const struct field claims_fields[] = {
	MESSAGE_HEADER(&message_header_record),
	FIELD_INSIDE(struct message_item, claim, &claim_record, .xml = "Declaratie", .required = true,
	             .has = offsetof(struct message_item, has_claim)),
};
const struct record message_claims_record = MESSAGE_CLASS(struct message_item, "claims", claims_fields);

/* --- 325 --- */

static const struct field claim_answer_fields[] = {
	FIELD(struct message_claim, number, .xml = "DeclaratieNummer", .required = true,
	      .fits = fits_anything, .max_chars = 12),
	FIELD_INSIDE(struct message_claim, total, &total_record, .xml = "TotaalIngediendBedrag",
	             .required = true),
	FIELD_INSIDE(struct message_claim, granted, &total_record, .xml = "TotaalToegekendBedrag",
	             .required = true),
	FIELD(struct message_claim, claimants, .xml = "Clienten/Client", .of = &claimant_record),
	MESSAGE_RETURN_CODES(struct message_claim),
};
static const struct record claim_answer_record =
	MESSAGE_CLASS(struct message_claim, "claim_answer", claim_answer_fields);

static const struct field claim_answers_fields[] = {
	MESSAGE_HEADER(&message_claim_answer_header_record),
	FIELD_INSIDE(struct message_item, claim, &claim_answer_record, .xml = "DeclaratieAntwoord",
	             .required = true, .has = offsetof(struct message_item, has_claim),
	             .flags = MESSAGE_BODY),
};
const struct record message_claim_answer_record =
	MESSAGE_CLASS(struct message_item, "claim_answers", claim_answers_fields);
