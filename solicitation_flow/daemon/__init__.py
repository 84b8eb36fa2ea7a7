"""The daemon: settles what is due and sends letters as time passes, until it is stopped."""
