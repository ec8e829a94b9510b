/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * A line is "register person seconds account page\n". A file is laid out in full beforehand, so that a flush
 * writes data only; what follows the last line is zeros. The owner holds a lock on its file, which tells
 * others whether it is still being written.
 */
#define _DEFAULT_SOURCE /* flock */
#include "common/access/reads.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "access_sql.h"
#include "common/access/access.h"
#include "platform/base/words.h"

#define FILE_BYTES ((int64_t)4 * 1024 * 1024)
#define MAX_WAITING_BYTES ((size_t)1024 * 1024)
#define LINE_WORDS 1024
#define MAX_NEWEST 100

const struct choice read_pages[] = {
	{ "client", WORDS("dossier") },
	{ "front", WORDS("wie het is en hoe ver de zaak is") },
	{ "client-reads", WORDS("wie het dossier opende") },
	{ "form", WORDS("formulier") },
	{ "retention", WORDS("bewaren en wissen") },
	{ "files", WORDS("bestanden") },
	{ "file", WORDS("bestand") },
	{ "question", WORDS("vraag aan het loket") },
	{ "terms", WORDS("termijnen") },
	{ "penalty", WORDS("dwangsom") },
	{ "objection", WORDS("bezwaar") },
	{ "client-desk", WORDS("loket") },
	{ "letter", WORDS("brief") },
	{ "letter-pdf", WORDS("brief als PDF") },
	{ "assign", WORDS("keuze van de aanbieder") },
	{ "move", WORDS("vooruitblik op een verhuizing") },
	{ "order", WORDS("opdracht") },
	{ "message", WORDS("bericht in het register van berichten") },
	{ "order-message", WORDS("bericht over de opdracht") },
	{ "delivery", WORDS("gegevens voor de levering") },
	{ "visit", WORDS("naam, adres en wat er te doen is") },
	{ "complaints", WORDS("klachten") },
	{ "why", WORDS("waarom deze aanbieder") },
	{ "investigation", WORDS("onderzoek") },
	{ "plan", WORDS("plan") },
	{ "calculate", WORDS("berekening van de tijd") },
	{ "care", WORDS("contact en wie er komt") },
	{ "decisions", WORDS("besluiten") },
	{ "batch", WORDS("brief aan velen") },
	{ "mine", WORDS("eigen pagina") },
	{ "export", WORDS("alles wat is opgeschreven") },
	{ "requests", WORDS("vragen van de inwoner") },
	{ "asked", WORDS("verzoeken van aanbieders") },
	{ NULL, NULL },
};

const struct choice read_grounds[] = {
	{ "contact", WORDS("is het aanspreekpunt") },
	{ "team", WORDS("werkt in het team van het aanspreekpunt") },
	{ "decision", WORDS("beslist over de aanvraag") },
	{ "objection", WORDS("behandelt het bezwaar") },
	{ "safety", WORDS("behandelt de klacht of de melding") },
	{ "supervision", WORDS("houdt toezicht op deze zaak") },
	{ "need", WORDS("opende het dossier met een reden") },
	{ "check", WORDS("kijkt na waarom iemand het dossier opende") },
	{ "send", WORDS("verstuurt de brief") },
	{ "front", WORDS("zocht op wie dit is en wie het aanspreekpunt is") },
	{ "deliver", WORDS("levert de ondersteuning") },
	{ "order", WORDS("handelt de opdracht af") },
	{ "list", WORDS("werkte met een lijst") },
	{ "own", WORDS("las over zichzelf, of namens de inwoner") },
	{ NULL, NULL },
};

static const struct field read_line_fields[] = {
	FIELD(struct read_line, read_at),
	FIELD(struct read_line, account),
	FIELD(struct read_line, name),
	FIELD(struct read_line, organisation),
	FIELD(struct read_line, page, .choices = read_pages),
	FIELD(struct read_line, ground, .choices = read_grounds),
	FIELD(struct read_line, role),
	FIELD(struct read_line, is_in_need),
};
const struct record read_line_record = RECORD(struct read_line, "read_line", read_line_fields);

/* Makes a file and takes its lock; whoever takes lines out may have been quicker and removed it again. */
static enum status make_file(struct reads *reads, struct fault *fault)
{
	struct stat made = { 0 };

	while (made.st_nlink == 0) {
		if (reads->file >= 0)
			(void)close(reads->file);
		/* no name is ever used again, since the database remembers how far it has taken in each */
		(void)snprintf(reads->path, sizeof(reads->path), "%s/%ld-%08x%08x", reads->directory,
		               (long)getpid(), randombytes_random(), randombytes_random());
		reads->file = open(reads->path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
		if (reads->file < 0 || flock(reads->file, LOCK_EX) != 0 || fstat(reads->file, &made) != 0)
			return fault_set(fault, FAILED, "cannot make the read log %s: %s", reads->path,
			                 strerror(errno));
	}
	return OK;
}

static enum status open_file(struct reads *reads, struct fault *fault)
{
	enum status status = make_file(reads, fault);

