"""Extract news claims: who did what to whom, says who, and when."""
