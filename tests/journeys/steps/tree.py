"""What a screen reader makes of a page: role, name and state of everything, in the order of reading."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from playwright.sync_api import Page

Node = dict[str, Any]
SAID_BY_NAME = {
    "alert", "article", "button", "checkbox", "columnheader", "combobox", "group", "heading",
    "link", "navigation", "radio", "region", "searchbox", "status", "table", "textbox",
}  # fmt: skip
CALLED = {"DisclosureTriangle": "disclosure"}
ONE_PER_PAGE = ("banner", "main", "contentinfo")
DAYS = "maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag"
MONTHS = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
CHANGING = re.compile(rf"(?:(?:{DAYS}) )?\d+ (?:{MONTHS})(?: \d{{4}})?|\d\d[.:]\d\d")


def tree_of(page: Page) -> list[str]:
    """Return a line for each thing in the main part, and check that the parts around it are there."""
    session = page.context.new_cdp_session(page)
    nodes: list[Node] = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    by_id = {node["nodeId"]: node for node in nodes}
    in_order = list(_below(nodes[0], by_id))
    roles = [_role(node) for _depth, node in in_order]
    assert [roles.count(one) for one in ONE_PER_PAGE] == [1, 1, 1], page.url
    main = next(node for _depth, node in in_order if _role(node) == "main")
    lines = [_line(depth, node) for depth, node in _below(main, by_id)]
    is_heading = re.compile(r"heading (\d)")  # one within an alert or a group stands apart
    levels = [int(found[1]) for line in lines if (found := is_heading.match(line))]
    assert levels[:1] == [1], f"{page.url} begins with another heading than its title: {levels}"
    assert levels.count(1) == 1, page.url
    for before, after in pairwise(levels):
        assert after <= before + 1, f"{page.url} skips a level of headings: {levels}"
    return [line for line in lines if line]


def _below(node: Node, by_id: dict[str, Node], depth: int = 0) -> Iterator[tuple[int, Node]]:
    """Return everything below a node as it is read, each with how many groups it is in."""
    for child in node.get("childIds", ()):
        if child not in by_id:
            continue
        below = by_id[child]
        yield depth, below
        yield from _below(below, by_id, depth + bool(_line(depth, below)))


def _role(node: Node) -> str:
    role = "" if node.get("ignored") else str(node["role"]["value"])
    return CALLED.get(role, role)


def _line(depth: int, node: Node) -> str:
    role, name = _role(node), CHANGING.sub("…", str(node.get("name", {}).get("value", "")))
    if role not in {*SAID_BY_NAME, *CALLED.values()} or (role == "group" and not name):
        return ""
    parts = [role, *_level(node), f'"{" ".join(name.split())}"', *_states(node)]
    return "  " * depth + " ".join(parts)


def _level(node: Node) -> list[str]:
    return [str(value) for name, value in _properties(node) if name == "level"]


def _states(node: Node) -> Iterator[str]:
    for name, value in _properties(node):
        if name in {"required", "checked", "expanded", "focused"} and value in {True, "true"}:
            yield name
        elif name == "invalid" and value == "true":
            yield f"invalid ({node.get('description', {}).get('value', '')})"
        elif name == "disabled" and value:
            yield name


def _properties(node: Node) -> list[tuple[str, Any]]:
    return [(one["name"], one["value"].get("value")) for one in node.get("properties", ())]
