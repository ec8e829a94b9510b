/* SPDX-License-Identifier: EUPL-1.2 */
#include "platform/yaml/tree.h"

#include <stdlib.h>
#include <string.h>
#include <yaml.h>

#include "platform/base/words.h"
#include "platform/yaml/yaml.h"

struct growing {
	struct findings *findings;
	struct node *open[YAML_MAX_DEPTH]; /* the lists and mappings that we are in, outermost first */
	size_t depth;
	size_t nodes;
	struct node *root;
	bool is_done;   /* the stream has ended */
	bool is_broken; /* a finding that ends the reading */
};

void findings_place(struct findings *findings, size_t from, struct mark at)
{
	for (size_t i = from; i < findings->count; i++) {
		findings->items[i].line = at.line;
		findings->items[i].column = at.column;
	}
}

static struct mark mark_of(yaml_mark_t at)
{
	return (struct mark){ .line = (int)at.line + 1, .column = (int)at.column + 1 };
}

static void refuse(struct growing *tree, const char *code, struct mark at, const char *words)
{
	size_t count = tree->findings->count;

	(void)findings_add(tree->findings, code, "", "%s", words_in(tree->findings->language, words));
	findings_place(tree->findings, count, at);
}

static void give_up(struct growing *tree, const char *code, struct mark at, const char *words)
{
	refuse(tree, code, at, words);
	tree->is_broken = true;
}

/* What a person can do about the parser's problem; the parser's own words are English and for programmers. */
static const char *advice(const yaml_parser_t *parser)
{
	static const struct {
		const char *problem, *words;
	} known[] = {
		{ "found character that cannot start any token",
		  WORDS("Hier staat een teken waarmee een waarde niet kan beginnen. Gebruik geen tabs om in "
		        "te "
		        "springen en zet tekst met bijzondere tekens tussen aanhalingstekens.") },
		{ "found a tab character that violates indentation",
		  WORDS("Deze regel begint met een tab; spring in met spaties.") },
		{ "mapping values are not allowed in this context",
		  WORDS("Hier staat een dubbele punt te veel, of de regel springt te ver in. Zet tekst met "
		        "een dubbele "
		        "punt tussen aanhalingstekens.") },
		{ "could not find expected ':'", WORDS("Hier ontbreekt een dubbele punt na een sleutel.") },
		{ "found unexpected end of stream",
		  WORDS("Het bestand houdt op voordat een aanhalingsteken is gesloten.") },
		{ "did not find expected ',' or ']'",
		  WORDS("Deze lijst mist een komma of het sluitende haakje ].") },
		{ "did not find expected ',' or '}'",
		  WORDS("Deze sleutels missen een komma of het sluitende haakje }.") },
		{ "did not find expected key", WORDS("Hier hoort een sleutel te staan. Kijk of deze regel "
		                                     "even ver inspringt als de vorige.") },
		{ "did not find expected '-' indicator",
		  WORDS("Hier hoort een streepje van de lijst te staan. Kijk of deze regel even ver "
		        "inspringt als de "
		        "vorige.") },
	};

	for (size_t i = 0; i < COUNT(known) && parser->problem != NULL; i++)
		if (strcmp(parser->problem, known[i].problem) == 0)
			return known[i].words;
	return WORDS("Vanaf hier is dit geen geldige YAML. Kijk naar het inspringen, de dubbele punten en de "
	             "aanhalingstekens.");
}

static void refuse_problem(struct growing *tree, const yaml_parser_t *parser)
{
	struct mark at = mark_of(parser->problem_mark);

	if (parser->error == YAML_MEMORY_ERROR)
		abort();
	if (parser->error == YAML_READER_ERROR)
		give_up(tree, "yaml", mark_of(parser->mark),
		        WORDS("Vanaf hier bevat het bestand tekens die niet gelezen kunnen worden; sla het "
		              "op als UTF-8."));
	else
		give_up(tree, "yaml", at, advice(parser));
}

static void add_node(struct growing *tree, struct node *node)
{
	struct node *parent = tree->depth == 0 ? NULL : tree->open[tree->depth - 1];

	if (parent == NULL) {
		tree->root = node;
	} else {
		if (parent->last == NULL)
			parent->first = node;
		else
			parent->last->next = node;
		parent->last = node;
		parent->count++;
	}
	if (++tree->nodes > YAML_MAX_NODES)
		give_up(tree, "size", node->at,
		        WORDS("Dit bestand is te lang: het heeft te veel sleutels en waarden."));
}

static struct node *new_node(struct growing *tree, enum node_kind kind, yaml_mark_t at)
{
	struct node *node = ARENA_NEW(tree->findings->arena, struct node);

