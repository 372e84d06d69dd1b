"""What the YAML readers of Python make of documents: asked and answered line by line, as cmd/read is."""

import json
import sys

import yaml


class NotPlain(Exception):
    """A value that JSON has no word for."""


def plain(value):
    if isinstance(value, dict):
        for key in value:
            if not isinstance(key, str):
                raise NotPlain(f"the key {key!r} is no text")
        return {key: plain(entry) for key, entry in value.items()}
    if isinstance(value, list):
        return [plain(entry) for entry in value]
    if value is None or isinstance(value, (bool, int, str)):
        return value
    if isinstance(value, float) and value == value and abs(value) != float("inf"):
        return value
    raise NotPlain(f"{type(value).__name__}: {value!r}")


def outcome(text, loader):
    try:
        return {"value": plain(yaml.load(text, Loader=loader))}
    except (yaml.YAMLError, NotPlain, ValueError, RecursionError) as error:
        return {"error": str(error)}


def main():
    for line in sys.stdin:
        text = json.loads(line)
        answer = {"PyYAML": outcome(text, yaml.SafeLoader), "PyYAML with libyaml": outcome(text, yaml.CSafeLoader)}
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


main()
