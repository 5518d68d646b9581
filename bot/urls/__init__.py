"""The only place that knows URLs: when two lead to one page, what is wrong with one, which sites there are."""
