// Four whole roads, each by who walks it: the desk, a provider, a resident (with the keyboard alone), a lawyer. The fifth, of a
// social worker, is the story of run.mjs itself. Of every road pictures are kept with walk.keep, named ROAD-STEP.

/** Marks a choice of a form by its code. */
const pick = (walk, name, code) => walk.page.locator(`input[name="${name}"][value="${code}"]`).check();

/** Fills in fields by their name. */
async function type(walk, fields) {
	for (const [name, value] of Object.entries(fields))
		await walk.page.locator(`[name="${name}"]`).fill(value);
}

/** Presses the button that records, and waits for the page after it. */
async function record(walk, kind) {
	await Promise.all([walk.page.waitForEvent("load"), walk.page.getByRole("button", { name: "Vastleggen" }).click()]);
	if (!walk.page.url().includes(`done=${kind}`))
		throw new Error(`${kind} was refused at ${walk.page.url()}: ${await walk.main()}`);
}

/** Follows a link of the page itself. */
const follow = (walk, name) => walk.page.locator("main").getByRole("link", { name, exact: true }).first().click();

/** Brings a fact as who is logged in; its number. */
async function bring(walk, kind, fields) {
	const answer = await walk.page.request.post(`/api/facts/${kind}`, { data: fields });

	if (answer.status() !== 201)
		throw new Error(`${kind}: ${await answer.text()}`);
	return (await answer.json()).id;
}

const OUTCOME = { concluded_on: "2023-05-08", needs: "Het huis is niet schoon.", own_strength: "Afstoffen lukt.", network: "Een zus helpt soms.",
	general_provisions: "De boodschappendienst.", conclusion: "Er blijft iets over." };
const GRANT = { decided_on: "2023-05-10", outcome: "granted", decided_by: "Bas Besluit", reasons: "Alleen lukt het niet." };
const line = (product, amount) => ({ product, amount, from: "2023-05-10", last_day: "2024-05-09", reasons: "Twee uur in de week is nodig." });

/** People for the roads, as far as each begins: brought as facts, by who brings them in practice. */
export async function prepare(walk) {
	const people = { fallen: "Gevallen", taken: "Aangenomen", declined: "Volgeboekt", chooser: "Kiezer", objector: "Bezwaarde" };
	const made = {};

	await walk.become("Lotte");
	for (const [name, surname] of Object.entries(people))
		made[name] = await bring(walk, "report_received", { asked: "Ik kan niet meer stofzuigen.", channel: "phone",
			received_on: name === "objector" ? "2023-01-05" : "2023-05-02", who: { surname, initials: "W", born: "1975-02-03", sex: "f",
				street: "Hoofdstraat", house_number: 901 + Object.keys(made).length, postcode: "9801AB", place: "Zuidhorn" } });
	await walk.become("Zita");
	for (const name of ["taken", "declined", "chooser", "objector"]) {
		const product = name === "chooser" ? "individuele-begeleiding" : "huishoudelijke-hulp";
		const early = name === "objector";

		await bring(walk, "investigation_concluded", { ...OUTCOME, report: made[name], concluded_on: early ? "2023-01-20" : "2023-05-10",
			...(early ? {} : { lines: [{ product, amount: 120 }] }) });
		await bring(walk, "application_received", { report: made[name], received_on: early ? "2023-01-23" : "2023-05-10" });
	}
	await walk.become("Bas");
	for (const name of ["taken", "declined"])
		made[`${name}Decision`] = await bring(walk, "decision_taken", { ...GRANT, report: made[name], lines: [line("huishoudelijke-hulp", 120)] });
	await bring(walk, "decision_taken", { ...GRANT, report: made.chooser, lines: [line("individuele-begeleiding", 120)] });
	made.refusal = await bring(walk, "decision_taken", { report: made.objector, decided_on: "2023-02-01", outcome: "refused",
		decided_by: "Bas Besluit", reasons: "De maaltijddienst helpt genoeg." });
	await walk.become("Zita");
	for (const name of ["taken", "declined"])
		made[`${name}Order`] = await bring(walk, "assignment_made", { person: made[name], decision: made[`${name}Decision`], line: 0,
			deliverer: "miep", from: "2023-05-11", choice: "scheme" });
	const letters = {};

	for (const [name, dispatched_on] of [["chooser", "2023-05-11"], ["objector", "2023-02-03"]]) {
		await walk.page.goto(`/clients/${made[name]}`);
		await follow(walk, /^Ons besluit/);
		await walk.page.waitForURL(/letters/);
		letters[walk.page.url().split("/").pop()] = dispatched_on;
		made.code ??= await walk.codeOf(walk.page.url());
	}
	await walk.become("Lotte");
	for (const [letter, dispatched_on] of Object.entries(letters))
		await bring(walk, "letter_dispatched", { letter: Number(letter), dispatched_on, how: "post" });
	return made;
}

