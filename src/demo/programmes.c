/* SPDX-License-Identifier: EUPL-1.2 */
#include "demo/programmes.h"

#include <string.h>

#include "policy/programme/begin.h"
#include "policy/programme/choose.h"
#include "policy/programme/endorse.h"
#include "policy/programme/need.h"
#include "policy/programme/talk.h"

#define TALKED_YEARS 2
#define PLANNED_DAYS 16 /* after today */
#define CLOSING (17 * 3600)
#define DAYS_IN_YEAR 365

#define BEFORE "thuisondersteuning"
#define NOW "hulp-dicht-bij-huis"

/* Who is at the table of a register, by account. */
struct table {
	const char *policy, *provider, *worker, *council;
};

static const char *account_of(const struct filling *filling, const char *role)
{
	const struct demo_account *found = settings_account(filling->ground.of, role);

	return found == NULL ? NULL : found->account;
}

/* False where a register has not somebody for each place. */
static bool find_table(const struct filling *filling, struct table *ret_table)
{
	*ret_table = (struct table){ account_of(filling, "policy_adviser"), account_of(filling, "provider"),
		                     account_of(filling, "social_worker"),
		                     account_of(filling, "participation_council") };
	return ret_table->policy != NULL && ret_table->provider != NULL && ret_table->worker != NULL &&
	       ret_table->council != NULL;
}

static enum status bring(struct filling *filling, const struct journal_kind *kind, const char *account,
                         void *item, struct fault *fault)
{
	int64_t fact;

	return acts_append(filling, kind, account, item, &fact, fault);
}

static enum status begin(struct filling *filling, const struct table *table, struct programme_begun *begun,
                         struct fault *fault)
{
	struct programme_group groups[] = { { "Aanbieders", "providers", table->provider },
		                            { "Wijkteams", "teams", table->worker },
		                            { "Participatieraad", "participation", table->council } };

	begun->groups = (struct records){ groups, COUNT(groups) };
	return bring(filling, &programme_begun_kind, table->policy, begun, fault);
}

/* --- the one that went before --- */

static enum status begin_before(struct filling *filling, const struct table *table, struct fault *fault)
{
	struct programme_begun begun = {
		.title = "Thuisondersteuning",
		.aim = "Eén samenhangende ondersteuning thuis. De inwoner houdt de regie.",
		.reason = "Wij willen meer samen doen met wat er al is in de buurt, en een beter gesprek met "
			  "minder aanbieders.",
		.form_before = "open_house",
		.parties_before = 96,
		.before_words =
			"Wie aan de eisen voldeed, kreeg een contract. Er werd vooral in uren gerekend; "
			"dat stond het goede gesprek in de weg.",
		.talks_since = date_add_days(filling->clock.fixed_day, -TALKED_YEARS * DAYS_IN_YEAR),
	};
	struct interest_mapped interest = {
		.of = { .programme = BEFORE },
		.who = "Grote aanbieders",
		.wants = "Zekerheid over hoeveel cliënten er komen.",
		.collides_with = "Inwoners willen zelf kiezen wie er komt.",
		.handled = "Kiezen blijft. Wij zeggen wel vooraf hoeveel inwoners er in een gebied wonen.",
	};
	enum status status = begin(filling, table, &begun, fault);

	return status == OK ? bring(filling, &interest_mapped_kind, table->policy, &interest, fault) : status;
}

static enum status talk_before(struct filling *filling, const struct table *table, struct fault *fault)
{
	struct talk_guest guests[] = { { "Aanbieders van huishoudelijke hulp", "yes", 14, 0 },
		                       { "Kleine aanbieders van begeleiding", "maybe", 6, 0 },
		                       { "Participatieraad", "unknown", 3, 0 } };
	struct talk_point points[] = { { "content", "De inwoner wil steeds dezelfde hulp.", 0 },
		                       { "content", "Eén plan voor een gezin, in plaats van drie.", 0 },
		                       { "money", "Wanneer horen wij iets over het tarief?", 0 } };
	struct consultation_held held = {
		.of = { .programme = BEFORE },
		.held_on = date_add_days(filling->clock.fixed_day, -DAYS_IN_YEAR),
		.subject = "Marktconsultatie: wat heeft de inwoner nodig?",
		.guests = { guests, COUNT(guests) },
		.points = { points, COUNT(points) },
		.outcome = "Over geld praten wij als de inhoud klaar is.",
	};
	struct wish_tested wish = {
		.of = { .programme = BEFORE },
		.words = "Eén plan voor het hele gezin.",
		.agreement = "Het contract tot nu toe",
		.fits = "no",
		.why = "Dat contract rekent in uren per persoon.",
	};
	struct need_noted need = { .of = { .programme = BEFORE },
		                   .sort = "need",
		                   .words = "Steeds dezelfde hulp, die je kent.",
		                   .source = "resident" };
	struct need_landed landed = { .of = { .programme = BEFORE },
		                      .outcome = "landed",
		                      .words = "In de inhoud: elke inwoner heeft een vaste hulp." };
	enum status status = bring(filling, &consultation_held_kind, table->policy, &held, fault);

