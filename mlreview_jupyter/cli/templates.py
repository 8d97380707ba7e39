"""The files that `nbreview init` writes, as texts; `{version}` stands where the version does."""

CONFIGURATION = """\
# What nbreview asks of this project. Every key may be left out; `nbreview doctor` tells what holds.

# select = ["leakage", "repro"]        # only these rules or areas
# ignore = ["absolute-path"]           # all but these
# exclude = ["archive/", "*_old.ipynb"]  # as .gitignore writes it
# severity = "low"                     # what is shown; everything decides
# policy = "standard"                  # strict, standard or lenient
# baseline = "mlreview-baseline.json"  # made by `nbreview . --write-baseline`

# How far files have come, where that is not told by what they do: explore, candidate or production.
# [stage]
# "research/" = "explore"
# "jobs/train.ipynb" = "production"

# Who works here and under which limits: it stands at the head of every report.
# [context]
# team = "churn, 2 people"
# maturity = "first model in production"

# A rule that may be broken somewhere, and why.
# [[allow]]
# rule = "absolute-path"
# paths = ["notebooks/legacy/"]
# reason = "runs on one machine until the move in March"
"""

HOOK_ENTRY = """\
repos:
  - repo: local
    hooks:
      - id: nbreview
        name: nbreview
        entry: nbreview --allow-empty  # options go here
        args: ["--"]                   # what follows are names, whatever they look like
        language: system
        types_or: [jupyter, python]
        require_serial: true
"""

GIT_HOOK = """\
#!/bin/sh
# Reviews the notebooks and scripts of this commit as they stand in the work tree: changes that are not staged are reviewed
# along with the others, and it is said. `git commit --no-verify` goes past it.
cd "$(git rev-parse --show-toplevel)" || exit 1
staged() { git diff --cached --name-only --diff-filter=ACMR -z -- '*.ipynb' '*.py'; }
[ -n "$(staged | tr '\\0' '\\n')" ] || exit 0
unstaged=$(staged | xargs -0 git --literal-pathspecs diff --name-only --)
[ -z "$unstaged" ] || printf 'nbreview: reviewed with changes that are not staged:\\n%s\\n' "$unstaged" >&2
staged | xargs -0 nbreview --allow-empty --
"""

GITHUB = """\
name: mlreview
on:
  pull_request:
permissions: {{}}
jobs:
  review:
    runs-on: ubuntu-latest
    permissions:
      contents: read
      security-events: write  # for upload-sarif
    steps:
      - uses: actions/checkout@v4
        with:
          fetch-depth: 0
          persist-credentials: false
      - uses: actions/setup-python@v5
        with:
          python-version: "3.12"
      # From the package index. Where it comes from elsewhere, name that instead: "mlreview_jupyter @ git+https://HOST/REPOSITORY@TAG",
      # the path of a wheel, or --index-url and the address of an index of your own.
      - run: pip install "mlreview_jupyter=={version}"
      - name: Review what this pull request changes
        run: nbreview . --since "origin/$GITHUB_BASE_REF" --format github --output sarif:mlreview.sarif --output "markdown:$GITHUB_STEP_SUMMARY"
      # Code scanning takes results only from who may write: not from forks and not from Dependabot. Where the repository has no code
      # scanning, this step and the permission above can go.
      - uses: github/codeql-action/upload-sarif@v3
        if: >-
          ${{{{ !cancelled() && hashFiles('mlreview.sarif') != ''
          && github.event.pull_request.head.repo.full_name == github.repository && github.actor != 'dependabot[bot]' }}}}
        with:
          sarif_file: mlreview.sarif
          category: mlreview
"""

GITLAB = """\
mlreview:
  image: python:3.12-slim
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
  variables:
    GIT_DEPTH: "0"
  script:
    - apt-get update -qq && apt-get install -y -qq git
    # From the package index. Where it comes from elsewhere, name that instead: "mlreview_jupyter @ git+https://HOST/REPOSITORY@TAG",
    # the path of a wheel, or --index-url and the address of an index of your own.
    - pip install --quiet "mlreview_jupyter=={version}"
    - nbreview . --since "$CI_MERGE_REQUEST_DIFF_BASE_SHA" --output gitlab:gl-code-quality.json --output junit:mlreview.xml
  artifacts:
    when: always
    reports:
      codequality: gl-code-quality.json
      junit: mlreview.xml
"""
