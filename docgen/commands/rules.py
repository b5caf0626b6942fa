"""`docgen rules [MÃ]`: lists all rules, or explains one."""

from __future__ import annotations

from argparse import Namespace

from docgen.commands.say import CLEAN, USAGE, Say


def run(options: Namespace, say: Say) -> int:
    """`docgen rules [MÃ]`."""
    from docgen.rulebook import every_rule

    known = {rule.code: rule for rule in every_rule()}
    if options.code is None:
        for rule in known.values():
            law = f"  [{rule.clause}]" if rule.clause else ""
            say.out(f"{rule.code}  {rule.severity.label:<8}  {rule.title}{law}")
        return CLEAN
    wanted = known.get(options.code.upper())
    if wanted is None:
        say.problem(f"không có quy tắc {options.code}; xem danh sách: docgen rules")
        return USAGE
    say.out(f"{wanted.code} ({wanted.severity.label}): {wanted.title}\n{wanted.reason}")
    if wanted.clause:
        say.out(f"Căn cứ: Nghị định 30/2020/NĐ-CP, {wanted.clause}")
    return CLEAN