	if (status)
		return status;
	reads->used_bytes = 0;
	if (posix_fallocate(reads->file, 0, (off_t)FILE_BYTES) != 0 || fsync(reads->file) != 0)
		return fault_set(fault, FAILED, "cannot lay out the read log %s: is the disk full?",
		                 reads->path);
	return OK;
}

enum status reads_open(struct reads *reads, const struct db *db, struct fault *fault)
{
	*reads = (struct reads){ .file = -1, .waiting = text_new(MAX_WAITING_BYTES) };
	(void)snprintf(reads->directory, sizeof(reads->directory), "%s/reads", db_state_directory(db));
	if (mkdir(reads->directory, 0700) != 0 && errno != EEXIST)
		return fault_set(fault, FAILED, "cannot make the directory %s: %s", reads->directory,
		                 strerror(errno));
	return open_file(reads, fault);
}

void reads_close(struct reads *reads)
{
	if (reads->file >= 0)
		(void)close(reads->file);
	reads->file = -1;
	text_done(&reads->waiting);
}

void reads_note(struct reads *reads, int64_t register_id, int64_t person, struct moment at,
                const char *account, const char *page)
{
	text_print(&reads->waiting, "%" PRId64 " %" PRId64 " %" PRId64 " %s %s\n", register_id, person,
	           at.seconds, account, page);
}

static enum status write_all(struct reads *reads, struct fault *fault)
{
	size_t done = 0;

	while (done < reads->waiting.length) {
		ssize_t wrote = pwrite(reads->file, reads->waiting.bytes + done, reads->waiting.length - done,
		                       (off_t)(reads->used_bytes + (int64_t)done));

		if (wrote < 0 && errno == EINTR)
			continue;
		if (wrote <= 0)
			return fault_set(fault, FAILED, "cannot write the read log %s: %s", reads->path,
			                 strerror(errno));
		done += (size_t)wrote;
	}
	if (fdatasync(reads->file) != 0)
		return fault_set(fault, FAILED, "cannot write the read log %s: %s", reads->path,
		                 strerror(errno));
	reads->used_bytes += (int64_t)done;
	return OK;
}

enum status reads_flush(struct reads *reads, struct fault *fault)
{
	enum status status;

	if (reads->waiting.length == 0)
		return OK;
	if (reads->waiting.is_full)
		return fault_set(fault, FAILED, "more was read in one turn than the read log holds");
	if (reads->used_bytes + (int64_t)reads->waiting.length > FILE_BYTES) {
		(void)close(reads->file);
		reads->file = -1;
		status = open_file(reads, fault);
		if (status)
			return status;
	}
	status = write_all(reads, fault);
	text_clear(&reads->waiting);
	return status;
}

/* --- from the files into the database, and out again --- */

struct line {
	int64_t register_id, person;
	struct moment at;
	char account[LINE_WORDS], page[LINE_WORDS];
	char *ground, *role; /* in page; "" in lines of before they were noted */
};

/* Copies the bytes from text up to end; false when they are too many for a word of a line. */
static bool read_word(const char *text, const char *end, char word[static LINE_WORDS])
{
	size_t length = (size_t)(end - text);

	if (length >= LINE_WORDS)
		return false;
	memcpy(word, text, length);
	word[length] = '\0';
	return true;
}

/* Ends the word at its first colon; what stood behind that, or "". */
static char *cut_off(char *word)
{
	char *colon = strchr(word, ':');

	if (colon == NULL)
		return word + strlen(word);
	*colon = '\0';
	return colon + 1;
}

/* Reads the line at text; the text after it, or NULL when there is no whole line. An account may have blanks
 * in it. */
static const char *read_line(const char *text, struct line *line)
{
	const char *stop = strchr(text, '\n'), *page = stop;
	char *after;

	line->register_id = strtoimax(text, &after, 10);
	if (stop == NULL || after == text || *after != ' ')
		return NULL;
	line->person = strtoimax(after, &after, 10);
	line->at.seconds = strtoimax(after, &after, 10);
	while (page > after && page[-1] != ' ')
		page--;
	if (*after != ' ' || page <= after + 1)
		return NULL;
	if (!read_word(after + 1, page - 1, line->account) || !read_word(page, stop, line->page))
		return NULL;
	line->ground = cut_off(line->page);
	line->role = cut_off(line->ground);
	return stop + 1;
}

/* A log file as far as the database does not have it. */
struct log_file {
	const char *directory, *name;
	struct arena *arena;
	int64_t place;       /* where content begins */
	const char *content; /* with a NUL behind it; "" when it cannot be read */
	bool is_ours;        /* nobody writes it any more, and we have read all of it */
};

static void load_content(struct log_file *log)
{
	char *content = arena_take(log->arena, (size_t)FILE_BYTES + 1);
	const char *path = arena_print(log->arena, "%s/%s", log->directory, log->name);
	int file = open(path, O_RDONLY | O_CLOEXEC);

	log->content = content;
	if (file < 0)
		return;
	/* first the lock: what is read after it is all there will ever be */
	log->is_ours = flock(file, LOCK_EX | LOCK_NB) == 0;
	if (pread(file, content, (size_t)FILE_BYTES, (off_t)log->place) < 0)
		log->is_ours = false;
	(void)close(file);
}

static enum status load_file(struct db *db, struct log_file *log, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_text(log->name) };
	enum status status = db_one(db, &sql_access_folded, values, COUNT(values), &rows, fault);

