"""Breaks XML messages in a thousand small ways, each time a seeded choice, to compare two readers of them."""
import re

MESSAGE, BASE = "", "iwmo"
XSI = "http://www.w3.org/2001/XMLSchema-instance"
TAG = re.compile(r"<(/?)(?:(\w+):)?(\w+)[^>]*>|([^<]+)")
VALUES = [
    "", " ", "\n", "x", "0", "1", "2", "3", "9", "01", "02", "04", "13", "16", "NL", "AB", "nl", "0001", "9019", "9999", "S300",
    "+1", "-1", "-0", "+0020072", "0003", " 3 ", "03", "+3", "99", "100", "99999", "100000", "99999999", "100000000", "999999999",
    "1000000000", "9" * 23, "9" * 30, "0" * 40 + "7", "1e5", "1.0", "1 2", "--1", "+", "-", "\u0663",
    "2023-05-15", "2023-02-29", "2024-02-29", "2023-02-30", "2023-13-01", "2023-00-10", "2023-05-15Z", "2023-05-15+01:00",
    "2023-05-15-00:30", " 2023-05-15\n", "0000-01-01", "02023-01-01", "23-05-15", "2023-5-15", "2023-05-15T00:00:00",
    "0001-01-01", "9999-12-31", "1900-02-29", "2000-02-29", "12023-05-15", "10000-02-29", "10100-02-29", "-0044-03-15", "-0004-02-29",
    "-0001-02-29", "-0000-01-01", "012023-01-01", "9" * 18 + "-01-01", "9" * 19 + "-01-01", "9223372036854775807-01-01", "12023-05-15Z",
    "09:30:00", "24:00:00", "24:00:01", "23:59:60", "23:60:00", "9:30:00", "09:30", "09:30:00.5", "09:30:00.", "09:30:00Z",
    "09:30:00+01:00", " 09:30:00 ", "00:00:00", "25:00:00", "24:00:00.0", "24:00:00.5",
    "1.0.0", "01.0.0", "1.0", "10.20.30", "0.0.0", "1.0.0 ", "1..0",
    "999900031", "99990003", "9999000311", "99990003a", " 999900031", "1969", "19690", "99999901", "9999990", "\uff11" * 4,
    "a" * 10, "a" * 11, "a" * 12, "a" * 13, "a" * 24, "a" * 25, "\u00e9" * 24, "\u00e9" * 25, "\U0001f600" * 4, "\U0001f600" * 5,
    "a" * 200, "a" * 201, "\u00e9" * 200, "\u00e9" * 201, "a" * 5000, "a b", " a", "a ", "a\tb", "a\nb", "\u00a0", "\u2003", "\u0085",
    "AB", "\u00c0", "\u1ef3", "\u1ef4", "\u00d7", "\u00bf", "A.B", "\u00c0" * 6, "\u00c0" * 7, "\u07ff", "\u0800", "\u0fff", "\u1000", "\u2c00",
    "&amp;", "&#10;", "&#13;a", "&#32;", "a&#10;b", "&#x41;", "&lt;a&gt;", "&nbsp;", "&#0;", "&#xFFFE;", "a&b", "]]>",
    "<![CDATA[x]]>", "<![CDATA[01]]>", "0<![CDATA[1]]>", "<![CDATA[]]>", "<![CDATA[ ]]>", "0<!-- -->1", "<!-- -->", "0<?p i?>1",
]
BETWEEN = ["<!-- x -->", "<?x y?>", "<![CDATA[]]>", "<![CDATA[ ]]>", "<![CDATA[x]]>", "x", " ", "\n\t", "&#32;", "&#10;", "&amp;", "\u00a0"]
ATTRIBUTES = ["x='1'", "xml:lang='nl'", "xml:space='preserve'", "xmlns:q='urn:q'", "iwmo:x='1'", "q:x='1'", "xmlns=''", "xmlns:iwmo='urn:x'",
              f"xmlns:xsi='{XSI}' xsi:schemaLocation='urn:a b.xsd'", f"xmlns:xsi='{XSI}' xsi:noNamespaceSchemaLocation='b.xsd'",
              f"xmlns:xsi='{XSI}' xsi:nil='false'", f"xmlns:xsi='{XSI}' xsi:nil='true'", f"xmlns:xsi='{XSI}' xsi:other='1'",
              "x='1' x='2'", "x=1", "schemaLocation='a b'"]


class Node:
    def __init__(self, prefix, name):
        self.prefix, self.name, self.children, self.text, self.attribute = prefix, name, [], None, ""

    def copy(self):
        other = Node(self.prefix, self.name)
        other.children, other.text, other.attribute = [child.copy() for child in self.children], self.text, self.attribute
        return other

    def all(self):
        yield self
        for child in self.children:
            yield from child.all()

    def write(self, spelling):
        name = spelling.tag(self)
        attributes = spelling.declarations(self) + (" " + self.attribute if self.attribute else "")
        inside = self.text if self.text is not None else "".join(spelling.gap() + child.write(spelling) for child in self.children)
        return f"<{name}{attributes}>{inside}</{name}>"


