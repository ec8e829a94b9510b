/* SPDX-License-Identifier: EUPL-1.2 */
#include "common/scheme/adoption.h"

#include <string.h>

#include "common/calendar/calendar.h"
#include "common/lane/lane_store.h"
#include "platform/base/words.h"
#include "scheme_sql.h"

#define MAX_CHANGES 200      /* more than these nobody reads; how many more there are is said */
#define MAX_WORDS_BYTES 1000 /* of one change */
#define MAX_TEXT_BYTES 700000
#define SCHEME_BYTES ((size_t)64 * 1024 * 1024)

static const struct field change_fields[] = {
	FIELD(struct adopted_change, section),
	FIELD(struct adopted_change, words, .max_chars = MAX_WORDS_BYTES),
	FIELD(struct adopted_change, from),
	FIELD(struct adopted_change, until),
	FIELD(struct adopted_change, is_help),
	FIELD(struct adopted_change, on),
	FIELD(struct adopted_change, clients, .flags = FIELD_UNSIGNED),
	FIELD(struct adopted_change, clients_words, .max_chars = MAX_WORDS_BYTES),
};
static const struct record change_record = RECORD(struct adopted_change, "adopted_change", change_fields);

static const struct field scheme_adopted_fields[] = {
	FIELD(struct scheme_adopted, scheme, .label = WORDS("Regeling"), .flags = FIELD_BY_DOOR),
	FIELD(struct scheme_adopted, text, .label = WORDS("Regelingbestand (YAML)"), .required = true,
	      .flags = FIELD_LONG, .max_chars = 400000),
	FIELD(struct scheme_adopted, from, .label = WORDS("Geldt vanaf"),
	      .hint = WORDS("Vul niets in als de versie vandaag ingaat.")),
	FIELD(struct scheme_adopted, reason, .label = WORDS("Toelichting"), .flags = FIELD_LONG,
	      .hint = WORDS("Waarom deze versie er komt; nodig als voor lopende cliënten niemand meer kan "
	                    "leveren."),
	      .max_chars = 4000),
	FIELD(struct scheme_adopted, previous, .flags = FIELD_BY_DOOR),
	FIELD(struct scheme_adopted, changes, .of = &change_record, .flags = FIELD_BY_DOOR),
	FIELD(struct scheme_adopted, is_counted, .flags = FIELD_BY_DOOR),
	FIELD(struct scheme_adopted, clients, .flags = FIELD_BY_DOOR | FIELD_UNSIGNED),
	FIELD(struct scheme_adopted, of, .flags = FIELD_BY_DOOR | FIELD_UNSIGNED),
	FIELD(struct scheme_adopted, nobody, .flags = FIELD_BY_DOOR | FIELD_UNSIGNED),
	FIELD(struct scheme_adopted, summary, .flags = FIELD_BY_DOOR, .max_chars = MAX_WORDS_BYTES),
};
const struct record scheme_adopted_record =
	RECORD(struct scheme_adopted, "scheme_adopted", scheme_adopted_fields);

/* --- the two versions --- */

/* The version in force on the day; NOT_FOUND when there is none, or none that can be read. */
static enum status read_in_force(struct journal *journal, const struct scheme_adopted *adopted,
                                 struct arena *arena, struct scheme *ret_scheme, int64_t *ret_fact,
                                 struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_text(adopted->scheme),
		                        value_date(adopted->from) };
	struct findings findings = findings_new(arena, journal->language);
	enum status status = db_one(journal->db, &sql_scheme_version_on, values, COUNT(values), &rows, fault);
	const char *text;

	if (status)
		return status;
	*ret_fact = db_number(&rows, 0);
	text = db_text(&rows, 1, arena);
	/* who cannot read the old version any more must be able to adopt a new one */
	return scheme_read(text, strlen(text), ret_scheme, &findings) == OK ? OK : NOT_FOUND;
}

static enum status lay_changes(struct journal *journal, struct scheme *scheme, struct arena *arena,
                               struct fault *fault)
{
	struct records changes;
	enum status status =
		lane_changes_of(journal->db, journal->register_id, scheme->name, arena, &changes, fault);

	if (status == OK)
		*scheme = scheme_changed(scheme, &changes, (struct date){ 0 }, arena);
	return status;
}

enum status adoption_compare(struct journal *journal, const struct scheme_adopted *adopted,
                             struct arena *arena, struct adoption_comparison *ret_comparison,
                             struct fault *fault)
{
	struct findings findings = findings_new(arena, journal->language);
	struct scheme *before = &ret_comparison->before, *after = &ret_comparison->after;
	int64_t fact;
	enum status status;

