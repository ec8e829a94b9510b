/* SPDX-License-Identifier: EUPL-1.2 */
/* Consultations of a demonstration: members who met, who will meet, and a talk with the municipality. */
#ifndef DEMO_MEETINGS_H
#define DEMO_MEETINGS_H

#include "demo/acts.h"

/* Of each combination that an account leads, on the last day of the demonstration. */
enum status meetings_for_demo(struct filling *filling, struct fault *fault) MUST_CHECK;

#endif
