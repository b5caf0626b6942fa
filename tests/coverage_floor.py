"""`make coverage`, its end: what the quick tests ran of docgen is held to the floor of pyproject.

A figure below the floor fails, and so does one that is two points above it: the floor is then
to be raised in the same change, so that it rises with the tests and never falls.
"""

import io
import sys

from coverage import Coverage


def verdict(percent: float, floor: float) -> str:
    """What is to be done about a figure, or nothing."""
    if percent < floor:
        return f"below the floor of {floor:g}: write the tests that are missing"
    if percent >= floor + 2:
        return f"above the floor of {floor:g}: raise fail_under in pyproject.toml to {int(percent)}"
    return ""


def main() -> int:
    """Tells the figure of the last run; 1 where something is to be done."""
    data = Coverage()
    data.load()
    percent = data.report(file=io.StringIO())
    told = verdict(percent, float(data.get_option("report:fail_under")))
    print(f"docgen is run by the quick tests to {percent:.2f} % of lines and branches. {told}")
    return bool(told)


if __name__ == "__main__":
    sys.exit(main())