	if (status != OK && status != NOT_FOUND)
		return status;
	log->place = status == OK ? db_number(&rows, 0) : 0;
	load_content(log);
	return OK;
}

/* What is done with one log file; its content lives until the next one. */
typedef enum status visit_file(void *context, struct db *db, struct log_file *log, struct fault *fault);

static enum status each_file(struct db *db, visit_file *visit, void *context, struct fault *fault)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new((size_t)2 * FILE_BYTES);
	char directory[448];
	DIR *entries;
	struct dirent *entry;
	enum status status = OK;

	(void)snprintf(directory, sizeof(directory), "%s/reads", db_state_directory(db));
	entries = opendir(directory);
	while (status == OK && entries != NULL && (entry = readdir(entries)) != NULL) {
		struct log_file log = { .directory = directory, .name = entry->d_name, .arena = arena };

		arena_clear(arena);
		if (entry->d_name[0] != '.')
			status = load_file(db, &log, fault);
		if (status == OK && entry->d_name[0] != '.')
			status = visit(context, db, &log, fault);
	}
	if (entries != NULL)
		(void)closedir(entries);
	return status;
}

/* Half a line at the end is what a crash cut off before anybody was answered; a whole one must be readable.
 */
static bool is_read_to_the_end(const char *rest)
{
	return strchr(rest, '\n') == NULL;
}

/* Puts the lines into the database; ret_rest is what comes after the last one that can be read. */
static enum status insert_lines(struct db *db, const struct log_file *log, const char **ret_rest,
                                struct fault *fault)
{
	struct line line;
	const char *at = log->content, *next;
	enum status status = OK;

	while (status == OK && (next = read_line(at, &line)) != NULL) {
		const struct value values[] = { value_number(line.register_id),
			                        value_number(line.person),
			                        value_moment(line.at),
			                        value_text(log->name),
			                        value_number(log->place + (at - log->content)),
			                        value_text(line.account),
			                        value_text(line.page),
			                        value_text(line.ground),
			                        value_text(line.role) };

		status = db_run(db, &sql_access_add_read, values, COUNT(values), fault);
		at = next;
	}
	*ret_rest = at;
	return status;
}

static enum status fold_lines(struct db *db, const struct log_file *log, const char **ret_rest,
                              struct fault *fault)
{
	enum status status = db_begin(db, fault);

	if (status)
		return status;
	status = insert_lines(db, log, ret_rest, fault);
	if (status == OK && *ret_rest > log->content) {
		const struct value values[] = { value_text(log->name),
			                        value_number(log->place + (*ret_rest - log->content)) };

		status = db_run(db, &sql_access_set_folded, values, COUNT(values), fault);
	}
	return db_end(db, status, fault);
}

static enum status fold_file(void *context, struct db *db, struct log_file *log, struct fault *fault)
{
	const char *rest = log->content;
	const struct value values[] = { value_text(log->name) };
	enum status status = log->content[0] == '\0' ? OK : fold_lines(db, log, &rest, fault);

	(void)context;
	if (status != OK || !log->is_ours || !is_read_to_the_end(rest))
		return status;
	(void)unlink(arena_print(log->arena, "%s/%s", log->directory, log->name));
	return db_run(db, &sql_access_forget_file, values, COUNT(values), fault);
}

enum status reads_forget(struct db *db, int64_t register_id, struct moment before, struct fault *fault)
{
	const struct value values[] = { value_number(register_id), value_moment(before) };
	enum status status = db_begin(db, fault);

	if (status)
		return status;
	return db_end(db, db_run(db, &sql_access_forget_reads, values, COUNT(values), fault), fault);
}

