// A month that a main contractor claims for its combination, and what the municipality sees of it.

/** Who made the claim: what went, why a line was refused, and whose part it is. */
async function own(walk, shared) {
	await walk.become("Lena", shared);
	await walk.page.goto("/claims/own");
	await walk.see("own-claims");
	await walk.page.locator("#party").selectOption("wijdezorg-combinatie");
	await walk.page.getByRole("button", { name: "Toon" }).click();
	await walk.see("own-claims-combination");
	walk.claim("a claim of which a line was refused, and the one that mends it", /Deels geweigerd/.test(await walk.main()) && /Goedgekeurd/.test(await walk.main()));
	await walk.page.getByRole("row", { name: /Deels geweigerd/ }).getByRole("link").click();
	await walk.see("own-claim");
	walk.claim("a refusal says in words what to do", (await walk.main()).includes("vraag de gemeente dan om meer"));
	await walk.page.locator("main a[href*='care_delivered']").first().click();
	await walk.see("care-delivered-form");
}

/** What the provider asked of the municipality, and the form for what is to be added. */
async function asked(walk) {
	await walk.page.goto("/orders/own");
	await walk.see("own-orders");
	walk.claim("a provider sees what it asks of the municipality", (await walk.main()).includes("Wat wij de gemeente vroegen"));
	await walk.page.goto("/facts/change_asked");
	await walk.see("change-asked-form");
}

/** Finance: sums and reasons, and nobody's name. */
async function seen(walk, shared) {
	await walk.become("Fenna", shared);
	await walk.page.goto("/claims");
	await walk.see("claims");
	walk.claim("finance sees why lines were refused", (await walk.main()).includes("Het volume is groter dan in deze periode is toegewezen. (9321)"));
	await walk.page.getByRole("row", { name: /mei 2022/ }).getByRole("link").last().click();
	await walk.see("claim");
	walk.claim("and no file of a client", await walk.page.locator("main a[href^='/clients/']").count() === 0);
}

/** The lead calls the members together; a member, and the municipality, read what is theirs. */
async function meet(walk, shared) {
	await walk.become("Lena", shared);
	await walk.page.locator("main").getByRole("link", { name: /^Overleg/ }).click();
	await walk.page.waitForURL(/meetings$/);
	await walk.see("meetings");
	await walk.keep("meetings");
	await walk.page.locator("main").getByRole("link", { name: /^De leden bijeenroepen/ }).click();
	await walk.page.waitForURL(/meeting_called/);
	await walk.see("meeting-call");
	await walk.page.getByLabel("Waarvoor komt u bij elkaar?").fill("Reserverooster");
	await walk.page.getByLabel("Op welke dag?").fill("2022-06-10");
	await walk.page.locator("input[name='agenda.0.about'], select[name='agenda.0.about']").first().evaluate((one) => {
		if (one.tagName === "SELECT")
			one.value = "staff";
		else
			one.checked = true;
	});
	await walk.page.locator("[name='agenda.0.words']").fill("Wie valt in?");
	await Promise.all([walk.page.waitForEvent("load"), walk.page.getByRole("button", { name: "Vastleggen" }).click()]);
	await walk.become("Aafje", shared);
	await walk.page.goto("/meetings");
	await walk.page.getByRole("link", { name: "Reserverooster" }).click();
	await walk.page.waitForURL(/meetings\/\d+$/);
	await walk.see("meeting");
	walk.claim("a member finds what it was called for, and may add to it", (await walk.main()).includes("Wie valt in?") &&
		await walk.page.getByRole("link", { name: "Een punt op de agenda zetten" }).isVisible());
	await walk.page.goto("/meetings");
	await walk.page.locator("main section[aria-labelledby=geweest]").getByRole("link").first().click();
	await walk.see("meeting-held");
	await walk.keep("meeting-held");
	await walk.become("Chris", shared);
	await walk.page.goto("/meetings");
	walk.claim("the municipality reads its own talks, and not those of the members", (await walk.main()).includes("Voortgangsgesprek") &&
		!(await walk.main()).includes("Reserverooster"));
	await walk.see("meetings-municipality");
	await walk.keep("meetings-municipality");
}

export async function claims(walk, shared) {
	await meet(walk, shared);
	await own(walk, shared);
	await asked(walk);
	await seen(walk, shared);
}
