"""The only package that touches files, the web or GitHub."""
