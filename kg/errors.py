"""What can go wrong, as one tree.

    KgError                   anything this package says on purpose
    ├── SkipInput             this input is left out and counted; the others go on
    │   ├── UnreadableFile    the file's bytes or shape are not what its name promises
    │   └── Mended            no skip but a remark: a little of the input was replaced, and all of it was read
    └── UserError             stop: the command cannot be carried out as it was given
        ├── BadRecord         a JSON line that is not a record of the expected kind
        └── BadOntology       an ontology file that contradicts itself

Every message names what, where and what to do.
"""


class KgError(Exception):
    """Anything this package says on purpose; its text is fit to be shown to a user."""


class SkipInput(KgError):
    """One input is left out and counted; the others go on."""

    def __init__(self, where: str, reason: str) -> None:
        super().__init__(f"{where}: {reason}")
        self.where = where
        self.reason = reason


class UnreadableFile(SkipInput):
    """The file's bytes or shape are not what its name promises."""


class Mended(SkipInput):
    """A little of the input was replaced, and all of it was read; told where skips are told."""


class UserError(KgError):
    """The command cannot be carried out as it was given."""


class BadRecord(UserError):
    """A line of JSON that is not a record of the expected kind."""


class BadOntology(UserError):
    """An ontology file that contradicts itself."""
