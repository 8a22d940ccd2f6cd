"""The API's page for people, made of the OpenAPI document that machines get. No script of others, nothing inline."""

from functools import cache

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from drf_spectacular.generators import SchemaGenerator


@cache
def operations() -> list[dict]:
    """Every operation of the API: address, summary, parameters and the fields of what comes back."""
    schema = SchemaGenerator(api_version="v1").get_schema(request=None, public=True)
    parts = schema["components"]["schemas"]
    found = []
    for address, methods in schema["paths"].items():
        operation = methods.get("get")
        if operation is None:
            continue
        name = response_name(operation)
        fields = parts.get(name, {}).get("properties", {})
        if "results" in fields:
            name = fields["results"]["items"]["$ref"].rsplit("/", 1)[-1]
            fields = parts[name]["properties"]
        parameters = [parameter_words(each) for each in operation.get("parameters", [])]
        words = {field: field_words(each) for field, each in fields.items()}
        found.append({"address": address, "summary": operation["summary"], "parameters": parameters, "fields": words})
    return found


def response_name(operation: dict) -> str:
    content: dict[str, dict] = operation["responses"]["200"].get("content", {})
    for media in content.values():
        return str(media["schema"].get("$ref", "")).rsplit("/", 1)[-1]
    return ""


def parameter_words(parameter: dict) -> dict[str, str]:
    schema = parameter.get("schema", {})
    choices = schema.get("enum") or schema.get("items", {}).get("enum") or []
    words = parameter.get("description", "").split("\n\n* `")[0].strip()
    return {
        "name": parameter["name"],
        "words": words,
        "choices": ", ".join(str(choice) for choice in choices if choice),
    }


def field_words(field: dict) -> str:
    """What a field is: its type, and the words beside it."""
    kind = field.get("format") or field.get("type") or ("one of several" if "$ref" in field or "allOf" in field else "")
    note = field.get("description", "").split("\n\n* `")[0].split("* `")[0].strip()
    return ": ".join(part for part in (kind, note) if part)


@require_safe
def docs(request: HttpRequest) -> HttpResponse:
    return render(request, "actions/api_docs.html", {"operations": operations()})
