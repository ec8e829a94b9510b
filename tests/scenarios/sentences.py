"""The sentences that a scenario is told in: what is done, and what must be true after it."""
from datetime import date, timedelta

from doors import Answer
from reader import PLACES, Mistake, Sentence

NUMBERS = dict(zip("geen een twee drie vier vijf zes zeven acht negen tien".split(), range(11)), niemand=0)
# The sections of a scheme file: as one is called, as many are called, and their key.
SECTIONS = (
    ("gemeente", "gemeenten", "authorities"), ("gebied", "gebieden", "areas"), ("product", "producten", "products"),
    ("doelgroep", "doelgroepen", "target_groups"), ("partij", "partijen", "parties"), ("team", "teams", "teams"),
    ("overeenkomst", "overeenkomsten", "agreements"), ("inkoop", "inkopen", "procurement"), ("afspraak", "afspraken", "lanes"),
    ("overgang", "overgangen", "cutovers"), ("gebeurtenis", "gebeurtenissen", "history"),
    ("combinatie", "combinaties", "combinations"), ("onderaannemer", "onderaannemers", "subcontractors"),
    ("deskundigheid", "deskundigheden", "expertise"), ("voorziening", "voorzieningen", "provisions"),
    ("samenwerking elders", "samenwerkingen elders", "elsewhere"), ("partner", "partners", "partners"),
    ("thema", "thema's", "scope"), ("loket", "loketten", "desk"), ("vorige inkoop", "vorige inkopen", "earlier"),
    ("vervangen product", "vervangen producten", "replaced_products"), ("perceel", "percelen", "lots"),
    ("criterium", "criteria", "criteria"),
    ("drempel", "drempels", "threshold"), ("grens", "grenzen", "caps"), ("verlenging", "verlengingen", "options"),
    ("fase", "fasen", "phases"), ("norm", "normen", "norms"), ("hoek", "hoeken", "corners"),
    ("overleg", "overleggen", "meetings"), ("werkgroep", "werkgroepen", "working_groups"), ("rol", "rollen", "roles"),
    ("verjaardag", "verjaardagen", "birthdays"), ("eigenaar", "eigenaren", "owner"),
    ("aanspreekpunt", "aanspreekpunten", "contact_person"), ("eerst het netwerk", "eerst het netwerk", "network_first"),
    ("onbekende", "onbekenden", "unknown"),
)
KEYS = {word: key for one, many, key in SECTIONS for word in (one, many)}
# Keys of the file that read better in Dutch; any key may be named as it is.
FIELDS = {"naam": "name", "omschrijving": "label", "vanaf": "from", "tot": "until", "aantal": "parties_count", "soort": "kind",
          "ongeveer": "count_is_about", "wijze": "how", "producten": "products", "doelgroep": "target_group",
          "gebieden": "areas", "partijen": "parties", "onder": "under", "leden": "members", "penvoerder": "lead",
          "aansprakelijk": "liable", "contact": "contact", "gelijk": "members_are_equal", "plaatshouder": "is_placeholder",
          "gemeente": "authority", "op": "on", "door": "by", "cijfer": "mark", "keer": "times", "per": "per", "wie": "who",
          "beslist": "may_decide", "voor": "to", "vorm": "form", "toetreding": "accession", "gunning": "winners",
          "gebruikt": "is_used", "fasen": "phases", "bodem": "is_floor", "uitkomsten": "outcomes", "leeftijd": "from_age",
          "gebieden per partij": "areas_per_party", "mensen": "people", "gemeenten": "authorities", "thema": "theme",
          "tot leeftijd": "until_age", "gebeurde": "what", "maanden vooraf": "warn_months", "adressen": "addresses"}
PLACES["SOORT"] = "|".join(sorted(KEYS, key=len, reverse=True))
PLACES["VELD"] = "|".join([*sorted(FIELDS, key=len, reverse=True), r"\w+"])
SAID = {True: "ja", False: "nee", None: "niets"}


def number_of(words):
    return NUMBERS[words] if words in NUMBERS else int(words)


def names_of(words):
    """'a, b en c' as a list."""
    return [name.strip() for name in words.replace(" en ", ", ").split(", ")]


def said(value):
    """A value of a scheme as the scenarios write it."""
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return SAID[value] if value is None or isinstance(value, bool) else str(value)


# --- what is done ---

def on_day(world, datum):
    world.day = datum
    world.stop()


def other_scheme(world, naam):
    world.scheme = f"schemes/{naam}.yaml"


