/* SPDX-License-Identifier: EUPL-1.2 */
/* One round over the folders, and a message that came in on its way through it; for the exchange's own files,
 * and a slice that takes messages of its own.
 */
#ifndef CONTRACT_EXCHANGE_ROUND_H
#define CONTRACT_EXCHANGE_ROUND_H

#include "contract/exchange/exchange.h"
#include "contract/exchange/folder.h"
#include "contract/exchange/message.h"

struct round {
	struct journal journal; /* the caller's, with an arena that is cleared after each order or fact */
	struct arena *lists;    /* what is gone through: orders, files */
	struct arena *arena;    /* of the message that came in */
	const struct exchange_folders *folders;
	struct folder in, out, done, refused;
	struct exchange_result *result;
};

/* What waits to leave, page by page. */
struct round_waiting {
	/* the next ones after a number, in its order; none at the end */
	enum status (*page)(struct journal *listing, int64_t after, struct records *ret_page,
	                    struct fault *fault);
	enum status (*send)(struct round *round, const void *waiting, struct fault *fault);
	size_t size, number; /* of one that waits, and where its number stands in it: an int64_t */
};
enum status round_send_each(struct round *round, const struct round_waiting *waiting,
                            struct fault *fault) MUST_CHECK;

/* The orders that wait leave. */
enum status round_send(struct round *round, struct fault *fault) MUST_CHECK;
/* What must leave once more leaves. */
enum status round_send_again(struct round *round, struct fault *fault) MUST_CHECK;
/* What the municipality says to the requests of providers leaves. */
enum status round_send_replies(struct round *round, struct fault *fault) MUST_CHECK;
/* In a provider's own register: the reports that wait leave. */
enum status round_send_reports(struct round *round, struct fault *fault) MUST_CHECK;
/* What providers ask leaves; in a provider's own register its own alone. */
enum status round_send_askings(struct round *round, struct fault *fault) MUST_CHECK;
/* What lies in the folder is stored or refused. */
enum status round_receive(struct round *round, struct fault *fault) MUST_CHECK;
/* Tells the caller a sentence; format is the Dutch one. */
void round_tell(const struct round *round, const char *format, ...) PRINTF(2, 3);
/* The message of that code as message_find gives it; FAILED with words when this program has none. */
enum status message_of_day(const char *code, struct date on, const struct message **ret_message,
                           struct fault *fault) MUST_CHECK;

enum verdict {
	VERDICT_NEW,      /* nothing against it: stored, once it has been gone through */
	VERDICT_REPEATED, /* the same message was stored before */
	VERDICT_REFUSED,  /* the findings say why */
	VERDICT_ELSEWHERE /* it is for another register */
};

struct message_taker;
struct received {
	struct round *round;
	const char *name;         /* of the file */
	const char *content_mark; /* digest of its bytes, hexadecimal */
	struct message_reading reading;
	struct findings findings;          /* why it is refused, in Dutch */
	const struct message_taker *taker; /* NULL: nobody takes it */
	bool has_answer;                   /* the sender can be answered, and is */
	bool may_wait;           /* it is refused for what another message in the folder may bring */
	const char *answer_mark; /* of the answer that was sealed; NULL: none */
	int64_t answer_bytes;
	void *staged; /* what the taker's stage found out, for its store */
};

/* Between whom a message goes. */
struct message_route {
	const char *municipality, *provider;
};
/* Whether the message is ours to judge: for or from this municipality, and a provider of its scheme. */
enum status received_route(struct received *received, struct message_route route, enum verdict *ret_verdict,
                           struct fault *fault) MUST_CHECK;
/* Whether a message of that key (sender, sort, identification) is new, the same again, or another one
 * (TR056). */
struct message_key {
	const char *sender, *sort, *identification;
};
enum status received_before(struct received *received, struct message_key key, enum verdict *ret_verdict,
                            struct fault *fault) MUST_CHECK;
/* What every message that gets an answer asks: its route, its rules of level 2, that it is new (TR056) and
 * not of a day to come (TR135). */
enum status received_heading(struct received *received, struct message_route route, struct message_key key,
                             enum verdict *ret_verdict, struct fault *fault) MUST_CHECK;
/* What every answer asks: its route, and that no other answer to the same message came before. */
enum status received_answer(struct received *received, struct message_route route, struct message_key key,
                            enum verdict *ret_verdict, struct fault *fault) MUST_CHECK;
/* Refuses by a rule across messages: its return code, and the finding "9019 (TR019)" with the code's words.
 */
void received_refuse(struct received *received, const char *rule, struct texts *return_codes,
                     const char *field, enum verdict *ret_verdict);
/* Refuses the whole message for a reason that the standard has no code of its own for. */
void received_refuse_whole(struct received *received, enum verdict *ret_verdict);
/* Appends a fact. What refuses it becomes a finding, and the verdict. */
enum status received_append(struct received *received, const struct journal_kind *kind, void *item,
                            enum verdict *ret_verdict, struct fault *fault) MUST_CHECK;

/* Each stores a message of its kind inside a transaction, or says why not. The verdict is VERDICT_NEW at the
 * start. */
typedef enum status received_store(struct received *received, enum verdict *ret_verdict, struct fault *fault);
received_store store_reports, store_answer; /* of a municipality */
received_store store_asked, store_reply_answer;
received_store store_orders, store_report_answer; /* of a provider */
received_store store_asking_answer, store_reply;

/* Who takes a sort of message. */
struct message_taker {
	const char *code;
	bool is_for_provider; /* else for a municipality */
	bool has_answer;
	received_store *store;
	/*
	 * What can be asked before anybody has to wait: it writes nothing, and sees one state of the
	 * database. It is asked again inside the transaction where a fact came in between that touches it.
	 * NULL: store asks it all.
	 */
	received_store *stage;
	/* Whether a fact about somebody, or 0 for nobody in particular, could change what stage found out. */
	bool (*is_touched)(const struct received *received, int64_t person);
	/*
	 * Writes, in short transactions, what counts for nothing until store; it need not be asked again
	 * after another stage. NULL: store writes it all. clear removes what was left of that where a
	 * process ended in between, at the beginning of a round.
	 */
	enum status (*ahead)(struct received *received, struct fault *fault);
	enum status (*clear)(struct round *round, struct fault *fault);
	/* NULL: as message_answer. */
	struct message_item (*answer)(const struct message *message, const struct message_item *received,
	                              struct message_identity identity, struct arena *arena);
};

#define MAX_CODES_CHARS 199 /* of a fact's codes; more than the standard's codes that an answer may have */
/* Writes the answer to it into the folder, with the codes that it was given. */
enum status round_answer(struct received *received, enum verdict verdict, struct fault *fault) MUST_CHECK;
/* Adds every return code in a part of an answer and inside it that is a remark, once, separated by blanks. */
void answer_codes(struct text *codes, const struct record *record, const void *part);

#endif
