"""The JSON Schema of a note, for editors that complete and check TOML."""

import json
from typing import Any

from kompas.domain.note import Note


def build_schema() -> dict[str, Any]:
    """Return the JSON Schema of a note, made from the model."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        **Note.model_json_schema(ref_template="#/definitions/{model}", by_alias=True),
    }


def dump_schema() -> str:
    """Return the schema as the text of `note.schema.json`."""
    schema = build_schema()
    # Draft 7 is what TOML editors read; it calls `$defs` definitions.
    schema["definitions"] = schema.pop("$defs")
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
