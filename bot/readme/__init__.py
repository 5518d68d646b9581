"""README.md: the styles of its entries, the page made from a catalog, and the way back."""
