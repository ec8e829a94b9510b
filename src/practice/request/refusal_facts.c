/* SPDX-License-Identifier: EUPL-1.2 */
/* A refusal at the door, as it is kept, and its letter. */
#include "common/document/letter.h"
#include "platform/base/words.h"
#include "practice/request/refusal.h"
#include "request_sql.h"

static enum status prepare_refusal(struct journal *journal, struct journal_fact *fact,
                                   struct findings *findings, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	struct erasure_refusal *refusal = fact->item;
	const struct value values[] = { value_number(journal->register_id), value_number(refusal->request),
		                        value_number(refusal->person) };
	enum status status = db_one(journal->db, &sql_request_open, values, COUNT(values), &rows, fault);

	(void)findings;
	fact->valid_on = clock_today(journal->clock);
	refusal->is_known = status == OK && db_number(&rows, 2) == 1;
	refusal->is_open = status == OK && !has_words(db_text(&rows, 1, journal->arena));
	return status == NOT_FOUND ? OK : status;
}

static enum status apply_refusal(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                 struct arena *arena, struct fault *fault)
{
	const struct erasure_refusal *refusal = fact->item;
	const struct value values[] = { value_number(register_id),  value_number(refusal->request),
		                        value_text("not_done"),     value_text(or_empty(refusal->reasons)),
		                        value_date(fact->valid_on), value_text(fact->account) };

	(void)arena;
	return db_run(db, &sql_request_answer, values, COUNT(values), fault);
}

const struct journal_kind erasure_refused_kind = {
	.name = "erasure_refused",
	.title = WORDS("Weigeren om gegevens te wissen"),
	.done = WORDS("Geweigerd om gegevens te wissen"),
	.sort = KIND_ACT,
	.corner = CORNER_PRACTICE,
	.permission = (enum permission)(MAY_DECIDE | MAY_ADMINISTER),
	.record = &erasure_refusal_record,
	.prepare = prepare_refusal,
	.rules = erasure_refusal_rules,
	.rules_count = ERASURE_REFUSAL_RULES_COUNT,
	.apply = apply_refusal,
	.ends_task = "erasure-open",
	.ends_also = "request-open", /* of a request from before there was a task of its own */
};

/* --- the letter --- */

enum status erasure_write_refusal(struct journal *journal, const struct journal_fact *cause, void *item,
                                  bool *ret_follows, struct fault *fault)
{
	const struct erasure_refusal *refusal = cause->item;
	struct letter *letter = item;

	(void)fault;
	letter_begin(letter, "erasure_refusal", cause, clock_today(journal->clock),
	             "Wij wissen uw gegevens niet", journal->arena);
	letter_add(letter, "paragraph",
	           "U heeft ons gevraagd om uw gegevens te wissen. Dat doen wij niet. In deze brief leest u "
	           "waarom, en wat u kunt doen als u het er niet mee eens bent.",
	           NULL);
	letter_add(letter, "heading", "Waarom niet?", NULL);
	letter_add(letter, "paragraph",
	           arena_print(journal->arena, "Wij mogen uw gegevens niet wissen, want %s.",
	                       choice_label(erasure_obstacles, refusal->because)),
	           NULL);
	letter_add(letter, "paragraph", refusal->reasons, NULL);
	letter_add(letter, "paragraph",
	           "Dit staat in artikel 5.3.5 van de Wet maatschappelijke ondersteuning 2015 en artikel 17 "
	           "van de Algemene verordening gegevensbescherming.",
	           NULL);
	letter_add(letter, "row", "Besloten door", refusal->decided_by);
	letter_add(letter, "heading", "Bent u het er niet mee eens?", NULL);
	letter_add(
		letter, "paragraph",
		"Bel eerst uw aanspreekpunt. U kunt ook bezwaar maken. Dat doet u binnen zes weken na de dag "
		"waarop wij deze brief hebben verstuurd. Schrijf een brief aan het college van "
		"burgemeester en wethouders. Zet daarin uw naam, uw adres, de datum, tegen welk besluit u "
		"bezwaar maakt en waarom, en zet er uw handtekening onder. U kunt ook een klacht indienen "
	        "bij "
		"de Autoriteit Persoonsgegevens.",
		NULL);
	*ret_follows = true;
	return OK;
}
