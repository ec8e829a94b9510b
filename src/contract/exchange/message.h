/* SPDX-License-Identifier: EUPL-1.2 */
/* iWmo messages: recognised, read, checked, answered and written by tables. Pure: no database, no clock. */
#ifndef CONTRACT_EXCHANGE_MESSAGE_H
#define CONTRACT_EXCHANGE_MESSAGE_H

#include "contract/exchange/message_care.h"
#include "contract/exchange/message_claim.h"
#include "platform/xml/xml.h"

/* What messages about one client hold; each kind of message has one of the lists, or the request for change.
 */
struct message_client {
	const char *bsn;
	struct message_birth born;
	const char *gender;
	struct message_name name;
	struct message_communication communication;
	const char *legal_state, *representation, *comment;
	struct records relations; /* of struct message_relation */
	struct records contacts;  /* of struct message_contact */
	struct records orders;    /* of struct message_order */
	struct records starts;    /* of struct message_start */
	struct records stops;     /* of struct message_stop */
	struct records requests;  /* of struct message_request */
	struct message_change change;
	struct texts return_codes;
};

/* The item of every message: a header, and one of the others, which may be absent in an answer. */
struct message_item {
	struct message_header header;
	struct message_client client; /* absent: no BSN */
	struct message_reply reply;   /* absent: no reference */
	struct message_claim claim;
	bool has_claim;
};

/* A message in one release of the standard; a new release is new rows. */
struct message {
	const char *code;    /* "WMO301" */
	const char *type;    /* its BerichtCode, "414" */
	const char *answers; /* the code of the message that it answers, or NULL */
	bool is_copy;        /* an answer that copies what it answers: no rule of level 2 is asked of it */
	const char *schema;  /* version of the message's own schema, "1.0.0" */
	int version, subversion;
	struct date since, until; /* half-open; no until: still in force */
	struct xml_form form;
};

extern const struct message messages[];
extern const size_t messages_count;

/* Return codes that say how a class was judged. */
#define MESSAGE_REFUSED "0001"
#define MESSAGE_NO_REMARK "0200"
#define MESSAGE_NOT_JUDGED "0233"
#define MESSAGE_CLAIM_GRANTED "8001"

/*
 * The message of that code with which one works on a day: the one in force, or before the releases that this
 * program knows the first of them, so that a demonstration of earlier days has messages too. NULL when there
 * is none.
 */
const struct message *message_find(const char *code, struct date on);
/* Whether the message was not in force yet on a day. */
bool message_is_early(const struct message *message, struct date on);
/* The message that answers it, or NULL. */
const struct message *message_answer_to(const struct message *message);

/* A new header for the message: its type, version and releases, and what is given. */
struct message_header message_header_new(const struct message *message, const char *sender,
                                         const char *receiver, struct message_identity identity);

/* At most the first max_chars characters: a street has 24 places in a message, an organisation 35. */
const char *message_cut(const char *text, size_t max_chars, struct arena *arena);

/* How far a received message came. */
enum message_level {
	MESSAGE_LEVEL_FORM = 1,    /* refused on its structure, which has no answer in the standard */
	MESSAGE_LEVEL_CONTENT = 2, /* refused on a rule: the answer has MESSAGE_REFUSED in its header */
	MESSAGE_LEVEL_DONE = 3,    /* sound in itself */
};

struct message_reading {
	const struct message *message; /* NULL when it was not recognised */
	struct message_item *item;     /* to be used from MESSAGE_LEVEL_CONTENT on */
	enum message_level level;
};

/*
 * Recognises and reads a message and checks it, level 1 and 2 (answers that copy have no level 2), in one
 * pass. FINDINGS when it is refused, with why. The item lives in the findings' arena (XML_ARENA_BYTES).
 */
enum status message_read(const char *bytes, size_t length, struct findings *findings,
                         struct message_reading *ret_reading) MUST_CHECK;
/* The same from a source that is read piece by piece: the item takes little more than it has in it. */
enum status message_read_from(const struct xml_source *source, struct findings *findings,
                              struct message_reading *ret_reading) MUST_CHECK;
/* The same, but the item has no lines of a claim: memory is that of their keys. For who only checks. */
enum status message_check(const char *bytes, size_t length, struct findings *findings,
                          struct message_reading *ret_reading) MUST_CHECK;
enum status message_check_from(const struct xml_source *source, struct findings *findings,
                               struct message_reading *ret_reading) MUST_CHECK;
/*
 * Adds the message to out, and reads it back: FINDINGS when it breaks the structure or a rule, and then it
 * must not be sent.
 */
enum status message_write(const struct message *message, const struct message_item *item, struct text *out,
                          struct findings *findings) MUST_CHECK;

/*
 * FINDINGS for what is never written, however sound: that a request is refused for the budget (WJ759, 2).
 * Need decides, and not money (Wmo 2015, art. 2.3.5). An answer that copies what another wrote may hold it.
 */
enum status message_may_leave(const struct message_item *item, struct findings *findings) MUST_CHECK;

/* Adds a return code to a class of a received message; no code twice. */
void message_refuse(struct texts *return_codes, const char *return_code, struct arena *arena);
/*
 * The answer to a received message, whose classes and header have the return codes that the receiver gave.
 * No codes: accepted, a header without codes. Codes in the header: the header with those. Codes in classes:
 * also the client, complete, every class with a code (iWmo IV028, OP065).
 */
struct message_item message_answer(const struct message *message, const struct message_item *received,
                                   struct message_identity identity, struct arena *arena);
/*
 * The 325 to a received 323: the codes stand where the receiver gave them, refused lines alone, and granted
 * is what they leave of the total (iWmo IV087). Codes in the header: the header with those.
 */
struct message_item message_claim_answer(const struct message *message, const struct message_item *received,
                                         struct message_identity identity, struct arena *arena);

#endif
