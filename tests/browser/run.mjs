#!/usr/bin/env node
// Walks the road in a browser, each step as the person who takes it, and looks at every page on the way; prints TAP.
// Every whole road keeps pictures in the folder KEPT, where it is given (make screens); SCREENS takes pictures of all pages.
// ONLY takes the parts whose name matches.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { createHmac } from "node:crypto";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { look, watch } from "./look.mjs";
import { command, folder, serve } from "./program.mjs";
import { claims } from "./claims.mjs";
import * as roads from "./roads.mjs";
import { tender } from "./tender.mjs";
import * as tenders from "./tenders.mjs";

const RESIDENTS = 300;
const FEW = 40; // where a road only passes
const FLAGS = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
	"--disable-sync", "--lang=nl"];
const { SCREENS: screens, KEPT: kept } = process.env;
const KEPT_SIZES = { "": { width: 1280, height: 900 }, "-phone": { width: 390, height: 844 } };
let count = 0, failed = 0;

/** Says how a claim came out; one that ends in [TOM-12] shows that row of the requirements. */
function say(claimed, complaints = []) {
	const [, words, rows] = claimed.match(/^(.*?)(?: \[([A-Z0-9, -]+)\])?$/s);

	count++;
	if (rows !== undefined && complaints.length === 0)
		console.log(`# shows ${rows.replaceAll(",", "")}`);
	failed += complaints.length > 0 ? 1 : 0;
	console.log(`${complaints.length > 0 ? "not ok" : "ok"} ${count} - ${words}`);
	for (const complaint of complaints.slice(0, 20))
		console.log(`# ${String(complaint).replaceAll("\n", "\n# ")}`);
}

/** A claim: words, and what is wrong when it does not hold. */
const claim = (words, holds, otherwise = "it does not") => say(words, holds ? [] : [otherwise]);

/** Runs a part of the road; what it throws is a failure, and the rest goes on. */
async function part(words, walk) {
	if (process.env.ONLY !== undefined && !words.match(process.env.ONLY))
		return;
	try {
		await walk();
	} catch (error) {
		say(words, [error.stack]);
	}
}

for (const made of [screens, kept].filter((one) => one !== undefined))
	mkdirSync(made, { recursive: true });
const server = await serve(RESIDENTS);
const browser = await chromium.launch({
	executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
	args: process.getuid() === 0 ? [...FLAGS, "--no-sandbox"] : FLAGS,
});

/** A browser of somebody's own. */
async function newVisitor(options = {}) {
	const baseURL = options.baseURL ?? server.address;
	const context = await browser.newContext({ locale: "nl-NL", acceptDownloads: true, ...options, baseURL });
	const heard = watch(context, baseURL);
	const page = await context.newPage();

	page.setDefaultTimeout(10000);
	return { context, page, heard };
}

let visitor = await newVisitor();
let page = visitor.page;

/** Looks at the page that is shown and says what is wrong with it. */
async function see(name) {
	await page.waitForLoadState("load");
	const complaints = await look(page, name, screens);

	say(`${name}: no barriers, fits a phone and 400%`, complaints);
	say(`${name}: nothing goes wrong behind it`, visitor.heard());
}

/** Keeps a picture of what is seen first, at a desk and on a phone. */
async function keep(name) {
	if (kept === undefined)
		return;
	await page.evaluate(() => window.scrollTo(0, 0));
	const before = page.viewportSize();

	for (const [size, viewport] of Object.entries(KEPT_SIZES)) {
		await page.setViewportSize(viewport);
		await page.screenshot({ path: join(kept, `${name}${size}.png`), animations: "disabled", caret: "hide" });
	}
	await page.setViewportSize(before);
}

/** Somebody else takes over, with one click on the login page; null: somebody without an account. */
async function become(name, options) {
	await visitor.context.close();
	visitor = await newVisitor(options);
	page = visitor.page;
	if (name === null)
		return;
	await page.goto("/login");
	await page.getByRole("button", { name, exact: false }).first().click();
}

const text = async (selector) => (await page.locator(selector).first().innerText()).trim();
const main = () => text("main");
const fill = async (fields) => {
	for (const [label, value] of Object.entries(fields))
		await page.getByLabel(label, { exact: false }).first().fill(value);
};

/** Goes to an element with the Tab key alone, and sees where it is on the way. */
async function tabTo(target) {
	const wanted = typeof target === "string" ? page.locator(target === "submit" ? "[type=submit].utrecht-button--primary-action" : `#${target}`) : target;

	for (let presses = 0; presses < 120; presses++) {
		const at = await wanted.first().evaluate((element) => {
			const style = getComputedStyle(document.activeElement);

			return { isThere: document.activeElement === element, isSeen: style.outlineStyle !== "none" || style.boxShadow !== "none" };
		});

		if (at.isThere) {
			claim(`the keyboard shows that it is at ${target}`, at.isSeen);
			return;
		}
		await page.keyboard.press("Tab");
	}
	throw new Error(`Tab does not reach ${target}`);
}

/** Gives the code that an app with the secret on the page shows now (RFC 6238). */
async function turnOnSecondStep() {
	const letters = (await text("main code.th-code")).replaceAll(" ", "");
	const bits = [...letters].map((letter) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter).toString(2).padStart(5, "0")).join("");
	const key = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
	const step = Buffer.alloc(8);

	step.writeBigInt64BE(BigInt(Math.floor(Date.now() / 30000)));
	const digest = createHmac("sha1", key).update(step).digest();

	await fill({ "Code uit de app": String((digest.readUInt32BE(digest[19] & 15) & 0x7fffffff) % 1000000).padStart(6, "0") });
	await page.getByRole("button", { name: "Tweede stap aanzetten" }).click();
}

/** The code that stands on the paper of a letter, and nowhere else. */
async function codeOf(letter) {
	const paper = await (await page.request.get(`${letter}/pdf`)).body();

	return spawnSync("pdftotext", ["-", "-"], { input: paper, encoding: "utf8" }).stdout.match(/Code: (.*)/)?.[1];
}

const walk = { get page() { return page; }, become, see, keep, claim, text, main, tabTo, codeOf, press: (key) => page.keyboard.press(key) };
let made;

let client, contact;