/** Contact, help at once, a question, passed on, confirmed. */
export async function desk(walk, made, shared) {
	await walk.become("Lotte");
	await walk.keep("desk-start");
	await walk.page.goto(`/facts/urgent_help_given?report=${made.fallen}`);
	await walk.see("urgent-help");
	await walk.page.locator("[name=product]").selectOption("huishoudelijke-hulp").catch(() => pick(walk, "product", "huishoudelijke-hulp"));
	await type(walk, { amount: "60", help: "Elke ochtend een uur hulp bij opstaan en wassen.", reason: "U bent gevallen en er is niemand in huis.",
		decided_on: "2023-05-15", starts_on: "2023-05-16" });
	await pick(walk, "decided_by", "Bas Besluit");
	await record(walk, "urgent_help_given");
	await walk.become("Zita"); // whose client it is; the desk does not see what stands in the file
	await walk.page.goto(`/clients/${made.fallen}/desk`);
	walk.claim("help at once stands in the file, before the investigation", (await walk.main()).includes("vanaf 16 mei 2023"));
	await walk.keep("desk-urgent-help");
	await walk.become("Tessa", shared);
	await walk.page.getByRole("link", { name: "Nieuwe vraag" }).click();
	await type(walk, { asked: "Waar kan mijn vader zwemmen?", "who.name": "W. Verpleger", "who.organisation": "Huisartsenpost" });
	await pick(walk, "from_whom", "chain_partner");
	await pick(walk, "channel", "phone");
	await walk.page.locator("select[name=theme]").selectOption("sport").catch(() => pick(walk, "theme", "sport"));
	await walk.keep("desk-new-question");
	await record(walk, "question_received");
	const code = (await walk.main()).match(/\d+-[A-Z0-9]{4}-[A-Z0-9]{4}/)[0];

	walk.claim("the page says whose question it is [TOM-12]", (await walk.main()).includes("deze vraag is voor"));
	await walk.keep("desk-question");
	await follow(walk, "Doorgeven");
	await walk.see("question-pass-on");
	await type(walk, { spoken_with: "Beweegcoach van Preventie" });
	await record(walk, "question_passed_on");
	await walk.page.goto("/desk?list=unconfirmed");
	await follow(walk, /W. Verpleger/);
	await walk.see("question-passed-on");
	walk.claim("a question stays of the desk until the receiver says yes [TOM-I1]", (await walk.main()).includes("nog niet bevestigd"));
	await walk.keep("desk-passed-on");
	await follow(walk, "Ontvangst bevestigen");
	await type(walk, { by: "Beweegcoach van Preventie" });
	await record(walk, "pass_on_confirmed");
	walk.claim("what was confirmed is done", /Bevestigd\s+1 juni 2022, door Beweegcoach/.test(await walk.main()));
	await walk.keep("desk-confirmed");
	await walk.become(null, shared);
	await walk.page.goto("/follow");
	await walk.page.getByLabel("De code van uw vraag").fill(code);
	await walk.page.getByRole("button", { name: "Bekijken" }).click();
	await walk.see("follow-question");
	walk.claim("who asked sees where the question is, not what it is about", !(await walk.main()).includes("zwemmen"));
	await walk.keep("desk-follow");
}

/** Accept; decline with a reason within three working days; start, pause, stop. */
export async function provider(walk, made) {
	await walk.become("Pim");
	await walk.keep("provider-clients");
	await walk.page.goto(`/deliveries/${made.declinedOrder}`);
	walk.claim("a provider sees by when to answer", (await walk.main()).includes("Laat uiterlijk"));
	await walk.keep("provider-order");
	await follow(walk, "Opdracht niet aannemen");
	await walk.see("order-decline");
	await walk.page.getByRole("button", { name: "Vastleggen" }).click();
	walk.claim("no reason, no refusal", (await walk.main()).includes("Er is nog niets opgeslagen"));
	await pick(walk, "reason", "full");
	await record(walk, "order_declined");
	await walk.page.goto(`/deliveries/${made.takenOrder}`);
	await follow(walk, "Opdracht aannemen");
	await record(walk, "order_answered");
	for (const [label, kind, fields] of [["Start melden", "start_reported", { started_on: "2023-05-11" }],
		["Tijdelijke stop melden", "pause_reported", { last_day: "2023-05-12" }],
		["Melden dat de ondersteuning verdergaat", "resume_reported", { resumed_on: "2023-05-14" }],
		["Stop melden", "stop_reported", { last_day: "2023-05-14" }]]) {
		await walk.page.goto(`/deliveries/${made.takenOrder}`);
		if (kind === "pause_reported")
			await walk.keep("provider-started");
		await follow(walk, label);
		if (kind === "stop_reported")
			await walk.keep("provider-stop");
		if (await walk.page.locator("select[name=reason]").count() > 0)
			await walk.page.locator("select[name=reason]").selectOption({ index: 1 });
		else if (await walk.page.locator("input[name=reason]").count() > 0)
			await walk.page.locator("input[name=reason]").first().check();
		await type(walk, fields);
		await record(walk, kind);
	}
	await walk.page.goto(`/deliveries/${made.takenOrder}`);
	await walk.see("delivery-stopped");
	await walk.keep("provider-stopped");
	await walk.become("Hanna");
	await walk.see("visits");
	await walk.keep("provider-helper");
	await walk.become("Zita");
	await walk.page.goto(`/clients/${made.declined}`);
	walk.claim("the social worker sees who did not take the order", (await walk.main()).includes("nam dit op 15 mei 2023 niet aan"));
	walk.claim("and that it is to be done now", /wacht op aanbieder/i.test(await walk.text(".th-card--asks")));
	await walk.page.goto(`/clients/${made.taken}`);
	walk.claim("and that care stopped", (await walk.main()).includes("gestopt sinds 15 mei 2023"));
}

