/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/exchange/message_codes.h"

#include <string.h>

#include "platform/base/words.h"

/* COD046 */
const struct choice message_genders[] = {
	{ "0", WORDS("onbekend") },
	{ "1", WORDS("man") },
	{ "2", WORDS("vrouw") },
	{ NULL, NULL },
};

/* COD170 */
const struct choice message_unknown_dates[] = {
	{ "1", WORDS("dag onbekend") },
	{ "2", WORDS("dag en maand onbekend") },
	{ "3", WORDS("datum onbekend") },
	{ NULL, NULL },
};

/* COD700 */
const struct choice message_name_uses[] = {
	{ "1", WORDS("eigen naam") },
	{ "2", WORDS("naam van de partner") },
	{ "3", WORDS("naam van de partner, dan eigen naam") },
	{ "4", WORDS("eigen naam, dan naam van de partner") },
	{ "5", WORDS("pseudoniem") },
	{ "6", WORDS("geen natuurlijk persoon") },
	{ NULL, NULL },
};

/* COD757 */
const struct choice message_address_kinds[] = {
	{ "01", WORDS("adres in de basisregistratie") },
	{ "02", WORDS("correspondentieadres") },
	{ "03", WORDS("verblijfadres") },
	{ "04", WORDS("tijdelijk verblijfadres") },
	{ NULL, NULL },
};

/* WMO020 */
const struct choice message_categories[] = {
	{ "01", WORDS("hulp bij het huishouden") },
	{ "02", WORDS("begeleiding") },
	{ "03", WORDS("persoonlijke verzorging") },
	{ "04", WORDS("kortdurend verblijf") },
	{ "05", WORDS("woondiensten") },
	{ "06", WORDS("andere ondersteuning van persoon of gezin") },
	{ "07", WORDS("dagbesteding") },
	{ "08", WORDS("vervoerdiensten") },
	{ "09", WORDS("andere ondersteuning in een groep") },
	{ "10", WORDS("ander maatwerk") },
	{ "11", WORDS("rolstoelen") },
	{ "12", WORDS("vervoervoorzieningen") },
	{ "13", WORDS("woonvoorzieningen") },
	{ "14", WORDS("andere hulpmiddelen") },
	{ "15", WORDS("beschermd wonen") },
	{ "16", WORDS("opvang") },
	{ "17", WORDS("spoedopvang") },
	{ "18", WORDS("ander beschermd wonen en opvang") },
	{ NULL, NULL },
};

/* WJ756 */
const struct choice message_units[] = {
	{ "01", WORDS("minuut") },
	{ "04", WORDS("uur") },
	{ "14", WORDS("etmaal") },
	{ "16", WORDS("dagdeel van 4 uur") },
	{ "82", WORDS("stuk (resultaat)") },
	{ "83", WORDS("euro") },
	{ "84", WORDS("stuk (inspanning)") },
	{ NULL, NULL },
};

/* WMO757 */
const struct choice message_frequencies[] = {
	{ "1", WORDS("per dag") },
	{ "2", WORDS("per week") },
	{ "4", WORDS("per maand") },
	{ "6", WORDS("in totaal over de looptijd") },
	{ NULL, NULL },
};

/* WMO002 */
const struct choice message_change_reasons[] = {
	{ "01", WORDS("administratieve correctie (vervallen)") },
	{ "02", WORDS("cliënt overleden") },
	{ "03", WORDS("contractwijziging") },
	{ "04", WORDS("verlenging na herbeoordeling") },
	{ "05", WORDS("verkorting na herbeoordeling") },
	{ "06", WORDS("naar een ander domein") },
	{ "07", WORDS("verhuizing naar een andere gemeente") },
	{ "08", WORDS("andere leveringsvorm") },
	{ "09", WORDS("naar een andere aanbieder") },
	{ "10", WORDS("andere bekostiging") },
	{ "11", WORDS("gemeentelijke herindeling") },
	{ "12", WORDS("op verzoek van de aanbieder") },
	{ "13", WORDS("verwijderd") },
	{ "14", WORDS("administratieve correctie") },
	{ NULL, NULL },
};

/* WMO588 */
const struct choice message_stop_reasons[] = {
	{ "02", WORDS("cliënt overleden") },
	{ "19", WORDS("volgens plan") },
	{ "20", WORDS("tijdelijk") },
	{ "21", WORDS("door de cliënt, voor de tijd") },
	{ "22", WORDS("door de aanbieder, voor de tijd") },
	{ "23", WORDS("in overeenstemming, voor de tijd") },
	{ "31", WORDS("verhuizing naar een andere gemeente") },
	{ "36", WORDS("door de gemeente") },
	{ "37", WORDS("na een verzoek om wijziging") },
	{ "38", WORDS("naar een andere aanbieder") },
	{ "39", WORDS("naar een ander domein") },
	{ NULL, NULL },
};

