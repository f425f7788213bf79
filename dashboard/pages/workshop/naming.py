"""Names of policies of one's own: an id is made from the name, and can stand in a course, a setting or a file."""

import re
import unicodedata
from collections.abc import Collection

LONGEST = 40


def slug(name: str) -> str:
    """A name in small letters, digits and hyphens.

    >>> slug("Gate, à la Zoë!"), slug("<b>"), slug("日本")
    ('gate-a-la-zoe', 'b', 'my-own')
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:LONGEST].strip("-") or "my-own"


def free_id(name: str, taken: Collection[str]) -> str:
    """An id made from a name that nothing else has.

    >>> free_id("Fair salary", ["fair-salary", "fair-salary-2"])
    'fair-salary-3'
    """
    wanted, number = slug(name), 2
    found = wanted
    while found in taken:
        found, number = f"{wanted}-{number}", number + 1
    return found
