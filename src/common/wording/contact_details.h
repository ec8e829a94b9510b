/* SPDX-License-Identifier: EUPL-1.2 */
/* Telephone numbers and e-mail addresses in words, where nobody is to be known by what they write. */
#ifndef COMMON_WORDING_CONTACT_DETAILS_H
#define COMMON_WORDING_CONTACT_DETAILS_H

#include "platform/base/base.h"

/* Whether a telephone number seems to stand in the words: Dutch, or with the + or 00 of another country. */
bool contact_has_telephone(const char *words);
/* Whether an e-mail address does. */
bool contact_has_mail(const char *words);

#endif
