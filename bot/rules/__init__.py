"""One rule per file; `ls` is the table of rules. To add one: copy a neighbour and change it.

A rule's file has
  its docstring    title, why, `## Flagged` and `## Fine` with YAML examples that the tests run
  SEVERITY         of its findings; one may carry another
  SENTENCES        what it says and what to do, by name, with holes: `Sentence("“{name:40}”重复", "请删去一个")`
  check(ctx)       its findings: each names a sentence, a place, and what fills the holes
and where it needs them
  CLAUSES          pieces of sentences that only some findings have
  CONTRIBUTOR_FIX  by form ("" for any): what to do for those who filled in a form and have no files
  FIX              what a machine does about it: one of `lint.finding.Fix`
  check_waivers    in the place of `check`, for what is known of waivers once all others have run

It fetches nothing: all it may know is in `ctx`. Nothing imports it; what two rules share stands in lint/analysis.
"""
