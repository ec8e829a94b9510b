/* SPDX-License-Identifier: EUPL-1.2 */
#include "outlook/budget/settle_show.h"

#include "common/scheme/scheme_check.h"
#include "contract/funding/apportion.h"
#include "contract/funding/budget.h"
#include "platform/base/words.h"
#include "platform/record/json.h"

const struct choice settle_states[] = {
	{ "open", WORDS("nog niet verantwoord") },
	{ "stated", WORDS("verantwoord, nog niet afgerekend") },
	{ "settled", WORDS("afgerekend, nog niet getekend") },
	{ "signed", WORDS("afgerekend en getekend") },
	{ NULL, NULL },
};

static bool is_settled(const struct ledger_party *party)
{
	return party->settlement.settlement != 0;
}

const char *settle_state(const struct ledger_party *party)
{
	if (is_settled(party))
		return party->settlement.signed_on.day == DATE_LAST.day ? "settled" : "signed";
	return party->sums.has_statement ? "stated" : "open";
}

struct settle_sums settle_sums_of(const struct ledger_party *party)
{
	const struct funding_settlement *made = &party->settlement;

	if (!is_settled(party))
		return party->sums;
	return (struct settle_sums){ .committed = made->committed.cents,
		                     .delivered = made->delivered.cents,
		                     .claimed = made->claimed.cents,
		                     .approved = made->approved.cents,
		                     .stated = made->stated.cents,
		                     .advances = made->advance.cents,
		                     .paid = made->paid.cents,
		                     .has_statement = true };
}

struct settled settle_settled_of(const struct ledger_party *party)
{
	const struct funding_settlement *made = &party->settlement;

	if (!is_settled(party))
		return party->settled;
	return (struct settled){ { made->result.cents, made->party_bears.cents,
		                   made->municipality_bears.cents },
		                 made->due.cents,
		                 made->balance.cents };
}

int64_t settle_open(const struct ledger_party *party)
{
	return settle_settled_of(party).due - party->sums.paid;
}

/* --- why --- */

struct telling {
	const char *language;
	struct arena *arena;
	struct texts told;
};
#define SENTENCES_MAX 16

static void tell(struct telling *telling, const char *sentence)
{
	telling->told.items[telling->told.count++] = sentence;
}

static const char *euros(const struct telling *telling, int64_t cents)
{
	return budget_euros(cents, telling->language, telling->arena);
}

static void tell_facts(struct telling *telling, const char *words, const struct ledger_facts *facts,
                       int64_t cents)
{
	if (facts->count == 0)
		return;
	tell(telling, arena_print(telling->arena,
	                          words_in(telling->language,
	                                   WORDS("%s: %lld, samen %s (feit %lld tot en met %lld).")),
	                          words, (long long)facts->count, euros(telling, cents),
	                          (long long)facts->first, (long long)facts->last));
}

static void tell_committed(struct telling *telling, const struct ledger_party *party,
                           const struct settle_sums *sums)
{
	if (party->run != 0)
		tell(telling,
		     arena_print(telling->arena,
		                 words_in(telling->language,
		                          WORDS("Vastgesteld budget: %s (feit %lld), verdeeld met de "
		                                "grootste rest.")),
		                 euros(telling, sums->committed), (long long)party->run));
	else if (party->paid->form->is_budget)
		tell(telling,
		     words_in(telling->language, WORDS("Voor dit jaar is geen budget vastgesteld.")));
	else
		tell(telling,
		     arena_print(telling->arena,
		                 words_in(telling->language,
		                          WORDS("Toegekend: %lld opdrachten, tegen het tarief van elke "
		                                "dag %s; per regel een halve cent naar boven.")),
		                 (long long)party->orders, euros(telling, sums->committed)));
	if (party->orders > 0 && sums->delivered > 0)
		tell(telling,
		     arena_print(telling->arena,
		                 words_in(telling->language,
		                          WORDS("Geleverd: %s, de dagen met hulp van %lld opdrachten.")),
		                 euros(telling, sums->delivered), (long long)party->orders));
	if (party->unstepped > 0 && party->paid->form->has_claims)
		tell(telling,
		     arena_print(telling->arena,
		                 words_in(telling->language,
		                          WORDS("Van %lld opdrachten is de zwaarte niet vastgelegd; daarvoor "
		                                "telt het laagste tarief.")),
		                 (long long)party->unstepped));
	if (party->unpriced > 0 && party->paid->form->has_claims)
		tell(telling,
		     arena_print(telling->arena,
		                 words_in(telling->language,
		                          WORDS("Voor %lld dagen van opdrachten is geen tarief; die tellen "
		                                "als 0.")),
		                 (long long)party->unpriced));
}

static void tell_claims(struct telling *telling, const struct ledger_party *party)
{
	tell_facts(telling, words_in(telling->language, WORDS("Gedeclareerd")), &party->claims,
	           party->sums.claimed);
	tell_facts(telling, words_in(telling->language, WORDS("Daarvan goedgekeurd")), &party->claims,
	           party->sums.approved);
	if (!party->paid->form->has_claims)
		tell(telling,
		     words_in(telling->language,
		              WORDS("Betaald wordt een bedrag ineens; declaraties per inwoner tellen "
		                    "niet mee.")));
	else if (party->claims.count == 0)
		tell(telling, words_in(telling->language, WORDS("Er is over dit jaar niets gedeclareerd.")));
}

