"""Many machines: parts of the input are worked on by the workers of a Dask cluster; and the same for Dask's collections.

A run is planned (`plan`), begun in its folder (`manifest`), and its parts are handed to workers (`connection`, `scheduler`,
`run`), who are asked first whether they can (`workers`, `equipment`), and write them (`work`, and `careful` where an article
kills). `claim_records` and `claim_frame` are for programs that have a cluster of their own.
"""

from newsclaims.cluster.partitions import claim_frame, claim_records, frame_meta

__all__ = ["claim_frame", "claim_records", "frame_meta"]
