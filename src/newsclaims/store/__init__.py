"""Claims → a database that can be searched, added to and resumed."""
