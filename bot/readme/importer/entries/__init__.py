"""One file per shape of entry: list items, table rows, HTML elements, paragraphs, headings with prose."""
