/* SPDX-License-Identifier: EUPL-1.2 */
#include "common/document/file.h"

#include "platform/base/words.h"

#define FILE_MAX_BYTES ((int64_t)25 * 1024 * 1024)

const struct choice file_sorts[] = {
	{ "medical", WORDS("verslag van een arts of behandelaar") },
	{ "plan", WORDS("persoonlijk plan") },
	{ "authorisation", WORDS("machtiging van een vertegenwoordiger") },
	{ "court", WORDS("uitspraak van de rechter (curatele, bewind, mentorschap)") },
	{ "letter", WORDS("brief van een andere organisatie") },
	{ "photo", WORDS("foto, bijvoorbeeld van de woning") },
	{ "other", WORDS("iets anders") },
	{ NULL, NULL },
};

const struct choice file_bringers[] = {
	{ "resident", WORDS("de inwoner, op de eigen pagina") },
	{ "representative", WORDS("de vertegenwoordiger, op de eigen pagina") },
	{ "worker", WORDS("een medewerker") },
	{ NULL, NULL },
};

static const struct choice withdrawal_reasons[] = {
	{ "wrong_person", WORDS("het is van iemand anders") },
	{ "wrong_file", WORDS("het is het verkeerde bestand") },
	{ "not_needed", WORDS("het is niet nodig voor de hulp") },
	{ "consent", WORDS("de inwoner wil niet dat wij het bewaren") },
	{ NULL, NULL },
};

static const struct field attached_fields[] = {
	FIELD(struct file_attached, person, .label = WORDS("Persoon"), .required = true),
	FIELD(struct file_attached, sort, .label = WORDS("Wat is het?"), .required = true,
	      .choices = file_sorts),
	FIELD(struct file_attached, description, .label = WORDS("Omschrijving"), .required = true),
	FIELD(struct file_attached, dated, .label = WORDS("Datum op het stuk"), .required = true),
	FIELD(struct file_attached, name, .label = WORDS("Naam van het bestand"), .flags = FIELD_BY_DOOR),
	FIELD(struct file_attached, media_type, .flags = FIELD_BY_DOOR),
	FIELD(struct file_attached, digest, .flags = FIELD_BY_DOOR),
	FIELD(struct file_attached, bytes, .flags = FIELD_BY_DOOR),
	FIELD(struct file_attached, by, .flags = FIELD_BY_DOOR, .choices = file_bringers),
};
const struct record file_attached_record = RECORD(struct file_attached, "file_attached", attached_fields);

static const struct field withdrawn_fields[] = {
	FIELD(struct file_withdrawn, person, .label = WORDS("Persoon"), .required = true),
	FIELD(struct file_withdrawn, file, .label = WORDS("Bestand"), .required = true),
	FIELD(struct file_withdrawn, reason, .label = WORDS("Waarom gaat dit bestand weg?"),
	      .hint = WORDS("Het bestand is daarna voor niemand meer te openen. Dat kan niet ongedaan worden "
	                    "gemaakt."),
	      .required = true, .choices = withdrawal_reasons),
	FIELD(struct file_withdrawn, words, .label = WORDS("Toelichting"), .flags = FIELD_LONG,
	      .max_chars = 1000),
};
const struct record file_withdrawn_record = RECORD(struct file_withdrawn, "file_withdrawn", withdrawn_fields);

/* --- rules --- */

static const struct file_attached *attached_of(const void *item)
{
	return item;
}

static bool has_anything_in_it(const void *item)
{
	return attached_of(item)->bytes > 0;
}

static bool is_small_enough(const void *item)
{
	return attached_of(item)->bytes <= FILE_MAX_BYTES;
}

static bool is_taken_sort(const void *item)
{
	const struct file_attached *attached = item;

	return attached->bytes <= 0 || content_type_named(or_empty(attached->media_type)) != NULL;
}

static bool is_somebody(const void *item)
{
	return attached_of(item)->situation.is_known_person;
}

static bool has_content(const void *item)
{
	return attached_of(item)->bytes <= 0 || attached_of(item)->situation.has_content;
}

static bool is_new(const void *item)
{
	return !attached_of(item)->situation.is_double;
}

static bool is_of_the_past(const void *item)
{
	return !date_before(attached_of(item)->situation.today, attached_of(item)->dated);
}

const struct journal_rule file_attached_rules[FILE_ATTACHED_RULES_COUNT] = {
	{ "file-empty", "file", WORDS("Kies een bestand. Een leeg bestand kan niet."), "",
	  has_anything_in_it },
	{ "file-large", "file", WORDS("Dit bestand is te groot. Een bestand mag hoogstens 25 MB zijn."), "",
	  is_small_enough },
	{ "file-type", "file",
	  WORDS("Dit soort bestand kan niet. U kunt een PDF, een foto (JPEG of PNG), een Word- of "
	        "OpenDocument-tekst zonder macro's of een gewone tekst toevoegen."),
	  "", is_taken_sort },
	{ "file-person", "person", WORDS("Deze persoon staat niet in dit register."), "", is_somebody },
	{ "file-content", "file",
	  WORDS("De inhoud van het bestand is er niet. Voeg het toe op de pagina met bestanden."), "",
	  has_content },
	{ "file-double", "file", WORDS("Dit bestand zit al in het dossier."), "", is_new },
	{ "file-future", "dated", WORDS("Deze dag ligt in de toekomst."), "", is_of_the_past },
};

static bool is_there(const void *item)
{
	return ((const struct file_withdrawn *)item)->is_known;
}

const struct journal_rule file_withdrawn_rules[FILE_WITHDRAWN_RULES_COUNT] = {
	{ "withdraw-file", "file", WORDS("Dit bestand zit niet in dit dossier."), "", is_there },
};