def who_delivers(world, product, gebied, datum, partij=None, sinds=None, kennis=None, zonder=None):
    arguments = ["--scheme", world.scheme, "--product", product, "--area", gebied, "--born", datum, "--on", world.day]
    arguments += ["--current", partij] if partij else []
    arguments += ["--since", sinds] if sinds else []
    arguments += ["--expertise", *names_of(kennis)] if kennis else []
    arguments += ["--unavailable", *names_of(zonder)] if zonder else []
    world.ask("assign", *arguments, "--json")


def read_scheme(world):
    world.ask("scheme", "show", world.scheme, *(("--on", world.day) if world.day else ()), "--json")


def check_scheme(world):
    world.shell(f"check {world.scheme}")


def check_changed_scheme(world, soort, veld, waarde, naam=None):
    world.shell(f"check {world.changed_scheme(KEYS[soort], naam, FIELDS.get(veld, veld), waarde)}")


def adopt_scheme(world, soort, veld, waarde, naam=None, datum=None):
    text = world.changed_scheme(KEYS[soort], naam, FIELDS.get(veld, veld), waarde).read_text(encoding="utf-8")
    world.fact("scheme_adopted", "beleidsadviseur", {"text": text, **({"from": datum} if datum else {})}, is_literal=True)


def legal_term(world, naam, datum, begin="", eind=""):
    world.shell(f"term --kind {naam} --from {datum}" + (f" --suspend {begin}..{eind}" if begin else ""))


def command(world, tekst):
    world.shell(tekst)


def register(world, naam, aantal):
    world.make_register("--scheme", naam, "--residents", str(number_of(aantal)), "--today", world.day)


def bring_fact(world, feit, wie, _details):
    world.fact(feit, wie, _details)


def open_page(world, pad, wie):
    world.page(pad, wie)


def follow_link(world, tekst, wie):
    world.follow(tekst, wie)


def enter(world, naam, datum, tekst):
    world.enter(naam, datum, tekst)


def send_form(world, pad, wie, _details):
    world.send(pad, wie, _details)


def look_back(world, datum):
    world.look_back(datum)


def look_now(world):
    world.look_back("")


def verify(world, datum=None):
    code, told, complaint = world.command("verify", "--database", world.database, "--on", datum or world.day)
    _, differences, more = world.command("rebuild", "--database", world.database, "--prove")
    rows = (line.split("\t") for line in told.splitlines())
    world.answer = Answer(code, told + complaint + differences + more,
                          {"broken": {row[0]: row[1] for row in rows}, "differences": differences + more})


# --- a resident's road, in fewer words ---

def must_be_stored(world, what):
    if world.answer.code != 201:
        raise Mistake(f"{what}: {world.answer.text}")
    return world.answer.data["id"]


def report(world, naam, datum, postcode, aantal="1"):
    initials, _, surname = naam.rpartition(" ")
    world.fact("report_received", "loketmedewerker", {
        "who.initials": initials.rstrip(".") or "X", "who.surname": surname, "who.born": datum, "who.sex": "f",
        "who.street": "Voorbeeldstraat", "who.house_number": aantal, "who.house_addition": str(len(world.names) + 1),
        "who.postcode": postcode, "who.place": "Voorbeeld",  # a household of one's own
        "asked": "Het lukt niet meer alleen.", "channel": "phone", "received_on": world.day})
    world.names[naam] = must_be_stored(world, "the report")


def amount_of(world, product):
    read_scheme(world)
    units = {each["name"]: each["unit"] for each in world.answer.data["always"]["products"]}
    return {"half-day": "2", "night": "2", "piece": "1"}.get(units.get(product), "120")


def grant(world, product, naam, melding=None):
    report_of, amount = str(world.names[melding or naam]), amount_of(world, product)
    world.fact("plan_waived", "sociaal werker", {"report": report_of, "on": world.day, "words": "Aan de telefoon."})
    world.fact("investigation_concluded", "sociaal werker", {
        "report": report_of, "concluded_on": world.day, "needs": "Het huis blijft niet schoon.",
        "own_strength": "Licht werk lukt.", "network": "Een buurvrouw doet boodschappen.",
        "network_helps": "no",        "general_provisions": "De maaltijdservice komt.", "conclusion": "Zwaar werk blijft over.",
        "lines.0.product": product, "lines.0.amount": amount})
    must_be_stored(world, "the investigation")
    world.fact("application_received", "sociaal werker", {"report": report_of, "received_on": world.day})
    must_be_stored(world, "the application")
    begin = date.fromisoformat(world.day)
    world.fact("decision_taken", "beslisser", {
        "report": report_of, "decided_on": world.day, "outcome": "granted", "reasons": "Zelf lukt het niet helemaal.",
        "decided_by": f"{world.accounts['decider'][0].capitalize()} Besluit", "lines.0.product": product, "lines.0.amount": amount, "lines.0.from": world.day,
        "lines.0.last_day": str(begin + timedelta(days=364)), "lines.0.reasons": "Dit is nodig."})
    world.names[f"{naam}.besluit"] = must_be_stored(world, "the decision")


