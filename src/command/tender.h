/* SPDX-License-Identifier: EUPL-1.2 */
/* What the commands of a tender share: its scheme, and findings about somebody's own files. */
#ifndef COMMAND_TENDER_H
#define COMMAND_TENDER_H

#include "command/command.h"
#include "common/scheme/scheme.h"

/* The scheme of --scheme, which must be right. Lives in the call's arena. */
enum status tender_scheme(const struct command_call *call, struct scheme *ret_scheme,
                          struct fault *fault) MUST_CHECK;
/* Prints the findings about a file in the order of its lines, or with --json as {"findings":[..]}: FINDINGS.
 */
enum status tender_findings(const struct command_call *call, const char *path, struct findings *findings);

#endif
