/* SPDX-License-Identifier: EUPL-1.2 */
/* Every page works without this file. It keeps a form from being sent twice, closes the menu, fills a field from a file, adds buttons to
 * print, and looks again at what is being made. */
"use strict";

/* A second press on the button, while the first is under way, sends nothing. */
document.addEventListener("submit", (event) => {
	const form = event.target;

	if (form.method !== "post")
		return;
	if (form.dataset.isSent)
		event.preventDefault();
	form.dataset.isSent = "yes";
});

/* A press beside an open group of the menu, or Escape, closes it. */
function closeMenus(except) {
	for (const group of document.querySelectorAll(".th-menu__group[open]"))
		group.open = group.contains(except);
}
document.addEventListener("click", (event) => closeMenus(event.target));
document.addEventListener("keydown", (event) => {
	const group = event.target.closest?.(".th-menu__group[open]");

	if (event.key !== "Escape" || !group)
		return;
	closeMenus(null);
	group.querySelector("summary").focus();
});

/* Back in the browser's history shows the form as it was left: it may be sent again. */
window.addEventListener("pageshow", () => {
	for (const form of document.forms)
		delete form.dataset.isSent;
});

/* <p hidden data-fills="id"> with a file to choose: its text goes into the field with that id. */
for (const choice of document.querySelectorAll("[data-fills]")) {
	choice.hidden = false;
	choice.querySelector("input").addEventListener("change", async (event) => {
		const [file] = event.target.files;

		if (file)
			document.getElementById(choice.dataset.fills).value = await file.text();
	});
}

/* <button hidden data-print>: of no use without script, so hidden until here. */
for (const button of document.querySelectorAll("[data-print]")) {
	button.hidden = false;
	button.addEventListener("click", () => window.print());
}

/* <p data-refresh>: something is being made; look again a little later, but not while somebody fills in a form. */
function lookAgain() {
	if (document.activeElement?.matches("input, select, textarea"))
		setTimeout(lookAgain, 2000);
	else
		location.reload();
}
if (document.querySelector("[data-refresh]"))
	setTimeout(lookAgain, 2000);

/* <form data-slides="id">: the numbers of the page follow the slider, from the table with that id. */
for (const form of document.querySelectorAll("form[data-slides]")) {
	const rows = document.getElementById(form.dataset.slides);

	form.addEventListener("input", (event) => {
		const row = rows.querySelector(`[data-at="${Number(event.target.value)}"]`);

		for (const place of row ? document.querySelectorAll("[data-shows]") : [])
			place.textContent = row.querySelector(`[data-is="${place.dataset.shows}"]`).textContent;
	});
}
