"""When two names mean one project, and which of two names a URL belongs to. Pure strings."""
