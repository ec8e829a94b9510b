/* SPDX-License-Identifier: EUPL-1.2 */
#include "practice/assignment/assign_kept.h"

#include <string.h>

#include "platform/record/json.h"

/* Candidates side by side that have the same lane and the same reasons; lane NULL where they have none. */
struct kept_group {
	struct texts parties;
	const char *under, *instead_of, *lane, *how, *group;
	int64_t line, from_age, until_age;
	struct date from, until, served_before;
	struct texts reasons;
};
static const struct field kept_group_fields[] = {
	FIELD(struct kept_group, parties, .required = true),
	FIELD(struct kept_group, under),
	FIELD(struct kept_group, instead_of),
	FIELD(struct kept_group, lane),
	FIELD(struct kept_group, how, .choices = lane_hows),
	FIELD(struct kept_group, group),
	FIELD(struct kept_group, line),
	FIELD(struct kept_group, from_age),
	FIELD(struct kept_group, until_age),
	FIELD(struct kept_group, from),
	FIELD(struct kept_group, until),
	FIELD(struct kept_group, served_before),
	FIELD(struct kept_group, reasons, .required = true),
};
static const struct record kept_group_record = RECORD(struct kept_group, "kept_group", kept_group_fields);

/* The birthday is identity and stays in the vault; the age on the day is what the answer rests on. */
struct kept_answer {
	const char *scheme, *product, *area, *current;
	int64_t version, age;
	struct date on, since;
	struct texts expertise;
	bool has_choice;
	struct records candidates;
};
static const struct field kept_answer_fields[] = {
	FIELD(struct kept_answer, scheme, .required = true),
	FIELD(struct kept_answer, version),
	FIELD(struct kept_answer, product, .required = true),
	FIELD(struct kept_answer, area, .required = true),
	FIELD(struct kept_answer, age, .flags = FIELD_ZERO_IS_SET),
	FIELD(struct kept_answer, on, .required = true),
	FIELD(struct kept_answer, current),
	FIELD(struct kept_answer, since),
	FIELD(struct kept_answer, expertise),
	FIELD(struct kept_answer, has_choice),
	FIELD(struct kept_answer, candidates, .of = &kept_group_record),
};
static const struct record kept_answer_record = RECORD(struct kept_answer, "kept_answer", kept_answer_fields);

/* --- keeping --- */

static const char *name_of(const struct lane_names *names, uint16_t index)
{
	return index == LANE_NONE ? NULL : names->items[index].name;
}

static struct texts reason_codes(uint32_t reasons, struct arena *arena)
{
	struct texts codes = { .items = ARENA_MANY(arena, assign_reasons_count, const char *) };

	for (size_t i = 0; i < assign_reasons_count; i++)
		if ((reasons & assign_reasons[i].bit) != 0)
			codes.items[codes.count++] = assign_reasons[i].code;
	return codes;
}

static struct texts expertise_names(const struct assign_view *view)
{
	const struct lane_names *expertise = &view->set->expertise;
	struct texts names = { .items = ARENA_MANY(view->arena, expertise->count, const char *) };

	for (size_t i = 0; i < expertise->count; i++)
		if ((view->question->expertise >> i & 1) != 0)
			names.items[names.count++] = expertise->items[i].name;
	return names;
}

static struct kept_group group_of(const struct assign_view *view, const struct assign_candidate *candidate)
{
	const struct lane *lane = candidate->lane == LANE_NONE ? NULL : &view->set->lanes[candidate->lane];
	struct kept_group group = { .under = name_of(&view->set->parties, candidate->under),
		                    .instead_of = name_of(&view->set->parties, candidate->instead_of),
		                    .reasons = reason_codes(candidate->reasons, view->arena) };

	if (lane == NULL)
		return group;
	group.lane = lane->name;
	group.how = lane_hows[lane->how].code;
	group.group = lane->group;
	group.line = lane->line;
	group.from_age = lane->from_age;
	group.until_age = lane->until_age;
	group.from = lane->from;
	group.until = lane->until;
	group.served_before = lane->served_before;
	return group;
}

static bool belong_together(const struct assign_candidate *one, const struct assign_candidate *other)
{
	return one->lane == other->lane && one->under == other->under &&
	       one->instead_of == other->instead_of && one->reasons == other->reasons;
}