await part("the desk takes a report", async () => {
	await page.goto("/");
	await see("login");
	await page.getByLabel("Account").fill("iemand");
	await page.getByLabel("Wachtwoord").fill("iets");
	await page.getByRole("button", { name: "Inloggen", exact: true }).click();
	await see("login-refused");
	await page.goto("/invitation?account=iemand");
	await see("invitation");
	await page.goto("/login");
	await page.getByRole("button", { name: /Lotte/ }).click();
	await see("desk");
	await page.getByRole("link", { name: "Cliënten" }).first().click();
	await see("clients");
	await page.getByLabel("Achternaam").fill("de");
	await page.getByRole("button", { name: "Zoeken" }).click();
	await see("clients-found");
	await page.getByRole("link", { name: "Nieuwe melding" }).first().click();
	await see("report");
	await keep("worker-report");

	await fill({ Achternaam: "Proefpersoon", Voorletters: "J", Geboortedatum: "1941-02-28", Straat: "Dorpsstraat", Huisnummer: "12",
		Postcode: "1011 AB", Plaats: "Leek", "Burgerservicenummer (BSN)": "123456789", "Wat vraagt de inwoner?": "Ik kan zelf niet meer stofzuigen." });
	await page.getByRole("radio", { name: "telefoon" }).check();
	await page.getByRole("button", { name: "Vastleggen" }).click();
	await see("report-refused");
	claim("a refused form begins with what must change", await page.evaluate(() => document.activeElement.classList.contains("th-errors")));
	claim("what was typed is still there", await page.getByLabel("Wat vraagt de inwoner?").inputValue() === "Ik kan zelf niet meer stofzuigen.");
	await page.getByRole("link", { name: /Postcode/ }).click();
	claim("a mistake in the list leads to its field", await page.evaluate(() => document.activeElement.id) === "f-who-postcode");
	await fill({ Postcode: "9351 AB", "Burgerservicenummer (BSN)": "999994864" });
	await page.getByRole("button", { name: "Vastleggen" }).dblclick();
	await page.waitForURL(/\/clients\/\d+/);
	client = new URL(page.url()).pathname;
	contact = (await page.locator("dt", { hasText: "Aanspreekpunt" }).locator("xpath=following-sibling::dd[1]").innerText()).trim();
	await see("client-reported");
	await keep("worker-file");
	claim("a double click stores one report", (await main()).match(/Melding ontvangen/g).length <= 2);

	await become(contact);
	await page.goto(client);
	await page.getByRole("link", { name: /Wij hebben uw melding ontvangen/ }).click();
	await see("letter");
	const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "PDF", exact: false }).click()]);
	claim("the letter is there as PDF", readFileSync(await download.path()).subarray(0, 5).toString() === "%PDF-");
	await page.goBack();
	await page.getByRole("link", { name: "Alle keren bekijken" }).click();
	await see("reads");
});

await part("the social worker investigates, with the keyboard alone", async () => {
	await become(contact);
	await see("work");
	await keep("worker-list");
	await page.goto(`${client}/desk`);
	await page.getByRole("link", { name: "De inwoner wil geen plan maken" }).focus();
	await page.keyboard.press("Enter");
	await page.waitForURL(/plan_waived/);
	await see("plan-waived");
	await tabTo("f-words");
	await page.keyboard.type("Aan de telefoon.");
	await tabTo("submit");
	await page.keyboard.press("Enter");
	await page.waitForURL(/done=plan_waived/);
	await page.goto(client);
	await page.getByRole("link", { name: "Onderzoek afronden" }).focus();
	await page.keyboard.press("Enter");
	await page.waitForURL(/investigation_concluded/);
	await see("investigation");
	await keep("worker-investigation");
	const words = { "f-needs": "Het huis is niet schoon.", "f-own_strength": "Afstoffen lukt.", "f-network": "Een dochter komt op zondag.",
		"f-general_provisions": "De boodschappendienst.", "f-conclusion": "Zwaar werk in huis blijft over." };

	for (const [id, value] of Object.entries(words)) {
		await tabTo(id);
		await page.keyboard.type(value);
	}
	await tabTo("f-lines-0-product");
	await page.keyboard.type("Hulp");
	await tabTo("f-lines-0-amount");
	await page.keyboard.type("120");
	await tabTo("submit");
	await page.keyboard.press("Enter");
	await page.waitForURL(/done=investigation_concluded/);
	await see("client-investigated");
	await page.getByRole("link", { name: "Aanvraag vastleggen" }).click();
	await see("application");
	await page.getByRole("button", { name: "Vastleggen" }).click();
	await page.waitForURL(/done=application_received/);
	await see("client-applied");
});

await part("the decider decides", async () => {
	await become("Bas");
	await see("work-decider");
	await page.goto(client);
	await page.getByRole("link", { name: "Besluit nemen" }).click();
	await see("decision");
	await keep("worker-decision");
	claim("what the investigation found is filled in", await page.locator("#f-lines-0-amount").inputValue() === "120");
	await page.getByRole("radio", { name: "toegekend", exact: true }).check();
	await page.locator("#f-lines-0-reasons").fill("Twee uur in de week is nodig.");
	await fill({ Motivering: "Zelf en met hulp lukt het niet." });
	await page.getByRole("button", { name: "Vastleggen" }).click();
	await see("decision-refused");
	await page.locator("#f-lines-0-last_day").fill("2025-05-14");
	await page.getByRole("radio", { name: "Bas Besluit", exact: true }).check();
	await page.getByRole("button", { name: "Vastleggen" }).click();
	await page.waitForURL(/done=decision_taken/);
	await see("client-decided");
	await page.getByRole("link", { name: /Ons besluit/ }).click();
	await see("letter-decision");
	await keep("worker-letter");
});

let order;

await part("the social worker assigns", async () => {
	await become(contact);
	await page.goto("/work?status=waiting");
	await see("work-waiting");
	await page.goto(client);
	await page.getByRole("link", { name: "Aanbieder kiezen" }).first().click();
	await see("assign");
	await page.getByText("Wie niet kan").click();
	await see("assign-reasons");
	await keep("worker-assignment");
	await page.getByRole("button", { name: "Kies MIEP" }).click();
	await page.waitForURL(/done=assignment_made/);
	await see("client-assigned");
	claim("no price anywhere", !/€|euro|tarief/i.test(await page.content()));
});