	*node = (struct node){ .kind = kind, .at = mark_of(at), .text = "" };
	return node;
}

static void open_node(struct growing *tree, enum node_kind kind, yaml_mark_t at)
{
	struct node *node = new_node(tree, kind, at);

	add_node(tree, node);
	if (tree->depth == YAML_MAX_DEPTH)
		give_up(tree, "size", node->at, WORDS("Hier zitten te veel lijsten en sleutels in elkaar."));
	else
		tree->open[tree->depth++] = node;
}

static void add_value(struct growing *tree, const yaml_event_t *event)
{
	const char *text = (const char *)event->data.scalar.value;
	bool is_plain = event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
	struct node *node = new_node(tree, NODE_VALUE, event->start_mark);

	if (strlen(text) != event->data.scalar.length)
		refuse(tree, "text", node->at,
		       WORDS("Deze tekst bevat tekens die niet gelezen kunnen worden."));
	if (!is_plain || (strcmp(text, "~") != 0 && strcmp(text, "null") != 0))
		node->text = arena_copy(tree->findings->arena, text);
	add_node(tree, node);
}

static void refuse_properties(struct growing *tree, const yaml_event_t *event, const yaml_char_t *anchor,
                              const yaml_char_t *tag)
{
	if (anchor != NULL)
		refuse(tree, "anchor", mark_of(event->start_mark),
		       WORDS("Ankers (&naam) worden niet gebruikt; schrijf de tekst uit."));
	if (tag != NULL)
		refuse(tree, "tag", mark_of(event->start_mark),
		       WORDS("Typen met een uitroepteken (!naam) worden niet gebruikt; laat dit weg."));
}

static void begin_document(struct growing *tree, const yaml_event_t *event)
{
	if (tree->root != NULL)
		give_up(tree, "document", mark_of(event->start_mark),
		        WORDS("Hier begint een tweede document; zet alles in een document, zonder ---."));
}

static void take_event(struct growing *tree, const yaml_event_t *event)
{
	switch (event->type) {
	case YAML_DOCUMENT_START_EVENT:
		begin_document(tree, event);
		break;
	case YAML_ALIAS_EVENT:
		refuse(tree, "anchor", mark_of(event->start_mark),
		       WORDS("Verwijzingen (*naam) worden niet gebruikt; schrijf de tekst uit."));
		add_node(tree, new_node(tree, NODE_VALUE, event->start_mark));
		break;
	case YAML_SCALAR_EVENT:
		refuse_properties(tree, event, event->data.scalar.anchor, event->data.scalar.tag);
		add_value(tree, event);
		break;
	case YAML_SEQUENCE_START_EVENT:
		refuse_properties(tree, event, event->data.sequence_start.anchor,
		                  event->data.sequence_start.tag);
		open_node(tree, NODE_LIST, event->start_mark);
		break;
	case YAML_MAPPING_START_EVENT:
		refuse_properties(tree, event, event->data.mapping_start.anchor,
		                  event->data.mapping_start.tag);
		open_node(tree, NODE_MAPPING, event->start_mark);
		break;
	case YAML_SEQUENCE_END_EVENT:
	case YAML_MAPPING_END_EVENT:
		tree->depth--;
		break;
	case YAML_STREAM_END_EVENT:
		tree->is_done = true;
		break;
	case YAML_NO_EVENT:
	case YAML_STREAM_START_EVENT:
	case YAML_DOCUMENT_END_EVENT:
		break;
	}
}

static void grow(struct growing *tree, yaml_parser_t *parser)
{
	while (!tree->is_done && !tree->is_broken) {
		yaml_event_t event;

		if (!yaml_parser_parse(parser, &event)) {
			refuse_problem(tree, parser);
			return;
		}
		take_event(tree, &event);
		yaml_event_delete(&event);
	}
}

const struct node *tree_read(const char *bytes, size_t length, struct findings *findings)
{
	struct growing tree = { .findings = findings };
	struct mark start = { .line = 1, .column = 1 };
	yaml_parser_t parser;

	if (length > YAML_MAX_BYTES) {
		give_up(&tree, "size", start, WORDS("Dit bestand is te groot: er past hooguit 1 MiB."));
		return NULL;
	}
	if (!yaml_parser_initialize(&parser))
		abort();
	yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(&parser, (const unsigned char *)bytes, length);
	grow(&tree, &parser);
	yaml_parser_delete(&parser);
	if (tree.root == NULL && !tree.is_broken)
		give_up(&tree, "yaml", start, WORDS("Dit bestand is leeg."));
	return tree.is_broken ? NULL : tree.root;
}
