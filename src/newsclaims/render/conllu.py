"""A Doc as CoNLL-U: the Universal Dependencies' format, from which the text can be put together again to the last space."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from newsclaims.render.safe import OBEYED, inline, visible

SPACES = {"\\": "\\\\", " ": "\\s", "\t": "\\t", "\n": "\\n", "\r": "\\r", "|": "\\p"}


def conllu(doc: Doc, name: str, number: int = 0) -> Iterator[str]:
    """Write a parsed Doc, sentence by sentence.

    Args:
        doc: the parsed text.
        name: what ``# newdoc id`` and the sentences' ids begin with.
        number: how many sentences of the same text came before, in other Docs.

    Yields:
        One sentence at a time with its comments and the empty line after it. White space is no word: it stands in MISC
        as ``SpaceAfter=No``, ``SpacesAfter=\\n\\n`` or, before the text's first word, ``SpacesBefore=\\n``. Entities are
        ``NE=B-GPE``, ``NE=I-GPE``. A word that holds what a terminal would obey shows it, and stands as it is, escaped,
        in ``Form``. A sentence has one root: where a parser gave several, the later ones hang on the
        first as ``parataxis``.
    """
    name = visible(name)
    paragraph = True
    first = number + 1
    opening = next((token.i for token in doc if not token.is_space), 0)
    for sent in doc.sents:
        words = [token for token in sent if not token.is_space]
        if not words:
            continue
        number += 1
        head = [f"# newdoc id = {name}\n"] if number == first == 1 else []
        head += ["# newpar\n"] if paragraph else []
        head += [f"# sent_id = {name}-{number}\n", f"# text = {_text(words)}\n"]
        yield "".join([*head, *_rows(words, opening), "\n"])
        paragraph = "\n" in _after(words[-1])


def _text(words: list[Token]) -> str:
    """The sentence on one line; any white space within is one space."""
    return "".join(inline(word.text) + (" " if _after(word) and word is not words[-1] else "") for word in words)


def _rows(words: list[Token], opening: int) -> Iterator[str]:
    place = {word.i: number for number, word in enumerate(words, 1)}
    root = next((word for word in words if _head(word, place) is None), words[0])
    for word in words:
        head = _head(word, place)
        if word is root:
            number, label = 0, "root"
        elif head is None:
            number, label = place[root.i], "parataxis"
        else:
            number, label = place[head.i], word.dep_ or "dep"
        yield (
            "\t".join(
                [
                    str(place[word.i]),
                    inline(word.text),
                    inline(word.lemma_) or "_",
                    word.pos_ or "_",
                    word.tag_ or "_",
                    str(word.morph) or "_",
                    str(number),
                    label,
                    "_",
                    _misc(word, first=word.i == opening),
                ]
            )
            + "\n"
        )


def _head(word: Token, place: dict[int, int]) -> Token | None:
    """The word it hangs on; None for a root. White space governs nothing: its own head stands in for it."""
    head = word.head
    for _ in range(len(place) + 1):
        if head.i in place:
            break
        if head.head.i == head.i:
            return None
        head = head.head
    return None if head.i == word.i or head.i not in place else head


def _misc(word: Token, *, first: bool) -> str:
    entries = [f"NE={word.ent_iob_}-{word.ent_type_}"] if word.ent_iob_ in {"B", "I"} else []
    if inline(word.text) != word.text:
        entries.append(f"Form={_escape(word.text)}")
    spaces = _after(word)
    if not spaces:
        entries.append("SpaceAfter=No")
    elif spaces != " ":
        entries.append(f"SpacesAfter={_escape(spaces)}")
    if first and word.i:
        entries.append(f"SpacesBefore={_escape(word.doc[: word.i].text_with_ws)}")
    return "|".join(entries) or "_"


def _after(word: Token) -> str:
    """All white space between a word and the next one."""
    spaces = word.whitespace_
    following = word.i + 1
    doc = word.doc
    while following < len(doc) and doc[following].is_space:
        spaces += doc[following].text_with_ws
        following += 1
    return str(spaces)


def _escape(spaces: str) -> str:
    escaped = "".join(SPACES.get(character, character) for character in spaces)
    return OBEYED.sub(lambda match: f"\\u{ord(match[0]):04x}", escaped)
