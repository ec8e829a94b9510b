/* SPDX-License-Identifier: EUPL-1.2 */
#include "platform/page/place.h"

#include <string.h>

#include "platform/base/base.h"
#include "platform/base/words.h"

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

static char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool is_letter(char c)
{
	return lower(c) >= 'a' && lower(c) <= 'z';
}

static void add_to_word(struct place *place, char c)
{
	if (place->word_length < sizeof(place->word))
		place->word[place->word_length++] = lower(c);
}

static bool word_is(const struct place *place, const char *word)
{
	return strlen(word) == place->word_length && memcmp(place->word, word, place->word_length) == 0;
}

static void enter(struct place *place, enum place_kind kind)
{
	place->kind = kind;
	place->word_length = 0;
}

static void end_tag_name(struct place *place)
{
	place->element = word_is(place, "script")                               ? ELEMENT_SCRIPT
	                 : word_is(place, "style")                              ? ELEMENT_STYLE
	                 : word_is(place, "pre") || word_is(place, "textarea") ? ELEMENT_KEPT
	                                                                        : ELEMENT_PLAIN;
	if (word_is(place, "/pre") || word_is(place, "/textarea"))
		place->keeps_blanks = false;
}

static void end_tag(struct place *place)
{
	if (place->element == ELEMENT_KEPT)
		place->keeps_blanks = true;
	enter(place, place->element == ELEMENT_SCRIPT || place->element == ELEMENT_STYLE ? PLACE_CODE
	                                                                                 : PLACE_TEXT);
}

static void end_name(struct place *place)
{
	static const char *const addresses[] = { "href", "src", "action", "formaction", "poster", "cite",
		                                 "data", "xlink:href", "ping" };
	static const char *const code[] = { "style", "srcdoc", "srcset" };

	place->attribute = ATTRIBUTE_PLAIN;
	for (size_t i = 0; i < COUNT(addresses); i++)
		if (word_is(place, addresses[i]))
			place->attribute = ATTRIBUTE_ADDRESS;
	for (size_t i = 0; i < COUNT(code); i++)
		if (word_is(place, code[i]))
			place->attribute = ATTRIBUTE_CODE;
	if (place->word_length > 2 && memcmp(place->word, "on", 2) == 0)
		place->attribute = ATTRIBUTE_CODE;
}

/* Between attributes: c may begin a name or end the tag. */
static void follow_tag(struct place *place, char c)
{
	if (c == '>') {
		end_tag(place);
	} else if (is_blank(c) || c == '/') {
		place->kind = PLACE_TAG;
	} else {
		enter(place, PLACE_NAME);
		add_to_word(place, c);
	}
}

static void follow_tag_name(struct place *place, char c)
{
	if (is_blank(c) || c == '>' || (c == '/' && place->word_length > 0)) {
		end_tag_name(place);
		follow_tag(place, c);
	} else {
		add_to_word(place, c);
	}
}

static void follow_name(struct place *place, char c)
{
	if (c == '=') {
		end_name(place);
		enter(place, PLACE_BEFORE_VALUE);
	} else if (is_blank(c)) {
		place->kind = PLACE_AFTER_NAME;
	} else if (c == '>' || c == '/') {
		follow_tag(place, c);
	} else {
		add_to_word(place, c);
	}
}

static void follow_before_value(struct place *place, char c)
{
	if (is_blank(c))
		return;
	if (c == '>')
		end_tag(place);
	else
		place->kind = c == '"' ? PLACE_VALUE : c == '\'' ? PLACE_SINGLE : PLACE_BARE;
}

/* The literal part of an address decides whether a value after it can choose the site. */
static void follow_address(struct place *place, char c)
{
	bool names_scheme = word_is(place, "mailto") || word_is(place, "tel");

	if (place->attribute == ATTRIBUTE_ADDRESS)
		place->attribute = c == '/'               ? ATTRIBUTE_SLASH
		                   : c == '?' || c == '#' ? ATTRIBUTE_LOCAL
		                                          : ATTRIBUTE_SCHEME;
	else if (place->attribute == ATTRIBUTE_SLASH)
		place->attribute = c == '/' || c == '\\' ? ATTRIBUTE_SCHEME : ATTRIBUTE_LOCAL;
	else if (place->attribute == ATTRIBUTE_SCHEME && c == ':' && names_scheme)
		place->attribute = ATTRIBUTE_LOCAL;
	add_to_word(place, c);
}

static void follow_value(struct place *place, char c)
{
	if (c == '"')
		enter(place, PLACE_BREAK);
	else if (place->attribute != ATTRIBUTE_PLAIN && place->attribute != ATTRIBUTE_CODE)
		follow_address(place, c);
}

/* Inside script or style only its own end tag counts. */
static void follow_code(struct place *place, char c)
{
	const char *end = place->element == ELEMENT_SCRIPT ? "</script" : "</style";

	if (end[place->word_length] == lower(c))
		place->word_length++;
	else
		place->word_length = c == '<' ? 1 : 0;
	if (end[place->word_length] == '\0') {
		place->element = ELEMENT_PLAIN;
		enter(place, PLACE_BREAK);
	}
}

/* A comment ends with two dashes and >. */
static void follow_comment(struct place *place, char c)
{
	if (c == '>' && place->word_length == 2)
		enter(place, PLACE_TEXT);
	else if (c != '-')
		place->word_length = 0;
	else if (place->word_length < 2)
		place->word_length++;
}

static void follow_open(struct place *place, char c)
{
	if (c == '!') {
		enter(place, PLACE_MARKUP);
	} else if (is_letter(c) || c == '/') {
		enter(place, PLACE_TAG_NAME);
		add_to_word(place, c);
	} else {
		place->kind = c == '<' ? PLACE_OPEN : PLACE_TEXT;
	}
}

