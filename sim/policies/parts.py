"""What policy files and declarations are made of: a table that knows its keys, and a text in two languages."""

from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, model_validator

from sim.datafiles.mistakes import asked_for, nearest, wrong
from sim.policies.checks import line


class Part(BaseModel):
    """A table of a policy file; it cannot be changed, and knows its keys."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    @model_validator(mode="before")
    @classmethod
    def _keys_are_known(cls, given: Any) -> Any:
        if not isinstance(given, dict):
            said = f"must be a table with the keys {', '.join(cls.model_fields)}"
            raise asked_for(given, said, "no_table", {"known": list(cls.model_fields)})
        for key, value in given.items():
            if key not in cls.model_fields:
                said = f"is an unknown key; {nearest(key, cls.model_fields)}"
                raise wrong(key, value, said, "unknown_key", {"known": list(cls.model_fields)})
        for key, field in cls.model_fields.items():
            if field.is_required() and key not in given:
                raise wrong(key, None, "is missing", "key_missing")
        return given


Line = Annotated[str, BeforeValidator(line)]


class Words(Part):
    """A text in both languages of the interface."""

    en: Line
    nl: Line
