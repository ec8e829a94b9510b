/* SPDX-License-Identifier: EUPL-1.2 */
/* How far the clients of a provider live from each other, and how many providers come into a postcode. */
#ifndef OUTLOOK_TRAVEL_TRAVEL_H
#define OUTLOOK_TRAVEL_TRAVEL_H

#include "platform/base/arena.h"
#include "platform/base/fault.h"

#define TRAVEL_POSTCODES 10000 /* one for every four-digit postcode */

/* The middle of a postcode in radians; both 0 where the map has none. */
struct travel_place {
	double latitude, longitude;
};
struct travel_map {
	const struct travel_place *places; /* by postcode */
	size_t count;                      /* that the map has */
};
/*
 * Reads data/geo/postcodes.csv from memory: a line postcode,latitude,longitude, then one such line per
 * postcode. FAILED with the line number for anything else. The places live in arena.
 */
enum status travel_map_read(const char *csv, struct arena *arena, struct travel_map *ret_map,
                            struct fault *fault) MUST_CHECK;
/* Metres in a straight line between the middles of two postcodes; -1 where the map lacks one of them. */
int64_t travel_meters(const struct travel_map *map, int a, int b);

/* The clients of one party in one postcode. */
struct travel_stop {
	int party; /* any number that stands for it */
	int postcode;
	int64_t clients;
};
/* What some stops come to. */
struct travel_measure {
	int64_t clients, parties, postcodes;
	int64_t parties_hundredths; /* how many parties come into a postcode, on average, times 100 */
	int64_t pairs;              /* of clients of one party, both on the map */
	int64_t mean_meters;        /* between such two; -1 where there are none */
};
/* Measures the stops; those of a party lie side by side, each postcode once per party. */
struct travel_measure travel_measure(const struct travel_map *map, const struct travel_stop *stops,
                                     size_t count, struct arena *arena);

/* What changed from one measure to another. */
enum travel_verdict { TRAVEL_NOTHING, TRAVEL_SAME, TRAVEL_LESS, TRAVEL_MORE, TRAVEL_MIXED };
enum travel_verdict travel_verdict(const struct travel_measure *before, const struct travel_measure *after);

#endif