enum status reads_fold(struct db *db, struct fault *fault)
{
	return each_file(db, fold_file, NULL, fault);
}

static enum status check_file(void *context, struct db *db, struct log_file *log, struct fault *fault)
{
	int64_t *unreadable = context;
	const char *rest = log->content, *next;
	struct line line;

	(void)db, (void)fault;
	while ((next = read_line(rest, &line)) != NULL)
		rest = next;
	if (!is_read_to_the_end(rest))
		++*unreadable;
	return OK;
}

enum status reads_unreadable(struct db *db, int64_t *ret_files, struct fault *fault)
{
	*ret_files = 0;
	return each_file(db, check_file, ret_files, fault);
}

static int64_t end_of(const struct reads_asked *asked)
{
	return asked->before.seconds == 0 ? INT64_MAX : asked->before.seconds;
}

/* The newest lines about a person, sorted while they come in. */
struct newest {
	const struct reads_asked *asked;
	struct arena *arena;
	struct read_line *lines; /* MAX_NEWEST + 1, the newest first */
	size_t count;
};

static void add_newest(struct newest *newest, const struct read_line *line)
{
	size_t at = newest->count;

	for (; at > 0 && newest->lines[at - 1].read_at.seconds <= line->read_at.seconds; at--)
		newest->lines[at] = newest->lines[at - 1];
	newest->lines[at] = *line;
	if (newest->count < MAX_NEWEST)
		newest->count++;
}

static enum status collect_file(void *context, struct db *db, struct log_file *log, struct fault *fault)
{
	struct newest *newest = context;
	struct line line;

	(void)db, (void)fault;
	for (const char *at = log->content; (at = read_line(at, &line)) != NULL;)
		if (line.register_id == newest->asked->register_id && line.person == newest->asked->person &&
		    line.at.seconds < end_of(newest->asked) && strcmp(line.page, READS_APART) != 0)
			add_newest(newest,
			           &(struct read_line){ .read_at = line.at,
			                                .account = arena_copy(newest->arena, line.account),
			                                .page = arena_copy(newest->arena, line.page),
			                                .ground = arena_copy(newest->arena, line.ground),
			                                .role = arena_copy(newest->arena, line.role) });
	return OK;
}

/* The names and organisations of those whose lines were not in the database yet. */
static enum status name_readers(struct db *db, struct newest *newest, struct fault *fault)
{
	enum status status = OK;

	for (size_t i = 0; status == OK && i < newest->count; i++) {
		struct read_line *line = &newest->lines[i];
		struct access_account account = { .name = line->account };

		if (line->name != NULL)
			continue;
		status = access_account(db, newest->asked->register_id, line->account, newest->arena,
		                        &account, fault);
		line->is_in_need = strcmp(line->ground, "need") == 0;
		line->name = status == OK ? account.name : line->account;
		line->organisation = account.party;
		status = status == NOT_FOUND ? OK : status;
	}
	return status;
}

enum status reads_of(struct db *db, const struct reads_asked *asked, struct arena *arena,
                     struct records *ret_lines, struct fault *fault)
{
	const struct value values[] = { value_number(asked->register_id), value_number(asked->person),
		                        value_number(end_of(asked)) };
	struct newest newest = { .asked = asked,
		                 .arena = arena,
		                 .lines = ARENA_MANY(arena, MAX_NEWEST + 1, struct read_line) };
	struct records stored = { 0 };
	enum status status = each_file(db, collect_file, &newest, fault);

	if (status == OK)
		status = db_list(db, &sql_access_reads_of, values, COUNT(values),
		                 &(struct db_list){ &read_line_record, arena, &stored }, fault);
	for (size_t i = stored.count; i > 0; i--)
		add_newest(&newest, &((const struct read_line *)stored.items)[i - 1]);
	if (status == OK)
		status = name_readers(db, &newest, fault);
	*ret_lines = (struct records){ newest.lines, newest.count };
	return status;
}

enum status reads_recent(struct db *db, const struct reads_asked *asked, struct arena *arena,
                         struct records *ret_lines, struct fault *fault)
{
	const struct value values[] = { value_number(asked->register_id), value_number(asked->person),
		                        value_number(end_of(asked)) };

	return db_list(db, &sql_access_reads_recent, values, COUNT(values),
	               &(struct db_list){ &read_line_record, arena, ret_lines }, fault);
}

enum status reads_apart(struct db *db, const struct reads_asked *asked, struct arena *arena,
                        struct records *ret_lines, struct fault *fault)
{
	const struct value values[] = { value_number(asked->register_id), value_number(end_of(asked)) };

	return db_list(db, &sql_access_reads_apart, values, COUNT(values),
	               &(struct db_list){ &read_line_record, arena, ret_lines }, fault);
}
