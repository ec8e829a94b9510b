/* SPDX-License-Identifier: EUPL-1.2 */
/* What a provider does about a line that was refused. */
#ifndef CONTRACT_BILLING_MEND_H
#define CONTRACT_BILLING_MEND_H

/* The way to mend what a return code says, Dutch; what is always good where the code has none of its own. */
const char *mend_words(const char *return_code);

#endif
