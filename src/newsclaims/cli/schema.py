"""`claims schema`."""

from __future__ import annotations

import json

import click

from newsclaims.cli.command import Command


@click.command("schema", cls=Command)
def command() -> None:
    """Print the JSON Schema of what `claims extract` prints.

    \b
    Examples:
      claims schema > claims.schema.json
    """
    from newsclaims.claim import Extraction
    from newsclaims.cli.output import opened

    schema = Extraction.model_json_schema(mode="serialization")
    with opened(None) as out:
        out.write(json.dumps({"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}, indent=2) + "\n")
        out.close()
