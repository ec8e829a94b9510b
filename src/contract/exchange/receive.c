/* SPDX-License-Identifier: EUPL-1.2 */
/* What comes in: each file is read, judged, stored or refused, answered, and put away, one after another. */
#include <sodium.h>
#include <string.h>

#include "common/journal/register.h"
#include "common/scheme/scheme_book.h"
#include "contract/exchange/keep_bytes.h"
#include "contract/exchange/message_codes.h"
#include "contract/exchange/message_rule.h"
#include "contract/exchange/order.h"
#include "contract/exchange/refusal.h"
#include "contract/exchange/round.h"
#include "platform/base/words.h"

#define MARK_BYTES 32
#define ASKED_MOST 3 /* times that a message is judged while others may add facts */
#define REST_BYTES 8192
#define MAX_REASON_BYTES ((size_t)2 * 1024 * 1024)

/* Which messages are received here; other slices may take others. */
static const struct message_taker takers[] = {
	{ "WMO305", false, true, .store = store_reports },
	{ "WMO307", false, true, .store = store_reports },
	{ "WMO302", false, false, .store = store_answer },
	{ "WMO315", false, true, .store = store_asked },
	{ "WMO317", false, true, .store = store_asked },
	{ "WMO320", false, false, .store = store_reply_answer },
	{ "WMO301", true, true, .store = store_orders },
	{ "WMO306", true, false, .store = store_report_answer },
	{ "WMO308", true, false, .store = store_report_answer },
	{ "WMO316", true, false, .store = store_asking_answer },
	{ "WMO318", true, false, .store = store_asking_answer },
	{ "WMO319", true, true, .store = store_reply },
};

static const struct message_taker *taker_among(const struct message_taker *among, size_t count,
                                               const char *code, bool is_provider)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(among[i].code, code) == 0 && among[i].is_for_provider == is_provider)
			return &among[i];
	return NULL;
}

static const struct message_taker *taker_of(const struct exchange_folders *folders, const char *code)
{
	const struct message_taker *own = taker_among(takers, COUNT(takers), code, folders->as != NULL);

	return own != NULL ? own
	                   : taker_among(folders->takers, folders->takers_count, code, folders->as != NULL);
}

/* --- what every kind of message asks --- */

/* Whether one of the register's schemes has this municipality. */
static bool has_authority(const struct journal *journal, int64_t register_id, const char *municipality)
{
	const struct scheme_entry *entry;

	for (size_t i = 0; (entry = scheme_book_nth(journal->schemes, register_id, i)) != NULL; i++) {
		const struct scheme_authority *authorities = entry->scheme.authorities.items;

		for (size_t j = 0; j < entry->scheme.authorities.count; j++)
			if (strcmp(authorities[j].cbs_code, municipality) == 0)
				return true;
	}
	return false;
}

/* Whether one of the register's schemes has a party with this code: in a provider's own register, itself. */
static bool has_party(const struct journal *journal, const char *provider, const char *as)
{
	const struct scheme_entry *entry;

	for (size_t i = 0; (entry = scheme_book_nth(journal->schemes, journal->register_id, i)) != NULL;
	     i++) {
		const struct scheme_party *parties = entry->scheme.parties.items;

		for (size_t j = 0; j < entry->scheme.parties.count; j++)
			if (strcmp(parties[j].agb, provider) == 0 &&
			    (as == NULL || strcmp(parties[j].name, as) == 0))
				return true;
	}
	return false;
}

/* Whether another register of this database is of that municipality. */
static enum status is_elsewhere(const struct received *received, const char *municipality,
                                bool *ret_is_elsewhere, struct fault *fault)
{
	const struct journal *journal = &received->round->journal;
	struct records registers;
	enum status status = journal_registers(journal->db, received->round->arena, &registers, fault);
	const struct journal_register *others = registers.items;

	*ret_is_elsewhere = false;
	for (size_t i = 0; status == OK && i < registers.count; i++)
		if (others[i].register_id != journal->register_id &&
		    has_authority(journal, others[i].register_id, municipality))
			*ret_is_elsewhere = true;
	return status;
}

enum status received_route(struct received *received, struct message_route route, enum verdict *ret_verdict,
                           struct fault *fault)
{
	const struct journal *journal = &received->round->journal;
	bool is_for_other = false;
	enum status status;

