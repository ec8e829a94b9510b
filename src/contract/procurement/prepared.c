/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/procurement/prepared.h"

#include <string.h>

#include "common/scheme/scheme_check.h"
#include "platform/base/words.h"

#define WHOLE 100 /* per cent */

const struct choice prepared_sorts[] = {
	{ PREPARED_LOT, WORDS("perceel") },
	{ PREPARED_CRITERION, WORDS("criterium") },
	{ PREPARED_REQUIREMENT, WORDS("eis") },
	{ PREPARED_CANDIDATE, WORDS("kandidaat") },
	{ NULL, NULL },
};

static const struct field line_fields[] = {
	FIELD(struct prepared_line, sort, .label = WORDS("Soort"), .required = true,
	      .choices = prepared_sorts),
	FIELD(struct prepared_line, name, .label = WORDS("Korte naam, of naam van de kandidaat"),
	      .max_chars = 120),
	FIELD(struct prepared_line, label, .label = WORDS("Titel van het criterium")),
	FIELD(struct prepared_line, words, .label = WORDS("Tekst"), .flags = FIELD_LONG, .max_chars = 1000),
	FIELD(struct prepared_line, weight, .label = WORDS("Gewicht in procenten"), .flags = FIELD_UNSIGNED,
	      .max = WHOLE),
	FIELD(struct prepared_line, knock_out, .label = WORDS("Ondergrens: lager dan dit valt af"),
	      .flags = FIELD_UNSIGNED, .max = 10),
	FIELD(struct prepared_line, is_concrete, .label = WORDS("Het antwoord zegt hoe precies en met wie")),
};
const struct record prepared_line_record = RECORD(struct prepared_line, "prepared_line", line_fields);

static const struct field prepared_fields[] = {
	FIELD(struct tender_prepared, scheme, .label = WORDS("Regeling"), .required = true),
	FIELD(struct tender_prepared, title, .label = WORDS("Wat koopt u in?"), .required = true),
	FIELD(struct tender_prepared, lines, .label = WORDS("Percelen, criteria, eisen en kandidaten"),
	      .required = true, .of = &prepared_line_record),
};
const struct record tender_prepared_record =
	RECORD(struct tender_prepared, "tender_prepared", prepared_fields);

static bool has_scheme(const void *item)
{
	return ((const struct tender_prepared *)item)->situation.has_scheme;
}

const struct journal_rule tender_prepared_rules[TENDER_PREPARED_RULES_COUNT] = {
	{ "prepared-scheme", "scheme", WORDS("Deze regeling is in dit register niet vastgesteld."), "",
	  has_scheme },
};

/* --- what is wrong --- */

struct looking {
	const struct prepared_line *lines;
	size_t count;
	const int64_t *lines_of;
	struct findings *findings;
};

static void refuse(const struct looking *looking, size_t place, const char *code, const char *field,
                   const char *words)
{
	struct finding *finding = findings_add(
		looking->findings, code, arena_print(looking->findings->arena, "lines.%zu.%s", place, field),
		"%s", words_in(looking->findings->language, words));

	if (looking->lines_of != NULL && finding != NULL)
		finding->line = (int)looking->lines_of[place];
}

static bool is_of(const struct prepared_line *line, const char *sort)
{
	return check_is(line->sort, sort);
}

/* Where the same stands above it; the place itself where it does not. */
static size_t first_of(const struct looking *looking, size_t place)
{
	const struct prepared_line *line = &looking->lines[place];

	for (size_t i = 0; i < place; i++)
		if (is_of(&looking->lines[i], line->sort) &&
		    strcmp(or_empty(looking->lines[i].name), or_empty(line->name)) == 0)
			return i;
	return place;
}

static void check_one(const struct looking *looking, const struct scheme *scheme, size_t place)
{
	const struct prepared_line *line = &looking->lines[place];
	bool is_requirement = is_of(line, PREPARED_REQUIREMENT);

	if (is_requirement && !has_words(line->words))
		refuse(looking, place, "prepared-words", "words", WORDS("Schrijf wat de eis is."));
	if (!is_requirement && !has_words(line->name))
		refuse(looking, place, "prepared-name", "name", WORDS("Hier ontbreekt de naam."));
	else if (!is_requirement && first_of(looking, place) != place)
		refuse(looking, place, "prepared-twice", "name", WORDS("Deze naam staat hierboven al."));
	if (is_of(line, PREPARED_LOT) && has_words(line->name) &&
	    check_find(&scheme->lots, &scheme_lot_record, line->name) == NULL)
		refuse(looking, place, "prepared-lot", "name",
		       WORDS("Dit perceel staat niet in de regeling. Waar het geldt en welke hulp erin zit, "
		             "zet "
		             "beleid "
		             "eerst in de regeling."));
	if (!is_of(line, PREPARED_CRITERION))
		return;
	if (has_words(line->name) && !notice_is_name(line->name))
		refuse(looking, place, "prepared-criterion", "name",
		       WORDS("Gebruik voor de korte naam kleine letters, cijfers en streepjes."));
	if (line->weight <= 0)
		refuse(looking, place, "prepared-weight", "weight",
		       WORDS("Zeg voor hoeveel procent dit criterium telt."));
}

