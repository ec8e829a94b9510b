/* SPDX-License-Identifier: EUPL-1.2 */
/* Where the texts of letters are: those of data/letters, or a municipality's own instead. */
#ifndef COMMON_DOCUMENT_TEMPLATE_H
#define COMMON_DOCUMENT_TEMPLATE_H

#include "common/journal/journal.h"

/*
 * The text of a template, or of another file beside them such as senders.csv: letters/FILE in the database's
 * state directory, else data/letters/FILE. In the journal's arena; NULL when there is none.
 */
const char *letter_template(const struct journal *journal, const char *file);

#endif
