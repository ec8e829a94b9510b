/* SPDX-License-Identifier: EUPL-1.2 */
/* The rules of the standard as rows: inside one message, and across messages. */
#ifndef CONTRACT_EXCHANGE_MESSAGE_RULE_H
#define CONTRACT_EXCHANGE_MESSAGE_RULE_H

#include "contract/exchange/message.h"

struct message_context;

/* A rule of level 2: what must hold inside one message, whatever was received before. */
struct message_rule {
	const char *code;        /* as the standard numbers it */
	const char *return_code; /* of its own, or what the answer's header says when it is broken */
	const char *messages;    /* the only ones that it is for; NULL: wherever such a part stands */
	const char *parts;       /* the names of the records that it looks at */
	const char *element;     /* path of the element inside that record; "" is the record */
	const char *words;
	bool (*holds)(const void *part,
	              const struct message_context *in); /* NULL: the structure check asks it */
};

struct message_rules {
	const struct message_rule *items;
	size_t count;
};

extern const struct message_rules *const message_rules[];
extern const size_t message_rules_count;

/* A rule of level 3 or 4, across messages or against another source: for who keeps what was received. */
struct message_cross_rule {
	const char *code;        /* "TR019" */
	const char *return_code; /* "9019" */
	const char *messages;    /* "WMO301 WMO305" */
	bool is_on_header;       /* the code stands in the header, not in the class */
	const char *words;
	const char *unasked; /* why it is not asked here, for the reference; NULL: it is */
};

extern const struct message_cross_rule message_cross_rules[];
extern const size_t message_cross_rules_count;

/* Whether the rule is asked of such a record in the message. */
bool message_rule_is_for(const struct message_rule *rule, const struct message *message,
                         const struct record *record);

/* The return code of the rule of that number inside one message; "" when there is none. */
const char *message_return_code(const char *rule);

/* The cross rule of that code; it must exist. */
const struct message_cross_rule *message_cross_rule(const char *code);

#endif
