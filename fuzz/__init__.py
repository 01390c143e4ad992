"""Fuzzing of every reader and of what makes text safe to show; see README.md beside this file."""