static struct records groups_of(const struct assign_view *view)
{
	const struct assign_answer *answer = view->answer;
	struct records groups = records_new(&kept_group_record, answer->count, view->arena);
	struct kept_group *group = groups.items;

	groups.count = 0;
	for (size_t i = 0; i < answer->count; i++) {
		const struct assign_candidate *candidate = &answer->candidates[i];

		if (i == 0 || !belong_together(candidate, candidate - 1)) {
			group = &((struct kept_group *)groups.items)[groups.count++];
			*group = group_of(view, candidate);
			group->parties.items = ARENA_MANY(view->arena, answer->count - i, const char *);
		}
		group->parties.items[group->parties.count++] = name_of(&view->set->parties, candidate->party);
	}
	return groups;
}

void assign_keep(const struct assign_view *view, int64_t version, struct text *out)
{
	const struct assign_question *question = view->question;
	const struct kept_answer kept = {
		.scheme = view->set->scheme,
		.version = version,
		.product = name_of(&view->set->products, question->product),
		.area = name_of(&view->set->areas, question->area),
		.current = name_of(&view->set->parties, question->current),
		.age = date_age_on(question->born, question->on),
		.on = question->on,
		.since = question->since,
		.expertise = expertise_names(view),
		.has_choice = view->answer->has_choice,
		.candidates = groups_of(view),
	};
	struct json json = { .out = out };

	json_record(&json, &kept_answer_record, &kept, 0);
}

/* --- reading back --- */

static enum status read_kept(const char *words, struct arena *arena, struct kept_answer *ret_kept)
{
	struct findings findings = findings_new(arena, "nl");

	return json_read(words, strlen(words), &kept_answer_record, ret_kept, 0, &findings);
}

static uint32_t reason_bits(const struct texts *codes)
{
	uint32_t reasons = 0;

	for (size_t i = 0; i < codes->count; i++)
		for (size_t j = 0; j < assign_reasons_count; j++)
			if (strcmp(codes->items[i], assign_reasons[j].code) == 0)
				reasons |= assign_reasons[j].bit;
	return reasons;
}

bool assign_kept_explains(const char *words, const char *deliverer, struct arena *arena)
{
	struct kept_answer kept;
	const struct kept_group *groups;

	if (read_kept(words, arena, &kept) != OK)
		return false;
	groups = kept.candidates.items;
	for (size_t i = 0; i < kept.candidates.count; i++) {
		uint32_t reasons = reason_bits(&groups[i].reasons);

		for (size_t j = 0; j < groups[i].parties.count; j++)
			if (strcmp(groups[i].parties.items[j], deliverer) == 0)
				return reasons != 0 && (reasons & REASONS_AGAINST) == 0;
	}
	return false;
}

/* Adds a name with its label of today. */
static void add_name(struct lane_names *names, const char *name, const struct lane_names *labels)
{
	uint16_t index = labels == NULL || name == NULL ? LANE_NONE : lane_names_find(labels, name);

	for (size_t i = 0; name != NULL && i < names->count; i++)
		if (strcmp(names->items[i].name, name) == 0)
			return;
	if (name != NULL)
		names->items[names->count++] =
			(struct lane_name){ .name = name,
			                    .label = index == LANE_NONE ? name : labels->items[index].label };
}

static struct lane_names party_names(const struct kept_answer *kept, const struct lane_set *labels,
                                     struct arena *arena)
{
	const struct lane_names *known = labels == NULL ? NULL : &labels->parties;
	const struct kept_group *groups = kept->candidates.items;
	struct lane_names names = { 0 };
	size_t most = 1;

	for (size_t i = 0; i < kept->candidates.count; i++)
		most += 2 + groups[i].parties.count;
	names.items = ARENA_MANY(arena, most, struct lane_name);
	add_name(&names, kept->current, known);
	for (size_t i = 0; i < kept->candidates.count; i++) {
		add_name(&names, groups[i].under, known);
		add_name(&names, groups[i].instead_of, known);
		for (size_t j = 0; j < groups[i].parties.count; j++)
			add_name(&names, groups[i].parties.items[j], known);
	}
	lane_names_sort(&names);
	return names;
}

