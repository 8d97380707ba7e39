"""A text that stands where a secret would stand → is it drawn at random, or what a person makes up, or only a placeholder?"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from .patterns import pattern

# What people write where a secret will be. A value made of these words alone (and of short numbers) is none.
WORDS = frozenset(
    """
    a abc abcd access account actual add admin airflow an and anthropic any api apikey app asdf auth aws azure bar basic baz bearer
    bot censored change changeme claude client code cohere comet config cred credential credentials ctxt custom db database databricks
    default demo dev docker dummy elastic endpoint enter env example fake field fill foo found from gcp generated get github
    gitlab given go goes google gpt groq guest hello here hf hidden hugging huggingface id in input insert invalid is it its
    jupyter kaggle key keys langchain letmein live local localhost login long mail main masked me minio minioadmin missing mock model mongo my
    mysecret mypassword mysql name neo4j new nil no none not null number of ok old on openai or own pass passwd passphrase password passwort
    paste pat personal pinecone placeholder please postgres postgresql private prod production project proj provide public put pwd qux qwerty
    rabbitmq random real redacted redis removed replace required root safe sample secret secrets secure see server service
    session set sk some something sql staging storage str string strong stub super supersecret system tbd team temp test tester testing that the this
    tmp to todo token undefined unknown unused use used user username valid value var variable very wandb we welcome with world wrong x xx
    xxx xyz y you your yours yourkey yourpassword yourtoken zzz true false yes redacted key1 dein deine hier eingeben ihr mein
    passe mot votre clave contrasena senha sua
    """.split()
)
# Keys and tokens out of documentation, and of emulators that everybody has.
KNOWN = (
    "SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c",
    "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1",
    "C2y6yDjf5/R+ob0N8A7Cgv30VRDJIWEH",
)
_LEET = str.maketrans("01345@$7!", "oleasasti")
_WEAK = frozenset("password passwort passwd secret changeme letmein qwerty welcome admin root test tiger".split())
_PIECE = r"[A-Za-z0-9]+"
_WORD = r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+"
_NUMBERED = r"[A-Za-z]{2,}\d{1,4}|\d{1,4}[A-Za-z]{2,}"
_SWITCH = r"[a-z][A-Z]|[a-zA-Z][0-9]|[0-9][a-zA-Z]"
_EMPTY = (
    r"([x*.•·_-])\1{3}|\.\.\.|…|<|\{|\$\(|%\(|%s|\[a-z|\(\?|\\[dws]"
    r"|example|redacted|placeholder|change[_-]?me|your[_-]|[_-]here\b|not[_-]?real"
)
_ELSEWHERE = (
    r"(?:https?|s3|gs|file|arn|runs|models|dbfs|abfss?|wasbs?|projects?|op|vault|env|ssm)(?:://|:/|:|/)|[./~#][/\w]|\$\w+$|%\w+%$|//|@\w"
)
_PUBLIC = (
    r"pk\.eyJ|pk_(?:live|test)_|pk-lf-|pub-c-|phc_|(?:sha1|sha256|sha512|md5|argon2|bcrypt|pbkdf2)\w*[:$]|\$(?:2[aby]|argon2\w*|[156])\$"
)
_FILE = r"\.(?:json|ya?ml|toml|txt|csv|pem|key|env|ini|cfg|py|ipynb|sh|crt|cer|p12|pfx|parquet|pkl|png|jpe?g|pdf|md)$"
_MAIL = r"[\w.+-]+@[\w-]+\.[\w.]+$"
_CALL = r"[A-Za-z_][\w.]*\(.*\)?$|[A-Za-z_][\w.]*\[.*\]?$"
_CHAIN = r"[A-Za-z_]\w{0,30}(?:\.[a-z_]\w{0,30})+$"
_CONSTANT = r"[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$"
_MARK = r"[!@#$%^&*?+~=]"
_MARKS = r"[!@#$^&*?~]"
_SPACED = r"[a-z]{4}(?: [a-z]{4}){3}$"


@lru_cache(4096)
def idle(value: str) -> bool:
    """Is it a placeholder, or an example out of somebody's documentation?"""
    if len(set(value)) < 4 or pattern(_EMPTY, re.IGNORECASE).search(value) or any(one in value for one in KNOWN):
        return True
    words = {word.lower() for word in pattern(_WORD).findall(value) if not (word.isdigit() and len(word) < 5)}
    if words <= WORDS and (len(value) < 8 or words != {"fake"}):  # tests write FAKE where a real one would be drawn
        return True
    plain = value.lower().rstrip("0123456789!?.*")
    return plain in WORDS or plain.translate(_LEET) in _WEAK or value.lower().translate(_LEET) in _WEAK or _counted(value) > 0.75