class Raw(Node):
    """Something between elements that is no element."""
    def __init__(self, text):
        super().__init__(MESSAGE, "")
        self.text = text

    def copy(self):
        return Raw(self.text)

    def all(self):
        return iter(())

    def write(self, spelling):
        return self.text


class Spelling:
    """How the same document is written: the prefixes, and the blanks between elements."""
    def __init__(self, namespaces, style, gap="\n"):
        self.namespaces, self.style, self.blanks, self.is_first = namespaces, style, gap, True

    def gap(self):
        return self.blanks

    def tag(self, node):
        prefix = {"plain": {"": "", "iwmo": "iwmo"}, "swapped": {"": "iwmo", "iwmo": ""}, "local": {"": "", "iwmo": ""},
                  "long": {"": "a.b-c_d", "iwmo": "_0"}}[self.style].get(node.prefix, node.prefix)
        return f"{prefix}:{node.name}" if prefix else node.name

    def declarations(self, node):
        message, base = self.namespaces
        first, self.is_first = self.is_first, False
        if self.style == "local":
            return f' xmlns="{base if node.prefix == BASE else message}"'
        if not first:
            return ""
        return {"plain": f' xmlns="{message}" xmlns:iwmo="{base}"', "swapped": f' xmlns:iwmo="{message}" xmlns="{base}"',
                "long": f' xmlns:a.b-c_d="{message}" xmlns:_0="{base}"'}[self.style]


def parse(text):
    """The tree of a message that our own writer wrote, and its namespaces."""
    namespaces = re.search(r'xmlns="([^"]+)" xmlns:iwmo="([^"]+)"', text).groups()
    top = Node(MESSAGE, "")
    stack = [top]
    for close, prefix, name, words in TAG.findall(text[text.index("<Bericht"):]):
        if name and not close:
            stack.append(Node(prefix, name))
            stack[-2].children.append(stack[-1])
        elif name:
            stack.pop()
        elif not stack[-1].children and words.strip():
            stack[-1].text = words
    return top.children[0], namespaces


def change_tree(root, random, names):
    nodes = list(root.all())
    node = random.choice(nodes)
    parents = [each for each in nodes if each.text is None]
    parent = random.choice(parents)
    leaves = [each for each in nodes if each.text is not None]
    at = random.randrange(len(parent.children) + 1)
    kind = random.randrange(12)
    if kind <= 3:
        random.choice(leaves).text = random.choice(VALUES)
    elif kind == 4 and parent.children:
        del parent.children[min(at, len(parent.children) - 1)]
    elif kind == 5 and parent.children:
        parent.children.insert(at, random.choice(parent.children).copy())
    elif kind == 6:
        random.shuffle(parent.children)
    elif kind == 7:
        parent.children.insert(at, random.choice(nodes[1:]).copy())
    elif kind == 8:
        node.name = random.choice(names) if random.random() < 0.8 else node.name.lower()
    elif kind == 9:
        node.prefix = random.choice([MESSAGE, BASE, "other"])
    elif kind == 10:
        node.attribute = random.choice(ATTRIBUTES)
    else:
        parent.children.insert(at, Raw(random.choice(BETWEEN)))


def change_bytes(document, random):
    at = random.randrange(len(document))
    kind = random.randrange(4)
    if kind == 0:
        return document[:at] + bytes([random.randrange(256)]) + document[at + 1:]
    if kind == 1:
        return document[:at] + document[at + random.randrange(1, 5):]
    if kind == 2:
        return document[:at] + bytes([random.choice(b"<>&;/'\" \r\n\t:!?-]x0\x00\x80\xff")]) + document[at:]
    return document[:at]


def every_value(text, seen):
    """For each element with a value whose parent and name are not in seen, the message with each odd value there, as bytes."""
    root, namespaces = parse(text)
    for parent in list(root.all()):
        for leaf in parent.children:
            if leaf.text is None or (parent.name, leaf.name) in seen:
                continue
            seen.add((parent.name, leaf.name))
            old = leaf.text
            for leaf.text in VALUES:
                yield ('<?xml version="1.0" encoding="UTF-8"?>' + root.write(Spelling(namespaces, "plain"))).encode()
            leaf.text = old


def mutate(text, random):
    """One changed message, as bytes."""
    root, namespaces = parse(text)
    names = sorted({node.name for node in root.all()})
    for _ in range(random.choice([0, 1, 1, 1, 1, 2, 3])):
        change_tree(root, random, names)
    spelling = Spelling(namespaces, random.choice(["plain", "plain", "swapped", "local", "long"]), random.choice(["\r\n", "", "\t "]))
    declaration = random.choice(['<?xml version="1.0" encoding="UTF-8"?>\r\n', "", '<?xml version="1.0"?>', "\ufeff", "<!-- -->\n",
                                 '<?xml version="1.0" encoding="utf-8" standalone="yes"?>', '<?xml version="1.1"?>'])
    document = (declaration + root.write(spelling) + random.choice(["", "\n", "<!-- -->", "<?p?>"])).encode("utf-8", "surrogatepass")
    return change_bytes(document, random) if random.random() < 0.1 else document
