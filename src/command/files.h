/* SPDX-License-Identifier: EUPL-1.2 */
/* The files that somebody names: a scheme that must be right, and what must change by file and line. */
#ifndef COMMAND_FILES_H
#define COMMAND_FILES_H

#include "command/command.h"
#include "common/scheme/scheme.h"

/* The scheme of a file; FINDINGS with its first mistake when it is not right. Lives in the call's arena. */
enum status files_scheme(const struct command_call *call, const char *path, struct scheme *ret_scheme,
                         struct fault *fault) MUST_CHECK;
/* Prints where a finding stands: the file, and the line where there is one. */
void files_place(const char *path, const struct finding *finding);
/* Prints findings about a file in the order of its lines, or with --json as {"findings":[..]}: FINDINGS. */
enum status files_findings(const struct command_call *call, const char *path, struct findings *findings);

#endif
