/* SPDX-License-Identifier: EUPL-1.2 */
#include "platform/pdf/finish.h"

#include <qpdf/qpdf-c.h>
#include <stdlib.h>
#include <string.h>

/* The XMP packet that names the document's title, language and standard (ISO 14289-1, 5). */
#define XMP_BEGIN                                                                                            \
	"<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"                               \
	"<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"                                                           \
	"<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"                              \
	"<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""                      \
	" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n"  \
	"<pdfuaid:part>1</pdfuaid:part>\n"
#define XMP_END "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>\n"
#define XMP_BYTES ((size_t)4 * 1024) /* without the title, whose characters take at most five each */
#define XMP_CHAR_BYTES ((size_t)5)

#define ARTIFACT_BEGIN "/Artifact << /Type /Pagination >> BDC\n"
#define ARTIFACT_END "\nEMC\n"

static void qpdf_freep(qpdf_data *pdf)
{
	qpdf_cleanup(pdf);
}

static void bytes_freep(unsigned char **bytes)
{
	free(*bytes);
}

static void add_escaped(struct text *xmp, const char *words)
{
	for (; *words != '\0'; words++)
		if (*words == '<' || *words == '>' || *words == '&')
			text_print(xmp, "&#%d;", *words);
		else
			text_add_char(xmp, *words);
}

