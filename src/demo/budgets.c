/* SPDX-License-Identifier: EUPL-1.2 */
#include "demo/budgets.h"

#define ONE_IN 31
#define EUROS_A_MONTH 437 /* an invented sum */
#define CENTS 63

bool budgets_chosen(const struct resident *resident, const struct road_round *round, uint32_t number)
{
	return number % ONE_IN == 9 && resident->road.rounds_count == 1 && round->lines_count == 1 &&
	       round->is_granted && resident->road.kept == NULL;
}

struct records budgets_of(const struct decision_line *line, struct arena *arena)
{
	struct records budgets = records_new(&personal_budget_record, 1, arena);

	((struct personal_budget *)budgets.items)[0] = (struct personal_budget){
		.product = line->product,
		.euros = EUROS_A_MONTH,
		.cents = CENTS,
		.per = "month",
		.how_found = "Zo veel uren als wij toekennen, maal wat iemand die u zelf inhuurt er ten "
			     "hoogste voor "
			     "krijgt.",
		.wish = "Mevrouw Vast komt al jaren bij u, en u wilt dat zij blijft komen.",
		.able = "Uw dochter houdt de agenda en de betalingen bij.",
		.quality = "Mevrouw Vast heeft een diploma en een verklaring omtrent het gedrag.",
	};
	return budgets;
}