/* COD467 */
const struct choice message_delivery_states[] = {
	{ "1", WORDS("eerste aanlevering") },
	{ "2", WORDS("gewijzigde aanlevering") },
	{ "3", WORDS("aanlevering verwijderen") },
	{ "9", WORDS("ongewijzigd") },
	{ NULL, NULL },
};

/* COD043 */
const struct choice message_sides[] = {
	{ "C", WORDS("credit") },
	{ "D", WORDS("debet") },
	{ NULL, NULL },
};

/* COD260 */
const struct choice message_yes_no[] = {
	{ "1", WORDS("ja") },
	{ "2", WORDS("nee") },
	{ NULL, NULL },
};

/* COD327 */
const struct choice message_referrers[] = {
	{ "01", WORDS("gemeente") },           { "02", WORDS("huisarts") },
	{ "03", WORDS("jeugdarts") },          { "04", WORDS("gecertificeerde instelling") },
	{ "05", WORDS("medisch specialist") }, { "06", WORDS("geen verwijzer") },
	{ "08", WORDS("justitie") },           { NULL, NULL },
};

/* WJ758 */
const struct choice message_request_reasons[] = {
	{ "1", WORDS("de situatie van de cliënt is anders") },
	{ "2", WORDS("het zorgplan is anders") },
	{ NULL, NULL },
};

/* WJ759 */
const struct choice message_refusals[] = {
	{ "1", WORDS("vraag het opnieuw aan: dit is geen wijziging") },
	{ "2", WORDS("past niet binnen het budget") },
	{ "3", WORDS("geen contract") },
	{ "4", WORDS("past niet binnen het contract") },
	{ "5", WORDS("hoort bij een andere gemeente") },
	{ "6", WORDS("stapelt met andere ondersteuning") },
	{ "7", WORDS("past niet bij de zorg die nodig is") },
	{ "8", WORDS("woonplaatsbeginsel") },
	{ "9", WORDS("de leeftijdsgrens is bereikt") },
	{ NULL, NULL },
};

/* WJ760 */
const struct choice message_verdicts[] = {
	{ "1", WORDS("afgewezen") },
	{ "2", WORDS("in onderzoek") },
	{ NULL, NULL },
};

