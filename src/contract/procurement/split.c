/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/procurement/split.h"

#include <assert.h>
#include <stddef.h>

#define REDUCTION 0x1bU /* of x^8 + x^4 + x^3 + x + 1, as AES has it */

/* The same steps for every value: time tells nothing of a key. */
static unsigned char multiply(unsigned char a, unsigned char b)
{
	unsigned product = 0, left = a, right = b;

	for (int bit = 0; bit < 8; bit++) {
		product ^= left & (0U - (right & 1U));
		left = ((left << 1U) & 0xffU) ^ (REDUCTION & (0U - (left >> 7U)));
		right >>= 1U;
	}
	return (unsigned char)product;
}

/* a to the power 254, which is one divided by a. */
static unsigned char inverse(unsigned char a)
{
	unsigned char power = a, result = 1;

	for (int bit = 1; bit < 8; bit++) {
		power = multiply(power, power);
		result = multiply(result, power);
	}
	return result;
}

void split_key(const unsigned char key[static SPLIT_KEY_BYTES],
               const unsigned char slope[static SPLIT_KEY_BYTES],
               struct split_part ret_parts[static SPLIT_PARTS])
{
	for (unsigned char place = 1; place <= SPLIT_PARTS; place++) {
		struct split_part *part = &ret_parts[place - 1];

		part->place = place;
		for (size_t i = 0; i < SPLIT_KEY_BYTES; i++)
			part->bytes[i] = (unsigned char)(key[i] ^ multiply(slope[i], place));
	}
}

/* The line at 0: (y1 x2 + y2 x1) / (x1 + x2), where adding is an exclusive or. */
void split_join(const struct split_part *one, const struct split_part *other,
                unsigned char ret_key[static SPLIT_KEY_BYTES])
{
	unsigned char divisor = inverse((unsigned char)(one->place ^ other->place));

	assert(one->place != other->place);
	for (size_t i = 0; i < SPLIT_KEY_BYTES; i++)
		ret_key[i] = multiply((unsigned char)(multiply(one->bytes[i], other->place) ^
		                                      multiply(other->bytes[i], one->place)),
		                      divisor);
}