def assign(world, naam, partij, datum, huidig=None, sinds=None, keuze="scheme"):
    world.fact("assignment_made", "sociaal werker", {
        "person": "{%s}" % naam, "decision": "{%s.besluit}" % naam, "line": "0", "deliverer": partij, "from": datum,
        "choice": keuze, **({"current": huidig} if huidig else {}), **({"since": sinds} if sinds else {})})


def assign_chosen(world, naam, partij, datum):
    assign(world, naam, partij, datum, keuze="resident")


STEPS = (
    Sentence("Op DATUM", on_day),
    Sentence("De regeling NAAM", other_scheme),
    Sentence("Wie levert PRODUCT in GEBIED aan iemand geboren op DATUM[, nu geholpen door PARTIJ][ sinds SINDS]"
             "[, met kennis van KENNIS][, zonder ZONDER]?", who_delivers),
    Sentence("Wat staat er in de regeling?", read_scheme),
    Sentence("Controleer de regeling", check_scheme),
    Sentence("Controleer de regeling, als bij SOORT[ NAAM] staat VELD: WAARDE", check_changed_scheme),
    Sentence("Stel de regeling vast[ vanaf DATUM], als bij SOORT[ NAAM] staat VELD: WAARDE", adopt_scheme),
    Sentence("De termijn NAAM vanaf DATUM[, opgeschort van BEGIN tot en met EIND]", legal_term),
    Sentence("Opdracht TEKST", command),
    Sentence("Een register van NAAM met AANTAL inwoners", register, needs_register=True),
    Sentence("Controleer de beloften[ op DATUM]", verify),
    Sentence("Kijk naar wat op DATUM bekend was", look_back),
    Sentence("Kijk naar wat nu bekend is", look_now),
    Sentence("Feit FEIT als WIE", bring_fact, has_details=True),
    Sentence("Pagina PAD als WIE", open_page),
    Sentence("Volg \"TEKST\" als WIE", follow_link),
    Sentence("NAAM, geboren op DATUM, komt binnen met de brief \"TEKST\"", enter),
    Sentence("Stuur PAD als WIE", send_form, has_details=True),
    Sentence("NAAM, geboren op DATUM en wonend op POSTCODE[ nummer AANTAL], meldt zich", report),
    Sentence("Ken PRODUCT toe aan NAAM[ naar MELDING]", grant),
    Sentence("Wijs NAAM toe aan PARTIJ vanaf DATUM[, nu geholpen door HUIDIG][ sinds SINDS]", assign),
    Sentence("NAAM kiest PARTIJ vanaf DATUM", assign_chosen),
)


# --- what must be true ---

def able(world):
    """Who can deliver, in order: 'dnzt onder miep'."""
    return [candidate["party"] + (f" onder {candidate['under']}" if candidate["under"] else "")
            for candidate in world.answer.data["candidates"] if not candidate["against"]]


def one_of(world, partij):
    party, _, under = partij.partition(" onder ")
    return next((each for each in world.answer.data["candidates"]
                 if each["party"] == party and (each["under"] or "") == under), None)


def count_able(world, aantal):
    if len(able(world)) != number_of(aantal):
        return f"{len(able(world))} can: {', '.join(able(world))}"


def nobody(world):
    return count_able(world, "geen") or ("" if world.answer.data["reasons"] else "and nothing says why")


def are_able(world, lijst):
    if able(world) != [name.strip() for name in lijst.split(",")]:
        return f"these can: {', '.join(able(world))}"


def first_able(world, partij):
    if able(world)[:1] != [partij]:
        return f"these can: {', '.join(able(world))}"


def is_able(world, partij, tekst=""):
    found = one_of(world, partij)
    if not found or found["against"] or not any(tekst in reason for reason in found["for"]):
        return f"of {partij} is said: {found}"


def is_not_able(world, partij, tekst=""):
    found = one_of(world, partij)
    if not found or not found["against"] or not any(tekst in reason for reason in found["against"]):
        return f"of {partij} is said: {found}"


def is_no_candidate(world, partij):
    found = [each for each in world.answer.data["candidates"] if each["party"] == partij]
    return f"{partij} is a candidate: {found}" if found else ""


def is_responsible(world, partij):
    found = one_of(world, partij)
    return "" if found and found["responsible"] else f"of {partij} is said: {found}"


def has_choice(world):
    return "" if world.answer.data["choice"] else "there is none"


