"""Characters, words and whole texts: what has nothing to do with Markdown, links or lists."""
