/* SPDX-License-Identifier: EUPL-1.2 */
/* The answer in words and as JSON, in Dutch and English. */
#include <assert.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "platform/base/words.h"
#include "platform/record/json.h"
#include "practice/assignment/assign.h"

const struct assign_reason assign_reasons[] = {
	{ REASON_SERVES_NOW, "serves-now", WORDS("{party} helpt deze inwoner nu al."), false },
	{ REASON_KEPT, "kept", WORDS("Tot {until} blijft leveren wie nu levert, en dat is {party}."), true },
	{ REASON_STANDS_IN, "stands-in",
	  WORDS("Tot {until} leveren de huidige aanbieders; wie dat hier is, is niet opgegeven."), true },
	{ REASON_IN_COHORT, "in-cohort",
	  WORDS("De inwoner is al cliënt sinds {since}, dus voor {before}; {party} blijft helpen als "
	        "onderaannemer van {main}."),
	  true },
	{ REASON_AREA_LEAD, "area-lead",
	  WORDS("{party} is vanaf {from} hoofdaanbieder in {area} voor: {product}, {group}."), true },
	{ REASON_IN_CHOICE, "in-choice",
	  WORDS("{party} heeft vanaf {from} een contract in {area} voor: {product}, {group}. De inwoner "
	        "kiest."),
	  true },
	{ REASON_AREA_MEMBER, "area-member",
	  WORDS("{party} heeft vanaf {from} binnen {main} de zorg voor {area}: {product}, {group}."), true },
	{ REASON_STEPS_IN, "steps-in",
	  WORDS("{instead} heeft binnen {main} de zorg voor {area}; als ander lid kan {party} dit leveren."),
	  true },
	{ REASON_MEMBER, "member",
	  WORDS("{party} levert vanaf {from} binnen {main} in {area}: {product}, {group}."), true },
	{ REASON_EXPERT, "expert", WORDS("{party} heeft de gevraagde deskundigheid: {expertise}."), false },
	{ REASON_NO_LANE, "no-lane", WORDS("{party} heeft in {area} geen afspraak voor: {product}."), false },
	{ REASON_NOT_YET, "not-yet", WORDS("Deze afspraak begint op {from}; gevraagd is {on}."), true },
	{ REASON_ENDED, "ended", WORDS("Deze afspraak liep tot {until}; gevraagd is {on}."), true },
	{ REASON_TOO_YOUNG, "too-young",
	  WORDS("De inwoner is op {on} {age} jaar; deze afspraak geldt vanaf {from_age} jaar."), true },
	{ REASON_TOO_OLD, "too-old",
	  WORDS("De inwoner is op {on} {age} jaar; deze afspraak geldt tot {until_age} jaar."), true },
	{ REASON_AREA_NOT_THEN, "area-not-then", WORDS("Het gebied {area} bestaat niet op {on}."), false },
	{ REASON_CURRENT_KNOWN, "current-known",
	  WORDS("{current} levert nu; {party} staat hier alleen voor als dat niet bekend is."), true },
	{ REASON_NOT_SERVED, "not-served",
	  WORDS("{party} houdt hier alleen wie al voor {before} cliënt was; deze inwoner is dat nu niet."),
	  true },
	{ REASON_SINCE_UNKNOWN, "since-unknown",
	  WORDS("{party} houdt hier alleen wie al voor {before} cliënt was; sinds wanneer deze inwoner dat "
	        "is, is niet "
	        "opgegeven."),
	  true },
	{ REASON_SERVED_TOO_LATE, "served-too-late",
	  WORDS("{party} houdt hier alleen wie al voor {before} cliënt was; deze inwoner is dat sinds "
	        "{since}."),
	  true },
	{ REASON_NO_EXPERT, "no-expert",
	  WORDS("{party} heeft niet alle gevraagde deskundigheid: {expertise}."), true },
	{ REASON_UNAVAILABLE, "unavailable", WORDS("{party} kan dit nu niet leveren."), false },
	{ REASON_FULL, "full", WORDS("{party} is vol: op {on} neemt {party} geen nieuwe cliënten aan."),
	  false },
};
const size_t assign_reasons_count = COUNT(assign_reasons);

/* --- filling in the parameters --- */

struct speaking {
	const struct assign_view *view;
	const struct assign_candidate *candidate; /* NULL for the answer as a whole */
	const struct lane *lane;                  /* NULL where no lane is spoken of */
};

static const char *label_of(const struct lane_names *names, uint16_t index)
{
	return index == LANE_NONE ? "" : names->items[index].label;
}

static const char *date_words(const struct assign_view *view, struct date date)
{
	char words[DATE_TEXT_SIZE];

	if (view->date_words != NULL)
		return view->date_words(date, view->language, false, view->arena);
	return arena_copy(view->arena, date_print(date, words));
}

