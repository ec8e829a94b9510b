/* SPDX-License-Identifier: EUPL-1.2 */
#include "outlook/monitor/monitor.h"

#include "common/journal/register.h"
#include "monitor_sql.h"
#include "outlook/monitor/counting.h"
#include "platform/base/text.h"
#include "platform/base/words.h"

#define MAX_LINES_BYTES ((size_t)64 * 1024)

const struct promise promises[PROMISES_COUNT] = {
	{ 1, WORDS("Elke cliënt heeft op elke dag een eigenaar en een aanspreekpunt.") },
	{ 2, WORDS("Per inwoner, product en dag is er één verantwoordelijke aanbieder; wie er geen heeft, "
	           "wacht.") },
	{ 3, WORDS("Eerst de brief, dan de verandering.") },
	{ 4, WORDS("De praktijk ziet geen prijzen (door de bouw; de toets is tools/layers).") },
	{ 5,
	  WORDS("Een budget houdt geen nodige toekenning tegen (door de bouw; de toets is tools/layers).") },
	{ 6, WORDS("Elke wettelijke termijn is goed berekend.") },
	{ 7, WORDS("Elke keuze legt zichzelf uit, en elk besluit heeft de naam van een persoon.") },
	{ 8, WORDS("Wie een dossier opent, laat een leesbare regel achter.") },
	{ 9, WORDS("Niets dat bevestigd is, gaat verloren; de keten van feiten is heel.") },
	{ 10, WORDS("Elk getal is te volgen tot aan de feiten.") },
};

/* A query whose every row, person and number, breaks a promise. */
struct check {
	int promise;
	bool takes_day;
	const struct db_query *query;
	const char *words;
};

static const struct check checks[] = {
	{ 1, true, &sql_monitor_first_day_alone,
	  WORDS("vanaf de eerste melding is er geen eigenaar en aanspreekpunt") },
	{ 1, true, &sql_monitor_contact_gap,
	  WORDS("de eigenaars en aanspreekpunten sluiten niet op elkaar aan") },
	{ 1, true, &sql_monitor_contact_unnamed,
	  WORDS("de eigenaar heeft geen naam of het aanspreekpunt is niemand") },
	{ 1, false, &sql_monitor_contact_left, WORDS("het aanspreekpunt werkt hier niet meer") },
	{ 2, false, &sql_monitor_two_providers,
	  WORDS("op één dag zijn er twee aanbieders voor hetzelfde product") },
	{ 2, false, &sql_monitor_line_nowhere,
	  WORDS("een toekenning heeft geen aanbieder en staat niet op de wachtlijst, of heeft beide") },
	{ 2, false, &sql_monitor_assigned_otherwise,
	  WORDS("de toewijzing past niet bij product en periode van de toekenning") },
	{ 2, false, &sql_monitor_assigned_apart,
	  WORDS("tussen twee toewijzingen is er geen aanbieder, en niets zegt waarom") },
	{ 2, false, &sql_monitor_delivered_apart,
	  WORDS("op een dag van de toewijzing komt er niemand, of komen er twee") },
	{ 3, true, &sql_monitor_report_without_letter, WORDS("de melding is niet bevestigd met een brief") },
	{ 3, true, &sql_monitor_decision_without_letter, WORDS("bij het besluit is geen brief") },
	{ 3, false, &sql_monitor_assigned_before_letter, WORDS("de toewijzing kwam vóór de brief") },
	{ 3, false, &sql_monitor_handed_over_untold,
	  WORDS("er komt iemand anders, en dat is niet eerst verteld") },
	{ 3, false, &sql_monitor_ended_untold,
	  WORDS("de toewijzing stopte eerder, en dat is niet eerst verteld") },
	{ 3, false, &sql_monitor_changed_without_notice,
	  WORDS("de verandering kwam eerder dan de aankondiging toelaat") },
	{ 6, false, &sql_monitor_term_missing, WORDS("hier hoort een termijn bij, en die is er niet") },
	{ 6, false, &sql_monitor_term_stands,
	  WORDS("de termijn loopt nog terwijl het klaar is, of is klaar terwijl het er niet is") },
	{ 6, false, &sql_monitor_term_gap, WORDS("de dagen van een termijn sluiten niet aan") },
	{ 7, false, &sql_monitor_decided_by_nobody, WORDS("het besluit is van geen persoon") },
	{ 8, false, &sql_monitor_reader_unknown,
	  WORDS("de lezer is geen account, of de persoon bestaat niet") },
	{ 9, false, &sql_monitor_fact_without_cause, WORDS("het feit volgt uit een feit dat er niet is") },
	{ 9, false, &sql_monitor_order_sent_silently,
	  WORDS("geen feit zegt dat deze opdracht is verzonden") },
	{ 9, false, &sql_monitor_assigned_without_order, WORDS("bij deze toewijzing is geen opdracht") },
	{ 10, false, &sql_monitor_row_without_fact,
	  WORDS("het feit van deze regel staat niet in het journaal") },
	{ 10, false, &sql_monitor_number_without_fact, WORDS("deze regel noemt een feit dat er niet is") },
	{ 10, false, &sql_monitor_row_without_ground, WORDS("deze regel rust op een regel die er niet is") },
	{ 10, false, &sql_monitor_report_without_case, WORDS("melding en werklijst komen niet overeen") },
	{ 10, false, &sql_monitor_waiting_elsewhere,
	  WORDS("een toekenning wacht, maar de zaak staat anders in de werklijst") },
	{ 10, false, &sql_monitor_history,
	  WORDS("de dagen van een zaak sluiten niet aan, of eindigen anders dan de zaak staat") },
	{ 10, false, &sql_monitor_contact_elsewhere,
	  WORDS("in de werklijst staat een ander aanspreekpunt dan in het dossier") },
	{ 10, false, &sql_monitor_case_due,
	  WORDS("in de werklijst staat een andere laatste dag dan bij de termijn") },
	{ 10, false, &sql_monitor_counters, WORDS("het bijgehouden aantal zaken klopt niet met de telling") },
};

