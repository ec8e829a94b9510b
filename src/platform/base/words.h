/* SPDX-License-Identifier: EUPL-1.2 */
/* The interface's words: Dutch in the source, other languages from locale/. */
#ifndef PLATFORM_BASE_WORDS_H
#define PLATFORM_BASE_WORDS_H

/* Marks a Dutch text for translation where it stands in a table. */
#define WORDS(dutch) (dutch)

/* The text in language ("nl", "en"): the Dutch itself where there is no translation. Never NULL. */
const char *words_in(const char *language, const char *dutch) __attribute__((format_arg(2)));

#endif
