// A bidder with little time, and who hold the keys: from the notice to the opened bids.

const CRITERIA = ["De cliënt centraal", "Samenwerking", "Visie op thuisondersteuning", "Uitvoering van thuisondersteuning", "Innovatie"];

/** Presses the button of the page itself and waits for the page after it. */
const press = (walk, name) => Promise.all([walk.page.waitForEvent("load"), walk.page.locator("main").getByRole("button", { name }).first().click()]);

/** Opens a page and looks at it. */
async function at(walk, path, name) {
	await walk.page.goto(path);
	await walk.see(name);
}

/** An office's file, as its spreadsheet saved it. */
async function upload(walk, text) {
	await walk.page.getByLabel("Wat koopt u in?").fill("Uit een bestand");
	await walk.page.locator("main input[type=file]").setInputFiles({ name: "aanbesteding.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
	await press(walk, "Bestand inlezen");
}

/** A tender is prepared from a file; what is wrong is said at its line. */
async function prepare(walk) {
	await at(walk, "/prepared", "tender-prepare");
	await upload(walk, "soort;naam;tekst\nperceel;noord;\n");
	walk.claim("what is wrong in a file is said at its line", (await walk.main()).includes("Regel 2: Dit perceel staat niet in de regeling."));
	await walk.see("tender-prepare-refused");
	await upload(walk, `\ufeffsoort;naam;titel;tekst;gewicht;concreet\ncriterium;visie;Visie;"Waarom; en hoe?";60;ja\ncriterium;team;Het team;Met wie?;40;\n` +
		"eis;;;Voortgangsgesprekken;;\nkandidaat;Hulp Dichtbij;;;;\n");
	await walk.see("tender-prepared");
	await walk.keep("tender-prepared");
	await walk.page.getByRole("link", { name: "Hiermee aankondigen" }).click();
	await walk.page.waitForURL(/tender_announced/);
	walk.claim("the notice begins with what was prepared", await walk.page.getByLabel("Wat koopt u in?").inputValue() === "Uit een bestand");
	await walk.see("tender-announce-prepared");
}

/** Three tenders of a demonstration: one was opened, one waits for its holders, one takes bids. */
export async function tender(walk, shared) {
	await walk.become("Inge", shared);
	await walk.see("tenders");
	await walk.keep("tenders");
	await at(walk, "/tenders/ronde-3", "tender");
	await walk.keep("tender");
	await at(walk, "/facts/tender_question_asked?tender=ronde-3", "tender-question");
	await walk.page.goto("/tenders/ronde-3");
	await press(walk, "Inschrijven op Thuisondersteuning in heel Zwolle");
	await walk.page.locator("main").getByRole("link", { name: /^Inschrijving \d+$/ }).first().click();
	await walk.page.waitForURL(/bids\/\d+$/);
	await walk.see("bid");
	const bid = new URL(walk.page.url()).pathname;

	walk.claim("a bid that was begun says all that it lacks", (await walk.main()).split("met wie").length > CRITERIA.length);
	for (const criterion of CRITERIA) {
		await walk.page.goto(bid);
		await walk.page.locator("main").getByRole("link", { name: `${criterion} schrijven` }).click();
		await walk.page.waitForURL(/bids\/\d+\/.+/);
		if (criterion === CRITERIA[0]) {
			await walk.see("bid-answer");
			await walk.keep("bid-answer");
		}
		await walk.page.getByLabel("Uw antwoord").fill("Wij doen wat de inwoner wil.");
		await walk.page.getByLabel("Hoe precies?").fill("Elke week een vaste hulp.");
		await walk.page.getByLabel("Met wie?").fill("Met het wijkteam.");
		await press(walk, "Bewaren");
	}
	walk.claim("filled in, it can be submitted", (await walk.main()).includes("Alles is ingevuld") &&
		await walk.page.locator("main").getByRole("link", { name: "Indienen" }).isVisible());
	await walk.see("bid-whole");
	await walk.keep("bid-whole");
	await at(walk, `/facts/bid_partners_named?bid=${bid.split("/").pop()}`, "bid-partners");
	await at(walk, `/facts/bid_submitted?bid=${bid.split("/").pop()}`, "bid-submit");
	await walk.page.getByRole("checkbox").first().check({ force: true });
	await press(walk, "Vastleggen");
	walk.claim("submitted, it lies in the vault and is read by nobody", (await walk.main()).includes("Uw inschrijving ligt in de kluis") &&
		!(await walk.main()).includes("Wij doen wat de inwoner wil."));
	await walk.see("bid-submitted");
	await walk.become("Coen", shared);
	await at(walk, "/facts/tender_announced", "tender-announce");
	await prepare(walk);
	await at(walk, "/tenders/ronde-2/key", "vault-open");
	await walk.keep("vault-open");
	await walk.page.getByLabel("Uw sleutelcode").fill("7");
	await press(walk, "Kluis openen");
	walk.claim("a wrong code is said so", (await walk.main()).includes("er klopt een teken niet"));
	await walk.see("vault-wrong");
	await at(walk, "/tenders/ronde-1/bids", "tender-interests");
	await walk.keep("tender-interests");
	walk.claim("who bids is said before what they wrote can be read", (await walk.main()).includes("Eerst uw belangen"));
	await press(walk, "Ik heb met niemand van hen iets te maken");
	await at(walk, "/tenders/ronde-1/bids", "tender-bids");
	await walk.keep("tender-bids");
	await walk.page.locator("main").getByRole("link", { name: "Hulp Dichtbij" }).click();
	await walk.page.waitForURL(/bids\/\d+$/);
	await walk.see("bid-opened");
	await walk.keep("bid-opened");
	const notice = { name: "proef-2019", title: "Proef", scheme: "zwolle", why: "Een proef", without_programme: "Een proef", questions_until: "2019-03-25", bids_day: "2019-04-15",
		bids_time: "12:00", holder_1: "coen", holder_2: "saar", holder_3: "dirk" };

	await walk.page.request.post("/api/facts/tender_announced", { data: notice });
	await walk.page.request.post("/api/facts/tender_corrected", { data: { tender: "proef-2019", reason: "Het weekend hoort er ook bij.",
		about: "Ook in het weekend.", bids_day: "2019-04-29" } });
	await at(walk, "/tenders/proef-2019", "tender-corrected");
	walk.claim("a corrected notice says so, and that the vault lacks keys", (await walk.main()).includes("dat was 15 april 2019 om 12:00 uur") &&
		(await walk.main()).includes("Nu hebben 0 van de 3 er een."));
	await at(walk, "/facts/tender_corrected?tender=proef-2019", "tender-correct");
	await at(walk, "/facts/key_holder_replaced?tender=proef-2019", "tender-holder");
	await at(walk, "/tenders/proef-2019/key", "vault-key");
	await press(walk, "Sleutel maken");
	walk.claim("a key's code is shown", /([0-9A-Z]{4}-){13}[0-9A-Z]{4}/.test(await walk.text("main code")));
	await walk.see("vault-code");
}
