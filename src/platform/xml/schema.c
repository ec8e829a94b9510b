/* SPDX-License-Identifier: EUPL-1.2 */
#include "platform/xml/schema.h"

#include <assert.h>
#include <libxml/xmlschemas.h>
#include <stdlib.h>

struct xml_schema {
	xmlSchemaPtr schema;
};

/* What libxml2 has to say goes nowhere: only its verdict counts. */
static void keep_silent(void *context, xmlErrorPtr error)
{
	(void)context, (void)error;
}

enum status xml_schema_new(const char *path, struct xml_schema **ret_schema, struct fault *fault)
{
	xmlSchemaParserCtxtPtr parser = xmlSchemaNewParserCtxt(path);
	xmlSchemaPtr schema;

	assert(parser != NULL);
	xmlSchemaSetParserStructuredErrors(parser, keep_silent, NULL);
	schema = xmlSchemaParse(parser);
	xmlSchemaFreeParserCtxt(parser);
	if (schema == NULL)
		return fault_set(fault, FAILED, "%s cannot be read as a schema", path);
	*ret_schema = calloc(1, sizeof(**ret_schema));
	assert(*ret_schema != NULL);
	(*ret_schema)->schema = schema;
	return OK;
}

void xml_schema_freep(struct xml_schema **schema)
{
	if (*schema == NULL)
		return;
	xmlSchemaFree((*schema)->schema);
	free(*schema);
	*schema = NULL;
}

bool xml_schema_accepts(struct xml_schema *schema, const char *bytes, size_t length)
{
	xmlParserInputBufferPtr input =
		xmlParserInputBufferCreateMem(bytes, (int)length, XML_CHAR_ENCODING_NONE);
	xmlSchemaValidCtxtPtr judge = xmlSchemaNewValidCtxt(schema->schema);
	xmlSAXHandler nothing = { .initialized = XML_SAX2_MAGIC };
	int verdict;

	assert(input != NULL && judge != NULL);
	xmlSchemaSetValidStructuredErrors(judge, keep_silent, NULL);
	nothing.serror = keep_silent;
	verdict = xmlSchemaValidateStream(judge, input, XML_CHAR_ENCODING_NONE, &nothing, NULL);
	xmlSchemaFreeValidCtxt(judge);
	return verdict == 0;
}
