/* SPDX-License-Identifier: EUPL-1.2 */
#include "platform/page/qr.h"

#include <qrencode.h>

#include "platform/base/text.h"

#define QUIET 4 /* modules, by ISO/IEC 18004 */
#define PATH_BYTES ((size_t)256 * 1024)

static void draw(const QRcode *code, struct text *path)
{
	for (int row = 0; row < code->width; row++)
		for (int column = 0; column < code->width; column++)
			if ((code->data[row * code->width + column] & 1) != 0)
				text_print(path, "M%d %dh1v1h-1z", column + QUIET, row + QUIET);
}

struct qr qr_of(const char *text, struct arena *arena)
{
	CLEANUP(text_done) struct text path = text_new(PATH_BYTES);
	QRcode *code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M);
	struct qr qr = { 0 };

	if (code == NULL)
		return qr;
	draw(code, &path);
	qr = (struct qr){ .path = arena_copy(arena, text_words(&path)), .size = code->width + 2 * QUIET };
	QRcode_free(code);
	return qr;
}