/* WJ001 */
const struct choice message_return_codes[] = {
	{ "0001", WORDS("Het bericht is om technische redenen afgekeurd.") },
	{ "0200", WORDS("Geen opmerking.") },
	{ "0233", WORDS("Niet beoordeeld.") },
	{ "0611", WORDS("Het tarief is niet het tarief van het contract.") },
	{ "8001", WORDS("De declaratie is volledig toegekend.") },
	{ "8017", WORDS("Bij deze credit hoort geen bekende debetregel.") },
	{ "8021", WORDS("Dit referentienummer is al eerder gebruikt.") },
	{ "8187", WORDS("De prestatie hoort niet bij deze cliënt.") },
	{ "8214", WORDS("De declaratieperiode volgt niet op de vorige.") },
	{ "8848", WORDS("De dagtekening ligt in de toekomst.") },
	{ "9019", WORDS("De start of stop hoort niet bij een bekende toewijzing.") },
	{ "9056", WORDS("De identificatie van het bericht is al eerder gebruikt.") },
	{ "9063", WORDS("Er is geen eerdere aanlevering om te verwijderen.") },
	{ "9069", WORDS("Er loopt geen start met dezelfde sleutel.") },
	{ "9071", WORDS("De start kan niet weg: er is al een stop gemeld.") },
	{ "9074", WORDS("Deze aanlevering is al eerder ontvangen.") },
	{ "9307", WORDS("De prestatie begint buiten de toewijzing.") },
	{ "9308", WORDS("De prestatie eindigt buiten de toewijzing.") },
	{ "9319", WORDS("De productperiode valt niet binnen de declaratieperiode.") },
	{ "9321", WORDS("Het volume is groter dan in deze periode is toegewezen.") },
	{ "9322", WORDS("De volumes samen zijn groter dan is toegewezen.") },
	{ "9326", WORDS("Er loopt al een start die niet is gestopt.") },
	{ "9332", WORDS("Het toewijzingsnummer is niet uniek.") },
	{ "9333", WORDS("Het declaratienummer is niet uniek.") },
	{ "9338", WORDS("De prestatie hoort niet bij een bekende toewijzing.") },
	{ "9339", WORDS("De productcategorie is anders dan in de toewijzing.") },
	{ "9340", WORDS("De productcode is anders dan in de toewijzing.") },
	{ "9341", WORDS("De eenheid past niet bij de toewijzing.") },
	{ "9346", WORDS("Het bedrag is niet volume maal tarief.") },
	{ "9347", WORDS("De referentie van de aanbieder is al eerder gebruikt.") },
	{ "9349", WORDS("Het verzoek noemt niet alle lopende toewijzingen.") },
	{ "9350", WORDS("Het ongewijzigde product hoort niet bij een lopende toewijzing.") },
	{ "9351", WORDS("Het te wijzigen product hoort niet bij een lopende toewijzing.") },
	{ "9355", WORDS("De referentie hoort niet bij een eerder verzoek.") },
	{ "9357", WORDS("De gewenste datum is voorbij en is niet de oude ingangsdatum.") },
	{ "9359", WORDS("Met deze referentie is al een toewijzing gestuurd.") },
	{ "9360", WORDS("Er is al gemeld dat dit verzoek in onderzoek is.") },
	{ "9361", WORDS("Het product komt vaker voor in dezelfde tijd.") },
	{ "9365", WORDS("Dit verzoek is al beantwoord.") },
	{ "9366", WORDS("De referentie komt in geen declaratie voor.") },
	{ "9367", WORDS("De waarde is anders dan in de declaratie.") },
	{ "9369", WORDS("De prestaties passen niet binnen het budget.") },
	{ "9373", WORDS("Het budget wijzigt, maar de ingangsdatum is niet de oude.") },
	{ "9374", WORDS("Er loopt al een verzoek.") },
	{ "9375", WORDS("Er is een omvang, terwijl de toewijzing geen product heeft.") },
	{ "9379", WORDS("De referentie van de aanbieder is ten onrechte gevuld.") },
	{ "9384", WORDS("De toewijzing is verwijderd.") },
	{ "9385", WORDS("Op deze toewijzing zijn prestaties goedgekeurd.") },
	{ "9387", WORDS("De productperiode begint niet op de eerste dag van de maand.") },
	{ "9388", WORDS("De productperiode eindigt niet op de laatste dag van de maand.") },
	{ "9389", WORDS("Deze debetregel is al ingediend en niet gecrediteerd.") },
	{ "9390", WORDS("Deze prestatie is al gecrediteerd.") },
	{ "9411", WORDS("De omvang ontbreekt, terwijl de toewijzing een productcode heeft.") },
	{ "9412", WORDS("Er is een omvang, terwijl de toewijzing geen productcode heeft.") },
	{ "9413", WORDS("De levering is al tijdelijk gestopt.") },
	{ "9414", WORDS("De stop ligt voor een eerdere stop.") },
	{ "9415", WORDS("De levering is al definitief gestopt.") },
	{ "S300", WORDS("De gemeentecode bestaat niet.") },
	{ "S329", WORDS("De productcode hoort niet bij de categorie.") },
	{ NULL, NULL },
};

/* clang-format off */
/* Codes that are never shown to anybody have themselves as label. */
#define SAME(code) { #code, #code }

/* COD747 */
const struct choice message_communication_forms[] = {
	SAME(1), SAME(2), SAME(3),
	{ NULL, NULL },
};

/* WJ232 */
const struct choice message_legal_states[] = {
	SAME(01), SAME(02), SAME(03), SAME(04), SAME(05), SAME(11), SAME(12),
	{ NULL, NULL },
};

/* WJ003 */
const struct choice message_representations[] = {
	SAME(06), SAME(07), SAME(08), SAME(09), SAME(10),
	{ NULL, NULL },
};

/* COD472 */
const struct choice message_relation_kinds[] = {
	SAME(03), SAME(04), SAME(05), SAME(06), SAME(07), SAME(08), SAME(09), SAME(10), SAME(11),
	SAME(12), SAME(13), SAME(14), SAME(15), SAME(16), SAME(17), SAME(18), SAME(19), SAME(20),
	SAME(21), SAME(22), SAME(23), SAME(24), SAME(25),
	{ NULL, NULL },
};

/* NUM061 */
const struct choice message_house_notes[] = {
	SAME(AB), SAME(BY), SAME(TO), SAME(WW),
	{ NULL, NULL },
};

