/* SPDX-License-Identifier: EUPL-1.2 */
/* The rules, and the judging of candidates; assign_words.c says in words what came of it. */
#include "practice/assignment/assign.h"

#include <assert.h>
#include <string.h>

#include "platform/base/words.h"
#include "platform/yaml/nearest.h"

/* A scheme's keep_current: until a cut-over whoever delivers goes on; the named party stands in where
 * unknown. */
static uint32_t judge_keep_current(const struct assign_case *seen)
{
	if (seen->question->current == LANE_NONE)
		return REASON_STANDS_IN;
	return seen->party == seen->question->current ? REASON_KEPT : REASON_CURRENT_KNOWN;
}

/*
 * A scheme's closed_cohort: a subcontractor keeps the clients it served before a day, and gets no others. Our
 * reading: "served" is the unbroken period up to now, so who left and came back is new.
 */
static uint32_t judge_closed_cohort(const struct assign_case *seen)
{
	const struct assign_question *question = seen->question;

	if (seen->party != question->current)
		return REASON_NOT_SERVED;
	if (!date_is(question->since))
		return REASON_SINCE_UNKNOWN;
	return date_before(question->since, seen->lane->served_before) ? REASON_IN_COHORT
	                                                               : REASON_SERVED_TOO_LATE;
}

/* A scheme's area_lead: one main provider per area. */
static uint32_t judge_area_lead(const struct assign_case *seen)
{
	(void)seen;
	return REASON_AREA_LEAD;
}

/* A scheme's combination_member: each area is in the care of one member; the others step in where it cannot.
 */
static uint32_t judge_combination_member(const struct assign_case *seen)
{
	return seen->instead_of == LANE_NONE ? REASON_AREA_MEMBER : REASON_STEPS_IN;
}

/* A scheme's expertise: within a combination who has the expertise that is asked. */
static uint32_t judge_expertise(const struct assign_case *seen)
{
	return seen->is_expert ? REASON_MEMBER : REASON_NO_EXPERT;
}

/* A scheme's choice_among: every contracted party can serve, the resident chooses. */
static uint32_t judge_choice_among(const struct assign_case *seen)
{
	(void)seen;
	return REASON_IN_CHOICE;
}

const struct assign_rule assign_rules[LANE_HOWS_COUNT] = {
	[LANE_KEEP_CURRENT] = { "keep_current", WORDS("Wie al levert, blijft leveren tot de overgang."),
	                        judge_keep_current, .takes_current = true },
	[LANE_CLOSED_COHORT] = { "closed_cohort",
	                         WORDS("Een onderaannemer houdt de cliënten die hij al had."),
	                         judge_closed_cohort },
	[LANE_AREA_LEAD] = { "area_lead", WORDS("Elk gebied heeft een hoofdaanbieder."), judge_area_lead },
	[LANE_COMBINATION_MEMBER] = { "combination_member",
	                              WORDS("Binnen een combinatie heeft elk gebied een eigen lid."),
	                              judge_combination_member, .is_inside = true },
	[LANE_EXPERTISE] = { "expertise",
	                     WORDS("Binnen een samenwerkingsverband levert wie de deskundigheid heeft."),
	                     judge_expertise, .is_inside = true },
	[LANE_CHOICE_AMONG] = { "choice_among", WORDS("De inwoner kiest uit de aanbieders met een contract."),
	                        judge_choice_among },
};

struct assign_answer *assign_answer_new(const struct lane_set *set, struct arena *arena)
{
	struct assign_answer *answer = ARENA_NEW(arena, struct assign_answer);

	/* Every party once, and a present provider that has no lane. */
	answer->candidates = ARENA_MANY(arena, set->parties.count + 1, struct assign_candidate);
	answer->unsorted = ARENA_MANY(arena, set->parties.count + 1, struct assign_candidate);
	return answer;
}

/* How far a candidate is from serving: 0 when it can. */
static int distance(uint32_t reasons)
{
	return __builtin_popcount(reasons & REASONS_AGAINST);
}

static bool is_able(const struct assign_candidate *candidate)
{
	return distance(candidate->reasons) == 0;
}

