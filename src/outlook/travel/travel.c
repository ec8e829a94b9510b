/* SPDX-License-Identifier: EUPL-1.2 */
#include "outlook/travel/travel.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define EARTH_METERS 6371000.0
#define RADIANS_PER_DEGREE (3.14159265358979323846 / 180.0)
#define HEADING "postcode,latitude,longitude\n"

/* "52.22597" and what stands behind it; false when it is no number between -180 and 180. */
static bool read_degrees(const char **at, char behind, double *ret_radians)
{
	char *end = NULL;
	double degrees = strtod(*at, &end);

	if (end == *at || *end != behind || !(degrees >= -180.0 && degrees <= 180.0))
		return false;
	*at = end + 1;
	*ret_radians = degrees * RADIANS_PER_DEGREE;
	return true;
}

static bool read_postcode(const char **at, int *ret_postcode)
{
	int postcode = 0;

	for (int i = 0; i < 4; i++, (*at)++) {
		if (**at < '0' || **at > '9')
			return false;
		postcode = postcode * 10 + (**at - '0');
	}
	*ret_postcode = postcode;
	return *(*at)++ == ',';
}

enum status travel_map_read(const char *csv, struct arena *arena, struct travel_map *ret_map,
                            struct fault *fault)
{
	struct travel_place *places = ARENA_MANY(arena, TRAVEL_POSTCODES, struct travel_place);
	const char *at = csv + strlen(HEADING);
	int line = 1;

	*ret_map = (struct travel_map){ .places = places };
	if (strncmp(csv, HEADING, strlen(HEADING)) != 0)
		return fault_set(fault, FAILED, "line 1 of the postcodes is not %s", HEADING);
	while (*at != '\0') {
		struct travel_place place = { 0 };
		int postcode = 0;

		line++;
		if (!read_postcode(&at, &postcode) || !read_degrees(&at, ',', &place.latitude) ||
		    !read_degrees(&at, '\n', &place.longitude))
			return fault_set(fault, FAILED,
			                 "line %d of the postcodes is not a postcode and two degrees", line);
		places[postcode] = place;
		ret_map->count++;
	}
	return OK;
}

static bool is_there(const struct travel_map *map, int postcode)
{
	const struct travel_place *place = &map->places[postcode];

	return fabs(place->latitude) > 0.0 || fabs(place->longitude) > 0.0;
}

/* Within a municipality the earth is flat enough: a degree east is shorter by the cosine of the latitude. */
int64_t travel_meters(const struct travel_map *map, int a, int b)
{
	const struct travel_place *from = &map->places[a], *to = &map->places[b];
	double north = to->latitude - from->latitude;
	double east = (to->longitude - from->longitude) * cos((to->latitude + from->latitude) / 2);

	if (!is_there(map, a) || !is_there(map, b))
		return -1;
	return llround(EARTH_METERS * sqrt(north * north + east * east));
}

/* Adds the pairs of clients between two stops of a party, or within one. */
static void add_pairs(const struct travel_map *map, const struct travel_stop *a, const struct travel_stop *b,
                      struct travel_measure *measure, int64_t *total_meters)
{
	int64_t pairs = a == b ? a->clients * (a->clients - 1) / 2 : a->clients * b->clients;
	int64_t meters = travel_meters(map, a->postcode, b->postcode);

	if (meters < 0)
		return;
	measure->pairs += pairs;
	*total_meters += pairs * meters;
}

struct travel_measure travel_measure(const struct travel_map *map, const struct travel_stop *stops,
                                     size_t count, struct arena *arena)
{
	struct travel_measure measure = { .mean_meters = -1 };
	bool *has_postcode = ARENA_MANY(arena, TRAVEL_POSTCODES, bool);
	int64_t total_meters = 0;

	for (size_t i = 0; i < count; i++) {
		measure.clients += stops[i].clients;
		measure.parties += i == 0 || stops[i].party != stops[i - 1].party;
		measure.postcodes += !has_postcode[stops[i].postcode];
		has_postcode[stops[i].postcode] = true;
		for (size_t j = i; j < count && stops[j].party == stops[i].party; j++)
			add_pairs(map, &stops[i], &stops[j], &measure, &total_meters);
	}
	if (measure.postcodes > 0)
		measure.parties_hundredths = (int64_t)count * 100 / measure.postcodes;
	if (measure.pairs > 0)
		measure.mean_meters = total_meters / measure.pairs;
	return measure;
}

static int direction(int64_t before, int64_t after)
{
	return (after > before) - (after < before);
}

enum travel_verdict travel_verdict(const struct travel_measure *before, const struct travel_measure *after)
{
	int parties = direction(before->parties_hundredths, after->parties_hundredths);
	int meters = before->mean_meters < 0 || after->mean_meters < 0
	                     ? 0
	                     : direction(before->mean_meters, after->mean_meters);

	if (before->clients == 0 || after->clients == 0)
		return TRAVEL_NOTHING;
	if (parties * meters < 0)
		return TRAVEL_MIXED;
	if (parties + meters == 0)
		return TRAVEL_SAME;
	return parties + meters < 0 ? TRAVEL_LESS : TRAVEL_MORE;
}