/** What a provider answers that refuses an order: the order's own header, its key, and a code. */
function refusalOf(number) {
	const sent = readdirSync(join(folder, "out")).map((name) => readFileSync(join(folder, "out", name), "utf8"))
		.find((bytes) => bytes.includes(`<ToewijzingNummer>${number}<`));
	const header = sent.slice(0, sent.indexOf("  </Header>")).replace("/wmo301/", "/wmo302/").replace(">414<", ">415<");

	return `${header}<IdentificatieRetour>R1</IdentificatieRetour><DagtekeningRetour>2023-05-15</DagtekeningRetour><XsdVersieRetour>` +
		"<iwmo:BasisschemaXsdVersie>1.0.0</iwmo:BasisschemaXsdVersie><iwmo:BerichtXsdVersie>1.0.0</iwmo:BerichtXsdVersie>" +
		"</XsdVersieRetour><RetourCodes><RetourCode>0001</RetourCode></RetourCodes></Header></Bericht>";
}

await part("the order leaves, and care starts", async () => {
	await become("Connie");
	await see("orders");
	await page.goto("/travel");
	await see("travel");
	await page.goto("/triangle");
	await see("triangle");
	await page.goto("/orders");
	await page.locator("tbody a").last().click();
	order = new URL(page.url()).pathname;
	await see("order-placed");
	claim("the order names no resident", !(await main()).includes("Proefpersoon"));
	mkdirSync(join(folder, "in"));
	mkdirSync(join(folder, "out"));
	command("exchange", "--in", join(folder, "in"), "--out", join(folder, "out"));
	claim("an order left as a file", readdirSync(join(folder, "out")).length > 0);
	await page.goto(order);
	await see("order-sent");
	await page.getByRole("link", { name: "Het bericht WMO301 bekijken" }).click();
	await see("order-message");
	await page.goBack();
	writeFileSync(join(folder, "in", "refusal.xml"), refusalOf(order.split("/").pop()));
	command("exchange", "--in", join(folder, "in"), "--out", join(folder, "out"));
	await page.goto("/tasks");
	await see("tasks-refused");
	await page.getByRole("link", { name: /keurde de opdracht af/ }).click();
	await see("order-refused");
	await page.getByRole("link", { name: "Afkeuring afhandelen" }).click();
	await see("refusal-settle");
	await page.getByRole("radio", { name: /opnieuw/ }).check();
	await fill({ "Wat is er afgesproken": "De planning leest het bericht opnieuw in." });
	await page.getByRole("button", { name: "Vastleggen" }).click();
	await page.waitForURL(/orders/);
	writeFileSync(join(folder, "in", "unreadable.xml"), "<Bericht>");
	command("exchange", "--in", join(folder, "in"), "--out", join(folder, "out"));
	await page.goto("/messages");
	await see("messages");
	await page.getByRole("link", { name: /Alle berichten/ }).click();
	await see("messages-all");
	await page.goBack();
	await page.getByRole("link", { name: "Afhandelen" }).first().click();
	await see("message-settle");
	await fill({ "Wat is er afgesproken": "De aanbieder stuurt het bericht opnieuw." });
	await page.getByRole("button", { name: "Vastleggen" }).click();
	await page.waitForURL(/messages/);
	claim("a refused message leaves the list once somebody acted on it", (await main()).includes("Er is geen geweigerd bericht."));
	await page.goto("/tasks");
	claim("a settled refusal is no task any more", (await main()).includes("Nog te doen: 0."));
	command("exchange", "--in", join(folder, "in"), "--out", join(folder, "out"));
	await page.goto(order);
	const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: /WMO305/ }).click()]);
	await download.saveAs(join(folder, "in", "start.xml"));
	command("exchange", "--in", join(folder, "in"), "--out", join(folder, "out"));
	await page.goto(order);
	await see("order-started");
	await page.goto("/agreements");
	await see("agreements");
	await page.locator("main a[href^='/agreements/']").first().click();
	await see("agreement");
	claim("an agreement says who is liable at the top", (await main()).includes("Aansprakelijk"));
	await page.getByText("Iets vastleggen").click();
	await page.getByRole("link", { name: "Onderaannemer vastleggen" }).click();
	await see("subcontractor-form");
	await page.goto("/parties/relations");
	await see("relations");
	await page.goto("/agreements/hoofdaanbieders/work");
	await see("agreement-work");
	await page.goto("/tariffs");
	await see("tariffs");
	claim("a table outside the band waits for signatures", (await main()).includes("1 van de 3 handtekeningen"));
	await page.getByRole("link", { name: /nog tekent/ }).click();
	await see("tariff-signatures");
	claim("who signs reads no amount", !(await main()).includes("€"));
	await page.goto("/facts/tariffs_proposed");
	await see("tariffs-form");
	await page.goto("/budgets");
	await see("budgets");
	claim("a budget stands beside what it does to people", (await main()).includes("Wat het voor mensen betekent"));
	await page.goto("/budgets/year");
	await see("budget-year");
	claim("a year goes from granted to paid", (await main()).includes("Van toegekend naar betaald"));
	await page.goto("/budgets/year?year=2022");
	await see("budget-year-before");
	await page.getByRole("link", { name: "Kwartaalbericht voor raad en college" }).click();
	await see("budget-quarter");
	await page.goto("/facts/year_stated?scheme=westerkwartier&year=2022&party=miep");
	await see("year-stated-form");
	await page.goto("/budgets/signatures");
	await see("budget-signatures");
	await page.goto("/facts/budget_run_made");
	await see("budget-form");
	await page.goto("/tasks");
	await see("tasks");
	await page.goto("/scheme");
	await see("scheme");
	await become(contact);
	for (const state of ["open", "sent", "refused", "accepted"]) {
		await page.goto(`/contributions?state=${state}`);
		await see(`contributions-${state}`);
	}
	for (const state of ["granted", "given", "refused"]) {
		await page.goto(`/appreciations?state=${state}`);
		await see(`appreciations-${state}`);
	}
	await page.goto(`${client}/care`);
	await see("care");
	await page.getByRole("link", { name: "Blijk van waardering toekennen" }).click();
	await see("appreciation-form");
	await page.goto(`${client}/care`);
	await page.getByRole("link", { name: /^Vastleggen of .* werkt$/ }).first().click();
	await see("evaluation-form");
	for (const list of ["birthdays", "lanes", "decisions", "without-care", "interrupted", "looks", "cohort"]) {
		await page.goto(`/radar?list=${list}`);
		await see(`radar-${list}`);
	}
	await page.goto("/questions");
	await see("questions");
	await page.goto("/outbox");
	await see("outbox");
	await page.goto("/batches");
	await see("batches");
	await page.goto("/desk");
	await see("desk-start");
	await page.getByRole("link", { name: "Nieuwe vraag" }).click();
	await see("question-new");
	await fill({ "Wat is de vraag?": "Waar kan ik eten met anderen?", Naam: "V. Rager", Telefoon: "0612345678" });
	await page.getByRole("radio", { name: "inwoner" }).check();
	await page.getByRole("radio", { name: "telefoon" }).check();
	await page.getByRole("button", { name: "Vastleggen" }).click();
	await see("question");
	claim("a question has a code", /\d+-[A-Z0-9]{4}-[A-Z0-9]{4}/.test(await main()));
	await page.getByRole("link", { name: "Verteld waar hulp is" }).click();
	await see("question-answer");
	await fill({ "Wat is geregeld, of waar is hulp?": "De eettafel in het buurthuis." });
	await page.getByRole("button", { name: "Vastleggen" }).click();
	await see("question-answered");
	await page.goto("/desk?list=told");
	await see("desk");
	await page.goto("/doubles");
	await see("doubles");
	await page.goto(`${client}/desk`);
	await see("client-desk");
	await page.getByRole("link", { name: "Vertegenwoordiger vastleggen" }).click();
	await see("representative-form");
	await page.goto("/follow");
	await see("follow");
	await page.getByLabel("De code van uw vraag").fill("1-BBBB-BBBB");
	await page.getByRole("button", { name: "Bekijken" }).click();
	await see("follow-wrong");
	await page.goto("/desk?list=open");
	await see("desk-open");
	await page.goto("/norms?list=unreached&agreement=hoofdaanbieders");
	await see("norms");
	await become("Bas");
	await page.goto("/radar?list=lanes");
	await page.getByLabel("Stel dat deze aanbieder uitvalt").selectOption("dnzt");
	await page.getByRole("button", { name: "Opnieuw bekijken" }).click();
	await see("radar-without");
	claim("which provider fails stays chosen", await page.getByLabel("Stel dat deze aanbieder uitvalt").inputValue() === "dnzt");
	await page.goto(client);
	claim("care shows as started", /begonnen op/.test(await main()));
	await see("client-in-care");
	await keep("worker-in-care");
});