void counting_add(struct counting *counting, int promise, int64_t count, struct violation violation)
{
	struct promise_count *counted = &counting->result->promises[promise - 1];

	if (count > 0 && counted->violations < MONITOR_EXAMPLES) {
		violation.register_id = counting->register_id;
		counted->examples[counted->violations] = violation;
	}
	counted->violations += count;
}

static enum status run_check(struct counting *counting, const struct check *check, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(counting->register_id),
		                        value_date(counting->monitor->on) };
	enum status status = db_select(counting->monitor->db, check->query, values, check->takes_day ? 2 : 1,
	                               &rows, fault);

	while (status == OK && (status = db_next(&rows, fault)) == OK)
		counting_add(counting, check->promise, 1,
		             (struct violation){ .person = db_number(&rows, 0),
		                                 .number = db_number(&rows, 1),
		                                 .words = check->words });
	return status == NOT_FOUND ? OK : status;
}

static enum status verify_register(struct counting *counting, struct fault *fault)
{
	enum status status = OK;

	for (size_t i = 0; status == OK && i < COUNT(checks); i++)
		status = run_check(counting, &checks[i], fault);
	if (status == OK)
		status = count_wrong_terms(counting, fault);
	if (status == OK)
		status = count_poor_explanations(counting, fault);
	if (status == OK)
		status = count_broken_chain(counting, fault);
	return status == OK ? count_lost_files(counting, fault) : status;
}

static enum status verify_registers(const struct monitor *monitor, struct monitor_result *result,
                                    struct fault *fault)
{
	struct counting counting = { .monitor = monitor, .result = result };
	struct records registers;
	enum status status = journal_registers(monitor->db, monitor->arena, &registers, fault);

	for (size_t i = 0; status == OK && i < registers.count; i++) {
		counting.register_id = ((const struct journal_register *)registers.items)[i].register_id;
		status = verify_register(&counting, fault);
	}
	if (status == OK)
		count_lost_registers(&counting, &registers);
	counting.register_id = 0;
	return status == OK ? count_unreadable_reads(&counting, fault) : status;
}

enum status monitor_verify(const struct monitor *monitor, struct monitor_result *ret_result,
                           struct fault *fault)
{
	enum status status = db_begin_read(monitor->db, fault);

	if (status)
		return status;
	*ret_result = (struct monitor_result){ 0 };
	status = verify_registers(monitor, ret_result, fault);
	db_rollback(monitor->db);
	return status;
}

int64_t monitor_total(const struct monitor_result *result)
{
	int64_t total = 0;

	for (size_t i = 0; i < PROMISES_COUNT; i++)
		total += result->promises[i].violations;
	return total;
}

const char *monitor_lines(const struct monitor_result *result, const char *language, struct arena *arena)
{
	CLEANUP(text_done) struct text lines = text_new(MAX_LINES_BYTES);

	for (size_t i = 0; i < PROMISES_COUNT; i++)
		text_print(&lines, "%d\t%lld\t%s\n", promises[i].number,
		           (long long)result->promises[i].violations, words_in(language, promises[i].words));
	return arena_copy(arena, text_words(&lines));
}

const char *monitor_examples(const struct monitor_result *result, const char *language, struct arena *arena)
{
	CLEANUP(text_done) struct text lines = text_new(MAX_LINES_BYTES);

	for (size_t i = 0; i < PROMISES_COUNT; i++)
		for (size_t j = 0; j < MONITOR_EXAMPLES && result->promises[i].examples[j].words != NULL;
		     j++) {
			const struct violation *violation = &result->promises[i].examples[j];

			text_print(&lines,
			           words_in(language,
			                    WORDS("belofte %d: register %lld, persoon %lld, nummer %lld: ")),
			           promises[i].number, (long long)violation->register_id,
			           (long long)violation->person, (long long)violation->number);
			text_print(&lines, "%s\n", words_in(language, violation->words));
		}
	return arena_copy(arena, text_words(&lines));
}