def has_no_choice(world):
    return "there is one" if world.answer.data["choice"] else ""


def decided_by(world, naam):
    return "" if world.answer.data["rule"] == naam else f"it is {world.answer.data['rule']}"


def items_of(world, soort):
    """The items of a section; of a section that is one thing, that thing."""
    data, key = world.answer.data, KEYS[soort]
    items = data[key] if key in data else data["always"][key]
    return items if isinstance(items, list) else [items] if items else []


def has_value(item, veld, waarde):
    name = FIELDS.get(veld, veld)
    if name not in item:
        raise Mistake(f"there is no {name} in {', '.join(item)}")
    return said(item[name]) == waarde


def count_items(world, aantal, soort, veld=None, waarde=None):
    found = [item for item in items_of(world, soort) if veld is None or has_value(item, veld, waarde)]
    return "" if len(found) == number_of(aantal) else f"there are {len(found)}: {found}"


def item_says(world, soort, veld, waarde, naam=None):
    items = [item for item in items_of(world, soort)
             if naam is None or naam in (item.get("name"), item.get("theme"), item.get("agreement"), item.get("label"))]
    if not items:
        return f"there is no {soort} {naam}"
    return "" if all(has_value(item, veld, waarde) for item in items) else f"it says {items}"


def shows(world, tekst):
    text = world.fill_in(tekst)
    return "" if text in world.answer.text else f"it says {world.answer.text[:3000]}"


def does_not_show(world, tekst):
    return "it does" if world.fill_in(tekst) in world.answer.text else ""


def shows_times(world, aantal, tekst):
    times = world.answer.text.count(world.fill_in(tekst))
    return "" if times == number_of(aantal) else f"it does {times} times: {world.answer.text[:3000]}"


def ends_with(world, aantal):
    return "" if world.answer.code == number_of(aantal) else f"{world.answer.code}: {world.answer.text[:2000]}"


def is_silent(world):
    return "" if world.answer.code == 0 and not world.answer.text else f"{world.answer.code}: {world.answer.text}"


def is_taken(world):
    return "" if world.answer.code == 201 else f"{world.answer.code}: {world.answer.text}"


def is_refused(world, code):
    found = [finding["code"] for finding in (world.answer.data or {}).get("findings", ())]
    return "" if world.answer.code == 422 and code in found else f"{world.answer.code}: {world.answer.text}"


def is_called(world, naam):
    if world.answer.code == 201:
        world.names[naam] = world.answer.data["id"]
    return is_taken(world)


def nothing_is_broken(world):
    broken = {promise: count for promise, count in world.answer.data["broken"].items() if count != "0"}
    is_whole = len(world.answer.data["broken"]) == 10 and not broken and not world.answer.data["differences"]
    return "" if is_whole and world.answer.code == 0 else world.answer.text


def last_day_is(world, datum):
    return "" if world.answer.text.startswith(datum) else world.answer.text


EXPECTATIONS = (
    Sentence("niemand kan", nobody),
    Sentence("AANTAL kandidaten kunnen", count_able),
    Sentence("deze kunnen, op volgorde LIJST", are_able),
    Sentence("eerst PARTIJ", first_able),
    Sentence("PARTIJ kan niet[, want \"TEKST\"]", is_not_able),
    Sentence("PARTIJ kan[, want \"TEKST\"]", is_able),
    Sentence("PARTIJ is geen kandidaat", is_no_candidate),
    Sentence("PARTIJ is verantwoordelijk", is_responsible),
    Sentence("er is keuze", has_choice),
    Sentence("er is geen keuze", has_no_choice),
    Sentence("de regel is NAAM", decided_by),
    Sentence("er zijn AANTAL SOORT[ met VELD WAARDE]", count_items),
    Sentence("er is AANTAL SOORT[ met VELD WAARDE]", count_items),
    Sentence("bij SOORT[ NAAM] staat VELD WAARDE", item_says),
    Sentence("toont \"TEKST\"", shows),
    Sentence("toont niet \"TEKST\"", does_not_show),
    Sentence("toont AANTAL keer \"TEKST\"", shows_times),
    Sentence("eindigt met AANTAL", ends_with),
    Sentence("antwoordt met AANTAL", ends_with),
    Sentence("zegt niets", is_silent),
    Sentence("wordt aangenomen", is_taken),
    Sentence("wordt geweigerd met CODE", is_refused),
    Sentence("heet NAAM", is_called),
    Sentence("geen belofte is gebroken", nothing_is_broken),
    Sentence("de laatste dag is DATUM", last_day_is),
)
# What says itself how it must end; without one of these a step must succeed.
OUTCOMES = (ends_with, is_taken, is_refused, is_called)
