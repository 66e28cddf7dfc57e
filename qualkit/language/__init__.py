"""Language: pipelines and all that needs a `Doc`; the only place that imports spaCy."""