static uint16_t party_index(const struct lane_set *set, const char *name)
{
	return name == NULL ? LANE_NONE : lane_names_find(&set->parties, name);
}

static struct lane lane_of(const struct kept_group *group)
{
	uint16_t how = 0;

	while (how + 1 < LANE_HOWS_COUNT && strcmp(lane_hows[how].code, group->how) != 0)
		how++;
	return (struct lane){ .name = group->lane,
		              .how = how,
		              .from = group->from,
		              .until = group->until,
		              .from_age = (int16_t)group->from_age,
		              .until_age = (int16_t)group->until_age,
		              .served_before = group->served_before,
		              .group = group->group,
		              .line = (int)group->line };
}

/* The candidates of the groups in their order, and a lane for each group that has one. */
static void read_candidates(const struct kept_answer *kept, struct assign_kept *read, struct arena *arena)
{
	const struct kept_group *groups = kept->candidates.items;
	struct lane_set *set = &read->set;
	struct assign_answer *answer = &read->answer;
	size_t most = 0;

	for (size_t i = 0; i < kept->candidates.count; i++)
		most += groups[i].parties.count;
	set->lanes = ARENA_MANY(arena, kept->candidates.count, struct lane);
	answer->candidates = ARENA_MANY(arena, most, struct assign_candidate);
	answer->has_choice = kept->has_choice;
	for (size_t i = 0; i < kept->candidates.count; i++) {
		const struct kept_group *group = &groups[i];
		uint32_t reasons = reason_bits(&group->reasons);
		uint16_t lane = group->lane == NULL ? LANE_NONE : (uint16_t)set->lanes_count;

		if (group->lane != NULL)
			set->lanes[set->lanes_count++] = lane_of(group);
		for (size_t j = 0; j < group->parties.count; j++)
			answer->candidates[answer->count++] = (struct assign_candidate){
				.party = party_index(set, group->parties.items[j]),
				.under = party_index(set, group->under),
				.instead_of = party_index(set, group->instead_of),
				.lane = lane,
				.reasons = reasons,
			};
		if ((reasons & REASONS_AGAINST) == 0)
			answer->able_count = answer->count;
	}
}

/* The one name of a kind that the answer speaks of. */
static struct lane_names one_name(const char *name, const struct lane_names *labels, struct arena *arena)
{
	struct lane_names names = { .items = ARENA_NEW(arena, struct lane_name) };

	add_name(&names, name, labels);
	return names;
}

static struct lane_names expertise_of(const struct kept_answer *kept, const struct lane_set *labels,
                                      struct arena *arena)
{
	struct lane_names names = { .items = ARENA_MANY(arena, kept->expertise.count, struct lane_name) };

	for (size_t i = 0; i < kept->expertise.count; i++)
		add_name(&names, kept->expertise.items[i], labels == NULL ? NULL : &labels->expertise);
	return names;
}

/* Somebody of that age on the day. */
static struct date born_for(struct date on, int64_t age)
{
	int year, month, day;

	date_parts(on, &year, &month, &day);
	return date_of(year - (int)age, 1, 1);
}

enum status assign_kept_read(const char *words, const struct lane_set *labels, struct arena *arena,
                             struct assign_kept *ret_kept)
{
	struct kept_answer kept;
	enum status status = read_kept(words, arena, &kept);

	*ret_kept = (struct assign_kept){ 0 };
	if (status || kept.expertise.count >= LANE_EXPERTISE_MAX)
		return FINDINGS;
	ret_kept->version = kept.version;
	ret_kept->set = (struct lane_set){
		.scheme = kept.scheme,
		.products = one_name(kept.product, labels == NULL ? NULL : &labels->products, arena),
		.areas = one_name(kept.area, labels == NULL ? NULL : &labels->areas, arena),
		.parties = party_names(&kept, labels, arena),
		.expertise = expertise_of(&kept, labels, arena),
	};
	ret_kept->question = (struct assign_question){
		.current = party_index(&ret_kept->set, kept.current),
		.born = born_for(kept.on, kept.age),
		.on = kept.on,
		.since = kept.since,
		.expertise = ((uint64_t)1 << kept.expertise.count) - 1,
	};
	read_candidates(&kept, ret_kept, arena);
	return OK;
}
