"""Which letters make a Vietnamese syllable: onset, rime and tone, and where the tone stands.

A syllable is well formed or not by a few finite facts of the language, so this needs no
dictionary; it cannot say whether a well-formed syllable is a word. Old and new tone
placement (hoá, hóa) are both well formed.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

TONES = "\u0300\u0301\u0303\u0309\u0323"
_STOPPED_TONES = ("\u0301", "\u0323")

_ONSETS = frozenset((
    "ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr",
    "b", "c", "d", "đ", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "x",
))  # fmt: skip

_TABLE = """
    a ai ao au ay âu ây  am ăm âm an ăn ân ang ăng âng anh  ac ăc âc ach ap ăp âp at ăt ât
    e eo em en eng ec ep et  ê êu êm ên ênh êch êp êt
    i ia iu im in inh ich ip it  iêu iêm iên iêng iêc iêp iêt
    o oi om on ong oong oc ooc op ot  ô ôi ôm ôn ông ôc ôp ôt  ơ ơi ơm ơn ơp ơt
    oa oai oao oay oam oan oang oanh oac oach oap oat  oăm oăn oăng oăc oăt  oe oeo oen oet
    u ua ui um un ung uc up ut  uôi uôm uôn uông uôc uôt
    uân uâng uât uây  uê uênh uêch  uơ  uy uya uyu uyn uynh uych uyp uyt  uyên uyêt
    ư ưa ưi ưu ưm ưn ưng ưc ưt  ươi ươu ươm ươn ương ươc ươp ươt
    y yt ynh ych  yêu yêm yên yêng yêt