/* The limits of a lane hold whatever its rule: its period and the ages of its target group, half-open. */
static uint32_t judge_limits(const struct lane *lane, struct date on, int age)
{
	uint32_t reasons = 0;

	if (date_before(on, lane->from))
		reasons |= REASON_NOT_YET;
	if (date_is(lane->until) && !date_before(on, lane->until))
		reasons |= REASON_ENDED;
	if (age < lane->from_age)
		reasons |= REASON_TOO_YOUNG;
	if (lane->until_age != 0 && age >= lane->until_age)
		reasons |= REASON_TOO_OLD;
	return reasons;
}

/* What one question comes down to, worked out once for all its candidates. */
struct judging {
	const struct lane_set *set;
	const struct assign_question *question;
	struct lane_place place;
	int age;
	uint32_t for_all; /* reasons that every candidate has */
};

static bool is_unavailable(const struct assign_question *question, uint16_t party)
{
	for (size_t i = 0; i < question->unavailable_count; i++)
		if (question->unavailable[i] == party)
			return true;
	return false;
}

/* A client stop is for new clients: whoever delivers now goes on. */
static bool is_full(const struct assign_question *question, uint16_t party)
{
	for (size_t i = 0; party != question->current && i < question->full_count; i++)
		if (question->full[i] == party)
			return true;
	return false;
}

static bool is_expert(const struct judging *judging, uint16_t party)
{
	uint64_t experts = lane_set_experts(judging->set, party, judging->question->on);

	return (judging->question->expertise & ~experts) == 0;
}

/* A member may step in where its fellow cannot, where it alone has the expertise, or where it delivers
 * already. */
static bool is_open(const struct judging *judging, const struct lane_offer *offer)
{
	return offer->instead_of == LANE_NONE || offer->party == judging->question->current ||
	       is_unavailable(judging->question, offer->instead_of) ||
	       is_full(judging->question, offer->instead_of) ||
	       (is_expert(judging, offer->party) && !is_expert(judging, offer->instead_of));
}

/* What counts for a party whatever its lane. A combination counts as one: when it cannot, no member can. */
static uint32_t judge_party(const struct judging *judging, const struct assign_candidate *candidate)
{
	const struct assign_question *question = judging->question;
	uint32_t reasons = 0;

	if (question->expertise != 0 && is_expert(judging, candidate->party))
		reasons |= REASON_EXPERT;
	if (is_unavailable(question, candidate->party) ||
	    (candidate->lane != LANE_NONE &&
	     assign_rules[judging->set->lanes[candidate->lane].how].is_inside &&
	     is_unavailable(question, candidate->under)))
		reasons |= REASON_UNAVAILABLE;
	if (is_full(question, candidate->party) ||
	    (candidate->party != question->current && candidate->lane != LANE_NONE &&
	     assign_rules[judging->set->lanes[candidate->lane].how].is_inside &&
	     is_full(question, candidate->under)))
		reasons |= REASON_FULL;
	return reasons;
}

/* How many days the day asked lies outside a lane's period: 0 within. */
static int64_t days_outside(const struct lane *lane, struct date on)
{
	if (date_before(on, lane->from))
		return (int64_t)lane->from.day - on.day;
	return date_is(lane->until) && !date_before(on, lane->until) ? (int64_t)on.day - lane->until.day + 1
	                                                             : 0;
}

/*
 * Whether a lane with these reasons says better than the best one so far why the party can or cannot. Of two
 * that differ in their period alone the nearest, since a change cuts a lane in pieces.
 */
static bool is_better(const struct judging *judging, const struct lane *lane, uint32_t reasons,
                      const struct assign_candidate *best)
{
	const uint32_t period = REASON_NOT_YET | REASON_ENDED;

	if (best->lane == LANE_NONE || distance(reasons) != distance(best->reasons))
		return best->lane == LANE_NONE || distance(reasons) < distance(best->reasons);
	return ((reasons ^ best->reasons) & REASONS_AGAINST & ~period) == 0 &&
	       days_outside(lane, judging->question->on) <
	               days_outside(&judging->set->lanes[best->lane], judging->question->on);
}