	if (has_authority(journal, journal->register_id, route.municipality)) {
		if (has_party(journal, route.provider, received->round->folders->as))
			return OK;
		(void)findings_add(
			&received->findings, "message-provider", "Header",
			WORDS("De aanbieder in dit bericht heeft geen contract met deze gemeente."));
		*ret_verdict = VERDICT_REFUSED;
		return OK;
	}
	status = is_elsewhere(received, route.municipality, &is_for_other, fault);
	if (status)
		return status;
	*ret_verdict = is_for_other ? VERDICT_ELSEWHERE : VERDICT_REFUSED;
	if (!is_for_other)
		(void)findings_add(&received->findings, "message-municipality", "Header",
		                   WORDS("Dit bericht is niet voor deze gemeente."));
	return OK;
}

enum status received_before(struct received *received, struct message_key key, enum verdict *ret_verdict,
                            struct fault *fault)
{
	const char *mark = "";
	enum status status = message_received(&received->round->journal, key.sender, key.sort,
	                                      key.identification, &mark, fault);

	if (status == NOT_FOUND)
		return OK;
	if (status == OK)
		*ret_verdict = strcmp(mark, received->content_mark) == 0 ? VERDICT_REPEATED : VERDICT_REFUSED;
	return status;
}

void received_refuse(struct received *received, const char *rule, struct texts *return_codes,
                     const char *field, enum verdict *ret_verdict)
{
	struct arena *arena = received->round->arena;
	const char *return_code = message_cross_rule(rule)->return_code;

	*ret_verdict = VERDICT_REFUSED;
	message_refuse(return_codes, return_code, arena);
	(void)findings_add(&received->findings, arena_print(arena, "%s (%s)", return_code, rule), field, "%s",
	                   words_in("nl", choice_label(message_return_codes, return_code)));
}

void received_refuse_whole(struct received *received, enum verdict *ret_verdict)
{
	*ret_verdict = VERDICT_REFUSED;
	message_refuse(&received->reading.item->header.return_codes, MESSAGE_REFUSED, received->round->arena);
}

enum status received_heading(struct received *received, struct message_route route, struct message_key key,
                             enum verdict *ret_verdict, struct fault *fault)
{
	struct message_header *header = &received->reading.item->header;
	enum status status = received_route(received, route, ret_verdict, fault);

	if (status != OK || *ret_verdict != VERDICT_NEW) {
		received->has_answer = false; /* nobody whom we know to answer to */
		return status;
	}
	if (received->reading.level == MESSAGE_LEVEL_CONTENT) {
		received_refuse_whole(received, ret_verdict);
		return OK;
	}
	status = received_before(received, key, ret_verdict, fault);
	if (status != OK || *ret_verdict == VERDICT_REPEATED)
		return status;
	if (*ret_verdict == VERDICT_REFUSED)
		received_refuse(received, "TR056", &header->return_codes,
		                "Header/BerichtIdentificatie/Identificatie", ret_verdict);
	else if (date_before(clock_today(received->round->journal.clock), header->identity.dated))
		received_refuse(received, "TR135", &header->return_codes,
		                "Header/BerichtIdentificatie/Dagtekening", ret_verdict);
	return OK;
}

enum status received_answer(struct received *received, struct message_route route, struct message_key key,
                            enum verdict *ret_verdict, struct fault *fault)
{
	enum status status = received_route(received, route, ret_verdict, fault);

	if (status != OK || *ret_verdict != VERDICT_NEW)
		return status;
	status = received_before(received, key, ret_verdict, fault);
	if (status == OK && *ret_verdict == VERDICT_REFUSED)
		(void)findings_add(&received->findings, "answer-again",
		                   "Header/BerichtIdentificatie/Identificatie",
		                   WORDS("Op dit bericht is al een ander antwoord ontvangen."));
	return status;
}

enum status received_append(struct received *received, const struct journal_kind *kind, void *item,
                            enum verdict *ret_verdict, struct fault *fault)
{
	struct journal *journal = &received->round->journal;
	struct findings findings = findings_new(journal->arena, received->findings.language);
	int64_t fact;
	enum status status = journal_append(journal, kind, item, &findings, &fact, fault);

	if (status != FINDINGS)
		return status;
	*ret_verdict = VERDICT_REFUSED;
	for (size_t i = 0; i < findings.count; i++)
		(void)findings_add(&received->findings,
		                   arena_copy(received->round->arena, findings.items[i].code), "", "%s",
		                   findings.items[i].words);
	return OK;
}

/* --- judging --- */

/* Asks beforehand what can be, and by which fact it was so: a large message takes a while. */
static enum status stage(struct received *received, enum verdict *ret_verdict, int64_t *ret_fact,
                         struct fault *fault)
{
	const struct journal *journal = &received->round->journal;
	struct db *db = journal->db;
	struct journal_head head = { 0 };
	enum status status = db_begin_read(db, fault);

