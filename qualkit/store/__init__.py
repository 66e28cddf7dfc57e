"""The project database: SQLite, migrations, the journal, and reads over them.

Only this package knows SQL. Everything a person does is written through `journal.Journal`.
"""
