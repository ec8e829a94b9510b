/* SPDX-License-Identifier: EUPL-1.2 */
#include "common/document/code_letter.h"

#include "common/person/representative.h"
#include "common/person/vault.h"
#include "platform/base/words.h"

const struct choice code_reasons[] = {
	{ "lost", WORDS("de brief is kwijt of kwam niet aan") },
	{ "seen", WORDS("iemand anders heeft de code gezien") },
	{ "asked", WORDS("de inwoner wil een nieuwe code") },
	{ "ended", WORDS("iemand vertegenwoordigt de inwoner niet meer") },
	{ NULL, NULL },
};

static const struct field code_renewal_fields[] = {
	FIELD(struct code_renewal, person, .label = WORDS("Persoon"), .required = true),
	FIELD(struct code_renewal, because, .label = WORDS("Waarom een nieuwe code?"),
	      .hint = WORDS("Er komt een brief met een nieuwe code. De codes op de brieven van voor die tijd "
	                    "werken dan niet meer."),
	      .required = true, .choices = code_reasons),
	FIELD(struct code_renewal, representative, .label = WORDS("Vertegenwoordiger")),
};
static const struct record code_renewal_record =
	RECORD(struct code_renewal, "code_renewed", code_renewal_fields);

static bool is_in_register(const void *item)
{
	return ((const struct code_renewal *)item)->is_known_person;
}

static bool may_represent(const void *item)
{
	return ((const struct code_renewal *)item)->may_represent;
}

static const struct journal_rule code_rules[] = {
	{ "code-person", "person", WORDS("Deze persoon staat niet in dit register."), "", is_in_register },
	{ "code-representative", "representative",
	  WORDS("Deze vertegenwoordiger treedt vandaag niet op voor deze persoon."),
	  "Wmo 2015, art. 1.1.1 lid 2", may_represent },
};

static enum status prepare_code(struct journal *journal, struct journal_fact *fact, struct findings *findings,
                                struct fault *fault)
{
	struct code_renewal *renewal = fact->item;
	struct identity identity;
	enum status status = vault_identity(journal, renewal->person, &identity, fault);

	(void)findings;
	renewal->is_known_person = status == OK;
	renewal->may_represent = true;
	if (renewal->representative != 0 && (status == OK || status == NOT_FOUND))
		status = representative_acts(journal, renewal->person, renewal->representative,
		                             clock_today(journal->clock), &renewal->may_represent, fault);
	return status == NOT_FOUND ? OK : status;
}

const struct journal_kind code_renewed_kind = {
	.name = "code_renewed",
	.title = WORDS("Nieuwe code voor de inwoner"),
	.done = WORDS("Nieuwe code voor de inwoner gemaakt"),
	.sort = KIND_ACT,
	.corner = CORNER_COMMON,
	.permission = MAY_REPORT,
	.record = &code_renewal_record,
	.prepare = prepare_code,
	.rules = code_rules,
	.rules_count = COUNT(code_rules),
};

enum status code_follows_end(struct journal *journal, const struct journal_fact *cause, void *item,
                             bool *ret_follows, struct fault *fault)
{
	const struct representative_ended *ended = cause->item;
	const char *died = "";
	enum status status = vault_died(journal, ended->person, &died, fault);

	*ret_follows = status == OK && died[0] == '\0';
	*(struct code_renewal *)item = (struct code_renewal){ .person = ended->person, .because = "ended" };
	return status;
}

enum status code_write_letter(struct journal *journal, const struct journal_fact *cause, void *item,
                              bool *ret_follows, struct fault *fault)
{
	const struct code_renewal *renewal = cause->item;
	struct letter *letter = item;
	struct identity identity = { 0 };
	enum status status = vault_identity(journal, renewal->person, &identity, fault);

	if (status)
		return status;
	letter_begin(letter, "code", cause, clock_today(journal->clock), "Uw code voor Mijn hulp thuis",
	             journal->arena);
	letter->representative = renewal->representative;
	if (renewal->representative != 0)
		letter_add(
			letter, "paragraph",
			arena_print(
				journal->arena,
				"U vertegenwoordigt %s. Met deze code doet u dat ook op de eigen pagina. "
				"Vul bij de code de geboortedatum in van wie u vertegenwoordigt. Wat u doet, "
				"schrijven wij op als door u gedaan, namens %s.",
				identity_name(&identity, journal->arena),
				identity_name(&identity, journal->arena)),
			NULL);
	letter_add(
		letter, "paragraph",
		"Onderaan deze brief staat een nieuwe code. Daarmee ziet u op uw eigen pagina wie u helpt, "
		"wat er is besloten en wie in uw gegevens keek. U kunt er ook vragen stellen.",
		NULL);
	letter_add(letter, "heading", "Wat moet u weten?", NULL);
	letter_add(
		letter, "paragraph",
		"De codes op brieven die u eerder kreeg, werken niet meer. Geef deze code aan niemand, ook "
		"niet aan iemand die belt en zegt dat hij van de gemeente is. Wij vragen er nooit om.",
		NULL);
	letter_add(
		letter, "paragraph",
		"Heeft u geen telefoon of computer, of wilt u het liever niet zo? Dan hoeft u niets te doen. "
		"Bel uw aanspreekpunt als u iets wilt weten. U kunt uw gegevens ook op papier krijgen.",
		NULL);
	*ret_follows = true;
	return OK;
}
