"""What people type or hand over in files, turned into the fields of forms."""
