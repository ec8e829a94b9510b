/* SPDX-License-Identifier: EUPL-1.2 */
#include "common/scheme/resident.h"

#include <string.h>

#include "common/person/vault.h"
#include "common/scheme/scheme_book.h"

static const struct scheme_authority *authority_at(const struct scheme *scheme, const char *postcode)
{
	const struct scheme_authority *authority = scheme->authorities.items;

	for (size_t i = 0; i < scheme->authorities.count; i++)
		for (size_t j = 0; j < authority[i].postcodes.count; j++)
			if (strcmp(authority[i].postcodes.items[j], postcode) == 0)
				return &authority[i];
	return NULL;
}

/* The municipality of a register that has no other, or NULL. */
static const char *only_authority(const struct journal *journal)
{
	const struct scheme_entry *entry;
	const char *only = NULL;

	for (size_t i = 0; (entry = scheme_book_nth(journal->schemes, journal->register_id, i)) != NULL;
	     i++) {
		const struct scheme_authority *authority = entry->scheme.authorities.items;

		for (size_t j = 0; j < entry->scheme.authorities.count; j++) {
			if (only != NULL && strcmp(only, authority[j].name) != 0)
				return NULL;
			only = authority[j].name;
		}
	}
	return only;
}

/* The four digits of the resident's postcode, "" when they are not known. */
static enum status find_postcode(struct journal *journal, int64_t person, const char **ret_postcode,
                                 struct fault *fault)
{
	struct identity identity;
	enum status status = vault_identity(journal, person, &identity, fault);
	const char *postcode = status == OK && identity.postcode != NULL ? identity.postcode : "";

	*ret_postcode = arena_copy_part(journal->arena, postcode, strnlen(postcode, 4));
	return status == NOT_FOUND ? OK : status;
}

enum status resident_authority(struct journal *journal, int64_t person, const char **ret_authority,
                               struct fault *fault)
{
	const struct scheme_entry *entry;
	const char *postcode;
	enum status status;

	*ret_authority = only_authority(journal);
	if (*ret_authority != NULL)
		return OK;
	status = find_postcode(journal, person, &postcode, fault);
	for (size_t i = 0; status == OK && *ret_authority == NULL &&
	                   (entry = scheme_book_nth(journal->schemes, journal->register_id, i)) != NULL;
	     i++) {
		const struct scheme_authority *authority = authority_at(&entry->scheme, postcode);

		*ret_authority = authority == NULL ? NULL : authority->name;
	}
	return status;
}

enum status resident_has_product(struct journal *journal, int64_t person, const char *product, bool *ret_has,
                                 struct fault *fault)
{
	const struct scheme_entry *entry =
		scheme_book_with_product(journal->schemes, journal->register_id, product);
	const char *postcode;
	enum status status;

	*ret_has = entry != NULL;
	if (entry == NULL || only_authority(journal) != NULL)
		return OK;
	status = find_postcode(journal, person, &postcode, fault);
	*ret_has = authority_at(&entry->scheme, postcode) != NULL;
	return status;
}