	if (scheme_read(adopted->text, strlen(adopted->text), after, &findings) != OK)
		return fault_set(fault, FAILED, "a scheme with findings cannot be compared");
	status = read_in_force(journal, adopted, arena, before, &fact, fault);
	if (status == OK)
		status = lay_changes(journal, before, arena, fault);
	if (status == OK)
		status = lay_changes(journal, after, arena, fault);
	if (status == OK)
		ret_comparison->changes =
			scheme_diff(&(struct scheme_versions){ before, after, adopted->from }, "nl", arena);
	return status;
}

/* --- at the door --- */

/* The text with the line ends of this system, as a browser does not send it. */
static const char *with_plain_lines(const char *text, struct arena *arena)
{
	char *plain = arena_copy(arena, text), *to = plain;

	for (const char *from = plain; *from != '\0'; from++)
		if (from[0] != '\r' || from[1] != '\n')
			*to++ = *from;
	*to = '\0';
	return plain;
}

/* What a text takes in a fact's body. */
static size_t body_bytes(const char *text)
{
	size_t bytes = strlen(text);

	for (; *text != '\0'; text++)
		bytes += *text == '\n' || *text == '"' || *text == '\\' || *text == '\t';
	return bytes;
}

/* At most that many bytes, without cutting through a letter. */
static const char *cut(const char *words, struct arena *arena)
{
	size_t length = MAX_WORDS_BYTES - 4;

	if (strlen(words) <= MAX_WORDS_BYTES)
		return arena_copy(arena, words);
	while (((unsigned char)words[length] & 0xC0) == 0x80)
		length--;
	return arena_print(arena, "%.*s...", (int)length, words);
}

static struct adopted_change kept_change(const struct scheme_change *change, struct arena *arena)
{
	return (struct adopted_change){ .section = change->section,
		                        .words = cut(change->words, arena),
		                        .from = change->from,
		                        .until = change->until,
		                        .is_help = change->reach.is_help };
}

/* Sentences that are about the version as a whole follow the others, which keep their places. */
static void keep_changes(struct journal *journal, const struct scheme_changes *changes,
                         struct scheme_adopted *adopted, const struct texts *more)
{
	size_t count = changes->count < MAX_CHANGES ? changes->count : MAX_CHANGES;
	struct adopted_change *kept;

	adopted->changes = records_new(&change_record, count + more->count, journal->arena);
	kept = adopted->changes.items;
	for (size_t i = 0; i < count; i++)
		kept[i] = kept_change(&changes->items[i], journal->arena);
	for (size_t i = 0; i < more->count; i++)
		kept[count + i] = (struct adopted_change){ .section = "scheme", .words = more->items[i] };
}

/* The first day of a version that was adopted for a later day and now never holds; or no date. */
static enum status find_withdrawn(struct journal *journal, const struct scheme_adopted *adopted,
                                  struct date *ret_day, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_text(adopted->scheme),
		                        value_date(adopted->from), value_number(adopted->previous) };
	enum status status = db_one(journal->db, &sql_scheme_coming, values, COUNT(values), &rows, fault);

	if (status == OK)
		*ret_day = db_date(&rows, 0);
	return status;
}

static enum status describe(struct journal *journal, struct scheme_adopted *adopted, struct arena *arena,
                            struct date withdrawn, struct fault *fault)
{
	struct adoption_comparison comparison;
	const char *sentences[3];
	struct texts more = { .items = sentences };
	enum status status = adoption_compare(journal, adopted, arena, &comparison, fault);

	if (status)
		return status;
	if (comparison.changes.count > MAX_CHANGES)
		sentences[more.count++] = arena_print(journal->arena, "En nog %zu veranderingen.",
		                                      comparison.changes.count - MAX_CHANGES);
	if (comparison.changes.count == 0)
		sentences[more.count++] = "Voor wat er vanaf deze dag geldt, verandert er niets; het is "
					  "alleen anders opgeschreven.";
	if (date_is(withdrawn))
		sentences[more.count++] =
			arena_print(journal->arena, "De versie die vanaf %s zou gelden, vervalt hiermee.",
		                    calendar_date_words(withdrawn, "nl", false, journal->arena));
	keep_changes(journal, &comparison.changes, adopted, &more);
	return OK;
}

static enum status compare(struct journal *journal, struct scheme_adopted *adopted,
                           const struct scheme *scheme, struct fault *fault)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new(ADOPTION_BYTES);
	struct date withdrawn = { 0 };
	struct scheme before;
	enum status status = read_in_force(journal, adopted, arena, &before, &adopted->previous, fault);

	adopted->situation.is_first = status == NOT_FOUND && adopted->previous == 0;
	if (status == OK)
		status = find_withdrawn(journal, adopted, &withdrawn, fault);
	if (status != OK)
		return status == NOT_FOUND ? OK : status;
	adopted->situation.is_same =
		!date_is(withdrawn) &&
		scheme_diff(&(struct scheme_versions){ .before = &before, .after = scheme }, "nl", arena)
				.count == 0;
	return adopted->situation.is_same ? OK : describe(journal, adopted, arena, withdrawn, fault);
}