def pointer(value: str) -> bool:
    """Does it only say where something is: an address, a file, a variable, a call? Or may it be seen, as a public key or a hash?"""
    return bool(
        pattern(_PUBLIC).match(value)
        or (pattern(_ELSEWHERE).match(value) and not (value[0] == "/" and random(value, 30)))
        or pattern(_FILE, re.IGNORECASE).search(value)
        or pattern(_MAIL).match(value)
        or pattern(_CALL).match(value)
        or (pattern(_CHAIN).match(value) and not random(value))
    )


def _counted(value: str) -> float:
    """Which share of it only counts up or down (1234, abcd), or does so with every second character (a1b2c3)."""
    value = value.replace("-", "").replace("_", "")
    return max(_runs(value), min(_runs(value[::2]), _runs(value[1::2])))


def _runs(value: str) -> float:
    covered = run = step = 0
    for a, b in pairwise(value):
        now = ord(b) - ord(a)
        if now and abs(now) == 1 and (now == step or not run):
            run += 1
        else:
            covered += run + 1 if run >= 3 else 0
            run = 1 if abs(now) == 1 else 0
        step = now
    covered += run + 1 if run >= 3 else 0
    return covered / max(len(value), 1)


def _natural(piece: str) -> bool:
    """Could it be a word, a number, or a word with a number?"""
    if len(piece) <= 3 or piece.isdigit():
        return True
    if piece.isalpha() or pattern(_NUMBERED).fullmatch(piece):
        switches = len(pattern(_SWITCH).findall(piece))
        return switches <= max(1, len(piece) // 6) + (not piece.isalpha()) or len(piece) >= 4 * (switches + 1)
    return False


@lru_cache(4096)
def random(value: str, least: int = 16) -> bool:
    """Is it drawn by a machine? Names, versions, paths, dates and sentences are made of words and numbers; this is not."""
    if len(value) < least or any(character.isspace() for character in value):
        return False
    if value.lower().count("fake") >= 3:  # a made-up key, written where a real one would be
        return True
    if len(set(value)) < 8:
        return False
    if len(pattern(_MARKS).findall(value)) >= 3 and any(character.isdigit() for character in value):
        return True
    odd = sum(len(piece) for piece in pattern(_PIECE).findall(value) if not _natural(piece))
    return odd >= 10 and odd >= 0.4 * len(value)


def strong(value: str) -> bool:
    """Drawn at random, long, and without the marks of an address or of a list: enough where no name says what it is."""
    return random(value, 20) and not idle(value) and not any(mark in value for mark in ",;:@?&")


def leet(value: str) -> bool:
    """A password even where nothing quotes it: letters and digits through each other, as no plain word or name has them."""
    if not 8 <= len(value) <= 64 or not value.isprintable() or any(mark in value for mark in ",;()[]{}<>"):
        return False
    letters = sum(character.isalpha() for character in value)
    digits = sum(character.isdigit() for character in value)
    if letters < 2 or not (digits or pattern(_MARK).search(value[1:-1])):
        return False
    pieces = pattern(_PIECE).findall(value)
    mixed = any(not _natural(piece) for piece in pieces)
    return mixed or (digits > 0 and pattern(_MARK).search(value) is not None and not value[0].isdigit())


def spaced(value: str) -> bool:
    """The form in which mail services print passwords for programs: four groups of four letters."""
    return pattern(_SPACED).match(value) is not None


def password(value: str) -> bool:
    """Can a quoted value under the name of a password be one? Words alone are more often a label."""
    if not 6 <= len(value) <= 64 or pattern(_CONSTANT).match(value):
        return False
    if any(character.isspace() for character in value):
        return spaced(value)
    if sum(character.isalpha() for character in value) < 2:
        return False
    marked = any(character.isdigit() for character in value) or pattern(_MARK).search(value) is not None
    return marked or any(not _natural(piece) for piece in pattern(_PIECE).findall(value))
