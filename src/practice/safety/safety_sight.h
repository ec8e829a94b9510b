/* SPDX-License-Identifier: EUPL-1.2 */
/* Who handles a complaint or an incident, or supervises that, reads the file it is about while it lasts. */
#ifndef PRACTICE_SAFETY_SAFETY_SIGHT_H
#define PRACTICE_SAFETY_SAFETY_SIGHT_H

#include "common/access/sight.h"

/* While a complaint is not answered or an incident is not concluded; sight_relation of safety officers. */
enum status safety_sight_of_officer(struct journal *journal, const struct sight_asked *asked,
                                    const char **ret_ground, struct fault *fault) MUST_CHECK;
/* While an incident is not concluded; sight_relation of the supervisor. */
enum status safety_sight_of_supervisor(struct journal *journal, const struct sight_asked *asked,
                                       const char **ret_ground, struct fault *fault) MUST_CHECK;

#endif
