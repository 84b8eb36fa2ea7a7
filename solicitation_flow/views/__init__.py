"""Every text and document about a case, for any program that shows one to a person."""
