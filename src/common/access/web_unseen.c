/* SPDX-License-Identifier: EUPL-1.2 */
#include "common/access/web_unseen.h"

static const struct field web_unseen_fields[] = {
	FIELD(struct web_unseen, kind),
	FIELD(struct web_unseen, todo),
	FIELD(struct web_unseen, address),
	FIELD(struct web_unseen, since),
};
const struct record web_unseen_record = RECORD(struct web_unseen, "web_unseen", web_unseen_fields);