static void tell_statement(struct telling *telling, const struct ledger_party *party)
{
	const struct funding_statement *one = &party->statement;

	if (!party->sums.has_statement) {
		tell(telling, words_in(telling->language, WORDS("De partij heeft nog niet verantwoord.")));
		return;
	}
	tell(telling, arena_print(telling->arena,
	                          words_in(telling->language,
	                                   WORDS("Verantwoord door de partij: %s, %s %s (feit %lld).")),
	                          euros(telling, one->cents.cents),
	                          words_in(telling->language, choice_label(statement_audits, one->audit)),
	                          or_empty(one->auditor), (long long)one->statement));
}

static void tell_result(struct telling *telling, const struct ledger_party *party,
                        const struct settled *settled)
{
	if (party->paid->form->is_budget && party->sums.has_statement)
		tell(telling,
		     arena_print(
			     telling->arena,
			     words_in(telling->language,
		                      WORDS("Verschil met het budget: %s. Tot %lld procent van het budget is "
		                            "het van de partij; van de rest draagt de gemeente %lld procent: "
		                            "partij %s, gemeente %s.")),
			     euros(telling, settled->borne.result),
			     (long long)party->paid->funding->band_percent,
			     (long long)party->paid->funding->shared_percent,
			     euros(telling, settled->borne.party),
			     euros(telling, settled->borne.municipality)));
	else if (!party->paid->form->is_budget)
		tell(telling, words_in(telling->language,
		                       WORDS("Betaald wordt wat is goedgekeurd, en niet meer dan de "
		                             "partij verantwoordt.")));
	tell(telling, arena_print(telling->arena,
	                          words_in(telling->language,
	                                   WORDS("De partij krijgt %s; betaald is %s; verschil %s.")),
	                          euros(telling, settled->due), euros(telling, settle_sums_of(party).paid),
	                          euros(telling, settled->balance)));
	if (is_settled(party))
		tell(telling, arena_print(telling->arena,
		                          words_in(telling->language, WORDS("Afgerekend in feit %lld.")),
		                          (long long)party->settlement.settlement));
}

struct texts settle_because(const struct ledger_party *party, const char *language, struct arena *arena)
{
	struct telling telling = { .language = language, .arena = arena };
	struct settle_sums sums = settle_sums_of(party);
	struct settled settled = settle_settled_of(party);

	telling.told.items = ARENA_MANY(arena, SENTENCES_MAX, const char *);
	tell_committed(&telling, party, &sums);
	tell_claims(&telling, party);
	tell_statement(&telling, party);
	tell_facts(&telling, words_in(language, WORDS("Voorschotten")), &party->advances,
	           party->sums.advances);
	tell_facts(&telling, words_in(language, WORDS("Andere betalingen")), &party->payments,
	           party->sums.paid - party->sums.advances);
	tell_result(&telling, party, &settled);
	return telling.told;
}

/* --- JSON --- */

static void cents(struct json *json, const char *key, int64_t amount)
{
	json_key(json, key);
	json_number(json, amount);
}

static void put_text(struct json *json, const char *key, const char *text)
{
	json_key(json, key);
	json_text(json, text);
}

static void put_sums(struct json *json, const struct settle_sums *sums, const struct settled *settled)
{
	cents(json, "commitment_cents", sums->committed);
	cents(json, "delivered_cents", sums->delivered);
	cents(json, "claimed_cents", sums->claimed);
	cents(json, "approved_cents", sums->approved);
	cents(json, "stated_cents", sums->stated);
	cents(json, "advances_cents", sums->advances);
	cents(json, "paid_cents", sums->paid);
	cents(json, "result_cents", settled->borne.result);
	cents(json, "party_bears_cents", settled->borne.party);
	cents(json, "municipality_bears_cents", settled->borne.municipality);
	cents(json, "due_cents", settled->due);
	cents(json, "balance_cents", settled->balance);
}

static void put_statement(struct json *json, int64_t year, const struct ledger_party *party)
{
	const struct funding_statement *one = &party->statement;
	char day[DATE_TEXT_SIZE];

	json_key(json, "statement");
	if (!party->sums.has_statement) {
		json_text(json, NULL);
		return;
	}
	json_object_begin(json);
	cents(json, "fact", one->statement);
	cents(json, "cents", one->cents.cents);
	cents(json, "clients", one->clients);
	put_text(json, "audit", one->audit);
	put_text(json, "auditor", or_empty(one->auditor));
	put_text(json, "stated_on", date_print(one->stated_on, day));
	json_key(json, "in_time");
	json_flag(json, !date_before(settle_last_day(year), one->stated_on));
	json_object_end(json);
}