static void follow_markup(struct place *place, char c)
{
	add_to_word(place, c);
	if (word_is(place, "--"))
		enter(place, PLACE_COMMENT);
	else if (c == '>')
		enter(place, PLACE_TEXT);
}

bool place_follow(struct place *place, char c)
{
	bool is_glued = place->kind == PLACE_BREAK && !is_blank(c) && c != '/' && c != '>';

	place->is_after_blank = is_blank(c);
	switch (place->kind) {
	case PLACE_TEXT: place->kind = c == '<' ? PLACE_OPEN : PLACE_TEXT; break;
	case PLACE_OPEN: follow_open(place, c); break;
	case PLACE_MARKUP: follow_markup(place, c); break;
	case PLACE_COMMENT: follow_comment(place, c); break;
	case PLACE_TAG_NAME: follow_tag_name(place, c); break;
	case PLACE_TAG:
	case PLACE_BREAK: follow_tag(place, c); break;
	case PLACE_NAME: follow_name(place, c); break;
	case PLACE_AFTER_NAME:
		if (c == '=')
			follow_name(place, c);
		else if (!is_blank(c))
			follow_tag(place, c);
		break;
	case PLACE_BEFORE_VALUE: follow_before_value(place, c); break;
	case PLACE_VALUE: follow_value(place, c); break;
	case PLACE_SINGLE:
		if (c == '\'')
			enter(place, PLACE_BREAK);
		break;
	case PLACE_BARE:
		if (is_blank(c) || c == '>')
			follow_tag(place, c);
		break;
	case PLACE_CODE: follow_code(place, c); break;
	}
	return !is_glued;
}

void place_settle(struct place *place)
{
	if (place->kind == PLACE_TAG_NAME)
		end_tag_name(place);
	if (place->kind == PLACE_TAG_NAME || place->kind == PLACE_NAME || place->kind == PLACE_AFTER_NAME)
		enter(place, PLACE_BREAK);
}

static bool is_between_attributes(const struct place *place)
{
	return place->kind == PLACE_TAG || place->kind == PLACE_BREAK;
}

static bool is_same_element(const struct place *place, const struct place *other)
{
	return place->element == other->element && place->keeps_blanks == other->keeps_blanks;
}

/* The site is certain, though there may be no more than a slash. */
static bool is_local(const struct place *place)
{
	return place->attribute == ATTRIBUTE_SLASH || place->attribute == ATTRIBUTE_LOCAL;
}

static bool join_values(struct place *place, const struct place *other)
{
	if (place->attribute == other->attribute && place->attribute != ATTRIBUTE_SCHEME)
		return true;
	if (place->attribute <= ATTRIBUTE_CODE || other->attribute <= ATTRIBUTE_CODE)
		return false;
	place->attribute = is_local(place) && is_local(other) ? ATTRIBUTE_SLASH : ATTRIBUTE_SCHEME;
	place->word[0] = '?';
	return true;
}

bool place_join(struct place *place, const struct place *other)
{
	if (!is_same_element(place, other))
		return false;
	place->is_after_blank &= other->is_after_blank;
	if (is_between_attributes(place) && is_between_attributes(other)) {
		if (other->kind == PLACE_BREAK)
			place->kind = PLACE_BREAK;
		return true;
	}
	if (place->kind == PLACE_VALUE && other->kind == PLACE_VALUE)
		return join_values(place, other);
	return place->kind == PLACE_TEXT && other->kind == PLACE_TEXT;
}

bool place_repeats(const struct place *place, const struct place *end)
{
	if (!is_same_element(place, end))
		return false;
	if (place->kind == PLACE_BREAK && is_between_attributes(end))
		return true;
	return place->kind == end->kind &&
	       (place->kind != PLACE_VALUE || place->attribute == end->attribute);
}

bool place_folds_blanks(const struct place *place)
{
	return (place->kind == PLACE_TEXT && !place->keeps_blanks) || place->kind == PLACE_TAG;
}

static const char *value_in_address(struct place *place, bool whole_address, enum escape *ret_escape)
{
	*ret_escape = whole_address ? ESCAPE_PATH : ESCAPE_PART;
	if (whole_address && place->attribute != ATTRIBUTE_ADDRESS)
		return WORDS("path staat aan het begin van een adres, zoals in href=\"{{path adres}}\"");
	if (whole_address)
		place->attribute = ATTRIBUTE_SLASH; /* it may be no more than that */
	else if (!is_local(place))
		return WORDS(
			"begin een adres met een vast deel, zoals /melding/, of gebruik {{path adres}}");
	return NULL;
}

const char *place_value(struct place *place, bool whole_address, enum escape *ret_escape)
{
	*ret_escape = ESCAPE_HTML;
	place->is_after_blank = false;
	if (place->kind == PLACE_VALUE && place->attribute > ATTRIBUTE_CODE)
		return value_in_address(place, whole_address, ret_escape);
	if (whole_address)
		return WORDS("path hoort in een adres, zoals in href=\"{{path adres}}\"");
	if (place->kind == PLACE_COMMENT || place->kind == PLACE_CODE || place->kind == PLACE_MARKUP)
		return WORDS("in commentaar, script en style kan geen waarde staan");
	if (place->kind == PLACE_VALUE && place->attribute == ATTRIBUTE_CODE)
		return WORDS("in dit attribuut kan geen waarde staan");
	if (place->kind != PLACE_TEXT && place->kind != PLACE_VALUE)
		return WORDS("een waarde in een tag staat in een attribuut met dubbele aanhalingstekens");
	return NULL;
}
