/* SPDX-License-Identifier: EUPL-1.2 */
/* The part about consent: for asking whom, since when, and whether it still stands. */
#include "outlook/resident/mine.h"
#include "practice/investigation/consent.h"

static const struct field mine_consent_fields[] = {
	FIELD(struct mine_consent, consulted),
	FIELD(struct mine_consent, partner),
	FIELD(struct mine_consent, from),
	FIELD(struct mine_consent, withdrawn_on),
};
const struct record mine_consent_record = RECORD(struct mine_consent, "mine_consent", mine_consent_fields);

enum status mine_make_consents(struct mine *mine)
{
	struct records lines = { 0 };
	const struct consent_line *items;
	enum status status = consents_of(mine->journal, mine->person, &lines, mine->fault);

	items = lines.items;
	mine->view->consents = records_new(&mine_consent_record, lines.count, mine->arena);
	for (size_t i = 0; i < lines.count; i++)
		((struct mine_consent *)mine->view->consents.items)[i] = (struct mine_consent){
			.consulted = items[i].consulted,
			.partner = web_words(mine->request,
			                     choice_label(investigation_partners, items[i].partner)),
			.from = items[i].consent_on,
			.withdrawn_on = items[i].withdrawn_on,
		};
	return status;
}
