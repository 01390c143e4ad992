"""The errors a user can meet: each says what is wrong, where, and how to mend it."""

from __future__ import annotations


class NewsclaimsError(Exception):
    """Something the user can mend.

    Args:
        message: what is wrong and where, without a final full stop ("no such file: reprot.txt").
        hint: how to mend it, or "" where nothing can be advised.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message}. {self.hint}" if self.hint else self.message


class ReadError(NewsclaimsError):
    """A source that cannot be read as an article."""


class ModelError(NewsclaimsError):
    """A language model that cannot be loaded or lacks what the extractor needs."""


class SettingsError(NewsclaimsError):
    """An option whose value makes no sense."""


class OutputError(NewsclaimsError):
    """An output that cannot be written, or must not be."""