	if (status == OK)
		status = bring(filling, &wish_tested_kind, table->policy, &wish, fault);
	if (status == OK)
		status = acts_append(filling, &need_noted_kind, table->council, &need, &landed.need, fault);
	return status == OK ? bring(filling, &need_landed_kind, table->policy, &landed, fault) : status;
}

static enum status write_before(struct filling *filling, const struct table *table, struct fault *fault)
{
	struct vision_written vision = {
		.of = { .programme = BEFORE },
		.words = "De inwoner staat centraal en houdt de regie. Wij kijken eerst naar wat iemand zelf "
			 "kan, "
			 "met naasten en buurt. Daarna helpen wij als één geheel, zo licht als het kan.",
		.with_whom = "Aanbieders, wijkteams en participatieraad, in zes avonden.",
	};
	struct content_written content = {
		.of = { .programme = BEFORE },
		.words = "Elke inwoner heeft een vaste hulp. Aanbieders werken samen in één plan, en zeggen "
			 "precies hoe en met wie. Wat in de buurt kan, gaat voor.",
		.started_from = "De werkgroep doorontwikkeling van het vorige contract",
		.with_providers = "Zes avonden met veertien aanbieders.",
		.with_teams = "Elke maand een middag.",
		.with_participation = "Drie leden schreven mee.",
	};
	enum status status = bring(filling, &vision_written_kind, table->policy, &vision, fault);

	return status == OK ? bring(filling, &content_written_kind, table->policy, &content, fault) : status;
}

static enum status choose_before(struct filling *filling, const struct table *table, struct fault *fault)
{
	struct choice_alternative again[] = {
		{ "Het contract verlengen", NULL, 0, "Rust voor cliënten.", "De wensen passen er niet in.",
		  0 },
		{ "Opnieuw aanbesteden", NULL, 0, "Ruimte voor één plan.", "Cliënten wisselen soms van hulp.",
		  0 },
	};
	struct choice_alternative forms[] = {
		{ "Open house", "open_house", 0, "Iedereen kan meedoen.",
		  "Te veel partijen voor een goed gesprek.", 0 },
		{ "Gesloten contract met een drempel", "threshold", 0,
		  "Kwaliteit beslist, ook voor kleine partijen.", "Hoeveel er winnen is vooraf niet bekend.",
		  0 },
		{ "Een vast aantal", "fixed_number", 5, "Overzicht.", "Het aantal zegt niets over kwaliteit.",
		  0 },
	};
	struct choice_made retender = {
		.of = { .programme = BEFORE },
		.subject = "retender",
		.question = "Verlengen of opnieuw aanbesteden?",
		.alternatives = { again, COUNT(again) },
		.chosen = again[1].what,
		.reason = "De inhoud past niet meer in het oude contract.",
		.vision = 1,
		.decided_with = "Aanbieders, wijkteams en participatieraad",
		.decided_on = filling->clock.fixed_day,
	};
	struct choice_made form = retender;
	enum status status = bring(filling, &choice_made_kind, table->policy, &retender, fault);

	form.subject = "form";
	form.question = "Welke vorm van inkoop past bij de visie?";
	form.alternatives = (struct records){ forms, COUNT(forms) };
	form.chosen = forms[1].what;
	form.reason = "Wie de visie deelt en goed werk levert, kan meedoen: de inhoud beslist.";
	return status == OK ? bring(filling, &choice_made_kind, table->policy, &form, fault) : status;
}

static enum status try_out(struct filling *filling, const struct table *table, const char *programme,
                           struct fault *fault)
{
	struct content_tested tested[] = {
		{ .tester = "providers",
		  .situation = "Een vrouw van 82 met beginnende dementie.",
		  .meaning = "De hulp merkt het als eerste, en belt zelf het wijkteam." },
		{ .tester = "residents",
		  .situation = "Een man van 75 die slecht ziet.",
		  .meaning = "Hij houdt zijn eigen hulp." },
		{ .tester = "teams",
		  .situation = "Een gezin met drie soorten hulp.",
		  .meaning = "Er is één plan en één aanspreekpunt." },
	};
	const char *const accounts[] = { table->provider, table->council, table->worker };
	enum status status = OK;

