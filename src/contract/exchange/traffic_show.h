/* SPDX-License-Identifier: EUPL-1.2 */
/* A message of the register as its pages show it: in words, with where it leads, for who may see what. */
#ifndef CONTRACT_EXCHANGE_TRAFFIC_SHOW_H
#define CONTRACT_EXCHANGE_TRAFFIC_SHOW_H

#include "common/access/web.h"
#include "contract/exchange/traffic_list.h"

/* A return code with its words. */
struct traffic_code {
	const char *code, *words;
};

struct traffic_shown {
	int64_t message;
	const char *title, *code; /* "Startbericht", "WMO305" */
	const char *direction, *party, *identification, *address;
	const char *about, *about_address; /* what it is about; "" where there is nothing to look at */
	const char *state, *mark;          /* in words; th-status--... */
	const char *repeated;              /* that it came, or left, more than once; "" */
	struct moment passed_at;
	struct records codes; /* of struct traffic_code */
};
extern const struct record traffic_shown_record;
struct traffic_shown traffic_show(const struct http_request *request, const struct traffic_line *line);

/* The party of which the visitor sees the messages; "" for all. */
const char *traffic_own_party(const struct http_request *request);
/* Whether the visitor works with orders and what they cost; who works in files sees no amount. */
bool traffic_sees_money(const struct http_request *request);

#endif
