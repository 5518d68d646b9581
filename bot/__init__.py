"""curate: a catalog of records, a README made from it, and rules that keep both honest.

files, page or issue ──read──▶ Record … Catalog ──lint──▶ Findings ──▶ page · comment · pull request · report
"""
