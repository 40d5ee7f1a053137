"""Tests of extract.score."""
