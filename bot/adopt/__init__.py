"""What a repository needs to keep a list with the bot: workflows and other files, made for it."""