await part("the social worker makes a plan: goals first, hours last", async () => {
	await become(contact);
	await page.goto(`${client}/investigation`);
	await see("investigation");
	await page.goto(`${client}/calculate`);
	await page.getByLabel("Tijdnorm").selectOption("huishoudelijke-ondersteuning-2019");
	await page.getByRole("button", { name: "Kiezen" }).click();
	await page.getByLabel("Extra kamer die wordt gebruikt").fill("90");
	await page.getByRole("button", { name: "Berekenen" }).click();
	await see("calculate-mistake");
	await page.getByLabel("Extra kamer die wordt gebruikt").fill("2");
	await page.getByLabel("Basis, de hulp neemt het hele huis over").selectOption("1");
	await page.getByRole("button", { name: "Berekenen" }).click();
	await see("calculate");
	claim("the sum is there", (await main()).includes("162 minuten per week"));
	await page.getByRole("link", { name: "In het plan zetten" }).click();
	await fill({ "Wat wil de inwoner bereiken?": "Ik wil weer bezoek durven vragen.",
		"Waaraan merken wij dat het is gelukt?": "Elke week is er iemand over de vloer.",
		"Hoe past de hulp bij elkaar?": "De inwoner doet licht werk, de hulp het zware werk." });
	await page.getByLabel("Komt de hulp van één organisatie?").selectOption("yes").catch(() => page.getByLabel("ja, alles in één hand").check());
	if (await page.getByLabel("Waarom verandert het plan?").count() > 0)
		await page.getByLabel("Waarom verandert het plan?").fill("Er is opnieuw gekeken.");
	await see("plan-form");
	await page.getByRole("button", { name: "Vastleggen" }).click();
	await page.waitForURL(/plan\?done=plan_made/);
	await page.getByRole("link", { name: /Vastleggen hoe ver het is/ }).first().click();
	await page.getByLabel("Hoe ver is het, van 1 tot en met 10?").fill("4");
	await page.getByLabel("Wat zegt de inwoner erover?").fill("Ik durf het nog niet, maar ik heb mijn zus gebeld.");
	await page.getByRole("button", { name: "Vastleggen" }).click();
	await page.waitForURL(/done=goal_scored/);
	await see("plan");
	await keep("worker-plan");
	claim("goals come before hours", (await main()).indexOf("bezoek durven vragen") < (await main()).indexOf("162 minuten per week"));
	claim("no price anywhere", !/€|euro|tarief/i.test(await page.content()));
	await page.goto("/time-norms");
	await see("time-norms");
	await page.getByRole("link", { name: /Normenkader/ }).click();
	await see("time-norm");
});

await part("another day", async () => {
	await become(contact);
	await page.goto("/work?whose=all&status=in_care");
	await page.getByText("Andere dag").click();
	await page.getByLabel("Kijk naar").fill("2023-03-01");
	await page.getByRole("button", { name: "Toon" }).click();
	await page.waitForURL(/on=2023-03-01/);
	claim("a list says which day it shows", (await text(".th-other")).includes("U kijkt naar 1 maart 2023"));
	claim("the list that was looked at stays", /status=in_care/.test(page.url()));
	await see("work-other-day");
	await page.locator(".th-work a").first().click();
	claim("a link keeps the day", /on=2023-03-01/.test(page.url()));
	await see("client-other-day");
	claim("nothing is offered to record", await page.locator("main a[href^='/facts/'], main form[method=post]").count() === 0);
	await page.getByRole("link", { name: "Terug naar vandaag" }).click();
	claim("the way back leads to today", !/on=/.test(page.url()) && await page.locator(".th-other").count() === 0);
});

