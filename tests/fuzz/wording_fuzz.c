/* SPDX-License-Identifier: EUPL-1.2 */
/* Any words, as anybody may type them: whether an amount, a telephone number or an address stands in them. */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "common/wording/amount.h"
#include "common/wording/contact_details.h"

#define AFTER "\nDit kost 28,50 euro; bel 06-12345678 of mail a@b.nl"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* What stands behind other words is seen as if they were not there, and alone they may be anything. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *words = malloc(size + sizeof(AFTER));

	assert(words != NULL);
	memcpy(words, data, size);
	words[size] = '\0';
	(void)amount_stands_in(words);
	(void)contact_has_telephone(words);
	(void)contact_has_mail(words);
	if (strlen(words) == size) {
		memcpy(words + size, AFTER, sizeof(AFTER));
		assert(amount_stands_in(words) && contact_has_telephone(words) && contact_has_mail(words));
	}
	free(words);
	return 0;
}
