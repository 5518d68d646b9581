"""One rule per file; `ls` is the table of rules. To add one: copy a neighbour, change name, docstring, function.

A rule module has a docstring (title, why, `## Flagged`, `## Fine` with YAML examples that the tests run), a
`SEVERITY`, and `check(ctx: LintContext) -> Iterator[Finding]`. It fetches nothing: all it may know is in `ctx`.
A finding may carry a severity of its own; otherwise it gets the module's.
"""