/* Puts the offer's lane in the candidate's place when it stands better there; of equals the first stays. */
static void try_lane(const struct judging *judging, uint16_t party, const struct lane_offer *offer,
                     struct assign_candidate *best)
{
	const struct lane *lane = &judging->set->lanes[offer->lane];
	const struct assign_case seen = { .question = judging->question,
		                          .lane = lane,
		                          .party = party,
		                          .instead_of = offer->instead_of,
		                          .is_expert = is_expert(judging, party) };
	uint32_t reasons = judging->for_all | judge_limits(lane, judging->question->on, judging->age);

	reasons |= assign_rules[lane->how].judge(&seen);
	if (is_better(judging, lane, reasons, best))
		*best = (struct assign_candidate){ .party = party,
			                           .under = party == offer->party ? offer->under : LANE_NONE,
			                           .lane = offer->lane,
			                           .instead_of = offer->instead_of,
			                           .reasons = reasons };
}

/* The present provider may also stand in the lanes that take whoever delivers now. */
static void try_current(const struct judging *judging, struct assign_candidate *best)
{
	for (size_t i = 0; i < judging->place.count; i++) {
		const struct lane_offer *offer = &judging->place.offers[i];

		if (assign_rules[judging->set->lanes[offer->lane].how].takes_current)
			try_lane(judging, judging->question->current, offer, best);
	}
	if (best->lane == LANE_NONE)
		best->reasons = judging->for_all | REASON_NO_LANE;
	best->reasons |= REASON_SERVES_NOW;
}

static struct assign_candidate new_candidate(uint16_t party)
{
	return (struct assign_candidate){
		.party = party, .under = LANE_NONE, .lane = LANE_NONE, .instead_of = LANE_NONE
	};
}

/* One candidate per party; the offers of a party lie side by side. Returns how many there are. */
static size_t judge_place(const struct judging *judging, struct assign_candidate *candidates)
{
	const struct lane_offer *offer = judging->place.offers, *end = offer + judging->place.count;
	uint16_t current = judging->question->current;
	bool has_current = current == LANE_NONE;
	size_t count = 0;

	while (offer < end) {
		struct assign_candidate *candidate = &candidates[count];
		uint16_t party = offer->party;

		*candidate = new_candidate(party);
		for (; offer < end && offer->party == party; offer++)
			if (is_open(judging, offer))
				try_lane(judging, party, offer, candidate);
		if (party == current) {
			try_current(judging, candidate);
			has_current = true;
		}
		count += candidate->reasons != 0;
	}
	if (!has_current) {
		candidates[count] = new_candidate(current);
		try_current(judging, &candidates[count++]);
	}
	for (size_t i = 0; i < count; i++)
		candidates[i].reasons |= judge_party(judging, &candidates[i]);
	return count;
}

/* The places of those who can serve, and again of those who cannot: the present one, experts, others. */
#define PLACES (1 + 2 * LANE_HOWS_COUNT)

/* The smaller, the earlier: the present provider, who has the expertise, then by the rules' order. */
static unsigned place_of(const struct judging *judging, const struct assign_candidate *candidate)
{
	unsigned place = is_able(candidate) ? 0 : PLACES;

	if (candidate->party == judging->question->current)
		return place;
	if ((candidate->reasons & REASON_EXPERT) == 0)
		place += LANE_HOWS_COUNT;
	return place + 1 + judging->set->lanes[candidate->lane].rank;
}

/* A counting sort, since it keeps equals in their order, which is by name. */
static void sort_candidates(const struct judging *judging, struct assign_answer *answer)
{
	size_t begins[2 * PLACES + 1] = { 0 };

	for (size_t i = 0; i < answer->count; i++)
		begins[place_of(judging, &answer->unsorted[i]) + 1]++;
	for (size_t i = 1; i < COUNT(begins); i++)
		begins[i] += begins[i - 1];
	for (size_t i = 0; i < answer->count; i++)
		answer->candidates[begins[place_of(judging, &answer->unsorted[i])]++] = answer->unsorted[i];
}

