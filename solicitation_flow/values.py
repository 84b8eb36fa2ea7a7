"""Frozen values with checked fields, and the one way in which they change."""

from typing import Any, Self

from pydantic import BaseModel, ConfigDict

_set = object.__setattr__


class Value(BaseModel):
    """A frozen value that knows its fields; a field it does not have is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    def evolve(self, **fields: Any) -> Self:
        """Return a copy with some fields new; raise for a name that is none of its fields.

        The new values are not validated again: the caller's form or law has done that.
        """
        cls, old = type(self), self.__dict__
        known = cls.__pydantic_fields__
        if not fields.keys() <= known.keys():
            unknown = ", ".join(sorted(fields.keys() - known.keys()))
            raise TypeError(f"{cls.__name__} has no field {unknown}")
        if len(old) > len(known):  # what was computed from the old fields is left behind
            old = {name: old[name] for name in known}
        copy = cls.__new__(cls)
        _set(copy, "__dict__", {**old, **fields})
        _set(copy, "__pydantic_fields_set__", {*self.__pydantic_fields_set__, *fields})
        _set(copy, "__pydantic_extra__", None)
        private = self.__pydantic_private__
        _set(copy, "__pydantic_private__", None if private is None else dict(private))
        return copy
