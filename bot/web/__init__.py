"""What links lead to: looks at web pages and at the APIs of sites, and what is remembered of them."""
