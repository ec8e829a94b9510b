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
	/* In an answer; all above is then copied from the message that it answers. */
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

struct message_volume {
	int64_t volume;
	const char *unit, *frequency;
};

/* An assignment order: what a provider must deliver (ToegewezenProduct). */
struct message_order {
	int64_t number;
	const char *provider_reference; /* of the provider's request that this grants */
	struct message_product product;
	struct date assigned_on;
	const char *assigned_at;        /* "HH:MM:SS" */
	struct date begins_on, ends_on; /* ends_on is the last day; no date: open end */
	const char *change_reason;
	struct message_volume volume;
	bool has_volume;
	struct money budget;
	bool has_budget;
	const char *comment;
	struct texts return_codes;
};

/* A start of care that a provider reports (StartProduct). */
struct message_start {
	int64_t number; /* of the assignment order */
	bool has_number;
	struct message_product product;
	struct date order_begins_on, begins_on;
	const char *state; /* 1: first delivery, 3: delete it */
	struct texts return_codes;
};

/* A stop of care that a provider reports (StopProduct); what it has of a start is that of the one it ends. */
struct message_stop {
	struct message_start of;
	const char *reason; /* a code of message_stop_reasons */
	struct date ends_on;
};
#define MESSAGE_STOP_FOR_A_WHILE "20"

#endif
