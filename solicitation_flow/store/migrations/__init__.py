"""How a database came to its schema, one step at a time; read by Alembic alone."""