	for (size_t i = 0; status == OK && i < COUNT(tested); i++) {
		tested[i].of.programme = programme;
		tested[i].outcome = "works";
		status = bring(filling, &content_tested_kind, accounts[i], &tested[i], fault);
	}
	return status;
}

/* Each group says yes to what the kind speaks of. */
static enum status endorse(struct filling *filling, const struct table *table,
                           const struct journal_kind *kind, struct fault *fault)
{
	const char *const accounts[] = { table->provider, table->worker, table->council };
	enum status status = OK;

	for (size_t i = 0; status == OK && i < COUNT(accounts); i++) {
		struct endorsement endorsement = { .of = { .programme = BEFORE },
			                           .version = 1,
			                           .outcome = "endorsed",
			                           .about = kind == &finance_endorsed_kind
			                                            ? "De tarieventabel"
			                                            : NULL };

		status = bring(filling, kind, accounts[i], &endorsement, fault);
	}
	return status;
}

static enum status endorse_before(struct filling *filling, const struct table *table, struct fault *fault)
{
	enum status status = try_out(filling, table, BEFORE, fault);

	if (status == OK)
		status = endorse(filling, table, &vision_endorsed_kind, fault);
	return status == OK ? endorse(filling, table, &content_endorsed_kind, fault) : status;
}

static enum status open_money(struct filling *filling, const struct table *table, struct fault *fault)
{
	struct finance_opened opened = {
		.of = { .programme = BEFORE },
		.words = "Wij rekenen samen met drie aanbieders uit wat goede hulp kost.",
	};
	enum status status = bring(filling, &finance_opened_kind, table->policy, &opened, fault);

	return status == OK ? endorse(filling, table, &finance_endorsed_kind, fault) : status;
}

/* --- the one that has just begun --- */

static enum status write_now(struct filling *filling, const struct table *table, struct fault *fault)
{
	struct vision_written vision = {
		.of = { .programme = NOW },
		.words = "Hulp is dichtbij: wie komt, kent de buurt en de mensen die er al zijn.",
		.with_whom = "Twee avonden met aanbieders, wijkteams en participatieraad.",
	};
	struct content_written content = {
		.of = { .programme = NOW },
		.words = "In elke buurt is één aanspreekpunt. Wie hulp geeft, kent de vrijwilligers en de "
			 "ontmoetingsplek. Wij proberen eerst wat in de buurt kan.",
		.with_providers = "Vier aanbieders schreven mee.",
		.with_teams = "Twee teams lazen het en vulden aan.",
		.with_participation = "Twee leden schreven mee.",
	};
	enum status status = bring(filling, &vision_written_kind, table->policy, &vision, fault);

	if (status == OK)
		status = bring(filling, &content_written_kind, table->policy, &content, fault);
	return status == OK ? try_out(filling, table, NOW, fault) : status;
}

static enum status plan_now(struct filling *filling, const struct table *table, struct fault *fault)
{
	struct need_noted need = { .of = { .programme = NOW },
		                   .sort = "need",
		                   .words = "Iemand die ook komt als het weekend is.",
		                   .source = "participation" };
	struct consultation_planned planned = {
		.of = { .programme = NOW },
		.planned_on = date_add_days(filling->clock.fixed_day, PLANNED_DAYS),
		.subject = "Wie helpt er al in de buurt?",
		.place = "Het dorpshuis",
		.invited = "Aanbieders, vrijwilligers, wijkteams en participatieraad",
	};
	enum status status = bring(filling, &need_noted_kind, table->council, &need, fault);

	return status == OK ? bring(filling, &consultation_planned_kind, table->policy, &planned, fault)
	                    : status;
}

static enum status begin_now(struct filling *filling, const struct table *table, struct fault *fault)
{
	struct programme_begun begun = {
		.title = "Hulp dicht bij huis",
		.aim = "Hulp uit de eigen buurt, zo licht als het kan.",
		.reason = "Steeds meer mensen wonen langer thuis, en in de buurt is veel dat nog niet wordt "
			  "gebruikt.",
		.form_before = "threshold",
		.scheme_to_come = NOW,
	};

	return begin(filling, table, &begun, fault);
}

static enum status (*const steps[])(struct filling *, const struct table *, struct fault *) = {
	begin_before, talk_before, write_before, choose_before, endorse_before,
	open_money,   begin_now,   write_now,    plan_now,
};

enum status programmes_for_demo(struct filling *filling, struct fault *fault)
{
	struct table table;
	enum status status;

	if (!find_table(filling, &table))
		return OK;
	filling->clock = (struct clock){ filling->ground.of->day, CLOSING };
	status = db_begin(filling->journal.db, fault);
	for (size_t i = 0; status == OK && i < COUNT(steps); i++)
		status = steps[i](filling, &table, fault);
	return db_end(filling->journal.db, status, fault);
}