"""
_RIMES = frozenset(_TABLE.split())
_ROUNDED = ("oa", "oă", "oe", "uâ", "uê", "uơ", "uy")
_Y_AFTER = ("", "h", "k", "l", "m", "qu", "s", "t", "th", "v")
_NOT_BEFORE_ROUNDED = ("b", "gi", "m", "p", "ph", "qu", "r", "v")
_TONED = {
    unicodedata.normalize("NFC", vowel + tone): (tone, vowel)
    for vowel in "aăâeêioôơuưy"
    for tone in TONES
}
_FRONT = ("e", "ê", "i", "y")
_BOTH_PLACEMENTS = ("oa", "oe", "uy")

# Words of other languages that are spelled as syllables though the rules above forbid them.
_BORROWED = frozenset(("buýt", "phuy", "voan", "pin", "pa", "pô", "pê", "pi", "pao", "pác", "ruy"))


@lru_cache(maxsize=1 << 16)
def is_syllable(word: str) -> bool:
    """Whether a word, in NFC, is well formed; capitals do not count."""
    if not word.isalpha():
        return False
    word = word.lower()
    tone, bare, place = _parts(word)
    if bare is None:
        return False
    if word in _BORROWED:
        return True
    for onset, rime in _readings(bare):
        if not _fits(onset, rime):
            continue
        if not tone:
            return not rime.endswith(("c", "ch", "p", "t"))
        if rime.endswith(("c", "ch", "p", "t")) and tone not in _STOPPED_TONES:
            return False
        return place - (len(bare) - len(rime)) in _tone_places(rime)
    return False


@lru_cache(maxsize=20_000)
def onset_and_rime(word: str) -> tuple[str, str]:
    """A word split after its first consonants; the rime keeps its tone."""
    size = next((size for size in (3, 2, 1) if word[:size] in _ONSETS), 0)
    return word[:size], word[size:]


def with_tone_moved(word: str) -> str | None:
    """The word with its one tone on the vowel that may bear it, if that makes a syllable."""
    tone, bare, _ = _parts(word.lower())
    if not tone or bare is None:
        return None
    for position in range(len(bare)):
        moved = bare[: position + 1] + tone + bare[position + 1 :]
        moved = unicodedata.normalize("NFC", moved)
        if moved != word.lower() and is_syllable(moved):
            return moved
    return None


def _parts(word: str) -> tuple[str, str | None, int]:
    """The tone, the word without it, and the index of the letter that bore it."""
    for place, letter in enumerate(word):
        if letter in _TONED:
            tone, bare = _TONED[letter]
            rest = word[place + 1 :]
            if _TONED.keys().isdisjoint(rest):
                return tone, word[:place] + bare + rest, place
            return "", None, -1
    return "", word, -1


def _readings(bare: str) -> list[tuple[str, str]]:
    """The ways to read a word as onset and rime; `gi` swallows the i of its rime (gì, giếng)."""
    onset, rime = onset_and_rime(bare)
    if onset == "gi":
        return [("gi", rime), ("gi-", "i" + rime)]
    return [(onset, rime)]


def _fits(onset: str, rime: str) -> bool:
    if rime not in _RIMES:
        return False
    front = rime.startswith(_FRONT)
    if onset == "gi-":
        return rime.startswith("i")
    if onset in ("c", "g", "ng") and front:
        return False
    if onset in ("k", "gh", "ngh") and not front:
        return False
    if rime.startswith("y"):
        return onset in ("", "qu") if rime != "y" else onset in _Y_AFTER
    if onset == "" and rime.startswith("iê"):
        return False
    if onset == "qu":
        return not rime.startswith(("o", "u", "ư"))
    return not (onset in _NOT_BEFORE_ROUNDED and rime.startswith(_ROUNDED))


def _tone_places(rime: str) -> tuple[int, ...]:
    """The letters of a rime that may bear its tone, counted from 0."""
    if rime in _BOTH_PLACEMENTS:
        return (0, 1)
    for letters in (("ơ", "ê", "â", "ô", "ă"), ("ư",)):
        for letter in letters:
            if letter in rime:
                return (rime.index(letter),)
    vowels = len(rime) - len(rime.lstrip("aeiouy"))
    closed = vowels < len(rime)
    return (1,) if vowels == 3 or (vowels == 2 and closed) else (0,)


# --------------------------------------------------------------------------- typing left over

_TELEX_TONES = dict(zip("fsxrj", TONES, strict=True))
_TELEX_MARKS = {"a": "a", "e": "e", "o": "o", "w": "uoa", "d": "d"}
_VNI_TONES = dict(zip("21435", TONES, strict=True))
_VNI_MARKS = {"6": "aeo", "7": "uo", "8": "a", "9": "d"}
_MARKED = {
    **{key + key: letter for key, letter in zip("aeod", "âêôđ", strict=True)},
    **{vowel + "w": letter for vowel, letter in zip("uoa", "ươă", strict=True)},
    **{vowel + "6": letter for vowel, letter in zip("aeo", "âêô", strict=True)},
    "u7": "ư", "o7": "ơ", "a8": "ă", "d9": "đ",
}  # fmt: skip


def from_typing(word: str) -> str | None:
    """The syllable that keys of Telex or VNI were meant to make: `dduowcj` → `được`.

    `None` where the word is a syllable as it stands or the keys make none.
    """
    keys = word.lower()
    if len(keys) < 3 or is_syllable(keys):
        return None
    for marks, tones in ((_TELEX_MARKS, _TELEX_TONES), (_VNI_MARKS, _VNI_TONES)):
        letters, tone = _typed(keys, marks, tones)
        if letters == keys:
            continue
        for position in range(len(letters), 0, -1):
            made = unicodedata.normalize("NFC", letters[:position] + tone + letters[position:])
            if is_syllable(made):
                return made
    return None


def _typed(keys: str, marks: dict[str, str], tones: dict[str, str]) -> tuple[str, str]:
    """What a keyboard program makes of the keys: the letters, and the last tone asked for."""
    letters, tone = "", ""
    for key in keys:
        changed = next((each for each in reversed(letters) if each in marks.get(key, "")), "")
        if key in tones and letters.strip("bcdđghklmnpqrstvx"):
            tone = tones[key]
        elif changed:
            mark = _MARKED[changed + key]
            before, _, after = letters.rpartition(changed)
            if mark == "ơ" and before.endswith("u"):
                before = before[:-1] + "ư"
            letters = before + mark + after
        else:
            letters += key
    return letters, tone