await part("the provider's side", async () => {
	await become("Pim");
	await see("deliveries");
	await page.goto("/deliveries?state=started");
	await see("deliveries-started");
	await page.goto(`/deliveries/${order.split("/").pop()}`);
	await see("delivery");
	claim("a provider sees what delivery needs", (await main()).includes("J. Proefpersoon"));
	claim("and no price", !/€|euro|tarief/i.test(await page.content()));
	await page.getByRole("link", { name: "Tijdelijke stop melden" }).click();
	await see("pause-report");
	await page.getByRole("radio", { name: /ziekenhuis/ }).check();
	await page.getByRole("button", { name: "Vastleggen" }).click();
	await page.waitForURL(/deliveries/);
	await page.goto(`/deliveries/${order.split("/").pop()}`);
	await see("delivery-paused");
	claim("a pause is told on the page", (await main()).includes("Melden dat de ondersteuning verdergaat"));
	await page.goto("/facts/intake_closed");
	await see("intake-closed");
	await page.getByRole("link", { name: "English" }).click();
	await see("english-delivery");
	await page.getByRole("link", { name: "Nederlands" }).click();
	await page.goto(client);
	await see("problem-provider");
	await become("Leo");
	await see("combination");
	await page.getByLabel("Te lang is").fill("30");
	await page.getByRole("button", { name: "Toon" }).last().click();
	claim("what is too long can be chosen", (await main()).includes("Wacht 30 dagen of langer"));
	await page.getByRole("link", { name: "English" }).click();
	await see("english-combination");
	await become("Connie");
	await page.goto("/parties");
	await see("parties");
	await become(contact);
	await page.goto(`${client}/reads`);
	claim("the resident sees of which organisation a reader was", /Pim Planner\s+(planner van een aanbieder\s+)?MIEP/.test(await main()));
	await see("reads-provider");
});

await part("the resident's own page", async () => {
	await become(contact);
	await page.goto(client);
	await page.goto(await page.locator('main a[href^="/letters/"]').first().getAttribute("href"));
	claim("a code is not for the screen", (await page.locator(".th-code").count()) === 0);
	const code = await codeOf(page.url());

	claim("a letter has a code", /^[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}$/.test(code));
	await page.getByRole("link", { name: "Brief verzenden" }).click();
	await page.getByLabel("Verzonden of uitgereikt op").fill("2023-05-15");
	await page.locator("input[name=how][value=post]").check();
	await page.getByRole("radio", { name: "per post" }).check();
	await page.getByRole("button", { name: "Vastleggen" }).click();
	await page.waitForURL(/done=letter_dispatched/);
	await visitor.context.close();
	visitor = await newVisitor({ viewport: { width: 390, height: 844 } });
	page = visitor.page;
	await page.goto("/login");
	await page.getByRole("link", { name: "Naar Mijn hulp thuis" }).click();
	await see("mine-enter");
	await page.getByLabel("De code op uw brief").focus();
	for (const typed of [code.toLowerCase().replaceAll("-", " "), "28", "2", "1941", null]) {
		if (typed !== null)
			await page.keyboard.type(typed);
		await page.keyboard.press(typed === null ? "Enter" : "Tab");
	}
	await page.waitForURL(/mine$/);
	await see("mine");
	await page.emulateMedia({ media: "print" });
	claim("on paper stands its day, and what one can do", /Zo stond het op/.test(await main()) && /bel uw aanspreekpunt, of doe het op uw eigen pagina/.test(await main()));
	await page.emulateMedia({ media: null });
	claim("by keyboard alone one comes in", (await main()).includes("Proefpersoon"));
	claim("who helps stands there", (await main()).includes("Mijn aanspreekpunt"));
	claim("nothing of the municipality is offered", await page.locator("nav.th-menu, a[href^='/clients'], a[href^='/facts']").count() === 0);
	writeFileSync(join(folder, "mine.pdf"), await page.pdf({ format: "A4", margin: { top: "15mm", bottom: "15mm", left: "15mm", right: "15mm" } }));
	const pages = Number(spawnSync("pdfinfo", [join(folder, "mine.pdf")], { encoding: "utf8" }).stdout.match(/Pages:\s+(\d+)/)?.[1]);
	claim("on paper it takes one or two sheets", pages >= 1 && pages <= 2, `${pages} pages`);
	for (const link of ["Vraag stellen", "Klacht indienen", "Gegevens laten verbeteren", "Gegevens laten wissen"]) {
		await page.goto("/mine");
		await page.getByRole("link", { name: link }).click();
		await see(`mine-${link.toLowerCase().replaceAll(" ", "-")}`);
	}
	await page.goto("/mine/ask/contact");
	await page.getByLabel("Wat wilt u vragen of vertellen?").fill("Wie komt er maandag?");
	await page.getByRole("button", { name: "Versturen" }).click();
	await page.waitForURL(/done=asked/);
	await see("mine-asked");
	await page.locator("main a[href^='/mine/letters/']").first().click();
	await see("mine-letter");
	await page.goto("/mine");
	await page.getByRole("link", { name: "Bestand toevoegen" }).click();
	await page.getByLabel("Bestand").first().setInputFiles({ name: "mijn plan.txt", mimeType: "text/plain", buffer: Buffer.from("Ik wil hier blijven wonen.") });
	await page.getByLabel("Wat is het?").selectOption({ label: "persoonlijk plan" });
	await fill({ Omschrijving: "Wat ik zelf wil" });
	await page.getByRole("button", { name: "Bestand toevoegen" }).click();
	await page.waitForURL(/done=file_attached/);
	await see("mine-files");
	const [own] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "mijn plan.txt" }).click()]);
	claim("the resident gets the own file back", readFileSync(await own.path()).toString() === "Ik wil hier blijven wonen." && own.suggestedFilename() === "mijn plan.txt");
	await page.goto("/mine/export");
	await see("mine-export");
	const object = page.locator("main a[href^='/mine/object/']");

	await page.goto("/mine");
	if (await object.count() > 0) {
		await object.first().click();
		await see("mine-object");
	}
	await page.goto("/mine");
	await page.getByRole("link", { name: "English" }).click();
	await see("english-mine");
	await page.getByRole("link", { name: "Nederlands" }).click();
	await page.goto(client);
	claim("the municipality's file stays shut", (await main()).includes("403"));
	await page.goto("/mine");
	await page.getByRole("button", { name: "Uitloggen" }).click();
	await page.waitForURL(/mine\/enter$/);
	await become(contact);
	await page.goto(`${client}/requests`);
	await see("requests");
	await page.goto(`${client}/asked`);
	await see("asked");
	await page.goto(`${client}/files`);
	await page.getByLabel("Bestand").first().setInputFiles({ name: "foto.gif", mimeType: "image/gif", buffer: Buffer.from("GIF89a\x01\x00\x01\x00\x00\xff", "latin1") });
	await fill({ Omschrijving: "De trap" });
	await page.getByLabel("Wat is het?").selectOption({ label: "foto, bijvoorbeeld van de woning" });
	await page.getByRole("button", { name: "Bestand toevoegen" }).click();
	await see("files-refused");
	claim("a file of another sort is refused in words", (await main()).includes("Dit soort bestand kan niet."));
	await page.getByLabel("Bestand").first().setInputFiles({ name: "verslag van de huisarts.pdf", mimeType: "application/pdf", buffer: readFileSync(join(folder, "mine.pdf")) });
	await page.getByRole("button", { name: "Bestand toevoegen" }).click();
	await page.waitForURL(/done=file_attached/);
	await see("files");
	claim("the file of the resident stands there too", (await main()).includes("mijn plan.txt"));
	await page.getByRole("link", { name: /weghalen/ }).first().click();
	await see("file-withdraw");
	await page.goto(`${client}/requests`);
	await page.getByRole("link", { name: "Beantwoorden" }).first().click();
	await see("request-answer");
});

