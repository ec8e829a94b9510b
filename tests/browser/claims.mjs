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

export async function claims(walk, shared) {
	await own(walk, shared);
	await seen(walk, shared);
}