uint16_t assign_contract_party(const struct assign_candidate *candidate)
{
	return candidate->under == LANE_NONE ? candidate->party : candidate->under;
}

static void count_able(struct assign_answer *answer)
{
	answer->able_count = 0;
	answer->has_choice = false;
	while (answer->able_count < answer->count && is_able(&answer->candidates[answer->able_count])) {
		const struct assign_candidate *candidate = &answer->candidates[answer->able_count++];

		if (assign_contract_party(candidate) != assign_contract_party(&answer->candidates[0]))
			answer->has_choice = true;
	}
}

void assign_judge(const struct lane_set *set, const struct assign_question *question,
                  struct assign_answer *answer)
{
	const struct lane_name *area = &set->areas.items[question->area];
	const struct judging judging = {
		.set = set,
		.question = question,
		.place = lane_set_place(set, question->product, question->area),
		.age = date_age_on(question->born, question->on),
		.for_all = date_within(question->on, area->from, area->until) ? 0 : REASON_AREA_NOT_THEN,
	};

	answer->count = judge_place(&judging, answer->unsorted);
	sort_candidates(&judging, answer);
	count_able(answer);
}

static enum status find_name(const struct lane_set *set, const struct lane_names *names, const char *kind,
                             const char *name, uint16_t *ret_index, struct fault *fault)
{
	uint16_t index = lane_names_find(names, name);
	struct nearest nearest = { .word = name };

	if (index != LANE_NONE) {
		*ret_index = index;
		return OK;
	}
	for (size_t i = 0; i < names->count; i++)
		nearest_offer(&nearest, names->items[i].name);
	if (nearest.best == NULL)
		return fault_set(fault, NOT_FOUND, "scheme %s has no %s named \"%s\"", set->scheme, kind,
		                 name);
	return fault_set(fault, NOT_FOUND, "scheme %s has no %s named \"%s\"; did you mean \"%s\"?",
	                 set->scheme, kind, name, nearest.best);
}

static enum status find_unavailable(const struct lane_set *set, const struct texts *names,
                                    struct assign_question *question, struct fault *fault)
{
	if (names->count > ASSIGN_UNAVAILABLE_MAX)
		return fault_set(fault, WRONG_USE, "more than %d parties are unavailable",
		                 ASSIGN_UNAVAILABLE_MAX);
	question->unavailable_count = names->count;
	for (size_t i = 0; i < names->count; i++) {
		enum status status = find_name(set, &set->parties, "party", names->items[i],
		                               &question->unavailable[i], fault);

		if (status)
			return status;
	}
	return OK;
}

static enum status find_expertise(const struct lane_set *set, const struct texts *names,
                                  struct assign_question *question, struct fault *fault)
{
	for (size_t i = 0; i < names->count; i++) {
		uint16_t index = 0;
		enum status status =
			find_name(set, &set->expertise, "expertise", names->items[i], &index, fault);

		if (status)
			return status;
		question->expertise |= (uint64_t)1 << index;
	}
	return OK;
}

enum status assign_question_read(const struct lane_set *set, const struct assign_names *names,
                                 struct assign_question *ret_question, struct fault *fault)
{
	struct assign_question question = {
		.current = LANE_NONE, .born = names->born, .on = names->on, .since = names->since
	};
	enum status status;

	assert(date_is(names->born) && date_is(names->on));
	status = find_name(set, &set->products, "product", names->product, &question.product, fault);
	if (status == OK)
		status = find_name(set, &set->areas, "area", names->area, &question.area, fault);
	if (status == OK && names->current != NULL)
		status = find_name(set, &set->parties, "party", names->current, &question.current, fault);
	if (status == OK)
		status = find_unavailable(set, &names->unavailable, &question, fault);
	if (status == OK)
		status = find_expertise(set, &names->expertise, &question, fault);
	if (status == OK)
		*ret_question = question;
	return status;
}

const struct assign_rule *assign_rule_of(const struct lane_set *set, const struct assign_answer *answer)
{
	if (answer->able_count == 0)
		return NULL;
	return &assign_rules[set->lanes[answer->candidates[0].lane].how];
}
