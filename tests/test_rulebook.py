import importlib
import pkgutil

import docgen
from docgen.finding import Rule
from docgen.rulebook import every_rule


def test_every_rule_that_some_module_declares_is_listed_once():
    declared = set()
    for each in pkgutil.walk_packages(docgen.__path__, "docgen."):
        if not each.name.endswith("__main__"):
            for value in vars(importlib.import_module(each.name)).values():
                rule = value if isinstance(value, Rule) else getattr(value, "rule", None)
                declared |= {rule.code} if isinstance(rule, Rule) else set()
    listed = [rule.code for rule in every_rule()]
    assert len(listed) == len(set(listed))
    assert declared <= set(listed)
