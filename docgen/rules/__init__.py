"""What is wrong with the content of a plan: a rule is a function; `checks` lists all of them."""
