/* SPDX-License-Identifier: EUPL-1.2 */
/* The schemes of a register that is being filled, and what can be had by them. */
#ifndef DEMO_SCHEMES_H
#define DEMO_SCHEMES_H

#include "common/scheme/scheme.h"
#include "platform/base/embedded.h"
#include "platform/base/fault.h"

struct demo_scheme {
	const struct embedded_file *file;
	struct scheme scheme;
	struct lane_set lanes;
};

struct demo_schemes {
	struct demo_scheme *items;
	size_t count;
};

/* Reads the schemes of these names from the binary, in arena. FAILED when one is not there. */
enum status schemes_read(const struct texts *names, struct arena *arena, struct demo_schemes *ret_schemes,
                         struct fault *fault) MUST_CHECK;
/* The scheme that has this product, or NULL. */
const struct scheme *schemes_with_product(const struct demo_schemes *schemes, const char *product);
/* Whether a municipality of the schemes has this postcode of four digits. */
bool schemes_have_postcode(const struct demo_schemes *schemes, const char *postcode);
/* Something that somebody needs, somewhere and on a day. */
struct schemes_asked {
	const char *product;
	const char *expertise; /* NULL: none */
	const char *postcode;  /* four digits */
	struct date on;
};
/* Whether somebody delivers the product there and then, by a scheme that knows the expertise. */
bool schemes_offer(const struct demo_schemes *schemes, const struct schemes_asked *asked);
/* The contract party or deliverer of that name, or NULL. */
const struct scheme_party *schemes_party(const struct demo_schemes *schemes, const char *name);

#endif
