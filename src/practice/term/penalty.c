/* SPDX-License-Identifier: EUPL-1.2 */
/* The penalty in days and cents (Awb 4:17 and 4:18), and the rates by date. */
#include "practice/term/penalty.h"

#include <string.h>

#include "platform/base/embedded.h"
#include "platform/base/words.h"

#define PENALTY_DAYS_MAX 42 /* Awb 4:17 lid 1 */
#define RATES_MAX 200

/* --- rates --- */

/* A whole number up to the comma; false for anything else. Moves *at behind the comma. */
static bool read_number(const char **at, int64_t *ret_number)
{
	int64_t number = 0;
	size_t length = strcspn(*at, ",\n");

	if (length == 0 || length > 9 || (*at)[length] != ',')
		return false;
	for (size_t i = 0; i < length; i++) {
		if ((*at)[i] < '0' || (*at)[i] > '9')
			return false;
		number = number * 10 + (*at)[i] - '0';
	}
	*at += length + 1;
	*ret_number = number;
	return true;
}

/* Reads the line at *at and moves behind it. */
static bool read_rate(const char **at, struct arena *arena, struct penalty_rate *ret_rate)
{
	size_t length = strcspn(*at, ",\n");

	if ((*at)[length] != ',' || !date_read(arena_copy_part(arena, *at, length), &ret_rate->valid_from))
		return false;
	*at += length + 1;
	if (!read_number(at, &ret_rate->from_day) || !read_number(at, &ret_rate->until_day) ||
	    !read_number(at, &ret_rate->per_day.cents))
		return false;
	length = strcspn(*at, "\n");
	if (length == 0 || (*at)[length] != '\n')
		return false;
	ret_rate->source = arena_copy_part(arena, *at, length);
	*at += length + 1;
	return ret_rate->from_day >= 1 && ret_rate->until_day >= ret_rate->from_day;
}

enum status penalty_rates_read(const char *csv, struct arena *arena, struct penalty_rates *ret_rates,
                               struct fault *fault)
{
	static const char header[] = "valid_from,from_day,until_day,cents_per_day,source\n";
	struct penalty_rate *rates = ARENA_MANY(arena, RATES_MAX, struct penalty_rate);
	size_t count = 0;

	if (strncmp(csv, header, strlen(header)) != 0)
		return fault_set(fault, FAILED, "penalty, line 1: write %.*s", (int)strlen(header) - 1,
		                 header);
	csv += strlen(header);
	for (; *csv != '\0'; count++)
		if (count == RATES_MAX || !read_rate(&csv, arena, &rates[count]))
			return fault_set(fault, FAILED,
			                 "penalty, line %zu: write valid_from,from_day,until_day,"
			                 "cents_per_day,source",
			                 count + 2);
	*ret_rates = (struct penalty_rates){ rates, count };
	return OK;
}

enum status penalty_rates_here(struct arena *arena, struct penalty_rates *ret_rates, struct fault *fault)
{
	const struct embedded_file *file = embedded_find("data/penalty.csv");

	return penalty_rates_read((const char *)file->bytes, arena, ret_rates, fault);
}

/* The rate of one day of the penalty, which is its day so many; NULL when no rate holds then. */
static const struct penalty_rate *rate_on(const struct penalty_rates *rates, int64_t day_number,
                                          struct date on)
{
	const struct penalty_rate *found = NULL;

	for (size_t i = 0; i < rates->count; i++)
		if (!date_before(on, rates->items[i].valid_from) && rates->items[i].from_day <= day_number &&
		    day_number <= rates->items[i].until_day)
			found = &rates->items[i];
	return found;
}

/*
 * Awb 4:17 lid 1 and 3: the first day is the one after the two weeks, each day on which the decision is not
 * there counts, and there are 42 at most; the Algemene termijnenwet moves none of them.
 */
int64_t penalty_days(struct date two_weeks_until, struct date decided_on)
{
	int64_t days = (int64_t)decided_on.day - two_weeks_until.day - 1;

	if (days < 0)
		return 0;
	return days > PENALTY_DAYS_MAX ? PENALTY_DAYS_MAX : days;
}

struct penalty_sum penalty_count(const struct penalty_rates *rates, struct date two_weeks_until, int64_t days)
{
	struct penalty_sum sum = { .days = days };
	const struct penalty_rate *last = NULL;

