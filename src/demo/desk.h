/* SPDX-License-Identifier: EUPL-1.2 */
/* What passes the desk in a demonstration: questions, what was offered with a report, help at once, closing.
 */
#ifndef DEMO_DESK_H
#define DEMO_DESK_H

#include "demo/acts.h"

/* How many questions a register of so many residents has, and on which day the desk takes the one of a
 * number. */
uint32_t desk_questions(const struct filling *filling);
struct date desk_question_day(const struct filling *filling, uint32_t question);
/* The day on which a resident's report that needed nothing is closed; no date where it is not. */
struct date desk_closing_day(const struct resident *resident, uint32_t number);
/* Whether somebody acts for the resident, or something was offered or given with the report. */
bool desk_has_more(uint32_t number);

/* ACT_AROUND, ACT_CLOSE and ACT_QUESTION. */
enum status desk_perform(struct filling *filling, const struct act *act, struct fault *fault) MUST_CHECK;

/* Help at once that began ends with the decision on the application: the contract manager calls the provider.
 */
struct decision;
enum status desk_tell_providers(struct filling *filling, const struct decision *decision,
                                struct fault *fault) MUST_CHECK;

#endif
