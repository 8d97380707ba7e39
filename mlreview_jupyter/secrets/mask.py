"""A secret → what may be shown of it."""

LONG = 20


def mask(value: str) -> str:
    """What may be shown of a secret: how long keys begin and how long they are; of a short one, nothing."""
    if "\n" in value or value.startswith("-----"):
        return f"… ({len(value)} characters)"
    return f"{value[:4]}… ({len(value)} characters)" if len(value) >= LONG else "…"
