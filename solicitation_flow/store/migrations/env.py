"""Runs the migrations on the connection `schema.upgrade` hands over, inside its transaction."""

from alembic import context

from solicitation_flow.store import models

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=models.METADATA,
    render_as_batch=True,
    transactional_ddl=True,
)
context.run_migrations()
