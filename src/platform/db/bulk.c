/* SPDX-License-Identifier: EUPL-1.2 */
#include "platform/db/bulk.h"

#include "platform/db/driver.h"

enum status db_keep_little(struct db *db, struct fault *fault)
{
	if (db->driver->engine != DB_SQLITE)
		return OK;
	return db->driver->execute(db, "PRAGMA cache_size=-8192", fault);
}
