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

    schema = Extraction.model_json_schema(mode="serialization")
    click.echo(json.dumps({"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}, indent=2))
