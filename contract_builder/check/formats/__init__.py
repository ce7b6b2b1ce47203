"""A report of `check` in the forms that code hosts read, one file a form; the text for people is made by the command."""
