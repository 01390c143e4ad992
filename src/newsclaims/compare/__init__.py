"""Claims of several articles → clusters of those that say the same, and who stands behind each."""
