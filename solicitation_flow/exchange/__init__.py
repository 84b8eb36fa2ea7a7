"""What other systems read: the records of a case in formats that outlive this program."""
