"""From data to weights; never imported by the package."""
