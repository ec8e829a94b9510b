/* SPDX-License-Identifier: EUPL-1.2 */
/* The promises that a query alone cannot count; only monitor's own files include this. */
#ifndef OUTLOOK_MONITOR_COUNTING_H
#define OUTLOOK_MONITOR_COUNTING_H

#include "outlook/monitor/monitor.h"

/* A count under way, in one register; 0 where it concerns none. */
struct counting {
	const struct monitor *monitor;
	struct monitor_result *result;
	int64_t register_id;
};

/* Adds count violations of a promise; the first ones are kept as examples, which violation says in words. */
void counting_add(struct counting *counting, int promise, int64_t count, struct violation violation);

/* Promise 6: due days that differ from what the calendar computes. */
enum status count_wrong_terms(struct counting *counting, struct fault *fault) MUST_CHECK;
/* Promise 7: assignments whose explanation does not name the deliverer as one without a reason against. */
enum status count_poor_explanations(struct counting *counting, struct fault *fault) MUST_CHECK;
/* Promise 8: lines of the log files that cannot be read. */
enum status count_unreadable_reads(struct counting *counting, struct fault *fault) MUST_CHECK;
/* Promise 9: facts that were changed, are missing or are of an unknown kind, and a known head that is not
 * met. */
enum status count_broken_chain(struct counting *counting, struct fault *fault) MUST_CHECK;
/* Promise 9: files of which what is in them is lost or changed. */
enum status count_lost_files(struct counting *counting, struct fault *fault) MUST_CHECK;
/* Promise 9: registers of which a head is known and that are gone. */
void count_lost_registers(struct counting *counting, const struct records *registers);

#endif
