"""Findings, fixes and the rulebook as text."""
