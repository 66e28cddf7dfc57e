"""Language: spaCy pipelines and everything that needs a `Doc`; the only place that imports spaCy."""
