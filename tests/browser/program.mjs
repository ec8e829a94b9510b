// The program as it is served: a demonstration in a database of its own, and the commands on it.
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, openSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const PROGRAM = process.env.THUISREGIE ?? "build/thuisregie";
const READY_MS = 20000;

export const folder = mkdtempSync(join(tmpdir(), "thuisregie-browser-"));
const database = process.env.TEST_DATABASE ?? join(folder, "browser.sqlite");

/** Runs a command on the database; what it printed. */
export function command(verb, ...options) {
	const done = spawnSync(PROGRAM, [verb, "--database", database, ...options], { encoding: "utf8" });

	if (done.status !== 0)
		throw new Error(`${verb} ended with ${done.status}: ${done.stdout}${done.stderr}`);
	return done.stdout;
}

/** Makes the demonstration and serves it; { address, stop }. */
export async function serve(residents) {
	const messages = join(folder, "messages");

	command("demo", "--seed", "1", "--residents", String(residents));
	const server = spawn(PROGRAM, ["serve", "--database", database, "--listen", "127.0.0.1:0"],
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
