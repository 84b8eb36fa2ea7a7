"""One module a law: removing the code that upholds it makes its test fail."""
