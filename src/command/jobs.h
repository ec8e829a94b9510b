/* SPDX-License-Identifier: EUPL-1.2 */
/* What the repeating jobs do; context is the worker's struct db. */
#ifndef COMMAND_JOBS_H
#define COMMAND_JOBS_H

#include "platform/base/fault.h"

enum status job_fold_reads(void *context, struct fault *fault) MUST_CHECK;
enum status job_checkpoint(void *context, struct fault *fault) MUST_CHECK;
enum status job_write_heads(void *context, struct fault *fault) MUST_CHECK;

#endif