/* Of what is settled, as it was then; else by the facts of now. */
static void put_areas(struct json *json, const struct ledger_party *party, struct arena *arena)
{
	struct settled settled = settle_settled_of(party);
	struct settle_area *area = ARENA_MANY(arena, party->areas_count + 1, struct settle_area);

	for (size_t i = 0; i < party->areas_count; i++)
		area[i] = party->areas[i];
	settle_areas(&settled, area, party->areas_count, arena);
	json_key(json, "areas");
	json_array_begin(json);
	for (size_t i = 0; i < party->areas_count; i++) {
		json_object_begin(json);
		put_text(json, "area", area[i].area);
		cents(json, "due_cents", area[i].due);
		cents(json, "balance_cents", area[i].balance);
		json_object_end(json);
	}
	json_array_end(json);
}

static void put_fact(struct json *json, const char *key, const struct ledger_facts *facts)
{
	json_key(json, key);
	json_object_begin(json);
	cents(json, "count", facts->count);
	cents(json, "first", facts->first);
	cents(json, "last", facts->last);
	json_object_end(json);
}

static void put_facts(struct json *json, const struct ledger_party *party)
{
	json_key(json, "facts");
	json_object_begin(json);
	cents(json, "budget", party->run);
	cents(json, "statement", party->statement.statement);
	cents(json, "settlement", party->settlement.settlement);
	put_fact(json, "claims", &party->claims);
	put_fact(json, "advances", &party->advances);
	put_fact(json, "payments", &party->payments);
	json_object_end(json);
}

static void put_party(struct json *json, const struct ledger *ledger, const struct ledger_party *party,
                      const char *language, struct arena *arena)
{
	struct settle_sums sums = settle_sums_of(party);
	struct settled settled = settle_settled_of(party);
	struct texts because = settle_because(party, language, arena);

	json_object_begin(json);
	put_text(json, "party", party->party);
	put_text(json, "agreement", party->paid->agreement->name);
	put_text(json, "form", party->paid->form->code);
	put_text(json, "state", settle_state(party));
	put_sums(json, &sums, &settled);
	cents(json, "open_cents", settle_open(party));
	cents(json, "band_percent", party->paid->funding->band_percent);
	cents(json, "shared_percent", party->paid->funding->shared_percent);
	put_areas(json, party, arena);
	put_statement(json, ledger->year, party);
	put_facts(json, party);
	json_key(json, "because");
	json_array_begin(json);
	for (size_t i = 0; i < because.count; i++)
		json_text(json, because.items[i]);
	json_array_end(json);
	json_object_end(json);
}

static void add_up(struct settle_sums *sums, struct settled *settled, const struct ledger_party *party)
{
	struct settle_sums one = settle_sums_of(party);
	struct settled of = settle_settled_of(party);

	sums->committed += one.committed;
	sums->delivered += one.delivered;
	sums->claimed += one.claimed;
	sums->approved += one.approved;
	sums->stated += one.stated;
	sums->advances += one.advances;
	sums->paid += one.paid;
	settled->borne.result += of.borne.result;
	settled->borne.party += of.borne.party;
	settled->borne.municipality += of.borne.municipality;
	settled->due += of.due;
	settled->balance += of.balance;
}

void settle_to_json(const struct ledger *ledger, const char *language, struct arena *arena, struct text *out)
{
	struct json json = { .out = out };
	struct settle_sums sums = { 0 };
	struct settled settled = { 0 };
	char day[DATE_TEXT_SIZE];

	json_object_begin(&json);
	put_text(&json, "scheme", ledger->entry->scheme.name);
	cents(&json, "year", ledger->year);
	put_text(&json, "on", date_print(ledger->on, day));
	put_text(&json, "rounding", APPORTION_RULE);
	json_key(&json, "parties");
	json_array_begin(&json);
	for (size_t i = 0; i < ledger->parties_count; i++) {
		put_party(&json, ledger, &ledger->parties[i], language, arena);
		add_up(&sums, &settled, &ledger->parties[i]);
	}
	json_array_end(&json);
	json_key(&json, "total");
	json_object_begin(&json);
	put_sums(&json, &sums, &settled);
	json_object_end(&json);
	json_object_end(&json);
}

/* --- words --- */

static const char *party_label(const struct ledger *ledger, const char *party)
{
	const struct scheme_party *found = scheme_party(&ledger->entry->scheme, party);

	return found == NULL ? party : found->label;
}

void settle_to_words(const struct ledger *ledger, const char *language, struct arena *arena, struct text *out)
{
	text_print(out, words_in(language, WORDS("%s, afrekening van %lld.\n")), ledger->entry->scheme.label,
	           (long long)ledger->year);
	for (size_t i = 0; i < ledger->parties_count; i++) {
		const struct ledger_party *party = &ledger->parties[i];
		struct texts because = settle_because(party, language, arena);

		text_print(out, "%s: %s\n", party_label(ledger, party->party),
		           words_in(language, choice_label(settle_states, settle_state(party))));
		for (size_t j = 0; j < because.count; j++)
			text_print(out, "  %s\n", because.items[j]);
	}
}