static enum status prepare_adoption(struct journal *journal, struct journal_fact *fact,
                                    struct findings *findings, struct fault *fault)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new(SCHEME_BYTES);
	struct findings mistakes = findings_new(arena, journal->language);
	struct scheme_adopted *adopted = fact->item;
	struct date today = clock_today(journal->clock);
	struct scheme scheme;

	adopted->text = with_plain_lines(adopted->text, journal->arena);
	if (scheme_read(adopted->text, strlen(adopted->text), &scheme, &mistakes) != OK) {
		for (size_t i = 0; i < mistakes.count; i++)
			(void)findings_add(findings, "scheme", "text", WORDS("Regel %d: %s"),
			                   mistakes.items[i].line, mistakes.items[i].words);
		return OK;
	}
	if (!date_is(adopted->from))
		adopted->from = today;
	fact->valid_on = adopted->from;
	adopted->scheme = arena_copy(journal->arena, scheme.name);
	adopted->situation =
		(struct adoption_situation){ .is_of_register =
		                                     scheme_register(&scheme) == journal->register_id,
		                             .is_past = date_before(adopted->from, today),
		                             .is_larger = body_bytes(adopted->text) > MAX_TEXT_BYTES };
	return adopted->situation.is_of_register ? compare(journal, adopted, &scheme, fault) : OK;
}

/* --- rules --- */

/* design.md 1: a register is the authorities that share one set of residents; its number is the code of the
 * first. */
static bool is_of_register(const void *item)
{
	return ((const struct scheme_adopted *)item)->situation.is_of_register;
}

/* A fact's body ends at 1 MiB. */
static bool fits_in_a_fact(const void *item)
{
	return !((const struct scheme_adopted *)item)->situation.is_larger;
}

/* A version that says the same is no decision; somebody sent the same file again. */
static bool changes_something(const void *item)
{
	return !((const struct scheme_adopted *)item)->situation.is_same;
}

/* What was decided about people on a day stays as it was decided; only the first version may begin earlier.
 */
static bool begins_today_or_later(const void *item)
{
	const struct scheme_adopted *adopted = item;

	return !adopted->situation.is_past || adopted->situation.is_first;
}

/* Wmo 2015, art. 2.3.5: who was granted help must get it; who leaves somebody without says why. */
static bool leaves_nobody_alone(const void *item)
{
	const struct scheme_adopted *adopted = item;

	return adopted->nobody == 0 || has_words(adopted->reason);
}

const struct journal_rule adoption_rules[ADOPTION_RULES_COUNT] = {
	{ "scheme-register", "text",
	  WORDS("Deze regeling is van een andere gemeente: de CBS-code van de eerste opdrachtgever hoort "
	        "niet bij dit register."),
	  "", is_of_register },
	{ "scheme-size", "text",
	  WORDS("Dit bestand is te groot om te bewaren; maak het kleiner dan 700.000 tekens."), "",
	  fits_in_a_fact },
	{ "scheme-same", "text", WORDS("Er verandert niets: dit is de versie die op die dag al geldt."), "",
	  changes_something },
	{ "scheme-past", "from",
	  WORDS("Een nieuwe versie geldt vanaf vandaag of later; wat al besloten is, blijft zoals het was."),
	  "", begins_today_or_later },
	{ "scheme-nobody", "reason",
	  WORDS("Voor cliënten met lopende hulp kan met deze versie niemand meer leveren. Pas de versie aan, "
	        "of schrijf "
	        "hier waarom dit toch moet."),
	  "Wmo 2015, art. 2.3.5", leaves_nobody_alone },
};

static enum status apply_adoption(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                  struct arena *arena, struct fault *fault)
{
	const struct scheme_adopted *adopted = fact->item;
	const struct value values[] = { value_number(register_id), value_text(adopted->scheme),
		                        value_number(fact->fact), value_date(fact->valid_on),
		                        value_text(adopted->text) };

	(void)arena;
	return db_run(db, &sql_scheme_add_version, values, COUNT(values), fault);
}

const struct journal_kind scheme_adopted_kind = {
	.name = "scheme_adopted",
	.title = WORDS("Regeling vaststellen"),
	.done = WORDS("Regeling vastgesteld"),
	.sort = KIND_ACT,
	.corner = CORNER_COMMON,
	.permission = MAY_ADOPT_SCHEME,
	.record = &scheme_adopted_record,
	.prepare = prepare_adoption,
	.rules = adoption_rules,
	.rules_count = ADOPTION_RULES_COUNT,
	.apply = apply_adoption,
};
