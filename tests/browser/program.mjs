// The program as it is served: a demonstration in a database of its own, and the commands on it.
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, openSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const PROGRAM = process.env.THUISREGIE ?? "build/thuisregie";
const READY_MS = 20000;

export const folder = mkdtempSync(join(tmpdir(), "thuisregie-browser-"));
const database = process.env.TEST_DATABASE ?? join(folder, "browser.sqlite");

/** Runs a command on a database; what it printed. */
function run(on, verb, ...options) {
	const done = spawnSync(PROGRAM, [verb, "--database", on, ...options], { encoding: "utf8" });

	if (done.status !== 0)
		throw new Error(`${verb} ended with ${done.status}: ${done.stdout}${done.stderr}`);
	return done.stdout;
}

/** Runs a command on the database of the story. */
export const command = (verb, ...options) => run(database, verb, ...options);

/** Makes the demonstration of a scheme and serves it; { address, stop }. */
export async function serve(residents, scheme = "westerkwartier") {
	const on = scheme === "westerkwartier" ? database : join(folder, `${scheme}.sqlite`);
	const messages = join(folder, `messages-${scheme}`);

	run(on, "demo", "--scheme", scheme, "--seed", "1", "--residents", String(residents));
	const server = spawn(PROGRAM, ["serve", "--database", on, "--listen", "127.0.0.1:0"],
		{ stdio: ["ignore", "ignore", openSync(messages, "w")] });
	const until = Date.now() + READY_MS;

	while (Date.now() < until && server.exitCode === null) {
		const ready = readFileSync(messages, "utf8").match(/listening on (http:\S+)/);

		if (ready)
			return { address: ready[1], stop: () => server.kill("SIGTERM") };
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
	server.kill("SIGKILL");
	throw new Error(`the server was not ready: ${readFileSync(messages, "utf8")}`);
}
