"""curate: a catalog of records, a README made from it, and rules that keep both honest.

files, page or issue ──read──▶ Record … Catalog ──lint──▶ Findings ──▶ page · comment · pull request · report
"""

HOME = "https://github.com/chenking2020/FindTheChatGPTer"  # where the tool itself is kept
