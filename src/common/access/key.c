/* SPDX-License-Identifier: EUPL-1.2 */
#include "common/access/key.h"

#include "access_sql.h"

enum status key_to_seal(struct db *db, unsigned char ret_key[static SEAL_KEY_BYTES], struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const char *directory = db_state_directory(db);
	enum status status = db_one(db, &sql_access_any_sealed, NULL, 0, &rows, fault);

	if (status == NOT_FOUND)
		status = seal_make_key(directory, fault);
	return status == OK ? seal_key(directory, ret_key, fault) : status;
}
