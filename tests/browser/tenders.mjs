// A tender whose bids were opened: assessors mark them, agree, and the award, its letters and another threshold are looked at.

const TENDER = "ronde-1";
const CRITERIA = ["client-centraal", "samenwerking", "visie", "uitvoering", "innovatie"];
const MARKS = ["9", "8.5", "8", "7.5", "6", "9"];
const ASSESSORS = { coen: "Coen", dirk: "Dirk", bente: "Bente" };

/** Brings a fact as who is logged in. */
async function bring(walk, kind, fields) {
	const answer = await walk.page.request.post(`/api/facts/${kind}`, { data: { tender: TENDER, ...fields } });

	if (answer.status() !== 201)
		throw new Error(`${kind}: ${await answer.text()}`);
}

/** The numbers of the bids that stand on the page. */
const bidsOf = (walk) => walk.page.locator("main input[name^=mark_]").evaluateAll((fields) => fields.map((field) => Number(field.name.slice(5))));

async function giveMarks(walk, bids, criteria) {
	for (const criterion of criteria)
		for (const [i, bid] of bids.entries())
			await bring(walk, "mark_given", { bid, criterion, mark: MARKS[i], reason: "Concreet over wie er komt." });
}

/** From naming assessors to letters. */
export async function assess(walk, options) {
	await walk.become("Coen", options);
	for (const account of Object.keys(ASSESSORS))
		await bring(walk, "assessor_named", { account });
	for (const name of Object.values(ASSESSORS)) {
		await walk.become(name, options);
		await bring(walk, "conflict_declared", { sort: "none" });
	}
	await walk.page.goto("/assessments");
	await walk.see("assessments");
	await walk.page.goto(`/tenders/${TENDER}/marks`);
	await walk.see("tender-marks");
	const bids = await bidsOf(walk);

	await walk.page.locator(`#mark_${bids[0]}`).fill("11");
	await walk.page.locator(`#reason_${bids[0]}`).fill("Te mooi.");
	await Promise.all([walk.page.waitForEvent("load"), walk.page.getByRole("button", { name: "Cijfers bewaren" }).click()]);
	walk.claim("a mark of 11 is said beside its bid", (await walk.main()).includes("hoger dan het hoogste cijfer"));
	await walk.see("tender-marks-refused");
	for (const [i, bid] of bids.entries())
		if (i !== 1)
			await bring(walk, "mark_given", { bid, criterion: CRITERIA[0], mark: MARKS[i], reason: "Concreet over wie er komt." });
	await walk.page.goto(`/tenders/${TENDER}/marks?lot=zwolle&criterion=${CRITERIA[0]}`);
	walk.claim("what has no mark yet stands first, and the list above says which", (await bidsOf(walk))[0] === bids[1] &&
		(await walk.text("nav.th-jump li:first-child")).includes("nog geen cijfer"));
	await walk.page.locator(`#mark_${bids[1]}`).fill(MARKS[1]);
	await walk.page.locator(`#reason_${bids[1]}`).fill("Concreet over wie er komt.");
	await Promise.all([walk.page.waitForEvent("load"), walk.page.locator(`#inschrijving-${bids[1]} button`).click()]);
	walk.claim("saved, it goes on to the criterion that is left", walk.page.url().includes(`criterion=${CRITERIA[1]}`) &&
		!(await walk.text("nav.th-jump")).includes("9"));
	for (const name of Object.values(ASSESSORS)) {
		await walk.become(name, options);
		await giveMarks(walk, bids, name === "Bente" ? CRITERIA.slice(1) : CRITERIA);
	}
	await walk.page.goto(`/tenders/${TENDER}/consensus`);
	await walk.see("tender-consensus");
	for (const criterion of CRITERIA)
		for (const [i, bid] of bids.entries())
			await bring(walk, "consensus_reached", { bid, criterion, mark: MARKS[i], motivation: "Samen vinden wij dit concreet." });
	await walk.become("Coen", options);
	await walk.page.goto(`/tenders/${TENDER}/assessment`);
	await walk.see("tender-assessment");
	await bring(walk, "marks_frozen", {});
	await walk.page.goto(`/tenders/${TENDER}/what-if`);
	await walk.see("tender-what-if");
	await walk.page.locator("#threshold").fill("9");
	walk.claim("the numbers follow the slider", await walk.page.locator("dd[data-shows=awarded]").innerText() === "2");
	const today = "2019-03-04";

	await bring(walk, "award_decided", { characteristics: "Concreet over met wie en hoe.", send_on: today });
	await walk.page.goto(`/tenders/${TENDER}/award`);
	await walk.see("tender-award");
	await walk.page.getByRole("button", { name: "Alle brieven zijn verstuurd" }).click();
	await walk.page.waitForURL(/done=award_letter_sent/);
	await walk.see("tender-standstill");
	await walk.page.locator("main a[href*='/letters/']").first().click();
	await walk.see("tender-letter");
	walk.claim("the letter says until when a judge can be asked", (await walk.main()).includes("tot en met"));
}

/** After the award of a demonstration: what everybody reads of it. */
export async function awarded(walk, options) {
	await walk.become("Rolf", options);
	await walk.page.goto("/tenders/proefronde");
	await walk.page.getByRole("link", { name: "Bekijk de uitslag" }).click();
	await walk.page.waitForURL(/outcome$/);
	walk.claim("the council reads who won", (await walk.main()).includes("Gekozen: 6") && !(await walk.main()).includes("nummer 28"));
	await walk.see("tender-outcome");
	await walk.keep("tender-outcome");
	await walk.become("Bente", options);
	await walk.page.goto("/tenders/ronde-3/expected");
	walk.claim("policy sees what a threshold may do before there are marks", (await walk.main()).includes("Aangenomen, niet beoordeeld"));
	await walk.see("tender-expected");
	await walk.keep("tender-expected");
	await walk.become("Coen", options);
	await walk.page.goto("/districts?tender=proefronde");
	await walk.see("districts");
	await walk.keep("districts");
	await walk.page.getByRole("button", { name: "Reken uit" }).click();
	await walk.page.waitForURL(/districts\/\d+$/);
	for (let tries = 0; tries < 40 && !(await walk.main()).includes("Het beste plan"); tries++) {
		await walk.page.waitForTimeout(500);
		await walk.page.reload();
	}
	walk.claim("the solver's plan comes with its proof", (await walk.main()).includes("dat is bewezen"));
	await walk.see("district");
	await walk.keep("district");
	await walk.page.goto("/agreements/integrale-thuisondersteuning");
	await walk.see("agreement-signed");
	await walk.keep("agreement-signed");
	await walk.page.goto("/tasks");
	await walk.page.getByRole("link", { name: /Begin de afronding/ }).click();
	await walk.page.waitForURL(/ending_begun/);
	await walk.see("ending-confirm");
	await walk.keep("ending-confirm");
}
