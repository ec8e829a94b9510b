/* SPDX-License-Identifier: EUPL-1.2 */
/* What messages are made of: one struct per class of the standard, named in words of the house. */
#ifndef CONTRACT_EXCHANGE_MESSAGE_PARTS_H
#define CONTRACT_EXCHANGE_MESSAGE_PARTS_H

#include "platform/record/record.h"

/* Flags of fields in messages, above those of record.h. */
enum message_flag {
	MESSAGE_IN_ANSWER = 256,        /* exists only in an answer */
	MESSAGE_BODY = 512,             /* what an answer may leave out */
	MESSAGE_BY_MUNICIPALITY = 1024, /* exists only in what a municipality sends, and its answer */
	MESSAGE_BY_PROVIDER = 2048,     /* exists only in what a provider sends, and its answer */
};

struct message_identity {
	const char *identification; /* unique for sender and message type, at most 12 characters */
	struct date dated;
};

struct message_releases {
	const char *base, *message; /* "1.0.0" */
};

struct message_header {
	const char *type; /* BerichtCode, "414" */
	int64_t version, subversion;
	const char *sender, *receiver; /* municipality: CBS code of 4 digits; provider: AGB code of 8 */
	struct message_identity identity;
	struct message_releases releases;
	/*
	 * In an answer: its own, and all above is copied from the message that it answers. In an answer to a
	 * claim it is the other way round: answer is what the claim's header had.
	 */
	struct message_identity answer;
	const char *rules_release;
	struct message_releases answer_releases;
	struct texts return_codes;
};

struct message_birth {
	struct date on;
	const char *unknown; /* which part of the date is not known */
};

struct message_surname {
	const char *name, *prefix;
};

struct message_name {
	struct message_surname own, partner; /* a start has no partner and no use */
	const char *first_names, *initials, *use;
};

struct message_communication {
	const char *form, *language;
};

struct message_house {
	int64_t number;
	const char *letter, *addition, *note;
};

struct message_address {
	struct message_house house;
	bool has_house;
	const char *postcode, *street, *town, *country;
};

struct message_phone {
	const char *number, *country;
};

struct message_phones {
	struct message_phone first, second;
};

struct message_period {
	struct date begins_on, ends_on; /* ends_on is the last day */
};

struct message_contact {
	const char *kind;
	struct message_address address;
	const char *organisation;
	struct message_phones phones;
	const char *mail;
	struct message_period period;
	struct texts return_codes;
};

struct message_relation {
	const char *number;
	int64_t rank;
	bool has_rank;
	const char *kind;
	struct message_birth born;
	const char *gender;
	struct message_name name;
	struct message_contact contact;
	struct texts return_codes;
};

struct message_product {
	const char *category, *code;
};

#endif
