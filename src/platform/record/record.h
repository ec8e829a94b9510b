/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Field tables: one description of a struct, read by SQL, forms, JSON, XML, YAML, CSV, pages and audit.
 *	struct visit { struct date on; const char *words; };
 *	static const struct field visit_fields[] = {
 *		FIELD(struct visit, on,    .label = WORDS("Datum"), .required = true),
 *		FIELD(struct visit, words, .label = WORDS("Wat is besproken"), .max_chars = 2000),
 *	};
 *	const struct record visit_record = RECORD(struct visit, "visit", visit_fields);
 */
#ifndef PLATFORM_RECORD_RECORD_H
#define PLATFORM_RECORD_RECORD_H

#include "platform/base/date.h"
#include "platform/base/finding.h"
#include "platform/base/money.h"

enum field_type {
	FIELD_TEXT,    /* const char *; NULL is empty */
	FIELD_NUMBER,  /* int64_t */
	FIELD_FLAG,    /* bool */
	FIELD_DATE,    /* struct date */
	FIELD_MOMENT,  /* struct moment */
	FIELD_MONEY,   /* struct money */
	FIELD_TEXTS,   /* struct texts */
	FIELD_RECORD,  /* a struct inside, described by .of */
	FIELD_RECORDS, /* struct records, each described by .of */
	FIELD_MARKS,   /* struct marks: filled by the YAML reader, not a value */
};

/* Where a value stood in a file; line 0 when it did not come from one. */
struct mark {
	int line, column;
};

struct texts {
	const char **items;
	const struct mark *marks; /* one per item when read from a file, else NULL */
	size_t count;
};

struct records {
	void *items; /* count structs in a row */
	size_t count;
};

/* marks[0] is where the record begins, marks[i + 1] where the value of its field i stands. */
struct marks {
	const struct mark *items;
};

/* A value that a coded field may have. */
struct choice {
	const char *code;
	const char *label; /* Dutch */
};

enum field_flag {
	FIELD_IN_VAULT = 1,    /* identity: goes to the person vault, never into a fact's body */
	FIELD_BY_DOOR = 2,     /* filled in at the door; a form and the API may not give it */
	FIELD_LONG = 4,        /* a text of several lines */
	FIELD_UNSIGNED = 8,    /* a number that may not be below 0 */
	FIELD_ZERO_IS_SET = 16, /* a number whose 0 is a value, not an empty field */
	FIELD_FILE = 32         /* of a form: a file goes along */
};
#define FIELD_DEFAULT_MAX_CHARS 200
struct field {
	const char *name;
	enum field_type type;
	unsigned flags;
	size_t offset;
	const char *label; /* Dutch, as a person reads it */
	const char *hint;  /* Dutch, one sentence under the label */
	const char *xml;   /* element name, where the record is a message (platform/xml/xml.h) */
	bool required;
	uint32_t max_chars;           /* code points; 0 is FIELD_DEFAULT_MAX_CHARS */
	int64_t max;                  /* of a number; 0 is no maximum */
	const struct choice *choices; /* ends with a NULL code */
	const struct record *of;
	bool (*fits)(const char *text); /* whether a text has the form that a message asks */
	unsigned fixed;                 /* its only value is fixed[this - 1] of the message's form; or 0 */
	size_t has;                     /* offset of the bool that says it is there; else 0 */
};

struct record {
	const char *name;
	size_t size;
	const struct field *fields;
	size_t count;
	unsigned xml_namespace; /* which of the message's namespaces its elements stand in */
};

#define FIELD_TYPE(member)                                                                                   \
	_Generic((member), const char *: FIELD_TEXT, int64_t: FIELD_NUMBER, bool: FIELD_FLAG,                \
	         struct date: FIELD_DATE, struct moment: FIELD_MOMENT, struct money: FIELD_MONEY,            \
	         struct texts: FIELD_TEXTS, struct records: FIELD_RECORDS, struct marks: FIELD_MARKS)
#define FIELD(type_, ...) FIELD_ROW(type_, __VA_ARGS__, )
#define FIELD_ROW(type_, member, ...)                                                                        \
	{                                                                                                    \
		.name = #member, .type = FIELD_TYPE(((type_ *)0)->member),                                   \
		.offset = offsetof(type_, member), __VA_ARGS__                                               \
	}
/* A struct inside the struct: FIELD_INSIDE(type, member, record, ...). */
#define FIELD_INSIDE(type_, member, ...) FIELD_INSIDE_ROW(type_, member, __VA_ARGS__, )
#define FIELD_INSIDE_ROW(type_, member, record_, ...)                                                        \
	{                                                                                                    \
		.name = #member, .type = FIELD_RECORD, .offset = offsetof(type_, member), .of = (record_),   \
		__VA_ARGS__                                                                                  \
	}
#define RECORD(type_, name_, fields_)                                                                        \
	{                                                                                                    \
		.name = (name_), .size = sizeof(type_), .fields = (fields_), .count = COUNT(fields_)         \
	}

/* The field of that name, or NULL. */
const struct field *record_field(const struct record *record, const char *name);
/* The number in the field of that name; 0 where the record has no such number. */
int64_t record_number(const struct record *record, const void *item, const char *name);

/*
 * Reads text into the field of the struct at item. Surrounding blanks do not count and an empty text empties
 * the field. A value that does not fit (a date that cannot exist, a code not in the list, a text too long)
 * becomes a finding at path, and false. Only for single values.
 */
bool record_set(const struct field *field, void *item, const char *text, const char *path,
                struct findings *findings);
/* The field's value as text ("" when empty), in arena. Only for single values; codes stay codes. */
const char *record_get(const struct field *field, const void *item, struct arena *arena);
/* Whether the field has no value: no text, no date, number 0 without FIELD_ZERO_IS_SET, no items. */
bool record_is_empty(const struct field *field, const void *item);
/* Makes the item what it would be when read back from its own JSON: texts without surrounding blanks, empty
 * ones NULL. A text that could not be read back becomes a finding; path as below. */
void record_settle(const struct record *record, void *item, const char *path, struct findings *findings);
/* One finding per required field that is empty, nested records too; path is "" or the prefix with a dot. */
void record_check_required(const struct record *record, const void *item, const char *path,
                           struct findings *findings);
/* Copies the members whose fields have the same name and type in both records. */
void record_carry_over(const struct record *from, const void *from_item, const struct record *to,
                       void *to_item);
/* The Dutch label of a code in the list, or the code itself. */
const char *choice_label(const struct choice *choices, const char *code);
/* The number of code points of a text, or -1 when it is not UTF-8 without control bytes. */
int64_t text_chars(const char *text);
/* Makes room for count structs of the record in arena. */
struct records records_new(const struct record *record, size_t count, struct arena *arena);

/* Typed looks at a member through its field. */
#define MEMBER(type_, field_, item_) (*(type_ *)(void *)((char *)(uintptr_t)(item_) + (field_)->offset))

#endif