/** Enter with the code of a letter, read the decision, choose, object: with the keyboard alone, on a phone. */
export async function resident(walk, made) {
	const { press, tabTo } = walk;

	await walk.become(null, { viewport: { width: 390, height: 844 } });
	await walk.page.goto("/mine/enter");
	await walk.keep("resident-enter");
	await tabTo(walk.page.getByLabel("De code op uw brief"));
	for (const typed of [made.code.toLowerCase().replaceAll("-", " "), "3", "2", "1975"]) {
		await walk.page.keyboard.type(typed);
		await press("Tab");
	}
	await press("Enter");
	await walk.page.waitForURL(/mine$/);
	walk.claim("the decision stands there with the days left", /U kunt nog \d+ dagen bezwaar maken/.test(await walk.main()));
	await walk.keep("resident-page");
	await tabTo(walk.page.getByRole("link", { name: "Aanbieder kiezen" }));
	await press("Enter");
	await walk.page.waitForURL(/mine\/choose/);
	await walk.see("mine-choose");
	await tabTo(walk.page.locator("input[name=deliverer]:not([disabled])").first());
	await press("Space");
	await walk.keep("resident-choose");
	await tabTo(walk.page.getByRole("button", { name: "Dit kies ik" }));
	await press("Enter");
	await walk.page.waitForURL(/mine\?done=asked/);
	walk.claim("the choice stands on the page", (await walk.main()).includes("U koos op 15 mei 2023 voor"));
	await tabTo(walk.page.getByRole("link", { name: "Bezwaar maken" }));
	await press("Enter");
	await walk.page.waitForURL(/mine\/object/);
	await walk.see("mine-object");
	await tabTo(walk.page.locator("textarea").first());
	await walk.page.keyboard.type("Twee uur is te weinig: ik kan ook niet koken.");
	await walk.keep("resident-object");
	await tabTo(walk.page.getByRole("button", { name: "Bezwaar versturen" }));
	await press("Enter");
	await walk.page.waitForURL(/mine\?done=|mine$/);
	await walk.see("mine-objected");
	walk.claim("the objection stands on the page", (await walk.main()).includes("ezwaar"));
	await walk.keep("resident-objected");
}

/** An objection by letter, the hearing, the decision on it. */
export async function lawyer(walk, made) {
	await walk.become("Jora");
	walk.claim("what the resident sent is with the lawyer", (await walk.main()).includes("W. Kiezer"));
	await walk.keep("lawyer-list");
	const objection = await bring(walk, "objection_received", { person: made.objector, decision: made.refusal, received_on: "2023-03-10", how: "post",
		by_whom: "de inwoner", reasons: "De maaltijden zijn koud." });

	await walk.page.goto(`/objections/${objection}`);
	await walk.keep("lawyer-objection");
	await follow(walk, "Uitnodigen voor de hoorzitting");
	await type(walk, { told_on: "2023-04-20", hearing_on: "2023-05-02", at: "10.30 uur", where: "Het gemeentehuis, kamer 4" });
	await record(walk, "hearing_planned");
	await walk.page.goto(`/objections/${objection}`);
	await follow(walk, "Verslag van de hoorzitting");
	await walk.see("hearing-report");
	await type(walk, { held_on: "2023-05-02", present: "mevrouw Bezwaarde en haar dochter", words: "Koken lukt echt niet." });
	await walk.keep("lawyer-hearing");
	await record(walk, "hearing_held");
	await walk.page.goto(`/objections/${objection}`);
	await follow(walk, "Beslissen op bezwaar");
	await walk.see("objection-decide");
	await type(walk, { decided_on: "2023-05-12", reasons: "Wij rekenen de maaltijden nu mee.", decided_by: "Bas Besluit" });
	await pick(walk, "outcome", "founded");
	await pick(walk, "result", "changed");
	await walk.page.getByRole("button", { name: "Vastleggen" }).click();
	walk.claim("who took the decision does not decide on the objection", (await walk.main()).includes("Er is nog niets opgeslagen"));
	walk.claim("and nothing typed is lost", await walk.page.locator("[name=reasons]").inputValue() === "Wij rekenen de maaltijden nu mee.");
	await type(walk, { decided_by: "J. Jurist" });
	await walk.keep("lawyer-decide");
	await record(walk, "objection_decided");
	await walk.page.goto(`/objections/${objection}`);
	await walk.see("objection-decided");
	walk.claim("the decision says until when one can go to court", (await walk.main()).includes("In beroep kan tot en met"));
	await walk.keep("lawyer-decided");
}