/** Enters an own page as somebody whom the way in of the demonstration names. */
async function enterAs(words) {
	await visitor.context.close();
	visitor = await newVisitor({ viewport: { width: 390, height: 844 } });
	page = visitor.page;
	await page.goto("/mine/enter");
	await page.getByRole("button", { name: words }).first().focus();
	await page.keyboard.press("Enter");
	await page.waitForURL(/mine$/);
}

await part("the own page in each state", async () => {
	await enterAs("Krijgt hulp en maakte een plan");
	await see("mine-plan");
	claim("the goals stand there in the own words, and who comes by name", /Mijn plan[\s\S]*Het is gelukt als/.test(await main()) && /Wie er komt/.test(await main()));
	writeFileSync(join(folder, "plan.pdf"), await page.pdf({ format: "A4", margin: { top: "15mm", bottom: "15mm", left: "15mm", right: "15mm" } }));
	const pages = Number(spawnSync("pdfinfo", [join(folder, "plan.pdf")], { encoding: "utf8" }).stdout.match(/Pages:\s+(\d+)/)?.[1]);
	claim("with a plan too it takes three sheets at most", pages >= 1 && pages <= 3, `${pages} pages`);
	await page.goto("/mine/ask/plan");
	await see("mine-own-plan");
	await page.goto("/mine/ask/complaint");
	await page.getByRole("button", { name: "Versturen" }).click();
	await see("mine-complaint-refused");
	await enterAs("Vroeg iets op de eigen pagina");
	await see("mine-answered");
	claim("what was asked stands there with the answer", (await main()).includes("Ons antwoord van"));
	if (await page.goto("/mine/enter").then(() => true) && /mine$/.test(page.url()))
		await page.getByRole("button", { name: "Uitloggen" }).click();
	if (await page.getByRole("button", { name: "Is het niet eens met een besluit" }).count() > 0) {
		await enterAs("Is het niet eens met een besluit");
		await see("mine-objected");
	}
	if (await page.goto("/mine/enter").then(() => /enter$/.test(page.url())) && await page.getByRole("button", { name: "Regelt het voor een ander" }).count() > 0) {
		await enterAs("Regelt het voor een ander");
		await see("mine-acting");
		claim("it says for whom somebody acts", (await main()).includes("U kijkt hier namens"));
	}
});

await part("choosing one of many providers, without JavaScript and with the keyboard alone", async () => {
	await visitor.context.close();
	visitor = await newVisitor({ javaScriptEnabled: false });
	page = visitor.page;
	await page.goto("/mine/enter");
	if (await page.getByRole("button", { name: "Mag een aanbieder kiezen" }).count() === 0) {
		say("nobody chooses in this demonstration", ["the way in names nobody who may choose"]);
		return;
	}
	await page.getByRole("button", { name: "Mag een aanbieder kiezen" }).click();
	await page.locator("main a[href^='/mine/choose/']").first().click();
	await page.getByLabel("Naam van de aanbieder").fill("nummer 7");
	await page.keyboard.press("Enter");
	await page.waitForURL(/name=/);
	claim("the list is narrowed by its name", /van \d+ aanbieders passen/.test(await main()));
	await enterAs("Mag een aanbieder kiezen");
	await page.locator("main a[href^='/mine/choose/']").first().click();
	await see("mine-choose");
	await page.getByLabel("Naam van de aanbieder").fill("heet niemand");
	await page.keyboard.press("Enter");
	await page.waitForURL(/name=/);
	await see("mine-choose-none");
	await page.getByRole("link", { name: "Toon alle aanbieders" }).click();
	await page.getByRole("button", { name: "Dit kies ik" }).click();
	await see("mine-choose-refused");
	await tabTo(await page.locator("main input[type=radio]").first().getAttribute("id"));
	await page.keyboard.press("Space");
	await page.getByRole("button", { name: "Dit kies ik" }).focus();
	await page.keyboard.press("Enter");
	await page.waitForURL(/done=asked/);
	await see("mine-chosen");
	claim("what was chosen stands there", (await main()).includes("U koos op"));
});

await part("who tries a wrong code is told so, and then has to wait", async () => {
	await visitor.context.close();
	visitor = await newVisitor();
	page = visitor.page;
	for (let tries = 0; tries < 8; tries++) {
		await page.goto("/mine/enter");
		await fill({ "De code op uw brief": "CDFG-HJKM-3467", Dag: "1", Maand: "2", Jaar: "1940" });
		await page.getByRole("button", { name: "Naar mijn pagina" }).click();
		if (tries === 0)
			await see("mine-enter-wrong");
	}
	claim("who goes on guessing waits", (await main()).includes("Wacht een kwartier"));
	await see("mine-enter-blocked");
});

await part("who is out of sight, and a question about money that leaves the file", async () => {
	await become(contact);
	await page.goto("/unseen?whose=team");
	await see("unseen");
	const tile = Number(await text(".th-tile__number"));

	claim("the count is what stands there", tile > 50 || await page.locator("main .th-work__item").count() === tile);
	await page.goto("/radar?whose=team&list=without-care");
	await see("radar-team");
	await page.goto(client);
	await page.getByRole("link", { name: "Vraag over geld of beleid" }).click();
	await page.getByRole("radio", { name: /contract/i }).check();
	await fill({ Onderwerp: "Zondag" });
	await page.locator("textarea").first().fill("Mag een aanbieder op zondag iets anders rekenen?");
	await see("triangle-lay");
	await page.getByRole("button", { name: "Vastleggen" }).click();
	await page.waitForURL(/done=triangle_question_laid|triangle/);
	await become("Connie");
	await page.goto("/triangle");
	await see("triangle-corner");
	claim("the corner sees the question and no client", !(await page.content()).includes("Proefpersoon") && (await main()).includes("op zondag iets anders"));
	await page.getByRole("link", { name: /beantwoorden/ }).first().click();
	await page.locator("textarea").first().fill("Nee, het is alle dagen gelijk.");
	await page.getByRole("button", { name: "Vastleggen" }).click();
	await page.waitForURL(/done=triangle_question_answered|triangle/);
	await become(contact);
	await page.goto("/work");
	await page.getByRole("link", { name: /Er is antwoord op wat u voorlegde/ }).click();
	await see("triangle-returned");
	claim("the answer is back with who asked", (await main()).includes("Nee, het is alle dagen gelijk."));
});

