"""A run of characters → the service whose key or token it is, told by the form that the service gives its own."""

from __future__ import annotations

import re
from functools import cache

from .values import idle, random

# How the run begins, what follows (w letters and digits, u also _ and -, d also dots, h hex, c capitals and digits; then the least
# length of it), and whose it is. What a service means to be public, like Stripe's pk_ or Mapbox' pk., is not here.
_TABLE = """
AKIA c16 AWS access key
ABIA c16 AWS access key
ASIA c16 AWS access key
ABSK w100 AWS Bedrock key
ghp_ w30 GitHub token
gho_ w30 GitHub token
ghu_ w30 GitHub token
ghs_ w30 GitHub token
ghr_ w30 GitHub token
github_pat_ u50 GitHub token
glpat- u20 GitLab token
gldt- u20 GitLab token
glrt- u20 GitLab token
glptt- u30 GitLab token
glcbt- u20 GitLab token
glsoat- u20 GitLab token
gloas- u40 GitLab token
glft- u20 GitLab token
glimt- u20 GitLab token
ATBB w28 Bitbucket token
ATCTT3 d60 Bitbucket token
ATATT3 d60 Atlassian token
hf_ w30 Hugging Face token
api_org_ w30 Hugging Face token
sk-ant- u40 Anthropic key
sk-proj- u40 OpenAI key
sk-svcacct- u40 OpenAI key
sk-admin- u40 OpenAI key
sk-or-v1- h60 OpenRouter key
sk- u20 OpenAI key
sk_ h40 ElevenLabs key
sess- w36 OpenAI session key
gsk_ w45 Groq key
r8_ w35 Replicate token
xai- w60 xAI key
pplx- w40 Perplexity key
nvapi- u50 NVIDIA key
fw_ w20 Fireworks key
csk- w40 Cerebras key
tgp_v1_ u40 Together key
jina_ u50 Jina key
tvly- u24 Tavily key
fc- h32 Firecrawl key
pcsk_ u50 Pinecone key
pa- u43 Voyage key
lsv2_ u40 LangSmith key
ls__ h32 LangSmith key
sk-lf- u30 Langfuse key
eyJhcGlfYWRkcmVzcyI6 b40 Neptune token
dapi h32 Databricks token
dkea h32 Databricks token
dose h32 Databricks token
pnu_ w30 Prefect key
pnb_ w30 Prefect key
KGAT_ w20 Kaggle token
xoxb- u24 Slack token
xoxp- u24 Slack token
xoxa- u24 Slack token
xoxr- u24 Slack token
xoxs- u24 Slack token
xoxc- u24 Slack token
xoxd- u24 Slack token
xoxe- u24 Slack token
xoxe. d24 Slack token
xapp- u24 Slack token
AIza u35 Google API key
GOCSPX- u24 Google client secret
ya29. d40 Google access token
sk_live_ w16 Stripe key
sk_test_ w16 Stripe key
rk_live_ w16 Stripe key
rk_test_ w16 Stripe key
whsec_ b24 Stripe webhook secret
SG. d60 SendGrid key
xkeysib- u64 Brevo key
key- h32 Mailgun key
SK h32 Twilio key
sq0atp- u20 Square token
sq0csp- u40 Square secret
EAAA u60 Square token
shpat_ h32 Shopify token
shpca_ h32 Shopify token
shppa_ h32 Shopify token
shpss_ h32 Shopify secret
shptka_ h32 Shopify token
dop_v1_ h60 DigitalOcean token
doo_v1_ h60 DigitalOcean token
dor_v1_ h60 DigitalOcean token
HRKU- u30 Heroku key
secret_ w40 Notion token
ntn_ w40 Notion token
lin_api_ w30 Linear key
lin_oauth_ w40 Linear token
figd_ u36 Figma token
figu_ u36 Figma token
dckr_pat_ u24 Docker token
dckr_oat_ u24 Docker token
hvs. u24 Vault token
hvb. u60 Vault token
hvr. u24 Vault token
glsa_ u36 Grafana token
glc_ b40 Grafana token
eyJrIjoi b40 Grafana key
NRAK- w27 New Relic key
NRAL- w27 New Relic key
NRII- u27 New Relic key
NRBR- w19 New Relic key
sntrys_ b40 Sentry token
sntryu_ h60 Sentry token
phx_ w32 PostHog key
ddapi_ w30 Datadog key
ddpat_ w30 Datadog key
pul- h40 Pulumi token
tfp_ u40 Typeform token
dp.pt. w40 Doppler token
dp.st. d40 Doppler token
dt0c01. d80 Dynatrace token
apify_api_ w30 Apify token
npm_ w30 npm token
pypi- u50 PyPI token
rubygems_ h48 RubyGems key
PMAK- u50 Postman key
rdme_ w60 ReadMe key
sbp_ h40 Supabase token
sb_secret_ u30 Supabase key
fo1_ u40 Fly token
rnd_ w28 Render key
CFPAT- u43 Contentful token
pat-na1- u36 HubSpot token
pat-eu1- u36 HubSpot token
shippo_live_ h40 Shippo token
EZAK w54 EasyPost key
EZTK w54 EasyPost key
AGE-SECRET-KEY-1 c50 age key
ops_eyJ b100 1Password token
sl. d100 Dropbox token
aio_ w28 Adafruit key
pscale_tkn_ d40 PlanetScale token
pscale_pw_ d40 PlanetScale password
"""
_CLASSES = {"w": "[A-Za-z0-9]", "u": r"[\w-]", "d": r"[\w.-]", "h": "[0-9a-fA-F]", "c": "[A-Z0-9]", "b": r"[\w+/=.-]"}
_EXACT = frozenset({"AKIA", "ABIA", "ASIA", "SK", "key-", "dapi", "dkea", "dose", "fc-", "EAAA"})
_PLAIN = frozenset({"sk-", "pa-", "pcsk_", "secret_", "key-", "SK", "fw_", "aio_", "rnd_", "csk-", "SG.", "sl."})  # a word may begin so


@cache
def beginnings() -> dict[str, list[tuple[str, str, str]]]:
    """The table, by the first two characters."""
    found: dict[str, list[tuple[str, str, str]]] = {}
    for row in _TABLE.strip().split("\n"):
        beginning, rest, kind = row.split(" ", 2)
        found.setdefault(beginning[:2], []).append((beginning, rest, kind))
    return found


@cache
def _pattern(beginning: str, rest: str) -> re.Pattern[str]:
    most = rest[1:] if beginning in _EXACT else "400"
    return re.compile(f"{re.escape(beginning)}{_CLASSES[rest[0]]}{{{rest[1:]},{most}}}(?![A-Za-z0-9])", re.ASCII)


def provider(run: str) -> str:
    """Whose key a run of letters, digits, `_`, `-` and `.` is, or nothing."""
    for beginning, rest, kind in beginnings().get(run[:2], ()):
        if run.startswith(beginning) and _pattern(beginning, rest).match(run):
            value = run[len(beginning) :]
            if not idle(value) and not idle(run) and (beginning not in _PLAIN or random(value)):
                return kind
    return ""


def key_end(text: str, start: int, end: int) -> int:
    """Where a key that begins with a known run ends: some go on with marks that no run has."""
    for beginning, rest, _ in beginnings().get(text[start : start + 2], ()):
        if text.startswith(beginning, start) and (match := _pattern(beginning, rest).match(text, start)):
            return match.end()
    return end
