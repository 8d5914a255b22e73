"""Runs the steps on the connection the store gives, inside the transaction it has begun."""

from alembic import context

context.configure(connection=context.config.attributes["connection"], target_metadata=None, transactional_ddl=False)
context.run_migrations()
