/* SPDX-License-Identifier: EUPL-1.2 */
#include "command/jobs.h"

#include "common/access/reads.h"
#include "outlook/monitor/monitor.h"

enum status job_fold_reads(void *context, struct fault *fault)
{
	return reads_fold(context, fault);
}

enum status job_checkpoint(void *context, struct fault *fault)
{
	return db_checkpoint(context, fault);
}

enum status job_write_heads(void *context, struct fault *fault)
{
	const struct clock real = { { 0 } };

	return monitor_write_heads(context, clock_today(&real), fault);
}
