"""Plain text → the secrets in it that are known by their own form: keys of services, key blocks, addresses, signed tokens."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .hit import Hit
from .patterns import pattern
from .providers import beginnings, key_end, provider
from .values import idle, password, pointer, random

_PEM = (
    r"-----begin (?:[a-z0-9]{1,12} ){0,3}private key(?: block)?-----(?:\s|\\[nr]|[\"'+,\\]){0,40}"
    r"(?:(?:proc-type|dek-info|version|comment|hash)[^\n]{0,120}\n\s{0,8}){0,4}"
    r"([a-z0-9+/=]{16,}(?:(?:\s|\\[nr]|[\"'\\,+]){1,40}[a-z0-9+/=]{16,}){0,400})"
)
_ADDRESS = r"://([^\s/:@\"'<>?#,|\\]{0,100}):([^\s/@\"'<>?#|\\]{3,200})@([\w.\[\]{}$-]{0,100})"
_LONELY = r"://([\w-]{20,200})(?::(?:x-oauth-basic)?)?@[\w{]"
# Forms begin with what they always hold, so that the search is quick; a look back says what stands before it, and how far it reaches.
_FORMS = (
    ("eyJ", 0, r"eyJ(?<![\w-]eyJ)[\w-]{10,2000}\.eyJ[\w-]{8,4000}\.[\w-]{10,2000}", "JSON web token"),
    (":AA", 8, r":AA(?<=\d{8}:AA)[\w-]{31,36}(?![\w-])", "Telegram bot token"),
    ("==", 86, r"==(?<=[A-Za-z0-9+/]{86}==)", "Azure storage key"),
    ("Q~", 4, r"Q~(?<=[\w~.-]{3}\dQ~)[\w~.-]{31,34}(?![\w~-])", "Azure client secret"),
    (":APA91b", 11, r":APA91b(?<=AAAA[\w-]{7}:APA91b)[\w-]{100,200}", "Firebase server key"),
    (".atlasv1.", 14, r"\.atlasv1\.(?<=[A-Za-z0-9]{14}\.atlasv1\.)[\w-]{50,100}", "Terraform token"),
    ("AstraCS:", 0, r"AstraCS:[A-Za-z0-9]{20,30}:[0-9a-f]{60,70}", "Astra token"),
    ("-us", 32, r"-us(?<=[0-9a-f]{32}-us)\d{1,2}(?!\d)", "Mailchimp key"),
    ("pat", 0, r"pat(?<!\wpat)[A-Za-z0-9]{14}\.[0-9a-f]{64}(?!\w)", "Airtable token"),
    ("sig=", -4, r"sig=(?<!\wsig=)[A-Za-z0-9%+/_-]{36,100}=?", "shared access signature"),
    ("appid=", -6, r"appid=[0-9a-f]{32}(?![0-9a-f])", "API key"),
    ("hooks.slack.com/", 0, r"hooks\.slack\.com/(?:services|workflows|triggers)/[\w/-]{18,200}", "webhook address"),
    ("/api/webhooks/", 0, r"/api/webhooks/\d+/[\w-]{18,200}", "webhook address"),
    ("hooks.zapier.com/", 0, r"hooks\.zapier\.com/hooks/catch/[\w/-]{10,200}", "webhook address"),
    ("office.com/webhook", 0, r"office\.com/webhook[\w/@-]{36,300}", "webhook address"),
    ("maker.ifttt.com/", 0, r"maker\.ifttt\.com/trigger/\w{1,60}/with/key/[\w-]{18,60}", "webhook address"),
    ("/open-apis/bot/", 0, r"/open-apis/bot/v2/hook/[\w-]{30,60}", "webhook address"),
    ("/robot/send?", 0, r"/robot/send\?access_token=\w{40,100}", "webhook address"),
    ("/webhook/send?", 0, r"/webhook/send\?key=[\w-]{30,60}", "webhook address"),
)
_OPEN = frozenset({"shared access signature", "webhook address"})  # their marks also stand in examples
_MARKS = {number: " " for number in range(128) if not chr(number).isalnum() and chr(number) not in "_.-"}
_RUN = r"[\w.-]+"
_DISCORD = r"[MNO][\w-]{22,27}\.[\w-]{6}\.[\w-]{27,40}(?![\w.-])"
_PLAIN_HOSTS = frozenset(
    "localhost 127.0.0.1 0.0.0.0 host hostname server db database postgres mysql mongo redis host.docker.internal".split()
)
# Where an address was made for one download and has run out since: wget and curl print where they were sent on to.
_PASSING = r"(?:X-Amz-Credential=|githubusercontent\.com/[^\s\"'<>]{0,1500})$"


def forms(text: str, low: str) -> Iterator[Hit]:
    """What is a secret by its form, wherever it stands."""
    for hit in _standing(text, long_words(text)):
        if not _passing(text, hit.start):
            yield hit
    if "private key" in low:
        yield from _key_blocks(text, low)


def suspects(text: str) -> set[str]:
    """The same for a long text without key blocks: only what they are, not where. It costs a fraction."""
    words = long_words(text).replace("\\/", "/")
    if "\\" in words or "%22" in words:  # an escape that is written out is no part of the key after it
        words = words.replace("\\n", "\n").replace("\\t", "\t").replace("%22", "\n")
    return {words[hit.start : hit.end] for hit in _standing(words, words)}


def long_words(text: str) -> str:
    """The words of a text that are long enough to be or to hold a key, each once."""
    return "\n".join({word for word in text.split() if len(word) > 18})


def _keys(words: str) -> dict[str, str]:
    """The runs among these words that begin as a service lets its keys begin, and whose they are."""
    known = beginnings()
    keys: dict[str, str] = {}
    for run in words.translate(_MARKS).split() if words.isascii() else pattern(_RUN, re.ASCII).findall(words):
        if len(run) < 19:
            continue
        if run[0] in "-_.":
            run = run.lstrip("-_.")
        if run[:2] in known and (kind := provider(run)):
            keys[run] = kind
        elif run[:1] in ("M", "N", "O") and pattern(_DISCORD, re.ASCII).match(run) and random(run, 40):
            keys[run] = "Discord bot token"
    return keys


def _standing(text: str, words: str) -> Iterator[Hit]:
    keys = _keys(words)
    for run in pattern(_RUN, re.ASCII).finditer(text) if keys else ():
        key = run.group().lstrip("-_.")
        if key in keys:
            start = run.end() - len(key)
            yield Hit(start, key_end(text, start, run.end()), keys[key])
    for needle, back, form, kind in _FORMS:
        if needle in words:
            for found in pattern(form, re.ASCII).finditer(text):
                start = found.start() - back
                while kind == "Telegram bot token" and start and text[start - 1].isdigit():
                    start -= 1
                if back > 8 and start and (text[start - 1].isalnum() or text[start - 1] in "+/"):
                    continue  # the end of something longer
                value = text[start : found.end()]
                if not idle(value) and (kind not in _OPEN or random(value)):
                    yield Hit(start, found.end(), kind)
    if "://" in words:
        yield from _addresses(text)


def _key_blocks(text: str, low: str) -> Iterator[Hit]:
    """Private keys between their BEGIN and END; a header with nothing below it is only spoken of."""
    for found in pattern(_PEM).finditer(low):
        if len(set(found.group(1))) > 4 and not idle(found.group(1)[:48]):
            yield Hit(found.start(), found.end(), "private key")


def _addresses(text: str) -> Iterator[Hit]:
    for found in pattern(_ADDRESS).finditer(text):
        user, word, host = found.groups()
        if idle(word) or pointer(word) or any(mark in word for mark in "${}(") or word.startswith("%"):
            continue
        outside = "." in host and host.lower() not in _PLAIN_HOSTS
        made_up = word.lower() == user.lower() or (word.isdigit() and len(word) < 6)
        if not made_up and (password(word) or (outside and len(word) >= 6)):
            yield Hit(found.start(2), found.end(2), "password in an address")
    for found in pattern(_LONELY, re.ASCII).finditer(text):
        if random(found.group(1), 20) and not idle(found.group(1)):
            yield Hit(found.start(1), found.end(1), "token in an address")


def _passing(text: str, at: int) -> bool:
    return pattern(_PASSING).search(text, max(0, at - 1600), at) is not None