	if (status)
		return status;
	status = journal_head(db, journal->register_id, received->round->arena, &head, fault);
	*ret_fact = head.fact;
	if (status == OK)
		status = received->taker->stage(received, ret_verdict, fault);
	db_rollback(db);
	return status;
}

static enum status is_touched(const struct received *received, int64_t fact, bool *ret_is_touched,
                              struct fault *fault)
{
	const struct journal *journal = &received->round->journal;
	struct journal_people people;
	enum status status = journal_people_since(journal->db, journal->register_id, fact,
	                                          received->round->arena, &people, fault);

	*ret_is_touched = false;
	for (size_t i = 0; status == OK && !*ret_is_touched && i < people.count; i++)
		*ret_is_touched = received->taker->is_touched(received, people.persons[i]);
	return status;
}

/* Stores it, now that nobody else adds a fact. Where one came in since that it depends on, it is asked again:
 * by the caller, so that nobody waits for it, or here where that happened too often. */
static enum status store_now(struct received *received, int64_t before, bool may_ask_later,
                             enum verdict *ret_verdict, bool *ret_is_late, struct fault *fault)
{
	const struct message_taker *taker = received->taker;
	const struct journal *journal = &received->round->journal;
	enum status status = OK;

	*ret_is_late = false;
	if (taker->stage != NULL) {
		status = journal_hold(journal->db, journal->register_id, fault);
		status = status == OK ? is_touched(received, before, ret_is_late, fault) : status;
	}
	if (status != OK || (*ret_is_late && may_ask_later))
		return status;
	if (*ret_is_late)
		status = taker->stage(received, ret_verdict, fault);
	*ret_is_late = false;
	return status == OK && *ret_verdict == VERDICT_NEW ? taker->store(received, ret_verdict, fault)
	                                                   : status;
}

/* All that is asked beforehand, and then the transaction that stores it. */
static enum status try_store(struct received *received, bool may_ask_later, enum verdict *ret_verdict,
                             bool *ret_is_late, struct fault *fault)
{
	const struct message_taker *taker = received->taker;
	struct db *db = received->round->journal.db;
	int64_t last = 0;
	enum status status = taker->stage == NULL ? OK : stage(received, ret_verdict, &last, fault);

	if (status == OK && *ret_verdict == VERDICT_NEW && taker->ahead != NULL)
		status = taker->ahead(received, fault);
	if (status != OK || *ret_verdict != VERDICT_NEW)
		return status;
	status = db_begin(db, fault);
	if (status)
		return status;
	status = store_now(received, last, may_ask_later, ret_verdict, ret_is_late, fault);
	if (status == OK && *ret_verdict == VERDICT_NEW && !*ret_is_late)
		return db_commit(db, fault);
	db_rollback(db);
	return status;
}

static enum status store_whole(struct received *received, enum verdict *ret_verdict, struct fault *fault)
{
	bool is_late = true;
	enum status status = OK;

	*ret_verdict = VERDICT_NEW;
	for (int asked = 1; status == OK && is_late; asked++) {
		is_late = false;
		status = try_store(received, asked < ASKED_MOST, ret_verdict, &is_late, fault);
	}
	return status;
}

/* A file on its way through the reader, with the digest of what was read of it so far. */
struct reading_file {
	struct folder_file file;
	crypto_generichash_state state;
	size_t marked;
};

static size_t read_and_mark(void *context, size_t offset, char *into, size_t size)
{
	struct reading_file *reading = context;
	size_t length = folder_file_read(&reading->file, offset, into, size);

	if (offset <= reading->marked && offset + length > reading->marked) {
		size_t known = reading->marked - offset;

		(void)crypto_generichash_update(&reading->state, (const unsigned char *)into + known,
		                                length - known);
		reading->marked = offset + length;
	}
	return length;
}

/* The digest of the whole file, of which the reader may have left a part. */
static const char *mark_of(struct reading_file *reading, struct arena *arena)
{
	unsigned char mark[MARK_BYTES];
	char rest[REST_BYTES];
	char *hex = arena_take(arena, 2 * MARK_BYTES + 1);

	while (read_and_mark(reading, reading->marked, rest, sizeof(rest)) > 0)
		continue;
	(void)crypto_generichash_final(&reading->state, mark, sizeof(mark));
	return sodium_bin2hex(hex, 2 * MARK_BYTES + 1, mark, sizeof(mark));
}

static enum status read_file(struct received *received, struct reading_file *reading, struct fault *fault)
{
	const struct xml_source source = { read_and_mark, reading, reading->file.length };
	enum status status;

