/* SPDX-License-Identifier: EUPL-1.2 */
/* A YAML document as a tree of nodes with their places; only yaml.c uses it. */
#ifndef PLATFORM_YAML_TREE_H
#define PLATFORM_YAML_TREE_H

#include "platform/record/record.h"

enum node_kind { NODE_VALUE, NODE_LIST, NODE_MAPPING };

struct node {
	enum node_kind kind;
	struct mark at;
	const char *text;   /* of a value; "" for an empty one, null and ~ */
	struct node *first; /* of a list its items; of a mapping key, value, key, value ... */
	struct node *last;
	struct node *next;
	size_t count; /* of children */
};

/*
 * The document's root, in the findings' arena, or NULL: the bytes are no YAML, hold no document, or pass a
 * limit of yaml.h. What is refused in a tree that can still be read (anchors, tags) becomes a finding only.
 */
const struct node *tree_read(const char *bytes, size_t length, struct findings *findings);
/* Gives the findings from index on a place; for the ones that record_set adds. */
void findings_place(struct findings *findings, size_t from, struct mark at);

#endif