/* COD032 */
const struct choice message_countries[] = {
	SAME(AD), SAME(AE), SAME(AF), SAME(AG), SAME(AI), SAME(AL), SAME(AM), SAME(AO), SAME(AQ),
	SAME(AR), SAME(AS), SAME(AT), SAME(AU), SAME(AW), SAME(AX), SAME(AZ), SAME(BA), SAME(BB),
	SAME(BD), SAME(BE), SAME(BF), SAME(BG), SAME(BH), SAME(BI), SAME(BJ), SAME(BL), SAME(BM),
	SAME(BN), SAME(BO), SAME(BQ), SAME(BR), SAME(BS), SAME(BT), SAME(BV), SAME(BW), SAME(BY),
	SAME(BZ), SAME(CA), SAME(CC), SAME(CD), SAME(CF), SAME(CG), SAME(CH), SAME(CI), SAME(CK),
	SAME(CL), SAME(CM), SAME(CN), SAME(CO), SAME(CR), SAME(CU), SAME(CV), SAME(CW), SAME(CX),
	SAME(CY), SAME(CZ), SAME(DE), SAME(DJ), SAME(DK), SAME(DM), SAME(DO), SAME(DZ), SAME(EC),
	SAME(EE), SAME(EG), SAME(EH), SAME(ER), SAME(ES), SAME(ET), SAME(FI), SAME(FJ), SAME(FK),
	SAME(FM), SAME(FO), SAME(FR), SAME(GA), SAME(GB), SAME(GD), SAME(GE), SAME(GF), SAME(GG),
	SAME(GH), SAME(GI), SAME(GL), SAME(GM), SAME(GN), SAME(GP), SAME(GQ), SAME(GR), SAME(GS),
	SAME(GT), SAME(GU), SAME(GW), SAME(GY), SAME(HK), SAME(HM), SAME(HN), SAME(HR), SAME(HT),
	SAME(HU), SAME(ID), SAME(IE), SAME(IL), SAME(IM), SAME(IN), SAME(IO), SAME(IQ), SAME(IR),
	SAME(IS), SAME(IT), SAME(JE), SAME(JM), SAME(JO), SAME(JP), SAME(KE), SAME(KG), SAME(KH),
	SAME(KI), SAME(KM), SAME(KN), SAME(KP), SAME(KR), SAME(KW), SAME(KY), SAME(KZ), SAME(LA),
	SAME(LB), SAME(LC), SAME(LI), SAME(LK), SAME(LR), SAME(LS), SAME(LT), SAME(LU), SAME(LV),
	SAME(LY), SAME(MA), SAME(MC), SAME(MD), SAME(ME), SAME(MF), SAME(MG), SAME(MH), SAME(MK),
	SAME(ML), SAME(MM), SAME(MN), SAME(MO), SAME(MP), SAME(MQ), SAME(MR), SAME(MS), SAME(MT),
	SAME(MU), SAME(MV), SAME(MW), SAME(MX), SAME(MY), SAME(MZ), SAME(NA), SAME(NC), SAME(NE),
	SAME(NF), SAME(NG), SAME(NI), SAME(NL), SAME(NO), SAME(NP), SAME(NR), SAME(NU), SAME(NZ),
	SAME(OM), SAME(PA), SAME(PE), SAME(PF), SAME(PG), SAME(PH), SAME(PK), SAME(PL), SAME(PM),
	SAME(PN), SAME(PR), SAME(PS), SAME(PT), SAME(PW), SAME(PY), SAME(QA), SAME(RE), SAME(RO),
	SAME(RS), SAME(RU), SAME(RW), SAME(SA), SAME(SB), SAME(SC), SAME(SD), SAME(SE), SAME(SG),
	SAME(SH), SAME(SI), SAME(SJ), SAME(SK), SAME(SL), SAME(SM), SAME(SN), SAME(SO), SAME(SR),
	SAME(SS), SAME(ST), SAME(SV), SAME(SX), SAME(SY), SAME(SZ), SAME(TC), SAME(TD), SAME(TF),
	SAME(TG), SAME(TH), SAME(TJ), SAME(TK), SAME(TL), SAME(TM), SAME(TN), SAME(TO), SAME(TR),
	SAME(TT), SAME(TV), SAME(TW), SAME(TZ), SAME(UA), SAME(UG), SAME(UM), SAME(US), SAME(UY),
	SAME(UZ), SAME(VA), SAME(VC), SAME(VE), SAME(VG), SAME(VI), SAME(VN), SAME(VU), SAME(WF),
	SAME(WS), SAME(YE), SAME(YT), SAME(ZA), SAME(ZM), SAME(ZW),
	{ NULL, NULL },
};

struct texts message_codes_in(const char *codes, struct arena *arena)
{
	struct texts found = { .items = ARENA_MANY(arena, strlen(codes) + 1, const char *) };

	while (*codes != '\0') {
		size_t length = strcspn(codes, " ");

		found.items[found.count++] = arena_copy_part(arena, codes, length);
		codes += length + strspn(codes + length, " ");
	}
	return found;
}