await part("the participation council reads what is asked, and answers", async () => {
	await become("Pia");
	await see("programmes");
	await page.getByRole("link", { name: "Hulp dicht bij huis" }).click();
	await see("programme");
	claim("what the group is asked stands first", (await main()).includes("Lees de inhoud, en zeg of uw groep haar onderschrijft"));
	await page.getByRole("link", { name: "Lees de inhoud, en zeg of uw groep haar onderschrijft" }).click();
	await see("programme-content");
	await page.getByRole("link", { name: "Antwoord geven over de inhoud" }).click();
	await see("programme-endorse");
	claim("who answers is not asked for a version", await page.getByLabel("Versie die u las").count() === 0);
	await page.getByRole("radio", { name: "ja, wij onderschrijven dit" }).check();
	await page.getByRole("button", { name: "Vastleggen" }).click();
	await page.waitForURL(/done=content_endorsed/);
	await see("programme-endorsed");
	await page.goto("/programmes/hulp-dicht-bij-huis/needs");
	await see("programme-needs");
	await page.goto("/programmes/thuisondersteuning/talks");
	await see("programme-talks");
	await page.goto("/programmes/thuisondersteuning/choices");
	await see("programme-choices");
	await become("Béla");
	await page.goto("/programmes/thuisondersteuning");
	await see("programme-policy");
	await page.goto("/facts/choice_made?programme=thuisondersteuning");
	await see("programme-choice");
	await page.goto("/facts/programme_begun");
	await see("programme-begin");
	claim("a programme chooses a scheme that there is, or names one to come", await page.getByLabel("Komt er een nieuwe regeling? Hoe gaat zij heten?").count() === 1);
	await become("Connie");
	await page.goto("/facts/tender_announced");
	await see("tender-announce");
	claim("a tender chooses among programmes", (await main()).includes("Hulp dicht bij huis ("));
	await become("Béla");
	await page.goto("/programmes/hulp-dicht-bij-huis");
	await page.getByRole("link", { name: "Het programma beëindigen" }).click();
	await see("programme-end");
	await page.getByRole("radio", { name: "er komt geen aanbesteding" }).check();
	await page.getByLabel("Waarom eindigt het programma?").fill("Het contract past nog.");
	await page.getByRole("button", { name: "Vastleggen" }).click();
	await page.waitForURL(/done=programme_ended/);
	await see("programme-ended");
	claim("what came of it and why stands first", (await main()).includes("Het contract past nog."));
	await page.goto("/programmes/hulp-dicht-bij-huis/choices");
	await see("programme-ended-choices");
});

await part("the administrator sees what is kept and erased", async () => {
	await become("Abel");
	await page.goto("/retention");
	await see("retention");
	claim("it says how long what is kept", (await main()).includes("Wmo 2015, art. 5.3.4"));
	await page.goto("/facts/person_erased?ground=request");
	await see("erase");
	await page.goto("/accounts");
	await see("accounts");
	await page.getByText("Veranderen", { exact: true }).first().click();
	claim("an account can be closed", (await page.getByRole("link", { name: "Account sluiten" }).count()) === 1);
	await page.getByRole("link", { name: "Abel" }).click();
	await see("own-account");
	await page.getByRole("button", { name: "Tweede stap instellen" }).click();
	await page.getByRole("img", { name: /QR-code voor de app/ }).waitFor();
	await see("own-account-begun");
	await turnOnSecondStep();
	await see("own-account-codes");
	await page.goto("/login");
	await fill({ Account: "abel", Wachtwoord: "abel" });
	await page.getByRole("button", { name: "Inloggen" }).click();
	await page.getByRole("heading", { name: "Code bij het inloggen" }).waitFor();
	await see("login-code");
});

await part("what was known at a moment", async () => {
	await become(contact);
	await page.goto("/work?whose=all");
	const now = await main();

	await page.getByText("Andere dag").click();
	await page.getByRole("link", { name: "Zoals bekend op een moment" }).click();
	await see("known-nothing");
	await page.getByLabel("Welke dag?").fill("2023-03-01");
	await page.getByRole("button", { name: "Maken" }).click();
	await page.getByRole("button", { name: "Openen" }).waitFor({ timeout: 30000 });
	await see("known");
	await page.getByRole("button", { name: "Openen" }).click();
	await page.goto("/work?whose=all");
	claim("the page says of when it is", (await text(".th-other")).includes("Zoals bekend op 1 maart 2023"));
	claim("less was known then", await main() !== now);
	await see("work-known");
	await page.goto("/clients");
	claim("nothing is offered to record", await page.locator("a[href^='/facts/'], main form[method=post]").count() === 0);
	await page.getByRole("button", { name: "Terug naar nu" }).click();
	await page.waitForURL(/known$/);
	await page.goto("/work?whose=all");
	claim("the way back leads to now", await main() === now);
	await page.goto("/known");
	await page.getByRole("button", { name: "Verwijderen" }).click();
	claim("what is removed is gone", await page.getByRole("button", { name: "Openen" }).count() === 0);
});

await part("another version of the scheme", async () => {
	await become("Béla");
	await page.goto("/facts/scheme_adopted");
	await see("scheme-adopt");
	await page.goto("/scheme");
	await page.getByRole("link", { name: "Nieuwe versie voorstellen" }).first().click();
	await see("propose");
	const field = page.getByLabel("Regelingbestand (YAML)");
	const file = await field.inputValue();

	claim("it begins with the version in force", file.includes("warn_months: 12"));
	await field.fill(file.replace("warn_months: 12", "warn_month: 12"));
	await page.getByRole("button", { name: "Bekijk wat er verandert" }).click();
	await see("propose-mistakes");
	claim("a mistake shows with its line", (await main()).includes("warn_month: 12"));
	writeFileSync(join(folder, "new.yaml"), file.replace("warn_months: 12", "warn_months: 6"));
	await page.getByLabel("Kies een bestand").setInputFiles(join(folder, "new.yaml"));
	await page.waitForFunction(() => document.getElementById("f-text").value.includes("warn_months: 6"));
	await fill({ Toelichting: "Een half jaar is vroeg genoeg." });
	await page.getByRole("button", { name: "Bekijk wat er verandert" }).click();
	await see("propose-changes");
	claim("the clients touched are counted before it is adopted", /wordt 6; dat was 12\. \d+ cliënten/.test(await main()));
	await page.getByRole("button", { name: "Deze versie vaststellen" }).click();
	await page.waitForURL(/\/scheme$/);
	await see("scheme-versions");
	await page.locator("a", { hasText: /^Vanaf 15 mei 2023$/ }).first().click();
	await see("version");
	claim("the version keeps why", (await main()).includes("Een half jaar is vroeg genoeg."));
	await page.getByRole("link", { name: /Wat anders is in de versie/ }).first().click();
	await see("version-diff");
});