static const char *number_words(const struct assign_view *view, int64_t number)
{
	return arena_print(view->arena, "%" PRId64, number);
}

/* How many contract parties can serve; the members of a combination are one. */
static int64_t contracts_count(const struct assign_answer *answer)
{
	int64_t count = 0;

	for (size_t i = 0; i < answer->able_count; i++) {
		size_t j = 0;

		while (assign_contract_party(&answer->candidates[j]) !=
		       assign_contract_party(&answer->candidates[i]))
			j++;
		count += j == i;
	}
	return count;
}

/* A parameter that comes from the candidate, or NULL. */
static const char *candidate_value(const struct speaking *said, const char *name)
{
	const struct lane_names *parties = &said->view->set->parties;

	if (said->candidate == NULL)
		return NULL;
	if (strcmp(name, "party") == 0)
		return label_of(parties, said->candidate->party);
	if (strcmp(name, "main") == 0)
		return label_of(parties, said->candidate->under);
	return strcmp(name, "instead") == 0 ? label_of(parties, said->candidate->instead_of) : NULL;
}

/* A parameter that comes from the question or the answer, or NULL. */
static const char *asked_value(const struct speaking *said, const char *name)
{
	const struct assign_view *view = said->view;
	const struct assign_question *question = view->question;

	if (strcmp(name, "product") == 0)
		return label_of(&view->set->products, question->product);
	if (strcmp(name, "area") == 0)
		return label_of(&view->set->areas, question->area);
	if (strcmp(name, "current") == 0)
		return label_of(&view->set->parties, question->current);
	if (strcmp(name, "on") == 0)
		return date_words(view, question->on);
	if (strcmp(name, "since") == 0)
		return date_words(view, question->since);
	if (strcmp(name, "age") == 0)
		return number_words(view, date_age_on(question->born, question->on));
	if (strcmp(name, "count") == 0)
		return number_words(view, contracts_count(view->answer));
	return strcmp(name, "expertise") == 0
	               ? lane_expertise_words(view->set, view->question->expertise, view->arena)
	               : NULL;
}

/* A parameter that comes from the lane, or NULL. */
static const char *lane_value(const struct speaking *said, const char *name)
{
	const struct lane *lane = said->lane;

	if (lane == NULL)
		return NULL;
	if (strcmp(name, "from") == 0)
		return date_words(said->view, lane->from);
	if (strcmp(name, "until") == 0)
		return date_words(said->view, lane->until);
	if (strcmp(name, "before") == 0)
		return date_words(said->view, lane->served_before);
	if (strcmp(name, "from_age") == 0)
		return number_words(said->view, lane->from_age);
	if (strcmp(name, "until_age") == 0)
		return number_words(said->view, lane->until_age);
	if (strcmp(name, "group") == 0)
		return lane->group;
	if (strcmp(name, "lane") == 0)
		return lane->name;
	if (strcmp(name, "rule") == 0)
		return assign_rules[lane->how].name;
	return strcmp(name, "line") == 0 ? number_words(said->view, lane->line) : NULL;
}

/* The template with its parameters filled in; an unknown parameter is a bug. */
static void fill(const struct speaking *said, const char *template, struct text *into)
{
	for (const char *open = strchr(template, '{'); open != NULL; open = strchr(template, '{')) {
		const char *close = strchr(open, '}');
		const char *name, *value;

		assert(close != NULL);
		name = arena_copy_part(said->view->arena, open + 1, (size_t)(close - open - 1));
		value = asked_value(said, name);
		if (value == NULL)
			value = candidate_value(said, name);
		if (value == NULL)
			value = lane_value(said, name);
		assert(value != NULL);
		text_add_part(into, template, (size_t)(open - template));
		text_add(into, value);
		template = close + 1;
	}
	text_add(into, template);
}

#define MAX_SENTENCE_BYTES 2000

/* One sentence; where it rests on a rule, that rule and the scheme's line follow, unless people read it. */
static const char *sentence(const struct speaking *said, const char *dutch, bool names_rule)
{
	CLEANUP(text_done) struct text text = text_new(MAX_SENTENCE_BYTES);
	const struct assign_view *view = said->view;

	fill(said, words_in(view->language, dutch), &text);
	if (names_rule && view->date_words == NULL) {
		text_print(&text, " (%s:", view->set->scheme);
		fill(said, words_in(view->language, WORDS("{line}, regel {rule})")), &text);
	}
	return arena_copy(view->arena, text_words(&text));
}

static void add(struct texts *texts, const char *words)
{
	texts->items[texts->count++] = words;
}