	for (int64_t number = 1; number <= days; number++) {
		const struct penalty_rate *rate =
			rate_on(rates, number, date_add_days(two_weeks_until, (int32_t)number));
		struct penalty_part *part;

		if (rate == NULL)
			continue;
		if (rate != last && sum.parts_count < PENALTY_PARTS_MAX)
			sum.parts[sum.parts_count++] =
				(struct penalty_part){ .per_day = rate->per_day, .source = rate->source };
		last = rate;
		part = &sum.parts[sum.parts_count - 1];
		part->days++;
		part->sum.cents += rate->per_day.cents;
		sum.total.cents += rate->per_day.cents;
	}
	return sum;
}

/* --- the fact --- */

static const struct field part_fields[] = {
	FIELD(struct penalty_part_kept, days),
	FIELD(struct penalty_part_kept, cents_per_day),
	FIELD(struct penalty_part_kept, cents),
	FIELD(struct penalty_part_kept, source),
};
static const struct record part_record = RECORD(struct penalty_part_kept, "penalty_part", part_fields);

static const struct field penalty_fields[] = {
	FIELD(struct penalty_set, person, .label = WORDS("Persoon"), .required = true),
	FIELD(struct penalty_set, about, .label = WORDS("Melding, besluit of bezwaar"), .required = true),
	FIELD(struct penalty_set, term, .label = WORDS("Welke termijn?"), .required = true,
	      .choices = term_names),
	FIELD(struct penalty_set, set_on, .label = WORDS("Vastgesteld op"), .required = true),
	FIELD(struct penalty_set, from, .flags = FIELD_BY_DOOR),
	FIELD(struct penalty_set, last_day, .flags = FIELD_BY_DOOR),
	FIELD(struct penalty_set, days, .flags = FIELD_BY_DOOR),
	FIELD(struct penalty_set, cents, .flags = FIELD_BY_DOOR),
	FIELD(struct penalty_set, parts, .flags = FIELD_BY_DOOR, .of = &part_record),
	FIELD(struct penalty_set, objection_until, .flags = FIELD_BY_DOOR),
	FIELD(struct penalty_set, steps, .flags = FIELD_BY_DOOR, .of = &term_step_record),
};
const struct record penalty_set_record = RECORD(struct penalty_set, "penalty_set", penalty_fields);

struct records penalty_parts_keep(const struct penalty_sum *sum, struct arena *arena)
{
	struct records parts = records_new(&part_record, sum->parts_count, arena);

	for (size_t i = 0; i < sum->parts_count; i++)
		((struct penalty_part_kept *)parts.items)[i] =
			(struct penalty_part_kept){ .days = sum->parts[i].days,
			                            .cents_per_day = sum->parts[i].per_day.cents,
			                            .cents = sum->parts[i].sum.cents,
			                            .source = sum->parts[i].source };
	return parts;
}

static bool is_in_default(const void *item)
{
	return ((const struct penalty_set *)item)->situation.is_known;
}

static bool is_final(const void *item)
{
	const struct term_situation *situation = &((const struct penalty_set *)item)->situation;

	return !situation->is_known || situation->is_final;
}

static bool has_days(const void *item)
{
	const struct term_situation *situation = &((const struct penalty_set *)item)->situation;

	return !situation->is_known || !situation->is_final || situation->days > 0;
}

static bool is_first(const void *item)
{
	return !((const struct penalty_set *)item)->situation.is_given;
}

static bool is_past(const void *item)
{
	const struct penalty_set *set = item;

	return !date_before(set->situation.today, set->set_on);
}

const struct journal_rule penalty_rules[PENALTY_RULES_COUNT] = {
	{ "penalty-default", "term", WORDS("Zonder ingebrekestelling is er geen dwangsom."), "Awb 4:17 lid 3",
	  is_in_default },
	{ "penalty-final", "term",
	  WORDS("Het besluit is er nog niet en de 42 dagen zijn nog niet voorbij. Stel de dwangsom daarna "
	        "vast."),
	  "Awb 4:18", is_final },
	{ "penalty-days", "term", WORDS("Het besluit kwam binnen de twee weken; er is geen dwangsom."),
	  "Awb 4:17 lid 3", has_days },
	{ "penalty-twice", "term", WORDS("Deze dwangsom is al vastgesteld."), "Awb 4:18", is_first },
	{ "penalty-day", "set_on", WORDS("Deze dag moet nog komen."), "", is_past },
};