/* Without criteria of its own a tender has those of the scheme. */
static void check_sum(const struct looking *looking)
{
	int64_t sum = 0;
	size_t last = 0, count = 0;

	for (size_t i = 0; i < looking->count; i++) {
		if (!is_of(&looking->lines[i], PREPARED_CRITERION))
			continue;
		sum += looking->lines[i].weight;
		last = i;
		count++;
	}
	if (count > 0 && sum != WHOLE)
		refuse(looking, last, "prepared-weights", "weight",
		       WORDS("De gewichten van de criteria zijn samen niet 100 procent."));
}

void prepared_check(const struct records *lines, const struct scheme *scheme, const int64_t *lines_of,
                    struct findings *findings)
{
	const struct looking looking = { lines->items, lines->count, lines_of, findings };

	if (lines->count > PREPARED_LINES_MAX) {
		refuse(&looking, PREPARED_LINES_MAX, "prepared-many", "sort",
		       WORDS("Dit zijn meer dan 500 regels. Deel ze over meer bestanden."));
		return;
	}
	for (size_t i = 0; i < lines->count; i++)
		check_one(&looking, scheme, i);
	check_sum(&looking);
}

/* --- in the place of the scheme's --- */

void prepared_lots(const struct records *lines, struct records *lots, struct arena *arena)
{
	const struct prepared_line *line = lines->items;
	const struct notice_lot *from = lots->items;
	struct records chosen = records_new(&notice_lot_record, lots->count, arena);
	struct notice_lot *put = chosen.items;

	chosen.count = 0;
	for (size_t i = 0; i < lines->count; i++)
		for (size_t n = 0; is_of(&line[i], PREPARED_LOT) && n < lots->count; n++)
			if (check_is(from[n].lot, line[i].name)) {
				put[chosen.count] = from[n];
				if (has_words(line[i].words))
					put[chosen.count].about = line[i].words;
				chosen.count++;
			}
	if (chosen.count > 0)
		*lots = chosen;
}

struct records prepared_criteria(const struct records *lines, struct arena *arena)
{
	const struct prepared_line *line = lines->items;
	struct records criteria = records_new(&notice_criterion_record, lines->count, arena);
	struct notice_criterion *put = criteria.items;

	criteria.count = 0;
	for (size_t i = 0; i < lines->count; i++)
		if (is_of(&line[i], PREPARED_CRITERION))
			put[criteria.count++] = (struct notice_criterion){
				.criterion = line[i].name,
				.label = has_words(line[i].label) ? line[i].label : line[i].name,
				.question = line[i].words,
				.weight_percent = line[i].weight,
				.knock_out = line[i].knock_out,
				.is_concrete = line[i].is_concrete,
			};
	return criteria;
}

struct records prepared_requirements(const struct records *lines, struct arena *arena)
{
	const struct prepared_line *line = lines->items;
	struct records requirements = records_new(&notice_requirement_record, lines->count, arena);

	requirements.count = 0;
	for (size_t i = 0; i < lines->count; i++)
		if (is_of(&line[i], PREPARED_REQUIREMENT))
			((struct notice_requirement *)requirements.items)[requirements.count++].requirement =
				line[i].words;
	return requirements;
}

struct records prepared_of_notice(const struct tender_notice *notice, struct arena *arena)
{
	const struct notice_lot *lot = notice->lots.items;
	const struct notice_criterion *criterion = notice->criteria.items;
	const struct notice_requirement *requirement = notice->requirements.items;
	struct records lines =
		records_new(&prepared_line_record,
	                    notice->lots.count + notice->criteria.count + notice->requirements.count, arena);
	struct prepared_line *put = lines.items;

	for (size_t i = 0; i < notice->lots.count; i++)
		*put++ = (struct prepared_line){
			.sort = PREPARED_LOT, .name = lot[i].lot, .label = lot[i].label, .words = lot[i].about
		};
	for (size_t i = 0; i < notice->criteria.count; i++)
		*put++ = (struct prepared_line){ .sort = PREPARED_CRITERION,
			                         .name = criterion[i].criterion,
			                         .label = criterion[i].label,
			                         .words = criterion[i].question,
			                         .weight = criterion[i].weight_percent,
			                         .knock_out = criterion[i].knock_out,
			                         .is_concrete = criterion[i].is_concrete };
	for (size_t i = 0; i < notice->requirements.count; i++)
		*put++ = (struct prepared_line){ .sort = PREPARED_REQUIREMENT,
			                         .words = requirement[i].requirement };
	return lines;
}