/* The sentences for the reasons that are in mask, added to texts. */
static void add_reasons(const struct speaking *said, uint32_t reasons, struct texts *texts)
{
	for (size_t i = 0; i < assign_reasons_count; i++)
		if ((reasons & assign_reasons[i].bit) != 0)
			add(texts, sentence(said, assign_reasons[i].words, assign_reasons[i].names_rule));
}

static struct texts candidate_words(const struct assign_view *view, const struct assign_candidate *candidate,
                                    uint32_t mask)
{
	const struct speaking said = {
		.view = view,
		.candidate = candidate,
		.lane = candidate->lane == LANE_NONE ? NULL : &view->set->lanes[candidate->lane],
	};
	struct texts texts = { .items = ARENA_MANY(view->arena, assign_reasons_count, const char *) };

	add_reasons(&said, candidate->reasons & mask, &texts);
	return texts;
}

struct texts assign_words_for(const struct assign_view *view, const struct assign_candidate *candidate)
{
	return candidate_words(view, candidate, ~REASONS_AGAINST);
}

struct texts assign_words_against(const struct assign_view *view, const struct assign_candidate *candidate)
{
	return candidate_words(view, candidate, REASONS_AGAINST);
}

/* Adds what is not there yet: candidates of one lane have the same reasons. */
static void add_new(struct texts *texts, const char *words)
{
	for (size_t i = 0; i < texts->count; i++)
		if (strcmp(texts->items[i], words) == 0)
			return;
	add(texts, words);
}

/* Why nobody can serve: what is against the candidates, each sentence once. */
static void add_why_nobody(const struct assign_view *view, struct texts *texts)
{
	const struct assign_answer *answer = view->answer;
	const struct speaking said = { .view = view };

	add(texts,
	    sentence(&said,
	             WORDS("Op {on} kan niemand dit in {area} leveren aan iemand van {age} jaar: {product}."),
	             false));
	if (answer->count == 0)
		add(texts,
		    sentence(&said, WORDS("De regeling heeft daarvoor in dit gebied geen enkele afspraak."),
		             false));
	for (size_t i = 0; i < answer->count; i++) {
		struct texts against = assign_words_against(view, &answer->candidates[i]);

		for (size_t j = 0; j < against.count; j++)
			add_new(texts, against.items[j]);
	}
}

struct texts assign_words(const struct assign_view *view)
{
	const struct assign_answer *answer = view->answer;
	size_t max_count = 2 + (answer->able_count > 0 ? 0 : answer->count * assign_reasons_count);
	struct texts texts = { .items = ARENA_MANY(view->arena, max_count, const char *) };
	struct speaking said = { .view = view };

	if (answer->able_count == 0) {
		add_why_nobody(view, &texts);
		return texts;
	}
	said.candidate = &answer->candidates[0];
	said.lane = &view->set->lanes[said.candidate->lane];
	add(&texts, sentence(&said, assign_rules[said.lane->how].words, true));
	if (answer->has_choice)
		add(&texts, sentence(&said, WORDS("De inwoner kiest uit {count} aanbieders."), false));
	return texts;
}

/* --- JSON --- */

static void write_texts(struct json *json, const char *key, struct texts texts)
{
	json_key(json, key);
	json_array_begin(json);
	for (size_t i = 0; i < texts.count; i++)
		json_text(json, texts.items[i]);
	json_array_end(json);
}

static void write_candidate(struct json *json, const struct assign_view *view,
                            const struct assign_candidate *candidate)
{
	const struct lane_name *parties = view->set->parties.items;

	json_object_begin(json);
	json_key(json, "party");
	json_text(json, parties[candidate->party].name);
	json_key(json, "under");
	json_text(json, candidate->under == LANE_NONE ? NULL : parties[candidate->under].name);
	json_key(json, "responsible");
	json_flag(json, candidate->under == LANE_NONE);
	write_texts(json, "for", assign_words_for(view, candidate));
	write_texts(json, "against", assign_words_against(view, candidate));
	json_object_end(json);
}

void assign_to_json(const struct assign_view *view, struct text *out)
{
	const struct assign_rule *rule = assign_rule_of(view->set, view->answer);
	struct json json = { .out = out };

	json_object_begin(&json);
	json_key(&json, "candidates");
	json_array_begin(&json);
	for (size_t i = 0; i < view->answer->count; i++)
		write_candidate(&json, view, &view->answer->candidates[i]);
	json_array_end(&json);
	json_key(&json, "choice");
	json_flag(&json, view->answer->has_choice);
	json_key(&json, "rule");
	json_text(&json, rule == NULL ? NULL : rule->name);
	write_texts(&json, "reasons", assign_words(view));
	json_object_end(&json);
}
