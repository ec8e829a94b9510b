/* SPDX-License-Identifier: EUPL-1.2 */
/* A key split in three so that any two parts give it back and one alone says nothing (Shamir, over GF(256)).
 */
#ifndef CONTRACT_PROCUREMENT_SPLIT_H
#define CONTRACT_PROCUREMENT_SPLIT_H

#define SPLIT_KEY_BYTES 32
#define SPLIT_PARTS 3

/* A point of the line through the key: its place is 1, 2 or 3. */
struct split_part {
	unsigned char place;
	unsigned char bytes[SPLIT_KEY_BYTES];
};

/* The parts of a key. slope is as many random bytes: each used once, and never kept. */
void split_key(const unsigned char key[static SPLIT_KEY_BYTES],
               const unsigned char slope[static SPLIT_KEY_BYTES],
               struct split_part ret_parts[static SPLIT_PARTS]);
/* The key again from two parts of different places; from parts of different keys some other bytes. */
void split_join(const struct split_part *one, const struct split_part *other,
                unsigned char ret_key[static SPLIT_KEY_BYTES]);

#endif
