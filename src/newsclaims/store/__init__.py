"""Claims → a database that can be searched, added to and resumed.

`rows` says what stands in the tables, `schema` how they are declared; `sqlite` reads a store and `sqlite_sink` writes one;
`query` and `names` are what a store can be asked; `duck` and `parquet` are for those who count rather than look up.
"""