await part("the lawyer handles objections", async () => {
	await become("Jora");
	await page.goto("/objections");
	await see("objections");
	await page.goto("/objections?state=decide");
	await see("objections-decide");
	await page.goto("/objections?state=hear");
	await page.locator("main .th-work__item a").first().click();
	await page.waitForURL(/\/objections\/\d+$/);
	await see("objection");
	claim("an objection says by when it must be decided, with its sum", (await main()).includes("Awb art. 7:10 lid 1"));
	await page.getByRole("link", { name: /hoorzitting|Niet horen/ }).first().click();
	await see("hearing-form");
	await page.goto("/objections?state=done");
	await page.locator("main .th-work__item a").first().click();
	await see("objection-done");
	claim("one that was decided says until when one can go to court", (await main()).includes("In beroep kan tot en met"));
	await page.getByRole("link", { name: "Naar het dossier" }).click();
	await page.getByRole("link", { name: "Termijnen" }).first().click();
	await see("terms");
	await page.getByText("De som van: besluit op de aanvraag").first().click();
	claim("a term shows its sum", /Termijn van \d+|telt niet mee/.test(await text("main details[open]")));
	await page.getByRole("link", { name: "Bezwaren" }).last().click();
	await see("client-objections");
});

await part("people for the roads", async () => {
	made = await roads.prepare(walk);
});
await part("the desk's road", async () => {
	const shared = await serve(FEW, "tom-in-de-buurt"); // one desk for three municipalities, where some questions are for others

	try {
		await roads.desk(walk, made, { baseURL: shared.address });
	} finally {
		shared.stop();
	}
});
await part("claims of a combination", async () => {
	const combined = await serve(FEW, "alphen");

	try {
		await claims(walk, { baseURL: combined.address });
	} finally {
		combined.stop();
	}
});
await part("a tender: bids, marks and the award", async () => {
	const buying = await serve(FEW, "zwolle");

	try {
		await tender(walk, { baseURL: buying.address });
		await tenders.assess(walk, { baseURL: buying.address });
		await tenders.awarded(walk, { baseURL: buying.address });
	} finally {
		buying.stop();
	}
});
await part("the provider's road", () => roads.provider(walk, made));
await part("the resident's road, with the keyboard alone", () => roads.resident(walk, made));
await part("the lawyer's road", () => roads.lawyer(walk, made));

await part("the menu behind one button", async () => {
	await become(contact);
	claim("where one is, is marked", await page.locator("nav.th-menu [aria-current=page]").innerText() === "Werklijst");
	claim("the menu takes one line at a desk", await page.locator("nav.th-menu").evaluate((menu) => menu.offsetHeight < 60));
	await page.setViewportSize({ width: 390, height: 844 });
	claim("on a phone the list begins in the first screen", await page.locator("main h1").evaluate((title) => title.getBoundingClientRect().top < 300));
	claim("the menu is behind its button", !await page.getByRole("link", { name: "Uit het oog" }).isVisible());
	await page.getByRole("button", { name: "Menu" }).click();
	claim("the button shows the menu", await page.getByRole("link", { name: "Uit het oog" }).isVisible());
	await page.getByText("Regeling en normen").click();
	claim("a group opens in its place", await page.getByRole("link", { name: "Tijdnormen" }).isVisible());
	await page.keyboard.press("Escape");
	await page.keyboard.press("Escape");
	claim("Escape closes it, and one is back at the button", await page.evaluate(() => document.activeElement.className) === "th-menu-button");
	await page.goto(client);
	await page.getByRole("button", { name: "In dit dossier: Overzicht" }).click();
	await page.getByRole("link", { name: "Termijnen" }).click();
	await page.waitForURL(/terms$/);
	claim("the button names the part of the file one is in", await page.getByRole("button", { name: "In dit dossier: Termijnen" }).isVisible());
});

await part("what cannot be shown", async () => {
	await become(contact);

	await page.goto("/orders");
	await see("problem-403");
	await page.goto("/clients/99999999");
	await see("problem-404");
});

await part("English", async () => {
	await page.goto(client);
	await page.getByRole("link", { name: "English" }).click();
	await page.waitForURL(`**${client}`);
	claim("English keeps the page one was on", new URL(page.url()).pathname === client);
	for (const [name, path] of Object.entries({ client, work: "/work", clients: "/clients", report: "/facts/report_received", tasks: "/tasks",
		scheme: "/scheme", radar: "/radar?list=cohort", norms: "/norms", reads: `${client}/reads` })) {
		await page.goto(path);
		claim(`${name}: says that it is English`, await page.evaluate(() => document.documentElement.lang) === "en");
		await see(`english-${name}`);
	}
});

await part("without JavaScript", async () => {
	await visitor.context.close();
	visitor = await newVisitor({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
	page = visitor.page;
	await page.goto("/login");
	await page.getByRole("button", { name: /Lotte/ }).click();
	await page.getByRole("button", { name: "Menu" }).click();
	await page.getByRole("link", { name: "Loket", exact: true }).first().click();
	await page.getByRole("link", { name: "Nieuwe melding" }).first().click();
	await fill({ Achternaam: "Zonderscript", Geboortedatum: "1950-02-28", Huisnummer: "3", Postcode: "9801 AB", "Wat vraagt de inwoner?": "Hulp." });
	await page.getByRole("radio", { name: "balie" }).check({ force: true });
	await page.getByRole("button", { name: "Vastleggen" }).click();
	await page.waitForURL(/done=report_received/);
	claim("a report is taken without JavaScript", (await main()).includes("Zonderscript"));
});

await browser.close();
server.stop();
if (process.env.SCREENS === undefined)
	rmSync(folder, { recursive: true, force: true });
console.log(`1..${count}`);
process.exit(failed > 0 ? 1 : 0);