	(void)crypto_generichash_init(&reading->state, NULL, 0, MARK_BYTES);
	status = message_read_from(&source, &received->findings, &received->reading);
	received->content_mark = mark_of(reading, received->round->arena);
	if (folder_file_check(&reading->file, fault) != OK)
		return FAILED;
	return status == FINDINGS ? OK : status;
}

static enum status judge(struct received *received, struct reading_file *file, enum verdict *ret_verdict,
                         struct fault *fault)
{
	struct message_reading *reading = &received->reading;
	enum status status = read_file(received, file, fault);

	*ret_verdict = VERDICT_REFUSED;
	if (status)
		return status;
	if (reading->level == MESSAGE_LEVEL_FORM)
		return OK;
	received->taker = taker_of(received->round->folders, reading->message->code);
	if (received->taker != NULL) {
		received->has_answer = received->taker->has_answer;
		return store_whole(received, ret_verdict, fault);
	}
	(void)findings_add(&received->findings, "message-sort", "Header/BerichtCode",
	                   WORDS("Een %s wordt hier niet ontvangen."), reading->message->code);
	return OK;
}

/* --- answering and putting away --- */

static void add_reason(struct text *reason, const struct received *received, const struct finding *finding)
{
	bool is_content = received->has_answer && received->reading.level == MESSAGE_LEVEL_CONTENT;

	text_print(reason, is_content ? MESSAGE_REFUSED " (%s)" : "%s", finding->code);
	if (finding->field[0] != '\0')
		text_print(reason, ", %s", finding->field);
	if (finding->line > 0)
		text_print(reason, ", regel %d", finding->line);
	text_print(reason, ": %s\n", finding->words);
}

#define REFUSED_WORDS "Dit bericht is geweigerd en niet verwerkt.\n"
#define MAX_REASON_CHARS 15000

/* The order that a message speaks of first; 0 when it names none. */
static int64_t order_named(const struct message_item *item)
{
	const struct message_client *client = &item->client;
	const struct message_change *change = &client->change;

	if (client->starts.count > 0)
		return ((const struct message_start *)client->starts.items)->number;
	if (client->stops.count > 0)
		return ((const struct message_stop *)client->stops.items)->of.number;
	if (change->changed.count > 0)
		return ((const struct message_wish *)change->changed.items)->number;
	return change->kept.count > 0 ? ((const struct message_wish *)change->kept.items)->number : 0;
}

/* The party of the register with that code; "" for none. */
static const char *party_of(const struct journal *journal, const char *agb)
{
	const struct scheme_entry *entry;

	for (size_t i = 0; (entry = scheme_book_nth(journal->schemes, journal->register_id, i)) != NULL;
	     i++) {
		const struct scheme_party *parties = entry->scheme.parties.items;

		for (size_t j = 0; j < entry->scheme.parties.count; j++)
			if (strcmp(or_empty(parties[j].agb), or_empty(agb)) == 0)
				return parties[j].name;
	}
	return "";
}

/* The entry on the contract manager's list, once for each file until somebody acted on it. */
static enum status put_on_list(const struct received *received, const char *reasons, struct fault *fault)
{
	struct journal *journal = &received->round->journal;
	const struct message_reading *reading = &received->reading;
	const struct message_item *item = reading->level > MESSAGE_LEVEL_FORM ? reading->item : NULL;
	bool is_answer = item != NULL && reading->message->answers != NULL;
	struct message_refused refused = {
		.content_mark = received->content_mark == NULL ? received->name : received->content_mark,
		.reasons = message_cut(reasons, MAX_REASON_CHARS, received->round->arena),
		.sort = reading->message == NULL ? "" : reading->message->code,
		.answered = received->has_answer,
	};
	struct findings findings = findings_new(received->round->arena, "nl");
	bool is_open = false;
	int64_t fact;
	enum status status = refusal_is_open(journal, refused.content_mark, &is_open, fault);

	if (status != OK || is_open)
		return status;
	if (item != NULL) {
		refused.sender = is_answer ? item->header.receiver : item->header.sender;
		refused.message = item->header.identity.identification;
		refused.assignment = is_answer ? 0 : order_named(item);
		refused.party = party_of(journal, refused.sender);
	}
	status = journal_append(journal, &message_refused_kind, &refused, &findings, &fact, fault);
	return status == FINDINGS ? fault_set(fault, FAILED, "the refusal of %s could not be stored: %s",
	                                      received->name, findings.items[0].words)
	                          : status;
}

/* The reason stands beside the file before it is there, so that no refused file is ever without. */
static enum status put_refused(struct received *received, struct fault *fault)
{
	CLEANUP(text_done) struct text reason = text_new(MAX_REASON_BYTES);
	struct round *round = received->round;
	const char *name = folder_free_name(&round->refused, received->name, round->arena);
	const char *beside = arena_print(round->arena, "%s.reason.txt", name);
	enum status status;

