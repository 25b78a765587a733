"""Forms about what colleagues change as well: the second writer sees what the first one saved."""

from typing import Any, ClassVar, Self

from wtforms.fields import HiddenField

from app.web.forms import PortalForm


class KeptForm(PortalForm):
    """A form about one thing with a version.

    ``TEXTS`` are the fields that are shown beside each other when somebody was first.
    """

    TEXTS: ClassVar[tuple[str, ...]] = ()
    version = HiddenField()  # the one the writer started from

    @classmethod
    def known(cls, thing: Any) -> dict[str, object]:
        """Return what ``thing`` says now, as the form shows it."""
        raise NotImplementedError

    @classmethod
    def filled(cls, thing: Any | None) -> Self:
        """Return the form filled with what was sent, else with what ``thing`` says now, if anything."""
        return cls(**_values(cls, thing)) if thing is not None else cls()

    def plan(self) -> Any:
        """Return the valid answers as the service wants them."""
        raise NotImplementedError

    def starts_from(self, thing: Any) -> bool:
        """Tell whether nobody changed ``thing`` since this page was opened."""
        return bool(self.version.data == str(thing.version))

    def beside(self, thing: Any) -> list[tuple[str, str]]:
        """Return what somebody else saved where it differs, and start again from there."""
        saved = type(self)(formdata=None, **_values(type(self), thing))
        self.version.data = str(thing.version)
        return [
            (field.label.text, saved[field.name]._value())
            for field in self
            if field.name in self.TEXTS and field.data != saved[field.name].data
        ]


def _values(form: type[KeptForm], thing: Any) -> dict[str, object]:
    return {"version": str(thing.version), **form.known(thing)}
