"""The name that a value is given → what kind of secret it would be, if any."""

from __future__ import annotations

import re
from functools import lru_cache

from .patterns import pattern

# What a name must hold, in small letters, for a look at it. Short, because every text is searched for each of them.
STEMS = tuple(
    """
    pass pwd secret token key auth cred kennwort geheim wachtwoord senha contrase clave mdp parola
    lösen пароль секрет токен ключ 密码 密碼 密钥 口令 パスワード 비밀번호 şifre hasł
    """.split()
)
_WORD = r"[A-Z]+(?![a-z])|[A-Z]?[^\W\d_A-Z]+|\d+"
_TYPED_INTO = r"(?:_?(?:box|field|input|element|elem))?\.(?:send_?keys|fill|type)$"
_PASSWORD = (
    r"(?:passwor[dt]|passord|passwd|passphrase|passcode|kennwort|pwd|pswd|wachtwoord|salasana|senha|contrase[nñ]a|contrasenya|mdp|motdepasse|has[lł]o|heslo"
    r"|parola|[sş]ifre|lösenord|losenord|пароль|密码|密碼|口令|パスワード|비밀번호)$"
)
_SHORT = frozenset({"pass", "pw", "psw", "passe"})
_OWNERS = frozenset(
    "db user smtp ftp sftp ssh mysql pg postgres sql redis mongo mail email imap admin root login http proxy wifi account acc svc service my "
    "database server host app api auth rabbitmq mq broker jira snowflake teradata oracle hive kerberos keystore truststore de mot".split()
)
_NOISE = frozenset(
    "prod production dev development staging live test val value str string text plain plaintext raw v new old current default main primary "
    "secondary backup b b64 base base64 encoded env me here real temp tmp".split()
)
# Tokens of texts, and other words that make a token or a key something else.
_TEXT = frozenset(
    "pad eos bos unk sep cls mask special start end next prev previous oov blank image prompt word text sos stop per max min num n first last sentence "
    "subword chat tool eot eod space sub class input output target vocab begin eop im mean total each control trigger placeholder added extra".split()
)
_OTHER = frozenset(
    "primary foreign sort partition cache index public object dict group join row col column hash natural surrogate idempotency image file dedup "
    "lookup shard routing message event i18n map pub pk fk sorting unique composite candidate id merge on s prefix s3 bucket blob sample data dataset "
    "feature label host known hosts any hot up down enter arrow press pressed registry metric answer legend plot color colour json yaml attr config".split()
)
_KEYS = frozenset(
    """
    api access secret private account auth encryption encrypt crypto aes fernet signing sign signature master license licence shared subscription
    admin consumer app application deploy service kaggle wandb openai hf azure aws google gcp maps weather owm stripe twilio sendgrid mailgun
    github gitlab comet neptune mlflow groq mistral together replicate langsmith langchain weaviate qdrant pinecone serpapi serper tavily
    datadog dd newrelic sentry algolia airtable notion linear figma spotify twitter reddit news newsapi vantage alphavantage quandl fred polygon
    finnhub iex tiingo nasa census tmdb omdb yelp mapbox deepl elevenlabs assemblyai deepgram rapidapi rapid ibm watson nlu speech vision face
    translator translate cognitive cosmos cosmosdb eventhub iot servicebus snowflake databricks firebase supabase anthropic cohere gemini claude
    perplexity voyage jina storage bot chatbot ssh rsa hmac jwt flask django session cookie zotero scopus elsevier edamam here tomtom bing
    youtube yt steam riot binance coinbase exchange trading client user server developer dev write read ingest ingestion heroku docker okta
    grafana vault terraform digitalocean do shopify square slack discord telegram clé cle fs
    """.split()
)
_FUSED = r"(?:api|access|secret|private|account|auth|subscription|encryption|master|license|consumer|client|shared|storage|signing|admin|app|rapid|deploy)key$"
_KEY_WORDS = frozenset("key keys schlüssel schluessel clave chave ключ 密钥 密鑰".split())
_SECRETS = ("secret", "secrets", "geheimnis", "geheim", "секрет")
_STORED = frozenset("hash hashed hashes digest md5 sha sha1 sha256 bcrypt checksum encrypted".split())


@lru_cache(4096)
def meaning(name: str) -> str:
    """`password`, `token`, `secret`, `API key`, `credential`, `key` where that alone says little, or nothing.

    The last word decides, as in `db_password`; a name like `password_field` or `token_url` means something else.
    """
    words = [word.lower() for word in pattern(_WORD).findall(pattern(_TYPED_INTO, re.IGNORECASE).sub("", name))]
    while len(words) > 1 and (words[-1].isdigit() or words[-1] in _NOISE):
        words.pop()
    if not words or _STORED.intersection(words) or words[:2] in (["x", "amz"], ["x", "goog"]):  # parts of an address signed for an hour
        return ""
    last, before = words[-1], words[:-1]
    if pattern(_PASSWORD).search(last):
        return "password"
    if last in _SHORT:
        return "password" if not before or before[-1] in _OWNERS else ""
    if last == "word" and before[-1:] == ["pass"]:
        return "password"
    if last.endswith(("token", "токен")) or (last == "pat" and before):
        return "" if _TEXT.intersection(before) or "public" in before else "token"
    if last.endswith(_SECRETS):
        return "secret"
    if last in ("auth", "authorization", "bearer", "authtoken"):
        return "credential"
    if last in ("cred", "creds", "credential", "credentials"):
        return "credential"
    if last == "id" and before[-2:] == ["private", "key"]:
        return "API key"
    return _key(name, last, before)


def _key(name: str, last: str, before: list[str]) -> str:
    if pattern(_FUSED).search(last) or ".account.key." in name.lower():
        return "API key"
    if last not in _KEY_WORDS:
        return ""
    if not before:
        return "key"
    if _KEYS.intersection(before) and before[-1] not in ("public", "primary", "foreign"):
        return "API key"
    return "API key" if name.isupper() and not _OTHER.intersection(before) else ""
