/* SPDX-License-Identifier: EUPL-1.2 */
/* What messages about one client ask, order and report: orders, starts, stops, requests and the reply to
 * these. */
#ifndef CONTRACT_EXCHANGE_MESSAGE_CARE_H
#define CONTRACT_EXCHANGE_MESSAGE_CARE_H

#include "contract/exchange/message_parts.h"

struct message_volume {
	int64_t volume;
	const char *unit, *frequency;
};

/* What orders and requests have in common; the first member of each, so that the same rules hold for all. */
struct message_care {
	struct message_product product;
	struct date begins_on, ends_on; /* ends_on is the last day; no date: open end */
	const char *change_reason;      /* of an order alone */
	struct message_volume volume;
	bool has_volume;
	struct money budget;
	bool has_budget;
};

/* An assignment order: what a provider must deliver (ToegewezenProduct). */
struct message_order {
	struct message_care care;
	int64_t number;
	const char *provider_reference; /* of the provider's request that this grants */
	struct date assigned_on;
	const char *assigned_at; /* "HH:MM:SS" */
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

/* Who sent the client to the provider. */
struct message_referrer {
	const char *type, *name, *provider;
};

/* A provider's request for an assignment (AangevraagdProduct). */
struct message_request {
	struct message_care care;
	const char *reference;
	int64_t decision; /* number of the decision that stands open */
	bool has_decision;
	struct date decision_begins_on;
	struct message_referrer referrer;
	const char *has_framework; /* 1 yes, 2 no */
	const char *comment;
	struct texts return_codes;
};

/* One product of a request for change: as it is, to be changed, or new. */
struct message_wish {
	struct message_care care;
	int64_t number; /* of the assignment order; not of what is new */
	struct texts return_codes;
};

/* A provider's request for another whole of assignments (Verzoek). */
struct message_change {
	const char *reference, *reason;
	struct records kept, changed, added; /* of struct message_wish */
	struct texts return_codes;
};

#define MESSAGE_REFUSAL_BUDGET "2" /* of message_refusals: read, and never written */
/* The municipality's reply to a request: refused, or being looked into (Antwoord). */
struct message_reply {
	const char *reference, *verdict, *refusal;
	struct texts return_codes;
};

#endif
