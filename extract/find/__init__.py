"""Finders: Document → candidate spans, one module a mention type and its parts beside it."""
