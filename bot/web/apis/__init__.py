"""One file a site with an API. Each has `api(environment)`: how to ask it, or None where it cannot be asked."""