/* Adds the XMP about the document to the catalogue. */
static void add_metadata(qpdf_data pdf, const struct pdf_document *document)
{
	CLEANUP(text_done) struct text xmp = text_new(XMP_BYTES + XMP_CHAR_BYTES * strlen(document->title));
	char written_at[MOMENT_TEXT_SIZE];
	qpdf_oh stream = qpdf_oh_new_stream(pdf);
	qpdf_oh dictionary = qpdf_oh_get_dict(pdf, stream);

	text_add(&xmp, XMP_BEGIN "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">");
	add_escaped(&xmp, document->title);
	text_print(&xmp,
	           "</rdf:li></rdf:Alt></dc:title>\n"
	           "<dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language>\n"
	           "<xmp:CreateDate>%s</xmp:CreateDate>\n" XMP_END,
	           document->language, moment_print(document->written_at, written_at));
	qpdf_oh_replace_key(pdf, dictionary, "/Type", qpdf_oh_new_name(pdf, "/Metadata"));
	qpdf_oh_replace_key(pdf, dictionary, "/Subtype", qpdf_oh_new_name(pdf, "/XML"));
	qpdf_oh_replace_stream_data(pdf, stream, (const unsigned char *)text_words(&xmp), xmp.length,
	                            qpdf_oh_new_null(pdf), qpdf_oh_new_null(pdf));
	qpdf_oh_replace_key(pdf, qpdf_get_root(pdf), "/Metadata", stream);
}

/* Catalogue entries of ISO 14289-1: natural language (7.2), title in the window's bar (7.1). */
static void complete_catalogue(qpdf_data pdf, const struct pdf_document *document)
{
	qpdf_oh root = qpdf_get_root(pdf);

	qpdf_oh_replace_key(pdf, root, "/Lang", qpdf_oh_new_unicode_string(pdf, document->language));
	qpdf_oh_replace_key(pdf, root, "/ViewerPreferences",
	                    qpdf_oh_parse(pdf, "<< /DisplayDocTitle true >>"));
	qpdf_oh_replace_key(pdf, root, "/MarkInfo", qpdf_oh_parse(pdf, "<< /Marked true >>"));
}

/* Gives each header of a table its scope (ISO 14289-1, 7.5): the column under it. A single kid needs no
 * array. */
static void scope_headers(qpdf_data pdf, qpdf_oh element)
{
	qpdf_oh kids = qpdf_oh_get_key_if_dict(pdf, element, "/K");
	qpdf_oh name = qpdf_oh_get_key_if_dict(pdf, element, "/S");

	if (qpdf_oh_is_name_and_equals(pdf, name, "/TH")) {
		qpdf_oh_replace_key(pdf, element, "/A", qpdf_oh_parse(pdf, "<< /O /Table /Scope /Column >>"));
		return;
	}
	if (qpdf_oh_is_dictionary(pdf, kids))
		scope_headers(pdf, kids);
	if (!qpdf_oh_is_array(pdf, kids))
		return;
	for (int i = 0; i < qpdf_oh_get_array_n_items(pdf, kids); i++)
		scope_headers(pdf, qpdf_oh_get_array_item(pdf, kids, i));
}

static bool ends_with(const char *line, size_t length, const char *words)
{
	return length >= strlen(words) && memcmp(line + length - strlen(words), words, strlen(words)) == 0;
}

static bool contains(const char *line, size_t length, const char *words)
{
	for (size_t end = strlen(words); end <= length; end++)
		if (ends_with(line, end, words))
			return true;
	return false;
}

/*
 * Where a page's content, as cairo writes it line by line, leaves its last tagged part; 0 when it has none. A
 * replacement text inside a part is marked too, so the parts are counted by depth.
 */
static size_t tagged_bytes(const char *content, size_t length)
{
	size_t tagged = 0, at = 0;
	int depth = 0;
	bool is_tagged = false;

	while (at < length) {
		const char *line = content + at;
		const char *newline = memchr(line, '\n', length - at);
		size_t line_bytes = newline == NULL ? length - at : (size_t)(newline - line);

		at += line_bytes + (newline == NULL ? 0 : 1);
		if (ends_with(line, line_bytes, " BDC")) {
			is_tagged = depth > 0 ? is_tagged : contains(line, line_bytes, "/MCID ");
			depth++;
		} else if (line_bytes == 3 && memcmp(line, "EMC", 3) == 0 && --depth == 0 && is_tagged) {
			tagged = at;
		}
	}
	return tagged;
}

static enum status failed(qpdf_data pdf, struct fault *fault)
{
	const char *words =
		qpdf_has_error(pdf) ? qpdf_get_error_full_text(pdf, qpdf_get_error(pdf)) : "no reason given";

	return fault_set(fault, FAILED, "the PDF could not be finished: %s", words);
}

/* Marks what follows the tagged content of a page as artifact, which a screen reader passes by. */
static enum status mark_artifacts(qpdf_data pdf, qpdf_oh page, size_t max_bytes, struct fault *fault)
{
	CLEANUP(bytes_freep) unsigned char *bytes = NULL;
	CLEANUP(text_done) struct text content = text_new(max_bytes);
	size_t length = 0, tagged;

	if ((qpdf_oh_get_page_content_data(pdf, page, &bytes, &length) & QPDF_ERRORS) != 0)
		return failed(pdf, fault);
	tagged = tagged_bytes((const char *)bytes, length);
	text_add_part(&content, (const char *)bytes, tagged);
	text_add(&content, ARTIFACT_BEGIN);
	text_add_part(&content, (const char *)bytes + tagged, length - tagged);
	text_add(&content, ARTIFACT_END);
	qpdf_oh_replace_stream_data(pdf, qpdf_oh_get_key(pdf, page, "/Contents"),
	                            (const unsigned char *)text_words(&content), content.length,
	                            qpdf_oh_new_null(pdf), qpdf_oh_new_null(pdf));
	return content.is_full ? fault_set(fault, FAILED, "a page of the PDF is too large") : OK;
}

static enum status write_pdf(qpdf_data pdf, struct text *out, struct fault *fault)
{
	if ((qpdf_init_write_memory(pdf) & QPDF_ERRORS) != 0)
		return failed(pdf, fault);
	qpdf_set_deterministic_ID(pdf, QPDF_TRUE);
	qpdf_set_object_stream_mode(pdf, qpdf_o_generate);
	qpdf_set_minimum_pdf_version(pdf, "1.7");
	if ((qpdf_write(pdf) & QPDF_ERRORS) != 0)
		return failed(pdf, fault);
	text_add_part(out, (const char *)qpdf_get_buffer(pdf), qpdf_get_buffer_length(pdf));
	return out->is_full ? fault_set(fault, FAILED, "the PDF is larger than there is room for") : OK;
}

enum status finish_pdf(const struct text *drawn, const struct pdf_document *document, struct text *out,
                       struct fault *fault)
{
	CLEANUP(qpdf_freep) qpdf_data pdf = qpdf_init();
	enum status status = OK;

	qpdf_silence_errors(pdf);
	qpdf_set_suppress_warnings(pdf, QPDF_TRUE);
	if ((qpdf_read_memory(pdf, document->title, text_words(drawn), drawn->length, NULL) & QPDF_ERRORS) !=
	    0)
		return failed(pdf, fault);
	complete_catalogue(pdf, document);
	add_metadata(pdf, document);
	scope_headers(pdf, qpdf_oh_get_key(pdf, qpdf_get_root(pdf), "/StructTreeRoot"));
	for (int i = 0; i < qpdf_get_num_pages(pdf) && status == OK; i++)
		status = mark_artifacts(pdf, qpdf_get_page_n(pdf, (size_t)i), drawn->max_bytes, fault);
	return status == OK ? write_pdf(pdf, out, fault) : status;
}