	text_add(&reason, REFUSED_WORDS);
	for (size_t i = 0; i < received->findings.count; i++)
		add_reason(&reason, received, &received->findings.items[i]);
	status = folder_write(&round->refused, beside, &reason, fault);
	if (status == OK)
		status = put_on_list(received, text_words(&reason) + strlen(REFUSED_WORDS), fault);
	if (status == OK)
		status = received_keep(received, fault);
	if (status == OK)
		status = folder_move(&round->in, received->name, &round->refused, name, fault);
	if (status)
		return status;
	round->result->refused++;
	round_tell(round, WORDS("Bericht %s is geweigerd; de reden staat in %s/%s."), received->name,
	           round->refused.path, beside);
	return OK;
}

static enum status put_away(struct received *received, enum verdict verdict, struct fault *fault)
{
	struct round *round = received->round;
	enum status status = OK;

	if (verdict == VERDICT_ELSEWHERE)
		return OK;
	if (received->has_answer)
		status = round_answer(received, verdict, fault);
	if (status)
		return status;
	if (verdict == VERDICT_REFUSED)
		return put_refused(received, fault);
	status = received_keep(received, fault);
	if (status)
		return status;
	if (verdict == VERDICT_NEW)
		round->result->received++;
	return folder_move(&round->in, received->name, &round->done,
	                   folder_free_name(&round->done, received->name, round->arena), fault);
}

static void close_reading(struct reading_file *reading)
{
	folder_file_close(&reading->file);
}

/* ret_waits: may the message be refused for what another one brings, then it stays for the next pass. */
static enum status receive_file(struct round *round, const char *name, bool *ret_waits, struct fault *fault)
{
	CLEANUP(close_reading) struct reading_file reading = { .file = FOLDER_NO_FILE };
	bool may_wait = *ret_waits;
	struct received received = { .round = round,
		                     .name = name,
		                     .findings = findings_new(round->arena, "nl") };
	enum verdict verdict = VERDICT_REFUSED;
	enum status status = folder_file_open(&round->in, name, XML_MAX_BYTES, &reading.file, fault);

	*ret_waits = false;
	if (status == NOT_FOUND)
		return OK;
	if (status == FINDINGS) {
		(void)findings_add(&received.findings, "xml-size", "",
		                   WORDS("Dit bericht is groter dan 25 MB."));
		return put_refused(&received, fault);
	}
	if (status)
		return status;
	status = judge(&received, &reading, &verdict, fault);
	*ret_waits = status == OK && may_wait && verdict == VERDICT_REFUSED && received.may_wait;
	return status == OK && !*ret_waits ? put_away(&received, verdict, fault) : status;
}

/* Once over the files; ret_waiting counts those that stay for the next pass, where any may. */
static enum status receive_all(struct round *round, const struct texts *names, bool may_wait,
                               size_t *ret_waiting, struct fault *fault)
{
	enum status status = OK;

	*ret_waiting = 0;
	for (size_t i = 0; status == OK && i < names->count; i++) {
		bool waits = may_wait;

		arena_clear(round->arena);
		arena_clear(round->journal.arena);
		status = receive_file(round, names->items[i], &waits, fault);
		*ret_waiting += waits;
	}
	return status;
}

/* What a process that ended left half done of messages: it counts for nothing, and they are taken again. */
static enum status clear_left(struct round *round, struct fault *fault)
{
	const struct exchange_folders *folders = round->folders;
	enum status status = OK;

	for (size_t i = 0; status == OK && i < folders->takers_count; i++)
		if (folders->takers[i].clear != NULL)
			status = folders->takers[i].clear(round, fault);
	return status;
}

/*
 * A stop may lie before its start in the folder: what only another message stands in the way of is read again
 * after the others, as long as that brings any further.
 */
enum status round_receive(struct round *round, struct fault *fault)
{
	struct texts names;
	size_t waiting = 0, before;
	enum status status = clear_left(round, fault);

	if (status)
		return status;
	do {
		before = waiting;
		arena_clear(round->lists);
		status = folder_list(&round->in, round->lists, &names, fault);
		if (status == OK)
			status = receive_all(round, &names, /* may_wait= */ true, &waiting, fault);
	} while (status == OK && waiting > 0 && (before == 0 || waiting < before));
	if (status != OK || waiting == 0)
		return status;
	arena_clear(round->lists);
	status = folder_list(&round->in, round->lists, &names, fault);
	return status == OK ? receive_all(round, &names, /* may_wait= */ false, &waiting, fault) : status;
}
