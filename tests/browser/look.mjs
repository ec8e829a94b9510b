// Looks at a page as people use it: on a desk, on a phone, at 400%, with a screen reader's rules.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];
const SIZES = {
	desk: { width: 1280, height: 900 },
	phone: { width: 390, height: 844 },
	zoom: { width: 320, height: 256 }, // 1280 by 1024 at 400% (WCAG 2.2, 1.4.10)
};

/** What axe finds: one line each. */
async function violations(page) {
	await page.evaluate(axe);
	const found = await page.evaluate((rules) => window.axe.run(document, { runOnly: { type: "tag", values: rules } }), RULES);

	return found.violations.flatMap((rule) =>
		rule.nodes.map((node) => `${rule.id}: ${rule.help}: ${node.target.join(" ")}: ${node.failureSummary.replace(/\s+/g, " ")}`));
}

/** What is wider than the window. */
function overflow(page) {
	return page.evaluate(() => {
		if (document.documentElement.scrollWidth <= window.innerWidth)
			return [];
		const wide = [...document.querySelectorAll("body *")].filter((one) => one.getBoundingClientRect().right > window.innerWidth + 1);

		return [`${document.documentElement.scrollWidth} wide: ${wide.slice(0, 5).map((one) => `${one.tagName}.${one.className}`).join(" ")}`];
	});
}

/** What is smaller than a finger can hit (WCAG 2.2, 2.5.8), links in a sentence apart; axe leaves some of it out. */
function small(page) {
	return page.evaluate(() => [...document.querySelectorAll("button, input:not([type=hidden]), select, summary")]
		.filter((one) => one.getClientRects().length > 0 && (one.offsetWidth < 24 || one.offsetHeight < 24))
		.map((one) => `${one.tagName} ${one.id || one.textContent.trim()} is ${one.offsetWidth} by ${one.offsetHeight}`));
}

const PAGE_BYTES = 100 * 1024;

/** What is too heavy, and what moved under the eye while it was loading (web vitals: below 0.1 is good). */
async function unrest(page) {
	if (await page.evaluate(() => { const was = window.isLookedAt; window.isLookedAt = true; return was; }))
		return []; /* what moves when the window changes its size is no unrest */
	const bytes = Buffer.byteLength(await page.content());
	const moved = await page.evaluate(() => new Promise((resolve) => {
		let sum = 0;

		new PerformanceObserver((list) => list.getEntries().forEach((one) => { sum += one.value; })).observe({ type: "layout-shift", buffered: true });
		requestAnimationFrame(() => setTimeout(() => resolve(sum), 0));
	}));

	return [...(bytes > PAGE_BYTES ? [`${bytes} bytes`] : []), ...(moved > 0.05 ? [`layout shift of ${moved}`] : [])];
}

/** Everything that is wrong with the page that is shown, and a picture of each size in folder where there is one. */
export async function look(page, name, folder) {
	const complaints = await unrest(page);

	for (const [size, viewport] of Object.entries(SIZES)) {
		await page.setViewportSize(viewport);
		const wrong = [...await overflow(page), ...await small(page), ...(size === "zoom" ? [] : await violations(page))];

		complaints.push(...wrong.map((words) => `${size}: ${words}`));
		if (folder !== undefined)
			await page.screenshot({ path: join(folder, `${name}-${size}.png`), fullPage: true, animations: "disabled" });
	}
	await page.setViewportSize(SIZES.desk);
	return complaints;
}

/** Keeps what goes wrong behind a page: errors, refusals of the content security policy, requests elsewhere. */
export function watch(context, address) {
	const heard = [];

	context.on("console", (message) => {
		if (["error", "warning"].includes(message.type()) && !/the server responded with a status of 4\d\d/.test(message.text()))
			heard.push(`${message.page()?.url()}: ${message.text()}`);
	});
	context.on("weberror", (error) => heard.push(String(error.error())));
	context.on("request", (request) => {
		if (!request.url().startsWith(address) && !request.url().startsWith("data:"))
			heard.push(`asks ${request.url()}`);
	});
	return () => heard.splice(0);
}
