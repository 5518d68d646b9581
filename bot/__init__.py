"""curate: a catalog of records, a README made from it, and rules that keep both honest.

text ──sources──▶ Record ──edge gathers──▶ Evidence ──checks──▶ Findings ──render──▶ text ──edge──▶ world
"""
