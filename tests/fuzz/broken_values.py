"""Ways in which what a content file says is broken while its YAML stays sound."""

import datetime as dt
import unicodedata
from collections.abc import Callable, Iterator
from copy import deepcopy
from random import Random
from typing import Any

import yaml

Place = tuple[Any, Any]  # what holds a value, and its key or number there

VALUES = (
    *(None, True, False, 0, -1, 1, 2030, 10**30, 1.5, -0.0, 1e300, float("inf"), float("nan")),
    *("", " ", "x", "0", "-1", "1,5", "1.5", "1.000.000", "١٢", "²", "½", "1e5", "0x1F", "12%"),
    *(dt.date(1, 1, 1), dt.datetime(2030, 2, 3, tzinfo=dt.UTC), "2030-02-30", "31/12/2030"),
    *([], {}, [[]], [None], [{}], {"": ""}, {None: None}, {1: 2}, {"a": {"b": {"c": []}}}, b"\xff"),
    *("{{ year }}", "{{ row('1').score }}", "{{ không }}", "{{", "}}", "{% x %}", "{{ a.b.c }}"),
    *("{{ year }} {{ year }}", "{{ [] }}", "{{ year | x }}", "[1]", "[^1]", "[^a]: x", "*đậm*"),
    *("Sở", "sở nội vụ", "SỞ NỘI VỤ", "UBND", "Chủ tịch", ".", "…", "-", "–", "«»", "a\nb", "a\tb"),
    *(
        "ba\u0300n",
        "\u200b",
        "\u00ad",
        "\u00a0",
        "a" * 400,
        "chữ " * 3000,
        "😀",
        "I",
        "IV.",
        "Điều 1",
    ),
    *("tháng 13/2030", "ngày 31/02/2030", "quý V", "năm 99999", "0", "00", "1/0", "A.1.2.3.4.5"),
)


def places(node: Any) -> Iterator[Place]:
    """Every value of a tree, by what holds it."""
    pairs = node.items() if isinstance(node, dict) else enumerate(node)
    for key, value in list(pairs):
        yield node, key
        if isinstance(value, dict | list):
            yield from places(value)


def _value(random: Random, found: list[Place]) -> None:
    holder, key = random.choice(found)
    holder[key] = deepcopy(random.choice(VALUES))


def _values_of_a_key(random: Random, found: list[Place]) -> None:
    """Every value of one key becomes the same."""
    keys = sorted({str(key) for holder, key in found if isinstance(holder, dict)})
    chosen, value = random.choice(keys or [""]), random.choice(VALUES)
    for holder, key in found:
        if isinstance(holder, dict) and str(key) == chosen:
            holder[key] = deepcopy(value)


def _dropped(random: Random, found: list[Place]) -> None:
    holder, key = random.choice(found)
    del holder[key]


def _key_gone(random: Random, found: list[Place]) -> None:
    """Every entry of one key is gone."""
    keys = sorted({str(key) for holder, key in found if isinstance(holder, dict)})
    chosen = random.choice(keys or [""])
    for holder, key in found:
        if isinstance(holder, dict) and str(key) == chosen:
            del holder[key]


def _exchanged(random: Random, found: list[Place]) -> None:
    (holder, key), (other, name) = random.choice(found), random.choice(found)
    first, second = deepcopy(holder[key]), deepcopy(other[name])
    holder[key], other[name] = second, first


def _copied(random: Random, found: list[Place]) -> None:
    """A value stands a second time: elsewhere, or many times in its list."""
    holder, key = random.choice(found)
    value = deepcopy(holder[key])
    if isinstance(holder, list):
        holder[key:key] = [deepcopy(value) for _ in range(random.choice((1, 1, 3, 200)))]
    else:
        target, name = random.choice(found)
        target[name] = value


def _wrapped(random: Random, found: list[Place]) -> None:
    """A value in a list or under a key, or out of what it was in."""
    holder, key = random.choice(found)
    value = holder[key]
    inner = list(value.values()) if isinstance(value, dict) else value
    if isinstance(inner, list) and inner and random.random() < 0.5:
        holder[key] = random.choice(inner)
    else:
        names = sorted({str(name) for each, name in found if isinstance(each, dict)} | {"x"})
        holder[key] = random.choice(([value], {random.choice(names): value}, [[value]]))


def _renamed(random: Random, found: list[Place]) -> None:
    """A key is called otherwise, or as another is."""
    maps = [(holder, key) for holder, key in found if isinstance(holder, dict)]
    if not maps:
        return
    holder, key = random.choice(maps)
    names = [str(name) for _, name in maps]
    new = random.choice(
        (
            *names,
            str(key).upper(),
            f"{key} ",
            f"{key}s",
            "",
            None,
            1,
            True,
            f"{{{{ {key} }}}}",
            "chữ lạ",
        )
    )
    holder[new] = holder.pop(key)


def _reordered(random: Random, found: list[Place]) -> None:
    lists = [each for each, _ in found if isinstance(each, list)]
    if lists:
        random.choice((random.shuffle, list.reverse))(random.choice(lists))


def _letters(random: Random, found: list[Place]) -> None:
    """Texts with other letters, signs or spaces than they had."""
    texts = [(holder, key) for holder, key in found if isinstance(holder[key], str)]
    for holder, key in random.sample(texts, min(len(texts), random.choice((1, 1, 10, 200)))):
        holder[key] = random.choice(CHANGES)(holder[key])


CHANGES: tuple[Callable[[str], str], ...] = (
    *(str.upper, str.lower, str.swapcase, str.title, lambda text: text[::-1]),
    *(lambda text: unicodedata.normalize("NFD", text), lambda text: text + text),
    *(lambda text: text.replace(" ", "\u00a0"), lambda text: text.replace(" ", "  ")),
    *(lambda text: text.replace(" ", ""), lambda text: f" {text} ", lambda text: text[:3]),
    *(lambda text: text.replace("a", "а"), lambda text: text.replace(",", ".")),
    *(lambda text: f"{{{{ {text} }}}}", lambda text: f"{text} {{{{ year }}}}"),
    *(
        lambda text: text.replace("-", "–"),
        lambda text: text.translate(str.maketrans("123", "٣²③")),
    ),
    *(lambda text: f"“{text}", lambda text: text.replace(" ", "\n"), lambda text: text + "."),
)

WAYS = (
    *(_value, _value, _value, _values_of_a_key, _values_of_a_key, _dropped, _dropped, _key_gone),
    *(_key_gone, _exchanged, _exchanged, _copied, _copied, _wrapped, _wrapped, _renamed, _renamed),
    *(_reordered, _letters, _letters),
)


def broken(data: bytes, random: Random) -> tuple[bytes, str]:
    """The file broken in one way to three, written anew, and the names of these ways."""
    tree, names = yaml.safe_load(data), []
    for _ in range(random.choice((1, 1, 1, 2, 3))):
        if isinstance(tree, dict | list) and (found := list(places(tree))):
            way = random.choice(WAYS)
            way(random, found)
            names.append(way.__name__.lstrip("_"))
    text = yaml.dump(
        tree, allow_unicode=True, sort_keys=False, width=10**6,
        default_flow_style=random.choice((False, False, False, None, True)),
    )  # fmt: skip
    return text.encode(), " + ".join(names)
