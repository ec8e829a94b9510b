/* SPDX-License-Identifier: EUPL-1.2 */
/* Files that workers added to the files of a few residents. */
#ifndef DEMO_FILES_H
#define DEMO_FILES_H

#include "demo/acts.h"

/* After all acts of a register, in a transaction of its own. */
enum status files_for_some(struct filling *filling, struct fault *fault) MUST_CHECK;

#endif
